// The window of a damaged store, over real damaged files: it says what can be read and what the backup lacks, asks twice before something is put in place, and
// what it says it has done is done. By keys and clicks, in both languages and at every size.
#include "app/main/damaged_store.h"
#include "app/services/backups.h"
#include "tests/app/store/store_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/reason_form.h"
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using tresen::app::DamagedStore;
using tresen::ui::DamageWindow;

class TstDamagedStore final : public QObject {
    Q_OBJECT

    // A profile whose journal has three invoices more than its backup.
    struct Shop {
        QTemporaryDir folder;
        ManualClock clock{Instant{1'764'000'000'123}};
        qint64 entries = 0, inBackup = 0;
        store::StoreConfig config() const
        {
            store::StoreConfig c;
            c.file = folder.filePath(u"tresen.db"_s);
            c.documentFolder = folder.filePath(u"documents"_s);
            c.origin = {u"Haupthaus"_s, u"desk 1"_s, u"Frau Kern"_s};
            return c;
        }
        qint64 count() const
        {
            store::SqlJournal journal{config(), clock};
            if (!got(journal.open()) || !got(journal.verify()).value().ok()) return -1;
            return got(journal.facts()).value().entries;
        }
        bool raw(const char* sql) const
        {
            sqlite3* db = nullptr;
            const bool done = sqlite3_open(config().file.toUtf8().constData(), &db) == SQLITE_OK && sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
            sqlite3_close(db);
            return done;
        }
        explicit Shop(bool withBackup = true)
        {
            store::SqlJournal journal{config(), clock};
            if (!got(journal.open())) qFatal("no journal");
            for (int i = 0; i < 5; ++i) {
                if (i == 2 && withBackup) {
                    inBackup = got(journal.facts()).value().entries;
                    QDir{}.mkpath(folder.filePath(u"backups"_s));
                    if (!got(journal.backup(folder.filePath(u"backups/"_s + services::Backups::nameOf(u"0123456789ab"_s, clock.now(), false))))) qFatal("no backup");
                }
                clock.advance(60'000);
                if (!got(journal.decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i), u"k%1"_s.arg(i)))))) qFatal("not booked");
            }
            entries = got(journal.facts()).value().entries;
        }
        bool damageTruth() const { return raw("DROP TRIGGER journal_no_update; UPDATE journal SET user_name = 'x' WHERE seq = 1"); }
    };
    struct Shown {
        bool letGo = false;
        DamagedStore damaged;
        QSignalSpy ended{&damaged, &DamagedStore::ended};
        QPointer<DamageWindow> window;
        explicit Shown(const Shop& shop, const store::StoreConfig& config)
            : damaged{shop.folder.path(), config, Error{Fault::Corrupt, u"store.damaged"_s, u"page 7"_s}, [this] { letGo = true; }, nullptr}
        {
            damaged.show();
            for (auto* widget : QApplication::topLevelWidgets())
                if (auto* found = qobject_cast<DamageWindow*>(widget)) window = found;
            window->activateWindow();
        }
        template <class T> T* part(const QString& name) const
        {
            auto* found = window->findChild<T*>(u"damage."_s + name);
            if (!found) qFatal("no %s", qPrintable(name));
            return found;
        }
        QString text(const QString& name) const { return part<QLabel>(name)->text(); }
        bool sees(const QString& name) const { return part<QWidget>(name)->isVisible(); }
        QString choice(DamageWindow::Choice c) const { return u"choice%1"_s.arg(static_cast<int>(c)); }
        bool asks() const { return QTest::qWaitFor([this] { return sees(u"next"_s); }, 20'000); }
        bool told() const { return QTest::qWaitFor([this] { return sees(u"told"_s); }, 60'000); }
    };
    using Choice = DamageWindow::Choice;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{u"QWidget|QLayout|QObject"_s});
        ui::applyTheme(*qApp, ui::ThemeKind::Light);
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    }

    void plainWordsFirstAndWhatTheDatabaseSaysForSupport()
    {
        const Shop shop;
        QVERIFY(shop.damageTruth());
        const auto backups = QDir{shop.folder.filePath(u"backups"_s)};
        QFile newer{backups.filePath(services::Backups::nameOf(u"0123456789ab"_s, Instant{QDateTime::currentMSecsSinceEpoch() + 86'400'000}, false))};
        QVERIFY(newer.open(QIODevice::WriteOnly) && newer.write("not a backup") > 0);
        newer.close();
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        QVERIFY2(shown.text(u"found"_s).startsWith(u"A part of the stored data can no longer be read"), qPrintable(shown.text(u"found"_s)));
        for (const auto* raw : {"page 7", "store.damaged", "backup.damaged"}) {
            for (const auto* part : {"title", "found", "missing"}) QVERIFY2(!shown.text(QString::fromLatin1(part)).contains(QLatin1StringView{raw}), qPrintable(shown.text(QString::fromLatin1(part))));
            QVERIFY2(shown.text(u"support"_s).contains(QLatin1StringView{raw}), qPrintable(shown.text(u"support"_s)));
        }
        QVERIFY2(shown.text(u"missing"_s).contains(QFileInfo{newer.fileName()}.fileName()), qPrintable(shown.text(u"missing"_s)));
    }
    void theBackupAndWhatFollowsByKeyboard()
    {
        const Shop shop;
        QVERIFY(shop.damageTruth());
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        QVERIFY(shown.letGo);
        QCOMPARE(shown.text(u"cell11"_s), QString::number(shop.entries - 1));
        QCOMPARE(shown.text(u"cell12"_s), QString::number(shop.inBackup));
        QCOMPARE(shown.text(u"cell21"_s), u"5"_s);
        QCOMPARE(shown.text(u"cell22"_s), u"2"_s);
        QCOMPARE(shown.text(u"cell41"_s), u"1"_s);
        QVERIFY2(shown.text(u"missing"_s).contains(u"damaged data: %1,"_s.arg(shop.entries - shop.inBackup)), qPrintable(shown.text(u"missing"_s)));
        QVERIFY(!shown.sees(shown.choice(Choice::Remake)));
        QVERIFY(shown.part<ui::OptionButton>(shown.choice(Choice::Salvage))->isChecked());
        QTRY_VERIFY(shown.part<QWidget>(u"next"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(shown.sees(u"sure"_s));
        QVERIFY(shown.part<QWidget>(u"no"_s)->hasFocus());     // the careful answer lies under the hand
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(shown.sees(u"next"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);   // No
        QVERIFY(shown.sees(u"next"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(shown.part<QWidget>(u"yes"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(shown.told());
        QCOMPARE(shown.text(u"told"_s), u"The backup is in place. Please start Tresen again."_s);
        QVERIFY2(shown.text(u"told.words"_s).startsWith(u"Later entries brought along: %1. Lost: 0."_s.arg(shop.entries - shop.inBackup)), qPrintable(shown.text(u"told.words"_s)));
        QVERIFY(!shown.sees(u"more"_s));
        QCOMPARE(shop.count(), shop.entries);
        QCOMPARE(QDir{shop.folder.path()}.entryList({u"tresen.db.replaced-*"_s}, QDir::Files).filter(QRegularExpression{u"\\d$"_s}).size(), 1);
        QTest::keyClick(shown.part<QWidget>(u"end"_s), Qt::Key_Space);
        QCOMPARE(shown.ended.count(), 1);
    }
    void theBackupAloneByMouse()
    {
        const Shop shop;
        QVERIFY(shop.damageTruth());
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        QTest::mouseClick(shown.part<QWidget>(shown.choice(Choice::BackupAlone)), Qt::LeftButton);
        QTest::mouseClick(shown.part<QWidget>(u"next"_s), Qt::LeftButton);
        QVERIFY2(shown.text(u"sure.words"_s).contains(u"missing then: %1."_s.arg(shop.entries - shop.inBackup)), qPrintable(shown.text(u"sure.words"_s)));
        QTest::mouseClick(shown.part<QWidget>(u"yes"_s), Qt::LeftButton);
        QVERIFY(shown.told());
        QCOMPARE(shop.count(), shop.inBackup);
    }
    void whatIsWholeIsMadeAnew()
    {
        const Shop shop{false};
        QVERIFY(shop.raw("UPDATE item SET number = 'R-9' WHERE number = 'R-1'"));
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        QVERIFY(shown.part<ui::OptionButton>(shown.choice(Choice::Remake))->isChecked());
        QVERIFY(!shown.sees(shown.choice(Choice::BackupAlone)));
        QVERIFY(shown.text(u"missing"_s).contains(u"No good backup was found"_s));
        QTest::mouseClick(shown.part<QWidget>(u"next"_s), Qt::LeftButton);
        QVERIFY(shown.told());
        QCOMPARE(shown.text(u"told"_s), u"Everything is in order again. Please start Tresen again."_s);
        QCOMPARE(shop.count(), shop.entries);
    }
    void whatCanBeReadIsSavedAndTheChoicesComeBack()
    {
        const Shop shop{false};
        QVERIFY(shop.damageTruth());
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        QVERIFY(shown.part<ui::OptionButton>(shown.choice(Choice::Close))->isChecked());
        QTest::mouseClick(shown.part<QWidget>(shown.choice(Choice::Export)), Qt::LeftButton);
        QTest::mouseClick(shown.part<QWidget>(u"next"_s), Qt::LeftButton);
        QDir{}.mkpath(shop.folder.filePath(u"out"_s));
        auto* dialog = shown.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(shop.folder.filePath(u"out"_s));
        dialog->close();
        QVERIFY(shown.told());
        QCOMPARE(QDir{shop.folder.filePath(u"out"_s)}.entryList({u"tresen-readable-*.jsonl"_s}).size(), 2);
        QTest::mouseClick(shown.part<QWidget>(u"more"_s), Qt::LeftButton);
        QVERIFY(shown.sees(u"next"_s));
        QTest::keyClick(shown.part<QWidget>(u"next"_s), Qt::Key_Escape);
        QCOMPARE(shown.ended.count(), 1);
        QVERIFY(shop.raw("SELECT 1"));
    }
    void onAServerItSaysWhatTheAdministratorDoes()
    {
        const Shop shop;
        auto config = shop.config();
        config.dialect = store::StoreConfig::Dialect::Postgres;
        config.host = u"127.0.0.1"_s;
        config.port = 1;   // nobody is there: what is said comes before
        config.database = u"none"_s;
        Shown shown{shop, config};
        const auto words = shown.text(u"administrator"_s);
        QVERIFY2(words.contains(u"tresen --profile"_s) && words.contains(u"restore \"FILE\" --salvage"_s), qPrintable(words));
        QVERIFY(shown.told());
        QCOMPARE(shown.text(u"told"_s), u"The data could not be looked at."_s);
        QVERIFY(!shown.sees(u"more"_s));   // there are no choices to go back to
    }
    void everySizeAndLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("scale");
        for (const auto* language : {"de", "en"})
            for (const double scale : {1.0, 1.5, 2.0}) QTest::addRow("%s %.0f %%", language, scale * 100) << QString::fromLatin1(language) << scale;
    }
    void everySizeAndLanguage()
    {
        QFETCH(QString, language);
        QFETCH(double, scale);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/tresen_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        ui::applyTheme(*qApp, ui::ThemeKind::Light, scale);
        const Shop shop;
        QVERIFY(shop.damageTruth());
        Shown shown{shop, shop.config()};
        QVERIFY(shown.asks());
        constexpr QSize kScreenAtTwice{960, 540};   // 1920x1080 at 200 %
        shown.window->resize(scale < 2 ? shown.window->minimumSize() : kScreenAtTwice);
        QTest::qWait(50);
        auto* area = shown.window->findChild<QScrollArea*>();
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        for (auto* button : shown.window->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || !button->objectName().startsWith(u"damage.")) continue;
            QVERIFY2(!button->text().isEmpty(), qPrintable(button->objectName()));
            const auto left = button->mapTo(area->widget(), QPoint{0, 0}).x();
            QVERIFY2(left + button->width() <= area->viewport()->width(), qPrintable(button->objectName()));
            QVERIFY2(button->width() >= std::min(button->sizeHint().width(), area->viewport()->width() - 2 * left), qPrintable(button->objectName()));
            if (auto* one = qobject_cast<ui::OptionButton*>(button)) QVERIFY2(one->sizeHint().width() <= one->width(), qPrintable(one->text()));
        }
        const bool german = language == u"de";
        QCOMPARE(shown.text(u"title"_s).startsWith(u"Die "), german);
        // What lies below the edge is reached with the keys.
        shown.part<QWidget>(shown.choice(Choice::Salvage))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(shown.part<QWidget>(u"next"_s)->hasFocus());
        QTRY_VERIFY(!shown.part<QWidget>(u"next"_s)->visibleRegion().isEmpty());
        if (qEnvironmentVariableIsSet("TRESEN_PICTURES")) shown.window->grab().save(qEnvironmentVariable("TRESEN_PICTURES") + u"/damage-%1-%2.png"_s.arg(language).arg(scale));
        QCoreApplication::removeTranslator(&words);
    }
};

QTEST_MAIN(TstDamagedStore)
#include "tst_damaged_store.moc"
