// PageTexts: the pay page's words in one language, escaping, and how amounts and dates are written there. Called by PayPage.
#pragma once
#include "app/core/clock.h"
#include "app/domain/money.h"
#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <initializer_list>
#include <utility>

namespace tresen::adapters::training {

class PageTexts {
public:
    explicit PageTexts(QString language);                    // "de", "en"; anything else is "de"

    static QStringList languages();                          // the first one is the default
    static QString known(const QString& language);           // itself, or the default
    const QString& language() const { return m_language; }
    QStringList keys() const { return m_texts.keys(); }

    // The text with its {names} filled in, escaped for HTML. A missing key shows itself.
    QString html(const QString& key, std::initializer_list<std::pair<QString, QString>> values = {}) const;
    QString plain(const QString& key) const { return m_texts.value(key, key); }

    QString amount(domain::Money amount) const;              // "1.002,45 €", "€1,002.45"; minus is U+2212, blanks do not break
    QString longDate(QDate date) const;                      // "Montag, 7. Dezember 2026"
    QString shortDate(QDate date) const;                     // "07.12.2026", "7 Dec 2026"
    QString time(Instant at) const;                          // local, "14:32"

private:
    QString m_language;
    QHash<QString, QString> m_texts;
};

// For element content and quoted attributes; control characters vanish, direction overrides too.
QString escaped(const QString& text);

} // namespace tresen::adapters::training
