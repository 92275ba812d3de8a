// Times as text, against QDateTime, and ids that grow with time.
#include "app/core/iso_time.h"
#include "app/core/ordered_id.h"
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TstIsoTime final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asQtWritesIt_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::newRow("first") << qint64{1};
        QTest::newRow("before 1970") << qint64{-1};
        QTest::newRow("leap day") << qint64{1'709'164'799'999};
        QTest::newRow("year 1") << qint64{-62'135'596'800'000};
        QTest::newRow("before year 1") << qint64{-62'135'596'800'001};
        QTest::newRow("end of 9999") << qint64{253'402'300'799'999};
        QTest::newRow("year 10000") << qint64{253'402'300'800'000};
        QRandomGenerator random{7};
        for (int i = 0; i < 300; ++i) {
            const auto ms = static_cast<qint64>(random.generate64() % 253'402'300'800'000ULL);
            QTest::addRow("%lld", static_cast<long long>(ms)) << ms;
        }
    }
    void asQtWritesIt()
    {
        QFETCH(const qint64, ms);
        const Instant at{ms};
        const auto text = at.utc().toString(Qt::ISODateWithMs);
        QCOMPARE(at.iso(), text);
        QCOMPARE(Instant::fromIso(text).ms, QDateTime::fromString(text, Qt::ISODateWithMs).isValid() ? ms : 0);
        if (!hasIsoText(at)) return;
        QCOMPARE(QString::fromLatin1(isoText(at)), text);
        QCOMPARE(fromIsoText(text.toLatin1()), at);
    }
    void otherFormsAreReadAsBefore()
    {
        QCOMPARE(Instant::fromIso(u"2026-11-23T10:42:07Z"_s).ms, qint64{1'795'430'527'000});
        QCOMPARE(Instant::fromIso(u"2026-11-23T10:42:07.5Z"_s).ms, qint64{1'795'430'527'500});
        QCOMPARE(Instant::fromIso(u"2026-11-23T11:42:07.123+01:00"_s).ms, qint64{1'795'430'527'123});
        for (const auto& no : {u""_s, u"2026-02-30T10:42:07.123Z"_s, u"2026-11-23T10:60:07.123Z"_s, u"2026-11-23T10:42:07.12xZ"_s, u"0000-01-01T00:00:00.000Z"_s})
            QVERIFY2(Instant::fromIso(no).isNull(), qPrintable(no));
    }
    void orderedIds()
    {
        const Instant at{1'795'430'527'123};
        QSet<QString> all;
        for (int i = 0; i < 2000; ++i) {
            const auto text = orderedUuid(at);
            const QUuid id{text};
            QCOMPARE(id.toString(QUuid::WithoutBraces), text);
            QCOMPARE(int(id.data3 >> 12), 7);
            QCOMPARE(id.variant(), QUuid::DCE);
            QCOMPARE((static_cast<qint64>(id.data1) << 16) | id.data2, at.ms);
            all << text;
            QVERIFY(text < orderedUuid(at.plusMs(1)));
        }
        QCOMPARE(all.size(), 2000);
    }
};

QTEST_GUILESS_MAIN(TstIsoTime)
#include "tst_iso_time.moc"
