// The first set-up, by clicks and by the keyboard alone, over real stations and a real store: what is answered is kept, what is wrong is told, and
// whoever stops goes on where it was.
#include "app/domain/setup_rules.h"
#include "tests/ui/wizard/wizard_desk.h"
#include "ui/common/action_button.h"
#include "ui/settings/unlock_sheet.h"
#include "ui/wizard/finding_list.h"
#include <QBuffer>
#include <QPdfDocument>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

using test::wholeIban;

class TstWizard : public QObject {
    Q_OBJECT

    using Desk = test::WizardDesk;

    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    static void keys(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString{}; }
    // Tab until the keyboard is there; how many steps it took, or -1.
    static int tabTo(const QString& name)
    {
        for (int i = 0; i < 30; ++i) {
            if (focused() == name) return i;
            key(Qt::Key_Tab);
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void byClicksFromTheFirstToTheLast()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"Rechnungen"_s);
        desk.write(u"Rechnungen/RE_1.xml"_s, test::PagesFixture::sample(u"2026-4121"_s));
        desk.begin();
        QSignalSpy ended{desk.sheet, &WizardSheet::ended};
        QSignalSpy sample{desk.sheet, &WizardSheet::sampleRequested};
        QCOMPARE(desk.where(), u"1 of 5"_s);
        QVERIFY(!desk.part<QAbstractButton>(u"wizard.back"_s)->isEnabled());
        QVERIFY(desk.next(2));
        QCOMPARE(desk.where(), u"2 of 5"_s);
        desk.answerCompany();
        QVERIFY2(desk.message(u"payee.iban"_s).endsWith(u"bank code 370 400 44"_s), qPrintable(desk.message(u"payee.iban"_s)));
        QVERIFY(desk.next(3));
        QCOMPARE(desk.settings.value(u"payee.iban"_s), wholeIban());
        QCOMPARE(desk.settings.value(u"company.postcode"_s), u"82256"_s);
        desk.type(u"source.folder"_s, folder);
        desk.click(u"wizard.source.test"_s);
        auto* findings = desk.part<FindingList>(u"wizard.source.findings"_s);
        QTRY_VERIFY2(findings->text().contains(u"2026-4121"_s), qPrintable(findings->text()));
        QVERIFY(findings->text().contains(u"1 file"_s));
        QVERIFY(findings->text().contains(u"€"_s));
        QVERIFY(desk.rows().empty());                                                       // looked at, not taken over
        QVERIFY(!desk.settings.isSet(u"source.folder"_s));                                  // and watched by nobody before the question is answered
        QVERIFY(QFile::exists(folder + u"/RE_1.xml"_s));
        QVERIFY(desk.next(4));
        QCOMPARE(desk.settings.value(u"source.folder"_s), folder);
        desk.click(u"wizard.printer.test"_s);
        QVERIFY(desk.printed.startsWith("%PDF-"));
        desk.printedSaid(u"Sent to the printer."_s);
        QCOMPARE(desk.part<QLabel>(u"wizard.printer.message"_s)->text(), u"Sent to the printer."_s);
        QVERIFY(desk.next(5));
        QVERIFY(desk.part<FindingList>(u"wizard.start.summary"_s)->text().contains(u"DE89 3704 0044 0532 0130 00"_s));
        QCOMPARE(desk.part<QAbstractButton>(u"wizard.next"_s)->text(), u"Finish"_s);
        desk.click(u"wizard.next"_s);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.front().front().toBool(), true);
        QCOMPARE(sample.count(), 0);
        QCOMPARE(desk.state(), u"done"_s);
        QVERIFY(!domain::isSetupDue(desk.onDisk(), false));
    }
    void byTheKeyboardAlone()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"in"_s);
        desk.begin();
        QSignalSpy ended{desk.sheet, &WizardSheet::ended};
        QCOMPARE(focused(), u"wizard.language.de"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(desk.sheet->question(), 2);
        desk.rested();
        QCOMPARE(focused(), u"wizard.input.company.name"_s);
        keys(u"Autohaus Lindner"_s);
        QCOMPARE(tabTo(u"wizard.input.payee.holder"_s), 1);
        keys(u"Autohaus Lindner GmbH"_s);
        QCOMPARE(tabTo(u"wizard.input.payee.iban"_s), 1);
        keys(wholeIban());
        QCOMPARE(tabTo(u"wizard.input.payee.bic"_s), 1);
        QCOMPARE(tabTo(u"wizard.input.company.street"_s), 1);
        keys(u"Lindenallee 12"_s);
        QCOMPARE(tabTo(u"wizard.back"_s), 3);                    // postcode, town, then the foot
        QCOMPARE(tabTo(u"wizard.later"_s), 1);
        QCOMPARE(tabTo(u"wizard.next"_s), 1);
        key(Qt::Key_Space);
        QTRY_COMPARE(desk.sheet->question(), 3);
        desk.rested();
        QCOMPARE(focused(), u"wizard.source.documents"_s);
        key(Qt::Key_Down);                                       // the second way, and its profile
        QCOMPARE(focused(), u"wizard.source.tables"_s);
        QTRY_COMPARE(desk.settings.value(u"source.table"_s), u"werbas"_s);
        key(Qt::Key_Up);
        QTRY_COMPARE(desk.settings.value(u"source.table"_s), u"none"_s);
        QVERIFY(tabTo(u"wizard.input.source.folder"_s) > 0);
        keys(folder);
        key(Qt::Key_Return);                                     // tests it and goes on
        QTRY_COMPARE(desk.sheet->question(), 4);
        desk.rested();
        key(Qt::Key_Left, Qt::AltModifier);                      // back, and forth once more
        QTRY_COMPARE(desk.sheet->question(), 3);
        desk.rested();
        key(Qt::Key_Return);
        QTRY_COMPARE(desk.sheet->question(), 4);
        desk.rested();
        QVERIFY(tabTo(u"wizard.printer.test"_s) > 0);
        key(Qt::Key_Space);
        QVERIFY(desk.printed.startsWith("%PDF-"));
        QVERIFY(tabTo(u"wizard.next"_s) > 0);
        key(Qt::Key_Return);
        QTRY_COMPARE(desk.sheet->question(), 5);
        desk.rested();
        QCOMPARE(focused(), u"wizard.start.real"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(desk.settings.value(u"payee.iban"_s), wholeIban());
        QCOMPARE(desk.settings.value(u"source.folder"_s), folder);
    }
    void whoeverIsKilledGoesOnAtTheSameQuestion()
    {
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        desk.answerCompany();
        key(Qt::Key_Tab);
        QTRY_COMPARE(desk.settings.value(u"company.city"_s), u"Olching"_s);   // at once, not with Next
        QVERIFY(desk.settings.value(u"payee.iban"_s).isEmpty());              // the account only as a whole: it is locked then
        QVERIFY(desk.next(3));
        delete desk.sheet;                                                    // no farewell
        const auto disk = desk.onDisk();
        QVERIFY(domain::isSetupDue(disk, false));
        QCOMPARE(domain::setupQuestionOf(disk), domain::SetupQuestion::Source);
        QCOMPARE(disk.value(u"payee.holder"_s), u"Autohaus Lindner GmbH"_s);
        desk.begin();
        QCOMPARE(desk.sheet->question(), 3);
        QCOMPARE(desk.where(), u"3 of 5"_s);
        desk.click(u"wizard.back"_s);
        desk.rested();
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3704 0044 0532 0130 00"_s);
        QVERIFY(desk.line(u"payee.iban"_s)->isReadOnly());
        QVERIFY(desk.part<QWidget>(u"wizard.unlock.payee.iban"_s)->isVisible());
    }
    // The account is stored only as a whole, with Next; a look back at the question before must not lose it.
    void whatIsTypedOutlivesALookBack()
    {
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        desk.answerCompany();
        desk.click(u"wizard.back"_s);
        QTRY_COMPARE(desk.sheet->question(), 1);
        desk.rested();
        QVERIFY(!desk.onDisk().contains(u"payee.iban"_s));
        QVERIFY(desk.next(2));
        QCOMPARE(desk.line(u"payee.holder"_s)->text(), u"Autohaus Lindner GmbH"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text().remove(u' '), wholeIban());
        QVERIFY(desk.next(3));
        QCOMPARE(desk.settings.value(u"payee.iban"_s), wholeIban());
    }
    void laterEndsItForGoodAndKeepsThePlace()
    {
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        QSignalSpy ended{desk.sheet, &WizardSheet::ended};
        desk.click(u"wizard.later"_s);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.front().front().toBool(), false);
        QVERIFY(!domain::isSetupDue(desk.onDisk(), false));
        QTRY_VERIFY(!desk.window.findChild<WizardSheet*>());
        desk.begin();                                                          // from the settings page
        QCOMPARE(desk.sheet->question(), 2);
        QSignalSpy escaped{desk.sheet, &WizardSheet::ended};
        key(Qt::Key_Escape);
        QTRY_COMPARE(escaped.count(), 1);
        QCOMPARE(desk.state(), u"later"_s);
    }
    void aWrongIbanIsToldInPlainWordsAndNotStored_data()
    {
        QTest::addColumn<QString>("iban");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QString{} << u"It stands on every bank statement"_s;
        QTest::newRow("a digit") << u"DE89370400440532013001"_s << u"A digit is wrong, or two are swapped"_s;
        QTest::newRow("short") << u"DE8937040044053201300"_s << u"an IBAN that begins with DE has 22"_s;
        QTest::newRow("long") << u"DE893704004405320130001"_s << u"an IBAN that begins with DE has 22"_s;
        QTest::newRow("account number") << u"0532013000"_s << u"An IBAN begins with two letters"_s;
        QTest::newRow("a sign") << u"DE89/3704"_s << u"“/” stands in no IBAN"_s;
    }
    void aWrongIbanIsToldInPlainWordsAndNotStored()
    {
        QFETCH(QString, iban);
        QFETCH(QString, words);
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        desk.answerCompany();
        desk.type(u"payee.iban"_s, iban.isEmpty() ? u" "_s : iban);
        desk.click(u"wizard.next"_s);
        QTRY_VERIFY2(desk.message(u"payee.iban"_s).contains(words), qPrintable(desk.message(u"payee.iban"_s)));
        QCOMPARE(desk.sheet->question(), 2);
        QCOMPARE(focused(), u"wizard.input.payee.iban"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->accessibleDescription(), desk.message(u"payee.iban"_s));
        QVERIFY(!desk.onDisk().contains(u"payee.iban"_s));
        QVERIFY(!desk.onDisk().contains(u"payee.holder"_s));                   // the account is one answer
        desk.rested();
        desk.type(u"payee.iban"_s, wholeIban());
        QVERIFY(desk.next(3));
    }
    void theHolderIsAskedFor()
    {
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        desk.type(u"payee.iban"_s, wholeIban());
        desk.click(u"wizard.next"_s);
        QTRY_VERIFY(desk.message(u"payee.holder"_s).startsWith(u"The name is missing"_s));
        QCOMPARE(focused(), u"wizard.input.payee.holder"_s);
    }
    void theAccountIsChangedOnlyWithAReason()
    {
        Desk desk;
        desk.set(u"payee.holder"_s, u"Autohaus Lindner GmbH"_s);
        desk.set(u"payee.iban"_s, wholeIban());
        desk.set(u"company.name"_s, u"Lindner"_s);
        desk.begin();
        QVERIFY(desk.next(2));
        QVERIFY(desk.line(u"payee.iban"_s)->isReadOnly());
        desk.click(u"wizard.unlock.payee.iban"_s);
        auto* unlock = desk.window.findChild<UnlockSheet*>();
        QVERIFY(unlock && unlock->isOpen());
        desk.rested();
        QCOMPARE(focused(), u"unlock.value"_s);
        keys(u"DE02120300000000202051"_s);
        key(Qt::Key_Tab);
        keys(u"kurz"_s);
        QVERIFY(!test::part<QAbstractButton>(*unlock, u"unlock.store"_s)->isEnabled());
        keys(u" und doch lang genug"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(desk.settings.value(u"payee.iban"_s), u"DE02120300000000202051"_s);
        QTRY_COMPARE(desk.line(u"payee.iban"_s)->text(), u"DE02 1203 0000 0000 2020 51"_s);
        QVERIFY(desk.sheet->isOpen());
        desk.rested();
        QVERIFY(desk.next(3));
    }
    void aFolderThatCannotBeReadIsToldAndNotPassed()
    {
        Desk desk;
        desk.begin();
        QVERIFY(desk.next(2));
        desk.answerCompany();
        QVERIFY(desk.next(3));
        auto* findings = desk.part<FindingList>(u"wizard.source.findings"_s);
        desk.type(u"source.folder"_s, desk.path(u"gibt es nicht"_s));
        desk.click(u"wizard.source.test"_s);
        QTRY_VERIFY2(findings->text().contains(u"There is no such folder"_s), qPrintable(findings->text()));
        desk.click(u"wizard.next"_s);
        QTRY_VERIFY(desk.part<QAbstractButton>(u"wizard.next"_s)->isEnabled() && findings->text().contains(u"There is no such folder"_s));
        QCOMPARE(desk.sheet->question(), 3);
        desk.rested();
        desk.type(u"source.folder"_s, desk.write(u"datei.xml"_s, "x"));
        QCOMPARE(findings->text(), QString{});                                  // what was found belongs to another folder
        desk.click(u"wizard.source.test"_s);
        QTRY_VERIFY2(findings->text().contains(u"This is a file"_s), qPrintable(findings->text()));
        desk.line(u"source.folder"_s)->selectAll();
        QTest::keyClick(desk.line(u"source.folder"_s), Qt::Key_Delete);
        QVERIFY(desk.next(4));                                                  // by hand, then
    }
    void aFirstFileThatIsNoInvoiceIsShownWithWhatToDo()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"in"_s);
        desk.write(u"in/a.xml"_s, "<Invoice><cut");
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        desk.type(u"source.folder"_s, folder);
        desk.click(u"wizard.source.test"_s);
        auto* findings = desk.part<FindingList>(u"wizard.source.findings"_s);
        QTRY_VERIFY2(findings->text().contains(u"a.xml, would be refused"_s), qPrintable(findings->text()));
        QVERIFY(desk.next(4));                                                  // one bad file is no reason to stop
    }
    void walkingPastTheTablesChoosesNone()
    {
        Desk desk;
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        QCOMPARE(focused(), u"wizard.source.documents"_s);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        QCOMPARE(focused(), u"wizard.source.orders"_s);
        QTest::qWait(300);
        QCOMPARE(desk.settings.value(u"source.table"_s), u"none"_s);
        QVERIFY(!desk.onDisk().contains(u"orders.port"_s));                     // nothing is opened by walking either
    }
    void theDoorForOrdersIsOpenedByItsTest()
    {
        Desk desk;
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        desk.click(u"wizard.source.orders"_s);
        QTRY_COMPARE(desk.line(u"orders.port"_s)->text(), u"8470"_s);
        QVERIFY(desk.part<QWidget>(u"settings.secret.orders"_s)->isVisible());
        desk.click(u"wizard.source.test"_s);                                    // the stations here have no door: it stays closed
        auto* findings = desk.part<FindingList>(u"wizard.source.findings"_s);
        QTRY_VERIFY2(findings->text().contains(u"The door is closed"_s), qPrintable(findings->text()));
        QCOMPARE(desk.settings.value(u"orders.port"_s), u"8470"_s);
        desk.type(u"orders.port"_s, u"abc"_s);
        desk.click(u"wizard.next"_s);
        QTRY_COMPARE(desk.message(u"orders.port"_s), u"This number is not allowed here"_s);
        QCOMPARE(desk.sheet->question(), 3);
    }
    // One way at a time: the one chosen before brings nothing any more.
    void anotherWayEndsTheOneBefore()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"in"_s);
        desk.write(u"in/a.xml"_s, "<Invoice><cut");
        desk.set(u"orders.port"_s, u"8470"_s);
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        desk.click(u"wizard.source.documents"_s);
        desk.type(u"source.folder"_s, folder);
        QVERIFY(desk.next(4));
        QCOMPARE(desk.settings.value(u"source.folder"_s), folder);
        QCOMPARE(desk.settings.value(u"orders.port"_s), u"0"_s);
        QCOMPARE(desk.onDisk().value(u"orders.port"_s, u"0"_s), u"0"_s);

        Desk other;
        other.set(u"source.folder"_s, folder);
        other.set(u"setup.question"_s, u"3"_s);
        other.begin();
        other.click(u"wizard.source.orders"_s);
        QTRY_COMPARE(other.line(u"orders.port"_s)->text(), u"8470"_s);
        QVERIFY(other.next(4));
        QCOMPARE(other.settings.value(u"orders.port"_s), u"8470"_s);
        QVERIFY(!other.settings.isSet(u"source.folder"_s));
        QVERIFY(other.onDisk().value(u"source.folder"_s).isEmpty());
    }
    void theLanguageIsSpokenAtOnce()
    {
        Desk desk;
        QTranslator german, english;
        QVERIFY(german.load(u":/i18n/tresen_de.qm"_s));
        QVERIFY(english.load(u":/i18n/tresen_en.qm"_s));
        desk.set(u"ui.language"_s, u"en"_s);
        desk.begin();
        connect(desk.sheet, &WizardSheet::lookChanged, desk.sheet, [&] {
            QCoreApplication::removeTranslator(&german);
            if (desk.settings.value(u"ui.language"_s) == u"de") QCoreApplication::installTranslator(&german);
        });
        QCOMPARE(focused(), u"wizard.language.en"_s);
        key(Qt::Key_Up);
        QTRY_COMPARE(desk.where(), u"1 von 5"_s);
        QCOMPARE(desk.settings.value(u"ui.language"_s), u"de"_s);
        QCOMPARE(services::Settings::readDesk(desk.folder.filePath(u"desk.json"_s)).value(u"ui.language"_s), u"de"_s);
        QTRY_COMPARE(focused(), u"wizard.language.de"_s);
        key(Qt::Key_Down);
        QTRY_COMPARE(desk.where(), u"1 of 5"_s);
        QTRY_COMPARE(focused(), u"wizard.language.en"_s);
    }
    void theSampleWorkshopIsAskedForAtTheEnd()
    {
        Desk desk;
        desk.set(u"setup.question"_s, u"5"_s);
        desk.begin();
        QSignalSpy sample{desk.sheet, &WizardSheet::sampleRequested};
        desk.click(u"wizard.start.sample"_s);
        desk.click(u"wizard.next"_s);
        QTRY_COMPARE(sample.count(), 1);
        QCOMPARE(desk.state(), u"done"_s);
        QVERIFY(!desk.settings.training());                                     // this profile stays a real one
    }
    void aSecondClickDoesNotPassAQuestionOver()
    {
        Desk desk;
        desk.set(u"setup.question"_s, u"4"_s);
        desk.begin();
        auto* next = desk.part<QAbstractButton>(u"wizard.next"_s);
        QTest::mouseDClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(desk.sheet->question(), 5);
        QTest::qWait(100);
        QVERIFY(desk.sheet->isOpen());
    }
    void theTestPageIsOnePageA4()
    {
        Desk desk;
        desk.set(u"company.name"_s, u"Autohaus Lindner"_s);
        desk.set(u"setup.question"_s, u"4"_s);
        desk.begin();
        desk.click(u"wizard.printer.test"_s);
        QBuffer buffer{&desk.printed};
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QTRY_COMPARE(document.status(), QPdfDocument::Status::Ready);
        QCOMPARE(document.pageCount(), 1);
        QCOMPARE(document.pagePointSize(0).toSize(), QSizeF(595, 842).toSize());
    }
    void everythingHasANameAndFits_data()
    {
        QTest::addColumn<int>("question");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QString>("language");
        for (int question = 1; question <= domain::kSetupQuestions; ++question)
            for (const auto& language : {u"de"_s, u"en"_s}) {
                const auto name = u"%1 %2"_s.arg(question).arg(language);
                QTest::newRow(qPrintable(name)) << question << QSize{1440, 900} << 100 << language;
                QTest::newRow(qPrintable(name + u" small, 150 %"_s)) << question << QSize{1024, 680} << 150 << language;
            }
    }
    void everythingHasANameAndFits()
    {
        QFETCH(int, question);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/tresen_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        applyTheme(*qApp, ThemeKind::HighContrast, percent / 100.0);
        {
            Desk desk{size};
            desk.set(u"setup.question"_s, QString::number(question));
            desk.begin();
            if (question == 3) desk.click(u"wizard.source.orders"_s);
            QTest::qWait(50);
            QCOMPARE(test::namelessIn(*desk.sheet), QStringList{});
            QCOMPARE(test::cutIn(*desk.sheet), QStringList{});
            // No button narrower than its words, nothing of the foot outside.
            for (auto* button : desk.sheet->findChildren<ActionButton*>()) {
                if (!button->isVisible()) continue;
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
                QVERIFY2(button->height() >= qRound(44 * percent / 100.0), qPrintable(button->text()));
            }
            const QRect next{desk.part<QWidget>(u"wizard.next"_s)->mapTo(desk.sheet, QPoint{}), desk.part<QWidget>(u"wizard.next"_s)->size()};
            QVERIFY(desk.sheet->rect().contains(next));
            // Every label shows all its words.
            for (auto* label : desk.sheet->findChildren<QLabel*>())
                if (label->isVisible() && label->wordWrap()) QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        applyTheme(*qApp, ThemeKind::Light);
        QCoreApplication::removeTranslator(&translator);
    }
};

QTEST_MAIN(TstWizard)
#include "tst_wizard.moc"
