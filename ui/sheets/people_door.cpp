#include "ui/sheets/people_door.h"
#include "ui/people/idle_watch.h"
#include "ui/people/people_words.h"
#include "ui/people/person_sheet.h"
#include <QApplication>
#include <QDialog>
#include <QTimer>
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

PeopleDoor::PeopleDoor(const DeskContext& desk, SheetStand& stand, ToastStack& toasts)
    : m_desk{desk}, m_stand{stand}, m_toasts{toasts}, m_idle{new IdleWatch{this}}
{
    connect(m_idle, &IdleWatch::idle, this, [this] { lock(services::People::Leave::Idle); });
    connect(m_idle, &IdleWatch::lockWanted, this, [this] { lock(services::People::Leave::Locked); });
    connect(&m_desk.people, &services::People::currentChanged, this, &PeopleDoor::showUser);
    connect(&m_desk.people, &services::People::changed, this, &PeopleDoor::showUser);
}

void PeopleDoor::setLockKeys(const QList<QKeySequence>& keys)
{
    m_idle->setLockKeys(keys);
}

void PeopleDoor::showUser()
{
    const auto in = m_desk.people.current();
    const bool any = m_desk.people.known().any();
    Q_EMIT userShown(any && !in ? tr("Locked") : m_desk.people.nameOr(m_desk.settings.value(u"desk.user"_s)), in ? PeopleWords::role(in->role) : QString{});
    m_idle->setPatienceMs(any ? m_desk.settings.value(u"desk.lock_minutes"_s).toInt() * kLockMinuteMs : 0);
    Q_EMIT changed();
    if (m_desk.people.isLocked()) lock(services::People::Leave::Locked);   // switched off at another desk, or the start of the day
}

void PeopleDoor::changeUser()
{
    if (!m_desk.people.known().any()) return Q_EMIT settingsWanted();
    if (m_stand.isTaken() || m_lock) return;
    auto* sheet = m_stand.adopt(new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Change, domain::Right::Work, m_stand.window()});
    connect(sheet, &PinSheet::ownPinWanted, this, &PeopleDoor::changeOwnPin);
    sheet->begin();
}

void PeopleDoor::changeOwnPin()
{
    const auto in = m_desk.people.current();
    if (!in) return;
    auto* sheet = m_stand.adopt(new PersonSheet{m_desk.people, *in, m_stand.window()});
    sheet->setOnlyPin();
    connect(sheet, &PersonSheet::saved, this, [this](const QString& name) { m_stand.say({Look::Accepted, tr("The PIN is changed"), name}); });
    sheet->open(sheet->firstField());
}

// Open menus, dialogs and sheets go: what was typed there is not worth a desk that somebody else can use.
void PeopleDoor::clearWindow()
{
    while (auto* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup) break;
    }
    for (auto* dialog : m_stand.window()->findChildren<QDialog*>())
        if (dialog->isVisible()) dialog->reject();
    for (auto* sheet : m_stand.window()->findChildren<Sheet*>())
        if (sheet->isOpen()) sheet->close();
}

// Only what is being booked ends first.
void PeopleDoor::lock(services::People::Leave why)
{
    if (m_lock || !m_desk.people.known().any()) return;
    if (m_stand.isTaken() && !m_stand.sheet()->isDismissible()) {
        QTimer::singleShot(kLockAgainMs, this, [this, why] { lock(why); });
        return;
    }
    clearWindow();
    const auto last = m_desk.people.current();
    m_lock = new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Lock, domain::Right::Work, m_stand.window()};
    if (last) m_lock->choose(last->id);
    m_stand.dress(m_lock);
    connect(m_lock, &Sheet::closed, this, [this] {
        m_lock.clear();
        m_stand.setLocked(false);
        m_toasts.setCovered(false);
    });
    m_stand.setLocked(true);
    m_toasts.setCovered(true);
    m_lock->begin();
    m_desk.people.leave(why);
}

QString PeopleDoor::denied(domain::Right right) const
{
    return PeopleWords::denied(m_desk.people.may(right), right);
}

bool PeopleDoor::isPageOpen(const QString& page) const
{
    const auto right = rightOfPage(page);
    return !right || m_desk.people.mayAlone(*right) || (page == u"settings" && m_desk.people.mayAlone(domain::Right::ChangePayee));
}

QString PeopleDoor::whyClosed(const QString& page) const
{
    return denied(rightOfPage(page).value_or(domain::Right::Work));
}

AskSecond PeopleDoor::askSecond()
{
    if (!m_desk.people.known().any()) return {};
    return [guard = QPointer{this}, this](domain::Right right, std::function<void(const services::Agreement&)> agreed) {
        if (!guard || m_lock) return;
        auto* sheet = new PinSheet{m_desk.people, m_desk.clock, PinSheet::Purpose::Agree, right, m_stand.window()};
        m_stand.dress(sheet);
        connect(sheet, &PinSheet::agreed, this, [agreed](const services::Agreement& agreement) { agreed(agreement); });
        sheet->begin();
    };
}

} // namespace tresen::ui
