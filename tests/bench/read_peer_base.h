// What the QXmlStreamReader readers of both syntaxes share. See read_peer.h.
#pragma once
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include "app/domain/invoice.h"
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <optional>
#include <utility>

namespace tresen::bench {

using namespace Qt::Literals::StringLiterals;

class StreamBase {
protected:
    explicit StreamBase(const QByteArray& bytes) : x{bytes} {}

    static constexpr QStringView kRam = u"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    static constexpr QStringView kRsm = u"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    static constexpr QStringView kCac = u"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static constexpr QStringView kCbc = u"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    // f takes the element whole and says so; what it does not take is skipped.
    template <class F>
    void children(F&& f)
    {
        while (x.readNextStartElement())
            if (!f(x.name())) x.skipCurrentElement();
    }
    bool in(QStringView ns) const { return x.namespaceUri() == ns; }
    QString text() { return x.readElementText(QXmlStreamReader::SkipChildElements).simplified(); }
    QString block() { return x.readElementText(QXmlStreamReader::SkipChildElements).trimmed(); }
    bool into(QString& slot)
    {
        const auto value = text();
        if (slot.isEmpty()) slot = value;
        return true;
    }
    bool firstOf(QString& slot, QStringView ns, QStringView wanted)
    {
        children([&](QStringView n) { return n == wanted && in(ns) && into(slot); });
        return true;
    }
    bool day(QDate& slot, const QString& value)
    {
        if (slot.isValid() || value.isEmpty()) return true;
        slot = value.contains(u'-') ? QDate::fromString(value.left(10), Qt::ISODate) : QDate::fromString(value.left(8), u"yyyyMMdd"_s);
        return true;
    }
    bool dayIn(QDate& slot)
    {
        children([&](QStringView n) { return n == u"DateTimeString" && day(slot, text()); });
        return true;
    }
    bool unique(QStringList& list, const QString& value)
    {
        if (!value.isEmpty() && !list.contains(value)) list << value;
        return true;
    }
    std::optional<domain::Money> money(const QString& value) const
    {
        if (value.isEmpty()) return std::nullopt;
        const auto m = domain::parseMoney(value, i.currency);
        return m ? std::optional{m.value()} : std::nullopt;
    }
    static QString decimal(QString value)
    {
        static const QRegularExpression form{u"^-?[0-9]*\\.?[0-9]*$"_s};
        if (value.isEmpty() || !form.match(value).hasMatch()) return {};
        if (value.contains(u'.')) {
            while (value.endsWith(u'0')) value.chop(1);
            if (value.endsWith(u'.')) value.chop(1);
        }
        while (value.size() > 1 && value.startsWith(u'0') && value[1] != u'.') value.remove(0, 1);
        return value;
    }

    struct Row { QString category, rate, base, amount; };
    struct TaxTotal { QString currency, amount; QList<Row> rows; };

    void keep(domain::InvoiceLine line, const QString& net, const QStringList& texts)
    {
        m_lineNets << net;
        m_lineTexts << texts;
        i.lines.push_back(std::move(line));
    }
    void object(const QString& id, const QString& type, const QString& scheme)
    {
        if (type != u"130") return;
        if (i.objectRef.isEmpty()) i.objectRef = id;
        m_objects << std::pair{id, scheme};
    }
    bool terms(const QString& part)
    {
        if (part.isEmpty()) return true;
        if (!i.termsText.isEmpty()) i.termsText += u'\n';
        i.termsText += part;
        return true;
    }
    void finish()
    {
        if (const auto c = domain::Currency::fromCode(m_currency); c) i.currency = c.value();
        std::optional<domain::Money>* const slots[]{&i.lineTotal, &i.allowances, &i.charges, &i.net, &i.gross, &i.prepaid, &i.rounding, &i.amountDue};
        for (std::size_t k = 0; k < std::size(slots); ++k) *slots[k] = money(m_totals[k]);
        i.tax = money(m_tax);
        for (const auto& row : m_vat) i.vat.push_back({row.category, decimal(row.rate), money(row.base), money(row.amount)});
        static const QRegularExpression step{u"#(SKONTO|VERZUG)#TAGE=([0-9]+)#PROZENT=([0-9]+(?:\\.[0-9]+)?)#(?:BASISBETRAG=(-?[0-9]+(?:\\.[0-9]+)?)#)?"_s};
        if (i.termsText.contains(u'#'))
            for (auto it = step.globalMatch(i.termsText); it.hasNext();) {
                const auto m = it.next();
                const auto kind = m.captured(1) == u"SKONTO" ? domain::DiscountTerm::Kind::Skonto : domain::DiscountTerm::Kind::Verzug;
                i.discounts.push_back({kind, false, m.captured(2), m.captured(3), m.captured(4)});
            }
        i.discounts.insert(i.discounts.end(), m_structured.begin(), m_structured.end());
        if (!i.ibans.isEmpty()) i.iban = i.ibans.first();
        i.debtorIban = domain::compactIban(i.debtorIban);
        adapters::einvoice::VehicleFinder vehicle;
        for (const auto& note : i.notes) vehicle.scan(note.text);
        for (std::size_t k = 0; k < i.lines.size(); ++k) {
            auto& line = i.lines[k];
            line.net = money(m_lineNets[static_cast<qsizetype>(k)]);
            for (const auto& extra : m_lineTexts[static_cast<qsizetype>(k)]) vehicle.scan(extra, adapters::einvoice::FoundIn::Line);
            vehicle.scan(line.name, adapters::einvoice::FoundIn::Line);
            vehicle.scan(line.description, adapters::einvoice::FoundIn::Line);
        }
        for (const auto& [id, scheme] : m_objects) vehicle.takeReference(id, scheme);
        vehicle.takeReference(i.salesOrderRef);
        vehicle.give(i);
    }

    QXmlStreamReader x;
    domain::Invoice i;
    QString m_currency, m_tax, m_payeeCreditor;
    std::array<QString, 8> m_totals;
    QList<Row> m_vat;
    QList<TaxTotal> m_taxTotals;
    QStringList m_lineNets;
    QList<QStringList> m_lineTexts;
    QList<std::pair<QString, QString>> m_objects;
    std::vector<domain::DiscountTerm> m_structured;
    QDate m_meansDue;
};

} // namespace tresen::bench
