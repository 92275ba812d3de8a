#include "ui/common/desk_style.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

bool isField(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) != nullptr && widget->parentWidget() != nullptr
        && !widget->parentWidget()->inherits("QAbstractSpinBox") && !widget->parentWidget()->inherits("QComboBox");
}

// Drawn as a field although it is larger than one line.
bool isFramed(const QWidget* widget) { return qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QListWidget*>(widget) != nullptr; }

// Fusion draws the list of a choice as entries of a menu, as wide as the choice and without boxes.
bool isChoice(const QWidget* widget) { return qobject_cast<const QComboBox*>(widget) != nullptr; }

} // namespace

DeskStyle::DeskStyle(const Theme& theme) : QProxyStyle{u"Fusion"_s}, m_theme{theme} {}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool focus = option->state.testFlag(State_HasFocus);
    switch (element) {
    case PE_PanelLineEdit:
        if (!isField(widget)) break;
        if (qobject_cast<const QLineEdit*>(widget)->hasFrame())
            drawField(option->rect, option->state.testFlag(State_Enabled), focus, *painter);
        return;
    case PE_Frame:
        if (!isFramed(widget)) break;
        drawBox(*painter, option->rect, m_theme.px(8), {}, focus ? m_theme.accentText : m_theme.control, focus ? 2 : 1);
        return;
    case PE_IndicatorCheckBox: drawIndicator(false, *option, *painter); return;
    case PE_IndicatorRadioButton: drawIndicator(true, *option, *painter); return;
    case PE_PanelMenu:   // with its edge: a menu of Fusion's has no frame of its own
        drawBox(*painter, option->rect, 0, m_theme.surface, m_theme.control);
        return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, m_theme.toast); return;
    case PE_FrameFocusRect:
        drawFocus(*painter, focusBox(*option, widget), m_theme.px(6), m_theme.accentText);
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

// Of a box to tick round the box, whatever the style below asks for: round the words it would touch them.
QRect DeskStyle::focusBox(const QStyleOption& option, const QWidget* widget) const
{
    const bool check = qobject_cast<const QCheckBox*>(widget) != nullptr;
    if (!check && qobject_cast<const QRadioButton*>(widget) == nullptr) return option.rect;
    QStyleOptionButton whole;
    whole.initFrom(widget);
    return subElementRect(check ? SE_CheckBoxIndicator : SE_RadioButtonIndicator, &whole, widget);
}

void DeskStyle::drawField(const QRect& box, bool enabled, bool focus, QPainter& painter) const
{
    const bool dashed = m_theme.highContrast() && !enabled;   // there black on white says nothing of it
    drawBox(painter, box, m_theme.px(8), enabled ? m_theme.surface : m_theme.buttonDisabled, focus ? m_theme.accentText : m_theme.control, focus ? 2 : 1, dashed ? Qt::DashLine : Qt::SolidLine);
}

void DeskStyle::drawIndicator(bool round, const QStyleOption& option, QPainter& painter) const
{
    const QRectF box{option.rect};
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const auto ink = enabled ? m_theme.accent : m_theme.text3;
    const qreal radius = round ? box.width() / 2 : m_theme.px(6);
    drawBox(painter, box, radius, on ? ink : m_theme.surface, on ? ink : m_theme.control, 1.5);
    if (!on) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.onAccent);
        painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
    } else {
        painter.setPen(QPen{m_theme.onAccent, box.width() * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        const auto at = [&box](qreal x, qreal y) { return QPointF{box.left() + box.width() * x, box.top() + box.height() * y}; };
        painter.drawPolyline(QPolygonF{{at(0.26, 0.53), at(0.43, 0.69), at(0.75, 0.34)}});
    }
    painter.restore();
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* item = element == CE_MenuItem && !isChoice(widget) ? qstyleoption_cast<const QStyleOptionMenuItem*>(option) : nullptr;
    if (item != nullptr) return drawMenuItem(*item, *painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

// Where the words begin: behind the boxes to tick, if the menu has any.
int DeskStyle::menuTextLeft(const QStyleOptionMenuItem& option) const
{
    return m_theme.px(option.menuHasCheckableItems ? 48 : 16);
}

void DeskStyle::drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) const
{
    const QRectF box{option.rect};
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF{box.left() + m_theme.px(12), box.center().y(), box.width() - m_theme.px(24), 1}, m_theme.line);
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled), chosen = option.state.testFlag(State_Selected) && enabled;
    if (chosen) drawBox(painter, box.adjusted(m_theme.px(4), 1, -m_theme.px(4), -1), m_theme.px(6), m_theme.accent);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        QStyleOption tick;
        const int side = m_theme.px(20);
        tick.rect = QRect{option.rect.left() + m_theme.px(14), option.rect.center().y() - side / 2, side, side};
        tick.state = (option.checked ? State_On : State_Off) | (enabled ? State_Enabled : State_None);
        drawIndicator(false, tick, painter);
        if (chosen && option.checked) drawBox(painter, tick.rect, m_theme.px(6), {}, m_theme.onAccent, 1.5);
    }
    const auto ink = chosen ? m_theme.onAccent : enabled ? m_theme.text : m_theme.text3;
    const QRectF room{box.left() + menuTextLeft(option), box.top(), box.width() - menuTextLeft(option) - m_theme.px(16), box.height()};
    const auto parts = option.text.split(u'\t');
    constexpr int kFlags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter.setPen(ink);
    auto font = option.font;
    font.setItalic(m_theme.highContrast() && !enabled);   // there no grey says that it rests
    painter.setFont(font);
    painter.drawText(room, kFlags | Qt::AlignLeft | Qt::TextHideMnemonic, parts.front());
    if (parts.size() > 1) painter.drawText(room, kFlags | Qt::AlignRight, parts.last());
    const qreal side = m_theme.px(16);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) drawIcon(painter, u"chevron-right"_s, {box.right() - m_theme.px(12) - side, box.center().y() - side / 2, side, side}, ink, 2);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*slider, *painter, widget);
            return;
        }
    }
    if (const auto* box = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox*>(option) : nullptr; box) {   // the day of a date, too
        drawComboBox(*box, *painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// A field like the others, with a chevron.
void DeskStyle::drawComboBox(const QStyleOptionComboBox& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled), focus = option.state.testFlag(State_HasFocus);
    drawField(option.rect, enabled, focus, painter);
    const qreal side = m_theme.px(18);
    const QRectF arrow{option.rect.right() - m_theme.px(12) - side, option.rect.center().y() - side / 2 + 0.5, side, side};
    drawIcon(painter, u"chevron-down"_s, arrow, enabled ? m_theme.text2 : m_theme.text3, 2);
}

void DeskStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const
{
    painter.fillRect(option.rect, m_theme.surface);
    QRectF thumb{subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)};
    const bool upright = option.orientation == Qt::Vertical;
    thumb = upright ? thumb.adjusted(2, 2, -3, -2) : thumb.adjusted(2, 2, -2, -3);
    const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
    const bool hot = option.state.testFlag(State_MouseOver) || option.activeSubControls.testFlag(SC_ScrollBarSlider);
    drawBox(painter, thumb, radius, hot ? m_theme.control : m_theme.scrollThumb);
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const
{
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField) return option->rect.adjusted(m_theme.px(13), 1, -m_theme.px(36), -1);
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow) return QRect{option->rect.right() - m_theme.px(36), option->rect.top(), m_theme.px(36) + 1, option->rect.height()};
    const auto* slider = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
    if (slider == nullptr) return QProxyStyle::subControlRect(control, option, sub, widget);
    const bool upright = slider->orientation == Qt::Vertical;
    const int length = upright ? slider->rect.height() : slider->rect.width();
    const qint64 range = static_cast<qint64>(slider->maximum) - slider->minimum;
    int thumb = length;
    if (range > 0) thumb = static_cast<int>(qBound(qMin(qint64{m_theme.px(32)}, qint64{length}), length * static_cast<qint64>(slider->pageStep) / (range + slider->pageStep), qint64{length}));
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - thumb, slider->upsideDown);
    const auto part = [&](int from, int size) { return upright ? QRect{0, from, slider->rect.width(), size} : QRect{from, 0, size, slider->rect.height()}; };
    switch (sub) {
    case SC_ScrollBarSlider: return part(start, thumb);
    case SC_ScrollBarGroove: return part(0, length);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + thumb, length - start - thumb);
    default: return {};   // no arrow buttons
    }
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents && isField(widget)) return option->rect.adjusted(m_theme.px(13), 1, -m_theme.px(12), -1);
    // The frame of the focus goes round the box: round the words it would touch them.
    if (element == SE_CheckBoxFocusRect) return QProxyStyle::subElementRect(SE_CheckBoxIndicator, option, widget);
    if (element == SE_RadioButtonFocusRect) return QProxyStyle::subElementRect(SE_RadioButtonIndicator, option, widget);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    auto out = QProxyStyle::sizeFromContents(type, option, size, widget);
    if ((type == CT_LineEdit && isField(widget)) || type == CT_ComboBox || type == CT_SpinBox || type == CT_PushButton)
        out.setHeight(qMax(out.height(), m_theme.px(44)));
    if (type == CT_PushButton) out.setWidth(qMax(out.width(), size.width() + m_theme.px(32)));   // of the system's dialogs
    if (type == CT_CheckBox || type == CT_RadioButton) out.setHeight(qMax(out.height(), m_theme.px(44)));
    if (type == CT_ComboBox) out.setWidth(qMax(out.width(), size.width() + m_theme.px(13 + 36)));
    if (type == CT_MenuItem) out.setHeight(qMax(out.height(), m_theme.px(36)));
    if (const auto* item = type == CT_MenuItem && !isChoice(widget) ? qstyleoption_cast<const QStyleOptionMenuItem*>(option) : nullptr) {
        const bool line = item->menuItemType == QStyleOptionMenuItem::Separator;
        // size: of the words before the key, which the menu itself makes room for.
        const int between = m_theme.px(item->text.contains(u'\t') || item->menuItemType == QStyleOptionMenuItem::SubMenu ? 40 : 16);
        return {line ? m_theme.px(40) : menuTextLeft(*item) + size.width() + between, line ? m_theme.px(9) : qMax(size.height(), m_theme.px(36))};
    }
    return out;
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return m_theme.px(10);
    case PM_ScrollBarSliderMin: return m_theme.px(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_theme.px(24);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return m_theme.px(12);
    case PM_TextCursorWidth: return 2;
    case PM_DefaultFrameWidth:
        if (isFramed(widget)) return m_theme.px(8);
        break;
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QListWidget*>(widget) != nullptr) return m_theme.px(8);
        break;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_MovementWithoutUpdatingSelection: return 1;
    case SH_ToolTip_WakeUpDelay: return 400;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace tresen::ui
