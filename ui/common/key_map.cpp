#include "ui/common/key_map.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/search_field.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct KeyPhrase {
    const char* action;
    const char* text;
};

constexpr KeyPhrase kKeyPhrases[] = {
    {"help", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Help: the card of keys")},
    {"board.pay", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Pay at the counter")},
    {"search", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Search: plate, name, invoice, scan")},
    {"refresh", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Ask again; read in again")},
    {"board.request", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Payment request: mail, print")},
    {"board.key", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Hand over the key")},
    {"board.more", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "More for this invoice")},
    {"wall", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Wall board: which key may go")},
    {"print", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Print what is shown")},
    {"notices", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Messages: what was said")},
    {"payment.cash", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "While paying: cash")},
    {"payment.card", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "While paying: card")},
    {"inbox.right", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "In the inbox: put right")},
    {"lock", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Lock the desk")},
    {"page.board", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Board")},
    {"page.inbox", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Inbox")},
    {"page.back", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Give back")},
    {"page.tasks", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Tasks")},
    {"page.day", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "The day")},
    {"page.health", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "State of the connections")},
    {"page.diagnostics", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Diagnostics: tests, backup, log")},
    {"page.settings", QT_TRANSLATE_NOOP("tresen::ui::KeyMap", "Settings")},
};

bool isFunctionKey(int key) { return key >= Qt::Key_F1 && key <= Qt::Key_F35; }

bool isBareModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

// They mean the same in every sheet and field, whatever is held down with them.
bool movesOrAnswers(int key)
{
    switch (key) {
    case Qt::Key_Return: case Qt::Key_Enter: case Qt::Key_Escape: case Qt::Key_Tab: case Qt::Key_Backtab: case Qt::Key_Space: case Qt::Key_Backspace: case Qt::Key_Delete:
    case Qt::Key_Insert: case Qt::Key_Left: case Qt::Key_Right: case Qt::Key_Up: case Qt::Key_Down: case Qt::Key_Home: case Qt::Key_End: case Qt::Key_PageUp: case Qt::Key_PageDown:
        return true;
    default: return false;
    }
}

bool editsText(int key)   // with Ctrl
{
    return key == Qt::Key_A || key == Qt::Key_C || key == Qt::Key_V || key == Qt::Key_X || key == Qt::Key_Y || key == Qt::Key_Z;
}

bool meet(KeyPlace a, KeyPlace b) { return a == b || a == KeyPlace::Everywhere || b == KeyPlace::Everywhere; }

Error keyRefused(const QString& code, const QString& detail = {}) { return Error{Fault::Refused, code, detail}; }

// Of the key alone, whoever else may have it.
Result<Ok> checkKey(const QKeySequence& sequence)
{
    if (sequence.count() != 1) return keyRefused(u"keys.reserved"_s);
    const auto key = sequence[0].key();
    const auto held = sequence[0].keyboardModifiers() & ~Qt::KeypadModifier;
    if (isBareModifier(key) || movesOrAnswers(key)) return keyRefused(u"keys.reserved"_s);
    const bool ctrl = held.testFlag(Qt::ControlModifier), alt = held.testFlag(Qt::AltModifier);
    if (!isFunctionKey(key)) {
        if (!ctrl && !alt) return keyRefused(u"keys.plain"_s);
        if (ctrl && alt) return keyRefused(u"keys.plain"_s);                     // AltGr: it writes a character
        if (ctrl && editsText(key)) return keyRefused(u"keys.reserved"_s);
    } else if ((key == Qt::Key_F4 && alt) || (key == Qt::Key_F10 && held == Qt::ShiftModifier) || held.testFlag(Qt::MetaModifier)) {
        return keyRefused(u"keys.reserved"_s);                                  // closes the window, opens its menu
    }
    const bool prefix = (key == Qt::Key_F9 && held == Qt::NoModifier) || (key == Qt::Key_B && held == Qt::ControlModifier);
    if (prefix) return keyRefused(u"keys.scanner"_s);
    return Ok{};
}

bool shares(const QList<QKeySequence>& a, const QList<QKeySequence>& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QKeySequence& key) { return b.contains(key); });
}

} // namespace

const std::vector<KeyAction>& KeyMap::actions()
{
    static const std::vector<KeyAction> table = [] {
        using P = KeyPlace;
        const auto ctrl = [](Qt::Key key) { return QKeySequence{Qt::CTRL | key}; };
        std::vector<KeyAction> all{
            {u"help"_s, P::Everywhere, {QKeySequence{Qt::Key_F1}, ctrl(Qt::Key_Slash)}},
            {u"board.pay"_s, P::Board, {QKeySequence{Qt::Key_F2}}},
            {u"search"_s, P::Board, {QKeySequence{Qt::Key_F3}, ctrl(Qt::Key_F)}},
            {u"refresh"_s, P::Everywhere, {QKeySequence{Qt::Key_F5}}},
            {u"board.request"_s, P::Board, {QKeySequence{Qt::Key_F6}}},
            {u"board.key"_s, P::Board, {QKeySequence{Qt::Key_F7}}},
            {u"board.more"_s, P::Board, {QKeySequence{Qt::Key_F10}}},
            {u"wall"_s, P::Everywhere, {QKeySequence{Qt::Key_F11}}},
            {u"print"_s, P::Everywhere, {ctrl(Qt::Key_P)}},
            {u"notices"_s, P::Everywhere, {ctrl(Qt::Key_M)}},
            {u"lock"_s, P::Everywhere, {ctrl(Qt::Key_L)}},
            {u"payment.cash"_s, P::Payment, {QKeySequence{Qt::Key_F2}}},
            {u"payment.card"_s, P::Payment, {QKeySequence{Qt::Key_F4}}},
            {u"inbox.right"_s, P::Inbox, {QKeySequence{Qt::Key_F2}}},
            {u"page.board"_s, P::Everywhere, {ctrl(Qt::Key_1)}},
            {u"page.inbox"_s, P::Everywhere, {ctrl(Qt::Key_2)}},
            {u"page.back"_s, P::Everywhere, {ctrl(Qt::Key_3)}},
            {u"page.tasks"_s, P::Everywhere, {ctrl(Qt::Key_4)}},
            {u"page.day"_s, P::Everywhere, {ctrl(Qt::Key_5)}},
            {u"page.health"_s, P::Everywhere, {ctrl(Qt::Key_0)}},
            {u"page.diagnostics"_s, P::Everywhere, {ctrl(Qt::Key_8)}},
            {u"page.settings"_s, P::Everywhere, {ctrl(Qt::Key_Comma)}}};
        for (int i = 1; i <= limits::kFilterKeys; ++i) all.push_back({u"filter.%1"_s.arg(i), P::Board, {QKeySequence{Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + i)}}});
        return all;
    }();
    return table;
}

const KeyAction* KeyMap::find(const QString& action)
{
    const auto& all = actions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const KeyAction& one) { return one.id == action; });
    return found == all.end() ? nullptr : &*found;
}

QString KeyMap::label(const QString& action)
{
    for (const auto& phrase : kKeyPhrases)
        if (action == QLatin1StringView{phrase.action}) return tr(phrase.text);
    if (action.startsWith(u"filter."_s)) return tr("Saved view %1").arg(action.section(u'.', 1));
    return action;
}

QString KeyMap::shown(const QKeySequence& key)
{
    auto text = key.toString(QKeySequence::PortableText);
    text.replace(u"Ctrl+"_s, tr("Ctrl", "key") + u'+');
    text.replace(u"Shift+"_s, tr("Shift", "key") + u'+');
    text.replace(u"Alt+"_s, tr("Alt", "key") + u'+');
    return text;
}

QString KeyMap::refusal(const Error& error)
{
    if (error.code == u"keys.taken") return tr("That key already belongs to: %1").arg(label(error.detail));
    if (error.code == u"keys.plain") return tr("Letters and digits are for typing: take an F key, or Ctrl or Alt with it");
    if (error.code == u"keys.scanner") return tr("A scanner begins with this key");
    return tr("This key has a meaning of its own everywhere");
}

QList<QKeySequence> KeyMap::keys(const QString& action) const
{
    if (const auto own = m_own.constFind(action); own != m_own.constEnd()) return {*own};
    const auto* known = find(action);
    return known ? known->usual : QList<QKeySequence>{};
}

QString KeyMap::hint(const QString& action) const
{
    const auto all = keys(action);
    return all.isEmpty() ? QString{} : shown(all.front());
}

QString KeyMap::holderOf(const QString& action, const QList<QKeySequence>& wanted) const
{
    const auto* own = find(action);
    if (own == nullptr) return {};
    for (const auto& other : actions())
        if (other.id != action && meet(own->place, other.place) && shares(keys(other.id), wanted)) return other.id;
    return {};
}

Result<Ok> KeyMap::check(const QString& action, const QKeySequence& key) const
{
    if (find(action) == nullptr) return keyRefused(u"keys.unknown"_s, action.left(40));
    if (const auto fits = checkKey(key); !fits) return fits;
    if (const auto holder = holderOf(action, {key}); !holder.isEmpty()) return keyRefused(u"keys.taken"_s, holder);
    return Ok{};
}

Result<Ok> KeyMap::set(const QString& action, const QKeySequence& key)
{
    if (const auto fits = check(action, key); !fits) return fits;
    if (find(action)->usual.front() == key) m_own.remove(action);
    else m_own.insert(action, key);
    return Ok{};
}

Result<Ok> KeyMap::reset(const QString& action)
{
    const auto* known = find(action);
    if (known == nullptr) return keyRefused(u"keys.unknown"_s, action.left(40));
    if (const auto holder = holderOf(action, known->usual); !holder.isEmpty()) return keyRefused(u"keys.taken"_s, holder);
    m_own.remove(action);
    return Ok{};
}

KeyMap KeyMap::fromText(const QString& stored)
{
    KeyMap out;
    if (stored.size() > limits::kMaxDeskText) return out;
    const auto object = QJsonDocument::fromJson(stored.toUtf8()).object();
    for (const auto& action : actions()) {
        const auto key = QKeySequence::fromString(object[action.id].toString().left(limits::kMaxKeyName), QKeySequence::PortableText);
        if (!key.isEmpty() && checkKey(key) && key != action.usual.front()) out.m_own.insert(action.id, key);
    }
    // All at once, so that two actions may have changed places; what still collides goes back to its usual key, which frees the other one.
    for (bool again = true; again;) {
        again = false;
        for (const auto& action : actions()) {
            if (out.isUsual(action.id) || out.holderOf(action.id, out.keys(action.id)).isEmpty()) continue;
            out.m_own.remove(action.id);
            again = true;
        }
    }
    return out;
}

QString KeyMap::text() const
{
    if (m_own.isEmpty()) return {};
    QJsonObject object;
    for (auto own = m_own.constBegin(); own != m_own.constEnd(); ++own) object.insert(own.key(), own->toString(QKeySequence::PortableText));
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

ActionShortcut::ActionShortcut(const QString& action, QWidget* parent) : QShortcut{parent}, m_action{action}
{
    setAutoRepeat(false);   // a key held down opens no second payment
    take({});
}

void ActionShortcut::take(const KeyMap& map)
{
    const auto wanted = map.keys(m_action);
    if (keys() != wanted) setKeys(wanted);
}

void applyKeys(QWidget& root, const KeyMap& keys)
{
    for (auto* shortcut : root.findChildren<ActionShortcut*>()) shortcut->take(keys);
    for (auto* button : root.findChildren<ActionButton*>()) button->takeKeys(keys);
    for (auto* field : root.findChildren<SearchField*>()) field->setKeyHint(keys.hint(u"search"_s));
}

} // namespace tresen::ui
