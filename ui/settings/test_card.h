// TestCard: a live test of a connection on the settings page: starts it, says while it runs, can be stopped, and keeps what came of it with its age.
// PortalTestCard asks the portal, MailTestCard sends a mail. Made by SettingsPage; work on Accounts.
#pragma once
#include "app/services/accounts.h"
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class WorkBar;

class TestCard : public QWidget {
    Q_OBJECT
public:
    static constexpr int kTickMs = 1000;

protected:
    using Work = services::Accounts::Work;
    struct Outcome {
        Instant at;
        bool good = false;
        QString what, todo;
        std::vector<std::pair<bool, QString>> steps;
    };

    TestCard(services::Accounts& accounts, const Clock& clock, Work work, const QString& name, QWidget* parent);
    void setWords(const QString& title, const QString& text, const QString& start, const QString& running);
    void showOutcome(const std::optional<Outcome>& outcome);
    void setReady(const QString& whyNot);            // empty: the test can be started
    QVBoxLayout* column() const { return m_column; }
    ActionButton* start() const { return m_start; }
    virtual void begin() = 0;

    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

    services::Accounts& m_accounts;

private:
    void build(const QString& name);
    void showWork();
    void showAge();
    void takeMeasures();

    const Clock& m_clock;
    const Work m_work;
    std::optional<Outcome> m_outcome;
    QString m_running, m_whyNot;
    QElapsedTimer m_since;
    QTimer m_tick;
    FigureLabel *m_title, *m_text, *m_progress, *m_what, *m_todo, *m_age;
    WorkBar* m_bar;
    ActionButton *m_start, *m_stop;
    QWidget *m_sign, *m_result, *m_steps;
    QGridLayout *m_stepRows, *m_resultRows;
    QVBoxLayout* m_column = nullptr;
};

class PortalTestCard final : public TestCard {
    Q_OBJECT
public:
    PortalTestCard(services::Accounts& accounts, const Clock& clock, QWidget* parent = nullptr);
    void setPortal(const QString& portal, bool testMode, bool training);

private:
    void begin() override;
    void showLast();
    QString m_portal;
};

class MailTestCard final : public TestCard {
    Q_OBJECT
public:
    MailTestCard(services::Accounts& accounts, services::Settings& settings, const Clock& clock, QWidget* parent = nullptr);
    void takeSettings();

protected:
    void changeEvent(QEvent* event) override;

private:
    void begin() override;
    void showLast();
    services::Settings& m_settings;
    QLineEdit* m_to = nullptr;
};

} // namespace tresen::ui
