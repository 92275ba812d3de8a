#include "ui/settings/keys_card.h"
#include "app/domain/board_row.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

KeyButton::KeyButton(const QString& action, QWidget* parent) : ActionButton{{}, parent}, m_action{action}
{
    setObjectName(u"settings.key."_s + action);
    setCentered(true);
    connect(this, &ActionButton::clicked, this, [this] { wait(true); });
}

void KeyButton::showKey(const QString& key)
{
    m_key = key;
    wait(false);
}

void KeyButton::wait(bool on)
{
    m_waiting = on;
    setChosen(on);
    setText(on ? tr("Press the new key") : m_key);
    setAccessibleName(on ? tr("Press the new key for: %1").arg(KeyMap::label(m_action)) : u"%1: %2"_s.arg(KeyMap::label(m_action), m_key));
    updateGeometry();
    if (!on) return;
    setFocus(Qt::OtherFocusReason);   // a click alone does not bring it everywhere
    Q_EMIT waiting();
}

// While it waits every key is the answer: shortcuts of the window, the way to the next field and a click by the space bar come second.
bool KeyButton::event(QEvent* event)
{
    if (!m_waiting) return ActionButton::event(event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: event->accept(); return true;
    case QEvent::KeyRelease: return true;
    case QEvent::FocusOut: wait(false); break;
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool onlyHeld = key->key() == Qt::Key_Control || key->key() == Qt::Key_Shift || key->key() == Qt::Key_Alt || key->key() == Qt::Key_AltGr || key->key() == Qt::Key_Meta;
        if (onlyHeld || key->isAutoRepeat()) return true;
        if (key->key() == Qt::Key_Escape) wait(false);
        else Q_EMIT chosen(QKeySequence{QKeyCombination{key->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key->key())}});
        return true;
    }
    default: break;
    }
    return ActionButton::event(event);
}

KeysCard::KeysCard(services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_settings{settings}, m_grid{new QGridLayout{this}}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_result{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_all{new ActionButton{tr("All back to the usual keys"), this}}
{
    setObjectName(u"settings.keys"_s);
    m_title->setText(tr("Keys: every action and its key at this desk"));
    m_result->setWrapped();
    m_result->setObjectName(u"settings.keys.result"_s);
    m_all->setObjectName(u"settings.keys.all"_s);
    m_all->setIconName(u"undo"_s);
    m_grid->addWidget(m_title, 0, 0, 1, 3);
    m_grid->addWidget(m_result, 1, 0, 1, 3);
    int row = 2;
    for (const auto& action : KeyMap::actions()) addLine(action.id, row++);
    m_grid->addWidget(m_all, row, 0, 1, 3, Qt::AlignLeft);
    m_grid->setColumnStretch(0, 1);
    connect(m_all, &ActionButton::clicked, this, [this] { store({}, tr("Every action has its usual key again.")); });
    connect(&m_settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == u"desk.keys") showKeys();
    });
    takeMeasures();
    say({}, false);
    showKeys();
}

void KeysCard::addLine(const QString& action, int row)
{
    Line line{action, new FigureLabel{type::row, &Theme::text, this}, new KeyButton{action, this}, new ActionButton{tr("Usual key"), this}};
    line.label->setText(KeyMap::label(action));
    line.label->setElided(true);
    line.usual->setObjectName(u"settings.key.usual."_s + action);
    line.usual->setAccessibleName(tr("Back to the usual key: %1").arg(KeyMap::label(action)));
    line.usual->setKind(ActionButton::Kind::Ghost);
    m_grid->addWidget(line.label, row, 0);
    m_grid->addWidget(line.key, row, 1);
    m_grid->addWidget(line.usual, row, 2);
    connect(line.key, &KeyButton::chosen, this, [this, action](const QKeySequence& key) { take(action, key); });
    connect(line.key, &KeyButton::waiting, this, [this, action] { say(tr("%1: press the new key. Esc leaves it as it is.").arg(KeyMap::label(action)), false); });
    connect(line.usual, &ActionButton::clicked, this, [this, action] {
        auto map = m_map;
        if (const auto done = map.reset(action); !done) return say(KeyMap::refusal(done.error()), true);
        store(map, u"%1: %2"_s.arg(KeyMap::label(action), map.hint(action)));
    });
    m_lines.push_back(line);
}

bool KeysCard::matches(const QStringList& words) const
{
    QStringList texts{m_title->text()};
    for (const auto& line : m_lines) texts << line.label->text() << line.key->text();
    const auto key = domain::searchKeyOf(texts);
    return std::all_of(words.begin(), words.end(), [&key](const QString& word) { return key.contains(word); });
}

void KeysCard::take(const QString& action, const QKeySequence& key)
{
    auto map = m_map;
    if (const auto done = map.set(action, key); !done) {
        showKeys();
        return say(u"%1: %2"_s.arg(KeyMap::shown(key), KeyMap::refusal(done.error())), true);
    }
    store(map, u"%1: %2"_s.arg(KeyMap::label(action), map.hint(action)));
}

void KeysCard::store(const KeyMap& map, const QString& saidThen)
{
    m_settings.set(u"desk.keys"_s, map.text(), {}, [self = QPointer{this}, saidThen](const Result<Ok>& done) {
        if (!self) return;
        self->showKeys();
        if (done) self->say(saidThen, false);
        else self->say(Wording::failure(done.error()), true);
    });
}

void KeysCard::showKeys()
{
    m_map = KeyMap::fromText(m_settings.value(u"desk.keys"_s));
    for (const auto& line : m_lines) {
        line.key->showKey(m_map.hint(line.action));
        line.usual->setVisible(!m_map.isUsual(line.action));
    }
    m_all->setAvailable(!m_map.allUsual(), tr("they are all as usual"));
}

void KeysCard::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_result->setInk(bad ? themeOf(this).red.word : themeOf(this).text2);
    m_result->setText(text.isEmpty() ? tr("Two actions never share a key. Enter, Esc, Tab and what one types cannot be taken.") : text);
    speak(m_result);
}

void KeysCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_grid->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    m_grid->setHorizontalSpacing(theme.px(12));
    m_grid->setVerticalSpacing(theme.px(6));
    m_grid->setColumnMinimumWidth(1, theme.px(190));
    m_grid->setColumnMinimumWidth(2, theme.px(130));
    m_result->setInk(m_bad ? theme.red.word : theme.text2);
}

void KeysCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void KeysCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_grid) takeMeasures();
}

} // namespace tresen::ui
