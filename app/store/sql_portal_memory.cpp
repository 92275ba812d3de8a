#include "app/core/limits.h"
#include "app/core/iso_time.h"
#include "app/store/change_watch.h"
#include "app/store/sql_journal.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr qint64 kNoticeDays = 90;   // then a portal has long stopped to send it again

} // namespace

QFuture<Result<QString>> SqlJournal::place(QString portal)
{
    return m_db.run(Access::Read, [portal](Connection& db) -> Result<QString> {
        const auto found = oneText(db.statement("SELECT place FROM portal_place WHERE portal = ?").with(portal));
        if (!found) return found.error();
        return found.value().value_or(QString{});
    });
}

QFuture<Result<Ok>> SqlJournal::keepPlace(QString portal, QString cursor, Instant at)
{
    return m_db.run(Access::Write, [portal, cursor, at](Connection& db) -> Result<Ok> {
        if (cursor.size() > limits::kMaxPortalCursor) return Error{Fault::Invalid, u"journal.too_large"_s, portal};
        return db.statement("INSERT INTO portal_place(portal, place, at) VALUES(?, ?, ?) ON CONFLICT(portal) DO UPDATE SET place = excluded.place, at = excluded.at")
            .with(portal, cursor, isoText(at)).run();
    });
}

QFuture<Result<int>> SqlJournal::keepNotice(QString portal, QStringList eventIds, QStringList linkIds, QByteArray raw, std::vector<ports::PaymentName> names, Instant at)
{
    return m_db.run(Access::Write, [portal, eventIds, linkIds, raw = std::move(raw), names = std::move(names), at](Connection& db) -> Result<int> {
        if (raw.size() > 2 * limits::kMaxNotice) return Error{Fault::Invalid, u"journal.too_large"_s, portal};   // headers and body
        qint64 fresh = 0;
        for (const auto& event : eventIds) {
            // The bytes are kept once per call; what came is no text for sure, so it is stored in base 64.
            auto& insert = db.statement("INSERT INTO notice(portal, event_id, links, raw, at) VALUES(?, ?, ?, ?, ?) ON CONFLICT(portal, event_id) DO NOTHING")
                               .with(portal, event, linkIds.join(u'\n'), fresh == 0 ? QString::fromLatin1(raw.toBase64()) : QString{}, isoText(at));
            if (const auto ok = insert.run(); !ok) return ok.error();
            fresh += insert.changes();
        }
        for (const auto& name : names) {
            const auto kept = db.statement("INSERT INTO payment_name(portal, of_what, name, at) VALUES(?, ?, ?, ?)"
                                           " ON CONFLICT(portal, of_what) DO UPDATE SET name = excluded.name, at = excluded.at")
                                  .with(portal, name.of, name.name, isoText(at)).run();
            if (!kept) return kept.error();
        }
        const auto old = db.statement("DELETE FROM notice WHERE at < ?").with(isoText(at.plusMs(-kNoticeDays * 86'400'000))).run();
        if (!old) return old.error();
        if (fresh > 0)
            if (const auto ok = db.notifyOthers(); !ok) return ok.error();
        return static_cast<int>(fresh);
    });
}

QFuture<Result<QString>> SqlJournal::paymentName(QString portal, QString of)
{
    return m_db.run(Access::Read, [portal, of](Connection& db) -> Result<QString> {
        const auto found = oneText(db.statement("SELECT name FROM payment_name WHERE portal = ? AND of_what = ?").with(portal, of));
        if (!found) return found.error();
        return found.value().value_or(QString{});
    });
}

QFuture<Result<std::vector<ports::KeptNotice>>> SqlJournal::noticesAfter(qint64 id)
{
    return m_db.run(Access::Read, [id](Connection& db) -> Result<std::vector<ports::KeptNotice>> {
        std::vector<ports::KeptNotice> out;
        auto& q = db.statement("SELECT id, portal, event_id, links, at FROM notice WHERE id > ? ORDER BY id LIMIT ?").with(id, limits::kMaxNoticesRead);
        while (q.next()) out.push_back({q.integer(0), q.text(1), q.text(2), q.text(3).split(u'\n', Qt::SkipEmptyParts), fromIsoText(q.bytes(4))});
        if (const auto ok = q.done(); !ok) return ok.error();
        return out;
    });
}

QFuture<Result<qint64>> SqlJournal::lastNotice()
{
    return m_db.run(Access::Read, [](Connection& db) -> Result<qint64> {
        const auto last = oneInteger(db.statement("SELECT max(id) FROM notice").with());
        if (!last) return last.error();
        return last.value().value_or(0);
    });
}

void SqlJournal::onForeignNotice(std::function<void()> kept)
{
    m_watch->setNoticeListener(std::move(kept));
}

} // namespace tresen::store
