// Invoice: what an e-invoice says, whatever syntax it came in. Readers fill it, Intake decides on it, the letter prints it.
// Terms BT-n / BG-n: EN 16931-1. Amounts are read, never recomputed; an optional that is empty was not in the file.
#pragma once
#include "app/domain/money.h"
#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace tresen::domain {

struct PostalAddress {
    QString street, street2, street3;   // BT-35/50, 36/51, 162/163
    QString postcode, city, country;    // country: ISO 3166-1 alpha-2
    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

struct Party {
    QString name;           // BT-27, BT-44
    QString tradingName;    // BT-28
    QString id;             // BT-29, BT-46: for a buyer the customer number
    QString vatId, taxNumber;
    QString contact, phone, email;
    PostalAddress address;
    friend bool operator==(const Party&, const Party&) = default;
};

struct VatRow {             // BG-23
    QString category;       // BT-118, UNTDID 5305: S, Z, E, AE, K, G, O
    QString rate;           // BT-119 as a plain decimal without trailing zeros, "19", "7.7"; empty when absent
    std::optional<Money> base, amount;   // BT-116, BT-117
    friend bool operator==(const VatRow&, const VatRow&) = default;
};

struct InvoiceLine {        // BG-25, short
    QString id, name, description;
    QString quantity, unit;         // quantity as a plain decimal
    std::optional<Money> net;       // BT-131
    QString vatCategory, vatRate;
    friend bool operator==(const InvoiceLine&, const InvoiceLine&) = default;
};

// One step of early-payment discount (Skonto) or late interest (Verzug), from the coded text of BT-20 (XRechnung
// BR-DE-18, "#SKONTO#TAGE=14#PROZENT=2.25#") or from ApplicableTradePaymentDiscountTerms (structured).
struct DiscountTerm {
    enum class Kind { Skonto, Verzug };
    Kind kind = Kind::Skonto;
    bool structured = false;
    QString days;           // as written; empty when the structured form names none
    QString percent;        // as written, "2.25"
    QString base;           // base amount as written, empty = the amount due
    friend bool operator==(const DiscountTerm&, const DiscountTerm&) = default;
};

struct Note { QString subject, text; friend bool operator==(const Note&, const Note&) = default; };                 // BT-21, BT-22
struct PrecedingInvoice { QString number; QDate date; friend bool operator==(const PrecedingInvoice&, const PrecedingInvoice&) = default; };   // BT-25, BT-26

struct VehicleHint {        // what the invoice says of a vehicle; what a rule found of it stands in Invoice::found as well
    QString plate;          // as printed, "M-AB 1234"
    QString vin;            // 17 characters
    QString model;          // "VW Golf VII", from a labelled note line
    QString work;           // "Inspektion 60.000 km", from a labelled note line
    QString mileage;
    friend bool operator==(const VehicleHint&, const VehicleHint&) = default;
};

// What a rule read out of free text: a suggestion until somebody has confirmed it.
struct Finding {
    QString field;          // "plate", "vin", "customer_no", "order_no", "keeper"
    QString value;
    QString where;          // "note", "line", "reference" (an order or object number that looks like it)
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Invoice {
    QString guideline;              // BT-24
    QString typeCode;               // BT-3, UNTDID 1001
    QString number;                 // BT-1
    QDate issueDate, dueDate, deliveryDate;   // BT-2, BT-9, BT-72
    Currency currency;              // BT-5
    std::optional<Money> lineTotal, allowances, charges;   // BT-106..108
    std::optional<Money> net, tax, gross;                  // BT-109, 110, 112
    std::optional<Money> prepaid, rounding, amountDue;     // BT-113, 114, 115

    Party seller, buyer;
    std::optional<Party> payer;     // who is to pay, where the file names another than the buyer (CII EXTENDED: PayerTradeParty, else InvoiceeTradeParty)
    QString keeper;                 // whose car it is, where a field of its own says so; empty: the buyer's
    QString payee;                  // BT-59: payee if other than the seller (factoring)
    QString buyerReference, orderRef, salesOrderRef, contractRef, projectRef, objectRef;   // BT-10, 13, 14, 12, 11, 18
    std::vector<PrecedingInvoice> preceding;

    QStringList paymentMeans;       // BT-81, UNTDID 4461, in file order without repeats
    QString remittance;             // BT-83
    QStringList ibans;              // BT-84, in file order without repeats, blanks removed
    QString iban, accountHolder, bic;   // the first of each
    QString mandate, creditorId, debtorIban;   // BT-89, 90, 91
    QString termsText;              // BT-20
    std::vector<DiscountTerm> discounts;

    std::vector<Note> notes;
    std::vector<VatRow> vat;
    std::vector<InvoiceLine> lines;
    VehicleHint vehicle;
    std::vector<VehicleHint> furtherVehicles;   // of an invoice over several; each has its own key
    std::vector<Finding> found;     // in the order it was found

    friend bool operator==(const Invoice&, const Invoice&) = default;
};

// What kind of claim it is, from BT-3 and the signs of the amounts.
enum class InvoiceKind {
    Invoice,      // asks for money
    Credit,       // 381, 261, 262, 296, 308, 396 or a negative 380/384: gives money back; never gets a pay request
    Correction,   // 384 with a positive amount: replaces its preceding invoice
    NoClaim       // 751 and the like: booking aid, no VAT invoice; shown, never asked for
};
InvoiceKind kindOf(const Invoice& invoice);

// Payment by SEPA direct debit (means 59, 49): the money is fetched, so nothing is asked for.
bool isDirectDebit(const Invoice& invoice);

// BT-115; when the file has none: BT-112 - BT-113 + BT-114 (ZUGFeRD 1.0 may leave it out). Empty when neither is there.
std::optional<Money> amountToAskFor(const Invoice& invoice);

// What the invoice asks for in the end: amountToAskFor(), and nothing at all for a credit or a booking aid, whatever its amounts are.
Money claimOf(const Invoice& invoice);

// Are all amounts that make up the claim in the currency of the invoice (BT-5)? Amounts that are not there do not count.
bool hasOneCurrency(const Invoice& invoice);

// Whether a text says that this claim belongs to somebody else now: "unsere Forderung ist an die … verkauft und abgetreten", "mit schuldbefreiender
// Wirkung nur an …". What a customer has assigned to the workshop, his claim against an insurance for one, is not meant.
bool namesAssignment(QStringView text);

// Codes of what is odd but does not stop the import: "sum.due" (BT-112 - BT-113 + BT-114 != BT-115), "sum.gross"
// (BT-109 + BT-110 != BT-112), "sum.vat", "sum.lines", "iban.check", "date.missing", "terms.direct_debit".
QStringList noticesOf(const Invoice& invoice);

} // namespace tresen::domain
