// The diagnostics page: backups made and tried by a click, the check with a way to end it, the log filtered, and a report that is seen before it is kept.
#include "tests/ui/pages_fixture.h"
#include "app/core/log_file.h"
#include "ui/common/action_button.h"
#include "ui/common/list_view.h"
#include "ui/health/diagnostics_page.h"
#include "ui/health/report_sheet.h"
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstDiagnosticsPage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        services::Backups backups{vault, settings, health, clock, folder.path()};
        services::Diagnosis diagnosis{journal, settings, clock, folder.path()};
        std::unique_ptr<DiagnosticsPage> page;

        explicit Desk(QSize size = {1344, 812})
        {
            connections.add(u"store"_s, [](const services::Done<Ok>& done) { done(Ok{}); });
            makeFolder(u"log"_s);
            QByteArray lines;
            lines += logLine({clock.now(), QtInfoMsg, u"tresen.app"_s, u"tresen 0.1.0"_s});
            lines += logLine({clock.now(), QtWarningMsg, u"tresen.peers"_s, u"portal.busy"_s});
            lines += logLine({clock.now(), QtCriticalMsg, u"tresen.store"_s, u"store.full"_s});
            write(u"log/tresen.log"_s, lines);
            page = std::make_unique<DiagnosticsPage>(DiagnosticsStations{vault, backups, diagnosis, connections});
            page->resize(size);
            page->show();
            if (!QTest::qWaitForWindowActive(page.get())) qFatal("no active window");
        }
        QString text(const QString& name) { return test::part<QLabel>(*page, name)->text(); }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(*page, name); }
        QAbstractItemModel* log() { return test::part<ListView>(*page, u"diagnostics.log.list"_s)->model(); }
    };

    QTranslator m_english;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
        QVERIFY(m_english.load(u":/i18n/tresen_en.qm"_s));   // one and several
        QCoreApplication::installTranslator(&m_english);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void aBackupIsMadeAndTried()
    {
        Desk desk;
        QCOMPARE(desk.text(u"diagnostics.backup.newest"_s), u"There is no backup yet."_s);
        QVERIFY(!desk.button(u"diagnostics.backup.try"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"diagnostics.backup.now"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desk.text(u"diagnostics.backup.result"_s).startsWith(u"Backup made and read again: "_s), 30'000);
        QVERIFY2(desk.text(u"diagnostics.backup.newest"_s).contains(u"1 kept"_s), qPrintable(desk.text(u"diagnostics.backup.newest"_s)));
        QTRY_VERIFY(desk.button(u"diagnostics.backup.try"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"diagnostics.backup.try"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desk.text(u"diagnostics.backup.result"_s).contains(u"can be restored: 0 invoices"_s), 30'000);
        QVERIFY(desk.button(u"diagnostics.backup.now"_s)->isEnabled());
    }
    void theCheckAnswersInPlace()
    {
        Desk desk;
        QTest::mouseClick(desk.button(u"diagnostics.backup.verify"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desk.text(u"diagnostics.backup.result"_s).startsWith(u"In order: "_s), 30'000);
        QVERIFY(desk.vault.lastReport().has_value());
        QVERIFY(desk.vault.lastReport()->ok());
    }
    void theLogIsFilteredByKindAndWords()
    {
        Desk desk;
        QTRY_COMPARE_WITH_TIMEOUT(desk.log()->rowCount(), 3, 10'000);
        QCOMPARE(desk.log()->index(0, 2).data().toString(), u"store.full"_s);   // the newest first
        auto* level = test::part<QComboBox>(*desk.page, u"diagnostics.log.level"_s);
        level->setCurrentIndex(1);
        QCOMPARE(desk.log()->rowCount(), 2);
        level->setCurrentIndex(2);
        QCOMPARE(desk.log()->rowCount(), 1);
        QCOMPARE(desk.log()->index(0, 1).data().toString(), u"Trouble"_s);
        level->setCurrentIndex(0);
        QTest::keyClicks(test::part<QLineEdit>(*desk.page, u"diagnostics.log.search"_s), u"PORTAL busy"_s);
        QCOMPARE(desk.log()->rowCount(), 1);
        QCOMPARE(desk.log()->index(0, 2).data().toString(), u"portal.busy"_s);
        QVERIFY(desk.text(u"diagnostics.log.count"_s).startsWith(u"1 shown, 3 in all"_s));
    }
    void theReportIsSeenBeforeItIsKept()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, u"DE89370400440532013000"_s);
        QImage picture{400, 300, QImage::Format_RGB32};
        picture.fill(Qt::darkGreen);
        desk.page->setPicture(picture);
        QTest::mouseClick(desk.button(u"diagnostics.report"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desk.page->findChild<ReportSheet*>() != nullptr, 30'000);
        auto* sheet = desk.page->findChild<ReportSheet*>();
        auto* text = test::part<QPlainTextEdit>(*sheet, u"report.text"_s);
        QVERIFY(text->toPlainText().contains(u"store.full"_s));
        QVERIFY(!text->toPlainText().contains(u"370400440532013000"_s));
        QVERIFY(!text->toPlainText().contains(u"picture_png"_s));
        auto* with = test::part<QCheckBox>(*sheet, u"report.with_picture"_s);
        QVERIFY(!with->isChecked());
        with->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u"picture_png"_s), 10'000);
        QVERIFY(test::part<QLabel>(*sheet, u"report.picture"_s)->isVisible());
        QTRY_VERIFY(test::part<ActionButton>(*sheet, u"report.save"_s)->isEnabled());
        const auto seen = QJsonDocument::fromJson(text->toPlainText().toUtf8()).object();
        QSignalSpy saved{desk.page.get(), &DiagnosticsPage::reportSaved};
        sheet->saveTo(desk.path(u"report.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 10'000);
        QFile file{desk.path(u"report.json"_s)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto kept = QJsonDocument::fromJson(file.readAll()).object();
        const auto png = QByteArray::fromBase64(kept[u"picture_png"_s].toString().toLatin1());
        QCOMPARE(QImage::fromData(png).size(), picture.size());
        kept[u"picture_png"_s] = seen[u"picture_png"_s];
        QCOMPARE(kept, seen);
    }
    void everythingHasANameAndFits()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 600}}) {
            Desk desk{size};
            QTRY_COMPARE_WITH_TIMEOUT(desk.log()->rowCount(), 3, 10'000);
            QTest::qWait(50);
            QCOMPARE(test::namelessIn(*desk.page), QStringList{});
            QCOMPARE(test::cutIn(*desk.page), QStringList{});
        }
    }
};

QTEST_MAIN(TstDiagnosticsPage)
#include "tst_diagnostics_page.moc"
