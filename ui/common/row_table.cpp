#include "ui/common/row_table.h"
#include <QHeaderView>
#include <QMouseEvent>

namespace tresen::ui {

RowTable::RowTable(QHeaderView* titles, QWidget* parent) : QTableView{parent}
{
    setHorizontalHeader(titles);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
}

bool RowTable::isHovered(const QWidget* table, const QModelIndex& index)
{
    const auto* rows = qobject_cast<const RowTable*>(table);
    return rows != nullptr && rows->m_hovered == index.row();
}

QRectF RowTable::boxOf(int row) const
{
    return {0, static_cast<qreal>(rowViewportPosition(row)), static_cast<qreal>(viewport()->width()), static_cast<qreal>(rowHeight(row))};
}

void RowTable::hover(int row)
{
    if (row == m_hovered) return;
    m_hovered = row;
    viewport()->update();
}

void RowTable::mouseMoveEvent(QMouseEvent* event)
{
    hover(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void RowTable::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void RowTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RowTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void RowTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void RowTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
