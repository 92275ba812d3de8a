// composeMail(): what a mail to the owner says, as text and as HTML of the same content. Pure; called by Mails and by the preview of the settings.
// The workshop may edit four pieces per kind and language: "subject", "greeting", "intro", "closing". Everything else stands in resources/mail.
#pragma once
#include "app/domain/event.h"
#include "app/ports/mailer.h"
#include "app/ports/paper_printer.h"
#include "app/ports/payment_portal.h"
#include <QHash>

namespace tresen::services {

using domain::MailKind;

struct MailFacts {
    MailKind kind = MailKind::Request;
    QString language;                      // of the owner, see domain::OwnerLanguage
    ports::Letterhead workshop;
    QString customerName;                  // "Frau Özlem Yıldız"; empty: neutral greeting
    QString invoiceNumber, plate, vehicle, work;
    QDate invoiceDate, dueDate;            // dueDate null: at once
    std::vector<ports::SummaryRow> rows;   // worded; beyond limits::kMaxMailRows they are summed up
    domain::Money amount;                  // asked for, paid or refunded; positive
    domain::Money remaining{};             // confirmation: still open after it
    QString payUrl, methods;               // methods: "Karte, Apple Pay, …" as the portal names them. A confirmation links only when something remains
    QString payeeHolder, payeeIban, transferText;   // from the locked settings; no IBAN: no transfer is offered
    domain::LinkAccount portalAccount{};   // set: the transfer goes to the portal's account of this payment instead
    QString method;                        // of a payment or refund: "cash", "card_terminal", "bank_transfer", …; an unknown one is shown as it is
    Instant paidAt{};                      // also of a refund
    QString receiptNumber;
    QString code{};                        // pickup: the digits, for this letter alone
    Instant expires{};
    bool training = false, keyWaits = false, onAccountOffered = false;
    bool letterAttached = false;           // the PDF with the GiroCode travels along
    QHash<QString, QString> overrides{};   // edited pieces of this kind and language
};

struct ComposedMail {
    QString subject, text, html;
    std::vector<ports::InlineImage> images;
};

// Refused "mail.amount" (not positive), "mail.link" (the pay link is neither https nor, in training, http to this machine), and those of checkMailText().
Result<ComposedMail> composeMail(const MailFacts& facts);

QStringList mailPieces();                                          // the four names
QStringList mailPlaceholders(MailKind kind);                       // "{name}", "{amount}", …
QString defaultMailText(MailKind kind, const QString& language, const QString& piece);   // for the editor, with its placeholders
// "mail.placeholder" (detail: the unknown one, or the brace that stands alone), "mail.text_too_long", "mail.text_empty".
Result<Ok> checkMailText(MailKind kind, const QString& text);

} // namespace tresen::services
