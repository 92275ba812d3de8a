// Stripe's codec: what is sent byte by byte, what is read and what is refused, what sessions and payments mean, and whose notices count.
#include "app/adapters/portal/stripe/stripe_codec.h"
#include "app/adapters/portal/stripe/stripe_cursor.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::stripe;
using namespace Qt::Literals::StringLiterals;
using domain::LinkState;
using Kind = domain::PortalMovement::Kind;
using Stage = domain::PortalMovement::Stage;

namespace {

const QByteArray kNotice = R"({"id":"evt_1Sim1","object":"event","created":1795000000,"livemode":false,"pending_webhooks":0,)"
                           R"("type":"checkout.session.completed","data":{"object":{"id":"cs_test_1","object":"checkout.session",)"
                           R"("payment_link":"plink_7","payment_intent":"pi_7"}}})";
// Made with another implementation of HMAC-SHA256 over "1795000000." and the body.
const QByteArray kByNew = "2ff3247399ff6e24377b13745ce15bbaff36403a8275d766f831555b4ae4a82c", kByOld = "91ba32af2f0e4ae9b9124451f19cfe0fa80dbe00de1e099ede20ddace6760118";
const Instant kNoticeAt{1'795'000'000'000};

ports::LinkOrder sampleOrder(qint64 cents)
{
    ports::LinkOrder order;
    order.idempotencyKey = u"0c4ee3a8-6f3f-4a86-a1b0-1f6a6f5f0001"_s;
    order.reference = u"0c4ee3a8-6f3f-4a86-a1b0-1f6a6f5f0002"_s;
    order.amount = domain::Money::cents(cents);
    order.mode = domain::PortalMode::Test;
    order.language = u"de"_s;
    order.invoiceNumber = u"4711"_s;
    order.plate = u"M-AB 123"_s;
    return order;
}

QByteArray linkJson(const QByteArray& cents, const QByteArray& currency = "\"eur\"", const QByteArray& more = {})
{
    return R"({"id":"plink_1","object":"payment_link","active":true,"livemode":false,"url":"https://buy.stripe.com/test_abc","metadata":{"reference":"r1"},)"
           R"("line_items":{"object":"list","has_more":false,"data":[{"id":"li_1","quantity":1,"amount_total":)" + cents + R"(,"currency":)" + currency + "}]}" + more + "}";
}

StripeSession session(const QString& status, const QString& paymentStatus, const QString& intentId = {})
{
    return {u"cs_test_"_s + status + intentId, u"plink_1"_s, intentId, status, paymentStatus, domain::PortalMode::Test, {}};
}

StripeIntent intent(const QString& status, qint64 received, const QString& id = u"pi_1"_s)
{
    return {id, status, u"card"_s, domain::Money::cents(received), domain::PortalMode::Test, Instant{1'795'000'000'000}};
}

StripeLink sampleLink()
{
    StripeLink link;
    link.id = u"plink_1"_s;
    link.url = u"https://buy.stripe.com/test_abc"_s;
    link.active = true;
    link.mode = domain::PortalMode::Test;
    link.amount = domain::Money::cents(19990);
    return link;
}

LinkState stateWith(const std::vector<StripeTry>& tries, bool active = true, bool usedUp = false)
{
    auto link = sampleLink();
    link.active = active;
    link.usedUp = usedUp;
    const auto snapshot = snapshotOf(link, tries, Instant{1});
    return snapshot ? snapshot.value().state : LinkState::Unknown;
}

ports::RawNotice notice(const QByteArray& signature, const QByteArray& body = kNotice, Instant at = kNoticeAt)
{
    ports::RawNotice out{{{"content-type", "application/json"}}, body, at};
    if (!signature.isEmpty()) out.headers.emplace_back("stripe-signature", signature);
    return out;
}

QString refusal(const ports::RawNotice& raw, const std::vector<Secret>& secrets, domain::PortalMode mode = domain::PortalMode::Test)
{
    const auto read = readNotice(raw, secrets, mode);
    return read ? u"taken"_s : read.error().code;
}

} // namespace

class TestStripeCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsAreEscaped()
    {
        StripeForm form;
        form.add("a[0][b]", u"ä & = + [x]"_s).add("c", u"-._~"_s);
        QCOMPARE(form.bytes(), QByteArray{"a%5B0%5D%5Bb%5D=%C3%A4%20%26%20%3D%20%2B%20%5Bx%5D&c=-._~"});
    }

    void creationByteByByte()
    {
        const QByteArray expected = "line_items%5B0%5D%5Bquantity%5D=1&line_items%5B0%5D%5Bprice_data%5D%5Bcurrency%5D=eur"
                                    "&line_items%5B0%5D%5Bprice_data%5D%5Bunit_amount%5D=19990"
                                    "&line_items%5B0%5D%5Bprice_data%5D%5Bproduct_data%5D%5Bname%5D=Rechnung%204711%20%C2%B7%20M-AB%20123"
                                    "&restrictions%5Bcompleted_sessions%5D%5Blimit%5D=1"
                                    "&inactive_message=Diese%20Zahlungsanforderung%20ist%20nicht%20mehr%20offen.%20Bitte%20wenden%20Sie%20sich%20an%20Ihre%20Werkstatt."
                                    "&metadata%5Breference%5D=0c4ee3a8-6f3f-4a86-a1b0-1f6a6f5f0002&expand%5B%5D=line_items";
        QCOMPARE(createBody(sampleOrder(19990)), expected);
        QCOMPARE(createBody(sampleOrder(19990)), createBody(sampleOrder(19990)));
        auto order = sampleOrder(19990);
        order.language = u"nl"_s;
        QVERIFY(createBody(order).contains("Factuur%204711") && createBody(order).contains("inactive_message=Dit%20betaalverzoek%20staat%20niet%20meer%20open."));
    }

    void wireAmounts_data()
    {
        QTest::addColumn<qint64>("cents");
        for (const qint64 cents : {1LL, 10LL, 29LL, 19990LL, 10000000LL}) QTest::addRow("%lld", cents) << cents;
    }

    void wireAmounts()
    {
        QFETCH(qint64, cents);
        QVERIFY(createBody(sampleOrder(cents)).contains("unit_amount%5D=" + QByteArray::number(cents) + '&'));
        const auto link = readLink(linkJson(QByteArray::number(cents)));
        QVERIFY(link.ok() && link.value().amount == domain::Money::cents(cents));
        const auto made = linkFor(link.value(), domain::Money::cents(cents), domain::PortalMode::Test, {u"buy.stripe.com"_s});
        QVERIFY(made.ok() && made.value().amount.inCents() == cents);
        QCOMPARE(linkFor(link.value(), domain::Money::cents(cents + 1), domain::PortalMode::Test, {u"buy.stripe.com"_s}).error().code, u"portal.amount"_s);
    }

    void oddAmountsAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("float") << linkJson("199.0");
        QTest::newRow("exponent") << linkJson("2e4");
        QTest::newRow("text") << linkJson("\"19990\"");
        QTest::newRow("negative") << linkJson("-1");
        QTest::newRow("too large") << linkJson("99999999999999999999");
        QTest::newRow("yen") << linkJson("19990", "\"jpy\"");
        QTest::newRow("capital currency") << linkJson("19990", "\"EUR\"");
        QTest::newRow("no currency") << linkJson("19990", "null");
    }

    void oddAmountsAreNone()
    {
        QFETCH(QByteArray, json);
        const auto link = readLink(json);
        QVERIFY(link.ok() && !link.value().amount);
        QCOMPARE(linkFor(link.value(), domain::Money::cents(19990), domain::PortalMode::Test, {}).error().code, u"portal.unreadable"_s);
        QVERIFY(!snapshotOf(link.value(), {}, Instant{1}));
    }

    void linksMustBeOurs()
    {
        auto link = sampleLink();
        const auto amount = domain::Money::cents(19990);
        const auto code = [&](const QStringList& hosts) { return linkFor(link, amount, domain::PortalMode::Test, hosts).error().code; };
        link.url = u"https://buy.stripe.com.evil.example/x"_s;
        QCOMPARE(code({u"buy.stripe.com"_s}), u"portal.link_host"_s);
        link.url = u"http://buy.stripe.com/x"_s;
        QCOMPARE(code({u"buy.stripe.com"_s}), u"portal.unsafe_link"_s);
        link.url = u"javascript:alert(1)"_s;
        QCOMPARE(code({}), u"portal.unsafe_link"_s);
        link.mode = domain::PortalMode::Live;
        QCOMPARE(code({}), u"portal.key_mode"_s);
    }

    void fault_38_unreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"", "<html>", "{", "[]", "null", "{\"id\":1}", "{\"id\":\"../../v1\",\"url\":\"x\",\"active\":true,\"livemode\":false}",
                                 "{\"id\":\"plink_1\",\"url\":\"x\",\"active\":\"true\",\"livemode\":false}",
                                 "{\"id\":\"plink_1\",\"id\":\"plink_2\",\"url\":\"x\",\"active\":true,\"livemode\":false}"})
            QTest::newRow(body) << QByteArray{body};
    }

    void fault_38_unreadable()
    {
        QFETCH(QByteArray, body);
        const auto link = readLink(body);
        QVERIFY(!link.ok());
        QVERIFY(link.error().fault == Fault::Invalid);
        QVERIFY(!readLinks(body).ok() && !readSessions(body).ok() && !readIntent(body).ok() && !readRefund(body).ok() && !readEvents(body).ok());
    }

    void aPageWithoutEndIsRefused() { QVERIFY(!readLinks(R"({"data":[],"has_more":true})").ok()); }

    void keysTellTheirMode()
    {
        QVERIFY(modeOfKey(u"sk_test_x"_s) == domain::PortalMode::Test && modeOfKey(u"rk_live_x"_s) == domain::PortalMode::Live);
        QVERIFY(!modeOfKey(u"pk_test_x"_s) && !modeOfKey(u"whsec_x"_s) && !modeOfKey({}) && !modeOfKey(u"sk_other_x"_s));
    }

    void ordersAreChecked()
    {
        QVERIFY(checkOrder(sampleOrder(1)).ok());
        QVERIFY(!checkOrder(sampleOrder(0)).ok() && !checkOrder(sampleOrder(-1)).ok() && !checkOrder(sampleOrder(100'000'000)).ok());
        auto order = sampleOrder(1);
        order.idempotencyKey = u"a\r\nX: y"_s;
        QCOMPARE(checkOrder(order).error().detail, u"key"_s);
    }

    void exampleObjectsOfTheVendor()
    {
        const QString corpus = qEnvironmentVariable("TRESEN_CORPUS");
        if (corpus.isEmpty()) QSKIP("TRESEN_CORPUS is not set: no example objects");
        QFile file{corpus + u"/portals/specs/stripe-fixtures3-2026-07.json"_s};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto all = QJsonDocument::fromJson(file.readAll()).object()[u"resources"_s].toObject();
        const auto example = [&all](const QString& name) { return QJsonDocument{all[name].toObject()}.toJson(); };
        QVERIFY(readLink(example(u"payment_link"_s)).ok());
        QVERIFY(!readLink(example(u"payment_link"_s)).value().amount);
        const auto opened = readSession(example(u"checkout.session"_s));
        QVERIFY(opened.ok() && opened.value().status == u"open" && opened.value().paymentStatus == u"unpaid" && !opened.value().intentId.isEmpty());
        const auto asked = readIntent(example(u"payment_intent"_s));
        QVERIFY(asked.ok() && asked.value().status == u"requires_payment_method" && asked.value().received.isZero());
        const auto back = readRefund(example(u"refund"_s));
        QVERIFY(back.ok() && back.value().stage() == Stage::Final && back.value().amount.inCents() == 100);
        const auto disputes = readDisputes(R"({"has_more":false,"data":[)" + example(u"dispute"_s) + "]}");
        QVERIFY(disputes.ok() && disputes.value().items[0].status == u"warning_needs_response" && !disputes.value().items[0].withdrawn);
        QVERIFY(readEvent(example(u"event"_s)).ok());
    }

    void statesOfALink()
    {
        QVERIFY(stateWith({}) == LinkState::Open);
        QVERIFY(stateWith({}, false) == LinkState::Cancelled);
        QVERIFY(stateWith({{session(u"open"_s, u"unpaid"_s), {}, {}, {}}}) == LinkState::Open);
        QVERIFY(stateWith({{session(u"expired"_s, u"unpaid"_s), {}, {}, {}}}, false) == LinkState::Cancelled);
        const auto with = [](const QString& status, const QString& payment, const QString& intentStatus, qint64 received = 0) {
            return stateWith({{session(status, payment, u"pi_1"_s), intent(intentStatus, received), {}, {}}});
        };
        QVERIFY(with(u"open"_s, u"unpaid"_s, u"requires_action"_s) == LinkState::InFlight);
        QVERIFY(with(u"open"_s, u"unpaid"_s, u"requires_payment_method"_s) == LinkState::Open);
        QVERIFY(with(u"open"_s, u"unpaid"_s, u"requires_capture"_s) == LinkState::Authorized);
        QVERIFY(with(u"complete"_s, u"unpaid"_s, u"processing"_s) == LinkState::InFlight);
        QVERIFY(with(u"complete"_s, u"paid"_s, u"succeeded"_s, 19990) == LinkState::Paid);
        QVERIFY(with(u"open"_s, u"unpaid"_s, u"succeeded"_s, 19990) == LinkState::Paid);       // the payment is the fact, not the session
        QVERIFY(with(u"complete"_s, u"paid"_s, u"succeeded"_s, 0) == LinkState::Unknown);
        QVERIFY(with(u"complete"_s, u"paid"_s, u"requires_payment_method"_s) == LinkState::Unknown);
        QVERIFY(with(u"complete"_s, u"unpaid"_s, u"teleported"_s) == LinkState::Unknown);
        QVERIFY(with(u"melted"_s, u"unpaid"_s, u"processing"_s) == LinkState::Unknown);
        QVERIFY(with(u"complete"_s, u"no_payment_required"_s, u"canceled"_s) == LinkState::Unknown);
        QVERIFY(stateWith({{session(u"complete"_s, u"unpaid"_s), {}, {}, {}}}) == LinkState::InFlight);
        QVERIFY(stateWith({{session(u"complete"_s, u"unpaid"_s, u"pi_1"_s), intent(u"requires_payment_method"_s, 0), {}, {}}}, true, true) == LinkState::Expired);
    }

    void movementsOfALink()
    {
        StripeTry one{session(u"complete"_s, u"paid"_s, u"pi_1"_s), intent(u"succeeded"_s, 19990), {}, {}};
        one.refunds = {{u"re_2"_s, u"pi_1"_s, u"failed"_s, domain::Money::cents(90), Instant{2}}, {u"re_1"_s, u"pi_1"_s, u"pending"_s, domain::Money::cents(100), Instant{1}}};
        one.disputes = {{u"dp_1"_s, u"pi_1"_s, u"needs_response"_s, domain::Money::cents(19990), domain::PortalMode::Test, Instant{3}, true, false}};
        const StripeTry second{session(u"complete"_s, u"paid"_s, u"pi_2"_s), intent(u"succeeded"_s, 500, u"pi_2"_s), {}, {}};
        auto snapshot = snapshotOf(sampleLink(), {second, one, one}, Instant{9});
        QVERIFY(snapshot.ok());
        const auto& m = snapshot.value().movements;
        QCOMPARE(m.size(), std::size_t{5});   // a session listed twice counts once
        QVERIFY(m[0].kind == Kind::Payment && m[0].id == u"pi_1" && m[0].stage == Stage::Final);
        QVERIFY(m[1].id == u"re_1" && m[1].stage == Stage::Pending && m[1].paymentId == u"pi_1");
        QVERIFY(m[2].id == u"re_2" && m[2].stage == Stage::Failed);
        QVERIFY(m[3].kind == Kind::Chargeback && m[3].id == u"dp_1" && m[3].stage == Stage::Final);
        QVERIFY(m[4].id == u"pi_2" && m[4].amount.inCents() == 500);
    }

    void disputes_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("withdrawn");
        QTest::addColumn<bool>("reinstated");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a question") << u"warning_needs_response"_s << false << false << QStringList{};
        QTest::newRow("announced") << u"needs_response"_s << false << false << QStringList{u"chargeback pending"_s};
        QTest::newRow("withdrawn") << u"under_review"_s << true << false << QStringList{u"chargeback final"_s};
        QTest::newRow("lost") << u"lost"_s << false << false << QStringList{u"chargeback final"_s};
        QTest::newRow("won, not back yet") << u"won"_s << true << false << QStringList{u"chargeback final"_s, u"reversed pending"_s};
        QTest::newRow("won, back") << u"won"_s << true << true << QStringList{u"chargeback final"_s, u"reversed final"_s};
        QTest::newRow("won, never gone") << u"won"_s << false << false << QStringList{u"chargeback failed"_s};
        QTest::newRow("a new word, gone") << u"arbitrated"_s << true << false << QStringList{u"chargeback final"_s};
    }

    void disputes()
    {
        QFETCH(QString, status);
        QFETCH(bool, withdrawn);
        QFETCH(bool, reinstated);
        QFETCH(QStringList, expected);
        StripeTry one{session(u"complete"_s, u"paid"_s, u"pi_1"_s), intent(u"succeeded"_s, 19990), {}, {}};
        one.disputes = {{u"dp_1"_s, u"pi_1"_s, status, domain::Money::cents(19990), domain::PortalMode::Test, Instant{3}, withdrawn, reinstated}};
        const auto snapshot = snapshotOf(sampleLink(), {one}, Instant{9});
        QStringList found;
        for (const auto& m : snapshot.value().movements) {
            if (m.kind == Kind::Payment) continue;
            found << (m.kind == Kind::Chargeback ? u"chargeback "_s : u"reversed "_s)
                         + (m.stage == Stage::Final ? u"final"_s : m.stage == Stage::Pending ? u"pending"_s : u"failed"_s);
            QCOMPARE(m.id, m.kind == Kind::Chargeback ? u"dp_1"_s : u"dp_1:reversed"_s);
        }
        QCOMPARE(found, expected);
    }

    void methodsAreOpen()
    {
        const auto method = [](const QByteArray& charge) {
            return readIntent(R"({"id":"pi_1","status":"succeeded","livemode":false,"amount":1,"amount_received":1,"currency":"eur","created":5,"latest_charge":)" + charge + "}").value().method;
        };
        QCOMPARE(method(R"({"payment_method_details":{"type":"wero2"}})"), u"wero2"_s);
        QCOMPARE(method(R"({"payment_method_details":{"type":"card","card":{"wallet":{"type":"apple_pay"}}}})"), u"apple_pay"_s);
        QCOMPARE(method(R"({"payment_method_details":{"type":"card","card":{"wallet":null}}})"), u"card"_s);
        QCOMPARE(method("\"ch_1\""), QString{});
    }

    void fault_42_notices()
    {
        const Secret now{u"whsec_new"_s}, before{u"whsec_old"_s};
        const QByteArray good = "t=1795000000,v1=" + kByNew;
        const auto read = readNotice(notice(good), {now}, domain::PortalMode::Test);
        QVERIFY(read.ok() && read.value().id == u"evt_1Sim1" && read.value().linkId == u"plink_7" && read.value().intentId == u"pi_7");
        QCOMPARE(refusal(notice("t=1795000000,v1=" + kByOld), {now, before}), u"taken"_s);                        // the secret is being changed
        QCOMPARE(refusal(notice("t=1795000000,v1=" + kByOld + ",v1=" + kByNew + ",v0=00"), {now}), u"taken"_s);   // the vendor signs with both
        QCOMPARE(refusal(notice(good), {before}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(good), {Secret{}}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(good), {}), u"notice.no_secret"_s);
        QCOMPARE(refusal(notice({}), {now}), u"notice.no_signature"_s);
        for (const char* bad : {"x", "t=1795000000", "v1=00", "t=,v1=00", "t=-1,v1=00", "t=99999999999999999999,v1=00"})
            QCOMPARE(refusal(notice(bad), {now}), u"notice.no_signature"_s);
        QCOMPARE(refusal(notice("t=1795000001,v1=" + kByNew), {now}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(good, kNotice + ' '), {now}), u"notice.signature"_s);
        QCOMPARE(refusal(notice("t=1795000000,v1=" + kByNew.left(62)), {now}), u"notice.signature"_s);
        QCOMPARE(refusal(notice(good, kNotice, kNoticeAt.plusMs(300'000)), {now}), u"taken"_s);
        QCOMPARE(refusal(notice(good, kNotice, kNoticeAt.plusMs(300'001)), {now}), u"notice.old"_s);
        QCOMPARE(refusal(notice(good, kNotice, kNoticeAt.plusMs(-300'001)), {now}), u"notice.old"_s);
        QCOMPARE(refusal(notice(good), {now}, domain::PortalMode::Live), u"notice.mode"_s);
        QCOMPARE(refusal(notice(good, QByteArray{limits::kMaxNotice + 1, 'x'}), {now}), u"notice.unreadable"_s);
    }

    void cursors()
    {
        StripeMark mark;
        mark.known = true;
        mark.lastId = u"evt_9"_s;
        mark.at = mark.lookedBackAt = Instant{1'795'000'000'000};
        for (int i = 0; i < 3'000; ++i) mark.told.insert(u"evt_1SimulatedIdOfTheUsualLength%1"_s.arg(i, 5), 1'795'000'000 - i / 10);
        forgetOld(mark, mark.at);
        QCOMPARE(mark.told.size(), kMaxTold);
        QVERIFY(mark.told.contains(u"evt_1SimulatedIdOfTheUsualLength    0"_s));
    }

    void cursorsAreBoundedAndComeBack()
    {
        StripeMark mark;
        mark.known = true;
        mark.at = mark.lookedBackAt = Instant{1'795'000'000'000};
        for (int i = 0; i < kMaxTold; ++i) mark.told.insert(u"evt_"_s + QString::number(i).rightJustified(44, u'0'), 1'795'000'000);
        const QString text = cursorOf(mark);
        QVERIFY(text.size() <= limits::kMaxPortalCursor);
        const auto back = markOf(text);
        QVERIFY(back.known && back.lastId.isEmpty() && back.told == mark.told && back.at == mark.at && back.lookedBackAt == mark.lookedBackAt);
        for (const QString& bad : {QString{}, u"evt_1"_s, u"{}"_s, QString{text}.replace(u"\"v\":1"_s, u"\"v\":2"_s), text.left(text.size() - 1), QString{u'x'}.repeated(70'000)})
            QVERIFY(!markOf(bad).known);
    }
};

QTEST_GUILESS_MAIN(TestStripeCodec)
#include "tst_stripe_codec.moc"
