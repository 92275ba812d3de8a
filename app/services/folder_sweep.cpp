#include "app/services/folder_sweep.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr auto kWork = "work", kDone = "done", kFailed = "failed";
constexpr auto kNote = ".reason.txt";

// A name that can be shown and stored. One that is no text in the system's code page comes from a Windows code page nearly always.
QString shownName(const QByteArray& name)
{
    auto text = QFile::decodeName(name);
    return QFile::encodeName(text) == name ? text : QString::fromLatin1(name);
}

// The name a file keeps: as it came, text in any case, and short enough for a number and the note beside it.
QByteArray keptName(const QByteArray& name)
{
    constexpr qsizetype kMaxBytes = 200;
    auto text = shownName(name);
    const auto dot = text.lastIndexOf(u'.');
    const auto ending = dot < 0 ? QString{} : text.mid(dot);
    auto stem = dot < 0 ? text : text.left(dot);
    while (stem.size() > 1 && QFile::encodeName(stem + ending).size() > kMaxBytes) stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return QFile::encodeName(stem + ending);
}

QByteArray numbered(const QByteArray& name, int number)
{
    if (number < 2) return name;
    const auto dot = name.lastIndexOf('.');
    const auto mark = " (" + QByteArray::number(number) + ')';
    return dot <= 0 ? name + mark : name.left(dot) + mark + name.mid(dot);
}

// The first number that is not taken, or near it: a gap that is passed over does no harm.
int freeNumber(const files::Folder& folder, const QByteArray& name)
{
    int taken = 1, beyond = 2;
    while (folder.exists(numbered(name, beyond)) && beyond < (1 << 28)) {
        taken = beyond;
        beyond *= 2;
    }
    while (beyond - taken > 1) {
        const int middle = taken + (beyond - taken) / 2;
        (folder.exists(numbered(name, middle)) ? taken : beyond) = middle;
    }
    return beyond;
}

bool isTaken(const Result<Ok>& moved) { return !moved && moved.error().code == u"file.exists"; }

} // namespace

bool isInvoiceFileName(const QByteArray& name, const QList<QByteArray>& endings)
{
    const auto lower = name.right(8).toLower();
    return !name.startsWith('.') && std::any_of(endings.begin(), endings.end(), [&](const QByteArray& ending) { return lower.endsWith(ending); });
}

QStringList FolderSweep::ownFolders(const QString& folder)
{
    QStringList out;
    if (folder.isEmpty()) return out;
    for (const auto* name : {kWork, kDone, kFailed}) out << QFileInfo{folder + u'/' + QLatin1StringView{name}}.absoluteFilePath();
    return out;
}

QString FolderSweep::whereNow(const QString& file, const QString& sha256, qint64 most)
{
    constexpr int kMostNumbers = 200;   // of one name that came again and again
    const QFileInfo was{file};
    if (file.isEmpty() || sha256.isEmpty() || was.exists()) return file;
    const auto name = keptName(QFile::encodeName(was.fileName()));
    for (const auto& folder : ownFolders(was.path())) {
        for (int number = 1; number <= kMostNumbers; ++number) {
            const QString there = folder + u'/' + QFile::decodeName(numbered(name, number));
            if (!QFileInfo::exists(there)) break;
            const auto bytes = files::readRegular(there, most);
            if (bytes && QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex()) == sha256) return there;
        }
    }
    return file;
}

FolderSweep::Slice FolderSweep::step(qint64 nowMs)
{
    Slice slice;
    if (!m_looking && !begin(slice)) return slice;
    const auto& folder = m_place == Place::Work ? m_work : m_root;
    const auto names = folder->next(kSlice);
    if (!names) {
        m_looking = false;
        slice.gone = names.error();
        return slice;
    }
    for (const auto& seen : names.value()) {
        if (!isInvoiceFileName(seen.name, m_endings)) continue;
        if (!seen.regular) ++m_ignored;
        else if (m_place == Place::Work) lookAtWork(seen, nowMs, slice);
        else lookAtRoot(seen, nowMs, slice);
    }
    slice.readOnly = m_readOnly;
    if (static_cast<int>(names.value().size()) == kSlice) return slice;
    if (m_place == Place::Work) m_place = Place::Root;
    else end(slice);
    return slice;
}

bool FolderSweep::begin(Slice& slice)
{
    auto root = files::Folder::open(m_path);
    if (!root) {
        slice.gone = root.error();
        return false;
    }
    m_root = std::make_shared<files::Folder>(root.value());
    m_work.reset();
    m_readOnly = false;   // asked anew at every look
    ++m_look;
    m_waiting = m_ignored = 0;
    m_looking = true;
    m_place = Place::Root;
    if (m_keep == Keep::Move && m_root->exists(kWork) && openWork()) m_place = Place::Work;
    return true;
}

// All three or none: a file that could not be put away afterwards would be read for ever.
Result<Ok> FolderSweep::openWork()
{
    for (const auto* name : {kDone, kFailed})
        if (const auto there = m_root->inside(name); !there) return there.error();
    const auto work = m_root->inside(kWork);
    if (!work) return work.error();
    m_work = std::make_shared<files::Folder>(work.value());
    return Ok{};
}

void FolderSweep::end(Slice& slice)
{
    m_looking = false;
    for (auto* table : {&m_atRoot, &m_atWork})
        for (auto it = table->begin(); it != table->end();) it = it->look == m_look ? std::next(it) : table->erase(it);
    slice.atEnd = true;
    slice.waiting = m_waiting;
    slice.ignored = m_ignored;
}

FolderSweep::Known* FolderSweep::notice(Table& table, const files::Seen& seen, qint64 nowMs)
{
    auto it = table.find(seen.name);
    if (it == table.end()) {
        if (table.size() >= limits::kMaxFolderFiles) {
            ++m_ignored;   // until others have been taken away
            return nullptr;
        }
        it = table.insert(seen.name, {});
    }
    if (it->size != seen.size || it->modifiedNs != seen.modifiedNs) {
        const auto notBefore = it->notBeforeMs;
        const bool early = it->early;
        *it = {seen.size, seen.modifiedNs, nowMs, notBefore, 0, 0, false, early};
    }
    if (it->look != m_look) ++it->looks;
    it->look = m_look;
    return &*it;
}

bool FolderSweep::standsStill(const Known& known, qint64 forMs, qint64 nowMs) const
{
    return known.looks >= 2 && nowMs - known.sinceMs >= forMs && nowMs >= known.notBeforeMs;
}

void FolderSweep::lookAtWork(const files::Seen& seen, qint64 nowMs, Slice& slice)
{
    if (m_mine.contains(seen.name)) return;
    auto* known = notice(m_atWork, seen, nowMs);
    if (!known) return;
    if (m_look == 1) known->early = true;
    const bool ownAgain = known->notBeforeMs > 0;
    ++m_waiting;
    if (!standsStill(*known, known->early || ownAgain ? m_pace.stableMs : m_pace.stuckMs, nowMs)) return;
    --m_waiting;
    m_mine.insert(seen.name);
    m_atWork.remove(seen.name);
    slice.claims.push_back({shownName(seen.name), seen, keptName(seen.name), m_work, true});
}

void FolderSweep::lookAtRoot(const files::Seen& seen, qint64 nowMs, Slice& slice)
{
    auto* known = notice(m_atRoot, seen, nowMs);
    if (!known) return;
    if (known->taken && (m_keep == Keep::Leave || m_readOnly)) return;
    if (!standsStill(*known, m_pace.stableMs, nowMs)) {
        ++m_waiting;
        return;
    }
    claim(seen, *known, slice);
}

void FolderSweep::claim(const files::Seen& seen, Known& known, Slice& slice)
{
    if (m_keep == Keep::Move && !m_readOnly) {
        Result<QByteArray> moved = Error{};
        if (!m_work)
            if (const auto opened = openWork(); !opened) moved = opened.error();
        if (m_work) moved = moveNumbered(*m_root, seen.name, *m_work, keptName(seen.name));
        if (moved) {
            crashPoint("folder.claimed");
            const auto name = shownName(seen.name);
            m_atRoot.remove(seen.name);
            const auto now = m_work->look(moved.value());
            // It was written to or exchanged in the last moment: from now on it is watched in work/.
            if (!now || !now.value().regular || now.value().size != seen.size || now.value().modifiedNs != seen.modifiedNs) {
                Known own;
                own.notBeforeMs = 1;
                own.look = m_look;
                m_atWork.insert(moved.value(), own);
                return void(++m_waiting);
            }
            m_mine.insert(moved.value());
            slice.claims.push_back({name, now.value(), keptName(seen.name), m_work, true});
            return;
        }
        if (moved.error().fault == Fault::NotFound) return;   // another desk was first
        if (moved.error().fault != Fault::Refused) return void(++m_waiting);
        m_readOnly = true;
        if (known.taken) return;
    }
    known.taken = true;
    slice.claims.push_back({shownName(seen.name), seen, seen.name, m_root, false});
}

Result<QByteArray> FolderSweep::moveNumbered(const files::Folder& from, const QByteArray& name, const files::Folder& to, const QByteArray& wanted)
{
    constexpr int kTries = 50;   // somebody else may take the number that was free
    if (m_lastNumber.size() > limits::kMaxFolderFiles) m_lastNumber.clear();
    auto moved = from.move(name, to, wanted);
    if (!isTaken(moved)) return moved ? Result<QByteArray>{wanted} : moved.error();
    const auto key = (&from == m_root.get() ? kWork : kDone) + ('/' + wanted);
    int number = m_lastNumber.contains(key) ? m_lastNumber[key] + 1 : freeNumber(to, wanted);
    for (int i = 0; i < kTries && isTaken(moved); ++i) {
        const auto other = numbered(wanted, number);
        moved = from.move(name, to, other);
        if (moved) {
            m_lastNumber.insert(key, number);
            return other;
        }
        number = i < 2 ? number + 1 : freeNumber(to, wanted);
    }
    return moved.error();
}

void FolderSweep::settle(std::vector<Verdict> verdicts, qint64 nowMs)
{
    std::optional<files::Folder> done;
    for (const auto& verdict : verdicts) {
        const auto& claim = verdict.claim;
        auto again = verdict.kind == Verdict::Kind::Again;
        if (!claim.moved) {
            const auto known = m_atRoot.find(claim.seen.name);
            if (!again || known == m_atRoot.end()) continue;
            known->taken = false;
            known->notBeforeMs = nowMs + m_pace.retryMs;
            continue;
        }
        m_mine.remove(claim.seen.name);
        if (verdict.kind == Verdict::Kind::Failed) {
            again = !putAside(verdict);
        } else if (verdict.kind == Verdict::Kind::Done) {
            if (!done)
                if (auto made = m_root->inside(kDone)) done = made.value();
            const auto moved = done ? moveNumbered(*claim.folder, claim.seen.name, *done, claim.wanted) : Result<QByteArray>{Error{}};
            if (moved) crashPoint("folder.done");
            again = !moved && moved.error().fault != Fault::NotFound;
        }
        if (!again) continue;
        Known waits{claim.seen.size, claim.seen.modifiedNs, nowMs, nowMs + m_pace.retryMs, m_look, 0, false, false};
        m_atWork.insert(claim.seen.name, waits);
    }
}

// The note first: a file in failed/ always has its reason beside it. A note left behind by a desk that died just here says the same and is used.
bool FolderSweep::putAside(const Verdict& verdict)
{
    const auto folder = m_root->inside(kFailed);
    if (!folder) return false;
    const auto& claim = verdict.claim;
    int number = folder.value().exists(claim.wanted) ? freeNumber(folder.value(), claim.wanted) : 1;
    constexpr int kTries = 50;
    for (int i = 0; i < kTries; ++i, ++number) {
        const auto name = numbered(claim.wanted, number);
        if (folder.value().exists(name)) continue;
        const auto noted = folder.value().create(name + kNote, verdict.note);
        if (!noted && !isTaken(noted)) return false;
        if (!noted) {
            const auto there = folder.value().look(name + kNote);
            const auto text = there ? folder.value().read(there.value(), verdict.note.size()) : Result<QByteArray>{there.error()};
            if (!text || text.value() != verdict.note) continue;
        }
        crashPoint("folder.noted");
        const auto moved = claim.folder->move(claim.seen.name, folder.value(), name);
        if (moved) return true;
        if (noted) folder.value().remove(name + kNote);
        if (!isTaken(moved)) return moved.error().fault == Fault::NotFound;   // another desk has put it away
    }
    return false;
}

} // namespace tresen::services
