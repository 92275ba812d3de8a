// A desk nobody touches does nothing: no layout is asked for again and nothing is painted between two ticks of the clock.
#include "ui/common/action_button.h"
#include "ui/common/health_bar.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/desk_frame.h"
#include <QApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstRest : public QObject {
    Q_OBJECT

    // Counts what widgets are asked to do.
    class Work : public QObject {
    public:
        Work() { qApp->installEventFilter(this); }
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::LayoutRequest) ++layouts;
            if (event->type() == QEvent::Paint) ++paints;
            return QObject::eventFilter(watched, event);
        }
        int layouts = 0, paints = 0;
    };

    static void compareRest()
    {
        QTest::qWait(300);   // everything that follows from showing has happened
        Work work;
        QTest::qWait(300);
        QCOMPARE(work.layouts, 0);
        QVERIFY2(work.paints <= 4, qPrintable(QString::number(work.paints)));   // a cursor may blink
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void frameRests()
    {
        DeskFrame frame;
        frame.setContent(new QWidget);
        frame.top().setPlace(u"Autohaus Lindner"_s, u"Haupthaus"_s, u"Theke 1"_s);
        frame.top().user().setUser(u"Sabine Kern"_s, {});
        frame.top().health().setItems({{u"Portal"_s, u"ready"_s, Health::Good, {}}, {u"Printer"_s, u"off"_s, Health::Off, {}}});
        frame.rail().add(u"board"_s, u"board"_s, u"Board"_s);
        frame.resize(1440, 900);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        compareRest();
    }

    void bandRests()
    {
        DeskFrame frame;
        frame.setContent(new QWidget);
        frame.setTraining(true);
        frame.resize(1440, 900);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        compareRest();
    }

    void userWithoutAShift()
    {
        TopBar bar;
        bar.user().setUser(u"Sabine Kern"_s, {});
        QCOMPARE(bar.user().text(), u"Sabine Kern"_s);
        bar.user().setUser(u"Sabine Kern"_s, u"shift 118"_s);
        QCOMPARE(bar.user().text(), u"Sabine Kern, shift 118"_s);
        // One line alone stands in the middle.
        bar.user().setUser(u"HH"_s, {});
        bar.user().resize(bar.user().sizeHint());
        const auto picture = bar.user().grab().toImage();
        const int left = picture.width() / 2;
        int first = -1, last = -1;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = left; x < picture.width(); ++x)
                if (qGray(picture.pixel(x, y)) < 100) { first = first < 0 ? y : first; last = y; }
        QVERIFY(first > 0);
        QVERIFY2(qAbs((first + last) / 2 - picture.height() / 2) <= 2, qPrintable(u"%1 to %2 of %3"_s.arg(first).arg(last).arg(picture.height())));
    }

    void openSheetRests()
    {
        QWidget window;
        window.resize(1200, 800);
        auto* sheet = new Sheet{&window};
        sheet->setHead(u"M-AB 1234"_s, u"Pay"_s, u"somebody"_s);
        sheet->setBody(new QWidget);
        sheet->setPrimary(new ActionButton{u"Book"_s});
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        sheet->open();
        compareRest();
    }
};

QTEST_MAIN(TstRest)
#include "tst_rest.moc"
