#include "app/net/http_parser.h"
#include <QList>
#include <QStringDecoder>
#include <algorithm>

namespace tresen::net {
namespace {

constexpr qsizetype kMethodAndVersion = 32;   // of a request line, beside its target
constexpr qsizetype kMaxLengthDigits = 10;

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// RFC 9110 5.6.2 token.
bool isTokenText(QByteArrayView text)
{
    constexpr QByteArrayView marks{"!#$%&'*+-.^_`|~"};
    return !text.empty()
           && std::all_of(text.begin(), text.end(), [&marks](char c) { return isAsciiDigit(c) || isAsciiLetter(c) || marks.contains(c); });
}

// RFC 3986 path and query characters. What a browser never sends unencoded is no part of a target.
bool isTargetByte(char c)
{
    constexpr QByteArrayView marks{"-._~!$&'()*+,;=:@/?%"};
    return isAsciiDigit(c) || isAsciiLetter(c) || marks.contains(c);
}

int hexDigit(char c)
{
    if (isAsciiDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
    const QString decoded = decoder.decode(text);
    Q_UNUSED(decoded)
    return !decoder.hasError();
}

bool hasDotSegment(const QByteArray& path)
{
    const auto segments = path.split('/');
    return std::any_of(segments.begin(), segments.end(), [](const QByteArray& s) { return s == "." || s == ".."; });
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text = text.sliced(1);
    while (!text.empty() && blank(text.back())) text.chop(1);
    return text;
}

} // namespace

QByteArray fieldValue(const HttpFields& fields, QByteArrayView name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const auto& field) { return field.first == name; });
    return found == fields.end() ? QByteArray{} : found->second;
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const { return fieldValue(headers, lowerCaseName); }
QByteArray HttpRequest::queryValue(QByteArrayView name) const { return fieldValue(query, name); }

std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsBlank)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return {};
            const int high = hexDigit(text[i + 1]), low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0) return {};
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsBlank) {
            c = ' ';
        }
        if (isControl(c)) return {};
        out += c;
    }
    if (!isUtf8(out)) return {};
    return out;
}

std::optional<HttpFields> parseForm(QByteArrayView text)
{
    HttpFields out;
    while (!text.empty()) {
        const qsizetype end = text.indexOf('&');
        const auto pair = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView{} : text.sliced(end + 1);
        if (pair.empty()) continue;
        if (static_cast<int>(out.size()) == limits::kHttpMaxFormFields) return {};
        const qsizetype equals = pair.indexOf('=');
        auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), true);
        auto value = percentDecoded(equals < 0 ? QByteArrayView{} : pair.sliced(equals + 1), true);
        if (!name || !value) return {};
        out.emplace_back(*std::move(name), *std::move(value));
    }
    return out;
}

void HttpParser::refuse(int status, const char* reason)
{
    m_status = Status::Refused;
    m_refusal = {status, reason};
}

// Byte by byte, so that the outcome never depends on how the network cut the stream.
qsizetype HttpParser::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (m_status == Status::NeedMore && taken < bytes.size()) {
        if (m_part == Part::Body) {
            const qsizetype part = std::min(bytes.size() - taken, m_bodyLength - m_request.body.size());
            m_request.body.append(bytes.sliced(taken, part));
            taken += part;
            if (m_request.body.size() == m_bodyLength) m_status = Status::Complete;
        } else {
            feedHeaderByte(bytes[taken++]);
        }
    }
    return taken;
}

void HttpParser::feedHeaderByte(char c)
{
    if (++m_headerBytes > m_limits.header) return refuse(431, "header too large");
    const bool afterReturn = m_line.endsWith('\r');
    if (c == '\n') return afterReturn ? endOfLine() : refuse(400, "line end is not CR LF");
    if (afterReturn) return refuse(400, "line end is not CR LF");
    if (isControl(c) && c != '\r' && c != '\t') return refuse(400, "control character");
    if (m_part == Part::RequestLine && m_line.size() > m_limits.target + kMethodAndVersion) return refuse(414, "target too long");
    m_line += c;
}

void HttpParser::endOfLine()
{
    m_line.chop(1);
    const QByteArray line = std::exchange(m_line, {});
    if (m_part == Part::RequestLine) return requestLine(line);
    line.isEmpty() ? endOfHeader() : headerLine(line);
}

void HttpParser::requestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1) return refuse(400, "request line");
    const auto method = line.first(first);
    const auto version = line.sliced(last + 1);
    if (!isTokenText(method)) return refuse(400, "request line");
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refuse(version.startsWith("HTTP/") ? 505 : 400, "version");
    if (method == "GET") m_request.method = HttpMethod::Get;
    else if (method == "HEAD") m_request.method = HttpMethod::Head;
    else if (method == "POST") m_request.method = HttpMethod::Post;
    else return refuse(405, "method");
    m_versionOneZero = version == "HTTP/1.0";
    m_request.keepAlive = !m_versionOneZero;
    m_part = Part::Header;
    target(line.sliced(first + 1, last - first - 1));
}

void HttpParser::target(QByteArrayView text)
{
    if (text.size() > m_limits.target) return refuse(414, "target too long");
    if (text.front() != '/' || !std::all_of(text.begin(), text.end(), isTargetByte)) return refuse(400, "target");
    const qsizetype mark = text.indexOf('?');
    const auto rawPath = mark < 0 ? text : text.first(mark);
    auto path = percentDecoded(rawPath, false);
    auto query = parseForm(mark < 0 ? QByteArrayView{} : text.sliced(mark + 1));
    if (!path || !query) return refuse(400, "percent encoding");
    // A slash or backslash that only appears by decoding would make another path of it.
    if (path->count('/') != rawPath.count('/') || path->contains('\\') || hasDotSegment(*path)) return refuse(400, "path");
    m_request.path = *std::move(path);
    m_request.query = *std::move(query);
}

void HttpParser::headerLine(QByteArrayView line)
{
    if (line.front() == ' ' || line.front() == '\t') return refuse(400, "folded header");
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isTokenText(line.first(colon))) return refuse(400, "header name");
    if (static_cast<int>(m_request.headers.size()) == limits::kHttpMaxHeaderFields) return refuse(431, "too many headers");
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = trimmedBlanks(line.sliced(colon + 1)).toByteArray();
    if (name == "content-length") return contentLength(value);
    if (name == "transfer-encoding") return refuse(501, "transfer encoding");
    if (name == "expect") return refuse(417, "expectation");
    if (name == "host" && std::exchange(m_hasHost, true)) return refuse(400, "two hosts");
    if (name == "connection") {
        for (const auto& option : value.toLower().split(',')) {
            if (option.trimmed() == "close") m_request.keepAlive = false;
        }
    }
    m_request.headers.emplace_back(name, value);
}

void HttpParser::contentLength(QByteArrayView text)
{
    if (std::exchange(m_hasLength, true)) return refuse(400, "two content lengths");
    if (text.empty() || !std::all_of(text.begin(), text.end(), isAsciiDigit)) return refuse(400, "content length");
    if (text.size() > kMaxLengthDigits) return refuse(413, "body too large");
    qint64 length = 0;
    for (const char c : text) length = length * 10 + (c - '0');
    if (length > m_limits.body) return refuse(413, "body too large");
    m_bodyLength = static_cast<qsizetype>(length);
}

void HttpParser::endOfHeader()
{
    if (!m_hasHost && !m_versionOneZero) return refuse(400, "no host");
    const bool post = m_request.method == HttpMethod::Post;
    if (post && !m_hasLength) return refuse(411, "no content length");
    if (!post && m_bodyLength > 0) return refuse(400, "unexpected body");
    m_part = Part::Body;
    if (m_bodyLength == 0) m_status = Status::Complete;
}

HttpRequest HttpParser::take()
{
    Q_ASSERT(m_status == Status::Complete);
    HttpRequest out = std::move(m_request);
    *this = HttpParser{m_limits};
    return out;
}

} // namespace tresen::net
