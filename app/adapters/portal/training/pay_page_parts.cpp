#include "app/adapters/portal/training/pay_page_parts.h"
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training::parts {
namespace {

constexpr int kLongSum = 11;   // characters; beyond it the smaller size

QString lineIcon(const QString& path)
{
    return u"<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\">"_s
           + path + u"</svg>"_s;
}

QString stateIcon(const QString& labelHtml, const QString& shapes)
{
    return u"<svg viewBox=\"0 0 48 48\" fill=\"none\" stroke-width=\"4.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\" role=\"img\" aria-label=\""_s
           + labelHtml + u"\">"_s + shapes + u"</svg>"_s;
}

bool isGermanPlate(const QString& text)
{
    static const QRegularExpression form{u"^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?[0-9]{1,4}[EH]?$"_s};
    return form.match(text).hasMatch();
}

} // namespace

QString icon(Icon which, const PageTexts& texts)
{
    switch (which) {
    case Icon::Till: return lineIcon(u"<path d=\"M3 20h18v-6H3zM5 14l2-7h10l2 7M9 7V3.5h6V7M10 17h4\"/>"_s);
    case Icon::Document: return lineIcon(u"<path d=\"M6 2.5h8.5L19 7v14.5H6zM14 2.5v5h5M9 12h7M9 16h5\"/>"_s);
    case Icon::Lock: return lineIcon(u"<rect x=\"5\" y=\"11\" width=\"14\" height=\"9\" rx=\"2\"/><path d=\"M8 11V8a4 4 0 0 1 8 0v3\"/>"_s);
    case Icon::Key: return lineIcon(u"<circle cx=\"8\" cy=\"12\" r=\"4\"/><path d=\"M12 12h9v4M17 12v3\"/>"_s);
    case Icon::Globe: return lineIcon(u"<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18\"/>"_s);
    case Icon::Phone:
        return lineIcon(
            u"<path d=\"M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v4c0 1-1 2-2 2C10.500 20.500 3.500 13.500 3 5c0-1 1-2 2-2z\"/>"_s);
    case Icon::Done:
        return stateIcon(
            texts.html(u"icon_done"_s),
            u"<circle cx=\"24\" cy=\"24\" r=\"22\" fill=\"var(--ok)\"/><path d=\"M14 25l7 7 14-15\" stroke=\"var(--card)\"/>"_s);
    case Icon::Wait:
        return stateIcon(
            texts.html(u"icon_wait"_s),
            u"<circle cx=\"24\" cy=\"24\" r=\"20\" stroke=\"var(--line)\"/><path class=\"spin\" d=\"M24 4a20 20 0 0 1 20 20\" stroke=\"var(--acc)\"/>"_s);
    case Icon::Note:
        return stateIcon(texts.html(u"icon_note"_s),
                         u"<g stroke=\"var(--warn)\"><circle cx=\"24\" cy=\"24\" r=\"21\"/><path d=\"M24 13v14M24 34v.1\"/></g>"_s);
    }
    return {};
}

QString plate(const QString& text, const PageTexts& texts)
{
    if (text.trimmed().isEmpty()) return {};
    const QString band = isGermanPlate(text) ? u"<i aria-hidden=\"true\">D</i>"_s : QString{};
    return u"<span class=\"plate\" role=\"img\" aria-label=\""_s + texts.html(u"plate_label"_s, {{u"plate"_s, text}}) + u"\">"_s + band
           + escaped(text) + u"</span>"_s;
}

QString sum(const QString& formatted)
{
    if (formatted.isEmpty()) return {};
    return (formatted.size() > kLongSum ? u"<p class=\"sum l\">"_s : u"<p class=\"sum\">"_s) + escaped(formatted) + u"</p>"_s;
}

QString stateHead(Icon which, const PageTexts& texts, const QString& titleHtml, const QString& formattedSum, const QString& textHtml,
                  const QString& below)
{
    const QString text = textHtml.isEmpty() ? QString{} : u"<p>"_s + textHtml + u"</p>"_s;
    return u"<div class=\"state\" role=\"status\">"_s + icon(which, texts) + u"<h1>"_s + titleHtml + u"</h1>"_s + sum(formattedSum) + text
           + below + u"</div>"_s;
}

QString note(const QString& kind, const QString& iconHtml, const QString& titleHtml, const QString& textHtml)
{
    const QString text = textHtml.isEmpty() ? QString{} : u"<p>"_s + textHtml + u"</p>"_s;
    return u"<div class=\"note "_s + kind + u"\">"_s + iconHtml + u"<div><b>"_s + titleHtml + u"</b>"_s + text + u"</div></div>"_s;
}

QString pair(const QString& labelHtml, const QString& valueHtml)
{
    if (valueHtml.isEmpty()) return {};
    return u"<div><dt>"_s + labelHtml + u"</dt><dd>"_s + valueHtml + u"</dd></div>"_s;
}

QString choice(const QString& iconHtml, const QString& titleHtml, const QString& subHtml)
{
    return iconHtml + u"<span><b>"_s + titleHtml + u"</b><small>"_s + subHtml + u"</small></span>"_s;
}

QString primary(const QString& titleHtml, const QString& subHtml)
{
    return u"<span>"_s + titleHtml + (subHtml.isEmpty() ? QString{} : u"<small>"_s + subHtml + u"</small>"_s) + u"</span>"_s;
}

QString letterTile(const QString& name)
{
    const QString letter =
        name.trimmed().isEmpty() ? u"?"_s : name.trimmed().left(name.trimmed().at(0).isHighSurrogate() ? 2 : 1).toUpper();
    return u"<svg viewBox=\"0 0 40 40\" aria-hidden=\"true\"><rect width=\"40\" height=\"40\" rx=\"8\" fill=\"var(--acc)\"/><text x=\"20\" y=\"28\" text-anchor=\"middle\" font-size=\"22\" font-weight=\"700\" fill=\"var(--on)\">"_s
           + escaped(letter) + u"</text></svg>"_s;
}

} // namespace tresen::adapters::training::parts
