// FlowLayout: widgets one beside the other, in further rows where there is no room; for rows of small buttons. Used by the pages.
#pragma once
#include <QLayout>
#include <vector>

namespace tresen::ui {

class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent);
    ~FlowLayout() override;

    void addGap();                                 // some room before the next one
    void clear();                                  // with the widgets

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, /*really=*/false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& box) override;

private:
    int place(const QRect& box, bool really) const;
    int step() const;

    std::vector<QLayoutItem*> m_items;
    std::vector<std::size_t> m_gaps;               // before which items
};

} // namespace tresen::ui
