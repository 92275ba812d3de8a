#include "app/core/clock.h"
#include "app/core/iso_time.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen {

QString Instant::iso() const
{
    if (isNull()) return {};
    return hasIsoText(*this) ? QString::fromLatin1(isoText(*this)) : utc().toString(Qt::ISODateWithMs);
}

Instant Instant::fromIso(const QString& text)
{
    if (const auto usual = fromIsoText(text.toLatin1()); !usual.isNull() && hasIsoText(usual)) return usual;   // as iso() writes it: an entry and an invoice hold many of them
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? Instant{at.toMSecsSinceEpoch()} : Instant{};
}

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace tresen
