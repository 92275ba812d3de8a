// PinSheet: a name and its PIN. Locks the desk and covers everything on it, lets another one come in, or asks a second person to agree to one action. Opened
// by the main window; works on services::People.
#pragma once
#include "app/services/people.h"
#include "ui/common/sheet.h"
#include <QTimer>
#include <functional>
#include <vector>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace tresen::ui {

class PinPad;

class PinSheet final : public Sheet {
    Q_OBJECT
public:
    enum class Purpose { Lock, Change, Agree };

    // right: for Agree, what somebody has to agree to. People and clock live longer than the sheet.
    PinSheet(services::People& people, const Clock& clock, Purpose purpose, domain::Right right, QWidget* window);

    void choose(const domain::UserId& user);
    void begin();                             // opens it with what is known now
    domain::UserId chosen() const { return m_chosen; }

Q_SIGNALS:
    void cameIn();                            // the sheet has closed itself before
    void agreed(const tresen::services::Agreement& agreement);   // likewise
    void ownPinWanted();                      // likewise: who works here wants another PIN

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Name { domain::UserId user; ActionButton* button; };
    void build();
    void showNames();
    void showState();
    bool offers(const domain::User& user) const;
    void tryPin();
    void refused(const Error& error);
    int secondsToWait() const;
    void keepFocus(QWidget* now);
    void takeMeasures();

    services::People& m_people;
    const Clock& m_clock;
    const Purpose m_purpose;
    const domain::Right m_right;
    domain::UserId m_chosen;
    std::vector<Name> m_names;
    QString m_said;
    bool m_busy = false;
    QTimer m_seconds;                         // while somebody has to wait
    QWidget *m_body, *m_list;
    QScrollArea* m_scroll;
    QVBoxLayout *m_listColumn, *m_padColumn;
    QHBoxLayout* m_row;
    FigureLabel *m_who, *m_message;
    PinPad* m_pad;
    ActionButton *m_cancel, *m_primary, *m_ownPin;
};

// Asks a second person for one action; the answer is only called when one has agreed.
using AskSecond = std::function<void(domain::Right right, std::function<void(const services::Agreement&)> agreed)>;
// Whether this refusal is one that a second person can lift.
bool secondPersonHelps(const Error& error);

} // namespace tresen::ui
