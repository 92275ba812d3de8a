#include "app/services/desk_file.h"
#include "app/core/files.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kMaxDeskFile = 256 * 1024;
constexpr int kDeskLockMs = 2'000;        // another process at this desk writes a few kilobytes

} // namespace

std::optional<domain::SettingValues> DeskFile::readNow() const
{
    const auto bytes = files::readRegular(m_path, kMaxDeskFile);
    const auto document = bytes ? QJsonDocument::fromJson(bytes.value()) : QJsonDocument{};
    if (!document.isObject()) return std::nullopt;
    const auto object = document.object();
    domain::SettingValues out;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (const auto* def = domain::findSetting(it.key()); def && domain::mayStandAtDesk(*def)) out.insert(it.key(), it->toString());
    return out;
}

Result<Ok> DeskFile::store(const domain::SettingValues& values, const QStringList& keys) const
{
    QLockFile lock{m_path + u".lock"_s};
    lock.setStaleLockTime(kDeskLockMs);
    if (!lock.tryLock(kDeskLockMs)) return Error{Fault::Unreachable, u"file.unwritable"_s, m_path};
    const auto bytes = files::readRegular(m_path, kMaxDeskFile);
    auto object = bytes ? QJsonDocument::fromJson(bytes.value()).object() : QJsonObject{};   // also what a newer version knows and this one does not
    for (const auto& key : keys) {
        if (values.contains(key)) object.insert(key, values.value(key));
        else object.remove(key);
    }
    if (const auto written = files::writeAtomically(m_path, QJsonDocument{object}.toJson()); !written) return written;
    return Ok{};
}

} // namespace tresen::services
