// The very first start of the real desk: a fresh folder asks its five questions, nothing comes in before they are answered, another language gives another
// window, and afterwards they never come up again by themselves. The sample workshop opens on its board without any of this.
#include "app/main/desk.h"
#include "tests/sim/program.h"
#include "ui/board/board_page.h"
#include "ui/common/sheet.h"
#include "ui/desk_frame.h"
#include "ui/wizard/wizard_sheet.h"
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollArea>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

class TstFirstStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = m_folder->filePath(u"werkstatt"_s);
        QVERIFY(QDir{}.mkpath(m_profile));
    }
    void cleanup() { m_desk.reset(); }

    void aFreshFolderAsksAndGoesOnAfterTheEnd()
    {
        m_profile += u"/neu"_s;                                         // not even a folder
        const auto in = makeInvoices();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(wizard() && wizard()->isOpen(), kPatienceMs);
        QCOMPARE(wizard()->question(), 1);
        rest();
        next(2);
        type("company.name", u"Autohaus Lindner"_s);
        type("payee.holder", u"Autohaus Lindner GmbH"_s);
        type("payee.iban", u"DE89370400440532013000"_s);
        next(3);
        type("source.folder", in);
        next(4);
        m_desk.reset();                                                 // as good as killed: nothing is told to it

        start();
        QTRY_VERIFY_WITH_TIMEOUT(wizard() && wizard()->isOpen(), kPatienceMs);
        QCOMPARE(wizard()->question(), 4);
        QTest::qWait(5'000);                                            // the folder is looked at every three seconds, but not yet
        QVERIFY(QFile::exists(in + u"/RE_1.xml"_s));
        QCOMPARE(model().rowCount(), 0);
        next(5);
        rest();
        click("wizard.next");
        QTRY_VERIFY(!wizard() || !wizard()->isOpen());
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, kPatienceMs);  // from now on it works
        QVERIFY(!QFile::exists(in + u"/RE_1.xml"_s));
        m_desk.reset();

        start();
        QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, kPatienceMs);
        QVERIFY(!wizard());
    }
    void laterOpensTheEmptyBoardAndIsNotAskedAgain()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(wizard() && wizard()->isOpen(), kPatienceMs);
        rest();
        QTest::keyClick(wizard(), Qt::Key_Escape);
        QTRY_VERIFY(!wizard());
        QTest::keyClick(window(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window()->findChild<QAbstractButton*>(u"settings.set_up"_s));
        QTest::mouseClick(window()->findChild<QAbstractButton*>(u"settings.set_up"_s), Qt::LeftButton);
        QTRY_VERIFY(wizard() && wizard()->isOpen());
        QTest::keyClick(wizard(), Qt::Key_Escape);
        QTRY_VERIFY(!wizard());
        m_desk.reset();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), kPatienceMs);
        QTest::qWait(500);
        QVERIFY(!wizard());
    }
    void anotherLanguageGivesAnotherWindow()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(wizard() && wizard()->isOpen(), kPatienceMs);
        rest();
        QCOMPARE(boardWord(), u"Tafel"_s);
        click("wizard.language.en");
        QTRY_COMPARE(part<QLabel>("wizard.where")->text(), u"1 of 5"_s);
        click("wizard.later");
        QTRY_COMPARE_WITH_TIMEOUT(boardWord(), u"Board"_s, kPatienceMs);
        QTRY_VERIFY(window()->isVisible());
        QVERIFY(!wizard());
        QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);      // and it works
        QTRY_VERIFY(part<QWidget>("intake")->isVisible());
    }
    void whatIsSetUpIsNotAsked()
    {
        const Program program{m_profile};
        for (const auto& [key, value] : std::initializer_list<std::pair<QString, QString>>{
                 {u"payee.holder"_s, u"Lindner"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"source.folder"_s, makeInvoices()}})
            QCOMPARE(program.run({u"config"_s, u"set"_s, key, value}).exit, 0);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, kPatienceMs);
        QVERIFY(!wizard());
    }
    void theSampleWorkshopOpensOnItsBoard()
    {
        QTcpServer probe;   // a free port for its pay page
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        QFile desk{m_profile + u"/desk.json"_s};
        QVERIFY(desk.open(QIODevice::WriteOnly));
        desk.write(QJsonDocument{QJsonObject{{u"training.port"_s, QString::number(probe.serverPort())}, {u"training.address"_s, u"127.0.0.1"_s}, {u"ui.language"_s, u"en"_s}}}.toJson());
        desk.close();
        probe.close();
        QProcess program;   // the built one: its own children open the PDFs
        program.start(QStringLiteral(TRESEN_PROGRAM), {u"--profile"_s, m_profile, u"--sample"_s});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_profile + u"/sample.mark"_s), 120'000);
        program.kill();
        QVERIFY(program.waitForFinished(kPatienceMs));
        start(app::Desk::Kind::Sample);                                 // filled once, and never again
        QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 10, kPatienceMs);
        QVERIFY(!wizard());
        QVERIFY(part<QLabel>("training")->text().startsWith(u"SAMPLE DATA"_s));   // in the language of the desk that opened it
    }

private:
    void start(app::Desk::Kind kind = app::Desk::Kind::Workshop)
    {
        m_desk = std::make_unique<app::Desk>(m_profile, *qobject_cast<QApplication*>(qApp), kind);
        m_desk->start();
    }
    QString makeInvoices()
    {
        const auto in = m_folder->filePath(u"in"_s);
        if (!QDir{}.mkpath(in) || !QFile::copy(QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4121.xml"), in + u"/RE_1.xml"_s)) qFatal("no invoice");
        return in;
    }
    static ui::MainWindow* window()
    {
        for (auto* w : QApplication::topLevelWidgets())
            if (auto* main = qobject_cast<ui::MainWindow*>(w)) return main;
        return nullptr;
    }
    static ui::BoardModel& model() { return window()->model(); }
    static ui::WizardSheet* wizard() { return window() ? window()->findChild<ui::WizardSheet*>() : nullptr; }
    static QString boardWord() { return window() ? window()->findChild<ui::DeskFrame*>()->rail().button(u"board"_s)->text() : QString{}; }
    template <class W> static W* part(const char* name)
    {
        auto* found = window()->findChild<W*>(QString::fromLatin1(name));
        if (!found) qFatal("no %s", name);
        return found;
    }
    static void rest() { QTest::qWait(ui::Sheet::kEnterInertMs + 50); }
    static void click(const char* name)
    {
        auto* b = part<QAbstractButton>(name);
        QTest::mouseClick(b, Qt::LeftButton, {}, {12, b->height() / 2});
    }
    static void next(int to)
    {
        rest();
        click("wizard.next");
        if (!QTest::qWaitFor([to] { return wizard()->question() == to; }, kPatienceMs)) qFatal("question %d does not come", to);
    }
    static void type(const char* key, const QString& text)
    {
        auto* line = part<QLineEdit>(("wizard.input." + QByteArray{key}).constData());
        line->setFocus();
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    std::unique_ptr<app::Desk> m_desk;
};

QTEST_MAIN(TstFirstStart)
#include "tst_first_start.moc"
