#include "app/domain/pay_codes.h"
#include "app/core/code_pages.h"
#include "app/domain/iban.h"
#include <QList>
#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qsizetype kEpcHolderMax = 70;
constexpr qsizetype kEpcTextMax = 140;
constexpr qsizetype kEpcNoteMax = 70;
constexpr qsizetype kEpcPurposeMax = 4;
constexpr qint64 kEpcMaxCents = 999'999'999'99;
constexpr qsizetype kEpcLines = 12;
constexpr qsizetype kEpcFirstLines = 7;      // up to the IBAN: without them it is no transfer

Error epcError(const char* code, const QString& detail = {})
{
    return Error{Fault::Invalid, QString::fromLatin1(code), detail};
}

// Characters as a bank counts them (code points), or -1 when one of them cannot stand in a line: a control, a line separator, half a pair.
qsizetype plainLength(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) { ++i; continue; }
        if (c.isSurrogate() || c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)) return -1;
        if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) return -1;
    }
    return count;
}

bool isLine(QStringView text, qsizetype most)
{
    const auto length = plainLength(text);
    return length >= 0 && length <= most;
}

bool isPurpose(QStringView text)
{
    return text.size() <= kEpcPurposeMax
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); });
}

// The rules both directions share. The amount is checked by the caller: a payload that is read may leave it open.
std::optional<Error> faultOf(const EpcTransfer& t)
{
    if (t.holder.trimmed().isEmpty() || !isLine(t.holder, kEpcHolderMax)) return epcError("epc.holder");
    if (!isIban(t.iban)) return epcError("epc.iban", redactedIban(t.iban));
    if (!t.bic.isEmpty() && !isBic(t.bic)) return epcError("epc.bic", t.bic.left(11));
    if (!isPurpose(t.purpose)) return epcError("epc.purpose", t.purpose.left(kEpcPurposeMax));
    if (!t.reference.isEmpty() && !t.text.isEmpty()) return epcError("epc.both_references");
    if (!t.reference.isEmpty() && !isCreditorReference(t.reference)) return epcError("epc.reference", t.reference.left(25));
    if (!isLine(t.text, kEpcTextMax)) return epcError("epc.text");
    return {};
}

QString fromLatin9(const QByteArray& bytes)
{
    auto text = QString::fromLatin1(bytes);
    for (QChar& c : text) c = QChar{codepage::latin9(static_cast<unsigned char>(c.unicode()))};
    return text;
}

// Line 3 names the character set. 1 UTF-8, 2 ISO 8859-1, 8 ISO 8859-15; of 3 to 7 only plain ASCII is read: no guess about a letter of a name.
std::optional<QString> decoded(const QByteArray& bytes, const QByteArray& set)
{
    if (set == "1") {
        QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
        const QString text = decoder(bytes);
        if (decoder.hasError()) return {};
        return text;
    }
    if (set == "2") return QString::fromLatin1(bytes);
    if (set == "8") return fromLatin9(bytes);
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (set.size() == 1 && set[0] >= '3' && set[0] <= '7' && ascii) return QString::fromLatin1(bytes);
    return {};
}

// "EUR476.35": one to nine digits, at most two decimals. Empty: the payer types it, read as zero.
Result<Money> epcAmount(const QString& line)
{
    if (line.isEmpty()) return Money{};
    if (!line.startsWith("EUR"_L1)) return epcError("epc.currency", line.left(16));
    const auto number = QStringView{line}.mid(3);
    const auto dot = number.indexOf(u'.');
    const auto whole = dot < 0 ? number : number.left(dot);
    const auto decimals = dot < 0 ? QStringView{} : number.mid(dot + 1);
    const auto digits = [](QStringView text) { return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }); };
    if (whole.isEmpty() || whole.size() > 9 || decimals.size() > 2 || (dot >= 0 && decimals.isEmpty()) || !digits(whole) || !digits(decimals))
        return epcError("epc.amount", line.left(16));
    const auto money = parseMoney(number);
    if (!money || money.value().inCents() < 1 || money.value().inCents() > kEpcMaxCents) return epcError("epc.amount", line.left(16));
    return money;
}

// LF or CR LF, one kind throughout.
std::optional<QList<QByteArray>> linesOf(const QByteArray& payload)
{
    auto lines = payload.split('\n');
    const bool crlf = lines.front().endsWith('\r');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (crlf && i + 1 < lines.size()) {
            if (!lines[i].endsWith('\r')) return {};
            lines[i].chop(1);
        }
        if (lines[i].contains('\r')) return {};
    }
    return lines;
}

// 0-9A-X without I and O: 32 characters, five bits each.
constexpr QStringView kAlphabet = u"0123456789ABCDEFGHJKLMNPQRSTUVWX";
constexpr int kTokenLength = 12;
constexpr qint64 kDeskModulus = 31;          // a prime below 32: every remainder has its character
constexpr qsizetype kDeskMin = 10;           // T, two digits, six digits, check
constexpr qsizetype kDeskMax = 16;

// Weights 2, 4, 8, 16, 1, … from the right, modulo the prime 31. No weight is 0, no neighbours are equal, and none is 30 beside the check
// character itself: so every single wrong character and every swap of neighbours changes the check.
QChar deskCheck(QStringView digits)
{
    qint64 sum = 0, weight = 1;
    for (qsizetype i = digits.size(); i-- > 0;) {
        weight = weight * 2 % kDeskModulus;
        sum += weight * (digits[i].unicode() - '0');
    }
    return kAlphabet[sum % kDeskModulus];
}

} // namespace

Result<QByteArray> epcPayload(const EpcTransfer& transfer)
{
    auto t = transfer;
    t.iban = compactIban(t.iban);
    if (const auto fault = faultOf(t)) return *fault;
    if (!t.amount.currency().isEuro()) return epcError("epc.currency", t.amount.currency().code());
    if (t.amount.inCents() < 1 || t.amount.inCents() > kEpcMaxCents) return epcError("epc.amount", plainAmount(t.amount));
    QStringList lines{u"BCD"_s, u"002"_s, u"1"_s, u"SCT"_s, t.bic, t.holder, t.iban, u"EUR"_s + plainAmount(t.amount), t.purpose, t.reference, t.text};
    while (lines.last().isEmpty()) lines.removeLast();
    const auto payload = lines.join(u'\n').toUtf8();
    if (payload.size() > kEpcMaxBytes) return epcError("epc.too_long", QString::number(payload.size()));
    return payload;
}

Result<EpcTransfer> parseEpc(const QByteArray& payload)
{
    if (payload.size() > kEpcMaxBytes) return epcError("epc.too_long", QString::number(payload.size()));
    const auto lines = linesOf(payload);
    if (!lines || lines->size() < kEpcFirstLines || lines->size() > kEpcLines) return epcError("epc.lines");
    if (lines->at(0) != "BCD" || lines->at(3) != "SCT") return epcError("epc.header");
    const auto& version = lines->at(1);
    if (version != "001" && version != "002") return epcError("epc.version", QString::fromLatin1(version.left(3)));
    QStringList text;
    for (const auto& line : *lines) {
        const auto decodedLine = decoded(line, lines->at(2));
        if (!decodedLine) return epcError("epc.charset", QString::fromLatin1(lines->at(2).left(2)));
        text += *decodedLine;
    }
    text.resize(kEpcLines);
    const auto amount = epcAmount(text[7]);
    if (!amount) return amount.error();
    EpcTransfer t{text[5], text[6], text[4], amount.value(), text[8], text[9], text[10]};
    if (const auto fault = faultOf(t)) return *fault;
    if (t.iban != compactIban(t.iban)) return epcError("epc.iban", redactedIban(t.iban));
    if (version == "001" && t.bic.isEmpty()) return epcError("epc.bic");
    if (!isLine(text[11], kEpcNoteMax)) return epcError("epc.note");
    return t;
}

QString linkToken(const QByteArray& random)
{
    Q_ASSERT(random.size() >= 8);
    quint64 bits = 0;
    for (qsizetype i = 0; i < 8; ++i) bits = (bits << 8) | static_cast<unsigned char>(random[i]);
    QString token;
    for (int i = 0; i < kTokenLength; ++i, bits >>= 5) token += kAlphabet[static_cast<qsizetype>(bits & 31)];
    return token;
}

bool isLinkToken(QStringView text)
{
    return text.size() == kTokenLength && std::all_of(text.begin(), text.end(), [](QChar c) { return kAlphabet.contains(c); });
}

QString normalizeTyped(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const QChar upper = c.toUpper();
        if (upper.isSpace() || upper == u'-' || upper == u'\u2010' || upper == u'\u2011' || upper == u'\u2013') continue;
        out += upper == u'O' ? QChar{u'0'} : upper == u'I' ? QChar{u'1'} : upper;
    }
    return out;
}

QString deskCode(int site, qint64 sheet)
{
    Q_ASSERT(site >= 0 && site <= 99 && sheet >= 0 && sheet <= 999'999'999'999);
    const auto digits = u"%1%2"_s.arg(site, 2, 10, QLatin1Char{'0'}).arg(sheet, 6, 10, QLatin1Char{'0'});
    return u'T' + digits + deskCheck(digits);
}

bool isDeskCode(QStringView text)
{
    if (text.size() < kDeskMin || text.size() > kDeskMax || text.front() != u'T') return false;
    const auto digits = text.sliced(1, text.size() - 2);
    if (!std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })) return false;
    if (digits.size() > 8 && digits[2] == u'0') return false;   // more than six digits carry no leading zero: one number, one code
    return text.back() == deskCheck(digits);
}

QString groupedDeskCode(QStringView code)
{
    if (code.size() < 5) return code.toString();
    return u"%1 %2 %3 %4"_s.arg(code.first(1), code.sliced(1, 2), code.sliced(3, code.size() - 4), code.last(1));
}

QString groupedToken(QStringView token)
{
    QString out;
    for (qsizetype i = 0; i < token.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += u'-';
        out += token[i];
    }
    return out;
}

} // namespace tresen::domain
