// The codec of bezahl.de without a network: what is asked for to the byte, and every answer as what it is or refused.
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::bezahl;
using domain::LinkState;
using domain::Money;

namespace {

ports::LinkOrder order()
{
    ports::LinkOrder o;
    o.idempotencyKey = u"k1"_s;
    o.reference = u"req-1"_s;
    o.amount = Money::cents(48799);
    o.language = u"de"_s;
    o.invoiceNumber = u"R-2026-10418"_s;
    o.plate = u"K-TR 417"_s;
    o.dueDate = QDate{2026, 3, 26};
    return o;
}

QJsonObject bodyOf(const Result<ApiCall>& call) { return call ? QJsonDocument::fromJson(call.value().body).object() : QJsonObject{}; }

QByteArray answerWith(const QByteArray& payments, const QByteArray& more = "\"status\":\"open\"")
{
    return "{\"id\":\"BJ8ivGHSKq\",\"price\":10000," + more + ",\"payments\":[" + payments + "]}";
}

domain::PortalSnapshot read(const QByteArray& bytes, const StateWords& words = {})
{
    const auto order = readOrder(bytes);
    if (!order) return {};
    return snapshotOf(order.value(), domain::PortalMode::Test, Instant{1}, words);
}

QString codeOfFailure(const QByteArray& bytes)
{
    const auto order = readOrder(bytes);
    return order ? u"read"_s : order.error().code + u' ' + order.error().detail;
}

QByteArray mac(const QByteArray& body, const QByteArray& secret) { return QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256); }

} // namespace

class TestBezahlCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void simpleOrder();
    void plan();
    void extrasOnlyWhenWanted();
    void refusedOrders();
    void otherCalls();
    void attachment();
    void amountsOnTheWire();
    void states();
    void moneySteps();
    void deductionsAreNoMoney();
    void takenBack();
    void paymentIds();
    void badAmounts();
    void account();
    void wraps();
    void fault_38_unreadable();
    void listAndMarks();
    void fault_42_notices();
    void fixtureReadsAsOrder();
};

void TestBezahlCodec::simpleOrder()
{
    const auto call = orderCall(order(), u"org"_s);
    QVERIFY(call.ok());
    QCOMPARE(call.value().method, QByteArray{"POST"});
    QCOMPARE(call.value().path, u"/order"_s);
    QCOMPARE(call.value().idempotencyKey, u"k1"_s);
    QCOMPARE(call.value().body,
             QByteArray{R"({"draft":false,"duedate":"2026-03-26","invoice":[{"amount":48799,"desc":"Werkstattrechnung","duedate":"2026-03-26","invoiceNo":"R-2026-10418"}],)"
                        R"("lang":"de","metafields":[{"desc":"K-TR 417","type":"Kennzeichen"}],"name":"Rechnung R-2026-10418 / K-TR 417","orgId":"org",)"
                        R"("pickupWithoutPayment":false,"price":48799,"reminder":"disabled","unique":"req-1","uniquemodus":"error"})"});
    QCOMPARE(orderCall(order(), u"org"_s).value().body, call.value().body);
    auto polish = order();
    polish.language = u"pl"_s;
    const auto body = orderCall(polish, u"org"_s).value().body;
    QVERIFY(body.contains("\"lang\":\"en\"") && body.contains("\"name\":\"Invoice R-2026-10418"));
}

void TestBezahlCodec::plan()
{
    auto o = order();
    o.summary = {{u"Inspektion"_s, Money::cents(31900), false}, {u"Bremsbeläge vorn"_s, Money::cents(26899), false}, {u"Anzahlung"_s, Money::cents(-10000), false},
                 {u"Noch zu zahlen"_s, o.amount, true}};
    const auto call = orderCall(o, u"org"_s);
    QCOMPARE(call.value().path, u"/order/plan"_s);
    const auto body = bodyOf(call);
    QCOMPARE(body.value(u"orgId"_s).toString(), u"org"_s);
    QCOMPARE(body.value(u"order"_s).toObject().value(u"price"_s).toInteger(), 48799);
    QVERIFY(!body.value(u"order"_s).toObject().contains(u"orgId"_s));
    QCOMPARE(body.value(u"assets"_s).toArray().size(), 2);
    QCOMPARE(body.value(u"payments"_s).toArray()[0].toObject().value(u"label"_s).toString(), u"Bereits abgezogen: Anzahlung"_s);
    QCOMPARE(body.value(u"payments"_s).toArray()[0].toObject().value(u"amount"_s).toInteger(), 10000);

    // A part was paid before: what is missing between the gross and the amount is a deduction.
    o.summary = {{u"Rechnungsbetrag"_s, Money::cents(58799), false}, {u"Noch zu zahlen"_s, o.amount, true}};
    const auto part = bodyOf(orderCall(o, u"org"_s));
    QCOMPARE(part.value(u"payments"_s).toArray()[0].toObject().value(u"amount"_s).toInteger(), 10000);

    // Rows that do not reach the amount are no plan: the portal would ask for less.
    o.summary = {{u"Inspektion"_s, Money::cents(100), false}, {u"Öl"_s, Money::cents(100), false}};
    QCOMPARE(orderCall(o, u"org"_s).value().path, u"/order"_s);
    QVERIFY(!bodyOf(orderCall(o, u"org"_s)).contains(u"assets"_s));
}

void TestBezahlCodec::extrasOnlyWhenWanted()
{
    OrderExtras extras;
    extras.recipient = u"halterin@example.org"_s;
    extras.contactPerson = u"annahme@werkstatt.example"_s;
    extras.vin = u"WVWZZZ1KZ0TRESEN1"_s;
    extras.tags = {u"Service"_s};
    extras.customer.id = u"20417"_s;
    extras.customer.lastName = u"Muster"_s;
    auto o = order();
    o.onAccountOffered = true;
    const auto body = bodyOf(orderCall(o, u"org"_s, extras));
    QCOMPARE(body.value(u"recipient"_s).toString(), extras.recipient);
    QCOMPARE(body.value(u"metafields"_s).toArray()[0].toObject().value(u"type"_s).toString(), u"FIN"_s);
    QCOMPARE(body.value(u"customer"_s).toObject(), (QJsonObject{{u"id"_s, u"20417"_s}, {u"lastname"_s, u"Muster"_s}}));
    QCOMPARE(body.value(u"invoice"_s).toArray()[0].toObject().value(u"debitor"_s).toString(), u"20417"_s);
    QCOMPARE(body.value(u"invoice"_s).toArray()[0].toObject().value(u"name"_s).toString(), u"Muster"_s);
    QVERIFY(body.value(u"pickupWithoutPayment"_s).toBool());
    const auto plain = bodyOf(orderCall(order(), u"org"_s));
    for (const auto& name : {u"recipient"_s, u"customer"_s, u"contactperson"_s, u"tags"_s}) QVERIFY2(!plain.contains(name), qPrintable(name));
}

void TestBezahlCodec::refusedOrders()
{
    const auto field = [](const std::function<void(ports::LinkOrder&)>& change) {
        auto o = order();
        change(o);
        const auto call = orderCall(o, u"org"_s);
        return call ? u"taken"_s : call.error().code + u' ' + call.error().detail;
    };
    QCOMPARE(field([](auto&) {}), u"taken"_s);
    QCOMPARE(field([](auto& o) { o.amount = Money::cents(0); }), u"portal.order_invalid amount"_s);
    QCOMPARE(field([](auto& o) { o.amount = Money::cents(-1); }), u"portal.order_invalid amount"_s);
    QCOMPARE(field([](auto& o) { o.amount = Money::cents(1, domain::Currency::fromCode(u"CHF").value()); }), u"portal.order_invalid currency"_s);
    QCOMPARE(field([](auto& o) { o.idempotencyKey = u"a\r\nX: y"_s; }), u"portal.order_invalid key"_s);
    QCOMPARE(field([](auto& o) { o.reference = u"ä"_s; }), u"portal.order_invalid reference"_s);
    QCOMPARE(field([](auto& o) { o.summary.resize(61); }), u"portal.order_invalid rows"_s);
    OrderExtras extras;
    extras.recipient = u"a@b\r\nBcc: c@d"_s;
    QCOMPARE(orderCall(order(), u"org"_s, extras).error().detail, u"recipient"_s);
}

void TestBezahlCodec::otherCalls()
{
    QCOMPARE(readCall(u"BJ8ivGHSKq"_s).path, u"/order/BJ8ivGHSKq"_s);
    QCOMPARE(readCall(u"../user"_s).path, u"/order/..%2Fuser"_s);
    QCOMPARE(listCall(u"a&b"_s, 250).query, QByteArray{"orgId=a%26b&limit=250"});
    QCOMPARE(payLinkCall(u"x"_s).path + u'?' + QString::fromLatin1(payLinkCall(u"x"_s).query), u"/order/x/offline?link=true"_s);
    QCOMPARE(hideCall(u"x"_s).body, QByteArray{R"({"closed":true})"});
    QCOMPARE(priceCall(u"x"_s, Money::cents(5), {{u"Rest"_s, Money::cents(5), false}}, u"k"_s).body, QByteArray{R"({"assets":[{"amount":5,"label":"Rest"}],"price":5})"});
    QCOMPARE(recipientCall(u"x"_s, u"a@b.c"_s, true).body, QByteArray{R"({"recipient":{"email":"a@b.c"}})"});
    QCOMPARE(recipientCall(u"x"_s, u"a@b.c"_s, false).path, u"/order/x/recipient/delete"_s);
    QCOMPARE(addWebhookCall(u"o"_s, u"https://w.example/n"_s, Secret{u"s"_s}).body, QByteArray{R"({"orgId":"o","secret":"s","url":"https://w.example/n"})"});
    QCOMPARE(removeWebhookCall(u"o"_s, u"7"_s).body, QByteArray{R"({"id":"7","orgId":"o"})"});
    for (const auto& call : {hideCall(u"x"_s), recipientCall(u"x"_s, u"a@b.c"_s, true), addWebhookCall(u"o"_s, u"u"_s, Secret{u"s"_s})}) QVERIFY(!call.idempotencyKey.isEmpty());
}

void TestBezahlCodec::attachment()
{
    const auto call = attachmentCall(u"x"_s, u"Rechnung \"7\"\r\n.pdf"_s, "%PDF-1.7 body");
    QVERIFY(call.ok());
    QVERIFY(call.value().body.contains("filename=\"Rechnung__7___.pdf\"\r\n"));
    QVERIFY(call.value().body.contains("\r\n\r\n%PDF-1.7 body\r\n--"));
    QVERIFY(call.value().contentType.startsWith("multipart/form-data; boundary=tresen-"));
    QCOMPARE(attachmentCall(u"x"_s, u"a.pdf"_s, "<html>").error().code, u"portal.attachment"_s);
}

void TestBezahlCodec::amountsOnTheWire()
{
    for (const qint64 cents : {1LL, 10LL, 29LL, 19990LL, 10000000LL, 9007199254740991LL / 1000, domain::kMaxCents}) {
        auto o = order();
        o.amount = Money::cents(cents);
        const auto call = orderCall(o, u"org"_s);
        QVERIFY(call.ok() && call.value().body.contains("\"price\":" + QByteArray::number(cents) + ','));
        const auto back = readOrder("{\"id\":\"a\",\"price\":" + QByteArray::number(cents) + "}");
        QVERIFY(back.ok() && back.value().price == o.amount);
    }
}

void TestBezahlCodec::states()
{
    const auto state = [](const QByteArray& more, const StateWords& words = {}) { return read(answerWith({}, more), words).state; };
    QCOMPARE(state("\"status\":\"open\""), LinkState::Open);
    QCOMPARE(state("\"status\":\"OPEN\""), LinkState::Open);
    QCOMPARE(state("\"status\":\"open\",\"closed\":true"), LinkState::Cancelled);
    QCOMPARE(state("\"status\":\"wartend\""), LinkState::Unknown);
    QCOMPARE(state("\"x\":1"), LinkState::Unknown);
    QCOMPARE(state("\"status\":\"wartend\"", {{u"wartend"_s, LinkState::Open}}), LinkState::Open);
    QCOMPARE(state("\"status\":\"open\"", {{u"open"_s, LinkState::Expired}}), LinkState::Expired);
    QCOMPARE(read(answerWith({}, "\"status\":\"wartend\"")).detail, u"wartend"_s);
    QVERIFY(read(answerWith({}, "\"status\":\"open\"")).detail.isEmpty());
    // A word alone is no money.
    QVERIFY(read(answerWith({}, "\"status\":\"paid\"")).movements.empty());
}

void TestBezahlCodec::moneySteps()
{
    const QByteArray head = R"({"id":"p1","amount":10000,"method":"fts")";
    QCOMPARE(read(answerWith(head + "}")).state, LinkState::InFlight);
    QVERIFY(read(answerWith(head + "}")).movements.empty());
    for (const QByteArray flag : {R"(,"confirmed":true})", R"(,"confirmed":false,"received":true})", R"(,"status":"confirmed"})"}) {
        const auto s = read(answerWith(head + flag));
        QCOMPARE(s.state, LinkState::Paid);
        QCOMPARE(s.movements.size(), std::size_t{1});
        QCOMPARE(s.movements[0].id, u"BJ8ivGHSKq:p1"_s);
        QVERIFY(s.movements[0].amount == Money::cents(10000) && s.movements[0].method == u"fts" && s.movements[0].stage == domain::PortalMovement::Stage::Final);
    }
    // Less than asked for: money, but not paid. More: paid, every movement kept.
    const auto part = read(answerWith(R"({"id":"p1","amount":4000,"confirmed":true})"));
    QCOMPARE(part.state, LinkState::Open);
    QCOMPARE(part.movements.size(), std::size_t{1});
    QCOMPARE(read(answerWith(R"({"id":"p1","amount":10000,"confirmed":true},{"id":"p2","amount":10000,"received":true})")).movements.size(), std::size_t{2});
    // Paid although it was closed.
    QCOMPARE(read(answerWith(head + ",\"confirmed\":true}", "\"closed\":true")).state, LinkState::Paid);
    QCOMPARE(read(answerWith(head + "}", "\"closed\":true")).state, LinkState::InFlight);
    // A promise of cash keeps nobody from the counter.
    const auto cash = read(answerWith(R"({"id":"p1","amount":10000,"method":"cash"})"));
    QCOMPARE(cash.state, LinkState::Open);
    QCOMPARE(cash.choice, domain::OwnerChoice::Counter);
    QCOMPARE(read(answerWith(R"({"id":"p1","amount":10000,"method":"cash"})", R"("status":"noted")")).state, LinkState::Open);
    QCOMPARE(read(answerWith({}, R"("status":"noted")")).state, LinkState::InFlight);
    QCOMPARE(read(answerWith(R"({"id":"p1","amount":10000,"method":"rechnung"})")).choice, domain::OwnerChoice::Account);
}

void TestBezahlCodec::deductionsAreNoMoney()
{
    const auto s = read(answerWith(R"({"id":"x","label":"Bereits abgezogen: Anzahlung","amount":10000,"confirmed":true,"received":true},
                                     {"label":"Already deducted: deposit","amount":10000,"confirmed":true},{"type":"tradein","amount":10000,"confirmed":true})"));
    QCOMPARE(s.state, LinkState::Open);
    QVERIFY(s.movements.empty());
}

void TestBezahlCodec::takenBack()
{
    const auto s = read(answerWith(R"({"id":"p1","amount":10000,"confirmed":false,"confirmedAt":"2026-03-11","reset":true})"));
    QCOMPARE(s.movements.size(), std::size_t{2});
    QCOMPARE(s.movements[1].kind, domain::PortalMovement::Kind::Chargeback);
    QCOMPARE(s.movements[1].paymentId, s.movements[0].id);
    QCOMPARE(s.movements[1].id, u"BJ8ivGHSKq:p1:reset"_s);
    QVERIFY(s.state != LinkState::Paid);
    QVERIFY(read(answerWith(R"({"id":"p1","amount":10000,"rejected":true})")).movements.empty());
}

void TestBezahlCodec::paymentIds()
{
    // Without an id of its own: the same at every look, and two equal payments stay two.
    const QByteArray one = R"({"amount":5000,"confirmed":true,"method":"sepa","confirmedAt":"2026-03-11T09:30:00Z"})";
    const auto first = read(answerWith(one + ',' + one)), second = read(answerWith(one + ',' + one));
    QCOMPARE(first.movements.size(), std::size_t{2});
    QVERIFY(first.movements[0].id != first.movements[1].id && first.movements == second.movements);
    QCOMPARE(first.movements[0].at.iso(), u"2026-03-11T09:30:00.000Z"_s);
    QVERIFY(first.movements[0].id.startsWith(u"BJ8ivGHSKq:~"_s));
    QCOMPARE(codeOfFailure(answerWith(R"({"id":"p","amount":1,"confirmed":true},{"id":"p","amount":1,"confirmed":true})")), u"portal.unreadable payments.id"_s);
}

void TestBezahlCodec::badAmounts()
{
    for (const QByteArray bad : {"12.5", "1e400", "1e3", "-1", "\"12,00\"", "\"\"", "true", "[]", "99999999999999999999"})
        QCOMPARE(codeOfFailure("{\"id\":\"a\",\"price\":" + bad + "}"), u"portal.amount price"_s);
    for (const QByteArray bad : {"0", "12.5", "null", "-3"})
        QCOMPARE(codeOfFailure(answerWith("{\"id\":\"p\",\"confirmed\":true,\"amount\":" + bad + "}")), u"portal.amount payments.amount"_s);
    QCOMPARE(codeOfFailure(answerWith({}, "\"currency\":\"CHF\"")), u"portal.amount currency"_s);
    QCOMPARE(codeOfFailure(answerWith({}, "\"currency\":\"eur\"")), u"read"_s);
    QVERIFY(readOrder(QByteArray{"{\"id\":\"a\",\"price\":\"48799\"}"}).value().price == Money::cents(48799));
}

void TestBezahlCodec::account()
{
    const auto account = [](const QByteArray& more) {
        const auto order = readOrder(answerWith({}, more));
        return order ? order.value() : ReadOrder{};
    };
    const auto whole = account(R"("bankaccount":{"iban":"DE66 1111 1111 3333 3333 33","bic":"ingddeffxxx","holder":"Werkstatt"})");
    QCOMPARE(whole.account.iban, u"DE66111111113333333333"_s);
    QCOMPARE(whole.account.bic, u"INGDDEFFXXX"_s);
    QCOMPARE(whole.account.holder, u"Werkstatt"_s);
    for (const QByteArray name : {"iban", "viban", "virtualIban"}) QVERIFY(account('"' + name + R"(":"DE16111111112222222222")").account.isSet());
    const auto wrong = account(R"("viban":"DE17111111112222222222")");
    QVERIFY(!wrong.account.isSet());
    QCOMPARE(wrong.notes, QStringList{u"iban.check"_s});
    QVERIFY(!account("\"x\":1").account.isSet());
}

void TestBezahlCodec::wraps()
{
    const QByteArray bare = answerWith(R"({"id":"p1","amount":10000,"confirmed":true})", R"("status":"confirmed","unique":"u","link":"https://pay.bezahl.de/p/x")");
    const auto plain = readOrder(bare);
    for (const QByteArray head : {"{\"order\":", "{\"data\":", "{\"responsekey\":\"order.success\",\"order\":", "{\"data\":{\"order\":"}) {
        const auto wrapped = readOrder(head + bare + (head.count('{') == 2 ? "}}" : "}"));
        QVERIFY2(wrapped.ok(), head.constData());
        QCOMPARE(wrapped.value().id, plain.value().id);
        QCOMPARE(wrapped.value().url, u"https://pay.bezahl.de/p/x"_s);
        QCOMPARE(wrapped.value().payments.size(), std::size_t{1});
    }
    for (const QByteArray link : {R"("https://a.bezahl.de/x")", R"({"link":"https://a.bezahl.de/x"})", R"({"data":{"url":"https://a.bezahl.de/x"}})", R"({"link":{"href":"https://a.bezahl.de/x"}})"})
        QCOMPARE(readPayLink(link), u"https://a.bezahl.de/x"_s);
    QVERIFY(readPayLink("<html>").isEmpty() && readPayLink("{}").isEmpty());
}

void TestBezahlCodec::fault_38_unreadable()
{
    for (const QByteArray bad : {"", "null", "[]", "7", "<html></html>", "{\"id\":\"a\"", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"\"}", "{\"id\":\"a b\"}", "{\"id\":\"../user\"}", "{\"id\":null}",
                                 "{\"id\":{}}", "{\"price\":NaN}"})
        QVERIFY2(codeOfFailure(bad).startsWith(u"portal.unreadable"_s), bad.constData());
    QCOMPARE(codeOfFailure(QByteArray{100'000, '['}).left(17), u"portal.unreadable"_s);
    QCOMPARE(codeOfFailure(answerWith(QByteArray{"{},"}.repeated(limits::kMaxPortalMovements) + "{}")), u"portal.unreadable payments"_s);
    QCOMPARE(codeOfFailure(answerWith("7")), u"portal.unreadable payments"_s);
    QCOMPARE(wordsOfFailure(R"({"responsemessage":"Nicht  möglich"})"), u"Nicht möglich"_s);
    QCOMPARE(wordsOfFailure(R"({"error":{"message":"no"}})"), u"no"_s);
    QVERIFY(wordsOfFailure("<html>").isEmpty());
}

void TestBezahlCodec::listAndMarks()
{
    const QByteArray a = R"({"id":"a","status":"open","price":1,"payments":[],"unique":"u1"})", b = R"({"id":"b","status":"open","closed":true})";
    const QByteArray paid = R"({"unique":"u1","id":"a","price":1,"status":"confirmed","payments":[{"id":"p","amount":1,"confirmed":true}]})";
    const auto list = readList('[' + a + ",{\"x\":1},7," + b + ']', {});
    QVERIFY(list.ok());
    QCOMPARE(list.value().size(), std::size_t{2});
    QVERIFY(!list.value()[0].ended && list.value()[0].vouches && list.value()[1].ended && !list.value()[1].vouches);
    const auto start = changesOf(list.value(), {});
    QCOMPARE(start.linkIds, QStringList{u"a"_s});
    QVERIFY(!start.othersUnchanged);
    const auto quiet = changesOf(list.value(), start.cursor);
    QVERIFY(quiet.linkIds.isEmpty());
    QCOMPARE(quiet.unchanged, QStringList{u"a"_s});   // b says too little about itself
    // The same in another order of members is the same; another content is not.
    const auto turned = readList(R"({"orders":[{"unique":"u1","payments":[ ],"price":1,"status":"open","id":"a"}]})", {});
    QVERIFY(changesOf(turned.value(), start.cursor).linkIds.isEmpty());
    const auto moved = readList('[' + paid + ']', {});
    QCOMPARE(changesOf(moved.value(), start.cursor).linkIds, QStringList{u"a"_s});
    for (const auto& odd : {u"b1;a"_s, u"b2;a=1"_s, u";;;=;"_s, QString{100'000, u'x'}}) QVERIFY(changesOf(moved.value(), odd).linkIds.size() <= 1);
    std::vector<ListedOrder> many;
    for (int i = 0; i < 2'000; ++i) many.push_back({u"%1"_s.arg(i, 64, 10, QChar{u'0'}), {}, "0123456789ab", false, true});
    QVERIFY(changesOf(many, {}).cursor.size() <= limits::kMaxPortalCursor);
    QCOMPARE(readList("{\"orders\":7}", {}).error().code, u"portal.unreadable"_s);
}

void TestBezahlCodec::fault_42_notices()
{
    const std::vector<Secret> secrets{Secret{u"new"_s}, Secret{u"old"_s}};
    const auto notice = [](const QByteArray& name, const QByteArray& value, const QByteArray& body) { return ports::RawNotice{{{"host", "x"}, {name, value}}, body, {}}; };
    const QByteArray body = R"({"event":"order.payment","id":"evt1","orderId":"BJ8ivGHSKq"})";
    const auto code = [&secrets](const ports::RawNotice& n) { const auto read = readNotice(n, secrets); return read ? read.value().linkIds.join(u',') : read.error().code; };
    for (const QByteArray key : {"new", "old"}) {
        QCOMPARE(code(notice("x-nx-signature", mac(body, key).toHex(), body)), u"BJ8ivGHSKq"_s);
        QCOMPARE(code(notice("x-hub-signature", "sha256=" + mac(body, key).toHex().toUpper(), body)), u"BJ8ivGHSKq"_s);
        QCOMPARE(code(notice("x-bezahl-signature", mac(body, key).toBase64(), body)), u"BJ8ivGHSKq"_s);
        QCOMPARE(code(notice(kPathToken.toByteArray(), key, body)), u"BJ8ivGHSKq"_s);
    }
    QCOMPARE(code(notice("x-nx-signature", mac(body, "other").toHex(), body)), u"notice.signature"_s);
    QCOMPARE(code(notice("x-nx-signature", mac(body, "new").toHex(), body + ' ')), u"notice.signature"_s);
    QCOMPARE(code(notice("x-nx-signature", "", body)), u"notice.signature"_s);
    QCOMPARE(code(notice(kPathToken.toByteArray(), "", body)), u"notice.signature"_s);
    QCOMPARE(code(notice("x-other", "new", body)), u"notice.no_signature"_s);
    QCOMPARE(readNotice(notice("x-nx-signature", mac(body, "").toHex(), body), {}).error().code, u"notice.no_secret"_s);
    QCOMPARE(readNotice(notice("x-nx-signature", mac(body, "").toHex(), body), {Secret{}}).error().code, u"notice.no_secret"_s);
    for (const auto& [text, ids] : {std::pair<QByteArray, QString>{"no json", {}}, {R"({"event":"x","id":"evt"})", {}}, {R"({"id":"a","status":"open"})", u"a"_s},
                                    {R"({"data":{"order":{"id":"b"}}})", u"b"_s}, {R"({"orders":["c",{"id":"d"},"e e"]})", u"c,d"_s}})
        QCOMPARE(code(notice("x-nx-signature", mac(text, "new").toHex(), text)), ids);
    QCOMPARE(code(notice(kPathToken.toByteArray(), "new", QByteArray{limits::kMaxNotice + 1, ' '})), u"notice.unreadable"_s);
}

void TestBezahlCodec::fixtureReadsAsOrder()
{
    const auto corpus = qEnvironmentVariable("TRESEN_CORPUS");
    if (corpus.isEmpty()) QSKIP("TRESEN_CORPUS is not set: the made-up order plan is not read");
    QFile file{corpus + u"/bezahl/bezahl-order-plan.synthetic.json"_s};
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto object = QJsonDocument::fromJson(file.readAll()).object();
    object.insert(u"id"_s, u"BJ8ivGHSKq"_s);
    const auto read = readOrder(QJsonDocument{object}.toJson());
    QVERIFY(read.ok());
    QVERIFY(read.value().price == Money::cents(48799) && read.value().unique == u"R-2026-10418");
}

QTEST_GUILESS_MAIN(TestBezahlCodec)
#include "tst_bezahl_codec.moc"
