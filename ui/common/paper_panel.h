// PaperPanel: the white box with round corners and a hairline that the pages' contents stand in; PanelLine: a hairline across it.
#pragma once
#include <QWidget>

class QVBoxLayout;

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

void fillPage(QWidget* page, PaperPanel* panel);   // the panel is all of it
// The usual page: its head, a line, and what it is for, which takes the rest. Answers the column they stand in, for its measures.
QVBoxLayout* framePage(QWidget* page, PaperPanel* panel, QWidget* head, QLayout* content);

} // namespace tresen::ui
