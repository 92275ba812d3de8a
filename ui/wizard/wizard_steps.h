// WizardSteps: the five questions of the first set-up one below the other, with the one that is asked now. Shown only; made by WizardFrame.
#pragma once
#include <QWidget>

namespace tresen::ui {

class WizardSteps final : public QWidget {
    Q_OBJECT
public:
    explicit WizardSteps(QWidget* parent = nullptr);
    void setCurrent(int question);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_current = 1;
};

} // namespace tresen::ui
