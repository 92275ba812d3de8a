#include "ui/people/pin_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/people/people_words.h"
#include "ui/people/pin_pad.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

bool secondPersonHelps(const Error& error)
{
    static const QStringList codes{u"right.second_person"_s, u"refund.second_person"_s, u"setting.two_persons"_s, u"task.two_persons"_s, u"key.override_limit"_s};
    const auto missing = [&](domain::Right right) { return domain::secondHelps(right) && error.detail == codeOf(right); };
    if (error.code == u"right.missing") return std::any_of(domain::kAllRights.begin(), domain::kAllRights.end(), missing);
    return codes.contains(error.code);
}

PinSheet::PinSheet(services::People& people, const Clock& clock, Purpose purpose, domain::Right right, QWidget* window)
    : Sheet{window}, m_people{people}, m_clock{clock}, m_purpose{purpose}, m_right{right}, m_body{new QWidget}, m_list{new QWidget}, m_scroll{new QScrollArea{m_body}},
      m_listColumn{new QVBoxLayout{m_list}}, m_padColumn{new QVBoxLayout}, m_row{new QHBoxLayout{m_body}}, m_who{new FigureLabel{type::section, &Theme::text, m_body}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text2, m_body}}, m_pad{new PinPad{m_body}}, m_cancel{new ActionButton{tr("Cancel")}}, m_primary{new ActionButton{{}}}, m_ownPin{new ActionButton{tr("Change my PIN …")}}
{
    setObjectName(u"lock"_s);
    setWidthPx(720);
    switch (purpose) {
    case Purpose::Lock: setHead({}, tr("This desk is locked"), tr("Choose your name and type your PIN")); break;
    case Purpose::Change: setHead({}, tr("Who works here now?"), tr("Choose your name and type your PIN")); break;
    case Purpose::Agree: setHead({}, tr("A second person has to agree"), tr("To this once: %1").arg(PeopleWords::right(right))); break;
    }
    setDismissible(purpose != Purpose::Lock);
    if (purpose == Purpose::Lock) m_cancel->hide();
    if (purpose != Purpose::Change || !people.current()) m_ownPin->hide();
    build();
    connect(m_pad, &PinPad::edited, this, &PinSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &PinSheet::tryPin);
    connect(&m_people, &services::People::changed, this, &PinSheet::showNames);
    connect(&m_seconds, &QTimer::timeout, this, &PinSheet::showState);
    m_seconds.setInterval(1000);
    if (purpose == Purpose::Lock) connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { keepFocus(now); });
    takeMeasures();
    showNames();
}

void PinSheet::build()
{
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    m_listColumn->addStretch();
    m_who->setObjectName(u"lock.who"_s);
    m_who->setElided(true);
    m_message->setObjectName(u"lock.message"_s);
    m_message->setWrapped();
    m_padColumn->addWidget(m_who);
    m_padColumn->addWidget(m_pad);
    m_padColumn->addWidget(m_message);
    m_padColumn->addStretch();
    m_row->addWidget(m_scroll, 1);
    m_row->addLayout(m_padColumn);
    setBody(m_body);
    m_cancel->setObjectName(u"lock.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_primary->setObjectName(u"lock.enter"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setIconName(m_purpose == Purpose::Agree ? u"check"_s : u"lock"_s);
    m_primary->setText(m_purpose == Purpose::Agree ? tr("Agree") : tr("Sign in"));
    m_primary->setKeyHint(tr("Enter"));
    m_ownPin->setObjectName(u"lock.own_pin"_s);
    connect(m_ownPin, &ActionButton::clicked, this, [this] {
        close();
        Q_EMIT ownPinWanted();
    });
    addFootLeft(m_ownPin);
    addFoot(m_cancel);
    setPrimary(m_primary);
}

// Whoever could help: with the right, or, when the one who asks has it, anybody else.
bool PinSheet::offers(const domain::User& user) const
{
    if (user.off) return false;
    if (m_purpose != Purpose::Agree) return true;
    const auto current = m_people.current();
    if (!current || current->id == user.id) return false;
    return domain::holds(user.role, m_right) || domain::holds(current->role, m_right);
}

void PinSheet::showNames()
{
    for (const auto& name : m_names) {
        name.button->hide();
        name.button->setObjectName(QString{});
        name.button->deleteLater();
    }
    m_names.clear();
    bool stays = false;
    for (const auto& person : m_people.known().persons) {
        if (!offers(person.user)) continue;
        auto* button = new ActionButton{person.user.name, m_list};
        button->setObjectName(u"lock.name.%1"_s.arg(m_names.size()));
        button->setShape(ActionButton::Shape::Big);
        button->setIconName(u"user"_s);
        button->setHint(PeopleWords::role(person.user.role));
        button->setMinimumWidth(1);   // a long name is cut with its tool tip, instead of the frames of all at the edge of the list
        button->setToolTip(person.user.name);
        m_listColumn->insertWidget(m_listColumn->count() - 1, button);
        connect(button, &ActionButton::clicked, this, [this, id = person.user.id] { choose(id); });
        m_names.push_back({person.user.id, button});
        stays = stays || person.user.id == m_chosen;
    }
    if (!stays) m_chosen = m_names.empty() ? domain::UserId{} : m_names.front().user;
    showState();
}

void PinSheet::choose(const domain::UserId& user)
{
    if (m_busy || std::none_of(m_names.begin(), m_names.end(), [&](const Name& n) { return n.user == user; })) return;
    m_chosen = user;
    m_said.clear();
    m_pad->clear();
    showState();
}

void PinSheet::begin()
{
    m_people.load([](const Result<Ok>&) {});   // what it says arrives by changed()
    open(m_pad->field());
}

int PinSheet::secondsToWait() const
{
    const auto may = domain::mayTryPin(m_people.known(), m_chosen, m_clock.now());
    return !may && may.error().code == u"pin.wait" ? may.error().detail.toInt() : 0;
}

void PinSheet::showState()
{
    for (const auto& name : m_names) name.button->setChosen(name.user == m_chosen);
    const auto* person = m_people.known().find(m_chosen);
    m_who->setText(person ? person->user.name : QString{});
    const int wait = secondsToWait();
    if (wait > 0 && !m_seconds.isActive()) m_seconds.start();
    if (wait == 0) m_seconds.stop();
    auto text = m_said;
    if (wait > 0) text = u"%1 %2"_s.arg(m_said, tr("Next try in %n second(s).", nullptr, wait)).trimmed();
    if (m_names.empty()) text = tr("Nobody else may agree to this.");
    if (text != m_message->text()) {
        m_message->setText(text);
        speak(m_message);
    }
    m_message->setInk(m_said.isEmpty() && wait == 0 ? themeOf(this).text2 : themeOf(this).red.word);
    m_pad->setBusy(m_busy);
    if (m_busy) m_primary->setAvailable(false, tr("one moment"));
    else if (!person) m_primary->setAvailable(false, tr("choose a name"));
    else if (wait > 0) m_primary->setAvailable(false, tr("too many wrong PINs"));
    else m_primary->setAvailable(m_pad->isLongEnough(), tr("the PIN is missing"));
}

void PinSheet::tryPin()
{
    if (m_busy || !m_pad->isLongEnough()) return;
    m_busy = true;
    m_said.clear();
    showState();
    if (m_purpose == Purpose::Agree) {
        m_people.agree(m_right, m_chosen, m_pad->pin(), [self = QPointer{this}](const Result<services::Agreement>& agreement) {
            if (!self) return;
            if (!agreement) return self->refused(agreement.error());
            self->m_pad->clear();
            self->close();
            Q_EMIT self->agreed(agreement.value());
        });
        return;
    }
    m_people.comeIn(m_chosen, m_pad->pin(), [self = QPointer{this}](const Result<Ok>& in) {
        if (!self) return;
        if (!in) return self->refused(in.error());
        self->m_pad->clear();
        self->close();
        Q_EMIT self->cameIn();
    });
}

void PinSheet::refused(const Error& error)
{
    m_busy = false;
    m_said = Wording::failure({error.fault, error.code, error.code.startsWith(u"pin."_s) ? QString{} : error.detail, 0});
    m_pad->setBusy(false);
    m_pad->clear();
    showState();
}

// What opens or ends below the cover must not take the keys away from it.
void PinSheet::keepFocus(QWidget* now)
{
    if (!isOpen() || now == nullptr || now == this || isAncestorOf(now) || now->window() != window()) return;
    m_pad->field()->setFocus(Qt::OtherFocusReason);
}

void PinSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_row->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_row->setSpacing(theme.px(32));
    m_listColumn->setContentsMargins({});
    m_listColumn->setSpacing(theme.px(8));
    m_padColumn->setSpacing(theme.px(12));
    m_pad->setFixedWidth(theme.px(296));
    m_who->setFixedWidth(theme.px(296));
    m_message->setFixedWidth(theme.px(296));
    m_message->setMinimumHeight(theme.px(40));
    m_scroll->setMinimumHeight(theme.px(320));
}

// The lock covers names, plates and amounts; the other two leave the page behind them to be seen.
void PinSheet::paintEvent(QPaintEvent* event)
{
    if (m_purpose == Purpose::Lock) QPainter{this}.fillRect(rect(), themeOf(this).canvas);
    Sheet::paintEvent(event);
}

void PinSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
