// libFuzzer target: the pure parts around HTTP: an answer as bytes, which host and origin is ours, how long a peer wants to be left alone. Whatever comes: no
// field of an answer begins a second one, and every number stays within its bounds.
#include "app/net/http_client.h"
#include "app/net/http_server.h"
#include "tests/fuzz/fuzz_app.h"
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) return 0;
    const QByteArray bytes{reinterpret_cast<const char*>(data + 2), static_cast<qsizetype>(size - 2)};
    net::HttpResponse response;
    response.status = 200 + (data[0] % 4) * 100;
    response.location = bytes;
    response.body = bytes;
    const auto out = net::responseBytes(response, /*withBody=*/true, (data[1] & 1U) != 0, Instant{1'795'000'000'000});
    const auto head = out.indexOf("\r\n\r\n");
    need(out.startsWith("HTTP/1.1 ") && head > 0 && out.mid(head + 4) == bytes);
    need(out.first(head).count("Content-Length: ") == 1 || bytes.contains("Content-Length: "));
    if (bytes.contains('\r') || bytes.contains('\n')) need(!out.first(head).contains("Location: "));
    (void)net::isAllowedHost(bytes, {QStringLiteral("localhost")});
    net::HttpRequest request;
    request.headers = {{"host", "127.0.0.1:8080"}, {"origin", bytes}};
    const bool own = net::isOwnOrigin(request);
    const auto said = bytes.toLower();
    need(own == (bytes.isEmpty() || bytes == "null" || said == "http://127.0.0.1:8080" || said == "https://127.0.0.1:8080"));
    const int wait = net::retryAfterMs(bytes, 1'795'000'000'000);
    need(wait >= 0 && wait <= limits::kMaxRetryAfterMs);
    return 0;
}
