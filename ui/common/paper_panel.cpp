#include "ui/common/paper_panel.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"

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

void PanelLine::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(rect(), themeOf(this).line);
}

} // namespace tresen::ui
