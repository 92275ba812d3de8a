#include "ui/common/check_line.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

CheckLine::CheckLine(const QString& text, QWidget* parent) : QCheckBox{text, parent}
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CheckLine::setNote(const QString& note, bool warning)
{
    m_note = note;
    m_warning = warning;
    setAccessibleDescription(note);
    updateGeometry();
    update();
}

QSize CheckLine::sizeHint() const
{
    const auto& theme = themeOf(this);
    const auto wide = qMax(QFontMetricsF{theme.font(type::row)}.horizontalAdvance(text()), QFontMetricsF{theme.font(type::smallMedium)}.horizontalAdvance(m_note));
    return {qRound(wide) + theme.px(40), theme.px(44)};
}

bool CheckLine::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void CheckLine::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    QPainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = theme.px(24);
    option.rect = QRect{theme.px(1), (height() - side) / 2, side, side};
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);
    const auto words = box.adjusted(theme.px(36), 0, 0, 0);
    painter.setPen(isEnabled() ? theme.text : theme.text3);
    painter.setFont(theme.font(type::row));
    drawLine(painter, m_note.isEmpty() ? words : words.adjusted(0, theme.px(3), 0, -height() / 2.0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!m_note.isEmpty()) {
        painter.setPen(m_warning ? theme.amber.word : theme.text2);
        painter.setFont(theme.font(type::smallMedium));
        drawLine(painter, words.adjusted(0, height() / 2.0, 0, -theme.px(3)), Qt::AlignLeft | Qt::AlignVCenter, m_note);
    }
    if (hasFocus()) drawFocus(painter, QRectF{option.rect}.adjusted(-3, -3, 3, 3), theme.px(8), theme.accentText);
}

} // namespace tresen::ui
