// Portals: the payment portals this program can talk to, by the id stored with every request.
#pragma once
#include "app/ports/payment_portal.h"
#include <QHash>

namespace tresen::services {

class Portals {
public:
    void add(ports::PaymentPortal& portal) { m_portals.insert(portal.capabilities().id, &portal); }
    void remove(const QString& id) { m_portals.remove(id); }
    ports::PaymentPortal* find(const QString& id) const { return m_portals.value(id, nullptr); }
    QList<ports::PaymentPortal*> all() const { return m_portals.values(); }

private:
    QHash<QString, ports::PaymentPortal*> m_portals;
};

} // namespace tresen::services
