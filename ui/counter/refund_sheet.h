// RefundSheet: money of one invoice is given back the way it came: which payment, how much, why, and what became of it. Opened by the main window
// from the board's menu and from a task, which it answers.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/refunds.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

class QStackedLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class PaymentNotice;
class ReasonForm;
class RefundFields;

class RefundSheet final : public Sheet {
    Q_OBJECT
public:
    enum class State { Input, Working, Done };

    // What it answers: the payment, the surplus and a reason are filled in already. Both empty: nothing, everything is chosen by hand.
    struct About { domain::TaskId task; QString payment; };
    RefundSheet(services::Refunds& refunds, const services::Settings& settings, const Clock& clock, const services::InvoiceView& view, About about, QWidget* window);

    void setView(const services::InvoiceView& view);      // something has happened to the invoice
    const domain::InvoiceId& invoice() const { return m_view.row.invoice; }
    State state() const { return m_state; }
    void setSecond(AskSecond ask);                        // several people work: whoever agrees types a PIN
    QWidget* firstField() const;                          // to open it with

Q_SIGNALS:
    void slipRequested(const QByteArray& pdf, const QString& title);
    void checkRequested(const tresen::domain::RefundId& refund);   // an earlier one has no answer

private:
    void build();
    void preset();
    void showState();
    void showResult();
    void primaryClicked();
    void giveBack(const services::Agreement& agreed);
    const domain::Refund* unanswered() const;
    void answered(const Result<services::RefundDone>& answer);

    services::Refunds& m_refunds;
    AskSecond m_second;
    const services::Settings& m_settings;
    const Clock& m_clock;
    services::InvoiceView m_view;
    const About m_about;
    domain::RefundId m_refund = domain::RefundId::fresh();   // the same wish, however often it is sent
    services::RefundDone m_done;
    QString m_how;                                           // it goes back by: "Apple Pay", "cash"
    bool m_byFetch = true;
    State m_state = State::Input;

    QStackedLayout* m_pages;
    QWidget *m_body, *m_input;
    RefundFields* m_fields;
    ReasonForm* m_form;
    FigureLabel* m_message;
    PaymentNotice* m_result;
    ActionButton *m_cancel, *m_slip, *m_check, *m_primary;
};

} // namespace tresen::ui
