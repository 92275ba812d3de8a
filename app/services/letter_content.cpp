#include "app/services/letter_content.h"
#include <QLocale>
#include <QRegularExpression>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QString word(const QString& language, const QString& german, const QString& english)
{
    return language == u"en" ? english : german;
}

QString vatLabel(const domain::VatRow& row, const QString& language)
{
    auto rate = row.rate.isEmpty() ? u"0"_s : row.rate;
    if (language != u"en") rate.replace(u'.', u',');
    const auto label = word(language, u"USt %1 %"_s, u"VAT %1 %"_s).arg(rate);
    if (!row.base || row.base->isZero()) return label;
    return label + word(language, u" auf "_s, u" on "_s) + QLocale{language == u"en" ? QLocale::English : QLocale::German}.toString(row.base->inCents() / 100)
           + (language == u"en" ? u'.' : u',') + u"%1"_s.arg(std::abs(row.base->inCents() % 100), 2, 10, QChar{u'0'});
}

} // namespace

QString transferText(const domain::Invoice& record)
{
    constexpr qsizetype kMaxText = 140;
    auto text = record.remittance.simplified();
    if (text.isEmpty()) text = record.number;
    if (!record.vehicle.plate.isEmpty() && !text.contains(record.vehicle.plate)) text += u' ' + record.vehicle.plate;
    return text.left(kMaxText);
}

std::vector<ports::LetterRow> letterRows(const domain::Invoice& record, const domain::OpenItem& item, const QString& language)
{
    using Kind = ports::LetterRow::Kind;
    std::vector<ports::LetterRow> rows;
    for (const auto& line : record.lines)
        if (line.net && !line.net->isZero()) rows.push_back({Kind::Item, line.name, *line.net});
    for (const auto& vat : record.vat)
        if (vat.amount) rows.push_back({Kind::Vat, vatLabel(vat, language), *vat.amount});
    rows.push_back({Kind::Total, word(language, u"Rechnungsbetrag"_s, u"Invoice total"_s), item.gross});
    const auto paidBefore = domain::subtract(item.gross, item.due);   // deposits the invoice itself takes off
    if (paidBefore && !paidBefore.value().isZero()) rows.push_back({Kind::Prepaid, word(language, u"Bereits angezahlt"_s, u"Deposit"_s), -paidBefore.value()});
    if (!item.credited.isZero()) rows.push_back({Kind::Prepaid, word(language, u"Gutschrift"_s, u"Credit note"_s), -item.credited});
    if (!item.paid.isZero()) rows.push_back({Kind::Prepaid, word(language, u"Bereits gezahlt"_s, u"Already paid"_s), -item.paid});
    rows.push_back({Kind::Open, word(language, u"Noch zu zahlen"_s, u"Left to pay"_s), item.open()});
    return rows;
}

QStringList addresseeOf(const domain::Invoice& record)
{
    const auto& b = record.buyer;
    QStringList lines{b.name};
    if (!b.contact.isEmpty() && b.contact != b.name) lines << b.contact;
    for (const auto& street : {b.address.street, b.address.street2, b.address.street3})
        if (!street.isEmpty()) lines << street;
    const auto town = (b.address.postcode + u' ' + b.address.city).trimmed();
    if (!town.isEmpty()) lines << town;
    if (!b.address.country.isEmpty() && b.address.country != u"DE") lines << b.address.country;
    return lines;
}

QString salutationNameOf(const domain::Invoice& record)
{
    static const QRegularExpression company{u"\\b(GmbH|mbH|AG|KG|OHG|UG|e\\.?\\s?K\\.?|e\\.?\\s?V\\.?|GbR|SE|Ltd|Inc|S\\.?A\\.?|B\\.?V\\.?|Co\\.?|Zweckverband|Gemeinde|Stadt|Landkreis|Fahrschule|Kanzlei|Taxi)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption};
    return company.match(record.buyer.name).hasMatch() ? QString{} : record.buyer.name;
}

QString workLineOf(const domain::Invoice& record)
{
    QStringList parts;
    if (!record.vehicle.work.isEmpty()) parts << record.vehicle.work;
    if (!record.vehicle.mileage.isEmpty()) parts << (record.vehicle.mileage.endsWith(u"km") ? record.vehicle.mileage : record.vehicle.mileage + u" km"_s);
    return parts.join(u" · "_s);
}

} // namespace tresen::services
