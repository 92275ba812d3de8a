// Code pages of older workshop systems: text to bytes without a silent question mark, and bytes back to text. Called by run_csv and answer_codec.
// A character the page lacks is written in letters it has ("ł" as "l", "€" as "EUR", Cyrillic by sound); what no table knows is reported.
// Sources: code page 850 and 1252 as published by the Unicode Consortium (VENDORS/MICSFT/PC/CP850, WINDOWS/CP1252).
#pragma once
#include <QByteArray>
#include <QString>
#include <vector>

namespace tresen::adapters::settlement {

enum class Encoding { Utf8, Utf8Bom, Cp1252, Cp850 };

struct Encoded {
    QString text;                     // as it will be read on the other side
    std::vector<char32_t> missing;    // characters neither the page nor a table has; left out of text
};

// The text in characters of the page only. UTF-8 has them all, so text comes back as it is.
Encoded fit(const QString& text, Encoding encoding);
// text must have come from fit() with the same encoding.
QByteArray toBytes(const QString& text, Encoding encoding);
// Valid UTF-8 (with or without byte order mark) is read as such, anything else by the code page (UTF-8 profiles: 1252). Never fails.
QString fromBytes(const QByteArray& bytes, Encoding encoding);

} // namespace tresen::adapters::settlement
