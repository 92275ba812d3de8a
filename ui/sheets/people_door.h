// PeopleDoor: who works at this desk: coming in and leaving, the lock over everything, what is not allowed, and the second person for one action. Made by
// the main window; every opener of sheets asks it.
#pragma once
#include "ui/people/pin_sheet.h"
#include "ui/sheets/sheet_stand.h"

namespace tresen::ui {

class IdleWatch;

class PeopleDoor final : public QObject {
    Q_OBJECT
public:
    PeopleDoor(const DeskContext& desk, SheetStand& stand, ToastStack& toasts);   // all live longer

    void setLockKeys(const QList<QKeySequence>& keys);
    void showUser();                                      // userShown(); locks where nobody may work on
    void changeUser();
    QString denied(domain::Right right) const;            // why it is not allowed; empty: it is
    bool isPageOpen(const QString& page) const;
    QString whyClosed(const QString& page) const;         // of a page that is not
    AskSecond askSecond();                                // null as long as nobody has to come in: then a name is typed

Q_SIGNALS:
    void userShown(const QString& name, const QString& role);   // who works here
    void changed();                                       // somebody came or went, or may do something else now
    void settingsWanted();                                // who works here is a setting of the desk, as long as nobody has to come in

private:
    void changeOwnPin();
    void lock(services::People::Leave why);
    void clearWindow();

    const DeskContext& m_desk;
    SheetStand& m_stand;
    ToastStack& m_toasts;
    IdleWatch* m_idle;
    QPointer<PinSheet> m_lock;                            // over everything
};

} // namespace tresen::ui
