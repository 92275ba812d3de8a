// The two tables of the editor of file forms: the sample as it stands in the file, and what would become of each of its invoices. Filled by ProfileSheet.
#pragma once
#include "app/services/profiles.h"
#include "ui/common/state_look.h"
#include <QAbstractTableModel>

namespace tresen::ui {

// The first row is empty: the choices of the columns' meanings stand over it. They stay as long as there are as many columns and rows as before.
class SampleModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kMostRows = 50, kMostColumns = 60;
    using QAbstractTableModel::QAbstractTableModel;

    void show(const ports::TableProposal& proposal);
    void clear() { show({}); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<QStringList> m_rows;
    QStringList m_titles;
    int m_columns = 0;
};

class ResultModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Finding, Invoice, Who, Days, What, Amount, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const ports::TableReading& reading);
    QString totals() const { return m_totals; }             // "48 invoices, 12.345,67 € together · 2 refused"
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Look look = Look::Accepted;
        QString finding, number, line, who, plate, days, due, what, todo, amount;
    };
    static Row rowOf(const ports::TableRow& read);
    std::vector<Row> m_rows;
    QString m_totals;
};

} // namespace tresen::ui
