// LogPanel: the newest entries of this desk's log, with a filter of the kind and a search. Only redacted text. Stands on the diagnostics page.
#pragma once
#include "app/services/diagnosis.h"
#include "ui/health/log_model.h"
#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ListView;

class LogPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(services::Diagnosis& diagnosis, QWidget* parent = nullptr);
    void readAgain();
    LogModel& model() { return m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLogHead();
    void showCount();
    void takeMeasures();

    services::Diagnosis& m_diagnosis;
    LogModel m_model;
    bool m_reading = false, m_more = false;
    FigureLabel *m_title, *m_count;
    QComboBox* m_level;
    QLineEdit* m_search;
    ActionButton* m_again;
    ListView* m_list;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
