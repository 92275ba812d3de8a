// HealthPage: every connection of this desk: how it is doing, since when, what waits for it, what to do, and a try at once. A page of the main window;
// works on Connections. Its ages go on while it is seen.
#pragma once
#include "app/services/connections.h"
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class PaperPanel;
class PeerRow;

class HealthPage final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kTickMs = 1000, kCountMs = 5000;

    HealthPage(services::Connections& connections, const Clock& clock, QWidget* parent = nullptr);

Q_SIGNALS:
    void setUpRequested(const QString& part);      // of the settings
    void diagnosticsRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showAll();
    void tryAll();
    void takeMeasures();

    services::Connections& m_connections;
    const Clock& m_clock;
    QTimer m_tick, m_count;
    std::vector<std::pair<QString, PeerRow*>> m_rows;
    PaperPanel* m_panel = nullptr;
    FigureLabel *m_title = nullptr, *m_sum = nullptr;
    ActionButton *m_all = nullptr, *m_more = nullptr;
    QVBoxLayout *m_column = nullptr, *m_head = nullptr, *m_list = nullptr;
};

} // namespace tresen::ui
