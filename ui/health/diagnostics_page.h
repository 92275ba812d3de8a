// DiagnosticsPage: what helps when something is wrong: backups and the check of the data, a report for support, and the log. A page of the main window,
// beside the one of the connections.
#pragma once
#include "app/services/backups.h"
#include "app/services/connections.h"
#include "app/services/diagnosis.h"
#include <QImage>
#include <QPointer>
#include <QWidget>

class QBoxLayout;

namespace tresen::ui {

class ActionButton;
class BackupCard;
class FigureLabel;
class LogPanel;
class PaperPanel;
class ReportSheet;

// The stations it works with; they live longer than the page.
struct DiagnosticsStations {
    services::VaultKeeper& vault;
    services::Backups& backups;
    services::Diagnosis& diagnosis;
    services::Connections& connections;
};

class DiagnosticsPage final : public QWidget {
    Q_OBJECT
public:
    explicit DiagnosticsPage(const DiagnosticsStations& stations, QWidget* parent = nullptr);
    void setPicture(const QImage& picture) { m_picture = picture; }   // what the window showed before this page

Q_SIGNALS:
    void connectionsRequested();
    void reportSaved(const QString& file);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeDiagnosticsHead();
    void prepareReport();
    void takeMeasures();

    const DiagnosticsStations m_stations;
    QImage m_picture;
    QPointer<ReportSheet> m_sheet;
    bool m_preparing = false;
    PaperPanel* m_panel;
    FigureLabel *m_title, *m_sum;
    ActionButton *m_report, *m_connections;
    BackupCard* m_backup;
    LogPanel* m_log;
    QBoxLayout *m_column = nullptr, *m_row = nullptr, *m_side = nullptr;
};

} // namespace tresen::ui
