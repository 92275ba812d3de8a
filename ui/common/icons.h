// Icons: the desk's own line drawings (resources/icons, 24 box, stroke 1.75), coloured when drawn and kept as pixmaps.
#pragma once
#include <QColor>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace tresen::ui {

// name: file name without ending, "key". size: logical pixels. stroke: line width in the 24 box. Empty pixmap for an unknown name.
QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal pixelRatio, qreal stroke = 1.75);
void drawIcon(QPainter& painter, const QString& name, const QRectF& box, const QColor& color, qreal stroke = 1.75);

} // namespace tresen::ui
