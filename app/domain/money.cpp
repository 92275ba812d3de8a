#include "app/domain/money.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Error invalidAmount(const QString& detail)
{
    return Error{Fault::Invalid, u"money.invalid"_s, detail};
}

} // namespace

Result<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3) return Error{Fault::Invalid, u"money.currency"_s, code.left(12).toString()};
    Currency out;
    for (qsizetype i = 0; i < 3; ++i) {
        const auto c = code.at(i).unicode();
        if (c < 'A' || c > 'Z') return Error{Fault::Invalid, u"money.currency"_s, code.toString()};
        out.m_code[static_cast<std::size_t>(i)] = static_cast<char>(c);
    }
    return out;
}

Result<Money> add(Money a, Money b)
{
    if (a.currency() != b.currency()) return Error{Fault::Invalid, u"money.mixed_currency"_s, a.currency().code() + b.currency().code()};
    qint64 sum = 0;
    if (__builtin_add_overflow(a.inCents(), b.inCents(), &sum)) return Error{Fault::Invalid, u"money.overflow"_s, {}};
    return Money::cents(sum, a.currency());
}

Result<Money> subtract(Money a, Money b)
{
    if (a.currency() != b.currency()) return add(a, b);   // the same refusal
    qint64 rest = 0;   // not add(a, -b): the smallest number has no opposite
    if (__builtin_sub_overflow(a.inCents(), b.inCents(), &rest)) return Error{Fault::Invalid, u"money.overflow"_s, {}};
    return Money::cents(rest, a.currency());
}

std::vector<Money> split(Money whole, int parts)
{
    Q_ASSERT(parts > 0);
    const qint64 share = whole.inCents() / parts;
    const qint64 rest = whole.inCents() % parts;
    std::vector<Money> out;
    out.reserve(static_cast<std::size_t>(parts));
    for (int i = 0; i < parts; ++i) {
        const qint64 extra = i < qAbs(rest) ? (rest < 0 ? -1 : 1) : 0;
        out.push_back(Money::cents(share + extra, whole.currency()));
    }
    return out;
}

Result<Money> parseMoney(QStringView text, Currency currency)
{
    constexpr qsizetype kMaxLength = 32;
    if (text.isEmpty() || text.size() > kMaxLength) return invalidAmount(text.left(kMaxLength).toString());
    const bool negative = text.front() == u'-';
    const auto digits = negative || text.front() == u'+' ? text.mid(1) : text;
    qint64 cents = 0;
    int decimals = -1;   // -1: before the dot
    bool any = false;
    for (const QChar c : digits) {
        if (c == u'.' && decimals < 0) { decimals = 0; continue; }
        if (c < u'0' || c > u'9') return invalidAmount(text.toString());
        any = true;
        const int digit = c.unicode() - '0';
        if (decimals >= 2) {
            if (digit != 0) return Error{Fault::Invalid, u"money.no_whole_cents"_s, text.toString()};
            continue;
        }
        cents = cents * 10 + digit;
        if (cents > kMaxCents) return invalidAmount(text.toString());
        if (decimals >= 0) ++decimals;
    }
    if (!any) return invalidAmount(text.toString());
    for (int i = qMax(decimals, 0); i < 2; ++i) cents *= 10;
    if (cents > kMaxCents) return invalidAmount(text.toString());
    return Money::cents(negative ? -cents : cents, currency);
}

QString plainAmount(Money amount)
{
    const quint64 whole = amount.isNegative() ? 0 - static_cast<quint64>(amount.inCents()) : static_cast<quint64>(amount.inCents());
    const auto text = u"%1.%2"_s.arg(whole / 100).arg(whole % 100, 2, 10, QChar{u'0'});
    return amount.isNegative() ? u'-' + text : text;
}

} // namespace tresen::domain
