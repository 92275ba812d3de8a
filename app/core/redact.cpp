#include "app/core/redact.h"
#include <QRegularExpression>
#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen {
namespace {

constexpr int kIbanMin = 15, kIbanMax = 34;         // ISO 13616
constexpr int kIbanDigitsMin = 8;                   // the shortest account numbers of the registry, with the check digits
constexpr int kMistypedDigitsMin = 10;
constexpr int kIbanGroup = 4;
constexpr int kCardMin = 13, kCardMax = 19;         // ISO/IEC 7812-1
constexpr int kCardGroupMin = 3;

bool asciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool asciiLetter(QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }
bool asciiAlnum(QChar c) { return asciiDigit(c) || asciiLetter(c); }

// ---- IBAN

struct Letters {                      // an IBAN as far as it may reach from one place
    QString compact;
    std::vector<qsizetype> ends;      // position behind the n-th character
    qsizetype regular = 0;            // characters in one run, or in groups of four: as IBANs are typed
};

bool ibanGap(QChar c) { return c.isSpace() || c == u'-' || c == u'.' || c.category() == QChar::Other_Format; }

Letters lettersFrom(QStringView text, qsizetype start)
{
    Letters out;
    qsizetype at = start, group = 0;
    bool grouped = false, regular = true;
    while (at < text.size() && out.compact.size() < kIbanMax) {
        if (asciiAlnum(text[at])) {
            ++group;
            out.compact += text[at++].toUpper();
            out.ends.push_back(at);
            regular = regular && (!grouped || group <= kIbanGroup);
            if (regular) out.regular = out.compact.size();
            continue;
        }
        const auto gap = at;
        while (at < text.size() && at - gap < 3 && ibanGap(text[at])) ++at;
        if (at == gap || at >= text.size() || !asciiAlnum(text[at])) break;
        regular = regular && group == kIbanGroup && text[gap] != u'-' && text[gap] != u'.';
        grouped = true;
        group = 0;
    }
    return out;
}

// ISO 7064 mod 97-10 with the first four characters moved to the end.
bool ibanAddsUp(QStringView compact)
{
    int rest = 0;
    const auto feed = [&rest](QStringView part) {
        for (const QChar c : part) rest = asciiDigit(c) ? (rest * 10 + (c.unicode() - u'0')) % 97 : (rest * 100 + (c.unicode() - u'A' + 10)) % 97;
    };
    feed(compact.mid(4));
    feed(compact.left(4));
    return rest == 1;
}

// How many characters from here are an IBAN; 0: none. One with a typing mistake counts too when it looks like one.
qsizetype ibanLength(QStringView text, qsizetype start, const Letters& found)
{
    const bool wordStart = start == 0 || !asciiAlnum(text[start - 1]);
    qsizetype mistyped = 0, digits = 0;
    std::vector<qsizetype> digitsUpTo;
    for (const QChar c : found.compact) digitsUpTo.push_back(digits += asciiDigit(c) ? 1 : 0);
    for (auto length = found.compact.size(); length >= kIbanMin; --length) {
        const auto end = found.ends[static_cast<std::size_t>(length - 1)];
        const bool oneRun = end - start == length;
        const bool wordEnd = end >= text.size() || !asciiAlnum(text[end]);
        const auto have = digitsUpTo[static_cast<std::size_t>(length - 1)];
        if (have >= kIbanDigitsMin && (wordEnd || oneRun) && ibanAddsUp(QStringView{found.compact}.left(length))) return length;
        const bool atDigit = oneRun || asciiDigit(found.compact[length - 1]);   // not into the next word
        if (mistyped == 0 && atDigit && wordStart && wordEnd && length <= found.regular && have >= kMistypedDigitsMin) mistyped = length;
    }
    return mistyped;
}

QString withoutIbans(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size();) {
        if (asciiLetter(text[i]) && i + 1 < text.size() && asciiLetter(text[i + 1])) {
            const auto found = lettersFrom(text, i);
            const bool checkDigits = found.compact.size() >= kIbanMin && asciiDigit(found.compact[2]) && asciiDigit(found.compact[3]);
            if (const auto length = checkDigits ? ibanLength(text, i, found) : 0; length > 0) {
                out += found.compact.left(2) + u"***"_s + found.compact.mid(length - 4, 4);
                i = found.ends[static_cast<std::size_t>(length - 1)];
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

// ---- card numbers

// ISO/IEC 7812-1 annex B.
bool luhn(QStringView digits)
{
    int sum = 0;
    bool twice = false;
    for (auto i = digits.size() - 1; i >= 0; --i, twice = !twice) {
        const int d = digits[i].unicode() - u'0';
        sum += twice ? (d > 4 ? 2 * d - 9 : 2 * d) : d;
    }
    return sum % 10 == 0;
}

// End of the card number that begins here, in one run or in groups; 0: there is none.
qsizetype cardEnd(QStringView text, qsizetype start, QString& last)
{
    QString digits;
    qsizetype best = 0, at = start;
    const auto inWord = [&](qsizetype i) { return i >= 0 && i < text.size() && asciiLetter(text[i]); };   // the groups of an id
    while (at < text.size() && digits.size() <= kCardMax) {
        const auto begin = at;
        while (at < text.size() && asciiDigit(text[at])) digits += text[at++];
        if (at == begin) break;
        const bool grouped = begin > start;
        if (digits.size() >= kCardMin && digits.size() <= kCardMax && !(grouped && (inWord(start - 1) || inWord(at))) && luhn(digits)) {
            best = at;
            last = digits.right(4);
        }
        if (at - begin < kCardGroupMin || at >= text.size() || (text[at] != u' ' && text[at] != u'-' && text[at] != u'.')) break;
        ++at;
    }
    return best;
}

QString withoutCards(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size();) {
        if (asciiDigit(text[i]) && (i == 0 || !asciiDigit(text[i - 1]))) {
            QString last;
            if (const auto end = cardEnd(text, i, last); end > 0) {
                out += u"(card ***%1)"_s.arg(last);
                i = end;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

// ---- mail addresses

bool inLocalPart(QChar c) { return !c.isSpace() && !u"<>\"'(),;:=@[]{}|/\\"_s.contains(c) && c.category() != QChar::Other_Control; }
bool inDomain(QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'.' || c == u'-'; }

QString withoutMails(const QString& text)
{
    static const auto kEncodedAt = u"%40"_s;
    QString out;
    for (qsizetype i = 0; i < text.size();) {
        const bool encoded = QStringView{text}.mid(i, kEncodedAt.size()) == kEncodedAt;
        if (text[i] != u'@' && !encoded) {
            out += text[i++];
            continue;
        }
        const auto behind = i + (encoded ? kEncodedAt.size() : 1);
        auto end = behind;
        while (end < text.size() && inDomain(text[end])) ++end;
        auto begin = out.size();
        if (out.endsWith(u'"') && out.size() > 1) {   // a quoted local part, RFC 5322 3.4.1
            const auto quote = out.lastIndexOf(u'"', out.size() - 2);
            begin = quote >= 0 ? quote : begin;
        } else {
            while (begin > 0 && inLocalPart(out[begin - 1])) --begin;
        }
        if (end == behind || begin == out.size()) {
            out += text[i++];
            continue;
        }
        out.truncate(begin);
        out += u"(mail)"_s;
        i = end;
    }
    return out;
}

// ---- what stands beside a name, or in an address

QString replaced(QString text, const QRegularExpression& expression, const QString& by)
{
    return text.replace(expression, by);
}

QString withoutAddresses(const QString& text)
{
    // RFC 3986 3.2.1. A port is no password; a password may hold what should have been encoded.
    static const QRegularExpression credentials{
        uR"(([A-Za-z][A-Za-z0-9+.\-]{0,30}://)(?:[^\s/?#@:]{0,256}:(?!\d{1,5}(?:[\s/]|$))[^\n"'<>]{0,512}|[^\s/?#]{0,512})@)"_s};
    static const QRegularExpression path{uR"((https?://[^\s/?#"'<>]{1,300})[/?#][^\s"'<>]+)"_s, QRegularExpression::CaseInsensitiveOption};
    return replaced(replaced(text, credentials, u"\\1(withheld)@"_s), path, u"\\1/(path)"_s);
}

QString withoutKeys(const QString& text)
{
    static const QRegularExpression header{uR"(\b(bearer|basic)\s+[A-Za-z0-9._~+/=\-]{8,})"_s, QRegularExpression::CaseInsensitiveOption};
    static const QRegularExpression named{
        uR"re((?<![\w.])([\w\-]{0,40}?(?:password|passwort|kennwort|passphrase|passwd|secret|token|api[_\-]?key|signature)|pwd|pass|pin|puk|cvc|cvv|sig|tan)(["']?\s*[=:]\s*)(?:"[^"]*"?|'[^']*'?|[^\s"',;&]+))re"_s,
        QRegularExpression::CaseInsensitiveOption};
    static const QRegularExpression known{uR"(\b(?:sk|pk|rk|whsec|sup|live|test|access)_[A-Za-z0-9_]{12,}|\beyJ[\w\-]{8,}\.[\w\-.]+)"_s};
    return replaced(replaced(replaced(text, header, u"\\1 (withheld)"_s), named, u"\\1\\2(withheld)"_s), known, u"(withheld)"_s);
}

// Pay link tokens are twelve capital letters and digits. Without a letter or a digit it is a word or a number.
QString withoutTokens(const QString& text)
{
    static const QRegularExpression token{uR"((?<!\w)(?=\d*[A-Z])(?=[A-Z]*\d)[0-9A-HJ-NP-X]{12}(?!\w))"_s};
    return replaced(text, token, u"(token)"_s);
}

QString withoutPhones(const QString& text)
{
    static const QRegularExpression phone{uR"((?<![\w+])\+[1-9][0-9 /()\-]{6,24}[0-9])"_s};
    return replaced(text, phone, u"(phone)"_s);
}

} // namespace

QString redacted(QStringView text)
{
    auto out = text.toString().normalized(QString::NormalizationForm_KC);
    out = withoutKeys(withoutAddresses(out));
    out = withoutCards(withoutIbans(withoutMails(out)));
    return withoutPhones(withoutTokens(out));
}

} // namespace tresen
