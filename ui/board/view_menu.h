// ViewMenu: fills the menu of the board's view: saved filters with their keys, what is left out, and the columns. Used by BoardPage for its button
// and for the header of the table.
#pragma once
#include "ui/common/key_map.h"
#include "ui/models/board_columns.h"
#include "ui/models/board_filter.h"
#include <functional>

class QMenu;

namespace tresen::ui {

struct ViewChoice {
    std::function<void(const BoardFilter&)> show;
    std::function<void(const BoardOptions&)> narrow;
    std::function<void(const BoardColumns&)> columns;
    std::function<void()> save, manage;
};

class ViewMenu {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::ViewMenu)
public:
    // several: there is more than one site to choose from.
    static void addFilters(QMenu& menu, const SavedFilters& saved, const BoardFilter& now, const KeyMap& keys, bool several, const ViewChoice& choice);
    static void addColumns(QMenu& menu, const BoardColumns& columns, const BoardModel& model, const ViewChoice& choice);
};

} // namespace tresen::ui
