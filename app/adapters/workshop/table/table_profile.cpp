#include "app/adapters/workshop/table/table_profile.h"
#include "app/adapters/workshop/table/json_places.h"
#include "app/adapters/workshop/table/profile_node.h"
#include "app/core/limits.h"
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr int kProfileVersion = 1;

bool isMark(const QString& text, bool mayBeEmpty)
{
    if (text.isEmpty()) return mayBeEmpty;
    const QChar c = text.front();
    return text.size() == 1 && c.unicode() < 0x80 && (c.unicode() > 0x20 || c == u'\t') && !c.isLetterOrNumber();
}

void readForm(ProfileNode& node, TableProfile& profile)
{
    if (node.has(u"widths"_s)) {
        const auto widths = node.list(u"widths"_s, 1, limits::kMaxTableColumns);
        for (qsizetype i = 0; i < widths.size(); ++i) {
            profile.form.widths.push_back(widths.at(i).toInt());
            if (profile.form.widths.back() < 1 || profile.form.widths.back() > limits::kMaxTableCell) node.complain(u"widths/%1"_s.arg(i), u"width expected"_s);
        }
        if (node.has(u"separator"_s) || node.has(u"quote"_s) || node.has(u"cells"_s)) node.complain(u"widths"_s, u"no separator, quote or cells beside it"_s);
        profile.form.quote = {};
        profile.cells = static_cast<int>(profile.form.widths.size());
        return;
    }
    const auto separator = node.text(u"separator"_s);
    const auto quote = node.text(u"quote"_s, u"\""_s);
    if (!isMark(separator, false)) node.complain(u"separator"_s, u"one mark expected"_s);
    if (!quote.isEmpty() && quote != u"\"" && quote != u"'") node.complain(u"quote"_s, quote);
    if (quote == separator) node.complain(u"quote"_s, u"is the separator"_s);
    profile.form.separator = separator.isEmpty() ? u';' : separator.front();
    profile.form.quote = quote.isEmpty() ? QChar{} : quote.front();
    profile.cells = node.number(u"cells"_s, 0, 1, limits::kMaxTableColumns);
}

DateStyle readDates(ProfileNode& node, const DateStyle& base, bool required)
{
    DateStyle out = base;
    constexpr qsizetype kMostStyles = 4;
    const auto patterns = node.texts(u"dates"_s, required ? 1 : 0, kMostStyles);
    out.patterns.assign(patterns.begin(), patterns.end());
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const auto place = u"dates/%1"_s.arg(i);
        if (!isDateStyle(patterns[i])) node.complain(place, patterns[i]);
        if (patterns[i] == u"ddMM" && out.year == 0) node.complain(place, u"needs year"_s);
        for (qsizetype k = 0; k < i; ++k)
            if (patterns[i] == patterns[k] || dateStylesClash(patterns[i], patterns[k])) node.complain(place, u"cannot be told from "_s + patterns[k]);
    }
    return out;
}

bool isCode(const QString& value, qsizetype least, qsizetype most, bool letters)
{
    return value.size() >= least && value.size() <= most && std::all_of(value.begin(), value.end(), [letters](QChar c) { return letters ? c >= u'A' && c <= u'Z' : c >= u'0' && c <= u'9'; });
}

// Is the value one the field can have? Words of a system are translated into it, so it has to be right once and for all.
bool mayHold(const Field& field, const QString& value)
{
    const QLatin1StringView name{field.name};
    if (field.kind == FieldKind::Sign) return value == u"+" || value == u"-";
    if (name == "type"_L1) return isCode(value, 2, 3, false);
    if (name == "payment_means"_L1) return value.isEmpty() || isCode(value, 1, 2, false);
    if (name == "customer.country"_L1) return value.isEmpty() || isCode(value, 2, 2, true);
    if (name == "currency"_L1) return isCode(value, 3, 3, true);
    return field.kind == FieldKind::Text || field.kind == FieldKind::Key;
}

void readWords(ProfileNode& node, Column& column)
{
    const auto words = node.object(u"words"_s);
    const auto kind = column.field->kind;
    if (kind != FieldKind::Word && kind != FieldKind::Sign && node.has(u"words"_s)) node.complain(u"words"_s, u"not for this field"_s);
    if (kind == FieldKind::Sign && words.isEmpty()) node.complain(u"words"_s, u"missing"_s);
    if (words.size() > limits::kMaxTableRules) node.complain(u"words"_s, u"too many"_s);
    const auto keys = words.keys();
    for (const auto& key : keys) {
        const auto value = words.value(key).toString();
        if (!words.value(key).isString() || !mayHold(*column.field, value)) node.complain(u"words/"_s + key, value);
        if (column.words.contains(key.toLower())) node.complain(u"words/"_s + key, u"twice"_s);
        column.words.insert(key.toLower(), value);
    }
}

Column readColumn(ProfileNode& node, const TableProfile& profile)
{
    Column out;
    const auto name = node.text(u"field"_s);
    out.field = findField(name);
    const auto titles = node.texts(u"titles"_s, 0, limits::kMaxTableTitles);
    out.place = node.number(u"column"_s, 0, 1, limits::kMaxTableColumns);
    out.optional = node.flag(u"optional"_s, false);
    if (!out.field) {
        node.complain(u"field"_s, name);
        return out;
    }
    for (qsizetype i = 0; i < titles.size(); ++i) {
        out.titles << foldTitle(titles[i]);
        if (out.titles.back().isEmpty()) node.complain(u"titles/%1"_s.arg(i), u"empty"_s);
    }
    if (node.has(u"dates"_s)) {
        if (out.field->kind != FieldKind::Date) node.complain(u"dates"_s, u"not for this field"_s);
        out.dates = readDates(node, profile.dates, true);
    }
    readWords(node, out);
    if (out.place > 0 && !titles.isEmpty()) node.complain(u"column"_s, u"either titles or column"_s);
    if (out.place == 0 && !profile.header) node.complain(u"column"_s, u"missing: there are no titles"_s);
    if (profile.cells > 0 && out.place > profile.cells) node.complain(u"column"_s, u"there are fewer"_s);
    if (out.place == 0 && titles.isEmpty()) out.titles = commonTitles(*out.field);
    if (out.place == 0 && out.titles.isEmpty()) node.complain(u"titles"_s, u"missing"_s);
    node.noMore();
    return out;
}

void readColumns(ProfileNode& node, TableProfile& profile)
{
    const auto list = node.list(u"columns"_s, 1, limits::kMaxTableColumns);
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto entry = node.entry(list, i, u"columns"_s);
        if (!entry) return;
        auto column = readColumn(*entry, profile);
        if (!column.field) return;
        for (const auto& other : profile.columns) {
            if (other.field == column.field && !column.field->repeats) entry->complain(u"field"_s, u"twice"_s);
            if (column.place > 0 && other.place == column.place) entry->complain(u"column"_s, u"twice"_s);
        }
        if (column.field->isOfLine() && profile.rows != TableProfile::Rows::Line) entry->complain(u"field"_s, u"only with rows \"line\""_s);
        profile.columns.push_back(std::move(column));
    }
}

bool hasField(const TableProfile& profile, QStringView name)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [name](const Column& c) { return c.field && name == QLatin1StringView{c.field->name}; });
}

// Nothing is asked for by an amount that no column gives.
void checkWhole(ProfileNode& node, const TableProfile& profile)
{
    const auto has = [&](QStringView name) { return hasField(profile, name); };
    const bool total = has(u"gross") || has(u"amount_due");
    const bool lines = has(u"line.gross") || (has(u"line.net") && has(u"line.tax"));
    if (!has(u"number")) node.complain(u"columns"_s, u"number is missing"_s);
    if (profile.rows != TableProfile::Rows::Line || profile.sums != TableProfile::Sums::Add) {
        if (!total) node.complain(u"columns"_s, u"gross or amount_due is missing"_s);
    } else if (!lines || has(u"gross") || has(u"net") || has(u"tax")) {
        node.complain(u"sums"_s, u"\"add\" needs line.gross, or line.net and line.tax, and no totals"_s);
    }
    if (profile.sums == TableProfile::Sums::Total && !((has(u"gross") && has(u"line.gross")) || (has(u"net") && has(u"line.net"))))
        node.complain(u"sums"_s, u"\"total\" needs gross and line.gross, or net and line.net"_s);
    for (const auto& constant : profile.constants)
        if (has(QString::fromLatin1(constant.field->name))) node.complain(u"constants"_s, u"a column says it already"_s);
}

void readConstants(ProfileNode& node, TableProfile& profile)
{
    static const QStringList allowed{u"type"_s, u"currency"_s, u"payment_means"_s, u"customer.country"_s, u"iban"_s, u"account_holder"_s, u"note"_s};
    const auto constants = node.object(u"constants"_s);
    const auto keys = constants.keys();
    for (const auto& key : keys) {
        const auto value = constants.value(key).toString();
        const auto* field = findField(key);
        if (!allowed.contains(key) || !field || !constants.value(key).isString() || !mayHold(*field, value)) node.complain(u"constants/"_s + key, value);
        else profile.constants.push_back({field, value});
    }
}

void readIgnore(ProfileNode& node, TableProfile& profile)
{
    const auto list = node.list(u"ignore"_s, 0, limits::kMaxTableRules);
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto entry = node.entry(list, i, u"ignore"_s);
        if (!entry) return;
        IgnoreRule rule;
        rule.place = entry->number(u"column"_s, 0, 0, limits::kMaxTableColumns);
        int ways = 0;
        for (const auto& [key, how] : {std::pair{u"equals"_s, IgnoreRule::How::Equals}, std::pair{u"starts"_s, IgnoreRule::How::Starts}, std::pair{u"contains"_s, IgnoreRule::How::Contains}}) {
            if (!entry->has(key)) continue;
            ++ways;
            rule.how = how;
            rule.text = entry->text(key);
            if (rule.text.isEmpty() && how != IgnoreRule::How::Equals) entry->complain(key, u"empty"_s);   // it would pass over every row
            if (rule.text.isEmpty() && rule.place == 0) entry->complain(key, u"empty, and in any column"_s);
        }
        if (ways != 1) entry->complain({}, u"one of equals, starts, contains expected"_s);
        entry->noMore();
        profile.ignore.push_back(std::move(rule));
    }
}

void readTable(ProfileNode& node, TableProfile& profile)
{
    if (const auto page = node.text(u"code_page"_s); !codePageOf(page, profile.codePage)) node.complain(u"code_page"_s, page);
    profile.skip = node.number(u"skip"_s, 0, 0, limits::kMaxTableSkip);
    profile.header = node.flag(u"header"_s, true);
    readForm(node, profile);
    profile.shortRows = node.flag(u"short_rows"_s, false);
    profile.openEnd = node.flag(u"open_end"_s, false);
    if (const auto style = node.text(u"number"_s); !amountStyleOf(style, profile.amounts)) node.complain(u"number"_s, style);
    profile.amounts.twoDecimals = node.choice<bool>(u"decimals"_s, node.text(u"decimals"_s, u"two"_s), {{u"two", true}, {u"any", false}});
    profile.dates.pivot = node.number(u"pivot"_s, profile.dates.pivot, 0, 99);
    profile.dates.year = node.number(u"year"_s, 0, 1900, 2199);
    profile.dates = readDates(node, profile.dates, true);
    using Rows = TableProfile::Rows;
    using Sums = TableProfile::Sums;
    profile.rows = node.choice<Rows>(u"rows"_s, node.text(u"rows"_s, u"invoice"_s), {{u"invoice", Rows::Invoice}, {u"line", Rows::Line}});
    const bool perLine = profile.rows == Rows::Line;
    if (node.has(u"sums"_s) != perLine) node.complain(u"sums"_s, perLine ? u"missing"_s : u"only with rows \"line\""_s);
    profile.sums = node.choice<Sums>(u"sums"_s, node.text(u"sums"_s, u"none"_s), {{u"total", Sums::Total}, {u"add", Sums::Add}, {u"none", Sums::None}});
    profile.refuseSums = node.choice<bool>(u"check"_s, node.text(u"check"_s, u"refuse"_s), {{u"refuse", true}, {u"warn", false}});
    readColumns(node, profile);
    readConstants(node, profile);
    readIgnore(node, profile);
    const auto unused = node.texts(u"unused"_s, 0, limits::kMaxTableColumns);
    for (const auto& title : unused) profile.unused << foldTitle(title);
    checkWhole(node, profile);
    for (const auto& column : profile.columns) profile.cells = profile.header ? profile.cells : std::max(profile.cells, column.place);
    if (profile.header && node.has(u"cells"_s)) node.complain(u"cells"_s, u"only without titles"_s);
}

void readDatev(ProfileNode& node, TableProfile& profile)
{
    profile.datev = true;
    profile.textIsCustomer = node.choice<bool>(u"text"_s, node.text(u"text"_s, u"note"_s), {{u"note", false}, {u"customer", true}});
    auto revenue = node.object(u"revenue"_s);
    if (!node.has(u"revenue"_s)) revenue = QJsonObject{{u"03"_s, QJsonArray{u"8"_s}}, {u"04"_s, QJsonArray{u"4"_s}}, {QString{}, QJsonArray{u"8"_s}}};
    const auto charts = revenue.keys();
    for (const auto& chart : charts) {
        if (!isCode(chart, 2, 2, false) && !chart.isEmpty()) node.complain(u"revenue/"_s + chart, u"chart of accounts expected"_s);
        const auto firsts = revenue.value(chart).toArray();
        if (firsts.isEmpty()) node.complain(u"revenue/"_s + chart, u"list expected"_s);
        for (qsizetype i = 0; i < firsts.size(); ++i) {
            if (!isCode(firsts.at(i).toString(), 1, 4, false)) node.complain(u"revenue/%1/%2"_s.arg(chart).arg(i), u"one to four digits expected"_s);
            profile.revenue[chart] << firsts.at(i).toString();
        }
    }
}

} // namespace

Result<TableProfile> readTableProfile(const QByteArray& json)
{
    const auto refuse = [](const QString& detail) { return Error{Fault::Invalid, u"table.profile"_s, detail.left(300)}; };
    if (json.size() > limits::kMaxTableProfile) return refuse(u"1:1 : too large"_s);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) return refuse(JsonPlaces::at(json, error.offset) + u" : "_s + (error.error == QJsonParseError::NoError ? u"object expected"_s : error.errorString()));

    std::optional<ProfileComplaint> complaint;
    ProfileNode node{document.object(), {}, complaint};
    TableProfile profile;
    if (node.number(u"version"_s, 0, 1, 1'000'000) != kProfileVersion) node.complain(u"version"_s, u"1 expected"_s);
    profile.name = node.text(u"name"_s);
    if (profile.name.trimmed().isEmpty()) node.complain(u"name"_s, u"empty"_s);
    profile.description = node.text(u"description"_s, QString{});
    if (node.choice<bool>(u"format"_s, node.text(u"format"_s, u"table"_s), {{u"table", false}, {u"datev", true}})) readDatev(node, profile);
    else readTable(node, profile);
    node.noMore();
    const JsonPlaces places{json};
    if (!places.repeated().isEmpty()) complaint = ProfileComplaint{places.repeated(), u"twice"_s};
    if (complaint) return refuse(places.of(complaint->pointer) + u' ' + complaint->pointer + u": "_s + complaint->what);
    return profile;
}

} // namespace tresen::adapters::table
