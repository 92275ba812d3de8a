#include "app/domain/invoice.h"
#include "app/domain/iban.h"
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qsizetype kMaxAssignmentText = 200'000;   // characters of a page that are looked at

// UNTDID 1001 codes of credit notes as EN 16931 lists them.
bool isCreditCode(const QString& code)
{
    static const QStringList codes{u"81"_s, u"83"_s, u"261"_s, u"262"_s, u"296"_s, u"308"_s, u"381"_s, u"396"_s, u"420"_s, u"458"_s, u"532"_s};
    return codes.contains(code);
}

std::optional<Money> sum(std::initializer_list<std::optional<Money>> parts)
{
    std::optional<Money> total;
    for (const auto& part : parts) {
        if (!part) continue;
        if (!total) { total = part; continue; }
        const auto next = add(*total, *part);
        if (!next) return std::nullopt;
        total = next.value();
    }
    return total;
}

std::optional<Money> negated(const std::optional<Money>& m)
{
    return m ? std::optional<Money>{-*m} : std::nullopt;
}

} // namespace

InvoiceKind kindOf(const Invoice& invoice)
{
    if (invoice.typeCode == u"751" || invoice.typeCode == u"325") return InvoiceKind::NoClaim;
    if (isCreditCode(invoice.typeCode)) return InvoiceKind::Credit;
    const auto gross = invoice.gross ? invoice.gross : invoice.amountDue;
    if (gross && gross->isNegative()) return InvoiceKind::Credit;
    return invoice.typeCode == u"384" ? InvoiceKind::Correction : InvoiceKind::Invoice;
}

bool isDirectDebit(const Invoice& invoice)
{
    return std::any_of(invoice.paymentMeans.begin(), invoice.paymentMeans.end(), [](const QString& m) { return m == u"59" || m == u"49"; });
}

std::optional<Money> amountToAskFor(const Invoice& invoice)
{
    if (invoice.amountDue) return invoice.amountDue;
    return invoice.gross ? sum({invoice.gross, negated(invoice.prepaid), invoice.rounding}) : std::nullopt;
}

Money claimOf(const Invoice& invoice)
{
    const auto zero = Money::cents(0, invoice.currency);
    const auto kind = kindOf(invoice);
    return kind == InvoiceKind::Credit || kind == InvoiceKind::NoClaim ? zero : amountToAskFor(invoice).value_or(zero);
}

bool hasOneCurrency(const Invoice& invoice)
{
    const auto same = [&](const std::optional<Money>& m) { return !m || m->currency() == invoice.currency; };
    return same(invoice.gross) && same(invoice.prepaid) && same(invoice.rounding) && same(invoice.amountDue);
}

QStringList noticesOf(const Invoice& invoice)
{
    QStringList out;
    if (invoice.amountDue && invoice.gross && sum({invoice.gross, negated(invoice.prepaid), invoice.rounding}) != invoice.amountDue) out << u"sum.due"_s;
    if (invoice.net && invoice.tax && invoice.gross && sum({invoice.net, invoice.tax}) != invoice.gross) out << u"sum.gross"_s;
    std::optional<Money> vat;
    bool vatComplete = !invoice.vat.empty();
    for (const auto& row : invoice.vat) {
        vatComplete = vatComplete && row.amount;
        vat = sum({vat, row.amount});
    }
    if (vatComplete && invoice.tax && vat != invoice.tax) out << u"sum.vat"_s;
    if (invoice.lineTotal && invoice.net && sum({invoice.lineTotal, negated(invoice.allowances), invoice.charges}) != invoice.net) out << u"sum.lines"_s;
    if (!invoice.iban.isEmpty() && !isIban(invoice.iban)) out << u"iban.check"_s;
    if (!invoice.issueDate.isValid()) out << u"date.missing"_s;
    if (isDirectDebit(invoice)) out << u"terms.direct_debit"_s;
    return out;
}

bool namesAssignment(QStringView text)
{
    const auto plain = text.left(kMaxAssignmentText).toString().simplified().toLower();
    static const QRegularExpression freeing{u"(?:schuld)?befreiend\\w* (?:wirkung|zahlung)|factoring[- ]?(?:gesellschaft|vertrag|verfahren|gmbh|ag|bank)|(?:im rahmen|im wege)[^.!]{0,30}factoring"_s};
    if (freeing.match(plain).hasMatch()) return true;
    // With the one who has it now: a general term that speaks of claims and of things that are sold is none.
    static const QRegularExpression given{u"forderung[^.!;]{0,100}? an (?:die|den|das) [^.!;]{2,80}?(?:abgetreten|verkauft|übertragen)|forderung[^.!;]{0,100}?abgetreten an [^.!;]{2,40}"
                                          u"|(?:receivable|claim|this invoice)[^.!;]{0,100}?(?:assigned|sold) to [^.!;]{2,40}"_s};
    for (auto it = given.globalMatch(plain); it.hasNext();) {
        const auto sentence = it.next().captured();
        const bool toUs = sentence.contains(u"an uns"_s) || sentence.contains(u"to us"_s) || sentence.contains(u"an das autohaus"_s) || sentence.contains(u"an die werkstatt"_s);
        if (!toUs && !sentence.contains(u"nicht abgetreten"_s)) return true;
    }
    return false;
}

} // namespace tresen::domain
