// Accounts: what the workshop needs to speak with its portals and its mail server: the secrets, where they lie, and a live test of each. Called by the
// settings page. A secret goes in and never comes out again.
#pragma once
#include "app/core/clock.h"
#include "app/domain/right_rules.h"
#include "app/ports/secret_store.h"
#include "app/services/mails.h"
#include "app/services/portals.h"
#include <QObject>
#include <optional>

namespace tresen::services {

using SecretPlace = ports::SecretPlace;
using PortalCapabilities = ports::PortalCapabilities;
using PortalProbe = ports::PortalProbe;
using ProbeStep = ports::ProbeStep;

// Names of what lies in the keyring.
QString portalKeyName(const QString& portal);       // "portal.mollie.key"
QString noticeSecretName(const QString& portal);    // "portal.mollie.notice": one secret per line, the newest first
QString mailPasswordName();
QString orderTokenName();                            // of who sends orders to this computer
QStringList onlinePortals();                         // ids of the portals that need an account

// What only the composition root can do.
struct AccountDoors {
    std::function<void(Done<Ok>)> connect;           // makes portals and mailer anew from settings and secrets
    std::function<PortalCapabilities(const QString&)> capabilities;   // also of a portal that has no key yet
    std::function<void(Done<quint16>)> openOrders{};                  // the door for orders, by settings and token
    std::function<Result<Ok>(domain::Right)> may{};                   // whether who has come in holds it; empty: nobody has to
};

// What came of a test. failure: nothing could be tried, or nobody waited for the end ("test.stopped").
struct PortalTest {
    Instant at;
    std::optional<Error> failure{};
    PortalProbe probe{};
    bool good() const;
};
struct MailTest {
    Instant at;
    QString to;
    std::optional<Error> failure{};
    QString reply{};                                 // the server's words
};

class Accounts final : public QObject {
    Q_OBJECT
public:
    enum class Work { None, Portal, Mail };

    Accounts(ports::SecretStore& secrets, Settings& settings, const Portals& portals, Mails& mails, const Clock& clock, AccountDoors doors, QObject* parent = nullptr);

    // Is there one? Failures: those of the SecretStore.
    void look(const QString& name, Done<bool> done);
    SecretPlace place() const { return m_secrets.place(); }              // settled once look() has answered
    // Keeps it in place of the old one and connects anew. Refused "secret.empty", "secret.control_characters" (a line break that came along from
    // somewhere), and the failures of the SecretStore.
    void keep(const QString& name, const Secret& secret, Done<Ok> done);
    // The same for the secret a portal signs its notices with: the one before stays valid beside it until it is replaced once more.
    void keepBeside(const QString& name, const Secret& secret, Done<Ok> done);
    void remove(const QString& name, Done<Ok> done);

    PortalCapabilities capabilities(const QString& portal) const { return m_doors.capabilities(portal); }

    // Opens the door for orders anew and answers its port, 0: closed by the settings. Refused "orders.no_token"; Unreachable "http.port_taken"; and the
    // failures of the SecretStore.
    void openOrders(Done<quint16> done);

    // A test with what is stored now, off the UI thread. One at a time: while one runs nothing happens. workChanged() at its begin and end.
    void testPortal(const QString& portal);
    void testMail(const Mails::TestMail& mail);
    void stop();                                     // nobody waits for its answer any more
    Work work() const { return m_work; }
    std::optional<PortalTest> portalTest(const QString& portal) const;   // the last one of this run of the program
    std::optional<MailTest> mailTest() const { return m_mailTest; }

Q_SIGNALS:
    void workChanged();
    void secretChanged(const QString& name);         // and connected anew with it
    void portalTested(const QString& portal);
    void mailTested();

private:
    void begin(Work work);
    void connectAnew(std::function<void(const Result<Ok>&)> then);       // only while the run that asked for it is the current one
    void endPortal(const QString& portal, PortalTest test);
    void endMail(MailTest test);
    void write(const QString& name, const Secret& secret, Done<Ok> done);
    void ask(const QString& portal, const Result<Ok>& connected);

    ports::SecretStore& m_secrets;
    Settings& m_settings;
    const Portals& m_portals;
    Mails& m_mails;
    const Clock& m_clock;
    const AccountDoors m_doors;
    Work m_work = Work::None;
    int m_run = 0;                                   // answers of an older one are nobody's
    QString m_tested, m_testedTo;
    QHash<QString, PortalTest> m_portalTests;
    std::optional<MailTest> m_mailTest;
};

} // namespace tresen::services
