// CountTile: shape, number and word on the tint of a finding. Four of them stand over the intake's list.
#pragma once
#include "ui/common/state_look.h"
#include <QWidget>

class QHBoxLayout;

namespace tresen::ui {

class FigureLabel;

class CountTile final : public QWidget {
    Q_OBJECT
public:
    CountTile(Look look, const QString& word, QWidget* parent = nullptr);
    void setCount(int count);          // 0 is shown without its tone: nothing to look at
    void setWord(const QString& word);
    int count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    const Look m_look;
    int m_count = 0;
    FigureLabel *m_number, *m_word;
    QHBoxLayout* m_row;
};

} // namespace tresen::ui
