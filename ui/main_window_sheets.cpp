// The sheets the main window opens over the board.
#include "ui/main_window.h"
#include <QMenu>

namespace tresen::ui {

void MainWindow::openPayment(const domain::InvoiceId&) {}
void MainWindow::openHandOver(const domain::InvoiceId&) {}
void MainWindow::openMore(const domain::InvoiceId&, const QPoint&) {}

} // namespace tresen::ui
