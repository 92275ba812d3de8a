// JSON of a peer as values that keep every number as its digits. Called by the portals' codecs: an amount never becomes a double.
// Strict (RFC 8259): no comments, no trailing commas, no NaN, no half characters, no name twice in one object. Pure; knows no socket and no clock.
#pragma once
#include "app/core/limits.h"
#include "app/core/result.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace tresen::net {

struct JsonLimits {
    qsizetype bytes = limits::kClientMaxAnswer;
    int depth = limits::kMaxJsonDepth;               // objects and arrays within each other
    int values = limits::kMaxJsonValues;
};

class JsonValue {
public:
    enum class Kind { Missing, Null, Bool, Number, String, Array, Object };

    JsonValue() = default;                           // Missing: what is read where there is nothing
    Kind kind() const { return m_kind; }
    bool isNothing() const { return m_kind == Kind::Missing || m_kind == Kind::Null; }
    bool isObject() const { return m_kind == Kind::Object; }
    bool isArray() const { return m_kind == Kind::Array; }

    // Nothing when the value is of another kind. Nothing is converted: "1" is no number and 1 is no text.
    std::optional<bool> boolean() const;
    std::optional<QString> text() const;
    std::optional<qint64> integer() const;           // without fraction, exponent or overflow
    QByteArray numberText() const { return m_kind == Kind::Number ? m_number : QByteArray{}; }   // as it was written, "-199.90", "1e400"
    // The same number without an exponent, for domain::parseMoney(): "1.999E2" is "199.9". Empty: no number, or more than 40 characters long.
    QByteArray plainNumber() const;

    const JsonValue& operator[](QLatin1StringView name) const;             // Missing when there is no such member, or this is no object
    const std::vector<JsonValue>& items() const { return m_items; }        // of an array, or the members' values; empty otherwise
    const std::vector<QString>& names() const { return m_names; }          // of an object, in order; one for each of items()

private:
    friend class JsonParser;
    Kind m_kind = Kind::Missing;
    bool m_bool = false;
    QString m_text;
    QByteArray m_number;
    std::vector<JsonValue> m_items;
    std::vector<QString> m_names;
};

// Fault::Invalid "portal.unreadable", detail: what and where, never a piece of the text itself.
Result<JsonValue> parseJson(QByteArrayView bytes, JsonLimits limits = {});

// The members of one object with their types checked: the first one that is not as expected is kept, and what was read until then counts for
// nothing unless good(). "Optional" takes a missing member and null for the empty value; any other type is bad.
class JsonFields {
public:
    explicit JsonFields(const JsonValue& object);
    QString text(QLatin1StringView name);                                  // required, not empty
    QString optionalText(QLatin1StringView name);
    bool boolean(QLatin1StringView name);
    bool optionalBoolean(QLatin1StringView name, bool otherwise = false);
    qint64 integer(QLatin1StringView name);
    const JsonValue& object(QLatin1StringView name);                       // required
    const JsonValue& array(QLatin1StringView name);                        // required
    const JsonValue& value(QLatin1StringView name) const { return m_object[name]; }
    void refuse(QLatin1StringView name);                                   // the caller's own check failed
    bool good() const { return m_bad.isEmpty(); }
    Error error() const;                                                   // Invalid "portal.unreadable", detail: the member

private:
    template <class T> T take(QLatin1StringView name, std::optional<T> value);
    const JsonValue& m_object;
    QString m_bad;
};

// A piece of JSON text for what QJsonDocument would turn into a double: quotes and escapes as RFC 8259 wants it, ASCII only.
QByteArray jsonText(const QString& text);

} // namespace tresen::net
