#include "app/adapters/workshop/einvoice/pdf_proposal.h"
#include "app/adapters/workshop/einvoice/pdf_totals.h"
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include "app/core/limits.h"
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

// Bounded everywhere: the text is foreign.
const QRegularExpression& numberPattern()
{
    static const QRegularExpression re{
        u"\\b(?:rechnungs?[- ]?(?:nummer|nr\\.?|no\\.?)|rechnung\\s{1,3}nr\\.?|re\\.?-?nr\\.?|beleg(?:nummer|-?nr\\.?)|invoice\\s{1,3}(?:number|no\\.?|#))\\s{0,5}[:#]?\\s{0,10}([\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{1,39})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    return re;
}

const QRegularExpression& datePattern()
{
    static const QRegularExpression re{
        u"\\b(?:rechnungs[- ]?datum|belegdatum|invoice\\s{1,3}date|datum|date)\\s{0,5}:?\\s{0,10}(?:([0-3]?[0-9])\\.([01]?[0-9])\\.(20[0-9]{2}|[0-9]{2})|(20[0-9]{2})-([01][0-9])-([0-3][0-9]))(?![0-9])"_s,
        QRegularExpression::CaseInsensitiveOption};
    return re;
}

const QRegularExpression& totalPattern()
{
    static const QRegularExpression re{
        u"(?:gesamtbetrag|rechnungsbetrag|rechnungssumme|zahlbetrag|endbetrag|bruttobetrag|gesamtsumme|zu\\s{1,3}zahlen(?:der\\s{1,3}betrag)?|total\\s{1,3}amount|amount\\s{1,3}due|grand\\s{1,3}total)([^\\r\\n]{0,60}(?:\\r?\\n[^\\r\\n]{0,30})?)"_s,
        QRegularExpression::CaseInsensitiveOption};
    return re;
}

const QRegularExpression& duePattern()
{
    static const QRegularExpression re{
        u"\\b(?:f(?:ä|ae)llig(?:\\s{1,3}(?:am|bis))?|f(?:ä|ae)lligkeit(?:sdatum)?|zahlbar\\s{1,3}bis(?:\\s{1,3}(?:zum|sp(?:ä|ae)testens))?|zu\\s{1,3}zahlen\\s{1,3}bis(?:\\s{1,3}zum)?|due\\s{1,3}(?:date|on|by))\\s{0,5}:?\\s{0,10}"
        u"(?:([0-3]?[0-9])\\.([01]?[0-9])\\.(20[0-9]{2}|[0-9]{2})|(20[0-9]{2})-([01][0-9])-([0-3][0-9]))(?![0-9])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    return re;
}

const QRegularExpression& customerIdPattern()
{
    static const QRegularExpression re{
        u"\\b(?:kunden?[- ]?(?:nummer|nr\\.?|no\\.?)|kd\\.?[- ]?nr\\.?|debitor(?:en)?[- ]?(?:nummer|nr\\.?)|customer\\s{1,3}(?:number|no\\.?|id))\\s{0,5}[:#]?\\s{0,10}([\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{0,39})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    return re;
}

const QRegularExpression& orderPattern()
{
    static const QRegularExpression re{
        u"\\b(?:(?:werkstatt-?|reparatur-?)?auftrags?[- ]?(?:nummer|nr\\.?|no\\.?)|order\\s{1,3}(?:number|no\\.?)|job\\s{1,3}(?:number|no\\.?))\\s{0,5}[:#]?\\s{0,10}([\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{0,39})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    return re;
}

// Behind its label on the same line, or below a form of address that has a line of its own or begins one: an address field of a letter.
const QRegularExpression& customerPattern()
{
    static const QRegularExpression re{
        u"(?:^|\\n)[ \\t]{0,20}(?:(?:kunde|kundenname|rechnungsempf(?:ä|ae)nger|rechnung\\s{1,3}an|customer|bill\\s{1,3}to)[ \\t]{0,5}:[ \\t]{0,10}(?:\\r?\\n[ \\t]{0,20})?|(?:herrn?|frau|familie|firma)(?:[ \\t]{1,5}|[ \\t]{0,5}\\r?\\n[ \\t]{0,20}))"
        u"([\\p{L}\\p{N}][^\\r\\n:,;]{1,79})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    return re;
}

// A label is followed by the number: what holds no digit is the next label.
QString numberBehind(const QRegularExpression& label, QStringView text)
{
    for (auto matches = label.globalMatch(text); matches.hasNext();) {
        auto found = matches.next().captured(1);
        while (found.endsWith(u'.') || found.endsWith(u'-')) found.chop(1);
        if (std::any_of(found.begin(), found.end(), [](QChar c) { return c.isDigit(); })) return found;
    }
    return {};
}

QString customerIn(QStringView text)
{
    for (auto matches = customerPattern().globalMatch(text); matches.hasNext();) {
        const auto name = matches.next().captured(1).simplified();
        const auto letters = std::count_if(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
        if (letters >= 3 && 2 * letters > name.size()) return name;
    }
    return {};
}

QDate dateIn(const QRegularExpression& label, QStringView text)
{
    const auto match = label.match(text);
    if (!match.hasMatch()) return {};
    if (!match.captured(4).isEmpty()) return QDate{match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt()};
    constexpr int kCentury = 2000;
    const int year = match.captured(3).toInt();
    return QDate{year < 100 ? kCentury + year : year, match.captured(2).toInt(), match.captured(1).toInt()};
}

std::optional<domain::Money> totalIn(QStringView text)
{
    qint64 most = 0;
    for (auto matches = totalPattern().globalMatch(text); matches.hasNext();)
        for (const auto cents : amountsInText(matches.next().captured(1))) most = std::max(most, cents);
    if (most == 0) return {};
    return domain::Money::cents(most);
}

} // namespace

domain::InvoiceEntry proposalIn(QStringView whole)
{
    const auto text = whole.left(limits::kMaxPdfText);
    domain::InvoiceEntry out;
    out.number = numberBehind(numberPattern(), text);
    out.orderRef = numberBehind(orderPattern(), text);
    out.customerId = numberBehind(customerIdPattern(), text);
    out.customer = customerIn(text);
    out.issueDate = dateIn(datePattern(), text);
    out.dueDate = dateIn(duePattern(), text);
    if (out.issueDate.isValid() && out.dueDate < out.issueDate) out.dueDate = {};   // of something else
    out.amount = totalIn(text);
    VehicleFinder finder;
    finder.scan(text);
    out.plate = finder.hint().plate;
    out.vin = finder.hint().vin;
    out.model = finder.hint().model;
    return out;
}

} // namespace tresen::adapters::einvoice
