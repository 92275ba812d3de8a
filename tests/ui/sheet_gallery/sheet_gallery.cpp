// tresen_sheet_gallery FOLDER [SCENE]: saves pictures of the payment, refund, request, hand-over and hook sheets over the board and of the tasks, to be looked at. Real services
// over a store in a temporary folder stand behind them. QT_SCALE_FACTOR=1.5 gives those of a screen at 150 %.
#include "tests/ui/board_sample.h"
#include "tests/ui/desk_fixture.h"
#include "ui/board/board_page.h"
#include "ui/board/filters_sheet.h"
#include "ui/board/reminder_sheet.h"
#include "ui/common/health_bar.h"
#include "ui/common/search_field.h"
#include "ui/common/toast.h"
#include "ui/counter/payment_sheet.h"
#include "ui/counter/refund_sheet.h"
#include "ui/desk_frame.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/hook_sheet.h"
#include "ui/notices/bell_button.h"
#include "ui/notices/notice_sheet.h"
#include "ui/request/request_sheet.h"
#include "ui/tasks/tasks_page.h"
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
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
        frame.top().setPlace(u"Autohaus Lindner"_s, u"Werk Süd"_s, u"Theke 2"_s);
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

// The card was charged all the same.
void paymentTaken(Stage& s)
{
    paymentSettled(s);
    press(*s.frame.findChild<PaymentSheet*>(), "pay.other");
}

// A zero too many: it is asked about.
void paymentMuch(Stage& s)
{
    auto* sheet = openPayment(s, true);
    QTest::keyClicks(QApplication::focusWidget(), u"15020"_s);
    press(*sheet, "pay.book");
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

void reminder(Stage& s)
{
    s.take(u"2026-4118"_s, 68430);
    auto* hours = new services::Reminders{*s.journal, *s.feed, *s.outbox, s.clock, &s.frame};
    auto* sheet = new ReminderSheet{*hours, s.clock, s.row(u"2026-4118"_s), domain::Reminder{domain::ReminderId{u"r-1"_s}, s.clock.now(), u"Winterreifen liegen im Keller"_s, 1}, &s.frame};
    sheet->open(sheet->firstField());
    QTest::qWait(100);
}

void notices(Stage& s)
{
    auto* toasts = new ToastStack{*s.page->footer(), &s.frame, &s.clock};
    toasts->show({Look::Refused, u"Diesen Code hat hier nichts"_s, u"Der Scanner las: T-4711-X"_s});
    s.clock.advance(9 * 60'000);
    toasts->show({Look::Paid, u"M-AB 1234 hat online bezahlt"_s, u"527,85 € · Haken 17"_s, domain::InvoiceId{u"2026-4117"_s}});
    s.clock.advance(3 * 60'000);
    toasts->show({Look::HandedOver, u"Schlüssel übergeben"_s, u"M-AB 1234 · Sabine Kellner"_s, domain::InvoiceId{u"2026-4117"_s}});
    s.frame.top().bell().setUnseen(toasts->unseen());
    auto* sheet = new NoticeSheet{*toasts, &s.frame};
    sheet->open(sheet->firstField());
    QTest::qWait(100);
}

void filters(Stage& s)
{
    SavedFilters saved;
    BoardFilter waits, act;
    waits.tab = BoardTab::Waits;
    waits.options.olderDays = 7;
    act.tab = BoardTab::Act;
    if (!saved.add(u"Lange offen"_s, waits) || !saved.add(u"Heute klären"_s, act)) qFatal("not saved");
    auto* sheet = new FiltersSheet{saved, {}, &s.frame};
    sheet->open(sheet->firstField());
    QTest::qWait(100);
}

void hook(Stage& s)
{
    s.take(u"2026-4118"_s, 68430);
    auto* sheet = new HookSheet{*s.keys, &s.frame};
    sheet->hang(s.row(u"2026-4118"_s), {{u"14"_s, u"N-GE 2716"_s}});
    QTest::qWait(100);
    find<QLineEdit>(*sheet, "hook.field")->setText(u"17"_s);
}

void request(Stage& s)
{
    s.take(u"2026-4118"_s, 68430, u"FFB-ME 118"_s, u"12"_s, u"helene.vogt@example.org"_s);
    s.set({{u"portal.id"_s, u"scripted"_s}, {u"portal.test"_s, u"yes"_s}, {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s},
           {u"mail.host"_s, u"mail.lindner.example"_s}, {u"mail.from"_s, u"service@lindner.example"_s}});
    (void)s.link(u"2026-4118"_s);
    const domain::MailId sent{u"request:r-2026-4118:1"_s}, failed{u"request:r-2026-4118:2"_s};
    s.append({domain::MailQueued{sent, s.id(u"2026-4118"_s), domain::MailKind::Request, u"helene.vogt@example.org"_s, u"de"_s, u"a@lindner.example"_s, u"r-2026-4118"_s},
              domain::MailMoved{sent, s.id(u"2026-4118"_s), domain::MailState::Sent, u"250 ok"_s, 1},
              domain::MailQueued{failed, s.id(u"2026-4118"_s), domain::MailKind::Request, u"h.vogt@example.org"_s, u"de"_s, u"b@lindner.example"_s, u"r-2026-4118"_s},
              domain::MailMoved{failed, s.id(u"2026-4118"_s), domain::MailState::Failed, u"mail.rejected 550 no such user here"_s, 1}});
    auto* sheet = new RequestSheet{*s.requests, *s.mails, *s.settings, s.clock, s.view(u"2026-4118"_s), &s.frame};
    sheet->open();
    QTest::qWait(100);
    press(*sheet, "request.other_amount");
    find<QLineEdit>(*sheet, "request.part")->setText(u"200"_s);
}

void refund(Stage& s)
{
    s.take(u"2026-4118"_s, 68430);
    s.payTwice(u"2026-4118"_s);
    const auto view = s.view(u"2026-4118"_s);
    auto* sheet = new RefundSheet{*s.refunds, *s.settings, s.clock, view, {view.item.tasks.front().id, view.item.tasks.front().detail}, &s.frame};
    sheet->open();
    QTest::qWait(Sheet::kEnterInertMs + 50);
    press(*sheet, "reason.option0");
    find<QPlainTextEdit>(*sheet, "reason.text")->setPlainText(u"Bar und über den Link bezahlt"_s);
    find<QLineEdit>(*sheet, "refund.second")->setText(u"Herr Lindner"_s);
}

void refundDone(Stage& s)
{
    refund(s);
    auto* sheet = s.frame.findChild<RefundSheet*>();
    press(*sheet, "refund.primary");
    (void)QTest::qWaitFor([sheet] { return sheet->state() == RefundSheet::State::Done; }, 20'000);
}

void tasks(Stage& s)
{
    const auto raise = [&s](const QString& number, const QString& kind, const QString& detail) {
        s.append({domain::TaskRaised{domain::TaskId{kind + u':' + number}, s.id(number), kind, detail, domain::Money::cents(4900)}});
    };
    s.take(u"2026-4118"_s, 68430);
    s.take(u"2026-4119"_s, 12500, u"M-AB 1234"_s, u"13"_s);
    s.take(u"2026-4120"_s, 31990, u"N-GE 2716"_s, u"14"_s);
    s.payTwice(u"2026-4118"_s);
    raise(u"2026-4119"_s, u"payee.differs"_s, u"DE02120300000000202051"_s);
    raise(u"2026-4119"_s, u"payment.late"_s, {});
    raise(u"2026-4120"_s, u"mail.failed"_s, u"h.vogt@example.org"_s);
    raise(u"2026-4120"_s, u"payment.chargeback"_s, {});
    auto* page = new TasksPage{*s.tasks, *s.feed, s.clock};
    page->refresh();
    s.frame.setContent(page);
    (void)QTest::qWaitFor([page] { return page->model().rowCount() == 5; }, 20'000);
    QTest::qWait(50);
    find<QTableView>(*page, "tasks.list")->selectRow(0);
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
        {u"payment-taken", paymentTaken, L, desk, false, 1}, {u"payment-taken-dark", paymentTaken, D, laptop, false, 1}, {u"payment-much", paymentMuch, L, desk, false, 1},
        {u"payment-much-least", paymentMuch, D, least, false, 1}, {u"payment-much-en", paymentMuch, H, laptop, true, 1},
        {u"key-stay", keyStay, L, desk, false, 1}, {u"key-stay-dark", keyStay, D, desk, false, 1}, {u"key-stay-least", keyStay, L, least, false, 1},
        {u"key-stay-150", keyStay, L, laptop, false, 1}, {u"key-two", keyTwo, L, desk, false, 1}, {u"key-go", keyGo, L, desk, false, 1},
        {u"key-go-en", keyGo, D, desk, true, 1}, {u"key-gone", keyGone, L, desk, false, 1}, {u"hook", hook, L, desk, false, 1},
        {u"reminder", reminder, L, desk, false, 1}, {u"reminder-dark", reminder, D, least, false, 1}, {u"notices", notices, L, desk, false, 1}, {u"notices-dark", notices, D, least, false, 1},
        {u"filters", filters, L, desk, false, 1}, {u"filters-en", filters, D, least, true, 1},
        {u"request", request, L, desk, false, 1}, {u"request-dark", request, D, desk, false, 1}, {u"request-en", request, L, least, true, 1},
        {u"refund", refund, L, desk, false, 1}, {u"refund-dark", refund, D, desk, false, 1}, {u"refund-en", refund, L, least, true, 1}, {u"refund-done", refundDone, L, desk, false, 1},
        {u"tasks", tasks, L, desk, false, 1}, {u"tasks-dark", tasks, D, desk, false, 1}, {u"tasks-en", tasks, L, least, true, 1}};
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
