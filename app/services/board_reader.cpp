#include "app/services/board_reader.h"
#include "app/core/async.h"
#include "app/domain/iban.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

using ScanKind = domain::Scan::Kind;

ports::Subject subjectOf(const std::vector<domain::Scan>& meanings)
{
    ports::Subject subject;
    for (const auto& scan : meanings) {
        if (scan.kind != ScanKind::Transfer && scan.kind != ScanKind::Text) subject.codes << scan.code;
        if (scan.kind == ScanKind::Transfer || scan.kind == ScanKind::Text) subject.numbers << scan.code << scan.code.split(u' ', Qt::SkipEmptyParts);
        if (scan.kind == ScanKind::Text) subject.plates << domain::foldPlate(scan.code);
    }
    subject.numbers.removeDuplicates();
    subject.settingKeys << u"payee.iban"_s << u"payee.own_ibans"_s;
    if (!subject.plates.isEmpty()) subject.stays = ports::Stays::Whole;   // a plate leads to the invoices of its stay
    return subject;
}

bool isMeant(const std::vector<domain::Scan>& meanings, const domain::PayRequest& request)
{
    return std::any_of(meanings.begin(), meanings.end(), [&](const domain::Scan& scan) {
        return !scan.code.isEmpty() && (scan.code == request.deskCode || scan.code == request.token || scan.code == request.url);
    });
}

// A transfer code pays one of the house's accounts, or the portal's own one of a request here. Anybody can print another one over our words.
QString foreignIbanOf(const domain::Scan& scan, const ports::Situation& s)
{
    const auto house = s.settings.value(u"payee.iban"_s);
    if (scan.kind != ScanKind::Transfer || house.isEmpty()) return {};
    const bool ours = scan.iban == domain::compactIban(house) || s.settings.value(u"payee.own_ibans"_s).split(u',', Qt::SkipEmptyParts).contains(scan.iban);
    const bool portals = std::any_of(s.items.begin(), s.items.end(), [&](const domain::OpenItem& item) {
        return std::any_of(item.requests.begin(), item.requests.end(), [&](const domain::PayRequest& r) { return !r.account.iban.isEmpty() && domain::compactIban(r.account.iban) == scan.iban; });
    });
    return ours || portals ? QString{} : domain::redactedIban(scan.iban);
}

// Of several the one that is still to be paid; else the newest.
const domain::OpenItem* itemOf(const ports::Situation& s)
{
    const domain::OpenItem* best = nullptr;
    for (const auto& item : s.items)
        if (!best || (item.open().isPositive() && !item.cancelled) || !best->open().isPositive()) best = &item;
    return best;
}

} // namespace

BoardReader::BoardReader(ports::Journal& journal, QObject* parent) : QObject{parent}, m_journal{journal} {}

void BoardReader::start(Done<ports::BoardStart> done)
{
    onReady(m_journal.boardStart(), this, done);
}

void BoardReader::rows(Done<std::vector<domain::BoardRow>> done)
{
    onReady(m_journal.board(), this, done);
}

void BoardReader::invoice(const domain::InvoiceId& id, Done<InvoiceView> done)
{
    ports::Subject subject;
    subject.invoices.push_back(id);
    subject.stays = ports::Stays::Whole;
    onReady(m_journal.load(subject), this, [this, id, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(id);
        if (!item) return done(Error{Fault::NotFound, QStringLiteral("invoice.unknown"), id.text()});
        const auto shown = domain::shownKey(*item, s.value().keys);
        const auto stay = shown.exists() ? s.value().itemsOf(shown.id) : std::vector{*item};
        onReady(m_journal.detail(id), this, [stay, done](const Result<ports::ItemDetail>& detail) {
            if (!detail) return done(detail.error());
            const auto& d = detail.value();
            auto row = domain::boardRow(d.item, d.key, stay);
            for (const auto& other : stay)
                if (const auto beside = domain::boardRow(other, d.key, stay); other.id != d.item.id && domain::ages(beside)) row.stayAt = domain::olderOf(row.stayAt, beside.truthAt);
            done(InvoiceView{d.item, d.key, d.record, row, d.timeline, d.related, d.keys});
        });
    });
}

void BoardReader::scanned(const QString& raw, Done<Scanned> done)
{
    const auto meanings = domain::readScan(raw);
    if (meanings.empty()) return done(Scanned{raw, {}, {}, {}, {}, {}});
    onReady(m_journal.load(subjectOf(meanings)), this, [raw, meanings, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto foreign = foreignIbanOf(meanings.front(), s.value());
        const auto* item = itemOf(s.value());
        if (!item) return done(Scanned{raw, {}, {}, {}, {}, {}, foreign});
        Scanned found{raw, item->id, {}, {}, item->open(), meanings.front().amount, foreign};
        for (const auto& r : item->requests)
            if (isMeant(meanings, r)) found.sheet = r;
        if (found.sheet) found.asked = found.sheet->amount;
        if (const auto* live = item->liveRequest()) found.live = *live;
        done(found);
    });
}

} // namespace tresen::services
