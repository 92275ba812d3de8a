#include "ui/common/theme.h"
#include "ui/common/desk_style.h"
#include <QApplication>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr QColor rgb(QRgb value)
{
    return QColor{qRed(value), qGreen(value), qBlue(value)};
}

Theme lightTheme()
{
    Theme t;
    t.canvas = rgb(0xF3F5F7), t.surface = rgb(0xFFFFFF), t.sunken = rgb(0xEDF0F3), t.side = rgb(0xF6F8FA), t.hover = rgb(0xF6F8FA);
    t.line = rgb(0xE3E7EC), t.rowLine = rgb(0xEDF0F3), t.control = rgb(0x7C8797), t.buttonBorder = rgb(0xC3CAD4);
    t.buttonDisabled = rgb(0xF4F6F8), t.text = rgb(0x12171E), t.text2 = rgb(0x465160), t.text3 = rgb(0x5F6B7A);
    t.accent = rgb(0x1F4BC0), t.onAccent = rgb(0xFFFFFF), t.accentText = rgb(0x1F4BC0), t.accentTint = rgb(0xEDF2FE);
    t.verdictGo = rgb(0x0F7A45), t.verdictStay = rgb(0x2A323D), t.onVerdict = rgb(0xFFFFFF);
    t.toast = rgb(0x1B222C), t.toastBorder = QColor{}, t.onToast = rgb(0xFFFFFF), t.scrim = QColor{18, 23, 30, 112};
    t.dot = rgb(0xA9B3BF), t.scrollThumb = rgb(0xB6BEC9);
    t.plate = rgb(0xFFFFFF), t.plateText = rgb(0x12171E), t.plateBorder = rgb(0x39424E), t.plateStrip = rgb(0x1A3F9C);
    t.plateDone = rgb(0xFFFFFF), t.plateDoneBorder = rgb(0xB6BEC9), t.plateDoneStrip = rgb(0xC9D0D9);
    t.red = {rgb(0xA8221A), rgb(0xFDEDEB), rgb(0xC22F26), rgb(0xFFFFFF)};
    t.amber = {rgb(0x834700), rgb(0xFFF2DB), rgb(0xB45F00), rgb(0xFFFFFF)};
    t.violet = {rgb(0x55369A), rgb(0xF1ECFB), rgb(0x6A46B5), rgb(0xFFFFFF)};
    t.green = {rgb(0x0A6336), rgb(0xE2F5EA), rgb(0x0F7A45), rgb(0xFFFFFF)};
    t.petrol = {rgb(0x0A5A70), rgb(0xE1F3F8), rgb(0x0E7490), rgb(0xFFFFFF)};
    t.grey = {rgb(0x56616F), rgb(0xEDF0F3), rgb(0x6B7686), rgb(0xFFFFFF)};
    return t;
}

Theme darkTheme()
{
    Theme t;
    t.canvas = rgb(0x0E1217), t.surface = rgb(0x161B22), t.sunken = rgb(0x1E242D), t.side = rgb(0x1E242D), t.hover = rgb(0x1C222A);
    t.line = rgb(0x272E38), t.rowLine = rgb(0x20262F), t.control = rgb(0x6B7787), t.buttonBorder = rgb(0x4A5564);
    t.buttonDisabled = rgb(0x1A2028), t.text = rgb(0xECF0F4), t.text2 = rgb(0xB3BDC9), t.text3 = rgb(0x93A0B0);
    t.accent = rgb(0x3F6BE0), t.onAccent = rgb(0xFFFFFF), t.accentText = rgb(0x8FB0FF), t.accentTint = rgb(0x1A2440);
    t.verdictGo = rgb(0x1B7F4B), t.verdictStay = rgb(0x2A323D), t.onVerdict = rgb(0xFFFFFF);
    t.toast = rgb(0x2A323D), t.toastBorder = rgb(0x46515F), t.onToast = rgb(0xFFFFFF), t.scrim = QColor{0, 0, 0, 150};
    t.dot = rgb(0x5A6675), t.scrollThumb = rgb(0x4A5564);
    t.plate = rgb(0xD3D9E0), t.plateText = rgb(0x12171E), t.plateBorder = rgb(0xD3D9E0), t.plateStrip = rgb(0x1A3F9C);
    t.plateDone = rgb(0x161B22), t.plateDoneBorder = rgb(0x4A5564), t.plateDoneStrip = rgb(0x333C48);
    t.red = {rgb(0xFF9D93), rgb(0x321A1C), rgb(0xFF8D82), rgb(0x2A0E0D)};
    t.amber = {rgb(0xFFC266), rgb(0x33250E), rgb(0xFFB74D), rgb(0x2B1B00)};
    t.violet = {rgb(0xCBB5FF), rgb(0x2A2145), rgb(0xBDA2FF), rgb(0x1D1038)};
    t.green = {rgb(0x78E0A8), rgb(0x102D1E), rgb(0x5FD498), rgb(0x04210F)};
    t.petrol = {rgb(0x7FD3EA), rgb(0x0E2C37), rgb(0x62C6E2), rgb(0x03212B)};
    t.grey = {rgb(0xA7B2C0), rgb(0x222932), rgb(0x8794A5), rgb(0x12171D)};
    return t;
}

Tone plainTone(QRgb ink)
{
    return {rgb(ink), rgb(0xFFFFFF), rgb(ink), rgb(0xFFFFFF)};
}

Theme highContrastTheme()
{
    Theme t;
    const auto white = rgb(0xFFFFFF), black = rgb(0x000000);
    t.canvas = t.surface = t.sunken = t.side = white;
    t.hover = rgb(0xF0F0F0);
    t.line = t.rowLine = t.control = t.buttonBorder = black;
    t.buttonDisabled = white;
    t.text = t.text2 = black, t.text3 = rgb(0x1A1A1A);
    t.accent = t.accentText = rgb(0x0000B8), t.onAccent = white, t.accentTint = white;
    t.verdictGo = rgb(0x004D25), t.verdictStay = black, t.onVerdict = white;
    t.toast = black, t.toastBorder = white, t.onToast = white, t.scrim = QColor{0, 0, 0, 160};
    t.dot = t.scrollThumb = black;
    t.plate = white, t.plateText = black, t.plateBorder = black, t.plateStrip = rgb(0x1A3F9C);
    t.plateDone = white, t.plateDoneBorder = black, t.plateDoneStrip = rgb(0xC9D0D9);
    t.red = plainTone(0x8B0000), t.amber = plainTone(0x5C3300), t.violet = plainTone(0x3D1A86);
    t.green = plainTone(0x004D25), t.petrol = plainTone(0x00394A), t.grey = plainTone(0x333333);
    return t;
}

} // namespace

Theme Theme::make(ThemeKind kind, qreal scale)
{
    Theme t;
    switch (kind) {
    case ThemeKind::Light: t = lightTheme(); break;
    case ThemeKind::Dark: t = darkTheme(); break;
    case ThemeKind::HighContrast: t = highContrastTheme(); break;
    }
    t.kind = kind;
    t.scale = qBound(0.8, scale, 2.0);
    return t;
}

int Theme::px(qreal logical) const
{
    return qRound(logical * scale);
}

QFont Theme::font(FontRole role) const
{
    QFont f;
    f.setFamilies({u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    f.setPixelSize(qMax(1, px(role.px)));
    f.setWeight(static_cast<QFont::Weight>(role.weight));
    f.setHintingPreference(QFont::PreferVerticalHinting);
    if (role.px >= 24) f.setLetterSpacing(QFont::PercentageSpacing, 98);
    return f;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, canvas);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, side);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, red.solid);
    p.setColor(QPalette::PlaceholderText, text2);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Button, surface);
    p.setColor(QPalette::Light, surface);
    p.setColor(QPalette::Midlight, sunken);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, control);
    p.setColor(QPalette::Shadow, control);
    p.setColor(QPalette::Link, accentText);
    p.setColor(QPalette::LinkVisited, accentText);
    p.setColor(QPalette::ToolTipBase, toast);
    p.setColor(QPalette::ToolTipText, onToast);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) p.setColor(QPalette::Disabled, role, text3);
    return p;
}

void applyTheme(QApplication& app, ThemeKind kind, qreal scale)
{
    const auto theme = Theme::make(kind, scale);
    app.setPalette(theme.palette());
    app.setFont(theme.font(type::body));
    app.setStyle(new DeskStyle{theme});   // last: StyleChange is what the widgets measure themselves anew on
}

ThemeKind systemTheme(const QPalette& systemPalette)
{
    const bool isDark = systemPalette.color(QPalette::WindowText).lightness() > systemPalette.color(QPalette::Window).lightness();
    return isDark ? ThemeKind::Dark : ThemeKind::Light;
}

const Theme& themeOf(const QWidget* widget)
{
    if (const auto* own = qobject_cast<const DeskStyle*>(widget->style())) return own->theme();
    if (const auto* shared = qobject_cast<const DeskStyle*>(QApplication::style())) return shared->theme();
    static const Theme fallback = Theme::make(ThemeKind::Light);
    return fallback;
}

} // namespace tresen::ui
