#include "app/adapters/workshop/table/datev_batch.h"
#include "app/adapters/workshop/table/sample_columns.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

struct KnownWord { QStringView field, word, value; };
constexpr KnownWord kKnownWords[] = {
    {u"type", u"rechnung", u"380"}, {u"type", u"r", u"380"}, {u"type", u"re", u"380"}, {u"type", u"rg", u"380"}, {u"type", u"gutschrift", u"381"}, {u"type", u"g", u"381"},
    {u"type", u"gs", u"381"}, {u"type", u"storno", u"381"}, {u"type", u"stornorechnung", u"381"}, {u"type", u"korrektur", u"384"}, {u"type", u"anzahlungsrechnung", u"386"},
    {u"type", u"invoice", u"380"}, {u"type", u"inv", u"380"}, {u"type", u"credit", u"381"}, {u"type", u"credit note", u"381"}, {u"type", u"cn", u"381"}, {u"type", u"credit memo", u"381"},
    {u"type", u"380", u"380"}, {u"type", u"381", u"381"}, {u"type", u"384", u"384"}, {u"type", u"386", u"386"},
    {u"sign", u"s", u"+"}, {u"sign", u"h", u"-"}, {u"sign", u"soll", u"+"}, {u"sign", u"haben", u"-"}, {u"sign", u"d", u"+"}, {u"sign", u"c", u"-"}, {u"sign", u"dr", u"+"},
    {u"sign", u"cr", u"-"}, {u"sign", u"debit", u"+"}, {u"sign", u"credit", u"-"}, {u"sign", u"+", u"+"}, {u"sign", u"-", u"-"},
    {u"payment_means", u"überweisung", u"58"}, {u"payment_means", u"rechnung", u"58"}, {u"payment_means", u"lastschrift", u"59"}, {u"payment_means", u"bankeinzug", u"59"},
    {u"payment_means", u"bar", u"10"}, {u"payment_means", u"karte", u"48"}, {u"payment_means", u"ec", u"48"}, {u"payment_means", u"girocard", u"48"}, {u"payment_means", u"cash", u"10"},
    {u"payment_means", u"card", u"48"}, {u"payment_means", u"transfer", u"58"}, {u"payment_means", u"bank transfer", u"58"}, {u"payment_means", u"direct debit", u"59"},
    {u"customer.country", u"d", u"DE"}, {u"customer.country", u"de", u"DE"}, {u"customer.country", u"deutschland", u"DE"}, {u"customer.country", u"germany", u"DE"},
    {u"customer.country", u"a", u"AT"}, {u"customer.country", u"at", u"AT"}, {u"customer.country", u"österreich", u"AT"}, {u"customer.country", u"ch", u"CH"}, {u"customer.country", u"schweiz", u"CH"},
};

class Proposer {
public:
    explicit Proposer(SampleShape shape) : m_shape{std::move(shape)}, m_columns{m_shape.titles.empty() ? columnsByContent(m_shape) : columnsByTitle(m_shape)} {}

    Result<ports::TableProposal> propose();

private:
    QJsonArray columns();
    bool words(const Field& field, std::size_t cell, QJsonObject& column);
    void chooseAmounts();
    void chooseRows();
    QStringList datesOf(const Field& field, std::size_t cell);
    QJsonObject form();
    void doubt(const QString& what);

    SampleShape m_shape;
    SampleColumns m_columns;
    ports::TableProposal m_out;
    QString m_number = u"1.234,56"_s, m_decimals = u"two"_s, m_sums;
    QStringList m_dates;
};

void Proposer::doubt(const QString& what)
{
    if (!m_out.doubts.contains(what)) m_out.doubts << what;
}

// The style that reads every amount; when both do, or none, a person has to say.
void Proposer::chooseAmounts()
{
    QStringList cells;
    for (const auto& [cell, field] : m_columns.fields)
        if (field->kind == FieldKind::Amount || field->kind == FieldKind::LineAmount) cells << cellsOf(m_shape, cell);
    const auto reads = [&](QStringView name, bool twoDecimals) {
        AmountStyle style;
        style.twoDecimals = twoDecimals;
        return amountStyleOf(name, style) && std::all_of(cells.begin(), cells.end(), [&](const QString& cell) { return parseAmount(cell, style, {}).ok(); });
    };
    constexpr std::array<QStringView, 4> kStyles{u"1.234,56", u"1,234.56", u"1 234,56", u"1'234.56"};
    for (const bool two : {true, false}) {
        QStringList fitting;
        for (const auto name : kStyles)
            if (reads(name, two)) fitting << name.toString();
        if (fitting.isEmpty()) continue;
        m_decimals = two ? u"two"_s : u"any"_s;
        m_number = fitting.first();
        const bool both = fitting.contains(u"1.234,56"_s) && fitting.contains(u"1,234.56"_s);
        if (both) m_number = u"either"_s;
        if (both || !two) doubt(u"number_style"_s);
        return;
    }
    m_number = u"either"_s;
    doubt(u"number_style"_s);
}

QStringList Proposer::datesOf(const Field& field, std::size_t cell)
{
    const auto fitting = datePatternsOf(cellsOf(m_shape, cell));
    if (fitting.isEmpty()) return {u"dd.MM.yyyy"_s, u"dd.MM.yy"_s};
    const bool clash = std::any_of(fitting.begin(), fitting.end(), [&](const QString& other) { return dateStylesClash(fitting.first(), other); });
    if (!clash) return {fitting.first()};
    doubt(u"date_style:"_s + QLatin1StringView{field.name});
    const bool american = m_number.startsWith(u"1,") && fitting.contains(u"MM/dd/yyyy"_s);
    return {american ? u"MM/dd/yyyy"_s : fitting.first()};
}

// False: a word is not known, so the column cannot be taken without a person.
bool Proposer::words(const Field& field, std::size_t cell, QJsonObject& column)
{
    const bool open = QLatin1StringView{field.name} == "payment_means"_L1 || QLatin1StringView{field.name} == "customer.country"_L1;
    if (field.kind != FieldKind::Sign && (field.kind != FieldKind::Word || QLatin1StringView{field.name} == "currency"_L1)) return true;
    QJsonObject out;
    const auto cells = cellsOf(m_shape, cell);
    for (const auto& word : QSet<QString>(cells.begin(), cells.end())) {
        const auto* known = std::find_if(std::begin(kKnownWords), std::end(kKnownWords), [&](const KnownWord& k) { return k.field == QLatin1StringView{field.name} && k.word.compare(word, Qt::CaseInsensitive) == 0; });
        if (known != std::end(kKnownWords)) out[word.toLower()] = known->value.toString();
        else if (!open) return false;
    }
    // A sample without a credit note shows one side only.
    for (const auto& [one, other] : {std::pair{u"s"_s, u"h"_s}, std::pair{u"soll"_s, u"haben"_s}, std::pair{u"d"_s, u"c"_s}, std::pair{u"dr"_s, u"cr"_s}, std::pair{u"debit"_s, u"credit"_s}})
        if (field.kind == FieldKind::Sign && (out.contains(one) || out.contains(other))) {
            out[one] = u"+"_s;
            out[other] = u"-"_s;
        }
    if (out.isEmpty()) return open;
    if (open) out[u"*"_s] = QString{};
    if (QLatin1StringView{field.name} == "type"_L1) out[QString{}] = u"380"_s;
    column[u"words"_s] = out;
    return true;
}

// The same number in rows that follow each other: one row per line of an invoice.
void Proposer::chooseRows()
{
    const auto number = m_columns.cellOf(u"number");
    if (!number) return;
    int again = 0;
    for (std::size_t r = 1; r < m_shape.rows.size(); ++r) {
        const auto& a = m_shape.rows[r - 1].cells;
        const auto& b = m_shape.rows[r].cells;
        if (*number < a.size() && *number < b.size() && a[*number] == b[*number]) ++again;
    }
    const bool perLine = again * 5 >= static_cast<int>(m_shape.rows.size());
    if (perLine) {
        const bool lineGross = m_columns.has(u"line.gross"), lineNet = m_columns.has(u"line.net");
        if ((lineGross && m_columns.has(u"gross")) || (lineNet && m_columns.has(u"net") && m_columns.has(u"gross"))) {
            m_sums = u"total"_s;
        } else {
            // The amounts that are there are those of the lines.
            for (auto& [cell, field] : m_columns.fields) {
                const QLatin1StringView name{field->name};
                if (!lineGross && name == "gross"_L1) field = findField(u"line.gross");
                else if (!lineNet && name == "net"_L1) field = findField(u"line.net");
                else if (!m_columns.has(u"line.tax") && name == "tax"_L1) field = findField(u"line.tax");
            }
            m_sums = u"add"_s;
            doubt(u"rows"_s);
        }
    }
    for (auto it = m_columns.fields.begin(); it != m_columns.fields.end();) {
        const QLatin1StringView name{it->second->name};
        const bool total = name == "gross"_L1 || name == "net"_L1 || name == "tax"_L1 || name == "amount_due"_L1 || name == "prepaid"_L1;
        const bool leave = (it->second->isOfLine() && !perLine) || (total && m_sums == u"add");
        it = leave ? m_columns.fields.erase(it) : std::next(it);
    }
}

QJsonArray Proposer::columns()
{
    QJsonArray out;
    if (const auto cell = m_columns.cellOf(u"issue_date")) m_dates = datesOf(*findField(u"issue_date"), *cell);
    if (m_dates.isEmpty()) m_dates = {u"dd.MM.yyyy"_s, u"dd.MM.yy"_s};
    for (const auto& [cell, field] : m_columns.fields) {
        QJsonObject column{{u"field"_s, QString::fromLatin1(field->name)}};
        if (!words(*field, cell, column)) {
            doubt(u"column:"_s + QLatin1StringView{field->name});
            continue;
        }
        if (m_shape.titles.empty()) column[u"column"_s] = static_cast<int>(cell) + 1;
        else column[u"titles"_s] = QJsonArray{m_shape.titles.front().cells[cell]};
        if (field->kind == FieldKind::Date && !cellsOf(m_shape, cell).isEmpty()) {
            const auto dates = datesOf(*field, cell);
            if (dates != m_dates) column[u"dates"_s] = QJsonArray::fromStringList(dates);
        }
        const QLatin1StringView name{field->name};
        const bool needed = name == "number"_L1 || name == "gross"_L1 || name == "issue_date"_L1 || field->kind == FieldKind::Sign;
        if (!needed) column[u"optional"_s] = true;
        out << column;
    }
    return out;
}

QJsonObject Proposer::form()
{
    QJsonObject out{{u"version"_s, 1}, {u"name"_s, u"Vorschlag"_s}, {u"code_page"_s, nameOf(m_shape.page.page)}, {u"header"_s, !m_shape.titles.empty()}, {u"skip"_s, m_shape.skip}};
    if (m_shape.form.widths.empty()) {
        out[u"separator"_s] = QString{m_shape.form.separator};
        out[u"quote"_s] = QString{m_shape.form.quote};
        if (m_shape.titles.empty()) out[u"cells"_s] = static_cast<int>(m_shape.columns);
        out[u"short_rows"_s] = m_shape.shortRows;
    } else {
        QJsonArray widths;
        for (const int width : m_shape.form.widths) widths << width;
        out[u"widths"_s] = widths;
    }
    out[u"open_end"_s] = m_shape.openEnd;
    out[u"number"_s] = m_number;
    out[u"decimals"_s] = m_decimals;
    out[u"dates"_s] = QJsonArray::fromStringList(m_dates);
    out[u"rows"_s] = m_sums.isEmpty() ? u"invoice"_s : u"line"_s;
    if (!m_sums.isEmpty()) out[u"sums"_s] = m_sums;
    return out;
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

void tryOut(ports::TableProposal& proposal, const QByteArray& bytes)
{
    // Whole records of the beginning, so that the try costs no more than the look.
    auto sample = bytes.left(limits::kMaxTableSampleText & ~1);
    if (sample.size() < bytes.size()) sample.truncate(sample.lastIndexOf('\n') + 1);
    auto profile = readTableProfile(proposal.profile);
    if (!profile) return;
    if (sample.size() < bytes.size()) profile.value().openEnd = true;
    if (auto tried = applyProfile(sample, profile.value())) proposal.tried = std::move(tried.value());
    proposal.confidence = confidenceOf(proposal);
}

} // namespace

Result<ports::TableProposal> proposeProfile(const QByteArray& bytes)
{
    ports::TableProposal out;
    if (looksLikeDatev(bytes)) {
        const QJsonObject json{{u"version"_s, 1}, {u"name"_s, u"DATEV EXTF Buchungsstapel"_s}, {u"format"_s, u"datev"_s}};
        out.profile = QJsonDocument{json}.toJson();
        tryOut(out, bytes);
        return out;
    }
    auto shape = shapeOf(bytes);
    if (!shape) return shape.error();
    auto proposal = Proposer{std::move(shape.value())}.propose();
    if (proposal) tryOut(proposal.value(), bytes);
    return proposal;
}

} // namespace tresen::adapters::table
