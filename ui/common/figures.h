// Figures: text whose digits stand in equal cells (Inter's own differ in width and Qt 6.4 cannot ask for tabular ones), and a label
// made of it. Below 24 px every digit gets the cell of the widest; alone-standing hero figures keep their natural widths.
#pragma once
#include "ui/common/theme.h"
#include <QCache>
#include <QGlyphRun>
#include <QFontMetricsF>
#include <QLabel>
#include <memory>
#include <QRawFont>
#include <utility>

namespace tresen::ui {

// One font, measured once. The texts drawn last are kept as they were shaped, so that repainting a table shapes nothing. Used in the UI thread only.
class FigureFont {
public:
    // How much is kept: limits::kKeptTableGlyphs for what paints many texts in turn, limits::kKeptLabelGlyphs for what shows one at a time.
    FigureFont(const QFont& font, int keptGlyphs);
    explicit FigureFont(const QFont& font);   // of a table

    const QFont& font() const { return m_font; }
    qreal width(const QString& text) const;
    qreal lineHeight() const { return m_metrics.height(); }
    // The text in two lines of at most `room` pixels, broken at a space; the second may still have to be elided. It is empty when one line will do or
    // no space comes early enough.
    std::pair<QString, QString> inTwo(const QString& text, qreal room) const;
    // Draws in the painter's pen, elided at the right when the box is too narrow.
    void draw(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text) const;
    int keptGlyphs() const { return static_cast<int>(m_shaped.totalCost()); }   // never more than it was made for
    int runsOf(const QString& text) const { return static_cast<int>(shaped(text).runs.size()); }

private:
    struct Shaped {
        QList<QGlyphRun> runs;   // positions from the left end of the base line
        qreal width = 0;
    };
    static void append(Shaped& out, const QGlyphRun& run);
    const Shaped& shaped(const QString& text) const;
    void appendCell(Shaped& out, QChar digit) const;
    void appendText(Shaped& out, const QString& part) const;
    QString elided(const QString& text, qreal room) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    QRawFont m_raw;
    qreal m_cell = 0;        // 0: natural widths
    qreal m_spacing = 0;
    mutable QCache<QString, Shaped> m_shaped;
    mutable QCache<QString, QString> m_elided;
    mutable std::unique_ptr<Shaped> m_tooLong;   // the last one that is more than all that may be kept
};

// A label in one role and ink of the theme, digits in cells. Its accessible name is its live text.
class FigureLabel : public QLabel {
    Q_OBJECT
public:
    explicit FigureLabel(FontRole role, Ink ink = &Theme::text, QWidget* parent = nullptr);

    void setRole(FontRole role);
    void setInk(Ink ink);
    void setInk(const QColor& color);      // for status tones; the caller sets it again on a theme change
    void setWrapped();                     // several lines, in natural digits
    void setElided(bool elided);           // may become narrower than its text; the whole text is then the tool tip

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    const FigureFont& figures() const;
    QColor color() const;

    FontRole m_role;
    Ink m_ink;
    QColor m_color;
    bool m_elide = false;
    mutable std::unique_ptr<FigureFont> m_figures;
};

} // namespace tresen::ui
