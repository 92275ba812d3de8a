// Reading: the values of one e-invoice while it is read: text, dates, amounts, and what was odd about them. Used by the syntax readers.
#pragma once
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include "app/adapters/workshop/einvoice/xml_tree.h"
#include "app/core/result.h"
#include "app/domain/invoice.h"
#include <array>
#include <optional>
#include <string>

namespace tresen::adapters::einvoice {

class Reading {
public:
    explicit Reading(domain::Invoice& target) : invoice{target} {}

    domain::Invoice& invoice;
    VehicleFinder vehicle;

    // Own text of an element up to its first child element, comments left out, outer blanks cut. Valid until the next call.
    std::string_view raw(Element element);
    QString text(Element element);         // runs of blanks folded into one
    QString textBlock(Element element);    // line breaks kept as LF
    QString code(std::string_view attribute);     // value of an attribute
    void fill(QString& slot, Element element);   // keeps the first text that is not empty
    void fill(QDate& slot, Element element);
    void append(QStringList& list, QString value);      // without repeats and empty values

    // "20261123" (format 102), "2026-11-23", with or without a time behind. Anything else warns "date.unreadable" and stays empty.
    QDate date(Element element);

    // A plain decimal without sign +, leading or trailing zeros: "19.00" is "19". Empty when it is none.
    QString decimal(Element element);

    // Sets BT-5. An unreadable code refuses the file; an empty one stays at the default and warns "currency.missing".
    void setCurrency(QString code);

    // A total of the invoice: whole cents, or the file is refused with "amount.unreadable". An empty element counts as absent and warns
    // "amount.empty": what was paid before may have been lost in it.
    void total(std::optional<domain::Money>& slot, Element element, const char* term);

    // An amount nothing is paid by (rows, lines, BT-106..108): when unreadable it stays empty and warns "amount.line_unreadable".
    void rowAmount(std::optional<domain::Money>& slot, Element element);

    // Takes BT-20 and reads the coded discount steps in it (XRechnung BR-DE-18).
    void addTerms(Element element);
    void readCodedDiscounts();

    void warn(const QString& code);
    void refuse(QString code, QString detail);    // the first refusal stands
    const std::optional<Error>& refusal() const { return m_refusal; }
    const QStringList& warnings() const { return m_warnings; }

    // False, with a warning, once a list that may repeat without end is full.
    bool room(std::size_t count);

private:
    QString capped(QString text);
    QString shared(std::string_view ascii);

    // Codes such as "S", "19" or "C62" stand in every line: the last of each is kept and shared instead of made anew.
    struct Recent {
        quint64 bytes = 0;
        QString text;
    };
    static constexpr int kRecentBits = 5;
    std::array<Recent, 1 << kRecentBits> m_recent;
    std::string m_joined;
    QStringList m_warnings;
    std::optional<Error> m_refusal;
};

} // namespace tresen::adapters::einvoice
