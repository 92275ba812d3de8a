// Measures that the rows of the settings page have in common, in logical pixels.
#pragma once

namespace tresen::ui {

inline constexpr int kSettingLabelWidth = 264, kSettingEditorWidth = 520, kSettingPlaceWidth = 240;
inline constexpr int kSettingCardGap = 14;      // below a card that is followed by a field

} // namespace tresen::ui
