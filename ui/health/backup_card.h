// BackupCard: the backups of this desk and the check of the data: how old the newest is, one now, the newest tried, every entry recomputed; with progress
// and a way to end it. Stands on the diagnostics page.
#pragma once
#include "app/services/backups.h"
#include <QTimer>
#include <QWidget>

class QBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class LookSign;
class WorkBar;

class BackupCard final : public QWidget {
    Q_OBJECT
public:
    BackupCard(services::VaultKeeper& vault, services::Backups& backups, QWidget* parent = nullptr);
    void lookAgain();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Mood { Quiet, Good, Bad };
    void build();
    void connectAll();
    void showState();
    void showWork();
    void backUp();
    void tryNewest();
    void verify();
    void takeDrill(const services::DrillOutcome& outcome);
    void takeReport(const services::VaultReport& report);
    void say(const QString& text, Mood mood);
    void takeMeasures();

    services::VaultKeeper& m_vault;
    services::Backups& m_backups;
    QTimer m_tick;
    Mood m_mood = Mood::Quiet;
    bool m_asked = false;              // what runs was begun here
    FigureLabel *m_title, *m_newest, *m_place, *m_result;
    LookSign* m_sign;
    WorkBar* m_bar;
    ActionButton *m_backup, *m_try, *m_verify, *m_stop;
    QBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
