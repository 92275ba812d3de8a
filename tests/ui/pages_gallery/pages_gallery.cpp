// tresen_pages_gallery FOLDER [SCENE]: saves pictures of inbox, give back, settings and help, to be looked at.
// QT_SCALE_FACTOR=1.5 gives those of a screen at 150 %.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/health_bar.h"
#include "ui/common/list_view.h"
#include "ui/desk_frame.h"
#include "ui/help/help_sheet.h"
#include "ui/intake/intake_page.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/transfer_card.h"
#include "ui/settings/vault_card.h"
#include "ui/wizard/wizard_sheet.h"
#include "ui/write_back/settlements_page.h"
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

struct Scene {
    QString name, language;
    ThemeKind kind;
    QSize size;
    qreal scale;
    QString what;      // "intake", "intake-empty", "intake-run", "settlements", "settings:GROUP", "settings?WORDS", "unlock", "import", "wizard:QUESTION", "help"
};

// A house of sample data: invoices, some refused, payments, answers, settings.
void furnish(test::PagesFixture& house)
{
    QFile logo{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/logo.png")};
    if (logo.open(QIODevice::ReadOnly)) house.set(u"company.logo"_s, QString::fromLatin1(logo.readAll().toBase64()));
    for (const auto& [key, value] : std::initializer_list<std::pair<const char*, const char*>>{
             {"company.name", "Autohaus Lindner"}, {"company.legal_name", "Autohaus Lindner GmbH"}, {"company.street", "Lindenallee 12"}, {"company.postcode", "82256"},
             {"company.city", "Fürstenfeldbruck"}, {"company.phone", "+49 8141 555 010"}, {"company.email", "service@lindner.example"}, {"payee.holder", "Autohaus Lindner GmbH"},
             {"payee.iban", "DE89370400440532013000"}, {"payee.bic", "COBADEFFXXX"}, {"site.name", "Werk Süd"}, {"desk.name", "Theke 2"}, {"desk.user", "Miriam Roth"},
             {"account.customers", "K-10023, K-10077"}, {"account.limit", "2500"}, {"profile.kind", "sample"}, {"portal.id", "training"}})
        house.set(QString::fromLatin1(key), QString::fromUtf8(value));
    house.set(u"source.folder"_s, house.makeFolder(u"Rechnungen Werkstatt"_s));
    house.set(u"writeback.folder"_s, house.makeFolder(u"Rueckgabe"_s));
}

// As the first set-up finds it.
void begun(test::PagesFixture& house)
{
    for (const auto& [key, value] : std::initializer_list<std::pair<const char*, const char*>>{{"company.name", "Autohaus Lindner"}, {"company.street", "Lindenallee 12"},
             {"company.postcode", "82256"}, {"company.city", "Fürstenfeldbruck"}})
        house.set(QString::fromLatin1(key), QString::fromUtf8(value));
}

void fillSource(test::PagesFixture& house)
{
    const auto from = QDir{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices")};
    for (const auto& name : from.entryList({u"*.xml"_s, u"*-v2.pdf"_s}, QDir::Files)) QFile::copy(from.filePath(name), house.path(u"Rechnungen Werkstatt/RE_"_s + name));
    house.write(u"Rechnungen Werkstatt/scan_0412.pdf"_s, "%PDF-1.4 a picture of an invoice");
    house.write(u"Rechnungen Werkstatt/RE_2026-4121_kopie.xml"_s, "<Invoice><cut");
    house.write(u"Rechnungen Werkstatt/RE_leer.xml"_s, {});
    house.write(u"Rechnungen Werkstatt/RE_2026-4061_fremdes_konto.xml"_s, test::PagesFixture::sample(u"2026-4061"_s, u"2026-5061"_s).replace("DE89370400440532013000", "DE02120300000000202051"));
}

void fillSettlements(test::PagesFixture& house, SettlementsPage& page)
{
    int paid = 0;
    QStringList numbers;
    for (const auto& row : house.rows())
        if (row.open.isPositive() && !row.open.currency().code().isEmpty() && paid++ < 7) numbers << row.number;
    for (const auto& number : numbers.mid(0, 4)) house.payInFull(number);
    QTest::mouseClick(test::part<ActionButton>(page, u"settlements.run"_s), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return test::part<ActionButton>(page, u"settlements.run"_s)->isEnabled(); });
    const auto list = house.pending();
    house.answer(u"Rueckgabe"_s, u"1.ack.json"_s, list[0].settlement, false, u"Periode 2026-10 ist abgeschlossen"_s);
    house.answer(u"Rueckgabe"_s, u"2.ack.json"_s, list[1].settlement, true);
    for (const auto& number : numbers.mid(4)) house.payInFull(number);
    QTest::mouseClick(test::part<ActionButton>(page, u"settlements.answers"_s), Qt::LeftButton);
    QTest::qWait(600);
}

struct Stage {
    test::PagesFixture house;
    DeskFrame frame;
    QWidget* page = nullptr;

    explicit Stage(const Scene& scene)
    {
        scene.what.startsWith(u"wizard:1") || scene.what.startsWith(u"wizard:2") ? begun(house) : furnish(house);
        frame.top().setPlace(u"Autohaus Lindner"_s, u"Werk Süd"_s, u"Theke 2"_s);
        frame.top().user().setUser(u"Miriam Roth"_s, u"Schicht 118 offen"_s);
        frame.top().health().setItems({{u"Portal"_s, u"bereit"_s, Health::Good, {}}, {u"Drucker"_s, u"bereit"_s, Health::Good, {}}, {u"Daten"_s, u"bereit"_s, Health::Good, {}}});
        frame.rail().add(u"board"_s, u"board"_s, u"Tafel"_s);
        frame.rail().add(u"inbox"_s, u"inbox"_s, u"Eingang"_s);
        frame.rail().add(u"back"_s, u"send"_s, u"Rückgabe"_s);
        frame.rail().add(u"settings"_s, u"sliders"_s, u"Optionen"_s, true);
        frame.rail().add(u"help"_s, u"help"_s, u"Hilfe"_s, true);
        frame.resize(scene.size);
    }
    void show(QWidget* content, const QString& place)
    {
        page = content;
        frame.setContent(content);
        frame.rail().setCurrent(place);
        frame.show();
        QTest::qWait(50);
    }
    void showIntake(const QString& what)
    {
        auto* intake = new IntakePage{house.intake, house.settings, house.clock};
        show(intake, u"inbox"_s);
        if (what == u"intake-empty") return;
        fillSource(house);
        if (what == u"intake-again") house.takeIn({house.settings.value(u"source.folder"_s)});
        if (what == u"intake-run")
            for (int i = 0; i < 3000; ++i) house.write(u"Rechnungen Werkstatt/Z_%1.xml"_s.arg(i), "<x/>");
        test::part<ActionButton>(*intake, u"intake.source"_s)->click();
        if (what == u"intake-run") (void)QTest::qWaitFor([&] { return intake->model().rowCount() > 500; }, 20'000);
        else (void)QTest::qWaitFor([&] { return !intake->isRunning(); }, 20'000);
        auto* list = test::part<ListView>(*intake, u"intake.list"_s);
        list->setFocus();
        list->selectRow(0);
    }
    void showSettlements()
    {
        fillSource(house);
        house.takeIn({house.settings.value(u"source.folder"_s)});
        auto* back = new SettlementsPage{house.writeBack, house.feed, house.settings};
        show(back, u"back"_s);
        fillSettlements(house, *back);
        auto* list = test::part<ListView>(*back, u"settlements.list"_s);
        list->setFocus();
        list->selectRow(0);
    }
    void showSettings(const QString& what)
    {
        auto* settings = new SettingsPage{{house.settings, house.vault, house.accounts, house.mails, house.clock}};
        show(settings, u"settings"_s);
        if (what.startsWith(u"settings:")) settings->showSection(what.mid(9));
        if (what.startsWith(u"settings?")) test::part<QLineEdit>(*settings, u"settings.search"_s)->setText(what.mid(9));
        if (what == u"settings:store") {
            test::part<ActionButton>(*settings, u"settings.vault.verify"_s)->click();
            QTest::qWait(600);
        }
        if (what == u"settings:company") {
            auto* mail = test::part<QLineEdit>(*settings, u"settings.input.company.city"_s);
            mail->setFocus();
            mail->setText(u"Fürstenfeldbruck bei München"_s);
            QTest::keyClick(mail, Qt::Key_Return);
            auto* web = test::part<QLineEdit>(*settings, u"settings.input.company.email"_s);
            web->setFocus();
            web->setText(u"nirgendwo"_s);
            QTest::keyClick(web, Qt::Key_Return);
            QTest::qWait(100);
        }
        if (what == u"import") showImport(*settings);
        if (what != u"unlock") return;
        settings->showSection(u"payee"_s);
        test::part<ActionButton>(*settings, u"settings.unlock.payee.iban"_s)->click();
        QTest::qWait(50);
        QTest::keyClicks(QApplication::focusWidget(), u"DE021203000000002020"_s);
    }
    // A file of settings that was written before the account and some more were changed.
    void showImport(SettingsPage& settings)
    {
        settings.showSection(u"store"_s);
        auto* card = settings.findChild<TransferCard*>();
        const auto file = house.path(u"tresen-settings-2026-11-23.json"_s);
        card->exportTo(file);
        (void)QTest::qWaitFor([&] { return QFile::exists(file); }, 5'000);
        house.set(u"payee.iban"_s, u"DE02120300000000202051"_s, u"fuer das Bild geaendert"_s);
        house.set(u"company.city"_s, u"Olching"_s);
        house.set(u"company.logo"_s, {});
        house.set(u"desk.name"_s, u"Theke 1"_s);
        card->importFrom(file);
        QTest::qWait(600);
    }
    void showWizard(int question)
    {
        if (question < 5) {
            house.set(u"portal.id"_s, u"none"_s);
            house.set(u"profile.kind"_s, u"real"_s);
            house.set(u"printer.name"_s, {});
        }
        auto* content = new QWidget;
        show(content, u"board"_s);
        house.set(u"setup.question"_s, QString::number(question));
        auto* sheet = new WizardSheet{{house.settings, house.intake, house.accounts}, &frame};
        sheet->begin();
        QTest::qWait(80);
        if (question == 2) {
            auto* iban = test::part<QLineEdit>(*sheet, u"wizard.input.payee.iban"_s);
            iban->setFocus();
            iban->clear();
            QTest::keyClicks(iban, u"DE89370400440532013001"_s);
            test::part<QWidget>(*sheet, u"wizard.input.payee.bic"_s)->setFocus();
        }
        if (question == 3) {
            fillSource(house);
            test::part<QAbstractButton>(*sheet, u"wizard.source.test"_s)->click();
            QTest::qWait(800);
        }
    }
};

void shoot(QApplication& app, const Scene& scene, const QString& folder)
{
    QTranslator translator;
    if (translator.load(u":/i18n/tresen_%1.qm"_s.arg(scene.language))) app.installTranslator(&translator);
    QLocale::setDefault(scene.language == u"de"_s ? QLocale{QLocale::German, QLocale::Germany} : QLocale{QLocale::English, QLocale::UnitedKingdom});
    applyTheme(app, scene.kind, scene.scale);
    {
        Stage stage{scene};
        if (scene.what.startsWith(u"intake")) stage.showIntake(scene.what);
        else if (scene.what == u"settlements") stage.showSettlements();
        else if (scene.what.startsWith(u"wizard:")) stage.showWizard(scene.what.mid(7).toInt());
        else stage.showSettings(scene.what == u"help" ? u"settings:company"_s : scene.what);
        std::unique_ptr<HelpSheet> help;
        if (scene.what == u"help") {
            help = std::make_unique<HelpSheet>(&stage.frame);
            help->open();
        }
        QTest::qWait(80);
        stage.frame.grab().save(folder + u'/' + scene.name + u".png"_s);
        if (auto* intake = qobject_cast<IntakePage*>(stage.page)) (void)QTest::qWaitFor([&] { return !intake->isRunning(); }, 60'000);
        help.reset();
    }
    app.removeTranslator(&translator);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app{argc, argv};
    const auto folder = app.arguments().value(1, u"."_s);
    QDir{}.mkpath(folder);
    const auto L = ThemeKind::Light, D = ThemeKind::Dark, H = ThemeKind::HighContrast;
    const QSize desk{1440, 900}, laptop{1280, 720}, least{1024, 680}, large{1920, 1080};
    const Scene scenes[] = {
        {u"intake"_s, u"de"_s, L, desk, 1, u"intake"_s},           {u"intake-run"_s, u"de"_s, L, desk, 1, u"intake-run"_s},
        {u"intake-empty"_s, u"de"_s, L, desk, 1, u"intake-empty"_s}, {u"intake-again"_s, u"de"_s, L, least, 1, u"intake-again"_s},
        {u"intake-dark-150"_s, u"de"_s, D, large, 1.5, u"intake"_s}, {u"intake-en"_s, u"en"_s, L, laptop, 1, u"intake"_s},
        {u"intake-hc"_s, u"de"_s, H, desk, 1, u"intake"_s},
        {u"settlements"_s, u"de"_s, L, desk, 1, u"settlements"_s}, {u"settlements-dark-150"_s, u"de"_s, D, large, 1.5, u"settlements"_s},
        {u"settlements-en"_s, u"en"_s, L, least, 1, u"settlements"_s},
        {u"settings-company"_s, u"de"_s, L, desk, 1, u"settings:company"_s}, {u"settings-payee"_s, u"de"_s, L, desk, 1, u"settings:payee"_s},
        {u"settings-source"_s, u"de"_s, D, large, 1.5, u"settings:source"_s}, {u"settings-store"_s, u"de"_s, L, laptop, 1, u"settings:store"_s},
        {u"settings-desk"_s, u"en"_s, L, least, 1, u"settings:desk"_s}, {u"settings-about"_s, u"de"_s, D, desk, 1, u"settings:about"_s},
        {u"settings-search"_s, u"de"_s, L, desk, 1, u"settings?ordner"_s}, {u"unlock"_s, u"de"_s, L, desk, 1, u"unlock"_s},
        {u"unlock-dark-150"_s, u"de"_s, D, large, 1.5, u"unlock"_s}, {u"help"_s, u"de"_s, L, desk, 1, u"help"_s},
        {u"import"_s, u"de"_s, L, desk, 1, u"import"_s}, {u"import-dark-150"_s, u"de"_s, D, large, 1.5, u"import"_s},
        {u"wizard-1"_s, u"de"_s, L, desk, 1, u"wizard:1"_s}, {u"wizard-2"_s, u"de"_s, L, desk, 1, u"wizard:2"_s}, {u"wizard-3"_s, u"de"_s, L, desk, 1, u"wizard:3"_s},
        {u"wizard-4"_s, u"de"_s, L, desk, 1, u"wizard:4"_s}, {u"wizard-5"_s, u"de"_s, L, desk, 1, u"wizard:5"_s}, {u"wizard-2-dark-150"_s, u"de"_s, D, large, 1.5, u"wizard:2"_s},
        {u"wizard-3-dark-150"_s, u"de"_s, D, large, 1.5, u"wizard:3"_s}, {u"wizard-3-least-150"_s, u"de"_s, L, least, 1.5, u"wizard:3"_s},
        {u"wizard-2-en"_s, u"en"_s, L, least, 1, u"wizard:2"_s}, {u"wizard-3-en"_s, u"en"_s, L, desk, 1, u"wizard:3"_s}, {u"wizard-5-hc"_s, u"de"_s, H, desk, 1, u"wizard:5"_s},
        {u"help-dark-150"_s, u"de"_s, D, large, 1.5, u"help"_s}, {u"help-en"_s, u"en"_s, L, least, 1, u"help"_s},
    };
    const auto only = app.arguments().value(2);
    for (const auto& scene : scenes)
        if (only.isEmpty() || scene.name.startsWith(only)) shoot(app, scene, folder);
    return 0;
}
