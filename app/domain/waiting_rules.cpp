#include "app/domain/waiting_rules.h"
#include <algorithm>

namespace tresen::domain {
namespace {

// Working days of the first so many days after a day of the week (1 is Monday).
qint64 workingDaysAfter(int dayOfWeek, qint64 days)
{
    qint64 out = days / 7 * 5;
    for (qint64 i = 1; i <= days % 7; ++i)
        if ((dayOfWeek - 1 + i) % 7 < 5) ++out;
    return out;
}

} // namespace

int workingDaysBetween(QDate first, QDate last)
{
    if (!first.isValid() || !last.isValid() || last <= first) return 0;
    return static_cast<int>(std::min<qint64>(workingDaysAfter(first.dayOfWeek(), first.daysTo(last)), 100'000));
}

int waitedForPickUp(const BoardRow& row, QDate today, int patience)
{
    const bool settled = row.state == BoardState::Paid || row.state == BoardState::OnAccount || row.state == BoardState::Overpaid;
    const bool here = !row.key.isNull() && (row.keyState == KeyState::Held || row.keyState == KeyState::Returned);
    if (!settled || !here || row.readyAt.isNull()) return 0;
    const int days = workingDaysBetween(row.readyAt.local().date(), today);
    return days > patience ? days : 0;
}

} // namespace tresen::domain
