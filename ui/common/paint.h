// Paint: small drawing helpers every self-painting widget of the desk uses.
#pragma once
#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace tresen::ui {

// A rounded box; an invalid colour leaves that part out. The border lies inside the box. Dashed: it rests, where no colour says so.
void drawBox(QPainter& painter, QRectF box, qreal radius, const QColor& fill, const QColor& border = {}, qreal width = 1, Qt::PenStyle line = Qt::SolidLine);
// One line of text, elided at the right.
void drawLine(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);
void drawShadow(QPainter& painter, const QRectF& box, qreal radius, qreal strength);
// Diagonal stripes clipped to path; width and step in logical pixels, so they stay the same at every pixel ratio.
void drawHatch(QPainter& painter, const QPainterPath& path, const QColor& color, qreal width, qreal step);
QPainterPath roundedPath(const QRectF& box, qreal radius);
// A frame inside the widget's edge that shows the keyboard focus.
void drawFocus(QPainter& painter, const QRectF& box, qreal radius, const QColor& color);

} // namespace tresen::ui
