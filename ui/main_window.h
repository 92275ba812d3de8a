// MainWindow: navigation only. It holds the pages, leads from one to the other, and hands what the stations say to the board; it decides nothing. What is
// opened over the board belongs to DeskSheets, who works here to PeopleDoor, the other pages to DeskPages.
#pragma once
#include "ui/sheets/desk_context.h"
#include "ui/models/board_model.h"
#include <QMainWindow>
#include <QPointer>
#include <memory>

namespace tresen::ui {

class BoardPage;
class DeskComfort;
class DeskFrame;
class DeskPages;
class PageStack;
class PeopleDoor;
class SheetStand;
class ShownInvoice;
class ToastStack;
class WallBoard;
struct DeskSheets;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const DeskContext& desk, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showRows(std::vector<domain::BoardRow> rows, int more);   // first load, see BoardModel::setRows()
    void completeRows(const std::vector<domain::BoardRow>& rows);
    void makePages();                                     // those that hear what happens; until then they are made when somebody goes there
    void setNotice(const QString& title, const QString& text);
    void openSetUp();                                     // the questions of the first set-up, where they stopped
    BoardModel& model() { return m_model; }

Q_SIGNALS:
    void painted();                                       // once: the board stands on the screen, nothing due before is left to do
    void lookChanged();                                   // language, theme or size of the text
    void checkOnly(bool on);                              // of the inbox: the watched folder has to wait; a new window has it off
    void setUpEnded();                                    // answered or put off
    void sampleRequested();                               // an empty board: look at the sample workshop, in a window of its own

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillRail();
    void connectBoard();
    void connectPages();
    void connectStations();
    void listenToScanner();
    void addShortcuts();
    void takeDrops();
    void takeSettings();
    void takeKeys();
    void go(const QString& id);
    void showOnBoard(const domain::InvoiceId& invoice);
    void openSettings(const QString& part);
    void openWall();
    void takeRows(const std::vector<domain::BoardRow>& rows);
    void leaveForeignPage();

    const DeskContext& m_desk;
    BoardModel m_model;
    DeskFrame* m_frame;
    PageStack* m_stack;
    BoardPage* m_board;
    ToastStack* m_toasts;
    QPointer<WallBoard> m_wall;         // a window of its own
    std::unique_ptr<SheetStand> m_stand;
    std::unique_ptr<PeopleDoor> m_people;
    std::unique_ptr<DeskSheets> m_sheets;
    std::unique_ptr<DeskPages> m_pages;
    std::unique_ptr<ShownInvoice> m_shown;
    std::unique_ptr<DeskComfort> m_comfort;
};

} // namespace tresen::ui
