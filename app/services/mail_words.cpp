#include "app/services/mail_words.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// Letters that turn the reading direction could make "paid" out of an invoice's number.
bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

MailWords::MailWords(const QString& language) : m_language{&domain::ownerLanguageOr(language)}
{
    QFile file{u":/mail/texts_"_s + m_language->code + u".json"_s};
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const auto table = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = table.begin(); it != table.end(); ++it) m_texts.insert(it.key(), it.value().toString());
}

QString MailWords::operator()(const QString& key) const { return m_texts.value(key, key); }

QString MailWords::with(const QString& key, std::initializer_list<std::pair<QString, QString>> values) const
{
    QHash<QString, QString> table;
    for (const auto& [name, value] : values) table.insert(name, value);
    return filled((*this)(key), table);
}

QString MailWords::moment(Instant at) const
{
    return with(u"moment"_s, {{u"d"_s, shortDate(at.local().date())}, {u"t"_s, at.local().toString(u"HH:mm"_s)}});
}

QString MailWords::name(const QString& customer) const
{
    const auto who = domain::addressed(customer);
    switch (who.address) {
    case domain::Address::Ms: return with(u"ms"_s, {{u"n"_s, who.name}});
    case domain::Address::Mr: return with(u"mr"_s, {{u"n"_s, who.name}});
    case domain::Address::Nobody:
    case domain::Address::Named: break;
    }
    return who.name;
}

QString filled(const QString& text, const QHash<QString, QString>& values)
{
    static const QRegularExpression place{u"( ?)\\{([a-z]+)\\}"_s};
    QString out;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto value = values.constFind(match.captured(2));
        out += QStringView{text}.sliced(from, match.capturedStart() - from);
        if (value == values.constEnd()) out += match.captured();
        else if (!value->isEmpty()) out += match.captured(1) + *value;
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString shownLine(const QString& text, qsizetype most)
{
    QString out;
    for (const QChar c : text.left(most * 4)) {
        if (c.isSpace() && c != u'\u00a0') out += u' ';
        else if (c.category() != QChar::Other_Control && !turnsDirection(c)) out += c;
    }
    out = out.trimmed();
    while (out.contains(u"  "_s)) out.replace(u"  "_s, u" "_s);
    if (out.size() <= most) return out;
    qsizetype end = most - 1;
    if (out.at(end - 1).isHighSurrogate()) --end;
    return out.left(end) + u'…';
}

} // namespace tresen::services
