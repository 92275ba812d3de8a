// An open settings page while another desk changes the same settings: what it changed is shown, what somebody is typing here stays, and nothing old is
// saved over it.
#include "tests/ui/pages_fixture.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/unlock_sheet.h"
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstOtherDesk : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        Desk()
        {
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
        }
        QLineEdit* line(const QString& key) { return test::part<QLineEdit>(page, u"settings.input."_s + key); }
        QString message(const QString& key) { return test::part<QLabel>(page, u"settings.message."_s + key)->text(); }
        void section(const QString& id) { QTest::mouseClick(test::part<QAbstractButton>(page, u"settings.section."_s + id), Qt::LeftButton); }
        void type(const QString& key, const QString& text)
        {
            line(key)->setFocus();
            line(key)->selectAll();
            QTest::keyClicks(line(key), text);
        }
        // Written by somebody else, and noticed here.
        void otherDeskSets(const QString& key, const QString& value)
        {
            domain::SettingChanged change;
            change.key = key;
            change.value = value;
            if (!test::got(journal.decide({}, [change](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{change}, {}, {}}; }))) qFatal("not set");
            look();
        }
        void look()
        {
            bool done = false;
            settings.look([&done](const Result<Ok>&) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; })) qFatal("not looked at");
        }
        int changesOf(const QString& key)
        {
            int count = 0;
            for (const auto all = test::got(journal.entries(0, 1000)).value(); const auto& entry : all)
                if (const auto* set = entry.event.as<domain::SettingChanged>(); set && set->key == key) ++count;
            return count;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void whatNobodyIsTypingAtIsShown()
    {
        Desk desk;
        desk.set(u"company.city"_s, u"Olching"_s);
        desk.line(u"company.city"_s)->setFocus();   // looked at only
        desk.otherDeskSets(u"company.city"_s, u"München"_s);
        desk.otherDeskSets(u"company.phone"_s, u"+49 8142 1"_s);
        QCOMPARE(desk.line(u"company.city"_s)->text(), u"München"_s);
        QCOMPARE(desk.line(u"company.phone"_s)->text(), u"+49 8142 1"_s);
        QTest::keyClick(desk.line(u"company.city"_s), Qt::Key_Tab);
        QTest::qWait(50);
        QCOMPARE(desk.settings.value(u"company.city"_s), u"München"_s);
        QCOMPARE(desk.changesOf(u"company.city"_s), 2);
    }
    void whatIsBeingTypedStays()
    {
        Desk desk;
        desk.set(u"company.name"_s, u"Lindner"_s);
        desk.type(u"company.name"_s, u"Lindner und Sohn"_s);
        desk.otherDeskSets(u"company.city"_s, u"München"_s);   // another one
        QCOMPARE(desk.message(u"company.name"_s), QString{});
        desk.otherDeskSets(u"company.name"_s, u"Lindner GmbH"_s);
        QCOMPARE(desk.line(u"company.name"_s)->text(), u"Lindner und Sohn"_s);
        QCOMPARE(desk.message(u"company.name"_s), u"Changed elsewhere meanwhile: Lindner GmbH. What stands here is not saved yet."_s);
        QTest::keyClick(desk.line(u"company.name"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.message(u"company.name"_s), u"Saved"_s);
        QCOMPARE(desk.settings.value(u"company.name"_s), u"Lindner und Sohn"_s);
    }
    void escTakesWhatTheOtherDeskHasSet()
    {
        Desk desk;
        desk.set(u"company.name"_s, u"Lindner"_s);
        desk.type(u"company.name"_s, u"Lind"_s);
        desk.otherDeskSets(u"company.name"_s, u"Lindner GmbH"_s);
        QTest::keyClick(desk.line(u"company.name"_s), Qt::Key_Escape);
        QCOMPARE(desk.line(u"company.name"_s)->text(), u"Lindner GmbH"_s);
        QCOMPARE(desk.message(u"company.name"_s), QString{});
    }
    void whatWasRefusedIsNotLost()
    {
        Desk desk;
        desk.type(u"company.email"_s, u"nowhere"_s);
        QTest::keyClick(desk.line(u"company.email"_s), Qt::Key_Tab);
        QTRY_VERIFY(desk.message(u"company.email"_s).contains(u"Not saved"_s));
        desk.otherDeskSets(u"company.email"_s, u"kasse@lindner.example"_s);
        QCOMPARE(desk.line(u"company.email"_s)->text(), u"nowhere"_s);
        QVERIFY(desk.message(u"company.email"_s).contains(u"kasse@lindner.example"_s));
    }
    // The other desk was the first to set the account: from then on it is locked.
    void anAccountThatWasSetMeanwhileIsNotReplacedByTyping()
    {
        Desk desk;
        desk.section(u"payee"_s);
        desk.type(u"payee.iban"_s, u"DE89370400440532013000"_s);
        desk.otherDeskSets(u"payee.iban"_s, u"DE02120300000000202051"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3704 0044 0532 0130 00"_s);
        QTest::keyClick(desk.line(u"payee.iban"_s), Qt::Key_Return);
        QTRY_VERIFY(desk.message(u"payee.iban"_s).contains(u"Not saved; still valid: DE02 1203 0000 0000 2020 51"_s));
        QCOMPARE(desk.settings.value(u"payee.iban"_s), u"DE02120300000000202051"_s);
        QCOMPARE(desk.changesOf(u"payee.iban"_s), 1);
        QTest::keyClick(desk.line(u"payee.iban"_s), Qt::Key_Escape);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE02 1203 0000 0000 2020 51"_s);
        QVERIFY(desk.line(u"payee.iban"_s)->isReadOnly());
    }
    void theSheetForALockedOneShowsWhatHolds()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, u"DE89370400440532013000"_s);
        desk.section(u"payee"_s);
        QTest::mouseClick(test::part<QAbstractButton>(desk.page, u"settings.unlock.payee.iban"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.page.findChild<UnlockSheet*>());
        auto* sheet = desk.page.findChild<UnlockSheet*>();
        auto* value = test::part<QLineEdit>(*sheet, u"unlock.value"_s);
        QTest::keyClicks(value, u"DE89370400"_s);
        desk.otherDeskSets(u"payee.iban"_s, u"DE02120300000000202051"_s);
        QCOMPARE(test::part<QLabel>(*sheet, u"unlock.old"_s)->text(), u"DE02 1203 0000 0000 2020 51"_s);
        QCOMPARE(value->text(), u"DE89 3704 00"_s);
    }
    void textsOfMailsAreShownButNotOverTyping()
    {
        Desk desk;
        desk.section(u"mail_texts"_s);
        const auto text = [&desk](const QString& piece) { return test::part<QPlainTextEdit>(desk.page, u"settings.text.input."_s + piece); };
        text(u"closing"_s)->setFocus();
        text(u"closing"_s)->selectAll();
        QTest::keyClicks(text(u"closing"_s), u"Bis morgen"_s);
        const auto other = services::Mails::withText({}, domain::MailKind::Request, u"de"_s, u"subject"_s, u"Ihr Wagen"_s);
        desk.otherDeskSets(u"mail.texts"_s, other);
        QCOMPARE(text(u"subject"_s)->toPlainText(), u"Ihr Wagen"_s);
        QCOMPARE(text(u"closing"_s)->toPlainText(), u"Bis morgen"_s);
        text(u"subject"_s)->setFocus();   // leaves the other, which is saved beside it
        QTRY_COMPARE(services::Mails::textsOf(desk.settings.value(u"mail.texts"_s), domain::MailKind::Request, u"de"_s),
                     (QHash<QString, QString>{{u"subject"_s, u"Ihr Wagen"_s}, {u"closing"_s, u"Bis morgen"_s}}));
    }
};

QTEST_MAIN(TstOtherDesk)
#include "tst_other_desk.moc"
