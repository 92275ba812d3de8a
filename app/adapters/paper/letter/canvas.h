// Canvas: one document drawn in millimetres from the top left corner, on libharu. Remembers where every text and code went, so that the layout
// can be checked. The first failure (a character without a glyph, a text that does not fit, the library) sticks; the pages ask fault() at the end.
#pragma once
#include "app/adapters/paper/letter/codes.h"
#include "app/adapters/paper/letter/fonts.h"
#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <hpdf.h>
#include <bitset>
#include <optional>

namespace tresen::adapters::letter {

enum class Align { Left, Right, Centre };

struct Type { Face face = Face::Regular; double size = 10; double spacing = 0; };   // size and spacing in points

struct TextBox { QRectF area; QString text; Type type; };                            // mm
struct CodeBox { QString name; QRectF area; double module = 0; int version = 0; };   // area with quiet zone; "link", "epc", "desk"
struct PageRecord { QSizeF size; std::vector<TextBox> texts; std::vector<CodeBox> codes; };

class Canvas {
public:
    explicit Canvas(std::shared_ptr<const FontSet> fonts);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void startPage(double width, double height);                 // mm
    Result<QByteArray> save();                                   // once; the first fault if there was one
    void fail(const char* code, const QString& detail);          // Fault::Refused; only the first is kept
    const std::optional<Error>& fault() const { return m_fault; }
    const std::vector<PageRecord>& pages() const { return m_pages; }
    const std::bitset<256>& usedRows() const { return m_usedRows; }   // high bytes of the characters drawn

    // Measuring, in mm.
    double width(const QString& text, Type type) const;
    double fit(const QString& text, Type type, double least, double room) const;        // size in steps of 0.25; least when it never fits
    QStringList wrap(const QString& text, Type type, double room) const;                // at blanks; a word longer than room at any character
    QStringList wrapHost(const QString& text, Type type, double room) const;            // after '.', '-' and '/'
    QString shortened(const QString& text, Type type, double room) const;               // visibly, with an ellipsis

    // Drawing. y of a text is its base line.
    void text(double x, double y, const QString& text, Type type, QColor colour, Align align = Align::Left);
    void fitted(double x, double y, const QString& text, Type type, double least, double room, QColor colour, const char* what);   // refuses
    void descriptive(double x, double y, const QString& text, Type type, double least, double room, QColor colour);                // shortens
    void background(const QString& text, double size, double degrees, QPointF centre, QColor colour);   // not remembered: lies under everything
    void line(QPointF from, QPointF to, QColor colour, double width);
    void polyline(const std::vector<QPointF>& points, bool closed, QColor colour, double width);
    void rectangle(QRectF area, QColor colour);
    void rounded(QRectF area, double radius, std::optional<QColor> fill, std::optional<QColor> frame, double width = 0.25);
    void circle(QPointF centre, double radius, std::optional<QColor> fill, std::optional<QColor> frame, double width = 0.25);
    void image(const QImage& picture, QRectF area);              // opaque RGB
    void qr(const QString& name, QPointF cell, double side, const QrSymbol& symbol);
    void bars(const QString& name, double right, double top, double height, const std::vector<int>& widths);
    void link(QRectF area, const QString& url);

    static double barsWidth(const std::vector<int>& widths);     // mm, without quiet zones

private:
    struct Run { Face face; QString text; };
    std::vector<Run> runs(const QString& text, Face face);
    HPDF_Font font(Face face);
    void fillWith(QColor colour);
    void strokeWith(QColor colour, double width);
    void roundedPath(QRectF area, double radius);
    HPDF_REAL x(double mm) const;
    HPDF_REAL y(double mm) const;

    std::shared_ptr<const FontSet> m_fonts;
    HPDF_Doc m_doc = nullptr;
    HPDF_Page m_page = nullptr;
    std::array<HPDF_Font, kFaces> m_handles{};
    std::vector<std::pair<qint64, HPDF_Image>> m_images;         // by cache key: one logo, many pages
    std::vector<PageRecord> m_pages;
    std::optional<Error> m_fault;
    std::bitset<256> m_usedRows;
    QColor m_fill, m_stroke;
    double m_lineWidth = -1;
};

} // namespace tresen::adapters::letter
