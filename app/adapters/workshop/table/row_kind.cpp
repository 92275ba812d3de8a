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

// Nothing written, or nothing but marks and zeros: "-", "0,00", "00.00.0000".
bool isNothing(QStringView cell)
{
    return std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isLetter() || (c >= u'1' && c <= u'9'); });
}

} // namespace

KindTitle kindTitleOf(QStringView title)
{
    const auto folded = foldTitle(title);
    if (holdsAny(folded, {u"gebuehr", u"fee", u"kosten", u"frist"})) return KindTitle::None;
    if (holdsAny(folded, {u"storn", u"cancel", u"annull", u"geloescht", u"deleted"}) || folded == u"void" || folded == u"isvoid" || folded == u"voided") return KindTitle::Cancels;
    if (holdsAny(folded, {u"zahl", u"pay", u"karte", u"card", u"fahrzeug", u"vehicle", u"kraftstoff"})) return KindTitle::None;
    const bool begins = folded.startsWith(u"beleg") || folded.startsWith(u"dok") || folded.startsWith(u"doc") || folded.startsWith(u"vorgang");
    const bool ends = folded.endsWith(u"art") || folded.endsWith(u"typ") || folded.endsWith(u"type") || folded.endsWith(u"kind");
    return begins || ends ? KindTitle::Kind : KindTitle::None;
}

RowKind rowKindOf(KindTitle title, QStringView cell)
{
    static const auto no = QStringView{u"nein n no false falsch aktiv active offen open keine kein none gueltig valid ok nichtstorniert unstorniert notcancelled"}.split(u' ');
    static const auto cancelled = QStringView{u"storniert storno annulliert cancelled canceled voided void ungueltig geloescht deleted stornorechnung stornobeleg"}.split(u' ');
    static const auto credit = QStringView{u"gutschrift rechnungsgutschrift rechnungskorrektur creditnote creditmemo"}.split(u' ');
    static const auto shortCredit = QStringView{u"g gs gu ag c cn credit korrektur refund erstattung"}.split(u' ');
    if (cell.isEmpty() || isNothing(cell)) return RowKind::None;
    if (cell.size() > kLongestWord) return title == KindTitle::Cancels ? RowKind::Cancelled : RowKind::None;
    const auto word = foldTitle(cell);
    if (title == KindTitle::Cancels) return no.contains(word) ? RowKind::None : RowKind::Cancelled;
    if (cancelled.contains(word)) return RowKind::Cancelled;
    return credit.contains(word) || (title == KindTitle::Kind && shortCredit.contains(word)) ? RowKind::Credit : RowKind::None;
}

} // namespace tresen::adapters::table
