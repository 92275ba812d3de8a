#include "ui/people/people_card.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include "ui/people/people_words.h"
#include "ui/people/person_sheet.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PeopleCard::PeopleCard(services::People& people, QWidget* parent)
    : QWidget{parent}, m_people{people}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_add{new ActionButton{tr("Add a person …"), this}}, m_column{new QVBoxLayout{this}}, m_list{new QVBoxLayout}
{
    setObjectName(u"settings.people"_s);
    m_text->setWrapped();
    m_text->setObjectName(u"settings.people.text"_s);
    m_add->setObjectName(u"settings.people.add"_s);
    m_add->setIconName(u"plus"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch();
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(m_list);
    m_column->addLayout(buttons);
    connect(m_add, &ActionButton::clicked, this, [this] {
        domain::User fresh;
        if (!m_people.known().any()) fresh.role = domain::Role::Manager;
        openSheet(fresh);
    });
    connect(&m_people, &services::People::changed, this, &PeopleCard::showPeople);
    connect(&m_people, &services::People::currentChanged, this, &PeopleCard::showPeople);
    takeMeasures();
    showPeople();
}

QWidget* PeopleCard::makeRow(const domain::Person& person)
{
    auto* row = new QWidget{this};
    auto* name = new FigureLabel{type::rowStrong, person.user.off ? &Theme::text3 : &Theme::text, row};
    name->setText(person.user.name);
    name->setElided(true);
    auto* role = new FigureLabel{type::fine, &Theme::text2, row};
    role->setText(person.user.off ? tr("%1 · works here no more").arg(PeopleWords::role(person.user.role)) : PeopleWords::role(person.user.role));
    role->setElided(true);
    auto* change = new ActionButton{tr("Change …"), row};
    change->setObjectName(u"settings.people.change.%1"_s.arg(m_rows.size()));
    change->setAccessibleName(tr("Change: %1").arg(person.user.name));
    const auto why = PeopleWords::denied(m_people.may(domain::Right::ManageUsers), domain::Right::ManageUsers);
    change->setAvailable(why.isEmpty(), why);
    change->setToolTip(why);
    connect(change, &ActionButton::clicked, this, [this, user = person.user] { openSheet(user); });
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(role);
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins({});
    line->addLayout(words, 1);
    line->addWidget(change);
    return row;
}

void PeopleCard::showPeople()
{
    for (auto* row : m_rows) {
        row->hide();
        delete row;
    }
    m_rows.clear();
    const auto& known = m_people.known();
    m_title->setText(known.any() ? tr("Who works here") : tr("Nobody has to sign in"));
    m_text->setText(known.any() ? tr("Everybody signs in with a PIN; what somebody may do depends on the role. Who has left is switched off, never removed: the name stands beside what was booked.")
                                : tr("As long as nobody is entered here, everything is open to whoever sits at a desk. The first person entered is a manager and may do everything; from then on the desk asks for a PIN."));
    for (const auto& person : known.persons) {
        auto* row = makeRow(person);
        m_rows.push_back(row);
        m_list->addWidget(row);
    }
    const auto why = PeopleWords::denied(m_people.may(domain::Right::ManageUsers), domain::Right::ManageUsers);
    m_add->setAvailable(why.isEmpty(), why);
    m_add->setToolTip(why);
}

void PeopleCard::openSheet(const domain::User& user)
{
    if (m_sheet) return;
    m_sheet = new PersonSheet{m_people, user, window()};
    connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    m_sheet->open(m_sheet->firstField());
}

void PeopleCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    m_column->setSpacing(theme.px(12));
    m_list->setSpacing(theme.px(10));
}

void PeopleCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void PeopleCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_people.load([](const Result<Ok>&) {});
}

void PeopleCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
