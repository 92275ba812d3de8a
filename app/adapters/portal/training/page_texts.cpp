#include "app/adapters/portal/training/page_texts.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

// Resources of a static library register themselves only when asked to, and only outside a namespace.
static void registerPayPageResources() { Q_INIT_RESOURCE(paypage); }

namespace tresen::adapters::training {
namespace {

QLocale localeOf(const QString& language)
{
    return language == u"en" ? QLocale{QLocale::English, QLocale::UnitedKingdom} : QLocale{QLocale::German, QLocale::Germany};
}

// Letters that turn the reading direction could make "paid" out of an invoice's number.
bool isDirectionMark(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QStringList PageTexts::languages() { return {u"de"_s, u"en"_s}; }

QString PageTexts::known(const QString& language)
{
    return languages().contains(language) ? language : languages().first();
}

PageTexts::PageTexts(QString language) : m_language{known(language)}
{
    registerPayPageResources();
    QFile file{u":/paypage/texts_"_s + m_language + u".json"_s};
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

QString PageTexts::amount(domain::Money amount) const
{
    const auto locale = localeOf(m_language);
    const QString plainText = domain::plainAmount(amount.isNegative() ? -amount : amount);
    const qsizetype dot = plainText.indexOf(u'.');
    QString whole = plainText.left(dot);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) whole.insert(at, locale.groupSeparator());
    const QString digits = whole + locale.decimalPoint() + plainText.mid(dot + 1);
    const QString sign = amount.isNegative() ? QString{QChar{0x2212}} : QString{};
    const QString unit = amount.currency().isEuro() ? u"€"_s : amount.currency().code();
    if (m_language != u"en") return sign + digits + QChar{QChar::Nbsp} + unit;
    return sign + unit + (amount.currency().isEuro() ? QString{} : QString{QChar{QChar::Nbsp}}) + digits;
}

QString PageTexts::longDate(QDate date) const
{
    return localeOf(m_language).toString(date, m_language == u"en" ? u"dddd, d MMMM yyyy"_s : u"dddd, d. MMMM yyyy"_s);
}

QString PageTexts::shortDate(QDate date) const
{
    return localeOf(m_language).toString(date, m_language == u"en" ? u"d MMM yyyy"_s : u"dd.MM.yyyy"_s);
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
