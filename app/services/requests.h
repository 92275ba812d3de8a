// Requests: makes the payment request of an invoice: the link at the portal, the letter with its proven codes, the copies. One station of the way.
#pragma once
#include "app/core/clock.h"
#include "app/ports/paper_printer.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/portals.h"
#include "app/services/settings.h"
#include <QHash>
#include <QObject>
#include <optional>

namespace tresen::services {

struct RequestOptions {
    QString language = QStringLiteral("de");   // of the owner
    QString portal{};                          // this one instead of the one in the settings; "none": bank transfer only
    std::optional<domain::Money> amount{};     // less than what is open; empty: all of it
};

struct IssuedRequest {
    domain::RequestId request;
    int number = 1, copy = 0;          // "Blatt n", "KOPIE n"
    domain::Money amount;
    QString url, token, deskCode, file;
    QByteArray pdf;
    QStringList provenCodes;
    bool reused = false;               // the live request was printed again
};

class Requests final : public QObject {
    Q_OBJECT
public:
    Requests(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, ports::PaperPrinter& paper, Settings& settings, const Clock& clock,
             QString documentFolder, QObject* parent = nullptr);

    // Creates or prints again. Nothing is printed before the portal has agreed and every code on the sheet has been read back.
    // Refusals: domain::decideRequest(), "request.portal_failed", "request.unknown", the paper's own.
    void issue(const domain::InvoiceId& invoice, const RequestOptions& options, Done<IssuedRequest> done);
    // One more sheet of a live request, as it is, with the account of now. Failures: those of issue().
    void redraw(const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& language, Done<Ok> done);
    // No longer wanted: the link is closed at the portal.
    void withdraw(const domain::InvoiceId& invoice, Done<Ok> done);
    // So long the link is left as it is after a withdrawal, which can be taken back; 0, as from the start: it is closed at once.
    void setGrace(int ms) { m_graceMs = ms; }
    bool canKeep(const domain::InvoiceId& invoice) const { return m_withdrawn.contains(invoice.text()); }
    // The last withdrawal at this desk is taken back. Refusals: domain::decideKept(), also Conflict "undo.too_late" after limits::kUndoMs.
    void keep(const domain::InvoiceId& invoice, Done<Ok> done);

    // The newest sheet of a request that was made at this or an earlier start. NotFound "request.no_sheet" when it lies on another desk, Conflict
    // "request.payee_changed" when it names another account than the one of now, or an older program did not note which.
    void lastSheet(const domain::InvoiceId& invoice, Done<QByteArray> done);

private:
    struct Withdrawn { domain::RequestId request; QString task; Instant at; };
    struct Run;
    void decide(std::shared_ptr<Run> run);
    void decided(std::shared_ptr<Run> run, const Result<ports::Appended>& appended);
    void letter(std::shared_ptr<Run> run);
    void readLastSheet(const domain::InvoiceId& invoice, const Done<QByteArray>& done);
    void readLetter(std::shared_ptr<Run> run);
    void makeLetter(std::shared_ptr<Run> run, const ports::ItemDetail& detail);
    void keepSheet(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const ports::PaperDocument& document);
    ports::LetterContent contentOf(const ports::ItemDetail& detail, const domain::PayRequest& request, const RequestOptions& options) const;

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    const Portals& m_portals;
    ports::PaperPrinter& m_paper;
    Settings& m_settings;
    const Clock& m_clock;
    QString m_folder;
    int m_graceMs = 0;
    QHash<QString, Withdrawn> m_withdrawn;     // by invoice, at this desk; short-lived
};

} // namespace tresen::services
