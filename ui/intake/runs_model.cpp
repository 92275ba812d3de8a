#include "ui/intake/runs_model.h"
#include "app/services/intake.h"
#include "ui/common/age_text.h"
#include "ui/common/list_view.h"
#include "ui/common/wording.h"
#include "ui/intake/intake_words.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

services::FileOutcome outcomeOfRefused(const domain::RefusedArrival& refused)
{
    services::FileOutcome out;
    out.file = refused.file;
    out.line = refused.line;
    out.number = refused.number;
    out.error = Error{Fault::Invalid, refused.code, refused.detail};
    return out;
}

} // namespace

void RunsModel::setBook(const domain::ArrivalBook& book)
{
    beginResetModel();
    m_refused.clear();
    for (const auto& one : book.refused())
        if (!one.settled) m_refused.push_back(one);
    std::stable_sort(m_refused.begin(), m_refused.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
    m_runs = book.runs();
    std::stable_sort(m_runs.begin(), m_runs.end(), [](const auto& a, const auto& b) { return a.began > b.began; });
    if (m_runs.size() > kMaxRuns) m_runs.resize(kMaxRuns);
    endResetModel();
}

const domain::RefusedArrival* RunsModel::refusedAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_refused.size() ? &m_refused[static_cast<std::size_t>(row)] : nullptr;
}

const domain::ArrivalRun* RunsModel::runAt(int row) const
{
    const int place = row - openCount();
    return place >= 0 && static_cast<std::size_t>(place) < m_runs.size() ? &m_runs[static_cast<std::size_t>(place)] : nullptr;
}

int RunsModel::rowOf(const domain::BatchId& batch) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& run) { return run.batch == batch; });
    return found == m_runs.end() ? -1 : openCount() + static_cast<int>(found - m_runs.begin());
}

int RunsModel::rowOf(const domain::ArrivalId& arrival) const
{
    const auto found = std::find_if(m_refused.begin(), m_refused.end(), [&](const auto& one) { return one.id == arrival; });
    return found == m_refused.end() ? -1 : static_cast<int>(found - m_refused.begin());
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : openCount() + static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

RunsModel::Words RunsModel::wordsOfRefused(const domain::RefusedArrival& refused) const
{
    const auto outcome = outcomeOfRefused(refused);
    Words w;
    w.finding = tr("Refused");
    w.when = AgeText::timeOrDay(refused.at, m_clock.now());
    w.where = refused.file.isEmpty() ? tr("An order") : refused.line > 0 ? u"%1, %2"_s.arg(refused.file, IntakeWords::place(refused.file, refused.line)) : refused.file;
    w.way = IntakeWords::way(refused.way);
    w.who = refused.desk;
    w.what = IntakeWords::what(outcome, false);
    w.more = IntakeWords::todo(outcome, false);
    w.look = Look::Refused;
    w.loud = true;
    return w;
}

RunsModel::Words RunsModel::wordsOfRun(const domain::ArrivalRun& run) const
{
    QStringList counts;
    if (run.taken > 0) counts << tr("%n taken over", nullptr, run.taken);
    if (run.versions > 0) counts << tr("%n new version(s)", nullptr, run.versions);
    if (run.same > 0) counts << tr("%n known already", nullptr, run.same);
    if (run.refused > 0) counts << tr("%n refused", nullptr, run.refused);
    if (run.files > 0) counts << tr("from %n file(s)", nullptr, run.files);
    Words w;
    w.finding = run.undone ? tr("Taken back") : tr("Run");
    w.when = AgeText::timeOrDay(run.began, m_clock.now());
    w.where = IntakeWords::way(run.way);
    w.who = run.user.isEmpty() ? run.desk : run.user;
    w.what = counts.join(u" · "_s);
    if (run.undone) w.more = run.kept > 0 ? tr("%n taken back", nullptr, run.takenBack) + u" · "_s + tr("%n stayed", nullptr, run.kept) : tr("%n taken back", nullptr, run.takenBack);
    // A green check would say that all of it came in.
    w.look = run.undone ? Look::Cancelled : run.refused == 0 ? Look::Accepted : run.taken + run.versions > 0 ? Look::Notice : Look::Refused;
    w.quiet = run.undone;
    return w;
}

RunsModel::Words RunsModel::wordsOf(int row) const
{
    if (const auto* refused = refusedAt(row)) return wordsOfRefused(*refused);
    return wordsOfRun(*runAt(row));
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto words = wordsOf(index.row());
    const auto both = [](const QString& a, const QString& b) { return b.isEmpty() ? a : a + u" · "_s + b; };
    const QStringList texts{words.finding, words.when, both(words.where, words.way), words.who, both(words.what, words.more)};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return texts[index.column()];
    if (role != ListCellRole) return {};
    ListCell cell;
    cell.quiet = words.quiet;
    switch (static_cast<Column>(index.column())) {
    case Finding: cell = {ListCell::Kind::Finding, words.finding, {}, words.look, words.loud, words.loud, words.quiet}; break;
    case When: cell.upper = words.when; break;
    case Where:
        cell.upper = words.where;
        cell.lower = words.way;
        break;
    case Who: cell.upper = words.who; break;
    case What:
        cell.upper = words.what;
        cell.lower = words.more;
        cell.strong = words.loud;
        break;
    case ColumnCount: return {};
    }
    return QVariant::fromValue(cell);
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Finding: return tr("Finding");
    case When: return tr("When");
    case Where: return tr("Came by");
    case Who: return tr("Who");
    case What: return tr("What became of it");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tresen::ui
