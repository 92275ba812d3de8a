// Records and profiles the settlement tests start from.
#pragma once
#include "app/adapters/workshop/settlement/settlement_files.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace settlement_samples {

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using domain::Money;

inline ports::SettlementRecord record(const QString& number, qint64 cents)
{
    ports::SettlementRecord out;
    out.id = domain::SettlementId{u"id-"_s + number};
    out.kind = u"settled"_s;
    out.invoiceNumber = number;
    out.system = u"dms"_s;
    out.plate = u"FFB KL 482"_s;
    out.customerId = u"10017"_s;
    out.customer = u"Jörg Müller"_s;
    out.orderRef = u"A-7"_s;
    out.invoiceDate = QDate{2026, 11, 20};
    out.gross = Money::cents(cents);
    out.amount = Money::cents(cents);
    out.open = Money::cents(0);
    out.payments = {{u"received"_s, u"cash"_s, u"B-1"_s, u"till/1"_s, Money::cents(cents), Instant::fromIso(u"2026-11-23T10:42:07.123Z"_s)}};
    return out;
}

inline ports::SettlementFile run(qint64 number, std::vector<ports::SettlementRecord> records)
{
    return {number, Instant::fromIso(u"2026-11-23T11:00:00.000Z"_s), u"Fürth 1"_s, u"Autohaus Lindner GmbH"_s, std::move(records)};
}

inline QJsonObject profileObject(std::initializer_list<QString> fields)
{
    QJsonArray columns;
    for (const auto& field : fields) columns.append(QJsonObject{{u"title"_s, field}, {u"field"_s, field}});
    return {{u"name"_s, u"test"_s}, {u"file"_s, u"t-{run}.csv"_s}, {u"separator"_s, u";"_s}, {u"quote"_s, u"\""_s}, {u"encoding"_s, u"UTF-8"_s},
            {u"line_end"_s, u"LF"_s}, {u"decimal"_s, u","_s}, {u"date"_s, u"dd.MM.yyyy"_s}, {u"columns"_s, columns}};
}

inline QByteArray bytesOf(const QJsonObject& object) { return QJsonDocument{object}.toJson(); }

inline QByteArray content(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

inline bool put(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace settlement_samples
