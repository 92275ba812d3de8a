// Runs and refusals, folded from their entries in any order, and which refusal is a new one.
#include "app/domain/arrival_book.h"
#include "app/domain/json.h"
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TestArrivalBook final : public QObject {
    Q_OBJECT

    const Instant m_now{1'795'420'800'000};
    const BatchId m_batch{u"b1"_s};

    Recorded at(qint64 seq, Event event) const { return {seq, m_now.plusMs(seq), {u"Haus"_s, u"Theke 1"_s, u"Frau Roth"_s}, std::move(event)}; }
    static ArrivalRefused refusal(const QString& file, const QString& sha = u"aa"_s, const QString& code = u"xml.malformed"_s)
    {
        return {{}, {}, ArrivalWay::Folder, file, 0, {}, code, {}, sha};
    }
    ArrivalRefused noted(const ArrivalBook& book, ArrivalRefused one, bool stays = false) const
    {
        one.arrival = book.idFor(one, stays);
        one.at = m_now;
        return one;
    }

private Q_SLOTS:
    void aRunIsTheSumOfItsParts()
    {
        ArrivalBook book;
        const auto second = at(2, RunStored{m_batch, 2, m_now.plusMs(500), ArrivalWay::Folder, 1, 1, 0, 2, {u"i7"_s}, 4});
        QVERIFY(book.take(second));
        QVERIFY(book.take(at(1, RunStored{m_batch, 1, m_now, ArrivalWay::Folder, 200, 0, 3, 0, {}, 9})));
        QVERIFY(!book.take(second));   // read again
        QVERIFY(!book.take(at(3, KeyTaken{})));
        QCOMPARE(book.runs().size(), std::size_t{1});
        const auto& run = *book.find(m_batch);
        QCOMPARE(std::vector<int>({run.taken, run.versions, run.same, run.refused}), std::vector<int>({201, 1, 3, 2}));
        QCOMPARE(run.files, 13);
        QCOMPARE(run.began, m_now);
        QCOMPARE(run.ended, m_now.plusMs(500));
        QCOMPARE(run.user, u"Frau Roth"_s);
        QCOMPARE(run.revised, QStringList{u"i7"_s});
        QVERIFY(run.mayUndo() && !run.undone);
        QVERIFY(book.take(at(4, RunUndone{m_batch, m_now, 200, 2})));
        QVERIFY(book.find(m_batch)->undone);
        QCOMPARE(book.find(m_batch)->takenBack, 200);
        QVERIFY(book.take(at(5, RunUndone{BatchId{u"old"_s}, m_now, 1, 0})));   // of a run the list no longer has
        QCOMPARE(book.runs().size(), std::size_t{1});
    }
    void aRefusalStandsOnceUntilSomebodySettlesIt()
    {
        ArrivalBook book;
        const auto first = noted(book, refusal(u"a.xml"_s));
        QVERIFY(book.take(at(1, first)));
        QCOMPARE(book.openCount(), 1);
        QVERIFY(book.idFor(refusal(u"a.xml"_s), false).isNull());                 // stands there
        QVERIFY(!book.idFor(refusal(u"b.xml"_s), false).isNull());
        QVERIFY(!book.idFor(refusal(u"a.xml"_s, u"bb"_s), false).isNull());       // other contents
        QVERIFY(book.take(at(2, first)));                                         // of another desk, at the same time
        QCOMPARE(book.refused().size(), std::size_t{1});
        QVERIFY(book.take(at(3, ArrivalSettled{first.arrival, m_now, u"seen"_s})));
        QCOMPARE(book.openCount(), 0);
        QVERIFY(book.idFor(refusal(u"a.xml"_s), true).isNull());                  // it lies there and is read at each start
        const auto again = book.idFor(refusal(u"a.xml"_s), false);                // it was exported once more, as bad as before
        QVERIFY(!again.isNull() && again != first.arrival);
    }
    void settledBeforeItIsKnown()
    {
        ArrivalBook book;
        const auto one = noted(book, refusal(u"a.xml"_s));
        QVERIFY(book.take(at(2, ArrivalSettled{one.arrival, m_now, u"seen"_s})));
        QVERIFY(book.take(at(1, one)));
        QCOMPARE(book.openCount(), 0);
    }
    void keysAreOfTheirTimeAndEntriesCanBeReadAgain()
    {
        const std::vector<Event> events{RunStored{m_batch, 3, m_now, ArrivalWay::Door, 1, 2, 3, 4, {u"i1"_s, u"i2"_s}}, RunUndone{m_batch, m_now, 5, 6},
                                        ArrivalRefused{ArrivalId{u"r"_s}, m_now, ArrivalWay::Command, u"a.csv"_s, 7, u"4711"_s, u"row.cut"_s, u"x"_s, u"ab"_s},
                                        ArrivalSettled{ArrivalId{u"r"_s}, m_now, u"seen"_s}};
        QStringList keys;
        for (const auto& event : events) {
            const auto key = keyOf(event);
            QVERIFY2(key.startsWith(u"arrival:"_s + m_now.iso()), qPrintable(key));
            keys << key;
            const auto json = toJson(event);
            const auto back = eventFromJson(kindOf(event), json);
            QVERIFY(back.ok());
            QCOMPARE(toJson(back.value()), json);
            QVERIFY(invoiceOf(event).isNull() && keyIdOf(event).isNull());
        }
        QCOMPARE(keys.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestArrivalBook)
#include "tst_arrival_book.moc"
