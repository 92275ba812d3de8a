// The measure of bench_start: a program that shows an empty main window of the desk's size and does nothing else. It is linked with what
// the desk is linked with, and tells the moment it has been painted by the same means. "furnished": with a menu, a tool bar and a table.
#include "app/core/milestone.h"
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QTableWidget>
#include <QTimer>
#include <QToolBar>

namespace {

class EmptyWindow final : public QMainWindow {
protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_painted, true)) return;
        QTimer::singleShot(0, this, [] { tresen::milestone("painted"); });
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char** argv)
{
    tresen::milestone("main");
    QApplication application{argc, argv};
    EmptyWindow window;
    window.resize(1440, 900);
    if (argc > 1 && qstrcmp(argv[1], "furnished") == 0) {
        window.menuBar()->addMenu(QStringLiteral("Datei"))->addAction(QStringLiteral("Beenden"));
        window.addToolBar(QStringLiteral("Werkzeuge"))->addAction(QStringLiteral("Neu"));
        window.setCentralWidget(new QTableWidget{30, 7});
    }
    window.show();
    return application.exec();
}
