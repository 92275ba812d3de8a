// What is plugged in is offered below the scanner's setting: a click takes it, and what was plugged in meanwhile is found by looking again.
#include "tests/sim/fake_scanner.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/settings/port_offer.h"
#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstPortOffer : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        explicit Desk(std::vector<ports::ScannerPlace> places)
        {
            scanner.places = std::move(places);
            offer.resize(800, 200);
            offer.show();
        }
        ActionButton* button(const QString& name) { return offer.findChild<ActionButton*>(u"settings.scanner_ports."_s + name); }
        QString words() { return offer.findChild<FigureLabel*>(u"settings.scanner_ports.words"_s)->text(); }

        sim::FakeScanner scanner;
        services::ScanLine line{scanner, settings, health};
        PortOffer offer{line, settings};
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void aClickTakesTheLine()
    {
        Desk desk{{{u"ttyACM0"_s, u"Honeywell 1450g"_s}, {u"ttyS0"_s, {}}}};
        QTRY_VERIFY(desk.button(u"ttyACM0"_s));
        QCOMPARE(desk.words(), u"Plugged in now:"_s);
        QCOMPARE(desk.button(u"ttyACM0"_s)->text(), u"ttyACM0 · Honeywell 1450g"_s);
        QCOMPARE(desk.button(u"ttyS0"_s)->text(), u"ttyS0"_s);
        QCOMPARE(desk.button(u"ttyACM0"_s)->accessibleName(), u"Use this line for the scanner: ttyACM0 · Honeywell 1450g"_s);
        desk.button(u"ttyACM0"_s)->click();
        QTRY_COMPARE(desk.settings.value(u"desk.scanner_port"_s), u"ttyACM0"_s);
        QTRY_COMPARE(desk.scanner.usedPort, u"ttyACM0"_s);
    }
    void lookingAgainFindsWhatCameAndForgetsWhatWent()
    {
        Desk desk{{}};
        QTRY_VERIFY(desk.button(u"again"_s));
        QCOMPARE(desk.words(), u"No line of a scanner is plugged in now."_s);
        desk.scanner.places = {{u"ttyUSB0"_s, u"Zebra"_s}};
        desk.button(u"again"_s)->click();
        QTRY_VERIFY(desk.button(u"ttyUSB0"_s));
        desk.scanner.places.clear();
        desk.button(u"again"_s)->click();
        QTRY_VERIFY(!desk.button(u"ttyUSB0"_s));
        QVERIFY(desk.settings.value(u"desk.scanner_port"_s).isEmpty());
    }
    void manyLinesAndLongNamesAreCut()
    {
        std::vector<ports::ScannerPlace> many;
        for (int i = 0; i < 100; ++i) many.push_back({u"ttyS%1"_s.arg(i), QString{500, u'x'}});
        Desk desk{std::move(many)};
        QTRY_VERIFY(desk.button(u"ttyS11"_s));
        QVERIFY(!desk.button(u"ttyS12"_s));
        QVERIFY(desk.button(u"ttyS0"_s)->text().size() < 60);
    }
};

QTEST_MAIN(TstPortOffer)
#include "tst_port_offer.moc"
