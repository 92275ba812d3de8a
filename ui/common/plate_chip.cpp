#include "ui/common/plate_chip.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr qsizetype kMaxPlate = 16;   // characters drawn; a longer one is cut, the whole stands in the detail
constexpr int kWithStars = 40;

FigureFont plateFigures(int height, const Theme& theme)
{
    auto font = theme.font(type::rowStrong);
    font.setPixelSize(qMax(1, qRound(height * 0.56)));
    font.setLetterSpacing(QFont::AbsoluteSpacing, height * 0.015);
    return FigureFont{font};
}

QString plateText(const QString& plate)
{
    return plate.left(kMaxPlate).replace(u' ', u'\u2002');
}

void drawStars(QPainter& painter, const QRectF& strip, int height, const QColor& ink, const Theme& theme)
{
    auto font = theme.font(type::rowStrong);
    font.setPixelSize(qMax(1, qRound(height * 0.26)));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF{strip.left(), strip.top() + height * 0.48, strip.width(), height * 0.46}, Qt::AlignCenter, u"D"_s);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor{0xF7, 0xC9, 0x48});
    constexpr int kStars = 12;
    for (int i = 0; i < kStars; ++i) {
        const qreal angle = i * 2 * M_PI / kStars, radius = height * 0.105;
        painter.drawEllipse(QPointF{strip.center().x() + qCos(angle) * radius, strip.top() + height * 0.29 + qSin(angle) * radius}, height * 0.018, height * 0.018);
    }
}

} // namespace

int plateWidth(const QString& plate, int height, const Theme& theme)
{
    return qRound(height * 0.36 + height * 0.28 * 2 + plateFigures(height, theme).width(plateText(plate)));
}

void drawPlate(QPainter& painter, const QPointF& corner, int height, const QString& plate, bool done, const Theme& theme)
{
    if (plate.isEmpty()) return;
    const auto figures = plateFigures(height, theme);
    const auto text = plateText(plate);
    const int width = qRound(height * 0.36 + height * 0.28 * 2 + figures.width(text));
    const bool stars = height >= theme.px(kWithStars);
    const qreal radius = qMax(3.0, height * 0.14), pen = stars ? 1.5 : 1;
    const QRectF box{corner, QSizeF(width, height)};
    const QRectF strip{box.left(), box.top(), static_cast<qreal>(qRound(height * 0.36)), box.height()};
    const auto outline = roundedPath(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), radius);
    const auto ink = done ? theme.text3 : theme.plateText;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, done ? theme.plateDone : theme.plate);
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(strip, done ? theme.plateDoneStrip : theme.plateStrip);
    painter.restore();
    if (stars) drawStars(painter, strip, height, done ? theme.surface : QColor{Qt::white}, theme);
    painter.setPen(QPen{done ? theme.plateDoneBorder : theme.plateBorder, pen});
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    const QRectF room{strip.right(), box.top(), box.width() - strip.width(), box.height()};
    painter.setPen(ink);
    figures.draw(painter, room, Qt::AlignCenter, text);
    if (done) {
        const qreal half = figures.width(text) / 2 + 2, y = std::round(box.center().y()) + 0.5;
        painter.setPen(QPen{ink, 1});
        painter.drawLine(QPointF{room.center().x() - half, y}, QPointF{room.center().x() + half, y});
    }
    painter.restore();
}

PlateChip::PlateChip(int height, QWidget* parent) : QWidget{parent}, m_height{height}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PlateChip::setPlate(const QString& plate, bool done)
{
    if (plate == m_plate && done == m_done) return;
    m_plate = plate;
    m_done = done;
    setAccessibleName(plate);
    setToolTip(plate.size() > kMaxPlate ? plate : QString{});
    updateGeometry();
    update();
}

QSize PlateChip::sizeHint() const
{
    const auto& theme = themeOf(this);
    const int height = theme.px(m_height);
    return {m_plate.isEmpty() ? 0 : plateWidth(m_plate, height, theme), height};
}

void PlateChip::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawPlate(painter, {}, theme.px(m_height), m_plate, m_done, theme);
}

void PlateChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace tresen::ui
