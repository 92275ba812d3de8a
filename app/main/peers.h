// Peers: the doors to the world that need an account: payment portals and the mail server, made from the settings and the keyring. Part of the House.
// A change of the settings makes new ones; the old ones stay until the end, because a call may still be under way through them.
#pragma once
#include "app/adapters/mail/smtp/smtp_mailer.h"
#include "app/adapters/secrets/keyring/keyring_store.h"
#include "app/net/http_client.h"
#include "app/services/accounts.h"
#include <QObject>
#include <memory>

namespace tresen::app {

class Peers final : public QObject {
    Q_OBJECT
public:
    Peers(services::Settings& settings, services::Portals& portals, ports::PortalMemory& memory, const Clock& clock, const QString& profile);
    ~Peers() override;

    // Reads the keyring and makes every portal there is a key for, and the mailer. The first failure of the keyring is answered; what could be made is made.
    void connectAll(services::Mails& mails, services::Done<Ok> done);
    ports::SecretStore& secrets() { return m_secrets; }
    bool anyConfigured() const;                      // is there anything that needs the keyring?
    services::PortalCapabilities capabilitiesOf(const QString& portal);   // also without a key; id empty: no such portal
    net::HttpClient& client();

private:
    void made(const QHash<QString, Secret>& secrets, services::Mails& mails);
    void noteUsed();
    std::unique_ptr<ports::PaymentPortal> portal(const QString& id, const ports::PortalAccount& account);
    void makeMailer(const Secret& password, services::Mails& mails);

    services::Settings& m_settings;
    services::Portals& m_portals;
    ports::PortalMemory& m_memory;
    const Clock& m_clock;
    secrets::KeyringStore m_secrets;
    std::unique_ptr<net::HttpClient> m_client;       // made when the first portal is
    std::vector<std::unique_ptr<ports::PaymentPortal>> m_made;      // the newest of an id is in use
    std::vector<std::unique_ptr<adapters::smtp::SmtpMailer>> m_mailers;
};

} // namespace tresen::app
