// RowTable: what the tables of the desk have in common: whole rows without a grid, the row under the pointer, frames that follow the focus, measures that
// follow the style. Base of BoardView and ListView; their delegates ask for the row under the pointer.
#pragma once
#include <QTableView>

namespace tresen::ui {

class RowTable : public QTableView {
    Q_OBJECT
public:
    static bool isHovered(const QWidget* table, const QModelIndex& index);   // its row is under the pointer; for delegates

protected:
    explicit RowTable(QHeaderView* titles, QWidget* parent);

    QRectF boxOf(int row) const;                          // of the whole row, in the viewport
    virtual void takeMeasures() = 0;                      // of the theme
    virtual void layOutColumns() = 0;                     // into the width there is

    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void hover(int row);
    int m_hovered = -1;
};

} // namespace tresen::ui
