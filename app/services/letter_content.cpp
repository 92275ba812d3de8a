#include "app/services/letter_content.h"
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

bool isPractice(const domain::PayRequest& request, const domain::Policy& policy)
{
    return policy.training || request.mode == domain::PortalMode::Test;
}

QString transferText(const domain::Invoice& record, bool practice)
{
    constexpr qsizetype kMaxText = 140;
    auto text = record.remittance.simplified();
    if (text.isEmpty()) text = record.number;
    if (!record.vehicle.plate.isEmpty() && !text.contains(record.vehicle.plate)) text += u' ' + record.vehicle.plate;
    if (practice) text.prepend(QStringLiteral("SCHULUNG "));
    return text.left(kMaxText);
}

std::vector<ports::LetterRow> letterRows(const domain::Invoice& record, const domain::OpenItem& item)
{
    using Row = ports::LetterRow;
    std::vector<Row> rows;
    const auto takenOff = [&](domain::Money amount, Row::Before before) {
        if (!amount.isZero()) rows.push_back({Row::Kind::Prepaid, {}, -amount, before});
    };
    for (const auto& line : record.lines)
        if (line.net && !line.net->isZero()) rows.push_back({Row::Kind::Item, line.name, *line.net});
    for (const auto& vat : record.vat)
        if (vat.amount) rows.push_back({Row::Kind::Vat, {}, *vat.amount, Row::Before::Deposit, vat.rate, vat.base});
    rows.push_back({Row::Kind::Total, {}, item.gross});
    if (const auto paidBefore = domain::subtract(item.gross, item.due)) takenOff(paidBefore.value(), Row::Before::Deposit);   // the invoice itself takes it off
    takenOff(item.credited, Row::Before::CreditNote);
    takenOff(item.paid, Row::Before::Payment);
    rows.push_back({Row::Kind::Open, {}, item.open()});
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
                                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
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
