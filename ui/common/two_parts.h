// TwoParts: a main part with a side of fixed width at its right, or below it in a window too narrow for both, as with big letters. Used by sheets.
#pragma once
#include <QWidget>

class QBoxLayout;

namespace tresen::ui {

class TwoParts final : public QWidget {
    Q_OBJECT
public:
    TwoParts(QWidget* main, QWidget* side, QWidget* parent = nullptr);   // beside the main part the side is as wide as its minimumWidth()
    bool isStacked() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    int leastOfMain() const;

    QWidget *m_main, *m_side;
    QBoxLayout* m_row;
};

} // namespace tresen::ui
