// Secret: a password or key. It is never printed, and its bytes are wiped when it goes. Adapters and the store keep theirs in one.
#pragma once
#include <QByteArray>
#include <QDebug>
#include <QString>
#include <utility>

namespace tresen {

class Secret {
public:
    Secret() = default;
    explicit Secret(const QString& text) : m_utf8{text.toUtf8()} {}
    Secret(const Secret& other) : m_utf8{other.m_utf8.constData(), other.m_utf8.size()} {}   // own bytes: shared ones could not be wiped
    Secret(Secret&& other) noexcept { m_utf8.swap(other.m_utf8); }
    Secret& operator=(Secret other) noexcept
    {
        m_utf8.swap(other.m_utf8);
        return *this;
    }
    ~Secret() { wipe(m_utf8); }

    bool isEmpty() const { return m_utf8.isEmpty(); }
    QString reveal() const { return QString::fromUtf8(m_utf8); }   // for the call that needs it; do not keep the answer

    // Overwrites the bytes in a way no optimiser leaves out. Only for bytes nobody shares.
    static void wipe(QByteArray& bytes)
    {
        volatile char* at = bytes.isEmpty() ? nullptr : bytes.data();
        for (qsizetype i = 0; i < bytes.size(); ++i) at[i] = 0;
    }

private:
    QByteArray m_utf8;
};

inline QDebug operator<<(QDebug debug, const Secret& secret)
{
    return debug << (secret.isEmpty() ? "(no secret)" : "(secret)");
}

} // namespace tresen
