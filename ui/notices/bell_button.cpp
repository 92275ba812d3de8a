#include "ui/notices/bell_button.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

BellButton::BellButton(QWidget* parent) : QAbstractButton{parent}
{
    setObjectName(u"bell"_s);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(tr("Messages"));
}

void BellButton::setUnseen(int count)
{
    if (count == m_unseen) return;
    m_unseen = count;
    setText(count > 0 ? tr("Messages, %n new", nullptr, count) : tr("Messages"));
    update();
}

QSize BellButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {theme.px(44), theme.px(44)};
}

void BellButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    const qreal icon = theme.px(24);
    QPainter painter{this};
    if (underMouse() || isDown()) drawBox(painter, box, theme.px(8), isDown() ? theme.sunken : theme.hover);
    const QRectF picture{box.center().x() - icon / 2, box.center().y() - icon / 2, icon, icon};
    drawIcon(painter, u"bell"_s, picture, m_unseen > 0 ? theme.text : theme.text2, m_unseen > 0 ? 2 : 1.75);
    if (m_unseen > 0) {
        const FigureFont figures{theme.font(type::smallStrong)};
        const auto count = m_unseen > 99 ? u"99+"_s : QString::number(m_unseen);
        const qreal height = theme.px(16), width = qMax(height, figures.width(count) + theme.px(8));
        const QRectF badge{qMin(picture.center().x() + theme.px(1), box.right() - width), box.top() + theme.px(3), width, height};
        drawBox(painter, badge, height / 2, theme.text, theme.canvas, 1);
        painter.setPen(theme.surface);
        figures.draw(painter, badge, Qt::AlignCenter, count);
    }
    if (hasFocus()) drawFocus(painter, box, theme.px(8), theme.accentText);
}

void BellButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace tresen::ui
