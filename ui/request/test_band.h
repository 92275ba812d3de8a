// TestBand: says over a request that the portal is in its test mode: whoever pays this pays nothing. Made by RequestSheet.
#pragma once
#include <QWidget>

namespace tresen::ui {

class FigureLabel;

class TestBand final : public QWidget {
    Q_OBJECT
public:
    explicit TestBand(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    FigureLabel* m_text;
};

} // namespace tresen::ui
