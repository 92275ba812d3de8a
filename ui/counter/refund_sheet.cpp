#include "ui/counter/refund_sheet.h"
#include "app/domain/mail_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include "ui/counter/payment_pages.h"
#include "ui/counter/refund_fields.h"
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPaidTooMuch = 0;      // of the reasons

} // namespace

RefundSheet::RefundSheet(services::Refunds& refunds, const services::Settings& settings, const Clock& clock, const services::InvoiceView& view, About about, QWidget* window)
    : Sheet{window}, m_refunds{refunds}, m_settings{settings}, m_clock{clock}, m_view{view}, m_about{std::move(about)}, m_pages{new QStackedLayout}, m_body{new QWidget}, m_input{new QWidget},
      m_fields{new RefundFields}, m_form{new ReasonForm}, m_message{new FigureLabel{type::fineMedium, &Theme::text}}, m_result{new PaymentNotice}, m_cancel{new ActionButton{tr("Cancel")}},
      m_slip{new ActionButton{tr("Show the slip")}}, m_check{new ActionButton{tr("Clear up the earlier one")}}, m_primary{new ActionButton{{}}}
{
    setObjectName(u"refund"_s);
    QStringList who{view.item.customer, tr("invoice %1").arg(view.item.number)};
    who.removeAll({});
    setHead(view.item.plate, tr("Give money back"), who.join(u" · "_s));
    build();
    connect(m_fields, &RefundFields::changed, this, &RefundSheet::showState);
    connect(m_form, &ReasonForm::changed, this, &RefundSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &RefundSheet::primaryClicked);
    connect(m_slip, &ActionButton::clicked, this, [this] { Q_EMIT slipRequested(m_done.slip, m_view.item.number); });
    connect(m_check, &ActionButton::clicked, this, [this] {
        if (const auto* refund = unanswered()) Q_EMIT checkRequested(refund->id);
    });
    m_fields->setRules(m_settings.policy().fourEyesAbove, m_settings.training());
    m_fields->setOffers(m_refunds.offers(m_view.item), m_clock.now());
    preset();
    showState();
}

void RefundSheet::build()
{
    const auto& theme = themeOf(this);
    m_message->setObjectName(u"refund.message"_s);
    m_message->setWrapped();
    m_form->setReasons({tr("Paid twice or too much"), tr("Work was not done as agreed"), tr("Goodwill"), tr("Another reason")});
    m_form->setHeading(tr("Why does it go back?"), tr("Stands in the history with your name."));
    m_form->setLow(true);
    auto* right = new QVBoxLayout;
    right->addWidget(m_form);
    right->addWidget(m_message);
    right->addStretch();
    auto* row = new QHBoxLayout{m_input};
    row->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    row->setSpacing(theme.px(32));
    row->addWidget(m_fields, 1);
    row->addLayout(right, 1);
    m_body->setLayout(m_pages);
    m_pages->addWidget(m_input);
    m_pages->addWidget(m_result);
    setBody(m_body);
    m_cancel->setObjectName(u"refund.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_slip->setObjectName(u"refund.slip"_s);
    m_slip->setIconName(u"printer"_s);
    m_primary->setObjectName(u"refund.primary"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setCentered(true);
    m_check->setObjectName(u"refund.check"_s);
    m_check->setIconName(u"search"_s);
    addFootLeft(m_check);
    addFoot(m_slip);
    addFoot(m_cancel);
    setPrimary(m_primary);
}

// A task names its payment; what is too much of the invoice is what should go back.
void RefundSheet::preset()
{
    const auto& item = m_view.item;
    const auto task = std::find_if(item.tasks.begin(), item.tasks.end(), [this](const domain::OpenTask& t) { return t.id == m_about.task; });
    if (m_about.task.isNull() || task == item.tasks.end()) return m_fields->choose({}, {});
    const auto surplus = item.open().isNegative() ? -item.open() : task->amount;
    m_fields->choose(m_about.payment, surplus);
    m_form->fill(kPaidTooMuch, tr("%1, invoice %2").arg(Wording::task(task->kind), item.number));
}

// When all is filled in, the hand rests where Enter writes a line: money goes back by Ctrl+Enter or a click, never by an Enter too many.
QWidget* RefundSheet::firstField() const
{
    if (auto* missing = m_fields->firstField()) return missing;
    return m_form->complete() ? m_form->wordsField() : m_form->firstField();
}

const domain::Refund* RefundSheet::unanswered() const
{
    const auto& all = m_view.item.refunds;
    const auto found = std::find_if(all.begin(), all.end(), [this](const domain::Refund& r) { return m_refunds.needsPerson(r); });
    return found == all.end() ? nullptr : &*found;
}

void RefundSheet::setView(const services::InvoiceView& view)
{
    if (view.row.invoice != m_view.row.invoice || view.item.seq < m_view.item.seq) return;
    m_view = view;
    if (m_state == State::Input) m_fields->setOffers(m_refunds.offers(m_view.item), m_clock.now());
    if (m_state == State::Done) showResult();
    showState();
}

void RefundSheet::showState()
{
    const bool done = m_state == State::Done, busy = m_state == State::Working;
    m_pages->setCurrentIndex(done ? 1 : 0);
    setDismissible(!busy);
    m_input->setEnabled(!busy);
    m_slip->setVisible(done && !m_done.slip.isEmpty());
    m_cancel->setVisible(!done);
    m_check->setVisible(m_state == State::Input && unanswered() != nullptr);
    m_cancel->setAvailable(!busy, tr("one moment"));
    if (done) {
        m_primary->setText(tr("Close"));
        m_primary->setIconName({});
        m_primary->setKeyHint(tr("Enter"));
        m_primary->setAvailable(true);
        return;
    }
    const auto wanted = m_fields->amount();
    const auto lack = m_fields->whyNot();
    m_primary->setIconName(u"undo"_s);
    m_primary->setKeyHint(tr("Ctrl+Enter"));
    m_primary->setText(wanted && wanted->isPositive() ? tr("Give back %1").arg(moneyText(*wanted)) : tr("Give back"));
    if (busy) m_primary->setAvailable(false, tr("one moment"));
    else if (!lack.isEmpty()) m_primary->setAvailable(false, lack);
    else m_primary->setAvailable(m_form->complete(), tr("choose a reason and write down why"));
}

void RefundSheet::primaryClicked()
{
    if (resting()) return;
    if (m_state == State::Done) return close();
    if (m_state == State::Input) giveBack({});
}

void RefundSheet::setSecond(AskSecond ask)
{
    m_second = std::move(ask);
    m_fields->setSecondByPin(m_second != nullptr);
    showState();
}

void RefundSheet::giveBack(const services::Agreement& agreed)
{
    const auto* offer = m_fields->current();
    const auto wanted = m_fields->amount();
    if (!offer || !wanted || !m_fields->whyNot().isEmpty()) return;
    services::RefundRequest r;
    r.invoice = m_view.item.id;
    r.refund = m_refund;
    r.payment = offer->payment.sourceKey;
    r.amount = *wanted;
    r.reason = m_form->reason();
    r.secondPerson = m_fields->secondPerson();
    r.receiptNumber = m_fields->receiptNumber();
    r.task = m_about.task;
    r.agreed = agreed;
    r.language = domain::languageOfOwner(m_view.item);
    m_how = Wording::method(offer->payment.method);
    m_byFetch = offer->byFetch;
    m_message->clear();
    m_state = State::Working;
    showState();
    m_refunds.giveBack(r, [guard = QPointer{this}, this](const Result<services::RefundDone>& answer) {
        if (guard) answered(answer);
    });
}

void RefundSheet::answered(const Result<services::RefundDone>& answer)
{
    if (!answer) {
        m_state = State::Input;
        // What the portal refused for good is finished; another try is another wish.
        if (answer.error().code == u"refund.failed") m_refund = domain::RefundId::fresh();
        m_message->setInk(themeOf(this).red.word);
        m_message->setText(Wording::failure({answer.error().fault, answer.error().code, Wording::serverWords(answer.error().detail)}));
        m_fields->setOffers(m_refunds.offers(m_view.item), m_clock.now());
        showState();
        if (m_second && secondPersonHelps(answer.error())) m_second(domain::Right::GiveBack, [guard = QPointer{this}, this](const services::Agreement& agreed) {
            if (guard && m_state == State::Input) giveBack(agreed);
        });
        return;
    }
    m_done = answer.value();
    m_state = State::Done;
    showResult();
    showState();
    rest();
    m_primary->setFocus(Qt::OtherFocusReason);
}

void RefundSheet::showResult()
{
    using domain::RefundState;
    const auto* refund = m_view.item.findRefund(m_refund);
    const auto amount = moneyText(m_done.amount);
    const bool under = refund ? refund->underWay() : m_done.pending;
    if (refund && refund->state == RefundState::Failed) m_result->say(Look::Refused, tr("%1 were not given back").arg(amount), tr("The portal has refused it: %1").arg(Wording::serverWords(refund->detail)));
    else if (refund && refund->state == RefundState::Unclear) m_result->say(Look::Unknown, tr("Unclear whether %1 went back").arg(amount), tr("The portal gave no answer. Do not give it back a second time; it is asked again by itself, and stands in the tasks until it is clear."));
    else if (under && !m_byFetch) m_result->say(Look::Running, tr("%1 are on their way back").arg(amount), tr("Whether it was done stands on the portal's own page only; the invoice waits for it."));
    else if (under) m_result->say(Look::Running, tr("%1 are on their way back").arg(amount), tr("By %1. It counts as given back as soon as the portal confirms it.").arg(m_how));
    else m_result->say(Look::Accepted, tr("%1 given back").arg(amount), tr("By %1.").arg(m_how));
    if (!m_done.slipError.code.isEmpty()) m_result->setLive(tr("Only the slip could not be made: %1").arg(Wording::failure(m_done.slipError)));
}

} // namespace tresen::ui
