// What the board leaves out beyond tab and search, and which cars wait for pick-up: both turn with the day.
#include "app/domain/waiting_rules.h"
#include "ui/models/board_model.h"

namespace tresen::ui {

// Nobody who came since has waited longer than the patience: the calendar need not be asked for them.
void BoardModel::setDay(QDate day)
{
    m_day = day;
    m_mayWaitBefore = Instant{m_day.addDays(-m_patience).startOfDay().toMSecsSinceEpoch()};
}

int BoardModel::waitedOf(const domain::BoardRow& row) const
{
    return row.readyAt < m_mayWaitBefore ? domain::waitedForPickUp(row, m_day, m_patience) : 0;
}

BoardModel::Fit BoardModel::fitOf(int slot) const
{
    const auto at = static_cast<std::size_t>(slot);
    const auto& row = m_rows[at];
    if (m_options.waits && m_waited[at] == 0) return Fit::No;
    if (m_options.olderDays > 0 && (row.readyAt.isNull() || row.readyAt.local().date().daysTo(m_day) < m_options.olderDays)) return Fit::No;
    return !m_options.handedOver && row.state == domain::BoardState::HandedOver ? Fit::Gone : Fit::Yes;
}

// Once for a whole day: what a row shows depends on the day only, until it gets news.
void BoardModel::takeDay(bool anyway)
{
    const auto day = m_now.local().date();
    if (day == m_day && !anyway) return;
    setDay(day);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_waited[at] = waitedOf(m_rows[at]);
        m_fits[at] = fitOf(static_cast<int>(at));
    }
    showRows(wanted());
    if (!m_shown.empty()) Q_EMIT dataChanged(index(0, Age), index(static_cast<int>(m_shown.size()) - 1, Age));
    Q_EMIT countsChanged();
}

void BoardModel::setOptions(const BoardOptions& options)
{
    if (options == m_options) return;
    m_options = options;
    takeDay(/*anyway=*/true);
}

void BoardModel::setPatience(int workingDays)
{
    if (workingDays == m_patience) return;
    m_patience = workingDays;
    takeDay(/*anyway=*/true);
}

} // namespace tresen::ui
