#include "app/adapters/workshop/order_json/order_json.h"
#include "app/core/file_kind.h"
#include "app/domain/vin.h"
#include "app/net/json_reader.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::order_json {
namespace {

using net::JsonValue;

constexpr qsizetype kMaxKeyText = 100;      // numbers, keys, ids
constexpr qsizetype kMaxNameText = 500;
constexpr int kEarliestYear = 2000;         // no invoice that is still asked for is older

bool hasControls(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

struct KnownCountry { QStringView name, code; };
constexpr KnownCountry kCountries[]{
    {u"deutschland", u"DE"}, {u"germany", u"DE"}, {u"österreich", u"AT"}, {u"oesterreich", u"AT"}, {u"austria", u"AT"}, {u"schweiz", u"CH"}, {u"switzerland", u"CH"},
    {u"liechtenstein", u"LI"}, {u"luxemburg", u"LU"}, {u"luxembourg", u"LU"}, {u"frankreich", u"FR"}, {u"france", u"FR"}, {u"niederlande", u"NL"}, {u"netherlands", u"NL"},
    {u"belgien", u"BE"}, {u"belgium", u"BE"}, {u"polen", u"PL"}, {u"poland", u"PL"}, {u"tschechien", u"CZ"}, {u"dänemark", u"DK"}, {u"denmark", u"DK"}, {u"italien", u"IT"}, {u"italy", u"IT"},
};

QString countryOf(const QString& text)
{
    if (text.size() == 2 && text.at(0).isLetter() && text.at(1).isLetter() && text.at(0).unicode() < 0x80 && text.at(1).unicode() < 0x80) return text.toUpper();
    const auto lower = text.toLower();
    const auto found = std::find_if(std::begin(kCountries), std::end(kCountries), [&lower](const KnownCountry& c) { return c.name == lower; });
    return found == std::end(kCountries) ? QString{} : found->code.toString();
}

} // namespace

// One posted order, read member by member; the first fault is kept and everything after it counts for nothing.
class OrderReader {
public:
    explicit OrderReader(const JsonValue& root) : m_root{root}, m_order{root["order"_L1].isNothing() ? root : root["order"_L1]} { m_out.plan = !root["order"_L1].isNothing(); }

    Result<PostedOrder> read()
    {
        if (!m_root.isObject() || !m_order.isObject()) return Error{Fault::Invalid, u"order.unreadable"_s, u"order"_s};
        keys();
        invoiceRef();
        amounts();
        dates();
        customer();
        vehicle();
        extras();
        if (m_error) return *m_error;
        return m_out;
    }

private:
    void refuse(const QString& code, const QString& member)
    {
        if (!m_error) m_error = Error{Fault::Invalid, code, member};
    }
    // Missing and null are the empty text; a number is none.
    QString text(const JsonValue& object, QLatin1StringView name, qsizetype most = kMaxNameText)
    {
        const auto& value = object[name];
        if (value.isNothing()) return {};
        const auto out = value.text();
        if (!out) {
            refuse(u"order.field"_s, name);
            return {};
        }
        const QString trimmed = out->trimmed();
        if (trimmed.size() > most || hasControls(trimmed)) refuse(u"order.text"_s, name);
        return trimmed;
    }
    bool flag(const JsonValue& object, QLatin1StringView name)
    {
        const auto& value = object[name];
        if (!value.isNothing() && !value.boolean()) refuse(u"order.field"_s, name);
        return value.boolean().value_or(false);
    }
    const std::vector<JsonValue>& list(const JsonValue& object, QLatin1StringView name)
    {
        static const std::vector<JsonValue> none;
        const auto& value = object[name];
        if (value.isNothing()) return none;
        if (!value.isArray() || std::any_of(value.items().begin(), value.items().end(), [](const JsonValue& v) { return !v.isObject(); })) {
            refuse(u"order.field"_s, name);
            return none;
        }
        if (value.items().size() > static_cast<std::size_t>(limits::kMaxInvoiceRepeats)) {
            refuse(u"order.too_many"_s, name);
            return none;
        }
        return value.items();
    }
    // Whole cents, at least `least`.
    domain::Money cents(const JsonValue& object, QLatin1StringView name, qint64 least)
    {
        const auto value = object[name].integer();
        if (!value || *value < least || *value > domain::kMaxCents) {
            refuse(object[name].isNothing() ? u"order.field"_s : u"order.amount"_s, name);
            return {};
        }
        return domain::Money::cents(*value);
    }
    QDate date(const JsonValue& object, QLatin1StringView name)
    {
        const auto word = text(object, name, kMaxKeyText);
        if (word.isEmpty()) return {};
        const auto day = QDate::fromString(word, u"yyyy-MM-dd"_s);
        if (!day.isValid()) refuse(u"order.date"_s, name);
        return day;
    }
    // Of a member no portal's shape has: whatever else stands there is no mistake.
    static QDate namedDay(const JsonValue& object, QLatin1StringView name)
    {
        const auto day = QDate::fromString(object[name].text().value_or(QString{}), u"yyyy-MM-dd"_s);
        return day.isValid() && day.year() >= kEarliestYear ? day : QDate{};
    }
    void note(const QString& code)
    {
        if (!m_out.notices.contains(code)) m_out.notices << code;
    }

    void keys();
    void invoiceRef();
    void amounts();
    static bool isTakenBack(const JsonValue& payment);
    void dates();
    void customer();
    void address(const JsonValue& customer);
    void vehicle();
    void vin(const QString& text);
    void extras();
    void attached(const JsonValue& value);

    const JsonValue& m_root;
    const JsonValue& m_order;
    PostedOrder m_out;
    std::optional<domain::Money> m_invoiceAmount;
    QDate m_invoiceDue;
    std::optional<Error> m_error;
};

void OrderReader::keys()
{
    m_out.orgId = text(m_root, "orgId"_L1, kMaxKeyText);
    if (m_out.orgId.isEmpty()) refuse(u"order.field"_s, u"orgId"_s);
    m_out.unique = text(m_order, "unique"_L1, kMaxKeyText);
    m_out.uniqueMode = text(m_order, "uniquemodus"_L1, kMaxKeyText);
    m_out.draft = flag(m_order, "draft"_L1);
    m_out.keyWithoutPayment = flag(m_order, "pickupWithoutPayment"_L1);
    if (m_out.draft) note(u"order.draft"_s);
    if (m_out.keyWithoutPayment) note(u"order.key_without_payment"_s);   // a message lets no key go: whoever stands at the desk grants credit, or does not
    const auto name = text(m_order, "name"_L1);
    if (name.isEmpty()) refuse(u"order.field"_s, u"name"_s);
    m_out.invoice.notes.push_back({{}, name});
    m_out.invoice.typeCode = u"380"_s;
}

// One order asks for one amount: several numbers in it could not be settled apart from each other.
void OrderReader::invoiceRef()
{
    auto& invoice = m_out.invoice;
    for (const auto& ref : list(m_order, "invoice"_L1)) {
        const auto number = text(ref, "invoiceNo"_L1, kMaxKeyText);
        if (!invoice.number.isEmpty() && number != invoice.number) return refuse(u"order.many_invoices"_s, number);
        if (m_invoiceAmount) return refuse(u"order.many_invoices"_s, u"invoice"_s);
        invoice.number = number;
        if (!ref["amount"_L1].isNothing()) m_invoiceAmount = cents(ref, "amount"_L1, 1);
        m_invoiceDue = date(ref, "duedate"_L1);
        invoice.issueDate = namedDay(ref, "date"_L1);
        invoice.buyer.id = text(ref, "debitor"_L1, kMaxKeyText);
        invoice.buyer.name = text(ref, "name"_L1);
        if (const auto desc = text(ref, "desc"_L1); !desc.isEmpty()) invoice.notes.push_back({{}, desc});
    }
    if (invoice.number.isEmpty()) invoice.number = m_out.unique;
    if (m_out.unique.isEmpty()) m_out.unique = invoice.number;
    if (invoice.number.isEmpty()) refuse(u"order.no_number"_s, u"invoiceNo"_s);
}

// No portal's shape has such members; a sender that names one of them means that the money is not there.
bool OrderReader::isTakenBack(const JsonValue& payment)
{
    constexpr QLatin1StringView words[]{"deleted"_L1, "cancelled"_L1, "canceled"_L1, "failed"_L1, "declined"_L1, "reversed"_L1, "refunded"_L1, "void"_L1, "pending"_L1};
    const auto status = payment["status"_L1].text().value_or(QString{});
    return std::any_of(std::begin(words), std::end(words), [&](QLatin1StringView word) { return status.compare(word, Qt::CaseInsensitive) == 0 || payment[word].boolean().value_or(false); });
}

// Cost lines add, payments deduct, and what is left is the price. A payment that is only noted, neither confirmed nor received, is no money yet: it deducts
// nothing, also where the sender has counted it. Whatever does not fit is refused: nothing is guessed about money.
void OrderReader::amounts()
{
    // No portal's shape has a currency; one that is named must be ours.
    for (const auto* object : {&m_root, &m_order})
        for (const auto name : {"currency"_L1, "currencyCode"_L1})
            if (const auto code = text(*object, name, kMaxKeyText); !code.isEmpty() && code.compare("EUR"_L1, Qt::CaseInsensitive) != 0) return refuse(u"amount.currency"_s, name);
    auto& invoice = m_out.invoice;
    qint64 added = 0, deducted = 0, noted = 0;     // at most kMaxInvoiceRepeats of kMaxCents each: no overflow
    const auto& assets = list(m_root, "assets"_L1);
    for (const auto& asset : assets) {
        added += cents(asset, "amount"_L1, 0).inCents();
        domain::InvoiceLine line;
        line.id = QString::number(invoice.lines.size() + 1);
        line.name = text(asset, "label"_L1);
        invoice.lines.push_back(line);
    }
    for (const auto& payment : list(m_root, "payments"_L1)) {
        const auto amount = cents(payment, "amount"_L1, 0).inCents();
        const bool confirmed = flag(payment, "confirmed"_L1), received = flag(payment, "received"_L1);
        ((confirmed || received) && !isTakenBack(payment) ? deducted : noted) += amount;
        if (const auto label = text(payment, "label"_L1); !label.isEmpty()) invoice.notes.push_back({{}, label});
    }
    const bool priced = !m_order["price"_L1].isNothing() || assets.empty();
    const qint64 price = priced ? cents(m_order, "price"_L1, 1).inCents() : added - deducted;
    if (m_error) return;
    // Without cost lines nothing says whether the price is the whole or what the payments have left of it; the invoice's own amount may.
    if (assets.empty() && deducted > 0 && (!m_invoiceAmount || m_invoiceAmount->inCents() != price + deducted)) return refuse(u"order.sum"_s, u"payments"_s);
    const qint64 gross = assets.empty() ? price + deducted + noted : added;
    const qint64 due = gross - deducted;
    if (price != due && price != due - noted) return refuse(u"order.sum"_s, u"price"_s);
    if (price <= 0 || due > domain::kMaxCents || gross > domain::kMaxCents) return refuse(u"order.amount"_s, u"price"_s);
    if (noted > 0) note(u"order.payment_noted"_s);
    const auto named = m_invoiceAmount ? m_invoiceAmount->inCents() : price;
    if (named != price && named != due && named != due - noted && named != gross) return refuse(u"order.sum"_s, u"invoice.amount"_s);
    invoice.gross = domain::Money::cents(gross);
    if (deducted > 0) invoice.prepaid = domain::Money::cents(deducted);
    invoice.amountDue = domain::Money::cents(due);
}

void OrderReader::dates()
{
    // No portal's shape has the day of the invoice; senders that give it name it so. Otherwise the day an order comes in stands for it.
    for (const auto* object : {&m_order, &m_root})
        for (const auto name : {"invoicedate"_L1, "date"_L1})
            if (!m_out.invoice.issueDate.isValid()) m_out.invoice.issueDate = namedDay(*object, name);
    const auto due = date(m_order, "duedate"_L1);
    m_out.invoice.dueDate = due.isValid() ? due : m_invoiceDue;
    m_out.invoice.deliveryDate = date(m_order, "pickupdate"_L1);
}

void OrderReader::customer()
{
    const auto& customer = m_order["customer"_L1];
    auto& buyer = m_out.invoice.buyer;
    const auto recipient = text(m_order, "recipient"_L1, limits::kMaxMailAddress);
    if (!customer.isNothing()) {
        if (!customer.isObject()) return refuse(u"order.field"_s, u"customer"_s);
        if (const auto id = text(customer, "id"_L1, kMaxKeyText); !id.isEmpty()) buyer.id = id;
        const auto company = text(customer, "company"_L1);
        const QString person = (text(customer, "firstname"_L1) + u' ' + text(customer, "lastname"_L1)).trimmed();
        if (!company.isEmpty() || !person.isEmpty()) buyer.name = company.isEmpty() ? person : company;
        if (!company.isEmpty()) buyer.contact = person;
        buyer.email = text(customer, "email"_L1, limits::kMaxMailAddress);
        buyer.phone = text(customer, "phone"_L1, kMaxKeyText);
        address(customer);
    }
    if (buyer.email.isEmpty()) buyer.email = recipient;
}

void OrderReader::address(const JsonValue& customer)
{
    auto& address = m_out.invoice.buyer.address;
    address.street = (text(customer, "street"_L1) + u' ' + text(customer, "streetnumber"_L1, kMaxKeyText)).trimmed();
    address.postcode = text(customer, "zip"_L1, kMaxKeyText);
    address.city = text(customer, "city"_L1);
    const auto country = text(customer, "country"_L1, kMaxKeyText);
    address.country = countryOf(country);
    if (!country.isEmpty() && address.country.isEmpty()) note(u"order.country"_s);
}

void OrderReader::vin(const QString& text)
{
    const QString compact = QString{text}.remove(u' ').toUpper();
    if (domain::isVin(compact)) m_out.invoice.vehicle.vin = compact;
    else note(u"vehicle.vin"_s);
}

// Fields that anybody may name as he likes; what is not known is kept as a note, where the rules for plates look as well.
void OrderReader::vehicle()
{
    auto& vehicle = m_out.invoice.vehicle;
    for (const auto& field : list(m_order, "metafields"_L1)) {
        const auto type = text(field, "type"_L1, kMaxKeyText), value = text(field, "desc"_L1);
        const auto kind = type.toLower();
        if (value.isEmpty()) continue;
        if (kind == u"fin" || kind == u"vin" || kind == u"fahrgestellnummer") vin(value);
        else if (kind == u"kennzeichen" || kind == u"amtl. kennzeichen" || kind == u"plate") vehicle.plate = value;
        else if (kind == u"halter" || kind == u"fahrzeughalter" || kind == u"keeper") m_out.invoice.keeper = value;
        else if (kind == u"fahrzeug" || kind == u"modell" || kind == u"model") vehicle.model = value;
        else if (kind == u"kilometerstand" || kind == u"km" || kind == u"mileage") vehicle.mileage = value;
        else m_out.invoice.notes.push_back({{}, type.isEmpty() ? value : type + u": "_s + value});
    }
    const auto& object = m_order["vehicle"_L1];
    if (object.isNothing()) return;
    if (!object.isObject()) return refuse(u"order.field"_s, u"vehicle"_s);
    for (const auto name : {"vin"_L1, "fin"_L1})
        if (const auto value = text(object, name); !value.isEmpty() && vehicle.vin.isEmpty()) vin(value);
    for (const auto name : {"plate"_L1, "licensePlate"_L1, "kennzeichen"_L1})
        if (const auto value = text(object, name); !value.isEmpty() && vehicle.plate.isEmpty()) vehicle.plate = value;
    for (const auto name : {"model"_L1, "name"_L1})
        if (const auto value = text(object, name); !value.isEmpty() && vehicle.model.isEmpty()) vehicle.model = value;
}

// A page in base64: the text itself, or an object that names it. Senders name the members in several ways. What is no page does not hold up the order.
void OrderReader::attached(const JsonValue& value)
{
    const auto first = [&value](std::initializer_list<QLatin1StringView> names) {
        for (const auto name : names)
            if (const auto text = value[name].text(); text && !text->isEmpty()) return *text;
        return QString{};
    };
    auto data = value.isObject() ? first({"data"_L1, "content"_L1, "base64"_L1, "binary"_L1, "file"_L1}) : value.text().value_or(QString{});
    if (const auto comma = data.indexOf(u','); data.startsWith("data:"_L1) && comma > 0) data.remove(0, comma + 1);
    qint64 all = 0;
    for (const auto& known : m_out.documents) all += known.bytes.size();
    if (data.isEmpty() || m_out.documents.size() >= static_cast<std::size_t>(limits::kMaxOrderDocuments)) return note(u"order.attachment"_s);
    const auto page = QByteArray::fromBase64Encoding(data.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto kind = page ? pageKindOf(page.decoded) : QString{};
    if (kind.isEmpty() || page.decoded.size() > limits::kMaxOrderDocument || all + page.decoded.size() > limits::kMaxOrderDocumentsAll) return note(u"order.attachment"_s);
    auto name = value.isObject() ? first({"filename"_L1, "fileName"_L1, "name"_L1, "label"_L1, "title"_L1}) : QString{};
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1).simplified().left(kMaxKeyText);
    if (name.isEmpty() || hasControls(name)) name = u"%1.%2"_s.arg(m_out.documents.size() + 1).arg(kind);
    m_out.documents.push_back({name, page.decoded});
}

// What is part of the shape and has no place here: its type is looked at, so that a sender hears of a mistake, and it is left out.
void OrderReader::extras()
{
    for (const auto name : {"binaryattachment"_L1, "attachment"_L1}) {
        const auto& value = m_order[name];
        if (value.isNothing()) continue;
        if (!value.isArray()) attached(value);
        else for (const auto& one : value.items()) attached(one);
    }
    for (const auto name : {"contactperson"_L1, "watcher"_L1, "salutation"_L1, "lang"_L1, "reminder"_L1}) text(m_order, name);
    const auto& tags = m_order["tags"_L1];
    if (!tags.isNothing() && !tags.isArray()) refuse(u"order.field"_s, u"tags"_s);
    m_out.invoice.buyer.name = m_out.invoice.buyer.name.left(kMaxNameText);
}

Result<PostedOrder> readPostedOrder(QByteArrayView bytes)
{
    if (bytes.size() > limits::kMaxOrderJson) return Error{Fault::Invalid, u"order.too_large"_s, {}};
    net::JsonLimits most;
    most.bytes = limits::kMaxOrderJson;
    if (bytes.startsWith("\xef\xbb\xbf")) bytes = bytes.sliced(3);   // a file of a drop folder may have a byte order mark
    const auto json = net::parseJson(bytes, most);
    if (!json) return Error{Fault::Invalid, u"order.unreadable"_s, json.error().detail};
    return OrderReader{json.value()}.read();
}

Result<ports::InvoiceDocument> readOrderDocument(QByteArrayView bytes)
{
    auto order = readPostedOrder(bytes);
    if (!order) return order.error();
    auto& posted = order.value();
    return ports::InvoiceDocument{std::move(posted.invoice), u"json"_s, {}, u"order"_s, std::move(posted.notices), std::move(posted.unique), std::move(posted.documents)};
}

} // namespace tresen::adapters::order_json
