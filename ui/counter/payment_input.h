// PaymentInput: the left side of the payment sheet: how is paid, what is given, the receipt number. Made by PaymentSheet. Buttons for notes add
// up, digits write the figure; every change is one signal, the draft says what is entered and what is missing.
#pragma once
#include "ui/counter/payment_draft.h"
#include <QDate>
#include <QWidget>
#include <vector>

class QBoxLayout;
class QGridLayout;
class QKeyEvent;
class QLineEdit;
class QStackedLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class TenderedField;

class PaymentInput final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMaxReceipt = 40;   // characters of a receipt number

    explicit PaymentInput(QWidget* parent = nullptr);

    void start(domain::Money open, bool training, QDate today);   // everything empty, the whole amount, cash
    void setOpen(domain::Money open);                // what is open has changed; a whole payment stays a whole payment
    void setAmount(domain::Money amount);            // a part payment
    void setMethod(domain::CounterMethod method);
    void setLow(bool low);                           // for a small window
    const PaymentDraft& draft() const { return m_draft; }
    bool takeKey(const QKeyEvent& event);            // a digit that no field has taken: it belongs to "given"
    void clearGiven();                               // what the customer gave is entered anew
    void focusFirst();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct ReceiptRow { QWidget* box; FigureLabel* label; QLineEdit* field; FigureLabel* why; };
    QWidget* makeCash();
    QWidget* makeCard();
    QWidget* makeTransfer();
    ReceiptRow makeReceipt(const QString& name, QWidget* parent);
    ActionButton* makeNote(qint64 cents);
    void returnKeys(ActionButton* button);
    void takeMeasures();
    void take();

    PaymentDraft m_draft;
    bool m_training = false, m_low = false;
    QBoxLayout *m_column, *m_cashColumn;
    std::vector<QGridLayout*> m_fields;
    QWidget* m_methods;
    ActionButton *m_cash, *m_card, *m_transfer;
    QStackedLayout* m_pages;
    FigureLabel *m_notes, *m_hint, *m_cardText, *m_transferText;
    TenderedField* m_tendered;
    QGridLayout* m_grid;
    std::vector<ActionButton*> m_noteButtons;
    ActionButton *m_exact, *m_clear;
    ReceiptRow m_cashReceipt, m_cardReceipt, m_transferReceipt;
    QLineEdit* m_seen;
};

} // namespace tresen::ui
