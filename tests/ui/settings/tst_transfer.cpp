// Settings as a file, by clicks: what is written comes in again elsewhere, what would change is shown first, a locked one wants a reason, and a file from
// somewhere changes nothing.
#include "app/core/limits.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/settings/import_sheet.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/transfer_card.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstTransfer : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        explicit Desk(QSize size = {1344, 812})
        {
            page.resize(size);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
            page.showSection(u"store"_s);
        }
        TransferCard* card() { return page.findChild<TransferCard*>(); }
        QString result() { return test::part<QLabel>(page, u"settings.transfer.result"_s)->text(); }
        ImportSheet* sheet() { return page.findChild<ImportSheet*>(); }
        QAbstractButton* button(const QString& name) { return test::part<QAbstractButton>(*sheet(), name); }
        void furnish()
        {
            set(u"company.name"_s, u"Autohaus Lindner"_s);
            set(u"payee.holder"_s, u"Autohaus Lindner GmbH"_s);
            set(u"payee.iban"_s, u"DE89370400440532013000"_s);
            set(u"desk.name"_s, u"Theke 2"_s);
            set(u"store.url"_s, u"postgresql://desk:geheim@db/x"_s);
        }
        QString exported(const QString& name)
        {
            card()->exportTo(path(name));
            if (!QTest::qWaitFor([&] { return result().startsWith(u"Written"_s); }, 10'000)) qFatal("not written");
            return path(name);
        }
        bool opened(const QString& file)
        {
            card()->importFrom(file);
            const bool there = QTest::qWaitFor([&] { return sheet() && sheet()->isOpen(); }, 10'000);
            QTest::qWait(Sheet::kEnterInertMs + 30);
            return there;
        }
    };
    static QByteArray contents(const QString& file)
    {
        QFile f{file};
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void whatIsWrittenComesInElsewhere()
    {
        Desk from;
        from.furnish();
        from.secrets.kept.insert(u"mail.password"_s, u"hochgeheim"_s);
        const auto file = from.exported(u"alles.json"_s);
        QVERIFY(!contents(file).contains("geheim"));
        QVERIFY(from.result().contains(u"belongs to this desk or holds a password"_s));
        Desk to;
        QVERIFY(to.opened(file));
        QCOMPARE(to.button(u"import.take"_s)->text(), u"Change 4 setting(s)"_s);
        QVERIFY(!test::part<QLineEdit>(*to.sheet(), u"import.reason"_s)->isVisible());          // nothing locked is set yet
        QTest::mouseClick(to.button(u"import.take"_s), Qt::LeftButton);
        QTRY_COMPARE(to.settings.value(u"payee.iban"_s), u"DE89370400440532013000"_s);
        QTRY_COMPARE(to.result(), u"4 setting(s) taken over."_s);
        auto expected = from.settings.stored();
        expected.remove(u"store.url"_s);
        QCOMPARE(to.settings.stored(), expected);
        to.card()->importFrom(file);
        QTRY_VERIFY(to.result().startsWith(u"Nothing would change"_s));
    }
    void whatADeskHasOverTheWorkshopsStaysApart()
    {
        Desk from;
        from.set(u"source.folder"_s, u"/srv/in"_s);
        bool stored = false;
        from.settings.setAt(services::SettingPlace::Desk, u"source.folder"_s, u"/mnt/in"_s, {}, [&stored](const Result<Ok>& done) { stored = done.ok(); });
        QTRY_VERIFY(stored);
        const auto file = from.exported(u"zwei.json"_s);
        Desk to;
        QVERIFY(to.opened(file));
        QCOMPARE(to.button(u"import.take"_s)->text(), u"Change 2 setting(s)"_s);
        const auto words = [&](const QString& row) {
            QStringList out;
            for (const auto* label : test::part<QWidget>(*to.sheet(), row)->findChildren<QLabel*>()) out << label->text();
            return out.join(u'|');
        };
        QVERIFY2(words(u"import.change.source.folder"_s).contains(u"/srv/in"_s), qPrintable(words(u"import.change.source.folder"_s)));
        QVERIFY2(words(u"import.own.source.folder"_s).contains(u"at this desk only"_s), qPrintable(words(u"import.own.source.folder"_s)));
        QTest::mouseClick(to.button(u"import.take"_s), Qt::LeftButton);
        QTRY_COMPARE(to.settings.value(u"source.folder"_s), u"/mnt/in"_s);
        QTRY_COMPARE(to.settings.siteValue(u"source.folder"_s), u"/srv/in"_s);
        // Without what belongs to one desk only the workshop's value comes alone.
        Desk third;
        QVERIFY(third.opened(file));
        test::part<QCheckBox>(*third.sheet(), u"import.desk"_s)->setChecked(false);
        QTRY_COMPARE(third.button(u"import.take"_s)->text(), u"Change 1 setting(s)"_s);
        QTest::mouseClick(third.button(u"import.take"_s), Qt::LeftButton);
        QTRY_COMPARE(third.settings.value(u"source.folder"_s), u"/srv/in"_s);
        QVERIFY(!third.settings.hasOwn(u"source.folder"_s));
    }
    void anAccountWantsAReason()
    {
        Desk from;
        from.furnish();
        const auto file = from.exported(u"konto.json"_s);
        Desk to;
        to.set(u"payee.iban"_s, u"DE02120300000000202051"_s);
        const auto before = to.settings.stored();
        QVERIFY(to.opened(file));
        auto* reason = test::part<QLineEdit>(*to.sheet(), u"import.reason"_s);
        QVERIFY(reason->isVisible());
        QCOMPARE(QApplication::focusWidget(), reason);
        QVERIFY(!to.button(u"import.take"_s)->isEnabled());
        QTest::keyClick(reason, Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(to.settings.stored(), before);
        QTest::keyClicks(reason, u"Umzug auf den neuen Rechner"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE(to.settings.value(u"payee.iban"_s), u"DE89370400440532013000"_s);
        bool found = false;
        for (const auto& entry : test::got(to.journal.entries(0, 100)).value())
            if (const auto* e = entry.event.as<domain::SettingChanged>(); e && e->key == u"payee.iban" && e->reason == u"Umzug auf den neuen Rechner") found = true;
        QVERIFY(found);
    }
    void withoutWhatBelongsToTheDesk()
    {
        Desk from;
        from.furnish();
        const auto file = from.exported(u"ohne.json"_s);
        Desk to;
        QVERIFY(to.opened(file));
        auto* desk = test::part<QCheckBox>(*to.sheet(), u"import.desk"_s);
        QTest::mouseClick(desk, Qt::LeftButton, {}, {12, desk->height() / 2});
        QCOMPARE(to.button(u"import.take"_s)->text(), u"Change 3 setting(s)"_s);
        QTest::mouseClick(to.button(u"import.take"_s), Qt::LeftButton);
        QTRY_COMPARE(to.settings.value(u"company.name"_s), u"Autohaus Lindner"_s);
        QCOMPARE(to.settings.value(u"desk.name"_s), u"Theke 1"_s);
    }
    void leavingChangesNothing()
    {
        Desk from;
        from.furnish();
        const auto file = from.exported(u"x.json"_s);
        Desk to;
        QVERIFY(to.opened(file));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!to.sheet());
        QVERIFY(to.settings.stored().isEmpty());
    }
    void filesFromSomewhereChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("no JSON") << QByteArray{"%PDF-1.4"} << u"The file is damaged or no JSON"_s;
        QTest::newRow("foreign") << QByteArray{"{}"} << u"This is no file of settings of Tresen"_s;
        QTest::newRow("newer") << QByteArray{"{\"schema\": \"tresen.settings/9\"}"} << u"A newer Tresen has written this file (version 9)"_s;
        QTest::newRow("unknown") << QByteArray{"{\"schema\": \"tresen.settings/1\", \"site\": {\"company.nmae\": \"x\"}}"} << u"The file names a setting nobody knows: company.nmae"_s;
        QTest::newRow("half of it is wrong") << QByteArray{"{\"schema\": \"tresen.settings/1\", \"site\": {\"company.city\": \"Olching\", \"payee.iban\": \"DE1\"}}"}
                                             << u"Account number (IBAN): This account number is wrong"_s;
        QTest::newRow("kind of data") << QByteArray{"{\"schema\": \"tresen.settings/1\", \"site\": {\"profile.kind\": \"sample\"}}"} << u"This setting belongs to one desk alone"_s;
        QTest::newRow("training for a real one") << QByteArray{"{\"schema\": \"tresen.settings/1\", \"site\": {\"portal.id\": \"training\"}}"} << u"The training portal takes no real money"_s;
        QTest::newRow("deep") << QByteArray(50'000, '{') << u"The file is built in a way no file of settings is"_s;
        QTest::newRow("large") << QByteArray(limits::kMaxSettingsFile + 1, ' ') << u"The file is too large"_s;
    }
    void filesFromSomewhereChangeNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Desk desk;
        desk.card()->importFrom(desk.write(u"fremd.json"_s, bytes));
        QTRY_VERIFY2(desk.result().startsWith(words), qPrintable(desk.result()));
        QVERIFY(!desk.sheet());
        QVERIFY(desk.settings.stored().isEmpty());
    }
    void noFileAndNoPlaceAreTold()
    {
        Desk desk;
        desk.card()->importFrom(desk.path(u"gibt es nicht.json"_s));
        QTRY_VERIFY(!desk.result().isEmpty());
        desk.card()->exportTo(u"/nirgendwo/x.json"_s);
        QTRY_VERIFY(!desk.result().isEmpty() && !desk.result().startsWith(u"Written"_s));
    }
    void theSearchFindsItByItsWords()
    {
        Desk desk;
        auto* search = test::part<QLineEdit>(desk.page, u"settings.search"_s);
        search->setFocus();
        QTest::keyClicks(search, u"export"_s);
        QTRY_VERIFY(desk.card()->isVisible());
        search->selectAll();
        QTest::keyClicks(search, u"town"_s);
        QTRY_VERIFY(!desk.card()->isVisible());
        QTest::keyClick(search, Qt::Key_Return);                                 // and there it is
        QCOMPARE(QApplication::focusWidget()->objectName(), u"settings.input.company.city"_s);
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, u"mollie"_s);                                   // by what can be chosen, too
        QTRY_VERIFY(test::part<QWidget>(desk.page, u"settings.field.portal.id"_s)->isVisible());
    }
    void theFirstSetUpIsAskedFor()
    {
        Desk desk;
        QSignalSpy asked{&desk.page, &SettingsPage::setUpRequested};
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"settings.set_up"_s), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }
    void everythingHasANameAndFits()
    {
        Desk from;
        from.furnish();
        const auto file = from.exported(u"x.json"_s);
        applyTheme(*qApp, ThemeKind::Dark, 1.5);
        {
            Desk to{{1200, 760}};
            to.set(u"payee.iban"_s, u"DE02120300000000202051"_s);
            QVERIFY(to.opened(file));
            QCOMPARE(test::namelessIn(*to.sheet()), QStringList{});
            QCOMPARE(test::cutIn(*to.sheet()), QStringList{});
            QVERIFY(to.button(u"import.take"_s)->width() >= to.button(u"import.take"_s)->sizeHint().width());
        }
        applyTheme(*qApp, ThemeKind::Light);
    }
};

QTEST_MAIN(TstTransfer)
#include "tst_transfer.moc"
