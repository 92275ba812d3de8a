// A workshop system that speaks the order interface of a portal is pointed here: what it gets for a thousand orders, some sent twice, some broken.
#include "app/main/house.h"
#include "tests/app/store/store_fixture.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using tresen::store::test::got;

namespace {

constexpr int kOrders = 1'000;
const QString kToken = u"made-up-token-417"_s;

QJsonObject simpleOrder(int i)
{
    return {{u"orgId"_s, u"w1"_s}, {u"name"_s, u"Rechnung J-%1"_s.arg(i)}, {u"price"_s, 10'000 + i}, {u"recipient"_s, u"halter%1@example.org"_s.arg(i)},
            {u"unique"_s, u"J-%1"_s.arg(i)}, {u"uniquemodus"_s, u"error"_s},
            {u"metafields"_s, QJsonArray{QJsonObject{{u"type"_s, u"Kennzeichen"_s}, {u"desc"_s, u"K-TR %1"_s.arg(i)}}}}};
}

QJsonObject plan(int i)
{
    return {{u"orgId"_s, u"w1"_s}, {u"order"_s, simpleOrder(i)}, {u"assets"_s, QJsonArray{QJsonObject{{u"label"_s, u"Inspektion"_s}, {u"amount"_s, 15'000 + i}}}},
            {u"payments"_s, QJsonArray{QJsonObject{{u"label"_s, u"Anzahlung"_s}, {u"amount"_s, 5'000}, {u"confirmed"_s, true}, {u"received"_s, true}}}}};
}

// What is wrong with every tenth one, in turn.
QByteArray broken(int i)
{
    auto order = simpleOrder(i);
    switch (i / 10 % 5) {
    case 0: order.insert(u"price"_s, 100.5); break;
    case 1: order.insert(u"price"_s, -1); break;
    case 2: order.remove(u"price"_s); break;
    case 3: order.insert(u"draft"_s, u"yes"_s); break;
    default: return QJsonDocument{order}.toJson().chopped(9);
    }
    return QJsonDocument{order}.toJson();
}

} // namespace

class TestOrders final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<app::House>(app::HouseOptions{m_dir.path(), &m_clock});
        std::optional<Result<Ok>> opened;
        m_house->open([&opened](const Result<Ok>& done) { opened = done; });
        QTRY_VERIFY(opened && opened->ok());
        m_door = std::make_unique<app::OrderDoor>(*m_house->intake, m_clock, Secret{kToken});
        const auto port = m_door->listen(0);
        QVERIFY(port);
        m_base = u"http://127.0.0.1:%1/nxt/v1"_s.arg(port.value());
    }
    void cleanupTestCase()
    {
        m_door.reset();
        m_house.reset();
    }

    void aThousandOrders()
    {
        QMap<int, int> counts;
        int sent = 0;
        for (int i = 0; i < kOrders; ++i) {
            const bool whole = i % 10 != 0;
            const bool isPlan = i % 3 == 0;
            const auto body = whole ? QJsonDocument{isPlan ? plan(i) : simpleOrder(i)}.toJson() : broken(i);
            const auto path = isPlan && whole ? u"/order/plan"_s : u"/order"_s;
            ++counts[post(path, body).status];
            ++sent;
            if (i % 7 != 0) continue;   // the answer was lost, or somebody clicked twice
            ++counts[post(path, body).status];
            ++sent;
        }
        // 900 whole ones, of which those divisible by 7 come twice; 100 broken ones, some of them twice, too.
        const int twice = 143 - 15, brokenTwice = 15;
        QCOMPARE(counts[201], 900);
        QCOMPARE(counts[409], twice);
        QCOMPARE(counts[400], 100 + brokenTwice);
        QCOMPARE(counts.size(), 3);
        QCOMPARE(sent, kOrders + 143);
        QCOMPARE(static_cast<int>(got(m_house->journal->board()).value().size()), 900);
        domain::Money sum = domain::Money::cents(0);
        for (const auto& row : got(m_house->journal->board()).value()) sum = domain::add(sum, row.open).value();
        qint64 expected = 0;
        for (int i = 0; i < kOrders; ++i) expected += i % 10 == 0 ? 0 : 10'000 + i;
        QCOMPARE(sum.inCents(), expected);
        const auto check = got(m_house->journal->verify());
        QVERIFY(check.ok() && check.value().ok());
    }

    void whatItSays()
    {
        auto order = simpleOrder(5'001);
        const auto taken = post(u"/order"_s, QJsonDocument{order}.toJson());
        QCOMPARE(taken.status, 201);
        QCOMPARE(bodyOf(taken)[u"status"].toString(), u"open"_s);
        QVERIFY(!bodyOf(taken)[u"id"].toString().isEmpty());
        const auto again = post(u"/order"_s, QJsonDocument{order}.toJson());
        QCOMPARE(again.status, 409);
        QCOMPARE(bodyOf(again)[u"error"].toString(), u"order.known"_s);
        QCOMPARE(bodyOf(again)[u"detail"].toString(), bodyOf(taken)[u"id"].toString());
        order.remove(u"uniquemodus"_s);
        QCOMPARE(post(u"/order"_s, QJsonDocument{order}.toJson()).status, 200);
        order.insert(u"price"_s, 20'000);   // a sender that does not mind: another amount is a new version
        const auto changed = post(u"/order"_s, QJsonDocument{order}.toJson());
        QCOMPARE(changed.status, 200);
        QCOMPARE(bodyOf(changed)[u"outcome"].toString(), u"new_version"_s);
    }

    void whoMayComeIn()
    {
        const auto body = QJsonDocument{simpleOrder(6'001)}.toJson();
        QCOMPARE(post(u"/order"_s, body, u"wrong"_s).status, 401);
        QCOMPARE(post(u"/order"_s, body, {}).status, 401);
        QCOMPARE(post(u"/elsewhere"_s, body).status, 404);
        QCOMPARE(post(u"/order"_s, {}, kToken, "GET").status, 405);
        QCOMPARE(post(u"/order"_s, QByteArray(limits::kMaxOrderJson + 1, ' ')).status, 413);
        app::OrderDoor closed{*m_house->intake, m_clock, Secret{}};
        QCOMPARE(closed.listen(0).error().code, u"orders.no_token"_s);
    }

private:
    net::HttpAnswer post(const QString& path, const QByteArray& body, const QString& token = kToken, const QByteArray& method = "POST")
    {
        net::HttpCall call;
        call.method = method;
        call.url = QUrl{m_base + path};
        call.headers = {{"Content-Type", "application/json"}};
        if (!token.isEmpty()) call.headers.emplace_back("NX-Token", token.toUtf8());
        call.body = body;
        auto answer = m_client.send(std::move(call));
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000)) qFatal("no answer");
        if (!answer.result()) qFatal("%s", qPrintable(answer.result().error().code));
        return answer.result().value();
    }
    static QJsonObject bodyOf(const net::HttpAnswer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    net::HttpClient m_client{{}};
    std::unique_ptr<app::House> m_house;
    std::unique_ptr<app::OrderDoor> m_door;
    QString m_base;
};

QTEST_MAIN(TestOrders)
#include "tst_orders.moc"
