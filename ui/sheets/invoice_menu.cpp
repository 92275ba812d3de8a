#include "ui/sheets/invoice_menu.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/sheets/desk_sheets.h"
#include <QLocale>
#include <QMenu>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr std::size_t kReceiptsInMenu = 5;   // the newest; more is no menu
constexpr int kNameCharacters = 40;

// What came from outside as a menu shows it: no letter of it becomes a key.
QString plain(QString text) { return text.replace(u'&', u"&&"_s); }

} // namespace

InvoiceMenu::InvoiceMenu(const DeskContext& desk, DeskSheets& sheets, PeopleDoor& people) : m_desk{desk}, m_sheets{sheets}, m_people{people} {}

void InvoiceMenu::open(const domain::InvoiceId& invoice, const QPoint& at)
{
    m_sheets.stand.withInvoice(invoice, [this, at](const services::InvoiceView& view) {
        auto* menu = new QMenu{m_sheets.stand.window()};
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        addRecords(*menu, view);
        addKeys(*menu, view);
        addMoney(*menu, view);
        addTasks(*menu, view);
        menu->popup(at);
    });
}

void InvoiceMenu::add(QMenu& menu, const QString& text, bool enabled, domain::Right right, std::function<void()> what)
{
    auto* action = menu.addAction(text);
    const auto why = m_people.denied(right);
    action->setEnabled(enabled && why.isEmpty());
    if (!why.isEmpty()) action->setToolTip(why);
    connect(action, &QAction::triggered, &menu, std::move(what));
}

void InvoiceMenu::addRecords(QMenu& menu, const services::InvoiceView& view)
{
    using domain::Right;
    auto& s = m_sheets;
    const auto id = view.row.invoice;
    add(menu, domain::onAccountCovers(view.item) ? tr("No longer on account …") : tr("Release on account …"), view.item.open().isPositive() && !view.item.cancelled, Right::Work, [&s, view] { s.steps.openAccount(view); });
    add(menu, tr("Vehicle and payer …"), true, Right::TakeIn, [&s, id] { s.records.openVehicle(id); });
    add(menu, tr("Write a note …"), true, Right::Work, [&s, row = view.row] { s.records.openNote(row); });
    add(menu, tr("Remind me …"), static_cast<int>(view.item.reminders.size()) < domain::kMaxReminders, Right::Work, [&s, id] { s.records.openReminder(id); });
    for (const auto& reminder : view.item.reminders) {
        const auto text = tr("Reminder %1: %2 …").arg(QLocale{}.toString(reminder.due.local(), QLocale::ShortFormat), reminder.text.left(kNameCharacters));
        add(menu, plain(text), true, Right::Work, [&s, id, which = reminder.id] { s.records.openReminder(id, {}, which); });
    }
}

void InvoiceMenu::addKeys(QMenu& menu, const services::InvoiceView& view)
{
    using domain::Right;
    auto& keys = m_sheets.keys;
    const auto id = view.row.invoice;
    const bool here = view.key.exists() && view.key.here();
    add(menu, tr("Hang key on a hook …"), here, Right::HandOver, [&keys, id] { keys.hang(id); });
    add(menu, tr("Somebody else collects …"), here, Right::HandOver, [&keys, id] { keys.openPickup(id); });
    for (const auto& other : view.keys) {   // of an invoice over several vehicles
        if (other.id == view.row.key || other.dissolved) continue;
        const auto name = plain(other.plate.isEmpty() ? other.vin : other.plate);
        add(menu, other.here() ? tr("Hand over the key of %1 …").arg(name) : tr("Key of %1 came back").arg(name), true, Right::HandOver, [&keys, id, other] { keys.handOver(id, other); });
        add(menu, tr("Hang the key of %1 on a hook …").arg(name), other.here(), Right::HandOver, [&keys, id, other] { keys.hang(id, other); });
    }
    add(menu, tr("Print key tag …"), view.key.exists(), Right::Work, [&keys, id] { keys.printTags(id); });
    add(menu, tr("Print key tags of today …"), true, Right::Work, [&keys] { keys.printTags(); });
    add(menu, tr("Key came back"), view.key.exists() && !here, Right::HandOver, [&keys, id] { keys.handOver(id); });
}

void InvoiceMenu::addMoney(QMenu& menu, const services::InvoiceView& view)
{
    using domain::Right;
    auto& s = m_sheets;
    const auto id = view.row.invoice;
    const auto& payments = view.item.payments;
    add(menu, tr("Withdraw request …"), view.item.liveRequest() != nullptr, Right::Request, [&s, view] { s.steps.openWithdrawing(view); });
    for (auto i = payments.size() - std::min(payments.size(), kReceiptsInMenu); i < payments.size(); ++i) {
        if (!domain::hasReceipt(payments[i])) continue;
        add(menu, plain(tr("Print receipt %1 again …").arg(payments[i].receiptNumber.left(kNameCharacters))), true, Right::Work, [&s, id, which = payments[i].id] { s.money.printReceipt(id, which); });
    }
    const bool paid = std::any_of(payments.begin(), payments.end(), [](const domain::Payment& p) { return p.amount.isPositive(); });
    add(menu, tr("Money has been taken already …"), !domain::asksForMoney(view.item), Right::TakeMoney, [&s, id] { s.money.openPayment(id); });
    add(menu, tr("Give money back …"), paid, Right::Work, [&s, id] { s.money.openRefund(id); });
    if (view.item.cancelled && !view.item.undone) add(menu, tr("Not cancelled after all …"), true, Right::TakeIn, [&s, view] { s.steps.openRestoring(view); });
    else add(menu, tr("Cancelled in the workshop system …"), !view.item.cancelled, Right::Work, [&s, view] { s.steps.openCancelling(view); });   // who may not asks a second person
}

// What has to be looked at of this invoice, each with its right way out, as on the page of tasks.
void InvoiceMenu::addTasks(QMenu& menu, const services::InvoiceView& view)
{
    for (const auto& refund : view.item.refunds) {
        if (!m_desk.refunds.needsPerson(refund)) continue;
        auto* action = menu.addAction(tr("Clear up the refund of %1 …").arg(moneyText(refund.amount)));
        connect(action, &QAction::triggered, this, [this, id = view.row.invoice, refund = refund.id] { m_sheets.money.openRefundCheck(id, refund); });
    }
    if (!view.item.tasks.empty()) menu.addSeparator();
    for (const auto& task : view.item.tasks) {
        if (task.kind == u"refund.no_answer" || task.kind == domain::reminderTaskKind()) continue;   // stands there already
        auto* action = menu.addAction(tr("Task: %1 …").arg(Wording::task(task.kind)));
        connect(action, &QAction::triggered, this, [this, row = view.row, id = task.id] {
            m_desk.tasks.of({row}, [guard = QPointer{this}, this, id](const Result<std::vector<services::TaskRow>>& tasks) {
                if (!guard) return;
                if (!tasks) return m_sheets.stand.fail(tasks.error());
                const auto found = std::find_if(tasks.value().begin(), tasks.value().end(), [&](const services::TaskRow& t) { return t.task.id == id; });
                if (found != tasks.value().end()) m_sheets.tasks.takeWayOut(*found);
            });
        });
    }
}

} // namespace tresen::ui
