#include "ui/common/wording.h"
#include "ui/common/money_text.h"
#include "ui/common/phrase.h"
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr Phrase kPhrases[] = {
    // why an invoice stands where it stands
    {"open.new", QT_TRANSLATE_NOOP("tresen::ui::Wording", "not requested yet")},
    {"open.superseded", QT_TRANSLATE_NOOP("tresen::ui::Wording", "amount changed, request again")},
    {"open.expired", QT_TRANSLATE_NOOP("tresen::ui::Wording", "payment link has run out")},
    {"open.request_failed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "request could not be made, %1")},
    {"choice.counter", QT_TRANSLATE_NOOP("tresen::ui::Wording", "wants to pay at the counter")},
    {"choice.account", QT_TRANSLATE_NOOP("tresen::ui::Wording", "wants to pay on account")},
    {"requested.opened", QT_TRANSLATE_NOOP("tresen::ui::Wording", "payment page opened")},
    {"requested.printed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "sheet made, no. %1")},
    {"requested.sent", QT_TRANSLATE_NOOP("tresen::ui::Wording", "request sent, no. %1")},
    {"running.creating", QT_TRANSLATE_NOOP("tresen::ui::Wording", "payment link is being made")},
    {"running.online", QT_TRANSLATE_NOOP("tresen::ui::Wording", "customer is paying online")},
    {"running.authorized", QT_TRANSLATE_NOOP("tresen::ui::Wording", "money is promised, not here yet")},
    {"running.closing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "payment link is being closed, %1")},
    {"unknown.create", QT_TRANSLATE_NOOP("tresen::ui::Wording", "unclear whether a payment link exists, %1")},
    {"unknown.silent", QT_TRANSLATE_NOOP("tresen::ui::Wording", "no answer from the portal, %1")},
    {"part.paid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "partly paid, %1"), PhraseDetail::Amount},
    {"paid.online", QT_TRANSLATE_NOOP("tresen::ui::Wording", "online, %1"), PhraseDetail::Method},
    {"paid.cash", QT_TRANSLATE_NOOP("tresen::ui::Wording", "cash at the counter")},
    {"paid.card", QT_TRANSLATE_NOOP("tresen::ui::Wording", "card at the counter, %1"), PhraseDetail::Method},
    {"paid.transfer", QT_TRANSLATE_NOOP("tresen::ui::Wording", "bank transfer, %1"), PhraseDetail::Method},
    {"paid.bank", QT_TRANSLATE_NOOP("tresen::ui::Wording", "bank transfer, %1"), PhraseDetail::Method},
    {"paid.voucher", QT_TRANSLATE_NOOP("tresen::ui::Wording", "voucher, %1")},
    {"paid.doubted", QT_TRANSLATE_NOOP("tresen::ui::Wording", "online, but the portal no longer says so")},
    {"paid.credited", QT_TRANSLATE_NOOP("tresen::ui::Wording", "settled by credit note")},
    {"paid.nothing_due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "nothing to pay")},
    {"on_account.granted", QT_TRANSLATE_NOOP("tresen::ui::Wording", "invoice customer, %1"), PhraseDetail::Method},
    {"on_account.direct_debit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "is collected by direct debit")},
    {"over.paid_twice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "paid twice, %1 too much"), PhraseDetail::Amount},
    {"over.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "too much paid, %1"), PhraseDetail::Amount},
    {"reversed.money_back", QT_TRANSLATE_NOOP("tresen::ui::Wording", "money was taken back")},
    {"reversed.key_gone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "money was taken back, the key is gone")},
    {"handed_over.to", QT_TRANSLATE_NOOP("tresen::ui::Wording", "key handed to %1")},
    {"handed_over.override", QT_TRANSLATE_NOOP("tresen::ui::Wording", "handed over by approval, to %1")},
    {"cancelled.credit_note", QT_TRANSLATE_NOOP("tresen::ui::Wording", "credit note, %1")},
    {"cancelled.no_claim", QT_TRANSLATE_NOOP("tresen::ui::Wording", "asks for no money")},
    {"cancelled.by_workshop", QT_TRANSLATE_NOOP("tresen::ui::Wording", "cancelled by the workshop, %1")},
    // why the key goes or stays
    {"go.paid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: finally paid")},
    {"go.nothing_due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: nothing to pay")},
    {"go.on_account", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: invoice customer")},
    {"go.direct_debit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: direct debit")},
    {"go.overpaid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: paid; %1 go back to the customer"), PhraseDetail::Amount},
    {"key.amount_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 missing, no approval"), PhraseDetail::Amount},
    {"key.under_way", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Wait until the payment is through")},
    {"key.unclear", QT_TRANSLATE_NOOP("tresen::ui::Wording", "First find out what happened")},
    {"key.stale", QT_TRANSLATE_NOOP("tresen::ui::Wording", "What is known is too old, ask again")},
    {"key.reversed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The money was taken back")},
    {"key.gone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The key is not here, it is with %1")},
    {"key.other_invoice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Another invoice of this car is not settled")},
    {"key.none", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No key is known for this invoice")},
    {"key.here", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The key is here already, on hook %1")},
    {"key.to_missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Who gets the key?")},
    {"key.override_reason", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The reason needs at least %1 characters")},
    {"key.hook_taken", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Hook %1 is taken")},
    // what the desk refuses: money
    {"money.invalid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not an amount: %1")},
    {"money.ambiguous", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Point and comma do not fit together: %1")},
    {"money.no_whole_cents", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most two digits after the decimal mark: %1")},
    {"money.mixed_currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Different currencies cannot be added: %1")},
    {"money.overflow", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This amount is too large: %1")},
    {"money.currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Unknown currency: %1")},
    {"pay.already_settled", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This invoice is already settled: %1")},
    {"pay.booked_already", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This payment is already booked: %1")},
    {"pay.receipt_known", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Receipt %1 is booked today already. Of another terminal? Write its name before the number.")},
    {"pay.receipt_here", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Receipt %1 stands on this invoice already. Of another terminal? Write its name before the number.")},
    {"pay.taken_cash", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nothing is asked for: hand the cash back, %1"), PhraseDetail::Amount},
    {"pay.nothing_asked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This document asks for no money: %1")},
    {"pay.unknown", QT_TRANSLATE_NOOP("tresen::ui::Wording", "An earlier payment is still unclear. Ask first, then charge.")},
    {"pay.online_under_way", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The customer is paying online just now")},
    {"pay.link_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The payment link is still open; close it first")},
    {"pay.locked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Another desk is taking this payment: %1")},
    {"pay.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This amount cannot be taken: %1"), PhraseDetail::Amount},
    {"pay.currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Only %1 can be taken for this invoice")},
    {"pay.exceeds_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "More than is open: %1"), PhraseDetail::Amount},
    {"pay.tendered", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Less given than to be paid: %1"), PhraseDetail::Amount},
    {"pay.force_reason", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Taking money although the payment link may still be paid needs a reason")},
    {"pay.receipt_needed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The receipt number is missing")},
    {"account.not_approved", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This customer has no approval to pay later: %1")},
    {"account.nothing_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nothing is open")},
    {"account.limit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Above the limit for paying later: %1"), PhraseDetail::Amount},
    // what the desk refuses: requests
    {"request.credit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A credit note asks for no money")},
    {"request.no_claim", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This document asks for no money")},
    {"request.cancelled", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice is cancelled, %1")},
    {"request.direct_debit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Is collected by direct debit")},
    {"request.nothing_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nothing is open")},
    {"request.currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Only euro can be requested, not %1")},
    {"request.payee_differs", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The account on the invoice differs from the settings: %1")},
    {"request.payee_factoring", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The claim may have been sold: somebody has to decide first who is paid")},
    {"request.no_payee", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No account is set up to be paid to")},
    {"request.payee_changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The sheet may name another account than the settings do now; please create the request again")},
    {"request.under_way", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The customer is paying just now")},
    {"request.unknown", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Unclear whether a payment link exists; ask first")},
    {"request.closing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The payment link is just being closed")},
    {"request.none", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is no payment request")},
    // what somebody has to look at
    {"payee.differs", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The account on the invoice differs from the settings: %1")},
    {"payment.currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Paid in another currency")},
    {"payment.chargeback", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Money was charged back")},
    {"payment.double", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Paid twice")},
    {"payment.wrong_amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Paid another amount than asked for")},
    {"payment.forced", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Taken although the payment link may still be paid: %1")},
    {"payment.vanished", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The portal no longer lists this payment: look at its own page")},
    {"payment.changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The portal now names another amount for this payment: look at its own page")},
    {"payment.late", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Paid after the request was withdrawn")},
    {"portal.test_mode", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A test payment, no real money: %1")},
    {"portal.wrong_link", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The portal's link does not belong to this invoice: %1")},
    {"amount.changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The amount of the invoice has changed: %1"), PhraseDetail::Change},
    {"vehicle.moved", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Not paid, and taken off the key of %1 by hand")},
    {"invoice.corrected", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice was corrected by %1")},
    {"reminder.due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Reminder: %1")},
    {"reminder.empty", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Write down what it is about")},
    {"reminder.too_long", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most %1 characters")},
    {"reminder.past", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This time has passed already")},
    {"reminder.time", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No day and time: %1")},
    {"reminder.far", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most two years ahead")},
    {"reminder.many", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most %1 reminders for one invoice")},
    {"reminder.none", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This reminder is done already")},
    // what an import finds
    {"sum.due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The amount due does not add up")},
    {"sum.gross", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Net and tax do not add up")},
    {"sum.vat", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The tax rows do not add up")},
    {"sum.lines", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The lines do not add up")},
    {"iban.check", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The account number is wrong")},
    {"date.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice date is missing")},
    {"terms.direct_debit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Is collected by direct debit")},
    {"note.empty", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Nothing is written")},
    {"note.too_long", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most %1 characters")},
    {"report.day", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is no such day")},
    {"invoice.known", QT_TRANSLATE_NOOP("tresen::ui::Wording", "An invoice with this number is here already: %1")},
    {"file.changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file has changed since it was checked. Check it once more.")},
    {"file.line", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This row is no longer in the file")},
    {"entry.number", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice number is missing")},
    {"entry.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The amount to pay is missing, or it cannot be right")},
    {"entry.date", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice date is missing, too old or in the future")},
    {"entry.due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "It cannot be due before its date; write it as 31.12.2026")},
    {"entry.customer", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The customer's name is missing")},
    {"entry.email", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is no mail address")},
    {"entry.vin", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A VIN has 17 characters, none of them I, O or Q")},
    {"entry.too_long", QT_TRANSLATE_NOOP("tresen::ui::Wording", "One of the entries is too long")},
    {"entry.fixed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Number, date and amount stay as the file says them")},
    {"entered.number", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: number")},
    {"entered.order", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: order number")},
    {"entered.date", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: date")},
    {"entered.due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: due date")},
    {"entered.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: amount")},
    {"entered.customer_id", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: customer number")},
    {"entered.customer", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: customer")},
    {"entered.email", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: mail address")},
    {"entered.street", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: street")},
    {"entered.postcode", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: postcode")},
    {"entered.city", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: town")},
    {"entered.plate", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: plate")},
    {"entered.vin", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: VIN")},
    {"entered.model", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Put right by hand: vehicle")},
    {"vehicle.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A key hangs on this invoice: plate or VIN is needed")},
    {"vehicle.too_many", QT_TRANSLATE_NOOP("tresen::ui::Wording", "More than %1 vehicles on one invoice are not kept")},
    {"vehicle.payer", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is an address, but no name of who pays")},
    {"cancelled.revised", QT_TRANSLATE_NOOP("tresen::ui::Wording", "It was cancelled here, and has now come again changed: %1")},
    {"payee.assigned", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice says that the claim has been assigned")},
    {"payee.factoring", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Another payee is named: the claim may have been sold")},
    {"plate.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No vehicle is named")},
    {"entered.by_hand", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Typed in by hand")},
    {"undo.requested", QT_TRANSLATE_NOOP("tresen::ui::Wording", "a payment request has been made")},
    {"undo.paid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "it is paid, on account or at the counter just now")},
    {"undo.key_gone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "its key has been handed over")},
    {"undo.changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "it has changed since")},
    {"cancelled.undone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Taken back with its run")},
    {"key.cancelled", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Its invoice was cancelled by hand while money was open")},
    {"key.undone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Its invoice was taken back: read it in again first")},
    {"invoice.no_number", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice number is missing")},
    {"invoice.no_amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The amount is missing: %1")},
    {"invoice.currency_changed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The currency has changed: %1")},
    {"file.too_large", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file is too large: %1")},
    {"file.empty", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file is empty: %1")},
    {"pdf.damaged", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF is damaged: %1")},
    {"pdf.no_invoice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF carries no invoice data: %1")},
    {"pdf.encrypted", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF is locked by a password: %1")},
    {"pdf.attachment_too_large", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The data inside the PDF is too large: %1")},
    {"xml.malformed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file is damaged and cannot be read")},
    {"xml.dtd", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file contains a forbidden declaration: %1")},
    {"xml.too_deep", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file is nested too deeply: %1")},
    {"xml.too_many_nodes", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file has too many entries: %1")},
    {"xml.encoding", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The characters of the invoice file cannot be read: %1")},
    {"invoice.unsupported", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This kind of invoice is not known: %1")},
    {"invoice.incomplete", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice lacks a required entry: %1")},
    {"amount.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "An amount cannot be read: %1")},
    {"date.ambiguous", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Not said yet how days are written")},
    {"date.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A date cannot be read: %1")},
    {"file.folder", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The folder cannot be reached: %1")},
    {"file.not_regular", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not a file of its own: %1")},
    {"file.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file cannot be read: %1")},
    {"file.unwritable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file cannot be written: %1")},
    {"invoice.mixed_currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Amounts in different currencies: %1")},
    {"credit.waiting", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice this credit note belongs to is not here yet")},
    {"credit.left_over", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The credit note is larger than its invoice; the rest is owed to the customer")},
    {"credit.unclear", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Unclear which invoice this credit note belongs to")},
    {"number.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice number is missing")},
    {"type.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The kind of document is missing")},
    {"currency.missing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The currency is missing")},
    {"currency.mixed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A sum is marked with another currency")},
    {"amount.empty", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A sum of the invoice is left empty")},
    {"amount.repeated", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A sum stands there twice and differs")},
    {"amount.line_unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The amount of one line cannot be read")},
    {"text.cut", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A text was too long and has been cut")},
    {"list.cut", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A list was too long and has been cut")},
    {"file.still_growing", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file is still being written: %1")},
    {"pdf.too_costly", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF needs too much memory or time")},
    {"pdf.reader", QT_TRANSLATE_NOOP("tresen::ui::Wording", "PDFs cannot be opened at the moment")},
    {"source.read_only", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The folder cannot be written to; files stay where they are")},
    {"totals.pdf_differs", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The printed page of the PDF names another amount")},
    {"totals.not_compared", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF has no text that can be read, so its amounts were not compared")},
    {"pdf.several_invoices", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF carries several invoices")},
    // what giving back to the workshop system meets
    {"sink.no_folder", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No folder is set up for giving back. Choose one in the settings")},
    {"sink.folder", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The folder cannot be reached: %1")},
    {"sink.write", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file could not be written; it will be tried again: %1")},
    {"sink.profile", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The description of the table is wrong: %1")},
    {"sink.text", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A character the workshop system cannot read: %1")},
    {"settlement.none", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is nothing to give back: %1")},
    {"settlement.accepted", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The workshop system has taken this over already: %1")},
    // backup and check
    {"vault.busy", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A backup or check is running already")},
    {"vault.no_file", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No file was named")},
    {"backup.exists", QT_TRANSLATE_NOOP("tresen::ui::Wording", "There is a file of this name already and it stays. Choose another name: %1")},
    {"backup.damaged", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The copy was not right and has been thrown away: %1")},
    {"backup.documents", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The bookings are saved, the documents are not all: %1")},
    {"store.full", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The disk is full: %1")},
    {"store.unwritable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This place cannot be written to: %1")},
    {"store.locked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The data are in use by another program; try again: %1")},
    {"store.url", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The address of the database is incomplete; it looks like %1")},
    {"store.unreachable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The database cannot be reached: %1")},
    {"store.stopped", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The stored data are damaged: nothing is recorded any more until somebody has decided: %1")},
    {"store.derived", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The bookings are whole, but what was made of them differs; it can be made anew: %1")},
    {"store.remade", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The bookings are whole. What was made of them differed; it was made anew and is in order: %1")},
    {"store.damaged", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The stored data are damaged; call support: %1")},
    // settings
    {"setting.unknown", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This setting does not exist: %1")},
    {"setting.site_only", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This setting holds for the whole workshop; one desk cannot have another: %1")},
    {"setting.desk_only", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This setting belongs to one desk only: %1")},
    {"setting.flag", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Only yes or no")},
    {"logo.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This picture cannot be read: %1")},
    {"logo.too_large", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This picture is too large: %1")},
    {"setting.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not an amount")},
    {"setting.bic", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not a BIC")},
    {"setting.iban", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This account number is wrong")},
    {"setting.email", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not an e-mail address")},
    {"setting.color", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not a colour")},
    {"setting.number", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This number is not allowed here")},
    {"setting.choice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This choice does not exist")},
    {"setting.too_long", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The text is too long")},
    {"setting.control_characters", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The text contains characters that cannot be used")},
    {"setting.locked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This setting is locked; the manager's PIN opens it")},
    {"setting.reason", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Why is this changed? Please give a reason")},
};

const Phrase* phraseOf(const QString& code)
{
    static const auto table = [] {
        QHash<QString, const Phrase*> out;
        for (const auto& phrase : kPhrases) out.insert(QString::fromLatin1(phrase.code), &phrase);
        for (const auto& phrase : arrivalPhrases()) out.insert(QString::fromLatin1(phrase.code), &phrase);
        for (const auto& phrase : peoplePhrases()) out.insert(QString::fromLatin1(phrase.code), &phrase);
        for (const auto& phrase : peerPhrases()) out.insert(QString::fromLatin1(phrase.code), &phrase);
        return out;
    }();
    return table.value(code, nullptr);
}

QString worded(const Phrase& phrase, const QString& detail)
{
    switch (phrase.detail) {
    case PhraseDetail::Text: return detail;
    case PhraseDetail::Amount:
        if (const auto amount = domain::parseMoney(detail)) return moneyText(amount.value());
        return detail;
    case PhraseDetail::Method: return Wording::method(detail);
    case PhraseDetail::Change: return Wording::changeOf(detail);
    }
    Q_UNREACHABLE();
}

QString filledIn(QString text, const QString& detail)
{
    if (!detail.isEmpty()) return text.replace(u"%1"_s, detail);
    for (const auto& lead : {u", %1"_s, u": %1"_s, u" %1"_s, u"%1 "_s, u"%1"_s}) text.remove(lead);
    return text;
}

} // namespace

bool Wording::knows(const QString& code)
{
    return phraseOf(code) != nullptr;
}

QString Wording::reason(const QString& code, const QString& detail)
{
    if (code.isEmpty()) return {};
    if (const auto* phrase = phraseOf(code)) return filledIn(tr(phrase->text), worded(*phrase, detail));
    return tr("See the history for the reason (%1)").arg(code);
}

QString Wording::failure(const Error& error)
{
    if (const auto* phrase = phraseOf(error.code)) return filledIn(tr(phrase->text), worded(*phrase, error.detail));
    switch (error.fault) {
    case Fault::Invalid: return tr("This cannot be read (%1).").arg(error.code);
    case Fault::NotFound: return tr("This is no longer there (%1).").arg(error.code);
    case Fault::Conflict: return tr("Somebody else was faster; look again (%1).").arg(error.code);
    case Fault::Refused: return tr("A rule does not allow this (%1).").arg(error.code);
    case Fault::Unreachable: return tr("No connection; nothing has been done (%1).").arg(error.code);
    case Fault::Timeout: return tr("No answer; whether it was done is unclear. Ask again before you repeat it (%1).").arg(error.code);
    case Fault::Corrupt: return tr("Stored data is damaged; call support (%1).").arg(error.code);
    case Fault::Internal: return tr("Our own mistake; call support (%1).").arg(error.code);
    }
    Q_UNREACHABLE();
}

QString Wording::method(const QString& code)
{
    // Names of products are the same in every language.
    static const QHash<QString, QString> products{{u"applepay"_s, u"Apple Pay"_s}, {u"googlepay"_s, u"Google Pay"_s}, {u"paypal"_s, u"PayPal"_s},
        {u"klarna"_s, u"Klarna"_s}, {u"wero"_s, u"Wero"_s}, {u"girocard"_s, u"girocard"_s}, {u"sofort"_s, u"Sofort"_s}, {u"twint"_s, u"TWINT"_s}};
    const auto known = code.toLower();
    if (const auto product = products.constFind(known); product != products.cend()) return *product;
    if (known == u"card"_s || known == u"creditcard"_s) return tr("card", "payment method");
    if (known == u"cash"_s) return tr("cash", "payment method");
    if (known == u"banktransfer"_s || known == u"transfer"_s) return tr("bank transfer", "payment method");
    if (known == u"directdebit"_s) return tr("direct debit", "payment method");
    if (known == u"voucher"_s) return tr("voucher", "payment method");
    if (known == u"customer"_s) return tr("approved", "why somebody may pay later");
    if (known == u"manager"_s) return tr("approved by the manager", "why somebody may pay later");
    return code;
}

QString Wording::state(Look look)
{
    switch (look) {
    case Look::Open: return tr("Open", "state: nothing paid");
    case Look::Requested: return tr("Requested", "state");
    case Look::Running: return tr("Running", "state: a payment is under way");
    case Look::Unknown: return tr("Unclear", "state: nobody knows whether it was paid");
    case Look::Part: return tr("Part paid", "state");
    case Look::Paid:
    case Look::PaidAged: return tr("Paid", "state");
    case Look::OnAccount: return tr("On account", "state");
    case Look::Overpaid: return tr("Overpaid", "state");
    case Look::Reversed: return tr("Reversed", "state: money taken back");
    case Look::HandedOver: return tr("Handed over", "state: key");
    case Look::Cancelled: return tr("Cancelled", "state");
    case Look::Outdated: return tr("Outdated", "state: the knowledge is too old");
    case Look::Notice: return tr("Notice", "finding");
    case Look::Refused: return tr("Refused", "finding");
    case Look::Accepted: return tr("Accepted", "finding");
    }
    Q_UNREACHABLE();
}

QString Wording::source(domain::TruthSource source)
{
    using domain::TruthSource;
    switch (source) {
    case TruthSource::Workshop: return tr("Workshop", "source of knowledge");
    case TruthSource::Portal: return tr("Portal", "source of knowledge");
    case TruthSource::Desk: return tr("Desk", "source of knowledge");
    case TruthSource::Bank: return tr("Bank", "source of knowledge");
    case TruthSource::Terminal: return tr("Terminal", "source of knowledge");
    case TruthSource::Rule: return tr("Rule", "source of knowledge");
    }
    Q_UNREACHABLE();
}

QString Wording::alarm(const domain::BoardRow& row)
{
    using domain::BoardState, domain::KeyState;
    switch (row.state) {
    case BoardState::Reversed: return row.keyState == KeyState::Released || row.keyState == KeyState::ReleasedByOverride ? tr("key is gone") : tr("money taken back");
    case BoardState::Unknown: return tr("no answer");
    case BoardState::Overpaid: return row.reason == u"over.paid_twice"_s ? tr("paid twice") : tr("too much paid");
    case BoardState::Open:
    case BoardState::Requested:
    case BoardState::Running:
    case BoardState::Part:
    case BoardState::Paid:
    case BoardState::OnAccount:
    case BoardState::HandedOver:
    case BoardState::Cancelled: return {};
    }
    Q_UNREACHABLE();
}

} // namespace tresen::ui
