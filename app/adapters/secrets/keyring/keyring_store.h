// KeyringStore: passwords and keys in the user's keyring (Secret Service or KWallet, over QtKeychain), or in a private file of the profile where
// no keyring answers. Constructed by the composition root in the main thread, once per profile, whose event loop has to run for an answer.
#pragma once
#include "app/core/limits.h"
#include "app/ports/secret_store.h"
#include <memory>

namespace tresen::secrets {

struct KeyringConfig {
    QString service = QStringLiteral("tresen");           // profiles with another service see nothing of each other
    QString file;                                         // secrets.json of the profile
    bool fileOnly = false;                                // the profile says so: the keyring is not asked at all
    int deadlineMs = limits::kKeyringDeadlineMs;          // of one question; a locked keyring asks its user meanwhile
};

class KeyringWorker;

// The first question decides the place for this run. A keyring that answered then and falls silent later is Unreachable "secret.keyring", never
// the file: a key would be in two places. What lies in the file from a run without a keyring is the newer one and is read first; writing to the
// keyring removes it there. Without a place in the keyring, a name that the file does not know is empty when there is no keyring at all, and
// Unreachable "secret.keyring" when there is one that did not answer: it may hold it.
class KeyringStore final : public ports::SecretStore {
public:
    explicit KeyringStore(KeyringConfig config);
    ~KeyringStore() override;                             // ends; questions still open are cancelled
    KeyringStore(const KeyringStore&) = delete;
    KeyringStore& operator=(const KeyringStore&) = delete;

    ports::SecretPlace place() const override;            // until settled(): PrivateFile
    QFuture<Result<ports::SecretPlace>> settled() const;  // never an error; at most the deadline away
    QFuture<Result<Secret>> read(QString name) override;
    QFuture<Result<Ok>> write(QString name, Secret secret) override;

private:
    std::unique_ptr<KeyringWorker> m_worker;
};

} // namespace tresen::secrets
