// WorkBar: a slim bar that says how far a long piece of work is; without a known end (maximum 0) a part of it wanders. Used by the pages.
#pragma once
#include <QProgressBar>
#include <QTimer>

namespace tresen::ui {

class WorkBar final : public QProgressBar {
    Q_OBJECT
public:
    explicit WorkBar(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTimer m_steps;
    int m_step = 0;
};

} // namespace tresen::ui
