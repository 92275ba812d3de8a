// The card of keys: changed by pressing, refused by name, back to the usual ones; over the real settings.
#include "tests/ui/pages_fixture.h"
#include "ui/settings/keys_card.h"
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstKeysCard : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        KeysCard card{settings};

        Desk()
        {
            card.resize(900, 1000);
            card.show();
            if (!QTest::qWaitForWindowActive(&card)) qFatal("no active window");
        }
        KeyButton* key(const QString& action) { return test::part<KeyButton>(card, u"settings.key."_s + action); }
        ActionButton* usual(const QString& action) { return test::part<ActionButton>(card, u"settings.key.usual."_s + action); }
        QString said() { return test::part<QLabel>(card, u"settings.keys.result"_s)->text(); }
        void press(const QString& action, Qt::Key code, Qt::KeyboardModifiers held = Qt::NoModifier)
        {
            key(action)->setFocus();
            QTest::mouseClick(key(action), Qt::LeftButton);
            QTest::keyClick(key(action), code, held);
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void pressingAnotherKeyChangesIt()
    {
        Desk desk;
        QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F2"_s);
        QTest::mouseClick(desk.key(u"board.pay"_s), Qt::LeftButton);
        QVERIFY(desk.key(u"board.pay"_s)->isWaiting());
        QTest::keyClick(desk.key(u"board.pay"_s), Qt::Key_F8);
        QTRY_COMPARE(desk.settings.value(u"desk.keys"_s), uR"({"board.pay":"F8"})"_s);
        QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F8"_s);
        QVERIFY(!desk.key(u"board.pay"_s)->isWaiting());
        QVERIFY(desk.usual(u"board.pay"_s)->isVisible());
        QTest::mouseClick(desk.usual(u"board.pay"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.settings.value(u"desk.keys"_s), QString{});
        QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F2"_s);
        QVERIFY(!desk.usual(u"board.pay"_s)->isVisible());
    }
    void aTakenOrReservedKeyIsRefusedAndSaysWhy()
    {
        Desk desk;
        desk.press(u"board.pay"_s, Qt::Key_F7);
        QVERIFY2(desk.said().contains(KeyMap::label(u"board.key"_s)), qPrintable(desk.said()));
        QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F2"_s);
        for (const auto code : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_7, Qt::Key_X, Qt::Key_Space, Qt::Key_F9}) {
            desk.press(u"board.pay"_s, code);
            QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F2"_s);
            QCOMPARE(desk.settings.value(u"desk.keys"_s), QString{});
        }
    }
    void escAndLeavingChangeNothing()
    {
        Desk desk;
        desk.press(u"board.pay"_s, Qt::Key_Escape);
        QVERIFY(!desk.key(u"board.pay"_s)->isWaiting());
        QTest::mouseClick(desk.key(u"board.pay"_s), Qt::LeftButton);
        desk.key(u"board.key"_s)->setFocus();
        QVERIFY(!desk.key(u"board.pay"_s)->isWaiting());
        QCOMPARE(desk.key(u"board.pay"_s)->text(), u"F2"_s);
    }
    void allGoBackAtOnce()
    {
        Desk desk;
        auto* all = test::part<ActionButton>(desk.card, u"settings.keys.all"_s);
        QVERIFY(!all->isEnabled());
        desk.press(u"board.pay"_s, Qt::Key_F8);
        desk.press(u"page.day"_s, Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(desk.key(u"page.day"_s)->text(), u"Ctrl+D"_s);
        QTRY_VERIFY(all->isEnabled());
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(desk.settings.value(u"desk.keys"_s), QString{});
        QCOMPARE(desk.key(u"page.day"_s)->text(), u"Ctrl+5"_s);
    }
};

QTEST_MAIN(TstKeysCard)
#include "tst_keys_card.moc"
