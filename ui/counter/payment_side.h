// PaymentSide: the right side of the payment sheet: what is to be paid, the parts paid so far, this part, what stays open, and in big figures the
// change to hand out or the amount for the terminal. Made by PaymentSheet, which tells it what to show.
#pragma once
#include "app/domain/open_item.h"
#include "ui/counter/payment_draft.h"
#include <QWidget>
#include <vector>

class QBoxLayout;
class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

// One payment as a card: what, how, how much. The current one has the accent frame.
class PartCard final : public QWidget {
    Q_OBJECT
public:
    explicit PartCard(QWidget* parent = nullptr);
    void say(const QString& icon, const QString& title, const QString& sub, domain::Money amount, bool current);
    void setLow(bool low);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    QString m_icon;               // empty: the check of a booked part
    bool m_current = false, m_low = false;
    FigureLabel *m_title, *m_sub, *m_amount;
};

// White on black: the one figure to act on.
class BigFigure final : public QWidget {
    Q_OBJECT
public:
    explicit BigFigure(QWidget* parent = nullptr);
    void say(const QString& label, const QString& figure, const QString& how);
    void setLow(bool low);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    bool m_low = false;
    FigureLabel *m_label, *m_figure, *m_how;
};

// A pill that says on every page of the sheet that nothing here is real.
class TrainingMark final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingMark(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class PaymentSide final : public QWidget {
    Q_OBJECT
public:
    explicit PaymentSide(QWidget* parent = nullptr);

    void setItem(const domain::OpenItem& item, Instant now);
    void setDraft(const PaymentDraft& draft);
    void setNotice(const QString& text);          // amber; empty: none
    void setQuestion(const QString& text);        // in its place for as long as it is asked; empty: none
    void setTraining(bool training);
    void setLow(bool low);
    void reset();                                 // the whole amount again

Q_SIGNALS:
    void amountEntered(tresen::domain::Money amount);   // zero: unreadable or nothing
    void amountDone();                                  // Enter behind the amount of this part
    void wholeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void showParts();
    void openAmount(bool open);
    void readAmount(const QString& text);

    std::vector<domain::Payment> m_payments;
    void showNotice();

    PaymentDraft m_draft;
    QString m_noticeText, m_question;
    Instant m_now;
    bool m_low = false, m_training = false;
    QBoxLayout *m_column, *m_parts;
    FigureLabel *m_total, *m_rest, *m_amountLabel, *m_notice;
    QWidget *m_line, *m_amountBox;
    std::vector<PartCard*> m_cards;
    PartCard* m_this;
    ActionButton* m_other;
    QLineEdit* m_amount;
    TrainingMark* m_mark;
    BigFigure* m_big;
};

} // namespace tresen::ui
