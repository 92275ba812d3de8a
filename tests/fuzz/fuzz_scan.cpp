// libFuzzer target: what a scanner typed or sent. Whatever comes: a short list of meanings, none longer than what was read, none with control characters,
// and the same each time.
#include "app/domain/pay_codes.h"
#include "app/domain/scan.h"
#include "tests/fuzz/fuzz_app.h"
#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto raw = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto read = domain::readScan(raw);
    need(read == domain::readScan(raw));
    auto text = raw;   // what ends a read is no part of it
    while (text.endsWith(u'\r') || text.endsWith(u'\n') || text.endsWith(u'\t')) text.chop(1);
    need(text.size() <= domain::kMaxScan || read.empty());
    need(read.size() <= 16);
    for (const auto& scan : read) {
        need(scan.code.size() <= domain::kMaxScan);
        need(std::none_of(scan.code.begin(), scan.code.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
        need(scan.kind == domain::Scan::Kind::Transfer || scan.amount.isZero());
    }
    (void)domain::fromAmericanKeys(raw.left(domain::kMaxScan));
    return 0;
}
