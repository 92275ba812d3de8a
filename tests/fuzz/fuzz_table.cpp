// libFuzzer target: the readers of tables. The first byte chooses a ready profile, the proposer, or that the input itself is a profile. Whatever
// comes: every row is an invoice with an amount or has a reason, and reading twice gives the same.
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include "tests/fuzz/fuzz_app.h"
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

namespace {

void checkReading(const ports::TableReading& reading, bool datev)
{
    int line = 0;
    for (const auto& row : reading.rows) {
        need(row.line > 0 && row.lastLine >= row.line && row.raw.size() <= limits::kMaxTableRaw);
        need(row.line > line || datev);
        line = row.line;
        if (!row.document) {
            need(!row.document.error().code.isEmpty());
            continue;
        }
        const auto& invoice = row.document.value().invoice;
        need(!invoice.number.isEmpty() && (invoice.gross || invoice.amountDue));
        const auto asked = invoice.gross ? *invoice.gross : *invoice.amountDue;
        need(!asked.isZero() && asked.currency() == invoice.currency && qAbs(asked.inCents()) <= domain::kMaxCents);
        if (invoice.net && invoice.tax && invoice.gross) {
            const auto sum = domain::add(*invoice.net, *invoice.tax);
            need(sum && sum.value() == *invoice.gross);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    static const adapters::table::TableReader reader;
    static const auto ready = reader.readyProfiles();
    need(ready.size() == 5);
    const QByteArray bytes{reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1)};
    const auto which = data[0] % (ready.size() + 2);
    if (which < ready.size()) {
        const auto read = reader.read(bytes, ready[which].json);
        if (!read) {
            need(!read.error().code.isEmpty());
            return 0;
        }
        checkReading(read.value(), ready[which].info.format == QLatin1StringView{"datev"});
        const auto again = reader.read(bytes, ready[which].json);
        need(again && again.value().rows.size() == read.value().rows.size());
    } else if (which == ready.size()) {
        const auto proposal = reader.propose(bytes);
        if (proposal) checkReading(proposal.value().tried, reader.check(proposal.value().profile).valueOr({}).format == QLatin1StringView{"datev"});
    } else {
        const auto checked = reader.check(bytes);
        if (!checked) need(checked.error().detail.contains(QLatin1Char{':'}));
    }
    return 0;
}
