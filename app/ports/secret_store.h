// Port: SecretStore keeps passwords and keys where the system keeps them: the user's keyring, or a file only this user can read. Called by the
// composition root and the settings page; answers on any thread, take them with onReady().
#pragma once
#include "app/core/result.h"
#include "app/core/secret.h"
#include <QFuture>

namespace tresen::ports {

enum class SecretPlace { Keyring, PrivateFile };

// Failures: Unreachable "secret.keyring" (locked or not there), Refused "secret.too_long", "secret.name", Corrupt "secret.file".
class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual SecretPlace place() const = 0;                                  // where they are kept: the page warns about a file
    virtual QFuture<Result<Secret>> read(QString name) = 0;                 // an empty one when there is none
    virtual QFuture<Result<Ok>> write(QString name, Secret secret) = 0;     // an empty one removes it
};

} // namespace tresen::ports
