// Port: PinHasher turns a PIN into what may be stored, and tells whether a PIN is the one. Slow and hungry for memory on purpose, so it works off the UI
// thread; called by the station of people. Answers arrive on any thread: take them with onReady().
#pragma once
#include "app/core/result.h"
#include "app/core/secret.h"
#include <QFuture>

namespace tresen::ports {

// Failures: Internal "pin.hash" (no memory for it). A hash that cannot be read fits no PIN.
class PinHasher {
public:
    virtual ~PinHasher() = default;
    virtual QFuture<Result<QString>> hash(Secret pin) = 0;
    virtual QFuture<Result<bool>> fits(QString hash, Secret pin) = 0;
};

} // namespace tresen::ports
