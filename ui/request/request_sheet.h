// RequestSheet: makes, shows, prints, mails and withdraws the payment request of one invoice. Opened by the main window (F6).
#pragma once
#include "app/services/board_reader.h"
#include "app/services/mails.h"
#include "app/services/requests.h"
#include "ui/common/sheet.h"
#include "ui/request/pdf_printer.h"
#include <QPointer>

class QHBoxLayout;
class QLineEdit;

namespace tresen::ui {

class ActionButton;
class CalmComboBox;
class FigureLabel;
class MailPart;
class SheetPreview;
class TestBand;

class RequestSheet final : public Sheet {
    Q_OBJECT
public:
    RequestSheet(services::Requests& requests, services::Mails& mails, const services::Settings& settings, const Clock& clock, const services::InvoiceView& view, QWidget* window);

    void setView(const services::InvoiceView& view);    // something has happened to the invoice: what the mail server said, above all
    const domain::InvoiceId& invoice() const { return m_view.row.invoice; }
    void printNow();                                    // as Ctrl+P: a sheet that stands, or a numbered copy of one; one that is missing is made first
    QWidget* firstField() const;                        // to open it with

Q_SIGNALS:
    void issued(const tresen::services::IssuedRequest& request);
    void failed(const tresen::Error& error);
    void mailQueued(const tresen::domain::MailId& mail, const QString& to);   // can still be taken back
    void withdrawn();

private:
    enum class Then { Nothing, Print, Mail };            // what follows when the sheet is made
    QWidget* makeFacts();
    void makeFoot();
    QHBoxLayout* makeLanguages();
    QWidget* makeAmount();
    void connectAll();
    void showState();
    void showAmount();
    void showBand();
    void showError(const Error& error);
    void issue(Then then);
    void taken(const services::IssuedRequest& request, Then then);
    void print();
    void mail();
    void sendMail(const domain::RequestId& request);
    void mailAgain(const domain::MailId& mail);
    void withdraw();
    void loadLastSheet();
    void setBusy(bool busy);
    bool sheetStands() const;                            // the sheet that is shown asks for what is wanted, in the language that is wanted
    std::optional<domain::Money> partAmount() const;     // none: all that is open, or nothing readable
    bool amountStands() const;

    services::Requests& m_requests;
    services::Mails& m_mails;
    const services::Settings& m_settings;
    const Clock& m_clock;
    services::InvoiceView m_view;
    QByteArray m_pdf;                 // the sheet that is shown
    QString m_language, m_sheetLanguage;   // chosen; of the sheet that is shown
    bool m_fromDisk = false;          // printed before: printing it again makes a numbered copy
    QPointer<QWidget> m_focusReturns; // a button that is switched off loses the focus, to the cross of all things
    bool m_busy = false, m_saysMail = false;
    PdfPrinter* m_printer;

    TestBand* m_band;
    SheetPreview* m_preview;
    FigureLabel *m_amount, *m_codes, *m_link, *m_message, *m_amountWhy;
    QLineEdit* m_part;
    MailPart* m_mail;
    CalmComboBox* m_languages;
    ActionButton *m_primaryButton, *m_copy, *m_save, *m_withdraw, *m_cancel, *m_other;
};

} // namespace tresen::ui
