// What is held under the scanner leads to its invoice, from whatever sheet, in both databases.
#include "app/domain/pay_codes.h"
#include "app/services/board_reader.h"
#include "tests/app/store/store_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using domain::Money;

class TstScanned final : public StoreFixture {
    Q_OBJECT

    domain::RequestCreated sheet(const QString& invoice, const QString& request, int number, qint64 cents)
    {
        domain::RequestCreated made;
        made.request = domain::RequestId{request};
        made.invoice = domain::InvoiceId{invoice};
        made.number = number;
        made.portal = u"mollie"_s;
        made.amount = Money::cents(cents);
        made.idempotencyKey = request;
        made.deskCode = domain::deskCode(1, number);
        made.sheet = number;
        made.token = u"K7M2QX4T9BH%1"_s.arg(number);
        return made;
    }
    services::Scanned scan(const QString& raw)
    {
        services::BoardReader reader{*m_journal};
        std::optional<Result<services::Scanned>> answer;
        reader.scanned(raw, [&](const Result<services::Scanned>& found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000) || !answer->ok()) qFatal("no answer");
        return answer->value();
    }
    std::unique_ptr<store::SqlJournal> m_journal;

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        freshShop();
        if (!usable()) return;
        m_journal = openJournal();
        VERIFY_OK(got(m_journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s, 10'000)))));
        VERIFY_OK(got(m_journal->decide({}, always(takenIn(u"i2"_s, u"R-2"_s, u"k2"_s, 20'000, u"KA-LM 404"_s)))));
        VERIFY_OK(got(m_journal->decide({}, always({sheet(u"i1"_s, u"q1"_s, 1, 10'000)}))));
        VERIFY_OK(got(m_journal->decide({}, always({domain::RequestAnswered{domain::RequestId{u"q1"_s}, domain::InvoiceId{u"i1"_s}, domain::RequestState::Open, u"pl_1"_s, u"https://pay.example/one"_s, {}, {}, {}}}))));
    }
    void cleanup() { m_journal.reset(); }

    void everyCodeOfASheetFindsIt_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("desk code") << domain::deskCode(1, 1);
        QTest::newRow("token") << u"K7M2QX4T9BH1"_s;
        QTest::newRow("link") << u"https://pay.example/one"_s;
        QTest::newRow("link from an American scanner") << u"httpsÖ--paz.example-one"_s;
        QTest::newRow("number") << u"R-1"_s;
        QTest::newRow("plate") << u"m-ab1234"_s;
        QTest::newRow("transfer code") << QString::fromUtf8(domain::epcPayload({u"Lindner"_s, u"DE89370400440532013000"_s, {}, Money::cents(10'000), {}, {}, u"R-1 M-AB 1234"_s}).value());
    }
    void everyCodeOfASheetFindsIt()
    {
        if (!usable()) return;
        QFETCH(QString, raw);
        const auto found = scan(raw);
        QCOMPARE(found.invoice, domain::InvoiceId{u"i1"_s});
        QVERIFY(!found.superseded());
    }
    void whatNobodyKnowsIsSaidToBeUnknown()
    {
        if (!usable()) return;
        for (const auto& raw : {u"https://evil.example/x"_s, domain::deskCode(1, 99), u"'; DROP TABLE journal; --"_s, u"4006381333931"_s, QString{5'000, u'x'}}) {
            QVERIFY2(scan(raw).invoice.isNull(), qPrintable(raw.left(30)));
            QCOMPARE(scan(raw).text, raw);
        }
    }
    void aSupersededSheetIsNamed()
    {
        if (!usable()) return;
        VERIFY_OK(got(m_journal->decide({}, always({domain::RequestMoved{domain::RequestId{u"q1"_s}, domain::InvoiceId{u"i1"_s}, domain::RequestState::Cancelled, u"superseded"_s}}))));
        VERIFY_OK(got(m_journal->decide({}, always({cash(u"i1"_s, 4'000, u"c1"_s)}))));
        VERIFY_OK(got(m_journal->decide({}, always({sheet(u"i1"_s, u"q2"_s, 2, 6'000)}))));
        const auto old = scan(domain::deskCode(1, 1));
        QCOMPARE(old.invoice, domain::InvoiceId{u"i1"_s});
        QVERIFY(old.superseded());
        QCOMPARE(old.asked, Money::cents(10'000));
        QCOMPARE(old.open, Money::cents(6'000));
        QVERIFY(old.live && old.live->amount == Money::cents(6'000));
        QVERIFY(!scan(domain::deskCode(1, 2)).superseded());
        QVERIFY(scan(QString::fromUtf8(domain::epcPayload({u"Lindner"_s, u"DE89370400440532013000"_s, {}, Money::cents(10'000), {}, {}, u"R-1"_s}).value())).superseded());
        QVERIFY(!scan(u"R-1"_s).superseded());   // a number says no amount
    }
    void aTransferCodeThatPaysAnotherAccountIsNotOurs()
    {
        if (!usable()) return;
        const auto code = [](const QString& iban) { return QString::fromUtf8(domain::epcPayload({u"Lindner"_s, iban, {}, Money::cents(10'000), {}, {}, u"R-1"_s}).value()); };
        const auto ours = u"DE89370400440532013000"_s, other = u"DE02120300000000202051"_s;
        QVERIFY(scan(code(other)).foreignIban.isEmpty());   // no account is set up: nothing to compare it with
        VERIFY_OK(got(m_journal->decide({}, always({domain::SettingChanged{u"payee.iban"_s, ours, {}}}))));
        QVERIFY(scan(code(ours)).foreignIban.isEmpty());
        const auto foreign = scan(code(other));
        QVERIFY(!foreign.foreignIban.isEmpty() && foreign.foreignIban != other);   // redacted
        QVERIFY(scan(u"R-1"_s).foreignIban.isEmpty());
        VERIFY_OK(got(m_journal->decide({}, always({domain::SettingChanged{u"payee.own_ibans"_s, u"DE75512108001245126199,"_s + other, {}}}))));
        QVERIFY(scan(code(other)).foreignIban.isEmpty());
        // The portal's own account for this very link.
        const domain::LinkAccount account{u"Portal"_s, u"DE75 5121 0800 1245 1261 99"_s, {}};
        VERIFY_OK(got(m_journal->decide({}, always({domain::SettingChanged{u"payee.own_ibans"_s, {}, other}, sheet(u"i2"_s, u"q9"_s, 9, 20'000),
                                                    domain::RequestAnswered{domain::RequestId{u"q9"_s}, domain::InvoiceId{u"i2"_s}, domain::RequestState::Open, u"pl_9"_s, u"https://pay.example/nine"_s, {}, {}, account}}))));
        const auto portals = QString::fromUtf8(domain::epcPayload({u"Portal"_s, u"DE75512108001245126199"_s, {}, Money::cents(20'000), {}, {}, u"R-2"_s}).value());
        QVERIFY(scan(portals).foreignIban.isEmpty());
        QVERIFY(!scan(code(other)).foreignIban.isEmpty());
    }
    void theCodesAreWatchedByVerify()
    {
        if (!usable()) return;
        QVERIFY(got(m_journal->verify()).value().ok());
        QVERIFY(raw("DELETE FROM sheet_code"));
        QVERIFY(!got(m_journal->verify()).value().ok());
    }
};

QTEST_GUILESS_MAIN(TstScanned)
#include "tst_scanned.moc"
