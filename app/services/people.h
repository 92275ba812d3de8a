// People: who works here: adding and changing users, coming in with a PIN and leaving, and the second person who agrees to one action. Called by the
// desk's lock, the settings page and the command line. As long as there are no users nobody has to come in and everything is allowed.
#pragma once
#include "app/core/clock.h"
#include "app/domain/right_rules.h"
#include "app/domain/user_rules.h"
#include "app/ports/pin_hasher.h"
#include "app/services/agreement.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>
#include <optional>

namespace tresen::services {

class People final : public QObject {
    Q_OBJECT
public:
    enum class Leave { Locked, Idle, Changed };

    // otherwise: what entries carry as their user while nobody has come in, "Tresen" at the desk, "command line" there.
    People(ports::Journal& journal, JournalFeed& feed, ports::PinHasher& hasher, const Clock& clock, QString otherwise, QObject* parent = nullptr);

    // Where wrong PINs of this desk are counted, so that starting the program anew does not begin to count anew. Without it they are forgotten at the end.
    void keepTries(const QString& file) { m_triesFile = file; }
    // From the journal; again by itself whenever another desk has written. changed() when it was about people.
    void load(Done<Ok> done);
    const domain::People& known() const { return m_known; }
    std::optional<domain::User> current() const;         // who has come in
    QString nameOr(const QString& unnamed) const;        // of who has come in; empty: nobody has; without any users this one
    bool isLocked() const { return m_known.any() && !current(); }
    Result<Ok> may(domain::Right right) const;           // by what is known here; the journal asks again
    bool mayAlone(domain::Right right) const { return may(right).ok(); }
    bool isBusy() const { return m_busy; }               // a PIN is being looked at

    // id null: a new one. pin empty: as it was. Answers the id. Refusals: domain::checkPin(), decideUserSaved(), checkRights(), "pin.busy".
    // seen: as the one who changes it saw this user; refused "user.changed" when it is no longer so. None: whatever it is by now.
    void save(const domain::User& user, const Secret& pin, Done<domain::UserId> done, const std::optional<domain::User>& seen = {});
    void setPin(const domain::UserId& user, const Secret& pin, Done<Ok> done);

    // Refusals: domain::mayTryPin(), domain::mayTryHere(), "pin.wrong" (detail: seconds to wait, empty: none), "pin.busy" (one is being looked at already).
    void comeIn(const domain::UserId& user, const Secret& pin, Done<Ok> done);
    void leave(Leave why);
    // The second person, for one action that needs this right. Refusals: as comeIn(), "right.second_person" (the one who has come in), "right.missing"
    // (neither of the two has it).
    void agree(domain::Right right, const domain::UserId& user, const Secret& pin, Done<Agreement> done);

Q_SIGNALS:
    void changed();                                      // users or proposals
    void currentChanged();

private:
    using PeopleDecide = std::function<Result<std::vector<domain::Event>>(const domain::People&, Instant now)>;
    void append(PeopleDecide decide, Done<Ok> done);
    void store(const domain::User& user, const QString& hash, const std::optional<domain::User>& seen, Done<domain::UserId> done);
    void tryPin(const domain::UserId& user, const Secret& pin, Done<Ok> done);   // right: answers Ok; wrong ones are written down
    void pinWasWrong(const domain::UserId& user, Done<Ok> done);
    void hashThen(const Secret& pin, std::function<void(const Result<QString>&)> then);
    void take(const domain::People& people);
    void setCurrent(const domain::UserId& user);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    ports::PinHasher& m_hasher;
    const Clock& m_clock;
    const QString m_otherwise;
    domain::People m_known;
    domain::UserId m_current;
    void readTries();
    void storeTries(const domain::DeskTries& tries);
    QString m_triesFile;
    domain::DeskTries m_tries;                           // at this desk; those of each user stand in the journal
    bool m_busy = false;
};

} // namespace tresen::services
