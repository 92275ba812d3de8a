// ProposalStrip: changes of locked settings that wait for a second person: what holds, what shall hold, who wants it and why; confirm or reject. Stands
// over the list of tasks; hidden while nothing waits.
#pragma once
#include "app/services/people.h"
#include "app/services/settings.h"
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace tresen::ui {

class FigureLabel;

class ProposalStrip final : public QWidget {
    Q_OBJECT
public:
    ProposalStrip(services::People& people, services::Settings& settings, QWidget* parent = nullptr);   // both live longer
    int count() const { return static_cast<int>(m_rows.size()); }
    void refresh();                           // asks the journal

Q_SIGNALS:
    void counted(int count);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showProposals();
    QWidget* makeRow(const domain::Proposal& proposal);
    void decide(const domain::Proposal& proposal, bool confirmed);
    void takeMeasures();

    services::People& m_people;
    services::Settings& m_settings;
    std::vector<QWidget*> m_rows;
    QVBoxLayout* m_column = nullptr;
    FigureLabel* m_message;
    bool m_busy = false;
};

} // namespace tresen::ui
