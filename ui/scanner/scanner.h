// Scanner: what happens when something is held under the scanner, whatever page or sheet is open: the invoice is found, or it is said that nothing here
// knows the code. Codes are looked up, never opened, and no field loses what was being typed. Made by the main window.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/settings.h"
#include "ui/common/toast.h"
#include "ui/scanner/scan_filter.h"

namespace tresen::ui {

class Scanner final : public QObject {
    Q_OBJECT
public:
    Scanner(services::BoardReader& board, services::Settings& settings, QObject* parent = nullptr);
    void take(const QString& raw);                      // read elsewhere: by a scanner that does not type

Q_SIGNALS:
    void found(const tresen::domain::InvoiceId& invoice);
    void said(const tresen::ui::ToastText& text);       // an unknown code, a superseded sheet
    void failed(const tresen::Error& error);            // the store did not answer

private:
    void takeSettings();
    void tell(const services::Scanned& scanned);

    services::BoardReader& m_board;
    services::Settings& m_settings;
    ScanFilter m_filter;
};

} // namespace tresen::ui
