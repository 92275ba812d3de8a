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

Result<std::optional<QString>> markIn(Connection& db)
{
    const auto note = db.noteOfSchema();
    if (!note) return note.error();
    return note.value().startsWith(kComment) ? std::optional{note.value().mid(kComment.size())} : std::nullopt;
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
    const QMutexLocker lock{&m_lock};
    if (!m_what.isEmpty()) return;
    const auto written = write(at.iso() + u' ' + text);
    if (!written && written.error().fault == Fault::Conflict) return;   // there is one already
    qCCritical(logStore).noquote() << u"damage found, nothing more is recorded:"_s << text;
    if (written) return;
    qCCritical(logStore).noquote() << u"the mark of it cannot be written:"_s << wordsOf(written.error());
    m_what = text.isEmpty() ? u"?"_s : text;
}

void DamageMark::clear()
{
    const QMutexLocker lock{&m_lock};
    m_what.clear();
    if (const auto done = write({}); !done) qCCritical(logStore).noquote() << u"the mark of damage cannot be taken away:"_s << wordsOf(done.error());
}

// PostgreSQL: on a connection of its own, for where damage is found there is a transaction that will be rolled back.
Result<Ok> DamageMark::write(const QString& text) const
{
    if (m_config.dialect == StoreConfig::Dialect::Sqlite) {
        const auto file = m_config.file + tail();
        const bool there = QFile::exists(file);
        if (text.isEmpty()) return !there || QFile::remove(file) ? Result<Ok>{Ok{}} : Error{Fault::Unreachable, u"store.unwritable"_s, file};
        return there ? Error{Fault::Conflict, u"store.stopped"_s, {}} : files::writeAtomically(file, (text + u'\n').toUtf8());
    }
    const auto db = makeConnection(m_config);
    if (const auto open = db->open(); !open) return open;
    const auto there = markIn(*db);
    if (!there) return there.error();
    if (text.isEmpty() != there.value().has_value()) return text.isEmpty() ? Result<Ok>{Ok{}} : Error{Fault::Conflict, u"store.stopped"_s, {}};   // a comment of somebody else stays
    const auto value = text.isEmpty() ? QByteArray{"NULL"} : '\'' + (kComment + text).toLatin1() + '\'';
    return db->script("COMMENT ON SCHEMA \"" + m_config.schema.toLatin1() + "\" IS " + value);
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
    const auto mark = markIn(db);
    return mark && mark.value() ? Result<Ok>{stopped(*mark.value())} : Result<Ok>{Ok{}};
}

} // namespace tresen::store
