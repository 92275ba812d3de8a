#include "ui/settings/mail_preview.h"
#include "ui/common/theme.h"
#include <QImage>
#include <QRegularExpression>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// What a mail program hides, the drawing here would show: the line for the list of mails, and the style sheet.
QString drawable(QString html)
{
    static const QRegularExpression hidden{u"<div style=\"display:none[^>]*>[^<]*</div>|<style>.*?</style>|<!--.*?-->|<title>.*?</title>"_s, QRegularExpression::DotMatchesEverythingOption};
    return html.remove(hidden);
}

} // namespace

MailPreview::MailPreview(QWidget* parent) : QTextBrowser{parent}
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
}

// The mail brings its own colours for a white page, whatever this window looks like.
void MailPreview::showMail(const services::ComposedMail& mail, bool asText)
{
    const int at = verticalScrollBar()->value();
    m_images = mail.images;
    document()->setDefaultFont(themeOf(this).font(type::body));
    if (asText) setPlainText(mail.text);
    else setHtml(drawable(mail.html));
    QPalette colors = QTextBrowser::palette();
    const auto& theme = themeOf(this);
    colors.setColor(QPalette::Base, asText ? theme.surface : QColor{0xf3, 0xf5, 0xf7});
    colors.setColor(QPalette::Text, asText ? theme.text : QColor{0x16, 0x19, 0x1d});
    setPalette(colors);
    verticalScrollBar()->setValue(at);
}

QVariant MailPreview::loadResource(int, const QUrl& name)
{
    if (name.scheme() != u"cid") return {};
    for (const auto& image : m_images)
        if (image.contentId == name.path()) return QImage::fromData(image.bytes);
    return {};
}

} // namespace tresen::ui
