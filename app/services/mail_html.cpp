#include "app/services/mail_sheet.h"
#include "app/core/limits.h"
#include <QFile>
#include <QRegularExpression>
#include <QUrl>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

using Values = QHash<QString, QString>;

// The snippets of mail.html: "<!--@@ name -->" begins each.
class Snippets {
public:
    explicit Snippets(Values common) : m_common{std::move(common)}
    {
        QFile file{u":/mail/mail.html"_s};
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        static const QRegularExpression mark{u"<!--@@ ([a-z_]+) -->\\n"_s};
        const auto whole = QString::fromUtf8(file.readAll());
        QString name;
        qsizetype from = 0;
        for (auto it = mark.globalMatch(whole); it.hasNext();) {
            const auto match = it.next();
            if (!name.isEmpty()) m_parts.insert(name, whole.mid(from, match.capturedStart() - from).trimmed());
            name = match.captured(1);
            from = match.capturedEnd();
        }
        m_parts.insert(name, whole.mid(from).trimmed());
    }
    // values are HTML already; what they bring along is not filled again.
    QString operator()(const QString& name, const Values& values) const
    {
        static const QRegularExpression place{u"%([a-z_]+)%"_s};
        const auto part = m_parts.value(name);
        Q_ASSERT_X(!part.isEmpty(), "mail.html", qPrintable(name));
        QString out;
        qsizetype from = 0;
        for (auto it = place.globalMatch(part); it.hasNext();) {
            const auto match = it.next();
            const auto key = match.captured(1);
            Q_ASSERT_X(values.contains(key) || m_common.contains(key), "mail.html", qPrintable(name + u'.' + key));
            out += part.mid(from, match.capturedStart() - from) + (values.contains(key) ? values.value(key) : m_common.value(key));
            from = match.capturedEnd();
        }
        return out + part.mid(from);
    }

private:
    Values m_common;
    QHash<QString, QString> m_parts;
};

QString escapedForMail(const QString& text)
{
    QString out = text.toHtmlEscaped();
    out.replace(u'\'', u"&#39;"_s).replace(u'\u00a0', u"&nbsp;"_s).replace(u'\n', u"<br>"_s);
    return out;
}

// ---- the workshop's own colour, made readable on the dark card too. WCAG 2.1, 1.4.3, in whole millionths.

using Channels = std::array<qint64, 3>;

constexpr Channels kDarkCard{0x1A, 0x20, 0x27}, kDarkInk{0x07, 0x20, 0x3A};
constexpr qint64 kMillion = 1'000'000, kHaze = 50'000;   // 0.05 of the contrast formula

std::optional<Channels> channelsOf(const QString& colour)
{
    static const QRegularExpression form{u"\\A#[0-9A-Fa-f]{6}\\z"_s};
    if (!form.match(colour).hasMatch()) return {};
    const auto value = static_cast<qint64>(colour.mid(1).toUInt(nullptr, 16));
    return Channels{value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF};
}

QString colourOf(const Channels& c)
{
    return u"#%1%2%3"_s.arg(c[0], 2, 16, QChar{u'0'}).arg(c[1], 2, 16, QChar{u'0'}).arg(c[2], 2, 16, QChar{u'0'});
}

qint64 luminanceOf(const Channels& c)
{
    // A cubic close to the sRGB curve: 0.3053 x³ + 0.6822 x² + 0.0125 x.
    const auto linear = [](qint64 x) { return (305'306 * x * x * x / 255 + 682'171 * x * x) / (255 * 255) + 12'523 * x / 255; };
    return (2126 * linear(c[0]) + 7152 * linear(c[1]) + 722 * linear(c[2])) / 10'000;
}

bool isReadable(const Channels& a, const Channels& b, qint64 tenths)   // contrast of at least tenths / 10
{
    const auto la = luminanceOf(a), lb = luminanceOf(b);
    return 10 * (std::max(la, lb) + kHaze) >= tenths * (std::min(la, lb) + kHaze);
}

std::pair<QString, QString> mailAccents(const QString& accent)   // on light, on dark
{
    const auto own = channelsOf(accent);
    if (!own || !isReadable(*own, {255, 255, 255}, 45) || accent.compare(u"#0F4C81"_s, Qt::CaseInsensitive) == 0) return {u"#0f4c81"_s, u"#7db8ee"_s};
    Channels dark = *own;
    while (!isReadable(dark, kDarkCard, 70) || !isReadable(dark, kDarkInk, 45))
        for (auto& channel : dark) channel += (255 - channel + 23) / 24;
    return {colourOf(*own), colourOf(dark)};
}

// ---- the parts

bool mailLogoIsOpaque(const QByteArray& png)   // of a PNG mailLogoWidth() takes: colour type (ISO 15948, 11.2.2) grey or colour, without transparency
{
    return (png.at(25) == 0 || png.at(25) == 2) && !png.contains("tRNS");
}

QString brandOf(const Snippets& html, const MailSheet& sheet)
{
    const auto tagline = sheet.tagline.isEmpty() ? QString{} : html(u"brand_tagline"_s, {{u"text"_s, escapedForMail(sheet.tagline)}});
    const auto name = escapedForMail(sheet.shop);
    const auto words = html(u"brand_words"_s, {{u"name"_s, name}, {u"tagline"_s, tagline}});
    if (const int width = mailLogoWidth(sheet.logoPng)) {
        const bool wordMark = width > 64;   // it says the name itself
        // A see-through logo is drawn for a light ground, which a dark mail has not.
        const auto ground = mailLogoIsOpaque(sheet.logoPng) ? QString{} : u"background:#ffffff;"_s;
        return html(u"brand_logo"_s, {{u"ground"_s, ground}, {u"width"_s, QString::number(width)}, {u"cid"_s, QString::fromUtf16(kMailLogoId)}, {u"name"_s, name}, {u"words"_s, wordMark ? QString{} : words}});
    }
    const auto letter = sheet.shop.isEmpty() ? u"·"_s : sheet.shop.left(sheet.shop.at(0).isHighSurrogate() ? 2 : 1).toUpper();
    return html(u"brand_letter"_s, {{u"letter"_s, escapedForMail(letter)}, {u"words"_s, words}});
}

QString plateOf(const Snippets& html, const QString& plate)
{
    static const QRegularExpression german{u"\\A[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[EH]?\\z"_s};
    if (plate.isEmpty()) return {};
    const bool band = german.match(plate).hasMatch();
    const auto edge = band ? u"border-left:0;border-radius:0 5px 5px 0"_s : u"border-radius:5px"_s;
    return html(u"plate"_s, {{u"band"_s, band ? html(u"plate_band"_s, {}) : QString{}}, {u"edge"_s, edge}, {u"text"_s, escapedForMail(plate)}});
}

QString cardOf(const Snippets& html, const MailSheet& sheet, int size)
{
    return html(u"card"_s, {{u"tint"_s, sheet.done ? u"tg"_s : u"tn"_s},
                            {u"ground"_s, sheet.done ? u"#e6f3eb"_s : u"#eef3f8"_s},
                            {u"bar"_s, sheet.done ? u"#17653a"_s : mailAccents(sheet.accent).first},
                            {u"plate"_s, plateOf(html, sheet.plate)},
                            {u"label_class"_s, sheet.done ? u"ok"_s : u"g"_s},
                            {u"label_colour"_s, sheet.done ? u"#17653a"_s : u"#4b535c"_s},
                            {u"label"_s, (sheet.done ? u"&#10003;&nbsp;"_s : QString{}) + escapedForMail(sheet.cardLabel)},
                            {u"size"_s, QString::number(size)},
                            {u"amount"_s, escapedForMail(sheet.cardAmount)},
                            {u"note"_s, escapedForMail(sheet.cardNote)}});
}

QString buttonOf(const Snippets& html, const MailSheet& sheet, const MailWords& words)
{
    if (sheet.buttonUrl.isEmpty()) return {};
    const auto host = QUrl{sheet.buttonUrl}.host(QUrl::FullyEncoded);   // punycode: a look-alike shows itself
    const auto at = sheet.buttonUrl.indexOf(host);
    return html(u"button"_s, {{u"url"_s, escapedForMail(sheet.buttonUrl)},
                              {u"label"_s, escapedForMail(sheet.buttonLabel)},
                              {u"methods"_s, sheet.methods.isEmpty() ? QString{} : html(u"methods"_s, {{u"text"_s, escapedForMail(sheet.methods)}})},
                              {u"leads_to"_s, escapedForMail(words(u"link_leads_to"_s))},
                              {u"before"_s, escapedForMail(sheet.buttonUrl.left(at))},
                              {u"host"_s, escapedForMail(host)},
                              {u"after"_s, escapedForMail(sheet.buttonUrl.mid(at + host.size()))}});
}

QString sectionOf(const Snippets& html, const MailSection& section, int top)
{
    QString rows;
    for (const auto& pair : section.pairs)
        rows += html(u"pair"_s, {{u"label"_s, escapedForMail(pair.label)},
                                 {u"value"_s, escapedForMail(pair.value)},
                                 {u"ink_class"_s, pair.sum ? u"k"_s : u"g"_s},
                                 {u"ink"_s, pair.sum ? u"#16191d"_s : u"#4b535c"_s},
                                 {u"label_weight"_s, pair.sum ? u"600"_s : u"400"_s},
                                 {u"weight"_s, pair.strong || pair.sum ? u"600"_s : u"400"_s},
                                 {u"fixed"_s, pair.keepTogether ? u" nw"_s : QString{}},
                                 {u"wrap"_s, pair.keepTogether ? u"white-space:nowrap"_s : u"word-break:break-word"_s},
                                 {u"rule"_s, pair.sum ? u"border-top:1px solid #b9c1c9"_s : QString{}}});
    const auto text = section.text.isEmpty() ? QString{} : html(u"section_text"_s, {{u"gap"_s, section.sums ? u"5px"_s : u"0"_s}, {u"text"_s, escapedForMail(section.text)}});
    return html(u"section"_s, {{u"top"_s, QString::number(top)},
                               {u"head"_s, escapedForMail(section.head)},
                               {u"pairs"_s, rows.isEmpty() ? QString{} : html(u"pairs"_s, {{u"rows"_s, rows}})},
                               {u"about"_s, section.sums ? text : QString{}},
                               {u"text"_s, section.sums ? QString{} : text}});
}

// Where the workshop's own number or address stands in a text, it can be tapped.
QString withLinks(const Snippets& html, const MailSheet& sheet, const QString& text)
{
    auto out = escapedForMail(text);
    static const QRegularExpression other{u"[^0-9+]"_s};
    const auto number = QString{sheet.phone}.remove(other);
    if (number.size() >= 5) {
        const auto shown = escapedForMail(sheet.phone);
        out.replace(shown, html(u"link"_s, {{u"url"_s, u"tel:"_s + number}, {u"text"_s, shown}}));
    }
    static const QRegularExpression address{u"\\A[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\z"_s};
    if (address.match(sheet.email).hasMatch()) out.replace(sheet.email, html(u"link"_s, {{u"url"_s, u"mailto:"_s + sheet.email}, {u"text"_s, sheet.email}}));
    return out;
}

} // namespace

int mailLogoWidth(const QByteArray& png)
{
    constexpr int kHeight = 40, kWidest = 240;   // as shown
    constexpr qint64 kMostPixels = 4000;
    if (png.size() < 26 || png.size() > limits::kMaxMailLogo || !png.startsWith("\x89PNG\r\n\x1a\n") || png.mid(12, 4) != "IHDR") return 0;
    const auto number = [&](qsizetype at) {
        qint64 n = 0;
        for (qsizetype i = 0; i < 4; ++i) n = n << 8 | static_cast<unsigned char>(png.at(at + i));
        return n;
    };
    const auto width = number(16), height = number(20);
    if (width < 1 || height < 1 || width > kMostPixels || height > kMostPixels) return 0;
    const auto shown = width * kHeight / height;
    return shown >= 8 && shown <= kWidest ? static_cast<int>(shown) : 0;
}

QString mailAsHtml(const MailSheet& sheet, const MailWords& words)
{
    const auto [accent, accentDark] = mailAccents(sheet.accent);
    const Snippets html{{{u"f"_s, u"font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif"_s}, {u"accent"_s, accent}, {u"accent_dark"_s, accentDark}}};
    const auto digits = sheet.cardAmount.size();
    const int size = digits <= 12 ? 44 : digits <= 16 ? 34 : 26;   // 123.456.789,01 € still fits a phone
    QString lead, sections, notes;
    for (qsizetype i = 0; i < sheet.lead.size(); ++i)
        lead += html(u"lead"_s, {{u"gap"_s, i + 1 < sheet.lead.size() ? u"6"_s : u"18"_s}, {u"text"_s, escapedForMail(sheet.lead.at(i))}});
    for (std::size_t i = 0; i < sheet.sections.size(); ++i) sections += sectionOf(html, sheet.sections[i], i > 0 ? 14 : sheet.buttonUrl.isEmpty() ? 20 : 0);
    for (const auto& text : sheet.closing) notes += html(u"note"_s, {{u"size"_s, u"14"_s}, {u"text"_s, withLinks(html, sheet, text)}});
    for (const auto& text : sheet.notes) notes += html(u"note"_s, {{u"size"_s, u"13"_s}, {u"text"_s, withLinks(html, sheet, text)}});
    return html(u"page"_s, {{u"lang"_s, words.language()},
                            {u"subject"_s, escapedForMail(sheet.subject)},
                            {u"preheader"_s, escapedForMail(sheet.preheader)},
                            {u"amount_small"_s, QString::number(size * 10 / 11)},
                            {u"amount_tiny"_s, QString::number(size * 10 / 13)},
                            {u"band"_s, sheet.band.isEmpty() ? QString{} : html(u"band"_s, {{u"text"_s, escapedForMail(sheet.band)}})},
                            {u"brand"_s, brandOf(html, sheet)},
                            {u"lead"_s, lead},
                            {u"card"_s, cardOf(html, sheet, size)},
                            {u"button"_s, buttonOf(html, sheet, words)},
                            {u"sections"_s, sections},
                            {u"notes"_s, notes},
                            {u"imprint"_s, withLinks(html, sheet, sheet.imprint.join(u" · "_s))}})
           + u'\n';
}

} // namespace tresen::services
