#include "app/services/people.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kMaxTriesFile = 4 * 1024;

QString whyLeft(People::Leave why)
{
    switch (why) {
    case People::Leave::Locked: return u"locked"_s;
    case People::Leave::Idle: return u"idle"_s;
    case People::Leave::Changed: return u"changed"_s;
    }
    Q_UNREACHABLE();
}

Error pinBusy()
{
    return Error{Fault::Conflict, u"pin.busy"_s, {}};
}

} // namespace

People::People(ports::Journal& journal, JournalFeed& feed, ports::PinHasher& hasher, const Clock& clock, QString otherwise, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_hasher{hasher}, m_clock{clock}, m_otherwise{std::move(otherwise)}
{
    m_journal.setActing({}, m_otherwise);
    m_feed.keepFresh(this, [this](Done<Ok> done) { load(std::move(done)); });
}

void People::load(Done<Ok> done)
{
    onReady(m_journal.load({}), this, [this, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        take(s.value().people());
        done(Ok{});
    });
}

std::optional<domain::User> People::current() const
{
    const auto* person = m_known.find(m_current);
    if (!person || person->user.off) return std::nullopt;
    return person->user;
}

QString People::nameOr(const QString& unnamed) const
{
    const auto in = current();
    return in ? in->name : m_known.any() ? QString{} : unnamed;
}

Result<Ok> People::may(domain::Right right) const
{
    return domain::checkRight(m_known, {m_current, {}}, right);
}

void People::take(const domain::People& people)
{
    if (people == m_known) return;
    const auto before = current();
    m_known = people;
    Q_EMIT changed();
    if (before != current()) Q_EMIT currentChanged();
}

void People::setCurrent(const domain::UserId& user)
{
    m_current = user;
    m_journal.setActing(user, m_otherwise);
    Q_EMIT currentChanged();
}

void People::append(PeopleDecide decide, Done<Ok> done)
{
    const auto decider = [decide](const ports::Situation& s) -> Result<ports::Decision> {
        auto events = decide(s.people(), s.now);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    onReady(m_journal.decide({}, decider), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        auto people = m_known;
        for (const auto& entry : appended.value().entries) domain::apply(people, entry);
        m_feed.publish(appended.value());
        take(people);
        done(Ok{});
    });
}

void People::hashThen(const Secret& pin, std::function<void(const Result<QString>&)> then)
{
    if (m_busy) return then(pinBusy());
    if (const auto fit = domain::checkPin(pin); !fit) return then(fit.error());
    m_busy = true;
    onReady(m_hasher.hash(pin), this, [this, then](const Result<QString>& hash) {
        m_busy = false;
        then(hash);
    });
}

void People::save(const domain::User& user, const Secret& pin, Done<domain::UserId> done, const std::optional<domain::User>& seen)
{
    if (pin.isEmpty()) return store(user, {}, seen, done);
    hashThen(pin, [this, user, seen, done](const Result<QString>& hash) {
        if (!hash) return done(hash.error());
        store(user, hash.value(), seen, done);
    });
}

void People::store(const domain::User& wanted, const QString& hash, const std::optional<domain::User>& seen, Done<domain::UserId> done)
{
    auto user = wanted;
    const bool first = !m_known.any();
    if (user.id.isNull()) user.id = domain::UserId::fresh();
    const auto decide = [user, hash, seen](const domain::People& people, Instant) -> Result<std::vector<domain::Event>> {
        if (const auto still = seen ? domain::checkStillAs(people, *seen) : Result<Ok>{Ok{}}; !still) return still.error();
        return domain::decideUserSaved(people, user, hash);
    };
    // Who makes the first user has just typed that PIN: the desk goes on as this one, and is never seen locked between.
    const bool goesOn = first && m_current.isNull();
    if (goesOn) m_current = user.id;
    append(decide, [this, user, goesOn, done](const Result<Ok>& stored) {
        if (!stored) {
            if (goesOn && m_current == user.id) m_current = {};
            return done(stored.error());
        }
        if (goesOn) setCurrent(user.id);
        done(user.id);
    });
}

void People::setPin(const domain::UserId& user, const Secret& pin, Done<Ok> done)
{
    hashThen(pin, [this, user, done](const Result<QString>& hash) {
        if (!hash) return done(hash.error());
        append([user, hash = hash.value()](const domain::People& people, Instant) { return domain::decidePinChanged(people, user, hash); }, done);
    });
}

// Read anew each time: what was tried at other desks counts, and who was switched off a minute ago stays out.
void People::tryPin(const domain::UserId& user, const Secret& pin, Done<Ok> done)
{
    if (m_busy) return done(pinBusy());
    m_busy = true;
    const auto answer = [this, done](const Result<Ok>& result) {
        m_busy = false;
        done(result);
    };
    load([this, user, pin, answer](const Result<Ok>& loaded) {
        if (!loaded) return answer(loaded);
        if (const auto may = domain::mayTryPin(m_known, user, m_clock.now()); !may) return answer(may);
        readTries();
        if (const auto may = domain::mayTryHere(m_tries, m_clock.now()); !may) return answer(may);
        onReady(m_hasher.fits(m_known.find(user)->pin, pin), this, [this, user, answer](const Result<bool>& fits) {
            if (!fits) return answer(fits.error());
            if (!fits.value()) return pinWasWrong(user, answer);
            storeTries({});
            answer(Ok{});
        });
    });
}

// Another process at this desk counts in the same file. A try that lies ahead was written by a clock that has been put back since: its wait begins now, so
// that neither a changed clock nor a new start is a way around it, and nobody waits longer than for a fresh one.
void People::readTries()
{
    const auto bytes = m_triesFile.isEmpty() ? Result<QByteArray>{Error{}} : files::readRegular(m_triesFile, kMaxTriesFile);
    if (bytes) {
        const auto kept = QJsonDocument::fromJson(bytes.value()).object();
        const int failures = kept[u"failures"_s].toInt();
        if (failures > m_tries.failures) m_tries = {failures, Instant::fromIso(kept[u"failed_at"_s].toString())};
    } else if (bytes.error().fault == Fault::NotFound) {
        m_tries = {};   // the other one knew the PIN
    }
    if (m_tries.failures > 0 && m_tries.failedAt > m_clock.now()) storeTries({m_tries.failures, m_clock.now()});
}

void People::storeTries(const domain::DeskTries& tries)
{
    m_tries = tries;
    if (m_triesFile.isEmpty()) return;
    if (tries.failures == 0) {
        QFile::remove(m_triesFile);
        return;
    }
    const QJsonObject kept{{u"failures"_s, tries.failures}, {u"failed_at"_s, tries.failedAt.iso()}};
    if (!files::writeAtomically(m_triesFile, QJsonDocument{kept}.toJson())) qCWarning(logStore) << "wrong PINs of this desk are counted until it ends only";
}

void People::pinWasWrong(const domain::UserId& user, Done<Ok> done)
{
    append([user](const domain::People& people, Instant now) { return domain::decidePinFailed(people, user, now); }, [this, user, done](const Result<Ok>& noted) {
        if (!noted) return done(noted.error());   // a try that cannot be counted is no try
        storeTries({m_tries.failures + 1, m_clock.now()});
        const auto waits = [](const Result<Ok>& may) { return !may && may.error().code == u"pin.wait" ? may.error().detail.toInt() : 0; };
        const int seconds = std::max(waits(domain::mayTryPin(m_known, user, m_clock.now())), waits(domain::mayTryHere(m_tries, m_clock.now())));
        done(Error{Fault::Refused, u"pin.wrong"_s, seconds > 0 ? QString::number(seconds) : QString{}});
    });
}

void People::comeIn(const domain::UserId& user, const Secret& pin, Done<Ok> done)
{
    tryPin(user, pin, [this, user, done](const Result<Ok>& right) {
        if (!right) return done(right);
        if (!m_current.isNull() && m_current != user) leave(Leave::Changed);
        append([user](const domain::People& people, Instant now) { return domain::decideCameIn(people, user, now); }, [this, user, done](const Result<Ok>& in) {
            if (!in) return done(in);
            setCurrent(user);
            done(Ok{});
        });
    });
}

void People::leave(Leave why)
{
    if (m_current.isNull()) return;
    const auto user = m_current;
    append([user, why](const domain::People&, Instant) -> Result<std::vector<domain::Event>> { return std::vector<domain::Event>{domain::UserLeft{user, whyLeft(why)}}; },
           [](const Result<Ok>&) {});   // locked all the same: an auditor misses one line, nobody gains a right
    setCurrent({});
}

void People::agree(domain::Right right, const domain::UserId& user, const Secret& pin, Done<Agreement> done)
{
    if (user == m_current) return done(Error{Fault::Refused, u"right.second_person"_s, {}});
    tryPin(user, pin, [this, right, user, done](const Result<Ok>& fits) {
        if (!fits) return done(fits.error());
        const auto* person = m_known.find(user);
        const bool together = mayAlone(right) || (domain::secondHelps(right) && domain::holds(person->user.role, right));
        if (!together) return done(Error{Fault::Refused, u"right.missing"_s, codeOf(right)});
        done(Agreement{user, person->user.name});
    });
}

} // namespace tresen::services
