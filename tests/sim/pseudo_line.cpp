#include "tests/sim/pseudo_line.h"
#include <fcntl.h>
#include <poll.h>
#include <cstdlib>
#include <termios.h>
#include <unistd.h>

namespace tresen::sim {
namespace {

constexpr int kTakeMs = 2'000;

} // namespace

PseudoLine::PseudoLine()
{
    m_fd = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (m_fd < 0) return;
    if (::grantpt(m_fd) != 0 || ::unlockpt(m_fd) != 0) {
        unplug();
        return;
    }
    m_name = QString::fromLocal8Bit(::ptsname(m_fd));
    termios raw{};
    if (::tcgetattr(m_fd, &raw) == 0) {
        ::cfmakeraw(&raw);
        ::tcsetattr(m_fd, TCSANOW, &raw);
    }
}

PseudoLine::~PseudoLine() { unplug(); }

bool PseudoLine::hasTwoStopBits() const
{
    termios now{};
    return m_fd >= 0 && ::tcgetattr(m_fd, &now) == 0 && (now.c_cflag & static_cast<tcflag_t>(CSTOPB)) != 0;
}

bool PseudoLine::stopsBySign() const
{
    termios now{};
    return m_fd >= 0 && ::tcgetattr(m_fd, &now) == 0 && (now.c_iflag & static_cast<tcflag_t>(IXON)) != 0;
}

void PseudoLine::unplug()
{
    if (m_fd >= 0) ::close(m_fd);
    m_fd = -1;
}

qsizetype PseudoLine::send(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (m_fd >= 0 && sent < bytes.size()) {
        pollfd ready{m_fd, POLLOUT, 0};
        if (::poll(&ready, 1, kTakeMs) <= 0 || (ready.revents & POLLOUT) == 0) break;
        const auto n = ::write(m_fd, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent));
        if (n <= 0) break;
        sent += n;
    }
    return sent;
}

} // namespace tresen::sim
