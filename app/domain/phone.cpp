#include "app/domain/phone.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qsizetype kMaxPhoneField = 100, kMaxNumbers = 2;
constexpr qsizetype kMinDigits = 5, kMaxDigits = 20;   // fewer is an extension or a house number
constexpr qsizetype kWholeNumber = 9;                  // digits from which "00…" is a number somebody calls, not the beginning of one that is counted up
constexpr std::array kHome{"49", "43", "41"};          // within these a number is told with 0 instead

bool isPhoneDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool standsInPhone(QChar c)
{
    return isPhoneDigit(c) || c.isSpace() || QStringView{u"+-/.()\u2010\u2011\u2013"}.contains(c);
}

QString digitsOf(QStringView text)
{
    QString out;
    for (const QChar c : text)
        if (isPhoneDigit(c) && out.size() < kMaxDigits) out += c;
    return out;
}

bool leadsWithPlus(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return isPhoneDigit(c) || c == u'+'; });
    return first != text.end() && *first == u'+';
}

// text: with its "+" or "00". Blanks and signs of any kind may stand between; "+49 (0) 171" has its 0 for those who call from next door.
QString national(QStringView text)
{
    auto digits = digitsOf(text);
    const bool plus = leadsWithPlus(text);
    if (!plus && !digits.startsWith(u"00"_s)) return digits;
    if (!plus) digits.remove(0, 2);
    for (const auto* code : kHome) {
        if (!digits.startsWith(QLatin1StringView{code})) continue;
        digits.remove(0, 2);
        return digits.startsWith(u'0') ? digits : u'0' + digits;
    }
    return u"00"_s + digits;
}

} // namespace

QStringList phonesIn(const QString& field)
{
    QStringList out;
    const auto text = QStringView{field}.left(kMaxPhoneField);
    const auto take = [&out](QStringView run) {
        if (digitsOf(run).size() < kMinDigits) return;
        if (const auto number = national(run); !out.contains(number)) out += number;
    };
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size() && out.size() < kMaxNumbers; ++at) {
        if (at < text.size() && standsInPhone(text[at])) continue;
        take(text.mid(start, at - start));
        start = at + 1;
    }
    return out;
}

QString phoneAsked(const QString& query)
{
    const auto text = query.trimmed();
    if (!std::all_of(text.begin(), text.end(), standsInPhone)) return query;
    const auto digits = digitsOf(text);
    const bool plus = leadsWithPlus(text) && digits.size() >= 2;
    const bool zeros = digits.startsWith(u"00"_s) && digits.size() >= kWholeNumber;
    return plus || zeros ? national(text) : query;
}

} // namespace tresen::domain
