// The lock: names, the PIN by keys and by fingers, waiting after wrong ones; the second person; and the watch over idle desks.
#include "app/core/limits.h"
#include "tests/ui/people/people_kit.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/people/idle_watch.h"
#include "ui/people/pin_pad.h"
#include "ui/people/pin_sheet.h"
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using Purpose = PinSheet::Purpose;

class TstLock : public QObject {
    Q_OBJECT

    struct Desk : test::PeopleKit {
        PinSheet* sheet = nullptr;

        explicit Desk(Purpose purpose, domain::Right right = domain::Right::Work)
        {
            engage();
            if (purpose == Purpose::Agree) comeIn(ben, u"8150"_s);
            if (purpose == Purpose::Lock) people.leave(services::People::Leave::Locked);
            sheet = new PinSheet{people, clock, purpose, right, &window};
            sheet->begin();
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        QLineEdit* field() { return test::part<QLineEdit>(*sheet, u"pin.field"_s); }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(*sheet, name); }
        QString said() { return test::part<FigureLabel>(*sheet, u"lock.message"_s)->text(); }
        QStringList names()
        {
            QStringList out;
            for (const auto* one : sheet->findChildren<ActionButton*>(QRegularExpression{u"^lock\\.name\\."_s})) out << one->text();
            out.sort();
            return out;
        }
        void type(const QString& pin)
        {
            field()->clear();
            QTest::keyClicks(field(), pin);
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void theRightPinOpensIt()
    {
        Desk desk{Purpose::Lock};
        QVERIFY(desk.people.isLocked());
        QCOMPARE(desk.names(), (QStringList{u"Anna Keller"_s, u"Ben Roth"_s, u"Carla Vogt"_s}));
        QVERIFY(test::namelessIn(*desk.sheet).isEmpty());
        QVERIFY(test::cutIn(*desk.sheet).isEmpty());
        QTest::keyClick(desk.sheet, Qt::Key_Escape);
        QVERIFY(desk.sheet->isOpen());                                  // no way around it
        QVERIFY(!desk.button(u"sheet.close"_s)->isVisible());           // and none that looks like one
        QTest::mouseClick(desk.button(u"lock.name.1"_s), Qt::LeftButton);
        QCOMPARE(desk.sheet->chosen(), desk.ben);
        QVERIFY(!desk.button(u"lock.enter"_s)->isEnabled());
        QSignalSpy in{desk.sheet, &PinSheet::cameIn};
        desk.type(u"8150"_s);
        QCOMPARE(desk.field()->echoMode(), QLineEdit::Password);       // a scanner's keys are left alone there
        QTest::keyClick(desk.field(), Qt::Key_Return);
        QTRY_COMPARE(in.count(), 1);
        QVERIFY(!desk.sheet->isOpen());
        QCOMPARE(desk.people.current()->name, u"Ben Roth"_s);
        QVERIFY(desk.field()->text().isEmpty());
    }
    void fingersTypeItToo()
    {
        Desk desk{Purpose::Lock};
        desk.sheet->choose(desk.anna);
        for (const auto& digit : {u"4"_s, u"7"_s, u"2"_s}) QTest::mouseClick(desk.button(u"pin."_s + digit), Qt::LeftButton);
        QTest::mouseClick(desk.button(u"pin.back"_s), Qt::LeftButton);
        for (int i = 0; i < 2; ++i) QTest::mouseClick(desk.button(u"pin.1"_s), Qt::LeftButton);
        QCOMPARE(desk.field()->text(), u"4711"_s);
        QTest::mouseClick(desk.button(u"lock.enter"_s), Qt::LeftButton);
        QTRY_VERIFY(!desk.sheet->isOpen());
        QCOMPARE(desk.people.current()->name, u"Anna Keller"_s);
    }
    void lettersAreNoPin()
    {
        Desk desk{Purpose::Lock};
        QTest::keyClicks(desk.field(), u"47a1-1x"_s);
        QCOMPARE(desk.field()->text(), u"4711"_s);
        QTest::keyClicks(desk.field(), u"0123456789"_s);
        QCOMPARE(desk.field()->text().size(), qsizetype{domain::kMaxPin});
    }
    void wrongOnesMakeWait()
    {
        Desk desk{Purpose::Lock};
        desk.sheet->choose(desk.ben);
        for (int i = 0; i < domain::kFreePinTries; ++i) {
            desk.type(u"0815"_s);
            QTest::mouseClick(desk.button(u"lock.enter"_s), Qt::LeftButton);
            QTRY_VERIFY(desk.said().contains(u"Wrong PIN"));
            QTRY_VERIFY(!desk.people.isBusy());
        }
        QTRY_VERIFY2(desk.said().contains(u"15"), qPrintable(desk.said()));
        desk.type(u"8150"_s);
        QVERIFY(!desk.button(u"lock.enter"_s)->isEnabled());
        desk.clock.advance(limits::kPinFirstWaitMs);
        QTRY_VERIFY(desk.button(u"lock.enter"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"lock.enter"_s), Qt::LeftButton);
        QTRY_VERIFY(!desk.sheet->isOpen());
    }
    void aSecondPersonAgreesToOneThing()
    {
        Desk desk{Purpose::Agree, domain::Right::Override};
        QCOMPARE(desk.names(), QStringList{u"Anna Keller"_s});          // Ben asks, Carla may not either
        QSignalSpy agreed{desk.sheet, &PinSheet::agreed};
        services::Agreement agreement;
        connect(desk.sheet, &PinSheet::agreed, this, [&agreement](const services::Agreement& given) { agreement = given; });
        desk.type(u"4711"_s);
        QTest::keyClick(desk.field(), Qt::Key_Return);
        QTRY_COMPARE(agreed.count(), 1);
        QCOMPARE(agreement.name(), u"Anna Keller"_s);
        QCOMPARE(desk.people.current()->name, u"Ben Roth"_s);           // who works here has not changed
        QCOMPARE(agreement.use(), desk.anna);
        QVERIFY(agreement.use().isNull());
    }
    void changingCanBeLeft()
    {
        Desk desk{Purpose::Change};
        QTest::keyClick(desk.sheet, Qt::Key_Escape);
        QVERIFY(!desk.sheet->isOpen());
        QCOMPARE(desk.people.current()->name, u"Anna Keller"_s);
    }
    void newsOfOtherDesksKeepNobodyBusyHere()
    {
        IdleWatch watch;
        QSignalSpy idle{&watch, &IdleWatch::idle};
        constexpr int kPatienceMs = 1'000;
        watch.setPatienceMs(kPatienceMs);
        QTimer news;                                                    // users have changed, again and again
        connect(&news, &QTimer::timeout, &watch, [&watch] { watch.setPatienceMs(kPatienceMs); });
        news.start(kPatienceMs / 5);
        QTRY_VERIFY_WITH_TIMEOUT(idle.count() > 0, 10 * kPatienceMs);
        news.stop();
        idle.clear();
        watch.setPatienceMs(0);
        watch.setPatienceMs(kPatienceMs);                               // somebody has come in: it begins anew
        QTRY_COMPARE(idle.count(), 1);
    }
    void anIdleDeskIsNoticed()
    {
        IdleWatch watch;
        QSignalSpy idle{&watch, &IdleWatch::idle}, wanted{&watch, &IdleWatch::lockWanted};
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        watch.setPatienceMs(0);
        QTest::qWait(50);
        QCOMPARE(idle.count(), 0);
        watch.setPatienceMs(3'000);
        for (int i = 0; i < 8; ++i) {
            QTest::qWait(500);
            QTest::keyClick(window.windowHandle(), Qt::Key_A);
        }
        QCOMPARE(idle.count(), 0);                                      // somebody works
        QTRY_COMPARE(idle.count(), 1);
        QTest::keyClick(window.windowHandle(), Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(wanted.count(), 1);
    }
};

QTEST_MAIN(TstLock)
#include "tst_lock.moc"
