// Fields: what a column of an imported table can mean, by the stable name a profile uses. Called by the profile, the reader and the proposer.
#pragma once
#include "app/domain/invoice.h"
#include <QStringView>

namespace tresen::adapters::table {

enum class FieldKind {
    Text,        // up to limits::kMaxTextField characters, runs of blanks folded
    Key,         // identifies something: a number of an invoice or customer
    Amount,      // of the invoice
    LineAmount,  // of one line
    Date,
    Decimal,     // percentage, quantity
    Word,        // a code; the profile may translate the words of the system into it
    Sign         // "S" and "H" and the like; the profile says what they mean
};

struct LineAmounts { std::optional<domain::Money> net, tax, gross; };

// What one record says: the invoice, and what is needed besides to make it complete.
struct Draft {
    domain::Invoice invoice;
    domain::InvoiceLine line;
    domain::Party payer;
    LineAmounts amounts;
    QString key;                        // rows of one invoice have the same
    QString discountDays, discountPercent;
    QString firstName, note;
};

struct Field {
    const char* name;
    FieldKind kind;
    bool repeats;                                        // several columns may feed it; their texts are joined
    QString& (*text)(Draft& draft);                      // Text, Key, Decimal, Word
    std::optional<domain::Money>& (*amount)(Draft&);     // Amount, LineAmount
    QDate& (*date)(Draft& draft);                        // Date
    bool isOfLine() const { return QLatin1StringView{name}.startsWith(QLatin1StringView{"line."}); }
};

const Field* findField(QStringView name);   // null: there is no such field

// How systems title the column of a field, folded by foldTitle(), the most telling ones first. For the proposer and for columns that name none.
QStringList commonTitles(const Field& field);
QString foldTitle(QStringView title);       // "Rechnungs-Nr." -> "rechnungsnr", "Straße" -> "strasse", "Skonto %" -> "skontoprozent"
std::vector<const Field*> allFields();

} // namespace tresen::adapters::table
