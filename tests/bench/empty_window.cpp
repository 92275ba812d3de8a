// The measure of bench_start: a program that shows an empty main window of the desk's size and does nothing else. It is linked with what
// the desk is linked with, and tells the moment it has been painted by the same means.
#include "app/core/milestone.h"
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

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
    window.show();
    return application.exec();
}
