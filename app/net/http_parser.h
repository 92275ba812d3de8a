// HttpParser: bytes of one peer in, one request or one refusal out. Called by HttpServer and by the fuzzer; knows no socket and no clock.
// A strict subset of HTTP/1.1 (RFC 9112, RFC 9110): whatever two readers could understand differently is refused, not guessed.
#pragma once
#include "app/core/limits.h"
#include <QByteArray>
#include <QByteArrayView>
#include <optional>
#include <utility>
#include <vector>

namespace tresen::net {

enum class HttpMethod { Get, Head, Post };

using HttpFields = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    QByteArray path;              // decoded UTF-8, begins with "/", without dot segments, control characters or an encoded "/"
    HttpFields query;             // decoded, in order
    HttpFields headers;           // names in lower case, in order
    QByteArray body;
    bool keepAlive = true;

    QByteArray header(QByteArrayView lowerCaseName) const;        // the first one; empty when there is none
    QByteArray queryValue(QByteArrayView name) const;             // the first one; empty when there is none
    friend bool operator==(const HttpRequest&, const HttpRequest&) = default;
};

struct HttpRefusal {
    int status = 400;
    const char* reason = "";      // short, static, for the log and the body
};

struct HttpLimits {
    qsizetype header = limits::kHttpMaxHeader, body = limits::kHttpMaxBody, target = limits::kHttpMaxTarget;
};

class HttpParser {
public:
    enum class Status { NeedMore, Complete, Refused };

    explicit HttpParser(HttpLimits limits = {}) : m_limits{limits} {}
    // Takes bytes until a request is complete or refused; returns how many it took. The rest belongs to the next request.
    qsizetype feed(QByteArrayView bytes);
    Status status() const { return m_status; }
    bool untouched() const { return m_headerBytes == 0; }         // not one byte of a request came yet
    HttpRefusal refusal() const { return m_refusal; }
    HttpRequest take();                                           // the complete request; the parser is as new afterwards

private:
    enum class Part { RequestLine, Header, Body };

    void feedHeaderByte(char c);
    void endOfLine();
    void requestLine(QByteArrayView line);
    void target(QByteArrayView text);
    void headerLine(QByteArrayView line);
    void endOfHeader();
    void contentLength(QByteArrayView text);
    void refuse(int status, const char* reason);

    HttpLimits m_limits;
    Status m_status = Status::NeedMore;
    Part m_part = Part::RequestLine;
    HttpRefusal m_refusal;
    HttpRequest m_request;
    QByteArray m_line;
    qsizetype m_headerBytes = 0;
    qsizetype m_bodyLength = 0;
    bool m_hasLength = false, m_hasHost = false, m_versionOneZero = false;
};

// Percent encoding, strictly: two hex digits each, the result is UTF-8 without control characters. Nothing otherwise.
std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsBlank);
// application/x-www-form-urlencoded; nothing when it is malformed or has more than kHttpMaxFormFields.
std::optional<HttpFields> parseForm(QByteArrayView text);
QByteArray fieldValue(const HttpFields& fields, QByteArrayView name);

} // namespace tresen::net
