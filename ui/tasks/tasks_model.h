// TasksModel: what somebody has to look at, over all invoices: money first, then the longest waiting. Changed by invoice, never as a whole, so
// that choice and place in the list stay. TasksFilter shows a part of it. Filled and shown by TasksPage.
#pragma once
#include "app/core/clock.h"
#include "app/services/tasks.h"
#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace tresen::ui {

enum class TaskGroup { All, Money, Mail, Other };
// The right way out of a task: too much money goes back, what is missing is asked for, an unanswered refund is looked up, a mail goes once more, a reminder is done or moved;
// everything else a person finishes with what was done.
enum class TaskWay { GiveBack, AskForRest, CheckRefund, Mail, Reminder, Reason };
TaskGroup groupOfTask(const QString& kind);
TaskWay wayOutOfTask(const services::TaskRow& row);

class TasksModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, What, Vehicle, Invoice, Since, Amount, ColumnCount };

    explicit TasksModel(const Clock& clock, QObject* parent = nullptr);

    void setInvoice(const domain::InvoiceId& invoice, const std::vector<services::TaskRow>& tasks);   // all its open ones
    void setAll(const std::vector<services::TaskRow>& tasks);
    const services::TaskRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    bool knows(const domain::InvoiceId& invoice) const;
    bool knows(const services::TaskRow& task) const;
    int count(TaskGroup group) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const services::TaskRow& row, int column) const;
    QVariant cell(const services::TaskRow& row, int column) const;
    void put(const services::TaskRow& task);
    const Clock& m_clock;
    std::vector<services::TaskRow> m_rows;
};

class TasksFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setGroup(TaskGroup group);
    void setWords(const QString& words);                    // every one stands in plate, customer, invoice or task

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    TaskGroup m_group = TaskGroup::All;
    QStringList m_words;
};

} // namespace tresen::ui
