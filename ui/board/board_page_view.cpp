// What the board page shows: saved filters, what is left out, columns.
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/board/tab_strip.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/search_field.h"
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
void BoardPage::setFilters(const SavedFilters& filters)
{
    m_filters = filters;
    takeCounts();
}

void BoardPage::setColumns(const BoardColumns& columns) { m_view->setColumns(columns); }

BoardFilter BoardPage::filter() const
{
    return {m_model.tab(), m_search ? m_search->text().simplified() : QString{}, m_model.options()};
}

void BoardPage::showFilter(const BoardFilter& filter)
{
    m_model.setOptions(filter.options);
    if (m_search) m_search->setText(filter.words);   // a search steps to all vehicles: the tab comes after it
    m_tabs->setCurrent(filter.tab);
    m_model.setTab(filter.tab);
    m_tabBeforeSearch = filter.words.isEmpty() ? filter.tab : BoardTab::All;
    followView();
}

ViewChoice BoardPage::choices()
{
    return {[this](const BoardFilter& filter) { showFilter(filter); }, [this](const BoardOptions& options) { m_model.setOptions(options); followView(); },
            [this](const BoardColumns& columns) { Q_EMIT columnsChosen(columns); }, [this] { Q_EMIT filterSaveRequested(filter()); }, [this] { Q_EMIT filtersRequested(); }};
}

void BoardPage::openView()
{
    auto* menu = new QMenu{this};
    menu->setObjectName(u"board.view.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    ViewMenu::addFilters(*menu, m_filters, filter(), m_keys, m_model.severalSites(), choices());
    menu->addSeparator();
    ViewMenu::addColumns(*menu->addMenu(tr("Columns")), m_view->columns(), m_model, choices());
    menu->popup(m_viewButton->mapToGlobal(QPoint{0, m_viewButton->height()}));
}

void BoardPage::openColumns(const QPoint& globalPosition)
{
    auto* menu = new QMenu{this};
    menu->setObjectName(u"board.columns.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ViewMenu::addColumns(*menu, m_view->columns(), m_model, choices());
    menu->popup(globalPosition);
}

void BoardPage::showView()
{
    const auto now = filter();
    const auto name = m_filters.nameOf(now);
    const bool narrowed = !(now.options == BoardOptions{}) || !name.isEmpty();
    m_viewButton->setChosen(narrowed);
    const auto what = name.isEmpty() ? SavedFilters::describe(now) : name;
    m_viewButton->setAccessibleName(tr("View: filters and columns; now: %1").arg(what));
    m_viewButton->setHint(tr("Filters and columns"));
    if (narrowed) m_count->setText(u"%1 · %2"_s.arg(m_count->text(), what));   // in every width, and read aloud
}

} // namespace tresen::ui
