#include "ui/board/board_header.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/models/board_model.h"
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kGrip = 5;   // logical pixels on either side of a border

} // namespace

BoardHeader::BoardHeader(QWidget* parent) : QHeaderView{Qt::Horizontal, parent}
{
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1);
    setSectionsClickable(false);
    setHighlightSections(false);
}

void BoardHeader::paintEvent(QPaintEvent* event)
{
    const auto& theme = themeOf(this);
    QPainter painter{viewport()};
    painter.fillRect(viewport()->rect(), theme.surface);
    painter.end();
    QHeaderView::paintEvent(event);
    QPainter over{viewport()};
    over.fillRect(0, height() - 1, width(), 1, theme.line);
    if (m_near) over.fillRect(sectionViewportPosition(m_near->second) - 1, theme.px(8), 2, height() - 2 * theme.px(8), theme.accentText);
}

std::optional<BoardHeader::Border> BoardHeader::borderAt(int x) const
{
    const int grip = themeOf(this).px(kGrip);
    int left = -1;
    for (int place = 0; place < count(); ++place) {
        const int column = logicalIndex(place);
        if (isSectionHidden(column)) continue;
        if (left >= 0 && qAbs(x - sectionViewportPosition(column)) <= grip) return Border{left, column};
        left = column;
    }
    return std::nullopt;
}

void BoardHeader::showBorder(const std::optional<Border>& border)
{
    if (border == m_near) return;
    m_near = border;
    if (m_near) viewport()->setCursor(Qt::SplitHCursor);
    else viewport()->unsetCursor();
    viewport()->update();
}

void BoardHeader::mousePressEvent(QMouseEvent* event)
{
    const int x = event->position().toPoint().x();
    const auto border = borderAt(x);
    if (event->button() != Qt::LeftButton || !border) return QHeaderView::mousePressEvent(event);
    showBorder(border);
    m_dragging = true;
    m_from = x;
    Q_EMIT borderTaken();
}

void BoardHeader::mouseMoveEvent(QMouseEvent* event)
{
    const int x = event->position().toPoint().x();
    if (m_dragging && (event->buttons() & Qt::LeftButton) == 0) letGo();   // the button came up elsewhere
    if (m_dragging) {
        Q_EMIT borderMoved(m_near->first, m_near->second, x - m_from);
        viewport()->update();
        return;
    }
    QHeaderView::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) showBorder(borderAt(x));
}

void BoardHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragging) return QHeaderView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton) letGo();
}

void BoardHeader::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto border = borderAt(event->position().toPoint().x());
    if (event->button() != Qt::LeftButton || !border) return QHeaderView::mouseDoubleClickEvent(event);
    Q_EMIT borderReset(border->first, border->second);
}

void BoardHeader::leaveEvent(QEvent* event)
{
    if (!m_dragging) showBorder(std::nullopt);
    QHeaderView::leaveEvent(event);
}

void BoardHeader::letGo()
{
    m_dragging = false;
    Q_EMIT borderLeft();
}

void BoardHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto& theme = themeOf(this);
    const bool first = section == BoardModel::Status;
    const auto box = QRectF{rect}.adjusted(theme.px(first ? 16 : 8), 0, -theme.px(8), 0);
    Qt::Alignment alignment = Qt::AlignLeft;
    if (section == BoardModel::Open) alignment = Qt::AlignRight;
    if (section == BoardModel::Hook) alignment = Qt::AlignHCenter;
    const auto title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->save();
    painter->fillRect(rect, theme.surface);
    painter->setFont(theme.font(type::smallMedium));
    painter->setPen(theme.text2);
    painter->drawText(box, static_cast<int>(alignment) | Qt::AlignVCenter, title);
    if (first) {   // the order starts here: what needs somebody comes first
        const qreal size = theme.px(14), x = box.left() + QFontMetricsF{painter->font()}.horizontalAdvance(title) + theme.px(4);
        drawIcon(*painter, u"chevron-down"_s, {x, box.center().y() - size / 2, size, size}, theme.text2, 2.2);
    }
    painter->restore();
}

} // namespace tresen::ui
