// DetailPanel: the right side of the board: status card, age of the knowledge, linked invoices, history and the four big buttons.
// Made by BoardPage, which gives it what to show and listens to its signals.
#pragma once
#include "ui/board/advice.h"
#include "ui/board/board_detail.h"
#include <QAbstractButton>
#include <optional>

class QGridLayout;
class QStackedLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class LinkedList;
class StatusCard;
class Timeline;

// "As of 10:42:07, 4 s ago · Portal": click asks again.
class AgeLine final : public QAbstractButton {
    Q_OBJECT
public:
    explicit AgeLine(QWidget* parent = nullptr);
    void say(const QString& text, bool old);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_old = false;
};

class DetailPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DetailPanel(QWidget* parent = nullptr);

    void setDetail(std::optional<BoardDetail> detail, Instant now);
    void tick(Instant now);                         // ages and what follows from them
    const std::optional<BoardDetail>& detail() const { return m_detail; }
    const Advice& advice() const { return m_advice; }
    ActionButton* more() const { return m_more; }

Q_SIGNALS:
    void payClicked();
    void requestClicked();
    void keyClicked();
    void moreClicked();
    void refreshClicked();
    void historyClicked();
    void documentClicked(int place);      // of BoardDetail::documents
    void vehicleConfirmed();                        // what a rule found is right as it stands
    void vehicleClicked();                          // to be put right
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeHint();
    void makeNotices();
    void build();
    void takeMeasures();
    void show(Instant now);
    void offer(ActionButton& button, const Offer& offer);
    static void forbid(Offer& offer, const QString& why);
    QWidget* makeLine();
    void makeDocuments();
    void showDocuments();
    QWidget* makeFound();
    void showFound();

    std::optional<BoardDetail> m_detail;
    Advice m_advice;
    Instant m_now;
    QStackedLayout* m_stack;
    FigureLabel* m_hint;
    QWidget* m_full;
    QVBoxLayout* m_column;
    StatusCard* m_card;
    AgeLine* m_age;
    FigureLabel *m_customer, *m_vehicle, *m_notices;
    LinkedList* m_linked;
    Timeline* m_timeline;
    QGridLayout* m_buttons;
    ActionButton *m_pay, *m_request, *m_key, *m_more;
    std::vector<ActionButton*> m_documents;   // one for each page there may be, hidden without one
    QWidget* m_found;                               // what a rule has found, with its two answers
    FigureLabel* m_foundText;
    ActionButton *m_confirm, *m_correct;
    std::vector<QWidget*> m_lines;
};

} // namespace tresen::ui
