// Diagnosis: what support needs to know of a desk, put together so that nothing private is in it: version, settings, counts, the newest entries of the
// log. Called by the diagnostics page and by `diagnose`. The person sees the report before it is kept.
#pragma once
#include "app/core/log_reader.h"
#include "app/services/health.h"
#include "app/services/settings.h"
#include "app/services/vault_keeper.h"

namespace tresen::services {

struct BugReportParts {
    Instant at;
    QString version, qt, system;
    domain::SettingValues settings;                  // what is set
    std::optional<ports::StoreFacts> facts;          // none: the store did not answer
    std::optional<VaultReport> integrity;            // none: not checked since the start
    std::vector<std::pair<QString, PeerHealth>> peers;
    LogTail log;
    QByteArray picture;                              // PNG of the window; empty: not wanted
};

// JSON, indented, UTF-8. Every text is redacted; of settings that name people, accounts or secrets only stands whether they are set.
QByteArray bugReport(const BugReportParts& parts);
// The same, with the picture's bytes left out, for reading on the screen.
QByteArray readableBugReport(const BugReportParts& parts);

class Diagnosis final : public QObject {
    Q_OBJECT
public:
    Diagnosis(ports::Vault& vault, const Settings& settings, const Clock& clock, QString profile, QObject* parent = nullptr);

    void readLog(int most, Done<LogTail> done);
    // All but integrity, peers and picture, which the caller knows. Never fails: what cannot be read is left out.
    void collect(Done<BugReportParts> done);

private:
    ports::Vault& m_vault;
    const Settings& m_settings;
    const Clock& m_clock;
    const QString m_profile;
};

} // namespace tresen::services
