#include "ui/intake/profile_rows.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include "ui/intake/intake_words.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString dayText(QDate day) { return day.isValid() ? QLocale{}.toString(day, QLocale::ShortFormat) : QString{}; }

// What comes from a file is never taken for a page of HTML.
QString asToolTip(const QString& text) { return text.isEmpty() ? QString{} : u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s; }

// What the intake would say of it.
services::FileOutcome asOutcome(const ports::TableRow& row)
{
    services::FileOutcome out;
    out.line = row.line;
    out.number = row.number;
    if (!row.document) {
        out.error = row.document.error();
        return out;
    }
    const auto& document = row.document.value();
    out.status = services::FileOutcome::Status::Taken;
    out.customer = document.invoice.buyer.name;
    out.plate = document.invoice.vehicle.plate;
    out.amount = domain::amountToAskFor(document.invoice).value_or(domain::Money{});
    out.notices = document.warnings;
    return out;
}

} // namespace

void SampleModel::show(const ports::TableProposal& proposal)
{
    const int columns = std::min(static_cast<int>(proposal.columns.size()), kMostColumns);
    const auto count = std::min(proposal.sample.size(), static_cast<std::size_t>(kMostRows));
    const bool same = columns == m_columns && count == m_rows.size() && count > 0;
    if (!same) beginResetModel();
    m_columns = columns;
    m_titles.clear();
    for (int c = 0; c < columns; ++c) {
        const auto& column = proposal.columns[static_cast<std::size_t>(c)];
        const auto title = column.title.isEmpty() ? tr("Column %1").arg(c + 1) : column.title.simplified();
        m_titles << (column.open ? tr("%1 ?", "title of a column that is to be confirmed").arg(title) : title);
    }
    m_rows.assign(proposal.sample.begin(), proposal.sample.begin() + static_cast<std::ptrdiff_t>(count));
    if (!same) return endResetModel();
    Q_EMIT dataChanged(index(1, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int SampleModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_columns; }

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() < 1 || index.row() > static_cast<int>(m_rows.size())) return {};
    const auto text = m_rows[static_cast<std::size_t>(index.row()) - 1].value(index.column());
    constexpr qsizetype kMostShown = 120;
    if (role == Qt::DisplayRole) return text.left(kMostShown).simplified();
    if (role == Qt::ToolTipRole) return asToolTip(text);
    return {};
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section == 0 ? QString{} : QString::number(section);
    return m_titles.value(section);
}

ResultModel::Row ResultModel::rowOf(const ports::TableRow& read)
{
    const auto outcome = asOutcome(read);
    Row out;
    const bool taken = read.document.ok();
    out.look = !taken ? Look::Refused : outcome.notices.isEmpty() ? Look::Accepted : Look::Notice;
    out.finding = IntakeWords::finding(outcome, true);
    out.number = outcome.number.isEmpty() ? u"–"_s : outcome.number;
    out.line = tr("line %1", "of a table").arg(read.line);
    out.what = IntakeWords::what(outcome, true);
    out.todo = taken ? QString{} : read.raw;
    if (!taken) return out;
    const auto& invoice = read.document.value().invoice;
    out.who = outcome.customer;
    out.plate = outcome.plate.isEmpty() ? tr("no plate") : outcome.plate;
    out.days = dayText(invoice.issueDate);
    out.due = invoice.dueDate.isValid() ? tr("to be paid by %1").arg(dayText(invoice.dueDate)) : QString{};
    out.amount = moneyText(outcome.amount);
    return out;
}

void ResultModel::show(const ports::TableReading& reading)
{
    beginResetModel();
    m_rows.clear();
    domain::Money sum;
    int taken = 0, refused = 0;
    bool one = true;   // currency, and nothing too large to be added
    for (const auto& row : reading.rows) {
        if (m_rows.size() < static_cast<std::size_t>(SampleModel::kMostRows)) m_rows.push_back(rowOf(row));
        if (!row.document) {
            ++refused;
            continue;
        }
        ++taken;
        const auto amount = domain::amountToAskFor(row.document.value().invoice);
        const auto more = amount ? domain::add(taken == 1 ? domain::Money::cents(0, amount->currency()) : sum, *amount) : Result<domain::Money>{sum};
        one = one && more.ok();
        if (more) sum = more.value();
    }
    m_totals = tr("%n invoice(s) readable", nullptr, taken);
    if (taken > 0 && one) m_totals += tr(", %1 together").arg(moneyText(sum));
    if (refused > 0) m_totals += u" · "_s + tr("%n refused", nullptr, refused);
    if (reading.passedCount > 0) m_totals += u" · "_s + tr("%n row(s) without an invoice", nullptr, reading.passedCount);
    endResetModel();
}

int ResultModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ResultModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);   // as the figures below it
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Finding: return tr("Finding");
    case Invoice: return tr("Invoice");
    case Who: return tr("Customer");
    case Days: return tr("Days");
    case What: return tr("Result");
    case Amount: return tr("Amount");
    }
    return {};
}

QVariant ResultModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size())) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    ListCell cell;
    switch (index.column()) {
    case Finding:
        cell.kind = ListCell::Kind::Finding;
        cell.upper = row.finding;
        cell.look = row.look;
        cell.tinted = row.look != Look::Accepted;
        break;
    case Invoice: cell.upper = row.number; cell.lower = row.line; cell.strong = true; break;
    case Who: cell.upper = row.who; cell.lower = row.plate; break;
    case Days: cell.upper = row.days; cell.lower = row.due; break;
    case What: cell.upper = row.what; cell.lower = row.todo; break;
    case Amount:
        cell.kind = ListCell::Kind::Figure;
        cell.upper = row.amount;
        cell.strong = true;
        break;
    }
    if (role == ListCellRole) return QVariant::fromValue(cell);
    if (role == Qt::DisplayRole) return cell.lower.isEmpty() ? cell.upper : u"%1, %2"_s.arg(cell.upper, cell.lower);
    if (role == Qt::ToolTipRole) return asToolTip(u"%1\n%2"_s.arg(cell.upper, cell.lower).trimmed());
    return {};
}

} // namespace tresen::ui
