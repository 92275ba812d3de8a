// libFuzzer target: DATEV's invoice data. Whatever comes: each invoice in whole cents, with a number, a day and a total that is not zero, or a refusal with a
// reason; and reading twice gives the same.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/core/limits.h"
#include "tests/fuzz/fuzz_app.h"
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const adapters::einvoice::EInvoiceReader reader{[](const QByteArray&) -> Result<adapters::einvoice::PdfContent> { return Error{Fault::Invalid, QStringLiteral("pdf.damaged"), {}}; }};
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto read = reader.readAll(bytes, QStringLiteral("ledger.xml"));
    const auto again = reader.readAll(bytes, QStringLiteral("ledger.xml"));
    need(read.ok() == again.ok());
    if (!read) {
        need(!read.error().code.isEmpty() && read.error().code == again.error().code);
        return 0;
    }
    need(!read.value().empty() && read.value().size() == again.value().size() && read.value().size() <= static_cast<std::size_t>(limits::kMaxLedgerInvoices));
    for (const auto& one : read.value()) {
        if (!one.document) {
            need(!one.document.error().code.isEmpty());
            continue;
        }
        if (one.document.value().syntax != QLatin1StringView{"datev-xml"}) continue;
        const auto& invoice = one.document.value().invoice;
        need(!invoice.number.isEmpty() && invoice.issueDate.isValid() && invoice.iban.isEmpty());
        need(invoice.gross && !invoice.gross->isZero() && invoice.gross->currency() == invoice.currency && qAbs(invoice.gross->inCents()) <= domain::kMaxCents);
    }
    return 0;
}
