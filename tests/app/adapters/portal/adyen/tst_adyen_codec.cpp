// Adyen's codec: what is sent byte by byte, what is read and what is refused, and whose notices count.
#include "app/adapters/portal/adyen/adyen_codec.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::adyen;
using namespace Qt::Literals::StringLiterals;
using domain::LinkState;

namespace {

const QString kNewKey = u"44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056"_s, kOldKey = u"AB12"_s.repeated(16);
const Instant kNow{1'795'000'000'000};   // 2026-11-18

ports::LinkOrder sampleOrder(qint64 cents)
{
    ports::LinkOrder order;
    order.idempotencyKey = u"key-1"_s;
    order.reference = u"ref-1"_s;
    order.amount = domain::Money::cents(cents);
    order.mode = domain::PortalMode::Test;
    order.language = u"de"_s;
    order.invoiceNumber = u"4711"_s;
    order.plate = u"M-AB 123"_s;
    return order;
}

QByteArray linkJson(const QByteArray& value, const QByteArray& more = {}, const QByteArray& status = "active")
{
    return "{\"id\":\"PL61C53A8B97E6915A\",\"url\":\"https://test.adyen.link/PL61C53A8B97E6915A\",\"merchantAccount\":\"Workshop\",\"reference\":\"ref-1\",\"status\":\"" + status
           + "\",\"amount\":{\"value\":" + value + R"(,"currency":"EUR"})" + more + '}';
}

domain::PortalSnapshot snapshotWith(const QByteArray& status, const QByteArray& more = {}, Instant now = kNow)
{
    const auto link = readLink(linkJson("19990", more, status));
    return link ? snapshotOf(link.value(), domain::PortalMode::Test, now) : domain::PortalSnapshot{};
}

QByteArray itemJson(const QByteArray& seal, const QByteArray& success = "\"true\"", const QByteArray& value = "19990")
{
    return R"({"NotificationRequestItem":{"eventCode":"AUTHORISATION","success":)" + success + R"(,"eventDate":"2026-11-18T10:00:00+01:00","merchantAccountCode":"TresenWorkshopECOM",)"
           "\"pspReference\":\"SIM0000000000001\",\"merchantReference\":\"ref-1\",\"paymentMethod\":\"visa\",\"amount\":{\"value\":" + value + R"(,"currency":"EUR"},)"
           "\"additionalData\":{\"paymentLinkId\":\"PL61C53A8B97E6915A\"" + (seal.isEmpty() ? QByteArray{} : ",\"hmacSignature\":\"" + seal + '"') + "}}}";
}

const QByteArray kByNew = "2pdQxPHHIHVhlTXRkEArKZa7XswwVmnxh/EbvElgPpc=", kByOld = "Gaf2O/89oaj+bQwRNAAU8zyVrTApjHvz13OtZqpuPQI=";

ports::RawNotice notice(const QByteArray& items, const QByteArray& live = "false")
{
    return {{}, "{\"live\":\"" + live + "\",\"notificationItems\":[" + items + "]}", kNow};
}

QString refusal(const ports::RawNotice& raw, const QStringList& keys, domain::PortalMode mode = domain::PortalMode::Test)
{
    std::vector<Secret> secrets;
    for (const auto& key : keys) secrets.emplace_back(key);
    const auto read = readNotice(raw, secrets, mode);
    return read ? u"taken"_s : read.error().code;
}

} // namespace

class TestAdyenCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void creationByteByByte()
    {
        auto order = sampleOrder(19990);
        order.expiresAt = Instant::fromIso(u"2026-12-18T09:15:30.000Z"_s);
        const QByteArray expected = R"({"merchantAccount":"Workshop","reference":"ref-1","amount":{"value":19990,"currency":"EUR"},)"
                                    "\"description\":\"Rechnung 4711 \\u00b7 M-AB 123\",\"countryCode\":\"DE\",\"shopperLocale\":\"de-DE\",\"reusable\":false,"
                                    "\"expiresAt\":\"2026-12-18T09:15:30Z\"}";
        QCOMPARE(createBody(order, u"Workshop"_s), expected);
        QCOMPARE(createBody(order, u"Workshop"_s), createBody(order, u"Workshop"_s));
        order.expiresAt = {};
        QVERIFY(!createBody(order, u"Workshop"_s).contains("expiresAt"));
        order.language = u"it"_s;
        QVERIFY(createBody(order, u"Workshop"_s).contains("Fattura 4711") && createBody(order, u"Workshop"_s).contains("\"it-IT\""));
    }

    void wireAmounts_data()
    {
        QTest::addColumn<qint64>("cents");
        for (const qint64 cents : {1LL, 10LL, 29LL, 19990LL, 10000000LL}) QTest::addRow("%lld", cents) << cents;
    }

    void wireAmounts()
    {
        QFETCH(qint64, cents);
        QVERIFY(createBody(sampleOrder(cents), u"Workshop"_s).contains("{\"value\":" + QByteArray::number(cents) + ",\"currency\":\"EUR\"}"));
        const auto link = readLink(linkJson(QByteArray::number(cents)));
        QVERIFY(link.ok() && link.value().amount == domain::Money::cents(cents));
        QVERIFY(linkFor(link.value(), sampleOrder(cents), u"Workshop"_s, {u"*.adyen.link"_s}).ok());
        QCOMPARE(linkFor(link.value(), sampleOrder(cents + 1), u"Workshop"_s, {}).error().code, u"portal.amount"_s);
    }

    void fault_38_unreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("html") << QByteArray{"<html>"};
        QTest::newRow("float") << linkJson("199.9");
        QTest::newRow("text") << linkJson("\"19990\"");
        QTest::newRow("negative") << linkJson("-1");
        QTest::newRow("1e400") << linkJson("1e400");
        QTest::newRow("reusable") << linkJson("19990", R"(,"reusable":true)");
        QTest::newRow("local time") << linkJson("19990", ",\"expiresAt\":\"2026-12-18T09:15:30\"");
        QTest::newRow("twice") << linkJson("19990", ",\"status\":\"paid\"");
        QTest::newRow("path in id") << QByteArray{linkJson("19990")}.replace("\"PL61C53A8B97E6915A\"", "\"PL/../../payments\"");
        QTest::newRow("cut") << linkJson("19990").chopped(1);
    }

    void fault_38_unreadable()
    {
        QFETCH(QByteArray, body);
        const auto link = readLink(body);
        QVERIFY(!link.ok() && link.error().fault == Fault::Invalid);
        QVERIFY(!readRefund(body).ok());
    }

    void linksMustBeOurs()
    {
        auto link = readLink(linkJson("19990")).value();
        const auto code = [&](const QString& account = u"Workshop"_s) {
            const auto made = linkFor(link, sampleOrder(19990), account, {u"*.adyen.link"_s});
            return made ? u"taken"_s : made.error().code;
        };
        QCOMPARE(code(), u"taken"_s);
        QCOMPARE(code(u"Other"_s), u"portal.account"_s);
        link.url = u"https://eu.adyen.link/PL61C53A8B97E6915A"_s;
        QCOMPARE(code(), u"portal.key_mode"_s);
        link.url = u"https://adyen.link.evil.example/x"_s;
        QCOMPARE(code(), u"portal.link_host"_s);
        link.url = u"http://test.adyen.link/x"_s;
        QCOMPARE(code(), u"portal.unsafe_link"_s);
        link.reference = u"ref-2"_s;
        QCOMPARE(code(), u"portal.unreadable"_s);
    }

    void statesOfALink()
    {
        QVERIFY(snapshotWith("active").state == LinkState::Open && snapshotWith("active").movements.empty());
        QVERIFY(snapshotWith("paymentPending").state == LinkState::InFlight && snapshotWith("paymentPending").movements.empty());
        QVERIFY(snapshotWith("teleported").state == LinkState::Unknown && snapshotWith("teleported").movements.empty());
        for (const char* word : {"completed", "paid"}) {
            const auto paid = snapshotWith(word, ",\"updatedAt\":\"2026-11-18T09:15:30Z\"");
            QVERIFY(paid.state == LinkState::Paid && paid.movements.size() == 1);
            QVERIFY(paid.movements[0].id == u"PL61C53A8B97E6915A:paid" && paid.movements[0].at.isNull() && paid.movements[0].amount.inCents() == 19990);
            QCOMPARE(linkIdOfMovement(paid.movements[0].id), paid.linkId);
        }
        QVERIFY(snapshotWith("completed").movements == snapshotWith("paid").movements);
        const QByteArray end = ",\"expiresAt\":\"2026-12-18T09:15:30+01:00\"";
        QVERIFY(snapshotWith("expired", end + ",\"updatedAt\":\"2026-11-20T09:15:30+01:00\"", Instant::fromIso(u"2027-06-01T00:00:00.000Z"_s)).state == LinkState::Cancelled);
        QVERIFY(snapshotWith("expired", end + ",\"updatedAt\":\"2026-12-18T09:15:30+01:00\"").state == LinkState::Expired);
        QVERIFY(snapshotWith("expired", end).state == LinkState::Cancelled && snapshotWith("expired").state == LinkState::Expired);
    }

    void ordersAreChecked()
    {
        QVERIFY(checkOrder(sampleOrder(1), kNow).ok());
        QVERIFY(!checkOrder(sampleOrder(0), kNow).ok() && !checkOrder(sampleOrder(-1), kNow).ok());
        auto order = sampleOrder(1);
        order.expiresAt = kNow.plusMs(kMaxLifetimeMs + 1);
        QCOMPARE(checkOrder(order, kNow).error().detail, u"expires"_s);
        QVERIFY(isLinkId(u"PL61C53A8B97E6915A"_s) && !isLinkId(u"PL"_s) && !isLinkId(u"XX61C53A8B97E6915A"_s) && !isLinkId(u"PL61C53A8B97E691/A"_s));
    }

    // The vector of the vendor's own libraries.
    void sealOfTheVendor()
    {
        const QByteArray body = R"({"live":"false","notificationItems":[{"NotificationRequestItem":{"pspReference":"7914073381342284","merchantAccountCode":"TestMerchant",)"
                                "\"merchantReference\":\"TestPayment-1407325143704\",\"amount\":{\"value\":1130,\"currency\":\"EUR\"},\"eventCode\":\"AUTHORISATION\",\"success\":\"true\","
                                "\"additionalData\":{\"hmacSignature\":\"coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=\"}}}]}";
        QCOMPARE(refusal({{}, body, kNow}, {kNewKey}), u"taken"_s);
    }

    void fault_42_notices()
    {
        const auto read = readNotice(notice(itemJson(kByNew)), {Secret{kNewKey}}, domain::PortalMode::Test);
        QVERIFY(read.ok());
        const auto& item = read.value().items.at(0);
        QVERIFY(item.success && item.eventCode == u"AUTHORISATION" && item.reference == u"SIM0000000000001" && item.linkId == u"PL61C53A8B97E6915A" && item.ourReference == u"ref-1");
        QCOMPARE(refusal(notice(itemJson(kByOld)), {kNewKey, kOldKey}), u"taken"_s);   // the key is being changed
        QCOMPARE(refusal(notice(itemJson(kByNew, "true")), {kNewKey}), u"taken"_s);
        QCOMPARE(refusal(notice(itemJson(kByOld)), {kNewKey}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew, "\"false\"")), {kNewKey}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew, "\"true\"", "19991")), {kNewKey}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew) + ',' + itemJson(kByOld)), {kNewKey}), u"notice.signature"_s);   // every item has to be signed
        QCOMPARE(refusal(notice(itemJson({})), {kNewKey}), u"notice.no_signature"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew)), {}), u"notice.no_secret"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew)), {QString{}}), u"notice.no_secret"_s);
        for (const auto& key : {u"nothex"_s, kNewKey.left(63), u"zz"_s + kNewKey.mid(2)}) QCOMPARE(refusal(notice(itemJson(kByNew)), {key}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew)), {kNewKey}, domain::PortalMode::Live), u"notice.mode"_s);
        QCOMPARE(refusal(notice(itemJson(kByNew), "true"), {kNewKey}), u"notice.mode"_s);
        QCOMPARE(refusal(notice({}), {kNewKey}), u"notice.unreadable"_s);
        QCOMPARE(refusal({{}, "<html>", kNow}, {kNewKey}), u"notice.unreadable"_s);
        QCOMPARE(refusal({{}, QByteArray{limits::kMaxNotice + 1, ' '}, kNow}, {kNewKey}), u"notice.unreadable"_s);
    }

    void fieldsAreJoinedAsTheyAre()
    {
        AdyenItem item{u"REFUND"_s, u"SIM0000000000002"_s, u"SIM0000000000001"_s, u"ref:1\\x"_s, u"TresenWorkshopECOM"_s, {}, false};
        QCOMPARE(signedText(item, "990", u"EUR"_s), QByteArray{"SIM0000000000002:SIM0000000000001:TresenWorkshopECOM:ref:1\\x:990:EUR:REFUND:false"});
    }
};

QTEST_GUILESS_MAIN(TestAdyenCodec)
#include "tst_adyen_codec.moc"
