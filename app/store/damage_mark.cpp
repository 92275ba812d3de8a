#include "app/store/damage_mark.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include <QFile>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr qint64 kMaxMark = 4 * 1024;
const auto kComment = u"tresen damaged: "_s;

// It becomes part of a statement that takes no parameters.
QString plain(QString text)
{
    constexpr qsizetype kMost = 200;
    std::replace_if(text.begin(), text.end(), [](QChar c) { return c.unicode() > 126 || !(c.isLetterOrNumber() || QStringView{u" .,:-_()"}.contains(c)); }, u' ');
    return text.left(kMost).simplified();
}

} // namespace

DamageMark::DamageMark(const StoreConfig& config) : m_config{config} {}

bool DamageMark::isDamage(const Error& error)
{
    static const QStringList codes{u"store.damaged"_s, u"store.projection_unreadable"_s, u"store.tail_missing"_s, u"store.other_history"_s, u"journal.unreadable"_s};
    return error.fault == Fault::Corrupt && codes.contains(error.code);
}

QString DamageMark::told() const
{
    const QMutexLocker lock{&m_lock};
    return m_what;
}

void DamageMark::set(const QString& what, Instant at)
{
    const auto text = plain(what);
    {
        const QMutexLocker lock{&m_lock};
        if (!m_what.isEmpty()) return;   // the first is what is told
        m_what = text.isEmpty() ? u"?"_s : text;
    }
    qCCritical(logStore).noquote() << u"damage found, nothing more is recorded:"_s << text;
    if (m_config.dialect == StoreConfig::Dialect::Postgres) return comment(kComment + at.iso() + u' ' + text);
    const auto file = m_config.file + tail();
    if (!QFile::exists(file) && !files::writeAtomically(file, (at.iso() + u' ' + text + u'\n').toUtf8())) qCCritical(logStore) << "the mark of it cannot be written";
}

void DamageMark::clear()
{
    {
        const QMutexLocker lock{&m_lock};
        m_what.clear();
    }
    if (m_config.dialect == StoreConfig::Dialect::Sqlite) QFile::remove(m_config.file + tail());
    else comment({});
}

// On a connection of its own: where damage is found there is a transaction that will be rolled back.
void DamageMark::comment(const QString& text) const
{
    const auto db = makeConnection(m_config);
    if (!db->open()) return;
    if (text.isEmpty() && mayWrite(*db)) return;   // a comment of somebody else stays
    const auto value = text.isEmpty() ? QByteArray{"NULL"} : '\'' + text.toLatin1() + '\'';
    if (const auto done = db->script("COMMENT ON SCHEMA \"" + m_config.schema.toLatin1() + "\" IS " + value); !done)
        qCCritical(logStore).noquote() << u"the mark of damage cannot be written:"_s << wordsOf(done.error());
}

Result<Ok> DamageMark::mayWrite(Connection& db) const
{
    const auto stopped = [](const QString& what) { return Error{Fault::Corrupt, u"store.stopped"_s, what}; };
    if (const auto own = told(); !own.isEmpty()) return stopped(own);
    if (m_config.dialect == StoreConfig::Dialect::Sqlite) {
        const auto file = m_config.file + tail();
        if (!QFile::exists(file)) return Ok{};
        const auto bytes = files::readRegular(file, kMaxMark);
        return stopped(bytes ? QString::fromUtf8(bytes.value()).trimmed() : u"?"_s);
    }
    const auto text = oneText(db.statement("SELECT COALESCE(obj_description(current_schema()::regnamespace, 'pg_namespace'), '')").with());
    if (text && text.value() && text.value()->startsWith(kComment)) return stopped(text.value()->mid(kComment.size()));
    return Ok{};
}

} // namespace tresen::store
