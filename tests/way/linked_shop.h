// LinkedShop: a desk with one invoice whose link is open at a simulated portal, at noon. For test classes that see what becomes of it.
#pragma once
#include "tests/sim/online_house.h"
#include "tests/sim/portals/mollie_peer.h"
#include <QTemporaryDir>
#include <QTest>

namespace tresen::test {

class LinkedShop {
protected:
    static constexpr qint64 kAsked = 19'990;   // cents

    // From init(). What went wrong; empty: nothing.
    QString openShop()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(Instant{1'795'431'600'000});   // noon
        m_peer = std::make_unique<sim::MolliePeer>(*m_clock);
        m_peer->with([](sim::MollieWorld& world) { world.goLive(); });
        m_shop = std::make_unique<sim::OnlineHouse>(m_folder->filePath(QStringLiteral("shop")), *m_clock);
        if (const auto fault = m_shop->open(); !fault.isEmpty()) return fault;
        if (const auto fault = m_shop->connectTo(QStringLiteral("mollie"), m_peer->base(), sim::MollieWorld::liveKey()); !fault.isEmpty()) return fault;
        m_invoice = m_shop->take(QStringLiteral("R-1"), kAsked);
        if (const auto issued = m_shop->request(m_invoice); !issued) return issued.error().code + u' ' + issued.error().detail;
        m_link = m_shop->linkOf(m_invoice);
        return m_link.isEmpty() ? QStringLiteral("no link") : QString{};
    }
    void closeShop()   // from cleanup(): the desk before its peer
    {
        m_shop.reset();
        m_peer.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<sim::MolliePeer> m_peer;
    std::unique_ptr<sim::OnlineHouse> m_shop;
    domain::InvoiceId m_invoice;
    QString m_link;
};

} // namespace tresen::test
