#include "app/services/health.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

QString codeOf(PeerHealth::State state)
{
    switch (state) {
    case PeerHealth::State::Good: return u"good"_s;
    case PeerHealth::State::Off: return u"off"_s;
    case PeerHealth::State::Notice: return u"notice"_s;
    case PeerHealth::State::Bad: return u"bad"_s;
    }
    Q_UNREACHABLE();
}

HealthWatch::HealthWatch(const Clock& clock, QObject* parent) : QObject{parent}, m_clock{clock} {}

void HealthWatch::note(const QString& name, PeerHealth::State state, const QString& code, const QString& detail)
{
    auto& peer = m_peers[name];
    const bool news = peer.state != state || peer.code != code || peer.since.isNull(), moved = peer.detail != detail;
    if (news) peer.since = m_clock.now();
    if (state == PeerHealth::State::Good) peer.lastGood = m_clock.now();
    if (state == PeerHealth::State::Notice || state == PeerHealth::State::Bad) {
        peer.lastError = Error{Fault::Unreachable, code, detail};
        peer.lastErrorAt = m_clock.now();
    }
    peer.state = state;
    peer.code = code;
    peer.detail = detail;
    if (news || moved) Q_EMIT changed(name);   // more of the same is told, and its beginning stays
}

void HealthWatch::forget(const QString& name)
{
    if (m_peers.remove(name) > 0) Q_EMIT changed(name);
}

void HealthWatch::failed(const QString& name, const Error& error)
{
    static const QStringList notSetUp{u"mail.not_configured"_s, u"sink.no_folder"_s, u"source.none"_s, u"portal.none"_s, u"receiver.none"_s, u"printer.none"_s, u"scanner.none"_s};
    static const QStringList passing{u"portal.busy"_s, u"portal.pause"_s, u"portal.budget"_s, u"mail.greylisted"_s, u"net.busy"_s,
                                     u"disk.low"_s, u"source.held"_s, u"clock.behind"_s, u"fonts.missing"_s, u"backup.none_yet"_s, u"vault.busy"_s};
    const auto state = notSetUp.contains(error.code) ? PeerHealth::State::Off : passing.contains(error.code) ? PeerHealth::State::Notice : PeerHealth::State::Bad;
    note(name, state, error.code, error.detail);
}

} // namespace tresen::services
