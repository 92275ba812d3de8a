#include "app/domain/claim_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

// Beginnings of natural keys. Older entries begin with the names the site and its system had at that time; both are found by their number.
constexpr auto kShopKey = "shop/"_L1;
constexpr auto kOrderKey = "shop/order/"_L1;

QString orderKey(int use, const QString& claim) { return kOrderKey + QString::number(use) + u'/' + claim; }
QString documentKey(int year, const QString& number) { return kShopKey + QString::number(year) + u'/' + number; }

QString besideKey(const QString& system, int year, const QString& number) { return u"shop:%1/%2/%3"_s.arg(system, QString::number(year), number); }

int yearOf(QDate day) { return day.isValid() ? day.year() : 0; }

// When it was issued, or where nobody said so, taken.
QDate dayOf(const OpenItem& item)
{
    return item.issueDate.isValid() ? item.issueDate : item.takenAt.local().date();
}

// The year in its key: "…/2026/R-1". -1: the key is none of a number.
int yearOfKey(const OpenItem& item)
{
    const QString end = u'/' + item.number;
    if (!item.naturalKey.endsWith(end)) return -1;
    const auto rest = QStringView{item.naturalKey}.chopped(end.size());
    bool ok = false;
    const int year = rest.mid(rest.lastIndexOf(u'/') + 1).toInt(&ok);
    return ok ? year : -1;
}

bool isNear(QDate a, QDate b) { return a.isValid() && b.isValid() && std::abs(a.daysTo(b)) <= kSameClaimDays; }

Money grossOf(const Invoice& record)
{
    return record.gross ? *record.gross : amountToAskFor(record).value_or(Money::cents(0, record.currency));
}

bool sameAmount(const OpenItem& item, const Invoice& record) { return item.gross == grossOf(record) || (item.due == claimOf(record) && item.due.isPositive()); }

bool sameCustomer(const OpenItem& item, const Invoice& record)
{
    if (!item.customerId.isEmpty() && item.customerId == record.buyer.id) return true;
    return !item.customer.isEmpty() && item.customer.simplified().compare(record.buyer.name.simplified(), Qt::CaseInsensitive) == 0;
}

bool asksAnything(const Invoice& record)
{
    const auto kind = kindOf(record);
    return kind == InvoiceKind::Invoice || kind == InvoiceKind::Correction;
}

// It has come that way before and was recognised: the task of that time remembers it, done or not.
bool cameUnder(const OpenItem& item, const QString& naturalKey)
{
    return !naturalKey.isEmpty() && std::any_of(item.tasksEver.begin(), item.tasksEver.end(), [&](const QString& id) { return wayOfTask(item.id, id) == naturalKey; });
}

// Taken as an order: under its sender's key, or in the time before these, when orders had no year.
bool looksLikeOrder(const OpenItem& item) { return isOrderClaim(item) || (yearOfKey(item) == 0 && !item.naturalKey.startsWith(kShopKey)); }

// The same number, and the same amount in the same year. The day of an order may be that of its arrival, some days into the next one.
bool isTwin(const OpenItem& item, const Invoice& record, QDate day)
{
    if (item.number != record.number || !sameAmount(item, record)) return false;
    return dayOf(item).year() == day.year() || (!record.issueDate.isValid() || looksLikeOrder(item) ? isNear(dayOf(item), day) : false);
}

void lookTheOtherWay(ClaimPlace& place, const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    if (!asksAnything(command.record)) return;
    const bool order = command.isOrder();
    const auto day = place.issueDate.isValid() ? place.issueDate : command.arrived;
    for (const auto& item : known) {
        const bool claim = item.kind == InvoiceKind::Invoice || item.kind == InvoiceKind::Correction;
        if (!claim || item.undone || looksLikeOrder(item) == order || (place.same && place.same->id == item.id)) continue;
        if (cameUnder(item, place.naturalKey) || isTwin(item, command.record, day)) {
            place.otherWay = item;
            place.notices.clear();
            return;
        }
        if (item.number == command.record.number && dayOf(item).year() == day.year()) place.notices = QStringList{u"claim.same_number"_s};
    }
}

// Of several documents with this number and year the one that is meant. Two systems may number alike, and a system may just have got another name.
const OpenItem* sameDocument(const IntakeCommand& command, const std::vector<const OpenItem*>& candidates)
{
    const auto find = [&](auto fits) {
        const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const OpenItem* item) { return fits(*item); });
        return found == candidates.end() ? nullptr : *found;
    };
    const auto& record = command.record;
    const auto* exact = find([&](const OpenItem& i) { return i.naturalKey == naturalKeyOf(command.site, command.system, record); });
    if (!exact) exact = find([&](const OpenItem& i) { return i.system == command.system; });
    if (!exact) exact = find([&](const OpenItem& i) { return i.contentHash == command.contentHash; });
    if (!exact) exact = find([&](const OpenItem& i) { return i.issueDate == record.issueDate || sameCustomer(i, record); });
    return exact;
}

ClaimPlace placeDocument(const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    ClaimPlace place;
    place.issueDate = command.record.issueDate;
    const int year = yearOf(place.issueDate);
    std::vector<const OpenItem*> candidates;
    for (const auto& item : known)
        if (!isOrderClaim(item) && item.number == command.record.number && yearOfKey(item) == year) candidates.push_back(&item);
    if (const auto* same = sameDocument(command, candidates)) {
        place.same = *same;
        place.naturalKey = same->naturalKey;
        return place;
    }
    place.naturalKey = documentKey(year, command.record.number);
    // The same number from a system of another name, for another customer on another day: another invoice, beside the first.
    if (!candidates.empty()) place.naturalKey = besideKey(command.system, year, command.record.number);
    return place;
}

// An order of the time before orders had keys of their own: its year was none, and its number the key.
bool isOldOrder(const OpenItem& item, const IntakeCommand& command)
{
    if (isOrderClaim(item) || item.number != command.record.number || yearOfKey(item) != 0 || item.naturalKey.startsWith(kShopKey)) return false;
    return command.claim == command.record.number || item.contentHash == command.contentHash;
}

// The claim its sender calls by this key: that of the same year, else the newest.
const OpenItem* sameOrder(const IntakeCommand& command, QDate day, const std::vector<OpenItem>& known)
{
    const OpenItem* found = nullptr;
    const auto keys = orderKeysOf(command);
    for (const auto& item : known) {
        if (!keys.contains(item.naturalKey) && !isOldOrder(item, command)) continue;
        if (dayOf(item).year() == day.year()) return &item;
        if (!found || dayOf(*found) < dayOf(item)) found = &item;
    }
    return found;
}

QString freeOrderKey(const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    for (const auto& key : orderKeysOf(command))
        if (std::none_of(known.begin(), known.end(), [&key](const OpenItem& item) { return item.naturalKey == key; })) return key;
    return {};
}

Result<ClaimPlace> placeOrder(const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    ClaimPlace place;
    const auto& record = command.record;
    const bool own = record.issueDate.isValid();
    place.issueDate = own ? record.issueDate : command.arrived;
    place.naturalKey = freeOrderKey(command, known);
    const auto* same = sameOrder(command, place.issueDate, known);
    if (!same) return place;
    const bool near = isNear(dayOf(*same), place.issueDate);
    const bool again = dayOf(*same).year() == place.issueDate.year() || (near && sameAmount(*same, record));
    if (!again && own && !near && dayOf(*same) < place.issueDate && !place.naturalKey.isEmpty()) return place;   // used again: a claim of its own
    if (!again) return Error{Fault::Conflict, u"order.other_year"_s, same->id.text()};
    place.same = *same;
    place.naturalKey = same->naturalKey;
    if (!own) place.issueDate = dayOf(*same);
    return place;
}

} // namespace

bool isOrderClaim(const OpenItem& item) { return item.naturalKey.startsWith(kOrderKey); }

QStringList orderKeysOf(const IntakeCommand& command)
{
    QStringList keys;
    if (!command.isOrder()) return keys;
    for (int use = 1; use <= kOrderUses; ++use) keys << orderKey(use, command.claim);
    return keys;
}

QStringList otherWayKeysOf(const IntakeCommand& command)
{
    if (command.isOrder()) return orderKeysOf(command);
    const int year = yearOf(command.record.issueDate);
    return {documentKey(year, command.record.number), besideKey(command.system, year, command.record.number)};
}

Result<ClaimPlace> placeClaim(const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    auto place = command.isOrder() ? placeOrder(command, known) : Result<ClaimPlace>{placeDocument(command, known)};
    if (!place) return place;
    auto& found = place.value();
    lookTheOtherWay(found, command, known);
    if (found.same && !found.same->undone) {
        if (found.otherWay && asksForMoney(*found.otherWay)) found.twin = found.otherWay;
        found.otherWay.reset();
        found.notices.clear();
    }
    return place;
}

} // namespace tresen::domain
