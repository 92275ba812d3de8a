// BellButton: how many messages nobody has looked at yet; a click shows them all. Stands in the top bar.
#pragma once
#include <QAbstractButton>

namespace tresen::ui {

class BellButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit BellButton(QWidget* parent = nullptr);
    void setUnseen(int count);
    int unseen() const { return m_unseen; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_unseen = 0;
};

} // namespace tresen::ui
