#include "ui/day/day_model.h"
#include "ui/common/age_text.h"
#include "ui/common/list_view.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString DayModel::wordOf(domain::PaymentKind kind)
{
    using domain::PaymentKind;
    switch (kind) {
    case PaymentKind::Cash: return tr("Cash");
    case PaymentKind::CardTerminal: return tr("Card");
    case PaymentKind::Online: return tr("Online");
    case PaymentKind::BankTransfer: return tr("Bank transfer");
    case PaymentKind::RefundOnline: return tr("Given back online");
    case PaymentKind::RefundCash: return tr("Given back in cash");
    case PaymentKind::RefundCard: return tr("Given back to a card");
    case PaymentKind::Chargeback: return tr("Charged back");
    case PaymentKind::ChargebackReversed: return tr("Charge-back withdrawn");
    case PaymentKind::WriteOff: return tr("Written off");
    case PaymentKind::Correction: return tr("Corrected");
    case PaymentKind::RefundBounced: return tr("Refund came back");
    }
    Q_UNREACHABLE();
}

QString DayModel::wordOf(domain::DayNote::Kind kind)
{
    using Note = domain::DayNote::Kind;
    switch (kind) {
    case Note::Override: return tr("Key by exception");
    case Note::Forced: return tr("Taken despite link");
    case Note::MoneyBack: return tr("Money back");
    case Note::ChargedBack: return tr("Charged back");
    case Note::WrittenOff: return tr("Written off");
    case Note::OnAccount: return tr("On account");
    case Note::Cancelled: return tr("Cancelled");
    case Note::Undone: return tr("Taken back");
    case Note::Unlocked: return tr("Locked setting");
    case Note::Restored: return tr("Not cancelled after all");
    case Note::OffAccount: return tr("No longer on account");
    }
    Q_UNREACHABLE();
}

DayLine DayModel::lineOf(const domain::DayMoney& money)
{
    const bool back = money.sum.isNegative();
    DayLine out;
    out.look = back ? Look::Reversed : Look::Paid;
    out.word = wordOf(money.kind);
    out.what = tr("%n booking(s)", nullptr, money.count);
    if (const auto way = Wording::method(money.method); way.compare(out.word, Qt::CaseInsensitive) != 0) {
        out.detail = out.what;
        out.what = QLocale{}.toUpper(way.left(1)) + way.mid(1);   // it begins the line
    }
    out.amount = moneyText(money.sum);
    return out;
}

DayLine DayModel::lineOf(const domain::DayNote& note, const services::DayView& view)
{
    using Note = domain::DayNote::Kind;
    DayLine out;
    out.look = note.kind == Note::OnAccount ? Look::OnAccount : note.kind == Note::Cancelled || note.kind == Note::Undone ? Look::Cancelled : Look::Notice;
    out.loud = note.kind == Note::Override || note.kind == Note::Forced || note.kind == Note::ChargedBack || note.kind == Note::Unlocked;
    out.word = wordOf(note.kind);
    const auto item = view.items.value(note.invoice.text());
    QStringList what{item.plate, item.number, item.customer};
    if (note.kind == Note::Unlocked) what = {note.to};
    what.removeAll({});
    out.what = what.join(u" · "_s);
    QStringList detail;
    if (note.kind == Note::Override) detail << tr("to %1").arg(note.to);
    if (note.kind == Note::MoneyBack || note.kind == Note::ChargedBack) detail << Wording::method(note.to);
    if (!note.reason.isEmpty()) detail << (note.kind == Note::OnAccount ? Wording::reason(u"on_account.granted"_s, note.reason) : note.reason);
    out.detail = detail.join(u": "_s);
    out.who = note.by.user.isEmpty() ? note.by.desk : note.by.user;
    out.time = AgeText::clock(note.at);
    const auto amount = note.amount.isZero() && item.exists() && note.kind == Note::Override ? item.open() : note.amount;
    if (!amount.isZero()) out.amount = moneyText(amount);
    out.invoice = item.exists() ? note.invoice : domain::InvoiceId{};
    return out;
}

std::vector<DayLine> DayModel::linesOf(const services::DayView& view)
{
    std::vector<DayLine> out;
    std::map<QString, std::pair<domain::Money, int>> sums;   // by currency
    for (const auto& money : view.report.money) {
        out.push_back(lineOf(money));
        auto& [sum, count] = sums.try_emplace(money.sum.currency().code(), domain::Money::cents(0, money.sum.currency()), 0).first->second;
        if (const auto added = domain::add(sum, money.sum)) sum = added.value();
        count += money.count;
    }
    for (const auto& [currency, total] : sums) {
        DayLine line;
        line.word = tr("Sum");
        line.what = tr("%n booking(s)", nullptr, total.second);
        line.amount = moneyText(total.first);
        line.isSum = true;
        out.push_back(line);
    }
    for (const auto& note : view.report.notes) out.push_back(lineOf(note, view));
    return out;
}

void DayModel::setDay(const services::DayView& view)
{
    beginResetModel();
    m_lines = linesOf(view);
    endResetModel();
}

int DayModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

int DayModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant DayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& line = at(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) return static_cast<int>((column == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != ListCellRole && role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const std::array<QString, ColumnCount> upper{line.word, line.what, line.who, line.time, line.amount};
    const auto& text = upper[static_cast<std::size_t>(column)];
    if (role != ListCellRole) return column == What && !line.detail.isEmpty() ? QVariant{text + u". "_s + line.detail} : QVariant{text};
    ListCell cell;
    cell.upper = text;
    cell.strong = line.isSum || line.loud;
    if (column == Kind) {
        cell.kind = line.isSum ? ListCell::Kind::Lines : ListCell::Kind::Finding;
        cell.look = line.look;
        cell.tinted = line.loud;
    } else if (column == What) {
        cell.lower = line.detail;
    } else if (column == Amount) {
        cell.kind = ListCell::Kind::Figure;
    }
    return QVariant::fromValue(cell);
}

QVariant DayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Kind: return tr("Kind");
    case What: return tr("What");
    case Who: return tr("Who");
    case Time: return tr("Time");
    case Amount: return tr("Amount");
    case ColumnCount: break;
    }
    return {};
}

} // namespace tresen::ui
