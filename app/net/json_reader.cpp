#include "app/net/json_reader.h"
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

constexpr qsizetype kMaxPlainNumber = 40;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool hasTwice(std::vector<QString> names)
{
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

} // namespace

// One text, read once from front to back. After the first fault everything answers false.
class JsonParser {
public:
    JsonParser(QByteArrayView bytes, JsonLimits limits) : m_bytes{bytes}, m_limits{limits} {}

    Result<JsonValue> read()
    {
        JsonValue out;
        if (m_bytes.size() > m_limits.bytes) refuse("size");
        else if (value(out, 0)) {
            skipBlanks();
            if (m_at != m_bytes.size()) refuse("more text");
        }
        if (m_fault) return Error{Fault::Invalid, u"portal.unreadable"_s, u"%1 at %2"_s.arg(QLatin1StringView{m_fault}).arg(m_at)};
        return out;
    }

private:
    bool refuse(const char* fault)
    {
        if (!m_fault) m_fault = fault;
        return false;
    }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    char peek() const { return atEnd() ? '\0' : m_bytes.at(m_at); }
    bool takeIf(char c)
    {
        if (atEnd() || peek() != c) return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')) ++m_at;
    }
    bool word(QByteArrayView text)
    {
        if (!m_bytes.sliced(m_at).startsWith(text)) return refuse("no value");
        m_at += text.size();
        return true;
    }

    bool value(JsonValue& out, int depth)
    {
        skipBlanks();
        if (atEnd()) return refuse("cut");
        if (++m_values > m_limits.values) return refuse("too many values");
        switch (peek()) {
        case '{': return object(out, depth + 1);
        case '[': return array(out, depth + 1);
        case '"': out.m_kind = JsonValue::Kind::String; return text(out.m_text);
        case 'n': out.m_kind = JsonValue::Kind::Null; return word("null");
        case 't': out.m_kind = JsonValue::Kind::Bool; out.m_bool = true; return word("true");
        case 'f': out.m_kind = JsonValue::Kind::Bool; return word("false");
        default: out.m_kind = JsonValue::Kind::Number; return number(out.m_number);
        }
    }

    bool object(JsonValue& out, int depth)
    {
        if (depth > m_limits.depth) return refuse("too deep");
        out.m_kind = JsonValue::Kind::Object;
        ++m_at;
        skipBlanks();
        if (takeIf('}')) return true;
        do {
            skipBlanks();
            if (peek() != '"') return refuse("no name");
            if (!text(out.m_names.emplace_back())) return false;
            skipBlanks();
            if (!takeIf(':')) return refuse("no colon");
            if (!value(out.m_items.emplace_back(), depth)) return false;
            skipBlanks();
        } while (takeIf(','));
        if (!takeIf('}')) return refuse(atEnd() ? "cut" : "no end of object");
        return !hasTwice(out.m_names) || refuse("a name twice");
    }

    bool array(JsonValue& out, int depth)
    {
        if (depth > m_limits.depth) return refuse("too deep");
        out.m_kind = JsonValue::Kind::Array;
        ++m_at;
        skipBlanks();
        if (takeIf(']')) return true;
        do {
            if (!value(out.m_items.emplace_back(), depth)) return false;
            skipBlanks();
        } while (takeIf(','));
        return takeIf(']') || refuse(atEnd() ? "cut" : "no end of array");
    }

    bool number(QByteArray& out)
    {
        const qsizetype begin = m_at;
        takeIf('-');
        if (!takeIf('0') && !digits()) return refuse("no value");
        if (takeIf('.') && !digits()) return refuse("no number");
        if (takeIf('e') || takeIf('E')) {
            if (!takeIf('-')) takeIf('+');
            if (!digits()) return refuse("no number");
        }
        if (m_at - begin > limits::kMaxJsonNumber) return refuse("long number");
        out = m_bytes.sliced(begin, m_at - begin).toByteArray();
        return true;
    }
    bool digits()
    {
        const qsizetype begin = m_at;
        while (isDigit(peek())) ++m_at;
        return m_at > begin;
    }

    bool text(QString& out)
    {
        QByteArray run;   // unescaped so far; decoded in one go, so that a character cut by an escape is found
        ++m_at;
        while (!atEnd()) {
            const char c = m_bytes.at(m_at++);
            if (c == '"') return decode(run, out);
            if (static_cast<unsigned char>(c) < 0x20) return refuse("control character");
            if (c != '\\') run += c;
            else if (!escape(run)) return false;
        }
        return refuse("cut");
    }
    bool decode(const QByteArray& run, QString& out)
    {
        QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};   // stateless: a cut character is a fault, too
        out = decoder(run);
        // A strict decoder puts U+FFFD where it cannot read; the error flag tells it from one that was sent.
        return !decoder.hasError() || refuse("no UTF-8");
    }
    bool escape(QByteArray& run)
    {
        if (atEnd()) return refuse("cut");
        const char c = m_bytes.at(m_at++);
        switch (c) {
        case '"': case '\\': case '/': run += c; return true;
        case 'b': run += '\b'; return true;
        case 'f': run += '\f'; return true;
        case 'n': run += '\n'; return true;
        case 'r': run += '\r'; return true;
        case 't': run += '\t'; return true;
        case 'u': return unicodeEscape(run);
        default: return refuse("escape");
        }
    }
    bool unicodeEscape(QByteArray& run)
    {
        char16_t unit = 0;
        if (!fourHex(unit)) return false;
        if (QChar::isLowSurrogate(unit)) return refuse("half character");
        QString decoded{QChar{unit}};
        if (QChar::isHighSurrogate(unit)) {
            char16_t low = 0;
            if (!takeIf('\\') || !takeIf('u')) return refuse("half character");
            if (!fourHex(low)) return false;
            if (!QChar::isLowSurrogate(low)) return refuse("half character");
            decoded += QChar{low};
        }
        run += decoded.toUtf8();
        return true;
    }
    bool fourHex(char16_t& out)
    {
        if (m_bytes.size() - m_at < 4) return refuse("cut");
        int unit = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = hexValue(m_bytes.at(m_at++));
            if (digit < 0) return refuse("escape");
            unit = unit * 16 + digit;
        }
        out = static_cast<char16_t>(unit);
        return true;
    }

    QByteArrayView m_bytes;
    const JsonLimits m_limits;
    qsizetype m_at = 0;
    int m_values = 0;
    const char* m_fault = nullptr;
};

std::optional<bool> JsonValue::boolean() const
{
    return m_kind == Kind::Bool ? std::optional{m_bool} : std::nullopt;
}

std::optional<QString> JsonValue::text() const
{
    return m_kind == Kind::String ? std::optional{m_text} : std::nullopt;
}

std::optional<qint64> JsonValue::integer() const
{
    bool good = false;
    const qint64 number = m_number.toLongLong(&good);
    return m_kind == Kind::Number && good ? std::optional{number} : std::nullopt;
}

QByteArray JsonValue::plainNumber() const
{
    if (m_kind != Kind::Number) return {};
    const qsizetype mark = std::max(m_number.indexOf('e'), m_number.indexOf('E'));
    if (mark < 0) return m_number.size() <= kMaxPlainNumber ? m_number : QByteArray{};
    bool good = false;
    const int exponent = m_number.mid(mark + 1).toInt(&good);
    if (!good || exponent > kMaxPlainNumber || exponent < -kMaxPlainNumber) return {};
    const bool negative = m_number.startsWith('-');
    QByteArray digits = m_number.left(mark).mid(negative ? 1 : 0);
    qsizetype point = digits.indexOf('.');
    if (point < 0) point = digits.size();
    else digits.remove(point, 1);
    point += exponent;
    if (point < 1) {
        digits.prepend(QByteArray(1 - point, '0'));
        point = 1;
    }
    if (point > digits.size()) digits.append(QByteArray(point - digits.size(), '0'));
    if (point < digits.size()) digits.insert(point, '.');
    // parseMoney() does not mind zeros in front; a reader of the log does.
    while (digits.size() > 1 && digits.at(0) == '0' && digits.at(1) != '.') digits.remove(0, 1);
    if (negative) digits.prepend('-');
    return digits.size() <= kMaxPlainNumber ? digits : QByteArray{};
}

const JsonValue& JsonValue::operator[](QLatin1StringView name) const
{
    static const JsonValue missing;
    if (m_kind != Kind::Object) return missing;
    const auto found = std::find_if(m_names.begin(), m_names.end(), [name](const QString& n) { return n == name; });
    return found == m_names.end() ? missing : m_items[static_cast<std::size_t>(found - m_names.begin())];
}

Result<JsonValue> parseJson(QByteArrayView bytes, JsonLimits limits)
{
    return JsonParser{bytes, limits}.read();
}

JsonFields::JsonFields(const JsonValue& object) : m_object{object}
{
    if (!object.isObject()) m_bad = u"(object)"_s;
}

template <class T> T JsonFields::take(QLatin1StringView name, std::optional<T> value)
{
    if (!value) refuse(name);
    return value.value_or(T{});
}

QString JsonFields::text(QLatin1StringView name)
{
    const auto value = take(name, m_object[name].text());
    if (value.isEmpty()) refuse(name);
    return value;
}

QString JsonFields::optionalText(QLatin1StringView name)
{
    return m_object[name].isNothing() ? QString{} : take(name, m_object[name].text());
}

bool JsonFields::boolean(QLatin1StringView name)
{
    return take(name, m_object[name].boolean());
}

bool JsonFields::optionalBoolean(QLatin1StringView name, bool otherwise)
{
    return m_object[name].isNothing() ? otherwise : take(name, m_object[name].boolean());
}

qint64 JsonFields::integer(QLatin1StringView name)
{
    return take(name, m_object[name].integer());
}

const JsonValue& JsonFields::object(QLatin1StringView name)
{
    const auto& value = m_object[name];
    if (!value.isObject()) refuse(name);
    return value;
}

const JsonValue& JsonFields::array(QLatin1StringView name)
{
    const auto& value = m_object[name];
    if (!value.isArray()) refuse(name);
    return value;
}

void JsonFields::refuse(QLatin1StringView name)
{
    if (m_bad.isEmpty()) m_bad = name;
}

Error JsonFields::error() const
{
    return Error{Fault::Invalid, u"portal.unreadable"_s, m_bad};
}

QByteArray jsonText(const QString& text)
{
    QByteArray out = "\"";
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit == u'"' || unit == u'\\') (out += '\\') += static_cast<char>(unit);
        else if (unit >= 0x20 && unit < 0x7f) out += static_cast<char>(unit);
        else out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
    }
    return out + '"';
}

} // namespace tresen::net
