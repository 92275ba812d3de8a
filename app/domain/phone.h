// Phone numbers as the search knows them: one spelling for what people write in five. Guides the eye, never an identity. Used by boardRow() and foldQuery().
#pragma once
#include <QStringList>

namespace tresen::domain {

// The numbers in a field, digits only: "+49 (0)171 / 555-12" and "0171 555 12" are both "017155512"; of other countries "0033…". At most two of the field.
QStringList phonesIn(const QString& field);

// What somebody typed or pasted into the search: one that begins with the code of a country becomes what phonesIn() gives, everything else stays as it is.
QString phoneAsked(const QString& query);

} // namespace tresen::domain
