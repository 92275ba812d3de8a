// TableProfile: how one workshop system writes its table of invoices. Data, read from JSON; no system is known by name here.
//
// {
//   "version":     1
//   "name":        text for people; "description": text for people (may be missing)
//   "format":      "table" (default), or "datev" for a DATEV EXTF Buchungsstapel, see below
//   "code_page":   "CP850", "CP1252", "ISO-8859-1", "ISO-8859-15", "UTF-8", "UTF-16LE", "UTF-16BE"; a byte order mark may stand or be missing
//   "separator":   one character, "\t" for a tabulator; or instead
//   "widths":      [8, 30, …] characters of each column of a fixed record
//   "quote":       "\"" (default), "'" or "" when the system knows no quotes
//   "skip":        lines before the titles or the first row, 0 (default)
//   "header":      true (default): the first row holds the titles
//   "cells":       number of columns of a table without titles (default: as many as the last one named)
//   "short_rows":  true: empty cells at the end of a row are left out. Default false: such a row is refused, it may be cut
//   "open_end":    true: the last row never has a line end. Default false: without one it is refused when its last cell matters
//   "number":      how 1234.56 is written, see AmountStyle
//   "decimals":    "two" (default): every amount has exactly two; "any"
//   "dates":       ["dd.MM.yyyy", …] see parseDate()
//   "pivot":       years of two digits up to it are 20xx, 79 (default)
//   "year":        year of dates without one
//   "rows":        "invoice" (default) one row per invoice; "line" one row per line of an invoice: rows that follow each other with the same key
//   "sums":        with rows "line". "total": the totals stand in every row (or in the first), the lines must add up to them. "add": there are no
//                  totals, the lines are added; a lost row then goes unseen. "none": totals stand there, lines are not added
//   "check":       "refuse" (default): net, tax, gross and amount_due stand in every invoice, as far as they have a column, and net + tax = gross,
//                  gross - prepaid = amount due; "warn": one amount is enough, contradictions are a warning
//   "columns":     [{"field":    name from table_fields.cpp; "key" is what the rows of an invoice share, the number when there is none
//                    "titles":   [text, …] any of them, case, blanks and marks do not count; or instead
//                    "column":   its place, from 1. Neither: the common titles of the field
//                    "optional": true: the table may lack it. Default false: a table without it is refused
//                    "dates":    as above, for this column only
//                    "words":    {"word of the system": "value"}; "*" is any other word, "" the empty cell. Of a sign: "+" or "-". Without words a
//                                type is a code of UNTDID 1001, a payment means one of UNTDID 4461, a country of ISO 3166-1, a currency of ISO 4217
//                   }, …]
//   "unused":      titles of columns that sound like a payment or a rest and are none, as a person has said. Others of that kind that no column reads
//                  let a row be refused that has something in them
//   "constants":   {"field": "value"} for what no column says: type, currency, payment_means, customer.country, iban, account_holder, note
//   "ignore":      [{"column": place or 0 for any, "equals" | "starts" | "contains": text}, …] rows that hold no invoice: footers, comments
// }
// The number and one of gross and amount_due are needed (with sums "add": line.gross, or line.net and line.tax).
// format "datev" has only version, name, description, format, and
//   "text":        "note" (default) or "customer": what the Buchungstext holds
//   "revenue":     {"03": ["8"], "04": ["4"], "": ["8"]} first digits of the revenue accounts by chart of accounts (Sachkontenrahmen) of the
//                  header, "" when it names none
#pragma once
#include "app/adapters/workshop/table/table_fields.h"
#include "app/adapters/workshop/table/table_rows.h"
#include "app/adapters/workshop/table/table_text.h"
#include "app/adapters/workshop/table/table_values.h"
#include <QHash>

namespace tresen::adapters::table {

struct Column {
    const Field* field = nullptr;
    QStringList titles;              // folded
    int place = 0;                   // from 1; 0: by title
    bool optional = false;
    std::optional<DateStyle> dates;
    QHash<QString, QString> words;   // keys in lower case
};

struct IgnoreRule {
    enum class How { Equals, Starts, Contains };
    int place = 0;                   // 0: any cell
    How how = How::Equals;
    QString text;
};

struct Constant { const Field* field; QString value; };

struct TableProfile {
    enum class Rows { Invoice, Line };
    enum class Sums { Total, Add, None };

    QString name, description;
    bool datev = false;
    CodePage codePage = CodePage::Utf8;
    RowForm form;
    int skip = 0, cells = 0;
    bool header = true, shortRows = false, openEnd = false, refuseSums = true;
    AmountStyle amounts;
    DateStyle dates;
    Rows rows = Rows::Invoice;
    Sums sums = Sums::None;
    std::vector<Column> columns;
    std::vector<Constant> constants;
    std::vector<IgnoreRule> ignore;
    QStringList unused;              // folded
    bool textIsCustomer = false;
    QHash<QString, QStringList> revenue;
};

// Fault::Invalid "table.profile", detail "line:column place: what". Unknown and repeated entries are refused: a misspelled one would change amounts.
Result<TableProfile> readTableProfile(const QByteArray& json);

} // namespace tresen::adapters::table
