// WakeWatch: notices that the computer has slept, or that its clock was set, by the clock on the wall having gone another way than the one that only counts.
// Made by the desk, which then asks everything at once instead of when its turn comes.
#pragma once
#include "app/core/clock.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace tresen::services {

class WakeWatch final : public QObject {
    Q_OBJECT
public:
    using Counter = std::function<qint64()>;     // ms since any beginning; stands still while the computer sleeps, is never set

    static constexpr int kLookMs = 2'000;
    static constexpr qint64 kJumpMs = 15'000;    // a busy machine is late by less; who sleeps shorter than this has missed nothing

    explicit WakeWatch(const Clock& clock, Counter counter = {}, QObject* parent = nullptr);
    void start() { m_pulse.start(kLookMs); }
    void look();

Q_SIGNALS:
    void woke(qint64 awayMs);                    // negative: the clock was set back

private:
    const Clock& m_clock;
    const Counter m_counter;
    qint64 m_wall, m_counted;
    QTimer m_pulse;
};

} // namespace tresen::services
