// Theme: every colour, font and measure of the desk, as one value. It lives in the application's style (DeskStyle); widgets and
// delegates read it with themeOf(). Sizes are logical pixels at font scale 1. A style of its own gives one widget another theme.
#pragma once
#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QWidget;

namespace tresen::ui {

enum class ThemeKind { Light, Dark, HighContrast };

// One status colour: word on tint, shape in solid, on = what stands on solid.
struct Tone {
    QColor word, tint, solid, on;
};

struct FontRole {
    int px;
    int weight;
};

// The roles of type; smaller than `small` nothing is set.
namespace type {
inline constexpr FontRole change{56, 700}, tendered{48, 600}, amount{36, 700}, stateWord{34, 700}, amountZero{28, 500};
inline constexpr FontRole figure{24, 600}, hookBig{22, 700}, headline{22, 600}, title{20, 600}, verdict{18, 600}, section{17, 600};
inline constexpr FontRole bigButton{16, 600}, search{16, 400}, tableAmount{15, 600}, tableZero{15, 400}, field{15, 400};
inline constexpr FontRole body{14, 400}, row{14, 500}, rowStrong{14, 600}, fine{13, 400}, fineMedium{13, 500}, fineStrong{13, 600};
inline constexpr FontRole small{12, 400}, smallMedium{12, 500}, smallStrong{12, 600};
}

struct Theme {
    ThemeKind kind = ThemeKind::Light;
    qreal scale = 1;   // 0.8 .. 2.0

    QColor canvas, surface, sunken, side, hover, line, rowLine, control, buttonBorder, buttonDisabled;
    QColor text, text2, text3;
    QColor accent, onAccent, accentText, accentTint;
    QColor verdictGo, verdictStay, onVerdict, toast, toastBorder, onToast, scrim;
    QColor dot, scrollThumb;                    // decoration: past events in the timeline, the scroll bar's thumb
    QColor plate, plateText, plateBorder, plateStrip, plateDone, plateDoneBorder, plateDoneStrip;
    Tone red, amber, violet, green, petrol, grey;

    static Theme make(ThemeKind kind, qreal scale = 1);   // scale is bounded to 0.8 .. 2.0

    int px(qreal logical) const;                          // whole pixels at this font scale
    QFont font(FontRole role) const;
    QPalette palette() const;
    bool dark() const { return kind == ThemeKind::Dark; }
    bool highContrast() const { return kind == ThemeKind::HighContrast; }
    // What a cached picture depends on besides its content and the device's pixel ratio: the theme and the scale.
    int number() const { return static_cast<int>(kind) * 1000 + px(100); }
};

using Ink = QColor Theme::*;

// Sets style, palette and font of the program; every widget is told by StyleChange. May be called again at any time.
void applyTheme(QApplication& app, ThemeKind kind, qreal scale = 1);

// Dark when the system's window text is lighter than its window (Qt 6.4 has no other sign); call it before applyTheme().
ThemeKind systemTheme(const QPalette& systemPalette);

// The theme that widget is drawn with: never dangling while the widget lives and its style stays; cheap enough for every paint.
const Theme& themeOf(const QWidget* widget);

} // namespace tresen::ui
