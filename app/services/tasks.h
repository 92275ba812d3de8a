// Tasks: what a person has to look at is done, by whom and how. Called by the board.
#pragma once
#include "app/ports/journal.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>

namespace tresen::services {

class Tasks final : public QObject {
    Q_OBJECT
public:
    Tasks(ports::Journal& journal, JournalFeed& feed, QObject* parent = nullptr);
    // how: at least kHowMin characters, it stands in the journal. Refusals: "task.none", "task.how".
    void finish(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& how, Done<Ok> done);
    static constexpr int kHowMin = 3;

private:
    ports::Journal& m_journal;
    JournalFeed& m_feed;
};

} // namespace tresen::services
