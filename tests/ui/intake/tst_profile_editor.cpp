// The editor of file forms by clicks and keys: a sample is loaded, a column changed, a question answered, the form kept and a file taken in by it; forms
// are changed, copied and deleted.
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/services/arrivals.h"
#include "app/services/documents.h"
#include "app/services/profiles.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/list_view.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/profile_sheet.h"
#include "ui/request/document_sheet.h"
#include "ui/settings/profiles_card.h"
#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

const QByteArray kOwnTable = "Beleg;Vom;Summe EUR;Halter;Extra\r\nR-1;02.11.2026;119,00;Anna Kern;1\r\nR-2;13.11.2026;1.234,56;Otto Kern;2\r\n";
const QByteArray kTwoReadings = "Invoice no,Invoice date,Gross,Customer\r\nR-1,03/04/2026,119.00,Anna Kern\r\nR-2,05/06/2026,238.00,Otto Kern\r\n";

} // namespace

class TstProfileEditor : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        adapters::table::TableReader tables;
        services::Profiles profiles{tables, settings};
        services::Arrivals arrivals{reader, tables, &adapters::order_json::readOrderDocument};
        services::Intake own{journal, feed, arrivals};
        QWidget window;
        ProfileSheet* sheet = nullptr;

        Desk()
        {
            window.resize(1400, 860);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        void open(const QString& form = {})
        {
            sheet = new ProfileSheet{profiles, &window};
            QObject::connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
            if (!form.isEmpty()) sheet->edit(form);
            sheet->open(sheet->firstInput());
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        void load(const QByteArray& bytes, const QString& name = u"sample.csv"_s)
        {
            sheet->openSample(write(name, bytes));
            QTRY_VERIFY(!sheet->proposal().profile.isEmpty() && !sheet->isLearning());
        }
        void settle() { QTRY_VERIFY(!sheet->isLearning()); }
        template <class T> T* part(const QString& name) { return test::part<T>(*sheet, name); }
        ActionButton* button(const QString& name) { return part<ActionButton>(u"profile."_s + name); }
        // As a hand does it: to the box, then by the arrow keys.
        void choose(const QString& name, const QString& value)
        {
            auto* box = part<CalmComboBox>(u"profile."_s + name);
            const int wanted = box->findData(value);
            if (wanted < 0) qFatal("no choice %s", qPrintable(value));
            box->setFocus();
            if (box->currentIndex() < 0) QTest::keyClick(box, Qt::Key_Home);
            while (box->currentIndex() != wanted) QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
            settle();
        }
        QString message() { return part<QLabel>(u"profile.message"_s)->text(); }
        QString totals() { return part<QLabel>(u"profile.totals"_s)->text(); }
        QString field(int column) { return sheet->proposal().columns[static_cast<std::size_t>(column) - 1].field; }
        void save()
        {
            QSignalSpy kept{sheet, &ProfileSheet::kept};
            QTest::mouseClick(button(u"save"_s), Qt::LeftButton);
            QTRY_COMPARE(kept.size(), 1);
        }
        QStringList outcomes(const QString& file)
        {
            QStringList out;
            const auto connection = QObject::connect(&own, &services::Intake::fileDone, &window, [&out](const services::FileOutcome& o) { out << codeOf(o.status); });
            bool done = false;
            arrivals.setOwnProfiles(profiles.own());
            own.take({file}, false, [&done](const Result<services::IntakeSummary>&) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, 30'000)) qFatal("the intake does not end");
            QObject::disconnect(connection);
            return out;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void withoutASampleNothingIsKept()
    {
        Desk desk;
        desk.open();
        QVERIFY(!desk.button(u"save"_s)->isEnabled());
        QVERIFY(!desk.button(u"save"_s)->toolTip().isEmpty());
        QVERIFY(desk.message().isEmpty());   // nothing is wrong yet
        QVERIFY(!desk.button(u"remove"_s)->isVisible());
        QTest::keyClick(desk.sheet, Qt::Key_Escape);
        QVERIFY(desk.profiles.own().empty());
    }
    void aFormIsTaughtKeptAndUsed()
    {
        Desk desk;
        desk.open();
        desk.load(kOwnTable);
        QCOMPARE(desk.part<QTableView>(u"profile.table"_s)->model()->rowCount(), 3);
        QCOMPARE(desk.part<QLineEdit>(u"profile.name"_s)->text(), u"sample"_s);
        QCOMPARE(desk.field(1), u"number"_s);
        QCOMPARE(desk.field(3), u"gross"_s);
        QVERIFY2(desk.totals().contains(u"1.353,56"_s), qPrintable(desk.totals()));
        // The last column is the order number.
        desk.choose(u"column.5"_s, u"order"_s);
        QCOMPARE(desk.field(5), u"order"_s);
        if (desk.sheet->proposal().isOpen()) {
            QTest::mouseClick(desk.button(u"confirm"_s), Qt::LeftButton);
            desk.settle();
        }
        QVERIFY2(desk.button(u"save"_s)->isEnabled(), qPrintable(desk.message()));
        desk.save();
        QCOMPARE(desk.profiles.own().size(), 1U);
        QCOMPARE(desk.profiles.own().front().name, u"sample"_s);
        const auto later = desk.write(u"later.csv"_s, "Beleg;Vom;Summe EUR;Halter;Extra\r\nR-7;04.12.2026;50,00;Ida Kern;A-9\r\n");
        QCOMPARE(desk.outcomes(later), QStringList{u"taken"_s});
        const auto rows = desk.rows();
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().open, domain::Money::cents(5000));
        QCOMPARE(rows.front().customer, u"Ida Kern"_s);
    }
    void theSameMeaningTwiceIsRefused()
    {
        Desk desk;
        desk.open();
        desk.load(kOwnTable);
        desk.choose(u"column.3"_s, u"gross"_s);
        desk.choose(u"column.5"_s, u"gross"_s);
        // Both were chosen by the person, so neither gives way.
        desk.choose(u"column.3"_s, u"net"_s);
        desk.choose(u"column.3"_s, u"gross"_s);
        QVERIFY(!desk.button(u"save"_s)->isEnabled());
        QVERIFY(!desk.message().isEmpty());
    }
    void aQuestionIsAnsweredBeforeItIsKept()
    {
        Desk desk;
        desk.open();
        desk.load(kTwoReadings);
        QVERIFY(desk.sheet->proposal().isOpen());
        QVERIFY(!desk.button(u"save"_s)->isEnabled());
        auto* days = desk.part<CalmComboBox>(u"profile.trait.dates"_s);
        QCOMPARE(days->currentIndex(), -1);
        desk.choose(u"trait.dates"_s, u"MM/dd/yyyy"_s);
        QVERIFY2(desk.button(u"save"_s)->isEnabled(), qPrintable(desk.message()));
        desk.save();
        const auto json = QJsonDocument::fromJson(desk.profiles.own().front().json).object();
        QCOMPARE(json[u"dates"].toArray(), QJsonArray{u"MM/dd/yyyy"_s});
    }
    // A column that may be a deposit: no amount is read before somebody has said what it is, and one click for all of them does not say it.
    void whatMayBeADepositIsAsked()
    {
        Desk desk;
        desk.open();
        desk.load("Beleg;Rechnungsdatum;Rechnungsbetrag;Kunde;Extra\r\nR-1;02.11.2026;431,52;Anna Kern;50,00\r\nR-2;13.11.2026;238,00;Otto Kern;0,00\r\n");
        QVERIFY(desk.sheet->proposal().isOpen());
        QCOMPARE(desk.field(3), QString{});
        QVERIFY(!desk.part<CalmComboBox>(u"profile.column.5"_s)->toolTip().isEmpty());
        QVERIFY(!desk.part<CalmComboBox>(u"profile.column.3"_s)->toolTip().isEmpty());
        QTest::mouseClick(desk.button(u"confirm"_s), Qt::LeftButton);
        desk.settle();
        QVERIFY(!desk.button(u"save"_s)->isEnabled());
        desk.choose(u"column.5"_s, u"prepaid"_s);
        QCOMPARE(desk.field(3), u"gross"_s);
        QVERIFY2(desk.button(u"save"_s)->isEnabled(), qPrintable(desk.message()));
        QVERIFY2(desk.totals().contains(u"619,52"_s), qPrintable(desk.totals()));
        desk.save();
    }
    void whatCannotBeReadIsRed()
    {
        Desk desk;
        desk.open();
        desk.load("Beleg;Rechnungsdatum;Brutto;Kunde\r\nR-1;02.11.2026;119,00;Anna Kern\r\nR-2;13.11.2026;12x,00;Otto Kern\r\nR-3;14.11.2026;238,00;Jo Kern\r\n");
        auto* list = desk.part<ListView>(u"profile.list"_s);
        int refused = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const auto cell = list->model()->index(row, ResultModel::Finding).data(ListCellRole).value<ListCell>();
            if (cell.look == Look::Refused && !cell.upper.isEmpty()) ++refused;
        }
        QVERIFY(refused >= 1);
        QVERIFY(desk.totals().contains(u"1 refused"_s) || refused > 1);
    }
    void aFormIsChangedCopiedAndDeleted()
    {
        Desk desk;
        desk.open();
        desk.load(kOwnTable);
        if (desk.sheet->proposal().isOpen()) {
            QTest::mouseClick(desk.button(u"confirm"_s), Qt::LeftButton);
            desk.settle();
        }
        desk.save();
        QTRY_VERIFY(!desk.window.findChild<ProfileSheet*>());
        desk.open(u"sample"_s);   // its name and its files without a sample
        auto* name = desk.part<QLineEdit>(u"profile.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Werk"_s);
        QTest::keyClicks(desk.part<QLineEdit>(u"profile.files"_s), u"werk_*.csv"_s);
        QVERIFY2(desk.button(u"save"_s)->isEnabled(), qPrintable(desk.message()));
        desk.save();
        QCOMPARE(desk.profiles.own().size(), 1U);
        QCOMPARE(desk.profiles.own().front().name, u"Werk"_s);
        QCOMPARE(desk.profiles.own().front().files, u"werk_*.csv"_s);
        QTRY_VERIFY(!desk.window.findChild<ProfileSheet*>());
        desk.open(u"Werk"_s);
        QVERIFY(desk.button(u"remove"_s)->isVisible());
        QTest::mouseClick(desk.button(u"remove"_s), Qt::LeftButton);
        QCOMPARE(desk.profiles.own().size(), 1U);   // it asks first
        QSignalSpy gone{desk.sheet, &ProfileSheet::removed};
        QTest::mouseClick(desk.button(u"remove"_s), Qt::LeftButton);
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(desk.profiles.own().empty());
    }
    void theCardOpensIt()
    {
        Desk desk;
        desk.set(services::Profiles::settingKey(), services::writeOwnProfiles({{u"Werk"_s, {}, desk.tables.readyProfiles().front().json}}));
        ProfilesCard card{desk.profiles, desk.settings, &desk.window};
        card.resize(700, 240);
        card.show();
        auto* edit = card.findChild<ActionButton*>(u"settings.profiles.edit"_s);
        QVERIFY(edit);
        QVERIFY(edit->text().contains(u"Werk"_s));
        QTest::mouseClick(edit, Qt::LeftButton);
        auto* sheet = desk.window.findChild<ProfileSheet*>();
        QVERIFY(sheet && sheet->isOpen());
        QCOMPARE(test::part<QLineEdit>(*sheet, u"profile.name"_s)->text(), u"Werk"_s);
        sheet->close();
    }
    void theInboxAsksForIt()
    {
        Desk desk;
        IntakePage page{desk.intake, desk.settings, desk.clock, &desk.window};
        page.resize(1344, 812);
        page.show();
        QSignalSpy asked{&page, &IntakePage::teachRequested};
        QTest::mouseClick(test::part<ActionButton>(page, u"intake.teach"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QString{});
        // What is refused because nobody knows its columns is the sample.
        services::Intake own{desk.journal, desk.feed, desk.arrivals};
        desk.arrivals.setTableProfile(desk.tables.readyProfiles().front().json);
        IntakePage other{own, desk.settings, desk.clock, &desk.window};
        other.resize(1344, 812);
        other.show();
        QSignalSpy again{&other, &IntakePage::teachRequested};
        const auto file = desk.write(u"fremd.csv"_s, "Vorgang;vom;Wagen;Zahlbetrag\r\nR-1;02.11.2026;M-AB 12;119,00\r\n");
        other.take({file});
        QTRY_VERIFY(!other.isRunning());
        QCOMPARE(other.model().rowCount(), 1);
        const auto said = other.model().index(0, IntakeModel::What).data().toString();
        QVERIFY2(said.contains(u"Invoice number") && said.contains(u"Teach the file form"), qPrintable(said));
        QTest::mouseClick(test::part<ActionButton>(other, u"intake.teach"_s), Qt::LeftButton);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.front().front().toString(), file);
    }
    void everyFieldIsForAFinger()
    {
        Desk desk;
        desk.open();
        desk.load(kOwnTable);
        QCOMPARE(test::lowIn(*desk.sheet), QStringList{});
        QCOMPARE(desk.part<CalmComboBox>(u"profile.column.1"_s)->height() >= 44, true);
    }
    void aPhotoIsShown()
    {
        Desk desk;
        QImage photo{60, 80, QImage::Format_RGB32};
        photo.fill(Qt::darkCyan);
        QByteArray bytes;
        QBuffer buffer{&bytes};
        QVERIFY(buffer.open(QIODevice::WriteOnly) && photo.save(&buffer, "PNG"));
        const auto digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const services::DocumentShelf shelf{desk.path(u"shelf"_s)};
        QVERIFY(shelf.put(bytes, digest));
        services::Documents documents{shelf, [](const QByteArray&, int) -> Result<ports::PagePicture> { return Error{Fault::Invalid, u"pdf.damaged"_s, {}}; }};
        auto* sheet = new DocumentSheet{documents, {u"photo.png"_s, digest}, &desk.window};
        QObject::connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
        sheet->open();
        sheet->load();
        QTRY_VERIFY(sheet->isShowing());
        sheet->close();
        auto* none = new DocumentSheet{documents, {u"photo.png"_s, QString(64, u'0')}, &desk.window};
        QObject::connect(none, &Sheet::closed, none, &QObject::deleteLater);
        none->open();
        none->load();
        QTRY_VERIFY(!test::part<QLabel>(*none, u"document.message"_s)->text().isEmpty());
        QVERIFY(!none->isShowing());
        none->close();
    }
    void aFileThatIsNotKeptYetIsDrawnByTheConfinedChild()
    {
        Desk desk;
        int drawn = 0;
        services::Documents documents{services::DocumentShelf{}, [&drawn](const QByteArray& pdf, int) -> Result<ports::PagePicture> {
            ++drawn;
            if (!pdf.startsWith("%PDF-")) return Error{Fault::Invalid, u"pdf.damaged"_s, {}};
            ports::PagePicture out;
            out.pages = 1, out.width = 2, out.height = 1;
            out.pixels = QByteArray(8, '\x7f');
            return out;
        }};
        desk.write(u"foreign.pdf"_s, "%PDF-1.7 anything");
        desk.write(u"data.xml"_s, "<a/>");
        const auto open = [&](const QString& name) {
            auto* sheet = new DocumentSheet{documents, desk.path(name), {}, &desk.window};
            QObject::connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
            sheet->open();
            sheet->load();
            return sheet;
        };
        auto* sheet = open(u"foreign.pdf"_s);
        QTRY_VERIFY(sheet->isShowing());
        QCOMPARE(drawn, 1);
        sheet->close();
        for (const auto& name : {u"data.xml"_s, u"nothere.pdf"_s}) {
            auto* none = open(name);
            QTRY_VERIFY(!test::part<QLabel>(*none, u"document.message"_s)->text().isEmpty());
            QVERIFY(!none->isShowing());
            none->close();
        }
        QCOMPARE(drawn, 1);
    }
};

QTEST_MAIN(TstProfileEditor)
#include "tst_profile_editor.moc"
