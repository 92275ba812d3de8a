// What a file is, and what becomes of a table and of an order on their way through the real intake and the hot folder into a journal.
#include "app/services/arrivals.h"
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/services/documents.h"
#include "app/services/hot_folder.h"
#include "tests/app/store/store_fixture.h"
#include "tests/bench/made_invoices.h"
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;
using tresen::store::test::got;
using Status = FileOutcome::Status;

namespace {

const QByteArray kTitles = "Rechnungsnummer;Rechnungsdatum;Brutto;Kunde;Kennzeichen\r\n";
const QByteArray kGood = "R-1;02.11.2026;119,00;Anna Kern;KA-AB 12\r\nR-2;03.11.2026;1.234,56;J\xF6rg Bl\xFCm;KA-CD 34\r\n";
const QByteArray kBad = "R-3;04.11.2026;12,3x;Otto;KA-EF 56\r\n";

// In the shape of POST /order, amounts in cents.
const QByteArray kOrder = R"({"orgId":"w1","name":"Rechnung J-1","price":11900,"unique":"J-1","recipient":"anna@example.org"})";

// One booking of a debtor against revenue.
QByteArray datev(const QByteArray& number = "RE1")
{
    QList<QByteArray> titles, row;
    for (int i = 1; i <= 125; ++i) titles << "Feld " + QByteArray::number(i);
    titles[0] = "Umsatz (ohne Soll/Haben-Kz)";
    titles[1] = "Soll/Haben-Kennzeichen";
    titles[6] = "Konto";
    titles[7] = "Gegenkonto (ohne BU-Schl\xFCssel)";
    titles[9] = "Belegdatum";
    titles[10] = "Belegfeld 1";
    titles[11] = "Belegfeld 2";
    titles[13] = "Buchungstext";
    for (int i = 0; i < 125; ++i) row << QByteArray{};
    row[0] = "119,00";
    row[1] = "\"S\"";
    row[2] = "\"EUR\"";
    row[6] = "10001";
    row[7] = "4400";
    row[9] = "2207";
    row[10] = '"' + number + '"';
    return R"("EXTF";700;21;"Buchungsstapel";13;20260722101500000;;"WB";"";"";1001;456;20260101;4;20260701;20260731;"Rechnungen";"";1;0;0;"EUR";;"";;;"04";;;"";"")"
           "\r\n" + titles.join(';') + "\r\n" + row.join(';') + "\r\n";
}

struct Shop {
    explicit Shop(const QString& folder, const Clock& clock)
    {
        store::StoreConfig config;
        config.file = folder + u"/tresen.db"_s;
        config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"test"_s};
        journal = std::make_unique<store::SqlJournal>(config, clock);
        if (!got(journal->open())) qFatal("open");
        feed = std::make_unique<JournalFeed>(*journal);
        intake = std::make_unique<Intake>(*journal, *feed, arrivals);
    }
    std::vector<FileOutcome> take(const QStringList& paths)
    {
        std::vector<FileOutcome> out;
        const auto connection = QObject::connect(intake.get(), &Intake::fileDone, intake.get(), [&out](const FileOutcome& o) { out.push_back(o); });
        std::optional<IntakeSummary> summary;
        intake->take(paths, false, [&summary](const Result<IntakeSummary>& done) { summary = done.value(); });
        if (!QTest::qWaitFor([&] { return summary.has_value(); }, 20'000)) qFatal("no answer");
        last = *summary;
        QObject::disconnect(connection);
        return out;
    }
    void read(const QString& profile) { arrivals.setTableProfile(tableProfileOf(tables, profile, {})); }
    qsizetype rows() { return static_cast<qsizetype>(got(journal->board()).value().size()); }

    adapters::einvoice::EInvoiceReader reader;
    adapters::table::TableReader tables;
    Arrivals arrivals{reader, tables, &adapters::order_json::readOrderDocument};
    std::unique_ptr<store::SqlJournal> journal;
    std::unique_ptr<JournalFeed> feed;
    std::unique_ptr<Intake> intake;
    IntakeSummary last;
};

QString germanTable()
{
    const auto ready = adapters::table::TableReader{}.readyProfiles();
    return std::find_if(ready.begin(), ready.end(), [](const ports::ReadyProfile& p) { return p.id == u"de"; })->info.name;
}

QStringList codes(const std::vector<FileOutcome>& outcomes)
{
    QStringList out;
    for (const auto& o : outcomes) out << (o.status == Status::Refused ? o.error.code : codeOf(o.status));
    return out;
}

} // namespace

class TestArrivals final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_shop = std::make_unique<Shop>(m_dir->path(), m_clock);
    }
    void cleanup()
    {
        m_shop.reset();
        m_dir.reset();
    }

    void shapes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("answer");
        QTest::newRow("e-invoice") << u"a.xml"_s << bench::ciiInvoice(1, 2) << u"taken"_s;
        QTest::newRow("e-invoice with a table's name") << u"a.txt"_s << bench::ciiInvoice(1, 2) << u"taken"_s;
        QTest::newRow("order") << u"a.json"_s << kOrder << u"taken"_s;
        QTest::newRow("order with a table's name") << u"a.csv"_s << QByteArray{"\xEF\xBB\xBF \r\n" + kOrder} << u"taken"_s;
        QTest::newRow("table") << u"a.CSV"_s << QByteArray{kTitles + kGood} << u"taken taken"_s;
        QTest::newRow("table with another name") << u"a.xml"_s << QByteArray{kTitles + kGood} << u"xml.encoding"_s;
        QTest::newRow("titles only") << u"a.csv"_s << kTitles << u"table.no_rows"_s;
        QTest::newRow("empty table") << u"a.csv"_s << QByteArray{} << u"file.empty"_s;
        QTest::newRow("PDF that is none") << u"a.pdf"_s << QByteArray{"%PDF-1.7\nnothing"} << u"pdf.damaged"_s;
        QTest::newRow("no JSON") << u"a.json"_s << QByteArray{"{"} << u"order.unreadable"_s;
    }
    void shapes()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, answer);
        m_shop->read(u"de"_s);
        QCOMPARE(codes(m_shop->take({put(name, bytes)})).join(u' '), answer);
    }

    void datevIsKnownByItsHeader_data()
    {
        QTest::addColumn<QString>("setting");
        for (const auto* setting : {"", "werbas", "de", "de_lines", "en", "datev"}) QTest::newRow(setting) << QString::fromLatin1(setting);
    }
    void datevIsKnownByItsHeader()
    {
        QFETCH(QString, setting);
        if (!setting.isEmpty()) m_shop->read(setting);
        QCOMPARE(codes(m_shop->take({put(u"EXTF_Rechnungen.csv"_s, datev())})), QStringList{u"taken"_s});
        QCOMPARE(m_shop->rows(), 1);
        QCOMPARE(codes(m_shop->take({put(u"EXTF_Rechnungen"_s, datev("RE2"))})), QStringList{u"taken"_s});   // without the ending of a table
    }
    void anOwnFormThatIsNamedWins()
    {
        m_shop->arrivals.setOwnProfiles({OwnProfile{u"Kasse"_s, u"EXTF_*"_s, tableProfileOf(m_shop->tables, u"de"_s, {})}});
        QVERIFY(codes(m_shop->take({put(u"EXTF_1.csv"_s, datev())})) != QStringList{u"taken"_s});
    }

    void whatIsKnownByNameOnlySaysWhatToExport_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("answer");
        const QByteArray packed = "PK\x03\x04\x14";
        QTest::newRow("packed") << u"beleg.zip"_s << packed + "0123456789" + "document.xml" + "..." << u"datev.xml_online"_s;
        QTest::newRow("packed, a table's name") << u"beleg.csv"_s << packed + "document.xml" << u"datev.xml_online"_s;
        QTest::newRow("another archive") << u"mappe.zip"_s << packed + "bilder/1.jpg" << u"file.archive"_s;
        QTest::newRow("a text document") << u"brief.csv"_s << packed + "word/document.xml" << u"file.archive"_s;
        QTest::newRow("the list of documents") << u"document.xml"_s << QByteArray{"<?xml version='1.0'?><archive xmlns='http://xml.datev.de/bedi/tps/document/v06.0'/>"} << u"datev.xml_online"_s;
        QTest::newRow("bookings of an older version") << u"buchung.xml"_s << QByteArray{"<LedgerImport xmlns='http://xml.datev.de/bedi/tps/ledger/v040'/>"} << u"datev.xml_online"_s;
        QTest::newRow("no bookings in it") << u"buchung.xml"_s << QByteArray{"<LedgerImport xmlns='http://xml.datev.de/bedi/tps/ledger/v060'/>"} << u"invoice.incomplete"_s;
        QTest::newRow("far behind") << u"a.xml"_s << QByteArray{"<a>"} + QByteArray{100'000, ' '} + "http://xml.datev.de/bedi/</a>" << u"invoice.unsupported"_s;
        QTest::newRow("the mark alone") << u"a.zip"_s << QByteArray{"PK\x03\x04"} << u"file.archive"_s;
    }
    void whatIsKnownByNameOnlySaysWhatToExport()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, answer);
        m_shop->read(u"de"_s);
        QCOMPARE(codes(m_shop->take({put(name, bytes)})), QStringList{answer});
        QCOMPARE(m_shop->rows(), 0);
    }

    // Several invoices of one file, whatever its name says.
    void datevsInvoiceDataAreTaken()
    {
        const auto one = [](const QByteArray& number, const QByteArray& amount, const QByteArray& total) {
            return "<consolidate consolidatedAmount='" + total + "' consolidatedDate='2026-11-02' consolidatedInvoiceId='" + number + "' consolidatedCurrencyCode='EUR'>"
                   "<accountsReceivableLedger><date>2026-11-02</date><amount>" + amount + "</amount><currencyCode>EUR</currencyCode><invoiceId>" + number + "</invoiceId>"
                   "<customerName>Anna Kern</customerName></accountsReceivableLedger></consolidate>";
        };
        const auto path = put(u"buchungen.txt"_s, "<LedgerImport xmlns='http://xml.datev.de/bedi/tps/ledger/v060'>" + one("X-1", "119.01", "119.01") + one("X-2", "5.00", "5.01") + "</LedgerImport>");
        const auto outcomes = m_shop->take({path});
        QCOMPARE(codes(outcomes), (QStringList{u"taken"_s, u"lines.sum"_s}));
        QCOMPARE(outcomes[0].amount, domain::Money::cents(11'901));
        QCOMPARE(outcomes[0].customer, u"Anna Kern"_s);
        QCOMPARE(outcomes[1].number, u"X-2"_s);
        QCOMPARE(m_shop->rows(), 1);
    }

    // On the shelf before the entry that names it; the order once more, with a further page, keeps that one only.
    void whatIsAttachedToAnOrderIsKept()
    {
        const DocumentShelf shelf{m_dir->filePath(u"documents"_s)};
        m_shop->intake->keepDocuments(shelf);
        const auto order = [](const QList<QByteArray>& pages) {
            QByteArray list;
            for (const auto& page : pages) list += (list.isEmpty() ? "" : ",") + QByteArray(R"({"filename":"Seite.pdf","data":")") + page.toBase64() + "\"}";
            return R"({"orgId":"w1","name":"Rechnung J-1","price":11900,"unique":"J-1","date":"2026-11-02","binaryattachment":[)" + list + "]}";
        };
        const auto pagesNow = [this](const domain::InvoiceId& invoice) { return pagesOf(got(m_shop->journal->detail(invoice)).value().timeline); };
        const QByteArray first = "%PDF-1.7\nfirst", second = "%PDF-1.7\nsecond";
        const auto taken = m_shop->take({put(u"a.json"_s, order({first, first}))});
        QCOMPARE(codes(taken), QStringList{u"taken"_s});
        auto pages = pagesNow(taken[0].invoice);
        QCOMPARE(pages.size(), std::size_t{1});
        QCOMPARE(pages[0].fileName, u"Seite.pdf"_s);
        QCOMPARE(shelf.read(pages[0].sha256).value(), first);
        QCOMPARE(codes(m_shop->take({put(u"b.json"_s, order({first, second}))})), QStringList{u"same_again"_s});
        pages = pagesNow(taken[0].invoice);
        QCOMPARE(pages.size(), std::size_t{2});
        QCOMPARE(shelf.read(pages[1].sha256).value(), second);
        QVERIFY(got(m_shop->journal->verify()).value().ok());
    }
    void whatCannotBeKeptIsNotTaken()
    {
        m_shop->intake->keepDocuments(DocumentShelf{put(u"no folder"_s, "a file stands here")});
        const auto order = QByteArray(R"({"orgId":"w1","name":"Rechnung J-1","price":11900,"unique":"J-1","attachment":")") + QByteArray{"%PDF-1.7"}.toBase64() + "\"}";
        QCOMPARE(codes(m_shop->take({put(u"a.json"_s, order)})), QStringList{u"document.not_kept"_s});
        QCOMPARE(m_shop->rows(), 0);
    }

    void everyInvoiceSaysHowItCame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("form");
        const auto cii = [](const QByteArray& guideline) { return bench::ciiInvoice(1, 2).replace("urn:cen.eu:en16931:2017", guideline); };
        QTest::newRow("EN 16931") << u"a.xml"_s << cii("urn:cen.eu:en16931:2017") << u"cii"_s;
        QTest::newRow("XRechnung") << u"a.xml"_s << cii("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0") << u"xrechnung.cii"_s;
        QTest::newRow("Factur-X") << u"a.xml"_s << cii("urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended") << u"zugferd.2"_s;
        QTest::newRow("order") << u"a.json"_s << kOrder << u"order"_s;
        QTest::newRow("table") << u"a.csv"_s << QByteArray{kTitles + kGood} << u"table:"_s + germanTable();
        QTest::newRow("DATEV EXTF") << u"a.csv"_s << datev() << u"datev.extf"_s;
    }
    void everyInvoiceSaysHowItCame()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, form);
        m_shop->read(u"de"_s);
        const auto outcomes = m_shop->take({put(name, bytes)});
        QCOMPARE(outcomes[0].status, Status::Taken);
        const auto timeline = got(m_shop->journal->detail(outcomes[0].invoice)).value().timeline;
        const auto* taken = timeline.front().event.as<domain::InvoiceTaken>();
        QVERIFY(taken != nullptr);
        QCOMPARE(taken->form, form);
    }
    void invoicesAndFilesAreCountedApart()
    {
        m_shop->read(u"de"_s);
        m_shop->take({put(u"a.csv"_s, kTitles + kGood), put(u"b.json"_s, kOrder), put(u"c.xml"_s, "<rss/>")});
        QCOMPARE(m_shop->last.taken, 3);
        QCOMPARE(m_shop->last.refused, 1);
        QCOMPARE(m_shop->last.files, 3);
    }

    void withoutAProfileNoTableIsTaken()
    {
        QCOMPARE(codes(m_shop->take({put(u"a.csv"_s, kTitles + kGood)})), QStringList{u"table.no_profile"_s});
        QCOMPARE(m_shop->rows(), 0);
    }

    void everyRowHasItsOwnAnswer()
    {
        m_shop->read(u"de"_s);
        const auto path = put(u"a.csv"_s, kTitles + kGood + kBad);
        const auto outcomes = m_shop->take({path});
        QCOMPARE(codes(outcomes), (QStringList{u"taken"_s, u"taken"_s, u"amount.unreadable"_s}));
        QCOMPARE(outcomes[1].amount, domain::Money::cents(123'456));
        QCOMPARE(outcomes[1].customer, u"Jörg Blüm"_s);
        QCOMPARE(outcomes[2].number, u"R-3"_s);
        QCOMPARE((std::vector<int>{outcomes[0].line, outcomes[1].line, outcomes[2].line}), (std::vector<int>{2, 3, 4}));
        QVERIFY(!outcomes[0].endsFile && !outcomes[1].endsFile && outcomes[2].endsFile);
        QCOMPARE(m_shop->rows(), 2);
        QCOMPARE(codes(m_shop->take({path})), (QStringList{u"same_again"_s, u"same_again"_s, u"amount.unreadable"_s}));
        QCOMPARE(m_shop->rows(), 2);
    }

    // As an order and in a table, and once more after the site and the system got other names: one claim, and somebody is told.
    void whatComesByTwoWaysIsTakenOnce()
    {
        m_shop->read(u"de"_s);
        const auto order = put(u"a.json"_s, R"({"orgId":"w1","name":"Rechnung R-1","price":11900,"unique":"A-1","date":"2026-11-02","invoice":[{"invoiceNo":"R-1"}]})");
        const auto table = put(u"a.csv"_s, kTitles + kGood);
        QCOMPARE(codes(m_shop->take({order})), QStringList{u"taken"_s});
        const auto outcomes = m_shop->take({table});
        QCOMPARE(codes(outcomes), (QStringList{u"same_again"_s, u"taken"_s}));
        QVERIFY(outcomes[0].notices.contains(u"claim.two_ways"_s));
        QCOMPARE(m_shop->rows(), 2);
        m_shop->intake->setSite(u"Neues Haus"_s, u"Anderer Name"_s);
        QCOMPARE(codes(m_shop->take({table})), (QStringList{u"same_again"_s, u"same_again"_s}));
        QCOMPARE(codes(m_shop->take({order})), QStringList{u"same_again"_s});
        const auto other = put(u"b.json"_s, R"({"orgId":"w1","name":"Rest","price":500,"unique":"A-2","date":"2026-11-02","invoice":[{"invoiceNo":"R-1"}]})");
        QCOMPARE(codes(m_shop->take({other})), QStringList{u"taken"_s});   // another key of the sender is another claim
        QCOMPARE(m_shop->rows(), 3);
        QVERIFY(got(m_shop->journal->verify()).value().ok());
    }

    void aLongTableIsStoredInGroups()
    {
        m_shop->read(u"de"_s);
        constexpr int kRows = 2 * Intake::kGroup + 7;
        QByteArray table = kTitles;
        for (int i = 0; i < kRows; ++i) table += "L-" + QByteArray::number(i) + ";02.11.2026;" + QByteArray::number(i + 1) + ",50;Kunde;KA-X " + QByteArray::number(i) + "\r\n";
        QSignalSpy progress{m_shop->intake.get(), &Intake::progress};
        const auto outcomes = m_shop->take({put(u"long.csv"_s, table)});
        QCOMPARE(outcomes.size(), std::size_t{kRows});
        QCOMPARE(m_shop->rows(), kRows);
        QCOMPARE(progress.size(), 3);
        QCOMPARE(progress.back().at(0).toInt(), 1);
    }

    // In the workshop's folder a table is taken whole or not at all: nobody sees a row that is missing.
    void theHotFolderTakesATableWholeOrNotAtAll()
    {
        m_shop->read(u"de"_s);
        QDir{m_dir->path()}.mkdir(u"in"_s);
        put(u"in/good.csv"_s, kTitles + kGood);
        put(u"in/bad.csv"_s, kTitles + "R-8;02.11.2026;1,00;A;\r\n" + kBad);
        put(u"in/order.json"_s, kOrder);
        put(u"in/other.doc"_s, "x");
        HotFolder folder{*m_shop->intake};
        folder.setWords([](const FileOutcome& o) { return o.number + u" "_s + QString::number(o.line); });
        HotFolderOptions options{m_dir->filePath(u"in"_s)};
        options.pace = {100, 200, 60'000};
        options.lookMs = 100;
        options.endings = Arrivals::endings(true);
        folder.watch(options);
        QTRY_COMPARE_WITH_TIMEOUT(folder.counts(), (HotFolderCounts{2, 1, 0, 0}), 30'000);
        QTRY_COMPARE(QDir{m_dir->filePath(u"in/failed"_s)}.entryList(QDir::Files), (QStringList{u"bad.csv"_s, u"bad.csv.reason.txt"_s}));
        QFile note{m_dir->filePath(u"in/failed/bad.csv.reason.txt"_s)};
        QVERIFY(note.open(QIODevice::ReadOnly));
        QCOMPARE(note.readAll(), QByteArray{"R-8 2\n(file.others_refused)\nR-3 3\n(amount.unreadable)\n"});
        QCOMPARE(QDir{m_dir->filePath(u"in"_s)}.entryList(QDir::Files), QStringList{u"other.doc"_s});
        QCOMPARE(m_shop->rows(), 3);
    }

private:
    QString put(const QString& name, const QByteArray& bytes)
    {
        const auto path = m_dir->filePath(name);
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("write");
        return path;
    }
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Shop> m_shop;
};

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
