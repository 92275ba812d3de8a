// Measures of layouts that are taken anew with every theme, size or LayoutRequest: a measure that stays the same must not cause another
// layout. Used by the widgets' takeMeasures().
#pragma once
#include <QGridLayout>

namespace tresen::ui {

// QBoxLayout and QGridLayout lay out anew on every setSpacing(), and whoever measures on LayoutRequest would never come to rest.
inline void keepSpacing(QLayout& layout, int spacing)
{
    if (layout.spacing() != spacing) layout.setSpacing(spacing);
}

} // namespace tresen::ui
