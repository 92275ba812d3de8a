// CalmComboBox: a combo box that the wheel changes only while it has the focus: scrolling a page must set nothing. Used by sheets and settings.
#pragma once
#include <QComboBox>

namespace tresen::ui {

class CalmComboBox final : public QComboBox {
    Q_OBJECT
public:
    explicit CalmComboBox(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace tresen::ui
