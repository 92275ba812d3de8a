#include "ui/request/test_band.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TestBand::TestBand(QWidget* parent) : QWidget{parent}, m_text{new FigureLabel{type::fineStrong, &Theme::text, this}}
{
    setObjectName(u"request.test"_s);
    m_text->setObjectName(u"request.test_text"_s);
    m_text->setText(tr("The portal is in its test mode: no real money comes in over this link."));
    m_text->setWrapped();
    auto* row = new QHBoxLayout{this};
    row->addWidget(m_text);
    takeMeasures();
}

void TestBand::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(44), theme.px(8), theme.px(12), theme.px(8));
    m_text->setInk(theme.amber.word);
}

void TestBand::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), theme.px(8), theme.amber.tint, theme.amber.word);
    const qreal side = theme.px(20);
    drawIcon(painter, u"flask"_s, {static_cast<qreal>(theme.px(12)), (height() - side) / 2, side, side}, theme.amber.word, 2);
}

void TestBand::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
