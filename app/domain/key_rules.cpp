#include "app/domain/key_rules.h"
#include "app/core/limits.h"
#include "app/domain/pickup_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

QString ruleOf(const std::vector<OpenItem>& stay)
{
    const auto any = [&](auto&& f) { return std::any_of(stay.begin(), stay.end(), f); };
    if (any([](const OpenItem& i) { return asksForMoney(i) && i.onAccount; })) return u"on_account"_s;
    if (any([](const OpenItem& i) { return asksForMoney(i) && i.directDebit; })) return u"direct_debit"_s;
    return any([](const OpenItem& i) { return i.paid.isPositive(); }) ? u"paid"_s : u"nothing_due"_s;
}

} // namespace

KeyVerdict judgeKey(const VehicleKey& key, const std::vector<OpenItem>& stay, Instant freshAt, Instant now)
{
    KeyVerdict verdict;
    if (!stay.empty()) verdict.open = Money::cents(0, stay.front().due.currency());
    bool cancelHolds = false, moneyOk = true, flightOk = true, accountUsed = false, reversed = false, undone = false, unclear = stay.empty();   // a key whose invoices are not known is not free
    for (const auto& item : stay) {
        if (asksForMoney(item)) {
            const auto sum = add(verdict.open, item.open());
            if (sum) verdict.open = sum.value();
        }
        moneyOk = moneyOk && moneyAllowsKey(item);
        accountUsed = accountUsed || (asksForMoney(item) && (item.onAccount || item.directDebit));
        undone = undone || item.undone;
        cancelHolds = cancelHolds || cancelHoldsKey(item, stay);
        const auto flight = paymentUnderWay(item);
        flightOk = flightOk && flight == UnderWay::No;
        unclear = unclear || flight == UnderWay::Unclear;
        reversed = reversed || (asksForMoney(item) && item.reversed());   // red never goes by rule, leave to pay on account or not
    }
    const bool elsewhere = std::any_of(stay.begin(), stay.end(), [](const OpenItem& i) { return i.truthElsewhere() && !i.cancelled; });
    // Knowledge from the future comes from a clock that was set back: its age is not known.
    const bool fresh = freshAt.isNull() ? !elsewhere : qAbs(now.ms - freshAt.ms) <= limits::kFreshMs;
    const bool here = key.exists() && key.here();
    verdict.checks = {{u"money"_s, moneyOk && !accountUsed, plainAmount(verdict.open)},
                      {u"account"_s, moneyOk && accountUsed, {}},
                      {u"under_way"_s, flightOk, {}},
                      {u"fresh"_s, fresh, freshAt.iso()},
                      {u"here"_s, here, key.to}};
    if (cancelHolds) verdict.checks.insert(verdict.checks.begin(), {u"cancelled"_s, false, {}});
    if (!here) verdict.reason = u"key.gone"_s;
    else if (reversed) verdict.reason = u"key.reversed"_s;
    else if (unclear) verdict.reason = u"key.unclear"_s;
    else if (!flightOk) verdict.reason = u"key.under_way"_s;
    else if (undone) verdict.reason = u"key.undone"_s;
    else if (!moneyOk) verdict.reason = u"key.amount_open"_s;
    else if (cancelHolds) verdict.reason = u"key.cancelled"_s;
    else if (!fresh) verdict.reason = u"key.stale"_s;
    verdict.mayGo = verdict.reason.isEmpty();
    verdict.detail = here ? plainAmount(verdict.open) : key.to;
    if (verdict.mayGo) verdict.rule = ruleOf(stay);
    return verdict;
}

Result<std::vector<Event>> decideRelease(const VehicleKey& key, const std::vector<OpenItem>& stay, const ReleaseCommand& command, Instant now)
{
    if (!key.exists()) return Error{Fault::Refused, u"key.none"_s, {}};
    if (!key.here()) return Error{Fault::Conflict, u"key.gone"_s, key.to};
    if (command.to.trimmed().isEmpty()) return Error{Fault::Refused, u"key.to_missing"_s, {}};
    const auto verdict = judgeKey(key, stay, command.freshAt, now);
    const auto reason = command.overrideReason.trimmed();
    if (!verdict.mayGo && reason.isEmpty()) return Error{Fault::Refused, verdict.reason, verdict.detail};
    if (!verdict.mayGo && reason.size() < limits::kOverrideReasonMin) return Error{Fault::Refused, u"key.override_reason"_s, QString::number(limits::kOverrideReasonMin)};
    std::vector<Event> events;
    bool byRule = verdict.mayGo;
    if (command.byOther) {
        const auto* coded = itemWithPickupCode(stay);
        const auto code = checkPickup(coded ? coded->pickup : PickupCode{}, command.codeHash, now);
        if (!code && reason.isEmpty()) return code.error();
        if (!code && reason.size() < limits::kOverrideReasonMin) return Error{Fault::Refused, u"key.override_reason"_s, QString::number(limits::kOverrideReasonMin)};
        if (code) events.push_back(PickupCodeTried{coded->id, true});
        byRule = byRule && code.ok();
    }
    if (!byRule && command.overridesToday >= limits::kOverridesAlone && !command.agreed) return Error{Fault::Refused, u"key.override_limit"_s, QString::number(limits::kOverridesAlone)};
    if (command.signatureRequired && command.signature.isEmpty() && command.unsignedWhy.trimmed().isEmpty()) return Error{Fault::Refused, u"key.unsigned"_s, {}};
    // A reason given although the rules allow it is no override.
    const auto rule = !byRule ? u"override"_s : command.byOther ? u"code"_s : verdict.rule;
    events.push_back(KeyReleased{key.id, command.invoice, command.to.trimmed(), command.idChecked, rule, byRule ? QString{} : reason, command.signature, command.signatureFile,
                                 command.signature.isEmpty() ? command.unsignedWhy.trimmed() : QString{}});
    return events;
}

bool leftToday(const VehicleKey& key, Instant now)
{
    return key.changedAt.local().date() == now.local().date();
}

Result<std::vector<Event>> decideReturn(const VehicleKey& key, const QString& reason)
{
    if (!key.exists()) return Error{Fault::Refused, u"key.none"_s, {}};
    if (key.here()) return Error{Fault::Conflict, u"key.here"_s, key.hook};
    return std::vector<Event>{KeyReturned{key.id, reason.trimmed()}};
}

Result<std::vector<Event>> decideHang(const VehicleKey& key, const QString& hook, const std::vector<VehicleKey>& others)
{
    if (!key.exists()) return Error{Fault::Refused, u"key.none"_s, {}};
    if (!key.here()) return Error{Fault::Conflict, u"key.gone"_s, key.to};
    const auto place = hook.trimmed();
    if (key.hook == place) return std::vector<Event>{};
    const bool taken = std::any_of(others.begin(), others.end(), [&](const VehicleKey& other) { return other.id != key.id && other.here() && other.hook == place; });
    if (!place.isEmpty() && taken) return Error{Fault::Conflict, u"key.hook_taken"_s, place};
    return std::vector<Event>{KeyHung{key.id, place}};
}

} // namespace tresen::domain
