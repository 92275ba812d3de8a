#include "app/adapters/workshop/einvoice/pdf_totals.h"
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

// On the line of its label, else on one of the few around it: figures of a table may come after all its words, or before.
std::vector<qint64> amountsAround(const QStringList& lines, qsizetype line)
{
    constexpr qsizetype kBefore = 2, kBehind = 8;
    if (auto own = amountsInText(lines[line]); !own.empty()) return own;
    std::vector<qint64> out;
    for (auto i = std::max<qsizetype>(0, line - kBefore); i < std::min(lines.size(), line + kBehind + 1); ++i)
        for (const auto cents : amountsInText(lines[i])) out.push_back(cents);
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

ByLabel amountsByLabel(QStringView text)
{
    constexpr std::size_t kMostNear = 200;
    ByLabel out;
    const auto lines = text.toString().toLower().split(u'\n');
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

} // namespace

QStringList noticesOfText(const domain::Invoice& invoice, QStringView text)
{
    const auto total = invoice.gross ? invoice.gross : invoice.amountDue;
    if (!total) return {};
    const auto printed = amountsInText(text);
    if (printed.empty()) return {u"totals.not_compared"_s};
    const auto found = amountsByLabel(text);
    // What no label names may stand anywhere: a page of columns whose words and figures come apart.
    const auto stands = [](const std::vector<qint64>& beside, const std::vector<qint64>& anywhere, domain::Money amount) {
        const auto& where = beside.empty() ? anywhere : beside;
        return std::find(where.begin(), where.end(), std::abs(amount.inCents())) != where.end();
    };
    if (!stands(found.total, printed, *total)) return {u"totals.pdf_differs"_s};
    const bool dueToo = invoice.amountDue && invoice.amountDue->currency() == total->currency() && !invoice.amountDue->isZero();
    if (dueToo && !found.due.empty() && !stands(found.due, printed, *invoice.amountDue)) return {u"totals.pdf_differs"_s};
    return {};
}

} // namespace tresen::adapters::einvoice
