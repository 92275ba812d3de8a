// The workshop's own words in its mails, typed: saved when left, previewed while typing, refused with a reason, and the way back.
#include "app/domain/owner_language.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/settings/settings_page.h"
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using domain::MailKind;

class TstMailTextsPart : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        Desk()
        {
            set(u"company.name"_s, u"Autohaus Lindner"_s);
            set(u"company.phone"_s, u"+49 8141 555 010"_s);
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
            QTest::mouseClick(test::part<QAbstractButton>(page, u"settings.section.mail_texts"_s), Qt::LeftButton);
        }
        QPlainTextEdit* text(const QString& piece) { return test::part<QPlainTextEdit>(page, u"settings.text.input."_s + piece); }
        QString message(const QString& piece) { return test::part<QLabel>(page, u"settings.text.message."_s + piece)->text(); }
        QString preview() { return test::part<QTextBrowser>(page, u"settings.text.preview"_s)->toPlainText(); }
        QString subject() { return test::part<QLabel>(page, u"settings.text.subject_line"_s)->text(); }
        void click(const QString& name)
        {
            auto* b = test::part<ActionButton>(page, u"settings.text."_s + name);
            page.findChild<QScrollArea*>(u"settings.scroll"_s)->ensureWidgetVisible(b);
            if (!b->isVisible() || !b->isEnabled()) qFatal("%s cannot be clicked", qPrintable(name));
            QTest::mouseClick(b, Qt::LeftButton);
        }
        void type(const QString& piece, const QString& words)
        {
            text(piece)->setFocus();
            text(piece)->selectAll();
            QTest::keyClicks(text(piece), words);
        }
        QString stored(MailKind kind, const QString& language, const QString& piece) { return services::Mails::textsOf(settings.value(u"mail.texts"_s), kind, language).value(piece); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void theShippedTextStandsThereAndIsPreviewed()
    {
        Desk desk;
        QCOMPARE(desk.text(u"subject"_s)->toPlainText(), services::defaultMailText(MailKind::Request, u"de"_s, u"subject"_s));
        QVERIFY(!desk.subject().isEmpty() && !desk.subject().contains(u'{'));
        QVERIFY(desk.preview().contains(u"199,90"_s));
        QVERIFY(!desk.preview().contains(u'{'));
        desk.click(u"en"_s);
        QCOMPARE(desk.text(u"intro"_s)->toPlainText(), services::defaultMailText(MailKind::Request, u"en"_s, u"intro"_s));
        QVERIFY(desk.preview().contains(u"199.90"_s));
        desk.click(u"refund"_s);
        QCOMPARE(desk.text(u"intro"_s)->toPlainText(), services::defaultMailText(MailKind::Refund, u"en"_s, u"intro"_s));
    }
    void typingShowsAndLeavingSaves()
    {
        Desk desk;
        desk.type(u"subject"_s, u"Ihre Rechnung {number} vom Autohaus"_s);
        QTRY_COMPARE(desk.subject(), u"Ihre Rechnung 4711 vom Autohaus"_s);
        QVERIFY(desk.settings.value(u"mail.texts"_s).isEmpty());   // not yet left
        QTest::keyClick(desk.text(u"subject"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.message(u"subject"_s), u"Saved"_s);
        QCOMPARE(desk.stored(MailKind::Request, u"de"_s, u"subject"_s), u"Ihre Rechnung {number} vom Autohaus"_s);
        desk.type(u"intro"_s, u"Hallo aus der Werkstatt, {amount} bitte."_s);
        QTest::keyClick(desk.text(u"intro"_s), Qt::Key_Tab);
        QTRY_COMPARE(desk.message(u"intro"_s), u"Saved"_s);
        QTRY_VERIFY(desk.preview().contains(u"Hallo aus der Werkstatt, 199,90"_s));
        // Another language has its own.
        desk.click(u"en"_s);
        QCOMPARE(desk.text(u"subject"_s)->toPlainText(), services::defaultMailText(MailKind::Request, u"en"_s, u"subject"_s));
        desk.click(u"de"_s);
        QCOMPARE(desk.text(u"subject"_s)->toPlainText(), u"Ihre Rechnung {number} vom Autohaus"_s);
    }
    void everyLanguageOfTheOwnerIsOffered()
    {
        Desk desk;
        for (const auto& one : domain::ownerLanguages()) {
            desk.click(one.code);
            QCOMPARE(test::part<ActionButton>(desk.page, u"settings.text."_s + one.code)->text(), one.name);
            QCOMPARE(desk.text(u"subject"_s)->toPlainText(), services::defaultMailText(MailKind::Request, one.code, u"subject"_s));
            const auto amount = one.money(domain::Money::cents(19'990));
            QVERIFY2(QString{desk.preview()}.replace(u'\u00a0', u' ').contains(QString{amount}.replace(u'\u00a0', u' ')), qPrintable(one.code));
        }
        desk.click(u"fr"_s);                                       // looked at and left: nothing is stored
        for (const auto& piece : services::mailPieces()) desk.text(piece)->setFocus();
        desk.text(u"subject"_s)->setFocus();
        QTest::qWait(100);
        QVERIFY2(desk.settings.value(u"mail.texts"_s).isEmpty(), qPrintable(desk.settings.value(u"mail.texts"_s)));
        desk.click(u"tr"_s);
        desk.type(u"subject"_s, u"Fatura {number}"_s);
        desk.text(u"closing"_s)->setFocus();
        QTRY_COMPARE(desk.stored(MailKind::Request, u"tr"_s, u"subject"_s), u"Fatura {number}"_s);
        QCOMPARE(desk.stored(MailKind::Request, u"de"_s, u"subject"_s), QString{});
    }
    void twoLeftInQuickSuccessionBothHold()
    {
        Desk desk;
        desk.type(u"subject"_s, u"Erstens"_s);
        desk.type(u"intro"_s, u"Zweitens"_s);                      // the first one is left while it is typed, and still being stored
        desk.text(u"closing"_s)->setFocus();
        QTRY_COMPARE(desk.stored(MailKind::Request, u"de"_s, u"intro"_s), u"Zweitens"_s);
        QCOMPARE(desk.stored(MailKind::Request, u"de"_s, u"subject"_s), u"Erstens"_s);
    }
    void anUnknownPlaceholderIsRefusedWithAReason()
    {
        Desk desk;
        desk.type(u"intro"_s, u"Bitte {betrag} zahlen."_s);
        QVERIFY2(desk.message(u"intro"_s).contains(u"{betrag}"_s) && desk.message(u"intro"_s).endsWith(u"Not saved."_s), qPrintable(desk.message(u"intro"_s)));
        desk.text(u"closing"_s)->setFocus();
        QTest::qWait(300);
        QVERIFY(desk.settings.value(u"mail.texts"_s).isEmpty());
        QVERIFY(!desk.preview().contains(u"{betrag}"_s));          // what a reader would get
        QVERIFY(desk.message(u"intro"_s).contains(u"{betrag}"_s)); // still to be put right
        desk.text(u"intro"_s)->setFocus();
        QTest::keyClick(desk.text(u"intro"_s), Qt::Key_Escape);
        QCOMPARE(desk.text(u"intro"_s)->toPlainText(), services::defaultMailText(MailKind::Request, u"de"_s, u"intro"_s));
        QCOMPARE(desk.message(u"intro"_s), QString{});
    }
    void aPlaceholderGoesInWhereTheCursorStands()
    {
        Desk desk;
        desk.type(u"intro"_s, u"Noch  offen"_s);
        auto cursor = desk.text(u"intro"_s)->textCursor();
        cursor.setPosition(5);
        desk.text(u"intro"_s)->setTextCursor(cursor);
        desk.click(u"put.amount"_s);
        QCOMPARE(desk.text(u"intro"_s)->toPlainText(), u"Noch {amount} offen"_s);
        QVERIFY(desk.text(u"intro"_s)->hasFocus());
        QTRY_VERIFY(desk.preview().contains(u"Noch 199,90"_s));
        // Each kind has its own: a refund has no due date.
        QVERIFY(desk.page.findChild<ActionButton*>(u"settings.text.put.due"_s));
        desk.click(u"refund"_s);
        QVERIFY(!desk.page.findChild<ActionButton*>(u"settings.text.put.due"_s));
        QVERIFY(desk.page.findChild<ActionButton*>(u"settings.text.put.receipt"_s));
    }
    void theWayBackToTheShippedText()
    {
        Desk desk;
        auto* reset = test::part<ActionButton>(desk.page, u"settings.text.reset.closing"_s);
        QVERIFY(!reset->isVisible());
        desk.type(u"closing"_s, u"Bis bald!"_s);
        QTest::keyClick(desk.text(u"closing"_s), Qt::Key_Tab);
        QTRY_COMPARE(desk.stored(MailKind::Request, u"de"_s, u"closing"_s), u"Bis bald!"_s);
        QTRY_VERIFY(reset->isVisible());
        desk.click(u"reset.closing"_s);
        QTRY_COMPARE(desk.stored(MailKind::Request, u"de"_s, u"closing"_s), QString{});
        QCOMPARE(desk.text(u"closing"_s)->toPlainText(), services::defaultMailText(MailKind::Request, u"de"_s, u"closing"_s));
        QTRY_VERIFY(!reset->isVisible());
    }
    void thePlainTextSaysTheSame()
    {
        Desk desk;
        desk.click(u"plain"_s);
        const auto mail = desk.mails.preview(MailKind::Request, u"de"_s, {});
        QVERIFY(mail.ok());
        QCOMPARE(desk.preview().trimmed(), QString{mail.value().text}.replace(u"\r\n"_s, u"\n"_s).trimmed());
        desk.click(u"drawn"_s);
        QVERIFY(desk.preview() != mail.value().text);
    }
    // A screen reader toggles; no click comes.
    void aToggleIsEnough()
    {
        Desk desk;
        const auto request = desk.subject();
        test::part<ActionButton>(desk.page, u"settings.text.confirmation"_s)->toggle();
        QVERIFY(desk.subject() != request);
        QVERIFY(!test::part<ActionButton>(desk.page, u"settings.text.request"_s)->isChecked());
        const auto german = desk.subject();
        test::part<ActionButton>(desk.page, u"settings.text.en"_s)->toggle();
        QVERIFY(desk.subject() != german);
        const auto drawn = desk.preview();
        test::part<ActionButton>(desk.page, u"settings.text.plain"_s)->toggle();
        QVERIFY(desk.preview() != drawn);
    }
    void aTextThatLooksLikeMarkupStaysText()
    {
        Desk desk;
        desk.type(u"intro"_s, u"<img src='https://evil.example/x.png'><b>fett</b>"_s);
        QTRY_VERIFY(desk.preview().contains(u"<b>fett</b>"_s));
    }
    void everythingHasANameAndFits()
    {
        Desk desk;
        for (const QSize size : {QSize{1344, 812}, QSize{928, 600}}) {
            desk.page.resize(size);
            QTest::qWait(50);
            QCOMPARE(test::namelessIn(desk.page), QStringList{});
            QCOMPARE(test::cutIn(desk.page), QStringList{});
        }
    }
};

QTEST_MAIN(TstMailTextsPart)
#include "tst_mail_texts_part.moc"
