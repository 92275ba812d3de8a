// Backups: the folder of this desk's backups: one a day by itself, a few of them kept, the newest tried on demand, a warning when it is old. Made by the
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

    static std::optional<BackupFile> newestIn(const QString& folder);   // read now; none: none there, or no such folder
    static QString nameOf(Instant at, bool server);
    static std::optional<Instant> timeOf(const QString& name);          // none: no file of ours
    static std::vector<BackupFile> beyond(std::vector<BackupFile> files, int keep);   // the oldest, never the newest

Q_SIGNALS:
    void changed();

private:
    void lookAndBackUp();
    void take(std::vector<BackupFile> files);
    void tellHealth();
    void thinOut(Done<Ok> done);

    VaultKeeper& m_vault;
    Settings& m_settings;
    HealthWatch& m_health;
    const Clock& m_clock;
    const QString m_profile;
    std::vector<BackupFile> m_known;
    std::optional<Error> m_failure;               // of the last one that was made; none: it was good
    std::optional<QString> m_damage;              // what the last check of the journal found first; none: it was in order
    Instant m_checkedAt;
    QTimer m_pulse;
};

} // namespace tresen::services
