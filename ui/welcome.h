// Welcome: what is shown while a fresh profile is filled with the sample workshop. Opened by the desk at its very first start.
#pragma once
#include <QWidget>

namespace tresen::ui {

class Welcome final : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(QWidget* parent = nullptr);
    void setProgress(int step, int of);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_step = 0, m_of = 1;
};

} // namespace tresen::ui
