#include "ui/welcome.h"
#include "ui/common/figures.h"
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

Welcome::Welcome(QWidget* parent) : QWidget{parent}
{
    const auto& theme = themeOf(this);
    setWindowTitle(u"Tresen"_s);
    setFixedSize(theme.px(560), theme.px(220));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(theme.px(40), theme.px(40), theme.px(40), theme.px(56));
    auto* title = new FigureLabel{type::headline, &Theme::text};
    title->setText(tr("Setting up the sample workshop"));
    auto* text = new FigureLabel{type::body, &Theme::text2};
    text->setWrapped();
    text->setText(tr("About forty invoices with made-up people and cars, to try everything without risk. This takes a few seconds, once."));
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch();
}

void Welcome::setProgress(int step, int of)
{
    m_step = step;
    m_of = std::max(1, of);
    update();
}

void Welcome::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.surface);
    const QRect bar{theme.px(40), height() - theme.px(44), width() - theme.px(80), theme.px(6)};
    painter.fillRect(bar, theme.sunken);
    painter.fillRect(QRect{bar.topLeft(), QSize{bar.width() * m_step / m_of, bar.height()}}, theme.accent);
}

} // namespace tresen::ui
