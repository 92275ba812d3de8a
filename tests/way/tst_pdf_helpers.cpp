// Foreign PDFs in the children of the built program: what a hostile one does, it does to a child, and the next file is read as before.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/pdf_drawing.h"
#include "app/core/limits.h"
#include "tests/app/adapters/workshop/einvoice/samples.h"
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>
#include <atomic>
#include <set>
#include <csignal>
#include <sys/resource.h>
#include <zlib.h>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using namespace adapters::einvoice;

namespace {

// A PDF written by hand: number and body of each object; number 1 is the catalog.
QByteArray rawPdf(const std::vector<QByteArray>& objects, const QByteArray& trailer = {})
{
    QByteArray out = "%PDF-1.7\n", xref = "0000000000 65535 f \n";
    const auto size = QByteArray::number(static_cast<qint64>(objects.size()) + 1);
    int number = 0;
    for (const auto& object : objects) {
        xref += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const auto at = QByteArray::number(out.size());
    return out + "xref\n0 " + size + '\n' + xref + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + at + "\n%%EOF\n";
}

QByteArray stream(const QByteArray& dictionary, const QByteArray& data)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray deflated(const QByteArray& block, int repeats)   // without ever holding what it unpacks to
{
    z_stream z{};
    if (deflateInit(&z, 1) != Z_OK) qFatal("zlib");
    QByteArray out, piece(1 << 16, 0);
    for (int i = 0; i <= repeats; ++i) {
        auto in = i < repeats ? block : QByteArray{};
        z.next_in = reinterpret_cast<Bytef*>(in.data());
        z.avail_in = static_cast<uInt>(in.size());
        do {
            z.next_out = reinterpret_cast<Bytef*>(piece.data());
            z.avail_out = static_cast<uInt>(piece.size());
            deflate(&z, i < repeats ? Z_NO_FLUSH : Z_FINISH);
            out.append(piece.constData(), piece.size() - static_cast<qsizetype>(z.avail_out));
        } while (z.avail_out == 0);
    }
    deflateEnd(&z);
    return out;
}

// Catalog, pages, name tree, file specification, 5 the embedded file, then pages and their contents.
QByteArray hybrid(const QByteArray& embedded, const QByteArray& catalog = {}, const QByteArray& pages = "<< /Type /Pages /Kids [] /Count 0 >>",
                  const std::vector<QByteArray>& more = {})
{
    std::vector<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> " + catalog + " >>", pages,
        "<< /Names [ (factur-x.xml) 4 0 R ] >>", "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 5 0 R >> >>", embedded};
    objects.insert(objects.end(), more.begin(), more.end());
    return rawPdf(objects);
}

QByteArray onePage(const QByteArray& printed)
{
    const auto text = "BT /F1 12 Tf 72 720 Td (" + printed + ") Tj ET";
    return hybrid(stream("", samples::cii()), {}, "<< /Type /Pages /Kids [ 6 0 R ] /Count 1 >>",
        {"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 8 0 R >> >> >>", stream("", text),
         "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"});
}

PdfHelpers::Options withProgram()
{
    PdfHelpers::Options options;
    options.program = QStringLiteral(TRESEN_PROGRAM);
    return options;
}

} // namespace

class TstPdfHelpers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAttachmentAndText()
    {
        PdfHelpers helpers{withProgram()};
        const auto read = helpers.read(onePage("Gesamtbetrag 124,50 EUR"));
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().code + u' ' + read.error().detail));
        QCOMPARE(read.value().invoice->xml, samples::cii());
        QCOMPARE(read.value().invoice->attachment, u"factur-x.xml"_s);
        QVERIFY(read.value().text.contains(u"Gesamtbetrag 124,50 EUR"));
        QVERIFY(read.value().isWholeText);
        const EInvoiceReader reader{[&](const QByteArray& bytes) { return helpers.read(bytes); }};
        QVERIFY(!reader.read(onePage("Gesamtbetrag 124,50 EUR"), {}).value().warnings.contains(u"totals.pdf_differs"_s));
        QVERIFY(reader.read(onePage("Gesamtbetrag 1.124,50 EUR"), {}).value().warnings.contains(u"totals.pdf_differs"_s));
        QCOMPARE(helpers.processIds().size(), std::size_t{1});   // one child did all of it
    }

    void refusalsComeThrough()
    {
        PdfHelpers helpers{withProgram()};
        QCOMPARE(helpers.read("%PDF-1.7\n").error().code, u"pdf.damaged"_s);
        QVERIFY(!helpers.read(rawPdf({"<< /Type /Catalog >>"})).value().invoice);
        QCOMPARE(helpers.read(hybrid(stream("/Filter /FlateDecode", deflated(QByteArray(1 << 20, 0), 64)))).error().code, u"pdf.attachment_too_large"_s);
        QCOMPARE(helpers.processIds().size(), std::size_t{1});
    }

    // The page an invoice was typed in from, for the desk to show.
    void aPageIsDrawn()
    {
        const auto program = QStringLiteral(TRESEN_PROGRAM);
        const auto drawn = drawPage(onePage("Gesamtbetrag 124,50 EUR"), 0, program);
        QVERIFY2(drawn.ok(), drawn.ok() ? "" : qPrintable(drawn.error().code + u' ' + drawn.error().detail));
        const auto& page = drawn.value();
        QCOMPARE(page.pages, 1);
        QCOMPARE(page.height, limits::kMaxDrawnEdge);
        QCOMPARE(page.pixels.size(), qsizetype{page.width} * page.height * 4);
        const auto dark = std::count_if(page.pixels.begin(), page.pixels.end(), [](char part) { return static_cast<unsigned char>(part) < 64; });
        QVERIFY(dark > 100);                                   // the text,
        QVERIFY(dark * 20 < page.pixels.size());               // on white paper
        QCOMPARE(drawPage(onePage("x"), 7, program).value().page, 0);   // there is no other
        QCOMPARE(drawPage("%PDF-1.7\n", 0, program).error().code, u"pdf.damaged"_s);
        QVERIFY(!drawPage(onePage("x"), 0, u"/no/such/program"_s));
        const auto costly = hybrid(stream("", samples::cii()), {}, "<< /Type /Pages /Kids [ 6 0 R ] /Count 1 >>",
            {"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R >>", stream("/Filter /FlateDecode", deflated(QByteArray(1 << 20, ' '), 1024))});
        QVERIFY(!drawPage(costly, 0, program) || drawPage(costly, 0, program).value().pages == 1);   // its child may die of it, this process does not
    }

    void fault_50_hostile_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const auto xml = stream("", samples::cii());
        const auto page = [](const QByteArray& more) { return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + more + " >>"; };
        const QByteArray onlyPage = "<< /Type /Pages /Kids [ 6 0 R ] /Count 1 >>";
        auto looping = hybrid(xml);
        looping.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + looping.mid(looping.lastIndexOf("startxref") + 10).split('\n').front());
        QTest::newRow("looping xref") << looping;
        QTest::newRow("1 GB stream") << hybrid(stream("/Filter /FlateDecode", deflated(QByteArray(1 << 20, 0), 1024)));
        QTest::newRow("1 GB page") << hybrid(xml, {}, onlyPage, {page("/Contents 7 0 R"), stream("/Filter /FlateDecode", deflated(QByteArray(1 << 20, ' '), 1024))});
        QTest::newRow("1 GB of page text") << hybrid(xml, {}, onlyPage,
            {page("/Contents 7 0 R /Resources << /Font << /F1 8 0 R >> >>"), stream("/Filter /FlateDecode", deflated(QByteArray{"BT /F1 9 Tf (0123456789) Tj ET\n"}.repeated(33'000), 1000)),
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
        QTest::newRow("deep nesting") << hybrid(xml, "/X " + QByteArray(5'000'000, '[') + QByteArray(5'000'000, ']'));
        QTest::newRow("deep page tree") << [&] {
            std::vector<QByteArray> nodes;
            for (int i = 0; i < 20'000; ++i) nodes.push_back("<< /Type /Pages /Kids [ " + QByteArray::number(i + 7) + " 0 R ] /Count 1 >>");
            nodes.push_back(page({}));
            return hybrid(xml, {}, onlyPage, nodes);
        }();
        QTest::newRow("page is its own parent") << hybrid(xml, {}, "<< /Type /Pages /Kids [ 2 0 R 2 0 R ] /Count 2000000000 >>");
        QTest::newRow("huge page count") << hybrid(xml, {}, "<< /Type /Pages /Kids [ 6 0 R ] /Count 2147483647 >>", {page({})});
        QTest::newRow("huge page") << hybrid(xml, {}, onlyPage, {"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 1e30] >>"});
        QTest::newRow("script") << hybrid(xml, "/OpenAction << /S /JavaScript /JS (while(true){app.alert(1)}) >> /AA << /O << /S /Launch /F (/bin/sh) >> >>");
        QTest::newRow("form that draws itself") << hybrid(xml, {}, onlyPage,
            {page("/Contents 7 0 R /Resources << /XObject << /X 8 0 R >> >>"), stream("", "/X Do"),
             stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 8 0 R >> >>", "/X Do /X Do")});
        QTest::newRow("cut") << hybrid(xml).left(600);
        QTest::newRow("no pdf at all") << QByteArray("%PDF-") + QByteArray(1'000'000, '\xff');
    }
    // Read or refused, in time, within the memory: the caller goes on, and an honest file is read right after.
    void fault_50_hostile()
    {
        QFETCH(const QByteArray, pdf);
        QVERIFY(pdf.size() < limits::kMaxInvoiceFile);
        PdfHelpers helpers{withProgram()};
        QElapsedTimer timer;
        timer.start();
        const auto read = helpers.read(pdf);
        const auto ms = timer.elapsed();
        rusage children{};
        qInfo("%s after %lld ms", read.ok() ? "read" : qPrintable(read.error().code + u' ' + read.error().detail), static_cast<long long>(ms));
        QVERIFY(ms < 2 * limits::kPdfDeadlineMs);   // the first word to a fresh child has its own deadline
        if (!read) QVERIFY(read.error().fault == Fault::Invalid && read.error().code.startsWith(u"pdf."_s));
        else QCOMPARE(read.value().invoice->xml, samples::cii());
        const auto next = helpers.read(onePage("1,00"));
        QVERIFY2(next.ok(), next.ok() ? "" : qPrintable(next.error().code + u' ' + next.error().detail));
        for (const auto id : helpers.processIds()) QVERIFY(::kill(static_cast<pid_t>(id), 0) == 0);
        QVERIFY(::getrusage(RUSAGE_CHILDREN, &children) == 0);
        const auto mostMb = children.ru_maxrss / 1024;   // of the largest child that has ended so far
        QVERIFY2(mostMb < 700, qPrintable(u"%1 MB"_s.arg(mostMb)));
    }

    void fault_50_aKilledChildIsReplaced()
    {
        PdfHelpers helpers{withProgram()};
        QVERIFY(helpers.read(onePage("1,00")).ok());
        const auto before = helpers.processIds();
        QCOMPARE(before.size(), std::size_t{1});
        QVERIFY(::kill(static_cast<pid_t>(before[0]), SIGKILL) == 0);
        QCOMPARE(helpers.read(onePage("1,00")).error().code, u"pdf.too_costly"_s);
        QVERIFY(helpers.read(onePage("1,00")).ok());
        QVERIFY(helpers.processIds() != before);
    }

    void replacedAfterItsShare()
    {
        auto options = withProgram();
        options.filesPerHelper = 3;
        PdfHelpers helpers{options};
        std::set<qint64> ids;
        for (int i = 0; i < 9; ++i) {
            QVERIFY(helpers.read(onePage("1,00")).ok());
            for (const auto id : helpers.processIds()) ids.insert(id);
        }
        QCOMPARE(ids.size(), std::size_t{3});
    }

    void fault_50_tooSlowIsEnded()
    {
        auto options = withProgram();
        options.deadlineMs = 1;
        PdfHelpers helpers{options};
        const auto read = helpers.read(onePage(QByteArray{"1,00 "}.repeated(20'000)));
        QCOMPARE(read.error().code, u"pdf.too_costly"_s);
        QVERIFY(helpers.processIds().empty());
    }

    void noProgramIsNotTheFilesFault()
    {
        for (const auto& program : {u"/nonexistent"_s, u"/bin/true"_s, u"/bin/cat"_s}) {
            PdfHelpers::Options options;
            options.program = program;
            const auto read = PdfHelpers{options}.read(onePage("1,00"));
            QCOMPARE(read.error().code, u"pdf.reader"_s);
            QCOMPARE(read.error().fault, Fault::Unreachable);
        }
    }

    void manyThreads()
    {
        PdfHelpers helpers{withProgram()};
        std::atomic<int> good = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back(QThread::create([&] {
                for (int i = 0; i < 10; ++i) good += helpers.read(onePage("124,50")).ok();
            }));
            threads.back()->start();
        }
        for (auto& thread : threads) QVERIFY(thread->wait(60'000));
        QCOMPARE(good.load(), 40);
        QVERIFY(helpers.processIds().size() <= 4);
    }

    void allPublicSamplesAsBefore()
    {
        if (!qEnvironmentVariableIsSet("TRESEN_CORPUS")) QSKIP("TRESEN_CORPUS is not set: the public sample invoices are not tried");
        PdfHelpers helpers{withProgram()};
        const EInvoiceReader here, there{[&](const QByteArray& bytes) { return helpers.read(bytes); }};
        int files = 0, differ = 0, slow = 0;
        QElapsedTimer timer;
        for (const auto& info : QDir{qEnvironmentVariable("TRESEN_CORPUS") + u"/einvoices/invoices"_s}.entryInfoList({u"*.pdf"_s}, QDir::Files)) {
            QFile file{info.filePath()};
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto bytes = file.readAll();
            timer.start();
            const auto a = there.read(bytes, {});
            slow += timer.elapsed() > 2'000;
            const auto b = here.read(bytes, {});
            ++files;
            QCOMPARE(a.ok(), b.ok());
            if (!a) QCOMPARE(a.error().code, b.error().code);
            else QCOMPARE(a.value().invoice, b.value().invoice);
            if (a && a.value().warnings.contains(u"totals.pdf_differs"_s)) {
                ++differ;
                qInfo("the page does not name the total: %s", qPrintable(info.fileName()));
            }
        }
        qInfo("%d files, %d whose page does not name the total, %d slow", files, differ, slow);
        QVERIFY(files > 0);
    }
};

QTEST_APPLESS_MAIN(TstPdfHelpers)
#include "tst_pdf_helpers.moc"
