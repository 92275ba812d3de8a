#include "ui/common/work_bar.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

namespace tresen::ui {
namespace {

constexpr int kBarStepMs = 60, kBarSteps = 40;

} // namespace

WorkBar::WorkBar(QWidget* parent) : QProgressBar{parent}
{
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_steps.setInterval(kBarStepMs);
    connect(&m_steps, &QTimer::timeout, this, [this] {
        if (maximum() > minimum()) return;
        m_step = (m_step + 1) % kBarSteps;
        update();
    });
}

QSize WorkBar::sizeHint() const
{
    return {themeOf(this).px(240), themeOf(this).px(8)};
}

QSize WorkBar::minimumSizeHint() const
{
    return {themeOf(this).px(80), themeOf(this).px(8)};
}

void WorkBar::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    QPainter painter{this};
    drawBox(painter, box, box.height() / 2, theme.sunken, theme.highContrast() ? theme.text : QColor{});
    const int range = maximum() - minimum();
    if (range > 0) {
        const qreal part = box.width() * qBound(0, value() - minimum(), range) / range;
        if (part > 0) drawBox(painter, {box.left(), box.top(), qMax(part, box.height()), box.height()}, box.height() / 2, theme.accentText);
        return;
    }
    const qreal width = box.width() / 4, x = box.left() + (box.width() - width) * qAbs(2.0 * m_step / kBarSteps - 1);
    drawBox(painter, {x, box.top(), width, box.height()}, box.height() / 2, theme.accentText);
}

void WorkBar::showEvent(QShowEvent* event)
{
    QProgressBar::showEvent(event);
    m_steps.start();
}

void WorkBar::hideEvent(QHideEvent* event)
{
    QProgressBar::hideEvent(event);
    m_steps.stop();
}

} // namespace tresen::ui
