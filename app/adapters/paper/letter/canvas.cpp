#include "app/adapters/paper/letter/canvas.h"
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {
namespace {

constexpr double kPoints = 72 / 25.4;            // per mm
constexpr double kFitStep = 0.25;
constexpr double kAscent = 0.76, kDescent = 0.22;   // of the size: capitals and digits above, tails below the base line

HPDF_REAL real(double value) { return static_cast<HPDF_REAL>(value); }

// The narrow blank between the groups of a French amount is in none of the house's faces, and a further face for a blank would double the file.
QChar drawnAs(QChar c) { return c == u'\u202f' ? QChar{QChar::Nbsp} : c; }

// libharu calls this on each error; the error stays readable in the document, so nothing is to be done here.
void noted(HPDF_STATUS, HPDF_STATUS, void*) {}

} // namespace

Canvas::Canvas(std::shared_ptr<const FontSet> fonts) : m_fonts{std::move(fonts)}, m_doc{HPDF_New(noted, nullptr)}
{
    if (m_doc == nullptr) return;
    HPDF_UseUTFEncodings(m_doc);
    HPDF_SetCurrentEncoder(m_doc, "UTF-8");
    HPDF_SetCompressionMode(m_doc, HPDF_COMP_ALL);
    HPDF_SetViewerPreference(m_doc, HPDF_PRINT_SCALING_NONE);
}

Canvas::~Canvas()
{
    if (m_doc != nullptr) HPDF_Free(m_doc);
}

void Canvas::startPage(double width, double height)
{
    m_page = HPDF_AddPage(m_doc);
    HPDF_Page_SetWidth(m_page, real(width * kPoints));
    HPDF_Page_SetHeight(m_page, real(height * kPoints));
    m_pages.push_back({QSizeF{width, height}, {}, {}});
    m_fill = m_stroke = QColor{};
    m_lineWidth = -1;
}

Result<QByteArray> Canvas::save()
{
    if (m_fault) return *m_fault;
    if (m_doc == nullptr || HPDF_GetError(m_doc) != HPDF_OK || HPDF_SaveToStream(m_doc) != HPDF_OK) {
        const auto number = m_doc == nullptr ? 0UL : HPDF_GetError(m_doc);
        return Error{Fault::Internal, u"paper.library"_s, u"libharu %1"_s.arg(number, 0, 16)};
    }
    QByteArray out{static_cast<qsizetype>(HPDF_GetStreamSize(m_doc)), Qt::Uninitialized};
    auto size = static_cast<HPDF_UINT32>(out.size());
    const auto status = HPDF_ReadFromStream(m_doc, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    if (status != HPDF_OK && status != HPDF_STREAM_EOF) return Error{Fault::Internal, u"paper.library"_s, u"libharu stream"_s};
    out.truncate(size);
    return out;
}

void Canvas::fail(const char* code, const QString& detail)
{
    if (!m_fault) m_fault = Error{Fault::Refused, QString::fromLatin1(code), detail};
}

HPDF_REAL Canvas::x(double mm) const { return real(mm * kPoints); }
HPDF_REAL Canvas::y(double mm) const { return real((m_pages.back().size.height() - mm) * kPoints); }

// A face is taken into the document when its first character is drawn: most letters need no fallback.
HPDF_Font Canvas::font(Face face)
{
    auto& handle = m_handles[static_cast<std::size_t>(face)];
    if (handle == nullptr) {
        const char* name = HPDF_LoadTTFontFromFile(m_doc, m_fonts->file(face).constData(), HPDF_TRUE);
        if (name != nullptr) handle = HPDF_GetFont(m_doc, name, "UTF-8");
        if (handle == nullptr && !m_fault) m_fault = Error{Fault::Internal, u"paper.library"_s, u"font"_s};
    }
    return handle;
}

// A missing glyph would be an empty box without any error, and text written from right to left would come out reversed: both are refused.
std::vector<Canvas::Run> Canvas::runs(const QString& text, Face face)
{
    std::vector<Run> out;
    for (const QChar given : text) {
        const auto c = drawnAs(given);
        const auto direction = c.direction();
        const bool backwards = direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
        const Face with = m_fonts->has(face, c.unicode()) ? face : Face::Fallback;
        if (backwards || !m_fonts->has(with, c.unicode())) {
            fail("paper.no_glyph", u"U+%1 in %2"_s.arg(c.unicode(), 4, 16, QLatin1Char{'0'}).arg(text.left(40)));
            return {};
        }
        if (out.empty() || out.back().face != with) out.push_back({with, {}});
        out.back().text += c;
        m_usedRows.set(c.unicode() >> 8);
    }
    return out;
}

double Canvas::width(const QString& text, Type type) const
{
    qint64 thousandths = 0;
    for (const QChar given : text) {
        const auto c = drawnAs(given);
        const int own = m_fonts->advance(type.face, c.unicode());
        thousandths += own >= 0 ? own : std::max(0, m_fonts->advance(Face::Fallback, c.unicode()));
    }
    return (static_cast<double>(thousandths) / 1000 * type.size + type.spacing * static_cast<double>(text.size())) / kPoints;
}

double Canvas::fit(const QString& text, Type type, double least, double room) const
{
    while (type.size > least && width(text, type) > room) type.size = std::max(least, type.size - kFitStep);
    return type.size;
}

QStringList Canvas::wrap(const QString& text, Type type, double room) const
{
    QStringList out;
    QString line;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (width(longer, type) <= room) { line = longer; continue; }
        if (!line.isEmpty()) out += line;
        while (word.size() > 1 && width(word, type) > room) {
            qsizetype n = word.size() - 1;
            while (n > 1 && width(word.left(n), type) > room) --n;
            out += word.left(n);
            word = word.mid(n);
        }
        line = word;
    }
    if (!line.isEmpty()) out += line;
    return out;
}

QStringList Canvas::wrapHost(const QString& text, Type type, double room) const
{
    QStringList out;
    QString line, piece;
    const auto flush = [&] {
        if (!line.isEmpty() && width(line + piece, type) > room) { out += line; line = piece; }
        else line += piece;
        piece.clear();
    };
    for (const QChar c : text) {
        piece += c;
        if (c == u'.' || c == u'-' || c == u'/') flush();
    }
    flush();
    out += line;
    QStringList narrow;
    for (const auto& one : out) narrow += wrap(one, type, room);   // a piece without any joint is broken anywhere
    return narrow;
}

QString Canvas::shortened(const QString& text, Type type, double room) const
{
    if (width(text, type) <= room) return text;
    qsizetype n = text.size();
    while (n > 0 && width(text.left(n).trimmed() + u'…', type) > room) --n;
    return text.left(n).trimmed() + u'…';
}

void Canvas::fillWith(QColor colour)
{
    if (m_fill == colour) return;
    m_fill = colour;
    HPDF_Page_SetRGBFill(m_page, real(colour.redF()), real(colour.greenF()), real(colour.blueF()));
}

void Canvas::strokeWith(QColor colour, double width)
{
    if (m_stroke != colour) HPDF_Page_SetRGBStroke(m_page, real(colour.redF()), real(colour.greenF()), real(colour.blueF()));
    if (!qFuzzyCompare(m_lineWidth, width)) HPDF_Page_SetLineWidth(m_page, x(width));
    m_stroke = colour;
    m_lineWidth = width;
}

void Canvas::text(double left, double base, const QString& text, Type type, QColor colour, Align align)
{
    if (text.isEmpty() || m_fault) return;
    const double wide = width(text, type);
    if (align == Align::Right) left -= wide;
    if (align == Align::Centre) left -= wide / 2;
    const double em = type.size / kPoints;
    m_pages.back().texts.push_back({QRectF{left, base - kAscent * em, wide, (kAscent + kDescent) * em}, text, type});
    const auto parts = runs(text, type.face);
    fillWith(colour);
    HPDF_Page_BeginText(m_page);
    if (type.spacing > 0) HPDF_Page_SetCharSpace(m_page, real(type.spacing));
    HPDF_Page_MoveTextPos(m_page, x(left), y(base));
    for (const auto& run : parts) {
        const auto handle = font(run.face);
        if (handle == nullptr) break;
        HPDF_Page_SetFontAndSize(m_page, handle, real(type.size));
        HPDF_Page_ShowText(m_page, run.text.toUtf8().constData());
    }
    if (type.spacing > 0) HPDF_Page_SetCharSpace(m_page, 0);
    HPDF_Page_EndText(m_page);
}

void Canvas::fitted(double left, double base, const QString& words, Type type, double least, double room, QColor colour, const char* what)
{
    type.size = fit(words, type, least, room);
    if (width(words, type) > room) fail("paper.text_too_long", QString::fromLatin1(what));
    text(left, base, words, type, colour);
}

void Canvas::descriptive(double left, double base, const QString& words, Type type, double least, double room, QColor colour)
{
    type.size = fit(words, type, least, room);
    text(left, base, shortened(words, type, room), type, colour);
}

void Canvas::background(const QString& words, double size, double degrees, QPointF centre, QColor colour)
{
    const Type type{Face::Bold, size};
    const auto parts = runs(words, type.face);
    const double angle = degrees * M_PI / 180;
    HPDF_Page_GSave(m_page);
    HPDF_Page_Concat(m_page, real(std::cos(angle)), real(std::sin(angle)), real(-std::sin(angle)), real(std::cos(angle)), x(centre.x()), y(centre.y()));
    fillWith(colour);
    HPDF_Page_BeginText(m_page);
    HPDF_Page_MoveTextPos(m_page, real(-width(words, type) / 2 * kPoints), real(-0.383 * size));
    for (const auto& run : parts) {
        if (font(run.face) == nullptr) break;
        HPDF_Page_SetFontAndSize(m_page, font(run.face), real(size));
        HPDF_Page_ShowText(m_page, run.text.toUtf8().constData());
    }
    HPDF_Page_EndText(m_page);
    HPDF_Page_GRestore(m_page);
    m_fill = QColor{};
}

} // namespace tresen::adapters::letter
