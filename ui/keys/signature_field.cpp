#include "ui/keys/signature_field.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include <QMouseEvent>
#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kNearest = 2;          // units: points closer than this are one
constexpr int kShortestPath = 60;    // units: below it nobody has signed
constexpr qreal kPen = 3;

} // namespace

SignatureField::SignatureField(QWidget* parent) : QWidget{parent}
{
    setObjectName(u"key.signature"_s);
    setAccessibleName(tr("Signature"));
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SignatureField::clear()
{
    m_strokes.clear();
    m_drawing = false;
    update();
    Q_EMIT changed();
}

void SignatureField::takeBack()
{
    if (!m_strokes.empty()) m_strokes.pop_back();
    m_drawing = false;
    update();
    Q_EMIT changed();
}

int SignatureField::points() const
{
    int n = 0;
    for (const auto& stroke : m_strokes) n += static_cast<int>(stroke.size());
    return n;
}

bool SignatureField::isSigned() const
{
    int length = 0;
    for (const auto& stroke : m_strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i) length += (stroke[i] - stroke[i - 1]).manhattanLength();
    return length >= kShortestPath;
}

void SignatureField::add(const QPointF& position)
{
    if (points() >= kMaxPoints) return;
    const QPoint point{std::clamp(static_cast<int>(position.x() * kWidth / std::max(width(), 1)), 0, kWidth),
                       std::clamp(static_cast<int>(position.y() * kHeight / std::max(height(), 1)), 0, kHeight)};
    auto& stroke = m_strokes.back();
    if (!stroke.empty() && (point - stroke.back()).manhattanLength() < kNearest) return;
    stroke.push_back(point);
    update();
}

QByteArray SignatureField::svg() const
{
    if (!isSigned()) return {};
    QByteArray path;
    for (const auto& stroke : m_strokes) {
        for (std::size_t i = 0; i < stroke.size(); ++i) path += (i == 0 ? "M" : "L") + QByteArray::number(stroke[i].x()) + ' ' + QByteArray::number(stroke[i].y());
        if (stroke.size() == 1) path += "l1 0";   // a dot
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 200\"><path d=\"" + path + "\" fill=\"none\" stroke=\"#000\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>\n";
}

QSize SignatureField::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(440), theme.px(200)};
}

QSize SignatureField::minimumSizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(240), theme.px(120)};
}

void SignatureField::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || points() >= kMaxPoints) return;
    m_drawing = true;
    m_strokes.emplace_back();
    add(event->position());
}

void SignatureField::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drawing) add(event->position());
}

void SignatureField::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_drawing, false)) return;
    if (m_strokes.back().empty()) m_strokes.pop_back();
    Q_EMIT changed();
}

void SignatureField::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), theme.px(8), theme.surface, theme.control);
    const int line = height() * 3 / 4;
    painter.fillRect(theme.px(24), line, width() - 2 * theme.px(24), 1, theme.line);
    painter.scale(static_cast<qreal>(width()) / kWidth, static_cast<qreal>(height()) / kHeight);
    painter.setPen(QPen{theme.text, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    for (const auto& stroke : m_strokes) {
        if (stroke.size() == 1) painter.drawPoint(stroke.front());
        else painter.drawPolyline(stroke.data(), static_cast<int>(stroke.size()));
    }
}

} // namespace tresen::ui
