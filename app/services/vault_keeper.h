// VaultKeeper: makes backups of the journal and checks it, one at a time. Called by the settings page; the work is done on other threads.
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
    enum class Work { None, Backup, Verify };

    explicit VaultKeeper(ports::Vault& vault, QObject* parent = nullptr);

    // file: absolute and not there yet; the copy is read again before it is called done. Refusals: "vault.busy", "vault.no_file", and those
    // of the store: Conflict "backup.exists", Corrupt "backup.damaged", Unreachable "store.…".
    void backup(const QString& file, Done<BackupReport> done);
    // Recomputes the hash chain and everything derived from it. A journal that is not in order is an answer, not a failure.
    void verify(Done<VaultReport> done);
    Work work() const { return m_work; }

Q_SIGNALS:
    void workChanged(tresen::services::VaultKeeper::Work work);

private:
    void setWork(Work work);
    ports::Vault& m_vault;
    Work m_work = Work::None;
};

} // namespace tresen::services
