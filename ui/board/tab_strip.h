// TabStrip: the board's five views with their counts; one click instead of a filter form. Made by BoardPage.
#pragma once
#include "ui/models/board_model.h"
#include <QAbstractButton>
#include <array>

class QButtonGroup;
class QHBoxLayout;

namespace tresen::ui {

class BoardTabButton final : public QAbstractButton {
    Q_OBJECT
public:
    BoardTabButton(const QString& title, bool urgent, QWidget* parent);
    void setCount(int count);
    int count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const QString m_title;
    const bool m_urgent;
    int m_count = 0;
};

class TabStrip final : public QWidget {
    Q_OBJECT
public:
    explicit TabStrip(QWidget* parent = nullptr);
    void setCounts(const BoardModel& model);
    void setCurrent(BoardTab tab);

Q_SIGNALS:
    void chosen(tresen::ui::BoardTab tab);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    std::array<BoardTabButton*, kBoardTabs> m_tabs{};
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
    QWidget* m_order;
};

} // namespace tresen::ui
