// Decodes foreign XML to valid UTF-8. Called by XmlTree.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <string_view>

namespace tresen::adapters::einvoice {

struct XmlText {
    QByteArray owned;        // holds the text when it had to be decoded
    std::string_view text;   // into owned, or into the bytes that were given: those must live on
};

// Understands UTF-8, UTF-16, UTF-32, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252. The byte order mark wins over the declaration;
// an unknown declared encoding is refused even then. The text comes without byte order mark and without blanks around it.
// Errors: "file.empty", "xml.encoding", "xml.malformed" for control characters XML 1.0 forbids.
Result<XmlText> xmlText(QByteArrayView bytes);

} // namespace tresen::adapters::einvoice
