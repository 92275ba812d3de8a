// FakePins: a PinHasher that takes no time, for tests. What it makes of a PIN is no secret.
#pragma once
#include "app/core/async.h"
#include "app/ports/pin_hasher.h"

namespace tresen::sim {

class FakePins final : public ports::PinHasher {
public:
    int looked = 0;                           // PINs that were looked at
    bool noMemory = false;

    QFuture<Result<QString>> hash(Secret pin) override
    {
        if (noMemory) return readyNow<Result<QString>>(Error{Fault::Internal, QStringLiteral("pin.hash"), {}});
        return readyNow<Result<QString>>(of(pin));
    }
    QFuture<Result<bool>> fits(QString hash, Secret pin) override
    {
        ++looked;
        return readyNow<Result<bool>>(hash == of(pin));
    }
    static QString of(const Secret& pin) { return QStringLiteral("fake:") + pin.reveal(); }
};

} // namespace tresen::sim
