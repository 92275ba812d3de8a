// HttpParser: what is taken, what is refused and why, and that neither depends on how the bytes arrive.
#include "app/net/http_parser.h"
#include <QRandomGenerator>
#include <QTest>

using namespace tresen::net;

namespace {

struct Outcome {
    std::vector<HttpRequest> requests;
    int refused = 0;
    qsizetype taken = 0;
    bool operator==(const Outcome&) const = default;
};

// Feeds the pieces one after the other, as a connection does, until all is taken or something is refused.
Outcome outcomeOf(const QList<QByteArrayView>& pieces)
{
    Outcome out;
    HttpParser parser;
    for (QByteArrayView piece : pieces) {
        while (!piece.empty()) {
            const qsizetype taken = parser.feed(piece);
            out.taken += taken;
            piece = piece.sliced(taken);
            if (parser.status() == HttpParser::Status::Refused) {
                out.refused = parser.refusal().status;
                return out;
            }
            if (parser.status() == HttpParser::Status::Complete) out.requests.push_back(parser.take());
        }
    }
    return out;
}

Outcome byteByByte(const QByteArray& bytes)
{
    QList<QByteArrayView> pieces;
    for (qsizetype i = 0; i < bytes.size(); ++i) pieces.append(QByteArrayView{bytes}.sliced(i, 1));
    return outcomeOf(pieces);
}

QByteArray get(const QByteArray& target, const QByteArray& more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n";
}

const QByteArray kPost =
    "POST /K7M2QX4T9BHR/pay?lang=en HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 15\r\n\r\nform=ab&x=%C3%A4";

} // namespace

class TestHttpParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWhatBrowsersSend();
    void refuses_data();
    void refuses();
    void limits();
    void forms();
    void sameAtEverySplit();
    void pipelined();
    void survivesMutations();
};

void TestHttpParser::takesWhatBrowsersSend()
{
    const auto one = outcomeOf({get("/a%20b/%C3%BC?lang=de&x=1+2%2B3&flag", "Connection: close\r\nX-Empty:\r\nAccept:  text/html \t\r\n")});
    QCOMPARE(one.refused, 0);
    QCOMPARE(one.requests.size(), std::size_t{1});
    const auto& request = one.requests[0];
    QCOMPARE(request.method, HttpMethod::Get);
    QCOMPARE(request.path, QByteArray{"/a b/ü"});
    QCOMPARE(request.queryValue("lang"), QByteArray{"de"});
    QCOMPARE(request.queryValue("x"), QByteArray{"1 2+3"});
    QCOMPARE(request.query.size(), std::size_t{3});
    QCOMPARE(request.header("accept"), QByteArray{"text/html"});
    QVERIFY(!request.keepAlive);
    const auto two = outcomeOf({kPost.chopped(1)});   // the body is 16 bytes long, 15 were announced
    QCOMPARE(two.requests.size(), std::size_t{1});
    QCOMPARE(two.requests[0].body, QByteArray{"form=ab&x=%C3%A"});
    QVERIFY(two.requests[0].keepAlive);
    QVERIFY(!outcomeOf({"GET / HTTP/1.0\r\n\r\n"}).requests.at(0).keepAlive);
    QCOMPARE(outcomeOf({"HEAD / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n"}).requests.at(0).method, HttpMethod::Head);
}

void TestHttpParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& bytes, int status) { QTest::newRow(name) << bytes << status; };
    const QByteArray host = "Host: a\r\n";
    row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare CR", "GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", 400);
    row("two CR", "GET / HTTP/1.1\r\r\n", 400);
    row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("NUL in header", QByteArray{"GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 27}, 400);
    row("folded header", "GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n", 400);
    row("blank before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
    row("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400);
    row("two lengths", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400);
    row("two lengths in one", "POST / HTTP/1.1\r\n" + host + "Content-Length: 1, 1\r\n\r\na", 400);
    row("negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n", 400);
    row("plus length", "POST / HTTP/1.1\r\n" + host + "Content-Length: +5\r\n\r\n", 400);
    row("hex length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 0x5\r\n\r\n", 400);
    row("empty length", "POST / HTTP/1.1\r\n" + host + "Content-Length:\r\n\r\n", 400);
    row("huge length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n", 413);
    row("large length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 262145\r\n\r\n", 413);
    row("no length", "POST / HTTP/1.1\r\n" + host + "\r\n", 411);
    row("chunked", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n", 501);
    row("chunked and length", "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
    row("GET with body", "GET / HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nabc", 400);
    row("expect", "POST / HTTP/1.1\r\n" + host + "Expect: 100-continue\r\n\r\n", 417);
    row("PUT", "PUT / HTTP/1.1\r\n", 405);
    row("lower case method", "get / HTTP/1.1\r\n", 405);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("TLS hello", QByteArray{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11}, 400);
    row("two blanks", "GET  / HTTP/1.1\r\n", 400);
    row("absolute target", "GET http://a/ HTTP/1.1\r\n", 400);
    row("asterisk", "GET * HTTP/1.1\r\n", 400);
    row("fragment", "GET /#a HTTP/1.1\r\n", 400);
    row("raw umlaut", "GET /\xC3\xBC HTTP/1.1\r\n", 400);
    row("cut percent", "GET /%4 HTTP/1.1\r\n", 400);
    row("bad percent", "GET /%G1 HTTP/1.1\r\n", 400);
    row("encoded NUL", "GET /%00 HTTP/1.1\r\n", 400);
    row("encoded line end", "GET /%0d%0aX:%20y HTTP/1.1\r\n", 400);
    row("encoded slash", "GET /a%2Fb HTTP/1.1\r\n", 400);
    row("backslash", "GET /a%5Cb HTTP/1.1\r\n", 400);
    row("dot segment", "GET /a/../b HTTP/1.1\r\n", 400);
    row("encoded dots", "GET /%2e%2e/b HTTP/1.1\r\n", 400);
    row("overlong UTF-8", "GET /%C0%AF HTTP/1.1\r\n", 400);
    row("surrogate", "GET /%ED%A0%80 HTTP/1.1\r\n", 400);
    row("bad query", "GET /?a=%zz HTTP/1.1\r\n", 400);
    row("33 query fields", "GET /?" + QByteArray{"a&"}.repeated(33) + " HTTP/1.1\r\n", 400);
    row("long target", "GET /" + QByteArray{2048, 'a'} + " HTTP/1.1\r\n", 414);
    row("endless target", "GET /" + QByteArray{20000, 'a'}, 414);
    row("endless header", "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray{20000, 'a'}, 431);
    row("many headers", "GET / HTTP/1.1\r\n" + host + QByteArray{"X: y\r\n"}.repeated(101) + "\r\n", 431);
}

void TestHttpParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto outcome = outcomeOf({bytes});
    QCOMPARE(outcome.refused, status);
    QVERIFY(outcome.requests.empty());
    QVERIFY(outcome == byteByByte(bytes));
}

void TestHttpParser::limits()
{
    const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const QByteArray end = "\r\n\r\n";
    const qsizetype room = tresen::limits::kHttpMaxHeader - start.size() - end.size();
    QCOMPARE(outcomeOf({start + QByteArray{room, 'x'} + end}).requests.size(), std::size_t{1});
    QCOMPARE(outcomeOf({start + QByteArray{room + 1, 'x'} + end}).refused, 431);
    QCOMPARE(outcomeOf({get('/' + QByteArray{2047, 'a'})}).requests.size(), std::size_t{1});
    QCOMPARE(outcomeOf({get('/' + QByteArray{2048, 'a'})}).refused, 414);
    const QByteArray post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 262144\r\n\r\n";
    QCOMPARE(outcomeOf({post + QByteArray{262144, 'b'}}).requests.at(0).body.size(), qsizetype{262144});
}

void TestHttpParser::forms()
{
    const auto form = parseForm("form=1f&&outcome=paid&name=%C3%9C+%26");
    QVERIFY(form);
    QCOMPARE(fieldValue(*form, "outcome"), QByteArray{"paid"});
    QCOMPARE(fieldValue(*form, "name"), QByteArray{"Ü &"});
    QCOMPARE(fieldValue(*form, "none"), QByteArray{});
    QVERIFY(!parseForm("a=%"));
    QVERIFY(!parseForm("a=%0A"));
    QVERIFY(!parseForm(QByteArray{"a=1&"}.repeated(33)));
}

void TestHttpParser::sameAtEverySplit()
{
    const QList<QByteArray> samples{get("/K7M2?lang=de", "Accept: */*\r\n"), kPost + get("/next"), get("/a") + "GARBAGE\r\n",
                                    "GET /%zz HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n X: y\r\n\r\n"};
    for (const auto& sample : samples) {
        const auto whole = outcomeOf({sample});
        QVERIFY(!whole.requests.empty() || whole.refused != 0);
        for (qsizetype at = 0; at <= sample.size(); ++at) {
            const auto split = outcomeOf({QByteArrayView{sample}.first(at), QByteArrayView{sample}.sliced(at)});
            QVERIFY2(split == whole, qPrintable(QString::fromLatin1(sample.left(40)) + QString::number(at)));
        }
        QVERIFY(byteByByte(sample) == whole);
    }
}

void TestHttpParser::pipelined()
{
    QByteArray many;
    for (int i = 0; i < 100; ++i) many += get("/" + QByteArray::number(i));
    const auto outcome = outcomeOf({many});
    QCOMPARE(outcome.requests.size(), std::size_t{100});
    QCOMPARE(outcome.requests.back().path, QByteArray{"/99"});
    QCOMPARE(outcome.taken, many.size());
}

// Seeded, so that a failure comes again: 100,000 damaged requests, each parsed whole and in two pieces.
void TestHttpParser::survivesMutations()
{
    QRandomGenerator random{20261123};
    const QList<QByteArray> samples{get("/K7M2QX4T9BHR?lang=de", "Accept: text/html\r\nConnection: keep-alive\r\n"), kPost,
                                    get("/a") + kPost};
    const QByteArrayList tokens{
        "\r\n", "\n",       "\r",   "\0",  "%",           "%00",        "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
        " ",    "HTTP/1.1", "\xFF", "/..", "99999999999", "Host: b\r\n"};
    int complete = 0, refused = 0;
    for (int round = 0; round < 100'000; ++round) {
        QByteArray bytes = samples.at(random.bounded(static_cast<int>(samples.size())));
        const int edits = random.bounded(1, 5);
        for (int i = 0; i < edits && !bytes.isEmpty(); ++i) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            switch (random.bounded(4)) {
            case 0: bytes[at] = static_cast<char>(random.bounded(256)); break;
            case 1: bytes.remove(at, random.bounded(1, 20)); break;
            case 2: bytes.insert(at, tokens.at(random.bounded(static_cast<int>(tokens.size())))); break;
            default: bytes.insert(at, bytes.mid(random.bounded(static_cast<int>(bytes.size())), random.bounded(1, 40)));
            }
        }
        const auto whole = outcomeOf({bytes});
        const qsizetype at = bytes.isEmpty() ? 0 : random.bounded(static_cast<int>(bytes.size()));
        QVERIFY2(whole == outcomeOf({QByteArrayView{bytes}.first(at), QByteArrayView{bytes}.sliced(at)}), bytes.toHex().constData());
        for (const auto& request : whole.requests) {
            QVERIFY(request.path.startsWith('/'));
            QVERIFY2(!request.path.contains('\n') && !request.path.contains('\0') && !request.path.contains("/../"),
                     bytes.toHex().constData());
        }
        complete += static_cast<int>(whole.requests.size());
        refused += whole.refused != 0;
    }
    QVERIFY(complete > 10'000);   // the mutations leave something to parse, and something to refuse
    QVERIFY(refused > 10'000);
}

QTEST_GUILESS_MAIN(TestHttpParser)
#include "tst_http_parser.moc"
