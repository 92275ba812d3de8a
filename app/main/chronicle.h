// Chronicle: writes into the log what the stations of a house report and support will ask for: refused files, portal faults, effects that
// failed, peers that went and came back, changed settings. Made by the house. A fault that lasts is
// written once in a while, not at every look.
#pragma once
#include "app/services/health.h"
#include "app/services/intake.h"
#include "app/services/outbox.h"
#include "app/services/portal_sync.h"
#include "app/services/settings.h"
#include <QElapsedTimer>

namespace tresen::app {

class Chronicle final : public QObject {
    Q_OBJECT
public:
    // Each of them may end before the chronicle does.
    void follow(const services::Intake& intake);
    void follow(const services::PortalSync& sync);
    void follow(const services::Outbox& outbox);
    void follow(const services::Settings& settings);
    void follow(const services::JournalFeed& feed);
    void follow(const services::HealthWatch& health);

private:
    bool isDue(const QString& what);          // not written within limits::kLogQuietMs
    QHash<QString, QElapsedTimer> m_lastTime;
};

} // namespace tresen::app
