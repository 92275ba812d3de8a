#include "ui/tasks/tasks_model.h"
#include "app/domain/reminder_rules.h"
#include "ui/common/age_text.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

bool taskBefore(const services::TaskRow& a, const services::TaskRow& b)
{
    const auto ga = groupOfTask(a.task.kind), gb = groupOfTask(b.task.kind);
    if (ga != gb) return ga < gb;
    return a.since != b.since ? a.since < b.since : std::pair{a.number, a.task.id.text()} < std::pair{b.number, b.task.id.text()};
}

bool sameTask(const services::TaskRow& a, const services::TaskRow& b)
{
    return a.invoice == b.invoice && a.task.id == b.task.id;
}

// What stands behind the sentence: an address, an account, a server's words. Keys of payments and links mean nothing to a reader.
QString behind(const services::TaskRow& row)
{
    if (row.goingBack.isPositive() && row.refund.isNull()) return row.unclear ? TasksModel::tr("unclear whether it went back") : TasksModel::tr("is on its way back");
    if (!row.mailTo.isEmpty()) return row.mailSaid.isEmpty() ? row.mailTo : u"%1 · %2"_s.arg(row.mailTo, Wording::serverWords(row.mailSaid));
    return row.task.detail.contains(u':') ? QString{} : Wording::serverWords(Wording::changeOf(row.task.detail));
}

QString sentenceOf(const services::TaskRow& row)
{
    if (row.task.kind == domain::reminderTaskKind()) return row.task.detail;   // in its own words
    const auto words = Wording::reason(row.task.kind), more = behind(row);
    return more.isEmpty() ? words : u"%1: %2"_s.arg(words, more);
}

} // namespace

TaskGroup groupOfTask(const QString& kind)
{
    if (kind.startsWith(u"payment."_s) || kind.startsWith(u"refund."_s)) return TaskGroup::Money;
    return kind.startsWith(u"mail."_s) ? TaskGroup::Mail : TaskGroup::Other;
}

TaskWay wayOutOfTask(const services::TaskRow& row)
{
    const auto& kind = row.task.kind;
    if (kind == u"mail.failed" || kind == u"mail.unclear") return TaskWay::Mail;
    if (kind == domain::reminderTaskKind()) return TaskWay::Reminder;
    if (kind == u"refund.no_answer") return row.refund.isNull() ? TaskWay::Reason : TaskWay::CheckRefund;
    if (kind == u"refund.failed") return row.payment.isEmpty() ? TaskWay::Reason : TaskWay::GiveBack;
    const bool odd = kind == u"payment.double" || kind == u"payment.late" || kind == u"payment.wrong_amount";
    if (odd && row.open.isNegative() && !row.payment.isEmpty()) return TaskWay::GiveBack;
    // A payment that came late, or over another amount, may be just what was missing, or a part of it.
    const bool missing = odd || kind == u"payment.chargeback" || kind == u"amount.changed";
    return missing && row.open.isPositive() ? TaskWay::AskForRest : TaskWay::Reason;
}

TasksModel::TasksModel(const Clock& clock, QObject* parent) : QAbstractTableModel{parent}, m_clock{clock}
{
}

void TasksModel::put(const services::TaskRow& task)
{
    const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return sameTask(row, task); });
    if (known != m_rows.end()) {
        *known = task;
        const int row = static_cast<int>(known - m_rows.begin());
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const auto place = std::upper_bound(m_rows.begin(), m_rows.end(), task, taskBefore);
    const int row = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, task);
    endInsertRows();
}

void TasksModel::setInvoice(const domain::InvoiceId& invoice, const std::vector<services::TaskRow>& tasks)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (at(row).invoice != invoice || std::any_of(tasks.begin(), tasks.end(), [&](const auto& t) { return sameTask(t, at(row)); })) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const auto& task : tasks) put(task);
}

void TasksModel::setAll(const std::vector<services::TaskRow>& tasks)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::any_of(tasks.begin(), tasks.end(), [&](const auto& t) { return sameTask(t, at(row)); })) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const auto& task : tasks) put(task);
}

bool TasksModel::knows(const domain::InvoiceId& invoice) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.invoice == invoice; });
}

bool TasksModel::knows(const services::TaskRow& task) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto& row) { return sameTask(row, task); });
}

int TasksModel::count(TaskGroup group) const
{
    if (group == TaskGroup::All) return rowCount();
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [group](const auto& row) { return groupOfTask(row.task.kind) == group; }));
}

int TasksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TasksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TasksModel::text(const services::TaskRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Kind: return Wording::task(row.task.kind);
    case What: return sentenceOf(row);
    case Vehicle: return row.plate.isEmpty() || row.customer.isEmpty() ? row.plate + row.customer : row.plate + u" · "_s + row.customer;
    case Invoice: return row.number;
    case Since: return row.since.isNull() ? u"–"_s : AgeText::timeOrDay(row.since, m_clock.now());
    case Amount: return row.task.amount.isZero() ? u"–"_s : moneyText(row.task.amount);
    case ColumnCount: break;
    }
    return {};
}

QVariant TasksModel::cell(const services::TaskRow& row, int column) const
{
    ListCell out;
    out.upper = text(row, column);
    switch (static_cast<Column>(column)) {
    case Kind:
        out.kind = ListCell::Kind::Finding;
        out.look = Wording::lookOfTask(row.task.kind);
        out.tinted = out.strong = true;
        break;
    case Vehicle:
        out.upper = row.plate.isEmpty() ? row.customer : row.plate;
        out.lower = row.plate.isEmpty() ? QString{} : row.customer;
        break;
    case Since: out.quiet = true; break;
    case Amount: out.kind = ListCell::Kind::Figure; break;
    case What:
        out.upper = Wording::reason(row.task.kind);
        out.lower = behind(row);
        break;
    case Invoice: break;
    case ColumnCount: return {};
    }
    return QVariant::fromValue(out);
}

QVariant TasksModel::data(const QModelIndex& index, int role) const
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

QVariant TasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Kind: return tr("Task");
    case What: return tr("What happened");
    case Vehicle: return tr("Vehicle");
    case Invoice: return tr("Invoice");
    case Since: return tr("Since");
    case Amount: return tr("Amount");
    case ColumnCount: break;
    }
    return {};
}

void TasksFilter::setGroup(TaskGroup group)
{
    m_group = group;
    invalidateRowsFilter();
}

void TasksFilter::setWords(const QString& words)
{
    m_words = domain::foldQuery(words);
    invalidateRowsFilter();
}

bool TasksFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto& task = static_cast<const TasksModel*>(sourceModel())->at(row);
    if (m_group != TaskGroup::All && groupOfTask(task.task.kind) != m_group) return false;
    if (m_words.isEmpty()) return true;
    const auto key = domain::searchKeyOf({task.plate, task.customer, task.number, Wording::task(task.task.kind)});
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return key.contains(word); });
}

} // namespace tresen::ui
