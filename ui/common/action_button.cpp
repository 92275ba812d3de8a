#include "ui/common/action_button.h"
#include "app/core/limits.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/state_look.h"
#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kButtonSide = 16, kButtonGap = 8, kLinkSide = 4, kLinkIcon = 16;   // logical pixels; without a frame the words keep clear of the focus ring

} // namespace

struct ActionButton::Colors {
    QColor fill, border, text, second, capBorder;
};

ActionButton::ActionButton(const QString& text, QWidget* parent) : QPushButton{text, parent}
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);   // Enter on a focused button is the sheet's business
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

ActionButton::~ActionButton() = default;

void ActionButton::setKind(Kind kind)
{
    if (m_kind == kind) return;
    m_kind = kind;
    update();
}

void ActionButton::setShape(Shape shape)
{
    m_shape = shape;
    m_label.reset();
    updateGeometry();
}

void ActionButton::setIconName(const QString& name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void ActionButton::setKeyHint(const QString& key)
{
    m_action.clear();
    m_key = key;
    describe();
}

void ActionButton::setKeyAction(const QString& action)
{
    m_action = action;
    m_key = m_keys.hint(action);
    describe();
}

void ActionButton::takeKeys(const KeyMap& keys)
{
    m_keys = keys;
    if (!m_action.isEmpty()) setKeyAction(m_action);
}

void ActionButton::setHint(const QString& hint)
{
    m_hint = hint;
    describe();
}

void ActionButton::setAvailable(bool available, const QString& reason)
{
    m_reason = available ? QString{} : reason;
    setEnabled(available);
    describe();
}

void ActionButton::setChosen(bool chosen)
{
    m_chosen = chosen;
    update();
}

void ActionButton::setCentered(bool centered)
{
    m_centered = centered;
    update();
}

QString ActionButton::secondLine() const
{
    const auto& what = isEnabled() ? m_hint : m_reason;
    if (m_key.isEmpty() || what.isEmpty()) return m_key + what;
    return m_key + u" · "_s + what;
}

void ActionButton::describe()
{
    const auto line = secondLine();
    setAccessibleDescription(line);
    if (!isEnabled() || m_shape == Shape::Small) setToolTip(isEnabled() ? m_hint : m_reason);
    else setToolTip({});
    updateGeometry();
    update();
}

const FigureFont& ActionButton::label(const Theme& theme) const
{
    if (!m_label) {
        m_label = std::make_unique<FigureFont>(theme.font(m_shape == Shape::Big ? type::bigButton : m_shape == Shape::Link ? type::small : type::rowStrong), limits::kKeptLabelGlyphs);
        m_second = std::make_unique<FigureFont>(theme.font(type::small), limits::kKeptLabelGlyphs);
    }
    return *m_label;
}

int ActionButton::heightPx(const Theme& theme) const
{
    return theme.px(m_shape == Shape::Big ? 56 : m_shape == Shape::Link ? 28 : 44);
}

void ActionButton::setKeyShown(bool shown)
{
    if (m_keyShown == shown) return;
    m_keyShown = shown;
    updateGeometry();
    update();
}

int ActionButton::keyRoom() const
{
    const auto& theme = themeOf(this);
    return m_shape == Shape::Big || m_key.isEmpty() ? 0 : static_cast<int>(std::ceil(keycapWidth(m_key, theme))) + theme.px(12);
}

QSize ActionButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    const bool big = m_shape == Shape::Big;
    qreal width = label(theme).width(text());
    if (big) width = qMax(width, m_second->width(secondLine()));
    if (!m_icon.isEmpty()) width += theme.px(big ? 24 : m_shape == Shape::Link ? kLinkIcon : 20) + (text().isEmpty() ? 0 : theme.px(big ? 12 : kButtonGap));
    if (m_keyShown) width += keyRoom();
    return {static_cast<int>(std::ceil(width)) + theme.px(2 * (m_shape == Shape::Link ? kLinkSide : kButtonSide)), heightPx(theme)};
}

QSize ActionButton::minimumSizeHint() const
{
    const auto& theme = themeOf(this);
    if (m_shape != Shape::Big) return sizeHint();
    // A big one may drop its icon and elide its second line, never its verb.
    return {static_cast<int>(std::ceil(label(theme).width(text()))) + theme.px(24), heightPx(theme)};
}

ActionButton::Colors ActionButton::colors(const Theme& theme) const
{
    if (!isEnabled()) return {theme.buttonDisabled, theme.line, theme.text3, theme.text3, theme.line};
    const auto plain = underMouse() ? theme.hover : theme.surface;
    if (m_chosen) return {theme.accentTint, theme.accentText, theme.accentText, theme.accentText, theme.accentText};
    switch (m_kind) {
    case Kind::Plain: return {plain, theme.buttonBorder, theme.text, theme.text2, theme.line};
    case Kind::Primary: {
        QColor cap = theme.onAccent;
        cap.setAlpha(110);
        return {isDown() ? theme.accent.darker(112) : theme.accent, {}, theme.onAccent, theme.onAccent, cap};
    }
    case Kind::Danger: return {plain, theme.red.solid, theme.red.word, theme.red.word, theme.red.solid};
    case Kind::Ghost: return {underMouse() ? theme.hover : QColor{}, {}, text().isEmpty() ? theme.text2 : theme.accentText, theme.text2, theme.line};
    }
    Q_UNREACHABLE();
}

void ActionButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const auto look = colors(theme);
    const QRectF box{rect()};
    const qreal radius = theme.px(8);
    QPainter painter{this};
    if (m_shape == Shape::Link) {
        const auto ink = !isEnabled() ? theme.text3 : underMouse() ? theme.text : theme.text2;
        const auto words = box.adjusted(theme.px(kLinkSide), 0, -theme.px(kLinkSide), 0);
        const qreal icon = theme.px(kLinkIcon), left = words.right() - label(theme).width(text()) - theme.px(kButtonGap) - icon;
        if (!m_icon.isEmpty() && left >= words.left() - 1) drawIcon(painter, m_icon, {left, (height() - icon) / 2, icon, icon}, ink);
        painter.setPen(ink);
        label(theme).draw(painter, words, Qt::AlignRight | Qt::AlignVCenter, text());
        if (hasFocus()) drawFocus(painter, box, theme.px(6), theme.accentText);
        return;
    }
    const bool dashed = theme.highContrast() && !isEnabled();   // there black on white says nothing of it
    drawBox(painter, box, radius, look.fill, look.border, m_chosen ? 2 : 1, dashed ? Qt::DashLine : Qt::SolidLine);
    paintContent(painter, theme, look);
    if (!hasFocus()) return;
    drawFocus(painter, box, radius, theme.accentText);
    if (m_kind == Kind::Primary) drawBox(painter, box.adjusted(2, 2, -2, -2), radius - 2, {}, theme.surface, 1.5);
}

void ActionButton::paintContent(QPainter& painter, const Theme& theme, const Colors& look)
{
    const bool big = m_shape == Shape::Big;
    const auto& words = label(theme);
    const qreal icon = m_icon.isEmpty() ? 0 : theme.px(big ? 24 : 20);
    const qreal gap = text().isEmpty() ? 0 : theme.px(big ? 12 : kButtonGap);
    const qreal cap = big || m_key.isEmpty() || !m_keyShown ? 0 : keycapWidth(m_key, theme);
    // In a narrow button the words are worth more than the picture.
    const auto second = big ? secondLine() : QString{};
    const qreal widest = second.isEmpty() ? words.width(text()) : qMax(words.width(text()), m_second->width(second));
    const bool iconFits = icon > 0 && (text().isEmpty() || theme.px(12) + icon + gap + widest + theme.px(8) <= width());
    qreal x = theme.px(iconFits || m_icon.isEmpty() ? kButtonSide : 12);
    if (m_centered) x = (width() - words.width(text()) - (iconFits ? icon + gap : 0) - (cap > 0 ? cap + theme.px(12) : 0)) / 2;
    else if (iconFits && big && x + icon + gap + widest > width() - theme.px(8)) x = theme.px(12);
    if (iconFits) {
        drawIcon(painter, m_icon, {x, (height() - icon) / 2, icon, icon}, look.text);
        x += icon + gap;
    }
    const qreal right = m_centered ? x + words.width(text()) + 2 : width() - theme.px(8) - (cap > 0 ? cap + theme.px(kButtonGap) : 0);
    painter.setPen(look.text);
    if (second.isEmpty()) {
        words.draw(painter, {x, 0, right - x, static_cast<qreal>(height())}, Qt::AlignLeft | Qt::AlignVCenter, text());
    } else {
        const qreal middle = height() / 2.0;
        words.draw(painter, {x, middle - theme.px(19), right - x, static_cast<qreal>(theme.px(20))}, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setPen(look.second);
        m_second->draw(painter, {x, middle + theme.px(1), right - x, static_cast<qreal>(theme.px(18))}, Qt::AlignLeft | Qt::AlignVCenter, second);
    }
    if (cap <= 0) return;
    const qreal capHeight = theme.px(22), capX = m_centered ? right + theme.px(10) : width() - theme.px(12) - cap;
    drawKeycap(painter, {capX, (height() - capHeight) / 2, cap, capHeight}, m_key, look.second, look.capBorder, theme);
}

void ActionButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) {
        m_label.reset();
        updateGeometry();
    }
    if (event->type() == QEvent::EnabledChange) describe();
    QPushButton::changeEvent(event);
}

} // namespace tresen::ui
