// speak(): a screen reader says what a label has just become. Called by whoever has changed a text that nobody looks for: an answer, a refusal, a new state.
// The text itself is the label's accessible name; a fixed one would hide it.
#pragma once
#include <QAccessible>
#include <QWidget>

namespace tresen::ui {

inline void speak(QWidget* label)
{
    if (!QAccessible::isActive()) return;   // nobody listens
    QAccessibleEvent changed{label, QAccessible::NameChanged};
    QAccessible::updateAccessibility(&changed);
}

} // namespace tresen::ui
