// KeptSecrets: a SecretStore in memory for tests. The test says where it claims to lie and whether it answers.
#pragma once
#include "app/core/async.h"
#include "app/ports/secret_store.h"
#include <QHash>

namespace tresen::sim {

class KeptSecrets final : public ports::SecretStore {
public:
    ports::SecretPlace where = ports::SecretPlace::Keyring;
    bool silent = false;                      // locked: no question is answered with a value
    QHash<QString, QString> kept;

    ports::SecretPlace place() const override { return where; }
    QFuture<Result<Secret>> read(QString name) override
    {
        if (silent) return readyNow<Result<Secret>>(locked());
        return readyNow<Result<Secret>>(Secret{kept.value(name)});
    }
    QFuture<Result<Ok>> write(QString name, Secret secret) override
    {
        if (silent) return readyNow<Result<Ok>>(locked());
        if (secret.isEmpty()) kept.remove(name);
        else kept.insert(name, secret.reveal());
        return readyNow<Result<Ok>>(Ok{});
    }

private:
    static Error locked() { return Error{Fault::Unreachable, QStringLiteral("secret.keyring"), QStringLiteral("did not answer")}; }
};

} // namespace tresen::sim
