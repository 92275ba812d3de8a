#include "app/domain/stored_form.h"
#include "app/domain/describe.h"
#include "app/domain/enum_names.h"
#include <QVarLengthArray>
#include <algorithm>
#include <charconv>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

// Bytes that are appended to, and those of one object while its fields are put in order.
struct Sheet {
    static constexpr qsizetype kUsual = 4096;   // an invoice with some lines
    QByteArray out, sorted{kUsual, Qt::Uninitialized};

    Sheet() { out.reserve(kUsual); }
    // Room for so many bytes at most; filled() says how many they were.
    char* room(qsizetype most)
    {
        const auto have = out.size();
        if (have + most > out.capacity()) out.reserve(2 * (have + most));
        out.resize(have + most);
        return out.data() + have;
    }
    void filled(const char* end) { out.resize(end - out.constData()); }
    void raw(const char* bytes, qsizetype count) { std::memcpy(room(count), bytes, static_cast<std::size_t>(count)); }
    void raw(char c) { *room(1) = c; }
};

char* hexDigits(char* at, char16_t unit)
{
    constexpr const char* kDigits = "0123456789abcdef";
    *at++ = '\\';
    *at++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) *at++ = kDigits[(unit >> shift) & 0xF];
    return at;
}

// As QJsonDocument writes it: short escapes where JSON has them, four digits for the other control characters.
char* escape(char* at, char16_t c)
{
    char brief = 0;
    switch (c) {
    case u'"': brief = '"'; break;
    case u'\\': brief = '\\'; break;
    case u'\b': brief = 'b'; break;
    case u'\f': brief = 'f'; break;
    case u'\n': brief = 'n'; break;
    case u'\r': brief = 'r'; break;
    case u'\t': brief = 't'; break;
    default: return hexDigits(at, c);
    }
    *at++ = '\\';
    *at++ = brief;
    return at;
}

char* utf8(char* at, char32_t c)
{
    const auto tail = [&](int shift) { *at++ = static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x800) {
        *at++ = static_cast<char>(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        *at++ = static_cast<char>(0xE0 | (c >> 12));
        tail(6);
    } else {
        *at++ = static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
    return at;
}

void putText(Sheet& sheet, QStringView text)
{
    constexpr qsizetype kMostPerUnit = 6;
    char* at = sheet.room(kMostPerUnit * text.size() + 2);
    *at++ = '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c < 0x80) {
            if (c >= 0x20 && c != u'"' && c != u'\\') *at++ = static_cast<char>(c);
            else at = escape(at, c);
        } else if (!QChar::isSurrogate(c)) {
            at = utf8(at, c);
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            at = utf8(at, QChar::surrogateToUcs4(c, text[++i].unicode()));
        } else {
            at = hexDigits(at, c);   // half a character
        }
    }
    *at++ = '"';
    sheet.filled(at);
}

// As QDate writes it, which takes a microsecond with its many forms.
QString isoDate(const QDate& date)
{
    int year = 0, month = 0, day = 0;
    date.getDate(&year, &month, &day);
    if (year < 1 || year > 9999) return date.toString(Qt::ISODate);
    QString out{10, u'-'};
    const auto digits = [&](qsizetype end, int value, int count) {
        for (; count > 0; --count, value /= 10) out[--end] = QChar{static_cast<char16_t>(u'0' + value % 10)};
    };
    digits(4, year, 4);
    digits(7, month, 2);
    digits(10, day, 2);
    return out;
}

// One object. The fields come in the order of describe() and are put in that of their names when the object ends.
class FormWriter {
public:
    explicit FormWriter(Sheet& sheet) : m_sheet{sheet}, m_begin{sheet.out.size()} {}
    template <class T> FormWriter& operator()(const char* name, T& value)
    {
        const auto from = m_sheet.out.size();
        if (put(value)) m_fields.push_back({name, static_cast<qsizetype>(std::strlen(name)), from, m_sheet.out.size()});
        return *this;
    }
    void end()
    {
        constexpr qsizetype kMarks = 4, kBraces = 2;   // ,"": of a field
        std::sort(m_fields.begin(), m_fields.end(), [](const Field& a, const Field& b) { return std::strcmp(a.name, b.name) < 0; });
        qsizetype most = kBraces;
        for (const auto& field : m_fields) most += field.length + (field.until - field.from) + kMarks;
        auto& sorted = m_sheet.sorted;
        if (sorted.size() < most) sorted.resize(2 * most);
        char* const begin = sorted.data();
        char* at = begin;
        *at++ = '{';
        for (const auto& field : m_fields) {
            if (at != begin + 1) *at++ = ',';
            *at++ = '"';
            at = copied(at, field.name, field.length);
            *at++ = '"';
            *at++ = ':';
            at = copied(at, m_sheet.out.constData() + field.from, field.until - field.from);
        }
        *at++ = '}';
        m_sheet.out.resize(m_begin);
        m_sheet.raw(begin, at - begin);
    }

private:
    struct Field { const char* name; qsizetype length, from, until; };

    static char* copied(char* at, const char* bytes, qsizetype count)
    {
        std::memcpy(at, bytes, static_cast<std::size_t>(count));
        return at + count;
    }

    // Each answers whether there is something to write: what is empty has its default.
    bool put(const QString& v)
    {
        if (v.isEmpty()) return false;
        putText(m_sheet, v);
        return true;
    }
    bool put(bool v)
    {
        if (v) m_sheet.raw("true", 4);
        return v;
    }
    bool put(int v) { return put(static_cast<qint64>(v)); }
    bool put(qint64 v)
    {
        constexpr qsizetype kMostDigits = 20;
        char* at = m_sheet.room(kMostDigits);
        m_sheet.filled(std::to_chars(at, at + kMostDigits, v).ptr);
        return true;
    }
    bool put(const QDate& v)
    {
        if (v.isValid()) putText(m_sheet, isoDate(v));
        return v.isValid();
    }
    bool put(Instant v)
    {
        if (!v.isNull()) putText(m_sheet, v.iso());
        return !v.isNull();
    }
    bool put(const Currency& v)
    {
        putText(m_sheet, v.code());
        return true;
    }
    bool put(const Money& v)
    {
        m_sheet.raw('[');
        put(v.inCents());
        m_sheet.raw(',');
        put(v.currency());
        m_sheet.raw(']');
        return true;
    }
    bool put(const QStringList& v)
    {
        for (qsizetype i = 0; i < v.size(); ++i) {
            m_sheet.raw(i == 0 ? '[' : ',');
            putText(m_sheet, v[i]);
        }
        if (!v.isEmpty()) m_sheet.raw(']');
        return !v.isEmpty();
    }
    template <class Tag> bool put(const Id<Tag>& v) { return put(v.text()); }
    template <class T> bool put(std::optional<T>& v) { return v && put(*v); }
    template <class T> bool put(std::vector<T>& v)
    {
        for (std::size_t i = 0; i < v.size(); ++i) {
            m_sheet.raw(i == 0 ? '[' : ',');
            if (!put(v[i])) m_sheet.raw("null", 4);
        }
        if (!v.empty()) m_sheet.raw(']');
        return !v.empty();
    }
    template <class T> requires std::is_enum_v<T> bool put(T& v)
    {
        putText(m_sheet, enumName(v));
        return true;
    }
    template <class T> requires requires(FormWriter& w, T& v) { describe(w, v); } bool put(T& v)
    {
        FormWriter inner{m_sheet};
        describe(inner, v);
        inner.end();
        return true;
    }

    Sheet& m_sheet;
    const qsizetype m_begin;
    QVarLengthArray<Field, 64> m_fields;
};

// describe() takes what it names by reference, for the reader's sake; FormWriter changes nothing of it.
template <class T> QByteArray formOf(const T& value)
{
    Sheet sheet;
    FormWriter writer{sheet};
    describe(writer, const_cast<T&>(value));
    writer.end();
    return std::move(sheet.out);
}

} // namespace

QByteArray storedForm(const Event& event)
{
    return visit([](const auto& e) { return formOf(e); }, event);
}

QByteArray storedForm(const OpenItem& item) { return formOf(item); }
QByteArray storedForm(const VehicleKey& key) { return formOf(key); }
QByteArray storedForm(const Invoice& invoice) { return formOf(invoice); }

} // namespace tresen::domain
