// The way back of what has not left the house: a queued mail, a release on account, a withdrawn request. Over real stations, a scripted portal and mail
// server; the journal keeps both entries, and its chain stays whole.
#include "tests/ui/desk_fixture.h"
#include "app/core/limits.h"
#include "ui/board/story.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;
using domain::MailState;
using domain::RequestState;

namespace {

class CountingMailer final : public ports::Mailer {
public:
    int taken = 0;
    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage) override
    {
        ++taken;
        return readyNow<Result<ports::MailReceipt>>(ports::MailReceipt{u"250 queued"_s});
    }
    QFuture<Result<Ok>> probe() override { return readyNow<Result<Ok>>(Ok{}); }
};

} // namespace

class TstUndo : public QObject {
    Q_OBJECT

    static constexpr int kGraceMs = 600'000;   // of the wall clock, so that nothing goes by itself; the outbox goes by the desk's clock

    struct Desk : DeskFixture {
        CountingMailer mailer;
        Desk()
        {
            set({{u"portal.id"_s, u"scripted"_s}, {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s},
                 {u"mail.host"_s, u"mail.lindner.example"_s}, {u"mail.from"_s, u"service@lindner.example"_s}});
            mails->setMailer(&mailer);
            mails->setGrace(kGraceMs);
            requests->setGrace(kGraceMs);
            take(u"2026-4118"_s, 68'430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        }
        domain::InvoiceId which() const { return id(u"2026-4118"_s); }
        domain::OpenItem now() { return item(u"2026-4118"_s); }
        Result<Ok> wait(const std::function<void(services::Done<Ok>)>& ask)
        {
            std::optional<Result<Ok>> out;
            ask([&out](const Result<Ok>& r) { out = r; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs)) qFatal("no answer");
            return *out;
        }
        domain::MailId mail()
        {
            std::optional<Result<services::IssuedRequest>> made;
            requests->issue(which(), {}, [&made](const Result<services::IssuedRequest>& r) { made = r; });
            if (!QTest::qWaitFor([&made] { return made.has_value(); }, kPatienceMs) || !*made) qFatal("no request");
            std::optional<Result<domain::MailId>> queued;
            mails->sendRequest(which(), made->value().request, {}, {}, [&queued](const Result<domain::MailId>& r) { queued = r; });
            if (!QTest::qWaitFor([&queued] { return queued.has_value(); }, kPatienceMs) || !*queued) qFatal("not queued");
            return queued->value();
        }
        int round()
        {
            std::optional<int> count;
            outbox->runDue([&count](const Result<int>& r) { count = r ? r.value() : -1; });
            if (!QTest::qWaitFor([&count] { return count.has_value(); }, kPatienceMs)) qFatal("no round");
            return *count;
        }
        QString newest() { return ui::Story::tell(view(u"2026-4118"_s).timeline).front().text; }
    };

private Q_SLOTS:
    void aMailWaitsAndLeavesByItself()
    {
        Desk desk;
        const auto mail = desk.mail();
        QCOMPARE(desk.round(), 0);
        QCOMPARE(desk.mailer.taken, 0);
        desk.clock.advance(kGraceMs + 1);
        QCOMPARE(desk.round(), 1);
        QCOMPARE(desk.mailer.taken, 1);
        QCOMPARE(desk.now().findMail(mail)->state, MailState::Sent);
        QCOMPARE(desk.wait([&](auto done) { desk.mails->recall(desk.which(), mail, done); }).error().code, u"undo.too_late"_s);
    }
    void aMailTakenBackNeverLeaves()
    {
        Desk desk;
        const auto mail = desk.mail();
        QVERIFY(desk.wait([&](auto done) { desk.mails->recall(desk.which(), mail, done); }));
        QVERIFY(domain::isRecalled(*desk.now().findMail(mail)));
        QVERIFY(desk.now().tasks.empty());                       // nobody has to look at it
        QCOMPARE(desk.newest(), u"Request by mail taken back before it left"_s);
        QVERIFY(desk.row(u"2026-4118"_s).reason != u"requested.mail_failed"_s);
        desk.clock.advance(kGraceMs + 1);
        QCOMPARE(desk.round(), 0);
        QCOMPARE(desk.mailer.taken, 0);
        QVERIFY(desk.wait([&](auto done) { desk.mails->again(desk.which(), mail, u"vogt@example.org"_s, done); }));   // and may be sent after all
        QTRY_COMPARE_WITH_TIMEOUT(desk.mailer.taken, 1, kPatienceMs);
        QVERIFY(got(desk.journal->verify()).value().ok());
    }
    void aReleaseOnAccountIsTakenBackWhileTheKeyIsHere()
    {
        Desk desk;
        QVERIFY(desk.wait([&](auto done) { desk.counter->grantOnAccount(desk.which(), true, done); }));
        QVERIFY(desk.row(u"2026-4118"_s).mayGo);
        QVERIFY(desk.wait([&](auto done) { desk.counter->takeBackAccount(desk.which(), done); }));
        QVERIFY(!desk.row(u"2026-4118"_s).mayGo);
        QVERIFY(!desk.now().onAccount);
        QCOMPARE(desk.newest(), u"Release on account taken back"_s);
        QCOMPARE(desk.wait([&](auto done) { desk.counter->takeBackAccount(desk.which(), done); }).error().code, u"account.none"_s);
        QVERIFY(desk.wait([&](auto done) { desk.counter->grantOnAccount(desk.which(), true, done); }));
        desk.clock.advance(limits::kUndoMs + limits::kUndoSlackMs + 1);
        QCOMPARE(desk.wait([&](auto done) { desk.counter->takeBackAccount(desk.which(), done); }).error().code, u"undo.too_late"_s);
        QVERIFY(got(desk.journal->verify()).value().ok());
    }
    void withTheKeyGoneThereIsNoWayBack()
    {
        Desk desk;
        QVERIFY(desk.wait([&](auto done) { desk.counter->grantOnAccount(desk.which(), true, done); }));
        domain::KeyReleased gone;
        gone.key = desk.key(u"2026-4118"_s).id;
        gone.invoice = desk.which();
        gone.to = u"Dr. Vogt"_s;
        gone.rule = u"on_account"_s;
        desk.append({gone});
        QCOMPARE(desk.wait([&](auto done) { desk.counter->takeBackAccount(desk.which(), done); }).error().code, u"undo.too_late"_s);
        QVERIFY(desk.now().onAccount);
    }
    void aWithdrawnRequestIsKept()
    {
        Desk desk;
        (void)desk.link(u"2026-4118"_s);
        QVERIFY(desk.wait([&](auto done) { desk.requests->withdraw(desk.which(), done); }));
        QCOMPARE(desk.now().liveRequest()->state, RequestState::Closing);
        QVERIFY(desk.requests->canKeep(desk.which()));
        QVERIFY(desk.wait([&](auto done) { desk.requests->keep(desk.which(), done); }));
        QCOMPARE(desk.now().liveRequest()->state, RequestState::Open);
        QVERIFY(desk.now().liveRequest()->closeWhy.isEmpty());
        desk.clock.advance(kGraceMs + 1);
        QCOMPARE(desk.round(), 0);                               // nothing was told the portal
        QCOMPARE(desk.now().liveRequest()->state, RequestState::Open);
        // Wished again and left alone it is closed.
        QVERIFY(desk.wait([&](auto done) { desk.requests->withdraw(desk.which(), done); }));
        desk.clock.advance(kGraceMs + 1);
        QCOMPARE(desk.round(), 1);
        QVERIFY(!desk.now().liveRequest());
        QCOMPARE(desk.wait([&](auto done) { desk.requests->keep(desk.which(), done); }).error().code, u"undo.too_late"_s);
        QVERIFY(got(desk.journal->verify()).value().ok());
    }
};

QTEST_MAIN(TstUndo)
#include "tst_undo.moc"
