// request, sync, pay, release, return
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/domain/mail_rules.h"
#include "app/main/command.h"
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

const auto kSureGiven = u"--sure-given"_s;

// The question the payment sheet asks before it books: here it is a refusal that names the answer.
std::optional<Error> whyGivenAsked(const services::CounterRequest& r, bool sure)
{
    if (sure || !r.amount.isPositive() || !domain::isMoreThanAnybodyGives(r.amount, *r.tendered)) return std::nullopt;
    const auto change = domain::subtract(*r.tendered, r.amount);
    if (!change) return change.error();
    return Error{Fault::Refused, u"pay.too_much_given"_s, u"%1 given, %2 to hand out; if that is right: %3"_s.arg(domain::plainAmount(*r.tendered), domain::plainAmount(change.value()), kSureGiven)};
}

Result<services::CounterRequest> counterRequestOf(const Arguments& a, const domain::OpenItem& item)
{
    services::CounterRequest r;
    r.invoice = item.id;
    r.payment = domain::PaymentId::fresh();
    r.language = domain::languageOfOwner(item);
    const QStringList given = [&] {
        QStringList out;
        for (const auto& method : {u"--cash"_s, u"--card"_s, u"--transfer"_s})
            if (a.has(method)) out << method;
        return out;
    }();
    if (given.size() != 1) return Error{Fault::Invalid, u"usage"_s, u"one of --cash, --card, --transfer"_s};
    r.method = given.front() == u"--cash" ? domain::CounterMethod::Cash : given.front() == u"--card" ? domain::CounterMethod::Card : domain::CounterMethod::Transfer;
    const auto amount = domain::parseMoney(a.option(given.front()), item.due.currency());
    if (!amount) return Error{Fault::Invalid, u"usage"_s, u"amount like 199.90: "_s + a.option(given.front())};
    r.amount = amount.value();
    if (a.has(u"--tendered"_s)) {
        const auto tendered = domain::parseMoney(a.option(u"--tendered"_s), item.due.currency());
        if (!tendered || r.method != domain::CounterMethod::Cash) return Error{Fault::Invalid, u"usage"_s, u"--tendered AMOUNT goes with --cash"_s};
        r.tendered = tendered.value();
        if (const auto no = whyGivenAsked(r, a.has(kSureGiven))) return *no;
    } else if (a.has(kSureGiven)) {
        return Error{Fault::Invalid, u"usage"_s, u"--sure-given goes with --tendered"_s};
    }
    r.receiptNumber = a.option(u"--receipt"_s);
    r.force = a.has(u"--force"_s);
    r.forceReason = a.option(u"--force"_s);
    r.taken = a.has(u"--taken"_s);
    if (r.taken && (r.force || r.method == domain::CounterMethod::Cash)) return Error{Fault::Invalid, u"usage"_s, u"--taken goes with --card or --transfer, without --force"_s};
    r.slipShared = a.has(u"--shared-slip"_s);
    if (r.slipShared && r.method != domain::CounterMethod::Card) return Error{Fault::Invalid, u"usage"_s, u"--shared-slip goes with --card"_s};
    return r;
}

Result<Ok> copyTo(const QString& file, const QByteArray& pdf)
{
    return file.isEmpty() ? Result<Ok>{Ok{}} : files::writeAtomically(file, pdf);
}

void printOutlook(const domain::OpenItem& item, const services::KeyOutlook& o)
{
    QJsonArray checks;
    for (const auto& c : o.verdict.checks) checks.append(QJsonObject{{u"rule"_s, c.code}, {u"ok"_s, c.ok}, {u"detail"_s, c.detail}});
    printLine({{u"number"_s, item.number}, {u"plate"_s, o.key.plate}, {u"key"_s, codeOf(o.key.state)}, {u"to"_s, o.key.to}, {u"rule"_s, o.key.rule},
               {u"override"_s, o.key.overrideReason}, {u"checks"_s, checks}});
}

// Queued, and sent at once where the mail server answers; what it says stands in the item.
void mailRequest(House& house, const domain::OpenItem& item, const domain::RequestId& request, const QString& to, const QString& language, const Finish& finish)
{
    house.mails->sendRequest(item.id, request, to == u"owner" ? QString{} : to, language, [&house, item, finish](const Result<domain::MailId>& queued) {
        if (!queued) return finishWith(queued.error(), finish);
        house.outbox->whenIdle([&house, item, id = queued.value(), finish] {
            onReady(house.journal->detail(item.id), &house, [id, finish](const Result<ports::ItemDetail>& detail) {
                const auto* mail = detail ? detail.value().item.findMail(id) : nullptr;
                if (mail) printLine({{u"mail"_s, mail->to}, {u"state"_s, codeOf(mail->state)}, {u"attempt"_s, mail->attempt}, {u"reply"_s, mail->detail}});
                finish(Exit::Done);
            });
        });
    });
}

void withdraw(House& house, const domain::OpenItem& item, const Finish& finish)
{
    house.requests->withdraw(item.id, [number = item.number, finish](const Result<Ok>& done) {
        if (!done) return finishWith(done.error(), finish);
        printLine({{u"number"_s, number}, {u"request"_s, u"withdrawn"_s}});
        finish(Exit::Done);
    });
}

} // namespace

void runRequest(House& house, const Arguments& a, Finish finish)
{
    const auto* wanted = domain::findOwnerLanguage(a.option(u"--language"_s));
    if (a.has(u"--language"_s) && !wanted) {
        QStringList codes;
        for (const auto& one : domain::ownerLanguages()) codes += one.code;
        return finishWith(Error{Fault::Invalid, u"usage"_s, u"--language "_s + codes.join(u'|')}, finish);
    }
    findInvoice(house, a.words.front(), [&house, a, wanted, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        if (a.has(u"--withdraw"_s)) return withdraw(house, item.value(), finish);
        services::RequestOptions options;
        options.language = wanted ? wanted->code : domain::languageOfOwner(item.value());
        options.portal = a.option(u"--portal"_s);
        if (a.has(u"--amount"_s)) {
            const auto amount = domain::parseMoney(a.option(u"--amount"_s), item.value().due.currency());
            if (!amount) return finishWith(Error{Fault::Invalid, u"usage"_s, u"amount like 199.90: "_s + a.option(u"--amount"_s)}, finish);
            options.amount = amount.value();
        }
        house.requests->issue(item.value().id, options, [&house, a, language = options.language, item = item.value(), number = item.value().number, finish](const Result<services::IssuedRequest>& issued) {
            if (!issued) return finishWith(issued.error(), finish);
            const auto& i = issued.value();
            if (const auto copied = copyTo(a.option(u"--pdf"_s), i.pdf); !copied) return finishWith(copied.error(), finish);
            printLine({{u"number"_s, number}, {u"request"_s, i.request.text()}, {u"sheet"_s, i.number}, {u"copy"_s, i.copy}, {u"amount"_s, domain::plainAmount(i.amount)},
                       {u"url"_s, i.url}, {u"token"_s, i.token}, {u"desk_code"_s, i.deskCode}, {u"file"_s, a.has(u"--pdf"_s) ? a.option(u"--pdf"_s) : i.file},
                       {u"codes"_s, QJsonArray::fromStringList(i.provenCodes)}, {u"reused"_s, i.reused}});
            if (!a.has(u"--mail"_s)) return finish(Exit::Done);
            mailRequest(house, item, i.request, a.option(u"--mail"_s), language, finish);
        });
    });
}

void runSync(House& house, const Arguments&, Finish finish)
{
    house.outbox->runDue([&house, finish](const Result<int>& carried) {
        if (!carried) return finishWith(carried.error(), finish);
        house.sync->round([&house, carried = carried.value(), finish](const Result<int>& read) {
            if (!read) return finishWith(read.error(), finish);
            // What the looks have led to, a confirmation to the owner say, is a part of the round.
            house.outbox->whenIdle([carried, read = read.value(), finish] {
                printLine({{u"effects"_s, carried}, {u"links_read"_s, read}});
                finish(Exit::Done);
            });
        });
    });
}

void runPay(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, a, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        const auto request = counterRequestOf(a, item.value());
        if (!request) return finishWith(request.error(), finish);
        house.counter->pay(request.value(), [a, number = item.value().number, finish](const Result<services::CounterReceipt>& receipt) {
            if (!receipt) return finishWith(receipt.error(), finish);
            const auto& r = receipt.value();
            if (r.receiptError.code.size() > 0) complain(r.receiptError);   // the booking stands
            if (const auto copied = copyTo(a.option(u"--pdf"_s), r.pdf); !copied) complain(copied.error());
            printLine({{u"number"_s, number}, {u"paid"_s, domain::plainAmount(r.amount)}, {u"change"_s, domain::plainAmount(r.change)},
                       {u"open"_s, domain::plainAmount(r.openAfter)}, {u"too_much"_s, domain::plainAmount(r.tooMuch)}, {u"receipt"_s, r.receiptNumber}, {u"file"_s, r.file}});
            finish(Exit::Done);
        });
    });
}

void runRelease(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, a, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        const services::ReleaseOrder order{item.value().id, a.option(u"--to"_s), a.has(u"--id-checked"_s), a.option(u"--override"_s), a.has(u"--code"_s), a.option(u"--code"_s), {}, a.option(u"--unsigned"_s)};
        agreeSecond(house, a, domain::Right::Override, [&house, order, item = item.value(), finish](const Result<services::Agreement>& agreed) {
            if (!agreed) return finishWith(agreed.error(), finish);
            house.keys->release(order, [item, finish](const Result<services::KeyOutlook>& o) {
                if (!o) return finishWith(o.error(), finish);
                printOutlook(item, o.value());
                finish(Exit::Done);
            }, agreed.value());
        });
    });
}

namespace {

void printPickup(const services::WaitingPickup& one)
{
    printLine({{u"number"_s, one.number}, {u"plate"_s, one.plate}, {u"way"_s, one.mail ? u"mail"_s : u"paper"_s}, {u"to"_s, one.sentTo}, {u"expires"_s, one.expires.iso()},
               {u"tries_left"_s, one.triesLeft}, {u"mail"_s, one.mail ? codeOf(*one.mail) : QString{}}});
}

void listPickups(House& house, Finish finish)
{
    house.pickups->waiting([finish](const Result<std::vector<services::WaitingPickup>>& codes) {
        if (!codes) return finishWith(codes.error(), finish);
        for (const auto& one : codes.value()) printPickup(one);
        finish(Exit::Done);
    });
}

} // namespace

// The digits of a code are printed nowhere: a new one goes by mail, and the one before no longer counts.
void runPickup(House& house, const Arguments& a, Finish finish)
{
    const bool checks = a.has(u"--check"_s), sends = a.has(u"--resend"_s);
    if (a.words.isEmpty() != !(checks || sends) || (checks && sends) || (a.has(u"--mail"_s) && !sends))
        return finishWith(Error{Fault::Invalid, u"usage"_s, findCommand(a.command)->usage}, finish);
    if (a.words.isEmpty()) return listPickups(house, finish);
    findInvoice(house, a.words.front(), [&house, a, checks, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        if (checks)
            return house.pickups->check(item.value().id, a.option(u"--check"_s), [finish](const Result<services::WaitingPickup>& code) {
                if (!code) return finishWith(code.error(), finish);
                printPickup(code.value());
                finish(Exit::Done);
            });
        house.pickups->issueByMail(item.value().id, a.option(u"--mail"_s), [number = item.value().number, finish](const Result<services::IssuedPickup>& issued) {
            if (!issued) return finishWith(issued.error(), finish);
            printLine({{u"number"_s, number}, {u"way"_s, u"mail"_s}, {u"to"_s, issued.value().sentTo}, {u"expires"_s, issued.value().expires.iso()}});
            finish(Exit::Done);
        });
    });
}

void runReturn(House& house, const Arguments& a, Finish finish)
{
    findInvoice(house, a.words.front(), [&house, a, finish](const Result<domain::OpenItem>& item) {
        if (!item) return finishWith(item.error(), finish);
        house.keys->takeBack(item.value().id, a.option(u"--reason"_s), [number = item.value().number, finish](const Result<Ok>& done) {
            if (!done) return finishWith(done.error(), finish);
            printLine({{u"number"_s, number}, {u"key"_s, u"returned"_s}});
            finish(Exit::Done);
        });
    });
}

} // namespace tresen::app
