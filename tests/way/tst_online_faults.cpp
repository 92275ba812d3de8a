// The faults of the network against a whole desk: portal, journal and board together; numbered as in the list of faults. Whatever a portal does, nothing
// is booked that was not read, nothing is booked twice, and no row is green without fresh knowledge. Figures are bounds, not aims.
#include "app/main/receiver.h"
#include "app/net/seal.h"
#include "tests/app/net/net_kit.h"
#include "tests/way/linked_shop.h"
#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using domain::BoardState;
using domain::Light;
using domain::RequestState;
using sim::Mischief;

namespace {

const QByteArray kLinks = "/v2/payment-links";

} // namespace

class TstOnlineFaults : public QObject, test::LinkedShop {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeShop(); }
    void fault_15_theSameNewsTwice();
    void fault_17_newsOfALinkNobodyKnows();
    void fault_18_anotherAmount_data();
    void fault_18_anotherAmount();
    void fault_19_takenBackAfterTheKeyWent();
    void fault_19_whatHappensAfterTheKeyWentIsLearned();
    void fault_19_aPaymentNoLongerListed();
    void fault_20_paidWhileTheDeskTakesCash();
    void fault_36_busyPortalIsLeftAlone_data();
    void fault_36_busyPortalIsLeftAlone();
    void fault_37_whatNeverEndsIsEnded_data();
    void fault_37_whatNeverEndsIsEnded();
    void fault_38_unreadableChangesNothing_data();
    void fault_38_unreadableChangesNothing();
    void fault_39_doneButNotHeard();
    void fault_40_aForgottenKeyIsNotTrusted();
    void fault_40_refusedForGoodIsNotAskedAgain();
    void fault_41_aPlaceThatIsGone();
    void fault_41_theListMovesWhileItIsRead();
    void fault_42_noticesThatProveNothing();
    void fault_44_downAndBack();

private:
    void pay() { QVERIFY(m_peer->act(u"pay"_s, m_link, u"card"_s)); }
    int asked(const QByteArray& method, const QByteArray& path) const
    {
        const auto all = m_peer->web().requests();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const sim::WebRequest& r) { return r.method == method && r.path.startsWith(path); }));
    }
    domain::OpenItem item() const { return m_shop->item(m_invoice); }
    domain::BoardRow row() const { return m_shop->row(m_invoice); }
    Light light() const { return m_shop->light(m_invoice); }
};

void TstOnlineFaults::init()
{
    QCOMPARE(openShop(), QString{});
    QVERIFY(m_shop->round().ok());
    m_peer->web().forget();
}

void TstOnlineFaults::fault_15_theSameNewsTwice()
{
    pay();
    auto& h = *m_shop->house;
    for (int i = 0; i < 3; ++i) h.sync->nudge(u"mollie"_s, {m_link});
    for (int i = 0; i < 3; ++i) QVERIFY(m_shop->round().ok());
    QTRY_COMPARE(row().state, BoardState::Paid);
    QCOMPARE(item().payments.size(), 1u);
    const auto keep = [&] { return store::test::got(h.journal->keepNotice(u"mollie"_s, {u"evt_1"_s}, {m_link}, "raw", {}, m_clock->now())).value(); };
    QCOMPARE(keep(), 1);
    QCOMPARE(keep(), 0);
    QVERIFY(store::test::got(h.journal->verify()).value().ok());
}

void TstOnlineFaults::fault_17_newsOfALinkNobodyKnows()
{
    // A link that somebody else has made with the same account, and paid.
    auto* portal = m_shop->house->portals.find(u"mollie"_s);
    ports::LinkOrder order;
    order.idempotencyKey = order.reference = u"11111111-2222-4333-8444-555555555555"_s;
    order.amount = domain::Money::cents(500);
    order.invoiceNumber = u"elsewhere"_s;
    const auto made = store::test::got(portal->create(order));
    QVERIFY(made.ok());
    const auto foreign = made.value().linkId;
    QVERIFY(m_peer->act(u"pay"_s, foreign));
    m_peer->web().forget();
    const auto before = item();
    m_shop->house->sync->nudge(u"mollie"_s, {foreign});
    QTest::qWait(200);
    QCOMPARE(asked("GET", kLinks + '/' + foreign.toLatin1()), 0);   // nobody asked for it
    QVERIFY(m_shop->round().ok());
    QCOMPARE(asked("GET", kLinks + '/' + foreign.toLatin1()), 0);
    QCOMPARE(item().payments.size(), before.payments.size());
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{});
    // Kept all the same: who looks for it later finds it.
    QCOMPARE(store::test::got(m_shop->house->journal->keepNotice(u"mollie"_s, {u"evt_9"_s}, {foreign}, "raw", {}, m_clock->now())).value(), 1);
    QCOMPARE(store::test::got(m_shop->house->journal->noticesAfter(0)).value().front().linkIds, QStringList{foreign});
}

void TstOnlineFaults::fault_18_anotherAmount_data()
{
    QTest::addColumn<QString>("twist");
    QTest::addColumn<int>("state");
    QTest::newRow("less") << u"payment_amount=100.00"_s << static_cast<int>(BoardState::Part);
    QTest::newRow("more") << u"payment_amount=299.90"_s << static_cast<int>(BoardState::Overpaid);
}

void TstOnlineFaults::fault_18_anotherAmount()
{
    QFETCH(QString, twist);
    QFETCH(int, state);
    pay();
    QVERIFY(m_peer->act(u"twist"_s, {}, twist));
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, static_cast<BoardState>(state));
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{u"payment.wrong_amount"_s});
    QVERIFY(item().paid != domain::Money::cents(kAsked));   // what was paid, not what was meant
}

void TstOnlineFaults::fault_19_takenBackAfterTheKeyWent()
{
    pay();
    QVERIFY(m_shop->round().ok());
    QCOMPARE(light(), Light::Green);
    const auto gone = sim::answered<services::KeyOutlook>([&](auto done) { m_shop->house->keys->release(m_invoice, u"Herr Öztürk"_s, false, {}, std::move(done)); });
    QVERIFY(gone.ok());
    QVERIFY(m_peer->act(u"chargeback"_s, m_link));
    m_clock->advance(6 * 60'000);   // refunds and chargebacks are looked at every few minutes
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, BoardState::Reversed);
    QCOMPARE(row().reason, u"reversed.key_gone"_s);
    QCOMPARE(light(), Light::Red);
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{u"payment.chargeback"_s});
    QCOMPARE(item().payments.size(), 2u);   // what came and what went, both stand
    QVERIFY(m_peer->act(u"reverse"_s, m_link));
    m_clock->advance(6 * 60'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(item().paid, domain::Money::cents(kAsked));
}

void TstOnlineFaults::fault_19_whatHappensAfterTheKeyWentIsLearned()
{
    // The key went by a person's word, the link stayed open: when the owner pays at home it is seen.
    const auto let = [&](const domain::InvoiceId& invoice, const QString& why) {
        return sim::answered<services::KeyOutlook>([&](auto done) { m_shop->house->keys->release(invoice, u"Herr Öztürk"_s, false, why, std::move(done)); });
    };
    QVERIFY(let(m_invoice, u"Stammkunde, zahlt heute Abend"_s).ok());
    QCOMPARE(row().state, BoardState::HandedOver);
    pay();
    m_clock->advance(60'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(item().payments.size(), 1u);
    // Nothing is watched any more; a refund that a clerk makes at the portal is learned by the feed all the same, also by a program that starts anew.
    m_shop->house.reset();
    QCOMPARE(m_shop->open(), QString{});
    QCOMPARE(m_shop->connectAgain(u"mollie"_s, sim::MollieWorld::liveKey()), QString{});
    QVERIFY(m_peer->act(u"refund"_s, m_link, u"5000"_s));
    QVERIFY(m_peer->act(u"settle"_s, m_link));
    m_clock->advance(6 * 60'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(item().paid, domain::Money::cents(kAsked - 5'000));
}

void TstOnlineFaults::fault_19_aPaymentNoLongerListed()
{
    pay();
    QVERIFY(m_shop->round().ok());
    QCOMPARE(light(), Light::Green);
    m_peer->web().misbehave(Mischief::Replace, -1, kLinks + '/' + m_link.toLatin1() + "/payments", "GET", R"({"count":0,"_embedded":{"payments":[]},"_links":{"next":null}})");
    m_clock->advance(1'000);
    QVERIFY(m_shop->refresh(m_invoice).ok());
    QCOMPARE(item().paid, domain::Money::cents(kAsked));   // no money is moved by silence
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{u"payment.vanished"_s});
    QVERIFY(light() != Light::Green);
    QCOMPARE(row().reason, u"paid.doubted"_s);
    m_clock->advance(1'000);
    QVERIFY(m_shop->refresh(m_invoice).ok());
    QCOMPARE(item().tasksEver.size(), 1);                  // told once
    const auto gone = sim::answered<services::KeyOutlook>([&](auto done) { m_shop->house->keys->release(m_invoice, u"Herr Öztürk"_s, false, {}, std::move(done)); });
    QVERIFY(!gone.ok());
    QCOMPARE(gone.error().code, u"key.unclear"_s);
}

void TstOnlineFaults::fault_20_paidWhileTheDeskTakesCash()
{
    // Paid a moment before: nothing is taken.
    pay();
    const auto refused = m_shop->payCash(m_invoice, kAsked);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().code == u"pay.paid_online" || refused.error().code == u"pay.already_settled", qPrintable(refused.error().code));
    QCOMPARE(item().payments.size(), 1u);
    // The portal cannot be asked, cash is taken on a person's word, and then the owner's money comes: both stand, and somebody has to give one back.
    const auto second = m_shop->take(u"R-2"_s, kAsked, u"M-CD 5678"_s);
    QVERIFY(m_shop->request(second).ok());
    const auto link = m_shop->linkOf(second);
    m_peer->web().goDown();
    QVERIFY(!m_shop->payCash(second, kAsked).ok());
    const auto forced = m_shop->payCash(second, kAsked, u"Das Portal antwortet nicht"_s);
    QVERIFY2(forced.ok(), forced.ok() ? "" : qPrintable(forced.error().code));
    m_peer->web().comeBack();
    QVERIFY(m_peer->act(u"pay"_s, link));
    m_clock->advance(10 * 60'000);
    QVERIFY(m_shop->runOutbox().ok());
    QVERIFY(m_shop->round().ok());
    QCOMPARE(m_shop->row(second).state, BoardState::Overpaid);
    QCOMPARE(m_shop->item(second).payments.size(), 2u);
    QVERIFY(m_shop->tasksOf(second).contains(u"payment.double"_s));
}

void TstOnlineFaults::fault_36_busyPortalIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("atLeastMs");
    QTest::addColumn<int>("atMostMs");
    QTest::newRow("seconds") << QByteArray{"429\nRetry-After: 60"} << 60'000 << 72'000;
    QTest::newRow("no time") << QByteArray{"429"} << 2'000 << 2'400;
    QTest::newRow("nonsense") << QByteArray{"503\nRetry-After: soon"} << 2'000 << 2'400;
    QTest::newRow("for ever") << QByteArray{"503\nRetry-After: 1000000000"} << limits::kMaxRetryAfterMs << limits::kMaxRetryAfterMs * 6 / 5;
    for (const char* status : {"500", "502"}) QTest::newRow(status) << QByteArray{status} << 2'000 << 2'400;
}

void TstOnlineFaults::fault_36_busyPortalIsLeftAlone()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, atLeastMs);
    QFETCH(int, atMostMs);
    pay();
    m_peer->web().misbehave(Mischief::Status, 1, kLinks, "GET", answer);
    QVERIFY(m_shop->round().ok());
    const auto pause = m_shop->house->sync->gate().pausedUntil(u"mollie"_s).ms - m_clock->now().ms;
    QVERIFY2(pause >= atLeastMs && pause <= atMostMs, qPrintable(QString::number(pause)));
    QCOMPARE(item().payments.size(), 0u);
    const auto before = m_peer->web().requests().size();
    QVERIFY(m_shop->round().ok());
    QCOMPARE(m_peer->web().requests().size(), before);   // left alone
    m_clock->advance(pause + 1);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, BoardState::Paid);              // and right again with the first answer
}

void TstOnlineFaults::fault_37_whatNeverEndsIsEnded_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("silent") << static_cast<int>(Mischief::Silent) << QByteArray{};
    QTest::newRow("a byte now and then") << static_cast<int>(Mischief::Trickle) << QByteArray{};
    QTest::newRow("endless body") << static_cast<int>(Mischief::Endless) << QByteArray{};
    QTest::newRow("gzip bomb") << static_cast<int>(Mischief::GzipBomb) << QByteArray{};
}

void TstOnlineFaults::fault_37_whatNeverEndsIsEnded()
{
    QFETCH(int, what);
    QFETCH(QByteArray, detail);
    pay();
    const auto before = item();
    m_peer->web().misbehave(static_cast<Mischief>(what), 1, kLinks + '/', "GET", detail);
    const qint64 atStart = test::residentBytes();
    qint64 most = atStart, longestTick = 0;
    QElapsedTimer since, tick;
    since.start(), tick.start();
    auto answer = std::make_shared<std::optional<Result<Ok>>>();
    m_shop->house->sync->refresh(m_invoice, [answer](const Result<Ok>& r) { *answer = r; });
    QVERIFY(QTest::qWaitFor([&] {
        longestTick = std::max(longestTick, tick.restart());
        most = std::max(most, test::residentBytes());
        return answer->has_value();
    }, limits::kClientDeadlineMs + 5'000));
    qInfo("ended after %lld ms, %lld kB more memory, the desk waited %lld ms at most", since.elapsed(), (most - atStart) / 1024, longestTick);
    QVERIFY(!(*answer)->ok());
    QVERIFY(since.elapsed() < limits::kClientDeadlineMs + 3'000);
    QVERIFY2(most - atStart < test::kMaxGrowth, qPrintable(QString::number(most - atStart)));
    QVERIFY(item() == before);
    m_clock->advance(10 * 60'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, BoardState::Paid);
}

void TstOnlineFaults::fault_38_unreadableChangesNothing_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& body) { QTest::newRow(name) << static_cast<int>(Mischief::Replace) << body; };
    QTest::newRow("a page of the hotel") << static_cast<int>(Mischief::Html) << QByteArray{};
    QTest::newRow("half an answer") << static_cast<int>(Mischief::CutBody) << QByteArray{};
    QTest::newRow("another protocol") << static_cast<int>(Mischief::NoHttp) << QByteArray{};
    row("nothing", "");
    row("cut JSON", R"({"resource":"payment-link","id":"pl_1","paidAt":"2026-)");
    row("wrong types", R"({"resource":"payment-link","id":7,"mode":true,"amount":"199.90","paidAt":[]})");
    row("NaN", R"({"resource":"payment-link","id":"pl_1","mode":"live","amount":{"currency":"EUR","value":NaN}})");
    row("beyond all numbers", R"({"resource":"payment-link","id":"pl_1","mode":"live","amount":{"currency":"EUR","value":1e400}})");
    row("a name twice", R"({"id":"pl_1","id":"pl_2","mode":"live","paidAt":"2026-11-23T11:00:00+00:00"})");
    row("a million deep", QByteArray(1'000'000, '['));
    row("a list", "[]");
    row("no text at all", QByteArray::fromHex("fffe00d8c328ff"));
}

void TstOnlineFaults::fault_38_unreadableChangesNothing()
{
    QFETCH(int, what);
    QFETCH(QByteArray, body);
    pay();
    const auto before = item();
    const auto link = QByteArray{kLinks + '/' + m_link.toLatin1()};
    for (const auto& path : {link, QByteArray{link + "/payments"}}) {
        m_peer->web().misbehave(static_cast<Mischief>(what), -1, path, "GET", body);   // a kept connection that ends is asked once more
        const auto read = m_shop->refresh(m_invoice);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().code.contains(u'.'), qPrintable(read.error().code));   // a named reason
        QVERIFY(item() == before);
        m_peer->web().behave();
    }
    m_clock->advance(10 * 60'000);
    m_peer->web().misbehave(static_cast<Mischief>(what), 1, kLinks, "GET", body);               // the list itself
    QVERIFY(m_shop->round().ok());
    m_clock->advance(10 * 60'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, BoardState::Paid);
    QCOMPARE(item().payments.size(), 1u);
}

void TstOnlineFaults::fault_39_doneButNotHeard()
{
    const auto second = m_shop->take(u"R-2"_s, 5'000, u"M-CD 5678"_s);
    m_peer->web().misbehave(Mischief::AnswerLost, 2, kLinks, "POST");
    QVERIFY(!m_shop->request(second).ok());
    QCOMPARE(m_shop->row(second).state, BoardState::Unknown);
    for (int i = 0; i < 3; ++i) {
        m_clock->advance(60'000);
        QVERIFY(m_shop->runOutbox().ok());
    }
    QCOMPARE(m_shop->item(second).requests.back().state, RequestState::Open);
    QCOMPARE(m_peer->with([](sim::MollieWorld& world) { return world.links(); }), 2u);
    QSet<QByteArray> keys, bodies;
    const auto all = m_peer->web().requests();
    for (const auto& r : all)
        if (r.method == "POST") keys << r.header("idempotency-key"), bodies << r.body;
    QCOMPARE(asked("POST", kLinks), 3);
    QCOMPARE(keys.size(), 1);      // the same key …
    QCOMPARE(bodies.size(), 1);    // … and the same bytes
}

void TstOnlineFaults::fault_40_aForgottenKeyIsNotTrusted()
{
    const auto second = m_shop->take(u"R-2"_s, 5'000, u"M-CD 5678"_s);
    m_peer->web().misbehave(Mischief::AnswerLost, 1, kLinks, "POST");
    QVERIFY(!m_shop->request(second).ok());
    m_clock->advance(25 * 3'600'000LL);          // a day later no portal knows the key any more
    QVERIFY(m_shop->runOutbox().ok());
    QCOMPARE(asked("POST", kLinks), 1);          // looked for, not made again
    QCOMPARE(m_shop->item(second).requests.back().state, RequestState::Open);
    QCOMPARE(m_peer->with([](sim::MollieWorld& world) { return world.links(); }), 2u);
}

void TstOnlineFaults::fault_40_refusedForGoodIsNotAskedAgain()
{
    for (const QByteArray& answer : {QByteArray{"422\n\n{\"status\":422,\"title\":\"Unprocessable Entity\",\"detail\":\"This idempotency key was used with another request\"}"}, QByteArray{"409\n\n{}"}}) {
        m_peer->web().forget();
        const auto number = u"R-4"_s + QString::fromLatin1(answer.left(3));
        const auto other = m_shop->take(number, 5'000, u"M-EF "_s + QString::fromLatin1(answer.left(3)));
        m_peer->web().misbehave(Mischief::Status, 1, kLinks, "POST", answer);
        QVERIFY(!m_shop->request(other).ok());
        m_clock->advance(60'000);
        QVERIFY(m_shop->runOutbox().ok());
        QCOMPARE(asked("POST", kLinks), 1);
        QCOMPARE(m_shop->item(other).requests.back().state, RequestState::Failed);
    }
}

void TstOnlineFaults::fault_41_aPlaceThatIsGone()
{
    auto& h = *m_shop->house;
    for (const auto& place : {u"not a place"_s, QString{20'000, u'x'}, u"{\"v\":99}"_s}) {
        QVERIFY(store::test::got(h.journal->keepPlace(u"mollie"_s, place, m_clock->now())).ok());
        sim::OnlineHouse again{m_shop->profile(), *m_clock};   // a program that starts with this place
        QCOMPARE(again.open(), QString{});
        QCOMPARE(again.connectAgain(u"mollie"_s, sim::MollieWorld::liveKey()), QString{});
        const auto read = again.round();
        QVERIFY(read.ok());
        QVERIFY(store::test::got(again.house->journal->place(u"mollie"_s)).value() != place);
    }
    pay();
    m_clock->advance(1'000);
    QVERIFY(m_shop->round().ok());
    QCOMPARE(row().state, BoardState::Paid);
}

void TstOnlineFaults::fault_41_theListMovesWhileItIsRead()
{
    m_peer->with([](sim::MollieWorld& world) { world.setPageSize(2); return 0; });
    std::vector<domain::InvoiceId> invoices{m_invoice};
    for (int i = 2; i <= 6; ++i) {
        invoices.push_back(m_shop->take(u"R-%1"_s.arg(i), 1'000 * i, u"M-CD %1"_s.arg(i)));
        QVERIFY(m_shop->request(invoices.back()).ok());
        if (i % 2 == 0) QVERIFY(m_shop->round().ok());   // the list grows between two looks, and every page is short
    }
    for (const auto& invoice : invoices) QVERIFY(m_peer->act(u"pay"_s, m_shop->linkOf(invoice)));
    for (int i = 0; i < 3; ++i) {
        m_clock->advance(60'000);
        QVERIFY(m_shop->round().ok());
    }
    for (const auto& invoice : invoices) {
        QCOMPARE(m_shop->row(invoice).state, BoardState::Paid);
        QCOMPARE(m_shop->item(invoice).payments.size(), 1u);
    }
}

void TstOnlineFaults::fault_42_noticesThatProveNothing()
{
    auto& h = *m_shop->house;
    QCOMPARE(m_shop->connectAgain(u"stripe"_s, u"sk_live_simulatedKeyOfTheTests"_s, {{services::noticeSecretName(u"stripe"_s), u"whsec_one"_s}}), QString{});
    QVERIFY(h.portals.find(u"stripe"_s));
    app::Receiver receiver{h, {QHostAddress{QHostAddress::LocalHost}, 0, sim::OnlineHouse::pathSecret(), {}}};
    const auto port = receiver.listen();
    QVERIFY(port.ok());
    int turnedAway = 0, fresh = 0;
    connect(&receiver, &app::Receiver::turnedAway, this, [&turnedAway] { ++turnedAway; });
    connect(&receiver, &app::Receiver::kept, this, [&fresh](const QString&, int, int n) { fresh += n; });
    const QByteArray body = R"({"id":"evt_1","object":"event","type":"checkout.session.completed","livemode":true,"created":1795431600,"data":{"object":{"object":"checkout.session","payment_link":"plink_1"}}})";
    const auto seal = [&](qint64 ageS, const QByteArray& secret, const QByteArray& over) {
        const auto seconds = QByteArray::number(m_clock->now().ms / 1'000 - ageS);
        return QByteArray{"Stripe-Signature: t=" + seconds + ",v1=" + net::hmacSha256(Secret{QString::fromLatin1(secret)}, QByteArray{seconds + '.' + over}).toHex() + "\r\n"};
    };
    const auto post = [&](const QByteArray& header, const QString& path) { return sim::statusOfPost(port.value(), path, header, body); };
    const auto path = receiver.pathOf(u"stripe"_s);
    QCOMPARE(post({}, path), "401"_ba);                                        // missing
    QCOMPARE(post(seal(0, "whsec_two", body), path), "401"_ba);                // of somebody else
    QCOMPARE(post(seal(0, "whsec_one", body + ' '), path), "401"_ba);          // over other bytes
    QCOMPARE(post(seal(3'600, "whsec_one", body), path), "401"_ba);            // an old one, sent again
    QCOMPARE(post(seal(0, "whsec_one", body), u"/notice/guess/stripe"_s), "404"_ba);
    QCOMPARE(turnedAway, 4);
    QCOMPARE(fresh, 0);
    QVERIFY(store::test::got(h.journal->noticesAfter(0)).value().empty());
    QCOMPARE(post(seal(0, "whsec_one", body), path), "200"_ba);
    QCOMPARE(post(seal(0, "whsec_one", body), path), "200"_ba);                // the same again: taken, and nothing new
    QTRY_COMPARE(fresh, 1);
    QCOMPARE(store::test::got(h.journal->noticesAfter(0)).value().size(), 1u);
    QCOMPARE(item().payments.size(), 0u);
}

void TstOnlineFaults::fault_44_downAndBack()
{
    pay();
    QVERIFY(m_shop->round().ok());
    QCOMPARE(light(), Light::Green);
    m_peer->web().goDown();
    int greens = 0;
    for (int s = 0; s < 600; s += 15) {          // ten minutes without a portal
        m_clock->advance(15'000);
        QVERIFY(m_shop->round().ok());
        if (s >= 60) greens += light() == Light::Green;
    }
    QCOMPARE(greens, 0);
    QCOMPARE(item().paid, domain::Money::cents(kAsked));
    m_peer->web().comeBack();
    m_clock->set(std::max(m_clock->now(), m_shop->house->sync->gate().pausedUntil(u"mollie"_s)).plusMs(1));
    QVERIFY(m_shop->round().ok());
    QCOMPARE(light(), Light::Green);             // with the first look
}

QTEST_MAIN(TstOnlineFaults)
#include "tst_online_faults.moc"
