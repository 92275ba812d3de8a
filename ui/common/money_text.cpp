#include "ui/common/money_text.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr auto kMinus = u'−';
constexpr auto kNoBreakSpace = u'\u00A0';
constexpr qsizetype kMaxTyped = 40;

QString grouped(QString digits, const QString& separator)
{
    for (auto at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, separator);
    return digits;
}

QString unsignedAmount(domain::Money amount, const QLocale& locale)
{
    auto plain = domain::plainAmount(amount);   // "-1234.50"
    if (plain.startsWith(u'-')) plain.remove(0, 1);
    const auto dot = plain.indexOf(u'.');
    return grouped(plain.left(dot), locale.groupSeparator()) + locale.decimalPoint() + plain.mid(dot + 1);
}

Error unreadable(const QString& code, const QString& text)
{
    return Error{Fault::Invalid, code, text.left(kMaxTyped)};
}

// "1.234.567" has full groups of three behind a first group of one to three.
bool isGrouped(const QString& whole, const QString& separator)
{
    const auto parts = whole.split(separator);
    if (parts.first().isEmpty() || parts.first().size() > 3) return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](const QString& part) { return part.size() == 3; });
}

QString withoutDecoration(QString text, const QString& code)
{
    text.remove(u'€');
    text.remove(kNoBreakSpace);
    text.remove(u'\u202F');
    text = text.trimmed();
    if (text.endsWith(code, Qt::CaseInsensitive)) text.chop(code.size());
    text.replace(kMinus, u'-');
    return text.trimmed();
}

} // namespace

QString amountText(domain::Money amount, const QLocale& locale)
{
    const auto text = unsignedAmount(amount, locale);
    return amount.isNegative() ? kMinus + text : text;
}

bool signStandsInFront(const QLocale& locale)
{
    return locale.toCurrencyString(1LL, u"€"_s).trimmed().startsWith(u'€');
}

QString moneyText(domain::Money amount, const QLocale& locale)
{
    if (!amount.currency().isEuro()) return amountText(amount, locale) + kNoBreakSpace + amount.currency().code();
    if (!signStandsInFront(locale)) return amountText(amount, locale) + kNoBreakSpace + u'€';
    const QString text = u'€' + unsignedAmount(amount, locale);
    return amount.isNegative() ? kMinus + text : text;
}

Result<domain::Money> parseTyped(const QString& typed, const QLocale& locale, domain::Currency currency)
{
    if (typed.size() > kMaxTyped) return unreadable(u"money.invalid"_s, typed);
    auto text = withoutDecoration(typed, currency.code());
    const bool negative = text.startsWith(u'-');
    if (negative) text = text.mid(1).trimmed();
    const QString point = locale.decimalPoint() == u"."_s ? u"."_s : u","_s;
    const QString group = point == u"."_s ? u","_s : u"."_s;
    text.remove(u'\'');   // Swiss groups
    const auto points = text.count(point);
    const auto groups = text.count(group);
    QString whole = text, cents;
    if (points > 1) return unreadable(u"money.invalid"_s, typed);
    if (points == 1) {
        const auto at = text.indexOf(point);
        whole = text.left(at);
        cents = text.mid(at + 1);
        if (cents.contains(group)) return unreadable(u"money.ambiguous"_s, typed);
        if (groups > 0 && !isGrouped(whole, group)) return unreadable(u"money.ambiguous"_s, typed);
    } else if (groups == 1 && !isGrouped(text, group)) {
        const auto at = text.indexOf(group);
        whole = text.left(at);
        cents = text.mid(at + 1);
        if (cents.isEmpty() || cents.size() > 2) return unreadable(u"money.ambiguous"_s, typed);
    } else if (groups > 0 && !isGrouped(text, group)) {
        return unreadable(u"money.ambiguous"_s, typed);
    }
    whole.remove(group);
    if (whole.isEmpty() && cents.isEmpty()) return unreadable(u"money.invalid"_s, typed);
    auto plain = whole.isEmpty() ? u"0"_s : whole;
    if (!cents.isEmpty()) plain += u'.' + cents;
    if (plain.startsWith(u'+') || plain.startsWith(u'-')) return unreadable(u"money.invalid"_s, typed);
    return domain::parseMoney(negative ? u'-' + plain : plain, currency);
}

} // namespace tresen::ui
