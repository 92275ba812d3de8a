// What is kept until it has been sent: at a start letters and digits go that no waiting effect is about, as they are left when the power goes between the
// digits of a pickup code and its entry; all others stay. Digits stand in the secret store, until their letter has left.
#include "app/core/async.h"
#include "app/services/pickup_codes.h"
#include "tests/app/store/store_fixture.h"
#include "tests/sim/kept_secrets.h"
#include <QDir>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using services::IssuedPickup;

namespace {

template <class T> Result<T> said(const std::function<void(services::Done<T>)>& ask)
{
    auto out = std::make_shared<std::optional<Result<T>>>();
    ask([out](const Result<T>& done) { *out = done; });
    if (!QTest::qWaitFor([&] { return out->has_value(); }, 60'000)) return Error{Fault::Timeout, u"test.no_answer"_s, {}};
    return **out;
}

// Takes nothing: what is to be sent waits.
struct ClosedMailer final : ports::Mailer {
    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage) override { return readyNow(Result<ports::MailReceipt>{Error{Fault::Unreachable, u"mail.unreachable"_s, {}}}); }
    QFuture<Result<Ok>> probe() override { return readyNow(Result<Ok>{Ok{}}); }
};

struct TakingMailer final : ports::Mailer {
    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage message) override
    {
        text = message.text;
        ++taken;
        return readyNow(Result<ports::MailReceipt>{ports::MailReceipt{u"250 taken"_s}});
    }
    QFuture<Result<Ok>> probe() override { return readyNow(Result<Ok>{Ok{}}); }
    QString text;
    int taken = 0;
};

// One run of the program.
struct MailRun {
    MailRun(std::unique_ptr<store::SqlJournal> opened, const Clock& clock, const QString& folder)
        : journal{std::move(opened)}, feed{*journal}, settings{*journal, folder + u"/desk.json"_s}, outbox{*journal, clock},
          mails{*journal, feed, outbox, settings, clock, folder + u"/documents"_s}, pickups{*journal, feed, outbox, mails, settings, clock}
    {
    }
    Result<IssuedPickup> issue(const domain::InvoiceId& invoice)
    {
        return said<IssuedPickup>([&](auto done) { pickups.issueByMail(invoice, u"kern@example.org"_s, done); });
    }
    int sweep()
    {
        const auto swept = said<int>([&](auto done) { mails.sweep(done); });
        return swept ? swept.value() : -1;
    }

    std::unique_ptr<store::SqlJournal> journal;
    services::JournalFeed feed;
    services::Settings settings;
    services::Outbox outbox;
    ClosedMailer mailer;
    services::Mails mails;
    services::PickupCodes pickups;
};

} // namespace

class TstMailSweep final : public store::test::StoreFixture {
    Q_OBJECT

    std::unique_ptr<MailRun> start()
    {
        auto journal = openJournal();
        if (!journal) qFatal("no journal");
        auto made = std::make_unique<MailRun>(std::move(journal), clock, path(u"profile"_s));
        made->mails.setSecrets(m_secrets);
        if (!said<Ok>([&](auto done) { made->settings.load(done); })) qFatal("no settings");
        return made;
    }
    domain::InvoiceId take(MailRun& run, const QString& number)
    {
        if (!got(run.journal->decide({}, always(takenIn(u"i-"_s + number, number, u"k-"_s + number))))) qFatal("not taken");
        return domain::InvoiceId{u"i-"_s + number};
    }
    QStringList letters() const { return QDir{path(u"profile/documents/mails"_s)}.entryList(QDir::Files); }
    // As far as it gets when the power goes before the entry.
    void keepOnly(MailRun& run, const QString& salt)
    {
        VERIFY_OK(said<Ok>([&](auto done) { run.mails.keepPickup(salt, u"123456"_s, done); }));
    }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        m_secrets.kept.clear();
        freshShop();
        if (!usable()) return;
        QVERIFY(QDir{}.mkpath(path(u"profile"_s)));
        const auto run = start();
        VERIFY_OK(said<Ok>([&](auto done) { run->settings.setMany({{u"mail.host"_s, u"127.0.0.1"_s}, {u"mail.from"_s, u"kasse@lindner.example"_s}}, done); }));
    }

    void oneWithoutItsEntryGoesAtTheNextStart()
    {
        if (!usable()) return;
        auto run = start();
        const auto other = take(*run, u"R-2"_s);
        VERIFY_OK(run->issue(other));   // there is no mailer: it waits
        const auto waitingSecrets = m_secrets.kept;
        QCOMPARE(waitingSecrets.size(), 1);
        const auto waiting = letters();
        QCOMPARE(waiting.size(), 1);
        keepOnly(*run, u"ab12"_s);
        QCOMPARE(letters().size(), 2);
        QCOMPARE(run->sweep(), 0);      // the run that keeps it may be about to write its entry
        QCOMPARE(letters().size(), 2);
        run = start();
        QCOMPARE(m_secrets.kept.size(), 2);
        QCOMPARE(run->sweep(), 1);
        QCOMPARE(letters(), waiting);
        QCOMPARE(m_secrets.kept, waitingSecrets);
        QCOMPARE(run->sweep(), 0);
        QCOMPARE(letters(), waiting);
    }
    void oneThatIsTriedAgainStays()
    {
        if (!usable()) return;
        auto run = start();
        run->mails.setMailer(&run->mailer);
        VERIFY_OK(run->issue(take(*run, u"R-1"_s)));
        bool idle = false;
        run->outbox.whenIdle([&idle] { idle = true; });
        QTRY_VERIFY(idle);
        QCOMPARE(letters().size(), 1);
        run = start();
        QCOMPARE(run->sweep(), 0);
        QCOMPARE(letters().size(), 1);
    }
    void whatIsRefusedLeavesNothing()
    {
        if (!usable()) return;
        auto run = start();
        const auto invoice = take(*run, u"R-1"_s);
        // Somebody who must not: the journal says so when the letter is kept already.
        const domain::UserId manager{u"m"_s};
        VERIFY_OK(got(run->journal->decide({}, always({domain::UserSaved{manager, u"Frau Kern"_s, domain::Role::Manager}, domain::PinChanged{manager, u"hash"_s}}))));
        run->journal->setActing(domain::UserId{u"nobody"_s}, u"Tresen"_s);
        QVERIFY(!run->issue(invoice).ok());
        QCOMPARE(letters(), QStringList{});
        QVERIFY(m_secrets.kept.isEmpty());
        QVERIFY(got(run->journal->outboxDue(clock.now(), 10)).value().empty());
    }
    void noFolderIsNoWork()
    {
        if (!usable()) return;
        QCOMPARE(start()->sweep(), 0);
    }
    void otherFilesAreNotOurs()
    {
        if (!usable()) return;
        auto run = start();
        keepOnly(*run, u"ab12"_s);
        QFile note{path(u"profile/documents/mails/note.txt"_s)};
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("x") == 1);
        note.close();
        QCOMPARE(start()->sweep(), 1);
        QCOMPARE(letters(), QStringList{u"note.txt"_s});
        QVERIFY(m_secrets.kept.isEmpty());
    }
    // The digits are with the letter that goes, and with nothing that stays.
    void whatHasLeftIsForgotten()
    {
        if (!usable()) return;
        auto run = start();
        const auto invoice = take(*run, u"R-1"_s);
        VERIFY_OK(run->issue(invoice));   // there is no mailer yet
        QCOMPARE(m_secrets.kept.size(), 1);
        const auto digits = m_secrets.kept.begin().value();
        for (const auto& file : letters()) QVERIFY(QFileInfo{path(u"profile/documents/mails/"_s + file)}.size() == 0);
        TakingMailer mailer;
        run->mails.setMailer(&mailer);
        clock.advance(3'600'000);
        VERIFY_OK(said<int>([&](auto done) { run->outbox.runDue(done); }));
        QTRY_VERIFY(m_secrets.kept.isEmpty());
        QVERIFY(mailer.text.contains(digits) || mailer.text.contains(digits.left(3) + u' ' + digits.mid(3)));
        QCOMPARE(letters(), QStringList{});
        for (const auto entries = got(run->journal->entries(0, 100)).value(); const auto& entry : entries) QVERIFY(!domain::compact(domain::toJson(entry.event)).contains(digits.toLatin1()));
    }
    void aCodeThatIsReplacedIsNotTold()
    {
        if (!usable()) return;
        auto run = start();
        const auto invoice = take(*run, u"R-1"_s);
        VERIFY_OK(run->issue(invoice));
        VERIFY_OK(run->issue(invoice));   // the one before no longer counts
        TakingMailer mailer;
        run->mails.setMailer(&mailer);
        clock.advance(3'600'000);
        VERIFY_OK(said<int>([&](auto done) { run->outbox.runDue(done); }));
        QTRY_VERIFY(m_secrets.kept.isEmpty());
        QCOMPARE(mailer.taken, 1);
        QVERIFY(got(run->journal->detail(invoice)).value().item.tasks.empty());
    }
    void whoChecksACodeUsesNothingUp()
    {
        if (!usable()) return;
        auto run = start();
        const auto invoice = take(*run, u"R-1"_s);
        VERIFY_OK(run->issue(invoice));
        const auto digits = m_secrets.kept.begin().value();
        const auto waiting = said<std::vector<services::WaitingPickup>>([&](auto done) { run->pickups.waiting(done); });
        QVERIFY(waiting.ok());
        QCOMPARE(waiting.value().size(), 1U);
        QCOMPARE(waiting.value()[0].sentTo, u"kern@example.org"_s);
        const auto check = [&](const QString& code) { return said<services::WaitingPickup>([&](auto done) { run->pickups.check(invoice, code, done); }); };
        VERIFY_OK(check(digits));
        VERIFY_OK(check(digits.left(3) + u'-' + digits.mid(3)));
        const auto other = digits == u"111111" ? u"222222"_s : u"111111"_s;
        VERIFY_REFUSED(check(other), "pickup.wrong");
        QCOMPARE(check(digits).value().triesLeft, domain::kPickupTries - 1);
        for (int n = 1; n < domain::kPickupTries; ++n) VERIFY_REFUSED(check(other), "pickup.wrong");
        VERIFY_REFUSED(check(digits), "pickup.blocked");
        QVERIFY(said<std::vector<services::WaitingPickup>>([&](auto done) { run->pickups.waiting(done); }).value().empty());
        VERIFY_REFUSED(said<services::WaitingPickup>([&](auto done) { run->pickups.check(take(*run, u"R-2"_s), digits, done); }), "pickup.none");
    }

private:
    sim::KeptSecrets m_secrets;
};

QTEST_GUILESS_MAIN(TstMailSweep)
#include "tst_mail_sweep.moc"
