// DeskFile: the values of one desk, a JSON object beside the store. Read and written by Settings; another process at this desk may write it at any time.
#pragma once
#include "app/domain/setting.h"
#include <optional>

namespace tresen::services {

class DeskFile {
public:
    explicit DeskFile(QString path) : m_path{std::move(path)} {}

    const QString& path() const { return m_path; }
    domain::SettingValues read() const { return readNow().value_or(domain::SettingValues{}); }   // missing or unreadable: nothing is set
    std::optional<domain::SettingValues> readNow() const;                                        // none: missing, or unreadable at this moment
    // Only these keys, into the file as it is now; what values does not hold leaves it. What this version does not know stays. Unreachable
    // "file.unwritable", and those of files::writeAtomically().
    Result<Ok> store(const domain::SettingValues& values, const QStringList& keys) const;

private:
    QString m_path;
};

} // namespace tresen::services
