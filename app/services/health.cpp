#include "app/services/health.h"

namespace tresen::services {

HealthWatch::HealthWatch(const Clock& clock, QObject* parent) : QObject{parent}, m_clock{clock} {}

void HealthWatch::note(const QString& name, PeerHealth::State state, const QString& code)
{
    auto& peer = m_peers[name];
    const bool news = peer.state != state || peer.code != code || peer.since.isNull();
    if (news) peer.since = m_clock.now();
    if (state == PeerHealth::State::Good) peer.lastGood = m_clock.now();
    peer.state = state;
    peer.code = code;
    if (news) Q_EMIT changed(name);
}

} // namespace tresen::services
