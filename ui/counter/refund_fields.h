// RefundFields: the left of the refund sheet: which payment goes back, how much of it, who agreed, the receipt. Made by RefundSheet.
#pragma once
#include "app/services/refunds.h"
#include <QWidget>
#include <optional>

class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class OptionButton;

class RefundFields final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMaxShown = 4;                        // payments; more than that no invoice of a workshop has

    explicit RefundFields(QWidget* parent = nullptr);
    void setRules(domain::Money fourEyesAbove, bool training);
    void setOffers(std::vector<services::RefundOffer> offers, Instant now);   // keeps what is chosen and typed
    void choose(const QString& payment, std::optional<domain::Money> amount); // source key; none of it there: the newest that can go back
    const services::RefundOffer* current() const;              // null: nothing can go back
    std::optional<domain::Money> amount() const;               // none: not readable
    QString secondPerson() const;
    void setSecondByPin(bool byPin);              // the second person types a PIN when the time has come, no name is asked for here
    QString receiptNumber() const;
    QString whyNot() const;                                    // what is still missing; empty: all there
    QWidget* firstField() const;                               // what is still to be filled in; null: nothing of it

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void takeMeasures();
    void showOffers();
    void showState();
    QLineEdit* addLine(FigureLabel*& label, const QString& text, const QString& name, QVBoxLayout* column);
    bool needsSecond() const;
    bool atCounter() const;
    std::vector<services::RefundOffer> m_offers;
    domain::Money m_limit;
    bool m_training = false;
    int m_chosen = -1;
    Instant m_now;
    QVBoxLayout *m_column, *m_list;
    FigureLabel *m_title, *m_none, *m_amountLabel, *m_left, *m_secondLabel, *m_receiptLabel;
    std::vector<OptionButton*> m_options;
    bool m_byPin = false;
    QLineEdit *m_amount, *m_second, *m_receipt;
    ActionButton* m_whole;
};

} // namespace tresen::ui
