// ConnectionSetup: what the settings page shows of portal and mail besides their settings: what the portal can do, the secrets, the live tests; and which
// settings matter for the chosen portal at all. Made by SettingsPage.
#pragma once
#include "app/services/accounts.h"
#include <QObject>
#include <QPointer>
#include <vector>

class QWidget;

namespace tresen::ui {

class MailTestCard;
class PortalCard;
class PortalTestCard;
class SecretField;

class ConnectionSetup final : public QObject {
    Q_OBJECT
public:
    ConnectionSetup(services::Settings& settings, services::Accounts& accounts, const Clock& clock, QObject* parent = nullptr);

    std::vector<QWidget*> after(const QString& key, QWidget* parent);    // what stands below the field of this setting; made at the first call
    bool wants(const QString& key) const;            // does this setting matter, as things are chosen?
    void showParts(bool searching);                  // while something is searched only settings are shown

Q_SIGNALS:
    void chosenChanged();                            // another portal, so other settings matter

private:
    void takeChange(const QString& key);
    void fill();
    QString portal() const { return m_settings.value(QStringLiteral("portal.id")); }
    bool online() const { return services::onlinePortals().contains(portal()) && !m_settings.training(); }

    services::Settings& m_settings;
    services::Accounts& m_accounts;
    const Clock& m_clock;
    PortalCard* m_card = nullptr;
    SecretField *m_key = nullptr, *m_notice = nullptr, *m_password = nullptr;
    PortalTestCard* m_portalTest = nullptr;
    MailTestCard* m_mailTest = nullptr;
    bool m_searching = false;
};

} // namespace tresen::ui
