// The inbox, dropped on, clicked and typed at, over real stations and a real store.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/list_view.h"
#include "ui/intake/count_tile.h"
#include "ui/intake/drop_zone.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using Outcome = services::FileOutcome;

class TstIntakePage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        IntakePage page{intake, settings, clock};

        explicit Desk(QSize size = {1344, 812})
        {
            page.resize(size);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
        }
        void drop(const QStringList& paths)
        {
            QMimeData data;
            QList<QUrl> urls;
            for (const auto& path : paths) urls << QUrl::fromLocalFile(path);
            data.setUrls(urls);
            auto* zone = test::part<DropZone>(page, u"intake.zone"_s);
            QDragEnterEvent enter{{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
            QApplication::sendEvent(zone, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop{QPointF{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
            QApplication::sendEvent(zone, &drop);
        }
        void finish() { QTRY_VERIFY_WITH_TIMEOUT(!page.isRunning(), 30'000); }
        int count(const QString& tile) { return test::part<CountTile>(page, tile)->count(); }
        QString text(const QString& name) { return test::part<QLabel>(page, name)->text(); }
        QString cell(int row, int column) { return page.model().index(row, column).data().toString(); }
        ListView* list() { return test::part<ListView>(page, u"intake.list"_s); }
        void doubleClick(int row)
        {
            const auto at = list()->visualRect(page.model().index(row, 1)).center();
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, at);
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void droppedFilesAreTakenAndTheRefusedStandFirst()
    {
        Desk desk;
        const auto good = desk.write(u"RE_1.xml"_s, Desk::sample(u"2026-4061"_s));
        const auto empty = desk.write(u"leer.xml"_s, {});
        const auto scan = desk.write(u"scan_0412.pdf"_s, "%PDF-1.4 no invoice in here");
        QSignalSpy finished{&desk.page, &IntakePage::finished};
        desk.drop({good, empty, scan, desk.path(u"gone.xml"_s)});
        QVERIFY(desk.page.isRunning());
        desk.finish();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QCOMPARE(desk.count(u"intake.refused"_s), 3);
        const auto said = desk.text(u"intake.last"_s);   // invoices and files are two things
        QVERIFY2(said.contains(u"1 invoice") && said.contains(u"from 4 file"), qPrintable(said));
        QCOMPARE(desk.page.model().rowCount(), 4);
        for (int row = 0; row < 3; ++row) QCOMPARE(desk.cell(row, IntakeModel::Finding), u"Refused"_s);
        QCOMPARE(desk.cell(3, IntakeModel::File), u"RE_1.xml"_s);
        QCOMPARE(desk.cell(3, IntakeModel::Amount), u"318,00\u00A0€"_s);
        QVERIFY(desk.cell(3, IntakeModel::Invoice).startsWith(u"2026-4061"));
        QVERIFY(!desk.find(u"2026-4061"_s).isNull());
        for (int row = 0; row < 3; ++row) QVERIFY2(!desk.cell(row, IntakeModel::What).contains(u'('), qPrintable(desk.cell(row, IntakeModel::What)));   // worded, no bare code
    }
    void theSecondTimeEverythingIsKnown()
    {
        Desk desk;
        const auto file = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.drop({file});
        desk.finish();
        desk.drop({file});
        desk.finish();
        QCOMPARE(desk.count(u"intake.same"_s), 1);
        QCOMPARE(desk.count(u"intake.taken"_s), 0);
        QCOMPARE(desk.page.model().rowCount(), 1);
        QCOMPARE(desk.rows().size(), 1U);
    }
    void aNewVersionIsCountedAndOpens()
    {
        Desk desk;
        const auto first = desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s));
        desk.drop({first});
        desk.finish();
        auto changed = Desk::sample(u"2026-4061"_s);
        const auto before = changed;
        changed.replace("Caf\xC3\xA9", "Kaffee");
        QVERIFY(changed != before);
        desk.drop({desk.write(u"b.xml"_s, changed)});
        desk.finish();
        QCOMPARE(desk.count(u"intake.new"_s), 1);
        QCOMPARE(desk.page.model().openable(0), desk.find(u"2026-4061"_s));
    }
    void checkOnlyStoresNothing()
    {
        Desk desk;
        desk.makeFolder(u"in"_s);
        desk.write(u"in/a.xml"_s, Desk::sample(u"2026-4061"_s));
        QTest::mouseClick(test::part<QCheckBox>(desk.page, u"intake.dry"_s), Qt::LeftButton, {}, {10, 22});
        QSignalSpy chosen{&desk.page, &IntakePage::invoiceChosen};
        desk.drop({desk.path(u"in"_s)});
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QVERIFY(desk.rows().empty());
        QVERIFY(desk.text(u"intake.last"_s).startsWith(u"Only checked, nothing stored"));
        desk.doubleClick(0);
        QCOMPARE(chosen.count(), 0);   // there is nothing to open yet
    }
    void theWorkshopsFolderByButtonAndKey()
    {
        Desk desk;
        auto* button = test::part<ActionButton>(desk.page, u"intake.source"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->accessibleDescription().contains(u"no folder is set up"));
        desk.set(u"source.folder"_s, desk.makeFolder(u"in"_s));
        QVERIFY(button->isEnabled());
        desk.write(u"in/a.xml"_s, Desk::sample(u"2026-4061"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QTest::keyClick(desk.page.windowHandle(), Qt::Key_F5);
        desk.finish();
        QCOMPARE(desk.count(u"intake.same"_s), 1);
    }
    void enterAndDoubleClickOpenWhatWasTaken()
    {
        Desk desk;
        QSignalSpy chosen{&desk.page, &IntakePage::invoiceChosen};
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)), desk.write(u"b.xml"_s, "<x/>")});
        desk.finish();
        desk.doubleClick(0);
        QCOMPARE(chosen.count(), 0);   // refused
        desk.doubleClick(1);
        QCOMPARE(chosen.count(), 1);
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(1).at(0).value<domain::InvoiceId>(), desk.find(u"2026-4061"_s));
    }
    void aForeignAccountIsANoticeWithAWayOut()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, u"DE02120300000000202051"_s);
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QCOMPARE(desk.cell(0, IntakeModel::Finding), u"Notice"_s);
        QVERIFY2(desk.page.model().at(0).notices.contains(u"payee.differs"_s), qPrintable(desk.page.model().at(0).notices.join(u' ')));
    }
    void runsOfOthersLeaveTheListAlone()
    {
        Desk desk;
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.finish();
        desk.takeIn({desk.write(u"b.xml"_s, Desk::sample(u"2026-4074"_s))});
        QCOMPARE(desk.page.model().rowCount(), 1);
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
    }
    void linksToElsewhereAreNotTaken()
    {
        Desk desk;
        QMimeData data;
        data.setUrls({QUrl{u"https://example.org/a.xml"_s}});
        auto* zone = test::part<DropZone>(desk.page, u"intake.zone"_s);
        QDragEnterEvent enter{{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
        enter.ignore();
        QApplication::sendEvent(zone, &enter);
        QVERIFY(!enter.isAccepted());
    }
    void theListIsCappedAndKeepsWhatMatters()
    {
        constexpr int kFew = 50;   // the tester walks the whole list at each change
        IntakeModel model{nullptr, kFew};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.begin(false);
        std::vector<Outcome> many(kFew);
        for (auto& outcome : many) outcome.status = Outcome::Status::SameAgain;
        model.add(many);
        Outcome refused;
        refused.file = u"late.xml"_s;
        refused.error = Error{Fault::Invalid, u"xml.malformed"_s, {}};
        Outcome taken;
        taken.status = Outcome::Status::Taken;
        model.add({taken, refused});
        QCOMPARE(model.rowCount(), kFew);
        QCOMPARE(model.at(0).file, u"late.xml"_s);
        QCOMPARE(model.at(1).status, Outcome::Status::Taken);
        QCOMPARE(model.at(2).status, Outcome::Status::SameAgain);
        Outcome one;
        one.status = Outcome::Status::SameAgain;
        model.add({one});
        QCOMPARE(model.rowCount(), kFew);
    }
    void longRunsSayHowFarTheyAre()
    {
        Desk desk;
        desk.makeFolder(u"in"_s);
        for (int i = 0; i < 450; ++i) desk.write(u"in/%1.xml"_s.arg(i), "<x/>");
        desk.drop({desk.path(u"in"_s)});
        QStringList said;
        QTRY_VERIFY_WITH_TIMEOUT((said << desk.text(u"intake.progress"_s), !desk.page.isRunning()), 30'000);
        QVERIFY2(said.join(u'\n').contains(u"von") || said.join(u'\n').contains(u" of 450 files"), qPrintable(said.last()));
        QCOMPARE(desk.count(u"intake.refused"_s), 450);
        QVERIFY(desk.text(u"intake.count"_s).startsWith(u"450"));
    }
    void aRunThatIsTakenBackLeavesNothingInTheList()
    {
        Desk desk;
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 1);
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"intake.undo"_s), Qt::LeftButton);
        desk.finish();
        QCOMPARE(desk.count(u"intake.taken"_s), 0);
        QCOMPARE(desk.page.model().rowCount(), 0);
    }
    void whileItOnlyChecksTheFolderWaitsAndThePageSaysSo()
    {
        Desk desk;
        auto* dry = test::part<QCheckBox>(desk.page, u"intake.dry"_s);
        auto* waits = test::part<QLabel>(desk.page, u"intake.waits"_s);
        QSignalSpy held{&desk.page, &IntakePage::checkOnly};
        dry->setChecked(true);
        QCOMPARE(held.takeFirst().front().toBool(), true);
        QVERIFY(!waits->isVisible());   // no folder is watched
        desk.set(u"source.folder"_s, desk.makeFolder(u"in"_s));
        QTRY_VERIFY(waits->isVisible());
        QVERIFY(waits->text().startsWith(u"The workshop's folder waits"));
        dry->setChecked(false);
        QCOMPARE(held.takeFirst().front().toBool(), false);
        QVERIFY(!waits->isVisible());
    }
    void aForgottenCheckEndsByItself()
    {
        Desk desk;
        auto* dry = test::part<QCheckBox>(desk.page, u"intake.dry"_s);
        auto* forgotten = desk.page.findChild<QTimer*>(u"intake.forgotten"_s);
        QVERIFY(forgotten);
        QCOMPARE(forgotten->interval(), IntakePage::kCheckOnlyMs);
        forgotten->setInterval(600);
        QSignalSpy held{&desk.page, &IntakePage::checkOnly};
        dry->setChecked(true);
        QTest::qWait(400);
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});   // somebody is at it
        desk.finish();
        QVERIFY(dry->isChecked());
        QVERIFY(forgotten->remainingTime() > 250);
        QTRY_VERIFY(!dry->isChecked());
        QCOMPARE(held.size(), 2);
        QCOMPARE(held.back().front().toBool(), false);
        QVERIFY(desk.text(u"intake.last"_s).startsWith(u"Checking was left alone"));
    }
    void aCheckSaysNothingWasTakenAndNoFindingIsCut()
    {
        Desk desk;
        test::part<QCheckBox>(desk.page, u"intake.dry"_s)->setChecked(true);
        desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.finish();
        QCOMPARE(desk.cell(0, IntakeModel::Finding), u"In order"_s);
        const auto& theme = themeOf(desk.list());
        const FigureFont strong{theme.font(type::rowStrong)};
        for (const auto* word : {"Taken over", "Known already", "New version", "Refused"})   // the shape and the edges beside it
            QVERIFY2(strong.width(IntakeWords::tr(word)) <= desk.list()->columnWidth(IntakeModel::Finding) - theme.px(70), word);
    }
    void everyAdviceIsASentence()
    {
        for (const auto* code : {"pdf.no_invoice", "xml.dtd", "file.unreadable", "made.up"}) {
            Outcome o;
            o.error = Error{Fault::Invalid, QString::fromLatin1(code), {}};
            QVERIFY(!IntakeWords::todo(o, false).isEmpty());
            QVERIFY(!IntakeWords::what(o, false).isEmpty());
        }
    }
    void aColumnHasItsNameAndNotThatOfItsField()
    {
        Outcome o;
        o.status = Outcome::Status::Refused;
        o.error = Error{Fault::Invalid, u"date.unreadable"_s, u"issue_date 31.02.2026"_s};
        QCOMPARE(IntakeWords::what(o, false), u"A date cannot be read: Invoice date 31.02.2026"_s);
        o.error = Error{Fault::Invalid, u"amount.unreadable"_s, u"BT-115 12,x"_s};
        QCOMPARE(IntakeWords::what(o, false), u"An amount cannot be read: BT-115 12,x"_s);
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 592}}) {
            Desk desk{size};
            desk.set(u"source.folder"_s, desk.makeFolder(u"in"_s));
            desk.drop({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
            desk.finish();
            QCOMPARE(test::namelessIn(desk.page), QStringList{});
            QCOMPARE(test::cutIn(desk.page), QStringList{});
            QCOMPARE(desk.page.width(), size.width());
            test::part<QCheckBox>(desk.page, u"intake.dry"_s)->setFocus();
            QStringList walked;
            for (int i = 0; i < 4; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                walked << QApplication::focusWidget()->objectName();
            }
            QCOMPARE(walked, (QStringList{u"intake.files"_s, u"intake.folder"_s, u"intake.source"_s, u"intake.list"_s}));
        }
    }
};

QTEST_MAIN(TstIntakePage)
#include "tst_intake_page.moc"
