// PaymentSheet: counter payment of one invoice, over the window. Opened by the main window with pay(); it holds the counter lock while it is open,
// takes money only through services::Counter, and gives the lock back when it is closed without money. Closing it in whatever way is Sheet::closed().
//   auto* sheet = new PaymentSheet{counter, clock, window};
//   connect(&feed, &JournalFeed::rowsChanged, sheet, [sheet](const auto& rows) { for (const auto& r : rows) sheet->itemChanged(r); });
//   sheet->pay(item, hook);
#pragma once
#include "app/core/clock.h"
#include "app/services/counter.h"
#include "ui/common/sheet.h"
#include "ui/counter/payment_draft.h"
#include <QTimer>

class QStackedLayout;

namespace tresen::ui {

class ActionButton;
class CheckLine;
class PaymentInput;
class PaymentNotice;
class PaymentResult;
class PaymentSide;

class PaymentSheet final : public Sheet {
    Q_OBJECT
public:
    enum class State {
        Opening,      // everything can be entered already; the lock is being taken and the portal asked
        Input,
        Booking,      // neither Esc nor a second click does anything
        Done,         // stays until acknowledged
        Locked,       // another desk takes this payment
        Settled,      // paid meanwhile, or nothing is asked for: no money is taken; what has been taken already is booked from here
        UnderWay,     // the customer is paying online just now, or nobody knows
        Silent,       // the portal did not close its link
        Failed
    };
    static constexpr int kWaitMs = 60'000;   // how long waiting for the online payment is the advice

    // Both live longer than the sheet.
    PaymentSheet(services::Counter& counter, const Clock& clock, QWidget* window);
    ~PaymentSheet() override;

    void setTraining(bool training);                                     // the sample workshop: no receipt numbers, and it says so
    void setPrinter(const QString& note, bool warning);                  // under "print the receipt": "Printer empty, the receipt follows"
    void pay(const domain::OpenItem& item, const QString& hook = {});
    State state() const { return m_state; }
    domain::InvoiceId invoice() const { return m_item.id; }

public Q_SLOTS:
    void itemChanged(const tresen::domain::BoardRow& row);               // what the feed says, of any invoice

Q_SIGNALS:
    void booked(const tresen::services::CounterReceipt& receipt, bool printWanted);
    void receiptRequested(const tresen::services::CounterReceipt& receipt);   // "show the receipt"

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Flight { None, UnderWay, Unclear };
    void build();
    void takeMeasures();
    void connectAll();
    void begin();
    void look();
    void looked(const Result<domain::OpenItem>& answer);
    void adopt(const domain::OpenItem& item);
    void book(bool slipShared = false);
    void askGiven(bool asks);
    bool showAsksGiven();
    void paid(const Result<services::CounterReceipt>& answer);
    void refused(const Error& error);
    void enter(State state);
    void showFoot();
    void showNotice(const Error& error = {});
    void showSettled(const QString& code);
    bool offersTaken() const;
    void askTaken();
    void bookTaken(bool slipShared = false);
    bool asksShared(const PaymentDraft& draft) const;   // this slip was refused for another invoice, and may be over both
    void send(services::CounterRequest request);
    void waited();
    void primaryClicked();
    void otherClicked();
    void letGo();
    bool waitsOnline() const;
    static Flight flightOf(const domain::OpenItem& item);
    static Flight flightOf(const domain::BoardRow& row);

    services::Counter& m_counter;
    const Clock& m_clock;
    State m_state = State::Opening;
    bool m_training = false, m_held = false, m_looking = false, m_force = false;
    bool m_asksGiven = false;                // more is given than anybody gives: the next step says whether that is right
    bool m_taken = false;                    // somebody says that the money has been taken already
    QString m_hook, m_forceReason, m_settledCode;
    domain::Money m_asked;                   // the last amount that was entered
    domain::OpenItem m_item;
    domain::BoardRow m_row;                  // the newest of this invoice
    domain::PaymentId m_payment;
    services::CounterReceipt m_receipt;
    Error m_error;
    Instant m_waitsSince;
    QTimer m_seconds;
    int m_run = 0;                           // answers to an older question are dropped
    QStackedLayout* m_pages;
    QWidget* m_inputPage;
    PaymentInput* m_input;
    PaymentSide* m_side;
    PaymentNotice* m_notice;
    PaymentResult* m_result;
    CheckLine* m_print;
    ActionButton *m_other, *m_cancel, *m_primary;
};

} // namespace tresen::ui
