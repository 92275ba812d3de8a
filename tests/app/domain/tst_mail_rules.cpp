// Mails: one fact is told once, one desk has a message in hand, and what may have arrived is not sent again by itself.
#include "app/core/limits.h"
#include "app/domain/mail_rules.h"
#include "tests/app/domain/rules_kit.h"

using namespace kit;
using K = PortalMovement::Kind;

namespace {

One withMail(qint64 cents = 10'000)
{
    auto record = invoice(u"4711"_s, cents, u"M-AB 1234"_s);
    record.buyer.email = u"owner@example.org"_s;
    record.buyer.address.country = u"DE"_s;
    auto policy = livePolicy();
    policy.mail = policy.confirmByMail = true;
    policy.mailDomain = u"shop.example"_s;
    return One{record, policy};
}

MailId ask(One& one)
{
    const auto r = one.link();
    const auto asked = decideRequestMail(one.item(), {r, {}, {}}, one.policy);
    one.append(asked);
    return one.item().mails.back().id;
}

} // namespace

class TstMailRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addresses_data();
    void addresses();
    void aRequestGoesToItsOwner();
    void whatTheDeskChoseHolds();
    void aPaymentIsConfirmedOnce();
    void oneDeskHasItInHand();
    void whatWasLeftLyingIsUnclear();
    void failuresEndSomewhere();
    void againToTheSameAddressIsTheSameMessage();
    void nothingIsToldWithoutAServer();
};

void TstMailRules::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"a.b+c@shop.example"_s << true;
    QTest::newRow("umlaut domain") << u"info@müller.example"_s << true;
    QTest::newRow("no at") << u"shop.example"_s << false;
    QTest::newRow("two ats") << u"a@b@c.example"_s << false;
    QTest::newRow("no dot") << u"a@localhost"_s << false;
    QTest::newRow("line break") << u"a@b.example\r\nBcc: x@y.example"_s << false;
    QTest::newRow("blank") << u"a b@c.example"_s << false;
    QTest::newRow("brackets") << u"<a@b.example>"_s << false;
    QTest::newRow("list") << u"a@b.example,c@d.example"_s << false;
    QTest::newRow("invisible") << u"a\u200b@b.example"_s << false;
    QTest::newRow("huge") << QString{300, u'a'} + u"@b.example"_s << false;
}

void TstMailRules::addresses()
{
    QFETCH(QString, address);
    QTEST(isMailAddress(address), "good");
}

void TstMailRules::aRequestGoesToItsOwner()
{
    auto one = withMail();
    const auto id = ask(one);
    const auto* m = one.item().findMail(id);
    QCOMPARE(m->to, u"owner@example.org"_s);
    QCOMPARE(m->language, u"de"_s);
    QVERIFY(m->messageId.endsWith(u"@shop.example"));
    QCOMPARE(boardRow(one.item(), one.key(), {one.item()}).reason, u"requested.mail_waits"_s);
    const auto other = decideRequestMail(one.item(), {one.item().requests.back().id, u"broken"_s, {}}, one.policy);
    QCOMPARE(other.error().code, u"mail.address"_s);
    QVERIFY(one.fault.isEmpty());
}

// The language an owner was written to in is his, whatever his country says.
void TstMailRules::whatTheDeskChoseHolds()
{
    auto one = withMail();
    QCOMPARE(languageOfOwner(one.item()), u"de"_s);
    const auto r = one.link();
    one.append(decideRequestMail(one.item(), {r, {}, u"tr"_s}, one.policy));
    QCOMPARE(one.item().mails.back().language, u"tr"_s);
    QCOMPARE(languageOfOwner(one.item()), u"tr"_s);
    const auto told = mailsFor(one.item(), one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10'000)})), one.policy);
    QCOMPARE(all<MailQueued>(told).front().language, u"tr"_s);
    auto abroad = invoice(u"4712"_s, 10'000, u"WA 12345"_s);
    abroad.buyer.email = u"owner@example.org"_s;
    abroad.buyer.address.country = u"PL"_s;
    auto policy = one.policy;
    One other{abroad, policy};
    QCOMPARE(languageOfOwner(other.item()), u"pl"_s);
    (void)ask(other);
    QCOMPARE(other.item().mails.back().language, u"pl"_s);
}

void TstMailRules::aPaymentIsConfirmedOnce()
{
    auto one = withMail();
    const auto r = one.link();
    const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10'000)}));
    const auto told = mailsFor(one.item(), events, one.policy);
    QCOMPARE(all<MailQueued>(told).size(), 1u);
    QCOMPARE(all<MailQueued>(told).front().kind, MailKind::Confirmation);
    one.append(told);
    QVERIFY(mailsFor(one.item(), events, one.policy).empty());
    const auto back = one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10'000), moved(K::Refund, u"re_1"_s, 100, u"tr_1"_s)}));
    QCOMPARE(all<MailQueued>(mailsFor(one.item(), back, one.policy)).front().kind, MailKind::Refund);
    const auto gone = one.look(r, snapshot(3, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10'000), moved(K::Refund, u"re_1"_s, 100, u"tr_1"_s),
                                                               moved(K::Chargeback, u"cb"_s, 9'900, u"tr_1"_s)}));
    QVERIFY(mailsFor(one.item(), gone, one.policy).empty());   // a chargeback is between the banks
}

void TstMailRules::oneDeskHasItInHand()
{
    auto one = withMail();
    const auto id = ask(one);
    QVERIFY(one.append(decideMailTaken(one.item(), id, one.now)));
    QCOMPARE(one.item().findMail(id)->attempt, 1);
    QCOMPARE(decideMailTaken(one.item(), id, one.now.plusMs(1'000)).error().code, u"mail.sending"_s);
    one.append(decideMailSent(one.item(), id, u"250 ok"_s));
    QCOMPARE(decideMailTaken(one.item(), id, one.now).error().code, u"mail.sent"_s);
    QCOMPARE(boardRow(one.item(), one.key(), {one.item()}).reason, u"requested.mailed"_s);
    QVERIFY(decideMailSent(one.item(), id, u"250 ok"_s).empty());
}

void TstMailRules::whatWasLeftLyingIsUnclear()
{
    auto one = withMail();
    const auto id = ask(one);
    one.append(decideMailTaken(one.item(), id, one.now));
    const auto late = decideMailTaken(one.item(), id, one.now.plusMs(limits::kMailLeaseMs));
    QVERIFY(late.ok());
    QVERIFY(!takesMail(late.value()));
    QCOMPARE(taskKinds(late.value()), QStringList{u"mail.unclear"_s});
    one.append(late);
    QCOMPARE(decideMailTaken(one.item(), id, one.now).error().code, u"mail.ended"_s);
}

void TstMailRules::failuresEndSomewhere()
{
    auto one = withMail();
    const auto id = ask(one);
    for (int i = 1; i <= limits::kMailAttempts; ++i) {
        QVERIFY(one.append(decideMailTaken(one.item(), id, one.now)));
        one.append(decideMailFailed(one.item(), id, Fault::Unreachable, u"421 later"_s));
        QCOMPARE(one.item().findMail(id)->state, i < limits::kMailAttempts ? MailState::Deferred : MailState::Failed);
    }
    QCOMPARE(one.item().tasks.back().kind, u"mail.failed"_s);

    auto other = withMail();
    const auto no = ask(other);
    other.append(decideMailTaken(other.item(), no, other.now));
    other.append(decideMailFailed(other.item(), no, Fault::Refused, u"550 no such user"_s));
    QCOMPARE(other.item().findMail(no)->state, MailState::Failed);

    auto third = withMail();
    const auto unclear = ask(third);
    third.append(decideMailTaken(third.item(), unclear, third.now));
    third.append(decideMailFailed(third.item(), unclear, Fault::Timeout, {}));
    QCOMPARE(third.item().findMail(unclear)->state, MailState::Unclear);
    QCOMPARE(third.item().tasks.back().kind, u"mail.unclear"_s);
}

void TstMailRules::againToTheSameAddressIsTheSameMessage()
{
    auto one = withMail();
    const auto id = ask(one);
    QCOMPARE(decideMailAgain(one.item(), id, {}, one.policy).error().code, u"mail.waits"_s);
    one.append(decideMailTaken(one.item(), id, one.now));
    one.append(decideMailFailed(one.item(), id, Fault::Timeout, {}));
    const auto messageId = one.item().findMail(id)->messageId;
    QVERIFY(one.append(decideMailAgain(one.item(), id, {}, one.policy)));
    QCOMPARE(one.item().mails.back().messageId, messageId);
    QVERIFY(one.item().tasks.empty());
    const auto second = one.item().mails.back().id;
    one.append(decideMailTaken(one.item(), second, one.now));
    one.append(decideMailSent(one.item(), second, {}));
    QVERIFY(one.append(decideMailAgain(one.item(), second, u"other@example.org"_s, one.policy)));
    QVERIFY(one.item().mails.back().messageId != messageId);
    QVERIFY(one.fault.isEmpty());
}

void TstMailRules::nothingIsToldWithoutAServer()
{
    auto one = withMail();
    one.policy.mail = false;
    const auto r = one.link();
    QCOMPARE(decideRequestMail(one.item(), {r, {}, {}}, one.policy).error().code, u"mail.not_configured"_s);
    const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10'000)}));
    QVERIFY(mailsFor(one.item(), events, one.policy).empty());
}

QTEST_APPLESS_MAIN(TstMailRules)
#include "tst_mail_rules.moc"
