#include "app/domain/right_rules.h"
#include "app/domain/setting.h"
#include "app/domain/user_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

struct RoleRights { Role role; std::vector<Right> rights; };

const std::vector<RoleRights>& rightTable()
{
    static const std::vector<RoleRights> table{
        {Role::Advisor, {Right::Work, Right::TakeIn, Right::Request, Right::TakeMoney, Right::HandOver}},
        {Role::Cashier, {Right::Work, Right::TakeIn, Right::Request, Right::TakeMoney, Right::GiveBack, Right::HandOver, Right::SeeReports}},
        {Role::Manager, {kAllRights.begin(), kAllRights.end()}},
        {Role::Bookkeeper, {Right::Work, Right::Request, Right::GiveBack, Right::ChangeAmounts, Right::ChangePayee, Right::SeeReports}}};
    return table;
}

Error noRight(const QString& code, const QString& detail = {})
{
    return Error{Fault::Refused, code, detail};
}

bool mayBy(const People& people, const UserId& id, Right right)
{
    const auto* person = people.find(id);
    return person && person->user.active() && holds(person->user.role, right);
}

std::optional<Right> neededForPayment(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash:
    case PaymentKind::CardTerminal:
    case PaymentKind::BankTransfer: return Right::TakeMoney;
    case PaymentKind::RefundCash:
    case PaymentKind::RefundCard: return Right::GiveBack;
    case PaymentKind::WriteOff:
    case PaymentKind::Correction: return Right::ChangeAmounts;
    case PaymentKind::Online:
    case PaymentKind::RefundOnline:
    case PaymentKind::Chargeback:
    case PaymentKind::ChargebackReversed:
    case PaymentKind::RefundBounced: return std::nullopt;   // read at the portal; what a person says of it is asked for by the station
    }
    Q_UNREACHABLE();
}

std::optional<Right> neededForSetting(const SettingChanged& e)
{
    const auto* def = findSetting(e.key);
    if (def && def->hidden && def->stays) return std::nullopt;   // kept by the program for itself
    return def && def->locked ? Right::ChangePayee : Right::ChangeSettings;
}

// The second person of these events: who has agreed with name and PIN, or who has proposed what is confirmed by them.
UserId secondOf(const People& people, const Actor& actor, const std::vector<Event>& events)
{
    if (!actor.agreedBy.isNull()) return actor.agreedBy;
    for (const auto& event : events)
        if (const auto* decided = event.as<SettingDecided>(); decided && decided->confirmed)
            if (const auto* p = people.findProposal(decided->proposal)) return p->by;
    return {};
}

QString agreedNameOf(const Event& event)
{
    if (const auto* refund = event.as<RefundWanted>()) return refund->secondPerson;
    if (const auto* key = event.as<KeyReleased>()) return key->agreedBy;
    if (const auto* setting = event.as<SettingChanged>()) return setting->agreedBy;
    if (const auto* task = event.as<TaskDone>()) return task->agreedBy;
    if (const auto* cancelled = event.as<InvoiceCancelled>()) return cancelled->agreedBy;
    if (const auto* account = event.as<OnAccountGranted>()) return account->agreedBy;
    return {};
}

QString kindOfTask(const TaskId& task) { return task.text().section(u':', 0, 0); }   // "kind:…", see TaskRaised

// A run that is taken back ends the tasks of its invoices, and asks for nothing from then on.
bool endsWithItsRun(const Event& event, const std::vector<Event>& events)
{
    const auto* done = event.as<TaskDone>();
    return done && std::any_of(events.begin(), events.end(), [&](const Event& e) { return e.is<IntakeUndone>() && invoiceOf(e) == done->invoice; });
}

bool isOwnPin(const Event& event, const UserId& user)
{
    const auto* pin = event.as<PinChanged>();
    return pin && pin->user == user;
}

// Nobody has to be in to come in, to go, or to type a wrong PIN.
bool isOfTheDoor(const Event& event)
{
    return event.is<UserCameIn>() || event.is<UserLeft>() || event.is<PinFailed>();
}

Result<Ok> checkOne(const People& people, const Actor& actor, const UserId& second, Right right)
{
    const auto* person = people.find(actor.user);
    if (!person) return noRight(u"right.nobody"_s, codeOf(right));
    if (person->user.off) return noRight(u"right.inactive"_s, person->user.name);
    if (holds(person->user.role, right)) return Ok{};
    if (secondHelps(right) && mayBy(people, second, right)) return Ok{};
    return noRight(u"right.missing"_s, codeOf(right));
}

} // namespace

QString codeOf(Right right)
{
    switch (right) {
    case Right::Work: return u"work"_s;
    case Right::TakeIn: return u"take_in"_s;
    case Right::Request: return u"request"_s;
    case Right::TakeMoney: return u"take_money"_s;
    case Right::GiveBack: return u"give_back"_s;
    case Right::HandOver: return u"hand_over"_s;
    case Right::Override: return u"override"_s;
    case Right::Cancel: return u"cancel"_s;
    case Right::ChangeAmounts: return u"change_amounts"_s;
    case Right::ChangeSettings: return u"change_settings"_s;
    case Right::ChangePayee: return u"change_payee"_s;
    case Right::SeeReports: return u"see_reports"_s;
    case Right::ManageUsers: return u"manage_users"_s;
    }
    Q_UNREACHABLE();
}

bool holds(Role role, Right right)
{
    const auto& table = rightTable();
    const auto row = std::find_if(table.begin(), table.end(), [&](const RoleRights& r) { return r.role == role; });
    return row != table.end() && std::find(row->rights.begin(), row->rights.end(), right) != row->rights.end();
}

bool secondHelps(Right right)
{
    return right == Right::GiveBack || right == Right::Override || right == Right::Cancel || right == Right::ChangeAmounts || right == Right::ChangePayee;
}

std::optional<Right> neededToEnd(const QString& taskKind)
{
    static const QHash<QString, Right> rights{{u"payee.differs"_s, Right::ChangePayee}, {u"payee.factoring"_s, Right::ChangePayee},
                                              {u"payment.currency"_s, Right::ChangeAmounts}, {u"payment.amount"_s, Right::ChangeAmounts},
                                              {u"payment.vanished"_s, Right::ChangeAmounts}, {u"payment.changed"_s, Right::ChangeAmounts}};
    const auto found = rights.constFind(taskKind);
    return found == rights.constEnd() ? std::nullopt : std::optional{*found};
}

bool endsByTwo(const People& people, const QString& taskKind)
{
    return neededToEnd(taskKind).has_value() && people.activeCount() > 1;
}

std::optional<Right> neededFor(const Event& event)
{
    return visit(Match{
        [](const PaymentBooked& e) { return neededForPayment(e.kind); },
        [](const RefundWanted&) { return std::optional{Right::GiveBack}; },
        [](const RequestCreated&) { return std::optional{Right::Request}; },
        [](const OnAccountGranted& e) { return std::optional{e.rule == u"manager" ? Right::ChangeAmounts : Right::TakeMoney}; },
        [](const KeyReleased& e) { return std::optional{e.overrideReason.isEmpty() ? Right::HandOver : Right::Override}; },
        [](const KeyReturned&) { return std::optional{Right::HandOver}; },
        [](const IntakeUndone&) { return std::optional{Right::TakeIn}; },
        [](const NoteAdded&) { return std::optional{Right::Work}; },
        [](const ReminderSet&) { return std::optional{Right::Work}; },
        [](const ReminderDone&) { return std::optional{Right::Work}; },
        [](const PickupCodeIssued&) { return std::optional{Right::HandOver}; },
        [](const PickupCodeTried&) { return std::optional{Right::HandOver}; },
        [](const SettingChanged& e) { return neededForSetting(e); },
        [](const SettingProposed&) { return std::optional{Right::Work}; },
        [](const SettingDecided& e) { return std::optional{e.confirmed ? Right::ChangePayee : Right::Work}; },
        [](const UserSaved&) { return std::optional{Right::ManageUsers}; },
        [](const PinChanged&) { return std::optional{Right::ManageUsers}; },
        [](const InvoiceTaken&) { return std::optional<Right>{}; },       // the folder brings them, too; by hand the station asks
        [](const InvoiceRevised&) { return std::optional<Right>{}; },
        [](const DocumentKept&) { return std::optional<Right>{}; },       // comes with its order, through door and folder
        [](const CreditApplied&) { return std::optional<Right>{}; },
        [](const InvoiceCancelled& e) { return e.byHand ? std::optional{Right::Cancel} : std::nullopt; },   // the folder brings credit notes, too
        [](const InvoiceRestored&) { return std::optional{Right::TakeIn}; },
        [](const OnAccountEnded& e) { return std::optional{e.undone ? Right::TakeMoney : Right::ChangeAmounts}; },   // undone: whoever may grant it at all
        [](const KeyTaken&) { return std::optional<Right>{}; },
        [](const KeyHung&) { return std::optional<Right>{}; },
        [](const VehicleCorrected&) { return std::optional{Right::TakeIn}; },
        [](const KeyAssigned&) { return std::optional<Right>{}; },        // follow from what was taken in or put right
        [](const KeyLeft&) { return std::optional<Right>{}; },
        [](const KeyCorrected&) { return std::optional<Right>{}; },
        [](const RequestAnswered&) { return std::optional<Right>{}; },    // what the portal said
        [](const RequestMoved&) { return std::optional<Right>{}; },
        [](const PageOpened&) { return std::optional<Right>{}; },
        [](const OwnerChose&) { return std::optional<Right>{}; },
        [](const RefundMoved&) { return std::optional<Right>{}; },
        [](const SheetPrinted&) { return std::optional<Right>{}; },       // belongs to a request that was asked for
        [](const ReceiptPrinted&) { return std::optional{Right::Work}; },
        [](const MailQueued&) { return std::optional<Right>{}; },
        [](const MailMoved&) { return std::optional<Right>{}; },
        [](const CounterLocked&) { return std::optional<Right>{}; },      // looking is no harm; the payment itself is asked for
        [](const CounterUnlocked&) { return std::optional<Right>{}; },
        [](const TaskRaised&) { return std::optional<Right>{}; },
        [](const TaskDone& e) { return neededToEnd(kindOfTask(e.task)); },
        [](const SettlementWritten&) { return std::optional<Right>{}; },  // a scheduled task writes them
        [](const SettlementAnswered&) { return std::optional<Right>{}; },
        [](const RunUndone&) { return std::optional{Right::TakeIn}; },
        [](const ArrivalSettled&) { return std::optional{Right::Work}; },
        [](const RunStored&) { return std::optional<Right>{}; },          // the folder brings them, too
        [](const ArrivalRefused&) { return std::optional<Right>{}; },
        [](const UserCameIn&) { return std::optional<Right>{}; },
        [](const UserLeft&) { return std::optional<Right>{}; },
        [](const PinFailed&) { return std::optional<Right>{}; }}, event);
}

Result<Ok> checkRights(const People& people, const Actor& actor, std::optional<Right> asked, const std::vector<Event>& events)
{
    if (!people.any()) return Ok{};
    const auto second = secondOf(people, actor, events);
    const auto* other = people.find(second);
    if (!second.isNull() && (!other || other->user.off || second == actor.user)) return noRight(u"right.second_person"_s);
    if (asked)
        if (const auto may = checkOne(people, actor, second, *asked); !may) return may;
    for (const auto& event : events) {
        if (isOfTheDoor(event) || endsWithItsRun(event, events)) continue;
        const auto needed = isOwnPin(event, actor.user) ? std::optional{Right::Work} : neededFor(event);
        if (!needed) continue;
        // Two persons of whom one has the right: who confirms, or who has proposed.
        if (const auto may = checkOne(people, actor, second, *needed); !may) return may;
        const auto named = agreedNameOf(event);
        if (!named.isEmpty() && (!other || other->user.name != named)) return noRight(u"right.agreed_by"_s, named);
        const auto* task = event.as<TaskDone>();
        if (task && endsByTwo(people, kindOfTask(task->task)) && !other) return noRight(u"task.two_persons"_s, task->task.text());
        const auto* setting = event.as<SettingChanged>();
        if (setting && *needed == Right::ChangePayee && needsTwoPersons(people, setting->key, setting->previous) && !other) return noRight(u"setting.two_persons"_s, setting->key);
    }
    return Ok{};
}

Result<Ok> checkRight(const People& people, const Actor& actor, Right right)
{
    return people.any() ? checkOne(people, actor, actor.agreedBy, right) : Result<Ok>{Ok{}};
}

} // namespace tresen::domain
