#include "app/adapters/workshop/table/row_kind.h"
#include "app/adapters/workshop/table/table_fields.h"
#include <QList>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr qsizetype kLongestWord = 24;   // whatever is longer is a text

bool holdsAny(const QString& folded, std::initializer_list<QStringView> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](QStringView part) { return folded.contains(part); });
}

// "*", a tick: what people put where nothing else has to be said.
bool isTick(QChar c) { return QStringView{u"*#!+\u00D7\u2020\u2611\u2612\u2713\u2714\u2717\u2718\u221A\u25A0\u25CF"}.contains(c); }

// Nothing written, or nothing but dashes and zeros: "-", "0,00", "00.00.0000".
bool isNothing(QStringView cell)
{
    return std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter() || (c >= u'1' && c <= u'9') || isTick(c); });
}

qsizetype digitsIn(QStringView cell) { return std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }); }

bool isNo(const QString& word)
{
    static const auto no = QStringView{u"nein n no false falsch aktiv active offen open keine kein none gueltig valid ok nichtstorniert unstorniert notcancelled"}.split(u' ');
    return no.contains(word);
}

// "01.02.2026", "20260201", "1/2/26 10:11".
bool isDay(QStringView cell)
{
    constexpr qsizetype kFewest = 4, kPlain = 8;
    const auto digits = digitsIn(cell);
    const bool others = std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit() || QStringView{u".-/: "}.contains(c); });
    return others && digits >= kFewest && (digits < cell.size() || digits == kPlain);
}

// The number of another invoice.
bool isReference(QStringView cell)
{
    constexpr qsizetype kFewest = 3;
    return digitsIn(cell) >= kFewest && !isDay(cell);
}

bool isState(const QString& folded)
{
    static const auto whole = QStringView{u"status zustand stat statuskz statuscode statuskennz statuskennzeichen kennz kz flag merkmal markierung"}.split(u' ');
    const bool ends = folded.endsWith(u"status") || folded.endsWith(u"zustand") || folded.endsWith(u"state");
    return whole.contains(folded) || (ends && holdsAny(folded, {u"rechnung", u"beleg", u"vorgang", u"invoice", u"document", u"dokument", u"bearbeitung"}));
}

} // namespace

KindTitle kindTitleOf(QStringView title)
{
    static const auto cancels = QStringView{u"void isvoid voided invalid nichtig sto stor canc cxl"}.split(u' '), holds = QStringView{u"gueltig valid isvalid"}.split(u' ');
    const auto folded = foldTitle(title);
    if (holdsAny(folded, {u"gebuehr", u"fee", u"kosten", u"frist"})) return KindTitle::None;
    if (cancels.contains(folded) || holdsAny(folded, {u"storn", u"cancel", u"annull", u"geloescht", u"deleted", u"ungueltig", u"reversed", u"reversal", u"rueckgaengig"})) return KindTitle::Cancels;
    if (holds.contains(folded)) return KindTitle::Holds;
    if (holdsAny(folded, {u"zahl", u"pay", u"karte", u"card", u"fahrzeug", u"vehicle", u"kraftstoff"})) return KindTitle::None;
    if (isState(folded)) return KindTitle::State;
    const bool begins = folded.startsWith(u"beleg") || folded.startsWith(u"dok") || folded.startsWith(u"doc") || folded.startsWith(u"vorgang");
    const bool ends = folded.endsWith(u"art") || folded.endsWith(u"typ") || folded.endsWith(u"type") || folded.endsWith(u"kind");
    return begins || ends ? KindTitle::Kind : KindTitle::None;
}

RowKind rowKindOf(KindTitle title, QStringView cell)
{
    static const auto cancelled = QStringView{u"storniert annulliert cancelled canceled voided void ungueltig geloescht deleted"}.split(u' ');
    static const auto reversal = QStringView{u"storno stornorechnung stornobeleg stornogutschrift"}.split(u' ');
    static const auto notHeld = QStringView{u"0 nein n no false falsch f"}.split(u' ');
    static const auto credit = QStringView{u"gutschrift rechnungsgutschrift rechnungskorrektur creditnote creditmemo"}.split(u' ');
    static const auto shortCredit = QStringView{u"g gs gu ag c cn credit korrektur refund erstattung"}.split(u' ');
    if (cell.isEmpty()) return RowKind::None;
    if (title == KindTitle::Holds) return notHeld.contains(foldTitle(cell)) ? RowKind::Cancelled : RowKind::None;
    if (isNothing(cell)) return RowKind::None;
    if (cell.size() > kLongestWord) return title == KindTitle::Cancels ? RowKind::Cancelled : RowKind::None;
    const auto word = foldTitle(cell);
    if (title == KindTitle::Cancels) {
        if (isNo(word)) return RowKind::None;
        return (reversal.contains(word) && word != reversal.front()) || isReference(cell) ? RowKind::Reversal : RowKind::Cancelled;
    }
    if (reversal.contains(word)) return RowKind::Reversal;
    if (cancelled.contains(word)) return RowKind::Cancelled;
    return credit.contains(word) || (title == KindTitle::Kind && shortCredit.contains(word)) ? RowKind::Credit : RowKind::None;
}

StateWord stateWordOf(QStringView cell)
{
    static const auto marks = QStringView{u"x xx s st sto stor c canc cxl v ann del"}.split(u' '), yes = QStringView{u"j ja y yes t true w wahr 1"}.split(u' ');
    constexpr qsizetype kCode = 2;
    const auto word = foldTitle(cell);
    if (cell.isEmpty() || isNothing(cell) || isNo(word)) return StateWord::None;
    if (word.isEmpty() || marks.contains(word)) return StateWord::Mark;
    if (yes.contains(word) || isDay(cell)) return StateWord::Yes;
    return word.size() <= kCode ? StateWord::Code : StateWord::Plain;
}

} // namespace tresen::adapters::table
