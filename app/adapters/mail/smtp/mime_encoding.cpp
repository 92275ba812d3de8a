#include "app/adapters/mail/smtp/mime_encoding.h"
#include <QList>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::smtp {
namespace {

constexpr qsizetype kWord = 75;   // characters of one encoded word, delimiters included (RFC 2047, 2)

bool isPrintable(char c) { return c > ' ' && c < '\x7F'; }

bool isPlainAscii(const QString& text)
{
    for (const QChar c : text)
        if (c < u' ' || c > u'~') return false;
    return true;
}

void appendHex(QByteArray& out, char lead, char c)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    const auto u = static_cast<unsigned char>(c);
    out += lead;
    out += kHex[u >> 4];
    out += kHex[u & 15];
}

// Safe in every place RFC 2047, 5 allows an encoded word, a phrase included.
void appendWordByte(QByteArray& out, char c)
{
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
    if (c == ' ') out += '_';
    else if (plain) out += c;
    else appendHex(out, '=', c);
}

// Whole code points only: a word that ends inside of one is shown as rubbish.
std::u32string codePoints(const QString& text)
{
    std::u32string out;
    for (const uint c : text.toUcs4()) out += static_cast<char32_t>(c);
    return out;
}

QByteArray utf8Of(char32_t c) { return QString::fromUcs4(&c, 1).toUtf8(); }

// Q where most letters are ASCII, else B: fewer words.
QByteArray encodedWords(const QString& text, qsizetype used)
{
    const auto utf8 = text.toUtf8();
    const bool inBase64 = std::count_if(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) * 3 > utf8.size();
    const QByteArray open = inBase64 ? "=?UTF-8?B?" : "=?UTF-8?Q?", close = "?=";
    QByteArray out, word;   // word: in Q as it is sent, in B the bytes
    qsizetype room = std::min(kWord, kMimeLine - used);
    const auto finish = [&] {
        if (!out.isEmpty()) out += "\r\n ";
        out += open + (inBase64 ? word.toBase64() : word) + close;
        word.clear();
        room = std::min<qsizetype>(kWord, kMimeLine - 1);
    };
    for (const char32_t c : codePoints(text)) {
        QByteArray next = utf8Of(c);
        if (!inBase64) {
            QByteArray quoted;
            for (const char byte : next) appendWordByte(quoted, byte);
            next = quoted;
        }
        const auto bytes = word.size() + next.size();
        const auto length = inBase64 ? (bytes + 2) / 3 * 4 : bytes;
        if (!word.isEmpty() && open.size() + length + close.size() > room) finish();
        word += next;
    }
    if (!word.isEmpty()) finish();
    return out;
}

} // namespace

QByteArray quotedPrintable(const QString& text)
{
    QString unix = text;
    unix.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const QByteArray bytes = unix.toUtf8();
    QByteArray out, line;
    out.reserve(bytes.size() * 5 / 4);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes.at(at);
        if (c == '\n') {
            out += line + "\r\n";
            line.clear();
            continue;
        }
        const bool last = at + 1 == bytes.size() || bytes.at(at + 1) == '\n';
        const bool blank = c == ' ' || c == '\t';
        // A dot in front would have to be doubled on the way, "From " is changed by old stores; blanks at the end get lost.
        const bool delicate = c == '.' || (c == 'F' && QByteArrayView{bytes}.sliced(at).startsWith("From "));
        const bool plain = (blank && !last) || (isPrintable(c) && c != '=');
        if (line.size() + (plain ? 1 : 3) > kMimeLine - 1) {   // the last column is for the "=" of a soft break
            out += line + "=\r\n";
            line.clear();
        }
        if (plain && !(delicate && line.isEmpty())) line += c;
        else appendHex(line, '=', c);
    }
    if (!line.isEmpty()) out += line + "\r\n";
    return out;
}

QByteArray base64Lines(const QByteArray& bytes)
{
    constexpr qsizetype kBytes = kMimeLine / 4 * 3;
    QByteArray out;
    out.reserve(bytes.size() * 4 / 3 + bytes.size() / kBytes * 2 + 8);
    for (qsizetype at = 0; at < bytes.size(); at += kBytes) out += QByteArrayView{bytes}.sliced(at, std::min(kBytes, bytes.size() - at)).toByteArray().toBase64() + "\r\n";
    return out;
}

QByteArray textField(const QByteArray& name, const QString& text)
{
    const QByteArray head = name + ": ";
    // "=?" in plain text would be read as the beginning of an encoded word; blanks at the ends or doubled would not survive.
    const bool plain = isPlainAscii(text) && !text.contains(u"=?"_s) && text == text.simplified() && head.size() + text.size() <= kMimeLine;
    return head + (plain ? text.toLatin1() : encodedWords(text, head.size())) + "\r\n";
}

QByteArray phrase(const QString& name, qsizetype used)
{
    constexpr qsizetype kQuoted = 60;
    if (!isPlainAscii(name) || name.size() > kQuoted || name.contains(u"=?"_s)) return encodedWords(name, used);
    QString quoted = name;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return '"' + quoted.toLatin1() + '"';
}

QByteArray parameter(const QByteArray& name, const QString& value)
{
    constexpr qsizetype kSimple = 55, kPiece = 60;
    const auto token = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_'; };
    if (isPlainAscii(value) && value.size() <= kSimple) {
        QString quoted = value;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        return ";\r\n " + name + "=\"" + quoted.toLatin1() + '"';
    }
    QList<QByteArray> pieces;
    QByteArray piece = "UTF-8''";
    for (const char32_t c : codePoints(value)) {
        QByteArray next;
        if (c < 0x80 && token(QChar{static_cast<char16_t>(c)})) next += static_cast<char>(c);
        else for (const char byte : utf8Of(c)) appendHex(next, '%', byte);
        if (piece.size() + next.size() > kPiece) {
            pieces << piece;
            piece.clear();
        }
        piece += next;
    }
    pieces << piece;
    if (pieces.size() == 1) return ";\r\n " + name + "*=" + pieces.first();
    QByteArray out;
    for (qsizetype i = 0; i < pieces.size(); ++i) out += ";\r\n " + name + '*' + QByteArray::number(i) + "*=" + pieces.at(i);
    return out;
}

} // namespace tresen::adapters::smtp
