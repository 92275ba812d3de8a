#include "ui/counter/refund_check_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include "ui/settings/setting_words.h"
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kCarriedOut = 0, kMaxSecondPerson = 80;

} // namespace

RefundCheckSheet::RefundCheckSheet(services::Refunds& refunds, const services::Settings& settings, const services::InvoiceView& view, const domain::RefundId& refund, QWidget* window)
    : Sheet{window}, m_refunds{refunds}, m_settings{settings}, m_view{view}, m_refund{refund}, m_body{new QWidget}, m_what{new FigureLabel{type::field, &Theme::text, m_body}},
      m_where{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_secondLabel{new FigureLabel{type::fineStrong, &Theme::text, m_body}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_form{new ReasonForm{m_body}}, m_second{new QLineEdit{m_body}}, m_cancel{new ActionButton{tr("Cancel")}},
      m_primary{new ActionButton{{}}}
{
    setObjectName(u"refund_check"_s);
    setWidthPx(720);
    QStringList who{view.item.customer, tr("invoice %1").arg(view.item.number)};
    who.removeAll({});
    setHead(view.item.plate, tr("What became of the refund?"), who.join(u" · "_s));
    build();
    connect(m_form, &ReasonForm::changed, this, &RefundCheckSheet::showState);
    connect(m_second, &QLineEdit::textChanged, this, &RefundCheckSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &RefundCheckSheet::primaryClicked);
    showState();
}

void RefundCheckSheet::build()
{
    const auto& theme = themeOf(this);
    const auto* refund = m_view.item.findRefund(m_refund);
    m_what->setObjectName(u"check.what"_s);
    m_what->setWrapped();
    m_where->setObjectName(u"check.where"_s);
    m_where->setWrapped();
    if (refund) {
        m_what->setText(tr("The portal gave no answer whether %1 went back. Look at the portal's own page, then say what stands there.").arg(moneyText(refund->amount)));
        const auto at = QLocale{}.toString(refund->at.local(), QLocale::ShortFormat);
        m_where->setText(tr("Payment %1 at %2, refund asked for on %3").arg(refund->paymentId, SettingWords::choice(u"portal.id"_s, refund->portal), at));
    }
    m_form->setHeading(tr("What stands on the portal's own page?"), tr("Stands in the history with your name."));
    m_form->setReasons({tr("The refund stands there, it was carried out"), tr("No refund stands there, nothing went back")});
    m_form->setLow(true);
    m_secondLabel->setText(tr("Second person who has seen it too"));
    m_secondLabel->setBuddy(m_second);
    m_second->setObjectName(u"check.second"_s);
    m_second->setAccessibleName(m_secondLabel->text());
    m_second->setMaxLength(kMaxSecondPerson);
    m_second->setFixedHeight(theme.px(44));
    m_second->setFont(theme.font(type::field));
    m_message->setObjectName(u"check.message"_s);
    m_message->setWrapped();
    auto* column = new QVBoxLayout{m_body};
    column->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    column->setSpacing(theme.px(8));
    for (auto* widget : {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_where)}) column->addWidget(widget);
    column->addSpacing(theme.px(8));
    for (auto* widget : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_secondLabel), static_cast<QWidget*>(m_second), static_cast<QWidget*>(m_message)}) column->addWidget(widget);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(u"check.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_primary->setObjectName(u"check.primary"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setCentered(true);
    m_primary->setKeyHint(tr("Ctrl+Enter"));
    addFootStretch();
    addFoot(m_cancel);
    setPrimary(m_primary);
}

void RefundCheckSheet::setView(const services::InvoiceView& view)
{
    if (view.row.invoice != m_view.row.invoice || view.item.seq < m_view.item.seq) return;
    m_view = view;
    showState();
}

QWidget* RefundCheckSheet::firstField() const
{
    return m_form->firstField();
}

bool RefundCheckSheet::isOpenStill() const
{
    const auto* refund = m_view.item.findRefund(m_refund);
    return refund && refund->underWay();
}

bool RefundCheckSheet::needsSecond() const
{
    const auto* refund = m_view.item.findRefund(m_refund);
    return !m_askSecond && refund && refund->amount.inCents() > m_settings.policy().fourEyesAbove.inCents();
}

void RefundCheckSheet::showState()
{
    const bool second = needsSecond();
    m_secondLabel->setVisible(second);
    m_second->setVisible(second);
    m_body->setEnabled(!m_busy);
    m_primary->setText(m_form->choice() == kCarriedOut ? tr("Book as given back") : m_form->choice() < 0 ? tr("Keep what was seen") : tr("Note: nothing went back"));
    m_primary->setIconName(u"check"_s);
    if (m_busy) m_primary->setAvailable(false, tr("one moment"));
    else if (!isOpenStill()) m_primary->setAvailable(false, tr("the portal has answered meanwhile"));
    else if (second && m_second->text().trimmed().isEmpty()) m_primary->setAvailable(false, tr("a second person has to agree"));
    else m_primary->setAvailable(m_form->complete(), tr("choose what was seen and write down a few words"));
    if (!m_busy && !isOpenStill()) {
        m_message->setInk(themeOf(this).text);
        m_message->setText(tr("The portal has answered meanwhile; there is nothing left to clear up."));
    }
}

void RefundCheckSheet::say(const Error& error)
{
    m_busy = false;
    m_message->setInk(themeOf(this).red.word);
    m_message->setText(Wording::failure(error));
    showState();
}

void RefundCheckSheet::primaryClicked()
{
    if (!resting() && !m_busy) keepSeen({});
}

void RefundCheckSheet::setSecond(AskSecond ask)
{
    m_askSecond = std::move(ask);
    showState();
}

void RefundCheckSheet::keepSeen(const services::Agreement& agreed)
{
    domain::RefundCheck check;
    check.refund = m_refund;
    check.carriedOut = m_form->choice() == kCarriedOut;
    check.how = m_form->reason();
    check.secondPerson = needsSecond() ? m_second->text().trimmed() : QString{};
    m_busy = true;
    showState();
    const auto text = check.carriedOut ? tr("Booked as given back.") : tr("Nothing went back; it can be given back anew.");
    m_refunds.check(m_view.item.id, check, [guard = QPointer{this}, this, text](const Result<Ok>& done) {
        if (!guard) return;
        if (!done) {
            say(done.error());
            if (m_askSecond && secondPersonHelps(done.error())) m_askSecond(domain::Right::GiveBack, [guard, this](const services::Agreement& agreement) {
                if (guard && !m_busy) keepSeen(agreement);
            });
            return;
        }
        Q_EMIT finished(text);
        close();
    }, agreed);
}

} // namespace tresen::ui
