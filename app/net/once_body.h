// OnceBody: the body of a request that can be read once. Called by HttpClient for every method but GET.
// Qt 6.4 repeats a request by itself when the connection ends before the first byte of the answer, a POST too; it has to rewind the body for that,
// and this one does not rewind. What was read of it also tells whether anything can have left this machine.
#pragma once
#include <QByteArray>
#include <QIODevice>
#include <algorithm>
#include <cstring>

namespace tresen::net {

class OnceBody final : public QIODevice {
public:
    explicit OnceBody(const QByteArray& bytes) : m_bytes{bytes} { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_bytes.size(); }
    bool reset() override
    {
        m_touched = true;   // whoever rewinds has tried before
        return false;
    }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    bool touched() const { return m_touched; }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        m_touched = true;
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_at);
        if (count > 0) std::memcpy(to, m_bytes.constData() + m_at, static_cast<std::size_t>(count));
        m_at += count;
        return count > 0 || most == 0 ? count : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
    bool m_touched = false;
};

} // namespace tresen::net
