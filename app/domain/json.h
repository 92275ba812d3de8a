// The stored form of events and folded items: JSON with stable names. Written once, read for ever; a missing field keeps its default.
#pragma once
#include "app/domain/open_item.h"
#include <QByteArray>
#include <QJsonObject>

namespace tresen::domain {

QJsonObject toJson(const Event& event);
Result<Event> eventFromJson(const QString& kind, const QJsonObject& object);   // Fault::Corrupt "journal.unreadable"
QJsonObject toJson(const OpenItem& item);
Result<OpenItem> itemFromJson(const QJsonObject& object);
QJsonObject toJson(const VehicleKey& key);
Result<VehicleKey> keyFromJson(const QJsonObject& object);
QJsonObject toJson(const BoardRow& row);
QJsonObject toJson(const Invoice& invoice);
QJsonObject toJson(const Person& person);
Result<Person> personFromJson(const QJsonObject& object);
QJsonObject toJson(const Proposal& proposal);
Result<Proposal> proposalFromJson(const QJsonObject& object);
QByteArray compact(const QJsonObject& object);                                 // keys sorted, no blanks: the form that is hashed

} // namespace tresen::domain
