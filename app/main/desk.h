// Desk: the first door. Opens the house of one profile and shows the window, over a fresh one with the questions of the first set-up; a profile that is
// to be the sample workshop is filled first. A second start on the same profile brings the first one's window forward and ends.
#pragma once
#include "app/adapters/scanner/serial/serial_scanner.h"
#include "app/main/demo.h"
#include "app/main/desk_health.h"
#include "app/services/wake_watch.h"
#include "ui/main_window.h"
#include <QApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>
#include <QTranslator>

namespace tresen::app {

class Desk final : public QObject {
    Q_OBJECT
public:
    enum class Kind { Workshop, Sample };

    Desk(QString profile, QApplication& application, Kind kind = Kind::Workshop);
    ~Desk() override;

    void start();                // asks for another desk on this profile first; if there is one, it comes forward and this one ends

private:
    void raise();                // of the first desk, when a second one was started
    void live();                 // nobody else has the profile
    void prepare();              // the sample workshop, when it is wanted and not there yet
    void open();
    void makeWindow();
    void furnishWindow();        // the window alone, over the stations
    void renewWindow();          // in another language
    void beginSetUp(bool anyInvoice);   // when it is due
    void endSetUp();
    void readRows();             // those that stand on the screen first
    void completeRows();
    void show();                 // once the rows are read and the window is made
    void work();                 // what can wait until the board stands on the screen
    void askToPoll();
    void wake(qint64 awayMs);    // the computer slept, or its clock was set: everything is asked at once
    void openSample();           // beside this desk: a real workshop never gets sample data
    void takeSetting(const QString& key);
    void connectPeers(std::function<void()> then);
    void watchFolder();
    void openOrders();
    void speak(const QString& language);
    void wear(const QString& theme, int percent);   // theme and font scale as the settings say them
    void dress();
    void stop(const Error& error);
    QString serverName() const;

    const QString m_profile;
    const Kind m_kind;
    QApplication& m_application;
    SystemClock m_clock;
    services::WakeWatch m_wake{m_clock};
    QLocalServer m_server;
    QLocalSocket m_other;
    QTimer m_election;
    QTranslator m_own, m_qt;
    QPalette m_systemPalette;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<House> m_house;
    std::unique_ptr<services::HotFolder> m_folder;
    std::unique_ptr<services::BoardReader> m_reader;
    std::unique_ptr<services::Tasks> m_tasks;
    std::unique_ptr<services::HealthWatch> m_health;
    std::unique_ptr<services::Connections> m_connections;
    std::unique_ptr<services::VaultKeeper> m_vault;
    std::unique_ptr<services::Backups> m_backups;
    std::unique_ptr<services::Diagnosis> m_diagnosis;
    std::unique_ptr<services::KeyTags> m_keyTags;
    std::unique_ptr<services::ScanLine> m_scanLine;
    std::unique_ptr<adapters::serial::SerialScanner> m_scanner;   // ends before the one it calls
    std::unique_ptr<DeskHealth> m_feeder;
    std::unique_ptr<ui::DeskContext> m_context;
    std::unique_ptr<QWidget> m_welcome;
    std::unique_ptr<ui::MainWindow> m_window;
    std::optional<ports::BoardStart> m_rows;   // from reading them to showing them
    bool m_works = false;
    bool m_settingUp = false;                  // the first time: nothing comes in before its questions are answered or put off
    QString m_language;                        // the window's
};

} // namespace tresen::app
