#include "app/adapters/workshop/table/sample_columns.h"
#include "app/adapters/workshop/table/known_words.h"
#include "app/adapters/workshop/table/row_kind.h"
#include "app/adapters/workshop/table/sample_names.h"
#include "app/adapters/workshop/table/table_values.h"
#include "app/domain/iban.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>

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
    case FieldKind::Key: {
        // "Kunde" and "Debitor" are names here and numbers there.
        const QLatin1StringView name{field.name};
        const bool isName = name == "customer.name"_L1, isId = name == "customer.id"_L1;
        const auto good = std::count_if(cells.begin(), cells.end(), [&](const QString& cell) {
            return std::any_of(cell.begin(), cell.end(), [&](QChar c) { return isName ? c.isLetter() : c.isDigit(); });
        });
        return (!isName && !isId) || good * 5 >= cells.size() * 4;
    }
    case FieldKind::Decimal:
    case FieldKind::Word:
    case FieldKind::Sign: return true;
    }
    Q_UNREACHABLE();
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

struct Words { const Field* field = nullptr; bool open = false; };

// Sides of an account, kinds of invoices, currencies: what they are called is the same everywhere. An amount with a sign of its own needs no side.
Words wordFieldOf(const SampleShape& shape, const QStringList& cells)
{
    static const QStringList currencies{u"EUR"_s, u"EURO"_s, u"\u20AC"_s, u"CHF"_s, u"USD"_s, u"GBP"_s, u"DKK"_s, u"SEK"_s, u"NOK"_s, u"PLN"_s, u"CZK"_s, u"HUF"_s};
    static const std::array sides{std::pair{u"s"_s, u"h"_s}, std::pair{u"soll"_s, u"haben"_s}, std::pair{u"d"_s, u"c"_s}, std::pair{u"dr"_s, u"cr"_s}, std::pair{u"debit"_s, u"credit"_s}, std::pair{u"+"_s, u"-"_s}};
    QSet<QString> words;
    for (const auto& cell : cells) words.insert(cell.toLower());
    if (everyCell(cells, [](const QString& cell) { return currencies.contains(cell.toUpper()); })) return {findField(u"currency")};
    for (const auto& [plus, minus] : sides) {
        if (!QSet<QString>{plus, minus}.contains(words)) continue;
        const bool both = words.size() == 2, country = plus == u"d";   // D alone is rather Germany
        if (country && !both) return {};
        bool negative = false;
        for (std::size_t c = 0; c < shape.columns; ++c) {
            const auto amounts = cellsOf(shape, c);
            negative = negative || (isAmountColumn(amounts) && std::any_of(amounts.begin(), amounts.end(), [](const QString& cell) { return cell.contains(u'-'); }));
        }
        return {findField(u"sign"), negative || !words.contains(plus)};
    }
    if (everyCell(cells, [](const QString& cell) { return isKnownWord(u"type", cell) && cell.size() > 1; })) return {findField(u"type")};
    return {};
}

bool couldBeNumbers(const QStringList& cells, qsizetype rows)
{
    static const QRegularExpression re{u"^(?=.*[0-9])[A-Za-z0-9/_.\\- ]{1,24}$"_s};
    return cells.size() == rows && everyCell(cells, [](const QString& cell) { return matchesWhole(cell, re); }) && QSet<QString>(cells.begin(), cells.end()).size() * 10 >= rows * 9;
}

// Five digits each, one after the other: numbers of invoices or of customers, not the towns they live in. Of one row nobody knows.
bool countsOn(const QStringList& cells, qsizetype rows)
{
    const bool up = std::adjacent_find(cells.begin(), cells.end(), [](const QString& a, const QString& b) { return a >= b; }) == cells.end();
    const bool down = std::adjacent_find(cells.begin(), cells.end(), [](const QString& a, const QString& b) { return a <= b; }) == cells.end();
    return cells.size() == rows && (up || down);
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

// A name may stand in two columns; but not every column that could be the customer is a part of his name: the keeper of the car is another person.
bool joins(const QString& first, const QString& next)
{
    static const QStringList more{u"name2"_s, u"name3"_s, u"namenszusatz"_s}, company{u"firma"_s, u"company"_s}, person{u"name"_s, u"name1"_s, u"nachname"_s, u"lastname"_s};
    return more.contains(next) || (company.contains(first) && person.contains(next)) || (company.contains(next) && person.contains(first));
}

// Whoever is sent the invoice, or has the car, is the customer where nobody else is named; beside one they say who pays and whose car it is.
void tellPartiesApart(const std::vector<QString>& titles, SampleColumns& out)
{
    static const QStringList sentTo{u"rechnungsempfaenger"_s, u"billto"_s};
    for (const auto* other : {u"payer.name", u"keeper"})
        if (const auto cell = out.cellOf(other); cell && !out.has(u"customer.name")) out.fields[*cell] = findField(u"customer.name");
    for (std::size_t c = 0; c < titles.size(); ++c)
        if (!out.fields.contains(c) && !out.has(u"payer.name") && sentTo.contains(foldTitle(titles[c]))) {
            out.fields[c] = findField(u"payer.name");
            out.how[c] = {95, "title", false};
        }
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
    QString name;   // title of the first column of names
    for (const auto& match : matches) {
        const bool given = std::any_of(out.fields.begin(), out.fields.end(), [&](const auto& known) { return known.second == match.field; });
        const bool isName = match.field == findField(u"customer.name");
        const auto title = foldTitle(titles[match.cell]);
        if (isName && given && !joins(name, title)) continue;
        if (out.fields.contains(match.cell) || (given && !match.field->repeats) || !fits(*match.field, cellsOf(shape, match.cell))) continue;
        out.fields[match.cell] = match.field;
        if (isName && !given) name = title;
        constexpr qsizetype kVague = 25;   // the later names of a field are the vaguer ones
        out.how[match.cell] = {static_cast<int>(95 - std::min(match.rank, kVague)), "title", false};
    }
    tellPartiesApart(titles, out);
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
    std::vector<std::size_t> days, numbers;
    const auto rows = static_cast<qsizetype>(shape.rows.size());
    const auto invoices = rows - std::count_if(shape.rows.begin(), shape.rows.end(), isRowOfSums);
    for (std::size_t c = 0; c < shape.columns; ++c) {
        const auto cells = cellsOf(shape, c);
        if (cells.isEmpty()) continue;
        if (isAmountColumn(cells)) continue;   // see settleAmounts()
        const bool titled = !shape.titles.empty() && c < shape.titles.front().cells.size();
        if (titled && kindTitleOf(shape.titles.front().cells[c]) == KindTitle::Cancels) continue;   // its day is not that of the invoice
        if (!datePatternsOf(cells).isEmpty()) {
            days.push_back(c);
            continue;
        }
        const auto* rule = std::find_if(std::begin(kContentRules), std::end(kContentRules), [&](const ContentRule& r) { return !out.has(r.field) && everyCell(cells, r.fits); });
        if (rule != std::end(kContentRules) && rule->field == u"customer.postcode" && countsOn(cells, rows)) rule = std::end(kContentRules);
        const auto words = cells.size() == rows || cells.size() == invoices ? wordFieldOf(shape, cells) : Words{};
        if (rule != std::end(kContentRules)) out.fields[c] = findField(rule->field);
        else if (words.field && !out.has(QLatin1StringView{words.field->name}.toString())) out.fields[c] = words.field;
        else if (couldBeNumbers(cells, rows)) numbers.push_back(c);
        if (out.fields.contains(c)) out.how[c] = {90, "values", words.field == out.fields[c] && words.open};
    }
    guessDates(shape, days, out);
    if (!numbers.empty()) {
        out.fields[numbers.front()] = findField(u"number");
        out.how[numbers.front()] = {numbers.size() == 1 ? 70 : 45, numbers.size() == 1 ? "only" : "several", numbers.size() > 1};
    }
    std::set<std::size_t> taken;
    for (const auto& [cell, field] : out.fields) taken.insert(cell);
    if (const auto names = nameColumnOf(shape, taken)) {
        out.fields[names->cell] = findField(u"customer.name");
        out.how[names->cell] = {names->clear ? 60 : 45, names->clear ? "values" : "several", false};
    }
    for (const auto& [cell, field] : out.fields) out.doubts << u"column:"_s + QLatin1StringView{field->name};
    return out;
}

void fillMissing(const SampleShape& shape, SampleColumns& columns)
{
    static const QStringList wanted{u"number"_s, u"issue_date"_s, u"type"_s, u"sign"_s, u"currency"_s, u"plate"_s, u"vin"_s, u"customer.name"_s, u"customer.email"_s, u"iban"_s};
    const auto guessed = columnsByContent(shape);
    for (const auto& [cell, field] : guessed.fields) {
        const QLatin1StringView name{field->name};
        if (!wanted.contains(name) || columns.fields.contains(cell) || columns.has(QString{name})) continue;
        columns.fields[cell] = field;
        columns.how[cell] = guessed.how.at(cell);
        columns.doubts << u"column:"_s + name;
        if (!shape.titles.empty() && cell < shape.titles.front().cells.size()) columns.doubts.removeAll(u"unused:"_s + shape.titles.front().cells[cell].left(40));
    }
}

} // namespace tresen::adapters::table
