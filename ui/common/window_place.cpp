#include "ui/common/window_place.h"
#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

namespace tresen::ui {
namespace {

constexpr int kTitleBar = 32;
constexpr int kGripInSight = 120;       // of the title that has to be seen, so that a hand can move it
constexpr int kAtRestMs = 300;   // window managers move windows themselves when a screen goes: they come first

qint64 areaOf(const QRect& rect) { return rect.isEmpty() ? 0 : qint64{rect.width()} * rect.height(); }

std::vector<QRect> presentScreens()
{
    std::vector<QRect> out;
    const auto* main = QGuiApplication::primaryScreen();
    if (main != nullptr) out.push_back(main->availableGeometry());
    for (const auto* screen : QGuiApplication::screens())
        if (screen != main) out.push_back(screen->availableGeometry());
    return out;
}

// The screen most of it stands on; the first where it stands on none.
QRect screenOf(const std::vector<QRect>& screens, const QRect& frame)
{
    const auto best = std::max_element(screens.begin(), screens.end(), [&frame](const QRect& a, const QRect& b) { return areaOf(a.intersected(frame)) < areaOf(b.intersected(frame)); });
    return best == screens.end() ? QRect{} : *best;
}

} // namespace

QSize leastWindow(const QSize& room)
{
    return kUsualLeast.boundedTo(room - QSize{0, kTitleBar}).expandedTo(kVeryLeast);
}

QRect placedOn(const std::vector<QRect>& screens, const QRect& frame, const QSize& least)
{
    if (screens.empty()) return frame;
    const auto screen = screenOf(screens, frame);
    const bool fits = frame.width() <= screen.width() && frame.height() <= screen.height();
    const QRect title{frame.left(), frame.top(), frame.width(), kTitleBar};
    const bool seen = std::any_of(screens.begin(), screens.end(), [&title](const QRect& s) {
        const auto part = s.intersected(title);
        return part.height() == title.height() && part.width() >= std::min(kGripInSight, title.width());
    });
    if (fits && seen) return frame;
    const auto size = frame.size().boundedTo(screen.size()).expandedTo(least);
    // Moved no further than needed.
    const int x = std::clamp(frame.left(), screen.left(), std::max(screen.left(), screen.right() + 1 - size.width()));
    const int y = std::clamp(frame.top(), screen.top(), std::max(screen.top(), screen.bottom() + 1 - size.height()));
    return {QPoint{x, y}, size};
}

WindowKeeper::WindowKeeper(QWidget& window, Screens screens) : QObject{&window}, m_window{window}, m_screens{screens ? std::move(screens) : Screens{&presentScreens}}
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kAtRestMs);
    connect(&m_rest, &QTimer::timeout, this, &WindowKeeper::look);
    for (auto* screen : QGuiApplication::screens()) watch(screen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen* screen) {
        watch(screen);
        m_rest.start();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this] { m_rest.start(); });
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, [this] { m_rest.start(); });
}

void WindowKeeper::watch(QScreen* screen)
{
    connect(screen, &QScreen::availableGeometryChanged, this, [this] { m_rest.start(); });
    connect(screen, &QScreen::logicalDotsPerInchChanged, this, [this] { m_rest.start(); });
}

void WindowKeeper::restore(const QByteArray& geometry)
{
    look();
    // No larger than the screen leaves room for, with a title bar: a small one at 150 % is 1280 wide.
    constexpr QSize kUsual{1440, 900};
    const auto* own = QGuiApplication::primaryScreen();
    m_window.resize(own ? kUsual.boundedTo(own->availableGeometry().size() - QSize{0, kTitleBar}).expandedTo(m_window.minimumSize()) : kUsual);
    m_window.restoreGeometry(geometry);
    look();
}

void WindowKeeper::look()
{
    const auto screens = m_screens();
    if (screens.empty()) return;   // all are off: the next one that is there will do
    const auto frame = m_window.frameGeometry();
    const auto borders = frame.size() - m_window.size();
    const auto least = leastWindow(screenOf(screens, frame).size() - QSize{borders.width(), 0});
    m_window.setMinimumSize(least);
    const auto state = m_window.windowState();
    const bool filling = state.testFlag(Qt::WindowMaximized) || state.testFlag(Qt::WindowFullScreen);
    const bool seen = std::any_of(screens.begin(), screens.end(), [&frame](const QRect& s) { return s.intersects(frame); });
    if (state.testFlag(Qt::WindowMinimized) || (filling && seen)) return;
    const auto place = placedOn(screens, frame, least);
    if (place == frame) return;
    m_window.resize(place.size() - borders);
    m_window.move(place.topLeft());
}

} // namespace tresen::ui
