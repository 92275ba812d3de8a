// BoardHeader: the board's column titles, small and quiet, aligned like their columns. A title can be dragged to another place, a border between two
// of them to make columns wider or narrower. Made by BoardView, which lays the columns out.
#pragma once
#include <QHeaderView>
#include <optional>
#include <utility>

namespace tresen::ui {

class BoardHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit BoardHeader(QWidget* parent = nullptr);

Q_SIGNALS:
    void borderTaken();
    void borderMoved(int left, int right, int by);   // columns beside it; pixels from where it was taken hold of
    void borderLeft();                               // it was let go
    void borderReset(int left, int right);           // double click

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    using Border = std::pair<int, int>;              // the columns left and right of it
    std::optional<Border> borderAt(int x) const;
    void showBorder(const std::optional<Border>& border);
    void letGo();

    std::optional<Border> m_near;                    // the mouse is over it, or drags it
    bool m_dragging = false;
    int m_from = 0;
};

} // namespace tresen::ui
