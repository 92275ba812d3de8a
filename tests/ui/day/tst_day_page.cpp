// The day's money and exceptions, looked through and printed, over a real store.
#include "app/services/reports.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/day/day_page.h"
#include <QAbstractItemView>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstDayPage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        services::Reports reports{journal};
        DayPage page{reports, clock};

        Desk()
        {
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
        }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(page, name); }
        QString cell(int row, int column) { return page.model().index(row, column).data().toString(); }
        void append(const domain::Event& event)
        {
            const auto done = test::got(journal.decide({}, [event](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{event}, {}, {}}; }));
            if (!done) qFatal("not stored: %s", qPrintable(done.error().code));
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void theDayIsShownAndLeft()
    {
        Desk desk;
        QTRY_COMPARE(desk.page.model().rowCount(), 0);
        QVERIFY(!desk.button(u"day.after"_s)->isEnabled());
        desk.takeIn({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s)), desk.write(u"b.xml"_s, Desk::sample(u"2026-4074"_s))});
        desk.payInFull(u"2026-4061"_s);
        const auto open = desk.rows();
        const auto other = std::find_if(open.begin(), open.end(), [](const auto& r) { return r.number == u"2026-4074"; });
        desk.append(domain::KeyReleased{other->key, other->invoice, u"Hr. Vogt"_s, true, u"override"_s, u"pays tomorrow"_s});
        QTest::keyClick(&desk.page, Qt::Key_F5);
        QTRY_COMPARE(desk.page.model().rowCount(), 3);   // cash, its sum, the exception
        QCOMPARE(desk.cell(0, DayModel::Kind), u"Cash"_s);
        QCOMPARE(desk.cell(0, DayModel::Amount), u"318,00\u00A0€"_s);
        QCOMPARE(desk.cell(1, DayModel::Kind), u"Sum"_s);
        QCOMPARE(desk.cell(2, DayModel::Kind), u"Key by exception"_s);
        QVERIFY2(desk.cell(2, DayModel::What).contains(u"2026-4074") && desk.cell(2, DayModel::What).contains(u"to Hr. Vogt: pays tomorrow"), qPrintable(desk.cell(2, DayModel::What)));
        QCOMPARE(desk.cell(2, DayModel::Who), u"Miriam Roth"_s);
        QVERIFY(desk.page.pdf(u"Autohaus"_s).startsWith("%PDF-"));
        QSignalSpy chosen{&desk.page, &DayPage::invoiceChosen};
        test::part<QAbstractItemView>(desk.page, u"day.list"_s)->setCurrentIndex(desk.page.model().index(2, 0));
        QTest::mouseClick(desk.button(u"day.invoice"_s), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QTest::mouseClick(desk.button(u"day.before"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.page.model().rowCount(), 0);
        QVERIFY(!desk.button(u"day.print"_s)->isEnabled());
        QTest::mouseClick(desk.button(u"day.today"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.page.model().rowCount(), 3);
    }
    void aDayOfManyEntriesIsReadInPages()
    {
        Desk desk;
        constexpr int kMany = services::Reports::kPage + 5;
        std::vector<ports::Job> jobs;
        for (int i = 0; i < kMany; ++i)
            jobs.push_back({{}, [](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{domain::SettingChanged{u"ui.theme"_s, u"dark"_s, u"light"_s, {}}}, {}, {}}; }});
        jobs.push_back({{}, [](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{domain::SettingChanged{u"payee.iban"_s, u"x"_s, u"y"_s, u"new bank"_s}}, {}, {}}; }});
        QVERIFY(test::got(desk.journal.decideAll(jobs)).ok());
        desk.page.setDay(desk.page.day());
        QTRY_COMPARE(desk.page.model().rowCount(), 1);
        QCOMPARE(desk.cell(0, DayModel::Kind), u"Locked setting"_s);
        QVERIFY(desk.cell(0, DayModel::What).contains(u"new bank"));
    }
    void noDayNoReport()
    {
        Desk desk;
        std::optional<QString> code;
        desk.reports.day({}, [&](const Result<services::DayView>& view) { code = view ? QString{} : view.error().code; });
        QTRY_VERIFY(code);
        QCOMPARE(*code, u"report.day"_s);
    }
};

QTEST_MAIN(TstDayPage)
#include "tst_day_page.moc"
