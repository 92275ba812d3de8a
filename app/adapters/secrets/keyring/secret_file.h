// SecretFile: passwords and keys in one file that only its owner can read, secrets.json in the profile. Called by KeyringStore when there is no
// keyring. Not encrypted: whoever can read the account's files can read it, and the settings page says so.
#pragma once
#include "app/core/result.h"
#include "app/core/secret.h"

namespace tresen::secrets {

class SecretFile {
public:
    explicit SecretFile(QString path) : m_path{std::move(path)} {}
    // Failures: Corrupt "secret.file" (not readable as what we wrote, too large, a link, or others may read or write it; or it cannot be
    // written). A damaged file is never replaced: what is in it may still be saved by hand.
    Result<Secret> read(const QString& name) const;               // an empty one when there is none
    Result<Ok> write(const QString& name, const Secret& secret);  // an empty one removes it; whole file or none

private:
    QString m_path;
};

// [a-z0-9._-]{1,60}: a name is ours, never a person's. Refused "secret.name" otherwise.
Result<Ok> checkedName(const QString& name);
// At most limits::kMaxSecret bytes as UTF-8. Refused "secret.too_long" otherwise.
Result<Ok> checkedLength(const Secret& secret);

} // namespace tresen::secrets
