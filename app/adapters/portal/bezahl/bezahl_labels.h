// The mark by which our own deductions are known again when an order is read back: they are part of the order, not money that came in.
// Used by the two halves of the codec.
#pragma once
#include <QString>

namespace tresen::adapters::bezahl {

// ASCII only: no peer writes it differently, however it treats letters beyond.
inline constexpr QStringView kDeductionDe = u"Bereits abgezogen: ";
inline constexpr QStringView kDeductionEn = u"Already deducted: ";

inline QString deductionLabel(const QString& text, bool english) { return (english ? kDeductionEn : kDeductionDe).toString() + text; }
inline bool isDeductionLabel(QStringView text) { return text.startsWith(kDeductionDe) || text.startsWith(kDeductionEn); }

} // namespace tresen::adapters::bezahl
