#include "app/services/journal_feed.h"
#include "app/core/async.h"
#include <algorithm>
#include <memory>

namespace tresen::services {
namespace {

struct KeptCopy {
    std::function<void(Done<Ok>)> read;
    OneAtATime reading{};
};

// What cannot be read now is read with the next news; that the journal is gone is told by the feed itself.
void freshen(const std::shared_ptr<KeptCopy>& copy)
{
    if (!copy->reading.begin()) return;
    copy->read([copy](const Result<Ok>&) {
        if (copy->reading.end()) freshen(copy);
    });
}

} // namespace

JournalFeed::JournalFeed(ports::Journal& journal, QObject* parent) : QObject{parent}, m_journal{journal} {}

JournalFeed::~JournalFeed()
{
    if (m_following) m_journal.onForeignChange({});   // the journal lives longer than the feed
}

void JournalFeed::publish(const ports::Appended& appended)
{
    for (const auto& entry : appended.entries) Q_EMIT recorded(entry);
    publishRows(appended.rows);
}

void JournalFeed::publishRows(const std::vector<domain::BoardRow>& rows)
{
    if (!rows.empty()) Q_EMIT rowsChanged(rows);
}

void JournalFeed::follow(qint64 seq)
{
    m_seq = seq;
    if (m_following) return;
    m_following = true;
    m_journal.onForeignChange([this](qint64) { QMetaObject::invokeMethod(this, [this] { reread(); }, Qt::QueuedConnection); });
    reread();
}

void JournalFeed::check()
{
    if (m_following) reread();
}

void JournalFeed::keepFresh(QObject* who, std::function<void(Done<Ok>)> read)
{
    connect(this, &JournalFeed::found, who, [copy = std::make_shared<KeptCopy>(KeptCopy{std::move(read)})] { freshen(copy); });
}

// A burst of foreign commits is read once; what arrives while reading is read right after.
void JournalFeed::reread()
{
    if (!m_reading.begin()) return;
    onReady(m_journal.boardSince(m_seq), this, [this](const Result<std::vector<domain::BoardRow>>& rows) {
        const bool again = m_reading.end();
        if (!rows) {
            Q_EMIT lost(rows.error());
        } else {
            for (const auto& row : rows.value()) m_seq = std::max(m_seq, row.seq);
            publishRows(rows.value());
            Q_EMIT found();
        }
        if (again) reread();
    });
}

} // namespace tresen::services
