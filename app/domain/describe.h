// describe(): names the fields of every stored struct once; reading and writing JSON both follow it. Only json.cpp and
// stored_form.cpp include this.
#pragma once
#include "app/domain/open_item.h"

namespace tresen::domain {

template <class A> void describe(A& a, PostalAddress& v) { a("street", v.street)("street2", v.street2)("street3", v.street3)("postcode", v.postcode)("city", v.city)("country", v.country); }
template <class A> void describe(A& a, Party& v)
{
    a("name", v.name)("tradingName", v.tradingName)("id", v.id)("vatId", v.vatId)("taxNumber", v.taxNumber)("contact", v.contact)("phone", v.phone)("email", v.email)("address", v.address);
}
template <class A> void describe(A& a, VatRow& v) { a("category", v.category)("rate", v.rate)("base", v.base)("amount", v.amount); }
template <class A> void describe(A& a, InvoiceLine& v)
{
    a("id", v.id)("name", v.name)("description", v.description)("quantity", v.quantity)("unit", v.unit)("net", v.net)("vatCategory", v.vatCategory)("vatRate", v.vatRate);
}
template <class A> void describe(A& a, DiscountTerm& v) { a("kind", v.kind)("structured", v.structured)("days", v.days)("percent", v.percent)("base", v.base); }
template <class A> void describe(A& a, Note& v) { a("subject", v.subject)("text", v.text); }
template <class A> void describe(A& a, PrecedingInvoice& v) { a("number", v.number)("date", v.date); }
template <class A> void describe(A& a, VehicleHint& v) { a("plate", v.plate)("vin", v.vin)("model", v.model)("work", v.work)("mileage", v.mileage); }
template <class A> void describe(A& a, Finding& v) { a("field", v.field)("value", v.value)("where", v.where); }
template <class A> void describe(A& a, Invoice& v)
{
    a("guideline", v.guideline)("typeCode", v.typeCode)("number", v.number)("issueDate", v.issueDate)("dueDate", v.dueDate)("deliveryDate", v.deliveryDate);
    a("currency", v.currency)("lineTotal", v.lineTotal)("allowances", v.allowances)("charges", v.charges)("net", v.net)("tax", v.tax)("gross", v.gross);
    a("prepaid", v.prepaid)("rounding", v.rounding)("amountDue", v.amountDue)("seller", v.seller)("buyer", v.buyer)("payee", v.payee);
    a("buyerReference", v.buyerReference)("orderRef", v.orderRef)("salesOrderRef", v.salesOrderRef)("contractRef", v.contractRef)("projectRef", v.projectRef)("objectRef", v.objectRef);
    a("preceding", v.preceding)("paymentMeans", v.paymentMeans)("remittance", v.remittance)("ibans", v.ibans)("iban", v.iban)("accountHolder", v.accountHolder)("bic", v.bic);
    a("mandate", v.mandate)("creditorId", v.creditorId)("debtorIban", v.debtorIban)("termsText", v.termsText)("discounts", v.discounts);
    a("notes", v.notes)("vat", v.vat)("lines", v.lines)("vehicle", v.vehicle);
    a("furtherVehicles", v.furtherVehicles)("found", v.found)("payer", v.payer)("keeper", v.keeper);
}

template <class A> void describe(A& a, InvoiceTaken& v)
{
    a("invoice", v.invoice)("naturalKey", v.naturalKey)("system", v.system)("record", v.record)("fileName", v.fileName)("sha256", v.sha256)("contentHash", v.contentHash)("batch", v.batch)("key", v.key)("notices", v.notices)("site", v.site)("form", v.form);
}
template <class A> void describe(A& a, InvoiceRevised& v)
{
    a("invoice", v.invoice)("version", v.version)("record", v.record)("fileName", v.fileName)("sha256", v.sha256)("contentHash", v.contentHash)("batch", v.batch)("notices", v.notices)("form", v.form);
}
template <class A> void describe(A& a, CreditApplied& v) { a("invoice", v.invoice)("creditNote", v.creditNote)("creditNumber", v.creditNumber)("amount", v.amount); }
template <class A> void describe(A& a, InvoiceCancelled& v) { a("invoice", v.invoice)("reason", v.reason)("byHand", v.byHand)("agreedBy", v.agreedBy); }
template <class A> void describe(A& a, InvoiceRestored& v) { a("invoice", v.invoice)("reason", v.reason); }
template <class A> void describe(A& a, IntakeUndone& v) { a("invoice", v.invoice)("batch", v.batch); }
template <class A> void describe(A& a, VehicleCorrected& v)
{
    a("invoice", v.invoice)("vehicle", v.vehicle)("further", v.further)("customerId", v.customerId)("orderRef", v.orderRef)("keeper", v.keeper)("payer", v.payer)("confirmed", v.confirmed);
}
template <class A> void describe(A& a, KeyAssigned& v) { a("invoice", v.invoice)("key", v.key)("place", v.place); }
template <class A> void describe(A& a, KeyLeft& v) { a("invoice", v.invoice)("key", v.key)("last", v.last); }
template <class A> void describe(A& a, KeyCorrected& v) { a("key", v.key)("plate", v.plate)("vin", v.vin)("vehicle", v.vehicle); }
template <class A> void describe(A& a, NoteAdded& v) { a("invoice", v.invoice)("text", v.text); }
template <class A> void describe(A& a, ReminderSet& v) { a("reminder", v.reminder)("invoice", v.invoice)("due", v.due)("text", v.text)("turn", v.turn); }
template <class A> void describe(A& a, ReminderDone& v) { a("reminder", v.reminder)("invoice", v.invoice); }
template <class A> void describe(A& a, RequestCreated& v)
{
    a("request", v.request)("invoice", v.invoice)("number", v.number)("portal", v.portal)("mode", v.mode)("amount", v.amount)("idempotencyKey", v.idempotencyKey)("token", v.token);
    a("deskCode", v.deskCode)("sheet", v.sheet)("part", v.part);
}
template <class A> void describe(A& a, LinkAccount& v) { a("holder", v.holder)("iban", v.iban)("bic", v.bic); }
template <class A> void describe(A& a, RequestAnswered& v)
{
    a("request", v.request)("invoice", v.invoice)("state", v.state)("linkId", v.linkId)("url", v.url)("detail", v.detail)("expiresAt", v.expiresAt)("account", v.account);
}
template <class A> void describe(A& a, RequestMoved& v) { a("request", v.request)("invoice", v.invoice)("state", v.state)("why", v.why)("fetchSeq", v.fetchSeq); }
template <class A> void describe(A& a, PageOpened& v) { a("request", v.request)("invoice", v.invoice); }
template <class A> void describe(A& a, OwnerChose& v) { a("request", v.request)("invoice", v.invoice)("choice", v.choice); }
template <class A> void describe(A& a, SheetPrinted& v) { a("request", v.request)("invoice", v.invoice)("copy", v.copy)("sha256", v.sha256)("file", v.file)("account", v.account); }
template <class A> void describe(A& a, DocumentKept& v) { a("invoice", v.invoice)("name", v.name)("kind", v.kind)("sha256", v.sha256)("size", v.size); }
template <class A> void describe(A& a, ReceiptPrinted& v) { a("payment", v.payment)("invoice", v.invoice)("copy", v.copy)("sha256", v.sha256)("file", v.file); }
template <class A> void describe(A& a, PaymentBooked& v)
{
    a("payment", v.payment)("invoice", v.invoice)("kind", v.kind)("amount", v.amount)("stage", v.stage)("sourceKey", v.sourceKey)("method", v.method)("receiptNumber", v.receiptNumber);
    a("tendered", v.tendered)("change", v.change)("request", v.request)("paidAt", v.paidAt)("reverses", v.reverses)("note", v.note);
}
template <class A> void describe(A& a, RefundWanted& v)
{
    a("refund", v.refund)("invoice", v.invoice)("request", v.request)("portal", v.portal)("payment", v.payment)("paymentId", v.paymentId)("amount", v.amount);
    a("idempotencyKey", v.idempotencyKey)("reason", v.reason)("secondPerson", v.secondPerson)("task", v.task);
}
template <class A> void describe(A& a, RefundMoved& v) { a("refund", v.refund)("invoice", v.invoice)("state", v.state)("portalId", v.portalId)("detail", v.detail); }
template <class A> void describe(A& a, MailQueued& v)
{
    a("mail", v.mail)("invoice", v.invoice)("kind", v.kind)("to", v.to)("language", v.language)("messageId", v.messageId)("about", v.about);
}
template <class A> void describe(A& a, MailMoved& v) { a("mail", v.mail)("invoice", v.invoice)("state", v.state)("detail", v.detail)("attempt", v.attempt); }
template <class A> void describe(A& a, CounterLocked& v) { a("invoice", v.invoice)("desk", v.desk)("until", v.until); }
template <class A> void describe(A& a, CounterUnlocked& v) { a("invoice", v.invoice); }
template <class A> void describe(A& a, OnAccountGranted& v) { a("invoice", v.invoice)("rule", v.rule)("due", v.due)("reason", v.reason)("agreedBy", v.agreedBy); }
template <class A> void describe(A& a, OnAccountEnded& v) { a("invoice", v.invoice)("reason", v.reason)("undone", v.undone); }
template <class A> void describe(A& a, KeyTaken& v) { a("key", v.key)("plate", v.plate)("vin", v.vin)("vehicle", v.vehicle); }
template <class A> void describe(A& a, KeyHung& v) { a("key", v.key)("hook", v.hook); }
template <class A> void describe(A& a, KeyReleased& v) { a("key", v.key)("invoice", v.invoice)("to", v.to)("idChecked", v.idChecked)("rule", v.rule)("overrideReason", v.overrideReason)("agreedBy", v.agreedBy)("signature", v.signature)("signatureFile", v.signatureFile)("unsignedWhy", v.unsignedWhy); }
template <class A> void describe(A& a, PickupCodeIssued& v) { a("invoice", v.invoice)("salt", v.salt)("hash", v.hash)("rounds", v.rounds)("expires", v.expires)("way", v.way); }
template <class A> void describe(A& a, PickupCodeTried& v) { a("invoice", v.invoice)("right", v.right); }
template <class A> void describe(A& a, KeyReturned& v) { a("key", v.key)("reason", v.reason); }
template <class A> void describe(A& a, TaskRaised& v) { a("task", v.task)("invoice", v.invoice)("kind", v.kind)("detail", v.detail)("amount", v.amount); }
template <class A> void describe(A& a, TaskDone& v) { a("task", v.task)("invoice", v.invoice)("how", v.how)("agreedBy", v.agreedBy); }
template <class A> void describe(A& a, SettlementWritten& v)
{
    a("settlement", v.settlement)("invoice", v.invoice)("run", v.run)("file", v.file)("kind", v.kind)("amount", v.amount)("attempt", v.attempt);
}
template <class A> void describe(A& a, SettlementAnswered& v) { a("settlement", v.settlement)("invoice", v.invoice)("accepted", v.accepted)("text", v.text); }
template <class A> void describe(A& a, SettingChanged& v) { a("key", v.key)("value", v.value)("previous", v.previous)("reason", v.reason)("agreedBy", v.agreedBy); }
template <class A> void describe(A& a, UserSaved& v) { a("user", v.user)("name", v.name)("role", v.role)("off", v.off); }
template <class A> void describe(A& a, PinChanged& v) { a("user", v.user)("hash", v.hash); }
template <class A> void describe(A& a, UserCameIn& v) { a("user", v.user); }
template <class A> void describe(A& a, UserLeft& v) { a("user", v.user)("why", v.why); }
template <class A> void describe(A& a, PinFailed& v) { a("user", v.user); }
template <class A> void describe(A& a, SettingProposed& v)
{
    a("proposal", v.proposal)("setting", v.setting)("value", v.value)("previous", v.previous)("reason", v.reason)("by", v.by);
}
template <class A> void describe(A& a, SettingDecided& v) { a("proposal", v.proposal)("confirmed", v.confirmed); }

template <class A> void describe(A& a, RunStored& v)
{
    a("batch", v.batch)("part", v.part)("at", v.at)("way", v.way)("taken", v.taken)("versions", v.versions)("same", v.same)("refused", v.refused)("revised", v.revised)("files", v.files);
}
template <class A> void describe(A& a, RunUndone& v) { a("batch", v.batch)("at", v.at)("undone", v.undone)("kept", v.kept); }
template <class A> void describe(A& a, ArrivalRefused& v)
{
    a("arrival", v.arrival)("at", v.at)("way", v.way)("file", v.file)("line", v.line)("number", v.number)("code", v.code)("detail", v.detail)("sha256", v.sha256);
}
template <class A> void describe(A& a, ArrivalSettled& v) { a("arrival", v.arrival)("at", v.at)("how", v.how); }

template <class A> void describe(A& a, User& v) { a("id", v.id)("name", v.name)("role", v.role)("off", v.off); }
template <class A> void describe(A& a, Person& v) { a("user", v.user)("pin", v.pin)("failures", v.failures)("failedAt", v.failedAt); }
template <class A> void describe(A& a, Proposal& v)
{
    a("id", v.id)("key", v.key)("value", v.value)("previous", v.previous)("reason", v.reason)("by", v.by)("byName", v.byName)("at", v.at);
}

template <class A> void describe(A& a, PayRequest& v)
{
    a("id", v.id)("number", v.number)("portal", v.portal)("mode", v.mode)("amount", v.amount)("idempotencyKey", v.idempotencyKey)("token", v.token)("deskCode", v.deskCode);
    a("linkId", v.linkId)("url", v.url)("why", v.why)("closeWhy", v.closeWhy)("state", v.state)("createdAt", v.createdAt)("expiresAt", v.expiresAt)("fetchSeq", v.fetchSeq)("copies", v.copies)("opened", v.opened);
    a("part", v.part)("account", v.account)("printedAt", v.printedAt);
}
template <class A> void describe(A& a, Payment& v)
{
    a("id", v.id)("kind", v.kind)("amount", v.amount)("stage", v.stage)("sourceKey", v.sourceKey)("method", v.method)("receiptNumber", v.receiptNumber)("reverses", v.reverses)("request", v.request)("at", v.at)("copies", v.copies);
}
template <class A> void describe(A& a, Refund& v)
{
    a("id", v.id)("request", v.request)("portal", v.portal)("payment", v.payment)("paymentId", v.paymentId)("portalId", v.portalId)("amount", v.amount);
    a("idempotencyKey", v.idempotencyKey)("reason", v.reason)("detail", v.detail)("task", v.task)("state", v.state)("at", v.at);
}
template <class A> void describe(A& a, Mail& v)
{
    a("id", v.id)("kind", v.kind)("state", v.state)("to", v.to)("language", v.language)("messageId", v.messageId)("about", v.about)("detail", v.detail);
    a("attempt", v.attempt)("queuedAt", v.queuedAt)("at", v.at);
}
template <class A> void describe(A& a, OpenTask& v) { a("id", v.id)("kind", v.kind)("detail", v.detail)("amount", v.amount); }
template <class A> void describe(A& a, Reminder& v) { a("id", v.id)("due", v.due)("text", v.text)("turn", v.turn); }
template <class A> void describe(A& a, Settlement& v) { a("id", v.id)("run", v.run)("kind", v.kind)("file", v.file)("text", v.text)("amount", v.amount)("state", v.state)("attempt", v.attempt); }
template <class A> void describe(A& a, PickupCode& v) { a("salt", v.salt)("hash", v.hash)("rounds", v.rounds)("expires", v.expires)("wrong", v.wrong)("used", v.used); }
template <class A> void describe(A& a, FurtherVehicle& v) { a("key", v.key)("plate", v.plate)("vin", v.vin)("vehicle", v.vehicle); }
template <class A> void describe(A& a, OpenItem& v)
{
    a("id", v.id)("seq", v.seq)("naturalKey", v.naturalKey)("number", v.number)("site", v.site)("system", v.system)("version", v.version)("kind", v.kind)("directDebit", v.directDebit);
    a("issueDate", v.issueDate)("dueDate", v.dueDate)("gross", v.gross)("due", v.due)("credited", v.credited)("paid", v.paid)("customer", v.customer)("customerId", v.customerId)("email", v.email)("phone", v.phone)("country", v.country);
    a("plate", v.plate)("vin", v.vin)("vehicle", v.vehicle)("work", v.work)("orderRef", v.orderRef)("contentHash", v.contentHash)("payeeIban", v.payeeIban)("key", v.key)("preceding", v.preceding)("cancelled", v.cancelled)("undone", v.undone)("takenBy", v.takenBy);
    a("wasSettled", v.wasSettled)("onAccount", v.onAccount)("onAccountRule", v.onAccountRule)("cancelReason", v.cancelReason)("onAccountDue", v.onAccountDue)("onAccountAt", v.onAccountAt)("onAccountUpTo", v.onAccountUpTo)("choice", v.choice);
    a("lockDesk", v.lockDesk)("lockUntil", v.lockUntil)("requests", v.requests)("payments", v.payments)("refunds", v.refunds)("mails", v.mails)("tasks", v.tasks)("tasksEver", v.tasksEver)("settlements", v.settlements);
    a("source", v.source)("truthAt", v.truthAt)("takenAt", v.takenAt)("reminders", v.reminders)("pickup", v.pickup)("cancelledOwing", v.cancelledOwing);
    a("further", v.further)("payerName", v.payerName)("payer", v.payer)("buyer", v.buyer)("toConfirm", v.toConfirm)("confirmed", v.confirmed)("vehicleByHand", v.vehicleByHand);
    a("said", v.said)("saidFurther", v.saidFurther)("typedCustomerId", v.typedCustomerId)("typedOrderRef", v.typedOrderRef)("typedKeeper", v.typedKeeper);
    a("vinsEver", v.vinsEver)("keysEver", v.keysEver)("documents", v.documents);
}
template <class A> void describe(A& a, VehicleKey& v)
{
    a("id", v.id)("seq", v.seq)("plate", v.plate)("vin", v.vin)("vehicle", v.vehicle)("hook", v.hook)("state", v.state)("to", v.to)("rule", v.rule)("overrideReason", v.overrideReason);
    a("takenAt", v.takenAt)("changedAt", v.changedAt)("dissolved", v.dissolved);
}
template <class A> void describe(A& a, BoardRow& v)
{
    a("invoice", v.invoice)("key", v.key)("seq", v.seq)("number", v.number)("plate", v.plate)("customer", v.customer)("vehicle", v.vehicle)("work", v.work)("hook", v.hook);
    a("gross", v.gross)("paid", v.paid)("open", v.open)("state", v.state)("request", v.request)("money", v.money)("keyState", v.keyState)("mayGo", v.mayGo)("truthElsewhere", v.truthElsewhere);
    a("reason", v.reason)("reasonDetail", v.reasonDetail)("source", v.source)("truthAt", v.truthAt)("readyAt", v.readyAt)("openTasks", v.openTasks)("searchKey", v.searchKey)("site", v.site);
    a("payer", v.payer)("also", v.also)("toConfirm", v.toConfirm)("stayAt", v.stayAt);
}

} // namespace tresen::domain
