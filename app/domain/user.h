// User: who works at the desks, with the role that says what this person may do. People: all of them, as the journal has them, and the changes of
// the payee that wait for a second person. Values only; folded from the entries by apply(), read by the rules of users and rights.
#pragma once
#include "app/core/clock.h"
#include "app/domain/ids.h"
#include <vector>

namespace tresen::domain {

enum class Role { Advisor, Cashier, Manager, Bookkeeper };
QString codeOf(Role role);

struct User {
    UserId id;
    QString name;
    Role role = Role::Advisor;
    bool off = false;                // works here no more, may not come in; the name stays taken
    bool active() const { return !off; }
    friend bool operator==(const User&, const User&) = default;
};

struct Person {
    User user;
    QString pin;                     // argon2id hash string; empty: none yet
    int failures = 0;                // wrong PINs since the last right one
    Instant failedAt;                // the newest of them
    friend bool operator==(const Person&, const Person&) = default;
};

// A change of a locked setting that one person wants and another one has to confirm.
struct Proposal {
    ProposalId id;
    QString key, value, previous, reason;
    UserId by;
    QString byName;
    Instant at;
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

struct People {
    std::vector<Person> persons;     // in the order they were made; nobody is ever removed
    std::vector<Proposal> proposals; // open ones, oldest first

    bool any() const { return !persons.empty(); }   // false: a workshop of one, everything is allowed
    const Person* find(const UserId& id) const;
    const Person* findName(const QString& name) const;   // whatever the case of its letters
    const Proposal* findProposal(const ProposalId& id) const;
    int activeCount() const;
    friend bool operator==(const People&, const People&) = default;
};

} // namespace tresen::domain
