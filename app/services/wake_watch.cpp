#include "app/services/wake_watch.h"
#include <chrono>

namespace tresen::services {
namespace {

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

WakeWatch::WakeWatch(const Clock& clock, Counter counter, QObject* parent)
    : QObject{parent}, m_clock{clock}, m_counter{counter ? std::move(counter) : Counter{&steadyMs}}, m_wall{clock.now().ms}, m_counted{m_counter()}
{
    connect(&m_pulse, &QTimer::timeout, this, &WakeWatch::look);
}

void WakeWatch::look()
{
    const auto wall = m_clock.now().ms, counted = m_counter();
    const auto away = (wall - m_wall) - (counted - m_counted);
    m_wall = wall;
    m_counted = counted;
    if (qAbs(away) >= kJumpMs) Q_EMIT woke(away);
}

} // namespace tresen::services
