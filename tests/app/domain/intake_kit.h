// A desk that takes invoices in by the rules alone, for the tests of intake.
#pragma once
#include "rules_kit.h"
#include <algorithm>

namespace kit {

// Takes invoices in as the station does: everything the record could touch is looked up by number and plate, the rules choose.
class Desk : public Book {
public:
    Policy policy = livePolicy();
    IntakeCommand last;

    IntakeContext contextFor(const IntakeCommand& c) const
    {
        IntakeContext context;
        const auto natural = naturalKeyOf(c.site, c.system, c.record);
        for (const auto& [id, item] : items) {
            if (item.naturalKey == natural) context.same = item;
            else if (item.kind == InvoiceKind::Credit && item.preceding.contains(c.record.number)) context.waitingCredits.push_back(item);
            const bool named = std::any_of(c.record.preceding.begin(), c.record.preceding.end(), [&number = item.number](const auto& p) { return p.number == number; });
            if (named && item.naturalKey != natural && item.kind != InvoiceKind::Credit) context.preceding.push_back(item);
        }
        for (const auto& [id, key] : keys)
            if (key.exists()) context.stays.keys.push_back(key);
        m_known.clear();
        for (const auto& [id, item] : items) m_known.push_back(item);
        context.stays.items = m_known;
        return context;
    }
    Result<IntakeDecision> take(const IntakeCommand& c)
    {
        auto decision = decideIntake(c, contextFor(c), policy);
        if (decision) append(decision);
        return decision;
    }
    InvoiceId take(const Invoice& record)
    {
        const auto decision = take(intake(record));
        return decision ? decision.value().invoice : InvoiceId{};
    }
    InvoiceId take(const QString& number, qint64 cents) { return take(invoice(number, cents)); }

protected:
    mutable std::vector<OpenItem> m_known;   // what the newest context looks at
};

inline Invoice credit(const QString& number, qint64 cents, const QStringList& of, QDate date = {2026, 11, 21})
{
    auto i = invoice(number, cents, {}, u"381"_s);
    i.issueDate = date;
    for (const auto& n : of) i.preceding.push_back({n, {}});
    return i;
}

inline QStringList openTasks(const OpenItem& item)
{
    QStringList out;
    for (const auto& t : item.tasks) out << t.kind;
    return out;
}

} // namespace kit
