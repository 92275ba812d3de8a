// HealthWatch: how the peers are doing, as codes: the portal, the store, the printer, the workshop's folder. Fed by the stations' signals.
#pragma once
#include "app/core/clock.h"
#include "app/core/result.h"
#include <QHash>
#include <QObject>

namespace tresen::services {

struct PeerHealth {
    enum class State { Good, Off, Notice, Bad };
    State state = State::Off;
    QString code;              // what is wrong: "http.port_taken", "store.locked", …; empty when good
    QString detail;
    Instant since;             // of this state
    Instant lastGood;
    Error lastError{};         // also after it has become good again; code empty: none since the start
    Instant lastErrorAt;
};

QString codeOf(PeerHealth::State state);   // "good", "off", "notice", "bad"

class HealthWatch final : public QObject {
    Q_OBJECT
public:
    explicit HealthWatch(const Clock& clock, QObject* parent = nullptr);
    // peer: "portal", "mail", "source", "writeback", "printer", "store", "receiver", "backup", "disk", "clock", "keyring", "paper", "fonts", "scanner".
    void note(const QString& peer, PeerHealth::State state, const QString& code = {}, const QString& detail = {});
    void good(const QString& peer) { note(peer, PeerHealth::State::Good); }
    void failed(const QString& peer, const Error& error);   // off when it says that nothing is set up; a passing refusal is a notice, the rest is bad
    void forget(const QString& peer);         // another one stands in its place: nothing is known of it
    PeerHealth peer(const QString& name) const { return m_peers.value(name); }

Q_SIGNALS:
    void changed(const QString& peer);

private:
    const Clock& m_clock;
    QHash<QString, PeerHealth> m_peers;
};

} // namespace tresen::services
