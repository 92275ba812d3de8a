// PaperPanel: the white box with round corners and a hairline that the pages' contents stand in; PanelLine: a hairline across it.
#pragma once
#include <QWidget>

namespace tresen::ui {

class PaperPanel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class PanelLine final : public QWidget {
    Q_OBJECT
public:
    explicit PanelLine(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tresen::ui
