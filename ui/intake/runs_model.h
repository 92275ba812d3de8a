// RunsModel: the runs of the past days, newest first; over them what was refused while nobody stood beside it and nobody has seen to yet. Filled from the
// arrival log, shown by RunsSheet.
#pragma once
#include "app/core/clock.h"
#include "app/domain/arrival_book.h"
#include "ui/common/state_look.h"
#include <QAbstractTableModel>
#include <vector>

namespace tresen::ui {

class RunsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Finding, When, Where, Who, What, ColumnCount };
    static constexpr std::size_t kMaxRuns = 2'000;

    explicit RunsModel(const Clock& clock, QObject* parent = nullptr) : QAbstractTableModel{parent}, m_clock{clock} {}

    void setBook(const domain::ArrivalBook& book);
    const domain::RefusedArrival* refusedAt(int row) const;   // nullptr: a run stands there
    const domain::ArrivalRun* runAt(int row) const;           // nullptr: a refusal stands there
    int rowOf(const domain::BatchId& batch) const;            // -1: not in the list
    int rowOf(const domain::ArrivalId& arrival) const;
    int openCount() const { return static_cast<int>(m_refused.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Words {
        QString finding, when, where, way, who, what, more;
        Look look = Look::Accepted;
        bool loud = false, quiet = false;
    };
    Words wordsOf(int row) const;
    Words wordsOfRun(const domain::ArrivalRun& run) const;
    Words wordsOfRefused(const domain::RefusedArrival& refused) const;

    const Clock& m_clock;
    std::vector<domain::RefusedArrival> m_refused;
    std::vector<domain::ArrivalRun> m_runs;
};

} // namespace tresen::ui
