// Mollie's bytes: amounts both ways, what is refused, what a link's payments make of it, cursors and notices.
#include "tests/app/adapters/portal/mollie/mollie_kit.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::mollie;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject amountOf(const QString& value, const QString& currency = u"EUR"_s) { return {{u"currency"_s, currency}, {u"value"_s, value}}; }

QJsonObject linkJson(const QString& value = u"199.90"_s)
{
    return {{u"id"_s, u"pl_abc"_s}, {u"mode"_s, u"test"_s}, {u"description"_s, u"Rechnung R-1 [1a2b3c4d]"_s}, {u"amount"_s, amountOf(value)}, {u"archived"_s, false},
            {u"paidAt"_s, QJsonValue::Null}, {u"expiresAt"_s, QJsonValue::Null},
            {u"_links"_s, QJsonObject{{u"paymentLink"_s, QJsonObject{{u"href"_s, u"https://paymentlink.mollie.com/payment/abc"_s}, {u"type"_s, u"text/html"_s}}}}}};
}

QByteArray bytes(const QJsonObject& object) { return QJsonDocument{object}.toJson(QJsonDocument::Compact); }

QByteArray with(QJsonObject object, const QString& name, const QJsonValue& value)
{
    object.insert(name, value);
    return bytes(object);
}

MolliePayment payment(const QString& id, const QString& status, qint64 cents = 19990)
{
    return {id, status, u"ideal"_s, {}, domain::Money::cents(cents), domain::PortalMode::Test, Instant{1'700'000'000'000}, Instant{1'700'000'060'000}};
}

const Instant kNow{1'790'000'000'000};

ports::RawNotice notice(const QByteArray& body, const QByteArray& signature = {})
{
    ports::RawNotice out;
    if (!signature.isEmpty()) out.headers.emplace_back("x-mollie-signature", signature);
    out.body = body;
    return out;
}

QByteArray sealOf(const QByteArray& body, const QByteArray& secret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestMollieCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("wire");
        QTest::newRow("1 cent") << qint64{1} << u"0.01"_s;
        QTest::newRow("0.10") << qint64{10} << u"0.10"_s;
        QTest::newRow("0.29") << qint64{29} << u"0.29"_s;
        QTest::newRow("199.90") << qint64{19990} << u"199.90"_s;
        QTest::newRow("100000.00") << qint64{10'000'000} << u"100000.00"_s;
    }
    void amounts()
    {
        QFETCH(qint64, cents);
        QFETCH(QString, wire);
        const auto order = sim::payableOrder(cents);
        const auto body = QJsonDocument::fromJson(createBody(order)).object();
        QCOMPARE(body[u"amount"_s].toObject(), amountOf(wire));
        const auto link = readLink(bytes(linkJson(wire)));
        QVERIFY(link.ok() && link.value().amount == domain::Money::cents(cents));
        ports::RefundOrder refund{order.idempotencyKey, u"pl_abc"_s, u"tr_x"_s, order.amount, order.amount, u"Rechnung"_s};
        QCOMPARE(QJsonDocument::fromJson(refundBody(refund)).object()[u"amount"_s].toObject(), amountOf(wire));
    }

    void unreadableAmounts_data()
    {
        QTest::addColumn<QJsonValue>("amount");
        for (const auto& text : {u"199.9"_s, u"199,90"_s, u"199"_s, u"-1.00"_s, u"1.990"_s, u"1e2"_s, u""_s, u" 1.00"_s, u"NaN"_s, u"99999999999999.00"_s})
            QTest::newRow(qPrintable(text)) << QJsonValue{amountOf(text)};
        QTest::newRow("number") << QJsonValue{QJsonObject{{u"currency"_s, u"EUR"_s}, {u"value"_s, 199}}};
        QTest::newRow("no currency") << QJsonValue{QJsonObject{{u"value"_s, u"1.00"_s}}};
        QTest::newRow("lower case") << QJsonValue{amountOf(u"1.00"_s, u"eur"_s)};
        QTest::newRow("null") << QJsonValue{QJsonValue::Null};
    }
    void unreadableAmounts()
    {
        QFETCH(QJsonValue, amount);
        const auto link = readLink(with(linkJson(), u"amount"_s, amount));
        QVERIFY(link.ok() && !link.value().amount);   // somebody else's link in a list; linkFor() refuses it
        const auto refused = linkFor(link.value(), domain::Money::cents(19990), domain::PortalMode::Test, {});
        QCOMPARE(refused.error().code, u"portal.amount"_s);
        const QJsonObject refund{{u"id"_s, u"re_1"_s}, {u"paymentId"_s, u"tr_1"_s}, {u"mode"_s, u"test"_s}, {u"status"_s, u"pending"_s},
                                 {u"createdAt"_s, u"2026-01-01T00:00:00+00:00"_s}, {u"amount"_s, amount}};
        QCOMPARE(readRefund(bytes(refund)).error().code, u"portal.unreadable"_s);
    }

    void fault_38_unreadableLinks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray{"<html>"};
        QTest::newRow("array") << QByteArray{"[]"};
        QTest::newRow("cut") << bytes(linkJson()).chopped(5);
        QTest::newRow("id of a payment") << with(linkJson(), u"id"_s, u"tr_abc"_s);
        QTest::newRow("path in the id") << with(linkJson(), u"id"_s, u"pl_../../x"_s);
        QTest::newRow("no id") << with(linkJson(), u"id"_s, QJsonValue::Null);
        QTest::newRow("odd mode") << with(linkJson(), u"mode"_s, u"sandbox"_s);
        QTest::newRow("archived as a text") << with(linkJson(), u"archived"_s, u"false"_s);
        QTest::newRow("paidAt as a number") << with(linkJson(), u"paidAt"_s, 1);
        QTest::newRow("paidAt without offset") << with(linkJson(), u"paidAt"_s, u"2026-01-01T00:00:00"_s);
        QTest::newRow("paidAt nonsense") << with(linkJson(), u"paidAt"_s, u"yesterday"_s);
        QTest::newRow("no address") << with(linkJson(), u"_links"_s, QJsonObject{});
    }
    void fault_38_unreadableLinks()
    {
        QFETCH(QByteArray, body);
        const auto link = readLink(body);
        QVERIFY(!link.ok());
        QCOMPARE(link.error().code, u"portal.unreadable"_s);
    }

    void linksLeadNowhereElse_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("theirs") << u"https://paymentlink.mollie.com/payment/x"_s << QString{};
        QTest::newRow("other host") << u"https://evil.example/payment/x"_s << u"portal.link_host"_s;
        QTest::newRow("looks alike") << u"https://evilmollie.com/x"_s << u"portal.link_host"_s;
        QTest::newRow("user part") << u"https://www.mollie.com@evil.example/"_s << u"portal.unsafe_link"_s;
        QTest::newRow("plain http") << u"http://paymentlink.mollie.com/x"_s << u"portal.unsafe_link"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s << u"portal.unsafe_link"_s;
    }
    void linksLeadNowhereElse()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        auto link = readLink(bytes(linkJson())).value();
        link.url = url;
        const auto out = linkFor(link, domain::Money::cents(19990), domain::PortalMode::Test, {u"*.mollie.com"_s});
        QCOMPARE(out.ok() ? QString{} : out.error().code, code);
        QCOMPARE(linkFor(link, domain::Money::cents(19990), domain::PortalMode::Live, {}).error().code, u"portal.key_mode"_s);
        QCOMPARE(linkFor(link, domain::Money::cents(19991), domain::PortalMode::Test, {}).error().code, u"portal.amount"_s);
    }

    void describesAndFinds()
    {
        auto order = sim::payableOrder();
        order.reference = u"1A2B3C4D-0000-4000-8000-000000000000"_s;
        QCOMPARE(descriptionOf(order), u"Rechnung R-2026-0017 · B-MW 123 [1a2b3c4d]"_s);
        QCOMPARE(tagOf(descriptionOf(order)), u"1a2b3c4d"_s);
        order.language = u"fr"_s;
        QVERIFY(descriptionOf(order).startsWith(u"Facture R-2026-0017 · "_s));
        order.language = u"en"_s;
        order.plate = u"[x]\n\u202e"_s;
        QVERIFY(descriptionOf(order).startsWith(u"Invoice R-2026-0017 · x"_s));
        order.invoiceNumber = QString(500, u'9');
        order.plate = QString(500, u'X');
        QVERIFY(descriptionOf(order).size() <= 255);
        order.reference = u"not a UUID"_s;
        QCOMPARE(tagOf(descriptionOf(order)).size(), 8);
        for (const auto& other : {u""_s, u"Bicycle tires"_s, u"[1a2b3c4d]x"_s, u"[1A2B3C4D]"_s, u"1a2b3c4d]"_s}) QCOMPARE(tagOf(other), QString{});
        QCOMPARE(createBody(order), createBody(order));
        order.expiresAt = kNow;
        QCOMPARE(QJsonDocument::fromJson(createBody(order)).object()[u"expiresAt"_s].toString(), u"2026-09-21T14:13:20+00:00"_s);
    }

    void refusesOrders()
    {
        const auto code = [](auto change) {
            auto order = sim::payableOrder();
            change(order);
            const auto out = checkOrder(order);
            return out.ok() ? QString{} : out.error().code + u':' + out.error().detail;
        };
        QCOMPARE(code([](auto&) {}), QString{});
        QCOMPARE(code([](auto& o) { o.amount = domain::Money{}; }), u"portal.order_invalid:amount"_s);
        QCOMPARE(code([](auto& o) { o.amount = domain::Money::cents(-1); }), u"portal.order_invalid:amount"_s);
        QCOMPARE(code([](auto& o) { o.amount = domain::Money::cents(1, domain::Currency::fromCode(u"CHF"_s).value()); }), u"portal.order_invalid:currency"_s);
        QCOMPARE(code([](auto& o) { o.idempotencyKey = u"a\r\nX-Evil: 1"_s; }), u"portal.order_invalid:key"_s);
        QCOMPARE(code([](auto& o) { o.idempotencyKey.clear(); }), u"portal.order_invalid:key"_s);
        QCOMPARE(code([](auto& o) { o.reference.clear(); }), u"portal.order_invalid:reference"_s);
        QVERIFY(modeOfKey(u"test_x"_s) == domain::PortalMode::Test && modeOfKey(u"live_x"_s) == domain::PortalMode::Live);
        QVERIFY(!modeOfKey(u"access_x"_s) && !modeOfKey({}) && !modeOfKey(u"test_\n"_s));
    }

    void states_data()
    {
        QTest::addColumn<QStringList>("tries");
        QTest::addColumn<bool>("archived");
        QTest::addColumn<bool>("paidAt");
        QTest::addColumn<qint64>("expiresAt");
        QTest::addColumn<int>("state");
        using S = domain::LinkState;
        const auto row = [](const char* name, const QStringList& tries, bool archived, bool paidAt, qint64 expires, S state) {
            QTest::newRow(name) << tries << archived << paidAt << expires << static_cast<int>(state);
        };
        row("new", {}, false, false, 0, S::Open);
        row("given up", {u"expired"_s, u"canceled"_s, u"failed"_s}, false, false, 0, S::Open);
        row("on the page", {u"open"_s}, false, false, 0, S::InFlight);
        row("at the bank", {u"failed"_s, u"pending"_s}, false, false, 0, S::InFlight);
        row("at the bank, archived", {u"pending"_s}, true, false, 0, S::InFlight);
        row("authorized", {u"authorized"_s}, false, false, 0, S::Authorized);
        row("paid", {u"paid"_s}, false, true, 0, S::Paid);
        row("paid, archived", {u"paid"_s}, true, true, 0, S::Paid);
        row("paid, expired", {u"paid"_s}, false, true, 1, S::Paid);
        row("paid and another try", {u"open"_s, u"paid"_s}, false, true, 0, S::Paid);
        row("archived", {}, true, false, 0, S::Cancelled);
        row("archived and expired", {}, true, false, 1, S::Cancelled);
        row("expired", {}, false, false, 1, S::Expired);
        row("not yet expired", {}, false, false, kNow.ms + 1, S::Open);
        row("says paid, shows nothing", {}, false, true, 0, S::Unknown);
        row("unknown word", {u"reviewing"_s}, false, false, 0, S::Unknown);
        row("unknown word, archived", {u"reviewing"_s}, true, false, 0, S::Unknown);
        row("unknown word beside an open one", {u"open"_s, u"reviewing"_s}, false, false, 0, S::Unknown);
        row("unknown word beside a paid one", {u"paid"_s, u"reviewing"_s}, false, true, 0, S::Paid);
    }
    void states()
    {
        QFETCH(QStringList, tries);
        QFETCH(bool, archived);
        QFETCH(bool, paidAt);
        QFETCH(qint64, expiresAt);
        QFETCH(int, state);
        auto link = readLink(bytes(linkJson())).value();
        link.archived = archived;
        link.paidAt = Instant{paidAt ? 1'700'000'060'000 : 0};
        link.expiresAt = Instant{expiresAt};
        MollieHistory history;
        for (const auto& status : std::as_const(tries)) history.payments.push_back(payment(u"tr_%1"_s.arg(history.payments.size()), status));
        const auto snapshot = snapshotOf(link, history, kNow);
        QCOMPARE(static_cast<int>(snapshot.state), state);
        QCOMPARE(snapshot.opened, !tries.isEmpty());
        QCOMPARE(static_cast<qsizetype>(snapshot.movements.size()), tries.count(u"paid"_s));
        QVERIFY(snapshot.fetchedAt == kNow && snapshot.mode == domain::PortalMode::Test && snapshot.amount == domain::Money::cents(19990));
    }

    void movements()
    {
        const auto link = readLink(bytes(linkJson())).value();
        MollieHistory history;
        history.payments = {payment(u"tr_1"_s, u"paid"_s), payment(u"tr_2"_s, u"paid"_s, 100)};
        for (const auto& status : {u"queued"_s, u"pending"_s, u"processing"_s, u"refunded"_s, u"failed"_s, u"canceled"_s, u"hovering"_s})
            history.refunds.push_back({u"re_"_s + status, u"tr_1"_s, status, {}, domain::Money::cents(5), domain::PortalMode::Test, Instant{1'700'000'070'000}});
        history.chargebacks = {{u"chb_1"_s, u"tr_2"_s, domain::Money::cents(100), Instant{1'700'000'080'000}, Instant{1'700'000'090'000}},
                               {u"chb_2"_s, u"tr_1"_s, domain::Money::cents(19990), Instant{1'700'000'080'000}, {}}};
        const auto movements = snapshotOf(link, history, kNow).movements;
        QCOMPARE(movements.size(), std::size_t{12});
        using M = domain::PortalMovement;
        QVERIFY((movements[0] == M{M::Kind::Payment, u"tr_1"_s, u"tr_1"_s, u"ideal"_s, domain::Money::cents(19990), Instant{1'700'000'060'000}, M::Stage::Final}));
        const M::Stage stages[] = {M::Stage::Pending, M::Stage::Pending, M::Stage::Pending, M::Stage::Final, M::Stage::Failed, M::Stage::Failed, M::Stage::Pending};
        for (std::size_t i = 0; i < 7; ++i) QVERIFY2(movements[2 + i].kind == M::Kind::Refund && movements[2 + i].stage == stages[i], qPrintable(movements[2 + i].id));
        QVERIFY((movements[9] == M{M::Kind::Chargeback, u"chb_1"_s, u"tr_2"_s, u"ideal"_s, domain::Money::cents(100), Instant{1'700'000'080'000}, M::Stage::Final}));
        QVERIFY((movements[10] == M{M::Kind::ChargebackReversed, u"chb_1:reversed"_s, u"tr_2"_s, u"ideal"_s, domain::Money::cents(100), Instant{1'700'000'090'000}, M::Stage::Final}));
        QVERIFY(movements[11].id == u"chb_2"_s);
    }

    void methodsStayAsTheyAre()
    {
        const QJsonObject json{{u"id"_s, u"tr_1"_s}, {u"mode"_s, u"live"_s}, {u"status"_s, u"paid"_s}, {u"amount"_s, amountOf(u"1.00"_s)},
                               {u"createdAt"_s, u"2026-01-01T00:00:00+00:00"_s}, {u"method"_s, u"wero2"_s}};
        QCOMPARE(readPayment(bytes(json)).value().method, u"wero2"_s);
        QCOMPARE(readPayment(with(json, u"method"_s, QJsonValue::Null)).value().method, QString{});
        QVERIFY(!readPayment(with(json, u"method"_s, 7)).ok());
    }

    void pages()
    {
        const QJsonObject next{{u"href"_s, u"https://evil.example/v2/payment-links?from=pl_next&limit=5"_s}};
        QJsonObject page{{u"_embedded"_s, QJsonObject{{u"payment_links"_s, QJsonArray{linkJson(), linkJson(u"1.00"_s)}}}}, {u"_links"_s, QJsonObject{{u"next"_s, next}}}};
        const auto read = readLinks(bytes(page));
        QCOMPARE(read.value().items.size(), std::size_t{2});
        QCOMPARE(read.value().next, u"pl_next"_s);   // only the id is taken, never the address
        page.insert(u"_links"_s, QJsonObject{{u"next"_s, QJsonObject{{u"href"_s, u"https://x/?from=../../admin"_s}}}});
        QCOMPARE(readLinks(bytes(page)).value().next, QString{});
        QVERIFY(!readPayments(bytes(page)).ok());
        QVERIFY(!readLinks("{\"_embedded\":{\"payment_links\":{}}}").ok());
        QVERIFY(!readLinks("{\"_embedded\":{\"payment_links\":[1]}}").ok());
        QCOMPARE(wordsOf("{\"status\":422,\"title\":\"Unprocessable Entity\",\"detail\":\"The description is missing\",\"field\":\"description\"}"),
                 u"Unprocessable Entity: The description is missing: description"_s);
        QCOMPARE(wordsOf("<html>"), QString{});
    }

    void fault_41_cursors()
    {
        std::vector<MollieLink> page;
        for (int i = 0; i < 250; ++i) {
            auto link = readLink(bytes(linkJson())).value();
            link.id = u"pl_%1"_s.arg(i, 40, 10, QChar{u'0'});
            page.push_back(link);
        }
        page[0].archived = true;
        page[1].paidAt = kNow;
        page[2].expiresAt = kNow.plusMs(1000);
        MollieMarks first;
        first.known = true;
        first.moneyAt = kNow;
        auto changes = compareLinks({}, page, kNow, first);
        QCOMPARE(changes.linkIds.size(), 248);   // the open ones
        QVERIFY(changes.unchanged.isEmpty());
        for (int i = 0; i < 500; ++i) first.money.insert(u"re_%1"_s.arg(i, 20, 10, QChar{u'0'}), u"refunded"_s);
        const QString cursor = cursorOf(first);
        QVERIFY(!cursor.isEmpty() && cursor.toUtf8().size() <= limits::kMaxPortalCursor);
        const auto back = marksOf(cursor);
        QVERIFY(back.known && back.links == first.links && back.money == first.money && back.moneyAt == kNow);
        MollieMarks second;
        changes = compareLinks(back, page, kNow, second);
        QVERIFY(changes.linkIds.isEmpty());
        QCOMPARE(changes.unchanged.size(), 250);
        page[5].paidAt = kNow;
        changes = compareLinks(back, page, kNow.plusMs(2000), second);
        QCOMPARE(changes.linkIds, (QStringList{page[2].id, page[5].id}));   // expired meanwhile, and paid
        for (const auto& bad : {u""_s, u"x"_s, u"{}"_s, u"{\"v\":2,\"t\":1,\"l\":{},\"m\":{}}"_s, u"{\"v\":1,\"t\":1,\"l\":{\"../x\":\"a\"},\"m\":{}}"_s}) QVERIFY(!marksOf(bad).known);
    }

    void fault_42_notices()
    {
        const std::vector<Secret> none, two{Secret{u"new"_s}, Secret{u"old"_s}};
        const QByteArray event = "{\"resource\":\"event\",\"id\":\"event_1\",\"type\":\"payment-link.paid\",\"entityId\":\"pl_abc\",\"createdAt\":\"2020-01-01T00:00:00Z\"}";
        const auto classic = readNotice(notice("id=pl_abc"), none);
        QVERIFY(classic.ok() && classic.value().linkIds == QStringList{u"pl_abc"_s} && classic.value().eventIds.isEmpty());
        QVERIFY(readNotice(notice("id=tr_abc"), none).value().linkIds.isEmpty());
        const auto code = [](const Result<ports::ReadNotice>& r) { return r.ok() ? QString{} : r.error().code; };
        QCOMPARE(code(readNotice(notice("id=../x"), none)), u"notice.unreadable"_s);
        QCOMPARE(code(readNotice(notice("nothing"), none)), u"notice.unreadable"_s);
        QCOMPARE(code(readNotice(notice(QByteArray(limits::kMaxNotice + 1, 'x')), none)), u"notice.unreadable"_s);
        QCOMPARE(code(readNotice(notice("id=pl_abc"), two)), u"notice.no_signature"_s);
        QCOMPARE(code(readNotice(notice(event, sealOf(event, "new")), none)), u"notice.no_secret"_s);
        for (const QByteArray& secret : {QByteArray{"new"}, QByteArray{"old"}}) {
            const auto read = readNotice(notice(event, sealOf(event, secret)), two);
            QVERIFY(read.ok());
            QCOMPARE(read.value().linkIds, QStringList{u"pl_abc"_s});
            QCOMPARE(read.value().eventIds, QStringList{u"event_1"_s});
        }
        QVERIFY(readNotice(notice(event, sealOf(event, "gone") + ", " + sealOf(event, "old")), two).ok());
        for (const QByteArray& bad : {sealOf(event, "other"), sealOf(event + ' ', "new"), QByteArray{"sha256="}, QByteArray{"sha256=zz"}, sealOf(event, "new").chopped(2)})
            QCOMPARE(code(readNotice(notice(event, bad), two)), u"notice.signature"_s);
        QCOMPARE(code(readNotice(notice("{", sealOf("{", "new")), two)), u"notice.unreadable"_s);
    }
};

QTEST_APPLESS_MAIN(TestMollieCodec)
#include "tst_mollie_codec.moc"
