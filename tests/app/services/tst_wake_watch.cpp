// A computer that slept, or whose clock was set, is noticed; one that is only slow is not.
#include "app/services/wake_watch.h"
#include <QSignalSpy>
#include <QTest>

using namespace tresen;
using services::WakeWatch;

class TstWakeWatch : public QObject {
    Q_OBJECT

    struct Watched {
        ManualClock clock{Instant{1'795'000'000'000}};
        qint64 counted = 5'000;
        WakeWatch watch{clock, [this] { return counted; }};
        QSignalSpy woke{&watch, &WakeWatch::woke};
        void pass(qint64 wall, qint64 awake)
        {
            clock.advance(wall);
            counted += awake;
            watch.look();
        }
    };

private Q_SLOTS:
    void anOrdinaryDayIsNoSleep()
    {
        Watched w;
        for (int i = 0; i < 1'000; ++i) w.pass(WakeWatch::kLookMs, WakeWatch::kLookMs);
        w.pass(10 * 60'000, 10 * 60'000);   // a machine that was busy for minutes: both clocks went on
        w.pass(3'000, 2'000);               // the clock is drawn towards the time of the network
        QCOMPARE(w.woke.count(), 0);
    }
    void eightHoursAsleepAreSaidOnce()
    {
        Watched w;
        w.pass(8 * 3'600'000, 1'500);
        QCOMPARE(w.woke.count(), 1);
        QCOMPARE(w.woke.front().front().toLongLong(), 8 * 3'600'000 - 1'500);
        w.pass(WakeWatch::kLookMs, WakeWatch::kLookMs);
        QCOMPARE(w.woke.count(), 1);
    }
    void aClockThatIsSetBackIsNoticedToo()
    {
        Watched w;
        w.pass(-3'600'000, 2'000);
        QCOMPARE(w.woke.count(), 1);
        QVERIFY(w.woke.front().front().toLongLong() < 0);
    }
};

QTEST_GUILESS_MAIN(TstWakeWatch)
#include "tst_wake_watch.moc"
