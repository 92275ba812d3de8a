// What makes a long day at the window easier: its keys.
#include "ui/common/key_map.h"
#include "ui/desk_frame.h"
#include "ui/main_window.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

void MainWindow::addShortcuts()
{
    const auto on = [this](const QString& action, auto&& what) { connect(new ActionShortcut{action, this}, &QShortcut::activated, this, what); };
    for (const auto& id : {u"board"_s, u"inbox"_s, u"back"_s, u"tasks"_s, u"day"_s, u"health"_s, u"settings"_s}) on(u"page."_s + id, [this, to = id] { go(to); });
    on(u"help"_s, [this] { openHelp(); });
    on(u"wall"_s, [this] { openWall(); });
}

void MainWindow::takeComfort()
{
    m_keys = KeyMap::fromText(m_desk.settings.value(u"desk.keys"_s));
    applyKeys(*this, m_keys);
    for (const auto& action : KeyMap::actions()) {
        auto* button = action.id == u"help" ? m_frame->rail().button(action.id) : action.id.startsWith(u"page."_s) ? m_frame->rail().button(action.id.section(u'.', 1)) : nullptr;
        if (button != nullptr) button->setToolTip(u"%1 (%2)"_s.arg(KeyMap::label(action.id), m_keys.hint(action.id)));
    }
}

} // namespace tresen::ui
