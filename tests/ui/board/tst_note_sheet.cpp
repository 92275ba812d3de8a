// A note for the colleagues, by clicks and keys over a real store.
#include "app/services/notes.h"
#include "tests/ui/pages_fixture.h"
#include "ui/board/note_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstNoteSheet : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        services::Notes notes{journal, feed};
        QWidget window;
        NoteSheet* sheet = nullptr;
        domain::InvoiceId invoice;

        Desk()
        {
            window.resize(1344, 812);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
            takeIn({write(u"a.xml"_s, sample(u"2026-4061"_s))});
            const auto row = rows().front();
            invoice = row.invoice;
            sheet = new NoteSheet{notes, row, &window};
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        QPlainTextEdit* text() { return test::part<QPlainTextEdit>(*sheet, u"note.text"_s); }
        ActionButton* store() { return test::part<ActionButton>(*sheet, u"note.store"_s); }
        QStringList written()
        {
            QStringList out;
            for (const auto& entry : test::got(journal.detail(invoice)).value().timeline)
                if (const auto* note = entry.event.as<domain::NoteAdded>()) out << note->text;
            return out;
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void ctrlEnterWritesItDown()
    {
        Desk desk;
        QVERIFY(!desk.store()->isEnabled());
        QSignalSpy written{desk.sheet, &NoteSheet::written};
        QTest::keyClicks(desk.text(), u"Winter tyres"_s);
        QTest::keyClick(desk.text(), Qt::Key_Return);
        QTest::keyClicks(desk.text(), u"in the boot"_s);
        QCOMPARE(written.count(), 0);
        const auto before = test::got(desk.journal.detail(desk.invoice)).value().item;
        desk.clock.advance(90'000);
        QTest::keyClick(desk.text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(!desk.sheet->isOpen());
        QCOMPARE(desk.written(), QStringList{u"Winter tyres\nin the boot"_s});
        const auto after = test::got(desk.journal.detail(desk.invoice)).value().item;
        QCOMPARE(after.truthAt, before.truthAt);   // it says nothing about the money
        QVERIFY(after.seq > before.seq);
    }
    void tooLongIsSaidAndNothingIsLost()
    {
        Desk desk;
        desk.text()->setPlainText(QString{domain::kMaxNote + 1, u'x'});
        QVERIFY(!desk.store()->isEnabled());
        QVERIFY(test::part<QLabel>(*desk.sheet, u"note.count"_s)->text().contains(u"500"));
        desk.text()->setPlainText(QString{domain::kMaxNote, u'x'});
        QVERIFY(desk.store()->isEnabled());
        QTest::mouseClick(desk.store(), Qt::LeftButton);
        QTRY_COMPARE(desk.written().size(), 1);
    }
};

QTEST_MAIN(TstNoteSheet)
#include "tst_note_sheet.moc"
