#include "app/domain/owner_language.h"
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr QChar kNoBreak{u'\u00a0'}, kNarrowNoBreak{u'\u202f'}, kMinus{u'\u2212'};
constexpr qsizetype kMostAsked = 32;      // languages of one header that are looked at
constexpr int kFullWeight = 1000;         // thousandths, three digits are the most there may be

// "0.85" as 850; what is no weight counts as none.
int weightOf(QStringView text)
{
    static const QRegularExpression form{u"\\A(?:1(?:\\.0{0,3})?|0(?:\\.([0-9]{0,3}))?)\\z"_s};
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch()) return 0;
    return text.trimmed().startsWith(u'1') ? kFullWeight : match.captured(1).leftJustified(3, u'0').toInt();
}

} // namespace

const std::vector<OwnerLanguage>& ownerLanguages()
{
    using Unit = OwnerLanguage::Unit;
    static const std::vector<OwnerLanguage> all{
        {u"de"_s, u"de-DE"_s, u"Deutsch"_s, {u"DE"_s, u"AT"_s, u"CH"_s, u"LI"_s, u"LU"_s, u"BE"_s}, {u"Frau"_s}, {u"Herrn"_s, u"Herr"_s}, u'.', u',', Unit::Behind,
         u"dd.MM.yyyy"_s, u"dddd, d. MMMM yyyy"_s, u"dd.MM.yyyy"_s, u"dddd, dd.MM.yyyy"_s, {},
         u"Rechnung"_s, u"Diese Zahlungsanforderung ist nicht mehr offen. Bitte wenden Sie sich an Ihre Werkstatt."_s},
        {u"en"_s, u"en-GB"_s, u"English"_s, {}, {u"Ms"_s, u"Mrs"_s}, {u"Mr"_s}, u',', u'.', Unit::Before,
         u"d MMM yyyy"_s, u"dddd, d MMMM yyyy"_s, u"d MMMM yyyy"_s, u"dddd, d MMMM yyyy"_s, {},
         u"Invoice"_s, u"This payment request is no longer open. Please contact your workshop."_s},
        {u"fr"_s, u"fr-FR"_s, u"Français"_s, {u"FR"_s, u"MC"_s}, {u"Madame"_s, u"Mme"_s}, {u"Monsieur"_s}, kNarrowNoBreak, u',', Unit::Behind,
         u"dd/MM/yyyy"_s, u"dddd d MMMM yyyy"_s, u"dd/MM/yyyy"_s, u"dddd dd/MM/yyyy"_s, u"1er"_s,
         u"Facture"_s, u"Cette demande de paiement n’est plus ouverte. Veuillez vous adresser à votre garage."_s},
        {u"it"_s, u"it-IT"_s, u"Italiano"_s, {u"IT"_s, u"SM"_s, u"VA"_s}, {u"Signora"_s, u"Sig.ra"_s}, {u"Signor"_s, u"Sig."_s}, u'.', u',', Unit::Behind,
         u"dd/MM/yyyy"_s, u"dddd d MMMM yyyy"_s, u"dd/MM/yyyy"_s, u"dddd dd/MM/yyyy"_s, u"1º"_s,
         u"Fattura"_s, u"Questa richiesta di pagamento non è più aperta. La preghiamo di rivolgersi alla Sua officina."_s},
        {u"pl"_s, u"pl-PL"_s, u"Polski"_s, {u"PL"_s}, {u"Pani"_s}, {}, kNoBreak, u',', Unit::Behind,
         u"dd.MM.yyyy"_s, u"d MMMM yyyy '('dddd')'"_s, u"dd.MM.yyyy"_s, u"dd.MM.yyyy '('dddd')'"_s, {},
         u"Faktura"_s, u"Ta prośba o płatność nie jest już aktualna. Prosimy o kontakt z warsztatem."_s},
        {u"tr"_s, u"tr-TR"_s, u"Türkçe"_s, {u"TR"_s}, {}, {}, u'.', u',', Unit::Behind,
         u"dd.MM.yyyy"_s, u"d MMMM yyyy dddd"_s, u"dd.MM.yyyy"_s, u"dd.MM.yyyy dddd"_s, {},
         u"Fatura"_s, u"Bu ödeme talebi artık açık değil. Lütfen servisinizle iletişime geçin."_s},
        {u"nl"_s, u"nl-NL"_s, u"Nederlands"_s, {u"NL"_s}, {u"Mevrouw"_s, u"mevrouw"_s, u"Mevr."_s}, {u"De heer"_s, u"Dhr."_s}, u'.', u',', Unit::BeforeSpaced,
         u"dd-MM-yyyy"_s, u"dddd d MMMM yyyy"_s, u"dd-MM-yyyy"_s, u"dddd dd-MM-yyyy"_s, {},
         u"Factuur"_s, u"Dit betaalverzoek staat niet meer open. Neem contact op met uw garage."_s},
        {u"cs"_s, u"cs-CZ"_s, u"Čeština"_s, {u"CZ"_s}, {u"Paní"_s, u"paní"_s}, {}, kNoBreak, u',', Unit::Behind,
         u"d.\u00a0M.\u00a0yyyy"_s, u"d. MMMM yyyy '('dddd')'"_s, u"d.\u00a0M.\u00a0yyyy"_s, u"d.\u00a0M.\u00a0yyyy '('dddd')'"_s, {},
         u"Faktura"_s, u"Tato žádost o platbu již není otevřená. Obraťte se prosím na svůj servis."_s}};
    return all;
}

QString OwnerLanguage::number(Money amount) const
{
    auto digits = plainAmount(amount.isNegative() ? -amount : amount);
    digits[digits.size() - 3] = decimal;
    for (qsizetype at = digits.size() - 6; at > 0; at -= 3) digits.insert(at, group);
    return amount.isNegative() ? kMinus + digits : digits;
}

QString OwnerLanguage::money(Money amount) const
{
    const bool euro = amount.currency().isEuro();
    const auto mark = euro ? u"€"_s : amount.currency().code();
    switch (unit) {
    case Unit::Behind: return number(amount) + kNoBreak + mark;
    case Unit::BeforeSpaced: return mark + kNoBreak + number(amount);
    case Unit::Before: break;
    }
    const auto sign = amount.isNegative() ? QString{kMinus} : QString{};
    return sign + mark + (euro ? QString{} : QString{kNoBreak}) + number(amount.isNegative() ? -amount : amount);
}

QString OwnerLanguage::written(QDate date, const QString& pattern) const
{
    auto p = pattern;
    if (date.day() == 1 && !first.isEmpty()) p.replace(u"d MMMM"_s, u"'%1' MMMM"_s.arg(first));
    return QLocale{locale}.toString(date, p);
}

QString OwnerLanguage::shortDate(QDate date) const { return written(date, dayPattern); }
QString OwnerLanguage::longDate(QDate date) const { return written(date, longPattern); }
QString OwnerLanguage::sheetDate(QDate date) const { return written(date, sheetPattern); }
QString OwnerLanguage::sheetDay(QDate date) const { return written(date, sheetDayPattern); }

QString OwnerLanguage::rate(const QString& percent) const
{
    static const QRegularExpression zeros{u"(\\.[0-9]*?)0+$"_s};
    auto out = percent.isEmpty() ? u"0"_s : QString{percent}.replace(zeros, u"\\1"_s);   // 7.00 is read as 7, 5.50 as 5.5
    if (out.endsWith(u'.')) out.chop(1);
    return out.replace(u'.', decimal);
}

const OwnerLanguage* findOwnerLanguage(QStringView tag)
{
    const auto joint = std::find_if(tag.begin(), tag.end(), [](QChar c) { return c == u'-' || c == u'_'; });
    const auto wanted = tag.first(joint - tag.begin());
    const auto& all = ownerLanguages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const OwnerLanguage& one) { return wanted.compare(one.code, Qt::CaseInsensitive) == 0; });
    return found == all.end() ? nullptr : &*found;
}

const OwnerLanguage& ownerLanguageOr(QStringView tag)
{
    const auto* found = findOwnerLanguage(tag);
    return found ? *found : ownerLanguages().front();
}

const OwnerLanguage* askedLanguage(QStringView acceptLanguage)
{
    const OwnerLanguage* best = nullptr;
    int weight = 0;
    qsizetype looked = 0;
    for (const auto part : acceptLanguage.split(u',')) {
        if (looked++ == kMostAsked) break;
        const auto semicolon = part.indexOf(u';');
        const auto rest = semicolon < 0 ? QStringView{} : part.sliced(semicolon + 1).trimmed();
        const int own = semicolon < 0 ? kFullWeight : rest.startsWith(u"q=", Qt::CaseInsensitive) ? weightOf(rest.sliced(2)) : 0;
        const auto* one = findOwnerLanguage((semicolon < 0 ? part : part.first(semicolon)).trimmed());
        if (!one || own <= weight) continue;   // of equal ones the first
        best = one;
        weight = own;
    }
    return best;
}

QString ownerLanguage(const QString& country)
{
    const auto& all = ownerLanguages();
    if (country.isEmpty()) return all.front().code;
    const auto found = std::find_if(all.begin(), all.end(), [&](const OwnerLanguage& one) { return one.countries.contains(country, Qt::CaseInsensitive); });
    return found == all.end() ? u"en"_s : found->code;
}

Addressed addressed(const QString& name)
{
    const auto whole = name.trimmed();
    if (whole.isEmpty()) return {};
    const auto rest = [&](const QStringList& words) {
        for (const auto& word : words)
            if (whole.startsWith(word + u' ')) return whole.mid(word.size() + 1).trimmed();
        return QString{};
    };
    for (const auto& one : ownerLanguages()) {
        if (const auto n = rest(one.ms); !n.isEmpty()) return {Address::Ms, n};
        if (const auto n = rest(one.mr); !n.isEmpty()) return {Address::Mr, n};
    }
    return {Address::Named, whole};
}

} // namespace tresen::domain
