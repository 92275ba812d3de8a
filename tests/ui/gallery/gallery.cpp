// tresen_gallery FOLDER [SCENE]: saves pictures of the board in every theme, both languages and several sizes, to be looked at.
// QT_SCALE_FACTOR=1.5 gives those of a screen at 150 %.
#include "tests/ui/board_sample.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/common/action_button.h"
#include "ui/common/health_bar.h"
#include "ui/common/money_text.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/common/toast.h"
#include "ui/desk_frame.h"
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

TimelineEntry entry(int hour, int minute, const QString& text, const QString& sub, Look look)
{
    return {Instant{QDateTime{QDate{2026, 11, 23}, QTime{hour, minute}}.toMSecsSinceEpoch()}, text, sub, look};
}

BoardDetail detailOf(const domain::BoardRow& row)
{
    BoardDetail out{row, {}, {{row.invoice, row.number, row.work, row.open, lookOf(row, test::boardNow())}}, {}};
    if (row.number == u"2026-4117"_s) {
        out.happenedAt = test::boardNow().plusMs(-13'000);
        out.linked.push_back({domain::InvoiceId{u"2026-3920"_s}, u"2026-3920"_s, u"Winterräder · 12.11."_s, {}, Look::HandedOver});
        out.timeline = {entry(10, 41, u"Online bezahlt, 527,85 €"_s, u"Portal · Apple Pay · endgültig"_s, Look::Paid),
                        entry(10, 39, u"Zahlungsseite geöffnet"_s, u"Portal"_s, Look::Requested),
                        entry(10, 12, u"Anforderung per E-Mail zugestellt"_s, u"s.kellner@post.example"_s, Look::Requested),
                        entry(10, 11, u"Anforderung erstellt"_s, u"Miriam Roth · Theke 2"_s, Look::Requested),
                        entry(9, 58, u"Rechnung übernommen"_s, u"Werkstatt · 2026-4117"_s, Look::Open)};
    } else {
        out.linked.push_back({domain::InvoiceId{u"2026-2744"_s}, u"2026-2744"_s, u"HU und AU · 03.03."_s, {}, Look::HandedOver});
        out.timeline = {entry(10, 39, u"Rechnung übernommen"_s, u"Werkstatt · "_s + row.number, lookOf(row, test::boardNow())),
                        entry(10, 38, u"Schlüssel an Haken 12"_s, u"Werkstatt · T. Maurer"_s, Look::Open),
                        entry(8, 5, u"Auftrag 88213 angenommen"_s, u"Miriam Roth · Theke 2"_s, Look::Open)};
    }
    return out;
}

struct Scene {
    QString name, language;
    ThemeKind kind;
    QSize size;
    qreal scale;
    QString selected;
    bool toast, training, empty, sheet;
};

void fillSheet(Sheet& sheet)
{
    sheet.setHead(u"FFB-ME 118"_s, u"Bezahlen"_s, u"Dr. Helene Vogt · Rechnung 2026-4118 · Haken 12"_s);
    auto* label = new FigureLabel{type::tendered, &Theme::text};
    label->setText(moneyText(domain::Money::cents(30000)));
    sheet.setBody(label);
    auto* cancel = new ActionButton{u"Abbrechen"_s};
    cancel->setKeyHint(u"Esc"_s);
    auto* book = new ActionButton{u"284,30 € bar buchen"_s};
    book->setIconName(u"check"_s);
    book->setKeyHint(u"Enter"_s);
    book->setKind(ActionButton::Kind::Primary);
    book->setCentered(true);
    sheet.addFoot(cancel);
    sheet.setPrimary(book);
}

void shoot(QApplication& app, const Scene& scene, const QString& folder)
{
    QTranslator translator;
    if (translator.load(u":/i18n/tresen_%1.qm"_s.arg(scene.language))) app.installTranslator(&translator);
    QLocale::setDefault(scene.language == u"de"_s ? QLocale{QLocale::German, QLocale::Germany} : QLocale{QLocale::English, QLocale::UnitedKingdom});
    applyTheme(app, scene.kind, scene.scale);
    ManualClock clock{test::boardNow()};
    BoardModel model{clock};
    DeskFrame frame;
    auto* page = new BoardPage{model};
    frame.setContent(page);
    frame.setTraining(scene.training);
    frame.top().setPlace(u"Autohaus Lindner"_s, u"Werk Süd"_s, u"Theke 2"_s);
    frame.top().user().setUser(u"Miriam Roth"_s, u"Schicht 118 offen"_s);
    frame.top().health().setItems({{u"Portal"_s, u"bereit"_s, Health::Good, {}}, {u"Mail"_s, u"bereit"_s, Health::Good, {}}, {u"Drucker"_s, u"leer"_s, Health::Notice, u"10:31"_s},
                                   {u"Terminal"_s, u"bereit"_s, Health::Good, {}}, {u"Daten"_s, u"bereit"_s, Health::Good, {}}});
    frame.rail().add(u"board"_s, u"board"_s, u"Tafel"_s);
    frame.rail().add(u"inbox"_s, u"inbox"_s, u"Eingang"_s)->setBadge(3);
    frame.rail().add(u"ledger"_s, u"ledger"_s, u"Posten"_s);
    frame.rail().add(u"till"_s, u"till"_s, u"Kasse"_s);
    frame.rail().add(u"options"_s, u"sliders"_s, u"Optionen"_s, true);
    frame.rail().add(u"help"_s, u"help"_s, u"Hilfe"_s, true);
    page->attachSearch(frame.top().search());
    QObject::connect(page, &BoardPage::selectionChanged, page, [&](const domain::InvoiceId& id) { page->setDetail(detailOf(*model.find(id))); });
    if (!scene.empty) model.setRows(test::boardRows());
    frame.setFocusPolicy(Qt::StrongFocus);
    frame.resize(scene.size);
    frame.show();
    QApplication::processEvents();
    if (!scene.selected.isEmpty()) page->select(domain::InvoiceId{scene.selected});
    ToastStack toasts{*page->footer(), &frame};
    if (scene.toast) toasts.show({Look::Paid, u"M-AB 1234 hat online bezahlt"_s, u"527,85 € · Haken 17 · gerade eben"_s});
    auto* sheet = new Sheet{&frame};
    if (scene.sheet) {
        fillSheet(*sheet);
        sheet->open();
    }
    if (!scene.sheet) frame.setFocus();
    for (int i = 0; i < 5; ++i) QApplication::processEvents();
    frame.grab().save(folder + u'/' + scene.name + u".png"_s);
    app.removeTranslator(&translator);
}

void saveStates(const QString& folder)
{
    QImage image{1200, 760, QImage::Format_RGB32};
    QPainter painter{&image};
    int x = 0;
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        const auto theme = Theme::make(kind);
        painter.fillRect(x, 0, 400, 760, theme.surface);
        int y = 20;
        for (int i = 0; i < kLooks; ++i) {
            const auto look = static_cast<Look>(i);
            drawPill(painter, look, QRectF(x + 24, y, pillWidth(theme), 32), theme);
            drawGlyph(painter, look, QRectF(x + 200, y, 32, 32), theme);
            y += 44;
        }
        drawKeyChip(painter, KeyChip::Goes, u"17"_s, QRectF(x + 250, 20, 72, 32), theme);
        drawKeyChip(painter, KeyChip::Stays, u"8"_s, QRectF(x + 250, 64, 72, 32), theme);
        x += 400;
    }
    painter.end();
    image.save(folder + u"/states.png"_s);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app{argc, argv};
    const auto folder = app.arguments().value(1, u"."_s);
    QDir{}.mkpath(folder);
    const auto L = ThemeKind::Light, D = ThemeKind::Dark, H = ThemeKind::HighContrast;
    const QSize desk{1440, 900}, laptop{1280, 720}, least{1024, 680};
    const Scene scenes[] = {
        {u"board-light"_s, u"de"_s, L, desk, 1, u"2026-4117"_s, true, false, false, false},
        {u"board-dark"_s, u"de"_s, D, desk, 1, u"2026-4118"_s, true, false, false, false},
        {u"board-hc"_s, u"de"_s, H, desk, 1, u"2026-4118"_s, true, true, false, false},
        {u"board-150"_s, u"de"_s, L, laptop, 1, u"2026-4102"_s, false, false, false, false},
        {u"board-en"_s, u"en"_s, L, desk, 1, u"2026-4095"_s, true, true, false, false},
        {u"board-least"_s, u"de"_s, L, least, 1, u"2026-4117"_s, false, false, false, false},
        {u"board-scale"_s, u"de"_s, L, {1920, 1080}, 1.5, u"2026-4093"_s, true, false, false, false},
        {u"empty"_s, u"de"_s, L, desk, 1, {}, false, false, true, false},
        {u"sheet"_s, u"de"_s, L, desk, 1, u"2026-4118"_s, false, false, false, true},
        {u"sheet-dark"_s, u"de"_s, D, desk, 1, u"2026-4118"_s, false, false, false, true},
    };
    const auto only = app.arguments().value(2);
    for (const auto& scene : scenes)
        if (only.isEmpty() || scene.name == only) shoot(app, scene, folder);
    if (only.isEmpty()) saveStates(folder);
    return 0;
}
