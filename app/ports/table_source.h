// Port: TableSource turns a table a workshop system exported (CSV, ASCII, DATEV EXTF) into its invoices, row by row, by a profile that is data.
// Pure, thread-safe, no I/O: called on a pool thread.
#pragma once
#include "app/ports/workshop_source.h"
#include <vector>

namespace tresen::ports {

// One invoice of the table, or the reason why there is none.
struct TableRow {
    int line = 0, lastLine = 0;         // lines of the file it was read from, from 1; several with line breaks in quotes or one row per line
    Result<InvoiceDocument> document;   // container "csv", syntax "table" or "datev"
    QString number;                     // as far as it could be read, also when refused
    QString raw;                        // how it stood there, at most limits::kMaxTableRaw characters
};

// A row that certainly holds no invoice and is passed over with a reason: "row.ignored" (a rule of the profile), "datev.no_debtor" (neither
// account is a debtor), "datev.no_revenue" (a payment or another booking of a debtor). Empty lines are not named.
struct PassedRow { int line = 0; QString code, raw; };

struct TableReading {
    std::vector<TableRow> rows;         // in the order of the file
    std::vector<PassedRow> passed;      // at most limits::kMaxTablePassed
    int passedCount = 0;
    QStringList warnings;               // of the whole file: "code_page.doubtful" (the letters look like another page's), "table.row_last_open"
};

struct TableProfileInfo { QString name, description, format; };   // format: "table", "datev"

struct ReadyProfile { QString id; TableProfileInfo info; QByteArray json; };

// What a sample file looks like. It is a proposal: a person looks at it before anything is taken over.
struct TableProposal {
    QByteArray profile;                 // JSON, passes check() unless a doubt says "missing:"
    int confidence = 0;                 // 0..100
    QStringList doubts;                 // what a person has to look at, "code_page", "separator", "header", "number_style", "date_style:issue_date",
                                        // "column:number" (guessed by content), "missing:gross", "unused:TITLE", "rows"
    QStringList titles;                 // of the columns; empty without a header
    std::vector<QStringList> sample;    // the first rows, cells cut to limits::kMaxTableRaw
    TableReading tried;                 // the sample read with the proposed profile
};

class TableSource {
public:
    virtual ~TableSource() = default;

    // bytes: at most limits::kMaxTableFile. profile: JSON. Refuses the whole file (Fault::Invalid) with "file.too_large", "file.empty",
    // "table.profile" (see check()), "text.code_page" (detail: the page the bytes look like), "text.undecodable" (detail: page, offset of the
    // byte, line), "table.column_missing" and "table.column_twice" (detail: field or title), "table.no_header", "table.too_many_rows",
    // "datev.header", "datev.version", "datev.category", "datev.columns" (detail: what stands there).
    // Refuses a row with "row.quote" (a quote where none may be, or one that is not closed), "row.too_many_cells", "row.too_few_cells",
    // "row.cell_too_long", "row.control" (a control character), "row.cut" (the file ends inside it), "row.shifted" (a cell holds what belongs into
    // another), "row.repeated" (the same once more), "row.number_twice" (one number, different contents: neither is taken), "number.missing",
    // "number.unreadable", "amount.missing", "amount.unreadable", "amount.ambiguous" (two readings), "amount.zero", "amount.sums" (the amounts
    // contradict each other), "amount.currency", "currency.unreadable", "sign.unknown", "sign.twice", "date.missing", "date.unreadable",
    // "value.unknown" (a word the profile does not know), "lines.differ" (rows of one invoice disagree), "lines.sum", "lines.too_many", "datev.amount",
    // "datev.side", "datev.date", "datev.account", "datev.currency", "datev.reversal", "datev.chart_unknown", "datev.discount", "datev.account_again".
    // Detail: field or column, and the text.
    virtual Result<TableReading> read(const QByteArray& bytes, const QByteArray& profile) const = 0;

    // Fault::Invalid "table.profile", detail: "line:column place: what", the place as in "/columns/3/field".
    virtual Result<TableProfileInfo> check(const QByteArray& profile) const = 0;

    // Errors: as read(), and "table.no_table" when it looks like none.
    virtual Result<TableProposal> propose(const QByteArray& bytes) const = 0;

    virtual std::vector<ReadyProfile> readyProfiles() const = 0;   // that come with the program
};

} // namespace tresen::ports
