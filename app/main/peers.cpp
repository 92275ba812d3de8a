#include "app/main/peers.h"
#include "app/adapters/portal/adyen/adyen_portal.h"
#include "app/adapters/portal/bezahl/bezahl_portal.h"
#include "app/adapters/portal/mollie/mollie_portal.h"
#include "app/adapters/portal/stripe/stripe_portal.h"
#include "app/adapters/portal/sumup/sumup_portal.h"
#include "app/core/async.h"
#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

using tresen::services::mailPasswordName, tresen::services::noticeSecretName, tresen::services::onlinePortals, tresen::services::portalKeyName;

namespace tresen::app {
namespace {

secrets::KeyringConfig keyringOf(const services::Settings& settings, const QString& profile)
{
    secrets::KeyringConfig config;
    // Two profiles on one machine are two workshops: neither must find the other's keys.
    const auto path = QFileInfo{profile}.absoluteFilePath().toUtf8();
    config.service = u"tresen-"_s + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(12));
    config.file = profile + u"/secrets.json"_s;
    config.fileOnly = settings.value(u"secrets.place"_s) == u"file";
    return config;
}

std::vector<Secret> linesOf(const Secret& secret)
{
    std::vector<Secret> out;
    const auto lines = secret.reveal().split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines)
        if (const auto one = line.trimmed(); !one.isEmpty()) out.emplace_back(one);
    return out;
}

} // namespace

Peers::Peers(services::Settings& settings, services::Portals& portals, ports::PortalMemory& memory, const Clock& clock, const QString& profile)
    : m_settings{settings}, m_portals{portals}, m_memory{memory}, m_clock{clock}, m_secrets{keyringOf(settings, profile)}
{
}

Peers::~Peers()
{
    for (const auto& id : onlinePortals()) m_portals.remove(id);
}

bool Peers::anyConfigured() const
{
    // A profile that has never named a portal or a mail server has nothing in its keyring.
    return onlinePortals().contains(m_settings.value(u"portal.id"_s)) || !m_settings.value(u"portal.used"_s).isEmpty() || !m_settings.value(u"mail.host"_s).isEmpty();
}

void Peers::connectAll(services::Mails& mails, services::Done<Ok> done)
{
    if (!anyConfigured() || m_settings.training()) {
        makeMailer(Secret{}, mails);   // the sample workshop mails to nobody but a server on this machine
        return done(Ok{});
    }
    struct Reading { int left = 1; QHash<QString, Secret> found; Result<Ok> result = Ok{}; };
    auto reading = std::make_shared<Reading>();
    const auto one = [this, reading, &mails, done] {
        if (--reading->left > 0) return;
        made(reading->found, mails);
        noteUsed();
        done(reading->result);
    };
    QStringList names{mailPasswordName()};
    for (const auto& id : onlinePortals()) names << portalKeyName(id) << noticeSecretName(id);
    for (const auto& name : names) {
        ++reading->left;
        onReady(m_secrets.read(name), this, [reading, name, one](const Result<Secret>& secret) {
            if (secret) reading->found.insert(name, secret.value());
            else if (reading->result.ok()) reading->result = secret.error();
            one();
        });
    }
    one();
}

// Money may still come through links of a portal that is no longer chosen: it stays connected as long as there is a key for it.
void Peers::noteUsed()
{
    const auto now = m_settings.value(u"portal.id"_s);
    auto used = m_settings.value(u"portal.used"_s).split(u',', Qt::SkipEmptyParts);
    if (!onlinePortals().contains(now) || used.contains(now) || !m_portals.find(now)) return;
    m_settings.set(u"portal.used"_s, (used << now).join(u','), {}, [](const Result<Ok>&) {});   // noted again at the next start when it fails
}

void Peers::made(const QHash<QString, Secret>& secrets, services::Mails& mails)
{
    for (const auto& id : onlinePortals()) {
        ports::PortalAccount account;
        account.apiKey = secrets.value(portalKeyName(id));
        if (account.apiKey.isEmpty()) {
            m_portals.remove(id);
            continue;
        }
        account.account = m_settings.value(id + u".account"_s);
        account.baseUrl = m_settings.value(id + u".base_url"_s);
        account.test = m_settings.value(u"portal.test"_s) == u"yes";
        account.noticeSecrets = linesOf(secrets.value(noticeSecretName(id)));
        // bezahl.de publishes no signature: what proves its notices is the part of the address that nobody can guess.
        if (const auto path = m_settings.value(u"receive.path"_s); id == u"bezahl" && !path.isEmpty()) account.noticeSecrets.emplace_back(path);
        m_made.push_back(portal(id, account));
        m_portals.add(*m_made.back());
    }
    makeMailer(secrets.value(mailPasswordName()), mails);
}

net::HttpClient& Peers::client()
{
    if (!m_client) m_client = std::make_unique<net::HttpClient>();
    return *m_client;
}

// What a portal can do stands in its adapter, which says it without speaking to anybody.
services::PortalCapabilities Peers::capabilitiesOf(const QString& id)
{
    if (const auto* connected = m_portals.find(id)) return connected->capabilities();
    if (!onlinePortals().contains(id)) return {};
    ports::PortalAccount account;
    account.baseUrl = m_settings.value(id + u".base_url"_s);
    account.test = m_settings.value(u"portal.test"_s) == u"yes";
    return portal(id, account)->capabilities();
}

std::unique_ptr<ports::PaymentPortal> Peers::portal(const QString& id, const ports::PortalAccount& account)
{
    if (id == u"bezahl") return std::make_unique<adapters::bezahl::BezahlPortal>(client(), account, m_clock);
    if (id == u"mollie") return std::make_unique<adapters::mollie::MolliePortal>(client(), account, m_clock);
    if (id == u"stripe") return std::make_unique<adapters::stripe::StripePortal>(client(), account, m_clock);
    if (id == u"sumup") return std::make_unique<adapters::sumup::SumUpPortal>(client(), account, m_clock);
    Q_ASSERT(id == u"adyen");
    return std::make_unique<adapters::adyen::AdyenPortal>(client(), account, m_clock, &m_memory);
}

void Peers::makeMailer(const Secret& password, services::Mails& mails)
{
    const auto host = m_settings.value(u"mail.host"_s);
    if (host.isEmpty()) return mails.setMailer(nullptr);
    adapters::smtp::SmtpConfig config;
    config.host = host;
    config.port = m_settings.value(u"mail.port"_s).toInt();
    const auto security = m_settings.value(u"mail.security"_s);
    config.security = security == u"tls" ? adapters::smtp::SmtpSecurity::Tls : security == u"none" ? adapters::smtp::SmtpSecurity::None : adapters::smtp::SmtpSecurity::StartTls;
    config.user = m_settings.value(u"mail.user"_s);
    config.password = password;
    config.proxy = m_settings.value(u"mail.proxy"_s);
    m_mailers.push_back(std::make_unique<adapters::smtp::SmtpMailer>(config));
    mails.setMailer(m_mailers.back().get());
}

} // namespace tresen::app
