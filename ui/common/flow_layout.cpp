#include "ui/common/flow_layout.h"
#include "ui/common/theme.h"
#include <QWidget>
#include <algorithm>
#include <utility>

namespace tresen::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout{parent}
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout()
{
    for (auto* item : m_items) delete item;
}

void FlowLayout::addGap() { m_gaps.push_back(m_items.size()); }

void FlowLayout::clear()
{
    // Taken out first: a widget that goes has itself removed from its layout.
    for (auto* item : std::exchange(m_items, {})) {
        delete item->widget();
        delete item;
    }
    m_gaps.clear();
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item) { m_items.push_back(item); }

int FlowLayout::count() const { return static_cast<int>(m_items.size()); }

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    auto* item = itemAt(index);
    if (item) m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::step() const
{
    return parentWidget() ? themeOf(parentWidget()).px(8) : 8;
}

QSize FlowLayout::minimumSize() const
{
    QSize out;
    for (const auto* item : m_items) out = out.expandedTo(item->minimumSize());
    return out;
}

int FlowLayout::place(const QRect& box, bool really) const
{
    const int gap = step();
    int x = box.x(), y = box.y(), row = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto* item = m_items[i];
        if (item->widget() && item->widget()->isHidden()) continue;
        const auto size = item->sizeHint();
        if (std::find(m_gaps.begin(), m_gaps.end(), i) != m_gaps.end() && x > box.x()) x += 2 * gap;
        if (x > box.x() && x + size.width() > box.right() + 1) {
            x = box.x();
            y += row + gap;
            row = 0;
        }
        if (really) item->setGeometry({QPoint{x, y}, size});
        x += size.width() + gap;
        row = std::max(row, size.height());
    }
    return y + row - box.y();
}

void FlowLayout::setGeometry(const QRect& box)
{
    QLayout::setGeometry(box);
    place(box, /*really=*/true);
}

} // namespace tresen::ui
