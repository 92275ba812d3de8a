// SumUp's bytes: amounts as digits both ways, what is refused, what a checkout's transactions make of it, cursors and notices.
#include "tests/app/adapters/portal/sumup/sumup_kit.h"
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::sumup;
using namespace Qt::Literals::StringLiterals;

namespace {

// Quotes are written as ' here: moc 6.4 loses its way in raw strings.
QByteArray q(QByteArray text) { return text.replace('\'', '"'); }

QByteArray checkoutText(const QByteArray& amount = "199.9", const QByteArray& more = {})
{
    return q("{'id':'c-1','checkout_reference':'ref-1','merchant_code':'MSIM42C7','currency':'EUR','amount':" + amount
             + ",'status':'PENDING','hosted_checkout_url':'https://checkout.sumup.com/pay/x'" + more + "}");
}

QByteArray transactionText(const QByteArray& more = {})
{
    return q("{'id':'t-1','status':'SUCCESSFUL','currency':'EUR','amount':199.9,'timestamp':'2026-01-02T03:04:05.678Z','payment_type':'ECOM'" + more + "}");
}

SumUpTransaction transaction(const QString& status)
{
    SumUpTransaction out;
    out.id = u"t-"_s + status;
    out.status = status;
    out.amount = domain::Money::cents(19990);
    if (status != u"SUCCESSFUL") out.events.push_back({domain::PortalMovement::Kind::Refund, domain::PortalMovement::Stage::Final, u"1"_s, domain::Money::cents(5), {}});
    return out;
}

const Instant kNow{1'790'000'000'000};

} // namespace

class TestSumUpCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](qint64 cents, const QByteArray& written, const QByteArray& read) { QTest::newRow(read.constData()) << cents << written << read; };
        row(1, "0.01", "0.01");
        row(1, "0.01", "1e-2");
        row(10, "0.10", "0.1");
        row(29, "0.29", "0.29");
        row(57, "0.57", "0.570");
        row(19990, "199.90", "199.9");
        row(19990, "199.90", "199.90");
        row(19990, "199.90", "1.999E2");
        row(10'000'000, "100000.00", "100000");
        row(10'000'000, "100000.00", "1e+5");
        row(10'000'000, "100000.00", "100000.0");
        row(9'999'999'999'999, "99999999999.99", "99999999999.99");
    }
    void amounts()
    {
        QFETCH(qint64, cents);
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, read);
        const auto checkout = readCheckout(checkoutText(read));
        QVERIFY(checkout.ok());
        QVERIFY(checkout.value().amount == domain::Money::cents(cents));
        const auto order = sim::payableOrder(cents);
        QVERIFY(createBody(order, u"M"_s).contains("\"amount\":" + written + ','));
        QCOMPARE(refundBody({u"k"_s, u"c"_s, u"t"_s, order.amount, order.amount, {}}), "{\"amount\":" + written + '}');
        QVERIFY(readCheckout(createBody(order, u"M"_s)).error().detail == u"id");   // it is JSON, read by the same strict reader
    }

    void unreadableAmounts_data()
    {
        QTest::addColumn<QByteArray>("amount");
        for (const QByteArray amount : {"199.901", "0.001", "1e-3", "1e400", "NaN", "'199.90'", "null", "1e14", "100000000000", "[]", "01.00", "1,99"})
            QTest::newRow(amount.constData()) << amount;
    }
    void unreadableAmounts()
    {
        QFETCH(QByteArray, amount);
        const auto checkout = readCheckout(checkoutText(amount));
        QVERIFY(!checkout.ok());
        QCOMPARE(checkout.error().code, u"portal.unreadable"_s);
    }

    void fault_38_unreadableCheckouts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray{"<html>"};
        QTest::newRow("list") << QByteArray{"[]"};
        QTest::newRow("cut") << checkoutText().chopped(3);
        QTest::newRow("id twice") << checkoutText("1", ",'id':'c-2'");
        QTest::newRow("path in the id") << checkoutText().replace("c-1", "../x");
        QTest::newRow("no status") << checkoutText().replace("status", "state");
        QTest::newRow("lower case currency") << checkoutText().replace("EUR", "eur");
        QTest::newRow("transactions are no list") << checkoutText("1", ",'transactions':{}");
        QTest::newRow("a transaction without amount") << checkoutText("1", ",'transactions':[{'id':'t','status':'FAILED','currency':'EUR'}]");
        QTest::newRow("end without offset") << checkoutText("1", ",'valid_until':'2026-01-01T00:00:00'");
        QTest::newRow("path in the transaction") << checkoutText("1", ",'transaction_id':'../x'");
        QTest::newRow("too many tries") << checkoutText("1", ",'transactions':[" + transactionText() + ("," + transactionText()).repeated(limits::kMaxPortalMovements) + "]");
    }
    void fault_38_unreadableCheckouts()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(readCheckout(body).error().code, u"portal.unreadable"_s);
    }

    void linkIsWhatWasAskedFor()
    {
        auto order = sim::payableOrder();
        order.reference = u"ref-1"_s;
        const auto code = [&](auto change) {
            auto checkout = readCheckout(checkoutText()).value();
            change(checkout);
            const auto link = linkFor(checkout, order, u"MSIM42C7"_s, {u"*.sumup.com"_s});
            return link.ok() ? QString{} : link.error().code;
        };
        QCOMPARE(code([](auto&) {}), QString{});
        QCOMPARE(code([](auto& c) { c.amount = domain::Money::cents(19991); }), u"portal.amount"_s);
        QCOMPARE(code([](auto& c) { c.amount = domain::Money::cents(19990, domain::Currency::fromCode(u"USD"_s).value()); }), u"portal.amount"_s);
        QCOMPARE(code([](auto& c) { c.merchantCode = u"OTHER"_s; }), u"portal.account"_s);
        QCOMPARE(code([](auto& c) { c.reference = u"ref-2"_s; }), u"portal.unreadable"_s);
        QCOMPARE(code([](auto& c) { c.url.clear(); }), u"portal.unreadable"_s);
        QCOMPARE(code([](auto& c) { c.url = u"https://evil.example/x"_s; }), u"portal.link_host"_s);
        QCOMPARE(code([](auto& c) { c.url = u"https://checkout.sumup.com@evil.example/x"_s; }), u"portal.unsafe_link"_s);
        QCOMPARE(code([](auto& c) { c.url = u"http://checkout.sumup.com/x"_s; }), u"portal.unsafe_link"_s);
        QCOMPARE(createBody(order, u"M"_s), createBody(order, u"M"_s));
        order.expiresAt = kNow;
        QVERIFY(createBody(order, u"M"_s).contains("\"valid_until\":\"2026-09-21T14:13:20+00:00\""));
        order.invoiceNumber = u"R\"1\\\n[x]"_s;
        QVERIFY(net::parseJson(createBody(order, u"M"_s)).ok());
        QVERIFY(!tagOf(descriptionOf(order)).isEmpty() && tagOf(u"Kaffee"_s).isEmpty());
    }

    void states_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QStringList>("tries");
        QTest::addColumn<qint64>("validUntil");
        QTest::addColumn<int>("state");
        using S = domain::LinkState;
        const auto row = [](const char* name, const QString& status, const QStringList& tries, qint64 until, S state) {
            QTest::newRow(name) << status << tries << until << static_cast<int>(state);
        };
        row("new", u"PENDING"_s, {}, 0, S::Open);
        row("failed once", u"FAILED"_s, {u"FAILED"_s}, 0, S::Open);
        row("given up", u"PENDING"_s, {u"CANCELLED"_s}, 0, S::Open);
        row("under way", u"PENDING"_s, {u"PENDING"_s}, 0, S::InFlight);
        row("failed, and again under way", u"FAILED"_s, {u"FAILED"_s, u"PENDING"_s}, 0, S::InFlight);
        row("closed, and under way", u"EXPIRED"_s, {u"PENDING"_s}, 0, S::InFlight);
        row("paid", u"PAID"_s, {u"SUCCESSFUL"_s}, 0, S::Paid);
        row("paid and refunded", u"PAID"_s, {u"REFUNDED"_s}, 0, S::Paid);
        row("charged back", u"PAID"_s, {u"CHARGE_BACK"_s}, 0, S::Paid);
        row("paid, says pending", u"PENDING"_s, {u"SUCCESSFUL"_s}, 0, S::Paid);
        row("paid late", u"EXPIRED"_s, {u"SUCCESSFUL"_s}, 1, S::Paid);
        row("paid, and another try", u"PAID"_s, {u"PENDING"_s, u"SUCCESSFUL"_s}, 0, S::Paid);
        row("closed", u"EXPIRED"_s, {}, 0, S::Cancelled);
        row("closed before its time", u"EXPIRED"_s, {}, kNow.ms + 1, S::Cancelled);
        row("at its end", u"EXPIRED"_s, {}, kNow.ms, S::Expired);
        row("says paid, shows nothing", u"PAID"_s, {}, 0, S::Unknown);
        row("says paid, shows a failed try", u"PAID"_s, {u"FAILED"_s}, 0, S::Unknown);
        row("unknown word", u"ON_HOLD"_s, {}, 0, S::Unknown);
        row("unknown word of a try", u"PENDING"_s, {u"REVIEWING"_s}, 0, S::Unknown);
        row("unknown word beside a paid one", u"ON_HOLD"_s, {u"REVIEWING"_s, u"SUCCESSFUL"_s}, 0, S::Paid);
    }
    void states()
    {
        QFETCH(QString, status);
        QFETCH(QStringList, tries);
        QFETCH(qint64, validUntil);
        QFETCH(int, state);
        auto checkout = readCheckout(checkoutText()).value();
        checkout.status = status;
        checkout.validUntil = Instant{validUntil};
        std::vector<SumUpTransaction> read;
        for (const auto& one : std::as_const(tries)) {
            checkout.transactions.push_back(transaction(one));
            if (checkout.transactions.back().broughtMoney()) read.push_back(transaction(one));
        }
        const auto snapshot = snapshotOf(checkout, read, kNow);
        QVERIFY(snapshot.ok());
        QCOMPARE(static_cast<int>(snapshot.value().state), state);
        QCOMPARE(snapshot.value().opened, !tries.isEmpty());
    }

    void movements()
    {
        const auto checkout = readCheckout(checkoutText()).value();
        const auto t = readTransaction(transactionText(",'entry_mode':'APPLE_PAY','transaction_events':["
                                                       "{'id':1,'event_type':'PAYOUT','status':'PAID_OUT','amount':190.1},"
                                                       "{'id':2,'event_type':'REFUND','status':'REFUNDED','amount':5,'timestamp':'2026-01-03T00:00:00Z'},"
                                                       "{'id':3,'event_type':'REFUND','status':'PENDING','amount':0.29},"
                                                       "{'id':4,'event_type':'REFUND','status':'FAILED','amount':1},"
                                                       "{'id':5,'event_type':'REFUND','status':'HOVERING','amount':1},"
                                                       "{'id':6,'event_type':'CHARGE_BACK','status':'SUCCESSFUL','amount':100},"
                                                       "{'id':7,'event_type':'SOMETHING_NEW','status':'X'}],'events':[{'id':2,'type':'REFUND','status':'REFUNDED','amount':5}]"));
        QVERIFY(t.ok());
        const auto snapshot = snapshotOf(checkout, {t.value()}, kNow);
        using M = domain::PortalMovement;
        const auto& m = snapshot.value().movements;
        QCOMPARE(m.size(), std::size_t{6});
        QVERIFY((m[0] == M{M::Kind::Payment, u"t-1"_s, u"t-1"_s, u"applepay"_s, domain::Money::cents(19990), Instant::fromIso(u"2026-01-02T03:04:05.678Z"_s), M::Stage::Final}));
        QVERIFY((m[1] == M{M::Kind::Refund, u"2"_s, u"t-1"_s, u"applepay"_s, domain::Money::cents(500), Instant::fromIso(u"2026-01-03T00:00:00Z"_s), M::Stage::Final}));
        QVERIFY(m[2].stage == M::Stage::Pending && m[2].amount == domain::Money::cents(29));
        QVERIFY(m[3].stage == M::Stage::Failed && m[4].stage == M::Stage::Pending);
        QVERIFY(m[5].kind == M::Kind::Chargeback && m[5].stage == M::Stage::Final);
        const auto silent = readTransaction(transactionText().replace("SUCCESSFUL", "REFUNDED"));
        QCOMPARE(snapshotOf(checkout, {silent.value()}, kNow).error().detail, u"transaction_events"_s);   // it went back, nobody says how much
        const auto small = readTransaction(transactionText(",'events':[{'id':2,'type':'REFUND','status':'REFUNDED','amount':5}]"));
        QCOMPARE(small.value().events.size(), std::size_t{1});
        for (const QByteArray bad : {"{'id':2,'type':'REFUND','status':'REFUNDED','amount':-5}", "{'id':2,'type':'REFUND','status':'REFUNDED'}", "{'type':'REFUND','status':'REFUNDED','amount':5}", "7"})
            QVERIFY2(!readTransaction(transactionText(",'events':[" + bad + "]")).ok(), bad.constData());
    }

    void methods_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("method");
        QTest::newRow("card") << QByteArray{",'entry_mode':'CUSTOMER_ENTRY'"} << u"card"_s;
        QTest::newRow("nothing") << QByteArray{} << u"card"_s;
        QTest::newRow("ideal") << QByteArray{",'entry_mode':'IDEAL'"} << u"ideal"_s;
        QTest::newRow("new") << QByteArray{",'entry_mode':'WERO2'"} << u"wero2"_s;
        QTest::newRow("google") << QByteArray{",'entry_mode':'GOOGLE_PAY'"} << u"googlepay"_s;
    }
    void methods()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, method);
        QCOMPARE(readTransaction(transactionText(more)).value().method, method);
    }

    void history()
    {
        const QByteArray item = q("{'transaction_id':'t-1','status':'SUCCESSFUL','amount':10.1,'refunded_amount':0,'type':'PAYMENT','payment_type':'ECOM','product_summary':'R [1a2b3c4d]'}");
        const auto page = readHistory("{\"items\":[" + item + "],\"links\":[{\"rel\":\"next\",\"href\":\"limit=10&oldest_ref=090df9bf-93b7&order=ascending\"}]}");
        QVERIFY(page.ok());
        QCOMPARE(page.value().next, u"090df9bf-93b7"_s);
        const QString mark = page.value().changes.at(0).mark;
        auto refunded = item;
        refunded.replace("\"refunded_amount\":0", "\"refunded_amount\":5");
        QVERIFY(readHistory("{\"items\":[" + refunded + "]}").value().changes.at(0).mark != mark);
        QCOMPARE(readHistory("{\"items\":[" + item + "]}").value().changes.at(0).mark, mark);
        QCOMPARE(readHistory(q("{'items':[],'links':[{'rel':'next','href':'https://evil.example/?oldest_ref=../x'}]}")).value().next, QString{});
        for (const QByteArray bad : {"[]", "{'items':{}}", "{'items':[{}]}", "{'items':[{'transaction_id':'../x'}]}", "{'items':[7]}"}) QVERIFY2(!readHistory(q(bad)).ok(), bad.constData());
        QCOMPARE(wordsOf(q("{'message':'Validation error','error_code':'MISSING','param':'merchant_code'}")), u"MISSING: Validation error: merchant_code"_s);
        QCOMPARE(wordsOf("<html>"), QString{});
    }

    void fault_41_cursors()
    {
        SumUpCursor cursor{true, kNow, {}};
        for (int i = 0; i < 2'000; ++i) cursor.marks << u"%1"_s.arg(i, 10, 16, QChar{u'0'});
        const auto back = cursorFrom(cursorOf(cursor));
        QVERIFY(back.known && back.since == kNow && back.marks == cursor.marks);
        for (int i = 0; i < 20'000; ++i) cursor.marks << u"0123456789"_s;
        QVERIFY(cursorOf(cursor).size() <= limits::kMaxPortalCursor && cursorFrom(cursorOf(cursor)).known);
        for (const auto& bad : {u""_s, u"x"_s, u"{}"_s, u"{\"v\":1,\"s\":0,\"m\":[]}"_s, u"{\"v\":2,\"s\":1,\"m\":[]}"_s}) QVERIFY(!cursorFrom(bad).known);
    }

    void fault_42_notices()
    {
        const QByteArray body = q("{'event_type':'CHECKOUT_STATUS_CHANGED','id':'c-1'}");
        const auto notice = [&](const QByteArray& signature) {
            ports::RawNotice out;
            if (!signature.isEmpty()) out.headers.emplace_back("x-payload-signature", signature);
            out.body = body;
            return out;
        };
        const auto seal = [&](const QByteArray& secret) { return QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex(); };
        const auto code = [](const Result<ports::ReadNotice>& r) { return r.ok() ? QString{} : r.error().code; };
        const std::vector<Secret> two{Secret{u"new"_s}, Secret{u"old"_s}};
        QCOMPARE(readNotice(notice({}), {}).value().linkIds, QStringList{u"c-1"_s});
        QCOMPARE(code(readNotice(notice({}), two)), u"notice.no_signature"_s);
        QVERIFY(readNotice(notice(seal("new")), two).ok() && readNotice(notice("sha256=" + seal("old")), two).ok());
        for (const QByteArray& bad : {seal("other"), seal("new").chopped(2), QByteArray{"x"}}) QCOMPARE(code(readNotice(notice(bad), two)), u"notice.signature"_s);
        ports::RawNotice broken;
        for (const QByteArray text : {"", "id=c-1", "{}", "{\"id\":\"../x\"}", "{\"id\":7}"}) {
            broken.body = text;
            QCOMPARE(code(readNotice(broken, {})), u"notice.unreadable"_s);
        }
        broken.body = QByteArray(limits::kMaxNotice + 1, ' ');
        QCOMPARE(code(readNotice(broken, {})), u"notice.unreadable"_s);
    }
};

QTEST_APPLESS_MAIN(TestSumUpCodec)
#include "tst_sumup_codec.moc"
