#include "app/adapters/workshop/table/money_titles.h"
#include "app/adapters/workshop/table/table_fields.h"
#include <QStringList>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

// Folded parts of a title, parted by blanks. With "=" before it a word of its own, with "^" the beginning of one: short ones would be found anywhere.
constexpr QStringView kNotPaid = u"unbezahlt unpaid notpaid nichtbezahlt nichtgezahlt nochnichtbez tobepaid nichtbeglichen unbeglichen notyetpaid";
constexpr QStringView kOther = u"interest zins mahn gebuehr rabatt nachlass skonto discount lohn arbeit labour labor material ^teile =parts preis price =ek =vk =ep =gp kosten cost stueck menge "
                               u"quantity =qty =std stunden hours prozent percent =satz steuersatz mwstsatz ustsatz zinssatz =rate provision rohertrag marge margin porto fracht versand freight shipping pfand =aw "
                               u"=db deckungsbeitrag fremdleistung listenpr =km";
constexpr QStringView kDue = u"^rest restbetr restforder restsumme restschuld restzahl restsaldo restgeld zahlungsrest rechnungsrest betragsrest ^offen nochoffen =off =op ^opbetr ^opsaldo "
                             u"offenbetr zuzahlend zahlbetr ^zahlungsbetr zahlsumme zahlungssumme zuzahlen zzahlen zzhl nochzu zubezahl zubez zubegleich zuentricht zuueberweis zuzahlbar zahlbar "
                             u"forderung saldo schuld aussenst aussensteh ausstehend ausstaend verbleib verblieben uebrig faellig fallig ueberweisungsbetr abbuchungsbetr einzugsbetr lastschriftbetr =due amountdue "
                             u"balance outstanding ^open remaining remainder topay payable owing =owed ^receivable lefttopay =left";
constexpr QStringView kPrepaid = u"anzahlung anzahlg anzlg =azlg akonto aconto acconto abschlag abschlaeg vorauszahl vorauskass vorauszlg vorausbez vorkass vorschuss vorausgez vorabzahl geleist "
                                 u"bezahlt gezahlt bereitsbez schonbez bishergez teilzahl teilbez ratenzahl barzahlung kartenzahlung eczahlung einzahl zahlungseing zahlungenbisher bisherigezahl "
                                 u"eingegangen erhaltenezahl zahlungerhalten erhalten beglichen entrichtet angerechnet anrechnung deposit downpay downpmt prepaid prepay =advance ^advancepay "
                                 u"=paid amountpaid paidamount alreadypaid paidtodate payments paymentreceived paymentsreceived received retainer partialpay partpay onaccount";
// With one of these it may as well be what is left after it.
constexpr QStringView kAround = u"abzgl abzueg abzug abzg nachanz nachabz ohneanz minus =less =after inkl incl exkl excl =without =before =vor =nach =ohne restanz nachzahl";
constexpr QStringView kTax = u"mwst mwstr mehrwertst umsatzst ^ust =vat ^vat steuer ^tax =gst";
constexpr QStringView kNet = u"netto =net ^nett bemessungsgrundl taxable subtotal zwischensumme warenwert steuerpflichtig steuerfrei";
constexpr QStringView kGross = u"brutto ^gross gesamt summe =total ^total endbetrag rechnungsbetr ^rgbetr ^rebetr invoiceamount grandtotal insgesamt";

// "AmountDue" is two words, as "amount_due" and "amount due" are.
QStringList wordsOf(QStringView title)
{
    QStringList out;
    QString word;
    const auto close = [&] {
        if (!word.isEmpty()) out << foldTitle(word);
        word.clear();
    };
    for (qsizetype i = 0; i < title.size(); ++i) {
        const QChar c = title[i];
        if (!c.isLetterOrNumber()) {
            close();
            continue;
        }
        if (c.isUpper() && i > 0 && title[i - 1].isLower()) close();
        word += c;
    }
    close();
    return out;
}

bool says(QStringView parts, const QString& whole, const QStringList& words)
{
    const auto list = parts.split(u' ');
    return std::any_of(list.begin(), list.end(), [&](QStringView part) {
        if (part.startsWith(u'=')) return words.contains(part.mid(1));
        if (part.startsWith(u'^')) return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(part.mid(1)); });
        return whole.contains(part);
    });
}

} // namespace

MoneyWord moneyWordOf(QStringView title)
{
    const auto words = wordsOf(title);
    const auto whole = words.join(QString{});
    const auto has = [&](QStringView parts) { return says(parts, whole, words); };
    const bool unpaid = has(kNotPaid);
    const bool interest = whole.contains(u"interest") || whole.contains(u"zins");   // "interest" holds "rest"
    const bool due = !interest && (unpaid || has(kDue)), paid = !unpaid && has(kPrepaid);
    const bool part = has(kTax) || has(kNet);
    if (due && paid) return MoneyWord::None;
    if ((due || paid) && part && !whole.contains(u"brutto") && !whole.contains(u"gross")) return MoneyWord::Part;
    if (paid) return has(kAround) ? MoneyWord::None : MoneyWord::Prepaid;
    if (due) return MoneyWord::Due;
    if (has(kAround) && !part) return MoneyWord::None;
    if (has(kOther)) return MoneyWord::Other;
    if (has(kTax)) return MoneyWord::Tax;
    if (has(kNet)) return MoneyWord::Net;
    return has(kGross) ? MoneyWord::Gross : MoneyWord::None;
}

bool namesWhatIsLeft(QStringView title)
{
    constexpr QStringView left = u"^rest restbetr restforder offen noch zahl zubegl unbez ueberweis verbleib uebrig due outstanding remain =left pay";
    const auto words = wordsOf(title);
    return moneyWordOf(title) == MoneyWord::Due && says(left, words.join(QString{}), words);
}

} // namespace tresen::adapters::table
