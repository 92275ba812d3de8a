// KeyMap: every action of the desk that a key does, the key it has from the start, and what this desk has changed. Shortcuts, hints on buttons,
// tool tips, the help card and the settings page read it; kept in the setting desk.keys, which holds only what differs.
#pragma once
#include "app/core/result.h"
#include <QCoreApplication>
#include <QHash>
#include <QKeySequence>
#include <QShortcut>
#include <vector>

class QWidget;

namespace tresen::ui {

enum class KeyPlace { Everywhere, Board, Inbox, Payment };   // two actions of different places may share a key, unless one holds everywhere

struct KeyAction {
    QString id;                          // "board.pay": stable, it stands in the settings
    KeyPlace place = KeyPlace::Everywhere;
    QList<QKeySequence> usual;           // the first is the one that is shown
};

class KeyMap {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::KeyMap)
public:
    static const std::vector<KeyAction>& actions();
    static const KeyAction* find(const QString& action);
    static QString label(const QString& action);          // "Pay at the counter"
    static QString shown(const QKeySequence& key);        // "Ctrl+F", in the language of the window
    static QString refusal(const Error& error);           // what check() said, for a person

    // What is unknown, unreadable or no longer fits is left out: then the usual key holds.
    static KeyMap fromText(const QString& stored);
    QString text() const;                                 // for the setting; empty: everything as usual

    QList<QKeySequence> keys(const QString& action) const;
    QString hint(const QString& action) const;            // its first key as shown; empty: unknown
    bool isUsual(const QString& action) const { return !m_own.contains(action); }
    bool allUsual() const { return m_own.isEmpty(); }
    // Refused "keys.unknown", "keys.plain" (belongs to whoever types), "keys.reserved" (means the same in every field and sheet),
    // "keys.scanner", "keys.taken" (detail: the action that has it).
    Result<Ok> check(const QString& action, const QKeySequence& key) const;
    Result<Ok> set(const QString& action, const QKeySequence& key);
    Result<Ok> reset(const QString& action);              // "keys.taken": its usual key belongs to another action by now
    void resetAll() { m_own.clear(); }
    friend bool operator==(const KeyMap&, const KeyMap&) = default;

private:
    QString holderOf(const QString& action, const QList<QKeySequence>& wanted) const;
    QHash<QString, QKeySequence> m_own;
};

// A shortcut that does an action of the map: its usual keys from the start, this desk's own after applyKeys().
class ActionShortcut final : public QShortcut {
    Q_OBJECT
public:
    ActionShortcut(const QString& action, QWidget* parent);
    void take(const KeyMap& map);
    const QString& action() const { return m_action; }

private:
    const QString m_action;
};

// Gives every shortcut, button and search field below root the keys of the map.
void applyKeys(QWidget& root, const KeyMap& keys);

} // namespace tresen::ui
