// BezahlPortal beside a portal of its kind: the contract of the port, orders from creation to money, notices, and what the API's description says.
#include "app/domain/iban.h"
#include "tests/app/adapters/portal/bezahl/bezahl_kit.h"
#include <QJsonDocument>
#include <QProcess>

using namespace tresen;
using namespace tresen::test;
using domain::LinkState;
using domain::Money;

namespace {

// Takes one call and keeps it as a notice; the last part of the address is what the receiver calls the path's token.
struct OneCall {
    sim::WebPeer peer{[](const sim::WebRequest&) { return sim::WebAnswer{}; }};
    std::optional<ports::RawNotice> notice()
    {
        if (!QTest::qWaitFor([this] { return !peer.requests().empty(); }, 10'000)) return {};
        const auto request = peer.requests().front();
        peer.forget();
        ports::RawNotice out{{{kPathToken.toByteArray(), request.path.mid(request.path.lastIndexOf('/') + 1)}}, request.body, {}};
        out.headers.insert(out.headers.end(), request.headers.begin(), request.headers.end());
        return out;
    }
};

} // namespace

class TestBezahlPortal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contract();
    void contractInOtherWords_data();
    void contractInOtherWords();
    void amounts();
    void planWithDeposit();
    void stepsOfMoney();
    void doubleLateAndWrongMoney();
    void resetPayment();
    void bankOfTheTestSystem();
    void accounts();
    void besideThePort();
    void webhooksAndNotices();
    void probing();
    void configuration();
    void capabilitiesTold();
    void judgedByTheDescription();
};

void TestBezahlPortal::contract()
{
    BezahlRig rig;
    sim::PortalRig contract{rig.portal, [] { return bezahlOrder(); }, [&rig](const ports::Link& link) { rig.peer.pay(link.linkId); },
                            [&rig](const ports::Link& link) { rig.peer.note(link.linkId); }, 30'000};
    sim::checkPortalContract(contract);
    // Every call that changes something carried a key, and no order was made twice.
    for (const auto& request : rig.peer.web().requests())
        if (request.method == "POST") QVERIFY(!request.header("idempotency-key").isEmpty());
}

void TestBezahlPortal::contractInOtherWords_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < 4; ++i) QTest::addRow("%d", i) << i;
}

void TestBezahlPortal::contractInOtherWords()
{
    QFETCH(const int, which);
    BezahlMood mood;
    if (which == 0) mood.wrap = BezahlMood::Wrap::Order;
    if (which == 1) mood.wrap = BezahlMood::Wrap::Data;
    if (which == 2) mood.linkInAnswer = false;
    if (which == 3) mood.tellsDuplicates = false;
    BezahlRig rig;
    rig.peer.setMood(mood);
    sim::PortalRig contract{rig.portal, [] { return bezahlOrder(); }, [&rig](const ports::Link& link) { rig.peer.pay(link.linkId); }, {}, 30'000};
    sim::checkPortalContract(contract);
}

void TestBezahlPortal::amounts()
{
    BezahlRig rig;
    for (const qint64 cents : {1, 10, 29, 19990, 10'000'000}) {
        const auto link = rig.make(bezahlOrder(cents));
        QVERIFY(link.ok());
        QVERIFY(link.value().amount == Money::cents(cents));
        QCOMPARE(rig.peer.order(link.value().linkId).value(u"price"_s).toInteger(), cents);
        QVERIFY(rig.peer.pay(link.value().linkId));
        const auto paid = rig.fetch(link.value());
        QVERIFY(paid.ok() && paid.value().state == LinkState::Paid && paid.value().movements.front().amount == Money::cents(cents));
    }
}

void TestBezahlPortal::planWithDeposit()
{
    BezahlRig rig;
    auto order = bezahlOrder(48799);
    order.summary = {{u"Inspektion"_s, Money::cents(31900), false}, {u"Bremsbeläge vorn"_s, Money::cents(26899), false}, {u"Anzahlung"_s, Money::cents(-10000), false},
                     {u"Noch zu zahlen"_s, order.amount, true}};
    const auto link = rig.make(order);
    QVERIFY(link.ok());
    QCOMPARE(rig.peer.web().requests().front().path, QByteArray{"/nxt/v1/order/plan"});
    // The deposit stands in the portal's list as confirmed and received, and is no money that came in by this link.
    const auto fresh = rig.fetch(link.value());
    QVERIFY(fresh.value().state == LinkState::Open && fresh.value().movements.empty() && fresh.value().choice == domain::OwnerChoice::None);
    rig.peer.pay(link.value().linkId);
    const auto paid = rig.fetch(link.value());
    QVERIFY(paid.value().state == LinkState::Paid);
    QCOMPARE(paid.value().movements.size(), std::size_t{1});
    QVERIFY(paid.value().movements[0].amount == Money::cents(48799));
}

void TestBezahlPortal::stepsOfMoney()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    rig.peer.note(link.linkId);
    QVERIFY(rig.fetch(link).value().state == LinkState::InFlight);
    rig.peer.confirm(link.linkId);
    const auto confirmed = rig.fetch(link).value();
    QVERIFY(confirmed.state == LinkState::Paid && confirmed.movements.size() == 1);
    rig.peer.receive(link.linkId);
    QVERIFY(rig.fetch(link).value().movements == confirmed.movements);   // one payment, however certain it became

    const auto cash = rig.make(bezahlOrder()).value();
    rig.peer.note(cash.linkId, 0, u"cash"_s);
    const auto promised = rig.fetch(cash).value();
    QVERIFY(promised.state != LinkState::InFlight && promised.choice == domain::OwnerChoice::Counter && promised.movements.empty());

    const auto strange = rig.make(bezahlOrder()).value();
    BezahlMood mood;
    mood.word = u"in_pruefung"_s;
    rig.peer.setMood(mood);
    const auto unknown = rig.fetch(strange).value();
    QVERIFY(unknown.state == LinkState::Unknown);
    QCOMPARE(unknown.detail, u"in_pruefung"_s);
}

void TestBezahlPortal::doubleLateAndWrongMoney()
{
    BezahlRig rig;
    const auto twice = rig.make(bezahlOrder(5000)).value();
    rig.peer.pay(twice.linkId);
    rig.peer.pay(twice.linkId, 5000, u"sepa"_s);
    const auto both = rig.fetch(twice).value();
    QCOMPARE(both.movements.size(), std::size_t{2});
    QVERIFY(both.movements[0].id != both.movements[1].id);

    const auto less = rig.make(bezahlOrder(5000)).value();
    rig.peer.pay(less.linkId, 4999);
    const auto part = rig.fetch(less).value();
    QVERIFY(part.state != LinkState::Paid && part.movements.size() == 1 && part.movements[0].amount == Money::cents(4999));
    QVERIFY(part.movements[0].id != both.movements[0].id);               // numbered anew in every order, and still unique

    BezahlMood mood;
    mood.latePayments = true;
    rig.peer.setMood(mood);
    const auto late = rig.make(bezahlOrder(5000)).value();
    QVERIFY(rig.get(rig.portal.cancel(late.linkId)).value() == ports::CancelOutcome::Cancelled);
    QVERIFY(rig.peer.pay(late.linkId));
    const auto after = rig.fetch(late).value();
    QVERIFY(after.state == LinkState::Paid && after.movements.size() == 1);
    QVERIFY(rig.get(rig.portal.cancel(late.linkId)).value() == ports::CancelOutcome::AlreadyPaid);
}

void TestBezahlPortal::resetPayment()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder(5000)).value();
    rig.peer.pay(link.linkId);
    const auto paid = rig.fetch(link).value();
    rig.peer.reset(link.linkId);
    const auto reset = rig.fetch(link).value();
    QVERIFY(reset.state != LinkState::Paid);
    QCOMPARE(reset.movements.size(), std::size_t{2});
    QVERIFY(reset.movements[0] == paid.movements[0]);
    QVERIFY(reset.movements[1].kind == domain::PortalMovement::Kind::Chargeback && reset.movements[1].paymentId == paid.movements[0].id);
    rig.peer.pay(link.linkId);
    const auto again = rig.fetch(link).value();
    QVERIFY(again.state == LinkState::Paid && again.movements.size() == 3);

    // A portal that only takes the mark away: the money is no money any more, and nothing says that it once was.
    BezahlMood mood;
    mood.resetIsMarked = false;
    rig.peer.setMood(mood);
    const auto silent = rig.make(bezahlOrder(5000)).value();
    rig.peer.pay(silent.linkId);
    QVERIFY(rig.fetch(silent).value().state == LinkState::Paid);
    rig.peer.reset(silent.linkId);
    const auto after = rig.fetch(silent).value();
    QVERIFY(after.state == LinkState::InFlight && after.movements.empty());
}

void TestBezahlPortal::bankOfTheTestSystem()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder(48799)).value();
    int next = 0;
    const auto transfer = [&](const QString& from, bool settled) {
        net::HttpCall call;
        call.method = "POST";
        call.url = QUrl{rig.peer.base() + u"/transaction/add"_s};
        call.headers = {{"NX-Token", rig.peer.token().toLatin1()}, {"Content-Type", "application/json"}, {"Idempotency-Key", "t" + QByteArray::number(++next)}};
        call.body = QJsonDocument{QJsonObject{{u"type"_s, u"CRDT"_s}, {u"status"_s, u"BOOK"_s}, {u"settled"_s, settled}, {u"amount"_s, 48799}, {u"debitorIban"_s, from},
                                              {u"iban"_s, link.account.iban}, {u"reference"_s, u"R-1"_s}}}.toJson();
        const auto answer = rig.get(rig.client.send(call));
        return answer ? answer.value().status : 0;
    };
    for (const char* iban : sim::kBezahlTestIbans) QVERIFY2(domain::isIban(QString::fromLatin1(iban)), iban);
    QCOMPARE(transfer(u"DE89370400440532013000"_s, true), 422);
    QCOMPARE(transfer(QString::fromLatin1(sim::kBezahlTestIbans[1]), true), 200);
    const auto paid = rig.fetch(link).value();
    QVERIFY(paid.state == LinkState::Paid && paid.movements.size() == 1 && paid.movements[0].method == u"sepa");
}

void TestBezahlPortal::accounts()
{
    BezahlRig rig;
    const auto first = rig.make(bezahlOrder()).value(), second = rig.make(bezahlOrder()).value();
    QVERIFY(first.account.isSet() && second.account.isSet() && first.account.iban != second.account.iban);
    QCOMPARE(first.account.iban, rig.peer.ibanOf(first.linkId));
    QCOMPARE(first.account.holder, u"Werkstatt Beispiel GmbH"_s);
    BezahlMood mood;
    mood.iban = u"DE17111111112222222222"_s;
    rig.peer.setMood(mood);
    const auto wrong = rig.make(bezahlOrder());
    QVERIFY(wrong.ok() && !wrong.value().account.isSet());
}

void TestBezahlPortal::besideThePort()
{
    BezahlRig rig;
    OrderExtras extras;
    extras.recipient = u"halterin@example.org"_s;
    extras.vin = u"WVWZZZ1KZ0TRESEN1"_s;
    const auto link = rig.get(rig.portal.createWith(bezahlOrder(5000), extras)).value();
    QCOMPARE(rig.peer.order(link.linkId).value(u"recipients"_s).toInteger(), 1);
    QVERIFY(rig.get(rig.portal.addRecipient(link.linkId, u"zweite@example.org"_s)).ok());
    QCOMPARE(rig.peer.order(link.linkId).value(u"recipients"_s).toInteger(), 2);
    QVERIFY(rig.get(rig.portal.removeRecipient(link.linkId, u"zweite@example.org"_s)).ok());
    QCOMPARE(rig.get(rig.portal.addRecipient(link.linkId, u"a b"_s)).error().detail, u"recipient"_s);

    QVERIFY(rig.get(rig.portal.updatePrice(link.linkId, Money::cents(4000), {{u"Inspektion"_s, Money::cents(4000), false}}, u"price-1"_s)).ok());
    QVERIFY(rig.fetch(link).value().amount == Money::cents(4000));
    QVERIFY(rig.get(rig.portal.attach(link.linkId, u"R-1.pdf"_s, "%PDF-1.7 x")).ok());
    QCOMPARE(rig.peer.order(link.linkId).value(u"attachments"_s).toInteger(), 1);
    QCOMPARE(rig.get(rig.portal.refund({})).error().code, u"portal.refund_unavailable"_s);
    QCOMPARE(rig.get(rig.portal.attach(u"nobody"_s, u"R-1.pdf"_s, "%PDF-1.7 x")).error().fault, Fault::NotFound);
}

void TestBezahlPortal::webhooksAndNotices()
{
    ports::PortalAccount account;
    account.noticeSecrets = {Secret{u"the-new-secret"_s}, Secret{u"the-old-secret"_s}};
    BezahlRig rig{account};
    OneCall receiver;
    QVERIFY(rig.get(rig.portal.registerWebhook(receiver.peer.base() + u"/notice/bezahl"_s)).ok());
    const auto hooks = rig.get(rig.portal.webhooks());
    QVERIFY(hooks.ok() && hooks.value().size() == 1 && hooks.value()[0].url.endsWith(u"/notice/bezahl"));
    const auto link = rig.make(bezahlOrder()).value();
    for (const auto proof : {sim::BezahlProof::Hex, sim::BezahlProof::Base64, sim::BezahlProof::PathToken}) {
        rig.peer.setProof(proof);
        QVERIFY(rig.peer.note(link.linkId, 1));
        const auto notice = receiver.notice();
        QVERIFY(notice.has_value());
        const auto read = rig.portal.readNotice(*notice);
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString{} : read.error().code));
        QCOMPARE(read.value().linkIds, QStringList{link.linkId});
        auto forged = *notice;
        for (auto& header : forged.headers) header.second = "0000";
        QCOMPARE(rig.portal.readNotice(forged).error().fault, Fault::Refused);
    }
    QVERIFY(rig.get(rig.portal.removeWebhook(hooks.value()[0].id)).ok());
    QCOMPARE(rig.peer.webhooks(), 0);
    QCOMPARE(rig.get(rig.portal.removeWebhook(hooks.value()[0].id)).error().fault, Fault::NotFound);
    BezahlRig without;
    QCOMPARE(without.get(without.portal.registerWebhook(u"https://w.example/n"_s)).error().code, u"notice.no_secret"_s);
}

void TestBezahlPortal::probing()
{
    BezahlRig rig;
    const auto good = rig.get(rig.portal.probe());
    QVERIFY(good.ok());
    QStringList steps;
    for (const auto& step : good.value().steps) steps << step.code + (step.ok ? u"+"_s : u"-"_s);
    QCOMPARE(steps.join(u' '), u"key+ account+ read+"_s);
    QCOMPARE(good.value().accountName, u"Werkstatt Beispiel GmbH"_s);
    QCOMPARE(rig.peer.orders(), 0);
    ports::PortalAccount wrong;
    wrong.apiKey = Secret{u"other"_s};
    BezahlRig refused{wrong};
    const auto bad = refused.get(refused.portal.probe());
    QVERIFY(bad.ok() && bad.value().steps.size() == 1 && !bad.value().steps[0].ok);
    QCOMPARE(bad.value().steps[0].error.code, u"portal.auth"_s);
    ports::PortalAccount elsewhere;
    elsewhere.account = u"other"_s;
    BezahlRig lost{elsewhere};
    QCOMPARE(lost.get(lost.portal.probe()).value().steps.back().code, u"account"_s);
}

void TestBezahlPortal::configuration()
{
    net::HttpClient client;
    const SystemClock clock;
    const auto code = [&](const std::function<void(ports::PortalAccount&)>& change) {
        ports::PortalAccount account;
        account.apiKey = Secret{u"t"_s};
        account.account = u"o"_s;
        account.baseUrl = u"http://127.0.0.1:1/nxt/v1"_s;
        account.test = true;
        change(account);
        BezahlPortal portal{client, account, clock};
        const auto answer = answerOf(portal.fetch(u"BJ8ivGHSKq"_s), 30'000);
        return answer && !answer->ok() ? answer->error().code + u' ' + answer->error().detail : u"asked"_s;
    };
    QCOMPARE(code([](auto& a) { a.apiKey = {}; }), u"portal.not_configured key"_s);
    QCOMPARE(code([](auto& a) { a.apiKey = Secret{u"a\r\nb"_s}; }), u"portal.not_configured key"_s);
    QCOMPARE(code([](auto& a) { a.account.clear(); }), u"portal.not_configured account"_s);
    QCOMPARE(code([](auto& a) { a.baseUrl.clear(); a.test = false; }), u"portal.not_configured address"_s);
    QCOMPARE(code([](auto& a) { a.baseUrl = u"http://api.bezahl.de/nxt/v1"_s; }), u"portal.not_configured address"_s);
    QCOMPARE(code([](auto& a) { a.baseUrl = kStagingUrl.toString(); a.test = false; }), u"portal.key_mode partnerapi.staging.bezahl.de"_s);
    QCOMPARE(code([](auto& a) { a.baseUrl = u"https://api.bezahl.de/nxt/v1"_s; }), u"portal.key_mode api.bezahl.de"_s);
    QVERIFY(code([](auto&) {}).startsWith(u"net.refused"_s));
    BezahlRig rig;
    auto live = bezahlOrder();
    live.mode = domain::PortalMode::Live;
    QCOMPARE(rig.make(live).error().code, u"portal.key_mode"_s);
}

void TestBezahlPortal::capabilitiesTold()
{
    BezahlRig rig;
    const auto c = rig.portal.capabilities();
    QCOMPARE(c.id, u"bezahl"_s);
    QVERIFY(c.notes.contains(u"uncertified"_s) && !c.refunds && !c.partialRefunds && !c.partialAmount && c.changeFeed && c.cancelsOpenLink && c.ownReference && c.accountPerLink);
    QVERIFY(ports::mayLeadTo(u"https://pay.bezahl.de/p/x"_s, c.linkHosts) && ports::mayLeadTo(u"https://bezahl.de/p/x"_s, c.linkHosts));
    QVERIFY(!ports::mayLeadTo(u"https://bezahl.de.evil.example/p"_s, c.linkHosts) && !ports::mayLeadTo(u"https://notbezahl.de/p"_s, c.linkHosts));
}

// Both sides of the wire by the description of the API: our calls, and the answers of the peer that stands for the portal.
void TestBezahlPortal::judgedByTheDescription()
{
    const auto corpus = qEnvironmentVariable("TRESEN_CORPUS");
    if (corpus.isEmpty()) QSKIP("TRESEN_CORPUS is not set: calls and answers are not judged by the description of the API");
    ports::PortalAccount account;
    account.noticeSecrets = {Secret{u"s"_s}};
    BezahlRig rig{account};
    sim::PortalRig contract{rig.portal, [] { return bezahlOrder(); }, [&rig](const ports::Link& link) { rig.peer.pay(link.linkId); },
                            [&rig](const ports::Link& link) { rig.peer.note(link.linkId); }, 30'000};
    sim::checkPortalContract(contract);
    auto order = bezahlOrder(48799);
    order.summary = {{u"Inspektion"_s, Money::cents(58799), false}, {u"Anzahlung"_s, Money::cents(-10000), false}};
    OrderExtras extras;
    extras.recipient = extras.contactPerson = u"a@example.org"_s;
    extras.vin = u"WVWZZZ1KZ0TRESEN1"_s;
    extras.tags = {u"Service"_s};
    extras.customer = {u"1"_s, u"C"_s, u"F"_s, u"L"_s, u"S"_s, u"7"_s, u"50667"_s, u"Köln"_s, u"DE"_s, u"a@example.org"_s, u"1"_s};
    const auto link = rig.get(rig.portal.createWith(order, extras)).value();
    (void)rig.get(rig.portal.updatePrice(link.linkId, Money::cents(1), {}, u"k"_s));
    (void)rig.get(rig.portal.addRecipient(link.linkId, u"b@example.org"_s));
    (void)rig.get(rig.portal.removeRecipient(link.linkId, u"b@example.org"_s));
    (void)rig.get(rig.portal.attach(link.linkId, u"a.pdf"_s, "%PDF-1.7"));
    (void)rig.get(rig.portal.registerWebhook(u"https://w.example/n"_s));
    const auto hooks = rig.get(rig.portal.webhooks());
    (void)rig.get(rig.portal.removeWebhook(hooks.value().front().id));
    (void)rig.get(rig.portal.probe());
    BezahlMood mood;
    mood.linkInAnswer = false;
    rig.peer.setMood(mood);
    QVERIFY(rig.make(bezahlOrder()).ok());

    QProcess judge;
    judge.start(u"python3"_s, {QStringLiteral(TRESEN_SOURCE_DIR) + u"/tests/sim/portals/bezahl_rules.py"_s, corpus + u"/bezahl/bezahl-api-reconstructed.yaml"_s});
    QVERIFY(judge.waitForStarted());
    const auto lines = rig.peer.exchanges();
    judge.write(lines);
    // The judge bites: an order without a name, with a price that is no number, and without a token and a key.
    judge.write(R"({"method":"POST","path":"/nxt/v1/order","query":"","token":false,"key":"","type":"application/json","status":200,"body":"{\"orgId\":\"o\",\"price\":\"1\",\"odd\":1}","answer":"{\"id\":7}"})" "\n");
    judge.closeWriteChannel();
    QVERIFY(judge.waitForFinished(60'000));
    const auto verdict = judge.readAllStandardOutput();
    QVERIFY2(judge.exitCode() == 1, judge.readAllStandardError().constData());
    const auto last = verdict.trimmed().split('\n').constLast();
    QVERIFY2(last == QByteArray::number(lines.count('\n') + 1) + " exchanges, 8 violations", verdict.constData());
    QVERIFY2(!verdict.contains("POST /nxt/v1/order/") && !verdict.contains("GET "), verdict.constData());
    qInfo("%lld exchanges, 0 violations beside the planted ones", static_cast<long long>(lines.count('\n')));
}

QTEST_GUILESS_MAIN(TestBezahlPortal)
#include "tst_bezahl_portal.moc"
