// Proof before print: what is drawn is what was meant, and whatever is not is refused.
#include "app/adapters/paper/letter/codes.h"
#include "app/adapters/paper/letter/letter_printer.h"
#include "samples.h"
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::letter;
using ports::LetterContent;
using domain::Money;
using namespace Qt::Literals::StringLiterals;

namespace {

QString outcomeOf(const Result<ports::PaperDocument>& made)
{
    return made ? u"made"_s : made.error().code + u' ' + made.error().detail;
}

QString with(Sabotage sabotage, const LetterContent& content = samples::german())
{
    LetterPrinter printer{std::move(sabotage)};
    return outcomeOf(printer.letter(content).result());
}

void blot(QImage& raster, double part)
{
    QPainter painter{&raster};
    painter.fillRect(0, 0, static_cast<int>(raster.width() * part), raster.height(), Qt::white);
}

} // namespace

class TestLetterProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undamagedSheetsPass()
    {
        QCOMPARE(with({}), u"made"_s);
        int looked = 0;
        QCOMPARE(with({{}, [&](const QString&, QImage&) { ++looked; }}), u"made"_s);
        QCOMPARE(looked, 3);
    }

    // The paper carries another payload than the one that was meant.
    void anotherPayloadIsRefused()
    {
        QCOMPARE(with({[](LetterContent& c) { c.payUrl.replace(u"K7M2"_s, u"K7M3"_s); c.payToken.clear(); }, {}}), u"paper.code_differs page 1, link"_s);
        QCOMPARE(with({[](LetterContent& c) { c.epcPayload.replace("1002.45", "1002.46"); }, {}}), u"paper.code_differs page 1, epc"_s);
        QCOMPARE(with({[](LetterContent& c) { c.epcPayload.replace("\n\n\nRE", "\r\n\n\nRE"); }, {}}), u"paper.code_differs page 1, epc"_s);
        QCOMPARE(with({[](LetterContent& c) { c.deskCode = domain::deskCode(1, 4183); }, {}}), u"paper.code_differs page 1, desk"_s);
        QCOMPARE(with({[](LetterContent& c) { c.payUrl.clear(); }, {}}), u"paper.code_unreadable page 1, link"_s);
        QCOMPARE(with({[](LetterContent& c) { c.epcPayload.clear(); }, {}}), u"paper.code_unreadable page 1, epc"_s);
    }

    void aCodeNobodyMeantIsRefused()
    {
        auto content = samples::german();
        const auto epc = content.epcPayload;
        content.epcPayload.clear();
        QCOMPARE(with({[&](LetterContent& c) { c.epcPayload = epc; }, {}}, content), u"paper.code_differs page 1, a code nobody meant"_s);
    }

    // The codes are swapped for each other on the paper.
    void anotherCodesRasterIsRefused()
    {
        QImage link;
        const auto swap = [&](const QString& name, QImage& raster) {
            if (name == u"link"_s) link = raster;
            if (name == u"epc"_s) raster = link;
        };
        QCOMPARE(with({{}, swap}), u"paper.code_differs page 1, epc"_s);
    }

    void aDamagedRasterIsRefused_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"link", "epc", "desk"}) QTest::newRow(code) << QString::fromLatin1(code);
    }

    void aDamagedRasterIsRefused()
    {
        QFETCH(QString, code);
        const auto damage = [&](double part) {
            return with({{}, [&](const QString& name, QImage& raster) { if (name == code) blot(raster, part); }});
        };
        QCOMPARE(damage(0), u"made"_s);
        QCOMPARE(damage(0.5), u"paper.code_unreadable page 1, "_s + code);
    }

    // One wrong letter in a batch, and nothing is printed.
    void aBatchIsProvenPageByPage()
    {
        int letters = 0;
        LetterPrinter printer{{[&](LetterContent& c) { if (++letters == 3) c.epcPayload.replace("1002.45", "9002.45"); }, {}}};
        QCOMPARE(outcomeOf(printer.letters(std::vector<LetterContent>(5, samples::german())).result()), u"paper.code_differs page 3, epc"_s);
    }

    // decode(encode(x)) = x: the proof itself compares the bytes, so a batch that is made has passed it a hundred times.
    void anyPayloadIsDecodedAsItWasMeant()
    {
        QRandomGenerator random{100};
        const QString letters = u"ABCDEFG abcdefg 0123456789 äöüßÄÖÜ €ŁşığčΩ .,-/+&"_s;
        std::vector<LetterContent> batch;
        for (int i = 0; i < 100; ++i) {
            auto c = samples::german();
            const auto text = [&](int most) {
                QString out{u"R"_s};
                for (int k = random.bounded(most); k > 0; --k) out += letters[random.bounded(static_cast<int>(letters.size()))];
                return out.simplified();
            };
            c.transferText = text(34);
            c.payeeHolder = text(40);
            c.open = Money::cents(1 + random.bounded(99'999'999));
            c.rows.pop_back();
            QByteArray bytes(8, '\0');
            for (auto& byte : bytes) byte = static_cast<char>(random.bounded(256));
            c.payToken = domain::linkToken(bytes);
            c.payUrl = u"https://zahl%1.example/%2"_s.arg(QString(random.bounded(14), u'a'), c.payToken);
            c.deskCode = domain::deskCode(random.bounded(100), random.bounded(100'000'000));
            samples::seal(c);
            QVERIFY(!c.epcPayload.isEmpty());
            batch.push_back(c);
        }
        LetterPrinter printer;
        const auto made = printer.letters(batch).result();
        QVERIFY2(made, qPrintable(outcomeOf(made)));
        QCOMPARE(made.value().pages, 100);
        QCOMPARE(made.value().provenCodes, (QStringList{u"link"_s, u"epc"_s, u"desk"_s}));
    }

    // The standard's limits, each at full length.
    void symbolLimits()
    {
        const auto full = epcSymbol(QByteArray(331, 'x'));
        QVERIFY(full);
        QCOMPARE(full.value().version, 13);
        QCOMPARE(epcSymbol(QByteArray(332, 'x')).error().code, u"paper.text_too_long"_s);
        // Every dark module is in exactly one rectangle.
        std::vector<int> hits(static_cast<std::size_t>(full.value().size * full.value().size), 0);
        for (const auto& r : full.value().dark)
            for (int y = r.top(); y <= r.bottom(); ++y)
                for (int x = r.left(); x <= r.right(); ++x) ++hits[static_cast<std::size_t>(y * full.value().size + x)];
        QVERIFY(std::all_of(hits.begin(), hits.end(), [](int n) { return n <= 1; }));
        QVERIFY(hits.front() == 1);
        const auto desk = code128("T01004182K");
        QVERIFY(desk);
        int sum = 0;
        for (const int w : desk.value()) sum += w;
        QCOMPARE(sum % 11, 2);            // every symbol eleven narrow bars, the stop thirteen
    }

    // A reader of another house sees the same bytes on the finished page.
    void zbarReadsTheSame()
    {
        const auto raster = QStandardPaths::findExecutable(u"pdftoppm"_s), reader = QStandardPaths::findExecutable(u"zbarimg"_s);
        if (raster.isEmpty() || reader.isEmpty()) QSKIP("pdftoppm or zbarimg is not installed: read with ZXing only");
        QTemporaryDir folder;
        for (const auto& content : {samples::german(), samples::english(), samples::copy(), samples::training(), samples::extreme()}) {
            LetterPrinter printer;
            const auto made = printer.letter(content).result();
            QVERIFY2(made, qPrintable(outcomeOf(made)));
            QFile file{folder.filePath(u"letter.pdf"_s)};
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(made.value().pdf);
            file.close();
            QCOMPARE(QProcess::execute(raster, {u"-r"_s, u"150"_s, u"-gray"_s, u"-singlefile"_s, file.fileName(), folder.filePath(u"page"_s)}), 0);
            QProcess zbar;
            zbar.start(reader, {u"--raw"_s, u"-q"_s, u"-Sbinary"_s, folder.filePath(u"page.pgm"_s)});
            QVERIFY(zbar.waitForFinished());
            const auto read = zbar.readAllStandardOutput();
            QVERIFY2(read.contains(content.payUrl.toUtf8()), read.constData());
            QVERIFY2(read.contains(content.deskCode.toUtf8()), read.constData());
            QVERIFY(content.epcPayload.isEmpty() || read.contains(content.epcPayload));
        }
    }
};

QTEST_GUILESS_MAIN(TestLetterProof)
#include "tst_letter_proof.moc"
