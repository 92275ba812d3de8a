// User rules: who may be added or changed, which PINs are taken, how long somebody waits after wrong ones, and the two persons a change of the payee
// needs. Pure; called inside the journal's transaction.
#pragma once
#include "app/core/result.h"
#include "app/core/secret.h"
#include "app/domain/event.h"
#include "app/domain/user.h"

namespace tresen::domain {

inline constexpr int kMinPin = 4, kMaxPin = 12;      // digits
inline constexpr int kMaxUserName = 60;              // characters
inline constexpr int kFreePinTries = 3;              // wrong ones until the waiting begins
inline constexpr int kFreeDeskTries = 5;             // the same of one desk, over all names

// Folds one entry; entries about other things change nothing.
void apply(People& people, const Recorded& entry);
bool concernsPeople(const Event& event);

// Refused "pin.form" (detail: "4-12"), "pin.trivial" (one digit, a run like 1234 or 9876, a pair like 1212).
Result<Ok> checkPin(const Secret& pin);

// pin: the hash of a new PIN; empty leaves the one there is. A new id is a new user and needs one. Nothing changed: no events.
// Refusals: "user.name", "user.name_taken", "user.first_manager" (the first one made has to be an active manager), "user.last_manager",
// "user.pin_missing".
Result<std::vector<Event>> decideUserSaved(const People& people, const User& user, const QString& pin);
// Whether this user still is as somebody saw it who changes it now. Refused "user.changed" (Conflict, detail: the name).
Result<Ok> checkStillAs(const People& people, const User& seen);
// Refusals: "user.unknown".
Result<std::vector<Event>> decidePinChanged(const People& people, const UserId& user, const QString& pin);

// Until when no PIN of this person is tried: null when none has to be waited for. Counted over restarts, for it is read from the journal.
Instant waitsUntil(const Person& person);
// Whether a PIN may be tried now. Refusals: "user.unknown", "user.inactive", "user.pin_missing", "pin.wait" (detail: seconds).
Result<Ok> mayTryPin(const People& people, const UserId& user, Instant now);
// Wrong PINs typed at one desk, whoever they were for: whoever goes from name to name waits as well. Until the next right one.
struct DeskTries {
    int failures = 0;
    Instant failedAt;
};
// Refusals: "pin.wait" (detail: seconds).
Result<Ok> mayTryHere(const DeskTries& desk, Instant now);
// Refusals: those of mayTryPin().
Result<std::vector<Event>> decideCameIn(const People& people, const UserId& user, Instant now);
Result<std::vector<Event>> decidePinFailed(const People& people, const UserId& user, Instant now);

// Whether one person alone may not change this locked setting: it is set already, or silences an alarm, and more than one person works here.
bool needsTwoPersons(const People& people, const QString& key, const QString& previous);
// Refusals: "setting.unknown", "setting.not_locked", "setting.reason", "setting.proposed" (somebody has proposed another value already), "right.nobody".
Result<std::vector<Event>> decideProposal(const People& people, const Proposal& proposal);
// Confirmed: the change itself is among the events, agreed by who proposed it. Refusals: "proposal.none", "proposal.same_person", "proposal.overtaken"
// (the setting has changed since).
Result<std::vector<Event>> decideProposalEnd(const People& people, const ProposalId& proposal, const UserId& by, bool confirmed, const QString& current);

} // namespace tresen::domain
