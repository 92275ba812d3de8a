// RowKind: what a cell that no field reads says of the whole row: that it is cancelled, or that it is no invoice. Called by DraftReader and RowStates.
#pragma once
#include <QStringView>

namespace tresen::adapters::table {

enum class KindTitle {
    None,      // only what the cell says in whole words counts: "storniert", "Gutschrift"
    Cancels,   // "Storno", "storniert am", "cancelled": whatever stands there means it, but no, nothing and zero
    Holds,     // "gültig", "valid": a no, or a zero, means it
    State,     // "Status", "Kz": a mark in it may mean it, see stateWordOf()
    Kind       // "Vorgangsart", "Doc. type": abbreviations count as well
};

enum class RowKind {
    None,
    Cancelled,
    Reversal,   // it cancels another: "Stornorechnung", or the number of that one
    Credit
};

// German and English, umlauts as they are or written ae, oe, ue.
KindTitle kindTitleOf(QStringView title);

RowKind rowKindOf(KindTitle title, QStringView cell);

// What one cell of a State column says; what it means for the row is seen only beside the others.
enum class StateWord {
    None,    // nothing, zero, no, "offen"
    Plain,   // a word or a text
    Yes,     // "1", "ja", "true", a day: where others have nothing
    Mark,    // "x", "S", "*": a system might mark a cancelled row like that
    Code     // another letter or two, another number
};

StateWord stateWordOf(QStringView cell);

} // namespace tresen::adapters::table
