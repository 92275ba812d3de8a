// TakenForm: money that has been taken although the invoice no longer asks for it: a card charged at the stand-alone terminal, with the number of its
// slip, or a transfer that stands on the account. Stands in PaymentNotice, once it is known that the invoice is settled or asks for nothing.
#pragma once
#include "ui/common/theme.h"
#include "ui/counter/payment_draft.h"
#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLineEdit;

namespace tresen::ui {

class FigureLabel;
class OptionButton;

class TakenForm final : public QWidget {
    Q_OBJECT
public:
    explicit TakenForm(QWidget* parent = nullptr);
    void start(const PaymentDraft& entered);       // what was entered before the refusal; an amount of zero: none
    PaymentDraft draft() const;                    // of card or transfer; open is its amount
    QWidget* firstField() const;                   // the first that is still empty
    void setLow(bool low);                         // for a small window

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void choose();
    QLineEdit* addField(const QString& text, const QString& name, FigureLabel*& label);
    bool m_low = false;
    domain::Currency m_currency;
    QBoxLayout *m_column, *m_options;
    QGridLayout* m_fields;
    OptionButton *m_card, *m_transfer;
    FigureLabel *m_amountLabel = nullptr, *m_receiptLabel = nullptr;
    QLineEdit *m_amount, *m_receipt;
};

} // namespace tresen::ui
