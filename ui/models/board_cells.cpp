// What the cells of the board say: text, tool tip and the sentence a screen reader speaks.
#include "ui/common/age_text.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/models/board_model.h"
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString BoardModel::cellText(const domain::BoardRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Status: return wordOf(lookOf(row, m_now));
    case Plate: return row.plate;
    case Customer: return row.customer;
    case Number: return row.number;
    case Open: return moneyText(row.open);
    case Hook: return keyChipOf(row, m_now) == KeyChip::None ? u"–"_s : row.hook;
    case Age: return Wording::source(row.source) + u", "_s + AgeText::age(row.truthAt, m_now);
    case Site: return siteOf(row).isEmpty() ? u"–"_s : siteOf(row);
    case ColumnCount: break;
    }
    return {};
}

QString BoardModel::payerText(const domain::BoardRow& row)
{
    return row.payer.isEmpty() ? QString{} : tr("pays: %1").arg(row.payer);
}

QStringList BoardModel::plateMarks(const domain::BoardRow& row)
{
    QStringList out;
    if (!row.also.isEmpty()) out << tr("also %1").arg(row.also);
    if (row.toConfirm) out << tr("found by rule, to confirm");
    return out;
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rowAt(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cellText(row, column);
    case Qt::ToolTipRole:
        if (column == Customer) return QStringList{row.customer, payerText(row), row.vehicle, row.work, row.number}.filter(QRegularExpression{u"."_s}).join(u'\n');
        if (column == Status) return Wording::reason(row.reason, row.reasonDetail);
        if (column == Plate) return plateMarks(row).join(u'\n');
        if (column == Age && waited(index.row()) > 0) return AgeText::waits(waited(index.row())) + u'\n' + cellText(row, column);
        return {};
    case Qt::AccessibleTextRole: {
        if (column == Age && waited(index.row()) > 0) return headerData(column, Qt::Horizontal).toString() + u' ' + cellText(row, column) + u", "_s + AgeText::waits(waited(index.row()));
        if (column == Hook) {
            const auto chip = keyChipOf(row, m_now);
            if (chip == KeyChip::None) return tr("no key on a hook");
            return chip == KeyChip::Goes ? tr("hook %1, key may go").arg(row.hook) : tr("hook %1, key stays").arg(row.hook);
        }
        if (column == Customer) return QStringList{row.customer, payerText(row), row.vehicle, row.work}.filter(QRegularExpression{u"."_s}).join(u", "_s);
        if (column == Status) {
            const auto alarm = Wording::alarm(row);
            return alarm.isEmpty() ? cellText(row, column) : cellText(row, column) + u", "_s + alarm;
        }
        if (column == Plate) return (QStringList{headerData(column, Qt::Horizontal).toString() + u' ' + cellText(row, column)} + plateMarks(row)).join(u", "_s);
        return headerData(column, Qt::Horizontal).toString() + u' ' + cellText(row, column);
    }
    case InvoiceRole: return row.invoice.text();
    case StateRole: return domain::codeOf(row.state);
    case LightRole: return domain::codeOf(domain::lightOf(row, m_now));
    default: return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Status: return tr("Status");
    case Plate: return tr("Plate");
    case Customer: return tr("Customer");
    case Number: return tr("Invoice");
    case Open: return tr("Open", "column: amount still to pay");
    case Hook: return tr("Hook");
    case Age: return tr("As of");
    case Site: return tr("Site", "column: where the invoice was taken over");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tresen::ui
