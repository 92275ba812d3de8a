#include "ui/intake/window_drop.h"
#include "ui/intake/drop_zone.h"
#include <QDropEvent>
#include <QWidget>

namespace tresen::ui {

WindowDrop::WindowDrop(QWidget* window, std::function<bool()> mayDrop) : QObject{window}, m_mayDrop{std::move(mayDrop)}
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool WindowDrop::eventFilter(QObject* watched, QEvent* event)
{
    const auto kind = event->type();
    if (kind != QEvent::DragEnter && kind != QEvent::DragMove && kind != QEvent::Drop) return QObject::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);   // the two others are made of it
    const auto paths = DropZone::localPaths(drop->mimeData());
    if (paths.isEmpty() || !m_mayDrop()) {
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction);   // the files stay where they are
    drop->accept();
    if (kind == QEvent::Drop) Q_EMIT dropped(paths);
    return true;
}

} // namespace tresen::ui
