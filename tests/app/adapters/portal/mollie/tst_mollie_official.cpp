// MolliePortal against the vendor's own description. TRESEN_MOLLIE_URL: a validating proxy in front of sim_portal (then TRESEN_MOLLIE_OWNER_URL is
// sim_portal's own address), or a mock made of the description alone. Skips without it.
#include "tests/app/adapters/portal/mollie/mollie_kit.h"
#include "tests/sim/portal_contract.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::mollie;
using namespace Qt::Literals::StringLiterals;

class TestMollieOfficial : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (m_base.isEmpty()) QSKIP("TRESEN_MOLLIE_URL is not set");
    }

    // Behind the proxy both sides are judged: a wrong question is answered with 422, a wrong answer with 500.
    void throughTheProxy()
    {
        if (m_owner.isEmpty()) QSKIP("TRESEN_MOLLIE_OWNER_URL is not set: a mock without memory");
        MolliePortal portal{m_client, tests::mollieAccount(m_base, u"test_simulatedKeyOfTheTests0123"_s), m_clock};
        sim::PortalRig rig{portal, [] { return sim::payableOrder(); }, [this](const ports::Link& l) { owner(u"pay"_s, l.linkId); },
                           [this](const ports::Link& l) { owner(u"start"_s, l.linkId); }};
        sim::checkPortalContract(rig);
        if (QTest::currentTestFailed()) return;
        TRESEN_ANSWER(link, portal.create(sim::payableOrder()));
        owner(u"pay"_s, link.linkId);
        TRESEN_ANSWER(paid, portal.fetch(link.linkId));
        TRESEN_ANSWER(refund, portal.refund({QUuid::createUuid().toString(QUuid::WithoutBraces), link.linkId, paid.movements.at(0).id, domain::Money::cents(100), link.amount, u"Rechnung"_s}));
        QVERIFY(!refund.refundId.isEmpty());
        for (const auto& action : {u"settle"_s, u"refund"_s, u"chargeback"_s, u"reverse"_s}) owner(action, link.linkId);
        TRESEN_ANSWER(after, portal.fetch(link.linkId));
        QCOMPARE(after.movements.size(), std::size_t{5});
        TRESEN_ANSWER(found, portal.find(sim::payableOrder()));
        QVERIFY(!found);
        TRESEN_ANSWER(probe, portal.probe());
        for (const auto& step : probe.steps) QVERIFY2(step.ok, qPrintable(step.code + u' ' + step.error.code + u' ' + step.error.detail));
    }

    // The mock's answers are the description's examples: somebody else's link of another amount. It must be read, and it must be refused.
    void againstTheMock()
    {
        if (!m_owner.isEmpty()) QSKIP("a proxy, not a mock");
        MolliePortal portal{m_client, tests::mollieAccount(m_base, u"live_anything"_s), m_clock};
        sim::PortalRig rig{portal, {}, {}, {}};
        auto order = sim::payableOrder();
        order.mode = domain::PortalMode::Live;
        const auto code = [](const auto& answer) { return !answer ? u"test.no_answer"_s : answer->ok() ? QString{} : answer->error().code; };
        QCOMPARE(code(sim::answerOf(portal.create(order))), u"portal.amount"_s);
        order.amount = domain::Money::cents(2495);
        TRESEN_ANSWER(link, portal.create(order));
        QVERIFY(link.url.startsWith(u"https://payment-links.mollie.com/"));
        TRESEN_ANSWER(snapshot, portal.fetch(link.linkId));
        QVERIFY(snapshot.linkId == link.linkId && snapshot.amount == domain::Money::cents(2495) && snapshot.mode == domain::PortalMode::Live);
        qInfo("state %s, %zu movements", qPrintable(domain::codeOf(snapshot.state)), snapshot.movements.size());
        QVERIFY2(sim::answerOf(portal.changes({}))->ok(), "changes");
        const auto cancelled = sim::answerOf(portal.cancel(link.linkId));
        qInfo("cancel: %s", qPrintable(code(cancelled)));
        const auto refund = sim::answerOf(portal.refund({order.idempotencyKey, link.linkId, u"tr_5B8cwPMGnU6qLbRvo7qEZo"_s, domain::Money::cents(595), order.amount, u"Rechnung"_s}));
        qInfo("refund: %s", qPrintable(code(refund)));
        const auto probe = sim::answerOf(portal.probe());
        for (const auto& step : probe->value().steps) qInfo("probe %s: %s", qPrintable(step.code), qPrintable(step.error.code));
        MolliePortal unknown{m_client, tests::mollieAccount(m_base, QString{}), m_clock};
        QCOMPARE(code(sim::answerOf(unknown.create(order))), u"portal.key_mode"_s);
    }

private:
    void owner(const QString& action, const QString& link)
    {
        net::HttpCall call;
        call.url = QUrl{u"%1/owner/%2?link=%3"_s.arg(m_owner, action, link)};
        const auto done = sim::answerOf(m_client.send(call));
        if (!done || !done->ok() || !done->value().done()) qWarning("the owner could not %s", qPrintable(action));
    }

    const QString m_base = qEnvironmentVariable("TRESEN_MOLLIE_URL"), m_owner = qEnvironmentVariable("TRESEN_MOLLIE_OWNER_URL");
    SystemClock m_clock;
    net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(TestMollieOfficial)
#include "tst_mollie_official.moc"
