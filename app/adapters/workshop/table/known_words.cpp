#include "app/adapters/workshop/table/known_words.h"
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

struct KnownWord { QStringView field, word, value; };
constexpr KnownWord kKnownWords[] = {
    {u"type", u"rechnung", u"380"}, {u"type", u"r", u"380"}, {u"type", u"re", u"380"}, {u"type", u"rg", u"380"}, {u"type", u"gutschrift", u"381"}, {u"type", u"g", u"381"},
    {u"type", u"gs", u"381"}, {u"type", u"storno", u"381"}, {u"type", u"stornorechnung", u"381"}, {u"type", u"korrektur", u"384"}, {u"type", u"anzahlungsrechnung", u"386"},
    {u"type", u"invoice", u"380"}, {u"type", u"inv", u"380"}, {u"type", u"credit", u"381"}, {u"type", u"credit note", u"381"}, {u"type", u"cn", u"381"}, {u"type", u"credit memo", u"381"},
    {u"type", u"380", u"380"}, {u"type", u"381", u"381"}, {u"type", u"384", u"384"}, {u"type", u"386", u"386"},
    {u"sign", u"s", u"+"}, {u"sign", u"h", u"-"}, {u"sign", u"soll", u"+"}, {u"sign", u"haben", u"-"}, {u"sign", u"d", u"+"}, {u"sign", u"c", u"-"}, {u"sign", u"dr", u"+"},
    {u"sign", u"cr", u"-"}, {u"sign", u"debit", u"+"}, {u"sign", u"credit", u"-"}, {u"sign", u"+", u"+"}, {u"sign", u"-", u"-"},
    {u"payment_means", u"überweisung", u"58"}, {u"payment_means", u"rechnung", u"58"}, {u"payment_means", u"lastschrift", u"59"}, {u"payment_means", u"bankeinzug", u"59"},
    {u"payment_means", u"bar", u"10"}, {u"payment_means", u"karte", u"48"}, {u"payment_means", u"ec", u"48"}, {u"payment_means", u"girocard", u"48"}, {u"payment_means", u"cash", u"10"},
    {u"payment_means", u"card", u"48"}, {u"payment_means", u"transfer", u"58"}, {u"payment_means", u"bank transfer", u"58"}, {u"payment_means", u"direct debit", u"59"},
    {u"customer.country", u"d", u"DE"}, {u"customer.country", u"de", u"DE"}, {u"customer.country", u"deutschland", u"DE"}, {u"customer.country", u"germany", u"DE"},
    {u"customer.country", u"a", u"AT"}, {u"customer.country", u"at", u"AT"}, {u"customer.country", u"österreich", u"AT"}, {u"customer.country", u"ch", u"CH"}, {u"customer.country", u"schweiz", u"CH"},
};

const KnownWord* knownWord(QStringView field, QStringView word)
{
    const auto* known = std::find_if(std::begin(kKnownWords), std::end(kKnownWords), [&](const KnownWord& k) { return k.field == field && k.word.compare(word, Qt::CaseInsensitive) == 0; });
    return known == std::end(kKnownWords) ? nullptr : known;
}

} // namespace

bool isKnownWord(QStringView field, QStringView word) { return knownWord(field, word) != nullptr; }

std::optional<QJsonObject> wordsFor(const Field& field, const QStringList& cells, const QJsonObject& base)
{
    const QLatin1StringView name{field.name};
    const bool open = name == "payment_means"_L1 || name == "customer.country"_L1;
    if (field.kind != FieldKind::Sign && (field.kind != FieldKind::Word || name == "currency"_L1)) return QJsonObject{};
    QJsonObject out;
    for (auto it = base.begin(); it != base.end(); ++it) out[it.key().toLower()] = it.value();
    for (const auto& word : QSet<QString>(cells.begin(), cells.end())) {
        if (out.contains(word.toLower())) continue;
        if (const auto* known = knownWord(QString{name}, word)) out[word.toLower()] = known->value.toString();
        else if (!open && !out.contains(u"*"_s)) return std::nullopt;
    }
    // A sample without a credit note shows one side only.
    for (const auto& [one, other] : {std::pair{u"s"_s, u"h"_s}, std::pair{u"soll"_s, u"haben"_s}, std::pair{u"d"_s, u"c"_s}, std::pair{u"dr"_s, u"cr"_s}, std::pair{u"debit"_s, u"credit"_s}})
        if (field.kind == FieldKind::Sign && out.contains(one) != out.contains(other)) {
            out[one] = u"+"_s;
            out[other] = u"-"_s;
        }
    if (out.isEmpty()) return open ? std::optional{out} : std::nullopt;
    if (open && !out.contains(u"*"_s)) out[u"*"_s] = QString{};
    if (name == "type"_L1 && !out.contains(QString{})) out[QString{}] = u"380"_s;
    return out;
}

} // namespace tresen::adapters::table
