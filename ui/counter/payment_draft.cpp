#include "ui/counter/payment_draft.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <QStringList>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {
namespace {

constexpr auto kNarrow = u'\u00A0';

domain::Money difference(domain::Money a, domain::Money b)
{
    return domain::subtract(a, b).valueOr(domain::Money::cents(0, a.currency()));
}

} // namespace

PaymentDraft::Lack PaymentDraft::lack() const
{
    if (!amount.isPositive()) return Lack::Amount;
    if (amount.inCents() > open.inCents()) return Lack::MoreThanOpen;
    if (method == CounterMethod::Cash) {
        if (!tendered) return Lack::Tendered;
        if (tendered->inCents() < amount.inCents()) return Lack::TenderedTooLittle;
    }
    return method != CounterMethod::Transfer && receiptNeeded && receipt.trimmed().isEmpty() ? Lack::Receipt : Lack::Nothing;
}

domain::Money PaymentDraft::change() const
{
    const auto none = domain::Money::cents(0, amount.currency());
    if (method != CounterMethod::Cash || !tendered || !amount.isPositive() || tendered->inCents() < amount.inCents()) return none;
    return difference(*tendered, amount);
}

domain::Money PaymentDraft::tooLittle() const
{
    const bool less = method == CounterMethod::Cash && tendered && tendered->inCents() < amount.inCents();
    return less ? difference(amount, *tendered) : domain::Money::cents(0, amount.currency());
}

bool PaymentDraft::givesTooMuch() const
{
    return method == CounterMethod::Cash && tendered && amount.isPositive() && domain::isMoreThanAnybodyGives(amount, *tendered);
}

domain::Money PaymentDraft::rest() const
{
    return difference(open, amount);
}

QString PaymentDraft::piece(qint64 cents)
{
    if (cents < 100) return QString::number(cents) + kNarrow + u"ct"_s;
    const auto euros = QString::number(cents / 100);
    return signStandsInFront() ? u'€' + euros : euros + kNarrow + u'€';
}

QString PaymentDraft::handOut(domain::Money change)
{
    QStringList parts;
    for (const auto& d : domain::changeInCash(change))
        parts += d.count > 1 ? QString::number(d.count) + kNarrow + u'×' + kNarrow + piece(d.cents) : piece(d.cents);
    return parts.join(u" + "_s);
}

QString PaymentWords::lack(const PaymentDraft& draft)
{
    switch (draft.lack()) {
    case PaymentDraft::Lack::Nothing: return {};
    case PaymentDraft::Lack::Amount: return tr("Enter the amount of this part");
    case PaymentDraft::Lack::MoreThanOpen: return tr("Only %1 is open").arg(moneyText(draft.open));
    case PaymentDraft::Lack::Tendered: return tr("Enter what the customer gives");
    case PaymentDraft::Lack::TenderedTooLittle: return tr("%1 too little given").arg(moneyText(draft.tooLittle()));
    case PaymentDraft::Lack::Receipt:
        return draft.method == CounterMethod::Card ? tr("Enter the number of the terminal's receipt") : tr("Enter the number of the till's receipt");
    }
    Q_UNREACHABLE();
}

QString PaymentWords::method(CounterMethod method)
{
    switch (method) {
    case CounterMethod::Cash: return tr("Cash", "way to pay");
    case CounterMethod::Card: return tr("Card", "way to pay");
    case CounterMethod::Transfer: return tr("Bank transfer", "way to pay");
    }
    Q_UNREACHABLE();
}

QString PaymentWords::action(const PaymentDraft& draft)
{
    if (!draft.amount.isPositive()) return tr("Book");
    const auto amount = moneyText(draft.amount);
    switch (draft.method) {
    case CounterMethod::Cash: return tr("Book %1 in cash").arg(amount);
    case CounterMethod::Card: return tr("Book %1 by card").arg(amount);
    case CounterMethod::Transfer: return tr("Book %1 as transfer").arg(amount);
    }
    Q_UNREACHABLE();
}

QString PaymentWords::tooMuchGiven(const PaymentDraft& draft)
{
    return tr("%1 given and %2 to hand out: is that right?").arg(moneyText(draft.tendered.value_or(draft.amount)), moneyText(draft.change()));
}

QString PaymentWords::booked(CounterMethod method, domain::Money amount)
{
    const auto text = moneyText(amount);
    switch (method) {
    case CounterMethod::Cash: return tr("%1 booked in cash").arg(text);
    case CounterMethod::Card: return tr("%1 booked by card").arg(text);
    case CounterMethod::Transfer: return tr("%1 booked as transfer").arg(text);
    }
    Q_UNREACHABLE();
}

QString PaymentWords::part(const domain::Payment& payment)
{
    using domain::PaymentKind;
    switch (payment.kind) {
    case PaymentKind::Cash: return tr("Cash", "way to pay");
    case PaymentKind::CardTerminal: return tr("Card", "way to pay");
    case PaymentKind::Online: return tr("Online, %1").arg(Wording::method(payment.method));
    case PaymentKind::BankTransfer: return tr("Bank transfer", "way to pay");
    case PaymentKind::RefundOnline:
    case PaymentKind::RefundCard:
    case PaymentKind::RefundCash: return tr("Refund");
    case PaymentKind::RefundBounced: return tr("Refund came back");
    case PaymentKind::Chargeback: return tr("Charged back");
    case PaymentKind::ChargebackReversed: return tr("Chargeback withdrawn");
    case PaymentKind::WriteOff: return tr("Written off");
    case PaymentKind::Correction: return tr("Correction");
    }
    Q_UNREACHABLE();
}

} // namespace tresen::ui
