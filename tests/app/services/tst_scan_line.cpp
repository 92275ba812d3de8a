// From the settings of the desk to the scanner's line and back: which port, how its bits go, what is read and how it does.
#include "app/services/scan_line.h"
#include "settings_kit.h"
#include "tests/sim/fake_scanner.h"
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using ports::ScannerLine;
using services::PeerHealth;

class TstScanLine : public QObject {
    Q_OBJECT

    struct Desk : test::SettingsKit {
        void choose(const QString& key, const QString& value)
        {
            if (!wait([&](auto done) { settings.set(key, value, {}, done); })) qFatal("not kept: %s", qPrintable(key));
        }
        services::HealthWatch health{clock};
        sim::FakeScanner scanner;
        services::ScanLine line{scanner, settings, health};
    };

private Q_SLOTS:
    void withoutASettingThereIsNone()
    {
        Desk desk;
        desk.line.begin();
        QCOMPARE(desk.scanner.usedPort, QString{});
        QCOMPARE(desk.health.peer(u"scanner"_s).code, u"scanner.none"_s);
        std::optional<Result<Ok>> answer;
        desk.line.tryNow([&](const Result<Ok>& ok) { answer = ok; });
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().code, u"scanner.none"_s);
    }
    void theUsualLineNeedsOnlyItsName()
    {
        Desk desk;
        desk.choose(u"desk.scanner_port"_s, u"ttyACM0"_s);
        QCOMPARE(desk.scanner.usedPort, u"ttyACM0"_s);           // at once
        QCOMPARE(desk.scanner.usedLine, ScannerLine{});
        QCOMPARE(desk.scanner.usedLine.baud, 9'600);
    }
    void everySettingOfTheLineGetsThere()
    {
        Desk desk;
        desk.choose(u"desk.scanner_port"_s, u"ttyS1"_s);
        desk.choose(u"desk.scanner_baud"_s, u"19200"_s);
        desk.choose(u"desk.scanner_data_bits"_s, u"7"_s);
        desk.choose(u"desk.scanner_parity"_s, u"even"_s);
        desk.choose(u"desk.scanner_stop_bits"_s, u"2"_s);
        desk.choose(u"desk.scanner_flow"_s, u"rts_cts"_s);
        QCOMPARE(desk.scanner.opened, 6);
        QCOMPARE(desk.scanner.usedLine, (ScannerLine{19'200, 7, ScannerLine::Parity::Even, 2, ScannerLine::Flow::RtsCts}));
        const QHash<QString, ScannerLine::Parity> parities{{u"none"_s, ScannerLine::Parity::None}, {u"odd"_s, ScannerLine::Parity::Odd}, {u"mark"_s, ScannerLine::Parity::Mark}, {u"space"_s, ScannerLine::Parity::Space}};
        for (auto it = parities.begin(); it != parities.end(); ++it) {
            desk.choose(u"desk.scanner_parity"_s, it.key());
            QVERIFY2(desk.scanner.usedLine.parity == it.value(), qPrintable(it.key()));
        }
        desk.choose(u"desk.scanner_flow"_s, u"xon_xoff"_s);
        QVERIFY(desk.scanner.usedLine.flow == ScannerLine::Flow::XonXoff);
        desk.choose(u"scanner.suffix"_s, u"tab"_s);              // one that types: nothing to open anew
        QCOMPARE(desk.scanner.opened, 11);
        QVERIFY(!desk.wait([&](auto done) { desk.settings.set(u"desk.scanner_data_bits"_s, u"5"_s, {}, done); }));
    }
    void readsAndStatesComeThrough()
    {
        Desk desk;
        desk.choose(u"desk.scanner_port"_s, u"ttyACM0"_s);
        QSignalSpy reads{&desk.line, &services::ScanLine::read};
        desk.scanner.read(u"T01004182K"_s);
        QTRY_COMPARE(reads.count(), 1);
        QCOMPARE(reads.front().front().toString(), u"T01004182K"_s);
        desk.scanner.state(Error{Fault::Unreachable, u"scanner.gone"_s, u"ttyACM0"_s});
        QTRY_COMPARE(desk.health.peer(u"scanner"_s).code, u"scanner.gone"_s);
        std::optional<Result<Ok>> answer;
        desk.line.tryNow([&](const Result<Ok>& ok) { answer = ok; });
        QCOMPARE(desk.scanner.opened, 2);
        desk.scanner.state(Ok{});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE(desk.health.peer(u"scanner"_s).state, PeerHealth::State::Good);
    }
};

QTEST_GUILESS_MAIN(TstScanLine)
#include "tst_scan_line.moc"
