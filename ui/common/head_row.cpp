#include "ui/common/head_row.h"
#include "ui/common/theme.h"
#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace tresen::ui {
namespace {

constexpr int kHeadGap = 8, kLeastWords = 200;   // logical pixels

// What the layouts would give it: its hint within its own bounds.
QSize sizeOf(const QWidget& widget)
{
    return widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize());
}

QSize leastOf(const QWidget& widget)
{
    const auto hint = widget.minimumSizeHint();
    const auto least = widget.minimumSize();
    return QSize{least.width() > 0 ? least.width() : hint.width(), least.height() > 0 ? least.height() : hint.height()}.boundedTo(widget.maximumSize());
}

} // namespace

HeadRow::HeadRow(QWidget* parent) : QWidget{parent}, m_words{new QWidget{this}}, m_column{new QVBoxLayout{m_words}}
{
    m_column->setContentsMargins({});
    m_column->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HeadRow::addWords(QWidget* label)
{
    m_column->addWidget(label);
}

void HeadRow::addControl(QWidget* control)
{
    if (control->parentWidget() != this) control->setParent(this);
    m_controls.push_back(control);
    updateGeometry();
}

int HeadRow::controlsWidth() const
{
    const int gap = themeOf(this).px(kHeadGap);
    int width = 0;
    for (const auto* control : m_controls)
        if (!control->isHidden()) width += sizeOf(*control).width() + gap;
    return width;
}

int HeadRow::wordsWanted() const
{
    return std::max(m_words->minimumSizeHint().width(), std::min(m_words->sizeHint().width(), themeOf(this).px(kLeastWords)));
}

QSize HeadRow::sizeHint() const
{
    return {wordsWanted() + controlsWidth() + contentsMargins().right(), minimumSizeHint().height()};
}

QSize HeadRow::minimumSizeHint() const
{
    auto least = m_words->minimumSizeHint();
    for (const auto* control : m_controls)
        if (!control->isHidden()) least = QSize{std::max(least.width(), leastOf(*control).width()), std::max(least.height(), sizeOf(*control).height())};
    return least.grownBy({0, 0, contentsMargins().right(), 0});
}

void HeadRow::place()
{
    const int gap = themeOf(this).px(kHeadGap), wordsHigh = m_words->sizeHint().height();
    const int controls = controlsWidth(), wide = width() - contentsMargins().right();
    int height = wordsHigh;
    if (wordsWanted() + controls <= wide) {
        for (const auto* control : m_controls)
            if (!control->isHidden()) height = std::max(height, sizeOf(*control).height());
        m_words->setGeometry(0, (height - wordsHigh) / 2, wide - controls, wordsHigh);
        int x = wide - controls + gap;
        for (auto* control : m_controls) {
            if (control->isHidden()) continue;
            const auto size = sizeOf(*control);
            control->setGeometry({QPoint{x, (height - size.height()) / 2}, size});
            x += size.width() + gap;
        }
    } else {
        m_words->setGeometry(0, 0, wide, wordsHigh);
        int x = 0, y = wordsHigh > 0 ? wordsHigh + gap : 0, row = 0;
        for (auto* control : m_controls) {
            if (control->isHidden()) continue;
            const auto size = sizeOf(*control).boundedTo({std::max(wide, leastOf(*control).width()), QWIDGETSIZE_MAX});
            if (x > 0 && x + size.width() > wide) {
                x = 0;
                y += row + gap;
                row = 0;
            }
            control->setGeometry({QPoint{x, y}, size});
            x += size.width() + gap;
            row = std::max(row, size.height());
        }
        height = y + row;
    }
    if (minimumHeight() != height || maximumHeight() != height) setFixedHeight(height);
}

bool HeadRow::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {   // a control has another size, or has come or gone
        updateGeometry();
        place();
    }
    return done;
}

void HeadRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace tresen::ui
