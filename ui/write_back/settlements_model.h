// SettlementsModel: what the workshop system has not taken over yet: refused first, then due, then written and unanswered. Filled and shown
// by SettlementsPage.
#pragma once
#include "app/services/write_back.h"
#include <QAbstractTableModel>

namespace tresen::ui {

class SettlementsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Invoice, Kind, RunNumber, Answer, Amount, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // Keeps rows that stay in place, so that a refresh loses neither the choice nor the place in the list.
    void setRows(std::vector<services::PendingSettlement> rows);
    const services::PendingSettlement& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    bool knows(const domain::InvoiceId& invoice) const;
    int count(const QString& state) const;      // "due", "written", "refused"

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const services::PendingSettlement& row, int column) const;
    QVariant cell(const services::PendingSettlement& row, int column) const;
    std::vector<services::PendingSettlement> m_rows;
};

} // namespace tresen::ui
