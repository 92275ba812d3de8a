// The first set-up where the workshop is set up already: at a further desk, and once more at one that is done.
#include "tests/ui/wizard/wizard_desk.h"
#include <QComboBox>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstWizardDesks : public QObject {
    Q_OBJECT

    using Desk = test::WizardDesk;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    // Its first set-up leaves alone what the workshop has; what differs here is kept here.
    void aFurtherDeskChangesNothingElsewhere()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"in"_s), own = desk.makeFolder(u"eigen"_s);
        for (const auto& in : {u"in"_s, u"eigen"_s}) desk.write(in + u"/a.xml"_s, test::PagesFixture::sample(u"2026-4121"_s));
        desk.set(u"source.folder"_s, folder);
        desk.set(u"source.table"_s, u"werbas"_s);
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        QCOMPARE(desk.line(u"source.folder"_s)->text(), QDir::toNativeSeparators(folder));
        desk.click(u"wizard.source.documents"_s);
        QTRY_COMPARE(desk.settings.value(u"source.table"_s), u"none"_s);
        desk.click(u"wizard.source.tables"_s);
        QTRY_COMPARE(desk.settings.value(u"source.table"_s), u"werbas"_s);
        QVERIFY(!desk.settings.hasOwn(u"source.table"_s));                       // the same again is the workshop's
        auto* table = desk.part<QComboBox>(u"wizard.input.source.table"_s);
        table->setFocus();
        table->setCurrentIndex(table->findData(u"datev"_s));
        Q_EMIT table->activated(table->currentIndex());
        QTRY_COMPARE(desk.settings.value(u"source.table"_s), u"datev"_s);
        desk.click(u"wizard.source.documents"_s);
        desk.type(u"source.folder"_s, own);
        QVERIFY(desk.next(4));
        QCOMPARE(desk.settings.value(u"source.folder"_s), own);
        QVERIFY(desk.settings.hasOwn(u"source.folder"_s));
        QCOMPARE(desk.settings.siteValue(u"source.folder"_s), folder);
        QCOMPARE(desk.settings.siteValue(u"source.table"_s), u"werbas"_s);
        QCOMPARE(desk.settings.value(u"source.table"_s), u"none"_s);
        // Back, and the workshop's folder again: it is followed.
        desk.click(u"wizard.back"_s);
        QTRY_COMPARE(desk.sheet->question(), 3);
        Desk::rested();
        desk.type(u"source.folder"_s, folder);
        QVERIFY(desk.next(4));
        QVERIFY(!desk.settings.hasOwn(u"source.folder"_s));
    }
    // Asked for once more, it changes what holds.
    void aDeskThatIsSetUpChangesTheWorkshops()
    {
        Desk desk;
        const auto folder = desk.makeFolder(u"in"_s), other = desk.makeFolder(u"neu"_s);
        desk.write(u"neu/a.xml"_s, test::PagesFixture::sample(u"2026-4121"_s));
        desk.set(u"source.folder"_s, folder);
        desk.set(u"setup.state"_s, u"done"_s);
        desk.set(u"setup.question"_s, u"3"_s);
        desk.begin();
        desk.type(u"source.folder"_s, other);
        QVERIFY(desk.next(4));
        QCOMPARE(desk.settings.siteValue(u"source.folder"_s), other);
        QVERIFY(!desk.settings.hasOwn(u"source.folder"_s));
    }
};

QTEST_MAIN(TstWizardDesks)
#include "tst_wizard_desks.moc"
