// Posted orders: what is read from them exactly, and what is refused with which reason.
#include "app/adapters/workshop/order_json/order_json.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::order_json;
using domain::Money;

namespace {

const QByteArray kPlan = R"({"orgId":"Wk7sT_q2A","order":{"name":"Rechnung R-1 / K-TR 417","price":48799,"pickupdate":"2026-03-12","duedate":"2026-03-26","pickupWithoutPayment":true,
    "recipient":"halterin@example.org","unique":"R-1","uniquemodus":"error","metafields":[{"type":"FIN","desc":"wvwzzz1kz0tresen1"},{"type":"Kennzeichen","desc":"K-TR 417"},{"type":"Farbe","desc":"rot"}],
    "customer":{"id":"20417","company":"","firstname":"Erika","lastname":"Muster","street":"Musterweg","streetnumber":"7","zip":"50667","city":"Köln","country":"Deutschland","phone":""},
    "invoice":[{"desc":"Werkstattrechnung","invoiceNo":"R-1","debitor":"20417","name":"Erika Muster","amount":48799,"duedate":"2026-03-26"}],"draft":false,"tags":["Service"]},
    "assets":[{"label":"Inspektion","amount":31900},{"label":"Bremsbeläge vorn","amount":26899}],"payments":[{"label":"Anzahlung","amount":10000,"confirmed":true,"received":true}]})";
const QByteArray kSimple = R"({"orgId":"o","name":"Rechnung 7","price":19990,"unique":"7","recipient":"a@example.org"})";

QString outcome(const QByteArray& bytes)
{
    const auto read = readPostedOrder(bytes);
    return read ? u"read"_s : read.error().code + u' ' + read.error().detail;
}

QByteArray with(const QByteArray& whole, const QByteArray& what, const QByteArray& by)
{
    QByteArray out = whole;
    return out.contains(what) ? out.replace(what, by) : QByteArray{"nothing to replace"};
}

} // namespace

class TestOrderJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plan();
    void simple();
    void keysAndNumbers();
    void days();
    void keyAndNumber();
    void unconfirmedPart();
    void amountsRefused();
    void sums();
    void aPromisedPaymentDeductsNothing();
    void typesAndTexts();
    void caps();
    void customersAndVehicles();
    void attachedPages();
    void damaged();
    void fixture();
};

void TestOrderJson::plan()
{
    const auto read = readPostedOrder(kPlan);
    QVERIFY2(read.ok(), qPrintable(outcome(kPlan)));
    const auto& o = read.value();
    QVERIFY(o.plan && !o.draft && o.keyWithoutPayment && o.refusesDuplicate());
    QCOMPARE(o.notices, QStringList{u"order.key_without_payment"_s});   // said to a person; it lets no key go
    QCOMPARE(o.unique, u"R-1"_s);
    QCOMPARE(o.orgId, u"Wk7sT_q2A"_s);
    const auto& i = o.invoice;
    QCOMPARE(i.number, u"R-1"_s);
    QVERIFY(i.gross == Money::cents(58799) && i.prepaid == Money::cents(10000) && i.amountDue == Money::cents(48799));
    QVERIFY(domain::claimOf(i) == Money::cents(48799) && domain::kindOf(i) == domain::InvoiceKind::Invoice);
    QVERIFY(!domain::noticesOf(i).contains(u"sum.due"_s));
    QCOMPARE(i.dueDate, QDate(2026, 3, 26));
    QCOMPARE(i.vehicle.vin, u"WVWZZZ1KZ0TRESEN1"_s);
    QCOMPARE(i.vehicle.plate, u"K-TR 417"_s);
    QCOMPARE(i.buyer.name, u"Erika Muster"_s);
    QCOMPARE(i.buyer.id, u"20417"_s);
    QCOMPARE(i.buyer.email, u"halterin@example.org"_s);
    QCOMPARE(i.buyer.address.street, u"Musterweg 7"_s);
    QCOMPARE(i.buyer.address.country, u"DE"_s);
    QCOMPARE(i.lines.size(), std::size_t{2});
    QCOMPARE(i.lines[1].name, u"Bremsbeläge vorn"_s);
    QVERIFY(std::any_of(i.notes.begin(), i.notes.end(), [](const domain::Note& n) { return n.text == u"Farbe: rot"; }));
    QVERIFY(i.ibans.isEmpty());
}

void TestOrderJson::simple()
{
    for (const qint64 cents : {1LL, 10LL, 29LL, 19990LL, 10'000'000LL, domain::kMaxCents}) {
        const auto read = readPostedOrder(with(kSimple, "19990", QByteArray::number(cents)));
        QVERIFY(read.ok() && !read.value().plan && !read.value().refusesDuplicate());
        QVERIFY(domain::claimOf(read.value().invoice) == Money::cents(cents));
        QVERIFY(!read.value().invoice.prepaid);
    }
    QCOMPARE(outcome("\xef\xbb\xbf" + kSimple), u"read"_s);
}

void TestOrderJson::keysAndNumbers()
{
    QCOMPARE(readPostedOrder(kSimple).value().invoice.number, u"7"_s);
    QCOMPARE(outcome(with(kSimple, "\"unique\":\"7\",", "")), u"order.no_number invoiceNo"_s);
    QCOMPARE(outcome(with(kSimple, "\"unique\":\"7\"", "\"invoice\":[{\"invoiceNo\":\"1\"},{\"invoiceNo\":\"2\"}]")), u"order.many_invoices 2"_s);
    QCOMPARE(outcome(with(kSimple, "\"orgId\":\"o\",", "")), u"order.field orgId"_s);
    QCOMPARE(outcome(with(kSimple, "Rechnung 7", " ")), u"order.field name"_s);
    QCOMPARE(outcome(with(kSimple, "\"7\"", "\"a\\nb\"")), u"order.text unique"_s);
    QCOMPARE(outcome(with(kSimple, "\"7\"", "7")), u"order.field unique"_s);
    QCOMPARE(readPostedOrder(with(kSimple, "\"unique\"", "\"uniquemodus\":\"update\",\"unique\"")).value().uniqueMode, u"update"_s);
}

// The day of the invoice, where the sender gives one; none is guessed from the others.
void TestOrderJson::days()
{
    const auto day = [](const QByteArray& bytes) { return readPostedOrder(bytes).value().invoice.issueDate; };
    QVERIFY(!day(kPlan).isValid() && !day(kSimple).isValid());
    QCOMPARE(day(with(kPlan, "\"invoiceNo\":\"R-1\"", "\"invoiceNo\":\"R-1\",\"date\":\"2026-03-10\"")), QDate(2026, 3, 10));
    QCOMPARE(day(with(kSimple, "\"price\"", "\"date\":\"2026-03-11\",\"price\"")), QDate(2026, 3, 11));
    QCOMPARE(day(with(kPlan, "\"orgId\"", "\"invoicedate\":\"2026-03-12\",\"orgId\"")), QDate(2026, 3, 12));
    for (const QByteArray none : {"\"11.03.2026\"", "7", "null", "\"0001-01-01\"", "{}"}) QVERIFY(!day(with(kSimple, "\"price\"", "\"date\":" + none + ",\"price\"")).isValid());
}

// The sender's key and the number of the invoice are two things.
void TestOrderJson::keyAndNumber()
{
    const auto two = readPostedOrder(with(kPlan, "\"unique\":\"R-1\"", "\"unique\":\"A-9/final\"")).value();
    QCOMPARE(two.unique, u"A-9/final"_s);
    QCOMPARE(two.invoice.number, u"R-1"_s);
    const auto none = readPostedOrder(with(kPlan, "\"unique\":\"R-1\",", "")).value();
    QCOMPARE(none.unique, u"R-1"_s);
    const auto document = readOrderDocument(with(kPlan, "\"unique\":\"R-1\"", "\"unique\":\"A-9/final\"")).value();
    QCOMPARE(document.claim, u"A-9/final"_s);
    // Taken as a draft, and said so.
    QVERIFY(readOrderDocument(with(kPlan, "\"draft\":false", "\"draft\":true")).value().warnings.contains(u"order.draft"_s));
}

// A payment that is not confirmed belongs to the plan as well: price and sums are what the sender wrote.
void TestOrderJson::unconfirmedPart()
{
    const auto read = readPostedOrder(with(kPlan, "\"confirmed\":true,\"received\":true", "\"confirmed\":false,\"received\":false"));
    QVERIFY(read.ok());
    QVERIFY(read.value().invoice.gross == Money::cents(58799));
    QCOMPARE(outcome(with(kPlan, "\"confirmed\":true", "\"confirmed\":\"no\"")), u"order.field confirmed"_s);
}

void TestOrderJson::amountsRefused()
{
    for (const QByteArray bad : {"0", "-1", "1.5", "19990.0", "1e3", "\"19990\"", "true", "[]", "99999999999999", "999999999999999999999"})
        QCOMPARE(outcome(with(kSimple, "19990", bad)), u"order.amount price"_s);
    QCOMPARE(outcome(with(kSimple, "19990", "null")), u"order.field price"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\":19990,", "")), u"order.field price"_s);
    QCOMPARE(outcome(with(kPlan, "31900", "-31900")), u"order.amount amount"_s);
    QCOMPARE(outcome(with(kPlan, "\"amount\":10000", "\"amount\":\"10000\"")), u"order.amount amount"_s);
}

void TestOrderJson::sums()
{
    QCOMPARE(outcome(with(kPlan, "31900", "31901")), u"order.sum price"_s);
    QCOMPARE(outcome(with(kPlan, "\"price\":48799", "\"price\":58799")), u"order.sum price"_s);
    QCOMPARE(outcome(with(kPlan, "\"amount\":48799", "\"amount\":48798")), u"order.sum invoice.amount"_s);
    QCOMPARE(outcome(with(kPlan, "\"amount\":48799", "\"amount\":58799")), u"read"_s);   // the invoice as a whole
    QVERIFY(readPostedOrder(with(kPlan, "\"price\":48799,", "")).value().invoice.amountDue == Money::cents(48799));
    // Without cost lines: is the price the whole, or what is left of it? Only the invoice's own amount can say so.
    const auto lines = QByteArray{"\"assets\":[{\"label\":\"Inspektion\",\"amount\":31900},{\"label\":\"Bremsbeläge vorn\",\"amount\":26899}],"};
    QCOMPARE(outcome(with(kPlan, lines, "")), u"order.sum payments"_s);
    QCOMPARE(outcome(with(with(with(kPlan, lines, ""), "\"price\":48799", "\"price\":58799"), "\"amount\":48799", "\"amount\":58799")), u"order.sum payments"_s);
    QVERIFY(readPostedOrder(with(with(kPlan, lines, ""), "\"amount\":48799", "\"amount\":58799")).value().invoice.amountDue == Money::cents(48799));
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"payments\":[{\"amount\":5000,\"received\":true}],\"price\"")), u"order.sum payments"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"currency\":\"CHF\",\"price\"")), u"amount.currency currency"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"currency\":\"eur\",\"price\"")), u"read"_s);
    // Nothing left to pay asks for nothing: no open item is made of it.
    QCOMPARE(outcome(with(with(kPlan, "\"price\":48799,", ""), "\"amount\":10000", "\"amount\":58799")), u"order.amount price"_s);
}

void TestOrderJson::aPromisedPaymentDeductsNothing()
{
    const auto promised = with(kPlan, "\"confirmed\":true,\"received\":true", "\"confirmed\":false,\"received\":false");
    const auto read = readPostedOrder(promised);   // the sender has counted it: its price is what is left
    QVERIFY2(read.ok(), qPrintable(outcome(promised)));
    QVERIFY(read.value().invoice.amountDue == Money::cents(58799));
    QVERIFY(read.value().invoice.gross == Money::cents(58799));
    QVERIFY(!read.value().invoice.prepaid);
    QVERIFY(read.value().notices.contains(u"order.payment_noted"_s));
    QCOMPARE(readPostedOrder(with(promised, "\"price\":48799", "\"price\":58799")).value().invoice.amountDue, std::optional{Money::cents(58799)});   // the sender has not
    QCOMPARE(readPostedOrder(with(promised, "\"price\":48799,", "")).value().invoice.amountDue, std::optional{Money::cents(58799)});
    QCOMPARE(readPostedOrder(with(promised, ",\"confirmed\":false,\"received\":false", "")).value().invoice.amountDue, std::optional{Money::cents(58799)});   // nothing is said of it
    QCOMPARE(outcome(with(promised, "\"price\":48799", "\"price\":50000")), u"order.sum price"_s);
    for (const QByteArray back : {"\"deleted\":true", "\"status\":\"failed\"", "\"status\":\"Reversed\"", "\"cancelled\":true"}) {   // received once, and gone again
        const auto gone = readPostedOrder(with(kPlan, "\"confirmed\":true", back + ",\"confirmed\":true"));
        QCOMPARE(gone.value().invoice.amountDue, std::optional{Money::cents(58799)});
        QVERIFY(gone.value().notices.contains(u"order.payment_noted"_s));
    }
    QVERIFY(!readPostedOrder(with(kPlan, "\"confirmed\":true", "\"deleted\":false,\"status\":\"booked\",\"confirmed\":true")).value().notices.contains(u"order.payment_noted"_s));
    for (const QByteArray sure : {"\"confirmed\":true,\"received\":false", "\"confirmed\":false,\"received\":true"}) {
        const auto confirmed = readPostedOrder(with(kPlan, "\"confirmed\":true,\"received\":true", sure));
        QCOMPARE(confirmed.value().invoice.amountDue, std::optional{Money::cents(48799)});
        QCOMPARE(confirmed.value().invoice.prepaid, std::optional{Money::cents(10000)});
        QVERIFY(!confirmed.value().notices.contains(u"order.payment_noted"_s));
    }
    const auto bare = with(kSimple, "\"price\"", "\"payments\":[{\"amount\":5000}],\"price\"");   // no cost lines: the price is all there is
    QCOMPARE(readPostedOrder(bare).value().invoice.amountDue, std::optional{Money::cents(24990)});
}

void TestOrderJson::typesAndTexts()
{
    QCOMPARE(outcome(with(kPlan, "\"draft\":false", "\"draft\":\"no\"")), u"order.field draft"_s);
    QCOMPARE(outcome(with(kPlan, "\"confirmed\":true", "\"confirmed\":1")), u"order.field confirmed"_s);
    QCOMPARE(outcome(with(kPlan, "[\"Service\"]", "\"Service\"")), u"order.field tags"_s);
    QCOMPARE(outcome(with(kPlan, "\"city\":\"Köln\"", "\"city\":[]")), u"order.field city"_s);
    QCOMPARE(outcome(with(kPlan, "2026-03-12", "12.03.2026")), u"order.date pickupdate"_s);
    QCOMPARE(outcome(with(kPlan, "\"duedate\":\"2026-03-26\",\"pickup", "\"duedate\":\"2026-02-30\",\"pickup")), u"order.date duedate"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"customer\":7,\"price\"")), u"order.field customer"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"assets\":[7],\"price\"")), u"order.field assets"_s);
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"unknown\":{\"a\":[1]},\"price\"")), u"read"_s);
}

void TestOrderJson::caps()
{
    QCOMPARE(outcome(kSimple + QByteArray{limits::kMaxOrderJson, ' '}), u"order.too_large "_s);
    QByteArray rows;
    for (int i = 0; i <= limits::kMaxInvoiceRepeats; ++i) rows += "{\"label\":\"x\",\"amount\":1},";
    QCOMPARE(outcome(with(kSimple, "\"price\"", "\"assets\":[" + rows + "{\"amount\":1}],\"price\"")), u"order.too_many assets"_s);
    QCOMPARE(outcome(with(kSimple, "Rechnung 7", QByteArray{501, 'x'})), u"order.text name"_s);
    QVERIFY(outcome(with(kSimple, "\"price\"", "\"x\":" + QByteArray{1'000, '['} + ",\"price\"")).startsWith(u"order.unreadable"_s));
}

void TestOrderJson::customersAndVehicles()
{
    const auto company = readPostedOrder(with(kPlan, "\"company\":\"\"", "\"company\":\"Muster GmbH\"")).value().invoice.buyer;
    QCOMPARE(company.name, u"Muster GmbH"_s);
    QCOMPARE(company.contact, u"Erika Muster"_s);
    QCOMPARE(readPostedOrder(with(kPlan, "Deutschland", "at")).value().invoice.buyer.address.country, u"AT"_s);
    const auto far = readPostedOrder(with(kPlan, "Deutschland", "Atlantis")).value();
    QVERIFY(far.invoice.buyer.address.country.isEmpty() && far.notices.contains(u"order.country"_s));
    const auto shortVin = readPostedOrder(with(kPlan, "wvwzzz1kz0tresen1", "123")).value();
    QVERIFY(shortVin.invoice.vehicle.vin.isEmpty() && shortVin.notices.contains(u"vehicle.vin"_s));
    const auto object = readPostedOrder(with(kSimple, "\"price\"", "\"vehicle\":{\"vin\":\"WVWZZZ1KZ0TRESEN1\",\"plate\":\"B-X 1\",\"model\":\"Golf\"},\"price\"")).value().invoice.vehicle;
    QVERIFY(object.vin == u"WVWZZZ1KZ0TRESEN1" && object.plate == u"B-X 1" && object.model == u"Golf");
    QCOMPARE(readPostedOrder(with(kSimple, "\"price\"", "\"binaryattachment\":[1],\"price\"")).value().notices, QStringList{u"order.attachment"_s});
    QCOMPARE(readPostedOrder(kSimple).value().invoice.buyer.email, u"a@example.org"_s);
}

// Pages in base64, as a text or with a name; what is no page, too large or too much does not hold up the order and is said.
void TestOrderJson::attachedPages()
{
    const auto read = [](const QByteArray& member) { return readPostedOrder(with(kSimple, "\"price\"", member + ",\"price\"")).value(); };
    const auto base64 = [](const QByteArray& bytes) { return '"' + bytes.toBase64() + '"'; };
    const QByteArray pdf = "%PDF-1.7\nrest", png = "\x89PNG\r\n\x1A\nrest";
    const auto two = read("\"binaryattachment\":[{\"filename\":\"C:\\\\x\\\\Gutachten.pdf\",\"data\":" + base64(pdf) + "},\"data:image/png;base64," + png.toBase64() + "\"]");
    QCOMPARE(two.notices, QStringList{});
    QCOMPARE(two.documents.size(), std::size_t{2});
    QCOMPARE(two.documents[0].name, u"Gutachten.pdf"_s);
    QCOMPARE(two.documents[0].bytes, pdf);
    QCOMPARE(two.documents[1].name, u"2.png"_s);
    QCOMPARE(two.documents[1].bytes, png);
    QCOMPARE(read("\"attachment\":{\"name\":\"../../a.jpg\",\"content\":" + base64("\xFF\xD8\xFF rest") + "}").documents.at(0).name, u"a.jpg"_s);

    const auto leftOut = [&](const QByteArray& member, std::size_t kept = 0) {
        const auto order = read(member);
        return order.notices == QStringList{u"order.attachment"_s} && order.documents.size() == kept && order.invoice.gross == readPostedOrder(kSimple).value().invoice.gross;
    };
    QVERIFY(leftOut("\"attachment\":\"https://example.org/a.pdf\""));
    QVERIFY(leftOut("\"attachment\":true"));
    QVERIFY(leftOut("\"attachment\":{\"data\":7}"));
    QVERIFY(leftOut("\"attachment\":" + base64("MZ program")));
    QVERIFY(leftOut("\"attachment\":\"JVBERi0x*\""));   // no base64
    const auto large = [&](qsizetype size) { return base64(pdf + QByteArray{size - pdf.size(), 'x'}); };
    QVERIFY(!leftOut("\"attachment\":" + large(limits::kMaxOrderDocument), 1));
    QVERIFY(leftOut("\"attachment\":" + large(limits::kMaxOrderDocument + 1)));
    QVERIFY(leftOut("\"attachment\":[" + large(limits::kMaxOrderDocument) + ',' + large(limits::kMaxOrderDocument) + ',' + base64(pdf) + ']', 2));   // all together
    QVERIFY(leftOut("\"attachment\":[" + QByteArray{base64(pdf) + ','}.repeated(limits::kMaxOrderDocuments) + base64(pdf) + ']', limits::kMaxOrderDocuments));
}

// 3,000 damaged orders: an amount that is not the one that was sent is never taken without the text saying so.
void TestOrderJson::damaged()
{
    for (const QByteArray bad : {"", "null", "[]", "7", "{", "<order/>", "{\"order\":7}", "{\"orgId\":\"o\",\"orgId\":\"p\"}"}) QVERIFY2(outcome(bad).startsWith(u"order."_s), bad.constData());
    QRandomGenerator random{20'417};
    int refused = 0, taken = 0;
    for (int i = 0; i < 3'000; ++i) {
        QByteArray bytes = kPlan;
        const auto at = random.bounded(static_cast<int>(bytes.size()));
        switch (random.bounded(3)) {
        case 0: bytes.truncate(at); break;
        case 1: bytes[at] = static_cast<char>(random.bounded(256)); break;
        default: bytes.remove(at, 1 + random.bounded(8)); break;
        }
        const auto read = readPostedOrder(bytes);
        if (!read) {
            QVERIFY(read.error().fault == Fault::Invalid && read.error().code.startsWith(u"order."_s));
            ++refused;
            continue;
        }
        ++taken;
        const auto& invoice = read.value().invoice;
        QVERIFY(invoice.amountDue && invoice.amountDue->isPositive() && !invoice.number.isEmpty());
        QCOMPARE(invoice.gross->inCents() - invoice.prepaid.value_or(Money{}).inCents(), invoice.amountDue->inCents());
        // Three places hold the amount: one damaged byte cannot change it unseen.
        const bool noted = read.value().notices.contains(u"order.payment_noted"_s);   // what is no longer said to be received is not deducted, and told
        QVERIFY2(invoice.amountDue == Money::cents(48799) || noted || !bytes.contains("\"price\":48799"), bytes.constData());
    }
    QVERIFY(refused > 1'000 && taken > 100);
    qInfo("%d refused, %d taken", refused, taken);
}

void TestOrderJson::fixture()
{
    const auto corpus = qEnvironmentVariable("TRESEN_CORPUS");
    if (corpus.isEmpty()) QSKIP("TRESEN_CORPUS is not set: the made-up order plan is not read");
    QFile file{corpus + u"/bezahl/bezahl-order-plan.synthetic.json"_s};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readPostedOrder(file.readAll());
    QVERIFY(read.ok());
    QVERIFY(read.value().invoice.number == u"R-2026-10418" && domain::claimOf(read.value().invoice) == Money::cents(48799) && read.value().invoice.gross == Money::cents(58799));
}

QTEST_GUILESS_MAIN(TestOrderJson)
#include "tst_order_json.moc"
