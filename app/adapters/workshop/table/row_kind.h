// RowKind: what a cell that no field reads says of the whole row: that it is cancelled, or that it is no invoice. Called by DraftReader.
#pragma once
#include <QStringView>

namespace tresen::adapters::table {

enum class KindTitle {
    None,      // only what the cell says in whole words counts: "storniert", "Gutschrift"
    Cancels,   // "Storno", "storniert am", "cancelled": whatever stands there means it, but no, nothing and zero
    Kind       // "Vorgangsart", "Doc. type": abbreviations count as well
};

enum class RowKind { None, Cancelled, Credit };

// German and English, umlauts as they are or written ae, oe, ue.
KindTitle kindTitleOf(QStringView title);

RowKind rowKindOf(KindTitle title, QStringView cell);

} // namespace tresen::adapters::table
