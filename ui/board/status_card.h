// StatusCard: the answer to "may this key go?": plate, hook, state, amount and the verdict bar. Its texts are child labels, so a screen
// reader finds them; the card paints ground, shape and bar. Made by DetailPanel.
#pragma once
#include "ui/board/advice.h"
#include "ui/board/board_detail.h"
#include "ui/common/figures.h"
#include <QFrame>

class QVBoxLayout;

namespace tresen::ui {

class PlateChip;

class VerdictBar final : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* parent = nullptr);
    void say(bool go, const QString& verdict, const QString& rule);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    FigureLabel* m_verdict;
    FigureLabel* m_rule;
    bool m_go = false;
};

class StatusCard final : public QWidget {
    Q_OBJECT
public:
    explicit StatusCard(QWidget* parent = nullptr);
    void setDetail(const BoardDetail& detail, const Advice& advice, Look look, Instant now);
    void setLow(bool low);                 // a little less height in a low window
    Look look() const { return m_look; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void fitWord();      // the state is read in full: in a narrow panel in smaller letters
    void colour();

    PlateChip* m_plate;
    FigureLabel *m_hookLabel, *m_hook, *m_word, *m_how, *m_amountLabel, *m_gross, *m_amount;
    QWidget* m_glyph;
    VerdictBar* m_verdict;
    QVBoxLayout* m_body;
    Look m_look = Look::Open;
    bool m_low = false;
    bool m_calm = false;
};

} // namespace tresen::ui
