// BoardHeader: the board's column titles, small and quiet, aligned like their columns. Made by BoardView.
#pragma once
#include <QHeaderView>

namespace tresen::ui {

class BoardHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit BoardHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tresen::ui
