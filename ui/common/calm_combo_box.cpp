#include "ui/common/calm_combo_box.h"
#include <QWheelEvent>

namespace tresen::ui {

CalmComboBox::CalmComboBox(QWidget* parent) : QComboBox{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void CalmComboBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) QComboBox::wheelEvent(event);
    else event->ignore();
}

} // namespace tresen::ui
