// BoardReader: what the desk's pages look at: first what stands on the screen, then all rows, and everything about one invoice on demand.
#pragma once
#include "app/ports/journal.h"
#include "app/services/done.h"
#include <QObject>

namespace tresen::services {

// One invoice as a page shows it; values only.
struct InvoiceView {
    domain::OpenItem item;
    domain::VehicleKey key;
    domain::Invoice record;
    domain::BoardRow row;
    std::vector<domain::Recorded> timeline;     // oldest first
    std::vector<domain::BoardRow> related;      // same stay or same customer, newest first
};

class BoardReader final : public QObject {
    Q_OBJECT
public:
    explicit BoardReader(ports::Journal& journal, QObject* parent = nullptr);
    void start(Done<ports::BoardStart> done);   // what the board shows first
    void rows(Done<std::vector<domain::BoardRow>> done);
    void invoice(const domain::InvoiceId& id, Done<InvoiceView> done);

private:
    ports::Journal& m_journal;
};

} // namespace tresen::services
