// Notes: writes down what the colleagues should know about an invoice. One station of the way; read in its history.
#pragma once
#include "app/domain/note_rules.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>

namespace tresen::services {

class Notes final : public QObject {
    Q_OBJECT
public:
    Notes(ports::Journal& journal, JournalFeed& feed, QObject* parent = nullptr) : QObject{parent}, m_journal{journal}, m_feed{feed} {}

    // Refusals: domain::decideNote(); NotFound "invoice.unknown".
    void add(const domain::InvoiceId& invoice, const QString& text, Done<Ok> done);

private:
    ports::Journal& m_journal;
    JournalFeed& m_feed;
};

} // namespace tresen::services
