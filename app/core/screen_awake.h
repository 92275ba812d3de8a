// ScreenAwake: keeps the screensaver away for as long as it lives, by the interface freedesktop.org describes (org.freedesktop.ScreenSaver, Inhibit). Where
// there is no such service nothing happens. Held by the wall board.
#pragma once
#include <QString>
#include <memory>

namespace tresen {

class ScreenAwake {
public:
    explicit ScreenAwake(const QString& reason);   // shown by desktops that list who asks; asks at once, waits for no answer
    ~ScreenAwake();
    ScreenAwake(const ScreenAwake&) = delete;
    ScreenAwake& operator=(const ScreenAwake&) = delete;

private:
    struct Asked;
    std::shared_ptr<Asked> m_asked;                // the answer may come when nobody wants it any more
};

} // namespace tresen
