// KnownWords: what systems write for kinds of invoices, sides of an account, ways to pay and countries. Called by the proposer.
#pragma once
#include "app/adapters/workshop/table/table_fields.h"
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace tresen::adapters::table {

// "words" of a profile's column for the words of a sample, those of base before the common ones. Empty object: the field has none. None: a word is
// not known, so nobody can say what the column means without a person.
std::optional<QJsonObject> wordsFor(const Field& field, const QStringList& cells, const QJsonObject& base);

// "Rechnung", "381": is it a word of a kind of invoice, a side, a way to pay or a country?
bool isKnownWord(QStringView field, QStringView word);

} // namespace tresen::adapters::table
