// Who works here, over a real store: coming in, waiting after wrong PINs, the second person, and that every station asks.
#include "app/core/limits.h"
#include "app/services/people.h"
#include "app/services/notes.h"
#include "tests/sim/fake_pins.h"
#include "tests/ui/desk_fixture.h"
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using domain::Right;
using domain::Role;

namespace {

template <class T, class F> Result<T> waitFor(F&& ask)
{
    std::optional<Result<T>> out;
    ask([&out](const Result<T>& r) { out = r; });
    if (!QTest::qWaitFor([&out] { return out.has_value(); }, test::kPatienceMs)) qFatal("no answer");
    return *out;
}

QString codeOfAnswer(const auto& result) { return result ? u"ok"_s : result.error().code; }

struct Staff : test::DeskFixture {
    sim::FakePins pins;
    services::People people{*journal, *feed, pins, clock, u"Tresen"_s};
    services::Notes notes{*journal, *feed};

    Staff() { load(people); }
    static void load(services::People& p)
    {
        if (!waitFor<Ok>([&](auto done) { p.load(done); })) qFatal("no people");
    }
    Result<domain::UserId> add(const QString& name, Role role, const QString& pin)
    {
        return waitFor<domain::UserId>([&](auto done) { people.save({{}, name, role, false}, Secret{pin}, done); });
    }
    // Anna, a manager, has come in; Ben is an advisor, Carla keeps the books.
    void engage()
    {
        anna = add(u"Anna Keller"_s, Role::Manager, u"4711"_s).value();
        ben = add(u"Ben Roth"_s, Role::Advisor, u"8150"_s).value();
        carla = add(u"Carla Vogt"_s, Role::Bookkeeper, u"2907"_s).value();
    }
    QString comeIn(const domain::UserId& user, const QString& pin)
    {
        return codeOfAnswer(waitFor<Ok>([&](auto done) { people.comeIn(user, Secret{pin}, done); }));
    }
    Result<services::Agreement> agree(Right right, const domain::UserId& user, const QString& pin)
    {
        return waitFor<services::Agreement>([&](auto done) { people.agree(right, user, Secret{pin}, done); });
    }
    QString setIban(const QString& iban, const services::Agreement& agreed = {})
    {
        return codeOfAnswer(waitFor<Ok>([&](auto done) { settings->set(u"payee.iban"_s, iban, u"Neues Konto bei der Bank"_s, done, agreed); }));
    }
    QString release(const QString& number, const QString& reason, const services::Agreement& agreed = {})
    {
        return codeOfAnswer(waitFor<services::KeyOutlook>([&](auto done) { keys->release(id(number), u"Frau Vogt"_s, true, reason, done, agreed); }));
    }
    QString note(const QString& number) { return codeOfAnswer(waitFor<Ok>([&](auto done) { notes.add(id(number), u"Reifen im Kofferraum"_s, done); })); }
    QString pay(const QString& number, bool force = false)
    {
        services::CounterRequest r;
        r.invoice = id(number);
        r.payment = domain::PaymentId::fresh();
        r.amount = item(number).open();
        r.receiptNumber = u"4711"_s;
        r.force = force;
        r.forceReason = force ? u"Portal antwortet nicht"_s : QString{};
        return codeOfAnswer(waitFor<services::CounterReceipt>([&](auto done) { counter->pay(r, done); }));
    }
    QString request(const QString& number) { return codeOfAnswer(waitFor<services::IssuedRequest>([&](auto done) { requests->issue(id(number), {}, done); })); }
    std::vector<domain::Recorded> entries() { return test::got(journal->entries(0, 1000)).value(); }
    QStringList complaints()
    {
        const auto report = test::got(journal->verify());
        return report ? report.value().problems : QStringList{report.error().code};
    }

    domain::UserId anna, ben, carla;
};

} // namespace

class TstPeople : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutUsersEverythingIsAsBefore()
    {
        Staff s;
        s.take(u"4061"_s, 10'000);
        QVERIFY(!s.people.isLocked());
        for (const auto right : domain::kAllRights) QVERIFY(s.people.mayAlone(right));
        QCOMPARE(s.note(u"4061"_s), u"ok"_s);
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"ok"_s);
        QCOMPARE(s.entries().back().by.user, u"Frau Roth"_s);
    }
    void theFirstOneIsAManagerAndIsInAtOnce()
    {
        Staff s;
        QCOMPARE(codeOfAnswer(s.add(u"Ben Roth"_s, Role::Advisor, u"8150"_s)), u"user.first_manager"_s);
        QCOMPARE(codeOfAnswer(s.add(u"Anna Keller"_s, Role::Manager, u"1234"_s)), u"pin.trivial"_s);
        QCOMPARE(codeOfAnswer(s.add(u"Anna Keller"_s, Role::Manager, {})), u"user.pin_missing"_s);
        QCOMPARE(s.entries().size(), 0u);
        QVERIFY(!s.people.current());
        bool seenLocked = false;                                        // the desk would ask for the PIN that has just been typed twice
        QObject::connect(&s.people, &services::People::changed, &s.people, [&] { seenLocked = seenLocked || s.people.isLocked(); });
        s.engage();
        QVERIFY(!seenLocked);
        QCOMPARE(s.people.current()->name, u"Anna Keller"_s);
        QCOMPARE(s.entries().front().by.user, u"Frau Roth"_s);          // who sat there when the first one was made
        QCOMPARE(s.entries().back().by.user, u"Anna Keller"_s);
        QCOMPARE(codeOfAnswer(waitFor<domain::UserId>([&](auto done) { s.people.save({s.anna, u"Anna Keller"_s, Role::Cashier, false}, {}, done); })), u"user.last_manager"_s);
        QCOMPARE(codeOfAnswer(s.add(u"anna keller"_s, Role::Cashier, u"6093"_s)), u"user.name_taken"_s);
        for (const auto& entry : s.entries()) QVERIFY(!QJsonDocument{domain::toJson(entry.event)}.toJson().contains("\"4711\""));
        QVERIFY2(s.complaints().isEmpty(), qPrintable(s.complaints().join(u';')));
    }
    // Two managers at two desks: one switches somebody off, the other one, who had opened that person before, gives a new PIN.
    void whoWasSwitchedOffElsewhereStaysOff()
    {
        Staff s;
        s.engage();
        const auto seen = s.people.known().find(s.ben)->user;
        auto off = seen;
        off.off = true;
        QCOMPARE(codeOfAnswer(waitFor<domain::UserId>([&](auto done) { s.people.save(off, {}, done, seen); })), u"ok"_s);
        QCOMPARE(codeOfAnswer(waitFor<domain::UserId>([&](auto done) { s.people.save(seen, Secret{u"6093"_s}, done, seen); })), u"user.changed"_s);
        QVERIFY(s.people.known().find(s.ben)->user.off);
        QCOMPARE(s.comeIn(s.ben, u"6093"_s), u"user.inactive"_s);
        QCOMPARE(codeOfAnswer(waitFor<domain::UserId>([&](auto done) { s.people.save(seen, {}, done, off); })), u"ok"_s);   // as it is now: meant
        QVERIFY(!s.people.known().find(s.ben)->user.off);
    }
    void fault_53_wrongPinsMakeWaitAlsoAfterARestart()
    {
        Staff s;
        s.engage();
        s.people.leave(services::People::Leave::Locked);
        QVERIFY(s.people.isLocked());
        for (int i = 0; i < domain::kFreePinTries; ++i) QCOMPARE(s.comeIn(s.ben, u"0815"_s), u"pin.wrong"_s);
        const int looked = s.pins.looked;
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"pin.wait"_s);            // not even the right one
        QCOMPARE(s.pins.looked, looked);
        QCOMPARE(s.comeIn(s.anna, u"4711"_s), u"ok"_s);                 // each waits for himself
        s.people.leave(services::People::Leave::Idle);

        services::People again{*s.journal, *s.feed, s.pins, s.clock, u"Tresen"_s};   // the desk has started anew
        Staff::load(again);
        const auto tryBen = [&](const QString& pin) { return codeOfAnswer(waitFor<Ok>([&](auto done) { again.comeIn(s.ben, Secret{pin}, done); })); };
        QCOMPARE(tryBen(u"8150"_s), u"pin.wait"_s);
        s.clock.advance(limits::kPinFirstWaitMs);
        QCOMPARE(tryBen(u"0815"_s), u"pin.wrong"_s);
        s.clock.advance(limits::kPinFirstWaitMs);
        QCOMPARE(tryBen(u"8150"_s), u"pin.wait"_s);                     // twice as long now
        s.clock.advance(limits::kPinFirstWaitMs);
        QCOMPARE(tryBen(u"8150"_s), u"ok"_s);
        QCOMPARE(again.known().find(s.ben)->failures, 0);
        QVERIFY2(s.complaints().isEmpty(), qPrintable(s.complaints().join(u';')));
    }
    void whoGoesFromNameToNameWaitsAtTheDesk()
    {
        Staff s;
        s.engage();
        s.people.leave(services::People::Leave::Locked);
        QCOMPARE(s.comeIn(s.ben, u"0815"_s), u"pin.wrong"_s);
        QCOMPARE(s.comeIn(s.ben, u"0816"_s), u"pin.wrong"_s);
        QCOMPARE(s.comeIn(s.carla, u"0815"_s), u"pin.wrong"_s);
        QCOMPARE(s.comeIn(s.carla, u"0816"_s), u"pin.wrong"_s);
        QCOMPARE(s.comeIn(s.anna, u"0815"_s), u"pin.wrong"_s);          // the fifth at this desk, for no name more than two
        const int looked = s.pins.looked;
        QCOMPARE(s.comeIn(s.anna, u"4711"_s), u"pin.wait"_s);
        QCOMPARE(s.pins.looked, looked);
        s.clock.advance(limits::kPinFirstWaitMs);
        QCOMPARE(s.comeIn(s.anna, u"4711"_s), u"ok"_s);
        QCOMPARE(s.comeIn(s.ben, u"0817"_s), u"pin.wrong"_s);           // counted anew
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"pin.wait"_s);            // his own third
    }
    // Started anew, the desk goes on counting; a clock that was set is neither a way around the wait nor a lockout.
    void wrongPinsAreCountedOverARestart()
    {
        Staff s;
        s.engage();
        s.people.leave(services::People::Leave::Locked);
        const auto file = s.folder.filePath(u"pin-tries.json"_s);
        const auto started = [&] {
            auto p = std::make_unique<services::People>(*s.journal, *s.feed, s.pins, s.clock, u"Tresen"_s);
            p->keepTries(file);
            Staff::load(*p);
            return p;
        };
        const auto comeIn = [](services::People& p, const domain::UserId& user, const QString& pin) {
            return codeOfAnswer(waitFor<Ok>([&](auto done) { p.comeIn(user, Secret{pin}, done); }));
        };
        for (const auto& user : {s.ben, s.ben, s.carla, s.carla, s.anna}) QCOMPARE(comeIn(*started(), user, u"0815"_s), u"pin.wrong"_s);   // each time a new start
        QCOMPARE(comeIn(*started(), s.anna, u"4711"_s), u"pin.wait"_s);
        s.clock.advance(-24LL * 60 * 60 * 1000);                        // set back by a day: no way around it ...
        QCOMPARE(comeIn(*started(), s.anna, u"4711"_s), u"pin.wait"_s);
        s.clock.advance(limits::kPinFirstWaitMs);                       // ... and no longer wait than a fresh one
        QCOMPARE(comeIn(*started(), s.anna, u"4711"_s), u"ok"_s);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(comeIn(*started(), s.anna, u"0815"_s), u"pin.wrong"_s);   // counted anew
    }
    void entriesCarryWhoHasComeIn()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        QCOMPARE(s.note(u"4061"_s), u"ok"_s);
        QCOMPARE(s.entries().back().by.user, u"Ben Roth"_s);
        s.people.leave(services::People::Leave::Locked);
        QTRY_VERIFY(s.entries().back().event.is<domain::UserLeft>());
        QCOMPARE(s.entries().back().by.user, u"Ben Roth"_s);
        s.take(u"4062"_s, 5'000);                                       // the folder goes on while the desk is locked
        QCOMPARE(s.entries().back().by.user, u"Tresen"_s);
        QCOMPARE(s.note(u"4061"_s), u"right.nobody"_s);
    }
    void everyStationAsksForItsRight()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        s.take(u"4062"_s, 10'000, u"FFB-AB 12"_s);
        s.people.leave(services::People::Leave::Locked);
        QCOMPARE(s.note(u"4061"_s), u"right.nobody"_s);
        QCOMPARE(s.pay(u"4061"_s), u"right.nobody"_s);
        QCOMPARE(s.request(u"4061"_s), u"right.nobody"_s);
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"right.nobody"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.settings->set(u"company.name"_s, u"Lindner"_s, {}, done); })), u"right.nobody"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.requests->withdraw(test::DeskFixture::id(u"4061"_s), done); })), u"right.nobody"_s);

        QCOMPARE(s.comeIn(s.carla, u"2907"_s), u"ok"_s);                // keeps the books: no money, no keys
        QCOMPARE(s.note(u"4061"_s), u"ok"_s);
        QCOMPARE(s.pay(u"4061"_s), u"right.missing"_s);
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"right.missing"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.counter->noteTransfer(test::DeskFixture::id(u"4061"_s), domain::PaymentId::fresh(), domain::Money::cents(1), done); })), u"right.missing"_s);
        QCOMPARE(codeOfAnswer(s.add(u"Dora"_s, Role::Manager, u"6093"_s)), u"right.missing"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.people.setPin(s.ben, Secret{u"6093"_s}, done); })), u"right.missing"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.people.setPin(s.carla, Secret{u"6093"_s}, done); })), u"ok"_s);

        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        QCOMPARE(s.pay(u"4061"_s, /*force=*/true), u"right.missing"_s);
        QCOMPARE(s.pay(u"4061"_s), u"ok"_s);
        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.counter->grantOnAccount(test::DeskFixture::id(u"4062"_s), true, done); })), u"right.missing"_s);
        services::RefundRequest refund;
        refund.invoice = test::DeskFixture::id(u"4061"_s);
        refund.refund = domain::RefundId::fresh();
        refund.payment = s.item(u"4061"_s).payments.front().sourceKey;
        refund.amount = domain::Money::cents(1'000);
        refund.reason = u"Teil war defekt geliefert"_s;
        refund.receiptNumber = u"4712"_s;
        refund.secondPerson = u"Anna Keller"_s;                         // a name is not enough
        QCOMPARE(codeOfAnswer(waitFor<services::RefundDone>([&](auto done) { s.refunds->giveBack(refund, done); })), u"right.missing"_s);
        refund.agreed = s.agree(Right::GiveBack, s.anna, u"4711"_s).value();
        QCOMPARE(codeOfAnswer(waitFor<services::RefundDone>([&](auto done) { s.refunds->giveBack(refund, done); })), u"ok"_s);
        QVERIFY(s.item(u"4061"_s).open().isPositive());
    }
    void aSecondPersonAgreesOnce()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        s.take(u"4062"_s, 10'000, u"FFB-AB 12"_s);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        QCOMPARE(codeOfAnswer(s.agree(Right::Override, s.ben, u"8150"_s)), u"right.second_person"_s);
        QCOMPARE(codeOfAnswer(s.agree(Right::Override, s.carla, u"2907"_s)), u"right.missing"_s);
        QCOMPARE(codeOfAnswer(s.agree(Right::Override, s.anna, u"4712"_s)), u"pin.wrong"_s);
        const auto agreed = s.agree(Right::Override, s.anna, u"4711"_s);
        QVERIFY(agreed.ok());
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s, agreed.value()), u"ok"_s);
        QVERIFY(!agreed.value().isGiven());
        QCOMPARE(s.release(u"4062"_s, u"Stammkunde zahlt morgen"_s, agreed.value()), u"right.missing"_s);   // used up
        const auto all = s.entries();
        const auto released = std::find_if(all.begin(), all.end(), [](const domain::Recorded& e) { return e.event.is<domain::KeyReleased>(); });
        QVERIFY(released != all.end());
        QCOMPARE(released->by.user, u"Ben Roth"_s);
        QCOMPARE(released->event.as<domain::KeyReleased>()->agreedBy, u"Anna Keller"_s);
    }
    void fault_45_twoPersonsChangeTheAccount()
    {
        const auto first = u"DE89370400440532013000"_s, second = u"DE02120300000000202051"_s;
        Staff s;
        s.engage();
        QCOMPARE(s.setIban(first), u"ok"_s);                            // nothing was set: one is enough
        QCOMPARE(s.setIban(second), u"setting.two_persons"_s);
        QCOMPARE(s.setIban(second, s.agree(Right::ChangePayee, s.ben, u"8150"_s).value()), u"ok"_s);
        QCOMPARE(s.entries().back().event.as<domain::SettingChanged>()->agreedBy, u"Ben Roth"_s);

        QCOMPARE(codeOfAnswer(waitFor<Ok>([&](auto done) { s.settings->propose(u"payee.iban"_s, first, u"Wieder das alte Konto"_s, done); })), u"ok"_s);
        Staff::load(s.people);
        QCOMPARE(s.people.known().proposals.size(), 1u);
        const auto proposal = s.people.known().proposals.front();
        QCOMPARE(proposal.byName, u"Anna Keller"_s);
        const auto confirm = [&] { return codeOfAnswer(waitFor<Ok>([&](auto done) { s.settings->decideProposal(proposal, true, done); })); };
        QCOMPARE(confirm(), u"proposal.same_person"_s);
        QCOMPARE(s.settings->value(u"payee.iban"_s), second);
        QCOMPARE(s.comeIn(s.carla, u"2907"_s), u"ok"_s);
        QCOMPARE(confirm(), u"ok"_s);
        QCOMPARE(s.settings->value(u"payee.iban"_s), first);
        QCOMPARE(s.entries().back().event.as<domain::SettingChanged>()->agreedBy, u"Anna Keller"_s);
        QCOMPARE(confirm(), u"proposal.none"_s);
        QVERIFY2(s.complaints().isEmpty(), qPrintable(s.complaints().join(u';')));
    }
    void fault_45_twoPersonsEndTheAlarmOfAnotherAccount()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        const auto invoice = test::DeskFixture::id(u"4061"_s);
        const domain::TaskId alarm{u"payee.differs:"_s + invoice.text() + u":1"_s};
        s.append({domain::TaskRaised{alarm, invoice, u"payee.differs"_s, u"DE02…51"_s, domain::Money::cents(10'000)}});
        const auto end = [&](const QString& how, const services::Agreement& agreed = {}) { return codeOfAnswer(waitFor<Ok>([&](auto done) { s.tasks->finish(invoice, alarm, how, done, agreed); })); };
        QCOMPARE(s.request(u"4061"_s), u"request.payee_differs"_s);
        QCOMPARE(end(u"Bank gefragt, Konto stimmt"_s), u"task.two_persons"_s);      // Anna manages, and is alone
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        QCOMPARE(end(u"Bank gefragt, Konto stimmt"_s), u"right.missing"_s);
        QCOMPARE(s.request(u"4061"_s), u"request.payee_differs"_s);
        QCOMPARE(end(u"kurz"_s, s.agree(Right::ChangePayee, s.anna, u"4711"_s).value()), u"task.how"_s);
        QCOMPARE(end(u"Bank gefragt, Konto stimmt"_s, s.agree(Right::ChangePayee, s.anna, u"4711"_s).value()), u"ok"_s);
        QCOMPARE(s.entries().back().event.as<domain::TaskDone>()->agreedBy, u"Anna Keller"_s);
        QCOMPARE(s.entries().back().by.user, u"Ben Roth"_s);
        QVERIFY(s.request(u"4061"_s) != u"request.payee_differs"_s);
        QVERIFY2(s.complaints().isEmpty(), qPrintable(s.complaints().join(u';')));
    }
    void exceptionsAreCountedAndASecondPersonIsAskedInTheEnd()
    {
        Staff s;
        s.engage();
        for (int i = 0; i <= limits::kOverridesAlone; ++i) s.take(u"41%1"_s.arg(i), 10'000, u"FFB-X %1"_s.arg(i));
        for (int i = 0; i < limits::kOverridesAlone; ++i) QCOMPARE(s.release(u"41%1"_s.arg(i), u"Stammkunde zahlt morgen"_s), u"ok"_s);
        const auto last = u"41%1"_s.arg(limits::kOverridesAlone);
        QCOMPARE(s.release(last, u"Stammkunde zahlt morgen"_s), u"key.override_limit"_s);
        QCOMPARE(s.release(last, u"Stammkunde zahlt morgen"_s, s.agree(Right::Override, s.ben, u"8150"_s).value()), u"ok"_s);
    }
    void aKeyThatLeftOnAnotherDayIsTakenBackByWhoMayOverride()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        const auto invoice = test::DeskFixture::id(u"4061"_s);
        const auto back = [&](const services::Agreement& agreed = {}) { return codeOfAnswer(waitFor<Ok>([&](auto done) { s.keys->takeBack(invoice, u"Radio vergessen"_s, done, {}, agreed); })); };
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"ok"_s);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        QCOMPARE(back(), u"ok"_s);                                      // the same day
        QCOMPARE(s.comeIn(s.anna, u"4711"_s), u"ok"_s);
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"ok"_s);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        s.clock.advance(24LL * 60 * 60 * 1000);
        QCOMPARE(back(), u"right.missing"_s);
        QCOMPARE(back(s.agree(Right::Override, s.anna, u"4711"_s).value()), u"ok"_s);
    }
    void aRequiredSignatureIsAskedForByTheJournal()
    {
        Staff s;
        s.take(u"4061"_s, 10'000);
        s.set({{u"keys.signature"_s, u"required"_s}});
        QCOMPARE(s.release(u"4061"_s, u"Stammkunde zahlt morgen"_s), u"key.unsigned"_s);
        services::ReleaseOrder order{test::DeskFixture::id(u"4061"_s), u"Frau Vogt"_s, true, u"Stammkunde zahlt morgen"_s, false, {}, {}, u"hat es eilig"_s};
        QCOMPARE(codeOfAnswer(waitFor<services::KeyOutlook>([&](auto done) { s.keys->release(order, done); })), u"ok"_s);
    }
    void fault_53_whoIsSwitchedOffElsewhereMayNothingHere()
    {
        Staff s;
        s.engage();
        s.take(u"4061"_s, 10'000);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"ok"_s);
        // Another desk on the same journal, where Anna has come in.
        store::StoreConfig config;
        config.file = s.folder.filePath(u"tresen.db"_s);
        store::SqlJournal other{config, s.clock};
        QVERIFY(test::got(other.open()).ok());
        services::JournalFeed feed{other};
        services::People there{other, feed, s.pins, s.clock, u"Tresen"_s};
        Staff::load(there);
        QVERIFY(waitFor<Ok>([&](auto done) { there.comeIn(s.anna, Secret{u"4711"_s}, done); }).ok());
        QVERIFY(waitFor<domain::UserId>([&](auto done) { there.save({s.ben, u"Ben Roth"_s, Role::Advisor, true}, {}, done); }).ok());
        QCOMPARE(s.note(u"4061"_s), u"right.inactive"_s);
        Staff::load(s.people);
        QVERIFY(s.people.isLocked());
        s.people.leave(services::People::Leave::Changed);
        QCOMPARE(s.comeIn(s.ben, u"8150"_s), u"user.inactive"_s);
    }
    void noMemoryForAPinIsSaid()
    {
        Staff s;
        s.pins.noMemory = true;
        QCOMPARE(codeOfAnswer(s.add(u"Anna Keller"_s, Role::Manager, u"4711"_s)), u"pin.hash"_s);
        QVERIFY(!s.people.known().any());
        QVERIFY(!s.people.isBusy());
    }
};

QTEST_GUILESS_MAIN(TstPeople)
#include "tst_people.moc"
