#include "ui/board/advice.h"
#include "ui/common/state_look.h"
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

using domain::BoardState;

QString Advisor::ruleOf(const domain::BoardRow& row, bool go, bool inHouse)
{
    const auto amount = [](domain::Money money) { return domain::plainAmount(money); };
    if (go) {
        if (row.state == BoardState::Overpaid) return Wording::reason(u"go.overpaid"_s, amount(-row.open));
        if (row.state == BoardState::OnAccount) return Wording::reason(row.reason == u"on_account.direct_debit"_s ? u"go.direct_debit"_s : u"go.on_account"_s);
        return Wording::reason(row.reason == u"paid.nothing_due"_s ? u"go.nothing_due"_s : u"go.paid"_s);
    }
    if (row.state == BoardState::HandedOver || row.state == BoardState::Cancelled) return Wording::reason(row.reason, row.reasonDetail);
    if (row.state == BoardState::Reversed) return Wording::reason(inHouse ? u"key.reversed"_s : u"reversed.key_gone"_s);
    if (row.state == BoardState::Unknown) return Wording::reason(u"key.unclear"_s);
    if (row.state == BoardState::Running) return Wording::reason(u"key.under_way"_s);
    if (!inHouse) return Wording::reason(u"key.gone"_s);
    if (row.mayGo) return Wording::reason(u"key.stale"_s);
    if (row.open.isPositive()) return Wording::reason(u"key.amount_open"_s, amount(row.open));
    return Wording::reason(u"key.other_invoice"_s);
}

void Advisor::offerMoney(Advice& advice, const domain::BoardRow& row, bool mail)
{
    const bool owes = row.open.isPositive() && row.state != BoardState::Cancelled;
    const bool collected = row.reason == u"on_account.direct_debit"_s;
    advice.pay = {tr("Pay"), u"cash"_s, u"board.pay"_s, tr("cash, card"), owes, tr("nothing open"), false};
    const auto ways = mail ? tr("mail, print") : tr("print");   // what the sheet behind it can do
    advice.request = {tr("Request"), u"send"_s, u"board.request"_s, ways, owes && !collected,
                      collected ? tr("direct debit") : owes ? QString{} : tr("nothing open"), false};
    if (row.state == BoardState::Paid || row.state == BoardState::Overpaid) advice.request.reason = tr("already paid");
    if (row.state == BoardState::Cancelled) advice.pay.reason = advice.request.reason = tr("cancelled");
    advice.asksFirst = row.state == BoardState::Unknown || row.state == BoardState::Running || advice.outdated;
    if (!advice.asksFirst) return;
    // A second charge is blocked as long as nobody knows what became of the first.
    advice.pay = {tr("Ask again"), u"refresh"_s, u"refresh"_s, Wording::source(row.source), true, {}, true};
    if (row.state == BoardState::Unknown || row.state == BoardState::Running) {
        advice.request.available = false;
        advice.request.reason = tr("locked");
    }
}

void Advisor::offerKey(Advice& advice, const domain::BoardRow& row, bool inHouse)
{
    advice.key = {tr("Key"), u"key"_s, u"board.key"_s, advice.go ? tr("hand over") : tr("with approval"), !row.key.isNull(), tr("no key known"), advice.go};
    if (!inHouse) advice.key.hint = tr("take back");
    else if (row.state == BoardState::Cancelled && row.mayGo) advice.key.hint = tr("hand over");
    const bool done = row.state == BoardState::HandedOver || row.state == BoardState::Cancelled;
    if (!advice.go && !advice.asksFirst && !done && advice.pay.available && !row.mayGo) advice.pay.primary = true;
    if (advice.go && row.key.isNull()) advice.key.primary = false;
}

Advice Advisor::on(const domain::BoardRow& row, Instant now, bool mail)
{
    Advice advice;
    const bool inHouse = row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned;
    const bool green = domain::lightOf(row, now) == domain::Light::Green;
    advice.go = green && inHouse;
    advice.outdated = inHouse && row.mayGo && !green && !isQuiet(lookOf(row.state));
    if (advice.go) advice.verdict = tr("Key may go");
    else if (!inHouse) advice.verdict = row.state == BoardState::Reversed ? tr("Key is gone") : tr("Key is handed over");
    else if (row.state == BoardState::Cancelled) advice.verdict = tr("Nothing to pay");
    else advice.verdict = tr("Key stays here");
    advice.rule = ruleOf(row, advice.go, inHouse);
    advice.amount = row.open.isNegative() ? -row.open : row.open;
    advice.amountLabel = row.open.isNegative() ? tr("To pay back") : row.state == BoardState::Unknown ? tr("Perhaps open") : tr("Open", "amount still to pay");
    offerMoney(advice, row, mail);
    offerKey(advice, row, inHouse);
    advice.more = {tr("More"), u"more"_s, u"board.more"_s, {}, true, {}, false};
    return advice;
}

} // namespace tresen::ui
