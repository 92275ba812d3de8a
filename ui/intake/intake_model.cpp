#include "ui/intake/intake_model.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include "ui/intake/intake_words.h"
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using Status = tresen::services::FileOutcome::Status;

namespace tresen::ui {
namespace {

Look lookOfOutcome(const services::FileOutcome& outcome)
{
    if (IntakeWords::hasNotice(outcome)) return Look::Notice;
    switch (outcome.status) {
    case Status::Taken: return Look::Accepted;
    case Status::NewVersion: return Look::Notice;   // a sheet for the version before may be about
    case Status::SameAgain: return Look::HandedOver;
    case Status::Refused: return Look::Refused;
    }
    Q_UNREACHABLE();
}

QString joined(const QString& a, const QString& b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u" · "_s + b;
}

QString lineOf(const services::FileOutcome& outcome)
{
    return IntakeWords::place(outcome.file, outcome.line);
}

QString outcomeAmount(const services::FileOutcome& outcome)
{
    const bool known = outcome.status != Status::Refused || (!outcome.number.isEmpty() && !outcome.amount.isZero());
    return known ? moneyText(outcome.amount) : u"–"_s;
}

} // namespace

std::size_t IntakeModel::rankOf(const services::FileOutcome& outcome)
{
    if (IntakeWords::hasNotice(outcome)) return 1;
    switch (outcome.status) {
    case Status::Refused: return 0;
    case Status::NewVersion: return 2;
    case Status::Taken: return 3;
    case Status::SameAgain: return 4;
    }
    Q_UNREACHABLE();
}

int IntakeModel::startOf(std::size_t rank) const
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < rank; ++i) out += m_ranks[i].size();
    return static_cast<int>(out);
}

void IntakeModel::begin(bool dryRun)
{
    beginResetModel();
    for (auto& rank : m_ranks) rank.clear();
    m_dryRun = dryRun;
    m_whole = true;
    endResetModel();
}

// False: the list is full of rows that matter at least as much.
bool IntakeModel::makeRoom(std::size_t rank)
{
    if (rowCount() < m_mostRows) return true;
    m_whole = false;
    for (std::size_t i = kRanks - 1; i > rank; --i) {
        if (m_ranks[i].empty()) continue;
        const int last = startOf(i + 1) - 1;
        beginRemoveRows({}, last, last);
        m_ranks[i].pop_back();
        endRemoveRows();
        return true;
    }
    return false;
}

void IntakeModel::add(const std::vector<services::FileOutcome>& outcomes)
{
    for (const auto& outcome : outcomes) {
        const auto rank = rankOf(outcome);
        if (!makeRoom(rank)) continue;
        const int row = startOf(rank + 1);
        beginInsertRows({}, row, row);
        m_ranks[rank].push_back({outcome, false, std::nullopt});
        endInsertRows();
    }
}

const IntakeModel::Row& IntakeModel::rowAt(int row) const
{
    auto left = static_cast<std::size_t>(row);
    for (const auto& rank : m_ranks) {
        if (left < rank.size()) return rank[left];
        left -= rank.size();
    }
    Q_ASSERT(false);
    return m_ranks.front().front();
}

domain::InvoiceId IntakeModel::openable(int row) const
{
    const auto& outcome = at(row);
    // A dry run has stored nothing: only what was there before can be opened.
    const bool there = m_dryRun ? outcome.status == Status::SameAgain || outcome.status == Status::NewVersion : outcome.status != Status::Refused;
    return there ? outcome.invoice : domain::InvoiceId{};
}

int IntakeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : startOf(kRanks);
}

int IntakeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool IntakeModel::mayEnter(int row) const
{
    const auto& outcome = at(row);
    if (outcome.sha256.isEmpty()) return false;   // the file could not be read at all
    if (outcome.status == Status::Refused) return outcome.error.code != u"file.changed";
    return mayChoose() && outcome.status != Status::SameAgain;
}

bool IntakeModel::takes(int row) const
{
    const auto& r = rowAt(row);
    return mayChoose() && !r.left && (r.entry || r.outcome.status == Status::Taken || r.outcome.status == Status::NewVersion);
}

void IntakeModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void IntakeModel::setLeft(int row, bool left)
{
    rowAt(row).left = left;
    changed(row);
}

void IntakeModel::setEntry(int row, const domain::InvoiceEntry& entry)
{
    auto& r = rowAt(row);
    r.entry = entry;
    r.left = false;
    changed(row);
}

void IntakeModel::replace(int row, const services::FileOutcome& outcome)
{
    rowAt(row) = {outcome, false, std::nullopt};
    changed(row);
}

services::IntakePick IntakeModel::pickOf(int row) const
{
    const auto& r = rowAt(row);
    return {r.outcome.file, r.outcome.line, r.outcome.sha256, r.entry};
}

std::vector<services::IntakePick> IntakeModel::picks() const
{
    std::vector<services::IntakePick> out;
    for (int row = 0; row < rowCount(); ++row)
        if (takes(row)) out.push_back(pickOf(row));
    return out;
}

Look IntakeModel::look(const Row& row) const
{
    if (row.left) return Look::Cancelled;
    return row.entry ? Look::Accepted : lookOfOutcome(row.outcome);
}

QString IntakeModel::finding(const Row& row) const
{
    if (row.left) return tr("Left out");
    return row.entry ? tr("Put right") : IntakeWords::finding(row.outcome, m_dryRun);
}

QString IntakeModel::what(const Row& row) const
{
    if (row.left) return tr("Will not be taken over");
    return row.entry ? tr("Will be taken over as typed in") : IntakeWords::what(row.outcome, m_dryRun);
}

QString IntakeModel::todo(const Row& row) const
{
    return row.left || row.entry ? tr("Nothing to do") : IntakeWords::todo(row.outcome, m_dryRun);
}

QString IntakeModel::text(const Row& row, int column) const
{
    const auto& outcome = row.outcome;
    const auto number = row.entry ? row.entry->number : outcome.number;
    switch (static_cast<Column>(column)) {
    case Finding: return finding(row);
    case File: return outcome.file.isEmpty() ? tr("from paper") : outcome.line > 0 ? QFileInfo{outcome.file}.fileName() + u' ' + lineOf(outcome) : QFileInfo{outcome.file}.fileName();
    case Invoice: return joined(number, row.entry ? joined(row.entry->customer, row.entry->plate) : joined(outcome.customer, outcome.plate));
    case What: return what(row) + u". "_s + todo(row);
    case Amount: return row.entry && row.entry->amount ? moneyText(*row.entry->amount) : outcomeAmount(outcome);
    case ColumnCount: break;
    }
    return {};
}

QVariant IntakeModel::cell(const Row& row, int column) const
{
    const auto& outcome = row.outcome;
    const auto tone = look(row);
    const bool loud = tone == Look::Refused || tone == Look::Notice, quiet = row.left || outcome.status == Status::SameAgain;
    const auto number = row.entry ? row.entry->number : outcome.number;
    ListCell out;
    out.quiet = quiet;
    switch (static_cast<Column>(column)) {
    case Finding:
        out = {ListCell::Kind::Finding, finding(row), {}, tone, loud, loud, quiet};
        break;
    case File:
        out.upper = outcome.file.isEmpty() ? tr("from paper") : QFileInfo{outcome.file}.fileName();
        out.lower = outcome.file.isEmpty() ? QString{} : outcome.line > 0 ? lineOf(outcome) : QFileInfo{outcome.file}.dir().dirName();
        break;
    case Invoice:
        out.upper = number.isEmpty() ? u"–"_s : number;
        out.lower = row.entry ? joined(row.entry->plate, row.entry->customer) : joined(outcome.plate, outcome.customer);
        break;
    case What:
        out.upper = what(row);
        out.lower = todo(row);
        out.strong = loud;
        break;
    case Amount:
        out.kind = ListCell::Kind::Figure;
        out.upper = text(row, Amount);
        break;
    case ColumnCount: return {};
    }
    return QVariant::fromValue(out);
}

QVariant IntakeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rowAt(index.row());
    switch (role) {
    case ListCellRole: return cell(row, index.column());
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == File ? QDir::toNativeSeparators(row.outcome.file) : text(row, index.column());
    case Qt::TextAlignmentRole: return static_cast<int>((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant IntakeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Finding: return tr("Finding");
    case File: return tr("File");
    case Invoice: return tr("Invoice");
    case What: return tr("What is to be done");
    case Amount: return tr("Amount");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tresen::ui
