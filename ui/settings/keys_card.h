// KeysCard: every action of the desk with its key, which is changed by pressing another one. Stands on the settings page; keeps the setting
// desk.keys, and says by whose name a key is refused.
#pragma once
#include "app/services/settings.h"
#include "ui/common/action_button.h"
#include <QWidget>

class QGridLayout;

namespace tresen::ui {

class FigureLabel;

// Shows a key; clicked, it waits for the new one. Esc and another place to type leave everything as it is.
class KeyButton final : public ActionButton {
    Q_OBJECT
public:
    KeyButton(const QString& action, QWidget* parent);
    void showKey(const QString& key);
    bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    void chosen(const QKeySequence& key);
    void waiting();

protected:
    bool event(QEvent* event) override;

private:
    void wait(bool on);
    const QString m_action;
    QString m_key;
    bool m_waiting = false;
};

class KeysCard final : public QWidget {
    Q_OBJECT
public:
    explicit KeysCard(services::Settings& settings, QWidget* parent = nullptr);   // settings lives longer
    bool matches(const QStringList& words) const;    // of domain::foldQuery(), as the search of the page asks

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line { QString action; FigureLabel* label; KeyButton* key; ActionButton* usual; };
    void addLine(const QString& action, int row);
    void take(const QString& action, const QKeySequence& key);
    void store(const KeyMap& map, const QString& saidThen);
    void showKeys();
    void say(const QString& text, bool bad);
    void takeMeasures();

    services::Settings& m_settings;
    KeyMap m_map;
    std::vector<Line> m_lines;
    bool m_bad = false;
    QGridLayout* m_grid = nullptr;
    FigureLabel *m_title, *m_result;
    ActionButton* m_all;
};

} // namespace tresen::ui
