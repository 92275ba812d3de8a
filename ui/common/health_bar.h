// HealthBar: how portal, mail, printer, terminal and data are doing: dot or triangle, name and word. Narrow: only the worst. A click
// asks for the diagnostics page. Stands in the top bar; fed by the main window.
#pragma once
#include <QAbstractButton>
#include <vector>

namespace tresen::ui {

enum class Health { Good, Off, Notice, Bad };   // Off: not set up, not wanted

struct HealthItem {
    QString name, word;          // worded: "Printer", "empty"
    Health health = Health::Good;
    QString since;               // for the tool tip
};

class HealthBar final : public QAbstractButton {
    Q_OBJECT
public:
    explicit HealthBar(QWidget* parent = nullptr);
    void setItems(std::vector<HealthItem> items);

    QSize sizeHint() const override;          // all items side by side
    QSize minimumSizeHint() const override;   // only the worst
    int worstWidth() const;                   // pixels that the worst alone needs, with the line under it

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int fullWidth() const;
    const HealthItem* worst() const;
    void paintItem(QPainter& painter, const HealthItem& item, qreal x) const;
    void paintWorst(QPainter& painter) const;
    QStringList worstLines() const;           // two, or none without items

    std::vector<HealthItem> m_items;
};

} // namespace tresen::ui
