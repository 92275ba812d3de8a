// SampleShape: how a sample file is built: code page, separator or fixed widths, quotes, where its titles stand. Called by proposeProfile().
#pragma once
#include "app/adapters/workshop/table/table_rows.h"
#include "app/adapters/workshop/table/table_text.h"
#include "app/ports/table_source.h"
#include <QStringList>

namespace tresen::adapters::table {

// A row of sums at the end is no invoice.
bool isRowOfSums(const Record& row);

struct SampleShape {
    CodePageProposal page;
    QString text;                    // whole lines only
    bool whole = true;               // the file is not longer than the sample
    bool openEnd = false;            // and its last line has no end
    RowForm form;
    std::vector<Record> titles;      // one or none
    std::vector<Record> rows;        // behind the titles, without blank ones
    int skip = 0;                    // records before the titles
    std::size_t columns = 0;
    int titleMatches = 0;            // titles that are known
    bool separatorClear = true;
    bool shortRows = false;
    bool titlesByShape = false;      // no title is known, but the first row holds words where the others hold amounts and days
};

// said: what a person has said of page, separator, quote and titles. most: bytes looked at.
// "text.code_page", "text.undecodable", "table.no_table".
Result<SampleShape> shapeOf(const QByteArray& bytes, const ports::TableChoices& said, qsizetype most);

QByteArray sampleOf(const QByteArray& bytes, CodePage page, qsizetype most, bool& whole);   // ends behind a line

bool looksLikeAmount(QStringView text);   // digits, marks, a decimal mark with two digits behind it
QStringList datePatternsOf(const QStringList& cells);   // every single pattern that reads all of them

} // namespace tresen::adapters::table
