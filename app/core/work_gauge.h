// WorkGauge: how far a long piece of work is, and the wish to end it early. Made by who asks for the work, read while it runs; any thread.
#pragma once
#include <QtGlobal>
#include <atomic>
#include <memory>

namespace tresen {

struct WorkGauge {
    std::atomic<qint64> done{0}, total{0};     // total 0: not known yet
    std::atomic<bool> stop{false};
};
using Gauge = std::shared_ptr<WorkGauge>;      // null: nobody looks

inline bool wantsEnd(const Gauge& gauge) { return gauge && gauge->stop; }

} // namespace tresen
