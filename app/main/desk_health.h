// DeskHealth: tells the health watch how the peers of this desk are doing, and the connections what trying one at once means. Made by the Desk with its
// window; begins once the desk works.
#pragma once
#include "app/main/house.h"
#include "app/main/self_tests.h"
#include "app/services/backups.h"
#include "app/services/connections.h"
#include "app/services/hot_folder.h"
#include <QTimer>

namespace tresen::app {

class DeskHealth final : public QObject {
    Q_OBJECT
public:
    DeskHealth(House& house, services::HotFolder& folder, services::HealthWatch& health, services::Connections& connections, services::Backups& backups);

    void begin();
    void noteConnected(const Result<Ok>& connected);   // portals and mailer have been made anew
    void noteSetting(const QString& key);              // has changed

Q_SIGNALS:
    void stopped(const tresen::Error& error);          // the stored data were found damaged, here or elsewhere: nothing is recorded any more

private:
    void offerTries(services::Connections& connections);
    void followPeers();
    void lookForDamage();
    void noteFolder(bool reachable);
    void noteArrivals();                               // files and orders that were refused and nobody has seen to
    void noteSetUp();                                  // what is not set up is off, and not in trouble
    void tryPortal(const services::Done<Ok>& done);
    void readFrom(ports::PaymentPortal& portal, const services::Done<Ok>& done);
    void tryMail(const services::Done<Ok>& done);
    void tryPrinter(const services::Done<Ok>& done);
    void tryReceiver(const services::Done<Ok>& done);
    void tryFonts(const services::Done<Ok>& done);
    void testMyself(const QStringList& names);
    void take(const QString& peer, const Result<Ok>& done);
    QString portal() const { return m_house.settings->policy().portal; }

    House& m_house;
    services::HotFolder& m_folder;
    services::HealthWatch& m_health;
    services::Backups& m_backups;
    SelfTests m_tests;
    QTimer m_pulse, m_receiverLook;
};

} // namespace tresen::app
