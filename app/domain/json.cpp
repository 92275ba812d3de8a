#include "app/domain/json.h"
#include "app/domain/describe.h"
#include "app/domain/enum_names.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qint64 kMaxExact = qint64{1} << 53;

// Amounts are written as [cents, "EUR"]: an integer below 2^53 (kMaxCents) is exact in JSON.
class Writer {
public:
    template <class T> Writer& operator()(const char* name, T& value)
    {
        auto json = write(value);
        if (!json.isNull()) m_object.insert(QLatin1StringView{name}, json);
        return *this;
    }
    QJsonObject take() { return std::move(m_object); }

private:
    static QJsonValue write(const QString& v) { return v.isEmpty() ? QJsonValue{} : QJsonValue{v}; }
    static QJsonValue write(bool v) { return v ? QJsonValue{true} : QJsonValue{}; }
    static QJsonValue write(int v) { return v; }
    static QJsonValue write(qint64 v) { return v; }
    static QJsonValue write(const QDate& v) { return v.isValid() ? QJsonValue{v.toString(Qt::ISODate)} : QJsonValue{}; }
    static QJsonValue write(Instant v) { return v.isNull() ? QJsonValue{} : QJsonValue{v.iso()}; }
    static QJsonValue write(const Currency& v) { return v.code(); }
    static QJsonValue write(const Money& v) { return QJsonArray{v.inCents(), v.currency().code()}; }
    static QJsonValue write(const QStringList& v) { return v.isEmpty() ? QJsonValue{} : QJsonValue{QJsonArray::fromStringList(v)}; }
    template <class Tag> static QJsonValue write(const Id<Tag>& v) { return write(v.text()); }
    template <class T> static QJsonValue write(std::optional<T>& v) { return v ? write(*v) : QJsonValue{}; }
    template <class T> static QJsonValue write(std::vector<T>& v)
    {
        if (v.empty()) return {};
        QJsonArray out;
        for (auto& element : v) out.append(write(element));
        return out;
    }
    template <class T> requires std::is_enum_v<T> static QJsonValue write(T& v) { return enumName(v); }
    template <class T> requires requires(Writer& w, T& v) { describe(w, v); } static QJsonValue write(T& v)
    {
        Writer inner;
        describe(inner, v);
        return inner.take();
    }
    QJsonObject m_object;
};

class Reader {
public:
    explicit Reader(const QJsonObject& object) : m_object{object} {}
    template <class T> Reader& operator()(const char* name, T& value)
    {
        const auto found = m_object.constFind(QLatin1StringView{name});
        if (found != m_object.constEnd()) read(*found, value);
        return *this;
    }
    bool good() const { return m_good; }

private:
    void read(const QJsonValue& j, QString& v) { m_good = m_good && j.isString(); v = j.toString(); }
    void read(const QJsonValue& j, bool& v) { m_good = m_good && j.isBool(); v = j.toBool(); }
    void read(const QJsonValue& j, int& v) { v = static_cast<int>(integer(j, std::numeric_limits<int>::max())); }
    void read(const QJsonValue& j, qint64& v) { v = integer(j, std::numeric_limits<qint64>::max()); }
    // A number that is no integer would be read as 0 without a word, an amount among them.
    qint64 integer(const QJsonValue& j, qint64 max)
    {
        const auto v = j.toInteger(0);
        const bool whole = j.isDouble() && v == j.toInteger(1) && v <= max && v >= -max;
        m_good = m_good && whole;
        return whole ? v : 0;
    }
    void read(const QJsonValue& j, QDate& v) { v = QDate::fromString(j.toString(), Qt::ISODate); m_good = m_good && v.isValid(); }
    void read(const QJsonValue& j, Instant& v) { v = Instant::fromIso(j.toString()); m_good = m_good && !v.isNull(); }
    void read(const QJsonValue& j, Currency& v)
    {
        const auto currency = Currency::fromCode(j.toString());
        m_good = m_good && currency.ok();
        if (currency) v = currency.value();
    }
    void read(const QJsonValue& j, Money& v)
    {
        const auto array = j.toArray();
        Currency currency;
        read(array.at(1), currency);
        m_good = m_good && array.size() == 2;
        v = Money::cents(integer(array.at(0), kMaxExact), currency);
    }
    void read(const QJsonValue& j, QStringList& v)
    {
        m_good = m_good && j.isArray();
        v.clear();
        for (const auto& element : j.toArray()) {
            m_good = m_good && element.isString();
            v << element.toString();
        }
    }
    template <class Tag> void read(const QJsonValue& j, Id<Tag>& v) { m_good = m_good && j.isString(); v = Id<Tag>{j.toString()}; }
    template <class T> void read(const QJsonValue& j, std::optional<T>& v)
    {
        T inner{};
        read(j, inner);
        v = std::move(inner);
    }
    template <class T> void read(const QJsonValue& j, std::vector<T>& v)
    {
        m_good = m_good && j.isArray();
        for (const auto& element : j.toArray()) {
            T inner{};
            read(element, inner);
            v.push_back(std::move(inner));
        }
    }
    template <class T> requires std::is_enum_v<T> void read(const QJsonValue& j, T& v) { m_good = enumFromName(j.toString(), v) && m_good; }
    template <class T> requires requires(Reader& r, T& v) { describe(r, v); } void read(const QJsonValue& j, T& v)
    {
        Reader inner{j.toObject()};
        describe(inner, v);
        m_good = m_good && j.isObject() && inner.good();
    }
    QJsonObject m_object;
    bool m_good = true;
};

template <class T> QJsonObject written(T value)
{
    Writer w;
    describe(w, value);
    return w.take();
}

template <class T> Result<T> readAs(const QJsonObject& object)
{
    T value;
    Reader r{object};
    describe(r, value);
    if (!r.good()) return Error{Fault::Corrupt, u"journal.unreadable"_s, QString::fromUtf8(compact(object).left(200))};
    return value;
}

using EventReader = Result<Event> (*)(const QJsonObject&);

template <class T> Result<Event> readEvent(const QJsonObject& object)
{
    auto event = readAs<T>(object);
    if (!event) return event.error();
    return Event{std::move(event).value()};
}

template <class... Es> QHash<QString, EventReader> eventReaders(Kinds<Es...>)
{
    return {{kindOf(Es{}), &readEvent<Es>}...};
}

} // namespace

QJsonObject toJson(const Event& event)
{
    return visit([](const auto& e) { return written(e); }, event);
}

Result<Event> eventFromJson(const QString& kind, const QJsonObject& object)
{
    static const auto readers = eventReaders(EventKinds{});
    if (kind == u"OnAccountRevoked") {   // as older stores have it
        auto undone = object;
        undone.insert(u"undone"_s, true);
        return eventFromJson(u"OnAccountEnded"_s, undone);
    }
    const auto reader = readers.constFind(kind);
    if (reader == readers.constEnd()) return Error{Fault::Corrupt, u"journal.unknown_kind"_s, kind};
    return (*reader)(object);
}

QJsonObject toJson(const OpenItem& item) { return written(item); }
Result<OpenItem> itemFromJson(const QJsonObject& object) { return readAs<OpenItem>(object); }
QJsonObject toJson(const VehicleKey& key) { return written(key); }
Result<VehicleKey> keyFromJson(const QJsonObject& object) { return readAs<VehicleKey>(object); }
QJsonObject toJson(const BoardRow& row) { return written(row); }
QJsonObject toJson(const Invoice& invoice) { return written(invoice); }
QJsonObject toJson(const Person& person) { return written(person); }
Result<Person> personFromJson(const QJsonObject& object) { return readAs<Person>(object); }
QJsonObject toJson(const Proposal& proposal) { return written(proposal); }
Result<Proposal> proposalFromJson(const QJsonObject& object) { return readAs<Proposal>(object); }

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

} // namespace tresen::domain
