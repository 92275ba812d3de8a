// RefundCheckSheet: nobody knows what became of a refund; a person has looked at the portal's own page and says what stands there. Opened by the main
// window from the task, from the board's menu and from the refund sheet.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/refunds.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ReasonForm;

class RefundCheckSheet final : public Sheet {
    Q_OBJECT
public:
    RefundCheckSheet(services::Refunds& refunds, const services::Settings& settings, const services::InvoiceView& view, const domain::RefundId& refund, QWidget* window);

    void setView(const services::InvoiceView& view);      // something has happened to the invoice: an answer, perhaps
    const domain::InvoiceId& invoice() const { return m_view.row.invoice; }
    void setSecond(AskSecond ask);                        // several people work: whoever agrees types a PIN
    QWidget* firstField() const;                          // to open it with

Q_SIGNALS:
    void finished(const QString& text);

private:
    void build();
    void showState();
    void primaryClicked();
    void keepSeen(const services::Agreement& agreed);
    void say(const Error& error);
    bool needsSecond() const;
    bool isOpenStill() const;

    services::Refunds& m_refunds;
    const services::Settings& m_settings;
    services::InvoiceView m_view;
    const domain::RefundId m_refund;
    bool m_busy = false;
    AskSecond m_askSecond;

    QWidget* m_body;
    FigureLabel *m_what, *m_where, *m_secondLabel, *m_message;
    ReasonForm* m_form;
    QLineEdit* m_second;
    ActionButton *m_cancel, *m_primary;
};

} // namespace tresen::ui
