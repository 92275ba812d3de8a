#include "app/services/keys.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/pickup_rules.h"
#include "app/domain/setting.h"
#include <QCryptographicHash>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr int kEntriesPage = 1'000;

ports::Subject stayOf(const domain::InvoiceId& invoice)
{
    ports::Subject s;
    s.invoices.push_back(invoice);
    s.stays = ports::Stays::Whole;
    s.settingKeys << u"keys.signature"_s;
    return s;
}

// wanted: one of its keys; null: the one its row shows.
domain::VehicleKey keyOf(const ports::Situation& s, const domain::OpenItem& item, const domain::KeyId& wanted)
{
    if (const auto* key = item.hangsOn(wanted) ? s.key(wanted) : nullptr) return *key;
    return domain::shownKey(item, s.keys);
}

std::vector<domain::OpenItem> stayItems(const ports::Situation& s, const domain::OpenItem& item, const domain::VehicleKey& key)
{
    return key.exists() ? s.itemsOf(key.id) : std::vector{item};
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

struct Prepared { QString codeHash, sha256, file; };

// What takes a while: stretching the code, flushing the drawing.
Result<Prepared> prepared(const QString& folder, const QByteArray& svg, const QString& digits, const domain::PickupCode& pickup)
{
    Prepared out;
    if (pickup.exists() && !digits.isEmpty()) out.codeHash = domain::pickupHash(digits, pickup.salt, std::min(pickup.rounds, limits::kMaxPickupRounds));
    if (svg.isEmpty()) return out;
    out.sha256 = QString::fromLatin1(QCryptographicHash::hash(svg, QCryptographicHash::Sha256).toHex());
    out.file = u"signature-%1.svg"_s.arg(out.sha256.left(24));
    if (const auto made = files::makePrivateFolder(folder); !made) return made.error();
    if (const auto kept = files::writeAtomically(folder + u'/' + out.file, svg); !kept) return kept.error();
    return out;
}

} // namespace

Keys::Keys(ports::Journal& journal, JournalFeed& feed, PortalSync& sync, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_sync{sync}, m_clock{clock}
{
}

void Keys::judge(const domain::InvoiceId& invoice, Done<KeyOutlook> done, const domain::KeyId& wanted)
{
    m_sync.refresh(invoice, [this, invoice, done, wanted](const Result<Ok>& read) {
        // Not read: as old as can be, so that the rule "fresh" fails and says so.
        look(invoice, wanted, read ? m_clock.now() : m_clock.now().plusMs(-limits::kStaleMs), done);
    });
}

void Keys::look(const domain::InvoiceId& invoice, const domain::KeyId& wanted, Instant freshAt, Done<KeyOutlook> done)
{
    onReady(m_journal.load(stayOf(invoice)), this, [this, invoice, wanted, freshAt, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(invoice);
        if (!item) return done(Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()});
        KeyOutlook out;
        out.key = keyOf(s.value(), *item, wanted);
        out.stay = stayItems(s.value(), *item, out.key);
        if (livesElsewhere(out.stay)) out.freshAt = freshAt;
        out.verdict = domain::judgeKey(out.key, out.stay, out.freshAt, m_clock.now());
        done(out);
    });
}

void Keys::decideKey(const domain::InvoiceId& invoice, const domain::KeyId& wanted, KeyDecide decide, Done<Ok> done, const Agreement& agreed, const QString& hook)
{
    const auto decider = [invoice, wanted, decide](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto key = keyOf(s, *item, wanted);
        auto events = decide(key, stayItems(s, *item, key), s);
        if (!events) return events.error();
        return ports::Decision{withAgreement(std::move(events).value(), s), {}, {}};
    };
    auto subject = stayOf(invoice);
    subject.agreedBy = agreed.use();
    subject.hook = hook;
    subject.settingKeys << u"keys.signature"_s;
    onReady(m_journal.decide(subject, decider), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

struct Keys::Release {
    ReleaseOrder order;
    KeyOutlook outlook;              // judged before; afterwards the key is no longer here
    QString codeHash, signature, signatureFile;
    QHash<QString, int> overrides;   // of today, by who let them go
    Instant dayStart;
    std::optional<Error> wrongCode;  // written down as tried
    Done<KeyOutlook> done;
    Agreement agreed;
};

void Keys::release(const domain::InvoiceId& invoice, const QString& to, bool idChecked, const QString& overrideReason, Done<KeyOutlook> done, const Agreement& agreed)
{
    release(ReleaseOrder{invoice, to, idChecked, overrideReason, false, {}, {}, {}, {}}, std::move(done), agreed);
}

// The drawing first, as every document: the journal must not name one that is not there.
void Keys::release(const ReleaseOrder& order, Done<KeyOutlook> done, const Agreement& agreed)
{
    if (order.signature.size() > limits::kMaxSignature || (!order.signature.isEmpty() && !order.signature.startsWith("<svg ")))
        return done(Error{Fault::Invalid, u"key.signature"_s, QString::number(order.signature.size())});
    judge(order.invoice, [this, order, done, agreed](const Result<KeyOutlook>& outlook) {
        if (!outlook) return done(outlook.error());
        auto run = std::make_shared<Release>();
        run->order = order;
        run->outlook = outlook.value();
        run->done = done;
        run->agreed = agreed;
        const auto* coded = order.byOther ? domain::itemWithPickupCode(run->outlook.stay) : nullptr;
        const auto work = [folder = m_folder + u"/signatures"_s, svg = order.signature, digits = domain::typedPickupCode(order.code), pickup = coded ? coded->pickup : domain::PickupCode{}]() -> Result<Prepared> {
            return prepared(folder, svg, digits, pickup);
        };
        onReady(QtConcurrent::run(work), this, [this, run](const Result<Prepared>& ready) {
            if (!ready) return run->done(ready.error());
            run->codeHash = ready.value().codeHash;
            run->signature = ready.value().sha256;
            run->signatureFile = ready.value().file;
            run->dayStart = Instant{m_clock.now().local().date().startOfDay().toMSecsSinceEpoch()};
            run->order.overrideReason.trimmed().isEmpty() ? decideOrder(run) : countOverrides(run, 0);
        });
    }, order.key);
}

// Page by page, so that a long day does not keep the journal.
void Keys::countOverrides(std::shared_ptr<Release> run, qint64 afterSeq)
{
    onReady(m_journal.entriesBetween(run->dayStart, m_clock.now().plusMs(1), afterSeq, kEntriesPage), this, [this, run](const Result<std::vector<domain::Recorded>>& page) {
        if (!page) return run->done(page.error());
        for (const auto& entry : page.value())
            if (const auto* gone = entry.event.as<domain::KeyReleased>(); gone && !gone->overrideReason.isEmpty()) ++run->overrides[entry.by.user];
        page.value().size() < static_cast<std::size_t>(kEntriesPage) ? decideOrder(run) : countOverrides(run, page.value().back().seq);
    });
}

void Keys::decideOrder(std::shared_ptr<Release> run)
{
    const auto decide = [run](const domain::VehicleKey& key, const std::vector<domain::OpenItem>& stay, const ports::Situation& s) -> Result<std::vector<domain::Event>> {
        const auto& o = run->order;
        run->wrongCode.reset();
        domain::ReleaseCommand command{o.invoice, o.to, o.idChecked, o.overrideReason, run->outlook.freshAt, o.byOther, run->codeHash, run->signature, run->signatureFile, o.unsignedWhy};
        command.signatureRequired = domain::settingOf(s.settings, u"keys.signature"_s) == u"required";
        if (s.people().activeCount() > 1) command.overridesToday = run->overrides.value(s.actingName({}));   // a workshop of one has nobody to ask
        command.agreed = !s.actor.agreedBy.isNull();
        auto events = domain::decideRelease(key, stay, command, s.now);
        if (events || events.error().code != u"pickup.wrong") return events;
        run->wrongCode = events.error();
        return std::vector<domain::Event>{domain::PickupCodeTried{domain::itemWithPickupCode(stay)->id, false}};
    };
    crashPoint("key.before_release");
    decideKey(run->order.invoice, run->outlook.key.id, decide, [this, run](const Result<Ok>& released) {
        crashPoint("key.released");
        if (!released) return run->done(released.error());
        if (run->wrongCode) return run->done(*run->wrongCode);
        look(run->order.invoice, run->outlook.key.id, run->outlook.freshAt, [run](const Result<KeyOutlook>& after) {
            if (!after) return run->done(after.error());
            auto gone = after.value();
            gone.verdict = run->outlook.verdict;
            run->done(gone);
        });
    }, run->agreed);
}

void Keys::signature(const QString& file, const QString& sha256, Done<QByteArray> done)
{
    const auto path = m_folder + u"/signatures/"_s + QFileInfo{file}.fileName();
    const auto read = [path, sha256]() -> Result<QByteArray> {
        const auto svg = files::readRegular(path, limits::kMaxSignature);
        if (!svg) return Error{Fault::NotFound, u"key.no_signature"_s, {}};
        const auto hash = QString::fromLatin1(QCryptographicHash::hash(svg.value(), QCryptographicHash::Sha256).toHex());
        return hash == sha256 ? svg : Result<QByteArray>{Error{Fault::Corrupt, u"key.no_signature"_s, {}}};
    };
    onReady(QtConcurrent::run(read), this, [done](const Result<QByteArray>& svg) { done(svg); });
}

void Keys::takeBack(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const domain::KeyId& wanted, const Agreement& agreed)
{
    decideKey(invoice, wanted, [reason](const domain::VehicleKey& key, const auto&, const ports::Situation& s) -> Result<std::vector<domain::Event>> {
        if (key.exists() && !key.here() && !domain::leftToday(key, s.now))
            if (const auto may = domain::checkRight(s.people(), s.actor, domain::Right::Override); !may) return may.error();
        return domain::decideReturn(key, reason);
    }, std::move(done), agreed);
}

void Keys::hang(const domain::InvoiceId& invoice, const QString& hook, Done<Ok> done, const domain::KeyId& wanted)
{
    const auto place = hook.simplified();
    decideKey(invoice, wanted, [place](const domain::VehicleKey& key, const auto&, const ports::Situation& s) { return domain::decideHang(key, place, s.keys); }, std::move(done), {}, place);
}

} // namespace tresen::services
