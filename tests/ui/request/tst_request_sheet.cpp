// The payment request, clicked at: another amount, by mail, the band of the test mode; over real stations and a scripted portal and mail server.
#include "app/domain/owner_language.h"
#include "tests/ui/desk_fixture.h"
#include "ui/common/theme.h"
#include "ui/request/request_sheet.h"
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;

namespace {

class ScriptedMailer final : public ports::Mailer {
public:
    Error refusal;                                     // with a code: it takes nothing
    std::vector<ports::MailMessage> taken;

    QFuture<Result<ports::MailReceipt>> send(ports::MailMessage message) override
    {
        if (!refusal.code.isEmpty()) return readyNow<Result<ports::MailReceipt>>(refusal);
        taken.push_back(std::move(message));
        return readyNow<Result<ports::MailReceipt>>(ports::MailReceipt{u"250 queued"_s});
    }
    QFuture<Result<Ok>> probe() override { return readyNow<Result<Ok>>(Ok{}); }
};

} // namespace

class TstRequestSheet : public QObject {
    Q_OBJECT

    struct Desk : DeskFixture {
        QWidget window;
        ScriptedMailer mailer;
        QPointer<RequestSheet> sheet;

        explicit Desk(bool mail = true, QSize size = {1440, 900})
        {
            QList<std::pair<QString, QString>> values{{u"portal.id"_s, u"scripted"_s}, {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}};
            if (mail) values += {{u"mail.host"_s, u"mail.lindner.example"_s}, {u"mail.from"_s, u"service@lindner.example"_s}};
            set(values);
            if (mail) mails->setMailer(&mailer);
            window.resize(size);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        void open(const QString& number)
        {
            sheet = new RequestSheet{*requests, *mails, *settings, clock, view(number), &window};
            QObject::connect(feed.get(), &services::JournalFeed::rowsChanged, sheet, [this, number] {
                reader->invoice(id(number), [this](const Result<services::InvoiceView>& v) { if (sheet && v) sheet->setView(v.value()); });
            });
            sheet->open();
            QTest::qWait(Sheet::kEnterInertMs + 20);
        }
        QString text(const char* name) { return find<QLabel>(*sheet, name)->text(); }
        QLineEdit* line(const char* name) { return find<QLineEdit>(*sheet, name); }
        QAbstractButton* btn(const char* name) { return button(*sheet, name); }
        bool says(const QString& words) { return QTest::qWaitFor([&] { return text("request.message").contains(words); }, kPatienceMs); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }

    void aPartOfTheAmountIsAskedFor()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430);
        d.open(u"2026-4118"_s);
        QVERIFY(press(*d.sheet, "request.other_amount"));
        for (const auto& wrong : {u"684,31"_s, u"0"_s, u"-1"_s, u"alles"_s}) {
            d.line("request.part")->setText(wrong);
            QVERIFY2(!d.btn("request.primary")->isEnabled(), qPrintable(wrong));
        }
        d.line("request.part")->setText(u"200"_s);
        QCOMPARE(d.text("request.amount"), u"200,00\u00a0€"_s);
        QVERIFY(press(*d.sheet, "request.primary"));
        QVERIFY2(d.says(u"is ready"_s), qPrintable(d.text("request.message")));
        const auto item = d.item(u"2026-4118"_s);
        const auto* live = item.liveRequest();
        QVERIFY(live != nullptr);
        QCOMPARE(live->amount, domain::Money::cents(20000));
        QVERIFY(live->part);
    }
    // What is missing is made first; what stands there and was printed is printed as a numbered copy.
    void ctrlPPrints()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430);
        d.open(u"2026-4118"_s);
        QTest::keySequence(&d.window, QKeySequence{Qt::CTRL | Qt::Key_P});
        QVERIFY2(d.says(u"is ready"_s), qPrintable(d.text("request.message")));
        QCOMPARE(d.item(u"2026-4118"_s).requests.size(), std::size_t{1});
        QCOMPARE(d.item(u"2026-4118"_s).requests.front().copies, 1);
        d.sheet->close();
        for (auto* dialog : d.window.findChildren<QDialog*>()) dialog->close();
        d.open(u"2026-4118"_s);
        d.sheet->printNow();                         // as Ctrl+P on the board
        QVERIFY2(d.says(u"copy 1"_s), qPrintable(d.text("request.message")));
        QCOMPARE(d.item(u"2026-4118"_s).requests.front().copies, 2);
        for (auto* dialog : d.window.findChildren<QDialog*>()) dialog->close();
    }
    void theRequestGoesByMailToTheOwner()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        d.open(u"2026-4118"_s);
        QCOMPARE(d.line("request.address")->text(), u"vogt@example.org"_s);
        d.line("request.address")->setText(u"vogt@"_s);
        QVERIFY(!d.btn("request.mail")->isEnabled());
        QVERIFY(d.btn("request.mail")->accessibleDescription().contains(u"this is not a mail address"_s));
        d.line("request.address")->setText(u"helene@example.org"_s);
        QVERIFY(press(*d.sheet, "request.mail"));   // makes the sheet first
        QTRY_COMPARE_WITH_TIMEOUT(d.mailer.taken.size(), 1u, kPatienceMs);
        QCOMPARE(d.mailer.taken[0].toAddress, u"helene@example.org"_s);
        QTRY_VERIFY_WITH_TIMEOUT(d.text("mail.state").startsWith(u"sent"_s), kPatienceMs);
        QVERIFY(d.text("mail.to").contains(u"helene@example.org"_s));
    }
    void enterInTheAddressSendsTheMail()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        d.open(u"2026-4118"_s);
        d.line("request.address")->setFocus();
        d.line("request.address")->setText(u"vogt@"_s);
        QTest::keyClick(d.line("request.address"), Qt::Key_Return);   // no address yet: nothing
        QVERIFY(d.item(u"2026-4118"_s).requests.empty());
        d.line("request.address")->setText(u"helene@example.org"_s);
        QTest::keyClick(d.line("request.address"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(d.mailer.taken.size(), 1u, kPatienceMs);
        QCOMPARE(d.mailer.taken[0].toAddress, u"helene@example.org"_s);
        QTRY_VERIFY_WITH_TIMEOUT(d.line("request.address")->hasFocus(), kPatienceMs);
    }
    void aMailThatFailedSaysWhyAndGoesAgain()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        d.mailer.refusal = Error{Fault::Refused, u"mail.rejected"_s, u"550 no such user"_s};
        d.open(u"2026-4118"_s);
        QVERIFY(press(*d.sheet, "request.mail"));
        QTRY_VERIFY_WITH_TIMEOUT(d.text("mail.state").startsWith(u"failed"_s), kPatienceMs);
        QVERIFY2(d.text("mail.state").contains(u"550 no such user"_s), qPrintable(d.text("mail.state")));
        QCOMPARE(d.item(u"2026-4118"_s).tasks.size(), 1u);
        d.mailer.refusal = {};
        d.line("request.address")->setText(u"helene@example.org"_s);
        QTRY_VERIFY_WITH_TIMEOUT(d.btn("mail.again")->isEnabled(), kPatienceMs);
        QVERIFY(press(*d.sheet, "mail.again"));
        QTRY_COMPARE_WITH_TIMEOUT(d.mailer.taken.size(), 1u, kPatienceMs);
        QCOMPARE(d.mailer.taken[0].toAddress, u"helene@example.org"_s);
        QTRY_VERIFY_WITH_TIMEOUT(d.item(u"2026-4118"_s).tasks.empty(), kPatienceMs);
    }
    // Sheet and mail come in the language that is chosen; another choice makes another sheet.
    void theOwnersLanguage()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        d.open(u"2026-4118"_s);
        auto* box = find<QComboBox>(*d.sheet, "request.language");
        QCOMPARE(box->count(), static_cast<int>(domain::ownerLanguages().size()));
        for (const auto& one : domain::ownerLanguages()) QCOMPARE(box->itemText(box->findData(one.code)), one.name);
        QCOMPARE(box->currentData().toString(), u"de"_s);
        QVERIFY(press(*d.sheet, "request.primary"));
        QVERIFY2(d.says(u"is ready"_s), qPrintable(d.text("request.message")));
        QCOMPARE(d.paper.letters.back().language, u"de"_s);
        box->setFocus();
        QTest::keyClicks(box, u"F"_s);              // as at any list: the first letter
        if (box->currentData().toString() != u"fr") QFAIL(qPrintable(box->currentText()));
        QCOMPARE(d.btn("request.primary")->text(), u"Create request"_s);
        QVERIFY(press(*d.sheet, "request.mail"));
        QTRY_COMPARE_WITH_TIMEOUT(d.mailer.taken.size(), 1u, kPatienceMs);
        QCOMPARE(d.paper.letters.back().language, u"fr"_s);
        QCOMPARE(d.mailer.taken[0].language, u"fr"_s);
        QVERIFY2(d.mailer.taken[0].subject.startsWith(u"Votre véhicule est prêt : 684,30 €"_s), qPrintable(d.mailer.taken[0].subject));
        d.sheet->close();
        delete d.sheet;
        d.open(u"2026-4118"_s);                     // what was chosen for this owner holds on
        QCOMPARE(find<QComboBox>(*d.sheet, "request.language")->currentData().toString(), u"fr"_s);
    }
    void withoutAMailServerItSaysSo()
    {
        Desk d{false};
        d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
        d.open(u"2026-4118"_s);
        QVERIFY(!d.btn("request.mail")->isEnabled());
        QVERIFY(d.btn("request.mail")->accessibleDescription().contains(u"no mail server is set up"_s));
    }
    void aPortalInTestModeIsSaid()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430);
        d.open(u"2026-4118"_s);
        QVERIFY(!find<QWidget>(*d.sheet, "request.test")->isVisible());
        d.sheet->close();
        delete d.sheet;
        d.set({{u"portal.test"_s, u"yes"_s}});
        d.open(u"2026-4118"_s);
        QVERIFY(find<QWidget>(*d.sheet, "request.test")->isVisible());
    }
    void withdrawnMeansClosedAtThePortal()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430);
        const auto link = d.link(u"2026-4118"_s);
        d.open(u"2026-4118"_s);
        QVERIFY(press(*d.sheet, "request.withdraw"));
        QVERIFY(QTest::qWaitFor([&] { return !d.sheet->isOpen(); }, kPatienceMs));
        QCOMPARE(d.portal.stateOf(link), domain::LinkState::Cancelled);
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1440, 900}, QSize{1024, 680}}) {
            Desk d{true, size};
            d.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"vogt@example.org"_s);
            d.open(u"2026-4118"_s);
            QVERIFY(press(*d.sheet, "request.mail"));
            QTRY_VERIFY_WITH_TIMEOUT(d.text("mail.state").startsWith(u"sent"_s), kPatienceMs);
            QVERIFY(press(*d.sheet, "request.other_amount"));
            QTest::qWait(50);
            QCOMPARE(complaintsAbout(*d.sheet), QString{});
        }
    }
};

QTEST_MAIN(TstRequestSheet)
#include "tst_request_sheet.moc"
