#include "app/core/helper_process.h"
#include <QFile>
#include <QtEndian>
#include <array>
#include <chrono>
#include <vector>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tresen {
namespace {

using LengthBytes = std::array<char, 8>;

LengthBytes lengthOf(const QByteArray& bytes)
{
    LengthBytes out{};
    qToLittleEndian<qint64>(bytes.size(), out.data());
    return out;
}

Error helperError(const QString& code, Fault fault = Fault::Invalid)
{
    return Error{fault, code, {}};
}

} // namespace

#ifdef Q_OS_UNIX
namespace {

qint64 nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Where libraries are found, and what a sanitizer was told: nothing else of the environment is a helper's business.
std::vector<QByteArray> helperEnvironment()
{
    std::vector<QByteArray> out{"LC_ALL=C.UTF-8"};
    for (const char* name : {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (const auto value = qgetenv(name); !value.isEmpty()) out.push_back(QByteArray{name} + '=' + value);
    return out;
}

std::vector<char*> pointers(std::vector<QByteArray>& texts)
{
    std::vector<char*> out;
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

bool passAll(int fd, char* data, qsizetype size, bool sending)
{
    for (qsizetype done = 0; done < size;) {
        const auto rest = static_cast<size_t>(size - done);
        const auto moved = sending ? ::write(fd, data + done, rest) : ::read(fd, data + done, rest);
        if (moved < 0 && errno == EINTR) continue;
        if (moved <= 0) return false;
        done += moved;
    }
    return true;
}

} // namespace

Result<std::unique_ptr<HelperProcess>> HelperProcess::start(const QString& program, const QStringList& arguments)
{
    std::array<int, 2> line{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line.data()) != 0) return helperError(u"helper.start"_s, Fault::Unreachable);
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const auto& word : arguments) words.push_back(QFile::encodeName(word));
    auto environment = helperEnvironment();
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&files, line[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, line[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, words.front().constData(), &files, &attributes, pointers(words).data(), pointers(environment).data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    ::close(line[1]);
    if (failed != 0) {
        ::close(line[0]);
        return helperError(u"helper.start"_s, Fault::Unreachable);
    }
    ::fcntl(line[0], F_SETFL, ::fcntl(line[0], F_GETFL) | O_NONBLOCK);
    return std::unique_ptr<HelperProcess>{new HelperProcess{process, line[0]}};
}

HelperProcess::~HelperProcess()
{
    ::close(m_line);
    ::kill(static_cast<pid_t>(m_process), SIGKILL);
    while (::waitpid(static_cast<pid_t>(m_process), nullptr, 0) < 0 && errno == EINTR) {}
}

Result<Ok> HelperProcess::pass(char* data, qsizetype size, bool sending, qint64 untilNs)
{
    for (qsizetype done = 0; done < size;) {
        const auto leftMs = (untilNs - nowNs()) / 1'000'000;
        if (leftMs <= 0) return helperError(u"helper.too_slow"_s);
        const auto rest = static_cast<size_t>(size - done);
        const auto moved = sending ? ::send(m_line, data + done, rest, MSG_NOSIGNAL) : ::recv(m_line, data + done, rest, 0);
        if (moved > 0) {
            done += moved;
        } else if (moved == 0) {
            return helperError(u"helper.died"_s);
        } else if (errno == EAGAIN) {
            pollfd wait{m_line, static_cast<short>(sending ? POLLOUT : POLLIN), 0};
            ::poll(&wait, 1, static_cast<int>(leftMs));
        } else if (errno != EINTR) {
            return helperError(u"helper.died"_s);
        }
    }
    return Ok{};
}

Result<QByteArray> HelperProcess::ask(const QByteArray& request, int deadlineMs, qint64 maxAnswer)
{
    const auto until = nowNs() + static_cast<qint64>(deadlineMs) * 1'000'000;
    auto length = lengthOf(request);
    if (const auto sent = pass(length.data(), length.size(), true, until); !sent) return sent.error();
    if (const auto sent = pass(const_cast<char*>(request.constData()), request.size(), true, until); !sent) return sent.error();   // only read from
    if (const auto got = pass(length.data(), length.size(), false, until); !got) return got.error();
    const auto size = qFromLittleEndian<qint64>(length.data());
    if (size < 0 || size > maxAnswer) return helperError(u"helper.too_long"_s);
    QByteArray out(size, Qt::Uninitialized);
    if (const auto got = pass(out.data(), size, false, until); !got) return got.error();
    return out;
}

QString ownProgram()
{
    return u"/proc/self/exe"_s;
}

Result<QByteArray> helper::nextRequest(qint64 maxBytes)
{
    LengthBytes length{};
    if (!passAll(STDIN_FILENO, length.data(), length.size(), false)) return helperError(u"helper.end"_s, Fault::NotFound);
    const auto size = qFromLittleEndian<qint64>(length.data());
    if (size < 0 || size > maxBytes) return helperError(u"helper.too_long"_s);
    QByteArray out(size, Qt::Uninitialized);
    if (!passAll(STDIN_FILENO, out.data(), size, false)) return helperError(u"helper.end"_s, Fault::NotFound);
    return out;
}

bool helper::answer(const QByteArray& bytes)
{
    auto length = lengthOf(bytes);
    return passAll(STDOUT_FILENO, length.data(), length.size(), true) && passAll(STDOUT_FILENO, const_cast<char*>(bytes.constData()), bytes.size(), true);
}
#else
// Elsewhere there is no such child yet: whoever needs one says that it cannot be started.
Result<std::unique_ptr<HelperProcess>> HelperProcess::start(const QString&, const QStringList&) { return helperError(u"helper.start"_s, Fault::Unreachable); }
HelperProcess::~HelperProcess() = default;
Result<Ok> HelperProcess::pass(char*, qsizetype, bool, qint64) { return helperError(u"helper.died"_s); }
Result<QByteArray> HelperProcess::ask(const QByteArray&, int, qint64) { return helperError(u"helper.died"_s); }
QString ownProgram() { return {}; }
Result<QByteArray> helper::nextRequest(qint64) { return helperError(u"helper.end"_s, Fault::NotFound); }
bool helper::answer(const QByteArray&) { return false; }
#endif

} // namespace tresen
