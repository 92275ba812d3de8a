// PersonSheet: adds a person or changes one: name, role, PIN, and whether this person works here still. Opened by the card of people.
#pragma once
#include "app/services/people.h"
#include "ui/common/sheet.h"

class QLineEdit;
class QVBoxLayout;

namespace tresen::ui {

class CalmComboBox;

class PersonSheet final : public Sheet {
    Q_OBJECT
public:
    // user with a null id: a new one. people lives longer than the sheet.
    PersonSheet(services::People& people, const domain::User& user, QWidget* window);
    QWidget* firstField() const;
    void setOnlyPin();                        // the own one: name and role are the manager's to change

Q_SIGNALS:
    void saved(const QString& name);          // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QLineEdit* addPin(const QString& label, const QString& name, QVBoxLayout& column);
    void showState();
    QString whyNot() const;
    domain::User wanted() const;
    void save();
    void answered(const Result<domain::UserId>& id);
    void takeMeasures();

    services::People& m_people;
    const domain::User m_user;
    const bool m_fresh;
    bool m_busy = false, m_off = false, m_onlyPin = false;
    QWidget* m_body;
    QLineEdit *m_name, *m_pin = nullptr, *m_again = nullptr;
    CalmComboBox* m_role;
    FigureLabel *m_roleHelp, *m_message;
    ActionButton *m_offOn, *m_cancel, *m_save;
};

} // namespace tresen::ui
