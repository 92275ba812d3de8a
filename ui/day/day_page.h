// DayPage: one day's money and what somebody should look at in the evening, to go through and to print. A page of the main window; works on Reports.
#pragma once
#include "ui/day/day_model.h"
#include <QWidget>

class QStackedLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class EmptyHint;
class FigureLabel;
class ListView;
class PaperPanel;

class DayPage final : public QWidget {
    Q_OBJECT
public:
    DayPage(services::Reports& reports, const Clock& clock, QWidget* parent = nullptr);

    void setDay(QDate day);                    // reads it anew; not later than today
    QDate day() const { return m_day; }
    const DayModel& model() const { return m_model; }
    QByteArray pdf(const QString& workshop) const;   // A4, what the page shows

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);
    void paperRequested();                     // the day shown, see pdf()

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    void takeMeasures();
    void take(const Result<services::DayView>& view);
    QDate today() const { return m_clock.now().local().date(); }
    QString dayText() const;
    QString sumText() const;

    services::Reports& m_reports;
    const Clock& m_clock;
    DayModel m_model;
    services::DayView m_view;
    QDate m_day;
    int m_run = 0;                             // a day that was left before it was read
    PaperPanel* m_panel = nullptr;
    FigureLabel *m_title = nullptr, *m_sum = nullptr, *m_foot = nullptr;
    ActionButton *m_before = nullptr, *m_after = nullptr, *m_now = nullptr, *m_print = nullptr, *m_invoice = nullptr;
    ListView* m_list = nullptr;
    EmptyHint* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
