#include "ui/common/figures.h"
#include "app/core/limits.h"
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kHeroPixels = 24;        // from here up digits keep their natural widths
constexpr qsizetype kGlyphsOfText = 16;   // what keeping a text takes beside its glyphs, counted in glyphs
constexpr auto kEllipsis = u'…';

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

FigureFont::FigureFont(const QFont& font) : FigureFont{font, limits::kKeptTableGlyphs} {}

FigureFont::FigureFont(const QFont& font, int keptGlyphs)
    : m_font{font}, m_metrics{font}, m_raw{QRawFont::fromFont(font)}, m_shaped{keptGlyphs}, m_elided{keptGlyphs}
{
    if (font.letterSpacingType() == QFont::AbsoluteSpacing) m_spacing = font.letterSpacing();
    if (font.pixelSize() >= kHeroPixels && m_spacing <= 0) return;
    const auto glyphs = m_raw.glyphIndexesForString(u"0123456789"_s);
    if (glyphs.contains(0u)) return;
    for (const auto& advance : m_raw.advancesForGlyphIndexes(glyphs)) m_cell = qMax(m_cell, advance.x());
    m_cell += m_spacing;
}

// Glyphs of one font stand in one run: a run for each digit would take ten times the memory, and as many calls to draw it.
void FigureFont::append(Shaped& out, const QGlyphRun& run)
{
    if (out.runs.isEmpty() || out.runs.back().rawFont() != run.rawFont() || out.runs.back().flags() != run.flags()) {
        out.runs += run;
        return;
    }
    auto& last = out.runs.back();
    last.setGlyphIndexes(last.glyphIndexes() + run.glyphIndexes());
    last.setPositions(last.positions() + run.positions());
}

void FigureFont::appendCell(Shaped& out, QChar digit) const
{
    const auto glyph = m_raw.glyphIndexesForString(QString{digit});
    const auto advance = m_raw.advancesForGlyphIndexes(glyph).value(0).x();
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(glyph);
    run.setPositions({QPointF{out.width + (m_cell - m_spacing - advance) / 2, 0}});
    append(out, run);
    out.width += m_cell;
}

void FigureFont::appendText(Shaped& out, const QString& part) const
{
    QTextLayout layout{part, m_font};
    layout.setCacheEnabled(true);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setNumColumns(static_cast<int>(part.size()));
    layout.endLayout();
    line.setPosition({});
    const QPointF shift{out.width, -line.ascent()};
    for (auto run : line.glyphRuns()) {
        auto positions = run.positions();
        for (auto& position : positions) position += shift;
        run.setPositions(positions);
        append(out, run);
    }
    out.width += m_metrics.horizontalAdvance(part);
}

const FigureFont::Shaped& FigureFont::shaped(const QString& text) const
{
    if (const auto* known = m_shaped.object(text)) return *known;
    auto made = std::make_unique<Shaped>();
    QString letters;
    for (const QChar c : text) {
        if (m_cell <= 0 || !isFigure(c)) {
            letters += c;
            continue;
        }
        if (!letters.isEmpty()) appendText(*made, letters);
        letters.clear();
        appendCell(*made, c);
    }
    if (!letters.isEmpty()) appendText(*made, letters);
    const auto cost = kGlyphsOfText + text.size();
    if (cost > m_shaped.maxCost()) {
        m_tooLong = std::move(made);
        return *m_tooLong;
    }
    const auto& out = *made;
    m_shaped.insert(text, made.release(), cost);
    return out;
}

std::pair<QString, QString> FigureFont::inTwo(const QString& text, qreal room) const
{
    if (width(text) <= room) return {text, {}};
    qsizetype cut = -1;
    for (auto at = text.indexOf(u' '); at > 0 && width(text.left(at)) <= room; at = text.indexOf(u' ', at + 1)) cut = at;
    if (cut < 0) return {text, {}};
    return {text.left(cut), text.mid(cut + 1)};
}

qreal FigureFont::width(const QString& text) const
{
    return shaped(text).width;
}

QString FigureFont::elided(const QString& text, qreal room) const
{
    const QString key = QString::number(static_cast<int>(room)) + u'\n' + text;
    if (const auto* known = m_elided.object(key)) return *known;
    const auto measure = [this](const QString& part) {
        qreal sum = 0;
        for (const QChar c : part) sum += m_cell > 0 && isFigure(c) ? m_cell : 0;
        QString rest = part;
        if (m_cell > 0) rest.removeIf(isFigure);
        return sum + m_metrics.horizontalAdvance(rest);
    };
    qsizetype low = 0, high = text.size();   // the longest start that fits with the ellipsis
    while (low < high) {
        const auto middle = (low + high + 1) / 2;
        if (measure(text.left(middle) + kEllipsis) <= room) low = middle;
        else high = middle - 1;
    }
    if (low > 0 && text.at(low - 1).isHighSurrogate()) --low;
    auto out = text.left(low);
    while (out.endsWith(u' ')) out.chop(1);
    out += kEllipsis;
    m_elided.insert(key, new QString{out}, kGlyphsOfText + key.size());
    return out;
}

void FigureFont::draw(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text) const
{
    if (text.isEmpty()) return;
    constexpr qreal kSlack = 0.6;   // rounding of layouts must not elide
    const Shaped* line = &shaped(text);
    if (line->width > box.width() + kSlack) line = &shaped(elided(text, box.width()));
    qreal x = box.left();
    if (alignment.testFlag(Qt::AlignRight)) x = box.right() - line->width;
    else if (alignment.testFlag(Qt::AlignHCenter)) x = box.center().x() - line->width / 2;
    qreal y = box.center().y() + (m_metrics.ascent() - m_metrics.descent()) / 2;
    if (alignment.testFlag(Qt::AlignTop)) y = box.top() + m_metrics.ascent();
    else if (alignment.testFlag(Qt::AlignBottom)) y = box.bottom() - m_metrics.descent();
    const QPointF base{x, static_cast<qreal>(qRound(y))};
    for (const auto& run : line->runs) painter.drawGlyphRun(base, run);
}

FigureLabel::FigureLabel(FontRole role, Ink ink, QWidget* parent) : QLabel{parent}, m_role{role}, m_ink{ink}
{
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
}

const FigureFont& FigureLabel::figures() const
{
    if (!m_figures) m_figures = std::make_unique<FigureFont>(themeOf(this).font(m_role), limits::kKeptLabelGlyphs);
    return *m_figures;
}

QColor FigureLabel::color() const
{
    if (m_color.isValid()) return m_color;
    const auto& theme = themeOf(this);
    return isEnabled() ? theme.*m_ink : theme.text3;
}

void FigureLabel::setRole(FontRole role)
{
    if (m_role.px == role.px && m_role.weight == role.weight) return;
    m_role = role;
    m_figures.reset();
    updateGeometry();
    update();
}

void FigureLabel::setInk(Ink ink)
{
    if (m_ink == ink && !m_color.isValid()) return;
    m_ink = ink;
    m_color = QColor{};
    update();
}

void FigureLabel::setInk(const QColor& color)
{
    if (m_color == color) return;   // asked for while it paints, it would paint for ever
    m_color = color;
    update();
}

void FigureLabel::setWrapped()
{
    setWordWrap(true);
    setFont(themeOf(this).font(m_role));   // QLabel measures the lines
}

void FigureLabel::setElided(bool elided)
{
    m_elide = elided;
    updateGeometry();
}

QSize FigureLabel::sizeHint() const
{
    if (wordWrap()) return QLabel::sizeHint();
    const auto margins = contentsMargins();
    return {static_cast<int>(std::ceil(figures().width(text()))) + margins.left() + margins.right(),
            static_cast<int>(std::ceil(figures().lineHeight())) + margins.top() + margins.bottom()};
}

QSize FigureLabel::minimumSizeHint() const
{
    if (wordWrap()) return QLabel::minimumSizeHint();
    const auto hint = sizeHint();
    return m_elide ? QSize{qMin(hint.width(), themeOf(this).px(24)), hint.height()} : hint;
}

void FigureLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setPen(color());
    if (wordWrap()) {
        painter.setFont(figures().font());
        painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextWordWrap, text());
        return;
    }
    figures().draw(painter, contentsRect(), alignment(), text());
}

void FigureLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) {
        m_figures.reset();
        if (wordWrap()) setFont(themeOf(this).font(m_role));
        updateGeometry();
    }
    QLabel::changeEvent(event);
}

bool FigureLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_elide && toolTip().isEmpty()) {
        const bool cut = figures().width(text()) > contentsRect().width() + 1;
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), cut ? text() : QString{}, this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace tresen::ui
