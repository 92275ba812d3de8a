// The payment sheet's other pages: PaymentNotice says why no money is taken now and what to do; PaymentResult says what was booked and stays until
// it is acknowledged. Made by PaymentSheet.
#pragma once
#include "app/services/counter.h"
#include "ui/common/state_look.h"
#include "ui/counter/payment_draft.h"
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace tresen::ui {

class BigFigure;
class FigureLabel;
class ReasonForm;
class TakenForm;
class TrainingMark;

class PaymentNotice final : public QWidget {
    Q_OBJECT
public:
    explicit PaymentNotice(QWidget* parent = nullptr);
    void say(Look look, const QString& title, const QString& text);
    void setLive(const QString& text);            // changes while one waits: seconds, what the portal says
    void setReasons(const QStringList& reasons, const QString& title, const QString& text);   // shows the form
    void hideReasons();
    ReasonForm& form() const { return *m_form; }
    bool asksReason() const;
    void askTaken(const PaymentDraft& entered);   // shows that form
    TakenForm& taken() const { return *m_taken; }
    bool asksTaken() const;
    QString title() const;
    void setLow(bool low);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    Look m_look = Look::Running;
    bool m_low = false;
    QBoxLayout *m_row, *m_words;
    QWidget* m_glyph;
    FigureLabel *m_title, *m_text, *m_live;
    ReasonForm* m_form;
    TakenForm* m_taken;
};

class PaymentResult final : public QWidget {
    Q_OBJECT
public:
    explicit PaymentResult(QWidget* parent = nullptr);
    void say(const services::CounterReceipt& receipt, const PaymentDraft& draft, bool training);
    QString title() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    FigureLabel* addRow(const QString& label, const QString& name);
    void takeMeasures();
    QBoxLayout* m_column;
    QWidget *m_glyph, *m_side, *m_divider;
    FigureLabel *m_title, *m_sub, *m_number, *m_rest, *m_given, *m_error;
    QGridLayout* m_rows;
    TrainingMark* m_mark;
    BigFigure* m_change;
};

} // namespace tresen::ui
