// The runs of the past days and the refused files among them, by clicks over real stations; an invoice from paper; files dropped anywhere; a run beyond the list.
#include "app/services/arrival_log.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/list_view.h"
#include "ui/intake/entry_sheet.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include "ui/intake/runs_sheet.h"
#include "ui/intake/window_drop.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstRuns : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        services::ArrivalLog log{journal, feed, intake, clock};
        QWidget window;

        Desk()
        {
            bool loaded = false;
            log.load([&loaded](const Result<Ok>& done) { loaded = done.ok(); });
            if (!QTest::qWaitFor([&loaded] { return loaded; })) qFatal("no log");
            window.resize(1344, 812);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        // As the hot folder hands it over.
        void arrive(const QString& name, const QByteArray& bytes)
        {
            services::IntakeInput input;
            input.name = name;
            input.bytes = [bytes] { return Result<QByteArray>{bytes}; };
            input.way = domain::ArrivalWay::Folder;
            std::vector<services::IntakeInput> inputs;
            inputs.push_back(std::move(input));
            bool ended = false;
            intake.take(std::move(inputs), [&ended](const Result<services::IntakeSummary>&) { ended = true; });
            if (!QTest::qWaitFor([&ended] { return ended; }, 30'000)) qFatal("the intake does not end");
        }
        std::unique_ptr<RunsSheet> openSheet()
        {
            auto sheet = std::make_unique<RunsSheet>(log, intake, clock, &window);
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
            return sheet;
        }
        domain::BoardRow row(const QString& number)
        {
            for (const auto& r : rows())
                if (r.number == number) return r;
            qFatal("no invoice %s", qPrintable(number));
        }
    };
    static ActionButton* button(QWidget& in, const QString& name) { return test::part<ActionButton>(in, name); }

private Q_SLOTS:
    // Of a table the line, of a file of XML which of its invoices: that has no lines anybody would count.
    void whereInAFileOfSeveralInvoices()
    {
        QCOMPARE(IntakeWords::place(u"/in/a.csv"_s, 3), u"line 3"_s);
        QCOMPARE(IntakeWords::place(u"/in/ledger.XML"_s, 3), u"invoice 3 of the file"_s);
        services::FileOutcome outcome;
        outcome.file = u"/in/ledger.xml"_s;
        outcome.line = 2;
        outcome.number = u"R-7"_s;
        QVERIFY(IntakeWords::note(outcome).startsWith(u"ledger.xml, invoice 2 of the file, number R-7 "_s));
    }
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void theRefusedStandFirstAndAreSeenTo()
    {
        Desk desk;
        desk.takeIn({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.arrive(u"/in/kaputt.xml"_s, "<a>");
        QTRY_COMPARE(desk.log.openCount(), 1);
        const auto sheet = desk.openSheet();
        QCOMPARE(sheet->model().rowCount(), 2);   // and the run of the other one
        const auto first = [&](int column) { return sheet->model().index(0, column).data().toString(); };
        QCOMPARE(first(RunsModel::Finding), u"Refused"_s);
        QVERIFY(first(RunsModel::Where).startsWith(u"kaputt.xml"));
        QVERIFY2(!first(RunsModel::What).contains(u"xml.malformed"), qPrintable(first(RunsModel::What)));   // in plain words, and what to do
        QVERIFY(first(RunsModel::What).contains(u" · "));
        QVERIFY(!button(*sheet, u"runs.seen"_s)->isEnabled());
        QTest::keyClicks(test::part<QLineEdit>(*sheet, u"runs.how"_s), u"neu angefordert"_s);
        QVERIFY(button(*sheet, u"runs.seen"_s)->isEnabled());
        QTest::mouseClick(button(*sheet, u"runs.seen"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.log.openCount(), 0);
        QTRY_COMPARE(sheet->model().rowCount(), 1);
        QCOMPARE(test::namelessIn(*sheet), QStringList{});
        QCOMPARE(test::cutIn(*sheet), QStringList{});
    }
    void aWholeRunIsTakenBackAndWhatStaysHasItsReason()
    {
        Desk desk;
        desk.takeIn({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)), desk.write(u"b.xml"_s, Desk::sample(u"2026-4074"_s))});
        desk.payInFull(u"2026-4074"_s);
        const auto sheet = desk.openSheet();
        QCOMPARE(sheet->model().rowCount(), 1);
        QTest::mouseClick(button(*sheet, u"runs.undo"_s), Qt::LeftButton);
        QCOMPARE(desk.row(u"2026-4061"_s).state, domain::BoardState::Open);   // it asks first
        QTest::mouseClick(button(*sheet, u"runs.undo"_s), Qt::LeftButton);
        auto* message = test::part<QLabel>(*sheet, u"runs.message"_s);
        QTRY_VERIFY(message->text().contains(u"2026-4074"));
        QCOMPARE(desk.row(u"2026-4061"_s).state, domain::BoardState::Cancelled);
        QCOMPARE(desk.row(u"2026-4074"_s).state, domain::BoardState::Paid);
        QTRY_VERIFY(desk.log.book().runs().front().undone);
        QCOMPARE(sheet->model().index(0, RunsModel::Finding).data().toString(), u"Taken back"_s);
    }
    void theModelHoldsWhatItSays()
    {
        Desk desk;
        RunsModel model{desk.clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        desk.takeIn({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        model.setBook(desk.log.book());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.runAt(0) && !model.refusedAt(0) && !model.runAt(1) && !model.runAt(-1));
        QCOMPARE(model.rowOf(model.runAt(0)->batch), 0);
    }

    void anInvoiceFromPaperNeedsNoFile()
    {
        Desk desk;
        IntakePage page{desk.intake, desk.settings, desk.clock};
        page.resize(1344, 812);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const auto type = [&](const QString& plate) {
            QTest::mouseClick(button(page, u"intake.paper"_s), Qt::LeftButton);
            EntrySheet* sheet = nullptr;
            if (!QTest::qWaitFor([&] { return (sheet = page.window()->findChild<EntrySheet*>()) && sheet->isOpen(); }, 30'000)) qFatal("no sheet");
            QTest::qWait(Sheet::kEnterInertMs + 50);
            const auto field = [&](const QString& name, const QString& text) {
                auto* edit = test::part<QLineEdit>(*sheet, u"entry."_s + name);
                edit->selectAll();
                QTest::keyClicks(edit, text);
            };
            if (!button(*sheet, u"entry.document"_s)->isHidden()) qFatal("a document of what has none");
            field(u"number"_s, u"P-17"_s);
            field(u"amount"_s, u"119,00"_s);
            field(u"date"_s, u"20.11.26"_s);
            field(u"customer"_s, u"Erika Muster"_s);
            field(u"plate"_s, plate);
            QTest::mouseClick(button(*sheet, u"entry.use"_s), Qt::LeftButton);
            if (!QTest::qWaitFor([&] { return !page.isRunning(); }, 30'000)) qFatal("it does not end");
            QTest::qWait(50);
        };
        type(u"K-XY 77"_s);
        QTRY_COMPARE(desk.rows().size(), 1U);
        QCOMPARE(desk.row(u"P-17"_s).plate, u"K-XY 77"_s);
        QCOMPARE(desk.row(u"P-17"_s).open, domain::Money::cents(11900));
        QCOMPARE(page.model().index(0, IntakeModel::File).data().toString(), u"from paper"_s);
        type(u"K-AB 1"_s);   // the number is here already: no second claim, no new version
        QTRY_COMPARE(page.model().at(0).error.code, u"invoice.known"_s);
        QCOMPARE(desk.row(u"P-17"_s).plate, u"K-XY 77"_s);
    }

    void filesMayBeDroppedAnywhere()
    {
        Desk desk;
        bool may = true;
        WindowDrop drop{&desk.window, [&may] { return may; }};
        QSignalSpy dropped{&drop, &WindowDrop::dropped};
        QMimeData files, link;
        files.setUrls({QUrl::fromLocalFile(desk.path(u"a.xml"_s)), QUrl{u"https://example.org/b.xml"_s}});
        link.setUrls({QUrl{u"https://example.org/b.xml"_s}});
        const auto let = [&](const QMimeData& data) {
            QDragEnterEvent enter{{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
            QApplication::sendEvent(&desk.window, &enter);
            QDropEvent event{QPointF{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
            QApplication::sendEvent(&desk.window, &event);
            return enter.isAccepted() && event.isAccepted();
        };
        QVERIFY(let(files));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].toStringList(), QStringList{desk.path(u"a.xml"_s)});
        QVERIFY(!let(link));
        may = false;                       // something is open over it
        QVERIFY(!let(files));
        QCOMPARE(dropped.size(), 1);
    }

    void aRunBeyondTheListIsTakenAsAWhole()
    {
        Desk desk;
        constexpr int kFew = 2;
        IntakePage page{desk.intake, desk.settings, desk.clock, nullptr, kFew};
        page.resize(1344, 812);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        desk.makeFolder(u"in"_s);
        desk.write(u"in/a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.write(u"in/b.xml"_s, Desk::sample(u"2026-4074"_s));
        desk.write(u"in/c.xml"_s, "<x/>");
        test::part<QCheckBox>(page, u"intake.dry"_s)->setChecked(true);
        page.take({desk.path(u"in"_s)});
        QTRY_VERIFY(!page.isRunning());
        QVERIFY(page.model().isBeyond() && !page.model().mayChoose());
        QVERIFY(test::part<QLabel>(page, u"intake.beyond"_s)->isVisible());
        QVERIFY(!button(page, u"intake.left"_s)->isVisible());
        auto* take = button(page, u"intake.take"_s);
        QVERIFY(take->isVisible() && take->isEnabled());
        QVERIFY(desk.rows().empty());
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_VERIFY(!page.isRunning() && desk.rows().size() == 2);
        QVERIFY(!test::part<QLabel>(page, u"intake.beyond"_s)->isVisible());
    }
};

QTEST_MAIN(TstRuns)
#include "tst_runs.moc"
