// SettlementsPage: what still has to be given back to the workshop system, the button that does it, and what became of it. A page of the main
// window; works on the WriteBack station.
#pragma once
#include "app/core/one_at_a_time.h"
#include "app/services/journal_feed.h"
#include "app/services/settings.h"
#include "app/services/write_back.h"
#include "ui/write_back/settlements_model.h"
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class EmptyHint;
class FigureLabel;
class ListView;
class PaperPanel;

class SettlementsPage final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kSettleMs = 400;      // a burst of news is one refresh

    SettlementsPage(services::WriteBack& writeBack, services::JournalFeed& feed, services::Settings& settings, QWidget* parent = nullptr);

    void refresh();                            // also by itself, when shown and after news
    const SettlementsModel& model() const { return m_model; }

Q_SIGNALS:
    void pendingCount(int count);              // for the rail's badge: due and refused, what somebody has to do something about
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    QHBoxLayout* makeFoot();
    void connectAll();
    void takeMeasures();
    void takeRows(std::vector<services::PendingSettlement> rows);
    void run();
    void readAnswers();
    void resend();
    void say(const QString& text, bool bad = false);
    void sayFailure(const Error& error);
    void setBusy(bool busy);
    void showButtons();
    std::vector<services::PendingSettlement> chosen() const;
    QString answersText(const services::WriteBackResult& result) const;

    services::WriteBack& m_writeBack;
    services::Settings& m_settings;
    services::JournalFeed& m_feed;
    SettlementsModel m_model;
    QTimer m_settle;
    bool m_busy = false, m_bad = false;
    OneAtATime m_reading;

    PaperPanel* m_panel;
    FigureLabel *m_title, *m_where, *m_result, *m_count;
    ActionButton *m_run, *m_answers, *m_resend;
    ListView* m_list;
    EmptyHint* m_empty;
    QStackedLayout* m_stack;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
