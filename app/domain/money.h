// Money: whole cents of one currency. No double, no implicit conversion, overflow and mixed currencies are errors.
#pragma once
#include "app/core/result.h"
#include <QtGlobal>
#include <array>
#include <compare>
#include <vector>

namespace tresen::domain {

// ISO 4217 alphabetic code. Only currencies with two decimals are counted in cents; see parseMoney().
class Currency {
public:
    constexpr Currency() = default;                        // EUR
    static Result<Currency> fromCode(QStringView code);    // Fault::Invalid unless three letters A-Z
    QString code() const { return QString::fromLatin1(m_code.data(), 3); }
    bool isEuro() const { return *this == Currency{}; }
    friend bool operator==(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> m_code{'E', 'U', 'R'};
};

class Money {
public:
    Money() = default;   // 0.00 EUR
    static Money cents(qint64 amount, Currency currency = {}) { return Money{amount, currency}; }

    qint64 inCents() const { return m_cents; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_cents == 0; }
    bool isNegative() const { return m_cents < 0; }
    bool isPositive() const { return m_cents > 0; }
    Money operator-() const { return Money{-m_cents, m_currency}; }

    friend bool operator==(const Money&, const Money&) = default;

private:
    Money(qint64 amount, Currency currency) : m_cents{amount}, m_currency{currency} {}
    qint64 m_cents = 0;
    Currency m_currency;
};

Result<Money> add(Money a, Money b);                // Fault::Invalid on mixed currency or overflow
Result<Money> subtract(Money a, Money b);
std::vector<Money> split(Money whole, int parts);   // parts differ by at most one cent and sum to whole

// "-1234.5", "1234", "336.9000" with a dot and no grouping, as every e-invoice syntax writes it. Fault::Invalid when the
// text is anything else, is no whole number of cents, or exceeds kMaxCents.
Result<Money> parseMoney(QStringView text, Currency currency = {});
QString plainAmount(Money amount);                  // "-1234.50": for files, JSON and pay codes, never for the screen

inline constexpr qint64 kMaxCents = 99'999'999'999'99;   // 99,999,999,999.99: far above any invoice, far below overflow

} // namespace tresen::domain
