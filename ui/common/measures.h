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

// Of the words above a field: what is above them is further away than the field they belong to.
inline void keepAbove(QWidget& label, int gap)
{
    if (label.contentsMargins().top() != gap) label.setContentsMargins(0, gap, 0, 0);
}

} // namespace tresen::ui
