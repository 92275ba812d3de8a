#include "ui/common/paper_panel.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include <QVBoxLayout>

namespace tresen::ui {

void PaperPanel::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(12), theme.surface, theme.line);
}

PanelLine::PanelLine(QWidget* parent) : QWidget{parent}
{
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void fillPage(QWidget* page, PaperPanel* panel)
{
    auto* whole = new QVBoxLayout{page};
    whole->setContentsMargins({});
    whole->addWidget(panel);
}

QVBoxLayout* framePage(QWidget* page, PaperPanel* panel, QWidget* head, QLayout* content)
{
    auto* column = new QVBoxLayout{panel};
    column->addWidget(head);
    column->addWidget(new PanelLine{panel});
    column->addLayout(content, 1);
    fillPage(page, panel);
    return column;
}

void PanelLine::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), themeOf(this).line);
}

} // namespace tresen::ui
