#include "app/domain/entry_rules.h"
#include "app/domain/mail_rules.h"
#include "app/domain/vin.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

struct TextField {
    EntryField field;
    QStringView name;
    QString InvoiceEntry::* text;
};
constexpr std::array kTextFields{
    TextField{EntryField::Number, u"number", &InvoiceEntry::number}, TextField{EntryField::OrderRef, u"order", &InvoiceEntry::orderRef},
    TextField{EntryField::CustomerId, u"customer_id", &InvoiceEntry::customerId}, TextField{EntryField::Customer, u"customer", &InvoiceEntry::customer},
    TextField{EntryField::Email, u"email", &InvoiceEntry::email}, TextField{EntryField::Street, u"street", &InvoiceEntry::street},
    TextField{EntryField::Postcode, u"postcode", &InvoiceEntry::postcode}, TextField{EntryField::City, u"city", &InvoiceEntry::city},
    TextField{EntryField::Plate, u"plate", &InvoiceEntry::plate}, TextField{EntryField::Vin, u"vin", &InvoiceEntry::vin},
    TextField{EntryField::Model, u"model", &InvoiceEntry::model}};

Error entryError(const QString& code, const QString& detail = {}) { return Error{Fault::Refused, code, detail}; }

InvoiceEntry tidied(InvoiceEntry entry)
{
    for (const auto& field : kTextFields) entry.*field.text = (entry.*field.text).simplified();
    entry.vin = entry.vin.toUpper().remove(u' ');
    entry.plate = entry.plate.toUpper();
    return entry;
}

std::optional<Error> entryFault(const InvoiceEntry& entry, const Invoice& read, const InvoiceEntry& was, QDate today)
{
    for (const auto& field : kTextFields)
        if ((entry.*field.text).size() > (field.field == EntryField::Number ? kMaxEntryNumber : kMaxEntryText) && entry.*field.text != was.*field.text)
            return entryError(u"entry.too_long"_s, field.name.toString());
    if (entry.number.isEmpty()) return entryError(u"entry.number"_s);
    if (!entry.amount || (entry.amount != was.amount && (!entry.amount->isPositive() || entry.amount->inCents() > kMaxEntryCents))) return entryError(u"entry.amount"_s);
    if (mayEnter(read, EntryField::IssueDate) && (!entry.issueDate.isValid() || (entry.issueDate != was.issueDate && (entry.issueDate > today.addDays(kMaxEntryAheadDays) || entry.issueDate < today.addYears(-kMaxEntryYears)))))
        return entryError(u"entry.date"_s);
    if (entry.dueDate.isValid() && entry.dueDate != was.dueDate && entry.dueDate < entry.issueDate) return entryError(u"entry.due"_s);
    if (entry.customer.isEmpty()) return entryError(u"entry.customer"_s);
    if (!entry.email.isEmpty() && entry.email != was.email && !isMailAddress(entry.email)) return entryError(u"entry.email"_s);
    if (!entry.vin.isEmpty() && entry.vin != was.vin && !isVin(entry.vin)) return entryError(u"entry.vin"_s);
    return {};
}

QString foundIn(const Invoice& read, QStringView field)
{
    const auto found = std::find_if(read.found.begin(), read.found.end(), [&](const Finding& f) { return f.field == field; });
    return found == read.found.end() ? QString{} : found->value;
}

QString ownOrderRef(const Invoice& read) { return read.salesOrderRef.isEmpty() ? read.orderRef : read.salesOrderRef; }

} // namespace

InvoiceEntry entryOf(const Invoice& read)
{
    InvoiceEntry out;
    out.number = read.number;
    out.orderRef = ownOrderRef(read).isEmpty() ? foundIn(read, u"order_no") : ownOrderRef(read);
    out.issueDate = read.issueDate;
    out.dueDate = read.dueDate;
    out.amount = amountToAskFor(read);
    out.customerId = read.buyer.id.isEmpty() ? foundIn(read, u"customer_no") : read.buyer.id;
    out.customer = read.buyer.name;
    out.email = read.buyer.email;
    out.street = read.buyer.address.street;
    out.postcode = read.buyer.address.postcode;
    out.city = read.buyer.address.city;
    out.plate = read.vehicle.plate;
    out.vin = read.vehicle.vin;
    out.model = read.vehicle.model;
    return out;
}

bool mayEnter(const Invoice& read, EntryField field)
{
    switch (field) {
    case EntryField::Number: return read.number.trimmed().isEmpty();
    case EntryField::IssueDate: return read.number.trimmed().isEmpty() && !read.issueDate.isValid();   // its year is part of what makes a number unique
    case EntryField::Amount: return !amountToAskFor(read);
    case EntryField::OrderRef:
    case EntryField::DueDate:
    case EntryField::CustomerId:
    case EntryField::Customer:
    case EntryField::Email:
    case EntryField::Street:
    case EntryField::Postcode:
    case EntryField::City:
    case EntryField::Plate:
    case EntryField::Vin:
    case EntryField::Model: return true;
    }
    Q_UNREACHABLE();
}

Result<Entered> laidOver(const Invoice& read, const InvoiceEntry& typed, QDate today)
{
    const auto entry = tidied(typed);
    const auto was = entryOf(read);
    if (const auto fault = entryFault(entry, read, was, today)) return *fault;
    QStringList changed;
    for (const auto& field : kTextFields) {
        if (entry.*field.text == (was.*field.text).simplified()) continue;
        if (!mayEnter(read, field.field)) return entryError(u"entry.fixed"_s, field.name.toString());
        changed << u"entered."_s + field.name.toString();
    }
    const auto note = [&](bool differs, EntryField field, const QString& name) {
        if (differs) changed << u"entered."_s + name;
        return !differs || mayEnter(read, field);
    };
    if (!note(entry.issueDate != was.issueDate, EntryField::IssueDate, u"date"_s)) return entryError(u"entry.fixed"_s, u"date"_s);
    if (!note(entry.amount != was.amount, EntryField::Amount, u"amount"_s)) return entryError(u"entry.fixed"_s, u"amount"_s);
    note(entry.dueDate != was.dueDate, EntryField::DueDate, u"due"_s);

    Entered out{read, changed};
    auto& record = out.record;
    if (read == Invoice{}) {
        record.typeCode = u"380"_s;
        record.currency = entry.amount->currency();
        out.notices = {u"entered.by_hand"_s};
    }
    record.number = entry.number;
    if (entry.orderRef != ownOrderRef(read)) record.salesOrderRef = entry.orderRef;
    record.issueDate = entry.issueDate;
    record.dueDate = entry.dueDate;
    if (!was.amount) record.gross = record.amountDue = entry.amount;
    record.buyer.id = entry.customerId;
    record.buyer.name = entry.customer;
    record.buyer.email = entry.email;
    record.buyer.address.street = entry.street;
    record.buyer.address.postcode = entry.postcode;
    record.buyer.address.city = entry.city;
    record.vehicle.plate = entry.plate;
    record.vehicle.vin = entry.vin;
    record.vehicle.model = entry.model;
    std::erase_if(record.found, [](const Finding& f) { return f.field != u"keeper"; });   // a person has looked at them
    return out;
}

} // namespace tresen::domain
