// PickupSheet: the owner wants somebody else to collect the car: a code goes to him by mail, or he takes it along on paper. Opened by the main window; works
// through services::PickupCodes.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/pickup_codes.h"
#include "ui/common/sheet.h"

class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class PickupSheet final : public Sheet {
    Q_OBJECT
public:
    // mail: there is a mail server.
    PickupSheet(services::PickupCodes& pickups, const services::InvoiceView& view, bool mail, QWidget* window);
    QWidget* firstField() const;

Q_SIGNALS:
    void sent(const QString& to);                            // the sheet has closed itself before
    void slipRequested(const QString& digits, const QString& until);   // likewise; the digits are known here alone

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void check();
    void issue(bool byMail);
    void issued(const Result<services::IssuedPickup>& done);

    services::PickupCodes& m_pickups;
    const domain::InvoiceId m_invoice;
    const bool m_mail;
    bool m_busy = false;
    QWidget* m_body;
    QLineEdit* m_to;
    FigureLabel *m_text, *m_label, *m_note;
    ActionButton *m_cancel, *m_paper, *m_send;
};

} // namespace tresen::ui
