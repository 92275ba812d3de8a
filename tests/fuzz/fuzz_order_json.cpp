// libFuzzer target: an order posted by a workshop system. Whatever comes, an order that is taken asks for one positive amount that adds up.
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/core/file_kind.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto read = adapters::order_json::readPostedOrder(bytes);
    if (!read) {
        if (read.error().fault != Fault::Invalid || !read.error().code.startsWith(QLatin1StringView{"order."})) std::abort();
        return 0;
    }
    const auto& invoice = read.value().invoice;
    if (invoice.number.isEmpty() || !invoice.amountDue || !invoice.amountDue->isPositive() || !invoice.gross) std::abort();
    const auto rest = domain::subtract(*invoice.gross, invoice.prepaid.value_or(domain::Money{}));
    if (!rest || rest.value() != *invoice.amountDue || invoice.gross->inCents() > domain::kMaxCents) std::abort();
    if (read.value().documents.size() > static_cast<std::size_t>(limits::kMaxOrderDocuments)) std::abort();
    for (const auto& page : read.value().documents)
        if (pageKindOf(page.bytes).isEmpty() || page.bytes.size() > limits::kMaxOrderDocument || page.name.isEmpty() || page.name.contains(QLatin1Char{'/'})) std::abort();
    if (!invoice.ibans.isEmpty() || !invoice.iban.isEmpty()) std::abort();
    return 0;
}
