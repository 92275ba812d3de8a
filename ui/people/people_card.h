// PeopleCard: everybody who works here, each with role and state, and the way to add or change one. A part of the settings page.
#pragma once
#include "app/services/people.h"
#include <QPointer>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class PersonSheet;

class PeopleCard final : public QWidget {
    Q_OBJECT
public:
    explicit PeopleCard(services::People& people, QWidget* parent = nullptr);   // people lives longer than the card

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showPeople();
    QWidget* makeRow(const domain::Person& person);
    void openSheet(const domain::User& user);
    void takeMeasures();

    services::People& m_people;
    QPointer<PersonSheet> m_sheet;
    FigureLabel *m_title, *m_text;
    std::vector<QWidget*> m_rows;
    ActionButton* m_add;
    QVBoxLayout *m_column = nullptr, *m_list;
};

} // namespace tresen::ui
