#include "app/adapters/workshop/table/sample_columns.h"
#include "app/adapters/workshop/table/table_values.h"
#include "app/domain/iban.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// "Brutto in EUR" is titled like "Brutto".
QString withoutCurrency(const QString& folded)
{
    for (const auto* tail : {"ineuro", "ineur", "euro", "eur"})
        if (folded.endsWith(QLatin1StringView{tail}) && folded.size() > QLatin1StringView{tail}.size()) return folded.chopped(QLatin1StringView{tail}.size());
    return folded;
}

struct TitleMatch { qsizetype rank; std::size_t order; std::size_t cell; const Field* field; };

template <class F>
bool everyCell(const QStringList& cells, F&& f) { return !cells.isEmpty() && std::all_of(cells.begin(), cells.end(), f); }

bool isAmountColumn(const QStringList& cells) { return everyCell(cells, [](const QString& cell) { return looksLikeAmount(cell); }); }

// Whole numbers may be amounts when the title says so, and one damaged cell makes no column another.
bool couldBeAmounts(const QStringList& cells)
{
    const auto good = std::count_if(cells.begin(), cells.end(), couldBeAmount);
    return good * 5 >= cells.size() * 4 || (good >= 2 && cells.size() - good == 1);
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

using Amounts = std::vector<std::vector<std::optional<domain::Money>>>;   // by column, by row

// Net and tax make gross in every row.
bool areTotals(const Amounts& amounts, std::size_t net, std::size_t tax, std::size_t gross)
{
    for (std::size_t r = 0; r < amounts[net].size(); ++r) {
        const auto &n = amounts[net][r], &t = amounts[tax][r], &g = amounts[gross][r];
        if (!n || !t || !g || qAbs(n->inCents()) < qAbs(t->inCents())) return false;
        const auto sum = domain::add(*n, *t);
        if (!sum || sum.value() != *g) return false;
    }
    return true;
}

// In every row some tax, and less than half of the net amount. Else it may as well be what was paid before, and the sum more than is still to be paid.
bool looksTaxed(const Amounts& amounts, std::size_t net, std::size_t tax)
{
    for (std::size_t r = 0; r < amounts[net].size(); ++r) {
        const auto n = qAbs(amounts[net][r]->inCents()), t = qAbs(amounts[tax][r]->inCents());
        if (t == 0 || t > n / 2) return false;
    }
    return true;
}

// What was paid before and what is left make gross; an empty cell is nothing paid. Once at least something was paid, or nothing is said.
bool areRest(const Amounts& amounts, std::size_t gross, std::size_t prepaid, std::size_t due)
{
    bool any = false;
    for (std::size_t r = 0; r < amounts[gross].size(); ++r) {
        const auto &g = amounts[gross][r], &d = amounts[due][r];
        if (!g || !d) return false;
        const auto paid = amounts[prepaid][r].value_or(domain::Money{});
        const auto sum = domain::add(*d, paid);
        if (!sum || sum.value() != *g) return false;
        any = any || !paid.isZero();
    }
    return any;
}

void guessRest(const Amounts& amounts, const std::vector<std::size_t>& cells, std::size_t gross, SampleColumns& out)
{
    for (std::size_t p = 0; p < cells.size(); ++p)
        for (std::size_t d = 0; d < cells.size(); ++d) {
            if (p == d || out.fields.contains(cells[p]) || out.fields.contains(cells[d]) || !areRest(amounts, gross, p, d)) continue;
            out.fields[cells[p]] = findField(u"prepaid");
            out.fields[cells[d]] = findField(u"amount_due");
            out.how[cells[p]] = out.how[cells[d]] = {80, "sum", false};
            return;
        }
}

// One amount alone may be net or gross: a person has to say so.
bool guessAmounts(const SampleShape& shape, const std::vector<std::size_t>& cells, SampleColumns& out)
{
    constexpr std::size_t kEnoughRows = 3, kMostAmounts = 12;   // every three of them are tried
    if (cells.size() == 1) {
        out.fields[cells[0]] = findField(u"gross");
        out.how[cells[0]] = {40, "several", true};
        return true;
    }
    if (cells.size() > kMostAmounts) return false;
    const auto amounts = amountsOf(shape, cells);
    const bool enough = shape.rows.size() >= kEnoughRows;
    for (std::size_t n = 0; n < cells.size(); ++n)
        for (std::size_t t = 0; t < cells.size(); ++t)
            for (std::size_t g = 0; g < cells.size(); ++g) {
                if (n == t || n == g || t == g || !areTotals(amounts, n, t, g)) continue;
                out.fields[cells[n]] = findField(u"net");
                out.fields[cells[t]] = findField(u"tax");
                out.fields[cells[g]] = findField(u"gross");
                const bool sure = enough && looksTaxed(amounts, n, t);
                out.how[cells[n]] = out.how[cells[t]] = out.how[cells[g]] = {sure ? 90 : 50, "sum", !sure};
                guessRest(amounts, cells, g, out);
                return true;
            }
    return false;
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

bool couldBeAmount(const QString& cell)
{
    AmountStyle either;
    either.either = true;
    either.twoDecimals = false;
    const auto read = parseAmount(cell, either, {});
    return read.ok() || read.error().code != u"amount.unreadable" || looksLikeAmount(cell);
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
            if (const auto rank = std::max(names.indexOf(foldTitle(titles[c])), names.indexOf(withoutCurrency(foldTitle(titles[c])))); rank >= 0) matches.push_back({rank, f, c, fields[f]});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const TitleMatch& a, const TitleMatch& b) { return a.rank < b.rank; });
    for (const auto& match : matches) {
        const bool given = std::any_of(out.fields.begin(), out.fields.end(), [&](const auto& known) { return known.second == match.field; });
        if (out.fields.contains(match.cell) || (given && !match.field->repeats) || !fits(*match.field, cellsOf(shape, match.cell))) continue;
        out.fields[match.cell] = match.field;
        constexpr qsizetype kVague = 25;   // the later names of a field are the vaguer ones
        out.how[match.cell] = {static_cast<int>(95 - std::min(match.rank, kVague)), "title", false};
    }
    // Whoever is sent the invoice is the customer where nobody else is named, and who pays beside one.
    const auto* customer = findField(u"customer.name");
    const auto named = std::count_if(out.fields.begin(), out.fields.end(), [&](const auto& known) { return known.second == customer; });
    for (auto& [cell, field] : out.fields)
        if (const auto title = foldTitle(titles[cell]); named > 1 && field == customer && !out.has(u"payer.name") && (title == u"rechnungsempfaenger" || title == u"billto"))
            field = findField(u"payer.name");
    for (std::size_t c = 0; c < titles.size(); ++c)
        if (!out.fields.contains(c)) out.doubts << u"unused:"_s + titles[c].left(40);
    return out;
}

// Of two columns of days the earlier one is the day of the invoice.
void guessDates(const SampleShape& shape, const std::vector<std::size_t>& cells, SampleColumns& out)
{
    if (cells.empty()) return;
    constexpr std::size_t kTwo = 2;
    std::size_t first = cells[0], second = cells.size() > 1 ? cells[1] : first;
    int behind = 0, before = 0;
    for (const auto& row : shape.rows) {
        if (first >= row.cells.size() || second >= row.cells.size()) continue;
        const DateStyle style{{datePatternsOf({row.cells[first], row.cells[second]}).value(0)}, 79, 0};
        const auto a = parseDate(row.cells[first], style), b = parseDate(row.cells[second], style);
        if (!a.isValid() || !b.isValid()) continue;
        behind += a < b ? 1 : 0;
        before += b < a ? 1 : 0;
    }
    if (before > 0 && behind == 0) std::swap(first, second);
    const bool clear = cells.size() == 1 || (cells.size() == kTwo && (before == 0) != (behind == 0));
    out.fields[first] = findField(u"issue_date");
    out.how[first] = {clear ? 75 : 45, clear ? "values" : "several", !clear};
    if (second == first) return;
    out.fields[second] = findField(u"due_date");
    out.how[second] = {clear ? 65 : 40, clear ? "values" : "several", !clear};
}

SampleColumns columnsByContent(const SampleShape& shape)
{
    SampleColumns out;
    std::vector<std::size_t> amounts, days, numbers;
    const auto rows = static_cast<qsizetype>(shape.rows.size());
    for (std::size_t c = 0; c < shape.columns; ++c) {
        const auto cells = cellsOf(shape, c);
        if (cells.isEmpty()) continue;
        if (isAmountColumn(cells)) {
            amounts.push_back(c);
            continue;
        }
        if (!datePatternsOf(cells).isEmpty()) {
            days.push_back(c);
            continue;
        }
        const auto* rule = std::find_if(std::begin(kContentRules), std::end(kContentRules), [&](const ContentRule& r) { return !out.has(r.field) && everyCell(cells, r.fits); });
        if (rule != std::end(kContentRules)) out.fields[c] = findField(rule->field);
        else if (couldBeNumbers(cells, rows)) numbers.push_back(c);
        else if (!out.has(u"customer.name") && everyCell(cells, [](const QString& cell) { return cell.contains(u' ') && cell.front().isLetter(); })) out.fields[c] = findField(u"customer.name");
        if (out.fields.contains(c)) out.how[c] = {out.fields[c] == findField(u"customer.name") ? 50 : 90, "values", false};
    }
    guessDates(shape, days, out);
    if (!numbers.empty()) {
        out.fields[numbers.front()] = findField(u"number");
        out.how[numbers.front()] = {numbers.size() == 1 ? 70 : 45, numbers.size() == 1 ? "only" : "several", numbers.size() > 1};
    }
    if (!guessAmounts(shape, amounts, out) && !amounts.empty()) out.doubts << u"missing:gross"_s;
    for (const auto& [cell, field] : out.fields) out.doubts << u"column:"_s + QLatin1StringView{field->name};
    return out;
}

void fillMissing(const SampleShape& shape, SampleColumns& columns)
{
    static const QStringList wanted{u"number"_s, u"issue_date"_s, u"net"_s, u"tax"_s, u"gross"_s, u"plate"_s, u"vin"_s, u"customer.name"_s, u"customer.email"_s, u"iban"_s};
    const bool anyLine = std::any_of(columns.fields.begin(), columns.fields.end(), [](const auto& known) { return known.second->isOfLine(); });
    const auto guessed = columnsByContent(shape);
    for (const auto& [cell, field] : guessed.fields) {
        const QLatin1StringView name{field->name};
        const bool asks = name == "gross"_L1 && (columns.has(u"amount_due") || anyLine);   // there is an amount to ask for
        if (!wanted.contains(name) || columns.fields.contains(cell) || columns.has(QString{name}) || asks) continue;
        columns.fields[cell] = field;
        columns.how[cell] = guessed.how.at(cell);
        columns.doubts << u"column:"_s + name;
        if (!shape.titles.empty() && cell < shape.titles.front().cells.size()) columns.doubts.removeAll(u"unused:"_s + shape.titles.front().cells[cell].left(40));
    }
}

} // namespace tresen::adapters::table
