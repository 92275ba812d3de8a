#include "app/adapters/workshop/einvoice/reading.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include <array>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

bool isAsciiBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }

std::string_view trimmedView(std::string_view s)
{
    while (!s.empty() && isAsciiBlank(s.front())) s.remove_prefix(1);
    while (!s.empty() && isAsciiBlank(s.back())) s.remove_suffix(1);
    return s;
}

QString fromView(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

struct Look {
    bool ascii = true;
    bool folds = false;   // folding blanks could change the text: two blanks in a row, or another blank than ' '
};

quint64 eightAt(const char* at)
{
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Whether eight bytes at a time show plain ASCII without control characters and without two blanks beside each other: most texts are so. A no may be wrong.
bool isPlain(std::string_view s)
{
    constexpr quint64 kOnes = 0x0101010101010101ULL, kHigh = 0x80 * kOnes;
    constexpr std::size_t kStep = 7;   // each look shares a byte with the one before, so that no pair is missed
    if (s.size() < 8) return false;
    const auto fine = [](quint64 word) {
        const quint64 low = word - ' ' * kOnes;                             // the high bit comes up below ' '
        const quint64 other = word ^ ' ' * kOnes;
        const quint64 blank = (other - kOnes) & ~other & kHigh;             // of each ' '
        return ((word | low) & kHigh) == 0 && (blank & (blank << 8)) == 0;
    };
    std::size_t at = 0;
    for (; at + 8 <= s.size(); at += kStep)
        if (!fine(eightAt(s.data() + at))) return false;
    return fine(eightAt(s.data() + s.size() - 8));
}

Look lookAt(std::string_view s)
{
    Look out;
    if (isPlain(s)) return out;
    bool blank = false;
    for (const char c : s) {
        const auto byte = static_cast<unsigned char>(c);
        const bool now = c == ' ';
        out.folds |= (now & blank) | (byte < ' ') | (byte == 0xC2) | ((byte >= 0xE1) & (byte <= 0xE3));   // the blanks beyond ASCII begin so
        out.ascii &= byte < 0x80;
        blank = now;
    }
    return out;
}

// A run of digits from at on; moves at behind it.
QStringView digitsAt(QStringView text, qsizetype& at)
{
    const auto from = at;
    while (at < text.size() && isAsciiDigit(text[at])) ++at;
    return text.mid(from, at - from);
}

// "2.25", "14", "-357.93"; empty when there is no number. Moves at behind it.
QStringView numberAt(QStringView text, qsizetype& at, bool sign)
{
    const auto from = at;
    if (sign && at < text.size() && text[at] == u'-') ++at;
    if (digitsAt(text, at).isEmpty()) { at = from; return {}; }
    if (at + 1 < text.size() && text[at] == u'.' && isAsciiDigit(text[at + 1])) {
        ++at;
        digitsAt(text, at);
    }
    return text.mid(from, at - from);
}

bool literalAt(QStringView text, qsizetype& at, QStringView literal)
{
    if (!text.mid(at).startsWith(literal)) return false;
    at += literal.size();
    return true;
}

// One step at a '#': #SKONTO#TAGE=14#PROZENT=2.25#[BASISBETRAG=357.93#]. Moves at behind it only when it is one.
std::optional<domain::DiscountTerm> codedStep(QStringView text, qsizetype& at)
{
    qsizetype p = at;
    domain::DiscountTerm step;
    if (literalAt(text, p, u"#SKONTO#TAGE=")) step.kind = domain::DiscountTerm::Kind::Skonto;
    else if (literalAt(text, p, u"#VERZUG#TAGE=")) step.kind = domain::DiscountTerm::Kind::Verzug;
    else return std::nullopt;
    step.days = digitsAt(text, p).toString();
    if (step.days.isEmpty() || !literalAt(text, p, u"#PROZENT=")) return std::nullopt;
    step.percent = numberAt(text, p, false).toString();
    if (step.percent.isEmpty() || !literalAt(text, p, u"#")) return std::nullopt;
    at = p;
    if (literalAt(text, p, u"BASISBETRAG=")) {
        const auto base = numberAt(text, p, true);
        if (!base.isEmpty() && literalAt(text, p, u"#")) {
            step.base = base.toString();
            at = p;
        }
    }
    return step;
}

// parseMoney() without a QString in between; longer texts than any amount are cut and thereby refused.
std::optional<domain::Money> moneyOf(std::string_view text, domain::Currency currency)
{
    std::array<char16_t, 40> wide{};
    const auto size = qMin(text.size(), wide.size());
    for (std::size_t i = 0; i < size; ++i) wide[i] = static_cast<unsigned char>(text[i]);
    const auto money = domain::parseMoney(QStringView{wide.data(), static_cast<qsizetype>(size)}, currency);
    return money ? std::optional{money.value()} : std::nullopt;
}

} // namespace

std::string_view Reading::raw(Element element)
{
    return trimmedView(element.text(m_joined));
}

QString Reading::capped(QString text)
{
    if (text.size() > limits::kMaxTextField) {
        text.truncate(limits::kMaxTextField);
        warn(u"text.cut"_s);
    }
    return text;
}

QString Reading::text(Element element)
{
    const auto view = raw(element);
    if (view.empty()) return {};
    const auto look = lookAt(view);
    if (look.folds) return capped(fromView(view).simplified());
    if (!look.ascii) return capped(fromView(view));
    if (view.size() <= sizeof(Recent::bytes)) return shared(view);
    return capped(QLatin1StringView{view.data(), static_cast<qsizetype>(view.size())});
}

QString Reading::shared(std::string_view ascii)
{
    const auto bytes = packed(ascii);
    auto& recent = m_recent[(bytes * 0x9E3779B97F4A7C15ULL) >> (64 - kRecentBits)];
    if (recent.bytes != bytes) recent = {bytes, QLatin1StringView{ascii.data(), static_cast<qsizetype>(ascii.size())}};
    return recent.text;
}

QString Reading::code(std::string_view attribute)
{
    const auto view = trimmedView(attribute).substr(0, static_cast<std::size_t>(limits::kMaxCode));
    if (view.empty()) return {};
    const auto look = lookAt(view);
    if (view.size() <= sizeof(Recent::bytes) && look.ascii && !look.folds) return shared(view);
    return fromView(view).simplified();
}

QString Reading::textBlock(Element element)
{
    const auto view = raw(element);
    if (view.empty()) return {};
    auto out = fromView(view).trimmed();
    if (out.contains(u'\r')) {
        out.replace("\r\n"_L1, "\n"_L1);
        out.replace(u'\r', u'\n');
    }
    return capped(std::move(out));
}

void Reading::fill(QString& slot, Element element)
{
    if (slot.isEmpty()) slot = text(element);
}

void Reading::fill(QDate& slot, Element element)
{
    if (!slot.isValid()) slot = date(element);
}

void Reading::append(QStringList& list, QString value)
{
    if (value.isEmpty() || list.contains(value)) return;
    if (list.size() >= limits::kMaxInvoiceAccounts) return warn(u"list.cut"_s);
    list << std::move(value);
}

bool Reading::room(std::size_t count)
{
    if (count < static_cast<std::size_t>(limits::kMaxInvoiceRepeats)) return true;
    warn(u"list.cut"_s);
    return false;
}

QDate Reading::date(Element element)
{
    const auto view = raw(element);
    if (view.empty()) return {};
    std::array<int, 3> parts{};   // year, month, day
    constexpr std::array<int, 3> kDigits{4, 2, 2};
    std::size_t at = 0;
    bool good = true;
    for (std::size_t p = 0; p < 3 && good; ++p) {
        if (p > 0 && at < view.size() && view[at] == '-') ++at;
        for (int i = 0; i < kDigits[p] && good; ++i, ++at) {
            good = at < view.size() && view[at] >= '0' && view[at] <= '9';
            if (good) parts[p] = parts[p] * 10 + (view[at] - '0');
        }
    }
    good = good && view.find_first_not_of("T0123456789:+Z.-", at) == std::string_view::npos;
    const QDate day{parts[0], parts[1], parts[2]};
    if (good && day.isValid()) return day;
    warn(u"date.unreadable"_s);
    return {};
}

QString Reading::decimal(Element element)
{
    auto view = raw(element);
    const bool negative = !view.empty() && view.front() == '-';
    if (negative || (!view.empty() && view.front() == '+')) view.remove_prefix(1);
    constexpr std::size_t kMaxDigits = 32;
    if (view.empty() || view.size() > kMaxDigits) return {};
    bool dot = false;
    bool digit = false;
    for (const char c : view) {
        if (c == '.' && !dot) dot = true;
        else if (c >= '0' && c <= '9') digit = true;
        else return {};
    }
    if (!digit) return {};
    while (!view.empty() && view.front() == '0') view.remove_prefix(1);
    if (dot) {
        while (view.back() == '0') view.remove_suffix(1);
        if (view.back() == '.') view.remove_suffix(1);
    }
    if (view.empty()) return u"0"_s;
    if (!negative && view.front() != '.' && view.size() <= sizeof(Recent::bytes)) return shared(view);
    QString out;
    out.reserve(static_cast<qsizetype>(view.size()) + 2);
    if (negative) out += u'-';
    if (view.front() == '.') out += u'0';
    out += QLatin1StringView{view.data(), static_cast<qsizetype>(view.size())};
    return out;
}

void Reading::setCurrency(QString code)
{
    if (code.isEmpty()) return warn(u"currency.missing"_s);
    const auto currency = domain::Currency::fromCode(code.toUpper());
    if (!currency) return refuse(u"amount.unreadable"_s, u"BT-5 "_s + code.left(20));
    invoice.currency = currency.value();
}

void Reading::total(std::optional<domain::Money>& slot, Element element, const char* term)
{
    if (!element) return;
    const auto view = raw(element);
    if (view.empty()) return warn(u"amount.empty"_s);
    const auto money = moneyOf(view, invoice.currency);
    if (!money) return refuse(u"amount.unreadable"_s, QLatin1StringView{term} + u' ' + fromView(view.substr(0, 40)));
    if (slot) {
        if (*slot != *money) warn(u"amount.repeated"_s);
        return;
    }
    slot = money;
    const auto currency = element.attribute("currencyID");
    if (!currency.empty() && invoice.currency.code() != QLatin1StringView{currency.data(), static_cast<qsizetype>(currency.size())}) warn(u"currency.mixed"_s);
}

void Reading::rowAmount(std::optional<domain::Money>& slot, Element element)
{
    const auto view = raw(element);
    if (slot || view.empty()) return;
    slot = moneyOf(view, invoice.currency);
    if (!slot) warn(u"amount.line_unreadable"_s);
}

void Reading::addTerms(Element element)
{
    const auto part = textBlock(element);
    if (part.isEmpty()) return;
    if (invoice.termsText.size() > limits::kMaxTextField) return warn(u"text.cut"_s);
    if (!invoice.termsText.isEmpty()) invoice.termsText += u'\n';
    invoice.termsText += part;
}

void Reading::readCodedDiscounts()
{
    const QStringView text{invoice.termsText};
    for (qsizetype at = text.indexOf(u'#'); at >= 0 && at < text.size(); at = text.indexOf(u'#', at)) {
        const auto step = codedStep(text, at);
        if (!step) { ++at; continue; }
        if (!room(invoice.discounts.size())) return;
        invoice.discounts.push_back(*step);
    }
}

void Reading::warn(const QString& code)
{
    if (!m_warnings.contains(code)) m_warnings << code;
}

void Reading::refuse(QString code, QString detail)
{
    if (!m_refusal) m_refusal = Error{Fault::Invalid, std::move(code), std::move(detail)};
}

} // namespace tresen::adapters::einvoice
