// Hybrid PDFs: which attachment is taken, and what foreign or hostile PDFs may not do.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/pdf_attachment.h"
#include "app/adapters/workshop/einvoice/pdf_meter.h"
#include "app/adapters/workshop/einvoice/qpdf_headers.h"
#include "app/core/limits.h"
#include "tests/app/adapters/workshop/einvoice/samples.h"
#include <QRandomGenerator>
#include <QTest>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using adapters::einvoice::invoiceInPdf;

namespace {

struct Attached {
    std::string name;
    QByteArray bytes;
};

enum Place { NameTree = 1, AssociatedFiles = 2 };

struct PdfOptions {
    int places = NameTree | AssociatedFiles;
    qpdf_object_stream_e objectStreams = qpdf_o_disable;
    qpdf_stream_data_e streams = qpdf_s_preserve;
    std::string password;
};

QByteArray pdfWith(const std::vector<Attached>& files, const PdfOptions& options = {})
{
    QPDF pdf;
    pdf.emptyPDF();
    QPDFEmbeddedFileDocumentHelper helper{pdf};
    auto list = QPDFObjectHandle::newArray();
    int n = 0;
    for (const auto& file : files) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, file.bytes.toStdString());
        auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, file.name, stream);
        auto handle = pdf.makeIndirectObject(spec.getObjectHandle());
        if (options.places & NameTree) helper.replaceEmbeddedFile(std::to_string(n++), QPDFFileSpecObjectHelper{handle});
        list.appendItem(handle);
    }
    if (options.places & AssociatedFiles) pdf.getRoot().replaceKey("/AF", list);
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setObjectStreamMode(options.objectStreams);
    writer.setStreamDataMode(options.streams);
    if (!options.password.empty()) writer.setR6EncryptionParameters(options.password.c_str(), "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(out->getBuffer()), static_cast<qsizetype>(out->getSize())};
}

// A PDF written by hand: object number and body of each object; number 1 is the catalog.
QByteArray rawPdf(const std::vector<QByteArray>& objects, const QByteArray& trailer = {})
{
    QByteArray out = "%PDF-1.7\n";
    std::vector<qsizetype> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(out.size());
        out += QByteArray::number(static_cast<int>(i) + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto xref = out.size();
    out += "xref\n0 " + QByteArray::number(static_cast<int>(objects.size()) + 1) + "\n0000000000 65535 f \n";
    for (const auto offset : offsets) out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return out + "trailer\n<< /Size " + QByteArray::number(static_cast<int>(objects.size()) + 1) + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
}

QByteArray stream(const QByteArray& dictionary, const QByteArray& data)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray deflated(const QByteArray& data, int repeats = 1)
{
    std::string out;
    Pl_String sink{"sink", nullptr, out};
    Pl_Flate flate{"deflate", &sink, Pl_Flate::a_deflate};
    for (int i = 0; i < repeats; ++i) flate.write(reinterpret_cast<const unsigned char*>(data.constData()), static_cast<std::size_t>(data.size()));
    flate.finish();
    return QByteArray::fromStdString(out);
}

// Catalog, pages, name tree, file specification: number 5 is the embedded file.
QByteArray hybrid(const QByteArray& embedded, const QByteArray& catalog = {})
{
    return rawPdf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> " + catalog + " >>", "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Names [ (factur-x.xml) 4 0 R ] >>", "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 5 0 R >> >>", embedded});
}

QString codeOf(const QByteArray& pdf)
{
    const auto out = invoiceInPdf(pdf);
    return out ? u"ok"_s : out.error().code;
}

} // namespace

class TestEInvoicePdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheInvoice_data();
    void readsTheInvoice();
    void choosesByName_data();
    void choosesByName();
    void doesNotOpenOtherAttachments();
    void everyWayOfWriting();
    void sameStreamTwiceIsOne();
    void contentDecides();
    void refused_data();
    void refused();
    void fault_50_bombs_data();
    void fault_50_bombs();
    void predictorsOfTheCrossReference();
    void attachmentAtTheLimit();
    void damagedCrossReferenceIsRepaired();
    void anyTruncation();
    void fault_50_randomDamage();
};

void TestEInvoicePdf::readsTheInvoice_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("syntax");
    QTest::newRow("factur-x") << samples::cii() << u"factur-x.xml"_s << u"cii"_s;
    QTest::newRow("zugferd 1") << samples::zugferd1() << u"ZUGFeRD-invoice.xml"_s << u"zf1"_s;
    QTest::newRow("xrechnung") << samples::ubl() << u"xrechnung.xml"_s << u"ubl"_s;
}

void TestEInvoicePdf::readsTheInvoice()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const QString, name);
    QFETCH(const QString, syntax);
    const adapters::einvoice::EInvoiceReader reader;
    const auto out = reader.read(pdfWith({{name.toStdString(), xml}}), u"a.pdf"_s);
    QVERIFY(out.ok());
    QCOMPARE(out.value().container, u"pdf"_s);
    QCOMPARE(out.value().attachment, name);
    QCOMPARE(out.value().syntax, syntax);
    QCOMPARE(out.value().invoice, reader.read(xml, {}).value().invoice);
    QVERIFY(!out.value().warnings.contains(u"pdf.several_invoices"_s));
}

void TestEInvoicePdf::choosesByName_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("expected");   // empty: none
    QTest::addColumn<bool>("several");
    QTest::newRow("not the first") << QStringList{u"a.pdf"_s, u"additional_data.xml"_s, u"factur-x.xml"_s} << u"factur-x.xml"_s << false;
    QTest::newRow("upper case") << QStringList{u"FACTUR-X.XML"_s} << u"FACTUR-X.XML"_s << false;
    QTest::newRow("factur-x before zugferd") << QStringList{u"ZUGFeRD-invoice.xml"_s, u"Factur-X.xml"_s} << u"Factur-X.xml"_s << true;
    QTest::newRow("xrechnung before zugferd") << QStringList{u"zugferd-invoice.xml"_s, u"xrechnung.xml"_s} << u"xrechnung.xml"_s << true;
    QTest::newRow("factur-x before xrechnung") << QStringList{u"xrechnung.xml"_s, u"factur-x.xml"_s} << u"factur-x.xml"_s << true;
    QTest::newRow("path") << QStringList{u"C:\\out\\factur-x.xml"_s} << u"factur-x.xml"_s << false;
    QTest::newRow("order") << QStringList{u"order-x.xml"_s} << QString{} << false;
    QTest::newRow("other name") << QStringList{u"invoice.xml"_s, u"my-factur-x.xml"_s, u"factur-x.xml.pdf"_s} << QString{} << false;
    QTest::newRow("none") << QStringList{} << QString{} << false;
}

void TestEInvoicePdf::choosesByName()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, expected);
    QFETCH(const bool, several);
    for (const int places : {int(NameTree), int(AssociatedFiles), NameTree | AssociatedFiles}) {
        std::vector<Attached> files;
        for (const auto& name : names) files.push_back({name.toStdString(), "<content of=\"" + name.section(u'\\', -1).toUtf8() + "\"/>"});
        PdfOptions options;
        options.places = places;
        const auto out = invoiceInPdf(pdfWith(files, options));
        if (expected.isEmpty()) {
            QCOMPARE(out.error().code, u"pdf.no_invoice"_s);
            continue;
        }
        QVERIFY(out.ok());
        QCOMPARE(out.value().attachment, expected);
        QVERIFY(out.value().xml.contains(expected.toUtf8()));
        QCOMPARE(out.value().severalInvoices, several);
    }
}

// The other attachment would unpack without end: opening it would be refused.
void TestEInvoicePdf::doesNotOpenOtherAttachments()
{
    const auto pdf = rawPdf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>", "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Names [ (a.xml) 6 0 R (factur-x.xml) 4 0 R ] >>", "<< /F (factur-x.xml) /EF << /F 5 0 R >> >>", stream("", samples::cii()),
        "<< /F (a.xml) /EF << /F 7 0 R >> >>", stream("/Filter /FlateDecode", deflated(QByteArray(1 << 20, 0), 100))});
    QCOMPARE(codeOf(pdf), u"ok"_s);
}

void TestEInvoicePdf::everyWayOfWriting()
{
    for (const auto objects : {qpdf_o_disable, qpdf_o_generate})
        for (const auto streams : {qpdf_s_uncompress, qpdf_s_compress}) {
            PdfOptions options;
            options.objectStreams = objects;
            options.streams = streams;
            const auto out = invoiceInPdf(pdfWith({{"factur-x.xml", samples::cii()}}, options));
            QVERIFY(out.ok());
            QCOMPARE(out.value().xml, samples::cii());
        }
    QCOMPARE(invoiceInPdf(hybrid(stream("/Filter [/ASCIIHexDecode /FlateDecode]", deflated("<a/>").toHex() + '>'))).value().xml, QByteArray{"<a/>"});
    QCOMPARE(invoiceInPdf("garbage before\n" + pdfWith({{"factur-x.xml", "<a/>"}})).value().xml, QByteArray{"<a/>"});
}

void TestEInvoicePdf::sameStreamTwiceIsOne()
{
    const auto pdf = rawPdf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [ 3 0 R ] >> >> /AF [ 6 0 R ] >>", "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Names [ (x) 4 0 R ] >>", "<< /F (factur-x.xml) /EF << /F 5 0 R >> >>", stream("", "<a/>"), "<< /UF (factur-x.xml) /EF << /UF 5 0 R >> >>"});
    QVERIFY(!invoiceInPdf(pdf).value().severalInvoices);
}

void TestEInvoicePdf::contentDecides()
{
    const adapters::einvoice::EInvoiceReader reader;
    QVERIFY(reader.read(samples::cii(), u"a.pdf"_s).ok());
    QVERIFY(reader.read(pdfWith({{"factur-x.xml", samples::cii()}}), u"a.xml"_s).ok());
    QCOMPARE(reader.read(pdfWith({{"factur-x.xml", "<order/>"}}), {}).error().code, u"invoice.unsupported"_s);
    QCOMPARE(reader.read(pdfWith({{"factur-x.xml", "<!DOCTYPE x><x/>"}}), {}).error().code, u"xml.dtd"_s);
    QCOMPARE(reader.read(pdfWith({{"factur-x.xml", {}}}), {}).error().code, u"file.empty"_s);
    // A deflate stream that stops early is unpacked as far as it goes; the XML in it is not whole.
    QCOMPARE(reader.read(hybrid(stream("/Filter /FlateDecode", deflated(samples::cii()).left(200))), {}).error().code, u"xml.malformed"_s);
}

void TestEInvoicePdf::refused_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("code");
    PdfOptions locked;
    locked.password = "secret";
    QTest::newRow("plain") << pdfWith({}) << u"pdf.no_invoice"_s;
    QTest::newRow("password") << pdfWith({{"factur-x.xml", samples::cii()}}, locked) << u"pdf.encrypted"_s;
    QTest::newRow("header only") << QByteArray{"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"} << u"pdf.damaged"_s;
    QTest::newRow("no stream") << rawPdf({"<< /Names << /EmbeddedFiles << /Names [ (x) << /F (factur-x.xml) /EF << /F 9 0 R >> >> ] >> >> >>"}) << u"pdf.no_invoice"_s;
    QTest::newRow("broken stream") << hybrid(stream("/Filter /FlateDecode", "no deflate data")) << u"pdf.damaged"_s;
    QTest::newRow("unknown filter") << hybrid(stream("/Filter /Secret", "<a/>")) << u"pdf.damaged"_s;
    QTest::newRow("lzw") << hybrid(stream("/Filter /LZWDecode", "<a/>")) << u"pdf.damaged"_s;
    QTest::newRow("kids loop") << rawPdf({"<< /Names << /EmbeddedFiles 2 0 R >> >>", "<< /Kids [ 2 0 R 1 0 R 2 0 R ] >>"}) << u"pdf.no_invoice"_s;
    QTest::newRow("catalog loop") << rawPdf({"1 0 R"}) << u"pdf.damaged"_s;
    QTest::newRow("wrong kinds") << rawPdf({"<< /Names << /EmbeddedFiles [ 1 2 ] >> /AF [ 1 (a) null << /F 5 /EF 3 >> << /F (factur-x.xml) /EF [ ] >> ] >>"}) << u"pdf.no_invoice"_s;
}

void TestEInvoicePdf::refused()
{
    QFETCH(const QByteArray, pdf);
    QFETCH(const QString, code);
    QCOMPARE(codeOf(pdf), code);
}

void TestEInvoicePdf::fault_50_bombs_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("code");
    const QByteArray block(1 << 20, 0);
    const auto zeros = deflated(block, 256);
    QTest::newRow("256 MB of zeros") << hybrid(stream("/Filter /FlateDecode", zeros)) << u"pdf.attachment_too_large"_s;
    QTest::newRow("packed twice") << hybrid(stream("/Filter [/FlateDecode /FlateDecode]", deflated(zeros))) << u"pdf.attachment_too_large"_s;
    QTest::newRow("array") << hybrid(stream("", "<a/>"), "/X [ " + QByteArray{"1 "}.repeated(9'000'000) + "]") << u"pdf.damaged"_s;
    QTest::newRow("array in the trailer") << rawPdf({"<< >>"}, "/X [ " + QByteArray{"1 "}.repeated(9'000'000) + "]") << u"pdf.damaged"_s;
    QTest::newRow("nested") << hybrid(stream("", "<a/>"), "/X " + QByteArray(9'000'000, '[') + QByteArray(9'000'000, ']')) << u"pdf.damaged"_s;
    QTest::newRow("objects") << "%PDF-1.7\n" + QByteArray{"1 0 obj\n"}.repeated(2'000'000) << u"pdf.damaged"_s;
    QTest::newRow("line ends") << "%PDF-1.7\n" + QByteArray(19'000'000, '\n') << u"pdf.damaged"_s;
    QByteArray many = "<< /Names [ ";
    for (int i = 0; i < 1'000; ++i) many += "(a) << /F (a.xml) >> ";
    QTest::newRow("attachments") << rawPdf({"<< /Names << /EmbeddedFiles 2 0 R >> >>", many + "] >>"}) << u"pdf.damaged"_s;
    // A cross-reference stream of 20 million entries, three bytes each.
    QByteArray body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    const auto at = body.size();
    body += "9 0 obj\n" + stream("/Type /XRef /W [1 1 1] /Size 20971520 /Root 1 0 R /Filter /FlateDecode", deflated(QByteArray{"\1\0\11", 3}.repeated(1 << 20), 20));
    QTest::newRow("cross-reference") << body + "\nendobj\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n" << u"pdf.damaged"_s;
}

void TestEInvoicePdf::fault_50_bombs()
{
    QFETCH(const QByteArray, pdf);
    QFETCH(const QString, code);
    QVERIFY(pdf.size() < limits::kMaxInvoiceFile);
    QCOMPARE(codeOf(pdf), code);
    QVERIFY(!adapters::einvoice::PdfMeter::current());
}

// libqpdf writes cross-reference streams with PNG predictor 12; the other row filters are made here.
void TestEInvoicePdf::predictorsOfTheCrossReference()
{
    adapters::einvoice::installMeteredFilters();
    QByteArray text = "0123456789abcdefghijABCDEFGHIJklmnopqrst";   // four rows of ten
    QByteArray rows;
    for (int r = 0; r < 4; ++r) {
        rows += static_cast<char>(r + 1);   // Sub, Up, Average, Paeth
        for (int i = 0; i < 10; ++i) {
            const auto byte = [&](int row, int col) { return row < 0 || col < 0 ? 0 : int(static_cast<unsigned char>(text[row * 10 + col])); };
            const int a = byte(r, i - 1), b = byte(r - 1, i), c = i > 0 ? byte(r - 1, i - 1) : 0;
            const int p = a + b - c;
            const int paeth = qAbs(p - a) <= qAbs(p - b) && qAbs(p - a) <= qAbs(p - c) ? a : qAbs(p - b) <= qAbs(p - c) ? b : c;
            const int predicted[]{a, b, (a + b) / 2, paeth};
            rows += static_cast<char>(byte(r, i) - predicted[r]);
        }
    }
    const auto pdf = hybrid(stream("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 10 >>", deflated(rows)));
    QCOMPARE(invoiceInPdf(pdf).value().xml, text);
    QCOMPARE(codeOf(hybrid(stream("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 999999999 >>", deflated(rows)))), u"pdf.damaged"_s);
}

void TestEInvoicePdf::attachmentAtTheLimit()
{
    const QByteArray block(1 << 20, ' ');
    QCOMPARE(codeOf(hybrid(stream("/Filter /FlateDecode", deflated(block, limits::kMaxAttachment >> 20)))), u"ok"_s);
    QCOMPARE(codeOf(hybrid(stream("/Filter /FlateDecode", deflated(block, (limits::kMaxAttachment >> 20) + 1)))), u"pdf.attachment_too_large"_s);
}

void TestEInvoicePdf::damagedCrossReferenceIsRepaired()
{
    auto pdf = pdfWith({{"factur-x.xml", samples::cii()}});
    pdf.replace("startxref\n", "startxref\n9");
    QCOMPARE(invoiceInPdf(pdf).value().xml, samples::cii());
}

void TestEInvoicePdf::anyTruncation()
{
    const auto pdf = pdfWith({{"factur-x.xml", samples::cii()}});
    for (qsizetype size = 0; size < pdf.size(); size += 7) {
        const auto out = invoiceInPdf(pdf.left(size));
        if (out.ok()) QCOMPARE(out.value().xml, samples::cii());   // only the end was missing
    }
}

void TestEInvoicePdf::fault_50_randomDamage()
{
    PdfOptions packed;
    packed.objectStreams = qpdf_o_generate;
    packed.streams = qpdf_s_compress;
    const QByteArray originals[]{pdfWith({{"a.xml", "<a/>"}, {"factur-x.xml", samples::ubl()}}), pdfWith({{"factur-x.xml", samples::cii()}}, packed)};
    const adapters::einvoice::EInvoiceReader reader;
    QRandomGenerator random{815};
    int readable = 0;
    for (int round = 0; round < 3'000; ++round) {
        auto pdf = originals[round % 2];
        for (int n = random.bounded(1, 6); n > 0; --n) {
            const auto at = random.bounded(int(pdf.size()));
            if (random.bounded(3) == 0) pdf.remove(at, random.bounded(1, 40));
            else pdf[at] = static_cast<char>(random.bounded(256));
        }
        const auto out = reader.read(pdf, {});
        if (out) ++readable;
        else QVERIFY(!out.error().code.isEmpty());
    }
    QVERIFY2(readable > 20 && readable < 2'900, qPrintable(QString::number(readable)));
}

QTEST_APPLESS_MAIN(TestEInvoicePdf)
#include "tst_einvoice_pdf.moc"
