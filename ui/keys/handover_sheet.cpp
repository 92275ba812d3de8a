#include "ui/keys/handover_sheet.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/key_map.h"
#include "ui/common/paint.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include "ui/keys/handover_parts.h"
#include "ui/keys/signature_field.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kLowHandover = 760;     // logical pixels of window height: below, everything stands closer
constexpr int kLeftWidth = 424;

} // namespace

HandoverSheet::HandoverSheet(services::Keys& keys, const Clock& clock, QWidget* window)
    : Sheet{window}, m_keys{keys}, m_clock{clock}, m_body{new QWidget}, m_left{new QWidget{m_body}}, m_right{new QWidget{m_body}}
{
    setObjectName(u"key"_s);
    buildLeft();
    buildRight();
    auto* row = new QHBoxLayout{m_body};
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_left);
    row->addWidget(m_right, 1);
    setBody(m_body);
    setFootShown(false);
    connectAll();
    takeMeasures();
}

void HandoverSheet::connectAll()
{
    connect(m_reason, &ReasonForm::changed, this, &HandoverSheet::showButtons);
    connect(m_to, &QLineEdit::textChanged, this, &HandoverSheet::showButtons);
    connect(m_why, &QLineEdit::textChanged, this, &HandoverSheet::showButtons);
    connect(m_other, &QCheckBox::toggled, this, [this](bool other) {
        m_code->setVisible(other);
        if (!other && std::exchange(m_codeRefused, false)) showForm();   // the owner needs no code, and no approval for having none
        if (other) m_code->setFocus(Qt::OtherFocusReason);
        if (other && m_to->text() == m_row.customer.left(kMaxName)) m_to->clear();   // another name is wanted
        showButtons();
    });
    connect(m_code, &QLineEdit::textChanged, this, [this] {
        if (std::exchange(m_codeRefused, false)) showForm();
        showButtons();
    });
    connect(m_signature, &SignatureField::changed, this, &HandoverSheet::showButtons);
    connect(m_unsigned, &QLineEdit::textChanged, this, &HandoverSheet::showButtons);
    connect(m_signBack, &ActionButton::clicked, m_signature, &SignatureField::takeBack);
    connect(m_signClear, &ActionButton::clicked, m_signature, &SignatureField::clear);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_tag, &ActionButton::clicked, this, [this] { Q_EMIT tagRequested(m_row.invoice); });
    connect(m_pay, &ActionButton::clicked, this, &HandoverSheet::leftClicked);
    connect(m_release, &ActionButton::clicked, this, &HandoverSheet::releaseClicked);
    connect(this, &Sheet::closed, this, [this] {
        ++m_run;
        m_asking = false;
        m_fresh.stop();
    });
    connect(new ActionShortcut{u"board.pay"_s, this}, &QShortcut::activated, this, [this] { if (m_state == State::Stay && mayPay()) leftClicked(); });
    connect(new ActionShortcut{u"refresh"_s, this}, &QShortcut::activated, this, [this] { if (m_state != State::Working) ask(); });
    m_fresh.setSingleShot(true);
    m_fresh.setInterval(limits::kFreshMs);
    connect(&m_fresh, &QTimer::timeout, this, [this] { if (m_state == State::Go) ask(); });
}

void HandoverSheet::setSigning(const QString& mode)
{
    m_mode = mode == u"required" ? Signing::Required : mode == u"optional" ? Signing::Optional : Signing::Off;
}

void HandoverSheet::handOver(const domain::BoardRow& row)
{
    if (isOpen()) return;
    m_row = row;
    m_outlook = {};
    m_newest = m_seq = 0;
    m_reason->clear();
    m_id->setChecked(false);
    m_other->setChecked(false);
    m_code->clear();
    m_codeRefused = false;
    m_signing = false;
    m_signature->clear();
    m_unsigned->clear();
    m_why->clear();
    m_error->clear();
    m_to->setText(row.customer.left(kMaxName));
    m_state = State::Asking;
    showRules();
    showForm();
    open(m_cancel);
    ask();
}

void HandoverSheet::ask()
{
    m_asking = true;
    m_seq = qMax(m_seq, m_newest);   // what has been named by now, the answer will know
    m_keys.judge(m_row.invoice, [self = QPointer{this}, run = ++m_run](const Result<services::KeyOutlook>& answer) {
        if (self && self->isOpen() && run == self->m_run) self->asked(answer);
    }, m_row.key);
    if (m_state == State::Failed) enter(State::Asking);
}

void HandoverSheet::asked(const Result<services::KeyOutlook>& answer)
{
    m_asking = false;
    if (!answer) return failed(answer.error());
    m_outlook = answer.value();
    m_seq = qMax(m_seq, m_outlook.key.seq);
    for (const auto& item : m_outlook.stay) m_seq = qMax(m_seq, item.seq);
    m_fresh.start();
    const auto& verdict = m_outlook.verdict;
    if (!m_outlook.key.exists()) enter(State::NoKey);
    else if (verdict.mayGo) enter(State::Go);
    else enter(verdict.reason == u"key.gone" ? State::Gone : State::Stay);
    if (m_newest > m_seq) ask();   // it came while the answer was on its way
}

void HandoverSheet::itemChanged(const domain::BoardRow& row)
{
    if (!isOpen()) return;
    const bool ours = row.invoice == m_row.invoice || (!row.key.isNull() && row.key == m_row.key);
    if (!ours || row.seq <= m_seq) return;
    m_newest = qMax(m_newest, row.seq);
    if (!m_asking && m_state != State::Working) ask();
}

void HandoverSheet::enter(State state)
{
    const bool other = state != m_state;
    m_state = state;
    setDismissible(state != State::Working);
    showRules();
    showForm();
    if (!other || state == State::Working) return;
    rest();
    // A verdict for the better must not take the cursor out of what is being written.
    if (state == State::Go) m_to->setFocus(Qt::OtherFocusReason);
    else if (state == State::Stay) m_pay->setFocus(Qt::OtherFocusReason);
    else if (state == State::Gone) m_why->setFocus(Qt::OtherFocusReason);
    else m_cancel->setFocus(Qt::OtherFocusReason);
}

void HandoverSheet::showRules()
{
    const bool known = !m_outlook.verdict.checks.empty();
    if (m_state == State::Asking && !known) m_verdict->say(false, tr("One moment"), tr("The portal is being asked"));
    else if (m_state == State::Failed && !known) m_verdict->say(false, tr("Key stays here"), tr("It could not be checked"));
    else m_verdict->say(m_outlook.verdict.mayGo && m_outlook.key.exists(), RuleWords::verdict(m_outlook.verdict), RuleWords::reason(m_outlook));

    const bool several = m_outlook.stay.size() > 1;
    m_stayTitle->setVisible(several);
    const auto shown = several ? m_outlook.stay.size() : 0;
    while (m_stay.size() < shown) {
        m_stay.push_back(new StayRow{m_left});
        m_stayList->addWidget(m_stay.back());
    }
    for (std::size_t i = 0; i < m_stay.size(); ++i) {
        m_stay[i]->setVisible(i < shown);
        if (i < shown) m_stay[i]->say(m_outlook.stay[i]);
    }
    const auto lines = RuleWords::lines(m_outlook, m_clock.now());
    while (m_rules.size() < lines.size()) {
        m_rules.push_back(new RuleRow{m_left});
        m_rules.back()->setObjectName(u"key.rule%1"_s.arg(m_rules.size() - 1));
        m_ruleList->addWidget(m_rules.back());
    }
    m_ruleTitle->setVisible(!lines.empty());
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        m_rules[i]->setVisible(i < lines.size());
        if (i < lines.size()) m_rules[i]->say(lines[i]);
    }
}

void HandoverSheet::showForm()
{
    const bool go = m_outlook.verdict.mayGo, gone = m_state == State::Gone;
    if (m_state == State::Stay && !m_reason->complete()) m_signing = false;   // it was free before: first the reason
    QStringList who{m_row.customer, m_row.vehicle};
    if (!m_row.hook.isEmpty()) who += tr("hook %1").arg(m_row.hook);
    who.removeAll({});
    setHead(m_row.plate, gone ? tr("Take the key back") : tr("Hand over the key"), who.join(u" · "_s));
    const bool working = m_state == State::Working;
    const bool form = m_state == State::Go || m_state == State::Stay || (working && !m_outlook.verdict.reason.startsWith(u"key.gone"_s));
    m_reason->setVisible(form && (!go || m_codeRefused));
    m_other->setVisible(go);   // without the rules an override says it all
    m_code->setVisible(go && m_other->isChecked());
    m_title->setVisible(!m_reason->isVisibleTo(m_right));
    m_sub->setVisible(m_title->isVisibleTo(m_right));
    m_toBox->setVisible(form);
    m_tag->setVisible(form && go);
    m_whyBox->setVisible(gone);
    m_hook->setVisible(form && go && !m_outlook.key.hook.isEmpty());
    m_hook->setText(tr("Hook %1").arg(m_outlook.key.hook));
    for (QWidget* field : {static_cast<QWidget*>(m_reason), m_toBox, m_whyBox}) field->setEnabled(!working);
    switch (m_state) {
    case State::Asking:
        m_title->setText(tr("Checking the rules"));
        m_sub->setText(tr("What lives at the portal is fetched once more before any key goes."));
        break;
    case State::Gone:
        m_title->setText(tr("Take the key back"));
        m_sub->setText(tr("It is with %1. A return is written down, the hand-over stays in the history.").arg(m_outlook.key.to));
        break;
    case State::NoKey:
        m_title->setText(tr("No key"));
        m_sub->setText(tr("No vehicle is known for this invoice, so there is no key to hand over."));
        break;
    case State::Failed:
        m_title->setText(tr("This did not work"));
        m_sub->setText({});
        break;
    case State::Go:
    case State::Stay:
    case State::Working:
        m_title->setText(tr("Hand over the key"));
        m_sub->setText(m_outlook.key.hook.isEmpty() ? tr("It hangs on no hook.") : tr("Take it from the hook and write down who gets it."));
        break;
    }
    showButtons();
    takeMeasures();
}

bool HandoverSheet::mayPay() const
{
    const auto& reason = m_outlook.verdict.reason;
    return reason == u"key.amount_open" || reason == u"key.reversed";
}

void HandoverSheet::showButtons()
{
    const bool stay = m_state == State::Stay, busy = m_state == State::Working;
    m_pay->setVisible(stay || m_state == State::Failed);
    m_payHint->setVisible(stay);
    m_pay->setKind(ActionButton::Kind::Primary);
    m_pay->setText(stay && mayPay() ? tr("Pay now") : tr("Ask again"));
    m_pay->setIconName(stay && mayPay() ? u"cash"_s : u"refresh"_s);
    m_pay->setKeyAction(stay && mayPay() ? u"board.pay"_s : u"refresh"_s);
    m_payHint->setText(mayPay() ? tr("After that the key goes without approval.") : tr("The key goes as soon as it is clear."));
    m_cancel->setAvailable(!busy, tr("Is being written down"));
    m_release->setVisible(m_state == State::Go || stay || m_state == State::Gone || busy);
    const bool danger = (!m_outlook.verdict.mayGo || m_codeRefused) && m_outlook.verdict.reason != u"key.gone";
    m_release->setKind(danger ? ActionButton::Kind::Danger : ActionButton::Kind::Primary);
    m_release->setIconName(m_state == State::Gone ? u"undo"_s : u"key"_s);
    m_release->setText(m_state == State::Gone ? tr("Key taken back") : danger ? tr("Hand over by approval") : tr("Hand over the key"));
    if (m_mode != Signing::Off && !m_signing && (m_state == State::Go || stay)) m_release->setText(tr("On to the signature"));
    m_release->setKeyHint(m_state == State::Go || m_state == State::Gone ? tr("Enter") : QString{});
    // While exceptions are written down, Enter means nothing: neither "pay" nor "hand over" is meant for sure.
    setEnterButton(m_state == State::Go || m_state == State::Gone ? m_release : nullptr);
    const bool named = !m_to->text().trimmed().isEmpty();
    showSigning();
    if (busy) m_release->setAvailable(false, tr("Is being written down"));
    else if (m_state == State::Gone) m_release->setAvailable(!m_why->text().trimmed().isEmpty(), tr("Write down why"));
    else if (!named) m_release->setAvailable(false, tr("Who gets the key?"));
    else if (m_other->isChecked() && !stay && !m_codeRefused && m_code->text().trimmed().isEmpty()) m_release->setAvailable(false, tr("Type the pickup code"));
    else if (m_signing && m_mode == Signing::Required && !m_signature->isSigned() && m_unsigned->text().trimmed().isEmpty()) m_release->setAvailable(false, tr("Sign, or say why not"));
    else m_release->setAvailable((!stay && !m_codeRefused) || m_reason->complete(), tr("Choose a reason and write at least %1 characters").arg(limits::kOverrideReasonMin));
}

domain::InvoiceId HandoverSheet::openInvoice() const
{
    if (m_row.open.isPositive()) return m_row.invoice;
    for (const auto& item : m_outlook.stay)
        if (!domain::moneyAllowsKey(item)) return item.id;
    return m_row.invoice;
}

void HandoverSheet::leftClicked()
{
    if (resting()) return;
    if (m_state != State::Stay || !mayPay()) return ask();
    const auto invoice = openInvoice();
    close();
    Q_EMIT payRequested(invoice);
}

void HandoverSheet::releaseClicked()
{
    if (resting() || m_state == State::Working) return;
    m_error->clear();
    if (m_state != State::Gone && m_mode != Signing::Off && !m_signing) {
        m_signing = true;
        m_signature->clear();
        showSigning();
        showButtons();
        // The field that had the keys is gone. Enter means the hand-over, or why there is no signature.
        if (m_release->isEnabled()) m_release->setFocus(Qt::OtherFocusReason);
        else m_unsigned->setFocus(Qt::OtherFocusReason);
        return rest();
    }
    m_state == State::Gone ? takeBack({}) : release({});
}

void HandoverSheet::takeBack(const services::Agreement& agreed)
{
    enter(State::Working);
    ++m_run;   // an answer to an earlier question must not change the page now
    m_asking = false;
    m_keys.takeBack(m_row.invoice, m_why->text().trimmed(), [self = QPointer{this}](const Result<Ok>& done) {
        if (!self) return;
        if (!done) {
            self->failed(done.error());
            if (self->m_second && secondPersonHelps(done.error())) self->m_second(domain::Right::Override, [self](const services::Agreement& agreement) {
                if (self && self->m_state == State::Gone) self->takeBack(agreement);
            });
            return;
        }
        self->setDismissible(true);
        self->close();
        Q_EMIT self->takenBack();
    }, m_row.key, agreed);
}

void HandoverSheet::release(const services::Agreement& agreed)
{
    const auto reason = m_outlook.verdict.mayGo && !m_codeRefused ? QString{} : m_reason->reason();
    services::ReleaseOrder order{m_row.invoice, m_to->text().trimmed(), m_id->isChecked(), reason, m_other->isChecked() && m_outlook.verdict.mayGo, m_code->text(), {}, {}, m_row.key};
    if (m_signing) order.signature = m_signature->svg();
    if (m_signing && order.signature.isEmpty()) order.unsignedWhy = m_unsigned->text().trimmed();
    enter(State::Working);
    ++m_run;
    m_asking = false;
    m_keys.release(order, [self = QPointer{this}](const Result<services::KeyOutlook>& done) {
        if (!self) return;
        if (!done && self->m_second && secondPersonHelps(done.error())) return self->askSecond(done.error());
        if (!done) return self->failed(done.error());
        self->setDismissible(true);
        self->close();
        Q_EMIT self->released(done.value());
    }, agreed);
}

// What was typed stays; as soon as somebody has agreed it goes on.
void HandoverSheet::askSecond(const Error& error)
{
    m_error->setText(Wording::failure(error));
    m_error->setInk(themeOf(this).red.word);
    enter(State::Stay);
    m_second(domain::Right::Override, [self = QPointer{this}](const services::Agreement& agreed) {
        if (self && self->m_state == State::Stay) self->release(agreed);
    });
}

// While somebody signs, nothing else can be changed.
void HandoverSheet::showSigning()
{
    const bool signs = m_signing && (m_state == State::Go || m_state == State::Stay || m_state == State::Working);
    m_signBox->setVisible(signs);
    if (signs) {
        m_toBox->hide();
        m_reason->hide();
    }
    m_signBox->setEnabled(m_state != State::Working);
    m_signBack->setAvailable(!m_signature->isEmpty(), tr("nothing drawn"));
    m_signClear->setAvailable(!m_signature->isEmpty(), tr("nothing drawn"));
}

void HandoverSheet::failed(const Error& error)
{
    m_signing = false;
    m_codeRefused = error.code.startsWith(u"pickup."_s);
    if (error.code == u"key.unsigned") m_mode = Signing::Required;   // since this desk was started
    m_error->setText(Wording::failure(error));
    m_error->setInk(themeOf(this).red.word);
    // A rule has said no: look what has changed. Anything else stays until somebody asks again.
    const bool rule = error.code.startsWith(u"key."_s) || error.code.startsWith(u"pickup."_s);
    enter(rule ? State::Asking : State::Failed);
    if (rule) ask();
}

void HandoverSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    const bool low = height() < theme.px(kLowHandover);
    const int edge = theme.px(low ? 16 : 24), side = theme.px(32);
    m_left->setFixedWidth(theme.px(kLeftWidth));
    m_leftColumn->setContentsMargins(side, edge, side, edge);
    m_rightColumn->setContentsMargins(side, edge, side, edge);
    const auto gap = [](QBoxLayout* layout, int index, int size) { layout->itemAt(index)->spacerItem()->changeSize(0, size, QSizePolicy::Minimum, QSizePolicy::Fixed); };
    gap(m_leftColumn, 1, theme.px(low ? 12 : 24));
    gap(m_leftColumn, 3, theme.px(low ? 8 : 16));
    gap(m_leftColumn, 5, theme.px(10));
    gap(m_lists, 2, m_stayTitle->isVisibleTo(m_left) ? theme.px(low ? 8 : 16) : 0);
    gap(m_rightColumn, 1, m_title->isVisibleTo(m_right) ? theme.px(4) : 0);
    gap(m_rightColumn, 3, m_hook->isVisibleTo(m_right) ? theme.px(20) : m_tag->isVisibleTo(m_right) ? theme.px(12) : 0);
    gap(m_rightColumn, 6, theme.px(low ? 8 : 20));
    gap(m_rightColumn, 9, theme.px(8));
    for (auto* layout : {m_leftColumn, m_lists, m_rightColumn}) layout->invalidate();
    for (auto* box : {m_toBox, m_whyBox, m_signBox}) box->layout()->setSpacing(theme.px(6));
    m_signBox->setMinimumHeight(theme.px(low ? 240 : 300));
    static_cast<QGridLayout*>(m_toBox->layout())->setHorizontalSpacing(theme.px(16));
    for (auto* row : m_rules) row->setLow(low);
    m_reason->setLow(low);
    for (auto* button : {m_pay, m_cancel, m_release}) button->setFixedHeight(theme.px(low ? 44 : 48));
    m_rightColumn->itemAt(m_rightColumn->count() - 1)->layout()->setSpacing(theme.px(12));
    // As high as the rules ask for; the scroll area itself would be content with a few lines.
    constexpr int kAroundTheRules = 352;
    m_scroll->setMinimumHeight(qMax(theme.px(120), qMin(m_lists->sizeHint().height(), height() - theme.px(kAroundTheRules))));
}

void HandoverSheet::paintEvent(QPaintEvent* event)
{
    Sheet::paintEvent(event);
    const auto& theme = themeOf(this);
    // The left area goes down to the sheet's own rounded corner.
    const QRectF box{m_left->mapTo(this, QPoint{}), QSizeF{m_left->size()}};
    QPainter painter{this};
    painter.setClipRect(box.adjusted(0, 1, 0, 1));
    drawBox(painter, box.adjusted(edge(theme), -theme.px(32), theme.px(32), -edge(theme)), theme.px(16) - edge(theme), theme.side);
    painter.fillRect(QRectF{box.right() - 1, box.top() + 1, 1, box.height()}, theme.line);
}

void HandoverSheet::resizeEvent(QResizeEvent* event)
{
    Sheet::resizeEvent(event);
    takeMeasures();
}

void HandoverSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
