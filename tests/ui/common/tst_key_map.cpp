// The map of keys: no two actions share one, what is reserved is refused, what was stored badly is left out.
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/key_map.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;
namespace limits = tresen::limits;

class TstKeyMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usualKeysHoldAndNeverMeet()
    {
        const KeyMap map;
        QSet<QString> ids;
        for (const auto& action : KeyMap::actions()) {
            QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
            ids << action.id;
            QVERIFY2(KeyMap::label(action.id) != action.id, qPrintable(action.id));
            for (const auto& key : action.usual) QVERIFY2(map.check(action.id, key).ok(), qPrintable(action.id + u' ' + key.toString()));
        }
        QCOMPARE(map.hint(u"board.pay"_s), u"F2"_s);
        QCOMPARE(map.keys(u"search"_s).size(), 2);
        QVERIFY(map.text().isEmpty());
    }
    void aTakenKeyNamesItsAction()
    {
        KeyMap map;
        const auto refused = map.set(u"board.pay"_s, QKeySequence{Qt::Key_F7});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, u"keys.taken"_s);
        QCOMPARE(refused.error().detail, u"board.key"_s);
        QVERIFY(KeyMap::refusal(refused.error()).contains(KeyMap::label(u"board.key"_s)));
        QVERIFY(map.allUsual());
        // The second key of an action is its own, too; in another place a key may be used again.
        QCOMPARE(map.check(u"board.pay"_s, QKeySequence{Qt::CTRL | Qt::Key_F}).error().code, u"keys.taken"_s);
        QVERIFY(map.set(u"payment.card"_s, QKeySequence{Qt::Key_F7}).ok());
        QCOMPARE(map.check(u"payment.cash"_s, QKeySequence{Qt::Key_F5}).error().detail, u"refresh"_s);   // holds everywhere
    }
    void whatBelongsToTypingIsRefused_data()
    {
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, QKeyCombination key, const QString& code) { QTest::newRow(name) << QKeySequence{key} << code; };
        row("letter", Qt::Key_K, u"keys.plain"_s);
        row("capital", Qt::SHIFT | Qt::Key_K, u"keys.plain"_s);
        row("digit", Qt::Key_7, u"keys.plain"_s);
        row("AltGr", Qt::CTRL | Qt::ALT | Qt::Key_Q, u"keys.plain"_s);
        row("Enter", Qt::Key_Return, u"keys.reserved"_s);
        row("Ctrl+Enter", Qt::CTRL | Qt::Key_Enter, u"keys.reserved"_s);
        row("Esc", Qt::Key_Escape, u"keys.reserved"_s);
        row("Tab", Qt::Key_Tab, u"keys.reserved"_s);
        row("Shift+Tab", Qt::SHIFT | Qt::Key_Backtab, u"keys.reserved"_s);
        row("copy", Qt::CTRL | Qt::Key_C, u"keys.reserved"_s);
        row("close", Qt::ALT | Qt::Key_F4, u"keys.reserved"_s);
        row("scanner", Qt::Key_F9, u"keys.scanner"_s);
        row("STX", Qt::CTRL | Qt::Key_B, u"keys.scanner"_s);
        row("held", Qt::Key_Control, u"keys.reserved"_s);
    }
    void whatBelongsToTypingIsRefused()
    {
        QFETCH(QKeySequence, key);
        QFETCH(QString, code);
        KeyMap map;
        const auto refused = map.set(u"board.pay"_s, key);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, code);
        QVERIFY(!KeyMap::refusal(refused.error()).isEmpty());
        QVERIFY(map.allUsual());
    }
    void onlyWhatDiffersIsStored()
    {
        KeyMap map;
        QVERIFY(map.set(u"board.pay"_s, QKeySequence{Qt::Key_F8}).ok());
        QVERIFY(map.set(u"page.day"_s, QKeySequence{Qt::CTRL | Qt::Key_D}).ok());
        const auto stored = QJsonDocument::fromJson(map.text().toUtf8()).object();
        QCOMPARE(stored.keys(), (QStringList{u"board.pay"_s, u"page.day"_s}));
        QCOMPARE(KeyMap::fromText(map.text()), map);
        QVERIFY(map.set(u"board.pay"_s, QKeySequence{Qt::Key_F2}).ok());   // its usual one
        QVERIFY(map.isUsual(u"board.pay"_s));
        map.resetAll();
        QVERIFY(map.text().isEmpty());
    }
    void twoThatHaveChangedPlacesAreReadAgain()
    {
        const auto map = KeyMap::fromText(QStringLiteral(R"({"board.pay":"F7","board.key":"F2"})"));
        QCOMPARE(map.hint(u"board.pay"_s), u"F7"_s);
        QCOMPARE(map.hint(u"board.key"_s), u"F2"_s);
        KeyMap copy = map;
        QCOMPARE(copy.reset(u"board.pay"_s).error().detail, u"board.key"_s);   // F2 is in other hands
        QVERIFY(copy.set(u"board.key"_s, QKeySequence{Qt::Key_F8}).ok());
        QVERIFY(copy.reset(u"board.pay"_s).ok());
    }
    void badTextIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString{};
        QTest::newRow("no JSON") << u"F2"_s;
        QTest::newRow("list") << u"[1,2]"_s;
        QTest::newRow("unknown action") << QStringLiteral(R"({"board.fly":"F8"})");
        QTest::newRow("no key") << QStringLiteral(R"({"board.pay":"fast","board.key":7})");
        QTest::newRow("reserved") << QStringLiteral(R"({"board.pay":"Return","board.key":"a","search":"F9"})");
        QTest::newRow("chord") << QStringLiteral(R"({"board.pay":"Ctrl+K, Ctrl+L"})");
        QTest::newRow("collides") << QStringLiteral(R"({"board.pay":"F7"})");
        QTest::newRow("too long") << QStringLiteral(R"({"board.pay":"F8","x":")") + QString{limits::kMaxDeskText, u'x'} + u"\"}"_s;
    }
    void badTextIsLeftOut()
    {
        QFETCH(QString, text);
        QVERIFY(KeyMap::fromText(text).allUsual());
    }
    void shortcutsAndButtonsFollow()
    {
        QWidget window;
        auto* shortcut = new ActionShortcut{u"board.pay"_s, &window};
        auto* button = new ActionButton{u"Pay"_s, &window};
        button->setShape(ActionButton::Shape::Big);
        button->setKeyAction(u"board.pay"_s);
        QCOMPARE(button->secondLine(), u"F2"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy done{shortcut, &QShortcut::activated};
        KeyMap map;
        QVERIFY(map.set(u"board.pay"_s, QKeySequence{Qt::Key_F8}).ok());
        applyKeys(window, map);
        QCOMPARE(button->secondLine(), u"F8"_s);
        QTest::keyClick(&window, Qt::Key_F2);
        QCOMPARE(done.count(), 0);
        QTest::keyClick(&window, Qt::Key_F8);
        QCOMPARE(done.count(), 1);
        button->setKeyHint(u"Esc"_s);   // set by itself: the map no longer speaks for it
        applyKeys(window, {});
        QCOMPARE(button->secondLine(), u"Esc"_s);
    }
};

QTEST_MAIN(TstKeyMap)
#include "tst_key_map.moc"
