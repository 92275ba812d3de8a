// PeerRow: one peer on the health page: how it is doing, what to do, when it last answered, what waits for it, and a button that tries it now. Made by
// HealthPage.
#pragma once
#include "app/services/connections.h"
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class PeerRow final : public QWidget {
    Q_OBJECT
public:
    explicit PeerRow(const QString& peer, QWidget* parent = nullptr);
    void showState(const services::PeerState& state, Instant now);
    ActionButton* tryButton() const { return m_try; }

Q_SIGNALS:
    void tryRequested();
    void setUpRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void arrange();
    void takeMeasures();
    QString troubleOf(const services::PeerState& state) const;

    const QString m_peer;
    services::PeerState m_state;
    bool m_narrow = false;
    FigureLabel *m_name, *m_what, *m_word, *m_trouble, *m_todo, *m_answered, *m_waiting;
    QWidget* m_sign;
    ActionButton *m_try, *m_setUp;
    QHBoxLayout* m_row = nullptr;
    QVBoxLayout *m_who = nullptr, *m_how = nullptr, *m_facts = nullptr, *m_buttons = nullptr;
};

} // namespace tresen::ui
