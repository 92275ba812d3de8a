#include "app/services/portal_sync.h"
#include "app/core/async.h"
#include "app/domain/request_rules.h"
#include "app/services/snapshot_decision.h"
#include <QRandomGenerator>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr int kWatchedAgeMs = 30'000;      // what is watched is read again after this in any case
constexpr int kTickMs = 200;               // no timer is set closer
constexpr int kIdleFeedMs = 5 * 60'000;    // nothing is watched: the feed is asked all the same, for what goes back

// Our own budget is used up: that says nothing about the portal.
template <class T> bool isOurPatience(const Result<T>& answer)
{
    return !answer && answer.error().code == u"portal.budget";
}

} // namespace

struct PortalSync::Round {
    QString portal;
    Done<int> done;
    Instant startedAt;
    std::vector<WatchedLink> links, toFetch;
    std::optional<ports::PortalChanges> feed;
    std::optional<Error> failure;
    bool held = false;             // the budget let nobody be asked
    int left = 0, known = 0;
};

PortalSync::PortalSync(ports::Journal& journal, ports::PortalMemory& memory, JournalFeed& feed, Outbox& outbox, const Portals& portals, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_memory{memory}, m_feed{feed}, m_outbox{outbox}, m_portals{portals}, m_clock{clock}, m_gate{clock}
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PortalSync::tick);
    const auto newsCame = [this] { m_watchedOld = m_watchedOld || !m_quiet; };
    connect(&m_feed, &JournalFeed::recorded, this, newsCame);
    connect(&m_feed, &JournalFeed::rowsChanged, this, [this, newsCame] {
        newsCame();
        if (m_started && !m_quiet && !m_timer.isActive()) schedule();
    });
}

PortalSync::~PortalSync()
{
    m_memory.onForeignNotice({});
    for (auto* portal : m_portals.all()) portal->onNudge({});   // the portals live longer
}

void PortalSync::start()
{
    if (std::exchange(m_started, true)) return;
    for (auto* portal : m_portals.all())
        portal->onNudge([this, id = portal->capabilities().id](const QString& link) {
            QMetaObject::invokeMethod(this, [this, id, link] { nudge(id, link.isEmpty() ? QStringList{} : QStringList{link}); }, Qt::QueuedConnection);
        });
    m_memory.onForeignNotice([this] { QMetaObject::invokeMethod(this, &PortalSync::readNotices, Qt::QueuedConnection); });
    // What came in before is covered by the first round, which looks at everything.
    onReady(m_memory.lastNotice(), this, [this](const Result<qint64>& last) {
        if (last) m_lastNotice = last.value();
        round([](const Result<int>&) {});
    });
}

void PortalSync::stop()
{
    if (!std::exchange(m_started, false)) return;
    m_timer.stop();
    m_memory.onForeignNotice({});
    for (auto* portal : m_portals.all()) portal->onNudge({});
}

// Strictly growing over restarts: built on the clock, because a later look must carry a higher number than every earlier one.
qint64 PortalSync::nextFetchSeq()
{
    m_fetchSeq = std::max(m_fetchSeq + 1, m_clock.now().ms);
    return m_fetchSeq;
}

std::vector<WatchedLink> PortalSync::linksOf(const QString& portal) const
{
    std::vector<WatchedLink> out;
    std::copy_if(m_watched.begin(), m_watched.end(), std::back_inserter(out), [&](const WatchedLink& l) { return l.portal == portal; });
    return out;
}

void PortalSync::readWatched(Done<Ok> done)
{
    if (!m_watchedOld && m_clock.now().ms - m_watchedAt.ms < kWatchedAgeMs) return done(Ok{});
    m_watchedOld = false;   // what happens from here on makes it old again
    onReady(m_journal.watched(), this, [this, done](const Result<std::vector<domain::OpenItem>>& items) {
        if (!items) {
            m_watchedOld = true;
            return done(items.error());
        }
        m_watchedAt = m_clock.now();
        m_watched.clear();
        for (const auto& item : items.value())
            for (auto& link : watchedLinks(item, m_watchedAt)) m_watched.push_back(std::move(link));
        QSet<domain::RequestId> watched;
        for (const auto& link : m_watched) watched.insert(link.request);
        m_looks.forget(watched, m_watchedAt);
        done(Ok{});
    });
}

void PortalSync::tick()
{
    readWatched([this](const Result<Ok>& read) {
        const auto now = m_clock.now();
        if (read)
            for (auto* portal : m_portals.all())
                if (const auto id = portal->capabilities().id; m_lines[id].dueAt <= now) runLine(id, [](const Result<int>&) {});
        schedule();
    });
}

void PortalSync::schedule()
{
    if (!m_started) return;
    const auto now = m_clock.now();
    qint64 wait = intervalMs(Pace::Young);
    for (auto* portal : m_portals.all()) {
        const auto id = portal->capabilities().id;
        auto& line = m_lines[id];
        if (line.round.isRunning()) continue;
        // Something that has become hot does not wait for the pace of before.
        const auto soonest = now.plusMs(intervalMs(paceOf(linksOf(id), now)) * 6 / 5);
        line.dueAt = std::max(std::min(line.dueAt, soonest), m_gate.pausedUntil(id));
        wait = std::min(wait, line.dueAt.ms - now.ms);
    }
    m_timer.start(static_cast<int>(std::max<qint64>(wait, kTickMs)));
}

void PortalSync::round(Done<int> done)
{
    m_watchedOld = true;
    readWatched([this, done](const Result<Ok>& read) {
        if (!read) {
            schedule();
            return done(read.error());
        }
        struct All { int left = 1, known = 0; };
        auto all = std::make_shared<All>();
        const auto one = [this, all, done](const Result<int>& known) {
            all->known += known.valueOr(0);
            if (--all->left > 0) return;
            schedule();
            done(all->known);
        };
        for (auto* portal : m_portals.all()) {
            ++all->left;
            runLine(portal->capabilities().id, one);
        }
        one(0);
    });
}

void PortalSync::nudge(const QString& portal, const QStringList& linkIds)
{
    m_watchedOld = true;
    readWatched([this, portal, linkIds](const Result<Ok>& read) {
        if (!read) return;
        if (linkIds.isEmpty()) return runLine(portal, [](const Result<int>&) {});
        auto others = linkIds;
        const auto look = [this](const WatchedLink& link) { fetch(link, PortalGate::Urgency::Now, [](const Result<Ok>&) {}); };
        for (const auto& link : linksOf(portal))
            if (others.removeAll(link.linkId) > 0) look(link);
        findOthers(portal, others, [look](const Result<std::vector<WatchedLink>>& links) {
            if (links) std::for_each(links.value().begin(), links.value().end(), look);
        });
    });
}

void PortalSync::readNotices()
{
    if (!m_notices.begin()) return;
    onReady(m_memory.noticesAfter(m_lastNotice), this, [this](const Result<std::vector<ports::KeptNotice>>& notices) {
        const bool again = m_notices.end();
        if (!notices) return;
        if (notices.value().empty()) return again ? readNotices() : void();
        QHash<QString, QStringList> links;
        QSet<QString> whole;
        for (const auto& notice : notices.value()) {
            m_lastNotice = std::max(m_lastNotice, notice.id);
            if (notice.linkIds.isEmpty()) whole.insert(notice.portal);
            for (const auto& id : notice.linkIds)
                if (!links[notice.portal].contains(id)) links[notice.portal] << id;
        }
        for (const auto& portal : whole) nudge(portal, {});
        for (auto it = links.constBegin(); it != links.constEnd(); ++it)
            if (!whole.contains(it.key()) && !it->isEmpty()) nudge(it.key(), *it);
        readNotices();   // there may be more than one answer holds
    });
}

void PortalSync::runLine(const QString& portal, Done<int> done)
{
    auto& line = m_lines[portal];
    if (!line.round.begin()) return done(0);
    auto round = std::make_shared<Round>();
    round->portal = portal;
    round->done = std::move(done);
    round->startedAt = m_clock.now();
    round->links = linksOf(portal);
    auto* door = m_portals.find(portal);
    const bool idle = round->links.empty() && round->startedAt.ms - line.askedAt.ms < kIdleFeedMs;
    if (!door || idle || (round->links.empty() && !door->capabilities().changeFeed)) return endRound(round);
    if (!door->capabilities().changeFeed) {
        round->toFetch = linksToFetch(round->links, nullptr, m_gate.pollsLeft(door->capabilities()));
        return fetchMany(round);
    }
    if (line.placeKnown) return askFeed(round);
    onReady(m_memory.place(portal), this, [this, round](const Result<QString>& place) {
        auto& known = m_lines[round->portal];
        known.place = place.valueOr(QString{});
        known.placeKnown = place.ok();
        askFeed(round);
    });
}

void PortalSync::askFeed(std::shared_ptr<Round> round)
{
    auto* door = m_portals.find(round->portal);
    auto& line = m_lines[round->portal];
    line.askedAt = m_clock.now();
    if (!door || (round->links.empty() && line.place.isEmpty())) return endRound(round);   // never had a link
    const std::function<QFuture<Result<ports::PortalChanges>>()> ask = [door, place = m_lines[round->portal].place] { return door->changes(place); };
    m_gate.ask<ports::PortalChanges>(*door, PortalGate::Urgency::Poll, ask, [this, round](const Result<ports::PortalChanges>& feed) {
        if (isOurPatience(feed)) {
            round->held = true;
            return endRound(round);
        }
        if (!feed) {
            round->failure = feed.error();
            return fetchMany(round);   // nothing to fetch; what is under way may have to be shown as unclear
        }
        if (const auto* asked = m_portals.find(round->portal); asked && feed.value().requests > 1) m_gate.charge(asked->capabilities(), feed.value().requests - 1);
        Q_EMIT portalAnswered(round->portal, m_clock.now());
        round->feed = feed.value();
        addOthers(round);
    });
}

void PortalSync::addOthers(std::shared_ptr<Round> round)
{
    auto others = round->feed->linkIds;
    for (const auto& link : round->links) others.removeAll(link.linkId);
    findOthers(round->portal, others, [this, round](const Result<std::vector<WatchedLink>>& found) {
        auto* door = m_portals.find(round->portal);
        if (!found || !door) {
            round->feed.reset();   // the place stays: it is told again
            return endRound(round);
        }
        round->links.insert(round->links.end(), found.value().begin(), found.value().end());
        noteOwed(*round);
        for (auto& link : round->links) {
            link.readAt = m_looks.readAt(link.request);
            link.told = m_lines[round->portal].owed.value(link.linkId);
        }
        round->toFetch = linksToFetch(round->links, &*round->feed, m_gate.pollsLeft(door->capabilities()));
        const auto& owed = m_lines[round->portal].owed;
        const auto read = std::count_if(round->toFetch.begin(), round->toFetch.end(), [&owed](const WatchedLink& link) { return owed.contains(link.linkId); });
        round->held = round->held || read < owed.size();
        fetchMany(round);
    });
}

// What has moved stays so until it was read, however many looks at the feed that takes.
void PortalSync::noteOwed(Round& round)
{
    auto& line = m_lines[round.portal];
    QSet<QString> known;
    for (const auto& link : round.links) known.insert(link.linkId);
    const bool compared = !line.place.isEmpty();   // else nothing was known to compare with
    for (const auto& id : round.feed->linkIds) line.owed[id] = line.owed.value(id) || compared;
    line.owed.removeIf([&known](const auto& link) { return !known.contains(link.key()); });
    round.feed->linkIds = line.owed.keys();
    round.feed->unchanged.removeIf([&line](const QString& id) { return line.owed.contains(id); });
    if (!round.feed->cursor.isEmpty()) line.place = round.feed->cursor;
}

void PortalSync::findOthers(const QString& portal, const QStringList& links, Done<std::vector<WatchedLink>> found)
{
    if (links.isEmpty()) return found(std::vector<WatchedLink>{});
    onReady(m_journal.ofLinks(portal, links), this, [this, portal, links, found = std::move(found)](const Result<std::vector<domain::OpenItem>>& items) {
        if (!items) return found(items.error());
        std::vector<WatchedLink> out;
        for (const auto& item : items.value())
            for (auto& link : watchedLinks(item, m_clock.now()))
                if (link.portal == portal && links.contains(link.linkId)) out.push_back(std::move(link));
        found(std::move(out));
    });
}

void PortalSync::fetchMany(std::shared_ptr<Round> round)
{
    round->left = 1;
    const auto one = [this, round](const Result<Ok>& read) {
        round->known += read.ok();
        if (--round->left == 0) endRound(round);
    };
    if (round->failure) {
        Q_EMIT portalFailed(round->portal, *round->failure);
        for (const auto& link : round->links) {
            if (!link.hot) continue;
            ++round->left;
            noteFailure(link, *round->failure, one);
        }
    }
    for (const auto& link : round->toFetch) {
        ++round->left;
        fetch(link, PortalGate::Urgency::Poll, [this, round, id = link.linkId, one](const Result<Ok>& read) {
            if (read) m_lines[round->portal].owed.remove(id);
            round->held = round->held || isOurPatience(read);
            one(read);
        });
    }
    if (--round->left == 0) endRound(round);   // the one it began with
}

void PortalSync::endRound(std::shared_ptr<Round> round)
{
    const auto finish = [this, round] {
        auto& line = m_lines[round->portal];
        const bool again = line.round.end();
        const auto pace = paceOf(round->links, m_clock.now());
        line.dueAt = m_clock.now().plusMs(withJitter(intervalMs(pace), QRandomGenerator::global()->generate()));
        // Who was nudged, or told of something it could not afford to read, does not wait for the pace; what could not be read for another reason does: a few looks at once, for each costs a feed as well.
        const auto* door = m_portals.find(round->portal);
        if (door && (again || round->held)) {
            constexpr int kLooksAtOnce = 4;
            const auto capabilities = door->capabilities();
            const int looks = std::clamp(static_cast<int>(line.owed.size()), 1, kLooksAtOnce);
            line.dueAt = std::min(line.dueAt, m_gate.affordableAt(capabilities, 1 + looks * capabilities.requestsPerLook));
        }
        schedule();
        round->done(round->known);
    };
    if (!round->feed) return finish();
    const auto vouched = vouchedFor(round->links, *round->feed, round->toFetch, m_clock.now());
    vouch(vouched, round->startedAt, [this, round, finish] {
        // Kept only when everything that had moved was read: otherwise it is told again after a restart.
        if (!m_lines[round->portal].owed.isEmpty() || round->feed->cursor.isEmpty()) return finish();
        onReady(m_memory.keepPlace(round->portal, round->feed->cursor, round->startedAt), this, [finish](const Result<Ok>&) { finish(); });
    });
}

void PortalSync::vouch(const std::vector<domain::InvoiceId>& invoices, Instant at, std::function<void()> then)
{
    if (invoices.empty()) return then();
    onReady(m_journal.refreshed(invoices, at), this, [this, then](const Result<std::vector<domain::BoardRow>>& rows) {
        if (rows) {
            m_quiet = true;
            m_feed.publishRows(rows.value());
            m_quiet = false;
            QHash<QString, Instant> ages;
            for (const auto& row : rows.value()) ages.insert(row.invoice.text(), row.truthAt);
            for (auto& link : m_watched)
                if (const auto age = ages.constFind(link.invoice.text()); age != ages.constEnd()) link.truthAt = *age;
        }
        then();
    });
}

void PortalSync::refresh(const domain::InvoiceId& invoice, Done<Ok> done)
{
    auto subject = snapshotSubject(invoice);
    subject.stays = ports::Stays::Whole;   // a key goes with all invoices of its stay
    onReady(m_journal.load(subject), this, [this, invoice, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        if (!s.value().item(invoice)) return done(unknownInvoiceError(invoice));
        struct State { int left = 1; Result<Ok> result = Ok{}; };
        auto state = std::make_shared<State>();
        const auto one = [state, done](const Result<Ok>& ok) {
            if (!ok && state->result.ok()) state->result = ok;
            if (--state->left == 0) done(state->result);
        };
        for (const auto& item : s.value().items) {
            for (const auto& link : watchedLinks(item, m_clock.now())) {
                ++state->left;
                fetch(link, PortalGate::Urgency::Now, one);
            }
        }
        one(Ok{});
    });
}

void PortalSync::fetch(const WatchedLink& link, PortalGate::Urgency urgency, Done<Ok> done)
{
    auto* portal = m_portals.find(link.portal);
    if (!portal) return done(Error{Fault::NotFound, u"portal.unknown"_s, link.portal});
    auto seq = std::make_shared<qint64>(0);
    const std::function<QFuture<Result<domain::PortalSnapshot>>()> ask = [this, portal, link, seq] {
        *seq = nextFetchSeq();   // when it starts, not when it was queued
        return portal->fetch(link.linkId);
    };
    m_gate.ask<domain::PortalSnapshot>(*portal, urgency, ask, [this, link, seq, done](const Result<domain::PortalSnapshot>& answer) {
        if (isOurPatience(answer)) return done(answer.error());
        if (!answer) {
            Q_EMIT portalFailed(link.portal, answer.error());
            return noteFailure(link, answer.error(), done);
        }
        Q_EMIT portalAnswered(link.portal, m_clock.now());
        const bool newest = m_looks.take(link.request, *seq, m_clock.now());
        auto snapshot = answer.value();
        snapshot.fetchSeq = *seq;
        snapshot.fetchedAt = m_clock.now();
        if (!newest) return done(Ok{});   // a newer look has been applied meanwhile
        applySnapshot(link, snapshot, done);
    }, portal->capabilities().requestsPerLook);
}

void PortalSync::applySnapshot(const WatchedLink& link, const domain::PortalSnapshot& snapshot, Done<Ok> done)
{
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto decide = [link, snapshot, tasks](const ports::Situation& s) -> Result<ports::Decision> { return decideLook(s, link.invoice, link.request, snapshot, *tasks); };
    auto subject = snapshotSubject(link.invoice);
    subject.withAccount = true;
    onReady(m_journal.decide(subject, decide), this, [this, link, snapshot, tasks, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.run(task, [](const Result<Ok>&) {});   // kept in the outbox until it is done
        // No news is knowledge too: the row is as old as this look.
        vouch({link.invoice}, snapshot.fetchedAt, [done] { done(Ok{}); });
    });
}

void PortalSync::noteFailure(const WatchedLink& link, const Error& error, Done<Ok> done)
{
    const auto last = m_looks.silentSince(link.request, m_clock.now());
    if (m_clock.now().ms - last.ms < kSilentMs) return done(error);
    const auto decide = [link](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* now = s.item(link.invoice);
        if (!now) return unknownInvoiceError(link.invoice);
        const auto silent = domain::decideSilent(*now, link.request);
        if (!silent) return silent.error();
        ports::Decision d;
        d.events = silent.value().events;
        return d;
    };
    onReady(m_journal.decide(snapshotSubject(link.invoice), decide), this, [this, error, done](const Result<ports::Appended>& appended) {
        if (appended) m_feed.publish(appended.value());
        done(error);
    });
}

} // namespace tresen::services
