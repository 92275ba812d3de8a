#include "app/adapters/workshop/table/table_rows.h"
#include "app/core/limits.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// A tabulator or a line break inside of a text is a blank; other control characters belong into no export.
bool isControl(QChar c) { return (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c == QChar{0xFFFE} || c == QChar{0xFFFF}; }

void complain(Record& record, const char* problem, std::size_t cell)
{
    if (record.problem) return;
    record.problem = problem;
    record.detail = QString::number(cell);
}

} // namespace

qsizetype RowReader::lineEnd(qsizetype from) const
{
    const auto text = QStringView{m_text};
    auto at = from;
    while (at < text.size() && text[at] != u'\n' && text[at] != u'\r') ++at;
    return at;
}

// Takes CR LF, LF or CR.
void RowReader::endLine(Record& out)
{
    out.to = m_at;
    out.lastLine = m_line;
    out.ended = m_at < m_text.size();
    if (!out.ended) return;
    if (m_text.at(m_at) == u'\r' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\n') ++m_at;
    ++m_at;
    ++m_line;
}

void RowReader::addCell(Record& out, QString cell)
{
    if (std::any_of(cell.cbegin(), cell.cend(), isControl)) complain(out, "row.control", out.cells.size() + 1);
    if (cell.size() > limits::kMaxTableCell) complain(out, "row.cell_too_long", out.cells.size() + 1);
    if (out.cells.size() >= static_cast<std::size_t>(limits::kMaxTableColumns)) {
        complain(out, "row.too_many_cells", out.cells.size() + 1);
        return;
    }
    if (cell.size() > limits::kMaxTableCell) cell.truncate(limits::kMaxTableCell);
    out.cells.push_back(std::move(cell));
}

// From behind the opening quote to behind the closing one. False: there is none; then everything left belongs to the record.
bool RowReader::readQuoted(Record& out, QString& cell)
{
    const auto text = QStringView{m_text};
    int breaks = 0;
    while (m_at < text.size()) {
        const QChar c = text[m_at];
        if (c == m_form.quote) {
            if (m_at + 1 < text.size() && text[m_at + 1] == c) ++m_at;
            else { ++m_at; return true; }
        } else if (c == u'\n' || (c == u'\r' && (m_at + 1 >= text.size() || text[m_at + 1] != u'\n'))) {
            ++m_line;
            if (++breaks > limits::kMaxTableBreaks) complain(out, "row.quote", out.cells.size() + 1);
        }
        if (cell.size() <= limits::kMaxTableCell && c != u'\r') cell += c;
        ++m_at;
    }
    return false;
}

void RowReader::readSeparated(Record& out)
{
    const auto text = QStringView{m_text};
    while (true) {
        const auto isBlank = [&](QChar c) { return c == u' ' && m_form.separator != c; };
        auto at = m_at;
        while (at < text.size() && isBlank(text[at])) ++at;
        if (!m_form.quote.isNull() && at < text.size() && text[at] == m_form.quote) {
            m_at = at + 1;
            QString cell;
            if (!readQuoted(out, cell)) complain(out, "row.quote", out.cells.size() + 1);
            while (m_at < text.size() && isBlank(text[m_at])) ++m_at;
            if (m_at < text.size() && text[m_at] != m_form.separator && text[m_at] != u'\n' && text[m_at] != u'\r') {
                complain(out, "row.quote", out.cells.size() + 1);   // text behind a closing quote
                m_at = lineEnd(m_at);
            }
            addCell(out, std::move(cell));
        } else {
            auto end = at;
            while (end < text.size() && text[end] != m_form.separator && text[end] != u'\n' && text[end] != u'\r') ++end;
            m_at = end;
            addCell(out, text.mid(at, std::min(end - at, qsizetype{limits::kMaxTableCell} + 1)).trimmed().toString());
            if (end - at > limits::kMaxTableCell) complain(out, "row.cell_too_long", out.cells.size());
        }
        if (m_at >= text.size() || text[m_at] != m_form.separator) break;
        ++m_at;
    }
}

void RowReader::readFixed(Record& out)
{
    const auto end = lineEnd(m_at);
    const auto line = QStringView{m_text}.mid(m_at, end - m_at);
    m_at = end;
    qsizetype at = 0;
    for (const int width : m_form.widths) {
        if (at >= line.size()) break;
        addCell(out, line.mid(at, width).trimmed().toString());
        at += width;
    }
    if (at < line.size() && !line.mid(at).trimmed().isEmpty()) complain(out, "row.too_many_cells", out.cells.size() + 1);
}

bool RowReader::next(Record& out)
{
    if (m_at >= m_text.size()) return false;
    out.line = m_line;
    out.from = m_at;
    out.cells.clear();
    out.problem = nullptr;
    out.detail.clear();
    if (m_form.widths.empty()) readSeparated(out);
    else readFixed(out);
    endLine(out);
    out.count = out.cells.size();
    while (!out.cells.empty() && out.cells.back().isEmpty()) out.cells.pop_back();
    return true;
}

QString RowReader::raw(const Record& record) const
{
    QString out = m_text.mid(record.from, std::min(record.to - record.from, qsizetype{limits::kMaxTableRaw}));
    for (QChar& c : out)
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0)) c = u' ';
    return out;
}

} // namespace tresen::adapters::table
