// HealthWords: the peers of the desk and how they are doing, in words; one place for the top bar and the health page.
#pragma once
#include "app/services/connections.h"
#include "ui/common/health_bar.h"
#include <QCoreApplication>

namespace tresen::ui {

class HealthWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::HealthWords)
public:
    static QString name(const QString& peer);                            // "Mail"
    static QString what(const QString& peer);                            // what it is there for
    static QString icon(const QString& peer);
    static QString settingsPart(const QString& peer);                    // where it is set up; empty: nowhere
    static Health health(const services::PeerHealth& peer);
    static QString state(const services::PeerHealth& peer);              // "ready", "off", "not tried yet", …
    static QString waiting(const QString& peer, const services::PeerState& state, Instant now);   // "2 wait, 1 tried in vain, again in 3 min"
    static std::vector<HealthItem> toShow(const services::HealthWatch& health);   // in the top bar
    static HealthItem item(const QString& peer, const services::PeerHealth& health);
};

} // namespace tresen::ui
