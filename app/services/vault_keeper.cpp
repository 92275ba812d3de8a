#include "app/services/vault_keeper.h"
#include "app/core/async.h"
#include <QFileInfo>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

VaultKeeper::VaultKeeper(ports::Vault& vault, QObject* parent) : QObject{parent}, m_vault{vault}
{
}

VaultKeeper::~VaultKeeper()
{
    stop();
}

void VaultKeeper::begin(Work work)
{
    m_work = work;
    m_gauge = std::make_shared<WorkGauge>();
    Q_EMIT workChanged(work);
}

void VaultKeeper::end()
{
    m_work = Work::None;
    m_gauge.reset();
    Q_EMIT workChanged(m_work);
}

void VaultKeeper::stop()
{
    if (canStop()) m_gauge->stop = true;
}

int VaultKeeper::permille() const
{
    if (!m_gauge || m_gauge->total <= 0) return -1;
    return static_cast<int>(std::clamp<qint64>(m_gauge->done * 1000 / m_gauge->total, 0, 1000));
}

void VaultKeeper::backup(const QString& file, Done<BackupReport> done)
{
    if (m_work != Work::None) return done(Error{Fault::Conflict, u"vault.busy"_s, {}});
    if (file.isEmpty()) return done(Error{Fault::Invalid, u"vault.no_file"_s, {}});
    begin(Work::Backup);
    onReady(m_vault.backup(file), this, [this, file, done](const Result<Ok>& made) {
        end();
        if (!made) return done(made.error());
        done(BackupReport{file, QFileInfo{file}.size()});
    });
}

void VaultKeeper::verify(Done<VaultReport> done)
{
    if (m_work != Work::None) return done(Error{Fault::Conflict, u"vault.busy"_s, {}});
    begin(Work::Verify);
    onReady(m_vault.remake(m_gauge), this, [this, done](const Result<VaultReport>& report) {
        if (report) m_lastReport = report.value();
        end();
        if (report && report.value().remade) Q_EMIT remade();
        done(report);
    });
}

void VaultKeeper::drill(const QString& file, Done<ports::DrillReport> done)
{
    if (m_work != Work::None) return done(Error{Fault::Conflict, u"vault.busy"_s, {}});
    if (file.isEmpty()) return done(Error{Fault::Invalid, u"vault.no_file"_s, {}});
    begin(Work::Drill);
    onReady(m_vault.drill(file, m_gauge), this, [this, done](const Result<ports::DrillReport>& report) {
        end();
        done(report);
    });
}

} // namespace tresen::services
