#include "app/domain/scan.h"
#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r'; }

std::optional<Scan> asTransfer(const QString& text)
{
    if (!text.startsWith(u"BCD")) return {};
    auto lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    while (lines.endsWith(u'\n')) lines.chop(1);
    const auto transfer = parseEpc(lines.toUtf8());
    if (!transfer) return {};
    return Scan{Scan::Kind::Transfer, transfer.value().text.isEmpty() ? transfer.value().reference : transfer.value().text, transfer.value().amount, compactIban(transfer.value().iban)};
}

std::optional<Scan> asOurs(const QString& text)
{
    const auto code = normalizeTyped(text);
    if (isDeskCode(code)) return Scan{Scan::Kind::DeskCode, code, {}};
    if (isLinkToken(code)) return Scan{Scan::Kind::LinkToken, code, {}};
    return {};
}

std::optional<Scan> asLink(const QString& text)
{
    const QUrl url{text, QUrl::StrictMode};
    if (!url.isValid() || (url.scheme() != u"https" && url.scheme() != u"http") || url.host().isEmpty()) return {};
    return Scan{Scan::Kind::Link, text, {}};
}

void addMeanings(std::vector<Scan>& out, const QString& text)
{
    const auto add = [&out](const std::optional<Scan>& scan) {
        if (scan && std::find(out.begin(), out.end(), *scan) == out.end()) out.push_back(*scan);
    };
    add(asTransfer(text));
    add(asOurs(text));
    add(asLink(text));
    // The training portal's link ends in our token, wherever the desk's address has moved to.
    const auto last = text.section(u'/', -1);
    if (last.size() < text.size()) {
        if (const auto ours = asOurs(last); ours && ours->kind == Scan::Kind::LinkToken) add(ours);
    }
}

} // namespace

QString fromAmericanKeys(const QString& typed)
{
    // Key by key, German above American (ISO and ANSI layouts; letters and digits that are the same are left out).
    static constexpr QStringView kGerman = u"^\u00B0\"\u00A7&/()=\u00DF?\u00B4`\u00FC\u00DC+*#'\u00F6\u00D6\u00E4\u00C4;:-_zyZY";
    static constexpr QStringView kAmerican = u"`~@#^&*()-_=+[{]}\\|;:'\"<>/?yzYZ";
    static_assert(kGerman.size() == kAmerican.size());
    QString out = typed;
    for (QChar& c : out)
        if (const auto at = kGerman.indexOf(c); at >= 0) c = kAmerican[at];
    return out;
}

std::vector<Scan> readScan(const QString& raw)
{
    auto text = raw;
    while (!text.isEmpty() && (isLineEnd(text.back()) || text.back() == u'\t')) text.chop(1);
    const bool hostile = std::any_of(text.begin(), text.end(), [](QChar c) { return (c.category() == QChar::Other_Control && !isLineEnd(c)) || c.isSurrogate(); });
    if (text.trimmed().isEmpty() || text.size() > kMaxScan || hostile) return {};
    std::vector<Scan> out;
    addMeanings(out, text);
    addMeanings(out, fromAmericanKeys(text));
    const bool oneLine = std::none_of(text.begin(), text.end(), isLineEnd);
    if (out.empty() && oneLine) out.push_back({Scan::Kind::Text, text.trimmed(), {}});
    return out;
}

} // namespace tresen::domain
