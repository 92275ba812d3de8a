#include "app/core/iso_time.h"
#include <chrono>
#include <string_view>

namespace tresen {
namespace {

constexpr std::string_view kShape = "0000-00-00T00:00:00.000Z";
constexpr qint64 kDayMs = 86'400'000;

void putDigits(char* end, qint64 value, int digits)
{
    for (; digits > 0; --digits, value /= 10) *--end = static_cast<char>('0' + value % 10);
}

int takeDigits(const char* from, int digits)
{
    int value = 0;
    for (; digits > 0; --digits, ++from) value = value * 10 + (*from - '0');
    return value;
}

} // namespace

bool hasIsoText(Instant at)
{
    constexpr qint64 kFirst = -62'135'596'800'000, kBeyond = 253'402'300'800'000;   // 0001-01-01, 10000-01-01
    return at.ms >= kFirst && at.ms < kBeyond;
}

QByteArray isoText(Instant at)
{
    if (at.isNull()) return {};
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::milliseconds{at.ms});
    const std::chrono::year_month_day date{std::chrono::sys_days{days}};
    const qint64 ofDay = at.ms - days.count() * kDayMs;
    QByteArray out{kShape.data(), static_cast<qsizetype>(kShape.size())};
    char* text = out.data();
    putDigits(text + 4, static_cast<int>(date.year()), 4);
    putDigits(text + 7, static_cast<unsigned>(date.month()), 2);
    putDigits(text + 10, static_cast<unsigned>(date.day()), 2);
    putDigits(text + 13, ofDay / 3'600'000, 2);
    putDigits(text + 16, ofDay / 60'000 % 60, 2);
    putDigits(text + 19, ofDay / 1000 % 60, 2);
    putDigits(text + 23, ofDay % 1000, 3);
    return out;
}

Instant fromIsoText(QByteArrayView text)
{
    if (text.size() != static_cast<qsizetype>(kShape.size())) return {};
    const char* from = text.data();
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const bool digit = from[i] >= '0' && from[i] <= '9';
        if (kShape[i] == '0' ? !digit : from[i] != kShape[i]) return {};
    }
    const std::chrono::year_month_day date{std::chrono::year{takeDigits(from, 4)}, std::chrono::month{static_cast<unsigned>(takeDigits(from + 5, 2))},
                                           std::chrono::day{static_cast<unsigned>(takeDigits(from + 8, 2))}};
    const int hour = takeDigits(from + 11, 2), minute = takeDigits(from + 14, 2), second = takeDigits(from + 17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) return {};
    const qint64 days = std::chrono::sys_days{date}.time_since_epoch().count();
    return {days * kDayMs + ((hour * 60 + minute) * 60 + second) * qint64{1000} + takeDigits(from + 20, 3)};
}

} // namespace tresen
