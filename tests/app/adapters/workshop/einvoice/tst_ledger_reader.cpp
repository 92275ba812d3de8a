// What is made of the invoice data of DATEV's XML interface online: outgoing invoices, several of a file, and everything that is none of them.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/core/limits.h"
#include <QTest>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using adapters::einvoice::EInvoiceReader;

namespace {

QByteArray line(const QByteArray& amount, const QByteArray& more = {}, const QByteArray& number = "RE-2026&amp;17", const QByteArray& kind = "accountsReceivableLedger")
{
    return "<" + kind + "><date>2026-11-20</date><amount>" + amount + "</amount><accountNo>8400</accountNo><tax>19.00</tax><information>Kennzeichen: M-AB 1234</information>"
           "<currencyCode>EUR</currencyCode><invoiceId>" + number + "</invoiceId><bookingText>Inspektion</bookingText>" + more + "</" + kind + ">";
}

QByteArray invoice(const QByteArray& total, const QByteArray& lines, const QByteArray& number = "RE-2026&amp;17")
{
    return "<consolidate consolidatedAmount=\"" + total + "\" consolidatedDate=\"2026-11-21\" consolidatedInvoiceId=\"" + number + "\" consolidatedCurrencyCode=\"EUR\">" + lines + "</consolidate>";
}

QByteArray file(const QByteArray& invoices, const QByteArray& version = "060")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LedgerImport xmlns=\"http://xml.datev.de/bedi/tps/ledger/v" + version + "\" version=\"6.0\" xml_data=\"Kopie\">" + invoices + "</LedgerImport>\n";
}

const QByteArray kParty = "<partyId>4711</partyId><iban>DE02120300000000202051</iban><discountPercentage>2.00</discountPercentage><discountPaymentDate>2026-11-28</discountPaymentDate>"
                          "<dueDate>2026-12-05</dueDate><bpAccountNo>10001</bpAccountNo><deliveryDate>2026-11-19</deliveryDate><orderId>WA-77</orderId>"
                          "<customerName>Jörg Blüm</customerName><customerCity>München</customerCity>";

} // namespace

class TestLedgerReader final : public QObject {
    Q_OBJECT

    static std::vector<ports::Arrived> all(const QByteArray& bytes)
    {
        auto out = EInvoiceReader{}.readAll(bytes, u"a.xml"_s);
        if (!out) qFatal("refused: %s %s", qUtf8Printable(out.error().code), qUtf8Printable(out.error().detail));
        return std::move(out).value();
    }
    static QString answer(const QByteArray& bytes)
    {
        const auto out = EInvoiceReader{}.readAll(bytes, u"a.xml"_s);
        if (!out) return u"file "_s + out.error().code;
        QStringList each;
        for (const auto& one : out.value()) each << (one.document ? u"taken"_s : (one.document.error().code + u' ' + one.document.error().detail).trimmed());
        return each.join(u" | "_s);
    }

private Q_SLOTS:
    void everyFieldOfAnInvoice_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("5.0") << QByteArray{"050"};
        QTest::newRow("6.0") << QByteArray{"060"};
    }
    void everyFieldOfAnInvoice()
    {
        QFETCH(QByteArray, version);
        const auto got = all(file(invoice("119.01", line("100.00", kParty) + line("19.01", kParty)), version));
        QCOMPARE(got.size(), std::size_t{1});
        QCOMPARE(got[0].line, 0);
        const auto& document = got[0].document.value();
        QCOMPARE(document.syntax, u"datev-xml"_s);
        QCOMPARE(document.container, u"xml"_s);
        QCOMPARE(document.warnings, QStringList{});
        const auto& i = document.invoice;
        QCOMPARE(i.number, u"RE-2026&17"_s);
        QCOMPARE(i.typeCode, u"380"_s);
        QCOMPARE(i.issueDate, QDate(2026, 11, 21));
        QCOMPARE(i.dueDate, QDate(2026, 12, 5));
        QCOMPARE(i.deliveryDate, QDate(2026, 11, 19));
        QCOMPARE(i.gross, std::optional{domain::Money::cents(11'901)});
        QCOMPARE(domain::amountToAskFor(i), std::optional{domain::Money::cents(11'901)});
        QCOMPARE(i.buyer.id, u"4711"_s);
        QCOMPARE(i.buyer.name, u"Jörg Blüm"_s);
        QCOMPARE(i.buyer.address.city, u"München"_s);
        QCOMPARE(i.salesOrderRef, u"WA-77"_s);
        QCOMPARE(i.vehicle.plate, u"M-AB 1234"_s);
        QCOMPARE(i.debtorIban, u"DE02120300000000202051"_s);
        QVERIFY(i.iban.isEmpty() && i.ibans.isEmpty());   // the customer's account is none to pay to
        QCOMPARE(i.discounts.size(), std::size_t{1});
        QCOMPARE(i.discounts[0].percent, u"2"_s);
        QCOMPARE(i.discounts[0].days, u"7"_s);
        QCOMPARE(i.lines.size(), std::size_t{2});
        QCOMPARE(i.lines[1].name, u"Inspektion"_s);
        QCOMPARE(i.lines[1].vatRate, u"19"_s);
        QVERIFY(!i.lines[1].net);   // the file says gross amounts
        QCOMPARE(i.notes.size(), std::size_t{2});
    }

    void theAccountStandsForAMissingCustomerNumber()
    {
        const auto got = all(file(invoice("1.00", line("1.00", "<bpAccountNo>10001</bpAccountNo>"))));
        QCOMPARE(got[0].document.value().invoice.buyer.id, u"10001"_s);
    }

    void aNegativeTotalIsACredit()
    {
        const auto got = all(file(invoice("-50.10", line("-60.10") + line("10.00"))));
        const auto& i = got[0].document.value().invoice;
        QCOMPARE(i.typeCode, u"381"_s);
        QCOMPARE(i.gross, std::optional{domain::Money::cents(-5'010)});
        QVERIFY(domain::kindOf(i) == domain::InvoiceKind::Credit);
    }

    void severalOfAFileHaveTheirOwnAnswers()
    {
        const auto got = all(file(invoice("1.00", line("1.00", {}, "A-1"), "A-1") + invoice("2.00", line("1.99", {}, "A-2"), "A-2") + invoice("3.00", line("3.00", {}, "A-3"), "A-3")));
        QCOMPARE(got.size(), std::size_t{3});
        QCOMPARE((std::vector<int>{got[0].line, got[1].line, got[2].line}), (std::vector<int>{1, 2, 3}));
        QVERIFY(got[0].document.ok() && !got[1].document.ok() && got[2].document.ok());
        QCOMPARE(got[1].document.error().code, u"lines.sum"_s);
        QCOMPARE(got[1].document.error().detail, u"1.99 / 2.00"_s);
        QCOMPARE(got[1].number, u"A-2"_s);
        QCOMPARE(got[2].document.value().invoice.gross, std::optional{domain::Money::cents(300)});
    }

    void moneyThatGoesAnotherWayIsSaid()
    {
        const auto paid = all(file(invoice("1.00", line("1.00", "<paidAt>2026-11-21</paidAt>"))));
        QVERIFY(paid[0].document.value().warnings.contains(u"datev.paid"_s));
        const auto debited = all(file(invoice("1.00", line("1.00", "<paymentOrder>true</paymentOrder>"))));
        QVERIFY(domain::isDirectDebit(debited[0].document.value().invoice));
        const auto no = all(file(invoice("1.00", line("1.00", "<paymentOrder>false</paymentOrder>"))));
        QVERIFY(!domain::isDirectDebit(no[0].document.value().invoice));
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& bytes, const QString& expected) { QTest::newRow(name) << bytes << expected; };
        row("sum one cent off", file(invoice("119.00", line("100.00") + line("19.01"))), u"lines.sum 119.01 / 119.00"_s);
        row("incoming invoice", file(invoice("1.00", line("1.00", {}, "A", "accountsPayableLedger"))), u"datev.not_receivable accountsPayableLedger"_s);
        row("one incoming line", file(invoice("2.00", line("1.00") + line("1.00", {}, "A", "accountsPayableLedger"))), u"datev.not_receivable accountsPayableLedger"_s);
        row("cash", file(invoice("1.00", line("1.00", {}, "A", "cashLedger"))), u"datev.not_receivable cashLedger"_s);
        row("no lines", file(invoice("1.00", {})), u"invoice.incomplete accountsReceivableLedger"_s);
        row("nothing in it", file({}), u"file invoice.incomplete"_s);
        row("third of a cent", file(invoice("1.00", line("1.003"))), u"amount.unreadable 1.003"_s);
        row("comma", file(invoice("1.00", line("1,00"))), u"amount.unreadable 1,00"_s);
        row("empty amount", file(invoice("1.00", line(""))), u"amount.missing amount"_s);
        row("no total", file(invoice("", line("1.00"))), u"amount.missing consolidatedAmount"_s);
        row("odd total", file(invoice("NaN", line("1.00"))), u"amount.unreadable NaN"_s);
        row("more than any invoice", file(invoice("99999999999999999999.00", line("1.00"))), u"amount.unreadable 99999999999999999999.00"_s);
        row("nothing due", file(invoice("0.00", line("1.00") + line("-1.00"))), u"amount.zero consolidatedAmount"_s);
        row("two numbers", file(invoice("2.00", line("1.00", {}, "A-1") + line("1.00", {}, "A-2"), "A-1")), u"lines.differ invoiceId"_s);
        row("no number", file(invoice("1.00", line("1.00", {}, ""), "")), u"number.missing invoiceId"_s);
        row("two currencies", file(invoice("1.00", line("1.00").replace("EUR", "CHF"))), u"lines.differ currencyCode"_s);
        row("no currency of this world", file(invoice("1.00", line("1.00").replace("EUR", "E2")).replace("\"EUR\"", "\"E2\"")), u"currency.unreadable E2"_s);
        row("no day", file(invoice("1.00", line("1.00")).replace("2026-11-21", "2026-02-30")), u"date.unreadable 2026-02-30"_s);
        row("one number twice", file(invoice("1.00", line("1.00", {}, "A-1"), "A-1") + invoice("2.00", line("2.00", {}, "A-1"), "A-1")), u"row.number_twice A-1 | row.number_twice A-1"_s);
        row("another version", file(invoice("1.00", line("1.00")), "040"), u"file invoice.unsupported"_s);
        row("another root", file(invoice("1.00", line("1.00"))).replace("LedgerImport", "LedgerExport"), u"file invoice.unsupported"_s);
        row("another namespace", file(invoice("1.00", line("1.00"))).replace("xml.datev.de", "xml.example"), u"file invoice.unsupported"_s);
        row("entities", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + file(invoice("1.00", line("1.00"))).mid(39), u"file xml.dtd"_s);
        row("deep", file(QByteArray{"<a>"}.repeated(limits::kMaxXmlDepth + 1) + QByteArray{"</a>"}.repeated(limits::kMaxXmlDepth + 1)), u"file xml.too_deep"_s);
        row("too many", file(QByteArray{"<consolidate/>"}.repeated(limits::kMaxLedgerInvoices + 1)), u"file table.too_many_rows"_s);
    }
    void damaged()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(answer(bytes), expected);
    }

    void cutAnywhereItIsRefused()
    {
        const auto whole = file(invoice("119.01", line("100.00", kParty) + line("19.01", kParty))).trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size) QVERIFY2(answer(whole.left(size)).startsWith(u"file "_s), qPrintable(QString::number(size)));
    }

    void withoutTheAttributesTheLinesHaveToAgree()
    {
        const auto bare = [](const QByteArray& lines) { return file("<consolidate consolidatedAmount=\"2.00\">" + lines + "</consolidate>"); };
        const auto got = all(bare(line("1.00") + line("1.00")));
        QCOMPARE(got[0].document.value().invoice.issueDate, QDate(2026, 11, 20));
        QCOMPARE(answer(bare(line("1.00") + line("1.00").replace("2026-11-20", "2026-11-22"))), u"lines.differ date"_s);
    }
};

QTEST_GUILESS_MAIN(TestLedgerReader)
#include "tst_ledger_reader.moc"
