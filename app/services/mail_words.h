// MailWords: the mails' words in one language, and how names, amounts and dates are written there. Used by composeMail() and its two drawers.
#pragma once
#include "app/core/clock.h"
#include "app/domain/money.h"
#include <QDate>
#include <QHash>
#include <QString>
#include <initializer_list>
#include <utility>

namespace tresen::services {

class MailWords {
public:
    explicit MailWords(const QString& language);

    bool isGerman() const { return m_german; }
    QString language() const { return m_german ? QStringLiteral("de") : QStringLiteral("en"); }
    bool has(const QString& key) const { return m_texts.contains(key); }
    QString operator()(const QString& key) const;                            // a missing key shows itself
    QString with(const QString& key, std::initializer_list<std::pair<QString, QString>> values) const;

    QString amount(domain::Money amount) const;                              // "1.002,45 €", "€1,002.45"; minus is U+2212, blanks do not break
    QString shortDate(QDate date) const;                                     // "07.12.2026", "7 Dec 2026"
    QString longDate(QDate date) const;                                      // "Montag, 7. Dezember 2026", "Monday, 7 December 2026"
    QString moment(Instant at) const;                                        // local, "23.11.2026, 14:32 Uhr"
    QString name(const QString& customer) const;                             // "Frau Yıldız" is "Ms Yıldız" in English

private:
    bool m_german = true;
    QHash<QString, QString> m_texts;
};

// Fills {names} in one pass: what a value brings along is not filled again. A value that is empty takes the blank before it along.
QString filled(const QString& text, const QHash<QString, QString>& values);

// One line of data for people: no control characters, no marks that turn the reading direction, at most `most` characters.
QString shownLine(const QString& text, qsizetype most);

} // namespace tresen::services
