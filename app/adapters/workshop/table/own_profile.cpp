// What a profile needs to be kept as a workshop's own, and by what its tables are known again.
#include "app/adapters/workshop/table/sample_shape.h"
#include "app/adapters/workshop/table/table_binding.h"
#include "app/adapters/workshop/table/table_profile.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

Error notKept(const QString& code, const QString& detail = {}) { return Error{Fault::Refused, u"profile."_s + code, detail.left(limits::kMaxTableAmount)}; }

// Complaints a person can do something about, before those of the format.
Result<Ok> checkFields(const QJsonArray& columns)
{
    if (columns.size() > limits::kMaxTableColumns) return notKept(u"too_wide"_s, QString::number(columns.size()));
    QSet<QString> seen;
    for (const auto& column : columns) {
        const auto name = column[u"field"].toString();
        const auto* field = findField(name);
        if (!field) return notKept(u"unknown_field"_s, name);
        if (seen.contains(name) && !field->repeats) return notKept(u"field_twice"_s, name);
        seen.insert(name);
        if (column[u"column"].toInt() > limits::kMaxTableColumns) return notKept(u"too_wide"_s, name);
    }
    const bool lines = seen.contains(u"line.gross"_s) || (seen.contains(u"line.net"_s) && seen.contains(u"line.tax"_s));
    if (!seen.contains(u"number"_s)) return notKept(u"no_number"_s);
    if (!seen.contains(u"gross"_s) && !seen.contains(u"amount_due"_s) && !lines) return notKept(u"no_amount"_s);
    if (!seen.contains(u"issue_date"_s)) return notKept(u"no_date"_s);
    if (!seen.contains(u"plate"_s) && !seen.contains(u"customer.name"_s)) return notKept(u"no_owner"_s);
    return Ok{};
}

} // namespace

Result<Ok> mayKeepProfile(const QByteArray& json)
{
    if (json.size() > limits::kMaxOwnProfile) return notKept(u"too_large"_s, QString::number(json.size()));
    const auto object = QJsonDocument::fromJson(json).object();
    const auto widths = object.value(u"widths"_s).toArray();
    if (widths.size() > limits::kMaxTableColumns) return notKept(u"too_wide"_s, QString::number(widths.size()));
    if (object.value(u"format"_s).toString() != u"datev" && !object.isEmpty()) {
        if (const auto fine = checkFields(object.value(u"columns"_s).toArray()); !fine) return fine;
    }
    const auto profile = readTableProfile(json);
    return profile ? Result<Ok>{Ok{}} : Result<Ok>{profile.error()};
}

bool hasTitlesOf(const QByteArray& bytes, const QByteArray& json)
{
    const auto profile = readTableProfile(json);
    if (!profile || profile.value().datev || !profile.value().header) return false;
    bool whole = true;
    const auto text = decode(sampleOf(bytes, profile.value().codePage, limits::kMaxTableLesson, whole), profile.value().codePage);
    if (!text) return false;
    RowReader reader{text.value(), profile.value().form};
    Record titles;
    for (int i = 0; i < profile.value().skip; ++i)
        if (!reader.next(titles)) return false;
    do {
        if (!reader.next(titles)) return false;
    } while (titles.isBlank());
    if (titles.problem) return false;
    const auto bound = bindColumns(profile.value(), titles);
    return bound && bound.value().columns.size() == profile.value().columns.size();
}

} // namespace tresen::adapters::table
