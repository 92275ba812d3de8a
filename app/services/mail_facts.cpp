#include "app/services/mail_facts.h"
#include "app/services/letter_content.h"
#include "app/services/mail_words.h"
#include "app/services/mails.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

std::vector<ports::SummaryRow> totalsOf(const QString& language, domain::Money gross, domain::Money left)
{
    const MailWords words{language};
    return {{words(u"invoice_total"_s), gross, false}, {words(u"left_to_pay"_s), left, true}};
}

void fillRequest(MailFacts& f, const ports::ItemDetail& detail, const domain::PayRequest& r, const Settings& settings)
{
    const auto policy = settings.policy();
    f.training = isPractice(r, policy);
    f.amount = r.amount;
    f.rows = totalsOf(f.language, detail.item.gross, r.amount);
    f.payUrl = r.url;
    f.methods = settings.value(u"portal.methods"_s);
    f.portalAccount = r.account;
    if (policy.payee.isSet()) {
        f.payeeHolder = policy.payee.holder;
        f.payeeIban = policy.payee.iban;
        f.transferText = transferText(detail.record, f.training);
    }
    f.onAccountOffered = policy.onAccountCustomers.contains(accountNumberOf(detail.item));
    f.letterAttached = !sheetOf(detail, r.id).isEmpty();
}

void fillPayment(MailFacts& f, const ports::ItemDetail& detail, const domain::Payment& p)
{
    f.amount = p.amount.isNegative() ? -p.amount : p.amount;
    f.remaining = detail.item.open().isPositive() ? detail.item.open() : domain::Money::cents(0, detail.item.due.currency());
    f.method = p.kind == domain::PaymentKind::Online ? p.method : codeOf(p.kind);
    f.paidAt = p.at;
    f.receiptNumber = p.receiptNumber;
    if (const auto* live = detail.item.liveRequest()) f.payUrl = live->url;
}

} // namespace

const domain::SheetPrinted* newestSheet(const ports::ItemDetail& detail, const domain::RequestId& request)
{
    const domain::SheetPrinted* newest = nullptr;
    for (const auto& entry : detail.timeline)
        if (const auto* sheet = entry.event.as<domain::SheetPrinted>(); sheet && sheet->request == request) newest = sheet;
    return newest;
}

QString sheetOf(const ports::ItemDetail& detail, const domain::RequestId& request)
{
    const auto* sheet = newestSheet(detail, request);
    return sheet ? QFileInfo{sheet->file}.fileName() : QString{};
}

namespace {

MailFacts commonFacts(const ports::ItemDetail& detail, domain::MailKind kind, const QString& language, const Settings& settings)
{
    MailFacts f;
    f.kind = kind;
    f.language = language;
    f.workshop = settings.letterhead(language);
    f.customerName = salutationNameOf(detail.record);
    f.invoiceNumber = detail.item.number;
    f.plate = detail.key.plate.isEmpty() ? detail.item.plate : detail.key.plate;
    f.vehicle = detail.item.vehicle;
    f.work = workLineOf(detail.record);
    f.invoiceDate = detail.item.issueDate;
    f.dueDate = detail.item.dueDate;
    f.training = settings.training();
    f.keyWaits = detail.key.exists() && detail.key.here();
    f.overrides = Mails::textsOf(settings.value(u"mail.texts"_s), kind, domain::ownerLanguageOr(language).code);
    return f;
}

} // namespace

MailFacts pickupFacts(const ports::ItemDetail& detail, const QString& language, const QString& code, Instant expires, const Settings& settings)
{
    auto f = commonFacts(detail, domain::MailKind::PickupCode, language, settings);
    f.code = code;
    f.expires = expires;
    return f;
}

Result<MailFacts> mailFactsOf(const ports::ItemDetail& detail, const domain::Mail& mail, const Settings& settings)
{
    auto f = commonFacts(detail, mail.kind, mail.language, settings);
    if (mail.kind == domain::MailKind::Request) {
        const auto* r = detail.item.findRequest(domain::RequestId{mail.about});
        if (!r) return Error{Fault::NotFound, u"mail.about"_s, mail.about};
        fillRequest(f, detail, *r, settings);
        return f;
    }
    const auto* p = detail.item.findPayment(mail.about);
    if (!p) return Error{Fault::NotFound, u"mail.about"_s, mail.about};
    fillPayment(f, detail, *p);
    return f;
}

MailFacts sampleMailFacts(domain::MailKind kind, const QString& language, const Settings& settings)
{
    MailFacts f;
    f.kind = kind;
    f.language = language;
    f.workshop = settings.letterhead(language);
    f.customerName = u"Petra Muster"_s;
    f.invoiceNumber = u"4711"_s;
    f.plate = u"M-AB 1234"_s;
    f.vehicle = u"VW Golf"_s;
    f.work = MailWords{language}(u"sample_work"_s);
    f.invoiceDate = QDate{2026, 11, 23};
    f.amount = domain::Money::cents(19'990);
    f.training = settings.training();
    f.keyWaits = true;
    if (kind == domain::MailKind::Request) {
        f.rows = totalsOf(language, f.amount, f.amount);
        f.payUrl = u"https://pay.example/TEST"_s;
        f.methods = settings.value(u"portal.methods"_s);
        f.payeeHolder = settings.value(u"payee.holder"_s);
        f.payeeIban = settings.value(u"payee.iban"_s);
        f.transferText = u"4711 M-AB 1234"_s;
        f.letterAttached = true;
        return f;
    }
    f.remaining = domain::Money::cents(0);
    f.method = kind == domain::MailKind::Confirmation ? u"applepay"_s : u"refund_online"_s;
    f.paidAt = Instant{1'795'000'000'000};
    f.receiptNumber = u"B-000123"_s;
    return f;
}

} // namespace tresen::services
