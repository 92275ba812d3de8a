#include "app/core/limits.h"
#include "tests/ui/board_sample.h"
#include "ui/board/advice.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstAdvice : public QObject {
    Q_OBJECT

    static domain::BoardRow rowOf(const QString& number)
    {
        for (const auto& row : test::boardRows())
            if (row.number == number) return row;
        qFatal("no such row");
    }
    static int primaries(const Advice& a) { return int{a.pay.primary} + int{a.request.primary} + int{a.key.primary} + int{a.more.primary}; }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u"."_s}); }

    void states_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("go");
        QTest::addColumn<QString>("primary");
        QTest::addColumn<QString>("payReason");
        QTest::newRow("reversed, key gone") << u"2026-4061"_s << false << u"pay"_s << u""_s;
        QTest::newRow("unknown") << u"2026-4102"_s << false << u"ask"_s << u""_s;
        QTest::newRow("overpaid") << u"2026-4088"_s << true << u"key"_s << u"nothing open"_s;
        QTest::newRow("outdated") << u"2026-4095"_s << false << u"ask"_s << u""_s;
        QTest::newRow("paid") << u"2026-4117"_s << true << u"key"_s << u"nothing open"_s;
        QTest::newRow("on account") << u"2026-4099"_s << true << u"key"_s << u""_s;
        QTest::newRow("running") << u"2026-4119"_s << false << u"ask"_s << u""_s;
        QTest::newRow("part") << u"2026-4093"_s << false << u"pay"_s << u""_s;
        QTest::newRow("requested") << u"2026-4108"_s << false << u"pay"_s << u""_s;
        QTest::newRow("open") << u"2026-4118"_s << false << u"pay"_s << u""_s;
        QTest::newRow("handed over") << u"2026-4079"_s << false << u""_s << u"nothing open"_s;
        QTest::newRow("cancelled") << u"2026-4071"_s << false << u""_s << u"cancelled"_s;
    }
    void states()
    {
        QFETCH(QString, number);
        QFETCH(QString, primary);
        QFETCH(QString, payReason);
        const auto a = Advisor::on(rowOf(number), test::boardNow());
        QTEST(a.go, "go");
        QCOMPARE(primaries(a), primary.isEmpty() ? 0 : 1);
        QCOMPARE(a.pay.primary, primary == u"pay"_s || primary == u"ask"_s);
        QCOMPARE(a.key.primary, primary == u"key"_s);
        QCOMPARE(a.asksFirst, primary == u"ask"_s);
        QCOMPARE(a.pay.available, payReason.isEmpty());
        if (!a.pay.available) QCOMPARE(a.pay.reason, payReason);
        for (const auto& offer : {a.pay, a.request, a.key, a.more}) {
            QVERIFY(!offer.label.isEmpty());
            QVERIFY(offer.available || !offer.reason.isEmpty());
            QVERIFY(!offer.primary || offer.available);
        }
        QVERIFY(!a.verdict.isEmpty());
        QVERIFY(!a.rule.isEmpty());
    }
    void ageTakesTheVerdictBack()
    {
        const auto row = rowOf(u"2026-4117"_s);
        QVERIFY(Advisor::on(row, row.truthAt.plusMs(limits::kFreshMs)).go);
        const auto later = Advisor::on(row, row.truthAt.plusMs(limits::kFreshMs + 1));
        QVERIFY(!later.go);
        QVERIFY(later.outdated);
        QCOMPARE(later.pay.key, u"refresh"_s);
        QCOMPARE(primaries(later), 1);
    }
    void unknownBlocksASecondCharge()
    {
        const auto a = Advisor::on(rowOf(u"2026-4102"_s), test::boardNow());
        QCOMPARE(a.pay.key, u"refresh"_s);
        QVERIFY(!a.request.available);
        QCOMPARE(a.amountLabel, u"Perhaps open"_s);
    }
    void overpaidMoneyGoesBack()
    {
        const auto a = Advisor::on(rowOf(u"2026-4088"_s), test::boardNow());
        QCOMPARE(a.amount, domain::Money::cents(18990));
        QCOMPARE(a.amountLabel, u"To pay back"_s);
    }
    void noKeyNoHandOver()
    {
        auto row = rowOf(u"2026-4117"_s);
        row.key = {};
        const auto a = Advisor::on(row, test::boardNow());
        QVERIFY(!a.key.available);
        QCOMPARE(primaries(a), 0);
    }
};

QTEST_GUILESS_MAIN(TstAdvice)
#include "tst_advice.moc"
