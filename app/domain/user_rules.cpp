#include "app/domain/user_rules.h"
#include "app/core/limits.h"
#include "app/domain/enum_names.h"
#include "app/domain/right_rules.h"
#include "app/domain/setting.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Error noUser(const QString& code, const QString& detail = {})
{
    return Error{Fault::Refused, code, detail};
}

Person* personIn(People& people, const UserId& id)
{
    const auto found = std::find_if(people.persons.begin(), people.persons.end(), [&](const Person& p) { return p.user.id == id; });
    return found == people.persons.end() ? nullptr : &*found;
}

bool isRun(const QByteArray& digits, int step)
{
    for (qsizetype i = 1; i < digits.size(); ++i)
        if ((digits[i] - digits[i - 1] + 10) % 10 != (step + 10) % 10) return false;
    return true;
}

// One digit, a run up or down, or the same two digits over and over: what is tried first.
bool isTrivialPin(const QByteArray& digits)
{
    if (isRun(digits, 0) || isRun(digits, 1) || isRun(digits, -1)) return true;
    for (qsizetype i = 2; i < digits.size(); ++i)
        if (digits[i] != digits[i - 2]) return false;
    return true;
}

// Null: no wait. Twice as long after each further one.
Instant waitAfter(int failures, int free, Instant failedAt)
{
    if (failures < free) return {};
    qint64 wait = limits::kPinFirstWaitMs;
    for (int i = free; i < failures && wait < limits::kPinMaxWaitMs; ++i) wait *= 2;
    return failedAt.plusMs(std::min<qint64>(wait, limits::kPinMaxWaitMs));
}

// A clock that was put back must not lock anybody out for longer than the wait itself.
Result<Ok> mayTryAgain(Instant until, Instant now)
{
    const auto capped = std::min(until, now.plusMs(limits::kPinMaxWaitMs));
    if (!capped.isNull() && now < capped) return noUser(u"pin.wait"_s, QString::number((capped.ms - now.ms + 999) / 1000));
    return Ok{};
}

bool managerStays(const People& people, const User& changed)
{
    if (changed.role == Role::Manager && changed.active()) return true;
    return std::any_of(people.persons.begin(), people.persons.end(), [&](const Person& p) {
        return p.user.id != changed.id && p.user.role == Role::Manager && p.user.active();
    });
}

bool isFitName(const QString& name)
{
    return !name.isEmpty() && name.size() <= kMaxUserName && std::none_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

QString codeOf(Role role) { return enumName(role); }

const Person* People::find(const UserId& id) const
{
    const auto found = std::find_if(persons.begin(), persons.end(), [&](const Person& p) { return !id.isNull() && p.user.id == id; });
    return found == persons.end() ? nullptr : &*found;
}

const Person* People::findName(const QString& name) const
{
    const auto found = std::find_if(persons.begin(), persons.end(), [&](const Person& p) { return p.user.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0; });
    return found == persons.end() ? nullptr : &*found;
}

const Proposal* People::findProposal(const ProposalId& id) const
{
    const auto found = std::find_if(proposals.begin(), proposals.end(), [&](const Proposal& p) { return p.id == id; });
    return found == proposals.end() ? nullptr : &*found;
}

int People::activeCount() const
{
    return static_cast<int>(std::count_if(persons.begin(), persons.end(), [](const Person& p) { return p.user.active(); }));
}

bool concernsPeople(const Event& event)
{
    return event.is<UserSaved>() || event.is<PinChanged>() || event.is<UserCameIn>() || event.is<PinFailed>() || event.is<SettingProposed>() || event.is<SettingDecided>();
}

void apply(People& people, const Recorded& entry)
{
    if (const auto* saved = entry.event.as<UserSaved>()) {
        auto* person = personIn(people, saved->user);
        if (!person) person = &people.persons.emplace_back();
        person->user = {saved->user, saved->name, saved->role, saved->off};
    } else if (const auto* pin = entry.event.as<PinChanged>()) {
        if (auto* person = personIn(people, pin->user)) {
            person->pin = pin->hash;
            person->failures = 0;
            person->failedAt = {};
        }
    } else if (const auto* in = entry.event.as<UserCameIn>()) {
        if (auto* person = personIn(people, in->user)) {
            person->failures = 0;
            person->failedAt = {};
        }
    } else if (const auto* failed = entry.event.as<PinFailed>()) {
        if (auto* person = personIn(people, failed->user)) {
            ++person->failures;
            person->failedAt = entry.at;
        }
    } else if (const auto* wanted = entry.event.as<SettingProposed>()) {
        people.proposals.push_back({wanted->proposal, wanted->setting, wanted->value, wanted->previous, wanted->reason, wanted->by, entry.by.user, entry.at});
    } else if (const auto* decided = entry.event.as<SettingDecided>()) {
        std::erase_if(people.proposals, [&](const Proposal& p) { return p.id == decided->proposal; });
    }
}

Result<Ok> checkPin(const Secret& pin)
{
    auto digits = pin.reveal().toLatin1();
    const bool shape = digits.size() >= kMinPin && digits.size() <= kMaxPin && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool trivial = shape && isTrivialPin(digits);
    Secret::wipe(digits);
    if (!shape) return noUser(u"pin.form"_s, u"%1-%2"_s.arg(kMinPin).arg(kMaxPin));
    if (trivial) return noUser(u"pin.trivial"_s);
    return Ok{};
}

Result<std::vector<Event>> decideUserSaved(const People& people, const User& wanted, const QString& pin)
{
    auto user = wanted;
    user.name = wanted.name.simplified();
    const auto* known = people.find(user.id);
    if (user.id.isNull()) return noUser(u"user.unknown"_s);
    if (!isFitName(user.name)) return noUser(u"user.name"_s, QString::number(kMaxUserName));
    if (const auto* same = people.findName(user.name); same && same->user.id != user.id) return noUser(u"user.name_taken"_s, user.name);
    if (!people.any() && (user.role != Role::Manager || user.off)) return noUser(u"user.first_manager"_s);
    if (people.any() && !managerStays(people, user)) return noUser(u"user.last_manager"_s);
    if (!known && pin.isEmpty()) return noUser(u"user.pin_missing"_s);
    if (pin.size() > limits::kMaxPinHash) return Error{Fault::Internal, u"pin.hash"_s, {}};
    std::vector<Event> events;
    if (!known || !(known->user == user)) events.push_back(UserSaved{user.id, user.name, user.role, user.off});
    if (!pin.isEmpty()) events.push_back(PinChanged{user.id, pin});
    return events;
}

Result<Ok> checkStillAs(const People& people, const User& seen)
{
    const auto* known = people.find(seen.id);
    if (known && known->user == seen) return Ok{};
    return Error{Fault::Conflict, u"user.changed"_s, seen.name};
}

Result<std::vector<Event>> decidePinChanged(const People& people, const UserId& user, const QString& pin)
{
    if (!people.find(user)) return noUser(u"user.unknown"_s);
    if (pin.isEmpty() || pin.size() > limits::kMaxPinHash) return Error{Fault::Internal, u"pin.hash"_s, {}};
    return std::vector<Event>{PinChanged{user, pin}};
}

Instant waitsUntil(const Person& person)
{
    return waitAfter(person.failures, kFreePinTries, person.failedAt);
}

Result<Ok> mayTryHere(const DeskTries& desk, Instant now)
{
    return mayTryAgain(waitAfter(desk.failures, kFreeDeskTries, desk.failedAt), now);
}

Result<Ok> mayTryPin(const People& people, const UserId& user, Instant now)
{
    const auto* person = people.find(user);
    if (!person) return noUser(u"user.unknown"_s);
    if (person->user.off) return noUser(u"user.inactive"_s, person->user.name);
    if (person->pin.isEmpty()) return noUser(u"user.pin_missing"_s, person->user.name);
    // A wrong PIN further ahead than the longest wait was written by a clock that has been put right since: how much of its wait is over nobody knows,
    // and nobody is locked out until that day. Clocks of two desks that differ by less than that change nothing.
    const bool ahead = person->failedAt.ms - now.ms > limits::kPinMaxWaitMs;
    return mayTryAgain(ahead ? Instant{} : waitsUntil(*person), now);
}

Result<std::vector<Event>> decideCameIn(const People& people, const UserId& user, Instant now)
{
    if (const auto may = mayTryPin(people, user, now); !may) return may.error();
    return std::vector<Event>{UserCameIn{user}};
}

Result<std::vector<Event>> decidePinFailed(const People& people, const UserId& user, Instant now)
{
    if (const auto may = mayTryPin(people, user, now); !may) return may.error();
    return std::vector<Event>{PinFailed{user}};
}

bool needsTwoPersons(const People& people, const QString& key, const QString& previous)
{
    const auto* def = findSetting(key);
    return (!previous.isEmpty() || (def && def->lockedEmpty)) && people.activeCount() > 1;
}

Result<std::vector<Event>> decideProposal(const People& people, const Proposal& p)
{
    const auto* def = findSetting(p.key);
    if (!def) return noUser(u"setting.unknown"_s, p.key);
    if (!def->locked) return noUser(u"setting.not_locked"_s, p.key);
    if (!people.find(p.by)) return noUser(u"right.nobody"_s);
    if (p.reason.trimmed().size() < limits::kOverrideReasonMin) return noUser(u"setting.reason"_s, p.key);
    if (people.proposals.size() >= static_cast<std::size_t>(limits::kMaxProposals)) return noUser(u"setting.proposed"_s, p.key);
    const auto value = normalizeSetting(*def, p.value);
    if (!value) return value.error();
    const bool open = std::any_of(people.proposals.begin(), people.proposals.end(), [&](const Proposal& other) { return other.key == p.key; });
    if (open) return noUser(u"setting.proposed"_s, p.key);
    if (value.value() == p.previous) return std::vector<Event>{};
    return std::vector<Event>{SettingProposed{p.id, p.key, value.value(), p.previous, p.reason.trimmed(), p.by}};
}

Result<std::vector<Event>> decideProposalEnd(const People& people, const ProposalId& id, const UserId& by, bool confirmed, const QString& current)
{
    const auto* p = people.findProposal(id);
    if (!p) return Error{Fault::Conflict, u"proposal.none"_s, {}};
    if (!confirmed) return std::vector<Event>{SettingDecided{id, false}};   // whoever proposed it may take it back, too
    if (p->by == by) return noUser(u"proposal.same_person"_s, p->byName);
    if (p->previous != current) return Error{Fault::Conflict, u"proposal.overtaken"_s, p->key};
    const auto* proposer = people.find(p->by);   // by the name of today, as everywhere: who has been renamed meanwhile has proposed it all the same
    return std::vector<Event>{SettingDecided{id, true}, SettingChanged{p->key, p->value, p->previous, p->reason, proposer ? proposer->user.name : p->byName}};
}

} // namespace tresen::domain
