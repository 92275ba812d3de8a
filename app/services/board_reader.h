// BoardReader: what the desk's pages look at: first what stands on the screen, then all rows, and everything about one invoice on demand.
#pragma once
#include "app/ports/journal.h"
#include "app/domain/scan.h"
#include "app/services/done.h"
#include <QObject>
#include <optional>

namespace tresen::services {

// One invoice as a page shows it; values only.
struct InvoiceView {
    domain::OpenItem item;
    domain::VehicleKey key;
    domain::Invoice record;
    domain::BoardRow row;
    std::vector<domain::Recorded> timeline;     // oldest first
    std::vector<domain::BoardRow> related;      // same stay or same customer, newest first
    std::vector<domain::VehicleKey> keys;       // of all its vehicles; key is the one its row shows
};

// What was held under the scanner.
struct Scanned {
    QString text;                               // as it was read
    domain::InvoiceId invoice;                  // null: nothing here knows it
    std::optional<domain::PayRequest> sheet;    // the request whose sheet it is, where a sheet was scanned
    std::optional<domain::PayRequest> live;     // the one that counts now
    domain::Money open, asked;                  // asked: what the scanned code asks for; zero where it does not say
    QString foreignIban{};                      // redacted: a transfer code that pays an account which is none of ours; the invoice is only what it claims to be
    bool superseded() const { return open.isPositive() && (sheet ? !sheet->live() && sheet->state != domain::RequestState::Paid : asked.isPositive() && asked != open); }
};

class BoardReader final : public QObject {
    Q_OBJECT
public:
    explicit BoardReader(ports::Journal& journal, QObject* parent = nullptr);
    void start(Done<ports::BoardStart> done);   // what the board shows first
    void rows(Done<std::vector<domain::BoardRow>> done);
    void invoice(const domain::InvoiceId& id, Done<InvoiceView> done);
    void scanned(const QString& raw, Done<Scanned> done);   // one of our codes, a pay link, a transfer code, an invoice number or a plate

private:
    ports::Journal& m_journal;
};

} // namespace tresen::services
