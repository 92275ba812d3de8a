#include "ui/write_back/settlements_model.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

int rankOfState(const QString& state)
{
    return state == u"refused" ? 0 : state == u"due" ? 1 : 2;
}

QString identityOf(const services::PendingSettlement& row)
{
    return row.settlement.isNull() ? row.invoice.text() + u'/' + row.kind : row.settlement.text();
}

QString dotted(const QString& a, const QString& b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u" · "_s + b;
}

} // namespace

void SettlementsModel::setRows(std::vector<services::PendingSettlement> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        const auto ranks = std::pair{rankOfState(a.state), rankOfState(b.state)};
        return ranks.first != ranks.second ? ranks.first < ranks.second : a.run != b.run ? a.run < b.run : a.number < b.number;
    });
    const bool samePlaces = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const auto& a, const auto& b) { return identityOf(a) == identityOf(b); });
    if (samePlaces) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool SettlementsModel::knows(const domain::InvoiceId& invoice) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.invoice == invoice; });
}

int SettlementsModel::count(const QString& state) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.state == state; }));
}

int SettlementsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SettlementsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SettlementsModel::text(const services::PendingSettlement& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case State: return row.state == u"due" ? tr("Due") : row.state == u"refused" ? tr("Refused") : tr("Written");
    case Invoice: return dotted(row.number, dotted(row.customer, row.plate));
    case Kind: return row.kind == u"reversed" ? tr("Payment taken back") : tr("Payment");
    case RunNumber: return row.run > 0 ? tr("Run %1").arg(row.run) : u"–"_s;
    case Answer:
        if (row.state == u"due") return tr("Goes out with the next run");
        if (row.state == u"refused") return row.text.isEmpty() ? tr("The workshop system gave no reason") : row.text;
        return tr("No answer yet");
    case Amount: return moneyText(row.amount);
    case ColumnCount: break;
    }
    return {};
}

QVariant SettlementsModel::cell(const services::PendingSettlement& row, int column) const
{
    const bool refused = row.state == u"refused", due = row.state == u"due";
    ListCell out;
    out.upper = text(row, column);
    switch (static_cast<Column>(column)) {
    case State:
        out.kind = ListCell::Kind::Finding;
        out.look = refused ? Look::Refused : due ? Look::Notice : Look::Running;
        out.tinted = out.strong = refused || due;
        break;
    case Invoice:
        out.upper = row.number;
        out.lower = dotted(row.plate, row.customer);
        break;
    case RunNumber: out.quiet = true; break;
    case Answer:
        out.strong = refused;
        out.quiet = !refused;
        if (refused) out.lower = tr("Put it right there, then send it again");
        break;
    case Amount: out.kind = ListCell::Kind::Figure; break;
    case Kind: break;
    case ColumnCount: return {};
    }
    return QVariant::fromValue(out);
}

QVariant SettlementsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = at(index.row());
    switch (role) {
    case ListCellRole: return cell(row, index.column());
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::TextAlignmentRole: return static_cast<int>((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant SettlementsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case State: return tr("State");
    case Invoice: return tr("Invoice");
    case Kind: return tr("Kind");
    case RunNumber: return tr("Run");
    case Answer: return tr("Answer of the workshop system");
    case Amount: return tr("Amount");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tresen::ui
