#include "app/core/limits.h"
#include "rules_kit.h"
#include <rapidcheck.h>
#include <algorithm>

using namespace kit;
using K = PortalMovement::Kind;

namespace {

// A portal of one process: links, what their owners did, and every look at them with the number its fetch started with.
struct FakeLink {
    RequestId request;
    InvoiceId invoice;
    QString id;
    Money amount;
    LinkState state = LinkState::Open;
    bool known = false;                  // our side has the answer to the creation
    std::vector<PortalMovement> movements;
};

struct Look { RequestId request; InvoiceId invoice; PortalSnapshot snapshot; };

struct Step { int what = 0, who = 0, which = 0; qint64 amount = 0; };

std::ostream& operator<<(std::ostream& out, const Step& s)
{
    return out << '{' << s.what << ',' << s.who << ',' << s.which << ',' << s.amount << '}';
}

// Two desks, one portal, a handful of invoices of three cars; every step is one decision of the rules or one act of the world.
class World : public Book {
public:
    World() { policy = livePolicy(); }

    void run(const Step& s)
    {
        now = now.plusMs(1000 + s.amount % 7000);
        desk = s.who % 2 == 0 ? u"A"_s : u"B"_s;
        step = s;
        switch (s.what % 28) {
        case 0: case 1: return takeInvoice();
        case 2: return takeAgain();
        case 3: return takeCredit();
        case 4: case 5: case 6: return ask();
        case 7: case 8: case 9: return answerCreation();
        case 10: return withdraw();
        case 11: case 12: return counterStart();
        case 13: case 14: case 15: return counterPay();
        case 16: return counterEnd();
        case 17: case 18: return ownerActs();
        case 19: case 20: return startFetch();
        case 21: case 22: return deliverLook();
        case 23: return cancelAtPortal();
        case 24: return releaseKey();
        case 25: return keyComesBack();
        case 26: return settle();
        case 27: return smallThings();
        }
    }
    // Everything the portal knows arrives in the end.
    void catchUp()
    {
        for (auto& l : links) {
            if (!l.known) continue;
            looks.push_back(lookAt(l));
            step.which = static_cast<int>(looks.size()) - 1;
            deliver(looks.back());
        }
        for (auto& [id, item] : items) append(decideSettlement(item, SettlementId::fresh(), ++runs, u"f"_s));
    }

    Policy policy;
    std::vector<FakeLink> links;         // also those our side does not know yet
    int accepted = 0;                    // decisions that led to events

private:
    mutable std::vector<OpenItem> m_known;   // what the newest context looks at
    template <class D> bool commit(const D& decision)
    {
        if (!decision.ok()) return false;
        ++accepted;
        const auto& events = [&]() -> const std::vector<Event>& {
            if constexpr (requires { decision.value().events; }) return decision.value().events;
            else return decision.value();
        }();
        return append(events);
    }
    OpenItem* someItem()
    {
        if (items.empty()) return nullptr;
        return &std::next(items.begin(), step.which % static_cast<int>(items.size()))->second;
    }
    FakeLink* someLink()
    {
        return links.empty() ? nullptr : &links[static_cast<std::size_t>(step.which) % links.size()];
    }
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
    void take(const Invoice& record)
    {
        const auto command = kit::intake(record);
        commit(decideIntake(command, contextFor(command), policy));
    }
    void takeInvoice()
    {
        auto record = invoice(QString::number(step.which % 9), step.amount, step.who % 3 == 0 ? QString{} : u"M-X %1"_s.arg(step.who % 3));
        if (step.who % 5 == 0) record.buyer.id = u"K-100"_s;
        if (step.who % 11 == 0) record.paymentMeans = {u"59"_s};
        take(record);
    }
    void takeAgain()
    {
        if (const auto* item = someItem()) take(invoice(item->number, step.who % 2 ? step.amount : item->gross.inCents(), item->plate, item->kind == InvoiceKind::Credit ? u"381"_s : u"380"_s));
    }
    void takeCredit()
    {
        auto record = invoice(u"G%1"_s.arg(step.which), step.amount, {}, u"381"_s);
        record.preceding = {{QString::number(step.which % 9), {}}};
        if (step.who % 3 == 0) record.preceding.push_back({QString::number(step.who % 9), {}});
        take(record);
    }
    void ask()
    {
        const auto* item = someItem();
        if (!item) return;
        policy.portal = step.who % 7 == 0 ? QString{} : u"fake"_s;
        const auto id = item->id;
        const auto asked = decideRequest(*item, requestCommand(++sheet), policy);
        if (!commit(asked) || !asked.value().created || policy.portal.isEmpty()) return;
        // The portal makes the link at once; its answer may come late, wrong or never.
        const bool wrong = step.amount % 13 == 0;
        links.push_back({asked.value().request, id, u"pl_%1"_s.arg(links.size()), wrong ? eur(step.amount + 1) : items[id].findRequest(asked.value().request)->amount,
                         LinkState::Open, false, {}});
    }
    void answerCreation()
    {
        auto* l = someLink();
        if (!l) return;
        const auto& item = items[l->invoice];
        if (step.who % 5 == 0 && !l->known) {
            commit(decideLinkFailure(item, l->request, false, u"timeout"_s));
            return;
        }
        commit(decideLinkAnswer(item, l->request, {l->id, u"https://pay.example/"_s + l->id, l->amount, PortalMode::Live, {}}));
        l->known = true;
    }
    void withdraw()
    {
        const auto* item = someItem();
        if (!item) return;
        if (step.who % 6 == 0) commit(decideCancel(*item, u"wrong car, a new one comes"_s));
        else if (step.who % 6 == 1 && item->cancelled) commit(decideRestore(*item, u"it was the right car"_s));
        else commit(decideWithdraw(*item, u"withdrawn"_s));
    }
    void counterStart()
    {
        const auto* item = someItem();
        if (!item) return;
        if (step.who % 3 == 0) commit(decideCounterLock(*item, desk, now));
        else commit(decideCounterStart(*item, desk, now, step.who % 5 == 0));
    }
    void counterPay()
    {
        const auto* item = someItem();
        if (!item) return;
        auto c = cash(step.amount % 2 ? step.amount : item->open().inCents());
        c.method = static_cast<CounterMethod>(step.who % 3);
        c.force = step.who % 6 == 0;
        if (c.force) c.forceReason = u"portal silent"_s;   // without one it would be refused
        auto& last = lastPayment[item->id];
        if (step.who % 4 == 0 && !last.isNull()) c.payment = last;   // a dialog sends twice
        if (step.who % 7 == 0) {   // it stands on the account already
            if (commit(decideTransferNoted(*item, c.payment, c.amount))) last = c.payment;
        } else if (commit(decideCounterPayment(*item, c, desk, now, policy))) {
            last = c.payment;
        }
    }
    void counterEnd()
    {
        if (const auto* item = someItem()) append(decideCounterEnd(*item, desk));
    }
    void ownerActs()
    {
        auto* l = someLink();
        if (!l) return;
        const auto next = [&](const char* prefix) { return QString::fromLatin1(prefix) + QString::number(++portalIds); };
        const bool payable = l->state == LinkState::Open || l->state == LinkState::InFlight || l->state == LinkState::Authorized;
        switch (step.who % 8) {
        case 0: if (payable) l->state = LinkState::InFlight; break;
        case 1: if (payable) l->state = LinkState::Open; break;
        case 2: if (l->state == LinkState::Open) l->state = LinkState::Expired; break;
        case 3: if (payable) l->state = LinkState::Authorized; break;
        case 4: case 5:   // also a try that began before the link was closed, or a second payment
            if (l->state == LinkState::Paid && step.amount % 3) break;
            l->movements.push_back(moved(K::Payment, next("tr_"), step.amount % 5 ? l->amount.inCents() : step.amount));
            l->state = LinkState::Paid;
            break;
        case 6: case 7:
            for (const auto& m : std::vector{l->movements}) {
                if (m.kind != K::Payment || step.amount % 2) continue;
                l->movements.push_back(moved(step.who % 2 ? K::Refund : K::Chargeback, next("re_"), m.amount.inCents(), m.id));
                if (step.amount % 4 == 0) l->movements.push_back(moved(K::ChargebackReversed, next("cr_"), m.amount.inCents(), m.id));
                break;
            }
            break;
        }
    }
    Look lookAt(const FakeLink& l)
    {
        PortalSnapshot s;
        s.linkId = l.id;
        s.state = l.state;
        s.amount = l.amount;
        s.movements = l.movements;
        s.fetchSeq = ++fetches;
        s.opened = fetches % 2 == 0;
        return {l.request, l.invoice, s};
    }
    void startFetch()
    {
        const auto* l = someLink();
        if (!l || !l->known) return;
        auto look = lookAt(*l);
        if (step.who % 9 == 0) look.snapshot.state = LinkState::Unknown;
        if (step.who % 10 == 0) std::reverse(look.snapshot.movements.begin(), look.snapshot.movements.end());
        if (step.who % 13 == 0) look.snapshot.mode = PortalMode::Test;
        looks.push_back(look);
        if (step.who % 2) deliver(looks.back());
    }
    void deliverLook()   // any of them, any number of times
    {
        if (!looks.empty()) deliver(looks[static_cast<std::size_t>(step.which) % looks.size()]);
    }
    void deliver(const Look& look)
    {
        const auto events = decideSnapshot(items[look.invoice], look.request, look.snapshot, policy);
        accepted += events.empty() ? 0 : 1;
        append(events);
        if (events.empty()) noteLook(items[look.invoice], look.request, look.snapshot.fetchSeq, now);
    }
    void cancelAtPortal()
    {
        auto* l = someLink();
        if (!l || !l->known) return;
        const auto* r = items[l->invoice].findRequest(l->request);
        if (r->state != RequestState::Closing && r->state != RequestState::Failed) return;
        if (l->state == LinkState::Open) l->state = LinkState::Cancelled;
        if (l->state == LinkState::Cancelled) commit(decideCancelled(items[l->invoice], l->request));
    }
    void releaseKey();
    void keyComesBack()
    {
        if (keys.empty()) return;
        const auto key = std::next(keys.begin(), step.which % static_cast<int>(keys.size()))->second;
        if (step.who % 2) commit(decideReturn(key, u"radio"_s));
        else commit(decideHang(key, QString::number(step.who), {}));
    }
    void settle()
    {
        auto* item = someItem();
        if (!item) return;
        if (item->settlements.empty() || step.who % 3 == 0) {
            append(decideSettlement(*item, SettlementId::fresh(), ++runs, u"f"_s));
        } else {
            const auto id = item->settlements[static_cast<std::size_t>(step.amount) % item->settlements.size()].id;
            if (step.who % 3 == 1) commit(decideAnswer(*item, id, step.amount % 2 == 0, u"period closed"_s));
            else commit(decideResend(*item, id, ++runs, u"g"_s));
        }
    }
    void smallThings()
    {
        auto* item = someItem();
        if (!item) return;
        const auto* live = item->liveRequest();
        switch (step.who % 4) {
        case 0: commit(decideOnAccount(*item, policy, {}, QDate{2026, 11, 23}, step.amount % 2 == 0)); break;
        case 1: if (!item->tasks.empty()) append({TaskDone{item->tasks[0].id, item->id, u"seen"_s}}); break;
        case 2: if (live) commit(decideSilent(*item, live->id)); break;
        case 3: now = now.plusMs(limits::kCounterLockMs); break;
        }
    }

    Step step;
    QString desk;
    std::vector<Look> looks;
    std::map<InvoiceId, PaymentId> lastPayment;
    qint64 sheet = 0, fetches = 0, portalIds = 0, runs = 0;
};

void World::releaseKey()
{
    if (keys.empty()) return;
    const auto key = std::next(keys.begin(), step.which % static_cast<int>(keys.size()))->second;
    const auto all = stay(key.id);
    ReleaseCommand c;
    c.to = u"Erika"_s;
    if (step.who % 4 == 0) c.overrideReason = step.who % 8 == 0 ? u"short"_s : u"known customer"_s;
    for (const auto& item : all)
        if (item.truthElsewhere() && (c.freshAt.isNull() || item.truthAt < c.freshAt)) c.freshAt = item.truthAt;
    const auto decision = decideRelease(key, all, c, now);
    if (!decision) return;
    const auto released = kit::all<KeyReleased>(decision.value()).at(0);
    RC_ASSERT(released.overrideReason.isEmpty() != (released.rule == u"override"_s));
    if (released.overrideReason.isEmpty()) {
        RC_ASSERT(!all.empty());
        for (const auto& item : all) {   // by rule: nothing red, nothing under way, nothing outdated
            const auto row = boardRow(item, key, all);
            RC_ASSERT(lightOf(row, now) == Light::Green || lightOf(row, now) == Light::Grey);
            RC_ASSERT(row.state != BoardState::Running && row.state != BoardState::Unknown && row.state != BoardState::Reversed);
            RC_ASSERT(!item.open().isPositive() || onAccountCovers(item) || item.directDebit || item.cancelled);
        }
    } else {
        RC_ASSERT(released.overrideReason.size() >= limits::kOverrideReasonMin);
    }
    commit(decision);
}

qint64 sumOf(const std::vector<Payment>& payments)
{
    qint64 sum = 0;
    for (const auto& p : payments) sum += p.amount.inCents();
    return sum;
}

void checkItem(const World& world, const OpenItem& item)
{
    RC_ASSERT(sumOf(item.payments) == item.paid.inCents());
    RC_ASSERT(item.open().inCents() == (item.cancelled ? 0 : item.due.inCents() - item.credited.inCents()) - item.paid.inCents());
    RC_ASSERT(item.credited.inCents() >= 0);
    RC_ASSERT(std::count_if(item.requests.begin(), item.requests.end(), [](const PayRequest& r) { return r.live(); }) <= 1);
    QSet<QString> sources;
    for (const auto& p : item.payments) {
        RC_ASSERT(!sources.contains(p.sourceKey));
        sources.insert(p.sourceKey);
        RC_ASSERT(!p.amount.isZero());
        RC_ASSERT(p.kind != PaymentKind::Cash || p.amount.isPositive());
    }
    // What can be paid asks for exactly what is open.
    if (const auto* live = item.liveRequest(); live && live->state == RequestState::Open) {
        RC_ASSERT(live->amount == item.open());
        RC_ASSERT(!item.directDebit && !item.cancelled && item.kind != InvoiceKind::Credit);
    }
    // Green is what the hand-over allows, and nothing else.
    const auto key = world.keyOfItem(item);
    const auto all = world.stay(item.key);
    if (key.exists() && lightOf(boardRow(item, key, all), world.now) == Light::Green)
        for (const auto& other : all) RC_ASSERT(moneyAllowsKey(other) && !other.reversed());
    RC_ASSERT(mayBeOwed(boardRow(item, key, all)) || (!settlementOwed(item) && unanswered(item).empty()));
    // The records for the workshop system add up to what was paid, whenever nothing is owed to it; of a cancelled one it is told no more than that.
    if (!settlementOwed(item) && !item.open().isPositive()) {
        qint64 told = 0;
        for (const auto& s : item.settlements) told += s.amount.inCents();
        RC_ASSERT((item.cancelled ? told <= item.paid.inCents() : told == item.paid.inCents()));
    }
}

void checkReplay(World& world)
{
    std::map<InvoiceId, OpenItem> items;
    std::map<KeyId, VehicleKey> keys;
    for (const auto& entry : world.journal) {
        // The journal holds JSON: what is folded again is what was written.
        const auto read = eventFromJson(kindOf(entry.event), toJson(entry.event));
        RC_ASSERT(read.ok());
        RC_ASSERT(world.fold(items, keys, Recorded{entry.seq, entry.at, entry.by, read.value()}));
    }
    RC_ASSERT(keys == world.keys);
    RC_ASSERT(items.size() == world.items.size());
    for (auto& [id, item] : world.items) {
        auto& again = items[id];
        for (auto& r : again.requests) r.fetchSeq = item.findRequest(r.id)->fetchSeq;   // looks without news are not in the journal
        again.truthAt = item.truthAt;
        again.source = item.source;
        RC_ASSERT(again == item);
        RC_ASSERT(itemFromJson(toJson(item)).value() == item);
    }
}

void checkPortal(World& world)
{
    for (const auto& l : world.links) {
        const auto& item = world.items[l.invoice];
        const auto* r = item.findRequest(l.request);
        RC_ASSERT(r != nullptr);
        if (!l.known) continue;
        RC_ASSERT(r->linkId == l.id);   // a link we were told of can always be closed and watched
        for (const auto& m : l.movements) {
            static const std::map<K, QString> kinds{{K::Payment, u"online"_s}, {K::Refund, u"refund_online"_s}, {K::Chargeback, u"chargeback"_s}, {K::ChargebackReversed, u"chargeback_reversed"_s}};
            RC_ASSERT(item.findPayment(u"fake:%1:%2"_s.arg(kinds.at(m.kind), m.id)) != nullptr);
        }
        // Nobody can pay over a link that nobody watches: payable means live, or failed with a task about the wrong link.
        if (l.state == LinkState::Open) RC_ASSERT(r->live() || item.tasksEver.contains(u"portal.wrong_link:"_s + l.request.text()));
    }
}

int g_histories = 0, g_steps = 0, g_accepted = 0;
qsizetype g_entries = 0;

} // namespace

class TestApply : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(3000); }
    void randomHistories();
    void contradictionsAreCorrupt();
    void keyContradictionsAreCorrupt();
    void eventsAboutOthersChangeNothing();
    void fault_47_naturalKeysTellInvoicesApart();
    void reversedIsFoundHoweverItWasSettled();
    void largestAmountsNeverOverflow();
};

void TestApply::randomHistories()
{
    QVERIFY(rc::check("any history of decisions keeps the books", [] {
        const auto steps = *rc::gen::container<std::vector<Step>>(rc::gen::apply(
            [](int what, int who, int which, qint64 amount) { return Step{what, who, which, amount}; },
            rc::gen::inRange(0, 28), rc::gen::inRange(0, 1000), rc::gen::inRange(0, 1000), rc::gen::inRange<qint64>(1, 30000)));
        World world;
        ++g_histories;
        for (const auto& s : steps) {
            world.run(s);
            RC_LOG() << world.fault.toStdString();
            RC_ASSERT(world.fault.isEmpty());   // every natural key once, every event folds
            for (const auto& [id, item] : world.items) checkItem(world, item);
            ++g_steps;
        }
        world.catchUp();
        RC_LOG() << world.fault.toStdString();
        RC_ASSERT(world.fault.isEmpty());
        for (const auto& [id, item] : world.items) checkItem(world, item);
        checkPortal(world);
        checkReplay(world);
        g_accepted += world.accepted;
        g_entries += static_cast<qsizetype>(world.journal.size());
    }));
    qInfo("%d histories, %d steps, %d decisions taken, %lld journal entries", g_histories, g_steps, g_accepted, static_cast<long long>(g_entries));
    QVERIFY(g_accepted > g_histories * 5);   // the driver really drives
}

void TestApply::contradictionsAreCorrupt()
{
    One one{10000};
    const auto r = one.link();
    const auto corrupt = [&](const Event& e) {
        const auto folded = apply(one.item(), Recorded{99, one.now, {}, e});
        return !folded && folded.error().fault == Fault::Corrupt;
    };
    InvoiceTaken twice;
    twice.invoice = one.id;
    QVERIFY(corrupt(twice));
    InvoiceRevised skipped;
    skipped.invoice = one.id;
    skipped.version = 3;
    QVERIFY(corrupt(skipped));
    RequestCreated second;
    second.request = RequestId::fresh();
    second.invoice = one.id;
    QVERIFY(corrupt(second));
    const auto nobody = RequestId::fresh();
    QVERIFY(corrupt(RequestMoved{nobody, one.id, RequestState::Open, {}, 0}));
    QVERIFY(corrupt(RequestAnswered{nobody, one.id, RequestState::Open, {}, {}, {}, {}}));
    QVERIFY(corrupt(SheetPrinted{nobody, one.id, 0, {}, {}}));
    QVERIFY(corrupt(SettlementAnswered{SettlementId::fresh(), one.id, true, {}}));
    QVERIFY(corrupt(CreditApplied{one.id, InvoiceId::fresh(), {}, Money::cents(1, Currency::fromCode(u"CHF").value())}));
    PaymentBooked p;
    p.invoice = one.id;
    p.sourceKey = u"x"_s;
    p.amount = Money::cents(1, Currency::fromCode(u"CHF").value());
    QVERIFY(corrupt(p));
    p.amount = eur(1);
    one.append({p});
    QVERIFY(corrupt(p));
    QVERIFY(corrupt(InvoiceCancelled{InvoiceId::fresh(), {}}));   // about another item
    QVERIFY(!apply(OpenItem{}, Recorded{1, one.now, {}, InvoiceCancelled{one.id, {}}}).ok());
    // An ended request does not come back beside a live one.
    one.append(decideWithdraw(one.item(), u"withdrawn"_s));
    one.append(decideCancelled(one.item(), r));
    one.link();
    QVERIFY(corrupt(RequestMoved{r, one.id, RequestState::InFlight, {}, 9}));
    QVERIFY(corrupt(RequestAnswered{r, one.id, RequestState::Open, {}, {}, {}, {}}));
    QVERIFY(!corrupt(RequestMoved{r, one.id, RequestState::Paid, {}, 9}));
}

void TestApply::keyContradictionsAreCorrupt()
{
    One one{10000};
    const auto corrupt = [&](const Event& e) {
        const auto folded = apply(one.key(), Recorded{99, one.now, {}, e});
        return !folded && folded.error().fault == Fault::Corrupt;
    };
    QVERIFY(corrupt(KeyHung{KeyId::fresh(), u"1"_s}));
    QVERIFY(corrupt(KeyTaken{KeyId::fresh(), u"M-X 1"_s, {}, {}}));
    QVERIFY(corrupt(KeyTaken{one.item().key, u"M-X 1"_s, {}, {}}));
    QVERIFY(corrupt(KeyReturned{one.item().key, {}}));                        // it never left
    one.append({KeyReleased{one.item().key, one.id, u"Erika"_s, false, u"paid"_s, {}}});
    QVERIFY(corrupt(KeyReleased{one.item().key, one.id, u"Max"_s, false, u"paid"_s, {}}));
}

void TestApply::eventsAboutOthersChangeNothing()
{
    One one{10000};
    const auto before = one.item();
    QCOMPARE(apply(before, Recorded{99, one.now, {}, SettingChanged{u"payee.iban"_s, u"x"_s, {}}}).value(), before);
    QCOMPARE(apply(before, Recorded{99, one.now, {}, KeyHung{one.item().key, u"1"_s}}).value(), before);
    const auto key = one.key();
    QVERIFY(apply(key, Recorded{99, one.now, {}, SettingChanged{u"payee.iban"_s, u"x"_s, {}}}).value() == key);
    QVERIFY(keyIdOf(SettingChanged{u"payee.iban"_s, {}, {}}).isNull());
}

void TestApply::fault_47_naturalKeysTellInvoicesApart()
{
    auto a = invoice(u"4711"_s, 1), b = a;
    QCOMPARE(naturalKeyOf(u"01"_s, u"dms"_s, a), u"01/dms/2026/4711"_s);
    b.issueDate = QDate{2025, 1, 1};
    QVERIFY(naturalKeyOf(u"01"_s, u"dms"_s, a) != naturalKeyOf(u"01"_s, u"dms"_s, b));
    QVERIFY(naturalKeyOf(u"01"_s, u"dms"_s, a) != naturalKeyOf(u"02"_s, u"dms"_s, a));
    QVERIFY(naturalKeyOf(u"01"_s, u"dms"_s, a) != naturalKeyOf(u"01"_s, u"tyres"_s, a));
    a.number = u"%1 %2 %3 %4"_s;
    QCOMPARE(naturalKeyOf(u"%3"_s, u"%4"_s, a), u"%3/%4/2026/%1 %2 %3 %4"_s);
    a.issueDate = {};
    QVERIFY(naturalKeyOf(u"01"_s, u"dms"_s, a).contains(u"/0/"_s));
    QCOMPARE(foldPlate(u" m-ab 1234\u00a0"), u"MAB1234"_s);
}

// Settled by a payment and a credit together, or by a version that asks for less: money that goes back afterwards is an alarm all the same.
void TestApply::reversedIsFoundHoweverItWasSettled()
{
    const auto back = [](One& one, const RequestId& r) {
        one.look(r, snapshot(9, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 6000), moved(K::Chargeback, u"chb"_s, 6000, u"tr_1"_s)}));
        return boardState(one.item(), one.key());
    };
    One credited{10000};
    auto r = credited.link();
    credited.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 6000)}));
    QVERIFY(boardState(credited.item(), credited.key()) == BoardState::Part);
    credited.append({CreditApplied{credited.id, InvoiceId::fresh(), u"G1"_s, eur(4000)}});
    QCOMPARE(boardState(credited.item(), credited.key()), BoardState::Paid);
    QCOMPARE(back(credited, r), BoardState::Reversed);

    One revised{10000};
    r = revised.link();
    revised.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 6000)}));
    InvoiceRevised less;
    less.invoice = revised.id;
    less.record = invoice(u"4711"_s, 6000);
    revised.append({less});
    QCOMPARE(back(revised, r), BoardState::Reversed);

    One part{10000};   // never settled: a part payment that went back leaves it open
    r = part.link();
    part.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 6000)}));
    QVERIFY(back(part, r) != BoardState::Reversed);
}

void TestApply::largestAmountsNeverOverflow()
{
    One one{kMaxCents};
    const auto r = one.link();
    std::vector<PortalMovement> m;
    for (int i = 0; i < 100; ++i) m.push_back(moved(K::Payment, QString::number(i), kMaxCents));
    one.look(r, snapshot(1, LinkState::Paid, m));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
    QCOMPARE(one.item().open(), eur(kMaxCents - 100 * kMaxCents));
    QVERIFY(itemFromJson(toJson(one.item())).ok());
}

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
