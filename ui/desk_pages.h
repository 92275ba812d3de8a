// DeskPages: the pages of the window besides the board, each made when somebody goes there first or when it has to hear what happens, and connected with
// what it opens. Made by the main window, which goes from one to the other.
#pragma once
#include "ui/common/chime.h"
#include "ui/sheets/desk_sheets.h"
#include <QHash>

namespace tresen::ui {

class IntakePage;
class PageStack;
class TasksPage;

class DeskPages final : public QObject {
    Q_OBJECT
public:
    DeskPages(const DeskContext& desk, PageStack& stack, DeskSheets& sheets, PeopleDoor& people);   // all live longer
    void add(const QString& id, QWidget* page);           // one that is there already
    QWidget* page(const QString& id);                     // made at the first call; null: no such page
    void makeListeners();                                 // those that hear what happens
    void showRefused();                                   // how many arrivals wait for somebody: counted(), and on the page
    QString current() const;
    void takeFiles(const QStringList& paths);             // into the inbox
    bool mayTakeFiles() const;                            // nothing stands before it

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);
    void pageWanted(const QString& id);
    void settingsWanted(const QString& part);
    void setUpWanted();
    void lookChanged();
    void soundTried(tresen::ui::Sound sound);
    void taskAppeared(const tresen::services::TaskRow& task);
    void checkOnly(bool on);                              // of the inbox: the watched folder has to wait
    void counted(const QString& page, int waiting);       // what a page has for somebody

private:
    QWidget* make(const QString& id);
    QWidget* makeInbox();
    QWidget* makeTasks();
    QWidget* makeSettlements();
    QWidget* makeDay();
    QWidget* makeHealth();
    QWidget* makeDiagnostics();
    QWidget* makeSettings();
    void addProposals(TasksPage& tasks);
    void openRuns();
    void openProfile(const QString& sample);              // the editor of file forms, with a file to learn from or without
    IntakePage* inbox() const;

    const DeskContext& m_desk;
    PageStack& m_stack;
    DeskSheets& m_sheets;
    PeopleDoor& m_people;
    QHash<QString, QWidget*> m_pages;
};

} // namespace tresen::ui
