// Right rules: what each role may do, in one table, and the one gate every decision passes before it is written. Pure; called by the journal inside
// its transaction, so that no station can forget it, and by the desk to say beforehand what is not allowed.
#pragma once
#include "app/core/result.h"
#include "app/domain/event.h"
#include "app/domain/user.h"
#include <array>
#include <optional>

namespace tresen::domain {

enum class Right {
    Work,                            // notes, tasks, the own PIN: everybody who works here
    TakeIn,                          // take invoices over, type them in, take a run back
    Request,                         // make, send and withdraw payment requests
    TakeMoney,
    GiveBack,
    HandOver,
    Override,                        // let a key go against the rules
    Cancel,                          // say that the workshop system has cancelled an invoice
    ChangeAmounts,                   // write off, correct, leave on account, take money although the portal is silent
    ChangeSettings,
    ChangePayee,                     // the locked settings
    SeeReports,
    ManageUsers
};
inline constexpr std::array kAllRights{Right::Work, Right::TakeIn, Right::Request, Right::TakeMoney, Right::GiveBack, Right::HandOver, Right::Override, Right::Cancel,
                                       Right::ChangeAmounts, Right::ChangeSettings, Right::ChangePayee, Right::SeeReports, Right::ManageUsers};
QString codeOf(Right right);

bool holds(Role role, Right right);
bool secondHelps(Right right);       // a second person who holds it may agree to one action of somebody who does not

// What it takes to say that such a task is done, where that lets something happen that the alarm held back: a request is made again, a key goes. Empty:
// whoever works here may. Where several people work it takes two of them, as a change of the payee does.
std::optional<Right> neededToEnd(const QString& taskKind);
bool endsByTwo(const People& people, const QString& taskKind);

// Who decides. agreedBy has given name and PIN for this one action.
struct Actor { UserId user, agreedBy; };

// What a person needs to have this written. Empty: it happens by itself, or belongs to something that was asked for already.
std::optional<Right> neededFor(const Event& event);

// Whether this person may have these events written. asked: what the station knows to be needed beyond the events. No users: everything.
// Refusals: "right.nobody" (nobody has come in), "right.inactive", "right.missing" (detail: the right), "right.second_person" (the one who agrees is
// the same, unknown or switched off), "right.agreed_by" (an entry names somebody as agreeing who has not), "setting.two_persons",
// "task.two_persons".
Result<Ok> checkRights(const People& people, const Actor& actor, std::optional<Right> asked, const std::vector<Event>& events);
// The same of one right alone, for buttons.
Result<Ok> checkRight(const People& people, const Actor& actor, Right right);

} // namespace tresen::domain
