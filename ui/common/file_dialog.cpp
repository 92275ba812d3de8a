#include "ui/common/file_dialog.h"
#include "ui/common/theme.h"
#include <QFileDialog>

namespace tresen::ui {
namespace {

constexpr int kDialogWidth = 880, kDialogHeight = 560;   // logical pixels

} // namespace

void openFileDialog(QFileDialog& dialog)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    const auto& theme = themeOf(&dialog);
    QSize size{theme.px(kDialogWidth), theme.px(kDialogHeight)};
    if (const auto* asker = dialog.parentWidget()) size = size.boundedTo(asker->window()->size());
    dialog.resize(size.expandedTo(dialog.minimumSizeHint()));
    dialog.open();
}

} // namespace tresen::ui
