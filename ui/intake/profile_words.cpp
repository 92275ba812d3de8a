#include "ui/intake/profile_words.h"
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct ProfileWord {
    const char* code;
    const char* text;
};

constexpr ProfileWord kTraitWords[] = {
    {"code_page", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Letters (code page)")},
    {"separator", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Columns are parted by")},
    {"quote", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Quotes around texts")},
    {"header", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Titles above the columns")},
    {"number", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Amounts are written")},
    {"dates", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Days are written")},
    {"rows", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "A row is")},
    {"columns", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Meaning of the columns")},
};

constexpr ProfileWord kValueWords[] = {
    {"tab", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "tabulator")},
    {"fixed", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "fixed widths")},
    {";", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "semicolon ;")},
    {",", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "comma ,")},
    {"|", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "bar |")},
    {"\"", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "double quotes \"")},
    {"'", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "single quotes '")},
    {"none", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "none")},
    {"yes", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "yes")},
    {"no", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "no")},
    {"invoice", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "one invoice")},
    {"line:total", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "one line, with the totals")},
    {"line:add", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "one line, to be added up")},
    {"line:none", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "one line, not added up")},
};

constexpr ProfileWord kWhyWords[] = {
    {"said", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "chosen by you")},
    {"mark", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "the file says so itself")},
    {"letters", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "the umlauts read well so")},
    {"plain", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "there are no umlauts in it; others would be refused")},
    {"regular", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "the rows agree on it")},
    {"titles", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "words stand in the first row")},
    {"title", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "by its title")},
    {"values", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "by what stands in it")},
    {"sum", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "net and tax make gross in every row")},
    {"rest", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "what was paid before and what is left make gross")},
    {"due", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "it may change what is still to be paid; choose \"not used\" or another meaning")},
    {"only", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "no other column could be it")},
    {"all", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "every value reads only so")},
    {"several", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "it could be read in another way, too")},
    {"words", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "it holds a word nobody has explained; choose \"not used\" or another meaning")},
    {"none", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "the sample shows nothing of it")},
};

constexpr ProfileWord kFieldWords[] = {
    {"number", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Invoice number")},
    {"type", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Kind of invoice")},
    {"issue_date", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Invoice date")},
    {"due_date", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "To be paid by")},
    {"delivery_date", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Day of the work")},
    {"gross", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Gross amount")},
    {"net", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Net amount")},
    {"tax", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Tax")},
    {"amount_due", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Still to be paid")},
    {"prepaid", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Paid before")},
    {"sign", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Debit or credit")},
    {"currency", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Currency")},
    {"customer.id", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Customer number")},
    {"customer.first_name", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "First name")},
    {"customer.name", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Customer")},
    {"customer.street", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Street")},
    {"customer.postcode", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Postcode")},
    {"customer.city", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Town")},
    {"customer.country", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Country")},
    {"customer.email", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Mail address")},
    {"customer.phone", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Phone")},
    {"keeper", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Keeper")},
    {"payer.name", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer")},
    {"payer.id", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer: number")},
    {"payer.street", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer: street")},
    {"payer.postcode", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer: postcode")},
    {"payer.city", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer: town")},
    {"payer.email", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Payer: mail address")},
    {"plate", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Plate")},
    {"vin", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "VIN")},
    {"vehicle", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Vehicle")},
    {"mileage", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Mileage")},
    {"work", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Work done")},
    {"order", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Order number")},
    {"note", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Note")},
    {"payment_means", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Way of payment")},
    {"iban", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "IBAN on the invoice")},
    {"account_holder", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Account holder")},
    {"payee", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Assigned to")},
    {"remittance", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Reference of the transfer")},
    {"preceding", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Invoice it corrects")},
    {"preceding_date", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Date of the invoice it corrects")},
    {"discount.days", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Discount: days")},
    {"discount.percent", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Discount: percent")},
    {"key", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "What rows of an invoice share")},
    {"line.id", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: number")},
    {"line.name", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: text")},
    {"line.quantity", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: quantity")},
    {"line.unit", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: unit")},
    {"line.net", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: net")},
    {"line.tax", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: tax")},
    {"line.gross", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: gross")},
    {"line.tax_rate", QT_TRANSLATE_NOOP("tresen::ui::ProfileWords", "Line: rate of tax")},
};

const char* profileText(std::span<const ProfileWord> words, const QString& code)
{
    for (const auto& word : words)
        if (code == QLatin1StringView{word.code}) return word.text;
    return nullptr;
}

} // namespace

QString ProfileWords::trait(const QString& what)
{
    const auto* text = profileText(kTraitWords, what);
    return text ? tr(text) : what;
}

QString ProfileWords::value(const QString& what, const QString& value)
{
    if (what == u"number") {
        if (value.startsWith(u"either")) return tr("not yet known");
        if (value == u"123456") return tr("whole cents, 123456");
        const auto style = value.section(u'/', 0, 0);
        return value.endsWith(u"/any") ? tr("%1, decimals may be missing").arg(style) : tr("%1, always two decimals").arg(style);
    }
    if (what == u"dates") {
        // In the letters of the reader's language: TT.MM.JJJJ.
        auto out = value;
        out.replace(u'd', tr("D", "letter for the day in a date")).replace(u'y', tr("Y", "letter for the year in a date"));
        return out.replace(u'|', tr(" or "));
    }
    const auto* text = profileText(kValueWords, value);
    return text ? tr(text) : value;
}

QString ProfileWords::why(const ports::TableTrait& trait)
{
    if (trait.open && trait.what == u"number") return tr("Please choose: the sample can be read in both ways.");
    if (trait.open && trait.what == u"dates") return tr("Please choose: day and month could be exchanged.");
    if (trait.open && trait.what == u"rows") return tr("Please choose: are the rows of one invoice added up?");
    if (trait.open && trait.what == u"separator") return tr("Please confirm: do the columns below end where they should?");
    if (trait.open && trait.why == u"due") return tr("Please say of each column marked ? what it is: it may change what is still to be paid.");
    if (trait.open) return tr("Please look at the columns and confirm them.");
    const auto* text = profileText(kWhyWords, trait.why);
    return text ? tr(text) : trait.why;
}

QString ProfileWords::field(const QString& name)
{
    if (name.isEmpty()) return tr("not used");
    const auto* text = profileText(kFieldWords, name);
    return text ? tr(text) : name;
}

QString ProfileWords::whyColumn(const ports::TableColumn& column)
{
    const auto* text = profileText(kWhyWords, column.why);
    return text && !column.why.isEmpty() ? tr(text) : QString{};
}

QStringList ProfileWords::openOf(const ports::TableProposal& proposal)
{
    QStringList out;
    for (const auto& one : proposal.traits)
        if (one.open) out << trait(one.what);
    return out;
}

} // namespace tresen::ui
