// Repair: what libharu 2.3 writes wrong or cannot write. Called by LetterPrinter after drawing.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <bitset>

namespace tresen::adapters::letter {

// Correct ToUnicode maps (libharu writes begincidrange where ISO 32000-1, 9.10.3 asks for beginbfrange), language, title shown in the window's
// frame, and a file identifier that depends on the content alone: same sheet, same bytes. Fault::Internal "paper.library".
Result<QByteArray> repaired(const QByteArray& pdf, const QString& locale, const QString& title, const std::bitset<256>& usedRows);

} // namespace tresen::adapters::letter
