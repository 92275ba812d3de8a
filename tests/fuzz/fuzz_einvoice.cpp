// libFuzzer target: the reader of e-invoices over XML (a PDF's attachment comes to the same readers). Whatever comes: an invoice whose amounts are whole
// cents, or a refusal with a reason; and reading twice gives the same.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "tests/fuzz/fuzz_app.h"
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const adapters::einvoice::EInvoiceReader reader{[](const QByteArray&) -> Result<adapters::einvoice::PdfContent> { return Error{Fault::Invalid, QStringLiteral("pdf.damaged"), {}}; }};
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto read = reader.read(bytes, QStringLiteral("invoice.xml"));
    const auto again = reader.read(bytes, QStringLiteral("invoice.xml"));
    need(read.ok() == again.ok());
    if (!read) {
        need(!read.error().code.isEmpty() && read.error().code == again.error().code);
        return 0;
    }
    const auto& invoice = read.value().invoice;
    for (const auto* amount : {&invoice.gross, &invoice.net, &invoice.tax, &invoice.amountDue})
        need(!*amount || ((*amount)->currency() == invoice.currency && qAbs((*amount)->inCents()) <= domain::kMaxCents));
    need(invoice.lines.size() == again.value().invoice.lines.size());
    return 0;
}
