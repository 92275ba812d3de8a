#include "app/adapters/workshop/settlement/profile.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

// Reads entries and keeps the first complaint, so that every reader below stays one line.
class ProfileReader {
public:
    explicit ProfileReader(QJsonObject object) : m_object{std::move(object)} {}

    void complain(const QString& what)
    {
        if (m_complaint.isEmpty()) m_complaint = what;
    }

    QString text(const QString& key, bool required = true)
    {
        const auto value = take(key);
        if (value.isUndefined() && !required) return {};
        if (!value.isString() || value.toString().size() > kMaxText) complain(key);
        return value.toString();
    }

    bool flag(const QString& key)
    {
        const auto value = take(key);
        if (!value.isUndefined() && !value.isBool()) complain(key);
        return value.toBool();
    }

    QJsonArray list(const QString& key)
    {
        const auto value = take(key);
        if (!value.isArray()) complain(key);
        return value.toArray();
    }

    template <class T>
    T choice(const QString& key, const QString& text, std::initializer_list<std::pair<QStringView, T>> choices)
    {
        for (const auto& [name, value] : choices)
            if (text == name) return value;
        complain(key + u": "_s + text);
        return choices.begin()->second;
    }

    QChar character(const QString& key, bool mayBeEmpty)
    {
        const auto value = text(key);
        const bool fine = value.isEmpty() ? mayBeEmpty : value.size() == 1 && value.front().unicode() < 0x80 && !value.front().isLetterOrNumber();
        if (!fine || value == u"\n" || value == u"\r") complain(key);
        return fine && !value.isEmpty() ? value.front() : QChar{};
    }

    void noMore()
    {
        const auto keys = m_object.keys();
        for (const auto& key : keys)
            if (!m_known.contains(key)) complain(u"unknown: "_s + key);
    }

    const QString& complaint() const { return m_complaint; }

private:
    static constexpr int kMaxText = 200;

    QJsonValue take(const QString& key)
    {
        m_known.insert(key);
        return m_object.value(key);
    }

    QJsonObject m_object;
    QSet<QString> m_known;
    QString m_complaint;
};

bool isDateForm(const QString& form)
{
    return form == u"dd.MM.yyyy" || form == u"dd.MM.yy" || form == u"yyyyMMdd" || form == u"yyyy-MM-dd";
}

Column readColumn(ProfileReader& r, const QString& dateForm, bool perPayment, Encoding encoding)
{
    const auto name = r.text(u"field"_s);
    const auto format = r.text(u"format"_s, false);
    Column column{r.text(u"title"_s), findField(name), AmountForm::Signed, dateForm};
    r.noMore();
    const auto titled = fit(column.title, encoding);
    if (!titled.missing.empty() || titled.text != column.title || column.title.contains(u'\n') || column.title.contains(u'\r')) r.complain(u"title: "_s + column.title);
    if (!column.field) {
        r.complain(u"field: "_s + name);
        return column;
    }
    if (column.field->ofPayment && !perPayment) r.complain(name + u": only with rows \"payment\""_s);
    switch (column.field->kind) {
    case FieldKind::Amount:
        column.amountForm = r.choice<AmountForm>(u"format"_s, format,
            {{u"", AmountForm::Signed}, {u"absolute", AmountForm::Absolute}, {u"side", AmountForm::Side}, {u"cents", AmountForm::Cents}});
        break;
    case FieldKind::Date:
    case FieldKind::Moment:
        if (!format.isEmpty() && format != u"iso" && !isDateForm(format)) r.complain(u"format: "_s + format);
        if (!format.isEmpty()) column.dateForm = format;
        break;
    case FieldKind::Key:
    case FieldKind::Text:
    case FieldKind::Number:
        if (!format.isEmpty()) r.complain(u"format: "_s + format);
        break;
    }
    return column;
}

// The name must differ with the run, stay inside the folder, and be none of the names that mean something else there.
bool isFileName(const QString& name)
{
    static const QRegularExpression allowed{u"^[A-Za-z0-9_-](?:[A-Za-z0-9._-]|\\{run\\}|\\{site\\})*\\.(?:csv|txt)$"_s};
    return name.count(u"{run}"_s) == 1 && name.count(u"{site}"_s) <= 1 && !name.contains(u".ack."_s, Qt::CaseInsensitive) && allowed.match(name).hasMatch();
}

void readColumns(ProfileReader& r, Profile& profile, const QString& dateForm)
{
    const auto columns = r.list(u"columns"_s);
    if (columns.isEmpty() || columns.size() > limits::kMaxProfileColumns) r.complain(u"columns"_s);
    for (qsizetype i = 0; i < columns.size() && r.complaint().isEmpty(); ++i) {
        ProfileReader one{columns.at(i).toObject()};
        profile.columns.push_back(readColumn(one, dateForm, profile.perPayment, profile.encoding));
        if (!one.complaint().isEmpty()) r.complain(u"column %1: %2"_s.arg(i + 1).arg(one.complaint()));
        if (profile.quote.isNull() && profile.columns.back().title.contains(profile.separator)) r.complain(u"column %1: title holds the separator"_s.arg(i + 1));
    }
}

} // namespace

Result<Profile> readProfile(const QByteArray& json)
{
    const auto refuse = [](const QString& detail) { return Error{Fault::Invalid, u"sink.profile"_s, detail.left(200)}; };
    if (json.size() > limits::kMaxSettlementProfile) return refuse(u"too large"_s);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) return refuse(error.errorString());

    ProfileReader r{document.object()};
    Profile profile;
    profile.name = r.text(u"name"_s);
    profile.file = r.text(u"file"_s);
    if (!isFileName(profile.file)) r.complain(u"file: "_s + profile.file);
    profile.separator = r.character(u"separator"_s, false);
    profile.quote = r.character(u"quote"_s, true);
    profile.quoteAll = r.flag(u"quote_all"_s);
    profile.encoding = r.choice<Encoding>(u"encoding"_s, r.text(u"encoding"_s),
        {{u"UTF-8", Encoding::Utf8}, {u"UTF-8 BOM", Encoding::Utf8Bom}, {u"CP1252", Encoding::Cp1252}, {u"CP850", Encoding::Cp850}});
    profile.lineEnd = r.choice<QByteArray>(u"line_end"_s, r.text(u"line_end"_s), {{u"CRLF", "\r\n"}, {u"LF", "\n"}});
    profile.decimal = r.choice<QChar>(u"decimal"_s, r.text(u"decimal"_s), {{u",", u','}, {u".", u'.'}});
    const auto dateForm = r.text(u"date"_s);
    if (!isDateForm(dateForm)) r.complain(u"date: "_s + dateForm);
    profile.header = r.flag(u"header"_s);
    const auto rows = r.text(u"rows"_s, false);
    profile.perPayment = r.choice<bool>(u"rows"_s, rows, {{u"", false}, {u"record", false}, {u"payment", true}});
    profile.spreadsheet = r.flag(u"spreadsheet"_s);
    readColumns(r, profile, dateForm);
    r.noMore();
    if (profile.quote == profile.separator) r.complain(u"quote"_s);
    if (profile.quote.isNull() && (profile.quoteAll || profile.decimal == profile.separator)) r.complain(u"quote"_s);
    if (!r.complaint().isEmpty()) return refuse(r.complaint());
    return profile;
}

QString tableName(const Profile& profile, qint64 run, const QString& site)
{
    QString plainSite;
    for (const QChar c : site)
        if (plainSite.size() < 40) plainSite += c.unicode() < 0x80 && c.isLetterOrNumber() ? c : u'-';
    QString out = profile.file;
    return out.replace(u"{run}"_s, u"%1"_s.arg(run, 6, 10, QLatin1Char{'0'})).replace(u"{site}"_s, plainSite);
}

} // namespace tresen::adapters::settlement
