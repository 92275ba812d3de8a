#include "app/adapters/workshop/einvoice/pdf_totals.h"
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

using namespace Qt::Literals::StringLiterals;
using namespace std::string_view_literals;

namespace tresen::adapters::einvoice {
namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isGap(QChar c) { return c == u' ' || c == QChar{0x00A0} || c == QChar{0x202F} || c == QChar{0x2009} || c == u'\'' || c == QChar{0x2019}; }

struct Printed {
    qint64 cents = -1;       // -1: no amount
    qsizetype end = 0;
};

// Whole groups of three behind a first one of at most three digits, then the other mark and two digits; or no groups at all.
Printed amountAt(QStringView text, qsizetype begin)
{
    constexpr int kMaxDigits = 13;
    Printed out;
    qsizetype i = begin;
    qint64 value = 0;
    int digits = 0, sinceMark = 0;
    QChar mark;
    const auto at = [&](qsizetype k) { return k < text.size() ? text[k] : QChar{}; };
    for (; i < text.size(); ++i) {
        const auto c = text[i];
        if (isDigit(c)) {
            if (++digits > kMaxDigits) break;
            value = value * 10 + (c.unicode() - u'0');
            ++sinceMark;
            continue;
        }
        const bool threeFollow = isDigit(at(i + 1)) && isDigit(at(i + 2)) && isDigit(at(i + 3)) && !isDigit(at(i + 4));
        const bool groupSoFar = mark.isNull() ? sinceMark <= 3 : sinceMark == 3;
        const bool groups = threeFollow && groupSoFar && (mark.isNull() ? c == u'.' || c == u',' || isGap(c) : c == mark || (isGap(c) && isGap(mark)));
        if (!groups) break;
        mark = c;
        sinceMark = 0;
    }
    out.end = std::max(i, begin + 1);
    const auto point = at(i);
    if (digits == 0 || digits > kMaxDigits || (point != u',' && point != u'.') || point == mark) return out;
    if (!isDigit(at(i + 1)) || !isDigit(at(i + 2)) || isDigit(at(i + 3))) return out;
    if ((at(i + 3) == u'.' || at(i + 3) == u',') && isDigit(at(i + 4))) return out;   // a date, or a number of another kind: 18.11.2026
    out.cents = value * 100 + (at(i + 1).unicode() - u'0') * 10 + (at(i + 2).unicode() - u'0');
    out.end = i + 3;
    return out;
}

} // namespace

std::vector<qint64> amountsInText(QStringView text)
{
    std::vector<qint64> out;
    for (qsizetype i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            ++i;
            continue;
        }
        if (i >= 2 && (text[i - 1] == u'.' || text[i - 1] == u',') && isDigit(text[i - 2])) {   // the rest of a date or of a number that is no amount
            while (i < text.size() && isDigit(text[i])) ++i;
            continue;
        }
        auto found = amountAt(text, i);
        if (found.cents >= 0) out.push_back(found.cents);
        // "2 1.234,56": the quantity before is no group of the amount, so the shorter reading counts too.
        for (auto k = i + 1; k < found.end; ++k) {
            if (!isDigit(text[k]) || isDigit(text[k - 1]) || !isGap(text[k - 1])) continue;
            const auto shorter = amountAt(text, k);
            if (shorter.cents >= 0) {
                out.push_back(shorter.cents);
                found.end = std::max(found.end, shorter.end);
            }
        }
        i = found.end;
        while (i < text.size() && isDigit(text[i]) && found.cents < 0) ++i;   // the rest of a number that is none
    }
    return out;
}

namespace {

// The words people print before the total and before what is left to pay. Whole words only in front: "Zwischensumme" is no "Summe".
constexpr std::array kTotalWords{u"gesamtbetrag"sv, u"rechnungsbetrag"sv, u"rechnungssumme"sv, u"bruttobetrag"sv, u"gesamtsumme"sv, u"endbetrag"sv, u"endsumme"sv,
                                 u"rechnungsendbetrag"sv, u"summe brutto"sv, u"gesamt brutto"sv, u"gesamtbrutto"sv, u"bruttosumme"sv, u"invoice amount"sv, u"invoice total"sv, u"total amount"sv, u"grand total"sv};
constexpr std::array kDueWords{u"zahlbetrag"sv, u"zu zahlen"sv, u"restbetrag"sv, u"restforderung"sv, u"restsumme"sv, u"offener betrag"sv, u"fälliger betrag"sv, u"zu überweisen"sv,
                               u"überweisungsbetrag"sv, u"zahlungsbetrag"sv, u"noch offen"sv, u"amount due"sv, u"balance due"sv, u"amount payable"sv};
constexpr std::array kOtherWords{u"skonto"sv, u"netto"sv, u"net "sv, u"rabatt"sv, u"discount"sv};   // such a line names another amount, too

// Alone before an amount they may say the total, when nothing says it better; elsewhere they head a column or part a page.
constexpr std::array kShortTotalWords{u"brutto"sv, u"gesamt"sv, u"summe"sv, u"total"sv, u"gross"sv};

struct ByLabel { std::vector<qint64> total, due; };

template <std::size_t N> bool namesOneOf(const QString& line, const std::array<std::u16string_view, N>& words)
{
    return std::any_of(words.begin(), words.end(), [&line](std::u16string_view word) {
        const QStringView sought{word.data(), static_cast<qsizetype>(word.size())};
        const auto at = line.indexOf(sought);
        return at >= 0 && (at == 0 || !line[at - 1].isLetter());
    });
}

// On the line of its label, else on one of the few around it: figures of a table may come after all its words, or before. A column of figures that begins
// among them counts to its end.
std::vector<qint64> amountsAround(const QStringList& lines, qsizetype line)
{
    constexpr qsizetype kBefore = 2, kBehind = 8, kColumn = 60;
    if (auto own = amountsInText(lines[line]); !own.empty()) return own;
    std::vector<qint64> out;
    bool more = false;
    for (auto i = std::max<qsizetype>(0, line - kBefore); i < std::min(lines.size(), line + kColumn) && (more || i <= line + kBehind); ++i) {
        const auto found = amountsInText(lines[i]);
        out.insert(out.end(), found.begin(), found.end());
        more = i > line && !found.empty();
    }
    return out;
}

// "Gesamt EUR: 486,20".
bool isShortTotal(const QString& line)
{
    QString word;
    std::copy_if(line.begin(), line.end(), std::back_inserter(word), [](QChar c) { return c.isLetter(); });
    for (const auto& currency : {u"euro"_s, u"eur"_s})   // before the amount, behind it, or both
        while (word.endsWith(currency)) word.chop(currency.size());
    return std::any_of(kShortTotalWords.begin(), kShortTotalWords.end(), [&word](std::u16string_view known) { return word == QStringView{known.data(), static_cast<qsizetype>(known.size())}; });
}

// The last of them is the total, unless a greater amount stands behind it: then it was the sum before tax.
std::vector<qint64> amountOfShortTotal(const QStringList& lines)
{
    qint64 behind = 0;
    for (auto i = lines.size() - 1; i >= 0; --i) {
        const auto own = amountsInText(lines[i]);
        if (own.size() == 1 && isShortTotal(lines[i])) return own.front() >= behind ? own : std::vector<qint64>{};
        for (const auto cents : own) behind = std::max(behind, cents);
    }
    return {};
}

ByLabel amountsByLabel(const QStringList& lines)
{
    constexpr std::size_t kMostNear = 200;
    ByLabel out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool total = namesOneOf(lines[i], kTotalWords), due = namesOneOf(lines[i], kDueWords);
        if ((!total && !due) || namesOneOf(lines[i], kOtherWords)) continue;
        for (const auto cents : amountsAround(lines, i)) {
            if (total && out.total.size() < kMostNear) out.total.push_back(cents);
            if (due && out.due.size() < kMostNear) out.due.push_back(cents);
        }
    }
    if (out.total.empty()) out.total = amountOfShortTotal(lines);
    return out;
}

bool anyHas(const QStringList& lines, std::initializer_list<QStringView> words)
{
    return std::any_of(lines.begin(), lines.end(), [&](const QString& line) { return std::any_of(words.begin(), words.end(), [&](QStringView word) { return line.contains(word); }); });
}

// Is something taken off on this page besides what the data say? Two rates, or what an insurance pays and what the customer does, make the total as well.
bool namesReduction(const QStringList& lines, bool paidBefore)
{
    static const QRegularExpression shares{u"\\braten?\\b|\\binstal|selbstbeteiligung|\\banteil|versicherung"_s};
    if (std::any_of(lines.begin(), lines.end(), [](const QString& line) { return shares.match(line).hasMatch(); })) return false;
    if (anyHas(lines, {u"rabatt", u"nachlass", u"nachlaß", u"kulanz", u"gutschein", u"bonus", u"skonto", u"discount", u"rebate", u"voucher"})) return true;
    return !paidBefore && anyHas(lines, {u"abzgl", u"abzüglich", u"abzug", u"anzahlung", u"./.", u"deposit", u"less "});
}

// The few percent of a discount for early payment may be taken off or not, unless the one amount to pay is named right under it.
bool isEarlyOpen(const QStringList& lines)
{
    const auto isEarly = [](const QString& line) { return line.contains(u"skonto") || line.contains(u"discount"); };
    int due = 0;
    bool under = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isEarly(lines[i]) || !namesOneOf(lines[i], kDueWords)) continue;
        ++due;
        under = i > 0 && isEarly(lines[i - 1]);
    }
    return std::any_of(lines.begin(), lines.end(), isEarly) && !(due == 1 && under);
}

// Behind the total, or what is due, stand one amount or two to be taken off and then what is left: more is taken off than the data say was paid before. The tax
// and the net amount a total holds are not taken off it.
bool isTakenOff(const domain::Invoice& invoice, const std::vector<qint64>& printed, const QStringList& lines)
{
    constexpr std::size_t kMost = 2;
    constexpr qint64 kTwentieth = 20;
    const auto is = [](const std::optional<domain::Money>& known, qint64 cents) { return known && std::abs(known->inCents()) == cents; };
    if (!namesReduction(lines, invoice.prepaid && !invoice.prepaid->isZero())) return false;
    const bool early = isEarlyOpen(lines);
    for (std::size_t from = 0; from + 2 < printed.size(); ++from) {
        const bool whole = is(invoice.gross, printed[from]);
        if (!whole && !is(invoice.amountDue, printed[from])) continue;
        auto left = printed[from];
        for (auto i = from + 1; i + 1 < printed.size() && i <= from + kMost && printed[i] > 0 && printed[i] < left; ++i) {
            left -= printed[i];
            if (printed[i + 1] != left) continue;
            const auto off = printed[from] - left;
            const bool holds = is(invoice.tax, off) || is(invoice.net, off), paid = whole && (is(invoice.prepaid, off) || is(invoice.amountDue, left));
            if (!holds && !paid && !(early && off * kTwentieth <= printed[from])) return true;
        }
    }
    return false;
}

} // namespace

QStringList noticesOfText(const domain::Invoice& invoice, QStringView text)
{
    const auto total = invoice.gross ? invoice.gross : invoice.amountDue;
    if (!total) return {};
    const auto printed = amountsInText(text);
    if (printed.empty()) return {u"totals.not_compared"_s};
    const auto lines = text.toString().toLower().split(u'\n');
    const auto found = amountsByLabel(lines);
    // What no label names may stand anywhere: a page of columns whose words and figures come apart.
    const auto stands = [](const std::vector<qint64>& beside, const std::vector<qint64>& anywhere, domain::Money amount) {
        const auto& where = beside.empty() ? anywhere : beside;
        return std::find(where.begin(), where.end(), std::abs(amount.inCents())) != where.end();
    };
    if (!stands(found.total, printed, *total)) return {u"totals.pdf_differs"_s};
    const bool dueToo = invoice.amountDue && invoice.amountDue->currency() == total->currency() && !invoice.amountDue->isZero();
    if (dueToo && !found.due.empty() && !stands(found.due, printed, *invoice.amountDue)) return {u"totals.pdf_differs"_s};
    if (isTakenOff(invoice, printed, lines)) return {u"totals.pdf_differs"_s};
    return {};
}

} // namespace tresen::adapters::einvoice
