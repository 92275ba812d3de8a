// Which labelled texts name a vehicle, and which only look like it.
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using tresen::adapters::einvoice::VehicleFinder;

class TestVehicleFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plate_data();
    void plate();
    void vin_data();
    void vin();
    void otherFields_data();
    void otherFields();
    void oneLineWithEverything();
    void firstOneStands();
    void references();
};

void TestVehicleFinder::plate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected); };
    row("Kennzeichen: M-AB 1234", "M-AB 1234");
    row("amtl. Kennzeichen M-AB 1234 vom 3.1.", "M-AB 1234");
    row("Amtliches Kennzeichen: LÖ-X 1", "LÖ-X 1");
    row("Kfz-Kennzeichen: B AB 123E", "B AB 123E");
    row("Kz: HH-ZZ 99H", "HH-ZZ 99H");
    row("Kennz.: M - AB 12", "M - AB 12");
    row("License plate: M-AB 1234", "M-AB 1234");
    row("KENNZEICHEN: m-ab 1234", "M-AB 1234");
    row("Kennzeichen:M-AB-1234", "M-AB-1234");
    row("Kennzeichen: MAB1234", "MAB1234");
    row("Kennzeichen: W-12345 A", "W-12345 A");
    row("Kennzeichen: ZH 123456", "ZH 123456");
    row("Kennzeichen ist unbekannt", "");
    row("Kennzeichen: siehe Auftrag vom 12.3.2026 an der Kasse", "");
    row("M-AB 1234", "");
    row("Sonderkennzeichen: M-AB 1234", "");
    row("Kz HRB 12345", "");
    row("Template: M-AB 1234", "");
}

void TestVehicleFinder::plate()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    VehicleFinder finder;
    finder.scan(text);
    QCOMPARE(finder.hint().plate, expected);
}

void TestVehicleFinder::vin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected); };
    row("FIN: WVWZZZ1KZ8W123456", "WVWZZZ1KZ8W123456");
    row("VIN WVWZZZ1KZ8W123456, done", "WVWZZZ1KZ8W123456");
    row("Fahrgestellnr.: wvwzzz1kz8w123456", "WVWZZZ1KZ8W123456");
    row("Fahrgestell-Nr: WVW ZZZ 1KZ 8W 123456", "WVWZZZ1KZ8W123456");
    row("Fahrzeug-Ident-Nr.: WVWZZZ1KZ8W123456", "WVWZZZ1KZ8W123456");
    row("FIN: WVWZZZ1KZ8W12345", "");
    row("FIN: WVWZZZ1KZ8W1234567", "");
    row("FIN: WVWZZZ1KZ8W12345O", "");
    row("FIN: ABCDEFGHJKLMNPRST", "");
    row("Finanzierung WVWZZZ1KZ8W123456", "");
}

void TestVehicleFinder::vin()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    VehicleFinder finder;
    finder.scan(text);
    QCOMPARE(finder.hint().vin, expected);
}

void TestVehicleFinder::otherFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("work");
    QTest::addColumn<QString>("mileage");
    const auto row = [](const char* text, const char* model, const char* work, const char* mileage) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(model) << QString::fromUtf8(work) << QString::fromUtf8(mileage);
    };
    row("Fahrzeug: VW Golf VII", "VW Golf VII", "", "");
    row("Vehicle: Audi A4 / Work: oil change", "Audi A4", "oil change", "");
    row("Fahrzeug wurde gereinigt", "", "", "");
    row("Fahrzeug: 123", "", "", "");
    row("Auftrag: Inspektion nach Plan", "", "Inspektion nach Plan", "");
    row("Auftrag Nr. 4711", "", "", "");
    row("Arbeiten: Bremsen vorn, Ölwechsel", "", "Bremsen vorn, Ölwechsel", "");
    row("km-Stand: 60.123 km", "", "", "60.123");
    row("Kilometerstand 60123", "", "", "60123");
    row("Mileage: 60 123", "", "", "60 123");
    row("km-Stand: unbekannt", "", "", "");
    row("km-Stand: 123456789", "", "", "");
}

void TestVehicleFinder::otherFields()
{
    QFETCH(const QString, text);
    QFETCH(const QString, model);
    QFETCH(const QString, work);
    QFETCH(const QString, mileage);
    VehicleFinder finder;
    finder.scan(text);
    QCOMPARE(finder.hint().model, model);
    QCOMPARE(finder.hint().work, work);
    QCOMPARE(finder.hint().mileage, mileage);
}

void TestVehicleFinder::oneLineWithEverything()
{
    VehicleFinder finder;
    finder.scan(u"Fahrzeug: VW Golf, Kennzeichen: M-AB 1234, FIN: WVWZZZ1KZ8W123456, km-Stand: 60.123, Arbeiten: Inspektion"_s);
    const auto& hint = finder.hint();
    QCOMPARE(hint, (tresen::domain::VehicleHint{u"M-AB 1234"_s, u"WVWZZZ1KZ8W123456"_s, u"VW Golf"_s, u"Inspektion"_s, u"60.123"_s}));
}

void TestVehicleFinder::firstOneStands()
{
    VehicleFinder finder;
    finder.scan(u"Kennzeichen: M-AB 1234\nKennzeichen: M-AB 9999"_s);
    finder.scan(u"Kennzeichen: M-AB 8888"_s);
    QCOMPARE(finder.hint().plate, u"M-AB 1234"_s);
}

void TestVehicleFinder::references()
{
    VehicleFinder plate;
    plate.takeReference(u"M-AB 1234"_s);
    QCOMPARE(plate.hint().plate, u"M-AB 1234"_s);
    VehicleFinder vin;
    vin.takeReference(u"WVWZZZ1KZ8W123456"_s);
    QCOMPARE(vin.hint().vin, u"WVWZZZ1KZ8W123456"_s);
    VehicleFinder scheme;
    scheme.takeReference(u"W 12345 A"_s, u"ABZ");
    QCOMPARE(scheme.hint().plate, u"W 12345 A"_s);
    VehicleFinder none;
    none.takeReference(u"PO-2026-1"_s);
    none.takeReference(u"M-AB 1234 and more"_s);
    none.takeReference(u"M-AB 1234"_s, u"AVE");   // a meter, says its scheme
    QCOMPARE(none.hint(), tresen::domain::VehicleHint{});
}

QTEST_APPLESS_MAIN(TestVehicleFinder)
#include "tst_vehicle_finder.moc"
