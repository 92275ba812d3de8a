// StripePortal against a stand-in that judges every request by the vendor's own description. TRESEN_STRIPE_URL names it. When it stands before the
// simulated Stripe, TRESEN_STRIPE_OWNER is that one's own address, and the whole story is told; otherwise its answers are examples of other links,
// which the portal has to notice.
#include "tests/app/adapters/portal/stripe/stripe_rig.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using domain::LinkState;

namespace {

QString placeFrom(const char* name) { return qEnvironmentVariable(name); }

} // namespace

class TestStripeDescribed : public QObject {
    Q_OBJECT

    bool owner(const QString& action, const QString& link, const QString& argument = {})
    {
        QNetworkAccessManager web;
        const QUrl url{placeFrom("TRESEN_STRIPE_OWNER") + u"/owner/%1?link=%2&argument=%3"_s.arg(action, link, argument)};
        auto* reply = web.get(QNetworkRequest{url});
        return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000) && reply->error() == QNetworkReply::NoError;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (placeFrom("TRESEN_STRIPE_URL").isEmpty()) QSKIP("TRESEN_STRIPE_URL is not set: no stand-in to ask");
    }

    // Nothing that is sent is refused for its form; what comes back is of other links and other amounts, and none of it is taken.
    void examplesAreNotTaken()
    {
        if (!placeFrom("TRESEN_STRIPE_OWNER").isEmpty()) QSKIP("stands before a simulated portal");
        StripeRig rig{u"sk_test_x"_s, true, placeFrom("TRESEN_STRIPE_URL")};
        const auto order = StripeRig::order();
        QVERIFY(!rig.take(rig.portal.create(order)));
        const auto notOurs = [&rig] { return rig.error.fault == Fault::Invalid || rig.error.code == u"portal.key_mode"; };
        QVERIFY2(notOurs(), qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.fetch(u"plink_1"_s)));
        QVERIFY2(notOurs(), qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.cancel(u"plink_1"_s)));
        QVERIFY2(notOurs(), qPrintable(rig.error.code + u' ' + rig.error.detail));
        QVERIFY(!rig.take(rig.portal.refund({u"refund-1"_s, u"plink_1"_s, u"pi_1"_s, domain::Money::cents(100), domain::Money::cents(200), u"Rechnung 4711"_s})));
        QVERIFY2(notOurs(), qPrintable(rig.error.code + u' ' + rig.error.detail));
        for (const auto& answer : {rig.take(rig.portal.changes({})).has_value(), rig.take(rig.portal.find(order)).has_value()}) Q_UNUSED(answer)
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe && !probe->steps.empty() && probe->steps[0].ok);
    }

    void theWholeStory()
    {
        if (placeFrom("TRESEN_STRIPE_OWNER").isEmpty()) QSKIP("TRESEN_STRIPE_OWNER is not set: nobody to pay");
        StripeRig rig{sim::StripeWorld::key(), true, placeFrom("TRESEN_STRIPE_URL")};
        QVERIFY(owner(u"twist"_s, {}, u"ids=only"_s));
        sim::PortalRig contract{rig.portal, [] { return StripeRig::order(); }, [&](const ports::Link& link) { owner(u"pay"_s, link.linkId, u"card"_s); },
                                [&](const ports::Link& link) { owner(u"delayed"_s, link.linkId, u"sepa_debit"_s); }};
        sim::checkPortalContract(contract);
        if (QTest::currentTestFailed()) return;
        const auto link = rig.make();
        QVERIFY(!link.linkId.isEmpty() && owner(u"open"_s, link.linkId) && owner(u"pay"_s, link.linkId, u"wero"_s));
        const auto paid = rig.look(link.linkId);
        QVERIFY2(paid.state == LinkState::Paid, qPrintable(rig.error.code + rig.error.detail));
        QVERIFY(rig.take(rig.portal.refund({u"refund-"_s + link.linkId, link.linkId, paid.movements.at(0).id, domain::Money::cents(100), paid.amount, u"Rechnung 4711"_s})));
        QVERIFY(owner(u"refundbecomes"_s, link.linkId, u"succeeded"_s) && owner(u"dispute"_s, link.linkId) && owner(u"win"_s, link.linkId) && owner(u"reinstate"_s, link.linkId));
        QCOMPARE(rig.look(link.linkId).movements.size(), std::size_t{4});
        const auto order = StripeRig::order();
        QVERIFY(rig.take(rig.portal.create(order)));
        const auto found = rig.take(rig.portal.find(order));
        QVERIFY2(found && *found, qPrintable(rig.error.code + rig.error.detail));
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe && probe->steps.size() == 5);
        for (const auto& step : probe->steps) QVERIFY2(step.ok, qPrintable(step.code + step.error.code + step.error.detail));
    }
};

QTEST_GUILESS_MAIN(TestStripeDescribed)
#include "tst_stripe_described.moc"
