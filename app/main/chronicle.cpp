#include "app/main/chronicle.h"
#include "app/core/limits.h"
#include "app/core/log.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using tresen::services::PeerHealth;

namespace tresen::app {

bool Chronicle::isDue(const QString& what)
{
    constexpr qsizetype kMany = 1'000;
    if (m_lastTime.size() > kMany) m_lastTime.clear();
    auto& last = m_lastTime[what];
    if (last.isValid() && !last.hasExpired(limits::kLogQuietMs)) return false;
    last.start();
    return true;
}

void Chronicle::follow(const services::Intake& intake)
{
    connect(&intake, &services::Intake::fileDone, this, [](const services::FileOutcome& o) {
        if (o.status != services::FileOutcome::Status::Refused) return;
        qCWarning(logIntake).noquote() << u"refused:"_s << QFileInfo{o.file}.fileName() << wordsOf(o.error);
    });
}

void Chronicle::follow(const services::PortalSync& sync)
{
    // One silent link among many that answer would be news at every look.
    connect(&sync, &services::PortalSync::portalFailed, this, [this](const QString& portal, const Error& error) {
        if (isDue(portal + u' ' + error.code)) qCWarning(logPeers).noquote() << u"portal"_s << portal << wordsOf(error);
    });
}

void Chronicle::follow(const services::Outbox& outbox)
{
    connect(&outbox, &services::Outbox::failed, this, [this](const QString& kind, const Error& error) {
        if (isDue(kind + u' ' + wordsOf(error))) qCWarning(logPeers).noquote() << u"outgoing"_s << kind << wordsOf(error);
    });
}

void Chronicle::follow(const services::Settings& settings)
{
    connect(&settings, &services::Settings::changed, this, [](const QString& key) { qCInfo(logApp).noquote() << u"setting changed:"_s << key; });   // never its value
}

void Chronicle::follow(const services::JournalFeed& feed)
{
    connect(&feed, &services::JournalFeed::lost, this, [this](const Error& error) {
        if (isDue(u"feed "_s + error.code)) qCWarning(logStore).noquote() << u"what others wrote cannot be read:"_s << wordsOf(error);
    });
}

void Chronicle::follow(const services::HealthWatch& health)
{
    connect(&health, &services::HealthWatch::changed, this, [this, &health](const QString& name) {
        const auto peer = health.peer(name);
        const auto line = u"%1: %2 %3"_s.arg(name, codeOf(peer.state), peer.code).trimmed();
        if (!isDue(line)) return;
        if (peer.state == PeerHealth::State::Bad) qCWarning(logPeers).noquote() << line;
        else qCInfo(logPeers).noquote() << line;
    });
}

} // namespace tresen::app
