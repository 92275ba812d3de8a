// Text of an exported table: bytes to characters by the code page the profile names. What the page cannot read is refused with its place, never
// replaced. Pure; called by TableReader and the proposer.
// Sources: code page 850, 1252, ISO 8859-1 and -15 as published by the Unicode Consortium.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QString>

namespace tresen::adapters::table {

enum class CodePage { Cp850, Cp1252, Latin1, Latin9, Utf8, Utf16Le, Utf16Be };

QString nameOf(CodePage page);                       // "CP850", "CP1252", "ISO-8859-1", "ISO-8859-15", "UTF-8", "UTF-16LE", "UTF-16BE"
bool codePageOf(QStringView name, CodePage& out);    // false: no such page

// Without its byte order mark and without the end mark of DOS (0x1A). Control characters are left for the rows.
// "text.code_page" (detail: the page it looks like): a mark, or letters, of another page; "text.undecodable" (detail: "CP1252 @17 line 2").
Result<QString> decode(const QByteArray& bytes, CodePage page);

struct CodePageProposal {
    CodePage page = CodePage::Utf8;
    bool certain = false;        // a byte order mark, UTF-8 with letters beyond ASCII, or only ASCII
};
CodePageProposal proposeCodePage(const QByteArray& bytes);

} // namespace tresen::adapters::table
