#include "ui/common/list_view.h"
#include "ui/common/paint.h"
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

struct ListDelegate::Kit {
    explicit Kit(const Theme& t)
        : number{t.number()}, plain{t.font(type::row)}, strong{t.font(type::rowStrong)}, small{t.font(type::small)}, figure{t.font(type::tableAmount)},
          zero{t.font(type::tableZero)} {}
    int number;
    FigureFont plain, strong, small, figure, zero;
};

const ListDelegate::Kit& ListDelegate::kit(const Theme& theme) const
{
    if (!m_kit || m_kit->number != theme.number()) m_kit = std::make_shared<const Kit>(theme);
    return *m_kit;
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, themeOf(option.widget).px(48)};
}

void ListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = themeOf(option.widget);
    const auto cell = index.data(ListCellRole).value<ListCell>();
    const auto& fonts = kit(theme);
    const QRectF box{option.rect};
    const auto room = box.adjusted(theme.px(index.column() == 0 ? 16 : 8), 0,   // as the header
                                    -theme.px(index.column() == index.model()->columnCount() - 1 ? 16 : 8), 0);
    painter->save();
    if (RowTable::isHovered(option.widget, index)) painter->fillRect(box, theme.hover);
    switch (cell.kind) {
    case ListCell::Kind::Finding: paintFinding(*painter, box.adjusted(theme.px(index.column() == 0 ? 16 : 8), 0, -theme.px(8), 0), cell, theme); break;
    case ListCell::Kind::Figure:
        painter->setPen(cell.quiet ? theme.text3 : theme.text);
        (cell.quiet ? fonts.zero : fonts.figure).draw(*painter, room, Qt::AlignRight | Qt::AlignVCenter, cell.upper);
        break;
    case ListCell::Kind::Lines: {
        const auto& font = cell.strong ? fonts.strong : fonts.plain;
        // What stands alone may use the height of both lines.
        const auto [first, more] = cell.lower.isEmpty() ? font.inTwo(cell.upper, room.width()) : std::pair{cell.upper, QString{}};
        const bool one = cell.lower.isEmpty() && more.isEmpty();
        const QRectF upper{room.left(), one ? box.top() : box.top() + theme.px(6), room.width(), one ? box.height() : theme.px(19)};
        painter->setPen(cell.quiet ? theme.text2 : theme.text);
        font.draw(*painter, upper, Qt::AlignLeft | Qt::AlignVCenter, first);
        if (one) break;
        const QRectF lower{room.left(), box.top() + theme.px(25), room.width(), static_cast<qreal>(theme.px(more.isEmpty() ? 17 : 19))};
        if (more.isEmpty()) painter->setPen(theme.text2);
        (more.isEmpty() ? fonts.small : font).draw(*painter, lower, Qt::AlignLeft | Qt::AlignVCenter, more.isEmpty() ? cell.lower : more);
        break;
    }
    }
    painter->restore();
}

void ListDelegate::paintFinding(QPainter& painter, const QRectF& box, const ListCell& cell, const Theme& theme) const
{
    const auto& tone = toneOf(cell.look, theme);
    const qreal height = theme.px(32), side = theme.px(18);
    const QRectF pill{box.left(), std::round(box.center().y() - height / 2), box.width(), height};
    if (cell.tinted) drawBox(painter, pill, theme.px(6), tone.tint, theme.highContrast() ? tone.word : QColor{}, 1.5);
    drawGlyph(painter, cell.look, {pill.left() + theme.px(8), pill.center().y() - side / 2, side, side}, theme);
    painter.setPen(cell.tinted ? tone.word : cell.quiet ? theme.text3 : theme.text);
    (cell.tinted ? kit(theme).strong : kit(theme).plain).draw(painter, pill.adjusted(theme.px(34), 0, -theme.px(4), 0), Qt::AlignLeft | Qt::AlignVCenter, cell.upper);
}

ListHeader::ListHeader(QWidget* parent) : QHeaderView{Qt::Horizontal, parent}
{
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1);
    setSectionsClickable(false);
    setHighlightSections(false);
}

void ListHeader::paintEvent(QPaintEvent* event)
{
    const auto& theme = themeOf(this);
    QPainter under{viewport()};
    under.fillRect(viewport()->rect(), theme.surface);
    under.end();
    QHeaderView::paintEvent(event);
    QPainter over{viewport()};
    over.fillRect(0, height() - 1, width(), 1, theme.line);
}

void ListHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto& theme = themeOf(this);
    const auto alignment = static_cast<Qt::Alignment>(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const bool last = section == count() - 1;
    painter->save();
    painter->fillRect(rect, theme.surface);
    painter->setFont(theme.font(type::smallMedium));
    painter->setPen(theme.text2);
    drawLine(*painter, QRectF{rect}.adjusted(theme.px(section == 0 ? 16 : 8), 0, -theme.px(last ? 16 : 8), 0),
             (alignment.testFlag(Qt::AlignRight) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, model()->headerData(section, Qt::Horizontal).toString());
    painter->restore();
}

ListView::ListView(QAbstractItemModel& model, std::vector<ListColumn> columns, QWidget* parent)
    : RowTable{new ListHeader{nullptr}, parent}, m_columns{std::move(columns)}
{
    setModel(&model);
    setItemDelegate(new ListDelegate{this});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);   // with big letters even half of what the columns want may be too wide
    setHorizontalScrollMode(ScrollPerPixel);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, viewport(), [this] { viewport()->update(); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, viewport(), [this] { viewport()->update(); });
    takeMeasures();
}

std::vector<int> ListView::chosenRows() const
{
    std::vector<int> out;
    for (const auto& index : selectionModel()->selectedRows()) out.push_back(index.row());
    std::sort(out.begin(), out.end());
    return out;
}

void ListView::takeMeasures()
{
    const auto& theme = themeOf(this);
    auto colours = theme.palette();
    colours.setColor(QPalette::Highlight, QColor{Qt::transparent});   // frames show what is chosen, the cells keep their tints
    if (palette() != colours) setPalette(colours);
    verticalHeader()->setMinimumSectionSize(theme.px(48));
    verticalHeader()->setDefaultSectionSize(theme.px(48));
    verticalScrollBar()->setSingleStep(theme.px(48));
    horizontalHeader()->setFixedHeight(theme.px(36));
    layOutColumns();
}

void ListView::layOutColumns()
{
    const auto& theme = themeOf(this);
    const FigureFont font{theme.font(type::tableAmount)};
    std::vector<int> widths;
    int used = 0, shares = 0;
    for (const auto& column : m_columns) {
        const int wanted = column.widest.isEmpty() ? 0 : static_cast<int>(std::ceil(font.width(column.widest))) + theme.px(32);
        widths.push_back(qMax(theme.px(column.least), wanted));
        used += widths.back();
        shares += column.stretch;
    }
    int left = viewport()->width() - used;
    // Too narrow: those that may grow give way, down to half of what they want.
    for (std::size_t i = 0; i < m_columns.size() && shares > 0; ++i) {
        const int part = left * m_columns[i].stretch / shares;
        widths[i] = qMax(widths[i] / 2, widths[i] + part);
        left -= part;
        shares -= m_columns[i].stretch;
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (const int column = static_cast<int>(i); columnWidth(column) != widths[i]) setColumnWidth(column, widths[i]);
}

void ListView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const auto& theme = themeOf(this);
    QPainter painter{viewport()};
    const int rows = model()->rowCount(), below = rowAt(viewport()->height() - 1);
    const int first = qMax(0, rowAt(0)), last = below < 0 ? rows - 1 : below;
    for (int row = first; row <= last; ++row)
        painter.fillRect(boxOf(row).adjusted(theme.px(16), rowHeight(row) - 1, -theme.px(16), 0), theme.rowLine);
    for (int row = first; row <= last; ++row) {
        if (!selectionModel()->isRowSelected(row)) continue;
        const auto box = boxOf(row).adjusted(theme.px(4), 0, -theme.px(4), -1);
        drawBox(painter, box, theme.px(8), {}, theme.accentText, 2);
        if (hasFocus() && row == currentIndex().row()) drawBox(painter, box.adjusted(-2, -2, 2, 2), theme.px(10), {}, theme.accentText, 1);
    }
    // A row that has the focus without being chosen (Ctrl and arrow keys) is shown too.
    if (hasFocus() && currentIndex().isValid() && !selectionModel()->isRowSelected(currentIndex().row()))
        drawBox(painter, boxOf(currentIndex().row()).adjusted(theme.px(4), 0, -theme.px(4), -1), theme.px(8), {}, theme.accentText, 1);
}

// What a narrow column cuts short is read by resting on it.
bool ListView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return RowTable::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto index = indexAt(help->pos());
    auto text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && index.isValid()) {
        const auto cell = index.data(ListCellRole).value<ListCell>();
        text = cell.lower.isEmpty() ? cell.upper : cell.upper + u'\n' + cell.lower;
    }
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(text.toHtmlEscaped()), this, visualRect(index));
    return true;
}

void ListView::focusInEvent(QFocusEvent* event)
{
    RowTable::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 0) setCurrentIndex(model()->index(0, 0));   // Tab arrives somewhere
}

} // namespace tresen::ui
