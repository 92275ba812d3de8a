#include "app/adapters/workshop/table/sample_columns.h"
#include "app/adapters/workshop/table/table_values.h"
#include "app/domain/iban.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

struct TitleMatch { qsizetype rank; std::size_t order; std::size_t cell; const Field* field; };

template <class F>
bool everyCell(const QStringList& cells, F&& f) { return !cells.isEmpty() && std::all_of(cells.begin(), cells.end(), f); }

bool isAmountColumn(const QStringList& cells) { return everyCell(cells, [](const QString& cell) { return looksLikeAmount(cell); }); }

// Whole numbers may be amounts when the title says so.
bool couldBeAmounts(const QStringList& cells)
{
    AmountStyle either;
    either.either = true;
    either.twoDecimals = false;
    return std::all_of(cells.begin(), cells.end(), [&](const QString& cell) {
        const auto read = parseAmount(cell, either, {});
        return read.ok() || read.error().code != u"amount.unreadable" || looksLikeAmount(cell);
    });
}

bool fits(const Field& field, const QStringList& cells)
{
    if (cells.isEmpty()) return true;
    switch (field.kind) {
    case FieldKind::Amount:
    case FieldKind::LineAmount: return couldBeAmounts(cells);
    case FieldKind::Date: {
        if (!datePatternsOf(cells).isEmpty()) return true;
        const DateStyle both{{u"dd.MM.yy"_s, u"dd.MM.yyyy"_s}, 79, 0};
        return std::all_of(cells.begin(), cells.end(), [&](const QString& cell) { return parseDate(cell, both).isValid(); });
    }
    case FieldKind::Text:
    case FieldKind::Key:
    case FieldKind::Decimal:
    case FieldKind::Word:
    case FieldKind::Sign: return true;
    }
    Q_UNREACHABLE();
}

std::vector<std::vector<std::optional<domain::Money>>> amountsOf(const SampleShape& shape, const std::vector<std::size_t>& cells)
{
    std::vector<std::vector<std::optional<domain::Money>>> out(cells.size());
    AmountStyle either;
    either.either = true;
    for (std::size_t c = 0; c < cells.size(); ++c)
        for (const auto& row : shape.rows) {
            const auto read = parseAmount(cells[c] < row.cells.size() ? row.cells[cells[c]] : QString{}, either, {});
            out[c].push_back(read ? std::optional{read.value()} : std::nullopt);
        }
    return out;
}

// Net and tax make gross in every row, or nothing is said about it.
bool guessAmounts(const SampleShape& shape, const std::vector<std::size_t>& cells, SampleColumns& out)
{
    const auto amounts = amountsOf(shape, cells);
    for (std::size_t n = 0; n < cells.size(); ++n)
        for (std::size_t t = 0; t < cells.size(); ++t)
            for (std::size_t g = 0; g < cells.size(); ++g) {
                if (n == t || n == g || t == g) continue;
                bool all = true;
                for (std::size_t r = 0; r < shape.rows.size() && all; ++r) {
                    if (!amounts[n][r] || !amounts[t][r] || !amounts[g][r]) { all = false; break; }
                    const auto sum = domain::add(*amounts[n][r], *amounts[t][r]);
                    all = sum && sum.value() == *amounts[g][r] && qAbs(amounts[n][r]->inCents()) >= qAbs(amounts[t][r]->inCents());
                }
                if (!all) continue;
                out.fields[cells[n]] = findField(u"net");
                out.fields[cells[t]] = findField(u"tax");
                out.fields[cells[g]] = findField(u"gross");
                return true;
            }
    if (cells.size() == 1) out.fields[cells[0]] = findField(u"gross");
    return cells.size() == 1;
}

struct ContentRule { QStringView field; bool (*fits)(const QString& cell); };

bool matchesWhole(const QString& cell, const QRegularExpression& re) { return re.match(cell).hasMatch(); }

constexpr ContentRule kContentRules[] = {
    {u"iban", [](const QString& cell) { return domain::isIban(cell); }},
    {u"customer.email", [](const QString& cell) { static const QRegularExpression re{u"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"_s}; return matchesWhole(cell, re); }},
    {u"vin", [](const QString& cell) { static const QRegularExpression re{u"^(?=.*[0-9])(?=.*[A-Z])[A-HJ-NPR-Z0-9]{17}$"_s}; return matchesWhole(cell, re); }},
    {u"plate", [](const QString& cell) { static const QRegularExpression re{u"^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[EH]?$"_s}; return matchesWhole(cell, re); }},
    {u"customer.postcode", [](const QString& cell) { static const QRegularExpression re{u"^[0-9]{5}$"_s}; return matchesWhole(cell, re); }},
};

bool couldBeNumbers(const QStringList& cells, qsizetype rows)
{
    static const QRegularExpression re{u"^(?=.*[0-9])[A-Za-z0-9/_.\\- ]{1,24}$"_s};
    return cells.size() == rows && everyCell(cells, [](const QString& cell) { return matchesWhole(cell, re); }) && QSet<QString>(cells.begin(), cells.end()).size() * 10 >= rows * 9;
}

} // namespace

std::optional<std::size_t> SampleColumns::cellOf(QStringView field) const
{
    for (const auto& [cell, known] : fields)
        if (field == QLatin1StringView{known->name}) return cell;
    return std::nullopt;
}

QStringList cellsOf(const SampleShape& shape, std::size_t cell)
{
    QStringList out;
    for (const auto& row : shape.rows)
        if (!row.problem && cell < row.cells.size() && !row.cells[cell].isEmpty()) out << row.cells[cell];
    return out;
}

// The most telling titles first, so that "Rechnung" is the number only when nothing says "Rechnungsnummer".
SampleColumns columnsByTitle(const SampleShape& shape)
{
    SampleColumns out;
    const auto& titles = shape.titles.front().cells;
    std::vector<TitleMatch> matches;
    const auto fields = allFields();
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto names = commonTitles(*fields[f]);
        for (std::size_t c = 0; c < titles.size(); ++c)
            if (const auto rank = names.indexOf(foldTitle(titles[c])); rank >= 0) matches.push_back({rank, f, c, fields[f]});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const TitleMatch& a, const TitleMatch& b) { return a.rank < b.rank; });
    for (const auto& match : matches) {
        const bool given = std::any_of(out.fields.begin(), out.fields.end(), [&](const auto& known) { return known.second == match.field; });
        if (out.fields.contains(match.cell) || (given && !match.field->repeats) || !fits(*match.field, cellsOf(shape, match.cell))) continue;
        out.fields[match.cell] = match.field;
    }
    for (std::size_t c = 0; c < titles.size(); ++c)
        if (!out.fields.contains(c)) out.doubts << u"unused:"_s + titles[c].left(40);
    return out;
}

SampleColumns columnsByContent(const SampleShape& shape)
{
    SampleColumns out;
    std::vector<std::size_t> amounts;
    const auto rows = static_cast<qsizetype>(shape.rows.size());
    for (std::size_t c = 0; c < shape.columns; ++c) {
        const auto cells = cellsOf(shape, c);
        if (isAmountColumn(cells)) {
            amounts.push_back(c);
            continue;
        }
        if (cells.isEmpty()) continue;
        if (!datePatternsOf(cells).isEmpty()) {
            if (!out.has(u"issue_date")) out.fields[c] = findField(u"issue_date");
            else if (!out.has(u"due_date")) out.fields[c] = findField(u"due_date");
            continue;
        }
        const auto* rule = std::find_if(std::begin(kContentRules), std::end(kContentRules), [&](const ContentRule& r) { return !out.has(r.field) && everyCell(cells, r.fits); });
        if (rule != std::end(kContentRules)) out.fields[c] = findField(rule->field);
        else if (!out.has(u"number") && couldBeNumbers(cells, rows)) out.fields[c] = findField(u"number");
        else if (!out.has(u"customer.name") && everyCell(cells, [](const QString& cell) { return cell.contains(u' ') && cell.front().isLetter(); })) out.fields[c] = findField(u"customer.name");
    }
    if (!guessAmounts(shape, amounts, out) && !amounts.empty()) out.doubts << u"missing:gross"_s;
    for (const auto& [cell, field] : out.fields) out.doubts << u"column:"_s + QLatin1StringView{field->name};
    return out;
}

} // namespace tresen::adapters::table
