// The help card: shows only keys that exist, fits the smallest window, goes away on Esc.
#include "ui/common/action_button.h"
#include "ui/common/theme.h"
#include "ui/help/help_sheet.h"
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstHelpSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void showsTheKeysThatExist()
    {
        QStringList keys;
        for (const auto& key : HelpWords::keys()) {
            keys << key.keys.split(u" / "_s);
            QVERIFY(!key.what.isEmpty());
        }
        QCOMPARE(keys, (QStringList{u"F1"_s, u"Ctrl+/"_s, u"F2"_s, u"F3"_s, u"Ctrl+F"_s, u"F5"_s, u"F6"_s, u"F7"_s, u"F10"_s, u"F11"_s, u"Ctrl+L"_s, u"Ctrl+1"_s, u"Ctrl+2"_s, u"Ctrl+3"_s, u"Ctrl+4"_s, u"Ctrl+5"_s, u"Ctrl+0"_s, u"Ctrl+8"_s, u"Ctrl+,"_s, u"Ctrl+M"_s, u"Alt+1"_s, u"Alt+9"_s, u"Esc"_s}));
        QCOMPARE(HelpWords::day().size(), 6);
    }
    void ownKeysStandOnTheCardAndOnPaper()
    {
        KeyMap map;
        QVERIFY(map.set(u"board.pay"_s, QKeySequence{Qt::Key_F8}).ok());
        const auto keys = HelpWords::keys(map);
        QVERIFY(std::any_of(keys.begin(), keys.end(), [](const HelpWords::Key& k) { return k.keys == u"F8"_s && k.what == KeyMap::label(u"board.pay"_s); }));
        const auto all = HelpWords::allKeys(map);
        QCOMPARE(all.size(), KeyMap::actions().size() + 1);
        QWidget window;
        HelpSheet sheet{&window, map};
        QSignalSpy wanted{&sheet, &HelpSheet::printRequested};
        sheet.findChild<ActionButton*>(u"help.print"_s)->click();
        QCOMPARE(wanted.count(), 1);
        const auto pdf = sheet.pdf(u"Autohaus Lindner"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.size() > 2'000);
    }
    void fitsTheSmallestWindow()
    {
        QWidget window;
        window.resize(1024, 680);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        HelpSheet sheet{&window};
        sheet.open();
        QTest::qWait(30);
        for (const auto* label : sheet.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            const auto* scroll = sheet.findChild<QWidget*>(u"sheet.scroll"_s);   // what does not fit is scrolled to
            QVERIFY2(!label->visibleRegion().isEmpty() || (scroll && scroll->isAncestorOf(label)), qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            if (label->wordWrap()) QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
    void escAndTheButtonCloseIt()
    {
        QWidget window;
        window.resize(1024, 680);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        HelpSheet sheet{&window};
        QSignalSpy closed{&sheet, &Sheet::closed};
        sheet.open();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        sheet.open();
        QTest::mouseClick(sheet.findChild<ActionButton*>(u"help.close"_s), Qt::LeftButton);
        QCOMPARE(closed.count(), 2);
    }
};

QTEST_MAIN(TstHelpSheet)
#include "tst_help_sheet.moc"
