#include "ui/board/board_header.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/models/board_model.h"
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

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
