// VaultKeeper: makes backups of the journal, tries them, and checks it, one at a time. Called by the settings and the diagnostics page and by Backups;
// the work is done on other threads.
#pragma once
#include "app/ports/journal.h"
#include "app/services/done.h"
#include <QObject>

namespace tresen::services {

struct BackupReport { QString file; qint64 bytes = 0; };
using VaultReport = ports::VerifyReport;

class VaultKeeper final : public QObject {
    Q_OBJECT
public:
    enum class Work { None, Backup, Verify, Drill };

    explicit VaultKeeper(ports::Vault& vault, QObject* parent = nullptr);
    ~VaultKeeper() override;                           // nobody waits for a check or a trial any more: whoever closes the desk must not, either

    // file: absolute and not there yet; the copy is read again before it is called done. Refusals: "vault.busy", "vault.no_file", and those
    // of the store: Conflict "backup.exists", Corrupt "backup.damaged", Unreachable "store.…".
    void backup(const QString& file, Done<BackupReport> done);
    // Recomputes the hash chain and everything derived from it. A journal that is not in order is an answer, not a failure. Where its entries are whole and
    // only what is made of them differs, that is made anew: the report says so.
    void verify(Done<VaultReport> done);
    // Restores a backup beside everything, verifies and removes it. One that is not in order is an answer.
    void drill(const QString& file, Done<ports::DrillReport> done);

    Work work() const { return m_work; }
    bool canStop() const { return m_work == Work::Verify || m_work == Work::Drill; }
    void stop();                                       // what runs ends soon, Refused "vault.stopped"; a backup is left alone
    int permille() const;                              // of what runs; -1: not known
    const std::optional<VaultReport>& lastReport() const { return m_lastReport; }   // of verify(), since the start

Q_SIGNALS:
    void workChanged(tresen::services::VaultKeeper::Work work);
    void remade();                                     // what is shown has been made anew: whoever holds some of it reads it again

private:
    void begin(Work work);
    void end();
    ports::Vault& m_vault;
    Work m_work = Work::None;
    Gauge m_gauge;
    std::optional<VaultReport> m_lastReport;
};

} // namespace tresen::services
