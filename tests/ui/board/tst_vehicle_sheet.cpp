// Vehicle and payer of an invoice that stands, put right and confirmed by keys over a real store; and what the details say of it.
#include "app/services/board_reader.h"
#include "app/services/vehicles.h"
#include "tests/ui/pages_fixture.h"
#include "ui/board/detail_panel.h"
#include "ui/board/vehicle_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/board/story.h"
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstVehicleSheet : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        services::Vehicles vehicles{journal, feed};
        services::BoardReader reader{journal};
        QWidget window;
        QPointer<VehicleSheet> sheet;
        domain::InvoiceId invoice;

        Desk()
        {
            window.resize(1344, 900);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
            takeIn({write(u"a.xml"_s, sample(u"2026-4061"_s))});
            invoice = rows().front().invoice;
        }
        services::InvoiceView view()
        {
            std::optional<services::InvoiceView> out;
            reader.invoice(invoice, [&out](const Result<services::InvoiceView>& answer) { out = answer.value(); });
            if (!QTest::qWaitFor([&out] { return out.has_value(); })) qFatal("no view");
            return *out;
        }
        void open()
        {
            sheet = new VehicleSheet{vehicles, view(), &window};
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        QLineEdit* field(const QString& name) { return test::part<QLineEdit>(*sheet, u"vehicle."_s + name); }
        ActionButton* store() { return test::part<ActionButton>(*sheet, u"vehicle.store"_s); }
        QString message() { return test::part<QLabel>(*sheet, u"vehicle.message"_s)->text(); }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void aPlateIsPutRight()
    {
        Desk desk;
        desk.open();
        QSignalSpy stored{desk.sheet, &VehicleSheet::stored};
        desk.field(u"plate"_s)->setText(u"M-ZZ 999"_s);
        QVERIFY(desk.store()->isEnabled());
        QTest::keyClick(desk.field(u"plate"_s), Qt::Key_Return);
        QTRY_COMPARE(stored.count(), 1);
        const auto row = desk.rows().front();
        QCOMPARE(row.plate, u"M-ZZ 999"_s);
        QVERIFY(!row.toConfirm);
    }
    void whatIsWrongIsSaid()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.message(), QString{});
        desk.field(u"vin"_s)->setText(u"WVW"_s);
        QVERIFY(!desk.message().isEmpty());
        QVERIFY(!desk.store()->isEnabled());
        desk.field(u"vin"_s)->clear();
        desk.field(u"street"_s)->setText(u"Ring 1"_s);
        QVERIFY(!desk.store()->isEnabled());
        desk.field(u"payer"_s)->setText(u"Leasing AG"_s);
        QVERIFY(desk.store()->isEnabled());
        QTest::mouseClick(desk.store(), Qt::LeftButton);
        QTRY_COMPARE(desk.rows().front().payer, u"Leasing AG"_s);
        QCOMPARE(desk.view().record.buyer.address.street, u"Ring 1"_s);
    }
    void theDetailsAskToConfirm()
    {
        Desk desk;
        QVERIFY(desk.rows().front().toConfirm);   // the plate stands in a note
        DetailPanel panel;
        panel.resize(520, 800);
        panel.setDetail(Story::detailOf(desk.view(), desk.clock.now()), desk.clock.now());
        static_cast<QWidget&>(panel).show();
        const auto* confirm = panel.findChild<ActionButton*>(u"board.confirm"_s);
        QVERIFY(confirm && confirm->isVisible());
        QVERIFY(panel.findChild<QLabel*>(u"board.found"_s)->text().contains(desk.rows().front().plate));
        std::optional<bool> done;
        desk.vehicles.confirm(desk.invoice, [&done](const Result<Ok>& answer) { done = answer.ok(); });
        QTRY_VERIFY(done.has_value());
        QVERIFY(*done);
        QVERIFY(!desk.rows().front().toConfirm);
        panel.setDetail(Story::detailOf(desk.view(), desk.clock.now()), desk.clock.now());
        QVERIFY(!confirm->isVisible());
    }
};

QTEST_MAIN(TstVehicleSheet)
#include "tst_vehicle_sheet.moc"
