// The shapes of the states, drawn in a 24 box: disc, square, diamond, triangle, hexagon. Silhouettes differ, so they tell without colour.
#include "ui/common/state_look.h"
#include <QPainter>
#include <QPainterPath>

namespace tresen::ui {
namespace {

struct GlyphPainter {
    QPainter& painter;
    const QColor& solid;
    const QColor& on;

    void stroke(const QPainterPath& path, const QColor& color, qreal width) const
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPath(path);
    }
    void line(const QColor& color, qreal width, std::initializer_list<QPointF> points) const
    {
        QPainterPath path{*points.begin()};
        for (const auto* p = points.begin() + 1; p != points.end(); ++p) path.lineTo(*p);
        stroke(path, color, width);
    }
    void shape(std::initializer_list<QPointF> corners) const   // filled, corners rounded by the pen
    {
        painter.setBrush(solid);
        painter.setPen(QPen{solid, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolygon(QPolygonF{QList<QPointF>{corners}});
    }
    void square(qreal inset) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(solid);
        painter.drawRoundedRect(QRectF{inset, inset, 24 - 2 * inset, 24 - 2 * inset}, 3, 3);
    }
    void disc(const QRectF& box) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(solid);
        painter.drawEllipse(box);
    }

    void requested() const
    {
        square(2.5);
        line(on, 2.4, {{7, 12}, {17, 12}});
        line(on, 2.4, {{13, 8}, {17, 12}, {13, 16}});
    }
    void unknown() const
    {
        shape({{12, 2.6}, {20.2, 7.3}, {20.2, 16.7}, {12, 21.4}, {3.8, 16.7}, {3.8, 7.3}});
        QPainterPath mark{QPointF{9, 9.6}};
        mark.cubicTo(9, 5.2, 15.2, 5.4, 15, 9.4);
        mark.cubicTo(14.9, 11.6, 12, 11.6, 12, 14);
        stroke(mark, on, 2.3);
        line(on, 2.7, {{12, 17.3}, {12, 17.35}});
    }
    void part() const
    {
        const QRectF ring{3.2, 3.2, 17.6, 17.6};
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{solid, 2.4});
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(solid);
        painter.drawPie(ring, 90 * 16, 180 * 16);
    }
    void paid() const
    {
        disc({2, 2, 20, 20});
        line(on, 2.5, {{7.3, 12.4}, {10.6, 15.7}, {16.7, 8.8}});
    }
    void onAccount() const
    {
        shape({{12, 2.4}, {21.6, 12}, {12, 21.6}, {2.4, 12}});
        line(on, 2.2, {{9, 10.2}, {15, 10.2}});
        line(on, 2.2, {{9, 13.8}, {15, 13.8}});
    }
    void overpaid() const
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{solid, 2.2});
        painter.drawArc(QRectF{6.6, 4, 16, 16}, -75 * 16, 150 * 16);
        disc({1, 3, 18, 18});
        line(on, 2.5, {{10, 7.6}, {10, 12.6}});
        line(on, 2.8, {{10, 16.2}, {10, 16.25}});
    }
    void reversed() const
    {
        square(2.5);
        line(on, 2.4, {{11, 6.5}, {7, 10}, {11, 13.5}});
        QPainterPath hook{QPointF{7, 10}};
        hook.lineTo(13.5, 10);
        hook.arcTo(QRectF{10, 10, 7, 7}, 90, -180);
        hook.lineTo(10.5, 17);
        stroke(hook, on, 2.4);
    }
    void outdated() const
    {
        QPen dashes{solid, 2.2};
        dashes.setCapStyle(Qt::FlatCap);
        dashes.setDashPattern({2.1, 1.35});
        painter.setBrush(Qt::NoBrush);
        painter.setPen(dashes);
        painter.drawEllipse(QRectF{2.8, 2.8, 18.4, 18.4});
        line(solid, 2.2, {{12, 7.5}, {12, 12.3}, {15.2, 14.2}});
    }
    void notice() const
    {
        shape({{12, 4}, {21, 20}, {3, 20}});
        line(on, 2.4, {{12, 10}, {12, 14}});
        line(on, 2.6, {{12, 17.3}, {12, 17.35}});
    }
    void cross(const QColor& color, qreal from, qreal to) const
    {
        line(color, 2.4, {{from, from}, {to, to}});
        line(color, 2.4, {{to, from}, {from, to}});
    }
};

} // namespace

void drawGlyph(QPainter& painter, Look look, const QRectF& box, const QColor& solid, const QColor& on)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 24, box.height() / 24);
    const GlyphPainter glyph{painter, solid, on};
    switch (look) {
    case Look::Open: glyph.square(3); break;
    case Look::Requested: glyph.requested(); break;
    case Look::Running: glyph.shape({{6, 4}, {20, 12}, {6, 20}}); break;
    case Look::Unknown: glyph.unknown(); break;
    case Look::Part: glyph.part(); break;
    case Look::Paid:
    case Look::PaidAged:
    case Look::Accepted: glyph.paid(); break;
    case Look::OnAccount: glyph.onAccount(); break;
    case Look::Overpaid: glyph.overpaid(); break;
    case Look::Reversed: glyph.reversed(); break;
    case Look::HandedOver: glyph.line(solid, 2.4, {{4, 12.5}, {9.5, 18}, {20, 6.5}}); break;
    case Look::Cancelled: glyph.cross(solid, 5.5, 18.5); break;
    case Look::Outdated: glyph.outdated(); break;
    case Look::Notice: glyph.notice(); break;
    case Look::Refused:
        glyph.square(2.5);
        glyph.cross(on, 8, 16);
        break;
    }
    painter.restore();
}

} // namespace tresen::ui
