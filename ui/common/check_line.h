// CheckLine: a check box with a second, quieter line under its text ("Printer empty, the receipt follows"). Stands in the foot of sheets.
#pragma once
#include <QCheckBox>

namespace tresen::ui {

class CheckLine final : public QCheckBox {
    Q_OBJECT
public:
    explicit CheckLine(const QString& text, QWidget* parent = nullptr);
    void setNote(const QString& note, bool warning = false);   // also the accessible description
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    QString m_note;
    bool m_warning = false;
};

} // namespace tresen::ui
