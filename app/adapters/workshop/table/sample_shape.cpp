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

// The sample ends behind a line.
QByteArray sampleOf(const QByteArray& bytes, CodePage page, bool& whole)
{
    whole = bytes.size() <= limits::kMaxTableSampleText;
    if (whole) return bytes;
    const auto cut = bytes.left(limits::kMaxTableSampleText & ~1);
    auto end = cut.lastIndexOf('\n') + 1;
    if (page == CodePage::Utf16Le) end = end % 2 == 0 ? end : end + 1;   // the low byte comes first
    return end > 1 ? cut.left(end) : cut;
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
    qsizetype from = 0;
    for (qsizetype at = 1; at < longest; ++at) {
        if (blankAt(at) || !blankAt(at - 1)) continue;
        out.widths.push_back(static_cast<int>(at - from));
        from = at;
    }
    out.widths.push_back(static_cast<int>(longest - from));
    if (out.widths.size() > static_cast<std::size_t>(limits::kMaxTableColumns)) out.widths.clear();
    return out;
}

void takeTitles(SampleShape& shape, std::vector<Record> records)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < records.size() && i < static_cast<std::size_t>(kMaxTitleLine); ++i)
        if (const int matches = matchesOf(records[i]); matches > shape.titleMatches) {
            shape.titleMatches = matches;
            at = i;
        }
    std::size_t first = 0;
    if (shape.titleMatches >= kMinTitles) {
        shape.skip = static_cast<int>(at);
        shape.titles.push_back(records[at]);
        shape.columns = records[at].cells.size();
        first = at + 1;
    } else {
        shape.titleMatches = 0;
    }
    for (std::size_t i = first; i < records.size(); ++i) {
        if (records[i].isBlank()) continue;
        shape.shortRows = shape.shortRows || records[i].count < shape.columns;
        shape.rows.push_back(std::move(records[i]));
    }
}

} // namespace

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

Result<SampleShape> shapeOf(const QByteArray& bytes)
{
    SampleShape shape;
    shape.page = proposeCodePage(bytes.left(limits::kMaxTableSampleText & ~1));
    const auto text = decode(sampleOf(bytes, shape.page.page, shape.whole), shape.page.page);
    if (!text) return text.error();
    shape.text = text.value();
    shape.openEnd = shape.whole && !shape.text.endsWith(u'\n') && !shape.text.endsWith(u'\r');
    std::vector<Candidate> candidates;
    for (const QChar separator : {u';', u'\t', u',', u'|'}) candidates.push_back(scored(shape.text, {separator, quoteOf(shape.text, separator), {}}));
    if (auto fixed = fixedForm(shape.text); fixed.widths.size() > 2) {
        candidates.push_back(scored(shape.text, fixed));
        candidates.back().columns = fixed.widths.size();
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    auto best = std::move(candidates.front());
    shape.separatorClear = best.form.widths.empty() && best.score > candidates[1].score + 10;
    if (best.score < 0) return Error{Fault::Invalid, u"table.no_table"_s, {}};
    shape.form = best.form;
    shape.columns = best.columns;
    takeTitles(shape, std::move(best.records));
    if (!shape.form.widths.empty()) shape.columns = shape.form.widths.size();
    if (shape.rows.empty()) return Error{Fault::Invalid, u"table.no_table"_s, {}};
    return shape;
}

} // namespace tresen::adapters::table
