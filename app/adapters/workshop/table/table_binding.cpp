#include "app/adapters/workshop/table/table_binding.h"
#include "app/adapters/workshop/table/money_titles.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// What a record must be read for first.
int rankOf(const Column& column)
{
    const QLatin1StringView name{column.field->name};
    return name == "currency"_L1 ? 0 : column.field->kind == FieldKind::Sign ? 1 : 2;
}

bool matches(const IgnoreRule& rule, const QString& cell)
{
    switch (rule.how) {
    case IgnoreRule::How::Equals: return cell.compare(rule.text, Qt::CaseInsensitive) == 0;
    case IgnoreRule::How::Starts: return cell.startsWith(rule.text, Qt::CaseInsensitive);
    case IgnoreRule::How::Contains: return cell.contains(rule.text, Qt::CaseInsensitive);
    }
    Q_UNREACHABLE();
}

// What a person has left out is asked about no more; what says it in words counts all the same.
Stranger strangerOf(const TableProfile& profile, const Record& titles, std::size_t cell)
{
    if (!profile.header || cell >= titles.cells.size()) return {cell, KindTitle::None, {}};
    const auto title = kindTitleOf(titles.cells[cell]);
    const bool answered = title == KindTitle::State && profile.unused.contains(foldTitle(titles.cells[cell]));
    return {cell, answered ? KindTitle::None : title, titles.cells[cell].left(80)};
}

Error twice(const QString& title) { return Error{Fault::Invalid, u"table.column_twice"_s, title.left(80)}; }

} // namespace

const Bound* Binding::find(QStringView field) const
{
    const auto at = std::find_if(columns.begin(), columns.end(), [field](const Bound& b) { return field == QLatin1StringView{b.column->field->name}; });
    return at == columns.end() ? nullptr : &*at;
}

const Bound* Binding::at(std::size_t cell) const
{
    const auto at = std::find_if(columns.begin(), columns.end(), [cell](const Bound& b) { return b.cell == cell; });
    return at == columns.end() ? nullptr : &*at;
}

Result<Binding> bindColumns(const TableProfile& profile, const Record& titles)
{
    Binding out;
    out.cells = profile.header ? titles.cells.size() : static_cast<std::size_t>(profile.cells);
    std::vector<QString> folded;
    if (profile.header)
        for (const auto& title : titles.cells) folded.push_back(foldTitle(title));
    std::vector<bool> taken(folded.size());
    for (const auto& column : profile.columns) {
        auto cell = folded.size();
        // "Rechnungsempfänger" and "Halter" are the customer where nobody else is named; beside one they say who pays and whose car it is.
        const bool other = QLatin1StringView{column.field->name} == "payer.name"_L1 || QLatin1StringView{column.field->name} == "keeper"_L1;
        for (qsizetype t = 0; t < column.titles.size() && cell == folded.size(); ++t) {
            cell = static_cast<std::size_t>(std::find(folded.begin(), folded.end(), column.titles[t]) - folded.begin());
            if (other && cell < folded.size() && taken[cell]) cell = folded.size();
            if (cell < folded.size() && std::count(folded.begin(), folded.end(), column.titles[t]) > 1) return twice(titles.cells[cell]);
        }
        if (column.place > 0) cell = static_cast<std::size_t>(column.place) - 1;
        if (column.place > 0 ? profile.header && cell >= folded.size() : cell == folded.size()) {
            if (column.optional) continue;
            return Error{Fault::Invalid, u"table.column_missing"_s, QString::fromLatin1(column.field->name)};
        }
        if (profile.header) {
            if (taken[cell]) return twice(titles.cells[cell]);
            taken[cell] = true;
        }
        out.columns.push_back({&column, cell});
    }
    for (std::size_t c = 0; c < folded.size() && !out.find(u"amount_due"); ++c) {
        const auto word = taken[c] || profile.unused.contains(folded[c]) ? MoneyWord::None : moneyWordOf(titles.cells[c]);
        if (!taken[c] && !profile.unused.contains(folded[c]) && (word == MoneyWord::None || word == MoneyWord::Gross)) out.others.push_back(c);
        if (isOfPayment(word)) out.unread.push_back({c, titles.cells[c].left(80), word == MoneyWord::Prepaid});
    }
    for (std::size_t c = 0; c < out.cells; ++c)
        if (!out.at(c)) out.strangers.push_back(strangerOf(profile, titles, c));
    std::stable_sort(out.columns.begin(), out.columns.end(), [](const Bound& a, const Bound& b) { return rankOf(*a.column) < rankOf(*b.column); });
    return out;
}

bool isIgnored(const TableProfile& profile, const Record& record)
{
    return std::any_of(profile.ignore.begin(), profile.ignore.end(), [&](const IgnoreRule& rule) {
        if (rule.place == 0) return std::any_of(record.cells.begin(), record.cells.end(), [&](const QString& cell) { return matches(rule, cell); });
        const auto cell = static_cast<std::size_t>(rule.place) - 1;
        return matches(rule, cell < record.cells.size() ? record.cells[cell] : QString{});
    });
}

} // namespace tresen::adapters::table
