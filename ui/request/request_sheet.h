// RequestSheet: makes, shows, prints and withdraws the payment request of one invoice. Opened by the main window (F6).
#pragma once
#include "app/services/board_reader.h"
#include "app/services/requests.h"
#include "ui/common/sheet.h"
#include "ui/request/pdf_printer.h"

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class SheetPreview;

class RequestSheet final : public Sheet {
    Q_OBJECT
public:
    RequestSheet(services::Requests& requests, const services::InvoiceView& view, const QString& printerName, QWidget* window);

Q_SIGNALS:
    void issued(const tresen::services::IssuedRequest& request);
    void failed(const tresen::Error& error);

private:
    QWidget* makeFacts();
    void showState();
    void showError(const Error& error);
    void issue();
    void print();
    void withdraw();
    void loadLastSheet();
    void setBusy(bool busy);

    services::Requests& m_requests;
    services::InvoiceView m_view;
    QByteArray m_pdf;                 // the sheet that is shown
    QString m_language;
    bool m_fromDisk = false;          // printed before: printing it again makes a numbered copy
    bool m_printAfterIssue = false;
    bool m_focusReturns = false;      // to the primary button, when the sheet is made
    PdfPrinter* m_printer;

    SheetPreview* m_preview;
    FigureLabel *m_amount, *m_codes, *m_link, *m_message;
    ActionButton *m_primaryButton, *m_copy, *m_save, *m_withdraw, *m_german, *m_english, *m_cancel;
};

} // namespace tresen::ui
