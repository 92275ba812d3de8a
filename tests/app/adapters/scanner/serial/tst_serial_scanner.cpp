// A scanner on a line: whole reads out of bytes, however they come; a peer that sends rubbish, never ends, sends a megabyte, or is pulled out.
#include "app/adapters/scanner/serial/read_assembler.h"
#include "app/adapters/scanner/serial/serial_scanner.h"
#include "app/domain/scan.h"
#include "tests/sim/pseudo_line.h"
#include <QMutex>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using adapters::serial::ReadAssembler;
using adapters::serial::SerialScanner;

class TstSerialScanner : public QObject {
    Q_OBJECT

    // What was told, on another thread.
    struct Ear {
        QMutex lock;
        QStringList reads, states;
        void listen(SerialScanner& scanner)
        {
            scanner.onRead([this](const QString& text) {
                const QMutexLocker held{&lock};
                reads << text;
            });
            scanner.onState([this](const Result<Ok>& state) {
                const QMutexLocker held{&lock};
                states << (state ? u"open"_s : state.error().code);
            });
        }
        QStringList heard()
        {
            const QMutexLocker held{&lock};
            return reads;
        }
        QStringList told()
        {
            const QMutexLocker held{&lock};
            return states;
        }
    };

private Q_SLOTS:
    void readsEndInEveryUsualWay_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("reads");
        QTest::newRow("CR") << QByteArray{"T01004182K\r"} << QStringList{u"T01004182K"_s};
        QTest::newRow("LF") << QByteArray{"T01004182K\n"} << QStringList{u"T01004182K"_s};
        QTest::newRow("CR LF, two") << QByteArray{"A1\r\nB2\r\n"} << QStringList{u"A1"_s, u"B2"_s};
        QTest::newRow("STX ETX") << QByteArray{"\x02T01004182K\x03"} << QStringList{u"T01004182K"_s};
        QTest::newRow("identifier") << QByteArray{"]Q1T01004182K\r"} << QStringList{u"T01004182K"_s};
        QTest::newRow("identifier and STX") << QByteArray{"\x02]C0T01004182K\r\n\x03"} << QStringList{u"T01004182K"_s};
        QTest::newRow("begun anew") << QByteArray{"\x02half\x02T01004182K\x03"} << QStringList{u"T01004182K"_s};
        QTest::newRow("only ends") << QByteArray{"\r\n\r\n \r"} << QStringList{};
        QTest::newRow("UTF-8") << QByteArray{"B-\xc3\x9cT 8\r"} << QStringList{u"B-ÜT 8"_s};
        QTest::newRow("Latin-1") << QByteArray{"B-\xdcT 8\r"} << QStringList{u"B-ÜT 8"_s};
    }
    void readsEndInEveryUsualWay()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, reads);
        ReadAssembler whole;
        QCOMPARE(whole.feed(bytes), reads);
        QCOMPARE(whole.held(), 0);
        // Byte by byte it is the same.
        ReadAssembler slow;
        QStringList out;
        for (const char c : bytes) out += slow.feed(QByteArray(1, c));
        QCOMPARE(out, reads);
    }
    void aPauseEndsWhatHasNoEnd()
    {
        ReadAssembler reads;
        QVERIFY(reads.feed("T01004182K").isEmpty());
        QCOMPARE(reads.pause(), QStringList{u"T01004182K"_s});
        QVERIFY(reads.pause().isEmpty());
    }
    void aTransferCodeKeepsItsLines()
    {
        const QByteArray code{"BCD\n002\n1\nSCT\n\nLindner\nDE89370400440532013000\nEUR1.00\n\n\nR-1"};
        ReadAssembler reads;
        QVERIFY(reads.feed(code + "\r\n").isEmpty());
        QCOMPARE(reads.pause(), QStringList{QString::fromLatin1(code)});
        QCOMPARE(reads.feed("\x02]Q1" + code + "\x03"), QStringList{QString::fromLatin1(code)});
    }
    void aMegabyteIsCutAndTheNextReadIsWhole()
    {
        ReadAssembler reads;
        QVERIFY(reads.feed(QByteArray(1024 * 1024, 'x')).isEmpty());
        QVERIFY(reads.held() <= 4 * (domain::kMaxScan + 1));
        const auto out = reads.feed("\rT01004182K\r");
        QCOMPARE(out.size(), 2);
        QCOMPARE(out.front().size(), domain::kMaxScan + 1);          // longer than anything that is looked up
        QVERIFY(domain::readScan(out.front()).empty());
        QCOMPARE(out.back(), u"T01004182K"_s);
    }
    void anyBytesAreTaken()
    {
        QByteArray all;
        for (int round = 0; round < 3; ++round)
            for (int c = 0; c < 256; ++c) all += static_cast<char>((c * 7 + round) % 256);
        ReadAssembler reads;
        for (const auto& read : reads.feed(all) + reads.pause()) QVERIFY(read.size() <= domain::kMaxScan + 1);
    }

    void aLineIsReadAndGarbageHarmsNothing()
    {
        sim::PseudoLine line;
        if (!line.isOpen()) QSKIP("no pseudo terminals here");
        Ear ear;
        SerialScanner scanner;
        ear.listen(scanner);
        scanner.use(line.name(), {});
        QTRY_COMPARE_WITH_TIMEOUT(ear.told(), QStringList{u"open"_s}, 10'000);
        QCOMPARE(line.send("T01004182K\r"), 11);
        QTRY_COMPARE_WITH_TIMEOUT(ear.heard(), QStringList{u"T01004182K"_s}, 10'000);
        // Without an end: whole after the pause.
        line.send("T01004183X");
        QTRY_COMPARE_WITH_TIMEOUT(ear.heard().size(), 2, 10'000);
        QCOMPARE(ear.heard().back(), u"T01004183X"_s);
        line.send(QByteArray{"\xff\xfe\x80\x00\x01", 5} + "\r");
        line.send(QByteArray(1024 * 1024, 'y'));
        line.send("\rT01004184A\r");
        QTRY_COMPARE_WITH_TIMEOUT(ear.heard().back(), u"T01004184A"_s, 30'000);
        for (const auto& read : ear.heard()) QVERIFY(read.size() <= domain::kMaxScan + 1);
    }
    // A pseudo terminal has no wire: of what was asked for it keeps stop bits and flow control, which is enough to see that the settings get there.
    void howTheBitsGoIsAsAsked()
    {
        sim::PseudoLine line;
        if (!line.isOpen()) QSKIP("no pseudo terminals here");
        Ear ear;
        SerialScanner scanner;
        ear.listen(scanner);
        scanner.use(line.name(), {});
        QTRY_COMPARE_WITH_TIMEOUT(ear.told(), QStringList{u"open"_s}, 10'000);
        QVERIFY(!line.hasTwoStopBits() && !line.stopsBySign());
        scanner.use(line.name(), {4'800, 8, ports::ScannerLine::Parity::None, 2, ports::ScannerLine::Flow::XonXoff});
        QTRY_VERIFY_WITH_TIMEOUT(line.hasTwoStopBits() && line.stopsBySign(), 10'000);
        line.send("T01004182K\r");
        QTRY_COMPARE_WITH_TIMEOUT(ear.heard(), QStringList{u"T01004182K"_s}, 10'000);
    }
    void pulledOutItIsToldAndAnotherLineWorks()
    {
        auto line = std::make_unique<sim::PseudoLine>();
        if (!line->isOpen()) QSKIP("no pseudo terminals here");
        Ear ear;
        SerialScanner scanner;
        ear.listen(scanner);
        scanner.use(line->name(), {});
        QTRY_COMPARE_WITH_TIMEOUT(ear.told(), QStringList{u"open"_s}, 10'000);
        line->unplug();
        QTRY_VERIFY_WITH_TIMEOUT(ear.told().contains(u"scanner.gone"_s), 10'000);
        sim::PseudoLine other;
        scanner.use(other.name(), {115'200, 8, ports::ScannerLine::Parity::None, 1, ports::ScannerLine::Flow::None});
        QTRY_COMPARE_WITH_TIMEOUT(ear.told().back(), u"open"_s, 10'000);
        other.send("T01004182K\n");
        QTRY_COMPARE_WITH_TIMEOUT(ear.heard(), QStringList{u"T01004182K"_s}, 10'000);
    }
    void aLineThatIsNotThereIsToldOnce()
    {
        Ear ear;
        SerialScanner scanner;
        ear.listen(scanner);
        scanner.use(u"/dev/tresen-no-such-line"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(ear.told(), QStringList{u"scanner.port"_s}, 10'000);
        QTest::qWait(SerialScanner::kAgainMs + 500);
        QCOMPARE(ear.told(), QStringList{u"scanner.port"_s});
        scanner.use({}, {});
    }
};

QTEST_GUILESS_MAIN(TstSerialScanner)
#include "tst_serial_scanner.moc"
