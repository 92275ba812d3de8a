// What the board leaves out beyond tab and search, which cars wait for pick-up (both turn with the day), and which sites there are.
#include "app/domain/waiting_rules.h"
#include "ui/models/board_model.h"
#include <algorithm>

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
    if (m_options.ownSite && siteOf(row) != m_siteHere) return Fit::No;
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

// The rows of a site that is called like this desk's are its own, whether they name it or not.
bool BoardModel::meetsOtherSites() const
{
    return std::any_of(m_sites.begin(), m_sites.end(), [this](const QString& site) { return (site.isEmpty() ? m_mainSite : site) != m_siteHere; });
}

void BoardModel::takeSites()
{
    if (meetsOtherSites() == m_severalSites) return;
    m_severalSites = !m_severalSites;
    Q_EMIT sitesChanged();
}

void BoardModel::setSites(const QString& here, const QString& main)
{
    if (here == m_siteHere && main == m_mainSite) return;
    m_siteHere = here;
    m_mainSite = main;
    m_severalSites = meetsOtherSites();
    takeDay(/*anyway=*/true);
    if (!m_shown.empty()) Q_EMIT dataChanged(index(0, Site), index(static_cast<int>(m_shown.size()) - 1, Site));
    Q_EMIT sitesChanged();
}

void BoardModel::setPatience(int workingDays)
{
    if (workingDays == m_patience) return;
    m_patience = workingDays;
    takeDay(/*anyway=*/true);
}

} // namespace tresen::ui
