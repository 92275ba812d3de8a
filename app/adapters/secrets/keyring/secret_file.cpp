#include "app/adapters/secrets/keyring/secret_file.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::secrets {
namespace {

const QString kFormat = u"tresen-secrets-1"_s;

Error damaged(const QString& why) { return {Fault::Corrupt, u"secret.file"_s, why}; }

// All of them; an empty object when there is no file yet.
Result<QJsonObject> allIn(const QString& path)
{
    auto bytes = files::readRegular(path, limits::kMaxSecretFile);
    if (!bytes) {
        if (bytes.error().fault == Fault::NotFound) return QJsonObject{};
        return damaged(bytes.error().code);
    }
    constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo{path}.permissions() & kOthers) {
        Secret::wipe(bytes.value());
        return damaged(u"others may read it"_s);
    }
    const auto document = QJsonDocument::fromJson(bytes.value());
    Secret::wipe(bytes.value());
    const auto root = document.object();
    if (root[u"format"_s] != kFormat || !root[u"secrets"_s].isObject()) return damaged(u"not what was written"_s);
    auto all = root[u"secrets"_s].toObject();
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        if (!it.value().isString() || !checkedName(it.key())) return damaged(u"not what was written"_s);
    }
    return all;
}

} // namespace

Result<Ok> checkedName(const QString& name)
{
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-'; };
    if (name.isEmpty() || name.size() > limits::kMaxSecretName || !std::all_of(name.begin(), name.end(), allowed))
        return Error{Fault::Refused, u"secret.name"_s, {}};
    return Ok{};
}

Result<Ok> checkedLength(const Secret& secret)
{
    QByteArray bytes = secret.reveal().toUtf8();
    const bool fits = bytes.size() <= limits::kMaxSecret;
    Secret::wipe(bytes);
    return fits ? Result<Ok>{Ok{}} : Error{Fault::Refused, u"secret.too_long"_s, {}};
}

Result<Secret> SecretFile::read(const QString& name) const
{
    return allIn(m_path).andThen([&name](const QJsonObject& all) { return Result<Secret>{Secret{all[name].toString()}}; });
}

Result<Ok> SecretFile::write(const QString& name, const Secret& secret)
{
    auto all = allIn(m_path);
    if (!all) return all.error();
    auto& object = all.value();
    if (secret.isEmpty() && !object.contains(name)) return Ok{};
    if (secret.isEmpty()) object.remove(name);
    else object[name] = secret.reveal();
    if (object.size() > limits::kMaxSecrets) return damaged(u"too many"_s);
    QByteArray bytes = QJsonDocument{QJsonObject{{u"format"_s, kFormat}, {u"secrets"_s, object}}}.toJson();
    const auto written = files::writeAtomically(m_path, bytes);
    Secret::wipe(bytes);
    if (!written) return damaged(written.error().code);
    return Ok{};
}

} // namespace tresen::secrets
