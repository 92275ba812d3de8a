// Rows of the inbox that a person leaves out, puts right, types in and takes back, by clicks and keys over real stations and a real store.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/list_view.h"
#include "ui/intake/count_tile.h"
#include "ui/intake/entry_sheet.h"
#include "ui/intake/intake_page.h"
#include <QCheckBox>
#include <QSignalSpy>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstImportDoctor : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        IntakePage page{intake, settings, clock};

        Desk()
        {
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
        }
        void take(const QStringList& paths, bool dry)
        {
            test::part<QCheckBox>(page, u"intake.dry"_s)->setChecked(dry);
            page.take(paths);
            finish();
        }
        void finish() { QTRY_VERIFY(!page.isRunning()); }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(page, name); }
        int count(const QString& tile) { return test::part<CountTile>(page, tile)->count(); }
        QString cell(int row, int column) { return page.model().index(row, column).data().toString(); }
        QString said() { return test::part<QLabel>(page, u"intake.last"_s)->text(); }
        void choose(int row) { test::part<ListView>(page, u"intake.list"_s)->selectRow(row); }
        int rowOf(const QString& file)
        {
            for (int row = 0; row < page.model().rowCount(); ++row)
                if (page.model().at(row).file.endsWith(file)) return row;
            qFatal("no row %s", qPrintable(file));
        }
        EntrySheet* openSheet()
        {
            QTest::keyClick(&page, Qt::Key_F2);
            EntrySheet* sheet = nullptr;
            if (!QTest::qWaitFor([&] { return (sheet = page.window()->findChild<EntrySheet*>()) && sheet->isOpen(); }, 30'000)) qFatal("no sheet");
            QTest::qWait(Sheet::kEnterInertMs + 50);
            return sheet;
        }
        static void type(EntrySheet* sheet, const QString& field, const QString& text)
        {
            auto* edit = test::part<QLineEdit>(*sheet, u"entry."_s + field);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
        const domain::BoardRow row(const QString& number)
        {
            for (const auto& r : rows())
                if (r.number == number) return r;
            qFatal("no invoice %s", qPrintable(number));
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void whatIsLeftOutStaysOut()
    {
        Desk desk;
        const auto a = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)), b = desk.write(u"b.xml"_s, Desk::sample(u"2026-4074"_s));
        desk.take({a, b, desk.write(u"c.xml"_s, "<x/>")}, true);
        QVERIFY(desk.button(u"intake.take"_s)->isVisible());
        QVERIFY(desk.button(u"intake.take"_s)->text().contains(u'2'));
        desk.choose(desk.rowOf(u"b.xml"_s));
        QTest::keyClick(&desk.page, Qt::Key_Delete);
        QCOMPARE(desk.cell(desk.rowOf(u"b.xml"_s), IntakeModel::Finding), u"Left out"_s);
        QVERIFY(desk.button(u"intake.take"_s)->text().contains(u'1'));
        desk.choose(desk.rowOf(u"c.xml"_s));
        QVERIFY(!desk.button(u"intake.left"_s)->isEnabled());   // refused already
        QVERIFY(desk.rows().empty());                            // nothing before somebody says so
        QTest::keyClick(&desk.page, Qt::Key_Return, Qt::ControlModifier);
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QCOMPARE(desk.rows().size(), 1U);
        QVERIFY(!desk.find(u"2026-4061"_s).isNull());
        QVERIFY(!test::part<QCheckBox>(desk.page, u"intake.dry"_s)->isChecked());
    }
    void anInvoiceIsPutRight()
    {
        Desk desk;
        const auto a = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.take({a}, true);
        desk.choose(0);
        auto* sheet = desk.openSheet();
        QSignalSpy asked{&desk.page, &IntakePage::documentRequested};   // shown by the desk itself, by no other program
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"entry.document"_s), Qt::LeftButton);
        QCOMPARE(asked.value(0).value(0).toString(), a);
        QVERIFY(!test::part<QLineEdit>(*sheet, u"entry.number"_s)->isEnabled());
        QVERIFY(!test::part<QLineEdit>(*sheet, u"entry.amount"_s)->isEnabled());
        Desk::type(sheet, u"email"_s, u"no address"_s);
        QVERIFY(!test::part<ActionButton>(*sheet, u"entry.use"_s)->isEnabled());
        QVERIFY(!test::part<QLabel>(*sheet, u"entry.message"_s)->text().isEmpty());
        Desk::type(sheet, u"email"_s, u"erika@example.org"_s);
        Desk::type(sheet, u"plate"_s, u"k-xy 77"_s);
        test::part<QLineEdit>(*sheet, u"entry.plate"_s)->setFocus();   // not on the document any more
        QTest::keyClick(test::part<QLineEdit>(*sheet, u"entry.plate"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.cell(0, IntakeModel::Finding), u"Put right"_s);
        QVERIFY(desk.rows().empty());
        QTest::mouseClick(desk.button(u"intake.take"_s), Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.row(u"2026-4061"_s).plate, u"K-XY 77"_s);
        QCOMPARE(desk.row(u"2026-4061"_s).open, domain::Money::cents(31800));
        // The file as it is again is the same again: what was put right stays.
        desk.take({a}, false);
        QCOMPARE(desk.count(u"intake.same"_s), 1);
        QCOMPARE(desk.row(u"2026-4061"_s).plate, u"K-XY 77"_s);
    }
    // The hot folder may put a file away between the check and the hand that puts it right.
    void aFileThatWasPutAwayIsFound()
    {
        Desk desk;
        const auto a = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.take({a}, true);
        const QFileInfo was{a};
        const auto done = was.path() + u"/done"_s;
        QVERIFY(QDir{}.mkpath(done));
        QVERIFY(QFile::rename(a, done + u"/a.xml"_s));
        desk.choose(0);
        auto* sheet = desk.openSheet();
        QSignalSpy asked{&desk.page, &IntakePage::documentRequested};
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"entry.document"_s), Qt::LeftButton);
        QCOMPARE(asked.value(0).value(0).toString(), a);
        QCOMPARE(asked.value(0).value(1).toString().size(), 64);
        Desk::type(sheet, u"plate"_s, u"k-xy 77"_s);
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"entry.use"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.cell(0, IntakeModel::Finding), u"Put right"_s);
        QTest::mouseClick(desk.button(u"intake.take"_s), Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.row(u"2026-4061"_s).plate, u"K-XY 77"_s);
    }
    void whatCannotBeReadIsTypedIn()
    {
        Desk desk;
        desk.take({desk.write(u"scan.pdf"_s, "%PDF-1.4 no invoice in here")}, false);
        QCOMPARE(desk.count(u"intake.refused"_s), 1);
        desk.choose(0);
        auto* sheet = desk.openSheet();
        QVERIFY(!test::part<ActionButton>(*sheet, u"entry.use"_s)->isEnabled());
        Desk::type(sheet, u"number"_s, u"H-1"_s);
        Desk::type(sheet, u"amount"_s, u"1.234,5"_s);
        Desk::type(sheet, u"date"_s, u"20.11.26"_s);
        Desk::type(sheet, u"customer"_s, u"Erika Muster"_s);
        Desk::type(sheet, u"due"_s, u"soon"_s);
        QVERIFY(!test::part<ActionButton>(*sheet, u"entry.use"_s)->isEnabled());
        Desk::type(sheet, u"due"_s, u"2026-12-04"_s);
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"entry.use"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.rows().size(), 1U);
        desk.finish();
        QCOMPARE(desk.row(u"H-1"_s).open, domain::Money::cents(123450));
        QCOMPARE(desk.cell(0, IntakeModel::Finding), u"Notice"_s);   // typed in by hand: somebody may look once more
        QCOMPARE(desk.page.model().openable(0), desk.find(u"H-1"_s));
    }
    void aFileThatChangedMeanwhileIsNotTaken()
    {
        Desk desk;
        const auto a = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.take({a}, true);
        desk.write(u"a.xml"_s, Desk::sample(u"2026-4074"_s));
        QTest::mouseClick(desk.button(u"intake.take"_s), Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.count(u"intake.refused"_s), 1);
        QCOMPARE(desk.page.model().at(0).error.code, u"file.changed"_s);
        QVERIFY(desk.rows().empty());
    }
    void aRunIsTakenBack()
    {
        Desk desk;
        const auto a = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)), b = desk.write(u"b.xml"_s, Desk::sample(u"2026-4074"_s));
        desk.take({a, b}, false);
        desk.payInFull(u"2026-4074"_s);
        QTest::mouseClick(desk.button(u"intake.undo"_s), Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.row(u"2026-4061"_s).state, domain::BoardState::Cancelled);
        QCOMPARE(desk.row(u"2026-4074"_s).state, domain::BoardState::Paid);
        QVERIFY2(desk.said().contains(u"2026-4074") && desk.said().contains(u"1 invoice(s) taken back"), qPrintable(desk.said()));
        QVERIFY(!desk.button(u"intake.undo"_s)->isVisible());
        QCOMPARE(desk.count(u"intake.taken"_s), 2);           // one of them is here still
        desk.take({a, b}, false);
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QCOMPARE(desk.count(u"intake.same"_s), 1);
        QCOMPARE(desk.row(u"2026-4061"_s).state, domain::BoardState::Open);
    }
    void everyFieldIsForAFinger()
    {
        Desk desk;
        desk.take({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))}, true);
        desk.choose(0);
        auto* sheet = desk.openSheet();
        QCOMPARE(test::lowIn(*sheet), QStringList{});
        QCOMPARE(test::cutIn(*sheet), QStringList{});
        desk.page.window()->resize(1024, 680);
        QTest::qWait(50);
        QCOMPARE(test::lowIn(*sheet), QStringList{});
        sheet->close();
    }
    void filesAreTakenFromTheClipboard()
    {
        Desk desk;
        auto* data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)))});
        QGuiApplication::clipboard()->setMimeData(data);
        QTest::keySequence(&desk.page, QKeySequence::Paste);
        QTRY_COMPARE(desk.count(u"intake.taken"_s), 1);
        desk.finish();
    }
};

QTEST_MAIN(TstImportDoctor)
#include "tst_import_doctor.moc"
