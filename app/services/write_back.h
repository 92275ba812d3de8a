// WriteBack: gives settled items back to the workshop system and reads its answers. Last station of the way.
#pragma once
#include "app/core/clock.h"
#include "app/domain/settlement_rules.h"
#include "app/ports/workshop_sink.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/settings.h"
#include <QObject>

namespace tresen::services {

struct PendingSettlement {            // one line of the list "not yet taken over"
    domain::InvoiceId invoice;
    QString number, customer, plate;
    domain::Money amount;
    QString kind;                     // "settled", "reversed"
    domain::SettlementId settlement;  // null: not written yet
    qint64 run = 0;
    QString state, text;              // "due", "written", "refused"
};

struct WriteBackResult { qint64 run = 0; int records = 0; QStringList files; int accepted = 0, refused = 0; };

class WriteBack final : public QObject {
    Q_OBJECT
public:
    WriteBack(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, ports::WorkshopSink& sink, Settings& settings, const Clock& clock, QObject* parent = nullptr);

    // Reads the answers, then writes what is owed into one new file pair. folder empty: the one of the settings. Nothing owed: no file.
    // Refusals: "sink.no_folder".
    void run(const QString& folder, Done<WriteBackResult> done);
    void resend(const std::vector<PendingSettlement>& which, const QString& folder, Done<WriteBackResult> done);
    void readAnswers(const QString& folder, Done<WriteBackResult> done);
    void pending(Done<std::vector<PendingSettlement>> done);

private:
    struct Run;
    QString folderOr(const QString& folder) const;
    void decideFile(std::shared_ptr<Run> run, std::vector<domain::OpenItem> items);
    void writeFile(const ports::OutboxEntry& entry, Done<Ok> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    ports::WorkshopSink& m_sink;
    Settings& m_settings;
    const Clock& m_clock;
    QHash<QString, QStringList> m_written;   // outbox key -> files, until run() has reported them
};

} // namespace tresen::services
