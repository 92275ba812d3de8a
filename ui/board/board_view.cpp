#include "ui/board/board_view.h"
#include "ui/board/board_delegate.h"
#include "ui/board/board_header.h"
#include "ui/common/paint.h"
#include "ui/common/plate_chip.h"
#include "ui/models/board_model.h"
#include <QPainter>
#include <QScrollBar>
#include <QVariantAnimation>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kFlashMs = 600;
constexpr int kFoldBelow = 860;        // logical pixels of the table, see BoardView
constexpr int kCustomerWanted = 150, kCustomerLeast = 72;

} // namespace

BoardView::BoardView(BoardModel& model, QWidget* parent)
    : RowTable{new BoardHeader{nullptr}, parent}, m_model{model}, m_delegate{new BoardDelegate{this}}, m_fade{new QVariantAnimation{this}}
{
    setModel(&model);
    // All rows are of one height: when they change places there is nothing the header would have to carry along. It would look through all of them for it.
    disconnect(&model, &QAbstractItemModel::rowsAboutToBeMoved, verticalHeader(), nullptr);
    disconnect(&model, &QAbstractItemModel::layoutAboutToBeChanged, verticalHeader(), nullptr);
    setItemDelegate(m_delegate);
    auto* titles = static_cast<BoardHeader*>(horizontalHeader());
    m_fade->setStartValue(1.0);
    m_fade->setEndValue(0.0);
    m_fade->setDuration(kFlashMs);
    connect(m_fade, &QVariantAnimation::valueChanged, this, [this] {
        if (const int row = m_model.rowOf(m_flashing); row >= 0) viewport()->update(boxOf(row).toAlignedRect().adjusted(-2, -2, 2, 2));
    });
    titles->setSectionsMovable(true);
    connect(titles, &QHeaderView::sectionMoved, this, &BoardView::takeMoved, Qt::QueuedConnection);   // the drag ends first
    connect(titles, &BoardHeader::borderTaken, this, [this] { m_beforeDrag = m_columns; });
    connect(titles, &BoardHeader::borderMoved, this, &BoardView::moveBorder);
    connect(titles, &BoardHeader::borderLeft, this, [this] {
        if (!(m_columns == m_beforeDrag)) Q_EMIT columnsMoved(m_columns);
    });
    connect(titles, &BoardHeader::borderReset, this, &BoardView::resetBorder);
    connect(&model, &BoardModel::sitesChanged, this, &BoardView::layOutColumns);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, viewport(), [this] { viewport()->update(); });
    takeMeasures();
}

void BoardView::takeMeasures()
{
    const auto& theme = themeOf(this);
    auto colours = theme.palette();
    colours.setColor(QPalette::Highlight, QColor{Qt::transparent});   // the frame shows the selection, the cells keep their tints
    if (palette() != colours) setPalette(colours);
    verticalHeader()->setMinimumSectionSize(theme.px(48));
    verticalHeader()->setDefaultSectionSize(theme.px(48));
    verticalScrollBar()->setSingleStep(theme.px(48));
    horizontalHeader()->setFixedHeight(theme.px(36));
    layOutColumns();
}

void BoardView::setColumns(const BoardColumns& columns)
{
    if (columns == m_columns) return;
    m_columns = columns;
    auto* header = horizontalHeader();
    m_arranging = true;
    for (int place = 0; place < BoardColumns::kCount; ++place) header->moveSection(header->visualIndex(columns.order()[static_cast<std::size_t>(place)]), place);
    m_arranging = false;
    layOutColumns();
    viewport()->update();
}

// A title that was dragged to another place. Whoever keeps the columns answers with setColumns().
void BoardView::takeMoved()
{
    BoardColumns::Order order{};
    for (int place = 0; place < BoardColumns::kCount; ++place) order[static_cast<std::size_t>(place)] = static_cast<BoardModel::Column>(horizontalHeader()->logicalIndex(place));
    if (m_arranging || order == m_columns.order()) return;
    auto columns = m_columns;
    if (columns.setOrder(order)) Q_EMIT columnsMoved(columns);
}

// The columns follow the mouse; whoever keeps them is told when it lets go.
void BoardView::moveBorder(int left, int right, int by)
{
    const auto next = dragBorder(m_beforeDrag, measures(), static_cast<BoardModel::Column>(left), static_cast<BoardModel::Column>(right), by);
    if (next == m_columns) return;
    m_columns = next;
    layOutColumns();
    viewport()->update();
}

void BoardView::resetBorder(int left, int right)
{
    auto next = m_columns;
    for (const int column : {left, right}) next.setPercent(static_cast<BoardModel::Column>(column), 100);
    if (!(next == m_columns)) Q_EMIT columnsMoved(next);
}

BoardMeasures BoardView::measures()
{
    const auto& theme = themeOf(this);
    BoardMeasures out;
    out.room = viewport()->width();
    m_narrow = out.room < theme.px(kFoldBelow - 2);
    const bool named = m_columns.isShown(BoardModel::Customer), folded = m_narrow && named;
    m_delegate->setNarrow(folded);
    const FigureFont amount{theme.font(type::tableAmount)}, number{theme.font(type::body)}, fine{theme.font(type::fineStrong)};
    const auto columnOf = [&theme](qreal text, int least) { return qMax(theme.px(least), static_cast<int>(std::ceil(text)) + theme.px(16)); };
    const auto usual = [&out](BoardModel::Column column) -> int& { return out.usual[static_cast<std::size_t>(column)]; };
    usual(BoardModel::Status) = qMax(theme.px(m_narrow ? 160 : 168), pillWidth(theme) + theme.px(24));
    usual(BoardModel::Plate) = qMax(theme.px(m_narrow ? 144 : 148), plateWidth(u"FFB-ME 888"_s, theme.px(28), theme) + theme.px(16));
    usual(BoardModel::Open) = columnOf(amount.width(u"88.888,88 €"_s), m_narrow ? 108 : 112);
    usual(BoardModel::Hook) = theme.px(72);
    usual(BoardModel::Number) = folded ? 0 : columnOf(number.width(u"8888-8888"_s), 96);
    usual(BoardModel::Age) = qMin(columnOf(fine.width(u"money taken back"_s), m_narrow ? 116 : 136), theme.px(m_narrow ? 120 : 136));
    usual(BoardModel::Site) = m_model.severalSites() ? theme.px(m_narrow ? 96 : 112) : 0;
    out.customerWanted = theme.px(kCustomerWanted);
    out.customerLeast = theme.px(kCustomerLeast);
    out.edge = theme.px(8);
    return out;
}

void BoardView::layOutColumns()
{
    const auto widths = fitColumns(m_columns, measures());
    for (int column = 0; column < BoardModel::ColumnCount; ++column) {
        const int width = widths[static_cast<std::size_t>(column)];
        setColumnHidden(column, width <= 0);
        if (width > 0 && columnWidth(column) != width) setColumnWidth(column, width);
    }
}

void BoardView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const auto& theme = themeOf(this);
    QPainter painter{viewport()};
    drawRowLines(painter, theme);
    drawFlash(painter, theme);
    drawFrame(painter, theme);
}

void BoardView::drawRowLines(QPainter& painter, const Theme& theme) const
{
    const int first = qMax(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? m_model.rowCount() - 1 : last + 1;
    const qreal side = theme.px(16);
    for (int row = first; row < end; ++row)
        painter.fillRect(QRectF{side, static_cast<qreal>(rowViewportPosition(row) + rowHeight(row) - 1), viewport()->width() - 2 * side, 1}, theme.rowLine);
}

void BoardView::drawFrame(QPainter& painter, const Theme& theme) const
{
    const auto current = currentIndex();
    if (!current.isValid() || !selectionModel()->isRowSelected(current.row())) return;
    const auto box = boxOf(current.row()).adjusted(theme.px(4), -1, -theme.px(4), 0);
    drawBox(painter, box, theme.px(8), {}, theme.accentText, 2);
    if (hasFocus()) drawBox(painter, box.adjusted(-2, -2, 2, 2), theme.px(10), {}, theme.accentText, 1);
}

void BoardView::drawFlash(QPainter& painter, const Theme& theme) const
{
    if (m_fade->state() != QAbstractAnimation::Running) return;
    const int row = m_model.rowOf(m_flashing);
    if (row < 0) return;
    auto ink = toneOf(lookOf(m_model.rowAt(row), m_model.now()), theme).solid;
    ink.setAlphaF(m_fade->currentValue().toFloat());
    drawBox(painter, boxOf(row).adjusted(theme.px(4), 0, -theme.px(4), -1), theme.px(8), {}, ink, 3);
}

void BoardView::flash(const domain::InvoiceId& invoice)
{
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) return;   // the system asks for less motion
    const auto repaintRow = [this] {
        if (const int row = m_model.rowOf(m_flashing); row >= 0) viewport()->update(boxOf(row).toAlignedRect().adjusted(-2, -2, 2, 2));
    };
    m_fade->stop();
    repaintRow();   // the frame of the one before goes at once
    m_flashing = invoice;
    m_fade->start();
}

void BoardView::repaintAges()
{
    if (isColumnHidden(BoardModel::Age)) return;
    viewport()->update(columnViewportPosition(BoardModel::Age), 0, columnWidth(BoardModel::Age), viewport()->height());
}

void BoardView::moveCurrent(int rows)
{
    if (m_model.rowCount() == 0) return;
    const int from = currentIndex().isValid() ? currentIndex().row() : rows > 0 ? -1 : m_model.rowCount();
    setCurrentIndex(m_model.index(qBound(0, from + rows, m_model.rowCount() - 1), BoardModel::Status));
}

// A row that leaves the table takes the selection with it. Qt would pass it on to a neighbour, and the card would show a stranger's car.
void BoardView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    if (const int row = currentIndex().row(); row >= start && row <= end) selectionModel()->clear();
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void BoardView::focusInEvent(QFocusEvent* event)
{
    RowTable::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection()) setCurrentIndex(currentIndex());   // current and selected are one here
}

} // namespace tresen::ui
