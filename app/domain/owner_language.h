// OwnerLanguage: the languages an owner's papers come in (letter, receipt, mail, pay page), and how amounts and dates are written there. One list for
// all places: a further language is one row here and one file of words per place below resources/. The desk itself speaks German and English.
#pragma once
#include "app/domain/money.h"
#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace tresen::domain {

struct OwnerLanguage {
    enum class Unit { Behind, Before, BeforeSpaced };   // 1,00 €, €1.00, € 1,00

    QString code;                    // ISO 639-1, as it is stored: "de"
    QString locale;                  // BCP 47, for files and portals: "de-DE"
    QString name;                    // in its own words, for choices: "Deutsch"
    QStringList countries;           // ISO 3166-1: whose owners get it unasked
    QStringList ms, mr;              // how a woman and a man are addressed before the name
    QChar group, decimal;            // of an amount
    Unit unit = Unit::Behind;
    QString dayPattern;              // of QLocale::toString(): 07.12.2026
    QString longPattern;             // with weekday and month as words
    QString sheetPattern;            // in a sentence of a sheet
    QString sheetDayPattern;         // with the weekday, where there is little room
    QString first;                   // "1er": how a month's first day is written before its name; empty: like any other
    QString invoice, linkClosed;     // words for a payment portal's own page

    QString number(Money amount) const;      // 1.002,45 / 1,002.45 / 1 002,45; minus is U+2212, groups do not break
    QString money(Money amount) const;       // 1.002,45 € / €1,002.45; another currency by its code; blanks do not break
    QString shortDate(QDate date) const;     // 07.12.2026 / 7 Dec 2026 / 07/12/2026
    QString longDate(QDate date) const;      // Montag, 7. Dezember 2026 / lundi 7 décembre 2026
    QString sheetDate(QDate date) const;     // 07.12.2026 / 7 December 2026
    QString sheetDay(QDate date) const;      // Montag, 07.12.2026 / Monday, 7 December 2026
    QString rate(const QString& percent) const;   // per cent as an invoice writes it, "7.00", "5.5": 7, 5,5

private:
    QString written(QDate date, const QString& pattern) const;
};

// At least one; the first is the language of the house, which stands in for any other.
const std::vector<OwnerLanguage>& ownerLanguages();

// "fr", "fr-CH", "FR_be" are French (RFC 4647, 3.4: by the first subtag). Null: none of ours.
const OwnerLanguage* findOwnerLanguage(QStringView tag);
const OwnerLanguage& ownerLanguageOr(QStringView tag);   // or the language of the house
// The one of ours a browser likes best, by an Accept-Language header (RFC 9110, 12.5.4). Null: none of ours.
const OwnerLanguage* askedLanguage(QStringView acceptLanguage);

// Code for an owner of whom no more is known than the country of the invoice. German for none at all and where several of ours are spoken (Austria,
// Switzerland, Luxembourg, Belgium); the country's own where it is one of ours; English for all others.
QString ownerLanguage(const QString& country);

// A name as it came from the workshop system, "Frau Yıldız", "Mr Smith", "Alex Sommer".
enum class Address { Nobody, Ms, Mr, Named };
struct Addressed { Address address = Address::Nobody; QString name; };   // the name without "Frau"
Addressed addressed(const QString& name);

} // namespace tresen::domain
