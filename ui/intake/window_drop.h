// WindowDrop: files may be dropped anywhere on a window, not only on the field of the inbox. Made by the main window, which asks whether it is a good moment.
#pragma once
#include <QObject>
#include <QStringList>
#include <functional>

class QWidget;

namespace tresen::ui {

class WindowDrop final : public QObject {
    Q_OBJECT
public:
    // mayDrop: asked when something is dragged over the window and when it is let go.
    WindowDrop(QWidget* window, std::function<bool()> mayDrop);

Q_SIGNALS:
    void dropped(const QStringList& paths);           // local files and folders, at least one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const std::function<bool()> m_mayDrop;
};

} // namespace tresen::ui
