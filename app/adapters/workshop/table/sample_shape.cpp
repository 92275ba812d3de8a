#include "app/adapters/workshop/table/sample_shape.h"
#include "app/adapters/workshop/table/table_fields.h"
#include "app/adapters/workshop/table/table_values.h"
#include "app/core/limits.h"
#include <QSet>
#include <algorithm>
#include <array>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr int kMaxTitleLine = 10;        // records looked at for titles
constexpr int kMinFixedLines = 4;        // lines from which fixed widths are told
constexpr int kMinTitles = 2;

const QSet<QString>& knownTitles()
{
    static const QSet<QString> known = [] {
        QSet<QString> out;
        const auto fields = allFields();
        for (const auto* field : fields) {
            const auto titles = commonTitles(*field);
            for (const auto& title : titles) out.insert(title);
        }
        return out;
    }();
    return known;
}

int matchesOf(const Record& record)
{
    return static_cast<int>(std::count_if(record.cells.begin(), record.cells.end(), [](const QString& cell) { return knownTitles().contains(foldTitle(cell)); }));
}

bool isDay(const QString& cell)
{
    static const DateStyle style{{u"dd.MM.yyyy"_s, u"dd.MM.yy"_s, u"yyyy-MM-dd"_s, u"MM/dd/yyyy"_s, u"dd/MM/yyyy"_s, u"dd-MM-yyyy"_s, u"yyyyMMdd"_s}, 79, 0};
    return parseDate(cell, style).isValid();
}

std::vector<Record> recordsOf(const QString& text, const RowForm& form)
{
    RowReader reader{text, form};
    std::vector<Record> out;
    Record record;
    while (out.size() < static_cast<std::size_t>(limits::kMaxTableSample) && reader.next(record)) out.push_back(record);
    return out;
}

// A quote stands before a first or behind a separator.
QChar quoteOf(const QString& text, QChar separator)
{
    const auto count = [&](QChar quote) {
        qsizetype n = 0;
        for (qsizetype at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
            if (at == 0 || text[at - 1] == separator || text[at - 1] == u'\n' || text[at - 1] == u'\r') ++n;
        return n;
    };
    return count(u'\'') > count(u'"') ? u'\'' : u'"';
}

struct Candidate { RowForm form; std::vector<Record> records; qsizetype score = -1; std::size_t columns = 0; };

std::size_t commonCount(const std::vector<Record>& records, int& rowsWith)
{
    std::map<std::size_t, int> counts;
    for (const auto& record : records)
        if (!record.isBlank()) ++counts[record.count];
    std::size_t best = 0;
    rowsWith = 0;
    for (const auto& [count, rows] : counts)
        if (rows >= rowsWith) {
            best = count;
            rowsWith = rows;
        }
    return best;
}

Candidate scored(const QString& text, RowForm form)
{
    Candidate out;
    out.form = std::move(form);
    out.records = recordsOf(text, out.form);
    int rowsWith = 0, problems = 0, titles = 0;
    out.columns = commonCount(out.records, rowsWith);
    qsizetype typed = 0, cells = 0;
    for (std::size_t i = 0; i < out.records.size(); ++i) {
        const auto& record = out.records[i];
        if (i < static_cast<std::size_t>(kMaxTitleLine)) titles = std::max(titles, matchesOf(record));
        problems += record.problem ? 1 : 0;
        for (const auto& cell : record.cells) {
            ++cells;
            if (looksLikeAmount(cell) || isDay(cell)) ++typed;
        }
    }
    const auto rows = std::max(qsizetype{1}, static_cast<qsizetype>(out.records.size()));
    if (out.columns < 2) return out;
    out.score = titles * 30 + typed * 100 / std::max(qsizetype{1}, cells) + rowsWith * 50 / rows - problems * 100 / rows;
    return out;
}

// An amount stands at the right of its column: the blanks before it are its own, for a larger one reaches into them. Were they the neighbour's, the
// first digits of a larger amount would be lost.
void giveRoomToAmounts(const QList<QStringView>& lines, std::vector<qsizetype>& starts)
{
    const auto endOf = [&](std::size_t column) { return column + 1 < starts.size() ? starts[column + 1] - starts[column] : qsizetype{-1}; };
    for (std::size_t column = 1; column < starts.size(); ++column) {
        qsizetype amounts = 0, filled = 0, used = starts[column - 1];
        for (const auto line : lines) {
            const auto text = line.mid(std::min(starts[column], line.size()), endOf(column)).trimmed();
            filled += text.isEmpty() ? 0 : 1;
            amounts += looksLikeAmount(text) ? 1 : 0;
            auto last = std::min(starts[column], line.size());
            while (last > starts[column - 1] && line[last - 1] == u' ') --last;
            used = std::max(used, last);
        }
        if (amounts * 2 >= filled && amounts > 0 && used > starts[column - 1]) starts[column] = used;
    }
}

// Columns begin where a place that is blank in every line is followed by one that is not.
RowForm fixedForm(const QString& text)
{
    RowForm out;
    out.quote = {};
    QList<QStringView> lines;
    for (const auto line : QStringView{text}.split(u'\n')) {
        const auto bare = line.endsWith(u'\r') ? line.chopped(1) : line;
        if (!bare.trimmed().isEmpty() && lines.size() < limits::kMaxTableSample) lines << bare;
    }
    if (lines.size() < kMinFixedLines) return out;
    qsizetype longest = 0;
    for (const auto line : lines) longest = std::max(longest, line.size());
    if (longest > limits::kMaxTableCell) return out;
    const auto blankAt = [&](qsizetype at) { return std::all_of(lines.begin(), lines.end(), [at](QStringView line) { return at >= line.size() || line[at] == u' '; }); };
    std::vector<qsizetype> starts{0};
    for (qsizetype at = 1; at < longest; ++at)
        if (!blankAt(at) && blankAt(at - 1)) starts.push_back(at);
    giveRoomToAmounts(lines, starts);
    starts.push_back(longest);
    for (std::size_t i = 1; i < starts.size(); ++i) out.widths.push_back(static_cast<int>(starts[i] - starts[i - 1]));
    if (out.widths.size() > static_cast<std::size_t>(limits::kMaxTableColumns)) out.widths.clear();
    return out;
}

bool isTyped(const QString& cell) { return looksLikeAmount(cell) || isDay(cell); }

// Words above columns of amounts or days.
bool standsAbove(const Record& first, const std::vector<Record>& records, std::size_t at)
{
    constexpr std::size_t kMinBelow = 2;
    for (std::size_t c = 0; c < first.cells.size(); ++c) {
        const auto& title = first.cells[c];
        if (isTyped(title)) return false;
        if (!std::any_of(title.begin(), title.end(), [](QChar ch) { return ch.isLetter(); })) continue;
        std::size_t typed = 0, filled = 0;
        for (std::size_t r = at + 1; r < records.size(); ++r)
            if (c < records[r].cells.size() && !records[r].cells[c].isEmpty()) {
                ++filled;
                typed += isTyped(records[r].cells[c]) ? 1U : 0U;
            }
        if (filled >= kMinBelow && typed * 5 >= filled * 4) return true;
    }
    return false;
}

void takeTitles(SampleShape& shape, std::vector<Record> records, const QString& said)
{
    std::size_t at = 0;
    const auto filled = std::find_if(records.begin(), records.end(), [](const Record& record) { return !record.isBlank(); });
    const auto front = static_cast<std::size_t>(filled - records.begin());
    for (std::size_t i = 0; i < records.size() && i < static_cast<std::size_t>(kMaxTitleLine); ++i)
        if (const int matches = matchesOf(records[i]); matches > shape.titleMatches) {
            shape.titleMatches = matches;
            at = i;
        }
    std::size_t first = 0;
    const bool known = shape.titleMatches >= kMinTitles;
    if (!known) at = front;
    shape.titlesByShape = !known && front < records.size() && standsAbove(records[front], records, front);
    if (said.isEmpty() ? known || shape.titlesByShape : said == u"yes" && at < records.size()) {
        shape.skip = static_cast<int>(at);
        shape.titles.push_back(records[at]);
        shape.columns = records[at].cells.size();
        first = at + 1;
    } else {
        shape.titleMatches = 0;
    }
    std::size_t shortRows = 0;
    for (std::size_t i = first; i < records.size(); ++i) {
        if (records[i].isBlank()) continue;
        shortRows += records[i].count < shape.columns ? 1U : 0U;
        shape.rows.push_back(std::move(records[i]));
    }
    shape.shortRows = shortRows >= 2 && shortRows * 5 >= shape.rows.size();   // one alone is rather cut
}

// Every way to part the rows that is not ruled out.
std::vector<Candidate> candidatesOf(const QString& text, const ports::TableChoices& said)
{
    const auto separator = said.traits.value(u"separator"_s), quote = said.traits.value(u"quote"_s);
    std::vector<Candidate> out;
    QString marks = u";\t,|"_s;
    if (separator.size() == 1 && !marks.contains(separator)) marks += separator;   // of a profile that is changed
    for (const QChar mark : std::as_const(marks)) {
        const bool meant = separator == mark || (separator == u"tab" && mark == u'\t');
        if (!separator.isEmpty() && !meant) continue;
        const QChar around = quote.isEmpty() ? quoteOf(text, mark) : quote == u"none" ? QChar{} : quote.front();
        out.push_back(scored(text, {mark, around, {}}));
    }
    if (!separator.isEmpty() && separator != u"fixed") return out;
    RowForm fixed;
    fixed.quote = {};
    const auto widths = said.traits.value(u"widths"_s).split(u',', Qt::SkipEmptyParts);
    for (const auto& width : widths) fixed.widths.push_back(std::clamp(width.toInt(), 1, limits::kMaxTableCell));
    if (fixed.widths.empty()) fixed = fixedForm(text);
    if (fixed.widths.size() <= 2 || fixed.widths.size() > static_cast<std::size_t>(limits::kMaxTableColumns)) return out;
    out.push_back(scored(text, fixed));
    out.back().columns = fixed.widths.size();
    return out;
}

} // namespace

bool isRowOfSums(const Record& row)
{
    static const QStringList sums{u"summe"_s, u"summen"_s, u"gesamt"_s, u"gesamtsumme"_s, u"endsumme"_s, u"total"_s, u"totals"_s, u"sum"_s};
    return !row.cells.empty() && sums.contains(foldTitle(row.cells.front()));
}

bool looksLikeAmount(QStringView text)
{
    static constexpr std::array<QStringView, 4> kStyles{u"1.234,56", u"1,234.56", u"1 234,56", u"1'234.56"};
    return std::any_of(kStyles.begin(), kStyles.end(), [text](QStringView name) {
        AmountStyle style;
        return amountStyleOf(name, style) && parseAmount(text, style, {}).ok();
    });
}

QStringList datePatternsOf(const QStringList& cells)
{
    static const QStringList tried{u"dd.MM.yyyy"_s, u"dd.MM.yy"_s, u"yyyy-MM-dd"_s, u"dd/MM/yyyy"_s, u"MM/dd/yyyy"_s, u"dd/MM/yy"_s, u"MM/dd/yy"_s, u"dd-MM-yyyy"_s, u"dd-MM-yy"_s,
        u"yyyy/MM/dd"_s, u"yyyyMMdd"_s, u"ddMMyyyy"_s, u"ddMMyy"_s, u"yyMMdd"_s};
    QStringList out;
    for (const auto& pattern : tried) {
        const DateStyle style{{pattern}, 79, 0};
        if (!cells.isEmpty() && std::all_of(cells.begin(), cells.end(), [&](const QString& cell) { return parseDate(cell, style).isValid(); })) out << pattern;
    }
    return out;
}

QByteArray sampleOf(const QByteArray& bytes, CodePage page, qsizetype most, bool& whole)
{
    whole = bytes.size() <= most;
    if (whole) return bytes;
    const auto cut = bytes.left(most & ~qsizetype{1});
    auto end = cut.lastIndexOf('\n') + 1;
    if (page == CodePage::Utf16Le) end = end % 2 == 0 ? end : end + 1;   // the low byte comes first
    return end > 1 ? cut.left(end) : cut;
}

Result<SampleShape> shapeOf(const QByteArray& bytes, const ports::TableChoices& said, qsizetype most)
{
    SampleShape shape;
    shape.page = proposeCodePage(bytes.left(most & ~qsizetype{1}));
    if (auto page = CodePage::Utf8; codePageOf(said.traits.value(u"code_page"_s), page)) shape.page = {page, true};
    const auto text = decode(sampleOf(bytes, shape.page.page, most, shape.whole), shape.page.page);
    if (!text) return text.error();
    shape.text = text.value();
    shape.openEnd = shape.whole && !shape.text.endsWith(u'\n') && !shape.text.endsWith(u'\r');
    auto candidates = candidatesOf(shape.text, said);
    if (candidates.empty()) return Error{Fault::Invalid, u"table.no_table"_s, {}};
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    auto best = std::move(candidates.front());
    shape.separatorClear = candidates.size() == 1 || (best.form.widths.empty() && best.score > candidates[1].score + 10);
    if (best.score < 0) return Error{Fault::Invalid, u"table.no_table"_s, {}};
    shape.form = best.form;
    shape.columns = best.columns;
    takeTitles(shape, std::move(best.records), said.traits.value(u"header"_s));
    if (!shape.form.widths.empty()) shape.columns = shape.form.widths.size();
    if (shape.rows.empty()) return Error{Fault::Invalid, u"table.no_table"_s, {}};
    return shape;
}

} // namespace tresen::adapters::table
