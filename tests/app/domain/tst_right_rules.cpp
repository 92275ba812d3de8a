// Users and rights: who may do what, the second person, PINs and their waiting.
#include "app/core/limits.h"
#include "app/domain/right_rules.h"
#include "app/domain/user_rules.h"
#include "rules_kit.h"
#include <functional>

using namespace kit;

namespace {

constexpr Role kRoles[] = {Role::Advisor, Role::Cashier, Role::Manager, Role::Bookkeeper};

UserId idOf(Role role) { return UserId{codeOf(role)}; }

// One active person of each role, named after it.
People everybody()
{
    People out;
    for (const auto role : kRoles) out.persons.push_back({{idOf(role), codeOf(role), role, false}, u"hash"_s, 0, {}});
    return out;
}

People folded(const std::vector<Event>& events, Instant at = kMorning)
{
    People out;
    qint64 seq = 0;
    for (const auto& event : events) apply(out, Recorded{++seq, at, {}, event});
    return out;
}

QString codeOfResult(const Result<Ok>& result) { return result ? u"ok"_s : result.error().code; }
QString codeOfEvents(const Result<std::vector<Event>>& result) { return result ? u"ok"_s : result.error().code; }

PaymentBooked payment(PaymentKind kind)
{
    PaymentBooked out;
    out.invoice = InvoiceId{u"i"_s};
    out.kind = kind;
    return out;
}

KeyReleased release(const QString& overrideReason)
{
    KeyReleased out;
    out.key = KeyId{u"k"_s};
    out.to = u"Frau Vogt"_s;
    out.overrideReason = overrideReason;
    return out;
}

SettingChanged payee(const QString& previous)
{
    return {u"payee.iban"_s, kOtherIban, previous, u"Neues Konto bei der Bank"_s, {}};
}

struct Act { const char* name; Event event; Right right; };

// Everything a person can have written that needs a right.
std::vector<Act> acts()
{
    return {{"request", RequestCreated{}, Right::Request},
            {"cash", payment(PaymentKind::Cash), Right::TakeMoney},
            {"card", payment(PaymentKind::CardTerminal), Right::TakeMoney},
            {"transfer", payment(PaymentKind::BankTransfer), Right::TakeMoney},
            {"cash back", payment(PaymentKind::RefundCash), Right::GiveBack},
            {"card back", payment(PaymentKind::RefundCard), Right::GiveBack},
            {"refund", RefundWanted{}, Right::GiveBack},
            {"write off", payment(PaymentKind::WriteOff), Right::ChangeAmounts},
            {"correction", payment(PaymentKind::Correction), Right::ChangeAmounts},
            {"on account by the manager", OnAccountGranted{InvoiceId{u"i"_s}, u"manager"_s, {}}, Right::ChangeAmounts},
            {"on account", OnAccountGranted{InvoiceId{u"i"_s}, u"customer"_s, {}}, Right::TakeMoney},
            {"release", release({}), Right::HandOver},
            {"override", release(u"Stammkunde zahlt morgen"_s), Right::Override},
            {"key back", KeyReturned{}, Right::HandOver},
            {"cancel by hand", InvoiceCancelled{InvoiceId{u"i"_s}, u"Auftrag storniert"_s, true}, Right::Cancel},
            {"not cancelled after all", InvoiceRestored{}, Right::TakeIn},
            {"no longer on account", OnAccountEnded{}, Right::ChangeAmounts},
            {"undo a run", IntakeUndone{}, Right::TakeIn},
            {"note", NoteAdded{}, Right::Work},
            {"vehicle put right", VehicleCorrected{}, Right::TakeIn},
            {"account taken back", OnAccountEnded{InvoiceId{u"i"_s}, {}, true}, Right::TakeMoney},
            {"receipt once more", ReceiptPrinted{}, Right::Work},
            {"reminder", ReminderSet{}, Right::Work},
            {"reminder done", ReminderDone{}, Right::Work},
            {"pickup code", PickupCodeIssued{}, Right::HandOver},
            {"pickup code tried", PickupCodeTried{}, Right::HandOver},
            {"run taken back", RunUndone{}, Right::TakeIn},
            {"refused file seen", ArrivalSettled{}, Right::Work},
            {"setting", SettingChanged{u"company.name"_s, u"Lindner"_s, {}}, Right::ChangeSettings},
            {"payee for the first time", payee({}), Right::ChangePayee},
            {"user", UserSaved{UserId{u"new"_s}, u"Neu"_s, Role::Advisor, false}, Right::ManageUsers},
            {"PIN of another", PinChanged{UserId{u"other"_s}, u"hash"_s}, Right::ManageUsers}};
}

// What happens by itself and must go on while nobody has come in.
std::vector<Event> ofItself()
{
    return {InvoiceTaken{}, InvoiceRevised{}, DocumentKept{}, CreditApplied{}, InvoiceCancelled{}, KeyTaken{}, KeyHung{}, KeyAssigned{}, KeyLeft{}, KeyCorrected{}, RequestAnswered{}, RequestMoved{}, PageOpened{}, OwnerChose{}, RefundMoved{},
            SheetPrinted{}, MailQueued{}, MailMoved{}, CounterLocked{}, CounterUnlocked{}, TaskRaised{}, TaskDone{}, SettlementWritten{}, SettlementAnswered{}, RunStored{}, ArrivalRefused{},
            payment(PaymentKind::Online), payment(PaymentKind::RefundOnline), payment(PaymentKind::Chargeback), payment(PaymentKind::ChargebackReversed), payment(PaymentKind::RefundBounced),
            SettingChanged{u"portal.used"_s, u"mollie"_s, {}}, UserCameIn{idOf(Role::Advisor)}, UserLeft{idOf(Role::Advisor), u"locked"_s}, PinFailed{idOf(Role::Advisor)}};
}

} // namespace

class TstRightRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutUsersEverythingIsAllowed()
    {
        for (const auto& act : acts()) QVERIFY2(checkRights({}, {}, act.right, {act.event}), act.name);
        for (const auto right : kAllRights) QVERIFY(checkRight({}, {}, right));
    }
    void everyActIsRefusedWithoutItsRight()
    {
        const auto people = everybody();
        for (const auto& act : acts()) {
            QCOMPARE(neededFor(act.event), std::optional{act.right});
            QCOMPARE(codeOfResult(checkRights(people, {}, std::nullopt, {act.event})), u"right.nobody"_s);
            for (const auto role : kRoles) {
                const auto may = checkRights(people, {idOf(role), {}}, std::nullopt, {act.event});
                QVERIFY2(may.ok() == holds(role, act.right), qPrintable(QLatin1StringView{act.name} + u' ' + codeOf(role)));
                if (!may) QCOMPARE(may.error().code, u"right.missing"_s);
                // Beside something harmless it is refused all the same.
                QCOMPARE(checkRights(people, {idOf(role), {}}, std::nullopt, {TaskRaised{}, act.event}).ok(), may.ok());
            }
        }
    }
    void whatTheStationAsksForCountsToo()
    {
        const auto people = everybody();
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Advisor), {}}, Right::ChangeAmounts, {})), u"right.missing"_s);
        QVERIFY(checkRights(people, {idOf(Role::Manager), {}}, Right::ChangeAmounts, {}));
        QCOMPARE(codeOfResult(checkRights(people, {}, Right::Work, {})), u"right.nobody"_s);
    }
    void whatHappensByItselfGoesOn()
    {
        const auto people = everybody();
        for (const auto& event : ofItself()) QVERIFY2(checkRights(people, {}, std::nullopt, {event}), qPrintable(kindOf(event)));
    }
    void everyKindIsInOneOfTheLists()
    {
        QSet<QString> known{u"SettingProposed"_s, u"SettingDecided"_s};   // see twoPersonsChangeThePayee()
        for (const auto& act : acts()) known << kindOf(act.event);
        for (const auto& event : ofItself()) known << kindOf(event);
        const auto kinds = static_cast<qsizetype>(kPlaceOf<DocumentKept, EventKinds>);   // the last one
        QCOMPARE(known.size(), kinds);
    }
    void whoIsSwitchedOffMayNothing()
    {
        auto people = everybody();
        people.persons[2].user.off = true;   // the manager
        for (const auto& act : acts()) QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Manager), {}}, std::nullopt, {act.event})), u"right.inactive"_s);
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Advisor), idOf(Role::Manager)}, std::nullopt, {release(u"Stammkunde zahlt morgen"_s)})), u"right.second_person"_s);
    }
    void aSecondPersonLendsTheRightOnce()
    {
        const auto people = everybody();
        auto key = release(u"Stammkunde zahlt morgen"_s);
        const Actor both{idOf(Role::Advisor), idOf(Role::Manager)};
        QVERIFY(checkRights(people, both, std::nullopt, {key}));
        key.agreedBy = codeOf(Role::Manager);
        QVERIFY(checkRights(people, both, std::nullopt, {key}));
        key.agreedBy = codeOf(Role::Bookkeeper);   // a name that has not agreed
        QCOMPARE(codeOfResult(checkRights(people, both, std::nullopt, {key})), u"right.agreed_by"_s);
        key.agreedBy.clear();
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Advisor), idOf(Role::Cashier)}, std::nullopt, {key})), u"right.missing"_s);
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Manager), idOf(Role::Manager)}, std::nullopt, {key})), u"right.second_person"_s);
        // Where a second person does not help, not even the manager's PIN does.
        QCOMPARE(codeOfResult(checkRights(people, both, std::nullopt, {SettingChanged{u"company.name"_s, u"Lindner"_s, {}}})), u"right.missing"_s);
        RefundWanted refund;
        refund.secondPerson = u"Chef"_s;
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Cashier), {}}, std::nullopt, {refund})), u"right.agreed_by"_s);
    }
    void whoCancelsByHandHasTheRightOrASecondPerson()
    {
        const auto people = everybody();
        InvoiceCancelled cancelled{InvoiceId{u"i"_s}, u"Auftrag storniert"_s, true, u"manager"_s};
        QVERIFY(checkRights(people, {idOf(Role::Advisor), idOf(Role::Manager)}, std::nullopt, {cancelled}));
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Advisor), {}}, Right::TakeIn, {cancelled})), u"right.missing"_s);
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Manager), {}}, std::nullopt, {cancelled})), u"right.agreed_by"_s);
        cancelled.byHand = false;   // a credit note that was read
        cancelled.agreedBy.clear();
        QVERIFY(checkRights(people, {}, std::nullopt, {cancelled}));
    }
    void everybodyMayChangeTheOwnPin()
    {
        const auto people = everybody();
        for (const auto role : kRoles) QVERIFY(checkRights(people, {idOf(role), {}}, std::nullopt, {PinChanged{idOf(role), u"hash"_s}}));
        QCOMPARE(codeOfResult(checkRights(people, {}, std::nullopt, {PinChanged{idOf(Role::Advisor), u"hash"_s}})), u"right.nobody"_s);
    }
    void twoPersonsChangeThePayee()
    {
        const auto people = everybody();
        const Actor manager{idOf(Role::Manager), {}};
        QCOMPARE(codeOfResult(checkRights(people, manager, std::nullopt, {payee(kOwnIban)})), u"setting.two_persons"_s);
        QVERIFY(checkRights(people, {idOf(Role::Manager), idOf(Role::Advisor)}, std::nullopt, {payee(kOwnIban)}));   // one of the two has the right
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Cashier), idOf(Role::Advisor)}, std::nullopt, {payee(kOwnIban)})), u"right.missing"_s);
        People alone;
        alone.persons.push_back(people.persons[2]);
        QVERIFY(checkRights(alone, manager, std::nullopt, {payee(kOwnIban)}));   // a workshop of one

        Proposal wanted{ProposalId{u"p"_s}, u"payee.iban"_s, kOtherIban, kOwnIban, u"Neues Konto bei der Bank"_s, idOf(Role::Manager), {}, {}};
        const auto proposed = decideProposal(people, wanted);
        QVERIFY(proposed.ok());
        auto waiting = people;
        for (const auto& event : proposed.value()) apply(waiting, Recorded{1, kMorning, {{}, {}, u"manager"_s}, event});
        QCOMPARE(waiting.proposals.size(), 1u);
        QCOMPARE(waiting.proposals.front().byName, u"manager"_s);
        QCOMPARE(codeOfEvents(decideProposal(waiting, wanted)), u"setting.proposed"_s);
        QCOMPARE(codeOfEvents(decideProposalEnd(waiting, wanted.id, idOf(Role::Manager), true, kOwnIban)), u"proposal.same_person"_s);
        QCOMPARE(codeOfEvents(decideProposalEnd(waiting, wanted.id, idOf(Role::Bookkeeper), true, kOtherIban)), u"proposal.overtaken"_s);
        const auto confirmed = decideProposalEnd(waiting, wanted.id, idOf(Role::Bookkeeper), true, kOwnIban);
        QVERIFY(confirmed.ok());
        QCOMPARE(confirmed.value().back().as<SettingChanged>()->agreedBy, u"manager"_s);
        QVERIFY(checkRights(waiting, {idOf(Role::Bookkeeper), {}}, std::nullopt, confirmed.value()));
        QVERIFY(checkRights(waiting, {idOf(Role::Advisor), {}}, std::nullopt, confirmed.value()));   // the manager has proposed it
        QCOMPARE(codeOfResult(checkRights(waiting, manager, std::nullopt, confirmed.value())), u"right.second_person"_s);
        auto renamed = waiting;                                                                       // since it was proposed
        apply(renamed, Recorded{2, kMorning, {}, UserSaved{idOf(Role::Manager), u"Anna Roth"_s, Role::Manager, false}});
        const auto late = decideProposalEnd(renamed, wanted.id, idOf(Role::Bookkeeper), true, kOwnIban);
        QVERIFY(late.ok());
        QVERIFY(checkRights(renamed, {idOf(Role::Bookkeeper), {}}, std::nullopt, late.value()));
        for (const auto& event : confirmed.value()) apply(waiting, Recorded{2, kMorning, {}, event});
        QVERIFY(waiting.proposals.empty());
        QCOMPARE(codeOfEvents(decideProposalEnd(waiting, wanted.id, idOf(Role::Bookkeeper), true, kOwnIban)), u"proposal.none"_s);
        wanted.key = u"company.name"_s;
        QCOMPARE(codeOfEvents(decideProposal(people, wanted)), u"setting.not_locked"_s);
    }
    void fault_45_anAlarmIsEndedByTwoOfWhomOneHasTheRight()
    {
        const auto people = everybody();
        const auto done = [](const char* task, const QString& agreedBy = {}) { return Event{TaskDone{TaskId{QLatin1StringView{task}}, InvoiceId{u"i"_s}, u"Bank hat das Konto bestätigt"_s, agreedBy}}; };
        const auto answer = [&](const Actor& actor, const Event& event) { return codeOfResult(checkRights(people, actor, std::nullopt, {event})); };
        const std::pair<const char*, Right> alarms[]{{"payee.differs:i:1", Right::ChangePayee}, {"payee.factoring:i:1", Right::ChangePayee},
                                                     {"payment.currency:fake:online:tr_1", Right::ChangeAmounts}, {"payment.amount:fake:online:tr_1", Right::ChangeAmounts},
                                                     {"payment.vanished:fake:online:tr_1", Right::ChangeAmounts}, {"payment.changed:fake:online:tr_1", Right::ChangeAmounts}};
        for (const auto& alarm : alarms) {
            QCOMPARE(neededFor(done(alarm.first)), std::optional{alarm.second});
            QCOMPARE(answer({}, done(alarm.first)), u"right.nobody"_s);
            for (const auto role : kRoles) QCOMPARE(answer({idOf(role), {}}, done(alarm.first)), holds(role, alarm.second) ? u"task.two_persons"_s : u"right.missing"_s);
            QCOMPARE(answer({idOf(Role::Advisor), idOf(Role::Cashier)}, done(alarm.first)), u"right.missing"_s);
            QCOMPARE(answer({idOf(Role::Advisor), idOf(Role::Manager)}, done(alarm.first, u"manager"_s)), u"ok"_s);
            QCOMPARE(answer({idOf(Role::Manager), idOf(Role::Advisor)}, done(alarm.first, u"advisor"_s)), u"ok"_s);
            QCOMPARE(answer({idOf(Role::Manager), idOf(Role::Advisor)}, done(alarm.first, u"bookkeeper"_s)), u"right.agreed_by"_s);
            People alone;
            alone.persons.push_back(people.persons[2]);
            QVERIFY(checkRights(alone, {idOf(Role::Manager), {}}, std::nullopt, {done(alarm.first)}));   // a workshop of one
            // A run that is taken back takes its alarms along; that of another invoice stays one.
            QVERIFY(checkRights(people, {idOf(Role::Advisor), {}}, std::nullopt, {done(alarm.first), IntakeUndone{InvoiceId{u"i"_s}, {}}}));
            QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Advisor), {}}, std::nullopt, {done(alarm.first), IntakeUndone{InvoiceId{u"j"_s}, {}}})), u"right.missing"_s);
        }
        QVERIFY(checkRights(people, {idOf(Role::Advisor), {}}, std::nullopt, {done("amount.changed:i:2")}));
    }
    void theFirstFurtherAccountSilencesAnAlarmAndTakesTwo()
    {
        const auto people = everybody();
        const SettingChanged own{u"payee.own_ibans"_s, kOtherIban, {}, u"Konto der Filiale"_s, {}};
        QCOMPARE(codeOfResult(checkRights(people, {idOf(Role::Manager), {}}, std::nullopt, {own})), u"setting.two_persons"_s);
        QVERIFY(checkRights(people, {idOf(Role::Manager), idOf(Role::Advisor)}, std::nullopt, {own}));
        QVERIFY(checkRights({}, {}, std::nullopt, {own}));
    }
    void theFirstIsAManagerAndOneStays()
    {
        const User anna{UserId{u"a"_s}, u"Anna Keller"_s, Role::Manager, false};
        QCOMPARE(codeOfEvents(decideUserSaved({}, {anna.id, anna.name, Role::Cashier, false}, u"h"_s)), u"user.first_manager"_s);
        QCOMPARE(codeOfEvents(decideUserSaved({}, {anna.id, anna.name, Role::Manager, true}, u"h"_s)), u"user.first_manager"_s);
        QCOMPARE(codeOfEvents(decideUserSaved({}, anna, {})), u"user.pin_missing"_s);
        QCOMPARE(codeOfEvents(decideUserSaved({}, {anna.id, u"  "_s, Role::Manager, false}, u"h"_s)), u"user.name"_s);
        const auto made = decideUserSaved({}, anna, u"h"_s);
        QVERIFY(made.ok());
        const auto people = folded(made.value());
        QCOMPARE(people.persons.size(), 1u);
        QCOMPARE(people.persons.front().user, anna);
        QCOMPARE(people.persons.front().pin, u"h"_s);
        QCOMPARE(codeOfEvents(decideUserSaved(people, {anna.id, anna.name, Role::Advisor, false}, {})), u"user.last_manager"_s);
        QCOMPARE(codeOfEvents(decideUserSaved(people, {anna.id, anna.name, Role::Manager, true}, {})), u"user.last_manager"_s);
        QCOMPARE(codeOfEvents(decideUserSaved(people, {UserId{u"b"_s}, u"ANNA keller"_s, Role::Advisor, false}, u"h"_s)), u"user.name_taken"_s);
        QVERIFY(decideUserSaved(people, anna, {}).value().empty());   // nothing changed
        QVERIFY(checkStillAs(people, anna));
        QCOMPARE(codeOfResult(checkStillAs(people, {anna.id, anna.name, Role::Advisor, false})), u"user.changed"_s);
        QCOMPARE(codeOfResult(checkStillAs({}, anna)), u"user.changed"_s);
        QVERIFY(decideUserSaved(people, {anna.id, u"Anna Roth"_s, Role::Manager, false}, {}).ok());
    }
    void trivialPinsAreRefused()
    {
        for (const auto& pin : {u"123"_s, u"1234567890123"_s, u"12a4"_s, u"٣٤٥٦"_s, QString{}, u"12 45"_s}) QCOMPARE(codeOfResult(checkPin(Secret{pin})), u"pin.form"_s);
        for (const auto& pin : {u"0000"_s, u"1234"_s, u"9876"_s, u"7890"_s, u"1212"_s, u"121212"_s, u"999999"_s, u"012345678901"_s}) QCOMPARE(codeOfResult(checkPin(Secret{pin})), u"pin.trivial"_s);
        for (const auto& pin : {u"4711"_s, u"1235"_s, u"808017"_s, u"250385117294"_s}) QCOMPARE(codeOfResult(checkPin(Secret{pin})), u"ok"_s);
    }
    void waitingGrowsToAnEnd()
    {
        Person person{{UserId{u"a"_s}, u"Anna"_s, Role::Manager, false}, u"h"_s, 0, {}};
        qint64 before = 0;
        for (int failures = 0; failures < 20; ++failures) {
            person.failures = failures;
            person.failedAt = kMorning;
            const auto until = waitsUntil(person);
            if (failures < kFreePinTries) {
                QVERIFY(until.isNull());
                continue;
            }
            const auto wait = until.ms - kMorning.ms;
            QVERIFY(wait >= before && wait <= limits::kPinMaxWaitMs);
            if (failures == kFreePinTries) QCOMPARE(wait, qint64{limits::kPinFirstWaitMs});
            before = wait;
        }
        QCOMPARE(before, qint64{limits::kPinMaxWaitMs});
        People people;
        people.persons.push_back(person);
        QCOMPARE(codeOfResult(mayTryPin(people, person.user.id, kMorning.plusMs(limits::kPinMaxWaitMs - 1))), u"pin.wait"_s);
        QVERIFY(mayTryPin(people, person.user.id, kMorning.plusMs(limits::kPinMaxWaitMs)));
        // By the clock of another desk that is a little behind it goes on; one that was a year ahead and was put right locks nobody out until then.
        QCOMPARE(codeOfResult(mayTryPin(people, person.user.id, kMorning.plusMs(-60'000))), u"pin.wait"_s);
        people.persons.front().failedAt = kMorning.plusMs(365LL * 24 * 3600 * 1000);
        QVERIFY(mayTryPin(people, person.user.id, kMorning));
        QVERIFY(decidePinFailed(people, person.user.id, kMorning).ok());
        people.persons.front().failedAt = kMorning;
        // The right one ends it.
        apply(people, Recorded{1, kMorning, {}, UserCameIn{person.user.id}});
        QCOMPARE(people.persons.front().failures, 0);
        QCOMPARE(codeOfEvents(decideCameIn(people, UserId{u"x"_s}, kMorning)), u"user.unknown"_s);
        people.persons.front().user.off = true;
        QCOMPARE(codeOfEvents(decideCameIn(people, person.user.id, kMorning)), u"user.inactive"_s);
    }
};

QTEST_GUILESS_MAIN(TstRightRules)
#include "tst_right_rules.moc"
