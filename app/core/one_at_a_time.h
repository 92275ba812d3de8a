// OneAtATime: a question that takes a while, asked again while it is under way, is asked once more when its answer has come: the one under way may have
// looked before what the second one is for.
#pragma once
#include <utility>

namespace tresen {

class OneAtATime {
public:
    // False: one is under way; end() will say that it was wanted again.
    bool begin()
    {
        if (!std::exchange(m_running, true)) return true;
        m_again = true;
        return false;
    }
    // True: ask once more.
    bool end()
    {
        m_running = false;
        return std::exchange(m_again, false);
    }
    bool isRunning() const { return m_running; }

private:
    bool m_running = false, m_again = false;
};

} // namespace tresen
