// Makes foreign XML safe to build a tree from: decodes it to UTF-8 and proves its shape beforehand. Called by EInvoiceReader.
#pragma once
#include "app/core/result.h"
#include <QByteArrayView>
#include <string>

namespace tresen::adapters::einvoice {

// Returns the document as UTF-8 without a byte order mark, ready to be parsed in place.
// Understands UTF-8, UTF-16, UTF-32, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252; the byte order mark wins over the declaration.
// What the tree builder would let pass is refused here (XML 1.0): any DOCTYPE, entities other than the five predefined ones, text or a
// second element beside the root, control characters, and everything above limits::kMaxXmlDepth, kMaxXmlNodes, kMaxXmlAttributes.
// Errors: "file.empty", "xml.encoding", "xml.malformed", "xml.dtd", "xml.too_deep", "xml.too_many_nodes".
Result<std::string> safeXml(QByteArrayView bytes);

} // namespace tresen::adapters::einvoice
