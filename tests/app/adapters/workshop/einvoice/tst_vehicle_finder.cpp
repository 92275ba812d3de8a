// Which labelled texts name a vehicle, and which only look like it.
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using tresen::adapters::einvoice::FoundIn;
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
    void anotherCar_data();
    void anotherCar();
    void severalVehicles();
    void numbers_data();
    void numbers();
    void whereItWasFound();
    void itsOwnField();
    void boundsOfAText();
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

void TestVehicleFinder::anotherCar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plate");
    const auto row = [](const char* text, const char* plate) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(plate); };
    row("Ersatzwagen Kennzeichen: M-XY 99", "");
    row("Leihwagen, Kennzeichen M-XY 99", "");
    row("Mietwagen-Kennzeichen: M-XY 99", "");
    row("Vorbesitzer, Kz: M-XY 99", "");
    row("Courtesy car, license plate: M-XY 99", "");
    row("Replacement plate: M-XY 99", "");
    row("Ersatzwagen:\nKennzeichen: M-XY 99", "");
    row("Ersatzwagen; Kennzeichen: M-XY 99", "");
    row("Kennzeichen: M-XY 99 (Ersatzwagen)", "");
    row("Kennzeichen: ZH 123456 (Mietwagen)", "");
    row("Kennzeichen: M-XY 99 als Ersatzwagen", "");
    row("Kennzeichen: M-AB 1234, Ersatzwagen: M-XY 99", "M-AB 1234");
    row("Kennzeichen: M-AB 1234, Ersatzwagen Kennzeichen: M-XY 99", "M-AB 1234");
    row("Ersatzwagen Kennzeichen: M-XY 99\n\nKennzeichen: M-AB 1234", "M-AB 1234");
    row("Ersatzwagen:\nKennzeichen: M-XY 99\nKundenfahrzeug:\nKennzeichen: M-AB 1234", "M-AB 1234");
    row("Ersatzteile: siehe Liste; Kennzeichen: M-AB 1234", "M-AB 1234");
    row("Replacement of the brake pads, plate: M-AB 1234", "M-AB 1234");
}

void TestVehicleFinder::anotherCar()
{
    QFETCH(const QString, text);
    QFETCH(const QString, plate);
    VehicleFinder finder;
    finder.scan(text);
    QCOMPARE(finder.hint().plate, plate);
    tresen::domain::Invoice invoice;
    finder.give(invoice);
    QVERIFY(invoice.furtherVehicles.empty());
}

void TestVehicleFinder::severalVehicles()
{
    VehicleFinder finder;
    finder.scan(u"Fahrzeug: VW Golf, Kennzeichen: M-AB 1, FIN: WVWZZZ1KZ8W123456\nFahrzeug: Audi A4, Kennzeichen: M-AB 2, FIN: WVWZZZ1KZ8W654321"_s);
    finder.scan(u"Kennzeichen: MAB1"_s, FoundIn::Line);   // the first once more
    finder.scan(u"FIN: WAUZZZ8K9BA000001"_s, FoundIn::Line);
    tresen::domain::Invoice invoice;
    finder.give(invoice);
    QCOMPARE(invoice.vehicle.plate, u"M-AB 1"_s);
    QCOMPARE(invoice.vehicle.model, u"VW Golf"_s);
    QCOMPARE(invoice.furtherVehicles.size(), 2U);
    QCOMPARE(invoice.furtherVehicles[0].plate, u"M-AB 2"_s);
    QCOMPARE(invoice.furtherVehicles[0].vin, u"WVWZZZ1KZ8W654321"_s);
    QCOMPARE(invoice.furtherVehicles[0].model, u"Audi A4"_s);
    QCOMPARE(invoice.furtherVehicles[1].vin, u"WAUZZZ8K9BA000001"_s);
}

void TestVehicleFinder::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* text, const char* field, const char* value) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(field) << QString::fromUtf8(value); };
    row("Kd.-Nr. 20418", "customer_no", "20418");
    row("Kundennummer: K-20418", "customer_no", "K-20418");
    row("Kunden-Nr.: 20418 vom 3.1.", "customer_no", "20418");
    row("Customer no. 20418", "customer_no", "20418");
    row("Auftrag Nr. 4711", "order_no", "4711");
    row("Auftragsnr.: A-2026/77", "order_no", "A-2026/77");
    row("Auftragsnummer 4711, Kennzeichen: M-AB 1", "order_no", "4711");
    row("Auftrag: 4711", "order_no", "4711");
    row("Order no: 4711", "order_no", "4711");
    row("Halter: Karl Huber", "keeper", "Karl Huber");
    row("Auftrag: Inspektion", "order_no", "");
    row("Kundennummer unbekannt", "customer_no", "");
    row("Auftragsnummer des Kunden", "order_no", "");
    row("Halterung vorn: 2", "keeper", "");
}

void TestVehicleFinder::numbers()
{
    QFETCH(const QString, text);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    VehicleFinder finder;
    finder.scan(text);
    QString found;
    for (const auto& finding : finder.found())
        if (finding.field == field) found = finding.value;
    QCOMPARE(found, value);
}

void TestVehicleFinder::whereItWasFound()
{
    VehicleFinder finder;
    finder.scan(u"Kennzeichen: M-AB 1"_s, FoundIn::Line);
    finder.takeReference(u"Kd.-Nr. 20418"_s);
    finder.takeReference(u"WVWZZZ1KZ8W123456"_s);
    using tresen::domain::Finding;
    QCOMPARE(finder.found(), (std::vector<Finding>{{u"plate"_s, u"M-AB 1"_s, u"line"_s}, {u"customer_no"_s, u"20418"_s, u"reference"_s}, {u"vin"_s, u"WVWZZZ1KZ8W123456"_s, u"reference"_s}}));
}

void TestVehicleFinder::itsOwnField()
{
    VehicleFinder same;
    same.scan(u"Kennzeichen: M-AB 1"_s);
    same.takeReference(u"MAB1"_s, u"ABZ");
    QVERIFY(same.found().empty());   // nothing is left to confirm
    QCOMPARE(same.hint().plate, u"M-AB 1"_s);
    VehicleFinder other;
    other.scan(u"Kennzeichen: M-AB 2"_s);
    other.takeReference(u"M-AB 1"_s, u"ABZ");
    QCOMPARE(other.hint().plate, u"M-AB 1"_s);
    QCOMPARE(other.found().size(), 1U);   // of the further vehicle
    tresen::domain::Invoice invoice;
    other.give(invoice);
    QCOMPARE(invoice.furtherVehicles.size(), 1U);
}

void TestVehicleFinder::boundsOfAText()
{
    VehicleFinder finder;
    for (int i = 0; i < 500; ++i) finder.scan(u"Kennzeichen: M-AB %1"_s.arg(i + 1));
    tresen::domain::Invoice invoice;
    finder.give(invoice);
    QVERIFY(invoice.furtherVehicles.size() < 20U);
    QVERIFY(invoice.found.size() <= 40U);
}

QTEST_APPLESS_MAIN(TestVehicleFinder)
#include "tst_vehicle_finder.moc"
