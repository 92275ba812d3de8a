// libFuzzer target: bytes of a serial scanner. Whatever comes: the same reads in one piece and byte by byte, none longer than what is read, none empty,
// and no more held than one read can be.
#include "app/adapters/scanner/serial/read_assembler.h"
#include "app/domain/scan.h"
#include "tests/fuzz/fuzz_app.h"
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    adapters::serial::ReadAssembler whole, slow;
    auto once = whole.feed(bytes);
    need(whole.held() <= 4 * (domain::kMaxScan + 1));
    once += whole.pause();
    QStringList parts;
    for (const char c : bytes) parts += slow.feed(QByteArray{1, c});
    parts += slow.pause();
    need(once == parts);
    need(whole.held() == 0 && slow.held() == 0);
    for (const auto& read : once) need(!read.trimmed().isEmpty() && read.size() <= domain::kMaxScan + 1);
    return 0;
}
