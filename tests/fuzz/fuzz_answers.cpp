// libFuzzer target: the answers of a workshop system, JSON and CSV, in every code page. Whatever comes: answers within their limits, or a refusal.
#include "app/adapters/workshop/settlement/answer_codec.h"
#include "app/core/limits.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::settlement;

namespace {

void check(const Result<Answers>& answers)
{
    if (!answers) {
        if (answers.error().code.isEmpty()) std::abort();
        return;
    }
    if (answers.value().list.size() > static_cast<std::size_t>(limits::kMaxAnswersPerFile)) std::abort();
    for (const auto& answer : answers.value().list)
        if (answer.id.isNull() || !answer.file.isEmpty()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const QByteArray bytes{reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1)};
    check(answersFromJson(bytes));
    check(answersFromCsv(bytes, static_cast<Encoding>(data[0] % 4)));
    return 0;
}
