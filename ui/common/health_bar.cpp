#include "ui/common/health_bar.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/common/state_look.h"
#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMark = 19, kMarkGap = 16, kLeast = 38, kWorstText = 30;   // logical pixels

bool isTrouble(Health health)
{
    return health == Health::Notice || health == Health::Bad;
}

qreal itemWidth(const HealthItem& item, const Theme& theme)
{
    const QFontMetricsF name{theme.font(type::smallMedium)}, word{theme.font(isTrouble(item.health) ? type::smallStrong : type::small)};
    return theme.px(kMark) + qMax<qreal>(theme.px(kLeast), std::ceil(qMax(name.horizontalAdvance(item.name), word.horizontalAdvance(item.word))));
}

void drawMark(QPainter& painter, Health health, const QRectF& box, const Theme& theme)
{
    if (isTrouble(health)) {
        const auto& tone = health == Health::Bad ? theme.red : theme.amber;
        drawGlyph(painter, Look::Notice, box.adjusted(-2, -2, 2, 2), tone.solid, tone.on);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme.scale * 4.5;
    if (health == Health::Good) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.green.solid);
        painter.drawEllipse(box.center(), radius, radius);
        return;
    }
    painter.setPen(QPen{theme.grey.solid, 1.5});   // a hollow ring: not set up
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(box.center(), radius - 0.75, radius - 0.75);
}

} // namespace

HealthBar::HealthBar(QWidget* parent) : QAbstractButton{parent}
{
    setObjectName(u"health"_s);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(tr("State of the connections"));
}

void HealthBar::setItems(std::vector<HealthItem> items)
{
    m_items = std::move(items);
    QStringList spoken, tips;
    for (const auto& item : m_items) {
        spoken += item.name + u' ' + item.word;
        tips += item.since.isEmpty() ? spoken.last() : tr("%1 since %2").arg(spoken.last(), item.since);
    }
    setText(spoken.join(u", "_s));
    setToolTip(tips.join(u'\n'));
    updateGeometry();
    update();
}

int HealthBar::fullWidth() const
{
    const auto& theme = themeOf(this);
    qreal width = theme.px(8);
    for (const auto& item : m_items) width += itemWidth(item, theme) + theme.px(kMarkGap);
    return static_cast<int>(std::ceil(width));
}

const HealthItem* HealthBar::worst() const
{
    const HealthItem* out = nullptr;
    for (const auto& item : m_items)
        if (out == nullptr || item.health > out->health) out = &item;
    return out;
}

QStringList HealthBar::worstLines() const
{
    const auto* item = worst();
    if (item == nullptr) return {};
    const int good = static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const auto& one) { return one.health == Health::Good; }));
    if (isTrouble(item->health)) return {item->name + u' ' + item->word, tr("%n more ready", nullptr, good)};
    return {tr("All ready"), tr("%n connection(s)", nullptr, good)};
}

int HealthBar::worstWidth() const
{
    const auto lines = worstLines();
    if (lines.isEmpty()) return 0;
    const auto& theme = themeOf(this);
    const qreal first = QFontMetricsF{theme.font(type::fineStrong)}.horizontalAdvance(lines[0]), second = QFontMetricsF{theme.font(type::small)}.horizontalAdvance(lines[1]);
    return theme.px(kWorstText + 4) + static_cast<int>(std::ceil(qMax(first, second)));
}

QSize HealthBar::sizeHint() const
{
    return {fullWidth(), themeOf(this).px(44)};
}

QSize HealthBar::minimumSizeHint() const
{
    const auto& theme = themeOf(this);
    return {qMin(fullWidth(), theme.px(150)), theme.px(44)};
}

void HealthBar::paintItem(QPainter& painter, const HealthItem& item, qreal x) const
{
    const auto& theme = themeOf(this);
    const qreal middle = height() / 2.0, line = theme.px(18), mark = theme.px(14), text = x + theme.px(kMark);
    drawMark(painter, item.health, {x, middle - line + (line - mark) / 2, mark, mark}, theme);
    painter.setPen(theme.text);
    painter.setFont(theme.font(type::smallMedium));
    painter.drawText(QRectF{text, middle - line, width() - text, line}, Qt::AlignVCenter, item.name);
    const bool trouble = isTrouble(item.health);
    painter.setPen(item.health == Health::Bad ? theme.red.word : trouble ? theme.amber.word : theme.text2);
    painter.setFont(theme.font(trouble ? type::smallStrong : type::small));
    painter.drawText(QRectF{text, middle, width() - text, line}, Qt::AlignVCenter, item.word);
}

void HealthBar::paintWorst(QPainter& painter) const
{
    const auto* item = worst();
    if (item == nullptr) return;
    const auto& theme = themeOf(this);
    const auto lines = worstLines();
    const bool trouble = isTrouble(item->health);
    const qreal middle = height() / 2.0, mark = theme.px(18), text = theme.px(kWorstText), line = theme.px(19);
    drawMark(painter, trouble ? item->health : Health::Good, {static_cast<qreal>(theme.px(4)), middle - mark / 2, mark, mark}, theme);
    painter.setPen(theme.text);
    painter.setFont(theme.font(type::fineStrong));
    drawLine(painter, {text, middle - line, width() - text, line}, Qt::AlignVCenter, lines[0]);
    painter.setPen(theme.text2);
    painter.setFont(theme.font(type::small));
    drawLine(painter, {text, middle, width() - text, line}, Qt::AlignVCenter, lines[1]);
}

void HealthBar::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    if (underMouse()) drawBox(painter, rect(), theme.px(8), theme.hover);
    if (width() < fullWidth()) {
        paintWorst(painter);
    } else {
        qreal x = theme.px(4);
        for (const auto& item : m_items) {
            paintItem(painter, item, x);
            x += itemWidth(item, theme) + theme.px(kMarkGap);
        }
    }
    if (hasFocus()) drawFocus(painter, rect(), theme.px(8), theme.accentText);
}

void HealthBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace tresen::ui
