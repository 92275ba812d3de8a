// TasksPage: what somebody has to look at, over all invoices, each with its right way out. A page of the main window, which opens the sheets it
// asks for; lives by what the journal's feed says.
#pragma once
#include "app/services/journal_feed.h"
#include "ui/tasks/tasks_model.h"
#include <QHash>
#include <QTimer>
#include <QWidget>
#include <array>

class QLineEdit;
class QStackedLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class EmptyHint;
class FigureLabel;
class ListView;
class PaperPanel;

class TasksPage final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kSettleMs = 200;      // a burst of news is one reading

    TasksPage(services::Tasks& tasks, services::JournalFeed& feed, const Clock& clock, QWidget* parent = nullptr);

    void addBanner(QWidget* banner);           // over the list; takes it over
    void refresh();                            // everything anew; later only what changed is read
    const TasksModel& model() const { return m_model; }
    const TasksFilter& shown() const { return m_filter; }

Q_SIGNALS:
    void appeared(const tresen::services::TaskRow& task);          // new since the page was filled, raised here or at another desk
    void openCount(int count);                 // for the rail's badge
    void wayOutChosen(const tresen::services::TaskRow& task);      // see wayOutOfTask()
    void finishChosen(const tresen::services::TaskRow& task);      // done in another way: with a reason
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    QWidget* makeFoot();
    void connectAll();
    void takeMeasures();
    void takeRows(const std::vector<domain::BoardRow>& rows);
    void readChanged();
    void setGroup(TaskGroup group);
    void showAll();
    void showWayOut();
    void chooseFirst();                        // when nothing is chosen
    void goOut(int row);                       // of the list as it is shown
    const services::TaskRow* chosen() const;

    services::Tasks& m_tasks;
    services::JournalFeed& m_feed;
    TasksModel m_model;
    TasksFilter m_filter;
    QTimer m_settle;
    QHash<QString, domain::BoardRow> m_changed;   // by invoice
    bool m_reading = false;
    int m_left = 0;
    TaskGroup m_group = TaskGroup::All;

    PaperPanel* m_panel;
    FigureLabel *m_title, *m_count;
    QLineEdit* m_search;
    std::array<ActionButton*, 4> m_groups{};
    ActionButton *m_out, *m_finish, *m_invoice;
    ListView* m_list;
    EmptyHint* m_empty;
    QStackedLayout* m_stack;
    QVBoxLayout* m_column = nullptr;
    bool m_arriving = false;                   // shown just now: the keyboard goes to the list as soon as it is there
};

} // namespace tresen::ui
