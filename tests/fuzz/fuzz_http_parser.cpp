// libFuzzer target: the pay page's request parser. Whatever comes, the outcome is the same in one piece and cut in two.
#include "app/net/http_parser.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen::net;

namespace {

struct Outcome {
    std::vector<HttpRequest> requests;
    int refused = 0;
    bool operator==(const Outcome&) const = default;
};

void feedAll(HttpParser& parser, QByteArrayView bytes, Outcome& out)
{
    while (!bytes.empty() && out.refused == 0) {
        bytes = bytes.sliced(parser.feed(bytes));
        if (parser.status() == HttpParser::Status::Complete) out.requests.push_back(parser.take());
        else if (parser.status() == HttpParser::Status::Refused) out.refused = parser.refusal().status;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const QByteArrayView bytes{data + 1, static_cast<qsizetype>(size - 1)};
    const qsizetype at = bytes.size() * data[0] / 256;
    HttpParser whole, cut;
    Outcome a, b;
    feedAll(whole, bytes, a);
    feedAll(cut, bytes.first(at), b);
    feedAll(cut, bytes.sliced(at), b);
    if (!(a == b)) std::abort();
    for (const auto& request : a.requests) {
        if (!request.path.startsWith('/') || request.path.contains('\0') || request.path.contains('\r')) std::abort();
        if (request.body.size() > tresen::limits::kHttpMaxBody) std::abort();
        (void)parseForm(request.body);
    }
    return 0;
}
