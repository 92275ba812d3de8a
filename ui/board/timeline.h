// Timeline: what has happened to one invoice, newest first; shows as many entries as fit whole, and a link to the rest. Made by DetailPanel.
#pragma once
#include "ui/board/board_detail.h"
#include "ui/common/figures.h"
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;

class Timeline final : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setEntries(const std::vector<TimelineEntry>& entries, Instant now);
    int shownEntries() const { return m_fitting; }

Q_SIGNALS:
    void allRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QWidget* box;
        FigureLabel *time, *text, *sub;
        Look look;
    };
    Line makeLine();
    void takeMeasures();
    void fit();
    int lineHeight() const;

    FigureLabel* m_title;
    ActionButton* m_all;
    QWidget* m_head;
    std::vector<Line> m_lines;
    int m_used = 0;      // lines with an entry
    int m_fitting = 0;   // lines that fit
};

} // namespace tresen::ui
