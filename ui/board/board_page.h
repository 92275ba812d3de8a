// BoardPage: the desk's main page: tabs with counts, table, sums, and the detail of the selected invoice with the four big buttons.
// It knows only the model; the main window gives it details (setDetail) and listens to its signals.
#pragma once
#include "ui/board/board_detail.h"
#include "ui/board/view_menu.h"
#include "ui/models/board_model.h"
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;

namespace tresen::ui {

class ActionButton;
class BoardView;
class DetailPanel;
class EmptyHint;
class FigureLabel;
class SearchField;
class TabStrip;

class BoardPage final : public QWidget {
    Q_OBJECT
public:
    explicit BoardPage(BoardModel& model, QWidget* parent = nullptr);

    void attachSearch(SearchField& field);            // the field lives in the top bar
    void setDetail(const BoardDetail& detail);        // ignored unless it is the selected invoice's
    void select(const domain::InvoiceId& invoice);    // a scan, a link: shows it even if tab or search hide it
    const domain::InvoiceId& selected() const { return m_selected; }
    void setFilters(const SavedFilters& filters);     // of this desk; keys and menu choose them
    void setColumns(const BoardColumns& columns);
    void setKeys(const KeyMap& keys) { m_keys = keys; }   // for the menu
    BoardFilter filter() const;                       // what is shown now
    void showFilter(const BoardFilter& filter);
    QWidget* footer() const { return m_footer; }      // toasts stand over its right half

Q_SIGNALS:
    void payRequested(const tresen::domain::InvoiceId& invoice);
    void requestRequested(const tresen::domain::InvoiceId& invoice);
    void keyRequested(const tresen::domain::InvoiceId& invoice);
    void moreRequested(const tresen::domain::InvoiceId& invoice, const QPoint& globalPosition);
    void refreshRequested(const tresen::domain::InvoiceId& invoice);
    void printRequested(const tresen::domain::InvoiceId& invoice);     // what it needs on paper
    void historyRequested(const tresen::domain::InvoiceId& invoice);
    void documentRequested(const tresen::domain::InvoiceId& invoice, int place);
    void vehicleConfirmed(const tresen::domain::InvoiceId& invoice);
    void vehicleRequested(const tresen::domain::InvoiceId& invoice);
    void selectionChanged(const tresen::domain::InvoiceId& invoice);   // null: none. Answer with setDetail().
    void importRequested();                           // from the empty board
    void sampleRequested();
    void filterSaveRequested(const tresen::ui::BoardFilter& filter);
    void filtersRequested();                          // to rename, order, delete
    void columnsChosen(const tresen::ui::BoardColumns& columns);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Nothing { Not, AtAll, Found, InTab };
    void build();
    void connectAll();
    void addShortcuts();
    void takeMeasures();
    void takeCurrent();
    void takeCounts();
    void showNothing(Nothing why);
    void search(const QString& text);
    void markSelected();
    void followView();                                // another view was chosen
    bool isMeant();                                   // the selected one, by a key
    void askMore();
    ViewChoice choices();
    void openView();
    void openColumns(const QPoint& globalPosition);
    void showView();                                  // which filter it is, on the button and in the foot
    void tick();

    BoardModel& m_model;
    domain::InvoiceId m_selected;
    domain::InvoiceId m_aside;                        // chosen, but not of the view chosen since: framed again in one that has it
    BoardTab m_tabBeforeSearch = BoardTab::All;
    QPointer<SearchField> m_search;
    QTimer m_seconds;
    QWidget* m_panel;
    TabStrip* m_tabs;
    BoardView* m_view;
    ActionButton* m_viewButton;
    SavedFilters m_filters;
    KeyMap m_keys;
    EmptyHint* m_empty;
    QStackedLayout* m_stack;
    QWidget *m_footer, *m_divider;
    FigureLabel *m_count, *m_sumLabel, *m_sum;
    DetailPanel* m_detail;
    QHBoxLayout* m_layout;
    Nothing m_nothing = Nothing::Not;
};

} // namespace tresen::ui
