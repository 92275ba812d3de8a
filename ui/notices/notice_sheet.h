// NoticeSheet: what the toasts have said since the start, newest first: when, shape and word, what. Enter goes to the invoice concerned. Opened by
// the main window from the bell.
#pragma once
#include "ui/common/sheet.h"
#include "ui/common/toast.h"
#include <QAbstractTableModel>

namespace tresen::ui {

class ActionButton;
class ListView;

class NoticeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Message, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setNotices(const std::deque<ToastText>& notices);
    const ToastText& at(int row) const { return m_notices[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::deque<ToastText> m_notices;
};

class NoticeSheet final : public Sheet {
    Q_OBJECT
public:
    NoticeSheet(const ToastStack& toasts, QWidget* window);   // toasts lives longer
    QWidget* firstField() const;

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);   // the sheet has closed itself before

private:
    void takeNotices();
    void showButtons();
    void choose(int row);

    const ToastStack& m_toasts;
    NoticeModel m_model;
    ListView* m_list;
    ActionButton *m_close, *m_show;
};

} // namespace tresen::ui
