// HelperProcess: a child of this program that answers one request after the other, so that what goes wrong in it goes wrong in it alone. Both
// ends wait: the caller belongs on a thread of a pool. Requests and answers are blocks of bytes with their length before them.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QStringList>
#include <memory>

namespace tresen {

class HelperProcess {
public:
    // Unreachable "helper.start". The child gets no open file of the parent's but the line between them, and nearly nothing of its environment.
    static Result<std::unique_ptr<HelperProcess>> start(const QString& program, const QStringList& arguments);
    ~HelperProcess();        // ends the child, whatever it is doing
    HelperProcess(const HelperProcess&) = delete;
    HelperProcess& operator=(const HelperProcess&) = delete;

    // After an error the child is of no use any more. Invalid "helper.died", "helper.too_slow", "helper.too_long" (the answer).
    Result<QByteArray> ask(const QByteArray& request, int deadlineMs, qint64 maxAnswer);
    qint64 processId() const { return m_process; }

private:
    HelperProcess(qint64 process, int line) : m_process{process}, m_line{line} {}
    Result<Ok> pass(char* data, qsizetype size, bool sending, qint64 untilNs);
    qint64 m_process;
    int m_line;
};

QString ownProgram();        // this very program, also after its file has been replaced by a newer one

// The child's end, on its standard input and output.
namespace helper {
Result<QByteArray> nextRequest(qint64 maxBytes);   // NotFound when there are no more
bool answer(const QByteArray& bytes);
}

} // namespace tresen
