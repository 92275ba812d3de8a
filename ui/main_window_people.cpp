// Who works at this desk: coming in and leaving, the lock over everything, what is not allowed, and the second person for one action.
#include "ui/board/board_page.h"
#include "ui/common/money_text.h"
#include "ui/common/toast.h"
#include "ui/common/wording.h"
#include "ui/desk_frame.h"
#include "ui/main_window.h"
#include "ui/people/idle_watch.h"
#include "ui/people/people_words.h"
#include "ui/people/person_sheet.h"
#include "ui/people/pin_sheet.h"
#include "ui/tasks/proposal_strip.h"
#include "ui/tasks/tasks_page.h"
#include <QApplication>
#include <QDialog>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kLockMinuteMs = 60'000;
constexpr int kLockAgainMs = 2'000;   // something is being booked: the lock waits for its end

// Of a page that not everybody may see. Settings: whoever confirms the bank account has to find it, too.
std::optional<domain::Right> rightOfPage(const QString& id)
{
    if (id == u"settings") return domain::Right::ChangeSettings;
    if (id == u"day") return domain::Right::SeeReports;
    if (id == u"inbox") return domain::Right::TakeIn;
    return std::nullopt;
}

} // namespace

void MainWindow::connectPeople()
{
    m_idle = new IdleWatch{this};
    connect(m_idle, &IdleWatch::idle, this, [this] { lock(services::People::Leave::Idle); });
    connect(m_idle, &IdleWatch::lockWanted, this, [this] { lock(services::People::Leave::Locked); });
    connect(&m_desk.people, &services::People::currentChanged, this, &MainWindow::showUser);
    connect(&m_desk.people, &services::People::changed, this, &MainWindow::showUser);
    connect(&m_frame->top().user(), &UserButton::clicked, this, &MainWindow::changeUser);
}

void MainWindow::showUser()
{
    const auto in = m_desk.people.current();
    const bool any = m_desk.people.known().any();
    m_frame->top().user().setUser(any && !in ? tr("Locked") : m_desk.people.nameOr(m_desk.settings.value(u"desk.user"_s)), in ? PeopleWords::role(in->role) : QString{});
    m_idle->setPatienceMs(any ? m_desk.settings.value(u"desk.lock_minutes"_s).toInt() * kLockMinuteMs : 0);
    if (!m_detailOf.isNull()) showDetail(m_detailOf);   // what may be done with it has changed
    QMetaObject::invokeMethod(this, &MainWindow::leaveForeignPage, Qt::QueuedConnection);   // the sheet in which somebody came in closes first
    if (m_desk.people.isLocked()) lock(services::People::Leave::Locked);   // switched off at another desk, or the start of the day
}

// Where somebody else was before. Not below an open sheet: it brings back the keys of the page it was opened over.
void MainWindow::leaveForeignPage()
{
    if (!m_desk.people.current() || isOpenToUser(m_pages.key(m_stack->currentWidget()))) return;
    const auto sheets = findChildren<Sheet*>();
    if (std::any_of(sheets.begin(), sheets.end(), [](const Sheet* sheet) { return sheet->isOpen(); })) return QTimer::singleShot(kLockAgainMs, this, &MainWindow::leaveForeignPage);
    go(u"board"_s);
}

// Who works here is a setting of the desk, as long as nobody has to come in.
void MainWindow::changeUser()
{
    if (!m_desk.people.known().any()) return openSettings(u"desk"_s);
    if (m_sheet || m_lock) return;
    auto* sheet = new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Change, domain::Right::Work, this};
    m_sheet = sheet;
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    connect(sheet, &PinSheet::ownPinWanted, this, &MainWindow::changeOwnPin);
    sheet->begin();
}

void MainWindow::changeOwnPin()
{
    const auto in = m_desk.people.current();
    if (!in) return;
    auto* sheet = new PersonSheet{m_desk.people, *in, this};
    m_sheet = sheet;
    sheet->setOnlyPin();
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    connect(sheet, &PersonSheet::saved, this, [this](const QString& name) { m_toasts->show({Look::Accepted, tr("The PIN is changed"), name}); });
    sheet->open(sheet->firstField());
}

// Open menus, dialogs and sheets go: what was typed there is not worth a desk that somebody else can use. Only what is being booked ends first.
void MainWindow::lock(services::People::Leave why)
{
    if (m_lock || !m_desk.people.known().any()) return;
    if (m_sheet && !m_sheet->isDismissible()) {
        QTimer::singleShot(kLockAgainMs, this, [this, why] { lock(why); });
        return;
    }
    while (auto* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup) break;
    }
    for (auto* dialog : findChildren<QDialog*>())
        if (dialog->isVisible()) dialog->reject();
    for (auto* sheet : findChildren<Sheet*>())
        if (sheet->isOpen()) sheet->close();
    const auto last = m_desk.people.current();
    m_lock = new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Lock, domain::Right::Work, this};
    if (last) m_lock->choose(last->id);
    connect(m_lock, &Sheet::closed, m_lock, &QObject::deleteLater);
    connect(m_lock, &Sheet::closed, this, [this] {
        m_lock.clear();
        m_toasts->setCovered(false);
    });
    m_toasts->setCovered(true);
    m_lock->begin();
    m_desk.people.leave(why);
}

QString MainWindow::denied(domain::Right right) const
{
    return PeopleWords::denied(m_desk.people.may(right), right);
}

bool MainWindow::isOpenToUser(const QString& id) const
{
    const auto right = rightOfPage(id);
    return !right || m_desk.people.mayAlone(*right) || (id == u"settings" && m_desk.people.mayAlone(domain::Right::ChangePayee));
}

bool MainWindow::mayGo(const QString& id)
{
    if (isOpenToUser(id)) return true;
    m_toasts->show({Look::Refused, tr("This page is not open to you"), denied(rightOfPage(id).value_or(domain::Right::Work))});
    m_frame->rail().setCurrent(m_pages.key(m_stack->currentWidget()));
    return false;
}

void MainWindow::noteDenied(BoardDetail& detail) const
{
    detail.noPay = denied(domain::Right::TakeMoney);
    detail.noRequest = denied(domain::Right::Request);
    detail.noKey = denied(domain::Right::HandOver);
    detail.noVehicle = denied(domain::Right::TakeIn);
}

// Null as long as nobody has to come in: then a name is typed, as before.
AskSecond MainWindow::askSecond()
{
    if (!m_desk.people.known().any()) return {};
    return [guard = QPointer{this}, this](domain::Right right, std::function<void(const services::Agreement&)> agreed) {
        if (!guard || m_lock) return;
        auto* sheet = new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Agree, right, this};
        connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
        connect(sheet, &PinSheet::agreed, this, [agreed](const services::Agreement& agreement) { agreed(agreement); });
        sheet->begin();
    };
}

// The badge counts both: what invoices ask for, and what waits for a second person.
void MainWindow::addProposals(TasksPage& tasks)
{
    auto* strip = new ProposalStrip{m_desk.people, m_desk.settings, &tasks};
    tasks.addBanner(strip);
    const auto count = [this, strip, page = &tasks] { m_frame->rail().button(u"tasks"_s)->setBadge(page->model().rowCount() + strip->count()); };
    connect(&tasks, &TasksPage::openCount, strip, count);
    connect(strip, &ProposalStrip::counted, strip, count);
    strip->refresh();
}

// News that a hurried eye must not miss: money that came by itself. Not over a lock, which hides whose it is.
void MainWindow::takeEntry(const domain::Recorded& entry)
{
    const auto* paid = entry.event.as<domain::PaymentBooked>();
    if (!paid || paid->kind != domain::PaymentKind::Online || m_lock) return;
    m_desk.board.invoice(paid->invoice, [this, amount = paid->amount](const Result<services::InvoiceView>& view) {
        if (!view || m_lock) return;
        const auto& row = view.value().row;
        const auto who = row.plate.isEmpty() ? row.number : row.plate;
        m_toasts->show({lookOf(row, m_desk.clock.now()), tr("%1 has paid online").arg(who), row.hook.isEmpty() ? moneyText(amount) : tr("%1 · hook %2").arg(moneyText(amount), row.hook), row.invoice});
    });
}

} // namespace tresen::ui
