// Port: TableSource turns a table a workshop system exported (CSV, ASCII, DATEV EXTF) into its invoices, row by row, by a profile that is data.
// Pure, thread-safe, no I/O: called on a pool thread.
#pragma once
#include "app/ports/workshop_source.h"
#include <QHash>
#include <QMap>
#include <algorithm>
#include <memory>
#include <vector>

namespace tresen::ports {

// One invoice of the table, or the reason why there is none.
// Its own warnings: "amount.column_unread", "sign.unread" (a column nobody reads and whose title nobody knows holds an
// amount that is none of the others, or a side), "type.unread" (such a column calls it a credit note), "prepaid.above_gross" (more was paid before than the whole), "datev.other_accounts" (payments, tax or fees booked under its number are counted), "datev.row_lost" (a row of the batch that may belong to it cannot be read), "row.open_end" (the file ends with it and without a line end; its last cell may be shorter than it was).
struct TableRow {
    int line = 0, lastLine = 0;         // lines of the file it was read from, from 1; several with line breaks in quotes or one row per line
    Result<InvoiceDocument> document;   // container "csv", syntax "table" or "datev"
    QString number;                     // as far as it could be read, also when refused
    QString raw;                        // how it stood there, at most limits::kMaxTableRaw characters
    std::shared_ptr<const domain::InvoiceEntry> legible{};   // of a refused one: what could be read all the same, for a person to complete; never an amount
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

// What a person says about a table; what is not said is told from the sample.
struct TableChoices {
    QHash<QString, QString> traits;     // by TableTrait::what, in the values of its options
    QMap<int, QString> fields;          // by column, from 0; empty: the column is not used
    QByteArray base;                    // a profile that is changed: what the sample does not show (words, ignored rows, constants) is kept
    QString name;                       // of the profile
};

// One property of the table as it was recognised.
struct TableTrait {
    QString what;            // "code_page", "separator", "widths" (of fixed columns, parted by commas; free text), "quote", "header", "number", "dates", "rows"; "columns" when what a column means is to be confirmed
    QString value;           // separator: the character, "tab" or "fixed"; quote: the character or "none"; header: "yes", "no"; dates: a pattern;
                             // rows: "invoice", "line:total", "line:add", "line:none"; number: see "number" of a profile, "/any" behind it for decimals of any number
    QStringList options;     // the values it may have; empty: only to be confirmed
    int sure = 0;            // 0..100
    QString why;             // "said", "mark" (byte order), "letters", "plain" (nothing beyond ASCII), "regular" (the rows agree), "titles", "values", "all"
                             // (every value reads only so), "several" (more than one reading), "none" (nothing to tell it from), "columns" (a column named)
    bool open = false;       // nobody may keep the profile before a person has said it
};

// What a column means, and why.
struct TableColumn {
    QString title, field;    // field empty: it is not used
    int sure = 0;
    QString why;             // "said", "title", "values", "sum" (net and tax make it), "rest" (paid before and still to be paid make
                             // gross), "only" (no other could be it), "several", "words" (one is unknown), "due" (what is due may depend on it), "none"
    bool open = false;       // field empty: no amount is read before a person has said what it is
};

// What a sample file looks like. It is a proposal: a person looks at it before anything is taken over.
struct TableProposal {
    QByteArray profile;                 // JSON, passes check() unless a doubt says "missing:"
    int confidence = 0;                 // 0..100
    QStringList doubts;                 // what a person has to look at, "code_page", "separator", "header", "number_style", "date_style:issue_date",
                                        // "column:number" (guessed by content), "missing:gross", "unused:TITLE", "rows"
    QStringList titles;                 // of the columns; empty without a header
    std::vector<QStringList> sample;    // the first rows, cells cut to limits::kMaxTableRaw
    TableReading tried;                 // the sample read with the proposed profile
    std::vector<TableTrait> traits;     // empty: of a format of its own, nothing can be chosen
    std::vector<TableColumn> columns;   // in the order of the file

    bool isOpen() const                 // a question is left
    {
        return std::any_of(traits.begin(), traits.end(), [](const TableTrait& t) { return t.open; });
    }
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
    // "number.unreadable", "amount.missing", "amount.unreadable", "amount.ambiguous" (two readings), "amount.zero", "amount.unread" (a column nobody reads tells of a
    // payment or a rest; detail: its title and the text), "amount.sums" (the amounts
    // contradict each other), "invoice.cancelled", "credit.cancelled" (the row says so; detail: the cell. The second of a credit note, which may cancel an invoice
    // itself), "state.unclear" (a column like "Status" has a mark on few rows that may say so; detail: its title and the cell), "amount.currency",
    // "currency.unreadable", "sign.unknown", "sign.twice", "date.missing", "date.unreadable",
    // "value.unknown" (a word the profile does not know), "lines.differ" (rows of one invoice disagree), "lines.sum", "lines.too_many", "datev.amount",
    // "datev.side", "datev.date", "datev.account", "datev.currency", "datev.reversal", "datev.chart_unknown", "datev.discount", "datev.account_again".
    // Detail: field or column, and the text.
    virtual Result<TableReading> read(const QByteArray& bytes, const QByteArray& profile) const = 0;

    // Fault::Invalid "table.profile", detail: "line:column place: what", the place as in "/columns/3/field".
    virtual Result<TableProfileInfo> check(const QByteArray& profile) const = 0;

    // Errors: as read(), and "table.no_table" when it looks like none.
    virtual Result<TableProposal> propose(const QByteArray& bytes) const = 0;

    // The same with what a person has said laid over it; the first limits::kMaxTableLesson bytes are looked at.
    virtual Result<TableProposal> learn(const QByteArray& bytes, const TableChoices& said) const = 0;

    // May a workshop keep it as its own? Refused "profile.too_large", "profile.field_twice", "profile.unknown_field", "profile.too_wide" (more than
    // limits::kMaxTableColumns), "profile.no_number", "profile.no_amount", "profile.no_date", "profile.no_owner" (neither plate nor name), else as check().
    // Detail: the field.
    virtual Result<Ok> mayKeep(const QByteArray& profile) const = 0;

    // Are these the titles of this profile? All its columns are there. Never of a profile without titles.
    virtual bool recognises(const QByteArray& bytes, const QByteArray& profile) const = 0;

    // Of a format whose files say themselves what they are (DATEV EXTF): the ready profile of that format; empty: the file says nothing of the kind.
    virtual QByteArray profileByHeader(const QByteArray& bytes) const = 0;

    virtual QStringList fields() const = 0;                       // every name a column may have

    virtual std::vector<ReadyProfile> readyProfiles() const = 0;   // that come with the program
};

} // namespace tresen::ports
