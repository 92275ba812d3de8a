#include "ui/common/two_parts.h"
#include <QEvent>
#include <QHBoxLayout>

namespace tresen::ui {

TwoParts::TwoParts(QWidget* main, QWidget* side, QWidget* parent) : QWidget{parent}, m_main{main}, m_side{side}, m_row{new QHBoxLayout{this}}
{
    m_row->setContentsMargins({});
    m_row->setSpacing(0);
    m_row->addWidget(main, 1);
    m_row->addWidget(side);
    arrange();
}

bool TwoParts::isStacked() const
{
    return m_row->direction() == QBoxLayout::TopToBottom;
}

int TwoParts::leastOfMain() const
{
    return qMax(m_main->minimumSizeHint().width(), m_main->minimumWidth());
}

// As wide as the wider one: a scroll area round it would else never make it narrow enough to stack.
QSize TwoParts::minimumSizeHint() const
{
    return {qMax(leastOfMain(), m_side->minimumWidth()), m_row->totalMinimumSize().height()};
}

void TwoParts::arrange()
{
    const bool stacked = width() < leastOfMain() + m_side->minimumWidth();
    m_side->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : qMax(1, m_side->minimumWidth()));
    if (stacked != isStacked()) m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool TwoParts::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) arrange();
    return QWidget::event(event);
}

void TwoParts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace tresen::ui
