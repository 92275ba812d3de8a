#include "ui/settings/connection_setup.h"
#include "ui/settings/portal_card.h"
#include "ui/settings/portal_words.h"
#include "ui/settings/secret_field.h"
#include "ui/settings/test_card.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

ConnectionSetup::ConnectionSetup(services::Settings& settings, services::Accounts& accounts, const Clock& clock, QObject* parent)
    : QObject{parent}, m_settings{settings}, m_accounts{accounts}, m_clock{clock}
{
    connect(&m_settings, &services::Settings::changed, this, &ConnectionSetup::takeChange);
}

std::vector<QWidget*> ConnectionSetup::after(const QString& key, QWidget* parent)
{
    if (key == u"portal.id") return {m_card = new PortalCard{m_accounts, parent}};
    if (key == u"adyen.base_url") {   // the last one that belongs to a single portal
        m_key = new SecretField{m_accounts, u"portal"_s, SecretField::Change::Replace, parent};
        m_notice = new SecretField{m_accounts, u"notice"_s, SecretField::Change::Beside, parent};
        m_portalTest = new PortalTestCard{m_accounts, m_clock, parent};
        return {m_key, m_notice, m_portalTest};
    }
    if (key == u"mail.user") {
        m_password = new SecretField{m_accounts, u"mail"_s, SecretField::Change::Replace, parent};
        m_password->setSecret(services::mailPasswordName(), tr("Password at the mail server"), tr("Often one made for programs, not the one of the mailbox"));
        return {m_password};
    }
    if (key == u"mail.confirm") return {m_mailTest = new MailTestCard{m_accounts, m_settings, m_clock, parent}};
    return {};
}

bool ConnectionSetup::wants(const QString& key) const
{
    const auto owner = key.section(u'.', 0, 0);
    if (services::onlinePortals().contains(owner)) return online() && owner == portal();
    if (owner == u"training") return m_settings.training();
    if (owner == u"receive" || key == u"portal.test") return online();
    if (key == u"portal.methods") return portal() != u"none";
    return true;
}

void ConnectionSetup::takeChange(const QString& key)
{
    if (key == u"portal.id" || key == u"profile.kind" || key == u"portal.test") {
        fill();
        showParts(m_searching);
        Q_EMIT chosenChanged();
    }
    if (m_mailTest && (key.startsWith(u"mail.") || key == u"company.email")) m_mailTest->takeSettings();
}

void ConnectionSetup::fill()
{
    if (!m_card || !m_key) return;
    const auto id = portal();
    m_card->setPortal(id, m_settings.training());
    m_portalTest->setPortal(id, m_settings.value(u"portal.test"_s) == u"yes", m_settings.training());
    if (!online()) return;
    m_key->setSecret(services::portalKeyName(id), PortalWords::keyLabel(id), PortalWords::keyHelp(id));
    m_notice->setSecret(services::noticeSecretName(id), tr("Secret of the notices"), tr("Only with “tresen receive”: the portal signs its notices with it"));
}

void ConnectionSetup::showParts(bool searching)
{
    m_searching = searching;
    if (!m_card || !m_key) return;
    fill();
    m_card->setVisible(!searching);
    m_key->setVisible(!searching && online());
    m_notice->setVisible(!searching && online() && portal() != u"bezahl");   // which signs none: its notices are proven by their path
    m_portalTest->setVisible(!searching && portal() != u"none");
    if (m_password) m_password->setVisible(!searching);
    if (m_mailTest) m_mailTest->setVisible(!searching);
}

} // namespace tresen::ui
