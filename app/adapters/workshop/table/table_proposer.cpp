#include "app/adapters/workshop/table/asked_amount.h"
#include "app/adapters/workshop/table/datev_batch.h"
#include "app/adapters/workshop/table/known_words.h"
#include "app/adapters/workshop/table/sample_columns.h"
#include "app/adapters/workshop/table/table_binding.h"
#include "app/adapters/workshop/table/table_choices.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr std::array<QStringView, 4> kMarkedStyles{u"1.234,56", u"1,234.56", u"1 234,56", u"1'234.56"};

class Proposer {
public:
    Proposer(SampleShape shape, const ports::TableChoices& said);

    Result<ports::TableProposal> propose();

private:
    void takeBase();
    void takeSaid();
    QStringList moneyCells() const;
    QJsonObject baseColumn(const Field& field) const;
    QJsonArray columns();
    QJsonObject place(std::size_t cell, const QJsonObject& base) const;
    void chooseAmounts();
    void chooseRows();
    void sumLines();
    QStringList datesOf(const Field& field, std::size_t cell);
    QJsonObject form();
    QJsonArray ignored() const;
    QJsonArray unusedTitles() const;
    void tellTraits();
    void trait(const QString& what, const QString& value, const QStringList& options, int sure, const QString& why, bool open = false);
    void tellColumns();
    void doubt(const QString& what);

    SampleShape m_shape;
    SampleColumns m_columns;
    const ports::TableChoices& m_said;
    QJsonObject m_base;
    ports::TableProposal m_out;
    QString m_number = u"1.234,56"_s, m_decimals = u"two"_s, m_sums;
    QStringList m_numberOptions, m_dates, m_dateOptions, m_allDates;   // m_allDates: patterns that read every day of the table
    bool m_amountsOpen = false, m_datesOpen = false;
};

Proposer::Proposer(SampleShape shape, const ports::TableChoices& said)
    : m_shape{std::move(shape)}, m_columns{m_shape.titles.empty() ? columnsByContent(m_shape) : columnsByTitle(m_shape)}, m_said{said}
{
    if (!m_shape.titles.empty()) fillMissing(m_shape, m_columns);
    takeBase();
    takeSaid();
    std::set<std::size_t> spoken;
    for (auto it = m_said.fields.begin(); it != m_said.fields.end(); ++it) spoken.insert(static_cast<std::size_t>(it.key()));
    settleAmounts(m_shape, spoken, m_columns);
    QStringList days;
    for (const auto& [cell, field] : m_columns.fields)
        if (field->kind == FieldKind::Date) days << cellsOf(m_shape, cell);
    m_allDates = datePatternsOf(days);
}

// The columns of the profile that is changed are those it names.
void Proposer::takeBase()
{
    if (m_said.base.isEmpty()) return;
    m_base = QJsonDocument::fromJson(m_said.base).object();
    const auto profile = readTableProfile(m_said.base);
    if (!profile || profile.value().datev) return;
    const auto bound = bindColumns(profile.value(), m_shape.titles.empty() ? Record{} : m_shape.titles.front());
    if (!bound) return;
    m_columns.fields.clear();
    m_columns.how.clear();
    for (const auto& one : bound.value().columns) {
        m_columns.fields[one.cell] = one.column->field;
        m_columns.how[one.cell] = {100, "said", false};
    }
}

// What was guessed elsewhere gives way.
void Proposer::takeSaid()
{
    for (auto it = m_said.fields.begin(); it != m_said.fields.end(); ++it) {
        const auto cell = static_cast<std::size_t>(it.key());
        const auto* field = findField(it.value());
        m_columns.fields.erase(cell);
        m_columns.how[cell] = {100, "said", false};
        if (!field) continue;
        if (!field->repeats)
            for (auto known = m_columns.fields.begin(); known != m_columns.fields.end();) {
                const bool gives = known->second == field && !m_said.fields.contains(static_cast<int>(known->first));
                known = gives ? m_columns.fields.erase(known) : std::next(known);
            }
        m_columns.fields[cell] = field;
    }
}

void Proposer::doubt(const QString& what)
{
    if (!m_out.doubts.contains(what)) m_out.doubts << what;
}

QStringList Proposer::moneyCells() const
{
    QStringList cells;
    for (const auto& [column, field] : m_columns.fields) {
        if (field->kind != FieldKind::Amount && field->kind != FieldKind::LineAmount) continue;
        const auto all = cellsOf(m_shape, column);
        std::copy_if(all.begin(), all.end(), std::back_inserter(cells), couldBeAmount);   // what is none at all says nothing about the others
    }
    return cells;
}

// The style that reads every amount; when both do, or none, a person has to say.
void Proposer::chooseAmounts()
{
    const auto cells = moneyCells();
    const auto reads = [&](QStringView name, bool twoDecimals) {
        AmountStyle style;
        style.twoDecimals = twoDecimals;
        return amountStyleOf(name, style) && std::all_of(cells.begin(), cells.end(), [&](const QString& cell) { return parseAmount(cell, style, {}).ok(); });
    };
    m_number = u"either"_s;
    m_amountsOpen = true;
    bool found = false;
    for (const bool two : {true, false}) {
        QStringList fitting;
        for (const auto name : kMarkedStyles)
            if (reads(name, two)) fitting << name.toString();
        for (const auto& name : fitting) m_numberOptions << (two ? name : name + u"/any"_s);
        if (fitting.isEmpty() || found) continue;
        found = true;
        m_decimals = two ? u"two"_s : u"any"_s;
        const bool both = fitting.contains(u"1.234,56"_s) && fitting.contains(u"1,234.56"_s);
        if (!both) m_number = fitting.first();
        m_amountsOpen = both || !two;   // amounts without decimals could be cents, or damaged
        if (both || !two) doubt(u"number_style"_s);
    }
    if (reads(u"123456", true)) m_numberOptions << u"123456"_s;
    if (!found) {
        doubt(u"number_style"_s);
        for (const auto name : kMarkedStyles) m_numberOptions << name.toString() << name.toString() + u"/any"_s;
    }
    m_numberOptions.removeDuplicates();
    const auto said = m_said.traits.value(u"number"_s);
    if (AmountStyle style; said.isEmpty() || !amountStyleOf(said.section(u'/', 0, 0), style)) return;
    m_number = said.section(u'/', 0, 0);
    m_decimals = said.endsWith(u"/any") ? u"any"_s : u"two"_s;
    m_amountsOpen = false;
}

QStringList Proposer::datesOf(const Field& field, std::size_t cell)
{
    const auto said = m_said.traits.value(u"dates"_s).split(u'|', Qt::SkipEmptyParts);
    auto fitting = datePatternsOf(cellsOf(m_shape, cell));
    for (const auto& pattern : fitting)
        if (!m_dateOptions.contains(pattern)) m_dateOptions << pattern;
    if (!said.isEmpty() && std::all_of(said.begin(), said.end(), [](const QString& pattern) { return isDateStyle(pattern); })) return said;
    if (fitting.isEmpty()) return {u"dd.MM.yyyy"_s, u"dd.MM.yy"_s};
    // A system writes all its days alike: what one column leaves open another may tell.
    QStringList common;
    std::copy_if(fitting.begin(), fitting.end(), std::back_inserter(common), [this](const QString& pattern) { return m_allDates.contains(pattern); });
    if (!common.isEmpty()) fitting = common;
    const bool clash = std::any_of(fitting.begin(), fitting.end(), [&](const QString& other) { return dateStylesClash(fitting.first(), other); });
    if (!clash) return {fitting.first()};
    doubt(u"date_style:"_s + QLatin1StringView{field.name});
    m_datesOpen = true;
    const bool american = m_number.startsWith(u"1,") && fitting.contains(u"MM/dd/yyyy"_s);
    return {american ? u"MM/dd/yyyy"_s : fitting.first()};
}

// The same number in rows that follow each other: one row per line of an invoice.
void Proposer::chooseRows()
{
    const auto said = m_said.traits.value(u"rows"_s);
    const auto number = m_columns.cellOf(u"number");
    if (!number && said.isEmpty()) return;
    int again = 0;
    for (std::size_t r = 1; number && r < m_shape.rows.size(); ++r) {
        const auto& a = m_shape.rows[r - 1].cells;
        const auto& b = m_shape.rows[r].cells;
        if (*number < a.size() && *number < b.size() && a[*number] == b[*number]) ++again;
    }
    const bool perLine = said.isEmpty() ? again * 5 >= static_cast<int>(m_shape.rows.size()) : said != u"invoice";
    if (perLine) {
        const bool lineGross = m_columns.has(u"line.gross"), lineNet = m_columns.has(u"line.net");
        const bool totals = (lineGross && m_columns.has(u"gross")) || (lineNet && m_columns.has(u"net") && m_columns.has(u"gross"));
        const auto wanted = said.section(u':', 1);
        m_sums = !wanted.isEmpty() ? wanted : totals ? u"total"_s : u"add"_s;
        if (m_sums == u"add") sumLines();
        if (m_sums == u"add" && said.isEmpty()) doubt(u"rows"_s);
    }
    for (auto it = m_columns.fields.begin(); it != m_columns.fields.end();) {
        const QLatin1StringView name{it->second->name};
        const bool total = name == "gross"_L1 || name == "net"_L1 || name == "tax"_L1;
        const bool leave = (it->second->isOfLine() && !perLine) || (total && m_sums == u"add");
        it = leave ? m_columns.fields.erase(it) : std::next(it);
    }
}

// The amounts that are there are those of the lines.
void Proposer::sumLines()
{
    const bool lineGross = m_columns.has(u"line.gross"), lineNet = m_columns.has(u"line.net"), lineTax = m_columns.has(u"line.tax");
    for (auto& [cell, field] : m_columns.fields) {
        const QLatin1StringView name{field->name};
        if (!lineGross && name == "gross"_L1) field = findField(u"line.gross");
        else if (!lineNet && name == "net"_L1) field = findField(u"line.net");
        else if (!lineTax && name == "tax"_L1) field = findField(u"line.tax");
    }
}

QJsonObject Proposer::baseColumn(const Field& field) const
{
    const auto list = m_base.value(u"columns"_s).toArray();
    const auto found = std::find_if(list.begin(), list.end(), [&](const QJsonValue& one) { return one[u"field"].toString() == QLatin1StringView{field.name}; });
    return found == list.end() ? QJsonObject{} : found->toObject();
}

// By its title, as long as that is one; else by where it stands.
QJsonObject Proposer::place(std::size_t cell, const QJsonObject& base) const
{
    const QJsonObject byPlace{{u"column"_s, static_cast<int>(cell) + 1}};
    if (m_shape.titles.empty()) return byPlace;
    const auto& titles = m_shape.titles.front().cells;
    if (cell >= titles.size() || foldTitle(titles[cell]).isEmpty()) return byPlace;
    const auto same = std::count_if(titles.begin(), titles.end(), [&](const QString& other) { return foldTitle(other) == foldTitle(titles[cell]); });
    if (same > 1) return byPlace;
    QJsonArray names{titles[cell]};
    for (const auto& name : base.value(u"titles"_s).toArray())
        if (foldTitle(name.toString()) != foldTitle(titles[cell]) && names.size() < limits::kMaxTableTitles) names << name;
    return {{u"titles"_s, names}};
}

QJsonArray Proposer::columns()
{
    QJsonArray out;
    if (const auto cell = m_columns.cellOf(u"issue_date")) m_dates = datesOf(*findField(u"issue_date"), *cell);
    if (m_dates.isEmpty()) m_dates = {u"dd.MM.yyyy"_s, u"dd.MM.yy"_s};
    for (const auto& [cell, field] : m_columns.fields) {
        const auto base = baseColumn(*field);
        const auto words = wordsFor(*field, cellsOf(m_shape, cell), base.value(u"words"_s).toObject());
        if (!words) {
            doubt(u"column:"_s + QLatin1StringView{field->name});
            m_columns.how[cell] = {30, "words", true};
            continue;
        }
        auto column = place(cell, base);
        column[u"field"_s] = QString::fromLatin1(field->name);
        if (!words->isEmpty()) column[u"words"_s] = *words;
        if (field->kind == FieldKind::Date && !cellsOf(m_shape, cell).isEmpty()) {
            const auto dates = datesOf(*field, cell);
            if (dates != m_dates) column[u"dates"_s] = QJsonArray::fromStringList(dates);
        }
        const QLatin1StringView name{field->name};
        // Without them an amount would mean something else: a credit note would be an invoice, what is paid already would be asked for.
        const bool means = name == "type"_L1 || name == "currency"_L1 || name == "prepaid"_L1 || name == "amount_due"_L1 || field->kind == FieldKind::Sign;
        const bool needed = means || name == "number"_L1 || name == "gross"_L1 || name == "issue_date"_L1;
        if (!needed) column[u"optional"_s] = true;
        out << column;
    }
    return out;
}

QJsonArray Proposer::ignored() const
{
    auto out = m_base.value(u"ignore"_s).toArray();
    QStringList seen;
    for (const auto& row : m_shape.rows) {
        if (!isRowOfSums(row) || seen.contains(row.cells.front()) || out.size() >= limits::kMaxTableRules) continue;
        seen << row.cells.front();
        out << QJsonObject{{u"column"_s, 1}, {u"equals"_s, row.cells.front()}};
    }
    return out;
}

// What a person has looked at and left out.
QJsonArray Proposer::unusedTitles() const
{
    auto out = m_base.value(u"unused"_s).toArray();
    for (auto it = m_said.fields.begin(); it != m_said.fields.end() && !m_shape.titles.empty(); ++it) {
        const auto& titles = m_shape.titles.front().cells;
        const auto cell = static_cast<std::size_t>(it.key());
        if (out.size() >= limits::kMaxTableColumns) break;
        if (!it.value().isEmpty() || cell >= titles.size() || foldTitle(titles[cell]).isEmpty() || titles[cell].size() > limits::kMaxTableRaw || out.contains(titles[cell])) continue;
        out << titles[cell];
    }
    return out;
}

QJsonObject Proposer::form()
{
    QJsonObject out{{u"version"_s, 1}, {u"name"_s, m_said.name.isEmpty() ? u"Vorschlag"_s : m_said.name}, {u"code_page"_s, nameOf(m_shape.page.page)},
                    {u"header"_s, !m_shape.titles.empty()}, {u"skip"_s, m_shape.skip}};
    if (m_shape.form.widths.empty()) {
        out[u"separator"_s] = QString{m_shape.form.separator};
        out[u"quote"_s] = m_shape.form.quote.isNull() ? QString{} : QString{m_shape.form.quote};
        if (m_shape.titles.empty()) out[u"cells"_s] = static_cast<int>(m_shape.columns);
        out[u"short_rows"_s] = m_shape.shortRows || m_base.value(u"short_rows"_s).toBool();
    } else {
        QJsonArray widths;
        for (const int width : m_shape.form.widths) widths << width;
        out[u"widths"_s] = widths;
    }
    out[u"open_end"_s] = m_shape.openEnd || m_base.value(u"open_end"_s).toBool();
    out[u"number"_s] = m_number;
    out[u"decimals"_s] = m_decimals;
    out[u"dates"_s] = QJsonArray::fromStringList(m_dates);
    out[u"rows"_s] = m_sums.isEmpty() ? u"invoice"_s : u"line"_s;
    if (!m_sums.isEmpty()) out[u"sums"_s] = m_sums;
    for (const auto& key : {u"description"_s, u"pivot"_s, u"year"_s, u"check"_s})
        if (m_base.contains(key)) out[key] = m_base.value(key);
    QJsonObject constants;
    const auto known = m_base.value(u"constants"_s).toObject();
    for (auto it = known.begin(); it != known.end(); ++it)
        if (!m_columns.has(it.key())) constants[it.key()] = it.value();
    if (!constants.isEmpty()) out[u"constants"_s] = constants;
    if (const auto unused = unusedTitles(); !unused.isEmpty()) out[u"unused"_s] = unused;
    if (const auto rules = ignored(); !rules.isEmpty()) out[u"ignore"_s] = rules;
    return out;
}

void Proposer::trait(const QString& what, const QString& value, const QStringList& options, int sure, const QString& why, bool open)
{
    const bool said = m_said.traits.contains(what);
    m_out.traits.push_back({what, value, options, said ? 100 : sure, said ? u"said"_s : why, open && !said});
}

void Proposer::tellTraits()
{
    static const QStringList pages{u"CP850"_s, u"CP1252"_s, u"ISO-8859-1"_s, u"ISO-8859-15"_s, u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s};
    static const QStringList separators{u";"_s, u"tab"_s, u","_s, u"|"_s, u"fixed"_s};
    const bool plain = std::all_of(m_shape.text.begin(), m_shape.text.end(), [](QChar c) { return c.unicode() < 0x80; });
    const bool fixed = !m_shape.form.widths.empty();
    trait(u"code_page"_s, nameOf(m_shape.page.page), pages, m_shape.page.certain ? (plain ? 80 : 95) : 50, plain ? u"plain"_s : m_shape.page.certain ? u"letters"_s : u"several"_s);
    const auto separator = fixed ? u"fixed"_s : m_shape.form.separator == u'\t' ? u"tab"_s : QString{m_shape.form.separator};
    // Where a column of a fixed record ends is seen only as far as the sample fills it.
    trait(u"separator"_s, separator, separators, fixed ? 50 : m_shape.separatorClear ? 95 : 60, m_shape.separatorClear ? u"regular"_s : fixed ? u"several"_s : u"regular"_s, fixed);
    if (fixed) {
        QStringList widths;
        for (const int width : m_shape.form.widths) widths << QString::number(width);
        trait(u"widths"_s, widths.join(u','), {}, 50, u"several"_s);
    }
    if (!fixed) trait(u"quote"_s, m_shape.form.quote.isNull() ? u"none"_s : QString{m_shape.form.quote}, {u"\""_s, u"'"_s, u"none"_s}, 90, u"regular"_s);
    const bool titled = !m_shape.titles.empty();
    trait(u"header"_s, titled ? u"yes"_s : u"no"_s, {u"yes"_s, u"no"_s}, titled && !m_shape.titlesByShape ? 95 : 70, titled ? u"titles"_s : u"values"_s);
    const auto number = m_decimals == u"any" ? m_number + u"/any"_s : m_number;
    trait(u"number"_s, number, m_numberOptions, m_amountsOpen ? 30 : m_decimals == u"two" ? 95 : 80, moneyCells().isEmpty() ? u"none"_s : m_amountsOpen ? u"several"_s : u"all"_s, m_amountsOpen);
    static const QStringList usual{u"dd.MM.yyyy"_s, u"dd.MM.yy"_s, u"yyyy-MM-dd"_s, u"yyyyMMdd"_s, u"ddMMyyyy"_s, u"dd/MM/yyyy"_s, u"MM/dd/yyyy"_s};
    const auto& dates = m_dateOptions.isEmpty() ? usual : m_dateOptions;
    trait(u"dates"_s, m_dates.join(u'|'), dates, m_datesOpen ? 30 : m_dateOptions.isEmpty() ? 40 : 95, m_datesOpen ? u"several"_s : m_dateOptions.isEmpty() ? u"none"_s : u"all"_s, m_datesOpen);
    trait(u"rows"_s, m_sums.isEmpty() ? u"invoice"_s : u"line:"_s + m_sums, {u"invoice"_s, u"line:total"_s, u"line:add"_s, u"line:none"_s}, m_sums == u"add" ? 40 : 90,
          m_sums == u"add" ? u"several"_s : u"regular"_s, m_sums == u"add");
}

void Proposer::tellColumns()
{
    bool open = false, due = false;
    int sure = 100;
    for (std::size_t cell = 0; cell < m_shape.columns; ++cell) {
        ports::TableColumn column;
        if (!m_shape.titles.empty() && cell < m_shape.titles.front().cells.size()) column.title = m_shape.titles.front().cells[cell].left(limits::kMaxTableRaw);
        const auto how = m_columns.how.find(cell);
        const auto known = m_columns.fields.find(cell);
        if (known != m_columns.fields.end()) column.field = QString::fromLatin1(known->second->name);
        if (how != m_columns.how.end() && (known != m_columns.fields.end() || how->second.open || m_said.fields.contains(static_cast<int>(cell)))) {
            column.sure = how->second.sure;
            column.why = QString::fromLatin1(how->second.why);
            column.open = how->second.open;
        }
        open = open || column.open;
        due = due || (column.open && column.field.isEmpty());
        if (!column.field.isEmpty()) sure = std::min(sure, column.sure);
        m_out.columns.push_back(column);
    }
    if (open) m_out.traits.push_back({u"columns"_s, {}, {}, due ? 0 : sure, due ? u"due"_s : u"several"_s, true});
}

Result<ports::TableProposal> Proposer::propose()
{
    m_out.doubts = m_columns.doubts;
    if (!m_shape.page.certain) doubt(u"code_page"_s);
    if (!m_shape.separatorClear) doubt(u"separator"_s);
    if (m_shape.titles.empty()) doubt(u"header"_s);
    if (m_shape.openEnd) doubt(u"open_end"_s);
    chooseAmounts();
    chooseRows();
    const auto list = columns();
    auto json = form();
    json[u"columns"_s] = list;
    m_out.profile = QJsonDocument{json}.toJson();

    if (!m_columns.has(u"number")) doubt(u"missing:number"_s);
    if (!m_columns.has(u"gross") && !m_columns.has(u"amount_due") && m_sums != u"add") doubt(u"missing:gross"_s);
    if (!m_columns.has(u"issue_date")) doubt(u"missing:issue_date"_s);
    tellTraits();
    tellColumns();
    for (const auto& record : m_shape.titles)
        for (const auto& title : record.cells) m_out.titles << title.left(limits::kMaxTableRaw);
    for (const auto& row : m_shape.rows) {
        QStringList cells;
        for (const auto& cell : row.cells) cells << cell.left(limits::kMaxTableRaw);
        m_out.sample.push_back(std::move(cells));
    }
    return m_out;
}

// Every doubt takes a little, what is missing takes all; how many rows of the sample can be read decides the rest.
int confidenceOf(const ports::TableProposal& proposal)
{
    constexpr int kDoubt = 8, kGuessedColumns = 25;
    int out = 100;
    for (const auto& doubt : proposal.doubts) {
        if (doubt == u"missing:number" || doubt == u"missing:gross") return 0;
        if (doubt.startsWith(u"unused:") || doubt.startsWith(u"column:")) continue;
        out -= doubt == u"header" ? kGuessedColumns : kDoubt;
    }
    const auto good = std::count_if(proposal.tried.rows.begin(), proposal.tried.rows.end(), [](const ports::TableRow& row) { return row.document.ok(); });
    const auto all = static_cast<qsizetype>(proposal.tried.rows.size());
    return all == 0 ? 0 : static_cast<int>(std::max(out, 5) * good / all);
}

void tryOut(ports::TableProposal& proposal, const QByteArray& bytes, qsizetype most)
{
    auto profile = readTableProfile(proposal.profile);
    if (!profile) return;
    // Whole records of the beginning, so that the try costs no more than the look.
    bool whole = true;
    const auto sample = sampleOf(bytes, profile.value().codePage, most, whole);
    if (!whole) profile.value().openEnd = true;
    if (auto tried = applyProfile(sample, profile.value())) proposal.tried = std::move(tried.value());
    proposal.confidence = confidenceOf(proposal);
    // While it is not said how amounts or days are written, none is shown as if it were known.
    const auto open = std::find_if(proposal.traits.begin(), proposal.traits.end(), [](const ports::TableTrait& t) { return t.open && (t.what == u"number" || t.what == u"dates"); });
    if (open == proposal.traits.end()) return;
    for (auto& row : proposal.tried.rows)
        if (row.document) row.document = Error{Fault::Invalid, open->what == u"number" ? u"amount.ambiguous"_s : u"date.ambiguous"_s, open->options.join(u" / "_s)};
}

} // namespace

Result<ports::TableProposal> proposeProfile(const QByteArray& bytes, const ports::TableChoices& said, qsizetype most)
{
    ports::TableProposal out;
    if (looksLikeDatev(bytes)) {
        const QJsonObject json{{u"version"_s, 1}, {u"name"_s, said.name.isEmpty() ? u"DATEV EXTF Buchungsstapel"_s : said.name}, {u"format"_s, u"datev"_s}};
        out.profile = QJsonDocument{json}.toJson();
        tryOut(out, bytes, most);
        return out;
    }
    const auto choices = choicesOverBase(said);
    auto shape = shapeOf(bytes, choices, most);
    if (!shape) return shape.error();
    auto proposal = Proposer{std::move(shape.value()), choices}.propose();
    if (proposal) tryOut(proposal.value(), bytes, most);
    return proposal;
}

} // namespace tresen::adapters::table
