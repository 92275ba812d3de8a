// MailWords: the mails' words in one of the owner's languages, and how names are written there; amounts and dates as domain::OwnerLanguage says.
// Used by composeMail() and its two drawers, and for the few words other services put before the owner.
#pragma once
#include "app/core/clock.h"
#include "app/domain/owner_language.h"
#include <QDate>
#include <QHash>
#include <QString>
#include <initializer_list>
#include <utility>

namespace tresen::services {

class MailWords {
public:
    explicit MailWords(const QString& language);                             // what is none of ours is the language of the house

    const QString& language() const { return m_language->code; }
    bool has(const QString& key) const { return m_texts.contains(key); }
    QString operator()(const QString& key) const;                            // a missing key shows itself
    QString with(const QString& key, std::initializer_list<std::pair<QString, QString>> values) const;

    QString amount(domain::Money amount) const { return m_language->money(amount); }
    QString shortDate(QDate date) const { return m_language->shortDate(date); }
    QString longDate(QDate date) const { return m_language->longDate(date); }
    QString moment(Instant at) const;                                        // local, "23.11.2026, 14:32 Uhr"
    QString name(const QString& customer) const;                             // "Frau Yıldız" is "Ms Yıldız" in English

private:
    const domain::OwnerLanguage* m_language;
    QHash<QString, QString> m_texts;
};

// Fills {names} in one pass: what a value brings along is not filled again. A value that is empty takes the blank before it along.
QString filled(const QString& text, const QHash<QString, QString>& values);

// One line of data for people: no control characters, no marks that turn the reading direction, at most `most` characters.
QString shownLine(const QString& text, qsizetype most);

} // namespace tresen::services
