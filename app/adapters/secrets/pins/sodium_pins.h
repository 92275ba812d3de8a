// SodiumPins: hashes PINs with Argon2id (RFC 9106) as libsodium does it, one at a time on a thread of its own: each takes 256 MiB and about half a second.
// Constructed by the composition root.
#pragma once
#include "app/ports/pin_hasher.h"
#include <QThreadPool>

namespace tresen::secrets {

class SodiumPins final : public ports::PinHasher {
public:
    SodiumPins();
    ~SodiumPins() override;               // waits for the one under way

    QFuture<Result<QString>> hash(Secret pin) override;           // "$argon2id$v=19$m=262144,…"
    QFuture<Result<bool>> fits(QString hash, Secret pin) override;

private:
    QThreadPool m_pool;
};

} // namespace tresen::secrets
