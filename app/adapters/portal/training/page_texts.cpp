#include "app/adapters/portal/training/page_texts.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

// Letters that turn the reading direction could make "paid" out of an invoice's number.
bool isDirectionMark(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QStringList PageTexts::languages()
{
    QStringList out;
    for (const auto& one : domain::ownerLanguages()) out += one.code;
    return out;
}

QString PageTexts::known(const QString& language) { return domain::ownerLanguageOr(language).code; }

PageTexts::PageTexts(const QString& language) : m_language{&domain::ownerLanguageOr(language)}
{
    QFile file{u":/paypage/texts_"_s + m_language->code + u".json"_s};
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = object.begin(); it != object.end(); ++it) m_texts.insert(it.key(), it.value().toString());
}

QString PageTexts::html(const QString& key, std::initializer_list<std::pair<QString, QString>> values) const
{
    QString text = escaped(plain(key));
    for (const auto& [name, value] : values) text.replace(u'{' + name + u'}', escaped(value));
    return text;
}

QString PageTexts::time(Instant at) const
{
    return at.local().toString(u"HH:mm"_s);
}

QString escaped(const QString& text)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&': out += u"&amp;"_s; break;
        case u'<': out += u"&lt;"_s; break;
        case u'>': out += u"&gt;"_s; break;
        case u'"': out += u"&quot;"_s; break;
        case u'\'': out += u"&#39;"_s; break;
        case u'\n': out += c; break;
        default:
            if (c.category() != QChar::Other_Control && !isDirectionMark(c)) out += c;
        }
    }
    return out;
}

} // namespace tresen::adapters::training
