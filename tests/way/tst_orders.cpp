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
        m_door = std::make_unique<app::OrderDoor>(*m_house->intake, m_clock, Secret{kToken}, [this] { return m_account; });
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

    // Deposit and final bill of one invoice are two orders: neither is a version of the other.
    void twoOrdersOfOneInvoice()
    {
        const auto invoiceOf = [](const QString& unique, int cents) {
            auto order = simpleOrder(5'100);
            order.insert(u"unique"_s, unique);
            order.insert(u"price"_s, cents);
            order.insert(u"invoice"_s, QJsonArray{QJsonObject{{u"invoiceNo"_s, u"R-77"_s}, {u"amount"_s, cents}}});
            return QJsonDocument{order}.toJson();
        };
        const auto deposit = post(u"/order"_s, invoiceOf(u"R-77/deposit"_s, 10'000)), final = post(u"/order"_s, invoiceOf(u"R-77/final"_s, 38'799));
        QCOMPARE(deposit.status, 201);
        QCOMPARE(final.status, 201);
        QVERIFY(bodyOf(deposit)[u"id"] != bodyOf(final)[u"id"]);
        QCOMPARE(bodyOf(final)[u"invoiceNo"].toString(), u"R-77"_s);
        const auto again = post(u"/order"_s, invoiceOf(u"R-77/final"_s, 38'799));
        QCOMPARE(again.status, 409);
        QCOMPARE(bodyOf(again)[u"detail"], bodyOf(final)[u"id"]);
    }

    void whereAnOrderStands()
    {
        auto order = simpleOrder(5'201);
        order.insert(u"draft"_s, true);
        order.insert(u"pickupWithoutPayment"_s, true);
        order.insert(u"binaryattachment"_s, QJsonArray{1});
        const auto taken = bodyOf(post(u"/order"_s, QJsonDocument{order}.toJson()));
        QStringList notices;
        for (const auto& code : taken[u"notices"].toArray()) notices << code.toString();
        for (const auto& code : {u"order.draft"_s, u"order.key_without_payment"_s, u"order.attachment"_s}) QVERIFY2(notices.contains(code), qPrintable(code));
        const auto id = taken[u"id"].toString();
        auto state = get(u"/order/"_s + id);
        QCOMPARE(state.status, 200);
        QCOMPARE(bodyOf(state)[u"status"].toString(), u"open"_s);
        QCOMPARE(bodyOf(state)[u"price"].toInt(), 15'201);
        QCOMPARE(bodyOf(state)[u"paid"].toInt(), 0);
        QVERIFY(!state.body.contains("example.org"));   // nothing of the customer
        book(domain::InvoiceId{id}, 15'201);
        state = get(u"/order/"_s + id);
        QCOMPARE(bodyOf(state)[u"status"].toString(), u"paid"_s);
        QCOMPARE(bodyOf(state)[u"open"].toInt(), 0);
        QVERIFY(bodyOf(state)[u"payments"].toArray()[0].toObject()[u"received"].toBool());
        QCOMPARE(get(u"/order/nobody"_s).status, 404);
        QCOMPARE(get(u"/order/"_s + QString{100, u'x'}).status, 404);
        QCOMPARE(get(u"/order/"_s + id, u"wrong"_s).status, 401);
        QCOMPARE(get(u"/order/"_s + id + u"/offline"_s).status, 501);
    }

    void whatIsSaidLater()
    {
        auto order = simpleOrder(5'301);
        order.remove(u"uniquemodus"_s);
        const auto body = QJsonDocument{order}.toJson();
        const auto id = bodyOf(post(u"/order"_s, body))[u"id"].toString();
        const auto later = [&](const QString& what, const QByteArray& json) { return post(u"/order/"_s + id + u'/' + what, json); };
        const auto price = later(u"update/price"_s, R"({"price":20000,"assets":[{"label":"Inspektion","amount":20000}]})");
        QCOMPARE(price.status, 200);
        QCOMPARE(bodyOf(price)[u"responsekey"].toString(), u"order.price.update.success"_s);
        QCOMPARE(bodyOf(get(u"/order/"_s + id))[u"price"].toInt(), 20'000);
        QCOMPARE(post(u"/order"_s, body).status, 200);       // the first order, sent once more, takes nothing back
        QCOMPARE(bodyOf(get(u"/order/"_s + id))[u"price"].toInt(), 20'000);
        QCOMPARE(later(u"update/price"_s, R"({"price":20000,"assets":[{"amount":1}]})").status, 400);
        QCOMPARE(later(u"update/price"_s, R"({"price":-1})").status, 400);
        QCOMPARE(later(u"update/duedate"_s, R"({"duedate":"2026-12-24"})").status, 200);
        QCOMPARE(bodyOf(get(u"/order/"_s + id))[u"duedate"].toString(), u"2026-12-24"_s);
        QCOMPARE(later(u"duedate/delete"_s, {}).status, 200);
        QCOMPARE(bodyOf(get(u"/order/"_s + id))[u"duedate"].toString(), QString{});
        QCOMPARE(later(u"update/pickupdate/"_s, R"({"pickupdate":"2026-12-01"})").status, 200);
        QCOMPARE(later(u"recipient"_s, R"({"recipient":{"email":"other@example.org"}})").status, 200);
        QCOMPARE(item(id).email, u"other@example.org"_s);
        QCOMPARE(later(u"recipient"_s, R"({"recipient":{"email":"no address"}})").status, 400);
        QCOMPARE(later(u"recipient/delete"_s, R"({"email":"stranger@example.org"})").status, 404);
        QCOMPARE(later(u"recipient/delete"_s, R"({"email":"other@example.org"})").status, 200);
        QVERIFY(item(id).email.isEmpty());
        QCOMPARE(later(u"update/contactperson"_s, R"({"contactperson":"a@example.org"})").status, 501);
        QCOMPARE(later(u"attachment"_s, "x").status, 501);
        // Closed over there: nothing is cancelled and no key goes by a message, somebody looks at it.
        QCOMPARE(later(u"hide"_s, R"({"closed":true})").status, 200);
        QCOMPARE(later(u"hide"_s, R"({"closed":true})").status, 200);
        QCOMPARE(bodyOf(get(u"/order/"_s + id))[u"status"].toString(), u"open"_s);
        const auto tasks = item(id).tasks;
        QCOMPARE(std::count_if(tasks.begin(), tasks.end(), [](const domain::OpenTask& t) { return t.kind == u"order.closed"; }), 1);
        QCOMPARE(post(u"/order/nobody/hide"_s, "{}").status, 404);
    }

    void whoseOrdersAreTaken()
    {
        m_account = u"w2"_s;
        const auto refused = post(u"/order"_s, QJsonDocument{simpleOrder(5'401)}.toJson());
        QCOMPARE(refused.status, 422);
        QCOMPARE(bodyOf(refused)[u"error"].toString(), u"orders.org"_s);
        m_account = u"w1"_s;
        QCOMPARE(post(u"/order"_s, QJsonDocument{simpleOrder(5'401)}.toJson()).status, 201);
        m_account.clear();
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
    net::HttpAnswer get(const QString& path, const QString& token = kToken) { return post(path, {}, token, "GET"); }
    domain::OpenItem item(const QString& id) { return got(m_house->journal->detail(domain::InvoiceId{id})).value().item; }
    void book(const domain::InvoiceId& invoice, qint64 cents)
    {
        ports::Subject subject;
        subject.invoices.push_back(invoice);
        const auto booked = got(m_house->journal->decide(subject, [invoice, cents](const ports::Situation& s) -> Result<ports::Decision> {
            domain::PaymentBooked paid;
            paid.payment = domain::PaymentId::fresh();
            paid.invoice = invoice;
            paid.amount = domain::Money::cents(cents);
            paid.sourceKey = u"cash:"_s + paid.payment.text();
            paid.method = u"cash"_s;
            paid.paidAt = s.now;
            ports::Decision d;
            d.events.push_back(paid);
            return d;
        }));
        if (!booked) qFatal("%s", qPrintable(booked.error().code));
    }
    static QJsonObject bodyOf(const net::HttpAnswer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    net::HttpClient m_client{{}};
    std::unique_ptr<app::House> m_house;
    std::unique_ptr<app::OrderDoor> m_door;
    QString m_base, m_account;
};

QTEST_MAIN(TestOrders)
#include "tst_orders.moc"
