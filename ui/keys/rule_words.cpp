#include "ui/keys/rule_words.h"
#include "ui/common/age_text.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

domain::Money askedOf(const std::vector<domain::OpenItem>& stay)
{
    domain::Money sum;
    for (const auto& item : stay) {
        const auto asked = domain::subtract(item.due, item.credited).valueOr(item.due);
        if (!item.cancelled && asked.isPositive()) sum = domain::add(sum, asked).valueOr(sum);
    }
    return sum;
}

// The customer's number and until when the first of their invoices has to be paid.
QString accountText(const std::vector<domain::OpenItem>& stay, const QString& number, const QString& due)
{
    QStringList parts;
    for (const auto& item : stay)
        if (!item.customerId.isEmpty() && parts.isEmpty()) parts += number.arg(item.customerId);
    for (const auto& item : stay) {
        if (!item.onAccount || !item.onAccountDue.isValid()) continue;
        parts += due.arg(QLocale{}.toString(item.onAccountDue, QLocale::ShortFormat));
        break;
    }
    return parts.join(u" · "_s);
}

} // namespace

QString RuleWords::verdict(const domain::KeyVerdict& verdict)
{
    if (verdict.mayGo) return tr("Key may go");
    return verdict.reason == u"key.gone" ? tr("Key is gone") : tr("Key stays here");
}

QString RuleWords::reason(const services::KeyOutlook& outlook)
{
    const auto& verdict = outlook.verdict;
    if (!outlook.key.exists()) return Wording::reason(u"key.none"_s);
    if (verdict.mayGo) return Wording::reason(u"go."_s + verdict.rule);
    if (verdict.reason == u"key.gone" && !verdict.detail.isEmpty()) return tr("With %1").arg(verdict.detail);
    return Wording::reason(verdict.reason, verdict.reason == u"key.amount_open" ? verdict.detail : QString{});
}

std::vector<RuleLine> RuleWords::lines(const services::KeyOutlook& outlook, Instant now)
{
    std::vector<RuleLine> out;
    for (const auto& check : outlook.verdict.checks) out.push_back(line(check, outlook, now));
    return out;
}

RuleLine RuleWords::line(const domain::RuleCheck& check, const services::KeyOutlook& outlook, Instant now)
{
    using R = RuleLine::Result;
    const auto& checks = outlook.verdict.checks;
    const auto passed = [&](const QString& code) { return std::any_of(checks.begin(), checks.end(), [&](const auto& c) { return c.code == code && c.ok; }); };
    const auto asked = moneyText(askedOf(outlook.stay)), open = moneyText(outlook.verdict.open);
    const bool asksElsewhere = !outlook.freshAt.isNull();
    if (check.code == u"cancelled") return {R::Failed, tr("Cancelled by hand"), tr("Money was open; only an approval lets the key go")};
    if (check.code == u"money") {
        if (check.ok) return {R::Passed, tr("The money is here"), tr("%1 of %1 paid").arg(asked)};
        const auto text = tr("%1 of %2 open").arg(open, asked);
        return passed(u"account"_s) ? RuleLine{R::NotNeeded, tr("Money comes later"), text} : RuleLine{R::Failed, tr("The money is not here"), text};
    }
    if (check.code == u"account") {
        const auto text = accountText(outlook.stay, tr("customer %1"), tr("due %1"));
        if (check.ok) return {R::Passed, tr("Approved invoice customer"), text};
        return {passed(u"money"_s) ? R::NotNeeded : R::Failed, tr("No approved invoice customer"), text};
    }
    if (check.code == u"under_way") {
        if (check.ok) return {R::Passed, tr("No payment under way"), asksElsewhere ? tr("The portal has been asked") : tr("No payment link is open")};
        return {R::Failed, tr("A payment is under way"), Wording::reason(outlook.verdict.reason == u"key.unclear" ? u"key.unclear"_s : u"key.under_way"_s)};
    }
    if (check.code == u"fresh") {
        if (check.ok) return {R::Passed, tr("What is known is up to date"), asksElsewhere ? tr("%1, just fetched").arg(AgeText::clockSeconds(outlook.freshAt)) : tr("All of it was booked here")};
        return {R::Failed, tr("What is known is out of date"), tr("The portal does not answer; as of %1").arg(AgeText::age(outlook.freshAt, now))};
    }
    if (check.ok) return {R::Passed, tr("The key is here"), outlook.key.hook.isEmpty() ? tr("On no hook") : tr("Hook %1").arg(outlook.key.hook)};
    return {R::Failed, tr("The key is not here"), outlook.key.to.isEmpty() ? tr("No key is known") : tr("With %1").arg(outlook.key.to)};
}

} // namespace tresen::ui
