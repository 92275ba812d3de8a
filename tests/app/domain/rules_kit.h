// Rules kit: invoices, items and a journal in memory for the tests of the rules. Used by tests/app/domain only.
#pragma once
#include "app/domain/counter_rules.h"
#include "app/domain/intake_rules.h"
#include "app/domain/json.h"
#include "app/domain/key_rules.h"
#include "app/domain/request_rules.h"
#include "app/domain/settlement_rules.h"
#include <QDebug>
#include <QSet>
#include <QTest>
#include <map>

namespace kit {

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

inline constexpr Instant kMorning{1'795'420'800'000};   // 2026-11-23T08:00:00Z
inline const QString kOwnIban = u"DE89370400440532013000"_s;
inline const QString kOtherIban = u"DE02120300000000202051"_s;

inline Money eur(qint64 cents) { return Money::cents(cents); }

inline Policy livePolicy()
{
    Policy p;
    p.payee = {u"Autohaus Beispiel GmbH"_s, kOwnIban, {}};
    p.portal = u"fake"_s;
    p.onAccountCustomers = {u"K-100"_s};
    return p;
}

inline Invoice invoice(const QString& number, qint64 cents, const QString& plate = {}, const QString& type = u"380"_s)
{
    Invoice i;
    i.number = number;
    i.typeCode = type;
    i.issueDate = QDate{2026, 11, 20};
    i.gross = i.amountDue = eur(cents);
    i.vehicle.plate = plate;
    i.buyer.name = u"Erika Mustermann"_s;
    i.iban = kOwnIban;
    i.ibans = {kOwnIban};
    return i;
}

inline IntakeCommand intake(const Invoice& record)
{
    IntakeCommand c;
    c.record = record;
    c.system = u"dms"_s;
    c.site = u"01"_s;
    c.contentHash = contentHashOf(record);
    c.freshInvoice = InvoiceId::fresh();
    c.freshKey = KeyId::fresh();
    return c;
}

inline RequestCommand requestCommand(qint64 sheet = 1)
{
    RequestCommand c;
    c.freshRequest = RequestId::fresh();
    c.token = u"K7M2QX4T9BHR"_s;
    c.idempotencyKey = c.freshRequest.text();
    c.sheet = sheet;
    return c;
}

inline CounterCommand cash(qint64 cents)
{
    CounterCommand c;
    c.payment = PaymentId::fresh();
    c.amount = eur(cents);
    c.receiptNumber = u"R-1"_s;
    return c;
}

inline PortalMovement moved(PortalMovement::Kind kind, const QString& id, qint64 cents, const QString& of = {})
{
    return {kind, id, of.isEmpty() ? id : of, u"card"_s, eur(cents), {}};
}

inline PortalSnapshot snapshot(qint64 seq, LinkState state, std::vector<PortalMovement> movements = {})
{
    PortalSnapshot s;
    s.linkId = u"pl_1"_s;
    s.state = state;
    s.fetchSeq = seq;
    s.movements = std::move(movements);
    return s;
}

template <class E> std::vector<E> all(const std::vector<Event>& events)
{
    std::vector<E> out;
    for (const auto& e : events)
        if (const auto* found = e.as<E>()) out.push_back(*found);
    return out;
}

inline QStringList taskKinds(const std::vector<Event>& events)
{
    QStringList out;
    for (const auto& t : all<TaskRaised>(events)) out << t.kind;
    return out;
}

// What the journal does with a decision, without its store: unique natural keys, folding, nothing else.
class Book {
public:
    std::map<InvoiceId, OpenItem> items;
    std::map<KeyId, VehicleKey> keys;
    std::vector<Recorded> journal;
    Instant now = kMorning;
    QString fault;                                   // the first thing that went wrong; empty: nothing

    bool append(const std::vector<Event>& events)
    {
        for (const auto& event : events) {
            if (const auto natural = keyOf(event); !natural.isEmpty()) {
                if (m_naturalKeys.contains(natural)) return fail(u"natural key twice: "_s + natural);
                m_naturalKeys.insert(natural);
            }
            const Recorded entry{static_cast<qint64>(journal.size()) + 1, now, {u"01"_s, u"A"_s, u"anna"_s}, event};
            journal.push_back(entry);
            if (!fold(items, keys, entry)) return false;
        }
        return true;
    }
    template <class D> bool append(const Result<D>& decision)
    {
        return decision ? append(decision.value().events) : fail(decision.error().code);
    }
    bool append(const Result<std::vector<Event>>& events)
    {
        return events ? append(events.value()) : fail(events.error().code);
    }
    bool fold(std::map<InvoiceId, OpenItem>& into, std::map<KeyId, VehicleKey>& keysInto, const Recorded& entry)
    {
        if (const auto about = invoiceOf(entry.event); !about.isNull()) {
            auto next = apply(into[about], entry);
            if (!next) return fail(next.error().detail);
            into[about] = next.value();
        }
        if (const auto about = keyIdOf(entry.event); !about.isNull()) {
            auto next = apply(keysInto[about], entry);
            if (!next) return fail(next.error().detail);
            keysInto[about] = next.value();
        }
        return true;
    }
    std::vector<OpenItem> stay(const KeyId& key) const
    {
        std::vector<OpenItem> out;
        for (const auto& [id, item] : items)
            if (item.hangsOn(key)) out.push_back(item);
        return out;
    }
    VehicleKey keyOfItem(const OpenItem& item) const
    {
        const auto found = keys.find(item.key);
        return found == keys.end() ? VehicleKey{} : found->second;
    }

private:
    bool fail(const QString& what)
    {
        if (fault.isEmpty()) fault = what;
        return false;
    }
    QSet<QString> m_naturalKeys;
};

// One invoice, taken in.
class One : public Book {
public:
    explicit One(const Invoice& record, const Policy& with = livePolicy()) : policy{with}
    {
        const auto taken = decideIntake(intake(record), {}, policy);
        append(taken);
        if (taken) id = taken.value().invoice;
    }
    explicit One(qint64 cents) : One{invoice(u"4711"_s, cents, u"M-AB 1234"_s)} {}

    OpenItem& item() { return items[id]; }
    VehicleKey& key() { return keys[item().key]; }
    // A payment request, answered by the portal.
    RequestId link()
    {
        const auto asked = decideRequest(item(), requestCommand(++m_sheet), policy);
        if (!append(asked)) return {};
        const auto request = asked.value().request;
        append(decideLinkAnswer(item(), request, {u"pl_%1"_s.arg(m_sheet), u"https://pay.example/x"_s, item().findRequest(request)->amount,
                                                  policy.training ? PortalMode::Test : PortalMode::Live, {}}));
        return request;
    }
    std::vector<Event> look(const RequestId& request, PortalSnapshot s)
    {
        s.linkId = item().findRequest(request)->linkId;
        auto events = decideSnapshot(item(), request, s, policy);
        append(events);
        return events;
    }
    RequestState stateOf(const RequestId& request) { return item().findRequest(request)->state; }

    InvoiceId id;
    Policy policy;

private:
    qint64 m_sheet = 0;
};

// Properties run on one fixed seed unless RC_PARAMS says otherwise; rapidcheck prints seed and counterexample on failure.
inline void fixSeed(int runs)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", QByteArray{"seed=20261123 max_success="} + QByteArray::number(runs));
}

} // namespace kit

Q_DECLARE_METATYPE(tresen::domain::RequestState)
