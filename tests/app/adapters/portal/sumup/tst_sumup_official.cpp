// SumUpPortal against the vendor's own description. TRESEN_SUMUP_URL: a validating proxy in front of sim_portal (then TRESEN_SUMUP_OWNER_URL is
// sim_portal's own address), or a mock made of the description alone. Skips without it.
#include "tests/app/adapters/portal/sumup/sumup_kit.h"
#include "tests/sim/portal_contract.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::sumup;
using namespace Qt::Literals::StringLiterals;

class TestSumUpOfficial : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (m_base.isEmpty()) QSKIP("TRESEN_SUMUP_URL is not set");
    }

    // Behind the proxy both sides are judged: a wrong question is answered with 422, a wrong answer with 500.
    void throughTheProxy()
    {
        if (m_owner.isEmpty()) QSKIP("TRESEN_SUMUP_OWNER_URL is not set: a mock without memory");
        SumUpPortal portal{m_client, tests::sumupAccount(m_base), m_clock};
        sim::PortalRig rig{portal, [] { return sim::payableOrder(); }, [this](const ports::Link& l) { owner(u"pay"_s, l.linkId); },
                           [this](const ports::Link& l) { owner(u"start"_s, l.linkId); }};
        sim::checkPortalContract(rig);
        if (QTest::currentTestFailed()) return;
        TRESEN_ANSWER(link, portal.create(sim::payableOrder()));
        owner(u"pay"_s, link.linkId);
        TRESEN_ANSWER(paid, portal.fetch(link.linkId));
        TRESEN_ANSWER(refund, portal.refund({u"key"_s, link.linkId, paid.movements.at(0).id, domain::Money::cents(10001), link.amount, u"Rechnung"_s}));
        QVERIFY(!refund.refundId.isEmpty());
        owner(u"refund"_s, link.linkId);
        TRESEN_ANSWER(after, portal.fetch(link.linkId));
        QCOMPARE(after.movements.size(), std::size_t{3});
        TRESEN_ANSWER(found, portal.find(sim::payableOrder()));
        QVERIFY(!found);
        TRESEN_ANSWER(probe, portal.probe());
        for (const auto& step : probe.steps) QVERIFY2(step.ok, qPrintable(step.code + u' ' + step.error.code + u' ' + step.error.detail));
    }

    // The mock's answers are the description's examples: another merchant's, of another amount. Every question must be one the description
    // allows: a wrong one would be refused as such, with 4xx.
    void againstTheMock()
    {
        if (!m_owner.isEmpty()) QSKIP("a proxy, not a mock");
        const auto told = [](const char* what, const auto& answer) {
            const QString code = !answer ? u"test.no_answer"_s : answer->ok() ? QString{} : answer->error().code + u' ' + answer->error().detail;
            qInfo("%s: %s", what, qPrintable(code));
            QVERIFY2(answer && (answer->ok() || (answer->error().code != u"portal.refused" && answer->error().code != u"portal.server_error")), what);
        };
        auto account = tests::sumupAccount(m_base);
        account.account = u"MH4H92C7"_s;
        for (const bool test : {true, false}) {
            account.test = test;
            SumUpPortal portal{m_client, account, m_clock};
            auto order = sim::payableOrder(1010);
            order.mode = test ? domain::PortalMode::Test : domain::PortalMode::Live;
            told("create", sim::answerOf(portal.create(order)));
            told("find", sim::answerOf(portal.find(order)));
            told("fetch", sim::answerOf(portal.fetch(u"4e425463-3e1b-431d-83fa-1e51c2925e99"_s)));
            told("cancel", sim::answerOf(portal.cancel(u"817340ce-f1d9-4609-b90a-6152f8ee267j"_s)));
            told("changes", sim::answerOf(portal.changes({})));
            told("refund", sim::answerOf(portal.refund({u"key"_s, u"x"_s, u"410fc44a-5956-44e1-b5cc-19c6f8d727a4"_s, domain::Money::cents(1010), domain::Money::cents(1010), {}})));
            const auto probe = sim::answerOf(portal.probe());
            for (const auto& step : probe->value().steps) qInfo("probe %s: %s", qPrintable(step.code), qPrintable(step.error.code));
        }
    }

private:
    void owner(const QString& action, const QString& link)
    {
        net::HttpCall call;
        call.url = QUrl{u"%1/owner/%2?link=%3"_s.arg(m_owner, action, link)};
        const auto done = sim::answerOf(m_client.send(call));
        if (!done || !done->ok() || !done->value().done()) qWarning("the owner could not %s", qPrintable(action));
    }

    const QString m_base = qEnvironmentVariable("TRESEN_SUMUP_URL"), m_owner = qEnvironmentVariable("TRESEN_SUMUP_OWNER_URL");
    SystemClock m_clock;
    net::HttpClient m_client;
};

QTEST_GUILESS_MAIN(TestSumUpOfficial)
#include "tst_sumup_official.moc"
