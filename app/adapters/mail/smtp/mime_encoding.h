// How texts travel inside a message that knows only ASCII lines. Pure; used by the composer in mime.cpp.
#pragma once
#include <QByteArray>
#include <QString>

namespace tresen::adapters::smtp {

inline constexpr int kMimeLine = 76;   // characters of a line without its CRLF (RFC 2045, 6.7 and RFC 2047, 2)

// RFC 2045, 6.7. Line ends of any kind become CRLF, no line is longer than kMimeLine, none begins with a dot or ends in a blank.
// The answer ends in CRLF unless it is empty.
QByteArray quotedPrintable(const QString& text);

QByteArray base64Lines(const QByteArray& bytes);   // RFC 2045, 6.8; every line ends in CRLF

// A header field "Name: text" with its CRLF: plain where the text is short ASCII, else encoded words (RFC 2047) on folded lines.
QByteArray textField(const QByteArray& name, const QString& text);

// A person's name before an address (RFC 5322 phrase): quoted, or as encoded words. used: characters already on the line.
QByteArray phrase(const QString& name, qsizetype used);

// "; name=value" of Content-Type or Content-Disposition, each on a folded line of its own; RFC 2231 beyond ASCII or when it is long.
QByteArray parameter(const QByteArray& name, const QString& value);

} // namespace tresen::adapters::smtp
