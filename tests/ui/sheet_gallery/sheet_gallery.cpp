// tresen_sheet_gallery FOLDER [SCENE]: saves pictures of the payment, hand-over and hook sheets over the board, to be looked at. Real services
// over a store in a temporary folder stand behind them. QT_SCALE_FACTOR=1.5 gives those of a screen at 150 %.
#include "tests/ui/board_sample.h"
#include "tests/ui/desk_fixture.h"
#include "ui/board/board_page.h"
#include "ui/common/health_bar.h"
#include "ui/common/search_field.h"
#include "ui/counter/payment_sheet.h"
#include "ui/desk_frame.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/hook_sheet.h"
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;

namespace {

// A board with the sample vehicles, under every sheet.
struct Stage : DeskFixture {
    BoardModel model{clock};
    DeskFrame frame;
    BoardPage* page = new BoardPage{model};

    explicit Stage(QSize size)
    {
        frame.setContent(page);
        frame.top().setPlace(u"Autohaus Lindner"_s, u"Werk Süd · Theke 2"_s);
        frame.top().user().setUser(u"Miriam Roth"_s, u"Schicht 118 offen"_s);
        frame.top().health().setItems({{u"Portal"_s, u"bereit"_s, Health::Good, {}}, {u"Drucker"_s, u"leer"_s, Health::Notice, {}}, {u"Daten"_s, u"bereit"_s, Health::Good, {}}});
        frame.rail().add(u"board"_s, u"board"_s, u"Tafel"_s);
        frame.rail().add(u"inbox"_s, u"inbox"_s, u"Eingang"_s);
        QObject::connect(page, &BoardPage::selectionChanged, page, [this](const domain::InvoiceId& id) { page->setDetail({*model.find(id), {}, {}, {}}); });
        model.setRows(boardRows());
        frame.resize(size);
        frame.show();
        QTest::qWait(30);
        page->select(domain::InvoiceId{u"2026-4118"_s});
    }
    void cardBefore(const QString& number, qint64 cents)
    {
        domain::PaymentBooked e;
        e.payment = domain::PaymentId::fresh();
        e.invoice = id(number);
        e.kind = domain::PaymentKind::CardTerminal;
        e.amount = domain::Money::cents(cents);
        e.stage = domain::MoneyStage::Confirmed;
        e.sourceKey = u"card_terminal:"_s + e.payment.text();
        e.method = u"card"_s;
        append({e});
    }
};

using Act = std::function<void(Stage&)>;

// Until the sheet has got its answer, and Enter and clicks mean something again.
template <class S> void wait(const S& sheet)
{
    using State = typename S::State;
    const auto busy = [&sheet] {
        if constexpr (std::is_same_v<S, PaymentSheet>) return sheet.state() == State::Opening || sheet.state() == State::Booking;
        else return sheet.state() == State::Asking || sheet.state() == State::Working;
    };
    QTest::qWait(50);
    if (!QTest::qWaitFor([&] { return !busy(); }, 20'000)) qFatal("no answer");
    QTest::qWait(Sheet::kEnterInertMs + 120);
}

PaymentSheet* openPayment(Stage& s, bool training, bool linked = false)
{
    if (training) s.becomeTraining();
    s.take(u"2026-4118"_s, 68430);
    s.cardBefore(u"2026-4118"_s, 40000);
    const auto link = linked ? s.link(u"2026-4118"_s) : QString{};
    auto* sheet = new PaymentSheet{*s.counter, s.clock, &s.frame};
    sheet->setTraining(training);
    sheet->setPrinter(QLocale{}.language() == QLocale::German ? u"Drucker leer, Beleg wird nachgeholt"_s : u"Printer empty, the receipt follows"_s, true);
    sheet->pay(s.item(u"2026-4118"_s), u"12"_s);
    wait(*sheet);
    return sheet;
}

void notes(QWidget& sheet)
{
    for (const char* note : {"pay.note100", "pay.note100", "pay.note50", "pay.note50"}) press(sheet, note);
}

void paymentCash(Stage& s)
{
    notes(*openPayment(s, true));
}

void paymentReal(Stage& s)
{
    auto* sheet = openPayment(s, false);
    notes(*sheet);
    press(*sheet, "pay.other_amount");
}

void paymentCard(Stage& s)
{
    press(*openPayment(s, false), "pay.card");
}

void paymentTransfer(Stage& s)
{
    press(*openPayment(s, false), "pay.transfer");
}

void paymentDone(Stage& s)
{
    auto* sheet = openPayment(s, true);
    notes(*sheet);
    press(*sheet, "pay.book");
    wait(*sheet);
}

void paymentPart(Stage& s)
{
    auto* sheet = openPayment(s, true);
    s.paper.failure = Error{Fault::Internal, u"paper.library"_s, {}};
    press(*sheet, "pay.other_amount");
    QTest::keyClicks(QApplication::focusWidget(), u"100"_s);
    press(*sheet, "pay.exact");
    press(*sheet, "pay.book");
    wait(*sheet);
}

void paymentUnderWay(Stage& s)
{
    auto* sheet = openPayment(s, false, true);
    s.portal.startPaying(u"l_1"_s);
    QObject::connect(s.feed.get(), &services::JournalFeed::rowsChanged, sheet, [sheet](const std::vector<domain::BoardRow>& rows) {
        for (const auto& row : rows) sheet->itemChanged(row);
    });
    s.refresh(u"2026-4118"_s);
    wait(*sheet);
    press(*sheet, "pay.other");
    press(*sheet, "reason.option1");
}

void paymentSilent(Stage& s)
{
    auto* sheet = openPayment(s, false, true);
    s.portal.silent = true;
    press(*sheet, "pay.exact");
    find<QLineEdit>(*sheet, "pay.till_receipt")->setText(u"K-118"_s);
    press(*sheet, "pay.book");
    wait(*sheet);
}

void paymentSettled(Stage& s)
{
    auto* sheet = openPayment(s, false, true);
    QObject::connect(s.feed.get(), &services::JournalFeed::rowsChanged, sheet, [sheet](const std::vector<domain::BoardRow>& rows) {
        for (const auto& row : rows) sheet->itemChanged(row);
    });
    press(*sheet, "pay.exact");
    s.portal.pay(u"l_1"_s);
    s.refresh(u"2026-4118"_s);
    wait(*sheet);
}

HandoverSheet* openKey(Stage& s, bool paid, bool two)
{
    s.take(u"2026-4118"_s, 68430);
    if (two) s.take(u"2026-4119"_s, 9900);
    if (paid) s.cardBefore(u"2026-4118"_s, 68430);
    auto* sheet = new HandoverSheet{*s.keys, s.clock, &s.frame};
    sheet->handOver(s.row(u"2026-4118"_s));
    wait(*sheet);
    return sheet;
}

void keyStay(Stage& s)
{
    auto* sheet = openKey(s, false, false);
    press(*sheet, "reason.option0");
    find<QPlainTextEdit>(*sheet, "reason.text")->setPlainText(u"Überweist heute Abend, Chef kennt sie."_s);
}

void keyTwo(Stage& s)
{
    openKey(s, true, true);
}

void keyGo(Stage& s)
{
    openKey(s, true, false);
}

void keyGone(Stage& s)
{
    auto* sheet = openKey(s, true, false);
    press(*sheet, "key.release");
    (void)QTest::qWaitFor([sheet] { return !sheet->isOpen(); });
    sheet->handOver(s.row(u"2026-4118"_s));
    wait(*sheet);
}

void hook(Stage& s)
{
    s.take(u"2026-4118"_s, 68430);
    auto* sheet = new HookSheet{*s.keys, &s.frame};
    sheet->hang(s.row(u"2026-4118"_s), {{u"14"_s, u"N-GE 2716"_s}});
    QTest::qWait(100);
    find<QLineEdit>(*sheet, "hook.field")->setText(u"17"_s);
}

struct Scene { const char16_t* name; Act act; ThemeKind kind; QSize size; bool english; qreal scale; };

} // namespace

int main(int argc, char** argv)
{
    QApplication app{argc, argv};
    const auto folder = app.arguments().value(1, u"."_s);
    QDir{}.mkpath(folder);
    const auto L = ThemeKind::Light, D = ThemeKind::Dark, H = ThemeKind::HighContrast;
    const QSize desk{1440, 900}, laptop{1280, 720}, least{1024, 680};
    const Scene scenes[] = {
        {u"payment", paymentCash, L, desk, false, 1}, {u"payment-dark", paymentCash, D, desk, false, 1}, {u"payment-hc", paymentCash, H, desk, false, 1},
        {u"payment-real", paymentReal, L, desk, false, 1}, {u"payment-least", paymentReal, L, least, false, 1}, {u"payment-150", paymentCash, L, laptop, false, 1},
        {u"payment-scale", paymentReal, L, {1920, 1080}, false, 1.5}, {u"payment-en", paymentReal, L, desk, true, 1}, {u"payment-card", paymentCard, L, desk, false, 1},
        {u"payment-transfer", paymentTransfer, L, desk, false, 1}, {u"payment-done", paymentDone, L, desk, false, 1}, {u"payment-part", paymentPart, D, desk, false, 1},
        {u"payment-underway", paymentUnderWay, L, desk, false, 1}, {u"payment-underway-least", paymentUnderWay, L, least, false, 1},
        {u"payment-silent", paymentSilent, D, desk, false, 1}, {u"payment-settled", paymentSettled, L, desk, false, 1},
        {u"key-stay", keyStay, L, desk, false, 1}, {u"key-stay-dark", keyStay, D, desk, false, 1}, {u"key-stay-least", keyStay, L, least, false, 1},
        {u"key-stay-150", keyStay, L, laptop, false, 1}, {u"key-two", keyTwo, L, desk, false, 1}, {u"key-go", keyGo, L, desk, false, 1},
        {u"key-go-en", keyGo, D, desk, true, 1}, {u"key-gone", keyGone, L, desk, false, 1}, {u"hook", hook, L, desk, false, 1}};
    const auto only = app.arguments().value(2);
    for (const auto& scene : scenes) {
        const auto name = QString::fromUtf16(scene.name);
        if (!only.isEmpty() && !name.startsWith(only)) continue;
        QTranslator translator;
        if (translator.load(u":/i18n/tresen_%1.qm"_s.arg(scene.english ? u"en"_s : u"de"_s))) app.installTranslator(&translator);
        QLocale::setDefault(scene.english ? QLocale{QLocale::English, QLocale::UnitedKingdom} : QLocale{QLocale::German, QLocale::Germany});
        applyTheme(app, scene.kind, scene.scale);
        Stage stage{scene.size};
        scene.act(stage);
        QTest::qWait(40);
        stage.frame.grab().save(folder + u'/' + name + u".png"_s);
        app.removeTranslator(&translator);
    }
    return 0;
}
