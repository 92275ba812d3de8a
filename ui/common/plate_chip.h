// Plate chip: a number plate as the eye knows it, in four heights. drawPlate() for delegates, PlateChip as a widget for card and sheet.
#pragma once
#include "ui/common/theme.h"
#include <QWidget>

class QPainter;

namespace tresen::ui {

// height: logical pixels times scale; from 40 up with stars and the "D". done: grey and struck through.
int plateWidth(const QString& plate, int height, const Theme& theme);
void drawPlate(QPainter& painter, const QPointF& corner, int height, const QString& plate, bool done, const Theme& theme);

class PlateChip : public QWidget {
    Q_OBJECT
public:
    explicit PlateChip(int height, QWidget* parent = nullptr);   // logical pixels
    void setPlate(const QString& plate, bool done = false);      // also the accessible name
    QString plate() const { return m_plate; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const int m_height;
    QString m_plate;
    bool m_done = false;
};

} // namespace tresen::ui
