#include "ui/common/icons.h"
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

// Has to stand outside every namespace: a static library's resources are dropped by the linker unless somebody names them.
static void takeInIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace tresen::ui {
namespace {

QByteArray coloured(const QString& name, const QColor& color, qreal stroke)
{
    static const bool known = [] { takeInIconResources(); return true; }();
    Q_UNUSED(known)
    QFile file{u":/icons/%1.svg"_s.arg(name)};
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    if (!qFuzzyCompare(stroke, 1.75)) svg.replace("stroke-width=\"1.75\"", "stroke-width=\"" + QByteArray::number(stroke, 'f', 2) + '"');
    return svg;
}

} // namespace

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal pixelRatio, qreal stroke)
{
    const auto key = u"tresen/%1/%2/%3/%4/%5"_s.arg(name).arg(size).arg(color.rgba()).arg(pixelRatio).arg(stroke);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    const auto svg = coloured(name, color, stroke);
    if (svg.isEmpty()) return {};
    const int pixels = qRound(size * pixelRatio);
    pixmap = QPixmap{pixels, pixels};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    QSvgRenderer{svg}.render(&painter, QRectF{0, 0, static_cast<qreal>(pixels), static_cast<qreal>(pixels)});
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void drawIcon(QPainter& painter, const QString& name, const QRectF& box, const QColor& color, qreal stroke)
{
    const int size = qRound(box.width());
    const auto ratio = painter.device()->devicePixelRatioF();
    const auto corner = box.center() - QPointF{size / 2.0, size / 2.0};
    const QPointF snapped{qRound(corner.x() * ratio) / ratio, qRound(corner.y() * ratio) / ratio};
    painter.drawPixmap(snapped, iconPixmap(name, size, color, ratio, stroke));
}

} // namespace tresen::ui
