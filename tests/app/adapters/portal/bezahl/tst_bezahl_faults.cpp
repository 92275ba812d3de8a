// BezahlPortal against a portal or a network that misbehaves: nothing is done twice, nothing is called paid or closed that is not, and every
// failure says whether something may have been done.
#include "tests/app/adapters/portal/bezahl/bezahl_kit.h"

using namespace tresen;
using namespace tresen::test;
using domain::LinkState;
using domain::Money;

class TestBezahlFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fault_39_answerLostAfterTheWork();
    void fault_39_retryIsTheSameToTheByte();
    void findSaysNoneOnlyForSure();
    void fault_40_keyReusedForAnotherAmount();
    void fault_36_busyAndBroken_data();
    void fault_36_busyAndBroken();
    void fault_38_unreadableAnswerToACreationIsUnclear();
    void fault_38_unreadableAnswersToReads();
    void followUpLost();
    void linkElsewhere();
    void oddAmountsAndWords();
    void cancelIsNotBelievedBlindly();
    void cancelWhileTheAnswerIsLost();
    void fault_41_listDamaged();
    void fault_44_goneAndBack();
    void clientEndsFirst();
};

void TestBezahlFaults::fault_39_answerLostAfterTheWork()
{
    BezahlRig rig;
    const auto order = bezahlOrder();
    rig.peer.web().misbehave(Mischief::AnswerLost, 1, "/nxt/v1/order", "POST");
    const auto lost = rig.make(order);
    QVERIFY(!lost.ok() && lost.error().fault == Fault::Timeout);
    QCOMPARE(rig.peer.orders(), 1);
    const auto found = rig.get(rig.portal.find(order));
    QVERIFY(found.ok() && found.value().has_value());
    const auto again = rig.make(order);
    QVERIFY(again.ok());
    QCOMPARE(again.value().linkId, found.value()->linkId);
    QCOMPARE(again.value().url, found.value()->url);
    QCOMPARE(rig.peer.orders(), 1);
}

void TestBezahlFaults::fault_39_retryIsTheSameToTheByte()
{
    BezahlRig rig;
    const auto order = bezahlOrder();
    rig.peer.web().misbehave(Mischief::NotTaken, 2, "/nxt/v1/order", "POST");
    QVERIFY(!rig.make(order).ok());
    QVERIFY(!rig.make(order).ok());
    QVERIFY(rig.make(order).ok());
    std::vector<sim::WebRequest> posts;
    for (const auto& request : rig.peer.web().requests())
        if (request.method == "POST") posts.push_back(request);
    QCOMPARE(posts.size(), std::size_t{3});
    for (const auto& post : posts) {
        QCOMPARE(post.body, posts[0].body);
        QCOMPARE(post.header("idempotency-key"), order.idempotencyKey.toLatin1());
    }
    QCOMPARE(rig.peer.orders(), 1);
}

void TestBezahlFaults::findSaysNoneOnlyForSure()
{
    BezahlRig rig;
    const auto none = rig.get(rig.portal.find(bezahlOrder()));
    QVERIFY(none.ok() && !none.value().has_value());
    QVERIFY(rig.make(bezahlOrder()).ok());
    QVERIFY(!rig.get(rig.portal.find(bezahlOrder())).value().has_value());
    BezahlMood mood;
    mood.listShowsUnique = false;
    rig.peer.setMood(mood);
    QCOMPARE(rig.get(rig.portal.find(bezahlOrder())).error().code, u"portal.find_unclear"_s);
    QCOMPARE(rig.get(rig.portal.find(bezahlOrder())).error().fault, Fault::Timeout);
    // A duplicate that cannot be found is not "refused": the order is there.
    const auto order = bezahlOrder();
    QVERIFY(rig.make(order).ok());
    const auto hidden = rig.make(order);
    QVERIFY(!hidden.ok() && hidden.error().fault == Fault::Timeout);
    rig.peer.web().misbehave(Mischief::Status, 1, "/nxt/v1/order", "GET", "503\nRetry-After: 7");
    const auto busy = rig.get(rig.portal.find(order));
    QVERIFY(!busy.ok() && busy.error().fault == Fault::Unreachable && busy.error().retryAfterMs == 7'000);
}

void TestBezahlFaults::fault_40_keyReusedForAnotherAmount()
{
    BezahlRig rig;
    auto order = bezahlOrder(5000);
    QVERIFY(rig.make(order).ok());
    order.amount = Money::cents(5001);
    const auto other = rig.make(order);
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, u"portal.key_reused"_s);
    QCOMPARE(rig.peer.orders(), 1);
}

void TestBezahlFaults::fault_36_busyAndBroken_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("retryMs");
    QTest::newRow("429") << QByteArray{"429\nRetry-After: 60"} << Fault::Unreachable << u"portal.busy"_s << 60'000;
    QTest::newRow("429 for ever") << QByteArray{"429\nRetry-After: 1000000000"} << Fault::Unreachable << u"portal.busy"_s << limits::kMaxRetryAfterMs;
    QTest::newRow("429 nonsense") << QByteArray{"429\nRetry-After: soon"} << Fault::Unreachable << u"portal.busy"_s << 0;
    QTest::newRow("503") << QByteArray{"503"} << Fault::Unreachable << u"portal.busy"_s << 0;
    QTest::newRow("500") << QByteArray{"500\n\n<html>oops</html>"} << Fault::Timeout << u"portal.server_error"_s << 0;
    QTest::newRow("502") << QByteArray{"502"} << Fault::Timeout << u"portal.server_error"_s << 0;
    QTest::newRow("401") << QByteArray{"401"} << Fault::Refused << u"portal.auth"_s << 0;
    QTest::newRow("403") << QByteArray{"403"} << Fault::Refused << u"portal.auth"_s << 0;
    QTest::newRow("422") << QByteArray{"422\n\n{\"responsemessage\":\"Betrag fehlt\"}"} << Fault::Refused << u"portal.refused"_s << 0;
    QTest::newRow("302") << QByteArray{"302\nLocation: https://evil.example/"} << Fault::Invalid << u"portal.redirect"_s << 0;
}

void TestBezahlFaults::fault_36_busyAndBroken()
{
    QFETCH(const QByteArray, status);
    QFETCH(const Fault, fault);
    QFETCH(const QString, code);
    QFETCH(const int, retryMs);
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    rig.peer.web().misbehave(Mischief::Status, 1, "/nxt/v1/order", "POST", status);
    const auto made = rig.make(bezahlOrder());
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, code);
    QCOMPARE(made.error().fault, fault);
    QCOMPARE(made.error().retryAfterMs, retryMs);
    QVERIFY(!made.error().detail.contains(rig.peer.token()));
    if (code == u"portal.refused") QVERIFY(made.error().detail.contains(u"Betrag fehlt"_s));
    rig.peer.web().misbehave(Mischief::Status, 3, "/nxt/v1/order", "GET", status);
    QCOMPARE(rig.fetch(link).error().code, code);
    QCOMPARE(rig.get(rig.portal.cancel(link.linkId)).error().code, code);
    QCOMPARE(rig.get(rig.portal.changes({})).error().code, code);
    QVERIFY(rig.fetch(link).value().state == LinkState::Open);
}

// The order may be there: never "for sure not", or the desk would make a second one.
void TestBezahlFaults::fault_38_unreadableAnswerToACreationIsUnclear()
{
    for (const auto what : {Mischief::CutBody, Mischief::Html, Mischief::GzipBomb, Mischief::NoHttp}) {
        BezahlRig rig;
        const auto order = bezahlOrder();
        rig.peer.web().misbehave(what, 1, "/nxt/v1/order", "POST");
        const auto odd = rig.make(order);
        QVERIFY2(!odd.ok() && odd.error().fault == Fault::Timeout, qPrintable(odd.ok() ? QString::number(static_cast<int>(what)) : odd.error().code));
        QVERIFY(rig.make(order).ok());
        QCOMPARE(rig.peer.orders(), 1);
    }
    // Done, but answered with something else: found again at once.
    for (const QByteArray body : {"", "[]", "{\"ok\":true}", "{\"id\":\"\"}", "{\"id\":\"a\",\"price\":NaN}", "{\"id\":\"x\",\"price\":1e400}"}) {
        BezahlRig rig;
        rig.peer.web().misbehave(Mischief::Replace, 1, "/nxt/v1/order", "POST", body);
        const auto link = rig.make(bezahlOrder());
        QVERIFY2(link.ok(), body.constData());
        QCOMPARE(rig.peer.orders(), 1);
    }
}

void TestBezahlFaults::fault_38_unreadableAnswersToReads()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    const QByteArray path = "/nxt/v1/order/" + link.linkId.toLatin1();
    const QByteArray deep = "{\"id\":" + QByteArray{1'000'000, '['};
    for (const QByteArray& body : {QByteArray{"<html>"}, QByteArray{"{\"id\":\"a\""}, QByteArray{"{\"id\":1,\"id\":2}"}, deep, QByteArray{"\xff\xfe"}, QByteArray{"{\"id\":\"a\",\"price\":1.5}"}}) {
        rig.peer.web().misbehave(Mischief::Replace, 1, path, "GET", body);
        const auto read = rig.fetch(link);
        QVERIFY(!read.ok() && read.error().fault == Fault::Invalid);
    }
    rig.peer.web().misbehave(Mischief::Html, 1, path);
    QCOMPARE(rig.fetch(link).error().code, u"portal.unreadable"_s);
    QVERIFY(rig.fetch(link).ok());
}

void TestBezahlFaults::followUpLost()
{
    BezahlRig rig;
    BezahlMood mood;
    mood.linkInAnswer = false;
    rig.peer.setMood(mood);
    QVERIFY(rig.make(bezahlOrder()).ok());
    const auto last = rig.peer.web().requests().back();
    QVERIFY(last.path.endsWith("/offline") && last.query == "link=true");
    // Made, but its page is not known yet: whatever the reason, it is not for sure undone.
    for (const QByteArray status : {"401", "404", "500", "503"}) {
        const auto order = bezahlOrder();
        rig.peer.web().misbehave(Mischief::Status, 1, "/nxt/v1/order/", "GET", status);
        const int before = rig.peer.orders();
        const auto lost = rig.make(order);
        QVERIFY(!lost.ok() && lost.error().fault == Fault::Timeout);
        QVERIFY(rig.make(order).ok());
        QCOMPARE(rig.peer.orders(), before + 1);
    }
}

void TestBezahlFaults::linkElsewhere()
{
    for (const auto& [host, code] : {std::pair{u"https://pay.bezahl.de"_s, QString{}}, {u"https://evil.example"_s, u"portal.link_host"_s}, {u"https://bezahl.de.evil.example"_s, u"portal.link_host"_s},
                                     {u"http://pay.bezahl.de"_s, u"portal.unsafe_link"_s}, {u"https://a:b@pay.bezahl.de"_s, u"portal.unsafe_link"_s}, {u"javascript:alert(1)"_s, u"portal.unsafe_link"_s}}) {
        BezahlRig rig;
        BezahlMood mood;
        mood.linkHost = host;
        rig.peer.setMood(mood);
        const auto link = rig.make(bezahlOrder());
        QCOMPARE(link.ok() ? QString{} : link.error().code, code);
        if (link.ok()) continue;
        // Nobody has that page: the order is closed at once.
        QVERIFY(rig.peer.web().requests().back().path.endsWith("/hide"));
    }
}

void TestBezahlFaults::oddAmountsAndWords()
{
    BezahlRig rig;
    BezahlMood mood;
    mood.addToPrice = 1;
    rig.peer.setMood(mood);
    const auto order = bezahlOrder(5000);
    const auto more = rig.make(order);
    QVERIFY(more.ok() && more.value().amount == Money::cents(5001));   // as the portal took it: the desk sees that it is another
    mood = {};
    mood.currency = u"CHF"_s;
    rig.peer.setMood(mood);
    QCOMPARE(rig.fetch(more.value()).error().code, u"portal.amount"_s);
    mood = {};
    mood.priceInAnswer = false;
    rig.peer.setMood(mood);
    const auto silent = rig.make(bezahlOrder(700));
    QVERIFY(silent.ok() && silent.value().amount == Money::cents(700));
    rig.peer.pay(silent.value().linkId);
    const auto paid = rig.fetch(silent.value());
    QVERIFY(paid.ok() && paid.value().movements.size() == 1 && paid.value().state == LinkState::Paid);   // by its word, and its money
}

void TestBezahlFaults::cancelIsNotBelievedBlindly()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    // The portal says yes, and nothing happened.
    rig.peer.web().misbehave(Mischief::Status, 1, "/nxt/v1/order/" + link.linkId.toLatin1() + "/hide", "POST", "200\n\n{\"responsekey\":\"order.hide.success\"}");
    const auto still = rig.get(rig.portal.cancel(link.linkId));
    QVERIFY(!still.ok());
    QCOMPARE(still.error().code, u"portal.cancel_unclear"_s);
    // Gone after it was closed is closed.
    const auto gone = rig.make(bezahlOrder()).value();
    const auto path = "/nxt/v1/order/" + gone.linkId.toLatin1();
    rig.peer.web().misbehave(Mischief::Slow, 1, path, "GET", {}, 1);
    rig.peer.web().misbehave(Mischief::Status, 1, path, "GET", "404");
    QVERIFY(rig.get(rig.portal.cancel(gone.linkId)).value() == ports::CancelOutcome::Cancelled);
    // The portal's own word for closed, which nobody knows.
    const auto worded = rig.make(bezahlOrder()).value();
    rig.peer.web().misbehave(Mischief::Slow, 1, "/nxt/v1/order/" + worded.linkId.toLatin1(), "GET", {}, 1);
    rig.peer.web().misbehave(Mischief::Replace, 1, "/nxt/v1/order/" + worded.linkId.toLatin1(), "GET", "{\"id\":\"" + worded.linkId.toLatin1() + "\",\"status\":\"abgelegt\"}");
    QVERIFY(rig.get(rig.portal.cancel(worded.linkId)).value() == ports::CancelOutcome::Cancelled);
}

void TestBezahlFaults::cancelWhileTheAnswerIsLost()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    rig.peer.web().misbehave(Mischief::AnswerLost, 1, "/nxt/v1/order/" + link.linkId.toLatin1() + "/hide", "POST");
    const auto lost = rig.get(rig.portal.cancel(link.linkId));
    QVERIFY(!lost.ok() && lost.error().fault == Fault::Timeout);
    QVERIFY(rig.get(rig.portal.cancel(link.linkId)).value() == ports::CancelOutcome::Cancelled);
    QVERIFY(rig.fetch(link).value().state == LinkState::Cancelled);
}

void TestBezahlFaults::fault_41_listDamaged()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    const auto start = rig.get(rig.portal.changes({})).value();
    QCOMPARE(start.linkIds, QStringList{link.linkId});
    for (const QByteArray body : {"{}", "<html>", "[{\"id\":", "{\"orders\":{}}"}) {
        rig.peer.web().misbehave(Mischief::Replace, 1, "/nxt/v1/order", "GET", body);
        QCOMPARE(rig.get(rig.portal.changes(start.cursor)).error().code, u"portal.unreadable"_s);
    }
    // An entry whose amount cannot be read still counts as moved: its own read will say why.
    rig.peer.web().misbehave(Mischief::Replace, 1, "/nxt/v1/order", "GET", "[{\"id\":\"" + link.linkId.toLatin1() + "\",\"price\":\"viel\"}]");
    QCOMPARE(rig.get(rig.portal.changes(start.cursor)).value().linkIds, QStringList{link.linkId});
    QCOMPARE(rig.get(rig.portal.changes(start.cursor)).value().unchanged, QStringList{link.linkId});
}

void TestBezahlFaults::fault_44_goneAndBack()
{
    BezahlRig rig;
    const auto link = rig.make(bezahlOrder()).value();
    rig.peer.web().goDown();
    const auto order = bezahlOrder();
    const auto away = rig.make(order);
    QVERIFY(!away.ok() && away.error().fault == Fault::Unreachable);
    QVERIFY(!rig.fetch(link).ok());
    rig.peer.web().comeBack();
    QVERIFY(rig.make(order).ok());
    QVERIFY(rig.fetch(link).value().state == LinkState::Open);
    rig.peer.forgetOrder(link.linkId);
    QCOMPARE(rig.fetch(link).error().fault, Fault::NotFound);
    QCOMPARE(rig.get(rig.portal.fetch(u"../user"_s)).error().code, u"portal.unknown_link"_s);
}

void TestBezahlFaults::clientEndsFirst()
{
    sim::BezahlPeer peer;
    const SystemClock clock;
    auto client = std::make_unique<net::HttpClient>();
    ports::PortalAccount account;
    BezahlPortal portal{*client, BezahlRig::filled(account, peer), clock};
    peer.web().misbehave(Mischief::Silent, -1);
    auto waiting = portal.create(bezahlOrder());
    QVERIFY(QTest::qWaitFor([&peer] { return !peer.web().requests().empty(); }, 10'000));
    client.reset();
    QVERIFY(QTest::qWaitFor([&waiting] { return waiting.isFinished(); }, 10'000));
    QVERIFY(waiting.isCanceled() || !waiting.result().ok());
}

QTEST_GUILESS_MAIN(TestBezahlFaults)
#include "tst_bezahl_faults.moc"
