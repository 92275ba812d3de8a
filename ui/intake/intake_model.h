// IntakeModel: what one run of the intake made of every file, refused ones first, then notices, new versions, taken and known ones. Keeps at
// most kMaxRows: when it is full the least interesting row gives way. Filled and shown by IntakePage.
#pragma once
#include "app/services/intake.h"
#include "ui/common/state_look.h"
#include <QAbstractTableModel>
#include <array>
#include <deque>
#include <optional>

namespace tresen::ui {

class IntakeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Finding, File, Invoice, What, Amount, ColumnCount };
    static constexpr int kMaxRows = 5'000;

    explicit IntakeModel(QObject* parent = nullptr, int mostRows = kMaxRows) : QAbstractTableModel{parent}, m_mostRows{mostRows} {}

    void begin(bool dryRun);                                   // a new run: empties the list
    void add(const std::vector<services::FileOutcome>& outcomes);
    const services::FileOutcome& at(int row) const { return rowAt(row).outcome; }
    // What a person has decided about the rows of a run that only checked.
    bool mayChoose() const { return m_dryRun && m_whole && rowCount() > 0; }
    bool isBeyond() const { return m_dryRun && !m_whole; }     // there are more rows than the list holds: single ones cannot be chosen
    bool mayEnter(int row) const;                              // it can be put right, or typed in
    bool isLeft(int row) const { return rowAt(row).left; }
    bool takes(int row) const;
    void setLeft(int row, bool left);
    void setEntry(int row, const domain::InvoiceEntry& entry);
    void replace(int row, const services::FileOutcome& outcome);   // what became of it since; stays at its place
    services::IntakePick pickOf(int row) const;
    std::vector<services::IntakePick> picks() const;           // of all rows that are taken, in the order of the table
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
    struct Row {
        services::FileOutcome outcome;
        bool left = false;                          // left out by a person
        std::optional<domain::InvoiceEntry> entry;  // as a person has typed it
    };
    const Row& rowAt(int row) const;
    Row& rowAt(int row) { return const_cast<Row&>(std::as_const(*this).rowAt(row)); }
    void changed(int row);
    Look look(const Row& row) const;
    QString finding(const Row& row) const;
    QString what(const Row& row) const;
    QString todo(const Row& row) const;
    QVariant cell(const Row& row, int column) const;
    QString text(const Row& row, int column) const;

    std::array<std::deque<Row>, kRanks> m_ranks;
    int m_mostRows;
    bool m_dryRun = false, m_whole = true;          // m_whole: no row had to give way
};

} // namespace tresen::ui
