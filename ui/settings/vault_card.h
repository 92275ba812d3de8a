// VaultCard: makes a backup and checks the journal, with what came of it. Stands on the settings page below where the data are.
#pragma once
#include "app/core/clock.h"
#include "app/services/settings.h"
#include "app/services/vault_keeper.h"
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class WorkBar;

class VaultCard final : public QWidget {
    Q_OBJECT
public:
    VaultCard(services::VaultKeeper& vault, services::Settings& settings, const Clock& clock, QWidget* parent = nullptr);
    void backupTo(const QString& file);       // what the file dialog answers

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void chooseFile();
    void verify();
    void takeReport(const services::VaultReport& report);
    void showWork();
    void say(const QString& text, bool bad);
    void takeMeasures();

    services::VaultKeeper& m_vault;
    services::Settings& m_settings;
    const Clock& m_clock;
    QElapsedTimer m_since;
    QTimer m_seconds;
    bool m_bad = false;
    FigureLabel *m_title, *m_text, *m_result;
    WorkBar* m_bar;
    ActionButton *m_backup, *m_verify;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
