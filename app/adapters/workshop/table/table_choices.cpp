#include "app/adapters/workshop/table/table_choices.h"
#include "app/adapters/workshop/table/table_text.h"
#include "app/adapters/workshop/table/table_values.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// What nobody can have chosen answers no question.
void dropUnknown(QHash<QString, QString>& traits)
{
    const auto keep = [&traits](const QString& what, auto&& fine) {
        if (traits.contains(what) && !fine(traits.value(what))) traits.remove(what);
    };
    const auto oneOf = [](const QStringList& values) { return [values](const QString& value) { return values.contains(value); }; };
    keep(u"code_page"_s, [](const QString& value) { auto page = CodePage::Utf8; return codePageOf(value, page); });
    keep(u"separator"_s, [](const QString& value) { return value.size() == 1 || value == u"tab" || value == u"fixed"; });
    keep(u"quote"_s, oneOf({u"\""_s, u"'"_s, u"none"_s}));
    keep(u"header"_s, oneOf({u"yes"_s, u"no"_s}));
    keep(u"number"_s, [](const QString& value) { AmountStyle style; return amountStyleOf(value.section(u'/', 0, 0), style); });
    keep(u"dates"_s, [](const QString& value) {
        const auto patterns = value.split(u'|');
        return std::all_of(patterns.begin(), patterns.end(), [](const QString& pattern) { return isDateStyle(pattern); });
    });
    keep(u"rows"_s, oneOf({u"invoice"_s, u"line:total"_s, u"line:add"_s, u"line:none"_s}));
}

} // namespace

ports::TableChoices choicesOverBase(const ports::TableChoices& said)
{
    auto out = said;
    dropUnknown(out.traits);
    if (said.base.isEmpty()) return out;
    const auto base = QJsonDocument::fromJson(said.base).object();
    const auto keep = [&](const QString& what, const QString& value) {
        if (!value.isEmpty() && !out.traits.contains(what)) out.traits[what] = value;
    };
    const auto separator = base.value(u"separator"_s).toString();
    QStringList widths, dates;
    for (const auto& width : base.value(u"widths"_s).toArray()) widths << QString::number(width.toInt());
    for (const auto& date : base.value(u"dates"_s).toArray()) dates << date.toString();
    keep(u"code_page"_s, base.value(u"code_page"_s).toString());
    keep(u"separator"_s, !widths.isEmpty() ? u"fixed"_s : separator == u'\t' ? u"tab"_s : separator);
    if (out.traits.value(u"separator"_s) == u"fixed") keep(u"widths"_s, widths.join(u','));
    const auto quote = base.value(u"quote"_s).toString(u"\""_s);
    keep(u"quote"_s, quote.isEmpty() ? u"none"_s : quote);
    keep(u"header"_s, base.value(u"header"_s).toBool(true) ? u"yes"_s : u"no"_s);
    keep(u"number"_s, base.value(u"decimals"_s).toString() == u"any" ? base.value(u"number"_s).toString() + u"/any"_s : base.value(u"number"_s).toString());
    keep(u"dates"_s, dates.join(u'|'));
    const auto sums = base.value(u"sums"_s).toString();
    keep(u"rows"_s, base.value(u"rows"_s).toString() == u"line" ? u"line:"_s + sums : u"invoice"_s);
    return out;
}

} // namespace tresen::adapters::table
