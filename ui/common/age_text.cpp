#include "ui/common/age_text.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr qint64 kSecondMs = 1000, kMinuteMs = 60 * kSecondMs, kHourMs = 60 * kMinuteMs;

QString dayAndMonth(const QDate& day, const QLocale& locale)
{
    return locale.language() == QLocale::German ? day.toString(u"dd.MM."_s) : locale.toString(day, u"d MMM"_s);
}

} // namespace

QString AgeText::clock(Instant at, const QLocale& locale)
{
    Q_UNUSED(locale)   // 24 hours at every desk: the till and the letters count the same way
    return at.isNull() ? u"–"_s : at.local().toString(u"HH:mm"_s);
}

QString AgeText::clockSeconds(Instant at, const QLocale& locale)
{
    Q_UNUSED(locale)
    return at.isNull() ? u"–"_s : at.local().toString(u"HH:mm:ss"_s);
}

QString AgeText::waits(int workingDays)
{
    return tr("waits %n day(s)", nullptr, qMin(workingDays, 999));
}

QString AgeText::timeOrDay(Instant at, Instant now, const QLocale& locale)
{
    if (at.isNull()) return u"–"_s;
    return at.local().date() == now.local().date() ? clock(at, locale) : dayAndMonth(at.local().date(), locale);
}

QString AgeText::age(Instant at, Instant now, const QLocale& locale)
{
    if (at.isNull()) return u"–"_s;
    const qint64 ms = qMax<qint64>(0, now.ms - at.ms);
    if (ms < kMinuteMs) return tr("%1 s ago").arg(ms / kSecondMs);
    if (ms < kHourMs) return tr("%1 min ago").arg(ms / kMinuteMs);
    return timeOrDay(at, now, locale);
}

} // namespace tresen::ui
