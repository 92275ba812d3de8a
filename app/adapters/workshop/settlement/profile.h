// Profile: how one workshop system wants its settlement table. Data, read from JSON once by SettlementFiles; no system is known by name here.
//
// {
//   "name":        text for messages
//   "file":        file name with {run} (six digits or more) in it and {site} if wanted: letters, digits, dot, dash, underscore; ends in .csv or .txt
//   "separator":   one character; "\t" for a tabulator
//   "quote":       one character, or "" when the system knows no quotes (then the separator in a text becomes a blank)
//   "quote_all":   true: every cell in quotes; false (default): only where needed
//   "encoding":    "UTF-8", "UTF-8 BOM", "CP1252", "CP850"
//   "line_end":    "CRLF", "LF"
//   "decimal":     "," or "."; amounts have two decimals and no grouping
//   "date":        "dd.MM.yyyy", "dd.MM.yy", "yyyyMMdd", "yyyy-MM-dd"
//   "header":      true: the first row holds the titles
//   "rows":        "record" (default) one row per settled item, "payment" one row per payment of it
//   "spreadsheet": true: people open it in a spreadsheet; a text that would start a formula gets an apostrophe before it. Default false:
//                  a machine reads it, every text stays as it is
//   "columns":     [{"title": text, "field": name from fields.cpp, "format": see below}]
// }
// format of an amount: "" signed, "absolute" without sign, "side" H for received and S for returned, "cents" whole number, signed.
// format of a date or moment: "" the profile's date, one of the date forms, or "iso" (a moment in UTC with milliseconds). Others have none.
#pragma once
#include "app/adapters/workshop/settlement/code_page.h"
#include "app/adapters/workshop/settlement/fields.h"

namespace tresen::adapters::settlement {

enum class AmountForm { Signed, Absolute, Side, Cents };

struct Column {
    QString title;
    const Field* field;
    AmountForm amountForm;
    QString dateForm;          // "iso" or a form of QDate
};

struct Profile {
    QString name, file;
    QChar separator;
    QChar quote;               // null: none
    bool quoteAll = false;
    Encoding encoding = Encoding::Utf8;
    QByteArray lineEnd;
    QChar decimal;
    bool header = false;
    bool perPayment = false;
    bool spreadsheet = false;
    std::vector<Column> columns;
};

// Fault::Invalid "sink.profile", detail: which entry and what is wrong with it. Unknown entries are refused: a misspelled one would change the file.
Result<Profile> readProfile(const QByteArray& json);

QString tableName(const Profile& profile, qint64 run, const QString& site);

} // namespace tresen::adapters::settlement
