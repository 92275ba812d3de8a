// The language of the bezahl.de order API as bytes and values: requests out, answers in. Called by BezahlPortal; knows no network and no clock.
// Built from public documentation. What is not published (most of every answer) is read tolerantly: several names for one thing, a word that is
// not known stays a word, and money counts only where the answer plainly says so.
#pragma once
#include "app/net/json_reader.h"
#include "app/ports/payment_portal.h"
#include <QHash>

namespace tresen::adapters::bezahl {

// One call below the base address. Bodies are built once and are the same bytes on every try.
struct ApiCall {
    QByteArray method = "GET";
    QString path;                           // "/order/plan", ids percent-encoded
    QByteArray query;                       // "orgId=…&limit=250"
    QByteArray body;
    QByteArray contentType = "application/json";
    QString idempotencyKey;                 // the API has none of its own, but every POST carries one
};

struct Customer {
    QString id, company, firstName, lastName, street, streetNumber, postcode, city, country, email, phone;
    bool isEmpty() const;
};

// What the portal is told beyond the order itself: nothing, unless the workshop wants it there.
struct OrderExtras {
    QString recipient;                      // the portal writes to this address; empty: it writes to nobody, the workshop's own mail goes out
    QString contactPerson;                  // mail address of the advisor
    QString vin;
    QStringList tags;                       // "Service", "Rechnungskunde"
    Customer customer;
};

// ---- requests

// POST /order, or /order/plan when the summary is more than one row that add up to the amount. unique = order.reference, refused when it is there
// already (uniquemodus "error"). Refused "portal.order_invalid", detail: field.
Result<ApiCall> orderCall(const ports::LinkOrder& order, const QString& orgId, const OrderExtras& extras = {});
QString uniqueOf(const ports::LinkOrder& order);

ApiCall readCall(const QString& linkId);
ApiCall listCall(const QString& orgId, int limit);
ApiCall payLinkCall(const QString& linkId);                                      // GET /order/{id}/offline?link=true
ApiCall hideCall(const QString& linkId);                                         // {closed:true}: archived and closed
ApiCall priceCall(const QString& linkId, domain::Money amount, const std::vector<ports::SummaryRow>& rows, const QString& idempotencyKey);
ApiCall recipientCall(const QString& linkId, const QString& email, bool add);    // adding sends the portal's invitation
Result<ApiCall> attachmentCall(const QString& linkId, const QString& fileName, const QByteArray& pdf);   // Invalid "portal.attachment"
ApiCall webhooksCall(const QString& orgId);
ApiCall addWebhookCall(const QString& orgId, const QString& url, const Secret& secret);
ApiCall removeWebhookCall(const QString& orgId, const QString& webhookId);

bool isLinkId(QStringView text);                                                 // 1 to 64 of A-Z a-z 0-9 _ -

// ---- answers

// A portal's word for the state of an order -> ours. "open" is the only one published; the money's own words are those of its help pages.
using StateWords = QHash<QString, domain::LinkState>;                            // lower case
domain::LinkState stateOfWord(const QString& word, const StateWords& more);     // Unknown when nobody knows it

struct ReadPayment {
    enum class Step {
        Noted,       // announced: no money
        Money,       // confirmed or received
        TakenBack,   // was money, and was reset
        Dropped      // was announced, and will not come
    };
    QString id;      // unique in the portal: the order's id is part of it
    QString method;
    domain::Money amount;
    Instant at;
    Step step = Step::Noted;
};

struct ReadOrder {
    QString id, unique, word, url;
    std::optional<domain::Money> price;
    bool closed = false, opened = false;
    bool listsPayments = false;                     // the answer has a list of payments, be it empty
    domain::LinkAccount account{};
    std::vector<ReadPayment> payments;              // without the deductions that are part of the order itself
    QStringList notes;                              // codes of what was dropped: "iban.check"
};

// Invalid "portal.unreadable" (detail: what), "portal.amount" (an amount that is no whole number of euro cents).
Result<ReadOrder> readOrder(const net::JsonValue& answer);
Result<ReadOrder> readOrder(QByteArrayView bytes);

domain::LinkState stateOf(const ReadOrder& order, const StateWords& more);
domain::PortalSnapshot snapshotOf(const ReadOrder& order, domain::PortalMode mode, Instant now, const StateWords& more);
QString readPayLink(QByteArrayView bytes);          // of GET /order/{id}/offline; empty: there is none in it

struct ListedOrder {
    QString id, unique;
    QByteArray mark;                                // changes with anything the list says about this order
    bool ended = false;                             // paid or closed, as far as the list says
    bool vouches = false;                           // says enough that an unchanged mark means an unchanged order
};
Result<std::vector<ListedOrder>> readList(QByteArrayView bytes, const StateWords& more);   // entries without an id are left out

// What changed between two looks at the list. The cursor is the marks of the one before; one that cannot be read counts as empty.
ports::PortalChanges changesOf(const std::vector<ListedOrder>& list, const QString& cursor);

struct Webhook { QString id, url; };
Result<std::vector<Webhook>> readWebhooks(QByteArrayView bytes);
QString readName(QByteArrayView bytes);             // of an organisation
QString wordsOfFailure(QByteArrayView bytes);       // "responsemessage" or the like; empty when there is none

// Proof: HMAC-SHA256 of the raw body in a header x-…-signature, hex or base64, "sha256=" before it or not; or the secret itself as the last part
// of the address, which the receiver puts before the others as kPathToken. Several secrets: during a change each is valid.
inline constexpr QByteArrayView kPathToken = ":path-token";   // no header of a peer can have this name
Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets);

} // namespace tresen::adapters::bezahl
