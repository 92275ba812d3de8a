// The fixed wording of the sheets in one of the owner's languages; amounts and dates are written as domain::OwnerLanguage says. Used by the pages.
#pragma once
#include "app/core/clock.h"
#include "app/domain/owner_language.h"
#include "app/ports/paper_printer.h"
#include <QDate>
#include <QHash>
#include <QString>

namespace tresen::adapters::letter {

class Texts {
public:
    // Fault::Internal "paper.library" when the table is missing or damaged.
    static Result<Texts> load(const domain::OwnerLanguage& language);

    // A key that is missing is our own mistake and is caught by the tests of the tables.
    QString operator()(const char* key) const;
    QString operator()(const char* key, const QString& n) const { return (*this)(key).replace(QStringLiteral("{n}"), n); }
    QString dated(const char* key, const QString& date) const { return (*this)(key).replace(QStringLiteral("{d}"), date); }

    const domain::OwnerLanguage& language() const { return *m_language; }
    QString number(domain::Money amount) const { return m_language->number(amount); }
    QString money(domain::Money amount) const { return m_language->money(amount); }
    QString shortDate(QDate date) const { return m_language->shortDate(date); }
    QString fullDate(QDate date) const { return m_language->sheetDate(date); }
    QString dayDate(QDate date) const { return m_language->sheetDay(date); }
    QString time(Instant at) const;                    // 09:12
    QString rowLabel(const ports::LetterRow& row) const;   // its own label, or the word for what it is: "USt 19 % auf 931,05"
    QString salutation(const QString& name) const;     // "Frau …" and "Herr …" are understood

private:
    explicit Texts(const domain::OwnerLanguage& language) : m_language{&language} {}

    const domain::OwnerLanguage* m_language;           // of ownerLanguages(), which stays
    QHash<QString, QString> m_table;
};

} // namespace tresen::adapters::letter
