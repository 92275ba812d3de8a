#include "app/core/clock.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen {

QString Instant::iso() const
{
    return isNull() ? QString{} : utc().toString(Qt::ISODateWithMs);
}

Instant Instant::fromIso(const QString& text)
{
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? Instant{at.toMSecsSinceEpoch()} : Instant{};
}

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace tresen
