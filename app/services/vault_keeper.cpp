#include "app/services/vault_keeper.h"
#include "app/core/async.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

VaultKeeper::VaultKeeper(ports::Vault& vault, QObject* parent) : QObject{parent}, m_vault{vault}
{
}

void VaultKeeper::setWork(Work work)
{
    m_work = work;
    Q_EMIT workChanged(work);
}

void VaultKeeper::backup(const QString& file, Done<BackupReport> done)
{
    if (m_work != Work::None) return done(Error{Fault::Conflict, u"vault.busy"_s, {}});
    if (file.isEmpty()) return done(Error{Fault::Invalid, u"vault.no_file"_s, {}});
    setWork(Work::Backup);
    onReady(m_vault.backup(file), this, [this, file, done](const Result<Ok>& made) {
        setWork(Work::None);
        if (!made) return done(made.error());
        done(BackupReport{file, QFileInfo{file}.size()});
    });
}

void VaultKeeper::verify(Done<VaultReport> done)
{
    if (m_work != Work::None) return done(Error{Fault::Conflict, u"vault.busy"_s, {}});
    setWork(Work::Verify);
    onReady(m_vault.verify(), this, [this, done](const Result<VaultReport>& report) {
        setWork(Work::None);
        done(report);
    });
}

} // namespace tresen::services
