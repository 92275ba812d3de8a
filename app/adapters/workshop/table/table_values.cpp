#include "app/adapters/workshop/table/table_values.h"
#include "app/core/limits.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

struct StyleName { QStringView name; QChar decimal, group; bool either; };
constexpr std::array kStyles{StyleName{u"1.234,56", u',', u'.', false}, StyleName{u"1234,56", u',', QChar{}, false}, StyleName{u"1,234.56", u'.', u',', false},
    StyleName{u"1234.56", u'.', QChar{}, false}, StyleName{u"1 234,56", u',', u' ', false}, StyleName{u"1'234.56", u'.', u'\'', false},
    StyleName{u"123456", QChar{}, QChar{}, false}, StyleName{u"either", QChar{}, QChar{}, true}};

constexpr std::array<QStringView, 15> kDatePatterns{u"dd.MM.yyyy", u"dd.MM.yy", u"yyyyMMdd", u"ddMMyyyy", u"ddMMyy", u"yyMMdd", u"ddMM", u"yyyy-MM-dd", u"dd-MM-yyyy",
    u"dd-MM-yy", u"MM/dd/yyyy", u"dd/MM/yyyy", u"MM/dd/yy", u"dd/MM/yy", u"yyyy/MM/dd"};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool allDigits(QStringView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit); }

// The narrow and the unbreakable blank are blanks, the typographic apostrophe and minus the plain ones.
QString plainMarks(QStringView text)
{
    QString out = text.toString();
    for (QChar& c : out) {
        if (c == QChar{0xA0} || c == QChar{0x202F} || c == QChar{0x2009}) c = u' ';
        else if (c == QChar{0x2019}) c = u'\'';
        else if (c == QChar{0x2212}) c = u'-';
    }
    return out.trimmed();
}

struct Signed { QStringView body; bool negative = false, fine = true; };

bool takeSign(Signed& out)
{
    const auto isSign = [](QChar c) { return c == u'-' || c == u'+'; };
    if (out.body.isEmpty()) return false;
    const bool front = isSign(out.body.front());
    if (!front && !isSign(out.body.back())) return false;
    out.negative = (front ? out.body.front() : out.body.back()) == u'-';
    out.body = (front ? out.body.mid(1) : out.body.chopped(1)).trimmed();
    return true;
}

// Cuts what is written at either end besides the number; the currency found there goes to mark.
Signed unwrapped(QStringView text, QString& mark)
{
    Signed out{text};
    bool isSignedNumber = takeSign(out);
    const auto isMark = [](QChar c) { return c.isLetter() || c == QChar{0x20AC}; };
    qsizetype front = 0, back = 0;
    while (front < out.body.size() && isMark(out.body[front])) ++front;
    while (back < out.body.size() - front && isMark(out.body[out.body.size() - 1 - back])) ++back;
    if (front > 0 && back > 0) { out.fine = false; return out; }
    mark = (front > 0 ? out.body.first(front) : out.body.last(back)).toString();
    out.body = out.body.mid(front).chopped(back).trimmed();
    if (front + back > 0 && !isSignedNumber) isSignedNumber = takeSign(out);
    return out;
}

// Digits without the thousands marks; null when they stand in the wrong places.
QString ungrouped(QStringView whole, QChar group)
{
    if (group.isNull() || !whole.contains(group)) return allDigits(whole) ? whole.toString() : QString{};
    QString out;
    const auto parts = whole.split(group);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto size = parts[i].size();
        if (!allDigits(parts[i]) || (i == 0 ? size < 1 || size > 3 || parts[i].front() == u'0' : size != 3)) return {};
        out += parts[i];
    }
    return out;
}

enum class Split { Fine, Unreadable, Ambiguous };

// Into digits before and behind the decimal mark.
Split split(QStringView body, QChar decimal, QChar group, QString& whole, QString& decimals)
{
    const auto at = body.indexOf(decimal);
    whole = ungrouped(at < 0 ? body : body.first(at), group);
    const auto rest = at < 0 ? QStringView{} : body.mid(at + 1);
    if (whole.isEmpty() || (at >= 0 && !allDigits(rest))) return Split::Unreadable;
    decimals = rest.toString();
    return Split::Fine;
}

Split splitEither(QStringView body, QString& whole, QString& decimals)
{
    const auto commas = body.count(u','), points = body.count(u'.');
    QChar group;
    if (body.contains(u' ')) group = u' ';
    else if (body.contains(u'\'')) group = u'\'';
    if (commas > 0 && points > 0) {
        if (!group.isNull()) return Split::Unreadable;
        const bool comma = body.lastIndexOf(u',') > body.lastIndexOf(u'.');
        return split(body, comma ? u',' : u'.', comma ? u'.' : u',', whole, decimals);
    }
    if (commas + points == 0) return split(body, u',', group, whole, decimals);
    const QChar mark = commas > 0 ? u',' : u'.';
    if (commas + points > 1) return group.isNull() ? split(body, mark == u',' ? u'.' : u',', mark, whole, decimals) : Split::Unreadable;
    const auto at = body.indexOf(mark);
    if (group.isNull() && body.size() - at - 1 == 3 && at >= 1 && at <= 3 && body.front() != u'0' && allDigits(body.first(at)) && allDigits(body.mid(at + 1))) return Split::Ambiguous;
    return split(body, mark, group, whole, decimals);
}

Split splitBy(const AmountStyle& style, QStringView body, QString& whole, QString& decimals)
{
    if (style.either) return splitEither(body, whole, decimals);
    return split(body, style.decimal, style.group, whole, decimals);
}

// A text by one pattern; null when it does not fit.
QDate readBy(QStringView pattern, QStringView text, const DateStyle& style)
{
    const bool marked = std::any_of(pattern.begin(), pattern.end(), [](QChar c) { return !c.isLetter(); });
    int day = 0, month = 0, year = 0;
    qsizetype at = 0, yearDigits = 0;
    for (qsizetype p = 0; p < pattern.size();) {
        const QChar kind = pattern[p];
        if (!kind.isLetter()) {
            if (at >= text.size() || text[at] != kind) return {};
            ++at;
            ++p;
            continue;
        }
        qsizetype wanted = 0;
        while (p < pattern.size() && pattern[p] == kind) { ++p; ++wanted; }
        int value = 0;
        qsizetype digits = 0;
        while (digits < wanted && at < text.size() && isDigit(text[at])) {
            value = value * 10 + (text[at].unicode() - '0');
            ++at;
            ++digits;
        }
        if (digits == 0 || (digits < wanted && (!marked || kind == u'y'))) return {};
        if (kind == u'd') day = value;
        else if (kind == u'M') month = value;
        else { year = value; yearDigits = wanted; }
    }
    if (at < text.size()) {
        static constexpr QStringView kTime = u"0123456789:.,+-Z ";
        const auto rest = text.mid(at + 1);
        if (yearDigits != 4 || (text[at] != u' ' && text[at] != u'T') || !rest.contains(u':')) return {};
        if (!std::all_of(rest.begin(), rest.end(), [](QChar c) { return kTime.contains(c); })) return {};
    }
    if (yearDigits == 0) year = style.year;
    if (yearDigits == 2) year += year <= style.pivot ? 2000 : 1900;
    const QDate out{year, month, day};
    return out.isValid() && year >= 1900 && year <= 2199 ? out : QDate{};
}

Error unreadable(const QString& code, QStringView text) { return Error{Fault::Invalid, code, text.left(limits::kMaxTableAmount).toString()}; }

} // namespace

bool amountStyleOf(QStringView name, AmountStyle& out)
{
    const auto found = std::find_if(kStyles.begin(), kStyles.end(), [name](const StyleName& s) { return s.name == name; });
    if (found == kStyles.end()) return false;
    out.decimal = found->decimal;
    out.group = found->group;
    out.either = found->either;
    return true;
}

QString nameOf(const AmountStyle& style)
{
    return std::find_if(kStyles.begin(), kStyles.end(), [&](const StyleName& s) { return s.decimal == style.decimal && s.group == style.group && s.either == style.either; })->name.toString();
}

Result<domain::Money> parseAmount(QStringView text, const AmountStyle& style, domain::Currency currency)
{
    if (text.size() > limits::kMaxTableAmount) return unreadable(u"amount.unreadable"_s, text);
    const auto plain = plainMarks(text);
    QString mark;
    const auto number = unwrapped(plain, mark);
    if (!number.fine) return unreadable(u"amount.unreadable"_s, text);
    QString digits;
    if (style.decimal.isNull() && !style.either) {
        if (!allDigits(number.body)) return unreadable(u"amount.unreadable"_s, text);
        digits = number.body.toString().rightJustified(3, u'0');
        digits.insert(digits.size() - 2, u'.');
    } else {
        QString whole, decimals;
        const auto how = splitBy(style, number.body, whole, decimals);
        if (how == Split::Ambiguous) return unreadable(u"amount.ambiguous"_s, text);
        if (how == Split::Unreadable || (style.twoDecimals && decimals.size() != 2)) return unreadable(u"amount.unreadable"_s, text);
        digits = decimals.isEmpty() ? whole : whole + u'.' + decimals;
    }
    if (!mark.isEmpty() && mark.compare(currency.code(), Qt::CaseInsensitive) != 0 && !(mark == QChar{0x20AC} && currency.isEuro())) {
        const bool isCurrency = mark == QChar{0x20AC} || mark.size() == 3;
        return unreadable(isCurrency ? u"amount.currency"_s : u"amount.unreadable"_s, text);
    }
    const auto money = domain::parseMoney(digits, currency);
    if (!money) return unreadable(u"amount.unreadable"_s, text);
    return number.negative ? -money.value() : money.value();
}

Result<QString> parseDecimal(QStringView text, const AmountStyle& style)
{
    constexpr qsizetype kMaxDigits = 15;
    auto plain = plainMarks(text.left(limits::kMaxTableAmount));
    if (plain.endsWith(u'%')) plain = plain.chopped(1).trimmed();
    Signed number{plain};
    takeSign(number);
    QString whole, decimals;
    auto how = Split::Unreadable;
    if (style.decimal.isNull() && !style.either) how = number.body.contains(u'.') ? split(number.body, u'.', {}, whole, decimals) : split(number.body, u',', {}, whole, decimals);
    else how = splitBy(style, number.body, whole, decimals);
    if (how == Split::Ambiguous) return unreadable(u"amount.ambiguous"_s, text);
    if (how == Split::Unreadable || whole.size() + decimals.size() > kMaxDigits) return unreadable(u"value.unreadable"_s, text);
    while (whole.size() > 1 && whole.startsWith(u'0')) whole.remove(0, 1);
    while (decimals.endsWith(u'0')) decimals.chop(1);
    const auto out = decimals.isEmpty() ? whole : whole + u'.' + decimals;
    return number.negative && out != u"0" ? u'-' + out : out;
}

bool isDateStyle(QStringView pattern)
{
    return std::find(kDatePatterns.begin(), kDatePatterns.end(), pattern) != kDatePatterns.end();
}

bool dateStylesClash(QStringView a, QStringView b)
{
    const auto shape = [](QStringView pattern) {
        QString out;
        for (const QChar c : pattern) out += c.isLetter() ? QChar{u'0'} : c;
        return out;
    };
    return a != b && shape(a) == shape(b);
}

QDate parseDate(QStringView text, const DateStyle& style)
{
    const auto plain = text.trimmed();
    for (const auto& pattern : style.patterns)
        if (const auto day = readBy(pattern, plain, style); day.isValid()) return day;
    return {};
}

} // namespace tresen::adapters::table
