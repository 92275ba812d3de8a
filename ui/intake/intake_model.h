// IntakeModel: what one run of the intake made of every file, refused ones first, then notices, new versions, taken and known ones. Keeps at
// most kMaxRows: when it is full the least interesting row gives way. Filled and shown by IntakePage.
#pragma once
#include "app/services/intake.h"
#include <QAbstractTableModel>
#include <array>
#include <deque>

namespace tresen::ui {

class IntakeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Finding, File, Invoice, What, Amount, ColumnCount };
    static constexpr int kMaxRows = 5'000;

    explicit IntakeModel(QObject* parent = nullptr, int mostRows = kMaxRows) : QAbstractTableModel{parent}, m_mostRows{mostRows} {}

    void begin(bool dryRun);                                   // a new run: empties the list
    void add(const std::vector<services::FileOutcome>& outcomes);
    const services::FileOutcome& at(int row) const;
    domain::InvoiceId openable(int row) const;                 // null when there is nothing to open
    bool dryRun() const { return m_dryRun; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static constexpr std::size_t kRanks = 5;
    static std::size_t rankOf(const services::FileOutcome& outcome);
    int startOf(std::size_t rank) const;
    bool makeRoom(std::size_t rank);
    QVariant cell(const services::FileOutcome& outcome, int column) const;
    QString text(const services::FileOutcome& outcome, int column) const;

    std::array<std::deque<services::FileOutcome>, kRanks> m_ranks;
    int m_mostRows;
    bool m_dryRun = false;
};

} // namespace tresen::ui
