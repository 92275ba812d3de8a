// MainWindow: navigation only. It holds the pages, opens the sheets, and hands what the stations say to the pages; it decides nothing.
#pragma once
#include "ui/common/chime.h"
#include "ui/common/health_bar.h"
#include "ui/common/key_map.h"
#include "ui/desk_context.h"
#include "ui/models/board_model.h"
#include "ui/people/pin_sheet.h"
#include <QMainWindow>
#include <functional>
#include <QPointer>

class QMenu;

namespace tresen::ui {

class BoardPage;
struct BoardDetail;
class DeskFrame;
class IdleWatch;
class PageStack;
class PinSheet;
class Sheet;
struct Step;
class TasksPage;
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
    void connectComfort();
    void sound(Sound sound);                              // as far as the setting wants it
    void openNotices();
    void openReminder(const domain::InvoiceId& invoice, const domain::TaskId& task = {}, const domain::ReminderId& reminder = {});   // neither: a new one
    void tellTask(const services::TaskRow& task);         // a new one, of any desk
    void storeForDesk(const QString& key, const QString& value);   // a setting of this desk; what fails is said
    void addShortcuts();
    void takeComfort();                                   // keys, sounds, filters and columns of this desk
    void listenToScanner();
    void connectBoard();
    void connectStations();
    void go(const QString& id);
    void takeRows(const std::vector<domain::BoardRow>& rows);
    void takeEntry(const domain::Recorded& entry);
    void showDetail(const domain::InvoiceId& invoice);
    void refresh(const domain::InvoiceId& invoice);
    void withInvoice(const domain::InvoiceId& invoice, std::function<void(const services::InvoiceView&)> then);
    void openRequest(const domain::InvoiceId& invoice, bool print = false);   // print: at once, where a sheet stands
    void offerMailBack(const domain::BoardRow& row, const domain::MailId& mail, const QString& to);
    void offerRequestBack(const domain::BoardRow& row);   // what has just been done, or queued, can be taken back for a moment
    void offerAccountBack(const domain::BoardRow& row);
    void offerBack(const domain::BoardRow& row, const QString& title, const QString& text, std::function<void(services::Done<Ok>)> back);
    void printChosen(const domain::InvoiceId& invoice);   // a copy of its request while money is missing, of its receipt afterwards
    void printReceipt(const domain::InvoiceId& invoice, const domain::PaymentId& payment);
    void openPayment(const domain::InvoiceId& invoice);
    void openRefund(const domain::InvoiceId& invoice, const domain::TaskId& task = {}, const QString& payment = {});   // see RefundSheet::About
    void openRefundCheck(const domain::InvoiceId& invoice, const domain::RefundId& refund);
    void openTask(const services::TaskRow& task);         // to be finished with a reason, or its mail sent again
    void takeWayOut(const services::TaskRow& task);
    void addTasks(QMenu& menu, const services::InvoiceView& view);
    void openHandOver(const domain::InvoiceId& invoice);
    void openNote(const domain::BoardRow& row);
    void handOver(const domain::InvoiceId& invoice, const domain::VehicleKey& which);   // which: one of its keys; none: the one its row shows
    void hang(const domain::InvoiceId& invoice, const domain::VehicleKey& which);       // likewise
    void openVehicle(const domain::InvoiceId& invoice);
    void confirmVehicle(const domain::InvoiceId& invoice);
    void openHook(const domain::InvoiceId& invoice);
    void openDocument(const domain::InvoiceId& invoice, int place);   // one of services::pagesOf()
    void openFile(const QString& file, const QString& sha256);                   // the page that is being typed in, over its sheet
    void openRuns();                                      // of the past days, and what was refused
    void connectArrivals();
    void showRefused();
    void openProfile(const QString& sample);              // the editor of file forms, with a file to learn from or without
    void openPickup(const domain::InvoiceId& invoice);
    void openStep(const domain::BoardRow& row, const Step& step, void (MainWindow::*said)(const domain::BoardRow&) = nullptr);   // asked about first, see StepSheet
    void openCancelling(const services::InvoiceView& view);
    void openRestoring(const services::InvoiceView& view);
    void openAccount(const services::InvoiceView& view);            // on account, or no longer
    void openWithdrawing(const services::InvoiceView& view);
    void showTags(const services::PrintedTags& made, const QString& heading, const QString& title);
    void printTags(const domain::InvoiceId& invoice = {});   // null: of all keys of today
    void showPaper(const QByteArray& pdf, const QString& title);
    void adoptSheet(Sheet* sheet);
    template <class S> S* adopt(S* sheet)
    {
        adoptSheet(sheet);
        return sheet;
    }
    template <class S> void keepInformed(S* sheet);
    void openMore(const domain::InvoiceId& invoice, const QPoint& at);
    void showHealth();
    void fail(const Error& error);
    void restoreGeometryOrCentre();
    void connectPeople();
    void showUser();
    void changeUser();
    void changeOwnPin();
    void lock(services::People::Leave why);
    QString denied(domain::Right right) const;            // empty: allowed
    bool isOpenToUser(const QString& page) const;
    void leaveForeignPage();
    bool mayGo(const QString& id);
    void noteDenied(BoardDetail& detail) const;
    AskSecond askSecond();
    void addProposals(TasksPage& tasks);

    const DeskContext& m_desk;
    BoardModel m_model;
    DeskFrame* m_frame;
    PageStack* m_stack;
    BoardPage* m_board;
    ToastStack* m_toasts;
    QHash<QString, QWidget*> m_pages;
    QPointer<WallBoard> m_wall;         // a window of its own
    QPointer<Sheet> m_sheet;            // at most one is open
    QPointer<PinSheet> m_lock;          // over everything
    IdleWatch* m_idle = nullptr;
    domain::InvoiceId m_detailOf;
    KeyMap m_keys;
    std::unique_ptr<Chime> m_chime;
};

} // namespace tresen::ui
