// FilterNameSheet: a name for the view that is shown now. FiltersSheet: the saved filters of this desk in their order, to rename, move and delete.
// Small sheets, opened by the main window, which stores what they answer.
#pragma once
#include "ui/common/key_map.h"
#include "ui/common/sheet.h"
#include "ui/models/board_filter.h"

class QLineEdit;
class QListWidget;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class FilterNameSheet final : public Sheet {
    Q_OBJECT
public:
    FilterNameSheet(const SavedFilters& saved, const BoardFilter& filter, QWidget* window);
    QWidget* firstField() const;

Q_SIGNALS:
    void named(const tresen::ui::SavedFilters& all);     // with the new one; the sheet has closed itself before

private:
    void check();
    void store();
    const SavedFilters m_saved;
    const BoardFilter m_filter;
    QLineEdit* m_name;
    FigureLabel* m_note;
    ActionButton *m_cancel, *m_store;
};

class FiltersSheet final : public Sheet {
    Q_OBJECT
public:
    FiltersSheet(const SavedFilters& saved, const KeyMap& keys, QWidget* window);
    QWidget* firstField() const;
    const SavedFilters& filters() const { return m_saved; }

Q_SIGNALS:
    void changed(const tresen::ui::SavedFilters& all);   // after each change

private:
    void build();
    void fill(int current);
    void showChosen();
    void rename();
    void remove();
    void move(int by);
    int chosen() const;
    SavedFilters m_saved;
    const KeyMap m_keys;
    QListWidget* m_list;
    QLineEdit* m_name;
    FigureLabel* m_note;
    ActionButton *m_rename, *m_up, *m_down, *m_delete, *m_close;
};

} // namespace tresen::ui
