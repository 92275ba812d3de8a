#include "app/services/keys.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

ports::Subject stayOf(const domain::InvoiceId& invoice)
{
    ports::Subject s;
    s.invoices.push_back(invoice);
    s.withStay = true;
    return s;
}

std::vector<domain::OpenItem> stayItems(const ports::Situation& s, const domain::OpenItem& item)
{
    return item.key.isNull() ? std::vector{item} : s.itemsOf(item.key);
}

// Does any of it depend on what a portal says?
bool livesElsewhere(const std::vector<domain::OpenItem>& stay)
{
    return std::any_of(stay.begin(), stay.end(), [](const domain::OpenItem& item) {
        const auto* live = item.liveRequest();
        return (live && !live->portal.isEmpty()) || std::any_of(item.payments.begin(), item.payments.end(), [](const auto& p) { return p.kind == domain::PaymentKind::Online; });
    });
}

// Who has agreed to an override stands beside its reason.
std::vector<domain::Event> withAgreement(std::vector<domain::Event> events, const ports::Situation& s)
{
    for (auto& event : events) {
        const auto* released = event.as<domain::KeyReleased>();
        if (!released || released->overrideReason.isEmpty()) continue;
        auto agreed = *released;
        agreed.agreedBy = s.agreedName({});
        event = std::move(agreed);
    }
    return events;
}

} // namespace

Keys::Keys(ports::Journal& journal, JournalFeed& feed, PortalSync& sync, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_sync{sync}, m_clock{clock}
{
}

void Keys::judge(const domain::InvoiceId& invoice, Done<KeyOutlook> done)
{
    m_sync.refresh(invoice, [this, invoice, done](const Result<Ok>& read) {
        // Not read: as old as can be, so that the rule "fresh" fails and says so.
        look(invoice, read ? m_clock.now() : m_clock.now().plusMs(-limits::kStaleMs), done);
    });
}

void Keys::look(const domain::InvoiceId& invoice, Instant freshAt, Done<KeyOutlook> done)
{
    onReady(m_journal.load(stayOf(invoice)), this, [this, invoice, freshAt, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(invoice);
        if (!item) return done(Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()});
        KeyOutlook out;
        out.stay = stayItems(s.value(), *item);
        if (const auto* key = s.value().key(item->key)) out.key = *key;
        if (livesElsewhere(out.stay)) out.freshAt = freshAt;
        out.verdict = domain::judgeKey(out.key, out.stay, out.freshAt, m_clock.now());
        done(out);
    });
}

void Keys::decideKey(const domain::InvoiceId& invoice, KeyDecide decide, Done<Ok> done, const Agreement& agreed)
{
    const auto decider = [invoice, decide](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto* key = s.key(item->key);
        auto events = decide(key ? *key : domain::VehicleKey{}, stayItems(s, *item), s.now);
        if (!events) return events.error();
        return ports::Decision{withAgreement(std::move(events).value(), s), {}, {}};
    };
    auto subject = stayOf(invoice);
    subject.agreedBy = agreed.use();
    onReady(m_journal.decide(subject, decider), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

void Keys::release(const domain::InvoiceId& invoice, const QString& to, bool idChecked, const QString& overrideReason, Done<KeyOutlook> done, const Agreement& agreed)
{
    judge(invoice, [this, invoice, to, idChecked, overrideReason, done, agreed](const Result<KeyOutlook>& outlook) {
        if (!outlook) return done(outlook.error());
        const auto freshAt = outlook.value().freshAt;
        const auto verdict = outlook.value().verdict;   // what it goes out on; judged afterwards, the key is no longer here
        const auto decide = [invoice, to, idChecked, overrideReason, freshAt](const domain::VehicleKey& key, const std::vector<domain::OpenItem>& stay, Instant now) {
            return domain::decideRelease(key, stay, {invoice, to, idChecked, overrideReason, freshAt}, now);
        };
        crashPoint("key.before_release");
        decideKey(invoice, decide, [this, invoice, freshAt, verdict, done](const Result<Ok>& released) {
            crashPoint("key.released");
            if (!released) return done(released.error());
            look(invoice, freshAt, [verdict, done](const Result<KeyOutlook>& after) {
                if (!after) return done(after.error());
                auto gone = after.value();
                gone.verdict = verdict;
                done(gone);
            });
        }, agreed);
    });
}

void Keys::takeBack(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done)
{
    decideKey(invoice, [reason](const domain::VehicleKey& key, const auto&, Instant) { return domain::decideReturn(key, reason); }, std::move(done));
}

void Keys::hang(const domain::InvoiceId& invoice, const QString& hook, Done<Ok> done)
{
    decideKey(invoice, [hook](const domain::VehicleKey& key, const auto&, Instant) { return domain::decideHang(key, hook); }, std::move(done));
}

} // namespace tresen::services
