#include "app/adapters/workshop/table/table_fields.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

using domain::Invoice;
using domain::Money;

domain::PrecedingInvoice& firstPreceding(Draft& d)
{
    if (d.invoice.preceding.empty()) d.invoice.preceding.push_back({});
    return d.invoice.preceding.front();
}

constexpr Field textField(const char* name, QString& (*slot)(Draft&), bool repeats = false) { return {name, FieldKind::Text, repeats, slot, nullptr, nullptr}; }
constexpr Field keyField(const char* name, QString& (*slot)(Draft&)) { return {name, FieldKind::Key, false, slot, nullptr, nullptr}; }
constexpr Field decimalField(const char* name, QString& (*slot)(Draft&)) { return {name, FieldKind::Decimal, false, slot, nullptr, nullptr}; }
constexpr Field amountField(const char* name, std::optional<Money>& (*slot)(Draft&)) { return {name, FieldKind::Amount, false, nullptr, slot, nullptr}; }
constexpr Field lineAmountField(const char* name, std::optional<Money>& (*slot)(Draft&)) { return {name, FieldKind::LineAmount, false, nullptr, slot, nullptr}; }
constexpr Field dateField(const char* name, QDate& (*slot)(Draft&)) { return {name, FieldKind::Date, false, nullptr, nullptr, slot}; }
constexpr Field wordField(const char* name, QString& (*slot)(Draft&)) { return {name, FieldKind::Word, false, slot, nullptr, nullptr}; }

struct Entry { Field field; const char16_t* titles; };   // folded titles, parted by blanks

const Entry kEntries[] = {
    {keyField("number", [](Draft& d) -> QString& { return d.invoice.number; }),
        u"rechnungsnummer rechnungsnr rgnr renr rnr rechnr rgnummer rechnung belegnummer belegnr beleg fakturanummer fakturanr invoicenumber invoiceno invoicenr invoice invno"},
    {wordField("type", [](Draft& d) -> QString& { return d.invoice.typeCode; }), u"belegart rechnungsart rechnungstyp belegtyp satzart vorgangsart vorgangstyp dokumentart dokumenttyp typ art invoicetype documenttype doctype type"},
    {dateField("issue_date", [](Draft& d) -> QDate& { return d.invoice.issueDate; }),
        u"rechnungsdatum rgdatum redatum rechdatum rechnungvom belegdatum fakturadatum invoicedate issuedate documentdate datum date"},
    {dateField("due_date", [](Draft& d) -> QDate& { return d.invoice.dueDate; }), u"faelligkeit faelligam faellig faelligkeitsdatum zahlbarbis zahlungsziel nettofaelligkeit duedate due payableby"},
    {dateField("delivery_date", [](Draft& d) -> QDate& { return d.invoice.deliveryDate; }), u"leistungsdatum lieferdatum servicedate deliverydate"},
    {amountField("gross", [](Draft& d) -> std::optional<Money>& { return d.invoice.gross; }),
        u"brutto bruttobetrag rechnungsbetrag rgbetrag rebetrag gesamtbetrag gesamtbrutto bruttosumme endbetrag betragbrutto rechnungssumme gesamt summe betrag umsatz gross grossamount "
        u"grosstotal total totalamount invoiceamount invoicetotal grandtotal amount"},
    {amountField("net", [](Draft& d) -> std::optional<Money>& { return d.invoice.net; }), u"netto nettobetrag gesamtnetto nettosumme betragnetto net netamount nettotal subtotal"},
    {amountField("tax", [](Draft& d) -> std::optional<Money>& { return d.invoice.tax; }),
        u"mwst mwstbetrag ust ustbetrag umsatzsteuer steuer steuerbetrag mehrwertsteuer vat vatamount tax taxamount"},
    {amountField("amount_due", [](Draft& d) -> std::optional<Money>& { return d.invoice.amountDue; }),
        u"offen offenerbetrag zahlbetrag restbetrag zuzahlen nochzuzahlen nochoffen restforderung offenbetrag saldo rest amountdue balance balancedue openamount outstanding payable"},
    {amountField("prepaid", [](Draft& d) -> std::optional<Money>& { return d.invoice.prepaid; }), u"anzahlung angezahlt bereitsbezahlt geleisteteanzahlung anzahlungen anzahlungsbetrag prepaid deposit amountpaid"},
    {Field{"sign", FieldKind::Sign, false, nullptr, nullptr, nullptr}, u"sollhaben sollhabenkennzeichen sh shkz sollhabenkz vorzeichen debitcredit dc sign"},
    {wordField("currency", nullptr), u"waehrung whg wkz waehrungskennzeichen currency currencycode ccy"},
    {keyField("customer.id", [](Draft& d) -> QString& { return d.invoice.buyer.id; }),
        u"kundennummer kundennr kdnr kdnummer kunr debitor debitornr debitornummer debitorenkonto debitorenkontonummer customernumber customerno customerid accountno account kunde"},
    {textField("customer.first_name", [](Draft& d) -> QString& { return d.firstName; }), u"vorname firstname givenname"},
    {textField("customer.name", [](Draft& d) -> QString& { return d.invoice.buyer.name; }, true),
        u"kunde kundenname kundename customer customername name name1 nachname lastname firma company auftraggeber besteller client debitor debitorname "
        u"rechnungsname rechnungsempfaenger billto suchname kundensuchname matchcode name2 name3 namenszusatz"},
    {textField("customer.street", [](Draft& d) -> QString& { return d.invoice.buyer.address.street; }), u"strasse str strassehausnummer strassehausnr anschrift adresse street address address1 addressline1"},
    {textField("customer.postcode", [](Draft& d) -> QString& { return d.invoice.buyer.address.postcode; }), u"plz postleitzahl postcode zip zipcode postalcode"},
    {textField("customer.city", [](Draft& d) -> QString& { return d.invoice.buyer.address.city; }), u"ort stadt wohnort city town"},
    {wordField("customer.country", [](Draft& d) -> QString& { return d.invoice.buyer.address.country; }), u"land laenderkennzeichen lkz country countrycode"},
    {textField("customer.email", [](Draft& d) -> QString& { return d.invoice.buyer.email; }), u"email emailadresse mail mailadresse emailaddress"},
    {textField("customer.phone", [](Draft& d) -> QString& { return d.invoice.buyer.phone; }), u"telefon tel telefonnummer mobil handy mobiltelefon telefon1 phone phonenumber mobile telephone"},
    {textField("keeper", [](Draft& d) -> QString& { return d.invoice.keeper; }), u"halter fahrzeughalter haltername halterin keeper registeredkeeper vehiclekeeper vehicleowner owner"},
    {textField("payer.name", [](Draft& d) -> QString& { return d.payer.name; }),
        u"zahler zahlungspflichtiger zahlungspflichtige abweichenderrechnungsempfaenger abwrechnungsempfaenger regulierer payer invoicee invoicerecipient"},
    {keyField("payer.id", [](Draft& d) -> QString& { return d.payer.id; }), u"zahlernummer zahlernr zahlerkonto regulierernummer payernumber payerid"},
    {textField("payer.street", [](Draft& d) -> QString& { return d.payer.address.street; }), u"zahlerstrasse strassezahler payerstreet"},
    {textField("payer.postcode", [](Draft& d) -> QString& { return d.payer.address.postcode; }), u"zahlerplz plzzahler payerpostcode payerzip"},
    {textField("payer.city", [](Draft& d) -> QString& { return d.payer.address.city; }), u"zahlerort ortzahler payercity payertown"},
    {textField("payer.email", [](Draft& d) -> QString& { return d.payer.email; }), u"zahleremail emailzahler zahlermail payeremail payermail"},
    {textField("plate", [](Draft& d) -> QString& { return d.invoice.vehicle.plate; }),
        u"kennzeichen kfzkennzeichen amtlkennzeichen amtlicheskennzeichen polkennzeichen polizeilicheskennzeichen kfz plate licenseplate licenceplate registration registrationnumber regno vrm"},
    {textField("vin", [](Draft& d) -> QString& { return d.invoice.vehicle.vin; }), u"fin fahrgestellnummer fahrgestellnr fgstnr fahrzeugidentnr fahrzeugidentnummer fahrzeugidentifizierungsnummer vin chassis chassisnumber"},
    {textField("vehicle", [](Draft& d) -> QString& { return d.invoice.vehicle.model; }), u"fahrzeug fahrzeugtyp modell fahrzeugmodell fabrikat vehicle model vehiclemodel car"},
    {textField("mileage", [](Draft& d) -> QString& { return d.invoice.vehicle.mileage; }), u"kmstand kilometerstand km laufleistung mileage odometer"},
    {textField("work", [](Draft& d) -> QString& { return d.invoice.vehicle.work; }, true), u"arbeit arbeiten auftragstext leistung bezeichnung betreff work workdone job description"},
    {keyField("order", [](Draft& d) -> QString& { return d.invoice.salesOrderRef; }), u"auftragsnummer auftragsnr aufnr auftrag werkstattauftrag orderno ordernumber order jobnumber jobno repairorder rono"},
    {textField("note", [](Draft& d) -> QString& { return d.note; }, true), u"bemerkung bemerkungen notiz hinweis text buchungstext kommentar note notes remark remarks comment"},
    {wordField("payment_means", nullptr), u"zahlungsart zahlart zahlungsweise zahlungsbedingung paymentmethod paymentmeans paymenttype"},
    {keyField("iban", [](Draft& d) -> QString& { return d.invoice.iban; }), u"iban bankverbindung"},
    {textField("account_holder", [](Draft& d) -> QString& { return d.invoice.accountHolder; }), u"kontoinhaber zahlungsempfaenger accountholder beneficiary"},
    {textField("payee", [](Draft& d) -> QString& { return d.invoice.payee; }), u"abtretungan factor factoring payee"},
    {textField("remittance", [](Draft& d) -> QString& { return d.invoice.remittance; }), u"verwendungszweck zahlungsreferenz remittance paymentreference"},
    {keyField("preceding", [](Draft& d) -> QString& { return firstPreceding(d).number; }),
        u"bezugsrechnung ursprungsrechnung originalrechnung zurechnung gutschriftzu stornozu precedinginvoice originalinvoice creditedinvoice"},
    {dateField("preceding_date", [](Draft& d) -> QDate& { return firstPreceding(d).date; }), u"bezugsdatum originaldatum ursprungsdatum precedingdate originaldate"},
    {decimalField("discount.days", [](Draft& d) -> QString& { return d.discountDays; }), u"skontotage skontofrist discountdays"},
    {decimalField("discount.percent", [](Draft& d) -> QString& { return d.discountPercent; }), u"skontoprozent skontosatz discountpercent discountprozent"},
    {keyField("key", [](Draft& d) -> QString& { return d.key; }), u""},
    {textField("line.id", [](Draft& d) -> QString& { return d.line.id; }), u"pos position posnr positionsnr lineno linenumber line"},
    {textField("line.name", [](Draft& d) -> QString& { return d.line.name; }, true), u"positionstext postext artikelbezeichnung artikel item itemname linetext linedescription"},
    {decimalField("line.quantity", [](Draft& d) -> QString& { return d.line.quantity; }), u"menge anzahl stueck quantity qty"},
    {textField("line.unit", [](Draft& d) -> QString& { return d.line.unit; }), u"einheit me mengeneinheit unit"},
    {lineAmountField("line.net", [](Draft& d) -> std::optional<Money>& { return d.amounts.net; }), u"posnetto positionsnetto nettoposition zeilennetto linenet linenetamount"},
    {lineAmountField("line.tax", [](Draft& d) -> std::optional<Money>& { return d.amounts.tax; }), u"posmwst posust positionsmwst zeilenmwst linetax linevat"},
    {lineAmountField("line.gross", [](Draft& d) -> std::optional<Money>& { return d.amounts.gross; }),
        u"posbrutto positionsbrutto bruttoposition zeilenbrutto posbetrag positionsbetrag zeilenbetrag linegross linetotal lineamount"},
    {decimalField("line.tax_rate", [](Draft& d) -> QString& { return d.line.vatRate; }), u"mwstsatz ustsatz steuersatz mwstprozent ustprozent posmwstsatz taxrate vatrate"},
};

} // namespace

const Field* findField(QStringView name)
{
    const auto at = std::find_if(std::begin(kEntries), std::end(kEntries), [name](const Entry& e) { return name == QLatin1StringView{e.field.name}; });
    return at == std::end(kEntries) ? nullptr : &at->field;
}

QStringList commonTitles(const Field& field)
{
    const auto at = std::find_if(std::begin(kEntries), std::end(kEntries), [&](const Entry& e) { return &e.field == &field; });
    return at == std::end(kEntries) ? QStringList{} : QString::fromUtf16(at->titles).split(u' ', Qt::SkipEmptyParts);
}

std::vector<const Field*> allFields()
{
    std::vector<const Field*> out;
    for (const auto& entry : kEntries) out.push_back(&entry.field);
    return out;
}

QString foldTitle(QStringView title)
{
    QString out;
    for (const QChar c : title) {
        switch (c.toLower().unicode()) {
        case u'ä': out += u"ae"; break;
        case u'ö': out += u"oe"; break;
        case u'ü': out += u"ue"; break;
        case u'ß': out += u"ss"; break;
        case u'%': out += u"prozent"; break;
        default:
            if (c.isLetterOrNumber()) out += c.toLower();
        }
    }
    return out;
}

} // namespace tresen::adapters::table
