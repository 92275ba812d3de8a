// A step that is asked about first, by clicks over a real store: an invoice is cancelled by hand, holds its key, and is not cancelled after all.
#include "tests/ui/pages_fixture.h"
#include "ui/board/step_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/reason_form.h"
#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstStepSheet : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        QWidget window;
        domain::BoardRow row;

        Desk()
        {
            window.resize(1344, 812);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
            takeIn({write(u"a.xml"_s, sample(u"2026-4061"_s))});
            row = rows().front();
        }
        Step cancelling()
        {
            return {u"cancel"_s, u"Cancelled?"_s, u"1,00 are open"_s, u"It is cancelled"_s, u"Why?"_s, {u"Called off"_s, u"Another reason"_s}, domain::Right::Cancel,
                    [this](const QString& reason, services::Done<Ok> done, const services::Agreement& agreed) { intake.cancelInvoice(row.invoice, reason, std::move(done), agreed); }, u"Invoice cancelled"_s};
        }
        Step restoring()
        {
            auto step = cancelling();
            step.name = u"restore"_s;
            step.take = [this](const QString& reason, services::Done<Ok> done, const services::Agreement&) { intake.restoreInvoice(row.invoice, reason, std::move(done)); };
            return step;
        }
        StepSheet* open(const Step& step)
        {
            auto* sheet = new StepSheet{row, step, &window};
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
            return sheet;
        }
        // Chooses, types and presses; answers whether the step was taken.
        bool take(StepSheet& sheet, const QString& name, const QString& why)
        {
            QSignalSpy taken{&sheet, &StepSheet::taken};
            QTest::mouseClick(test::part<QAbstractButton>(sheet, u"reason.option0"_s), Qt::LeftButton);
            test::part<QPlainTextEdit>(sheet, u"reason.text"_s)->setPlainText(why);
            auto* primary = test::part<ActionButton>(sheet, name + u".primary"_s);
            if (!primary->isEnabled()) return false;
            QTest::mouseClick(primary, Qt::LeftButton);
            return QTest::qWaitFor([&taken] { return taken.count() == 1; }, 30'000);
        }
        domain::OpenItem item() { return test::got(journal.detail(row.invoice)).value().item; }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    // By keys alone: from the reason to the words, from them to the button, and round.
    void tabGoesFromTheReasonToTheWordsToTheButtons()
    {
        Desk desk;
        auto* sheet = desk.open(desk.cancelling());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"reason.option0"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        test::part<QPlainTextEdit>(*sheet, u"reason.text"_s)->setPlainText(u"Kunde nimmt den Wagen so mit"_s);
        for (const auto& name : {u"reason.text"_s, u"cancel.back"_s, u"cancel.primary"_s, u"sheet.close"_s, u"reason.option0"_s}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), name);
        }
    }
    void cancellingNeedsAReasonAndHoldsTheKey()
    {
        Desk desk;
        auto* sheet = desk.open(desk.cancelling());
        QVERIFY(!test::part<ActionButton>(*sheet, u"cancel.primary"_s)->isEnabled());
        QVERIFY(!desk.take(*sheet, u"cancel"_s, u"kurz"_s));
        QVERIFY(!desk.item().cancelled);
        QVERIFY(desk.take(*sheet, u"cancel"_s, u"Kunde nimmt den Wagen so mit"_s));
        QVERIFY(desk.item().cancelled);
        QCOMPARE(desk.item().cancelReason, u"Called off: Kunde nimmt den Wagen so mit"_s);
        QCOMPARE(desk.rows().front().state, domain::BoardState::Cancelled);
        QVERIFY(!desk.rows().front().mayGo);
        QVERIFY(test::got(desk.journal.verify()).value().ok());
    }
    void theWayBackAsksForTheMoneyAgain()
    {
        Desk desk;
        const auto before = desk.item().open();
        QVERIFY(desk.take(*desk.open(desk.cancelling()), u"cancel"_s, u"Kunde nimmt den Wagen so mit"_s));
        QVERIFY(desk.take(*desk.open(desk.restoring()), u"restore"_s, u"Es war die falsche Rechnung"_s));
        QVERIFY(!desk.item().cancelled);
        QCOMPARE(desk.item().open(), before);
        QVERIFY(test::got(desk.journal.verify()).value().ok());
    }
    void whatIsRefusedIsSaidAndTheSheetStays()
    {
        Desk desk;
        QVERIFY(desk.take(*desk.open(desk.cancelling()), u"cancel"_s, u"Kunde nimmt den Wagen so mit"_s));
        auto* again = desk.open(desk.cancelling());   // another desk was first
        QTest::mouseClick(test::part<QAbstractButton>(*again, u"reason.option1"_s), Qt::LeftButton);
        test::part<QPlainTextEdit>(*again, u"reason.text"_s)->setPlainText(u"Kunde nimmt den Wagen so mit"_s);
        QTest::mouseClick(test::part<ActionButton>(*again, u"cancel.primary"_s), Qt::LeftButton);
        QTRY_VERIFY(!test::part<FigureLabel>(*again, u"cancel.message"_s)->text().isEmpty());
        QVERIFY(again->isOpen());
    }
    void withoutReasonsOneConfirmationIsEnoughAndTheSafeWayHasTheFocus()
    {
        Desk desk;
        auto step = desk.cancelling();
        step.name = u"withdraw"_s;
        step.reasons.clear();
        int asked = 0;
        step.take = [&asked](const QString& reason, services::Done<Ok> done, const services::Agreement&) {
            asked += reason.isEmpty() ? 1 : 0;
            done(Ok{});
        };
        auto* sheet = desk.open(step);
        QSignalSpy taken{sheet, &StepSheet::taken};
        QCOMPARE(QApplication::focusWidget()->objectName(), u"withdraw.back"_s);
        QTest::mouseClick(test::part<ActionButton>(*sheet, u"withdraw.primary"_s), Qt::LeftButton);
        QTRY_COMPARE(taken.count(), 1);
        QCOMPARE(asked, 1);
    }
};

QTEST_MAIN(TstStepSheet)
#include "tst_step_sheet.moc"
