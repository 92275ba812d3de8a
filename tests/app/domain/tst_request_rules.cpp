#include "rules_kit.h"

using namespace kit;

class TestRequestRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusals();
    void sameAmountUsesTheLiveRequestAgain();
    void otherAmountClosesTheOldLinkFirst();
    void liveStates_data();
    void liveStates();
    void paperSheetIsReplacedAtOnce();
    void trainingAsksInTestMode();
    void answers();
    void wrongLinkIsNeverHandedOut_data();
    void wrongLinkIsNeverHandedOut();
    void failures();
    void linkMadeAfterTheWithdrawalIsClosed();
    void creationThatFailedAfterTheWithdrawalEnds();
    void cancelAnswerWithoutALinkProvesNothing();
    void withdrawAndCancel();
    void silence();
};

void TestRequestRules::refusals()
{
    const auto code = [](const Invoice& record, const Policy& policy = livePolicy()) {
        One one{record, policy};
        const auto d = decideRequest(one.item(), requestCommand(), policy);
        return d ? u"ok"_s : d.error().code;
    };
    auto record = invoice(u"1"_s, 10000);
    QCOMPARE(code(record), u"ok"_s);
    QCOMPARE(code(invoice(u"1"_s, 10000, {}, u"381"_s)), u"request.credit"_s);
    QCOMPARE(code(invoice(u"1"_s, 10000, {}, u"751"_s)), u"request.no_claim"_s);
    QCOMPARE(code(invoice(u"1"_s, 0)), u"request.nothing_open"_s);
    record.amountDue = eur(-5);
    QCOMPARE(code(record), u"request.nothing_open"_s);
    record = invoice(u"1"_s, 10000);
    record.paymentMeans = {u"59"_s};
    QCOMPARE(code(record), u"request.direct_debit"_s);
    record = invoice(u"1"_s, 10000);
    record.iban = kOtherIban;
    record.ibans = {kOtherIban};
    QCOMPARE(code(record), u"request.payee_differs"_s);
    record = invoice(u"1"_s, 0);
    record.currency = Currency::fromCode(u"CHF").value();
    record.gross = record.amountDue = Money::cents(100, record.currency);
    QCOMPARE(code(record), u"request.currency"_s);
    Policy bare;
    QCOMPARE(code(invoice(u"1"_s, 10000), bare), u"request.no_payee"_s);
    bare.portal = u"fake"_s;
    QCOMPARE(code(invoice(u"1"_s, 10000), bare), u"ok"_s);

    One cancelled{10000};
    cancelled.append({InvoiceCancelled{cancelled.id, u"x"_s}});
    QCOMPARE(decideRequest(cancelled.item(), requestCommand(), cancelled.policy).error().code, u"request.cancelled"_s);
}

void TestRequestRules::sameAmountUsesTheLiveRequestAgain()
{
    One one{10000};
    const auto r = one.link();
    const auto again = decideRequest(one.item(), requestCommand(9), one.policy);
    QVERIFY(again.ok());
    QVERIFY(!again.value().created);
    QCOMPARE(again.value().request, r);
    QCOMPARE(again.value().events.size(), 0u);
}

void TestRequestRules::otherAmountClosesTheOldLinkFirst()
{
    One one{10000};
    const auto r = one.link();
    one.append({CreditApplied{one.id, InvoiceId::fresh(), u"G1"_s, eur(1000)}});
    const auto second = decideRequest(one.item(), requestCommand(2), one.policy);
    QVERIFY(one.append(second));
    QVERIFY(!second.value().created);
    QCOMPARE(second.value().toCancel, std::vector<RequestId>{r});
    QCOMPARE(one.stateOf(r), RequestState::Closing);
    QCOMPARE(decideRequest(one.item(), requestCommand(2), one.policy).error().code, u"request.closing"_s);
    QVERIFY(one.append(decideCancelled(one.item(), r)));
    QCOMPARE(one.item().request(), RequestAxis::Superseded);
    const auto third = decideRequest(one.item(), requestCommand(2), one.policy);
    QVERIFY(one.append(third));
    QVERIFY(third.value().created);
    QCOMPARE(one.item().lastRequest()->number, 2);
    QCOMPARE(one.item().lastRequest()->amount, eur(9000));
}

void TestRequestRules::liveStates_data()
{
    QTest::addColumn<RequestState>("state");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("code");
    QTest::newRow("creating") << RequestState::Creating << u""_s << u"ok"_s;
    QTest::newRow("create unknown") << RequestState::CreateUnknown << u""_s << u"request.unknown"_s;
    QTest::newRow("open") << RequestState::Open << u""_s << u"ok"_s;
    QTest::newRow("in flight") << RequestState::InFlight << u""_s << u"request.under_way"_s;
    QTest::newRow("silent") << RequestState::InFlight << u"silent"_s << u"request.unknown"_s;
    QTest::newRow("authorized") << RequestState::Authorized << u""_s << u"request.under_way"_s;
    QTest::newRow("closing") << RequestState::Closing << u""_s << u"request.closing"_s;
    QTest::newRow("paid, rest open") << RequestState::Paid << u""_s << u"created"_s;
    QTest::newRow("cancelled") << RequestState::Cancelled << u""_s << u"created"_s;
    QTest::newRow("expired") << RequestState::Expired << u""_s << u"created"_s;
    QTest::newRow("failed") << RequestState::Failed << u""_s << u"created"_s;
}

void TestRequestRules::liveStates()
{
    QFETCH(RequestState, state);
    QFETCH(QString, why);
    QFETCH(QString, code);
    One one{10000};
    const auto r = one.link();
    one.append({RequestMoved{r, one.id, state, why, 1}});
    const auto d = decideRequest(one.item(), requestCommand(2), one.policy);
    QCOMPARE(d ? (d.value().created ? u"created"_s : u"ok"_s) : d.error().code, code);
    if (d) QVERIFY(one.append(d));
}

void TestRequestRules::paperSheetIsReplacedAtOnce()
{
    auto policy = livePolicy();
    policy.portal.clear();
    One one{invoice(u"1"_s, 10000), policy};
    const auto first = one.link();
    QCOMPARE(one.stateOf(first), RequestState::Open);
    one.append({CreditApplied{one.id, InvoiceId::fresh(), u"G1"_s, eur(1000)}});
    const auto second = decideRequest(one.item(), requestCommand(2), policy);
    QVERIFY(one.append(second));
    QVERIFY(second.value().created);
    QCOMPARE(one.stateOf(first), RequestState::Cancelled);
    QCOMPARE(second.value().toCancel.size(), 0u);
}

void TestRequestRules::trainingAsksInTestMode()
{
    auto policy = livePolicy();
    policy.training = true;
    One one{invoice(u"1"_s, 10000), policy};
    const auto r = one.link();
    QCOMPARE(one.item().findRequest(r)->mode, PortalMode::Test);
    QCOMPARE(one.stateOf(r), RequestState::Open);
}

void TestRequestRules::answers()
{
    One one{10000};
    const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
    one.append(asked);
    const auto r = asked.value().request;
    QCOMPARE(one.stateOf(r), RequestState::Creating);   // stored before the first byte leaves
    const LinkAnswer good{u"pl_1"_s, u"https://pay.example/pl_1"_s, eur(10000), PortalMode::Live, {}};
    QCOMPARE(decideLinkAnswer(one.item(), RequestId::fresh(), good).error().code, u"request.none"_s);
    QVERIFY(one.append(decideLinkFailure(one.item(), r, false, u"timeout"_s)));
    QCOMPARE(one.stateOf(r), RequestState::CreateUnknown);
    QCOMPARE(decideLinkFailure(one.item(), r, false, u"timeout"_s).value().events.size(), 0u);
    QVERIFY(one.append(decideLinkAnswer(one.item(), r, good)));
    QCOMPARE(one.stateOf(r), RequestState::Open);
    QCOMPARE(one.item().findRequest(r)->linkId, u"pl_1"_s);
    QCOMPARE(decideLinkAnswer(one.item(), r, good).value().events.size(), 0u);   // a retry answers the same
    QCOMPARE(decideLinkFailure(one.item(), r, true, u"late"_s).value().events.size(), 0u);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestRequestRules::wrongLinkIsNeverHandedOut_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<bool>("test");
    QTest::newRow("amount") << qint64{10001} << u"EUR"_s << false;
    QTest::newRow("currency") << qint64{10000} << u"CHF"_s << false;
    QTest::newRow("mode") << qint64{10000} << u"EUR"_s << true;
}

void TestRequestRules::wrongLinkIsNeverHandedOut()
{
    QFETCH(qint64, cents);
    QFETCH(QString, currency);
    QFETCH(bool, test);
    One one{10000};
    const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
    one.append(asked);
    const auto r = asked.value().request;
    const LinkAnswer wrong{u"pl_1"_s, u"https://pay.example/pl_1"_s, Money::cents(cents, Currency::fromCode(currency).value()), test ? PortalMode::Test : PortalMode::Live, {}};
    const auto answer = decideLinkAnswer(one.item(), r, wrong);
    QVERIFY(one.append(answer));
    QCOMPARE(one.stateOf(r), RequestState::Failed);
    QCOMPARE(one.item().findRequest(r)->url, QString{});
    QCOMPARE(one.item().findRequest(r)->linkId, u"pl_1"_s);   // so that it can be cancelled
    QCOMPARE(answer.value().toCancel, std::vector<RequestId>{r});
    QCOMPARE(taskKinds(answer.value().events), QStringList{u"portal.wrong_link"_s});
    QVERIFY(one.append(decideLinkAnswer(one.item(), r, wrong)));
    QCOMPARE(one.item().tasks.size(), 1u);
}

void TestRequestRules::failures()
{
    One one{10000};
    const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
    one.append(asked);
    const auto r = asked.value().request;
    QVERIFY(one.append(decideLinkFailure(one.item(), r, true, u"422 description missing"_s)));
    QCOMPARE(one.stateOf(r), RequestState::Failed);
    QCOMPARE(one.item().findRequest(r)->why, u"422 description missing"_s);
    QCOMPARE(one.item().request(), RequestAxis::Draft);
    QVERIFY(decideRequest(one.item(), requestCommand(2), one.policy).value().created);
}

// The link is withdrawn while the portal is still making it: its answer names the only thing by which it can be closed and watched.
void TestRequestRules::linkMadeAfterTheWithdrawalIsClosed()
{
    for (const bool unknownBefore : {false, true}) {
        One one{10000};
        const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
        one.append(asked);
        const auto r = asked.value().request;
        if (unknownBefore) one.append(decideLinkFailure(one.item(), r, false, u"timeout"_s));
        const auto withdrawn = decideWithdraw(one.item(), u"withdrawn"_s);
        QVERIFY(one.append(withdrawn));
        QCOMPARE(one.stateOf(r), RequestState::Closing);
        const LinkAnswer made{u"pl_1"_s, u"https://pay.example/pl_1"_s, eur(10000), PortalMode::Live, {}};
        const auto answer = decideLinkAnswer(one.item(), r, made);
        QVERIFY(one.append(answer));
        QCOMPARE(one.item().findRequest(r)->linkId, u"pl_1"_s);
        QCOMPARE(one.stateOf(r), RequestState::Closing);
        QCOMPARE(answer.value().toCancel, std::vector<RequestId>{r});
        QCOMPARE(decideLinkAnswer(one.item(), r, made).value().events.size(), 0u);
        QVERIFY(one.append(decideCancelled(one.item(), r)));
        QCOMPARE(one.item().request(), RequestAxis::Withdrawn);
        QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
    }
}

void TestRequestRules::creationThatFailedAfterTheWithdrawalEnds()
{
    One one{10000};
    const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
    one.append(asked);
    const auto r = asked.value().request;
    one.append(decideWithdraw(one.item(), u"withdrawn"_s));
    QCOMPARE(decideLinkFailure(one.item(), r, false, u"timeout"_s).value().events.size(), 0u);
    QVERIFY(one.append(decideLinkFailure(one.item(), r, true, u"422"_s)));
    QVERIFY(!one.item().liveRequest());
    QCOMPARE(one.item().request(), RequestAxis::Withdrawn);
}

void TestRequestRules::cancelAnswerWithoutALinkProvesNothing()
{
    One one{10000};
    const auto asked = decideRequest(one.item(), requestCommand(), one.policy);
    one.append(asked);
    one.append(decideWithdraw(one.item(), u"withdrawn"_s));
    QCOMPARE(decideCancelled(one.item(), asked.value().request).value().events.size(), 0u);
}

void TestRequestRules::withdrawAndCancel()
{
    One one{10000};
    QCOMPARE(decideWithdraw(one.item(), u"withdrawn"_s).error().code, u"request.none"_s);
    const auto r = one.link();
    const auto withdrawn = decideWithdraw(one.item(), u"withdrawn"_s);
    QVERIFY(one.append(withdrawn));
    QCOMPARE(withdrawn.value().toCancel, std::vector<RequestId>{r});
    QCOMPARE(decideWithdraw(one.item(), u"withdrawn"_s).value().events.size(), 0u);
    QVERIFY(one.append(decideCancelled(one.item(), r)));
    QCOMPARE(one.item().request(), RequestAxis::Withdrawn);
    QCOMPARE(decideCancelled(one.item(), r).value().events.size(), 0u);
    // Money on its way is no cancelled link, whatever the answer to the cancel was.
    One racing{10000};
    const auto q = racing.link();
    racing.append(decideWithdraw(racing.item(), u"withdrawn"_s));
    racing.look(q, snapshot(1, LinkState::InFlight));
    QCOMPARE(decideCancelled(racing.item(), q).value().events.size(), 0u);
    QCOMPARE(racing.stateOf(q), RequestState::InFlight);
}

void TestRequestRules::silence()
{
    One one{10000};
    const auto r = one.link();
    QCOMPARE(decideSilent(one.item(), r).value().events.size(), 0u);   // nobody is paying: nothing to be unclear about
    one.look(r, snapshot(1, LinkState::InFlight));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Running);
    QVERIFY(one.append(decideSilent(one.item(), r)));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Unknown);
    QCOMPARE(decideSilent(one.item(), r).value().events.size(), 0u);
    one.look(r, snapshot(2, LinkState::InFlight));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Running);
}

QTEST_GUILESS_MAIN(TestRequestRules)
#include "tst_request_rules.moc"
