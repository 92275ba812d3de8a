// Counter: a receipt of the counter once more. Everything on it comes from the journal, as it was in the moment of the booking; the copy is numbered and
// written down, as those of a request are.
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/domain/mail_rules.h"
#include "app/services/counter.h"
#include <QFileInfo>
#include <QtConcurrentRun>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

Error noSuchReceipt() { return Error{Fault::NotFound, u"receipt.unknown"_s, {}}; }

// The entry that booked it, and the invoice as it was before it.
struct Booking {
    const domain::Recorded* entry = nullptr;
    domain::OpenItem before;
};

Result<Booking> bookingOf(const ports::ItemDetail& detail, const domain::PaymentId& payment)
{
    domain::OpenItem then;
    for (const auto& entry : detail.timeline) {
        if (domain::invoiceOf(entry.event) != detail.item.id) continue;
        const auto* booked = entry.event.as<domain::PaymentBooked>();
        if (booked && booked->payment == payment) return Booking{&entry, std::move(then)};
        auto next = domain::apply(std::move(then), entry);
        if (!next) return next.error();
        then = std::move(next).value();
    }
    return noSuchReceipt();
}

Result<ports::ReceiptContent> contentOf(const ports::ItemDetail& detail, const domain::Payment& payment)
{
    const auto booking = bookingOf(detail, payment.id);
    if (!booking) return booking.error();
    const auto& entry = *booking.value().entry;
    const auto& booked = *entry.event.as<domain::PaymentBooked>();
    const auto& before = booking.value().before;
    const auto rest = domain::subtract(before.open(), booked.amount);
    if (!rest) return rest.error();
    ports::ReceiptContent c;
    c.receiptNumber = booked.receiptNumber;
    c.till = entry.by.desk;
    c.cashier = entry.by.user;
    c.invoiceNumber = detail.item.number;
    c.plate = detail.item.plate;
    c.vehicle = detail.item.vehicle;
    c.at = entry.at;
    c.method = booked.method;
    if (!booked.receiptNumber.startsWith(u"B-"_s)) c.externalReceipt = booked.receiptNumber;   // see Counter::book(): ours are counted B-000001, …
    c.openBefore = before.open();
    c.paid = booked.amount;
    c.tendered = booked.tendered.isPositive() ? booked.tendered : booked.amount;
    c.change = booked.change;
    c.openAfter = rest.value();
    c.copy = payment.copies + 1;
    c.language = domain::languageOfOwner(before);   // of the first print, even when his mails have been written in another one since
    return c;
}

} // namespace

struct Counter::Reprint {
    domain::InvoiceId invoice;
    domain::PaymentId payment;
    Done<CounterReceipt> done;
    CounterReceipt out;
    QString sha256;
};

void Counter::reprint(const domain::InvoiceId& invoice, const domain::PaymentId& payment, Done<CounterReceipt> done)
{
    auto run = std::make_shared<Reprint>();
    run->invoice = invoice;
    run->payment = payment;
    run->done = std::move(done);
    onReady(m_journal.detail(invoice), this, [this, run](const Result<ports::ItemDetail>& detail) {
        if (!detail) return run->done(detail.error());
        const auto* paid = domain::findReceipt(detail.value().item, run->payment);
        if (!paid) return run->done(noSuchReceipt());
        auto content = contentOf(detail.value(), *paid);
        if (!content) return run->done(content.error());
        auto& c = content.value();
        c.workshop = m_settings.letterhead(c.language);
        c.training = m_settings.training();
        run->out = {c.paid, c.change, c.openAfter, c.receiptNumber, {}, {}, {}, c.copy};
        onReady(m_paper.receipt(c), this, [this, run](const Result<ports::PaperDocument>& paper) {
            if (!paper) return run->done(paper.error());
            run->out.pdf = paper.value().pdf;
            run->sha256 = QString::fromLatin1(paper.value().sha256.toHex());
            keepCopy(run);
        });
    });
}

void Counter::keepCopy(std::shared_ptr<Reprint> run)
{
    const auto file = receiptFile(run->out.receiptNumber, run->payment, run->out.copy);
    const auto write = [folder = m_folder, file, pdf = run->out.pdf]() -> Result<Ok> {
        const auto made = files::makePrivateFolder(folder);
        return made ? files::writeAtomically(file, pdf) : made;
    };
    onReady(QtConcurrent::run(write), this, [this, run, file](const Result<Ok>& written) {
        if (!written) return run->done(written.error());
        run->out.file = file;
        ports::Subject subject;
        subject.invoices.push_back(run->invoice);
        subject.right = domain::Right::Work;
        const auto decide = [run](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(run->invoice);
            const auto* paid = item ? domain::findReceipt(*item, run->payment) : nullptr;
            if (!paid || paid->copies + 1 != run->out.copy) return Error{Fault::Conflict, u"receipt.changed"_s, {}};   // another desk made this copy meanwhile
            return ports::Decision{{domain::ReceiptPrinted{run->payment, run->invoice, run->out.copy, run->sha256, QFileInfo{run->out.file}.fileName()}}, {}, {}};
        };
        onReady(m_journal.decide(subject, decide), this, [this, run](const Result<ports::Appended>& appended) {
            if (!appended) return run->done(appended.error());
            m_feed.publish(appended.value());
            run->done(run->out);
        });
    });
}

} // namespace tresen::services
