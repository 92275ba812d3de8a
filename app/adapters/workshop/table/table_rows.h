// Rows of an exported table: text to records and their cells. Pure, fuzzed; called by TableReader and the proposer. What is wrong with a record
// is said at it and the next one is read; nothing is lost.
#pragma once
#include <QString>
#include <vector>

namespace tresen::adapters::table {

struct RowForm {
    QChar separator = u';';          // not used with widths
    QChar quote = u'"';              // null: none. A quote inside of a cell that does not begin with one is an ordinary character.
    std::vector<int> widths;         // of fixed records, in characters; empty: separated
};

struct Record {
    int line = 0, lastLine = 0;      // from 1
    qsizetype from = 0, to = 0;      // place in the text, without the line end
    std::vector<QString> cells;      // outer blanks cut outside of quotes; empty ones at the end are cut
    std::size_t count = 0;           // of cells before that
    const char* problem = nullptr;   // "row.quote", "row.cell_too_long", "row.too_many_cells", "row.control", "row.cut"
    QString detail;                  // number of the cell, from 1
    bool ended = true;               // false: the text ends without a line end
    bool isBlank() const { return cells.empty() && !problem; }
};

class RowReader {
public:
    // text must outlive the reader.
    RowReader(const QString& text, const RowForm& form) : m_text{text}, m_form{form} {}

    bool next(Record& out);          // false: there are no more
    QString raw(const Record& record) const;

private:
    void readSeparated(Record& out);
    void readFixed(Record& out);
    bool readQuoted(Record& out, QString& cell);
    void addCell(Record& out, QString cell);
    qsizetype lineEnd(qsizetype from) const;
    void endLine(Record& out);

    const QString& m_text;
    const RowForm& m_form;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace tresen::adapters::table
