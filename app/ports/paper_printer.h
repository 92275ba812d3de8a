// Port: PaperPrinter makes the sheets an owner takes along: payment request letter and receipt, as PDF. Called by Requests and Counter.
// Proof before print: the page is rasterised, every code on it decoded and compared byte by byte; a sheet whose code fails is not made.
#pragma once
#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/domain/money.h"
#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QStringList>
#include <optional>
#include <vector>

namespace tresen::ports {

struct Letterhead {                   // the workshop, from the settings
    QString name, tagline;            // shop name as on the sign
    QString legalName;                // "Autohaus Lindner GmbH"
    QString street, postcode, city;
    QString phone, email, web;
    QString director, register_, vatId;
    QString bankName, iban, bic;
    QString openingHours;             // in the language of the letter
    QByteArray logoPng;               // may be empty: then the name starts at the left margin
    QString accent;                   // "#0F4C81"; refused below 4.5:1 on white
};

struct LetterRow {
    enum class Kind { Item, Vat, Total, Prepaid, Open };
    enum class Before { Deposit, CreditNote, Payment };   // what a prepaid row takes off
    Kind kind = Kind::Item;
    QString label;                    // empty: the printer words it in the language of the sheet, from kind, before, rate and base
    domain::Money amount;
    Before before = Before::Deposit;
    QString rate{};                   // VAT: per cent as the invoice writes it, "19", "7.00"
    std::optional<domain::Money> base{};
};

struct LetterContent {
    QString language;                 // of the owner, not of the desk: code of domain::OwnerLanguage
    Letterhead workshop;
    QStringList addressee;            // up to 7 lines, name first
    QString salutationName;           // empty: neutral salutation
    QString invoiceNumber, orderNumber, customerNumber, advisor, advisorPhone;
    QDate invoiceDate, dueDate, date; // dueDate null: "at once"
    QString plate, vehicle, work;     // work line incl. mileage; plate may be empty
    std::vector<LetterRow> rows;      // at most 9 are shown; the rest is summed up as "further items"
    domain::Money open;               // positive, EUR
    QString payUrl, payToken;         // empty url: no box A, box B takes the full width
    QString payMethods;               // "Karte, Apple Pay, …" as the portal names them
    QByteArray epcPayload;            // empty: no box B
    QString payeeHolder, payeeIban, transferText;
    QString payeeBic{};
    bool accountOfPortal = false;     // that account is the payment service's for this payment, and is shown as such
    QString deskCode;                 // Code 128 at the foot
    int sheetVersion = 1;             // "Blatt n"
    int copy = 0;                     // 0 original, n: "KOPIE n"
    Instant reprintedAt;
    bool training = false;            // watermark and band; an EPC code only if its text begins with SCHULUNG, else none and a zero IBAN
    bool keyWaits = true;             // step 3 says "your key is ready"
};

struct ReceiptContent {               // counter receipt, A5
    QString language;
    Letterhead workshop;
    QString receiptNumber, till, cashier;
    QString invoiceNumber, plate, vehicle;
    Instant at;
    QString method;                   // "cash", "card", "transfer"; of a refund also "online"
    QString externalReceipt;          // number of the terminal's or the certified till's own receipt
    domain::Money openBefore, paid, tendered, change, openAfter;
    int copy = 0;
    bool training = false;
    bool refund = false;              // a slip for money that goes back: paid is what goes back, reason says why
    bool pending = false;             // the portal has it in hand, the money has not moved yet
    QString reason;
};

struct KeyTagContent {                // the label on a key; names nobody
    QString language;
    int width = 62, height = 29;      // mm
    QString plate, hook, hookWord;    // hookWord: what stands before it, "Hook"; no plate: the number stands there
    QString number, orderNumber;      // of the invoice
    QString code;                     // desk code, or the number where there is no sheet yet: what the scanner finds it by
    bool training = false;
};

struct PaperDocument {
    QByteArray pdf;
    int pages = 1;
    QByteArray sha256;                // of pdf
    QStringList provenCodes;          // what was decoded from the raster: "link", "epc", "desk", "tag"
};

// Failures: Fault::Refused "paper.code_unreadable" / "paper.code_differs" (detail: which), "paper.text_too_long" (detail: which field), "paper.accent", "paper.training_transfer",
// "paper.no_glyph", "paper.amount" (open not positive, or not EUR), "paper.link" (no https address); Fault::Internal "paper.library".
class PaperPrinter {
public:
    virtual ~PaperPrinter() = default;
    virtual QFuture<Result<PaperDocument>> letter(LetterContent content) = 0;
    virtual QFuture<Result<PaperDocument>> receipt(ReceiptContent content) = 0;
    // One page each, all or none. Refused "paper.batch" for none or too many, "paper.tag_size".
    virtual QFuture<Result<PaperDocument>> keyTags(std::vector<KeyTagContent> tags) = 0;
};

} // namespace tresen::ports
