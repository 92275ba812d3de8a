// LinkedList: the other invoices of the same vehicle or customer, as rows to click. Made by DetailPanel.
#pragma once
#include "ui/board/board_detail.h"
#include <QAbstractButton>
#include <QVBoxLayout>

namespace tresen::ui {

class LinkedRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkedRow(QWidget* parent = nullptr);
    void setInvoice(const LinkedInvoice& invoice);
    const domain::InvoiceId& invoice() const { return m_invoice.invoice; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LinkedInvoice m_invoice;
};

class LinkedList final : public QWidget {
    Q_OBJECT
public:
    explicit LinkedList(QWidget* parent = nullptr);
    void setInvoices(const std::vector<LinkedInvoice>& invoices, int most);

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);

private:
    std::vector<LinkedRow*> m_rows;
    QVBoxLayout* m_layout;
};

} // namespace tresen::ui
