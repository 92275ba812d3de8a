// DeskStyle: Fusion with the desk's own fields, check boxes, menus, scroll bars and tool tips. It carries the Theme; applyTheme() makes it.
// A proxy style, not a style sheet: a style sheet wraps every widget's painting and costs layout time.
#pragma once
#include "ui/common/theme.h"
#include <QProxyStyle>
#include <QStyleOptionSlider>

namespace tresen::ui {

class DeskStyle final : public QProxyStyle {
    Q_OBJECT
public:
    explicit DeskStyle(const Theme& theme);
    const Theme& theme() const { return m_theme; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;

private:
    void drawField(const QRect& box, bool enabled, bool focus, QPainter& painter) const;
    void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter) const;
    void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) const;
    int menuTextLeft(const QStyleOptionMenuItem& option) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
    void drawIndicator(bool round, const QStyleOption& option, QPainter& painter) const;

    const Theme m_theme;
};

} // namespace tresen::ui
