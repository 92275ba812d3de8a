// The fixed wording of the sheets and the written form of amounts and dates, per language of the owner. Used by the pages.
#pragma once
#include "app/core/clock.h"
#include "app/domain/money.h"
#include "app/ports/paper_printer.h"
#include <QDate>
#include <QHash>
#include <QString>

namespace tresen::adapters::letter {

class Texts {
public:
    // "en" and "en-…" are English; everything else is German, the language of the house. Fault::Internal "paper.library" when a table is damaged.
    static Result<Texts> load(const QString& language);

    // A key that is missing is our own mistake and is caught by the tests of the tables.
    QString operator()(const char* key) const;
    QString operator()(const char* key, const QString& n) const { return (*this)(key).replace(QStringLiteral("{n}"), n); }
    QString dated(const char* key, const QString& date) const { return (*this)(key).replace(QStringLiteral("{d}"), date); }

    bool german() const { return m_german; }
    QString number(domain::Money amount) const;        // 1.002,45 / 1,002.45, minus U+2212
    QString money(domain::Money amount) const;         // 1.002,45 € / €1,002.45
    QString shortDate(QDate date) const;               // 07.12.2026 / 7 Dec 2026
    QString fullDate(QDate date) const;                // 07.12.2026 / 7 December 2026
    QString dayDate(QDate date) const;                 // Montag, 07.12.2026 / Monday, 7 December 2026
    QString time(Instant at) const;                    // 09:12
    QString rowLabel(const ports::LetterRow& row) const;   // its own label, or the word for what it is: "USt 19 % auf 931,05"
    QString salutation(const QString& name) const;     // "Frau …" and "Herr …" are understood

private:
    bool m_german = true;
    QHash<QString, QString> m_table;
};

} // namespace tresen::adapters::letter
