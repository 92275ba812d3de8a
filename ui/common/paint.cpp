#include "ui/common/paint.h"
#include <QPainterPath>

namespace tresen::ui {

void drawBox(QPainter& painter, QRectF box, qreal radius, const QColor& fill, const QColor& border, qreal width, Qt::PenStyle line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (border.isValid()) {
        box.adjust(width / 2, width / 2, -width / 2, -width / 2);
        radius = qMax(0.0, radius - width / 2);
        painter.setPen(QPen{border, width, line});
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(fill.isValid() ? QBrush{fill} : QBrush{Qt::NoBrush});
    painter.drawRoundedRect(box, radius, radius);
    painter.restore();
}

void drawLine(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    const auto shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width() + 1));
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

void drawShadow(QPainter& painter, const QRectF& box, qreal radius, qreal strength)
{
    constexpr int kRings = 24;
    constexpr qreal kDown = 8;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ink{8, 12, 20};
    ink.setAlphaF(static_cast<float>(0.011 * strength));
    painter.setBrush(ink);
    for (int grow = kRings; grow > 0; --grow)
        painter.drawRoundedRect(box.adjusted(-grow, -grow + kDown, grow, grow + kDown), radius + grow, radius + grow);
    painter.restore();
}

QPainterPath roundedPath(const QRectF& box, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(box, radius, radius);
    return path;
}

void drawHatch(QPainter& painter, const QPainterPath& path, const QColor& color, qreal width, qreal step)
{
    const auto box = path.boundingRect();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen{color, width});
    for (qreal x = box.left() - box.height(); x < box.right() + step; x += step)
        painter.drawLine(QPointF{x, box.bottom() + width}, QPointF{x + box.height() + 2 * width, box.top() - width});
    painter.restore();
}

void drawFocus(QPainter& painter, const QRectF& box, qreal radius, const QColor& color)
{
    drawBox(painter, box, radius, {}, color, 2);
}

} // namespace tresen::ui
