#include "app/adapters/portal/training/link_book.h"
#include "app/core/limits.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

constexpr int kTokenLength = 12;
constexpr int kFormTokenLength = 24;

QString reasonCode(ClosedReason reason)
{
    switch (reason) {
    case ClosedReason::Unsaid: return u""_s;
    case ClosedReason::Withdrawn: return u"withdrawn"_s;
    case ClosedReason::PaidElsewhere: return u"paid_elsewhere"_s;
    }
    return {};
}

ClosedReason reasonFrom(const QString& code)
{
    for (const auto reason : {ClosedReason::Withdrawn, ClosedReason::PaidElsewhere})
        if (code == reasonCode(reason)) return reason;
    return ClosedReason::Unsaid;
}

// Amounts travel as text: a JSON number is a double to most readers.
QJsonObject orderToJson(const ports::LinkOrder& order)
{
    QJsonArray rows;
    for (const auto& row : order.summary)
        rows.append(QJsonObject{{u"label"_s, row.label}, {u"amount"_s, domain::plainAmount(row.amount)}, {u"strong"_s, row.emphasised}});
    return {{u"reference"_s, order.reference}, {u"token"_s, order.token}, {u"amount"_s, domain::plainAmount(order.amount)},
            {u"currency"_s, order.amount.currency().code()}, {u"language"_s, order.language}, {u"invoice"_s, order.invoiceNumber},
            {u"plate"_s, order.plate}, {u"vehicle"_s, order.vehicle}, {u"issued"_s, order.issueDate.toString(Qt::ISODate)},
            {u"due"_s, order.dueDate.toString(Qt::ISODate)}, {u"rows"_s, rows}, {u"on_account"_s, order.onAccountOffered},
            {u"expires"_s, order.expiresAt.iso()}};
}

std::optional<ports::LinkOrder> orderFromJson(const QJsonObject& json)
{
    const auto currency = domain::Currency::fromCode(json[u"currency"].toString());
    if (!currency) return {};
    const auto amount = domain::parseMoney(json[u"amount"].toString(), currency.value());
    if (!amount || !amount.value().isPositive()) return {};
    ports::LinkOrder order;
    order.mode = domain::PortalMode::Test;
    order.amount = amount.value();
    order.reference = json[u"reference"].toString();
    order.token = json[u"token"].toString();
    order.language = json[u"language"].toString();
    order.invoiceNumber = json[u"invoice"].toString();
    order.plate = json[u"plate"].toString();
    order.vehicle = json[u"vehicle"].toString();
    order.issueDate = QDate::fromString(json[u"issued"].toString(), Qt::ISODate);
    order.dueDate = QDate::fromString(json[u"due"].toString(), Qt::ISODate);
    order.onAccountOffered = json[u"on_account"].toBool();
    order.expiresAt = Instant::fromIso(json[u"expires"].toString());
    const auto rows = json[u"rows"].toArray();
    for (const auto& value : rows) {
        const auto row = value.toObject();
        const auto rowAmount = domain::parseMoney(row[u"amount"].toString(), currency.value());
        if (!rowAmount) return {};
        order.summary.push_back({row[u"label"].toString(), rowAmount.value(), row[u"strong"].toBool()});
    }
    return order;
}

QByteArray jsonLine(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray hashOf(const ports::LinkOrder& order)
{
    return QCryptographicHash::hash(QJsonDocument{orderToJson(order)}.toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex();
}

QByteArray linkLine(const TrainingLink& link)
{
    return jsonLine({{u"what"_s, u"link"_s},
                     {u"id"_s, link.id},
                     {u"key"_s, link.order.idempotencyKey},
                     {u"url"_s, link.url},
                     {u"secret"_s, link.secret},
                     {u"hash"_s, QString::fromLatin1(link.orderHash)},
                     {u"at"_s, link.createdAt.iso()},
                     {u"order"_s, orderToJson(link.order)}});
}

QByteArray changeLine(const QString& kind, const QString& linkId, Instant at, const QJsonObject& more)
{
    QJsonObject record = more;
    record[u"what"] = kind;
    record[u"id"] = linkId;
    record[u"at"] = at.iso();
    return jsonLine(record);
}

QByteArray servingLine(const QString& base, Instant at)
{
    return jsonLine({{u"what"_s, u"serving"_s}, {u"base"_s, base}, {u"at"_s, at.iso()}});
}

std::optional<QString> normalToken(const QString& typed)
{
    QString out;
    for (const QChar c : typed) {
        if (c == u'-' || c == u' ') continue;
        const char16_t upper = c.unicode() >= u'a' && c.unicode() <= u'z' ? static_cast<char16_t>(c.unicode() - u'a' + u'A') : c.unicode();
        if (upper == u'O') out += u'0';
        else if (upper == u'I') out += u'1';
        else if ((upper >= u'0' && upper <= u'9') || (upper >= u'A' && upper <= u'X')) out += QChar{upper};
        else return {};
        if (out.size() > kTokenLength) return {};
    }
    if (out.size() != kTokenLength) return {};
    return out;
}

QString formToken(const TrainingLink& link)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(QByteArray::number(link.moves), link.secret.toLatin1(), QCryptographicHash::Sha256)
            .toHex()
            .left(kFormTokenLength));
}

bool isTryActive(const TrainingLink& link, Instant now)
{
    return link.tryStarted && !link.isPaid() && (link.tryHangs || now < link.tryAt.plusMs(limits::kTrainingTryMs));
}

bool LinkBook::apply(const QByteArray& line)
{
    ++m_lines;
    const auto record = QJsonDocument::fromJson(line).object();
    const QString kind = record[u"what"].toString();
    bool good = false;
    if (kind == u"link") {
        good = applyLink(record);
    } else if (kind == u"serving") {
        m_servingBase = record[u"base"].toString();
        good = true;
    } else if (const auto found = m_byId.constFind(record[u"id"].toString()); found != m_byId.constEnd()) {
        good = applyChange(kind, record, m_links[found.value()]);
        if (good && kind != change::kFetched) m_changes.emplace_back(m_lines, found.value());
    }
    if (!good) ++m_damaged;
    return good;
}

bool LinkBook::applyLink(const QJsonObject& record)
{
    auto order = orderFromJson(record[u"order"].toObject());
    const QString id = record[u"id"].toString();
    if (!order || id.isEmpty() || order->token.isEmpty() || m_byId.contains(id)) return false;
    TrainingLink link;
    link.id = id;
    link.url = record[u"url"].toString();
    link.secret = record[u"secret"].toString();
    link.orderHash = record[u"hash"].toString().toLatin1();
    link.createdAt = Instant::fromIso(record[u"at"].toString());
    link.order = *std::move(order);
    link.order.idempotencyKey = record[u"key"].toString();
    const std::size_t index = m_links.size();
    m_byId[id] = index;
    m_byKey[link.order.idempotencyKey] = index;
    m_byToken[link.order.token] = index;
    m_byInvoice[link.order.invoiceNumber].append(index);
    m_changes.emplace_back(m_lines, index);
    m_links.push_back(std::move(link));
    return true;
}

// Steps that only a rehearsal makes: what an owner cannot do on the page, but a desk must know how to take.
bool LinkBook::applyRehearsed(const QString& kind, const QJsonObject& record, TrainingLink& link)
{
    if (kind == change::kSilent) {
        link.silent = true;
    } else if (kind == change::kChargedBack) {
        link.chargebackId = record[u"chargeback"].toString();
        link.chargedBackAt = Instant::fromIso(record[u"at"].toString());
    } else {
        return false;
    }
    return true;
}

bool LinkBook::applyRefund(const QJsonObject& record, TrainingLink& link)
{
    const auto amount = domain::parseMoney(record[u"amount"].toString(), link.order.amount.currency());
    const auto id = record[u"refund"].toString();
    if (!amount || !amount.value().isPositive() || id.isEmpty()) return false;
    link.refunds.push_back({id, record[u"key"].toString(), amount.value(), Instant::fromIso(record[u"at"].toString())});
    return true;
}

bool LinkBook::applyChange(const QString& kind, const QJsonObject& record, TrainingLink& link)
{
    const Instant at = Instant::fromIso(record[u"at"].toString());
    if (applyRehearsed(kind, record, link)) return true;
    if (kind == change::kRefunded) return applyRefund(record, link);
    if (kind == change::kOpened) {
        link.opened = true;
        link.silent = false;
    } else if (kind == change::kFetched) {
        link.deskKnows = link.isPaid();
    } else if (kind == change::kCancelled) {
        link.cancelled = true;
        link.tryStarted = false;
    } else if (kind == change::kReason) {
        link.closedReason = reasonFrom(record[u"reason"].toString());
    } else if (kind == change::kExpired) {
        link.expired = true;
    } else {
        ++link.moves;   // from here on: steps of the owner
        link.silent = false;
        if (kind == change::kChoice) {
            const QString choice = record[u"choice"].toString();
            link.choice = choice == u"counter" ? domain::OwnerChoice::Counter : domain::OwnerChoice::Account;
            link.choiceAt = at;
        } else if (kind == change::kStart) {
            link.choice = domain::OwnerChoice::Online;
            link.tryStarted = true;
            link.tryHangs = false;
            link.tryAt = at;
        } else if (kind == change::kHangs) {
            link.tryHangs = true;
            link.tryAt = at;
        } else if (kind == change::kGivenUp) {
            link.tryStarted = link.tryHangs = false;
            link.choice = domain::OwnerChoice::None;
        } else if (kind == change::kPaid) {
            if (!link.isPaid()) {
                link.paymentId = record[u"payment"].toString();
                link.method = record[u"method"].toString(u"training"_s);
                link.paidAt = at;
            }
            link.tryStarted = link.tryHangs = false;
        } else {
            --link.moves;
            return false;
        }
    }
    return true;
}

const TrainingLink* LinkBook::byId(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &m_links[found.value()];
}

const TrainingLink* LinkBook::byKey(const QString& idempotencyKey) const
{
    const auto found = m_byKey.constFind(idempotencyKey);
    return found == m_byKey.constEnd() ? nullptr : &m_links[found.value()];
}

const TrainingLink* LinkBook::byToken(const QString& token) const
{
    const auto found = m_byToken.constFind(token);
    return found == m_byToken.constEnd() ? nullptr : &m_links[found.value()];
}

const TrainingLink* LinkBook::newerOf(const TrainingLink& link) const
{
    if (link.order.invoiceNumber.isEmpty()) return nullptr;
    const auto same = m_byInvoice.value(link.order.invoiceNumber);
    const TrainingLink* newest = same.isEmpty() ? nullptr : &m_links[same.last()];
    return newest && newest->id != link.id && !newest->isFinal() ? newest : nullptr;
}

bool LinkBook::paidElsewhere(const TrainingLink& link) const
{
    if (link.closedReason == ClosedReason::PaidElsewhere) return true;
    if (link.order.invoiceNumber.isEmpty()) return false;
    const auto same = m_byInvoice.value(link.order.invoiceNumber);
    return std::any_of(same.begin(), same.end(), [this, &link](std::size_t i) { return m_links[i].id != link.id && m_links[i].isPaid(); });
}

QStringList LinkBook::openIds() const
{
    QStringList out;
    for (const auto& link : m_links)
        if (!link.isFinal()) out.append(link.id);
    return out;
}

QStringList LinkBook::changedSince(qint64 line) const
{
    QStringList out;
    QHash<QString, bool> seen;
    const auto first =
        std::upper_bound(m_changes.begin(), m_changes.end(), line, [](qint64 l, const auto& change) { return l < change.first; });
    for (auto it = first; it != m_changes.end(); ++it) {
        const QString& id = m_links[it->second].id;
        if (!seen.contains(id)) out.append(id);
        seen.insert(id, true);
    }
    return out;
}

QStringList LinkBook::overdueIds(Instant now) const
{
    QStringList out;
    for (const auto& link : m_links)
        if (!link.isFinal() && !link.order.expiresAt.isNull() && now >= link.order.expiresAt && !isTryActive(link, now))
            out.append(link.id);
    return out;
}

QStringList LinkBook::abandonedIds(Instant now) const
{
    QStringList out;
    for (const auto& link : m_links)
        if (!link.isFinal() && link.tryStarted && !isTryActive(link, now)) out.append(link.id);
    return out;
}

PageState LinkBook::pageState(const TrainingLink& link, Instant now) const
{
    if (link.isPaid()) return PageState::Paid;
    if (link.cancelled || link.closedReason != ClosedReason::Unsaid) {
        if (paidElsewhere(link)) return PageState::PaidElsewhere;
        return link.closedReason == ClosedReason::Unsaid && newerOf(link) ? PageState::Superseded : PageState::Withdrawn;
    }
    if (isTryActive(link, now)) return link.tryHangs ? PageState::Checking : PageState::Started;
    if (link.expired || (!link.order.expiresAt.isNull() && now >= link.order.expiresAt)) return PageState::Expired;
    if (link.choice == domain::OwnerChoice::Counter) return PageState::AtCounter;
    if (link.choice == domain::OwnerChoice::Account) return PageState::OnAccount;
    return PageState::Open;
}

domain::PortalSnapshot LinkBook::snapshot(const TrainingLink& link, Instant now) const
{
    domain::PortalSnapshot out;
    out.linkId = link.id;
    out.mode = domain::PortalMode::Test;
    out.amount = link.order.amount;
    out.choice = link.choice;
    out.opened = link.opened;
    out.fetchedAt = now;
    if (link.isPaid()) {
        out.state = domain::LinkState::Paid;
        out.movements.push_back(
            {domain::PortalMovement::Kind::Payment, link.paymentId, link.paymentId, link.method, link.order.amount, link.paidAt});
        for (const auto& refund : link.refunds)
            out.movements.push_back({domain::PortalMovement::Kind::Refund, refund.id, link.paymentId, link.method, refund.amount, refund.at});
        if (!link.chargebackId.isEmpty())
            out.movements.push_back(
                {domain::PortalMovement::Kind::Chargeback, link.chargebackId, link.paymentId, link.method, link.order.amount, link.chargedBackAt});
    } else if (link.cancelled) {
        out.state = domain::LinkState::Cancelled;
    } else if (isTryActive(link, now)) {
        out.state = domain::LinkState::InFlight;
    } else if (link.expired || (!link.order.expiresAt.isNull() && now >= link.order.expiresAt)) {
        out.state = domain::LinkState::Expired;
    } else {
        out.state = domain::LinkState::Open;
    }
    return out;
}

} // namespace tresen::adapters::training
