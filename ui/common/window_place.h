// WindowPlace: where a window may stand on the screens there are, and WindowKeeper, which keeps one there: a screen that is unplugged, another scale or another
// arrangement never leaves it out of sight or larger than what it stands on. Used by the main window and the wall board.
#pragma once
#include <QObject>
#include <QRect>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <vector>

class QScreen;

namespace tresen::ui {

inline constexpr QSize kUsualLeast{1024, 680};   // logical pixels; below it pages scroll and the rail leaves its words out ...
inline constexpr QSize kVeryLeast{640, 420};     // ... which they do down to this: half of 1280x840

// The least size of a window where that much room is free: a screen of 1920x1080 at 200 % has 960x540, less its bars.
QSize leastWindow(const QSize& room);
// The frame moved, and made smaller where it must be, so that its title can be taken hold of on one of the screens; as it is when that holds already.
QRect placedOn(const std::vector<QRect>& screens, const QRect& frame, const QSize& least);

class WindowKeeper final : public QObject {
    Q_OBJECT
public:
    using Screens = std::function<std::vector<QRect>()>;   // what is free of each, the main one first
    explicit WindowKeeper(QWidget& window, Screens screens = {});

    void restore(const QByteArray& geometry);     // as saveGeometry() wrote it; empty or of a screen that is gone: a usual size where it can be seen
    void look();                                  // now; by itself whenever the screens change, once they are at rest

private:
    void watch(QScreen* screen);
    QWidget& m_window;
    const Screens m_screens;
    QTimer m_rest;
};

} // namespace tresen::ui
