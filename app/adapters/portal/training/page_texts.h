// PageTexts: the pay page's words in one of the owner's languages, and escaping. Amounts and dates are written as domain::OwnerLanguage says. Called by PayPage.
#pragma once
#include "app/core/clock.h"
#include "app/domain/owner_language.h"
#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <initializer_list>
#include <utility>

namespace tresen::adapters::training {

class PageTexts {
public:
    explicit PageTexts(const QString& language);             // what is none of ours is the first of the list

    static QStringList languages();                          // the codes; the first one is the default
    static QString known(const QString& language);           // its code, or the default
    const QString& language() const { return m_language->code; }
    QStringList keys() const { return m_texts.keys(); }

    // The text with its {names} filled in, escaped for HTML. A missing key shows itself.
    QString html(const QString& key, std::initializer_list<std::pair<QString, QString>> values = {}) const;
    QString plain(const QString& key) const { return m_texts.value(key, key); }

    QString amount(domain::Money amount) const { return m_language->money(amount); }
    QString longDate(QDate date) const { return m_language->longDate(date); }
    QString shortDate(QDate date) const { return m_language->shortDate(date); }
    QString time(Instant at) const;                          // local, "14:32"

private:
    const domain::OwnerLanguage* m_language;
    QHash<QString, QString> m_texts;
};

// For element content and quoted attributes; control characters vanish, direction overrides too.
QString escaped(const QString& text);

} // namespace tresen::adapters::training
