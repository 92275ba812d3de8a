// The shapes of Canvas: lines, frames, pictures and codes.
#include "app/adapters/paper/letter/canvas.h"
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr double kMmPoints = 72 / 25.4;
constexpr double kDot = 25.4 / 300;              // mm: modules are whole dots at 300, 600 and 1200 dpi
constexpr double kArc = 0.5523;                  // control points of a quarter circle
constexpr int kNarrowDots = 4;                   // narrow bar of the desk code: 0.3387 mm

HPDF_REAL number(double value) { return static_cast<HPDF_REAL>(value); }

} // namespace

void Canvas::line(QPointF from, QPointF to, QColor colour, double width)
{
    polyline({from, to}, false, colour, width);
}

void Canvas::polyline(const std::vector<QPointF>& points, bool closed, QColor colour, double width)
{
    strokeWith(colour, width);
    HPDF_Page_MoveTo(m_page, x(points.front().x()), y(points.front().y()));
    for (std::size_t i = 1; i < points.size(); ++i) HPDF_Page_LineTo(m_page, x(points[i].x()), y(points[i].y()));
    if (closed) HPDF_Page_ClosePath(m_page);
    HPDF_Page_Stroke(m_page);
}

void Canvas::rectangle(QRectF area, QColor colour)
{
    fillWith(colour);
    HPDF_Page_Rectangle(m_page, x(area.left()), y(area.bottom()), x(area.width()), x(area.height()));
    HPDF_Page_Fill(m_page);
}

void Canvas::roundedPath(QRectF a, double r)
{
    const double k = r * (1 - kArc);
    const auto curve = [this](QPointF p, QPointF q, QPointF to) { HPDF_Page_CurveTo(m_page, x(p.x()), y(p.y()), x(q.x()), y(q.y()), x(to.x()), y(to.y())); };
    HPDF_Page_MoveTo(m_page, x(a.left() + r), y(a.top()));
    HPDF_Page_LineTo(m_page, x(a.right() - r), y(a.top()));
    curve({a.right() - k, a.top()}, {a.right(), a.top() + k}, {a.right(), a.top() + r});
    HPDF_Page_LineTo(m_page, x(a.right()), y(a.bottom() - r));
    curve({a.right(), a.bottom() - k}, {a.right() - k, a.bottom()}, {a.right() - r, a.bottom()});
    HPDF_Page_LineTo(m_page, x(a.left() + r), y(a.bottom()));
    curve({a.left() + k, a.bottom()}, {a.left(), a.bottom() - k}, {a.left(), a.bottom() - r});
    HPDF_Page_LineTo(m_page, x(a.left()), y(a.top() + r));
    curve({a.left(), a.top() + k}, {a.left() + k, a.top()}, {a.left() + r, a.top()});
    HPDF_Page_ClosePath(m_page);
}

void Canvas::rounded(QRectF area, double radius, std::optional<QColor> fill, std::optional<QColor> frame, double width)
{
    if (fill) fillWith(*fill);
    if (frame) strokeWith(*frame, width);
    roundedPath(area, radius);
    if (fill && frame) HPDF_Page_FillStroke(m_page);
    else if (fill) HPDF_Page_Fill(m_page);
    else HPDF_Page_Stroke(m_page);
}

void Canvas::circle(QPointF centre, double radius, std::optional<QColor> fill, std::optional<QColor> frame, double width)
{
    if (fill) fillWith(*fill);
    if (frame) strokeWith(*frame, width);
    HPDF_Page_Circle(m_page, x(centre.x()), y(centre.y()), x(radius));
    if (fill && frame) HPDF_Page_FillStroke(m_page);
    else if (fill) HPDF_Page_Fill(m_page);
    else HPDF_Page_Stroke(m_page);
}

void Canvas::image(const QImage& picture, QRectF area)
{
    Q_ASSERT(picture.format() == QImage::Format_RGB888);
    HPDF_Image handle = nullptr;
    for (const auto& [key, known] : m_images)
        if (key == picture.cacheKey()) handle = known;
    if (handle == nullptr) {
        QByteArray rows;                         // libharu wants them without the padding at their ends
        for (int r = 0; r < picture.height(); ++r) rows.append(reinterpret_cast<const char*>(picture.constScanLine(r)), picture.width() * 3);
        handle = HPDF_LoadRawImageFromMem(m_doc, reinterpret_cast<const HPDF_BYTE*>(rows.constData()), static_cast<HPDF_UINT>(picture.width()),
                                          static_cast<HPDF_UINT>(picture.height()), HPDF_CS_DEVICE_RGB, 8);
        m_images.emplace_back(picture.cacheKey(), handle);
    }
    HPDF_Page_DrawImage(m_page, handle, x(area.left()), y(area.bottom()), x(area.width()), x(area.height()));
}

// The largest module of whole printer dots that keeps symbol and quiet zone inside the cell; the origin on the same dots. All dark modules are
// one path on the unit grid: no hair lines between them and a small file.
void Canvas::qr(const QString& name, QPointF cell, double side, const QrSymbol& symbol)
{
    const int span = symbol.size + 2 * kQuietModules;
    const double module = std::floor(side / span / kDot) * kDot;
    const auto origin = [&](double start) { return std::round((start + (side - symbol.size * module) / 2) / kDot) * kDot; };
    const double left = origin(cell.x()), top = origin(cell.y());
    const double quiet = kQuietModules * module;
    const QRectF area{left - quiet, top - quiet, span * module, span * module};
    rectangle(area, Qt::white);
    HPDF_Page_GSave(m_page);
    fillWith(Qt::black);
    HPDF_Page_Concat(m_page, number(module * kMmPoints), 0, 0, number(-module * kMmPoints), x(left), y(top));
    for (const auto& r : symbol.dark) HPDF_Page_Rectangle(m_page, number(r.x()), number(r.y()), number(r.width()), number(r.height()));
    HPDF_Page_Fill(m_page);
    HPDF_Page_GRestore(m_page);
    m_fill = QColor{};
    m_pages.back().codes.push_back({name, area, module, symbol.version});
}

double Canvas::barsWidth(const std::vector<int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0) * kNarrowDots * kDot;
}

void Canvas::bars(const QString& name, double right, double top, double height, const std::vector<int>& widths)
{
    const double module = kNarrowDots * kDot;
    const double wide = barsWidth(widths);
    const double start = std::floor((right - wide) / (2 * kDot)) * 2 * kDot;   // on the grid of 150 dpi too: even a coarse scan sees sharp bars
    const QRectF area{start - kBarsQuiet * module, top, wide + 2 * kBarsQuiet * module, height};
    rectangle(area, Qt::white);
    fillWith(Qt::black);
    double left = start;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (i % 2 == 0) HPDF_Page_Rectangle(m_page, x(left), y(top + height), x(widths[i] * module), x(height));
        left += widths[i] * module;
    }
    HPDF_Page_Fill(m_page);
    m_pages.back().codes.push_back({name, area, module, 0});
}

void Canvas::link(QRectF area, const QString& url)
{
    const HPDF_Rect rect{x(area.left()), y(area.bottom()), x(area.right()), y(area.top())};
    const auto annotation = HPDF_Page_CreateURILinkAnnot(m_page, rect, url.toLatin1().constData());
    if (annotation != nullptr) HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
}

} // namespace tresen::adapters::letter
