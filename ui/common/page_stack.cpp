#include "ui/common/page_stack.h"

namespace tresen::ui {

PageStack::PageStack(QWidget* parent) : QStackedWidget{parent}
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize PageStack::minimumSizeHint() const
{
    const auto* page = currentWidget();
    return page != nullptr ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QSize{};
}

} // namespace tresen::ui
