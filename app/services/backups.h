// Backups: the folder of this journal's backups, which others may share: one a day by itself, a few of them kept, the newest tried on demand, a warning when it is old. Made by the
// desk, called by the diagnostics page. Files are looked at on other threads, for the folder may be a network drive.
#pragma once
#include "app/services/health.h"
#include "app/services/settings.h"
#include "app/services/vault_keeper.h"
#include <QTimer>

namespace tresen::services {

struct BackupFile {
    QString file;
    Instant at;                    // when it was made, by its name
    qint64 bytes = 0;
    friend bool operator==(const BackupFile&, const BackupFile&) = default;
};

struct DrillOutcome { BackupFile backup; ports::DrillReport report; };

class Backups final : public QObject {
    Q_OBJECT
public:
    static constexpr int kFirstLookMs = 60'000;   // after the start: the desk is busy with itself until then

    // All live longer. The peer "backup" of the health watch says how it stands.
    Backups(VaultKeeper& vault, Settings& settings, HealthWatch& health, const Clock& clock, QString profile, QObject* parent = nullptr);

    void start();                                 // from now on one is made every day, unless the setting says no
    // Refusals: those of VaultKeeper::backup(), Unreachable "backup.folder" when the chosen folder is not there.
    void backupNow(Done<BackupReport> done);
    void tryNewest(Done<DrillOutcome> done);      // Refused "backup.none_yet" without one
    void look(Done<Ok> done);                     // reads the folder; changed() and the health watch say what came of it
    const std::vector<BackupFile>& known() const { return m_known; }   // newest first, as of the last look
    QString folder() const;
    bool isDue() const;
    // Recomputes the journal and everything derived from it beside the bookings: once after the start, then daily. What is not in order stays in the health
    // watch until a later check finds it in order.
    void checkJournal(Done<VaultReport> done);

    // Read now, for whoever cannot open the journal, newest first; empty: none there, or no such folder. storeFile: the damaged one, which still carries its
    // id; empty: the folder is that of one journal alone.
    static std::vector<BackupFile> thoseIn(const QString& folder, const QString& storeFile);
    static QString headOf(const QString& store);
    // store: which journal it is of, see "store.id"; several workshops may share one folder.
    static QString nameOf(const QString& store, Instant at, bool server);
    static std::optional<Instant> timeOf(const QString& name, const QString& store);   // none: no file of ours
    static bool holds(const QString& file, const QString& store);       // whether it is of that journal inside as well; reads all of it
    // Newest first. One that lies a day or more ahead was made by a clock that has been put right since: it is older than all others.
    static std::vector<BackupFile> inOrder(std::vector<BackupFile> files, Instant now);
    static std::vector<BackupFile> beyond(std::vector<BackupFile> files, int keep, Instant now);   // the oldest, never the newest

Q_SIGNALS:
    void changed();

private:
    void lookAndBackUp();
    void take(std::vector<BackupFile> files);
    void tellHealth();
    void thinOut(Done<Ok> done);
    void tookDrill(const QString& file, const Result<ports::DrillReport>& report);
    void backUpTo(const QString& place, Done<BackupReport> done);
    QString store() const { return m_settings.value(QStringLiteral("store.id")); }

    VaultKeeper& m_vault;
    Settings& m_settings;
    HealthWatch& m_health;
    const Clock& m_clock;
    const QString m_profile;
    std::vector<BackupFile> m_known;
    std::optional<Error> m_failure;               // of the last one that was made; none: it was good
    QString m_damagedFile;                        // that could not be restored when it was tried; empty: none
    Error m_damage;
    std::optional<QString> m_journalDamage;              // what the last check of the journal found first; none: it was in order, or is again
    QString m_remade;                                    // what it found first and made anew; empty: nothing
    Instant m_checkedAt;
    QTimer m_pulse;
};

} // namespace tresen::services
