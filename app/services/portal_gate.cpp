#include "app/services/portal_gate.h"
#include <QRandomGenerator>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kCall = 1'000;                      // one request, in thousandths
constexpr qint64 kFirstPauseMs = 2'000, kLongestPauseMs = 5 * 60'000;
constexpr qint64 kLongestUnreachedMs = 30'000;       // nobody was there to be spared: looked for again soon
constexpr int kMaxShift = 8;

// The call has not reached anybody: no line, no name, a closed port.
bool unreached(const Error& e)
{
    return e.fault == Fault::Unreachable && e.retryAfterMs == 0 && e.code.startsWith(u"net.");
}

// A refusal or an unreadable answer comes from a portal that works; only what says "not now" makes it rest.
bool tires(const Error& e)
{
    if (isOfOneLink(e)) return false;
    return e.fault == Fault::Unreachable || e.fault == Fault::Timeout || e.retryAfterMs > 0;
}

} // namespace

bool isOfOneLink(const Error& error)
{
    return error.code == u"portal.silent";
}

PortalGate::PortalGate(const Clock& clock, QObject* parent) : QObject{parent}, m_clock{clock} {}

void PortalGate::fill(Door& door, int perMinute)
{
    const auto now = m_clock.now();
    const qint64 full = perMinute * kCall;
    const qint64 passed = door.filledAt.isNull() ? 60'000 : std::clamp<qint64>(now.ms - door.filledAt.ms, 0, 60'000);   // a clock set back gives nothing
    door.milliCalls = std::min(full, door.milliCalls + passed * full / 60'000);
    door.filledAt = now;
}

std::optional<Error> PortalGate::whyNot(const ports::PortalCapabilities& portal, Urgency urgency, int requests)
{
    auto& door = m_doors[portal.id];
    fill(door, portal.requestsPerMinute);
    const bool pauses = m_clock.now() < door.pausedUntil;
    if (pauses && (urgency == Urgency::Poll || door.peerSaidSo)) {
        Error e{Fault::Unreachable, u"portal.pause"_s, door.pausedUntil.iso()};
        e.retryAfterMs = static_cast<int>(std::min<qint64>(door.pausedUntil.ms - m_clock.now().ms, kLongestPauseMs * 3));
        return e;
    }
    if (urgency == Urgency::Poll && door.milliCalls < requests * kCall) return Error{Fault::Unreachable, u"portal.budget"_s, QString::number(portal.requestsPerMinute)};
    spend(door, portal.requestsPerMinute, requests);
    return std::nullopt;
}

// Who waits at the counter may overdraw it, and so may a call that turns out larger than it looked; by a minute at most.
void PortalGate::spend(Door& door, int perMinute, int requests)
{
    door.milliCalls = std::max(door.milliCalls - requests * kCall, -perMinute * kCall);
}

void PortalGate::charge(const ports::PortalCapabilities& portal, int requests)
{
    auto& door = m_doors[portal.id];
    fill(door, portal.requestsPerMinute);
    spend(door, portal.requestsPerMinute, requests);
}

int PortalGate::pollsLeft(const ports::PortalCapabilities& portal)
{
    auto& door = m_doors[portal.id];
    fill(door, portal.requestsPerMinute);
    return m_clock.now() < door.pausedUntil ? 0 : static_cast<int>(std::max<qint64>(door.milliCalls, 0) / (kCall * portal.requestsPerLook));
}

Instant PortalGate::affordableAt(const ports::PortalCapabilities& portal, int requests)
{
    auto& door = m_doors[portal.id];
    fill(door, portal.requestsPerMinute);
    const qint64 full = portal.requestsPerMinute * kCall;
    const qint64 missing = std::max<qint64>(0, std::min(requests * kCall, full) - door.milliCalls);
    return m_clock.now().plusMs((missing * 60'000 + full - 1) / full);
}

void PortalGate::enqueue(const QString& portal, Urgency urgency, std::function<void()> call)
{
    auto& door = m_doors[portal];
    (urgency == Urgency::Now ? door.urgent : door.waiting).enqueue(std::move(call));
    next(portal);
}

void PortalGate::next(const QString& portal)
{
    auto& door = m_doors[portal];
    if (door.inFlight >= kAtOnce) return;
    auto& queue = door.urgent.isEmpty() ? door.waiting : door.urgent;
    if (queue.isEmpty()) return;
    ++door.inFlight;
    queue.dequeue()();
}

void PortalGate::ended(const QString& portal, const Error* error)
{
    auto& door = m_doors[portal];
    --door.inFlight;
    if (!error || !tires(*error)) {
        door.failures = 0;
        door.pausedUntil = {};
        door.peerSaidSo = false;
    } else {
        const auto grown = std::min(unreached(*error) ? kLongestUnreachedMs : kLongestPauseMs, kFirstPauseMs << std::min(door.failures++, kMaxShift));
        door.peerSaidSo = error->retryAfterMs > 0;
        const qint64 pause = std::max<qint64>(grown, error->retryAfterMs);
        door.pausedUntil = m_clock.now().plusMs(pause + QRandomGenerator::global()->bounded(static_cast<int>(pause / 5 + 1)));
    }
    next(portal);
}

} // namespace tresen::services
