#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

EmptyHint::EmptyHint(QWidget* parent)
    : QWidget{parent}, m_picture{new QWidget{this}}, m_title{new FigureLabel{type::headline, &Theme::text, this}}, m_text{new FigureLabel{type::field, &Theme::text2, this}},
      m_first{new ActionButton{{}, this}}, m_second{new ActionButton{{}, this}}, m_column{new QVBoxLayout{this}}
{
    m_first->setKind(ActionButton::Kind::Primary);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setElided(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWrapped();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch();
    m_column->setSpacing(0);
    m_column->addStretch(5);
    m_column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_column->addSpacing(1);
    m_column->addWidget(m_title);
    m_column->addSpacing(1);
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_text);
    middle->addStretch();
    m_column->addLayout(middle);
    m_column->addSpacing(1);
    m_column->addLayout(buttons);
    m_column->addStretch(6);
    takeMeasures();
}

void EmptyHint::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_picture->setFixedSize(theme.px(88), theme.px(88));
    m_text->setFixedWidth(theme.px(450));
    m_column->itemAt(2)->spacerItem()->changeSize(0, theme.px(24));
    m_column->itemAt(4)->spacerItem()->changeSize(0, theme.px(12));
    m_column->itemAt(6)->spacerItem()->changeSize(0, theme.px(28));
    m_column->itemAt(7)->layout()->setSpacing(theme.px(16));
    m_column->invalidate();
}

void EmptyHint::say(const QString& icon, const QString& title, const QString& text)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    update();
}

void EmptyHint::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{m_picture->geometry()};
    const qreal icon = theme.px(52);
    QPainter painter{this};
    drawBox(painter, box, theme.px(24), theme.sunken, theme.highContrast() ? theme.text : QColor{});
    drawIcon(painter, m_icon, {box.center().x() - icon / 2, box.center().y() - icon / 2, icon, icon}, theme.text2, 1.4);
}

void EmptyHint::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) takeMeasures();
    QWidget::changeEvent(event);
}

} // namespace tresen::ui
