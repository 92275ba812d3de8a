// FolderSweep: looks through one folder of invoice files slice by slice, takes those that stand still, and puts away what became of them.
// It has no thread of its own: HotFolder calls it from its worker, one call after the other.
#pragma once
#include "app/core/folder.h"
#include <QHash>
#include <QSet>
#include <QString>
#include <optional>

namespace tresen::services {

// Which names in a folder are invoice files: by their ending, whatever its case; hidden ones are somebody's unfinished business.
bool isInvoiceFileName(const QByteArray& name, const QList<QByteArray>& endings);   // endings in lower case, with the dot

// Two ways of keeping the folder. Move: a file goes to work/ before it is read, then to done/ or, with a note of the reason, to failed/; the
// rename is the lock between several desks, and what a desk that died left in work/ is read again. Leave: nothing is touched, the journal knows
// what it has read. A folder that cannot be written to is kept the second way, see Slice::readOnly.
class FolderSweep {
public:
    enum class Keep { Move, Leave };
    struct Pace {
        qint64 stableMs = 2'000;           // size and time have stood still for so long, over two looks at least
        qint64 retryMs = 30'000;           // what could not be stored for now is read again
        qint64 stuckMs = 10 * 60 * 1000;   // what another desk has left in work/ for so long is taken over
    };
    struct Claim {
        QString name;                      // of the file as it came, for people and the journal
        files::Seen seen;                  // and as it is named now
        QByteArray wanted;                 // name it gets in done/ and failed/
        std::shared_ptr<const files::Folder> folder;
        bool moved = false;                // into work/
    };
    struct Slice {
        std::optional<Error> gone;         // the folder cannot be read
        std::vector<Claim> claims;
        bool atEnd = false;                // of the look; the next step() begins a new one
        int waiting = 0;                   // after a whole look: files that do not stand still yet, or wait to be tried again
        int ignored = 0;                   // after a whole look: links, pipes, folders with the name of an invoice, and names beyond the limit
        bool readOnly = false;
    };
    struct Verdict {
        enum class Kind { Done, Failed, Again, Gone };
        Claim claim;
        Kind kind = Kind::Done;
        QByteArray note;                   // why it failed, as text
    };

    FolderSweep(QString folder, Keep keep, Pace pace, QList<QByteArray> endings = {".xml", ".pdf"})
        : m_path{std::move(folder)}, m_keep{keep}, m_pace{pace}, m_endings{std::move(endings)} {}

    Slice step(qint64 nowMs);              // nowMs: of a clock that never jumps
    void settle(std::vector<Verdict> verdicts, qint64 nowMs);

    static QStringList ownFolders(const QString& folder);   // work/, done/ and failed/ of it, as full paths
    // Where a file lies now that was read at this path: one with the same contents (SHA-256 in hex) in the own folders beside it when it has left its place,
    // else the path itself. Reads up to `most` bytes of those that come into question: not for the UI thread.
    static QString whereNow(const QString& file, const QString& sha256, qint64 most);
    static constexpr int kSlice = 500;     // names looked at in one step

private:
    struct Known {
        qint64 size = -1, modifiedNs = 0;
        qint64 sinceMs = 0, notBeforeMs = 0;
        int look = 0, looks = 0;
        bool taken = false, early = false;   // early: stood in work/ when the first look came by
    };
    using Table = QHash<QByteArray, Known>;
    enum class Place { Work, Root };

    bool begin(Slice& slice);
    Result<Ok> openWork();
    Known* notice(Table& table, const files::Seen& seen, qint64 nowMs);
    bool standsStill(const Known& known, qint64 forMs, qint64 nowMs) const;
    void lookAtWork(const files::Seen& seen, qint64 nowMs, Slice& slice);
    void lookAtRoot(const files::Seen& seen, qint64 nowMs, Slice& slice);
    void claim(const files::Seen& seen, Known& known, Slice& slice);
    void end(Slice& slice);
    bool putAside(const Verdict& verdict);
    Result<QByteArray> moveNumbered(const files::Folder& from, const QByteArray& name, const files::Folder& to, const QByteArray& wanted);

    const QString m_path;
    const Keep m_keep;
    const Pace m_pace;
    const QList<QByteArray> m_endings;
    std::shared_ptr<files::Folder> m_root, m_work;
    Place m_place = Place::Root;
    int m_look = 0, m_waiting = 0, m_ignored = 0;
    bool m_looking = false, m_readOnly = false;
    Table m_atRoot, m_atWork;
    QSet<QByteArray> m_mine;               // names in work/ this desk is busy with
    QHash<QByteArray, int> m_lastNumber;   // of a name that came several times
};

} // namespace tresen::services
