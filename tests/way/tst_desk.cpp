// The main job by clicks: the board is open, the request is made, the owner pays in a real browser, the board turns by itself, somebody else
// pays cash, both keys go out, and the workshop system gets both settlements.
#include "app/main/desk.h"
#include "tests/sim/browser.h"
#include "tests/sim/program.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/common/action_button.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

class TstDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_profile = m_folder.filePath(u"sample"_s);
        QTcpServer probe;   // a free port for the pay page, so that several runs do not meet
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        QVERIFY(QDir{}.mkpath(m_profile));
        QFile desk{m_profile + u"/desk.json"_s};
        QVERIFY(desk.open(QIODevice::WriteOnly));
        desk.write(QJsonDocument{QJsonObject{{u"training.port"_s, QString::number(probe.serverPort())}, {u"training.address"_s, u"127.0.0.1"_s}}}.toJson());
        desk.close();
        probe.close();
        QCOMPARE(Program{m_profile}.run({u"demo"_s}).exit, 0);
        m_desk = std::make_unique<app::Desk>(m_profile, *qobject_cast<QApplication*>(qApp));
        m_desk->start();
        QTRY_VERIFY_WITH_TIMEOUT(window(), 20'000);
        m_board = window()->findChild<ui::BoardPage*>();
        QVERIFY(m_board);
        QTRY_VERIFY(window()->isVisible());
    }

    void fault_12_aSecondStartBringsTheFirstForward()
    {
        window()->showMinimized();
        QTRY_VERIFY(window()->isMinimized());
        const auto second = Program{m_profile}.run({});
        QVERIFY2(second.exit == 0 && !second.killed, qPrintable(second.messages));   // it has ended by itself
        QTRY_VERIFY(!window()->isMinimized());
    }

    void ownerPaysInARealBrowser()
    {
        if (!Browser::isInstalled()) QSKIP("chromium and chromedriver are not installed");
        find(u"vogt"_s, u"2026-4118"_s);
        QTest::keyClick(window(), Qt::Key_F6);
        QTRY_VERIFY(sheet());
        QTRY_VERIFY(button("request.primary")->hasFocus());   // as it says: Enter
        QTest::qWait(500);
        QTest::keyClick(button("request.primary"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(row(u"2026-4118"_s).state, domain::BoardState::Requested, 20'000);
        const auto item = Program{m_profile}.run({u"show"_s, u"2026-4118"_s}).first()[u"item"].toObject();
        const auto url = item[u"requests"].toArray().at(0).toObject()[u"url"].toString();
        QVERIFY(url.startsWith(u"http://127.0.0.1:"_s));
        QTRY_VERIFY(button("request.primary")->isEnabled() && button("request.primary")->hasFocus());   // and Enter prints now
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet());

        Browser browser;
        QVERIFY(browser.start());
        browser.open(url);
        QTRY_VERIFY_WITH_TIMEOUT(browser.source().contains(u"684,30"_s), 30'000);
        const auto page = browser.source();
        for (const auto& shown : {u"Autohaus Lindner"_s, u"684,30"_s, u"FFB-ME"_s, u"2026-4118"_s}) QVERIFY2(page.contains(shown), qPrintable(shown));
        QVERIFY(!page.contains(u"Vogt"_s));   // whoever has the link does not learn whose car it is
        QVERIFY(browser.click(u"button.btn"_s));
        QTRY_VERIFY(browser.source().contains(u"name=\"outcome\""_s));
        QElapsedTimer since;
        since.start();
        QVERIFY(browser.click(u"button[value=paid]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(row(u"2026-4118"_s).state, domain::BoardState::Paid, 10'000);
        qInfo("board turned %lld ms after the click on the pay page", static_cast<long long>(since.elapsed()));
        QCOMPARE(domain::lightOf(row(u"2026-4118"_s), SystemClock{}.now()), domain::Light::Green);
    }

    void somebodyElsePaysCash()
    {
        find(u"brandl"_s, u"2026-4120"_s);
        QTest::keyClick(window(), Qt::Key_F2);
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"pay");
        QTRY_VERIFY(button("pay.note5")->isVisible());
        QTest::mouseClick(button("pay.note100"), Qt::LeftButton);
        QTRY_VERIFY(button("pay.book")->isEnabled());
        QTest::qWait(ui::Sheet::kEnterInertMs + 50);
        QTest::mouseClick(button("pay.book"), Qt::LeftButton);
        QTest::mouseClick(button("pay.book"), Qt::LeftButton);   // a nervous hand
        QTRY_COMPARE_WITH_TIMEOUT(row(u"2026-4120"_s).state, domain::BoardState::Paid, 20'000);
        QCOMPARE(row(u"2026-4120"_s).paid, domain::Money::cents(9640));
        QTRY_VERIFY(window()->findChild<QWidget*>(u"pay.result"_s) && window()->findChild<QWidget*>(u"pay.result"_s)->isVisible());   // stays until acknowledged
        closeSheets();
    }

    void bothKeysGoOut()
    {
        if (row(u"2026-4118"_s).state == domain::BoardState::Paid) handOver(u"vogt"_s, u"2026-4118"_s);
        handOver(u"brandl"_s, u"2026-4120"_s);
    }

    void theWorkshopSystemGetsThem()
    {
        QTest::keyClick(window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(button("settlements.run")->isVisible());
        QTest::mouseClick(button("settlements.run"), Qt::LeftButton);
        const QDir out{m_profile + u"/workshop/out"_s};
        QTRY_COMPARE_WITH_TIMEOUT(out.entryList({u"*.json"_s}, QDir::Files).size(), 1, 10'000);
        QFile file{out.filePath(out.entryList({u"*.json"_s}, QDir::Files).front())};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(text.contains("2026-4120"));
        if (row(u"2026-4118"_s).paid.isPositive()) QVERIFY(text.contains("2026-4118"));
        QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
    }

    void cancellingIsAskedAboutAndCanBeTakenBack()
    {
        const auto open = openOne();
        QVERIFY(!open.invoice.isNull());
        chooseMore(open, {u"Im Werkstattsystem storniert"_s, u"Cancelled in the workshop system"_s});
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"cancel");
        QCOMPARE(row(open.number).state, open.state);            // nothing by one click
        giveReason("cancel.primary");
        QTRY_COMPARE_WITH_TIMEOUT(row(open.number).state, domain::BoardState::Cancelled, 20'000);
        QVERIFY(!row(open.number).mayGo);
        const auto release = Program{m_profile}.run({u"release"_s, open.number, u"--to"_s, u"Frau Vogt"_s});
        QCOMPARE(release.exit, 1);
        QTRY_VERIFY(!sheet());
        chooseMore(open, {u"Doch nicht storniert"_s, u"Not cancelled after all"_s});
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"restore");
        giveReason("restore.primary");
        QTRY_COMPARE_WITH_TIMEOUT(row(open.number).state, domain::BoardState::Open, 20'000);
        QCOMPARE(row(open.number).open, open.open);
        QTRY_VERIFY(!sheet());
    }

    void theMenuPrintsATag()
    {
        const auto open = openOne();
        QVERIFY(!open.invoice.isNull());
        chooseMore(open, {u"Schlüsselanhänger drucken"_s, u"Print key tag \u2026"_s});
        QTRY_VERIFY_WITH_TIMEOUT(sheet(), 20'000);
        closeSheets();
    }

    // Made by a command, on the same journal: the open desk notices it and asks for a PIN.
    void theFirstUserLocksTheDesk()
    {
        QVERIFY(!sheet());
        QVERIFY(addManager(u"Anna Keller"_s, "4711"));
        QTRY_VERIFY_WITH_TIMEOUT(sheet() && sheet()->objectName() == u"lock", 20'000);
        const auto covered = window()->grab().toImage();
        QCOMPARE(covered.pixelColor(covered.width() - 4, covered.height() / 2), covered.pixelColor(4, covered.height() / 2));   // nothing of the board beside it
        QTest::qWait(ui::Sheet::kEnterInertMs + 50);
        QTest::keyClick(window(), Qt::Key_F2);
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QCOMPARE(sheet()->objectName(), u"lock"_s);
        auto* field = window()->findChild<QLineEdit*>(u"pin.field"_s);
        QVERIFY(field);
        QTest::keyClicks(field, u"4711"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!sheet(), 20'000);
        QVERIFY(window()->findChild<QAbstractButton*>(u"user"_s)->text().startsWith(u"Anna Keller"_s));
        QTest::keyClick(window()->windowHandle(), Qt::Key_L, Qt::ControlModifier);   // the watch hears what the window hears
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"lock");
    }

    // The report of the day is the manager's; who comes in next does not find it open.
    void whoComesInNextSeesOnlyTheOwnPages()
    {
        QVERIFY(addUser(u"Ben Roth"_s, u"advisor"_s, "8150", u"Anna Keller"_s, "4711"));
        QTRY_VERIFY_WITH_TIMEOUT(window()->findChildren<QAbstractButton*>(QRegularExpression{u"^lock\\.name\\."_s}).size() == 2, 20'000);
        comeIn(u"Anna Keller"_s, u"4711"_s);
        QTest::keyClick(window(), Qt::Key_5, Qt::ControlModifier);
        auto* day = window()->findChild<QWidget*>(u"day"_s);
        QVERIFY(day && day->isVisible());
        QTest::keyClick(window()->windowHandle(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"lock");
        comeIn(u"Ben Roth"_s, u"8150"_s);
        QTRY_VERIFY(!day->isVisible());
        QVERIFY(m_board->isVisible());
        QTest::keyClick(window(), Qt::Key_F3);                              // its keys are its own again
        QTRY_VERIFY(window()->findChild<ui::SearchField*>()->hasFocus());
        QTest::keyClick(window(), Qt::Key_5, Qt::ControlModifier);
        QVERIFY(!day->isVisible());
        // What is on its way when the desk is locked opens nothing over the lock.
        QVERIFY(model().rowCount() > 0);
        Q_EMIT m_board->historyRequested(model().rowAt(0).invoice);
        QTest::keyClick(window()->windowHandle(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"lock");
        QTest::qWait(500);
        for (auto* s : window()->findChildren<ui::Sheet*>()) QVERIFY2(!s->isOpen() || s->objectName() == u"lock", qPrintable(s->objectName()));
    }

    void journalHolds()
    {
        const auto verify = Program{m_profile}.run({u"verify"_s});
        QCOMPARE(verify.exit, 0);
    }

private:
    static QMainWindow* window()
    {
        for (auto* w : QApplication::topLevelWidgets())
            if (auto* main = qobject_cast<ui::MainWindow*>(w)) return main;
        return nullptr;
    }
    static ui::BoardModel& model() { return qobject_cast<ui::MainWindow*>(window())->model(); }
    domain::BoardRow row(const QString& number) const
    {
        for (int i = 0; i < model().rowCount(); ++i)
            if (model().rowAt(i).number == number) return model().rowAt(i);
        // Searched for something else just now: the row is there all the same.
        const auto shown = Program{m_profile}.run({u"show"_s, number}).first()[u"item"].toObject();
        const auto* known = model().find(domain::InvoiceId{shown[u"id"].toString()});
        return known ? *known : domain::BoardRow{};
    }
    static ui::Sheet* sheet()
    {
        for (auto* s : window()->findChildren<ui::Sheet*>())
            if (s->isOpen()) return s;
        return nullptr;
    }
    static QPushButton* button(const char* name)
    {
        auto* found = window()->findChild<QPushButton*>(QLatin1StringView{name});
        Q_ASSERT(found);
        return found;
    }
    bool addManager(const QString& name, const QByteArray& pin) const { return addUser(name, u"manager"_s, pin, {}, {}); }
    bool addUser(const QString& name, const QString& role, const QByteArray& pin, const QString& by, const QByteArray& byPin) const
    {
        QProcess process;
        QStringList words{u"--profile"_s, m_profile, u"user"_s, u"add"_s, name, u"--role"_s, role};
        if (!by.isEmpty()) {
            QFile file{m_folder.filePath(u"pin"_s)};
            if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(byPin) != byPin.size()) return false;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TRESEN_PIN_FILE"_s, file.fileName());
            process.setProcessEnvironment(environment);
            words << u"--as"_s << by;
        }
        process.start(QStringLiteral(TRESEN_PROGRAM), words);
        process.write(pin + '\n');
        process.closeWriteChannel();
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, Program::kDeadlineMs) && process.exitCode() == 0;
    }
    static void comeIn(const QString& name, const QString& pin)
    {
        QTest::qWait(ui::Sheet::kEnterInertMs + 50);
        for (auto* button : sheet()->findChildren<QAbstractButton*>(QRegularExpression{u"^lock\\.name\\."_s}))
            if (button->text() == name) QTest::mouseClick(button, Qt::LeftButton);
        auto* field = sheet()->findChild<QLineEdit*>(u"pin.field"_s);
        QVERIFY(field);
        QTest::keyClicks(field, pin);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!sheet(), 20'000);
    }
    void closeSheets()
    {
        for (int i = 0; i < 5 && sheet(); ++i) {
            QTest::qWait(ui::Sheet::kEnterInertMs + 50);
            if (sheet()) QTest::keyClick(sheet(), Qt::Key_Escape);
            QTest::qWait(50);
        }
        QVERIFY(!sheet());
    }
    // Any that asks for its money and has its key here.
    domain::BoardRow openOne() const
    {
        window()->findChild<ui::SearchField*>()->clear();
        domain::BoardRow out;
        const auto found = [&out] {
            for (int i = 0; i < model().rowCount(); ++i)
                if (const auto& r = model().rowAt(i); r.state == domain::BoardState::Open && !r.key.isNull() && r.keyState == domain::KeyState::Held) out = r;
            return !out.invoice.isNull();
        };
        if (!QTest::qWaitFor(found, 10'000)) qWarning("no open invoice");
        return out;
    }
    void chooseMore(const domain::BoardRow& which, const QStringList& texts)
    {
        m_board->select(which.invoice);
        QTRY_COMPARE(m_board->selected(), which.invoice);
        QTRY_VERIFY(button("board.more")->isEnabled());
        QTest::keyClick(window(), Qt::Key_F10);
        QMenu* menu = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT([&menu] {
            for (auto* m : window()->findChildren<QMenu*>())
                if (m->isVisible()) menu = m;
            return menu != nullptr;
        }(), 10'000);
        QAction* chosen = nullptr;
        for (auto* action : menu->actions())
            for (const auto& text : texts)
                if (!chosen && action->text().startsWith(text)) chosen = action;
        QVERIFY2(chosen && chosen->isEnabled(), qPrintable(texts.join(u'/')));
        chosen->trigger();
        menu->close();
    }
    void giveReason(const char* primary)
    {
        QTest::qWait(ui::Sheet::kEnterInertMs + 50);
        QVERIFY(!button(primary)->isEnabled());
        auto* option = sheet()->findChild<QAbstractButton*>(u"reason.option0"_s);
        auto* text = sheet()->findChild<QPlainTextEdit*>(u"reason.text"_s);
        QVERIFY(option && text);
        QTest::mouseClick(option, Qt::LeftButton);
        text->setPlainText(u"Der Meister hat es am Telefon gesagt"_s);
        QTRY_VERIFY(button(primary)->isEnabled());
        QTest::mouseClick(button(primary), Qt::LeftButton);
    }
    void handOver(const QString& text, const QString& number)
    {
        find(text, number);
        QTest::keyClick(window(), Qt::Key_F7);
        QTRY_VERIFY(sheet() && sheet()->objectName() == u"key");
        QTRY_VERIFY(button("key.release")->isVisible() && button("key.release")->isEnabled());
        QTest::qWait(ui::Sheet::kEnterInertMs + 50);
        QTest::mouseClick(button("key.release"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(row(number).keyState, domain::KeyState::Released, 10'000);
        closeSheets();
    }
    void find(const QString& text, const QString& number)
    {
        auto* field = window()->findChild<ui::SearchField*>();
        QTest::keyClick(window(), Qt::Key_F3);
        field->clear();
        QTest::keyClicks(field, text);
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(model().rowAt(0).number, number);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_board->selected(), model().rowAt(0).invoice);
    }

    QTemporaryDir m_folder;
    QString m_profile;
    std::unique_ptr<app::Desk> m_desk;
    ui::BoardPage* m_board = nullptr;
};

QTEST_MAIN(TstDesk)
#include "tst_desk.moc"
