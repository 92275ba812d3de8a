// The list behind the bell: what was said, in shape and words, and the way to its invoice.
#include "ui/common/action_button.h"
#include "ui/common/list_view.h"
#include "ui/notices/bell_button.h"
#include "ui/notices/notice_sheet.h"
#include <QAbstractButton>
#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstNoticeSheet : public QObject {
    Q_OBJECT

    struct Desk {
        ManualClock clock{Instant{QDateTime{QDate{2026, 11, 23}, QTime{10, 42}}.toMSecsSinceEpoch()}};
        QWidget window, footer{&window};
        ToastStack toasts{footer, &window, &clock};
        NoticeSheet* sheet = nullptr;

        Desk()
        {
            window.resize(1280, 800);
            footer.setGeometry(100, 740, 900, 44);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        void open()
        {
            sheet = new NoticeSheet{toasts, &window};
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        ListView* list() { return sheet->findChild<ListView*>(u"notices.list"_s); }
        ActionButton* show() { return sheet->findChild<ActionButton*>(u"notices.show"_s); }
        QString cell(int row, NoticeModel::Column column) { return list()->model()->index(row, column).data().toString(); }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void newestFirstWithTimeAndWord()
    {
        Desk desk;
        desk.toasts.show({Look::Refused, u"Nothing here has this code"_s, u"T4711"_s});
        desk.clock.advance(60'000);
        desk.toasts.show({Look::Paid, u"M-AB 1234 has paid online"_s, u"527,85 €"_s, domain::InvoiceId{u"i-1"_s}});
        desk.open();
        QCOMPARE(desk.list()->model()->rowCount(), 2);
        QCOMPARE(desk.cell(0, NoticeModel::When), u"23.11. 10:43"_s);
        QCOMPARE(desk.cell(0, NoticeModel::What), wordOf(Look::Paid));
        QCOMPARE(desk.cell(0, NoticeModel::Message), u"M-AB 1234 has paid online: 527,85 €"_s);
        QCOMPARE(desk.cell(1, NoticeModel::When), u"23.11. 10:42"_s);
        QCOMPARE(desk.cell(1, NoticeModel::What), wordOf(Look::Refused));
    }
    void whatCanBeTakenBackHasAWayBack()
    {
        Desk desk;
        QStringList back;
        QVERIFY(!desk.toasts.canUndo());
        QTest::keySequence(&desk.window, QKeySequence::Undo);    // nothing there yet
        for (const auto& title : {u"first"_s, u"second"_s}) {
            ToastText text{Look::Notice, title, u"leaves in a moment"_s};
            text.undo = [&back, title] { back << title; };
            desk.toasts.show(text);
        }
        desk.toasts.show({Look::Paid, u"M-AB 1234 has paid online"_s, u"527,85 €"_s});
        QVERIFY(desk.toasts.canUndo());
        const auto buttons = desk.window.findChildren<QAbstractButton*>(u"toast.undo"_s);
        QCOMPARE(buttons.size(), 2);
        for (const auto* button : buttons) {
            QVERIFY(button->accessibleName().startsWith(u"Undo: "_s));
            QVERIFY(button->height() >= 44);
        }
        QTest::keySequence(&desk.window, QKeySequence::Undo);    // the newest first, each once
        QCOMPARE(back, QStringList{u"second"_s});
        QTRY_COMPARE(desk.window.findChildren<QAbstractButton*>(u"toast.undo"_s).size(), 1);
        QTest::mouseClick(desk.window.findChild<QAbstractButton*>(u"toast.undo"_s), Qt::LeftButton);
        QCOMPARE(back, (QStringList{u"second"_s, u"first"_s}));
        QVERIFY(!desk.toasts.canUndo());
        QTest::keySequence(&desk.window, QKeySequence::Undo);
        QCOMPARE(back.size(), 2);
        QCOMPARE(desk.toasts.history().size(), std::size_t{3});  // the list behind the bell keeps what was said
        for (const auto& said : desk.toasts.history()) QVERIFY(!said.undo);
    }
    void enterGoesToTheInvoice()
    {
        Desk desk;
        desk.toasts.show({Look::Refused, u"Nothing"_s, u"T4711"_s});
        desk.toasts.show({Look::Paid, u"paid"_s, u"527,85 €"_s, domain::InvoiceId{u"i-1"_s}});
        desk.open();
        QSignalSpy chosen{desk.sheet, &NoticeSheet::invoiceChosen};
        QVERIFY(desk.show()->isEnabled());
        QTest::keyClick(desk.list(), Qt::Key_Down);
        QVERIFY(!desk.show()->isEnabled());   // an unknown scan is about no invoice
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(desk.sheet->isOpen());
        QTest::keyClick(desk.list(), Qt::Key_Up);
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.front().front().value<domain::InvoiceId>(), domain::InvoiceId{u"i-1"_s});
        QVERIFY(!desk.sheet->isOpen());
    }
    void whatComesMeanwhileStandsOnTop()
    {
        Desk desk;
        desk.toasts.show({Look::Paid, u"first"_s, {}, domain::InvoiceId{u"i-1"_s}});
        desk.open();
        desk.toasts.show({Look::Paid, u"second"_s, {}, domain::InvoiceId{u"i-2"_s}});
        QCOMPARE(desk.list()->model()->rowCount(), 2);
        QCOMPARE(desk.cell(0, NoticeModel::Message), u"second"_s);
        QCOMPARE(desk.list()->currentIndex().row(), 1);   // the one that was chosen
    }
    void theBellCountsAndSaysSo()
    {
        BellButton bell;
        QCOMPARE(bell.text(), u"Messages"_s);
        bell.setUnseen(3);
        QVERIFY(bell.text().contains(u"3"));
        QVERIFY(bell.sizeHint().height() >= 44);
        bell.setUnseen(0);
        QCOMPARE(bell.text(), u"Messages"_s);
    }
};

QTEST_MAIN(TstNoticeSheet)
#include "tst_notice_sheet.moc"
