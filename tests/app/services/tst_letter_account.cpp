// The account a letter and a mail name is the one of the settings at that moment, also when another desk has just changed it; and a sheet during whose
// drawing it was changed is not handed out.
#include "app/core/async.h"
#include "app/domain/iban.h"
#include "app/services/mails.h"
#include "app/services/requests.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using services::IssuedRequest;

namespace {

const QString kFirstIban = u"DE89370400440532013000"_s, kSecondIban = u"DE02120300000000202051"_s;

template <class T> Result<T> answerOf(const std::function<void(services::Done<T>)>& ask)
{
    auto out = std::make_shared<std::optional<Result<T>>>();
    ask([out](const Result<T>& done) { *out = done; });
    if (!QTest::qWaitFor([&] { return out->has_value(); }, 20'000)) return Error{Fault::Timeout, u"test.no_answer"_s, {}};
    return **out;
}

// Keeps what it was to draw; between is what happens meanwhile.
struct WatchedPaper final : ports::PaperPrinter {
    QFuture<Result<ports::PaperDocument>> letter(ports::LetterContent content) override
    {
        last = content;
        if (between) between();
        return readyNow(Result<ports::PaperDocument>{ports::PaperDocument{"%PDF-1.4 letter " + content.payeeIban.toLatin1(), 1, QByteArray(32, 'x'), {u"epc"_s}}});
    }
    QFuture<Result<ports::PaperDocument>> receipt(ports::ReceiptContent) override { return notHere(); }
    QFuture<Result<ports::PaperDocument>> keyTags(std::vector<ports::KeyTagContent>) override { return notHere(); }
    static QFuture<Result<ports::PaperDocument>> notHere() { return readyNow(Result<ports::PaperDocument>{Error{Fault::Internal, u"paper.library"_s, {}}}); }

    ports::LetterContent last;
    std::function<void()> between;
};

struct WatchedMailer final : ports::Mailer {
    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage message) override
    {
        last = message;
        ++tries;
        if (silent) return readyNow(Result<ports::MailReceipt>{Error{Fault::Unreachable, u"mail.unreachable"_s, {}}});
        return readyNow(Result<ports::MailReceipt>{ports::MailReceipt{u"250 2.0.0 taken"_s}});
    }
    QFuture<Result<Ok>> probe() override { return readyNow(Result<Ok>{Ok{}}); }

    ports::MailMessage last;
    int tries = 0;
    bool silent = false;   // takes nothing
};

} // namespace

class TstLetterAccount final : public store::test::StoreFixture {
    Q_OBJECT

    struct Desk {
        Desk(std::unique_ptr<store::SqlJournal> opened, const Clock& clock, const QString& folder)
            : journal{std::move(opened)}, feed{*journal}, settings{*journal, folder + u"/desk.json"_s}, outbox{*journal, clock},
              mails{*journal, feed, outbox, settings, clock, folder + u"/documents"_s}, requests{*journal, feed, outbox, portals, paper, settings, clock, folder + u"/documents"_s}
        {
            mails.setMailer(&mailer);
            mails.setRedraw([this](const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& language, services::Done<Ok> done) {
                requests.redraw(invoice, request, language, std::move(done));
            });
        }
        Result<Ok> set(const domain::SettingValues& values, const QString& reason = {})
        {
            return answerOf<Ok>([&](auto done) { settings.changeMany(values, reason, done); });
        }
        Result<IssuedRequest> issue(const domain::InvoiceId& invoice)
        {
            return answerOf<IssuedRequest>([&](auto done) { requests.issue(invoice, {}, done); });
        }

        std::unique_ptr<store::SqlJournal> journal;
        services::JournalFeed feed;
        services::Settings settings;
        services::Portals portals;
        WatchedPaper paper;
        WatchedMailer mailer;
        services::Outbox outbox;
        services::Mails mails;
        services::Requests requests;
    };

    std::unique_ptr<Desk> desk(const QString& name)
    {
        if (!QDir{}.mkpath(path(name))) qFatal("no folder");
        auto journal = openJournal(name);
        if (!journal) qFatal("no journal");
        auto made = std::make_unique<Desk>(std::move(journal), clock, path(name));
        if (!answerOf<Ok>([&](auto done) { made->settings.load(done); })) qFatal("no settings");
        return made;
    }
    domain::InvoiceId take(Desk& at, const QString& number)
    {
        if (!got(at.journal->decide({}, always(takenIn(u"i-"_s + number, number, u"k-"_s + number))))) qFatal("not taken");
        return domain::InvoiceId{u"i-"_s + number};
    }
    domain::MailState stateOf(const domain::InvoiceId& invoice) { return got(m_first->journal->detail(invoice)).value().item.mails.back().state; }
    bool changeAccount(Desk& at)
    {
        return at.set({{u"payee.iban"_s, kSecondIban}, {u"payee.holder"_s, u"Lindner Service GmbH"_s}}, u"neues Konto bei derselben Bank"_s).ok();
    }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        freshShop();
        if (!usable()) return;
        m_first = desk(u"desk1"_s);
        QVERIFY(m_first->set({{u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, kFirstIban}, {u"mail.host"_s, u"127.0.0.1"_s}, {u"mail.from"_s, u"kasse@lindner.example"_s}}).ok());
        m_second = desk(u"desk2"_s);
    }
    void cleanup()
    {
        m_second.reset();
        m_first.reset();
    }

    // Nobody tells the first desk: it has to look itself.
    void theLetterNamesTheAccountOfNow()
    {
        if (!usable()) return;
        const auto before = take(*m_first, u"R-1"_s), after = take(*m_first, u"R-2"_s);
        VERIFY_OK(m_first->issue(before));
        QCOMPARE(m_first->paper.last.payeeIban, kFirstIban);
        QVERIFY(changeAccount(*m_second));
        QCOMPARE(m_first->settings.policy().payee.iban, kFirstIban);
        VERIFY_OK(m_first->issue(after));
        const auto& letter = m_first->paper.last;
        QCOMPARE(letter.payeeIban, kSecondIban);
        QCOMPARE(letter.payeeHolder, u"Lindner Service GmbH"_s);
        QCOMPARE(letter.workshop.iban, kSecondIban);
        QVERIFY2(letter.epcPayload.contains(kSecondIban.toLatin1()) && letter.epcPayload.contains("Lindner Service GmbH"), letter.epcPayload.constData());
        QVERIFY(!letter.epcPayload.contains(kFirstIban.toLatin1()));
        VERIFY_OK(m_first->issue(before));   // a copy of the older sheet
        QVERIFY(m_first->paper.last.epcPayload.contains(kSecondIban.toLatin1()));
    }
    void theMailNamesTheAccountOfNow()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        const auto issued = m_first->issue(invoice);
        VERIFY_OK(issued);
        QVERIFY(changeAccount(*m_second));
        const auto queued = answerOf<domain::MailId>([&](auto done) { m_first->mails.sendRequest(invoice, issued.value().request, u"kern@example.org"_s, u"de"_s, done); });
        VERIFY_OK(queued);
        QTRY_VERIFY(!m_first->mailer.last.text.isEmpty());
        const auto text = m_first->mailer.last.text;
        QVERIFY2(text.contains(domain::groupedIban(kSecondIban)), qPrintable(text));
        QVERIFY(!text.contains(domain::groupedIban(kFirstIban)));
        QCOMPARE(m_first->mailer.last.attachments.size(), 1U);   // drawn anew, for the sheet of before names the old one
        QCOMPARE(m_first->mailer.last.attachments[0].bytes, "%PDF-1.4 letter " + kSecondIban.toLatin1());
    }
    void aWaitingMailIsComposedAnew()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        const auto issued = m_first->issue(invoice);
        VERIFY_OK(issued);
        m_first->mailer.silent = true;
        VERIFY_OK(answerOf<domain::MailId>([&](auto done) { m_first->mails.sendRequest(invoice, issued.value().request, u"kern@example.org"_s, u"de"_s, done); }));
        QTRY_COMPARE(m_first->mailer.tries, 1);
        QVERIFY(m_first->mailer.last.text.contains(domain::groupedIban(kFirstIban)));
        const auto id = m_first->mailer.last.messageId;
        QVERIFY(changeAccount(*m_second));
        m_first->mailer.silent = false;
        QTRY_COMPARE(stateOf(invoice), domain::MailState::Deferred);
        clock.advance(24LL * 3'600'000);
        VERIFY_OK(answerOf<int>([&](auto done) { m_first->outbox.runDue(done); }));
        QTRY_COMPARE(m_first->mailer.tries, 2);
        const auto& mail = m_first->mailer.last;
        QCOMPARE(mail.messageId, id);
        QVERIFY(mail.text.contains(domain::groupedIban(kSecondIban)) && !mail.text.contains(domain::groupedIban(kFirstIban)));
        QCOMPARE(mail.attachments[0].bytes, "%PDF-1.4 letter " + kSecondIban.toLatin1());
    }
    void aMailThatCanNotBeComposedAnewIsHeld()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        const auto issued = m_first->issue(invoice);
        VERIFY_OK(issued);
        QVERIFY(changeAccount(*m_second));
        m_first->mails.setRedraw({});
        const auto send = [&] { return answerOf<domain::MailId>([&](auto done) { m_first->mails.sendRequest(invoice, issued.value().request, u"kern@example.org"_s, u"de"_s, done); }); };
        VERIFY_OK(send());
        QTRY_COMPARE(stateOf(invoice), domain::MailState::Failed);
        auto item = got(m_first->journal->detail(invoice)).value().item;
        QCOMPARE(item.mails.back().detail.trimmed(), u"request.payee_changed"_s);   // what the desk shows beside the task
        QCOMPARE(item.tasks.back().kind, u"mail.failed"_s);
        // The account is taken out altogether: it does not go without one either.
        m_first->mails.setRedraw([this](const domain::InvoiceId& i, const domain::RequestId& r, const QString& l, services::Done<Ok> done) { m_first->requests.redraw(i, r, l, std::move(done)); });
        for (const auto& key : {u"payee.iban"_s, u"payee.holder"_s}) VERIFY_OK(got(m_second->journal->decide({}, always({domain::SettingChanged{key, {}, {}}}))));
        VERIFY_OK(send());
        QTRY_COMPARE(stateOf(invoice), domain::MailState::Failed);
        QCOMPARE(m_first->mailer.tries, 0);
        VERIFY_REFUSED(answerOf<QByteArray>([&](auto done) { m_first->requests.lastSheet(invoice, done); }), "request.payee_changed");
    }
    // As an older program noted it: without its account.
    void aSheetOfAnUnknownAccountIsNotTakenForCurrent()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        const auto issued = m_first->issue(invoice);
        VERIFY_OK(issued);
        VERIFY_OK(answerOf<QByteArray>([&](auto done) { m_first->requests.lastSheet(invoice, done); }));
        const domain::SheetPrinted old{issued.value().request, invoice, 1, QString(64, u'0'), QFileInfo{issued.value().file}.fileName(), {}};
        VERIFY_OK(got(m_first->journal->decide({}, always({old}))));
        VERIFY_REFUSED(answerOf<QByteArray>([&](auto done) { m_first->requests.lastSheet(invoice, done); }), "request.payee_changed");
        VERIFY_OK(answerOf<domain::MailId>([&](auto done) { m_first->mails.sendRequest(invoice, issued.value().request, u"kern@example.org"_s, u"de"_s, done); }));
        QTRY_COMPARE(m_first->mailer.tries, 1);
        QStringList accounts;
        for (const auto detail = got(m_first->journal->detail(invoice)).value(); const auto& entry : detail.timeline)
            if (const auto* sheet = entry.event.as<domain::SheetPrinted>()) accounts << sheet->account;
        QCOMPARE(accounts.size(), 3);   // drawn anew for the mail
        QCOMPARE(accounts.last(), accounts.first());
        VERIFY_OK(answerOf<QByteArray>([&](auto done) { m_first->requests.lastSheet(invoice, done); }));
    }
    void aSheetThatWasOvertakenIsNotHandedOut()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        m_first->paper.between = [this] {
            m_first->paper.between = {};
            for (const auto& [key, value] : {std::pair{u"payee.iban"_s, kSecondIban}, std::pair{u"payee.holder"_s, u"Lindner Service GmbH"_s}})
                if (!got(m_second->journal->decide({}, always({domain::SettingChanged{key, value, {}}})))) qFatal("not changed");
        };
        VERIFY_REFUSED(m_first->issue(invoice), "request.payee_changed");
        for (const auto entries = got(m_first->journal->entries(0, 100)).value(); const auto& entry : entries) QVERIFY(!entry.event.as<domain::SheetPrinted>());
        VERIFY_OK(m_first->issue(invoice));
        QCOMPARE(m_first->paper.last.payeeIban, kSecondIban);
    }
    // Another desk that changes anything else does not disturb.
    void otherSettingsDoNotRefuseIt()
    {
        if (!usable()) return;
        const auto invoice = take(*m_first, u"R-1"_s);
        m_first->paper.between = [this] {
            m_first->paper.between = {};
            if (!got(m_second->journal->decide({}, always({domain::SettingChanged{u"company.city"_s, u"Olching"_s, {}}})))) qFatal("not changed");
        };
        VERIFY_OK(m_first->issue(invoice));
    }

private:
    std::unique_ptr<Desk> m_first, m_second;
};

QTEST_GUILESS_MAIN(TstLetterAccount)
#include "tst_letter_account.moc"
