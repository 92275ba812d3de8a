// MainWindow: navigation only. It holds the pages, opens the sheets, and hands what the stations say to the pages; it decides nothing.
#pragma once
#include "ui/common/health_bar.h"
#include "ui/desk_context.h"
#include "ui/models/board_model.h"
#include <QMainWindow>
#include <functional>
#include <QPointer>

class QMenu;
class QStackedWidget;

namespace tresen::ui {

class BoardPage;
class DeskFrame;
class Sheet;
class ToastStack;
class WallBoard;

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
    void setUpEnded();                                    // answered or put off
    void sampleRequested();                               // an empty board: look at the sample workshop, in a window of its own

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPages();
    QWidget* page(const QString& id);                     // made at the first call; null: no such page
    QWidget* makePage(const QString& id);
    QWidget* makeDiagnostics();
    void takeSettings();
    void openSettings(const QString& part);
    void openHelp();
    void openWall();
    void openHistory(const domain::InvoiceId& invoice);
    void addShortcuts();
    void listenToScanner();
    void connectBoard();
    void connectStations();
    void go(const QString& id);
    void takeRows(const std::vector<domain::BoardRow>& rows);
    void takeEntry(const domain::Recorded& entry);
    void showDetail(const domain::InvoiceId& invoice);
    void refresh(const domain::InvoiceId& invoice);
    void withInvoice(const domain::InvoiceId& invoice, std::function<void(const services::InvoiceView&)> then);
    void openRequest(const domain::InvoiceId& invoice);
    void openPayment(const domain::InvoiceId& invoice);
    void openRefund(const domain::InvoiceId& invoice, const domain::TaskId& task = {}, const QString& payment = {});   // see RefundSheet::About
    void openRefundCheck(const domain::InvoiceId& invoice, const domain::RefundId& refund);
    void openTask(const services::TaskRow& task);         // to be finished with a reason, or its mail sent again
    void takeWayOut(const services::TaskRow& task);
    void addTasks(QMenu& menu, const services::InvoiceView& view);
    void openHandOver(const domain::InvoiceId& invoice);
    void openNote(const domain::BoardRow& row);
    void openHook(const domain::InvoiceId& invoice);
    void openPickup(const domain::InvoiceId& invoice);
    void showTags(const services::PrintedTags& made, const QString& heading, const QString& title);
    void printTags(const domain::InvoiceId& invoice = {});   // null: of all keys of today
    void showPaper(const QByteArray& pdf, const QString& title);
    template <class S> S* adopt(S* sheet);
    template <class S> void keepInformed(S* sheet);
    void openMore(const domain::InvoiceId& invoice, const QPoint& at);
    void showHealth();
    void fail(const Error& error);
    void restoreGeometryOrCentre();

    const DeskContext& m_desk;
    BoardModel m_model;
    DeskFrame* m_frame;
    QStackedWidget* m_stack;
    BoardPage* m_board;
    ToastStack* m_toasts;
    QHash<QString, QWidget*> m_pages;
    QPointer<WallBoard> m_wall;         // a window of its own
    QPointer<Sheet> m_sheet;            // at most one is open
    domain::InvoiceId m_detailOf;
};

} // namespace tresen::ui
