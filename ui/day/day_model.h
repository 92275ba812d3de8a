// DayModel: the day's report as one list: what came in and went out by kind and way, its sum, then what somebody should look at. Filled and shown by
// DayPage, which also prints it.
#pragma once
#include "app/services/reports.h"
#include "ui/common/state_look.h"
#include <QAbstractTableModel>

namespace tresen::ui {

struct DayLine {
    Look look = Look::Paid;
    QString word, what, detail, who, time, amount;
    domain::InvoiceId invoice;
    bool isSum = false, loud = false;
};

class DayModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, What, Who, Time, Amount, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setDay(const services::DayView& view);
    const DayLine& at(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static std::vector<DayLine> linesOf(const services::DayView& view);
    static DayLine lineOf(const domain::DayMoney& money);
    static DayLine lineOf(const domain::DayNote& note, const services::DayView& view);
    static QString wordOf(domain::PaymentKind kind);
    static QString wordOf(domain::DayNote::Kind kind);
    std::vector<DayLine> m_lines;
};

} // namespace tresen::ui
