// AdyenPortal against a stand-in that judges every request by the vendor's own description. TRESEN_ADYEN_URL names it. When it stands before the
// simulated Adyen, TRESEN_ADYEN_OWNER is that one's own address, and the whole story is told; otherwise its answers are examples of other links.
#include "tests/app/adapters/portal/adyen/adyen_rig.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

class TestAdyenDescribed : public QObject {
    Q_OBJECT

    bool owner(const QString& action, const QString& link)
    {
        QNetworkAccessManager web;
        auto* reply = web.get(QNetworkRequest{QUrl{qEnvironmentVariable("TRESEN_ADYEN_OWNER") + u"/owner/%1?link=%2"_s.arg(action, link)}});
        return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000) && reply->error() == QNetworkReply::NoError;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable("TRESEN_ADYEN_URL").isEmpty()) QSKIP("TRESEN_ADYEN_URL is not set: no stand-in to ask");
    }

    void examplesAreNotTaken()
    {
        if (!qEnvironmentVariable("TRESEN_ADYEN_OWNER").isEmpty()) QSKIP("stands before a simulated portal");
        AdyenRig rig{sim::AdyenWorld::key(), sim::AdyenWorld::account(), true, qEnvironmentVariable("TRESEN_ADYEN_URL")};
        rig.clock.set(SystemClock{}.now());
        const QString link = u"PL61C53A8B97E6915A"_s;
        QVERIFY(!rig.take(rig.portal.create(rig.order())));
        QVERIFY2(rig.error.fault == Fault::Invalid, qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.fetch(link)));
        QVERIFY2(rig.error.fault == Fault::Invalid, qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.cancel(link)));
        QVERIFY2(rig.error.fault == Fault::Invalid, qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.refund({u"refund-1"_s, link, u"993617894903480A"_s, domain::Money::cents(100), domain::Money::cents(200), u"Rechnung 4711"_s})));
        QVERIFY2(rig.error.fault == Fault::Invalid, qPrintable(rig.error.code + u' ' + rig.error.detail));
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe && probe->steps.size() >= 2 && probe->steps[0].ok && probe->steps[1].ok);
    }

    void theWholeStory()
    {
        if (qEnvironmentVariable("TRESEN_ADYEN_OWNER").isEmpty()) QSKIP("TRESEN_ADYEN_OWNER is not set: nobody to pay");
        AdyenRig rig{sim::AdyenWorld::key(), sim::AdyenWorld::account(), true, qEnvironmentVariable("TRESEN_ADYEN_URL")};
        rig.clock.set(SystemClock{}.now());   // the simulated portal is another process, with the time of day
        sim::PortalRig contract{rig.portal, [&] { return rig.order(); }, [&](const ports::Link& link) { owner(u"pay"_s, link.linkId); },
                                [&](const ports::Link& link) { owner(u"delayed"_s, link.linkId); }};
        sim::checkPortalContract(contract);
        if (QTest::currentTestFailed()) return;
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe && probe->steps.size() == 5);
        for (const auto& step : probe->steps) QVERIFY2(step.ok, qPrintable(step.code + step.error.code + step.error.detail));
    }
};

QTEST_GUILESS_MAIN(TestAdyenDescribed)
#include "tst_adyen_described.moc"
