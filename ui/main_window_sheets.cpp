// The sheets the main window opens over the board. At most one is open; every one closes itself.
#include "ui/board/board_page.h"
#include "ui/board/history_sheet.h"
#include "ui/board/note_sheet.h"
#include "ui/board/vehicle_sheet.h"
#include "ui/common/money_text.h"
#include "ui/common/state_look.h"
#include "ui/common/toast.h"
#include "ui/common/wording.h"
#include "ui/counter/payment_sheet.h"
#include "ui/counter/refund_check_sheet.h"
#include "ui/counter/refund_sheet.h"
#include "ui/desk_frame.h"
#include "ui/health/diagnostics_page.h"
#include "ui/health/health_words.h"
#include "ui/help/help_sheet.h"
#include "ui/intake/profile_sheet.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/hook_sheet.h"
#include "ui/keys/pickup_sheet.h"
#include "ui/main_window.h"
#include "ui/request/document_sheet.h"
#include "ui/request/paper_sheet.h"
#include "ui/request/request_sheet.h"
#include "ui/scanner/scanner.h"
#include "ui/story.h"
#include "ui/tasks/task_sheet.h"
#include "ui/tasks/tasks_model.h"
#include "ui/wall/wall_board.h"
#include "ui/wizard/wizard_sheet.h"
#include <QLocale>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// The row as it would be if it was about this key of its invoice.
domain::BoardRow rowAbout(const domain::BoardRow& row, const domain::VehicleKey& key)
{
    if (!key.exists()) return row;
    auto out = row;
    out.key = key.id;
    out.plate = key.plate.isEmpty() ? key.vin : key.plate;
    out.vehicle = key.vehicle;
    out.hook = key.hook;
    return out;
}
constexpr std::size_t kReceiptsInMenu = 5;   // the newest; more is no menu

} // namespace

// Deleted when closed; hears what the feed says of its invoice.
void MainWindow::adoptSheet(Sheet* sheet)
{
    m_sheet = sheet;
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    applyKeys(*sheet, m_keys);
}

// Tells a sheet of every change of its invoice, with all there is to know of it.
template <class S> void MainWindow::keepInformed(S* sheet)
{
    connect(&m_desk.feed, &services::JournalFeed::rowsChanged, sheet, [this, sheet](const std::vector<domain::BoardRow>& rows) {
        const auto id = sheet->invoice();
        if (std::none_of(rows.begin(), rows.end(), [&](const domain::BoardRow& row) { return row.invoice == id; })) return;
        m_desk.board.invoice(id, [guard = QPointer{sheet}](const Result<services::InvoiceView>& view) {
            if (guard && view) guard->setView(view.value());
        });
    });
}

QWidget* MainWindow::makeDiagnostics()
{
    auto* page = new DiagnosticsPage{{m_desk.vault, m_desk.backups, m_desk.diagnosis, m_desk.connections}};
    connect(page, &DiagnosticsPage::connectionsRequested, this, [this] { go(u"health"_s); });
    connect(page, &DiagnosticsPage::reportSaved, this, [this](const QString& file) { m_toasts->show({Look::Accepted, tr("Report saved"), QDir::toNativeSeparators(file)}); });
    return page;
}

// What a desk tries of itself is shown up there only when somebody has to look.
void MainWindow::showHealth()
{
    std::vector<HealthItem> items;
    for (const auto& peer : {u"portal"_s, u"mail"_s, u"source"_s, u"printer"_s, u"store"_s}) items.push_back(HealthWords::item(peer, m_desk.health.peer(peer)));
    for (const auto& peer : {u"backup"_s, u"disk"_s, u"clock"_s, u"scanner"_s}) {
        const auto item = HealthWords::item(peer, m_desk.health.peer(peer));
        if (item.health == Health::Notice || item.health == Health::Bad) items.push_back(item);
    }
    m_frame->top().health().setItems(std::move(items));
}

void MainWindow::openWall()
{
    if (!m_wall) m_wall = new WallBoard{{m_desk.board, m_desk.feed, m_desk.health, m_desk.settings, m_desk.clock}};
    m_wall->setKeys(m_keys);
    m_wall->showOnWall();
    m_wall->raise();
}

// A scan never closes what somebody is in the middle of.
void MainWindow::listenToScanner()
{
    auto* scanner = new Scanner{m_desk.board, m_desk.settings, this};
    connect(&m_desk.scanLine, &services::ScanLine::read, scanner, &Scanner::take);
    connect(scanner, &Scanner::found, this, [this](const domain::InvoiceId& invoice) {
        if (m_lock) return;
        if (m_sheet) {
            return withInvoice(invoice, [this](const services::InvoiceView& view) {
                m_toasts->show({lookOf(view.row, m_desk.clock.now()), tr("Scanned: %1").arg(view.row.plate.isEmpty() ? view.row.number : view.row.plate), tr("Finish or close this first"), view.row.invoice});
            });
        }
        go(u"board"_s);
        m_board->select(invoice);
    });
    connect(scanner, &Scanner::said, m_toasts, &ToastStack::show);
    connect(scanner, &Scanner::failed, this, &MainWindow::fail);
}

void MainWindow::openRequest(const domain::InvoiceId& invoice, bool print)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, print](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new RequestSheet{m_desk.requests, m_desk.mails, m_desk.settings, m_desk.clock, view, this});
        keepInformed(sheet);
        connect(sheet, &RequestSheet::mailQueued, this, [this, row = view.row](const domain::MailId& mail, const QString& to) { offerMailBack(row, mail, to); });
        connect(sheet, &RequestSheet::withdrawn, this, [this, row = view.row] { offerRequestBack(row); });
        sheet->open(sheet->firstField());
        if (print && view.item.liveRequest()) sheet->printNow();
    });
}

void MainWindow::openRefund(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& payment)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, task, payment](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new RefundSheet{m_desk.refunds, m_desk.settings, m_desk.clock, view, {task, payment}, this});
        sheet->setSecond(askSecond());
        keepInformed(sheet);
        connect(sheet, &RefundSheet::slipRequested, this, &MainWindow::showPaper);
        connect(sheet, &RefundSheet::checkRequested, this, [this, id = view.row.invoice](const domain::RefundId& refund) {
            if (m_sheet) m_sheet->close();
            m_sheet.clear();
            openRefundCheck(id, refund);
        });
        sheet->open(sheet->firstField());
    });
}

void MainWindow::openRefundCheck(const domain::InvoiceId& invoice, const domain::RefundId& refund)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, refund](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new RefundCheckSheet{m_desk.refunds, m_desk.settings, view, refund, this});
        sheet->setSecond(askSecond());
        keepInformed(sheet);
        connect(sheet, &RefundCheckSheet::finished, this, [this, number = view.item.number](const QString& text) { m_toasts->show({Look::Accepted, tr("Invoice %1").arg(number), text}); });
        sheet->open(sheet->firstField());
    });
}

void MainWindow::takeWayOut(const services::TaskRow& task)
{
    switch (wayOutOfTask(task)) {
    case TaskWay::GiveBack: return openRefund(task.invoice, task.task.id, task.payment);
    case TaskWay::AskForRest: return openRequest(task.invoice);
    case TaskWay::CheckRefund: return openRefundCheck(task.invoice, task.refund);
    case TaskWay::Reminder: return openReminder(task.invoice, task.task.id);
    case TaskWay::Mail:
    case TaskWay::Reason: return openTask(task);
    }
}

void MainWindow::openTask(const services::TaskRow& task)
{
    if (m_sheet) return;
    auto* sheet = adopt(new TaskSheet{m_desk.tasks, m_desk.mails, m_desk.settings.policy().mail, task, this});
    sheet->setSecond(askSecond());
    connect(sheet, &TaskSheet::finished, this, [this, task](const QString& text) { m_toasts->show({Look::Accepted, Wording::task(task.task.kind), text, task.invoice}); });
    sheet->open(sheet->firstField());
}

void MainWindow::openPayment(const domain::InvoiceId& invoice)
{
    if (m_sheet) return;
    withInvoice(invoice, [this](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new PaymentSheet{m_desk.counter, m_desk.clock, this});
        connect(&m_desk.feed, &services::JournalFeed::rowsChanged, sheet, [sheet](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) sheet->itemChanged(row);
        });
        connect(sheet, &PaymentSheet::receiptRequested, this, [this](const services::CounterReceipt& receipt) { showPaper(receipt.pdf, receipt.receiptNumber); });
        connect(sheet, &PaymentSheet::booked, this, [this](const services::CounterReceipt& receipt, bool printWanted) {
            // The sheet goes on showing the change; without a printer the receipt lies ready as PDF.
            const bool printerReady = m_desk.health.peer(u"printer"_s).state == services::PeerHealth::State::Good;
            if (!printWanted || receipt.pdf.isEmpty() || !printerReady) return;
            auto* printer = new PdfPrinter{m_desk.settings.value(u"printer.name"_s), this};
            connect(printer, &PdfPrinter::said, this, [this, printer, number = receipt.receiptNumber](const QString& text, bool taken) {
                m_toasts->show({taken ? Look::Accepted : Look::Notice, tr("Receipt %1").arg(number), text});
                printer->deleteLater();
            });
            printer->printAtOnce(receipt.pdf, receipt.receiptNumber);
        });
        const auto printer = m_desk.health.peer(u"printer"_s);
        const bool ready = printer.state == services::PeerHealth::State::Good;
        sheet->setPrinter(ready ? QString{} : tr("No printer, the receipt is kept as PDF"), !ready);
        sheet->setTraining(m_desk.settings.training());
        sheet->pay(view.item, view.key.hook);
    });
}

void MainWindow::openHandOver(const domain::InvoiceId& invoice)
{
    handOver(invoice, {});
}

void MainWindow::handOver(const domain::InvoiceId& invoice, const domain::VehicleKey& which)
{
    if (m_sheet) return;
    const auto* found = m_model.find(invoice);
    if (!found) return;
    const auto about = rowAbout(*found, which);
    const auto* row = &about;
    auto* sheet = adopt(new HandoverSheet{m_desk.keys, m_desk.clock, this});
    sheet->setSecond(askSecond());
    connect(&m_desk.feed, &services::JournalFeed::rowsChanged, sheet, [sheet](const std::vector<domain::BoardRow>& rows) {
        for (const auto& changed : rows) sheet->itemChanged(changed);
    });
    connect(sheet, &HandoverSheet::payRequested, this, [this](const domain::InvoiceId& open) {
        m_sheet.clear();
        openPayment(open);
    });
    connect(sheet, &HandoverSheet::tagRequested, this, &MainWindow::printTags);
    connect(sheet, &HandoverSheet::released, this, [this, id = row->invoice](const services::KeyOutlook& outlook) {
        m_toasts->show({Look::HandedOver, tr("Key handed over"), u"%1 · %2"_s.arg(outlook.key.plate, outlook.key.to), id});
    });
    connect(sheet, &HandoverSheet::takenBack, this, [this, plate = row->plate] { m_toasts->show({Look::Accepted, tr("Key came back"), plate}); });
    sheet->setSigning(m_desk.settings.value(u"keys.signature"_s));
    sheet->handOver(*row);
}

void MainWindow::openMore(const domain::InvoiceId& invoice, const QPoint& at)
{
    withInvoice(invoice, [this, at](const services::InvoiceView& view) {
        auto* menu = new QMenu{this};
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto id = view.row.invoice;
        menu->setToolTipsVisible(true);
        const auto add = [this, menu](const QString& text, bool enabled, domain::Right right, auto&& what) {
            auto* action = menu->addAction(text);
            const auto why = denied(right);
            action->setEnabled(enabled && why.isEmpty());
            if (!why.isEmpty()) action->setToolTip(why);
            connect(action, &QAction::triggered, menu, what);
        };
        const bool here = view.key.exists() && view.key.here();
        add(domain::onAccountCovers(view.item) ? tr("No longer on account …") : tr("Release on account …"), view.item.open().isPositive() && !view.item.cancelled, domain::Right::Work, [this, view] { openAccount(view); });
        add(tr("Vehicle and payer …"), true, domain::Right::TakeIn, [this, id] { openVehicle(id); });
        add(tr("Write a note …"), true, domain::Right::Work, [this, row = view.row] { openNote(row); });
        add(tr("Remind me …"), static_cast<int>(view.item.reminders.size()) < domain::kMaxReminders, domain::Right::Work, [this, id] { openReminder(id); });
        for (const auto& reminder : view.item.reminders) {
            const auto text = tr("Reminder %1: %2 …").arg(QLocale{}.toString(reminder.due.local(), QLocale::ShortFormat), reminder.text.left(40));
            add(QString{text}.replace(u'&', u"&&"_s), true, domain::Right::Work, [this, id, which = reminder.id] { openReminder(id, {}, which); });
        }
        add(tr("Hang key on a hook …"), here, domain::Right::HandOver, [this, id] { openHook(id); });
        add(tr("Somebody else collects …"), here, domain::Right::HandOver, [this, id] { openPickup(id); });
        for (const auto& other : view.keys) {   // of an invoice over several vehicles
            if (other.id == view.row.key || other.dissolved) continue;
            const auto name = QString{other.plate.isEmpty() ? other.vin : other.plate}.replace(u'&', u"&&"_s);
            add(other.here() ? tr("Hand over the key of %1 …").arg(name) : tr("Key of %1 came back").arg(name), true, domain::Right::HandOver, [this, id, other] { handOver(id, other); });
            add(tr("Hang the key of %1 on a hook …").arg(name), other.here(), domain::Right::HandOver, [this, id, other] { hang(id, other); });
        }
        add(tr("Print key tag …"), view.key.exists(), domain::Right::Work, [this, id] { printTags(id); });
        add(tr("Print key tags of today …"), true, domain::Right::Work, [this] { printTags(); });
        add(tr("Key came back"), view.key.exists() && !here, domain::Right::HandOver, [this, id] { openHandOver(id); });
        add(tr("Withdraw request …"), view.item.liveRequest() != nullptr, domain::Right::Request, [this, view] { openWithdrawing(view); });
        const bool paid = std::any_of(view.item.payments.begin(), view.item.payments.end(), [](const domain::Payment& p) { return p.amount.isPositive(); });
        const auto first = view.item.payments.size() - std::min<std::size_t>(view.item.payments.size(), kReceiptsInMenu);
        for (auto i = first; i < view.item.payments.size(); ++i) {
            const auto& payment = view.item.payments[i];
            if (!domain::hasReceipt(payment)) continue;
            const auto text = tr("Print receipt %1 again …").arg(payment.receiptNumber.left(40));
            add(QString{text}.replace(u'&', u"&&"_s), true, domain::Right::Work, [this, id, which = payment.id] { printReceipt(id, which); });
        }
        add(tr("Money has been taken already …"), !domain::asksForMoney(view.item), domain::Right::TakeMoney, [this, id] { openPayment(id); });
        add(tr("Give money back …"), paid, domain::Right::Work, [this, id] { openRefund(id); });
        if (view.item.cancelled && !view.item.undone) add(tr("Not cancelled after all …"), true, domain::Right::TakeIn, [this, view] { openRestoring(view); });
        else add(tr("Cancelled in the workshop system …"), !view.item.cancelled, domain::Right::Work, [this, view] { openCancelling(view); });   // who may not asks a second person
        addTasks(*menu, view);
        menu->popup(at);
    });
}

// What has to be looked at of this invoice, each with its right way out, as on the page of tasks.
void MainWindow::addTasks(QMenu& menu, const services::InvoiceView& view)
{
    for (const auto& refund : view.item.refunds) {
        if (!m_desk.refunds.needsPerson(refund)) continue;
        auto* action = menu.addAction(tr("Clear up the refund of %1 …").arg(moneyText(refund.amount)));
        connect(action, &QAction::triggered, this, [this, id = view.row.invoice, refund = refund.id] { openRefundCheck(id, refund); });
    }
    if (!view.item.tasks.empty()) menu.addSeparator();
    for (const auto& task : view.item.tasks) {
        if (task.kind == u"refund.no_answer" || task.kind == domain::reminderTaskKind()) continue;   // stands there already
        auto* action = menu.addAction(tr("Task: %1 …").arg(Wording::task(task.kind)));
        connect(action, &QAction::triggered, this, [this, row = view.row, id = task.id] {
            m_desk.tasks.of({row}, [guard = QPointer{this}, this, id](const Result<std::vector<services::TaskRow>>& tasks) {
                if (!guard) return;
                if (!tasks) return fail(tasks.error());
                const auto found = std::find_if(tasks.value().begin(), tasks.value().end(), [&](const services::TaskRow& t) { return t.task.id == id; });
                if (found != tasks.value().end()) takeWayOut(*found);
            });
        });
    }
}

void MainWindow::showPaper(const QByteArray& pdf, const QString& title)
{
    if (m_lock) return;
    if (m_sheet) m_sheet->close();
    adopt(new PaperSheet{pdf, title, m_desk.settings.value(u"printer.name"_s), this})->open();
}

void MainWindow::openDocument(const domain::InvoiceId& invoice, int place)
{
    withInvoice(invoice, [this, place](const services::InvoiceView& view) {
        const auto pages = services::pagesOf(view.timeline);
        if (m_sheet || place < 0 || static_cast<std::size_t>(place) >= pages.size()) return;
        auto* sheet = adopt(new DocumentSheet{m_desk.documents, pages[static_cast<std::size_t>(place)], this});
        sheet->open();
        sheet->load();
    });
}

void MainWindow::openFile(const QString& file, const QString& sha256)
{
    auto* sheet = new DocumentSheet{m_desk.documents, file, sha256, this};
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    applyKeys(*sheet, m_keys);
    sheet->open();
    sheet->load();
}

void MainWindow::openProfile(const QString& sample)
{
    if (m_sheet) return;
    auto* sheet = adopt(new ProfileSheet{m_desk.profiles, this});
    connect(sheet, &ProfileSheet::kept, this, [this](const QString& name) { m_toasts->show({Look::Accepted, tr("File form kept"), name}); });
    connect(sheet, &ProfileSheet::removed, this, [this](const QString& name) { m_toasts->show({Look::Cancelled, tr("File form deleted"), name}); });
    sheet->open(sheet->firstInput());
    if (!sample.isEmpty()) sheet->openSample(sample);
}

void MainWindow::showTags(const services::PrintedTags& made, const QString& heading, const QString& title)
{
    if (m_lock) return;
    if (m_sheet) m_sheet->close();
    const auto label = m_desk.settings.value(u"printer.label"_s);
    auto* sheet = adopt(new PaperSheet{made.pdf, title, label.isEmpty() ? m_desk.settings.value(u"printer.name"_s) : label, this});
    sheet->setHead({}, heading, title);
    sheet->open();
}

void MainWindow::openPickup(const domain::InvoiceId& invoice)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, invoice](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new PickupSheet{m_desk.pickups, view, m_desk.settings.policy().mail, this});
        connect(sheet, &PickupSheet::sent, this, [this](const QString& to) { m_toasts->show({Look::Accepted, tr("Pickup code on its way"), to}); });
        connect(sheet, &PickupSheet::slipRequested, this, [this, invoice](const QString& digits, const QString& until) {
            m_desk.keyTags.makeSlip(invoice, tr("Code"), digits, [guard = QPointer{this}, this, until](const Result<services::PrintedTags>& made) {
                if (!guard) return;
                if (!made) return fail(made.error());
                showTags(made.value(), tr("Pickup code"), tr("for the owner, valid until %1").arg(until));
            });
        });
        sheet->open(sheet->firstField());
    });
}

void MainWindow::printTags(const domain::InvoiceId& invoice)
{
    const auto show = [guard = QPointer{this}, this](const Result<services::PrintedTags>& made) {
        if (!guard) return;
        if (!made) return fail(made.error());
        showTags(made.value(), tr("Key tags"), tr("%n key tag(s)", nullptr, made.value().count));
    };
    invoice.isNull() ? m_desk.keyTags.makeToday(tr("Hook"), show) : m_desk.keyTags.make({invoice}, tr("Hook"), show);
}

void MainWindow::openHistory(const domain::InvoiceId& invoice)
{
    withInvoice(invoice, [this](const services::InvoiceView& view) {
        if (m_sheet) return;
        const auto detail = Story::detailOf(view, m_desk.clock.now());
        auto* sheet = adopt(new HistorySheet{detail, this});
        for (const auto& entry : detail.timeline) {
            if (entry.signature.isEmpty()) continue;
            m_desk.keys.signature(entry.signatureFile, entry.signature, [shown = QPointer{sheet}, sha = entry.signature](const Result<QByteArray>& svg) {
                if (shown && svg) shown->showSignature(sha, svg.value());
            });
        }
        sheet->open();
    });
}

void MainWindow::openHelp()
{
    m_frame->rail().setCurrent(m_pages.key(m_stack->currentWidget()));   // help is no page
    if (m_sheet) return;
    auto* help = adopt(new HelpSheet{this, m_keys});
    connect(help, &HelpSheet::printRequested, this, [this, help] { showPaper(help->pdf(m_desk.settings.value(u"company.name"_s)), tr("Keys of the desk")); });
    connect(help, &HelpSheet::manualRequested, this, [this, help] {
        help->close();
        go(u"manual"_s);
    });
    help->open();
}

void MainWindow::openNote(const domain::BoardRow& row)
{
    if (m_sheet) return;
    auto* sheet = adopt(new NoteSheet{m_desk.notes, row, this});
    connect(sheet, &NoteSheet::written, this, [this, row] {
        m_toasts->show({Look::Accepted, tr("Note written down"), row.plate.isEmpty() ? row.number : row.plate, row.invoice});
        showDetail(row.invoice);
    });
    sheet->open(sheet->firstField());
}

void MainWindow::openSetUp()
{
    if (m_sheet) return;
    auto* sheet = adopt(new WizardSheet{{m_desk.settings, m_desk.intake, m_desk.accounts}, this});
    connect(sheet, &WizardSheet::lookChanged, this, &MainWindow::lookChanged);
    connect(sheet, &WizardSheet::sampleRequested, this, &MainWindow::sampleRequested);
    connect(sheet, &WizardSheet::ended, this, [this](bool finished) {
        if (finished) m_toasts->show({Look::Accepted, tr("The first set-up is finished"), tr("Portal and mail: page Settings")});
        else m_toasts->show({Look::Notice, tr("The first set-up waits"), tr("Settings, First set-up: it goes on where it was")});
        Q_EMIT setUpEnded();
    });
    sheet->begin();
}

void MainWindow::openVehicle(const domain::InvoiceId& invoice)
{
    if (m_sheet) return;
    withInvoice(invoice, [this](const services::InvoiceView& view) {
        if (m_sheet) return;
        auto* sheet = adopt(new VehicleSheet{m_desk.vehicles, view, this});
        connect(sheet, &VehicleSheet::stored, this, [this, row = view.row](const QString& said) {
            m_toasts->show({Look::Accepted, said, row.plate.isEmpty() ? row.number : row.plate, row.invoice});
        });
        sheet->open(sheet->firstField());
    });
}

void MainWindow::confirmVehicle(const domain::InvoiceId& invoice)
{
    m_desk.vehicles.confirm(invoice, [guard = QPointer{this}, this, invoice](const Result<Ok>& done) {
        if (!guard) return;
        if (!done) return fail(done.error());
        m_toasts->show({Look::Accepted, tr("Vehicle data confirmed"), {}, invoice});
    });
}

void MainWindow::openHook(const domain::InvoiceId& invoice)
{
    hang(invoice, {});
}

void MainWindow::hang(const domain::InvoiceId& invoice, const domain::VehicleKey& which)
{
    const auto* found = m_model.find(invoice);
    if (m_sheet || !found) return;
    const auto about = rowAbout(*found, which);
    const auto* row = &about;
    auto* sheet = adopt(new HookSheet{m_desk.keys, this});
    connect(sheet, &HookSheet::tagRequested, this, &MainWindow::printTags);
    QHash<QString, QString> taken;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const auto& other = m_model.rowAt(i);
        if (!other.hook.isEmpty() && other.key != row->key) taken.insert(other.hook, other.plate);
        for (const auto& further : other.further)
            if (!further.hook.isEmpty() && further.key != row->key) taken.insert(further.hook, further.plate);
    }
    sheet->hang(*row, taken);
}

} // namespace tresen::ui
