// Clock: the only source of the time of day. Instant: a point in time, whole milliseconds UTC. Tests pass a ManualClock.
#pragma once
#include <QDate>
#include <QDateTime>
#include <QString>
#include <atomic>

namespace tresen {

struct Instant {
    qint64 ms = 0;   // since 1970-01-01T00:00:00Z; 0 = never

    bool isNull() const { return ms == 0; }
    QString iso() const;                                   // 2026-11-23T10:42:07.123Z
    static Instant fromIso(const QString& text);           // null when unreadable
    QDateTime utc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    QDateTime local() const { return QDateTime::fromMSecsSinceEpoch(ms); }
    Instant plusMs(qint64 more) const { return {ms + more}; }
    friend bool operator==(Instant, Instant) = default;
    friend auto operator<=>(Instant, Instant) = default;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : m_ms{start.ms} {}
    Instant now() const override { return {m_ms.load()}; }
    void advance(qint64 ms) { m_ms += ms; }
    void set(Instant to) { m_ms = to.ms; }

private:
    std::atomic<qint64> m_ms;   // read by the database thread, set by the test's
};

} // namespace tresen
