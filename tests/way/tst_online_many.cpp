// Hundreds of open links at one portal: the requests stay within the budget minute by minute, every link gets its turn, and a payment among the newest
// is seen at once. Counted at the simulated portal, over a quarter of an hour of the desk's clock.
#include "tests/sim/online_house.h"
#include "tests/sim/portals/mollie_peer.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

namespace {

constexpr int kManyLinks = 300;      // more than one page of the portal's list
constexpr int kRoundMs = 15'000;

} // namespace

class TstOnlineMany : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBudgetHoldsAndEachGetsItsTurn();
    void ourOwnBudgetIsNoSilenceOfTheirs();
};

void TstOnlineMany::theBudgetHoldsAndEachGetsItsTurn()
{
    QTemporaryDir folder;
    ManualClock clock{Instant{1'795'431'600'000}};   // noon
    sim::MolliePeer peer{clock};
    peer.with([](sim::MollieWorld& world) { world.goLive(); });
    sim::OnlineHouse shop{folder.filePath(u"shop"_s), clock};
    QCOMPARE(shop.open(), QString{});
    QCOMPARE(shop.connectTo(u"mollie"_s, peer.base(), sim::MollieWorld::liveKey()), QString{});
    std::vector<domain::InvoiceId> invoices;
    QStringList links;
    for (int i = 0; i < kManyLinks; ++i) {
        invoices.push_back(shop.take(u"R-%1"_s.arg(i), 10'000 + i, u"M-AB %1"_s.arg(i)));
        links << shop.bareLink(u"mollie"_s, invoices.back(), 10'000 + i);
    }
    const int budget = shop.house->portals.find(u"mollie"_s)->capabilities().requestsPerMinute;
    QSet<QByteArray> looked;
    std::size_t most = 0, all = 0;
    for (int minute = 0; minute < 15; ++minute) {
        peer.web().forget();
        for (int ms = 0; ms < 60'000; ms += kRoundMs) {
            QVERIFY(shop.round().ok());
            clock.advance(kRoundMs);
        }
        const auto requests = peer.web().requests();
        for (const auto& r : requests) looked.insert(r.path.mid(18));
        all += requests.size();
        if (minute > 0) most = std::max(most, requests.size());   // the first begins with a full purse
    }
    qInfo("%d links, 15 minutes: %zu requests, at most %zu in one minute, budget %d", kManyLinks, all, most, budget);
    QVERIFY2(most <= static_cast<std::size_t>(budget) * 11 / 10, qPrintable(QString::number(most)));
    for (const auto& link : links) QVERIFY2(looked.contains(link.toLatin1()), qPrintable(link));
    for (const auto which : {kManyLinks - 1, kManyLinks - 100}) {
        QVERIFY(peer.act(u"pay"_s, links[which]));
        QVERIFY(shop.round().ok());
        QCOMPARE(shop.row(invoices[static_cast<std::size_t>(which)]).state, domain::BoardState::Paid);
        clock.advance(kRoundMs);
    }
}

// While somebody at the counter uses up the budget nobody asks about the others: what is known of them gets old, and nothing else.
void TstOnlineMany::ourOwnBudgetIsNoSilenceOfTheirs()
{
    QTemporaryDir folder;
    ManualClock clock{Instant{1'795'431'600'000}};
    sim::MolliePeer peer{clock};
    peer.with([](sim::MollieWorld& world) { world.goLive(); });
    sim::OnlineHouse shop{folder.filePath(u"shop"_s), clock};
    QCOMPARE(shop.open(), QString{});
    QCOMPARE(shop.connectTo(u"mollie"_s, peer.base(), sim::MollieWorld::liveKey()), QString{});
    const auto waiting = shop.take(u"R-1"_s, 19'990), other = shop.take(u"R-2"_s, 10'000, u"M-CD 5678"_s);
    const auto link = shop.bareLink(u"mollie"_s, waiting, 19'990);
    shop.bareLink(u"mollie"_s, other, 10'000);
    QVERIFY(peer.act(u"start"_s, link, u"card"_s));
    QVERIFY(shop.round().ok());
    QCOMPARE(shop.row(waiting).state, domain::BoardState::Running);
    clock.advance(30'000);
    for (int i = 0; i < 70; ++i) QVERIFY(shop.refresh(other).ok());
    clock.advance(31'000);
    peer.web().forget();
    QVERIFY(shop.round().ok());
    QCOMPARE(peer.web().requests().size(), std::size_t{0});   // it was our own patience
    QCOMPARE(shop.row(waiting).state, domain::BoardState::Running);
    clock.advance(60'000);
    QVERIFY(shop.round().ok());
    QVERIFY(!peer.web().requests().empty());
    QCOMPARE(shop.row(waiting).state, domain::BoardState::Running);
}

QTEST_GUILESS_MAIN(TstOnlineMany)
#include "tst_online_many.moc"
