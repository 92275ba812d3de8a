#include "ui/people/person_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/calm_combo_box.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include "ui/people/people_words.h"
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPersonGap = 10;   // more before a caption than between it and its field

constexpr domain::Role kShownRoles[] = {domain::Role::Advisor, domain::Role::Cashier, domain::Role::Manager, domain::Role::Bookkeeper};

FigureLabel* personCaption(const QString& text, QWidget* buddy, QWidget* parent)
{
    auto* label = new FigureLabel{type::fineStrong, &Theme::text, parent};
    label->setText(text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

PersonSheet::PersonSheet(services::People& people, const domain::User& user, QWidget* window)
    : Sheet{window}, m_people{people}, m_user{user}, m_fresh{user.id.isNull()}, m_off{user.off}, m_body{new QWidget}, m_name{new QLineEdit{m_body}}, m_role{new CalmComboBox{m_body}},
      m_roleHelp{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_message{new FigureLabel{type::fineStrong, &Theme::text, m_body}},
      m_offOn{new ActionButton{{}}}, m_cancel{new ActionButton{tr("Cancel")}}, m_save{new ActionButton{tr("Save")}}
{
    setObjectName(u"person"_s);
    setWidthPx(600);
    setHead({}, m_fresh ? tr("Add a person") : tr("Change: %1").arg(user.name), m_fresh && !people.known().any() ? tr("The first one has to be a manager") : tr("Who works here"));
    build();
    connect(m_name, &QLineEdit::textChanged, this, &PersonSheet::showState);
    connect(m_role, &QComboBox::currentIndexChanged, this, &PersonSheet::showState);
    connect(m_pin, &QLineEdit::textChanged, this, &PersonSheet::showState);
    connect(m_again, &QLineEdit::textChanged, this, &PersonSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_save, &ActionButton::clicked, this, &PersonSheet::save);
    connect(m_offOn, &ActionButton::clicked, this, [this] {
        m_off = !m_off;
        showState();
    });
    takeMeasures();
    showState();
}

QLineEdit* PersonSheet::addPin(const QString& label, const QString& name, QVBoxLayout& column)
{
    auto* field = new QLineEdit{m_body};
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(domain::kMaxPin);
    field->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setValidator(new QRegularExpressionValidator{QRegularExpression{u"[0-9]*"_s}, field});
    column.addSpacing(kPersonGap);
    column.addWidget(personCaption(label, field, m_body));
    column.addWidget(field);
    return field;
}

void PersonSheet::build()
{
    auto* column = new QVBoxLayout{m_body};
    m_name->setObjectName(u"person.name"_s);
    m_name->setMaxLength(domain::kMaxUserName);
    m_name->setText(m_user.name);
    m_role->setObjectName(u"person.role"_s);
    const bool first = m_fresh && !m_people.known().any();
    for (const auto role : kShownRoles)
        if (!first || role == domain::Role::Manager) m_role->addItem(PeopleWords::role(role), static_cast<int>(role));
    m_role->setCurrentIndex(qMax(0, m_role->findData(static_cast<int>(m_user.role))));
    m_roleHelp->setObjectName(u"person.role_help"_s);
    m_roleHelp->setWrapped();
    column->addWidget(personCaption(tr("Name"), m_name, m_body));
    column->addWidget(m_name);
    column->addSpacing(kPersonGap);
    column->addWidget(personCaption(tr("Role"), m_role, m_body));
    column->addWidget(m_role);
    column->addWidget(m_roleHelp);
    m_pin = addPin(m_fresh ? tr("PIN, %1 to %2 digits").arg(domain::kMinPin).arg(domain::kMaxPin) : tr("New PIN; empty: it stays as it is"), u"person.pin"_s, *column);
    m_again = addPin(tr("The same PIN once more"), u"person.again"_s, *column);
    m_message->setObjectName(u"person.message"_s);
    m_message->setWrapped();
    column->addWidget(m_message);
    setBody(m_body);
    m_offOn->setObjectName(u"person.off"_s);
    m_cancel->setObjectName(u"person.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_save->setObjectName(u"person.save"_s);
    m_save->setKind(ActionButton::Kind::Primary);
    m_save->setIconName(u"check"_s);
    m_save->setKeyHint(tr("Enter"));
    if (m_fresh) m_offOn->hide();
    addFootLeft(m_offOn);
    addFoot(m_cancel);
    setPrimary(m_save);
}

QWidget* PersonSheet::firstField() const { return m_onlyPin ? m_pin : m_name; }

void PersonSheet::setOnlyPin()
{
    m_onlyPin = true;
    m_name->setEnabled(false);
    m_role->setEnabled(false);
    m_offOn->hide();
    setHead({}, tr("Change my PIN"), m_user.name);
}

domain::User PersonSheet::wanted() const
{
    return {m_user.id, m_name->text().simplified(), static_cast<domain::Role>(m_role->currentData().toInt()), m_off};
}

QString PersonSheet::whyNot() const
{
    if (m_busy) return tr("one moment");
    if (m_name->text().trimmed().isEmpty()) return tr("the name is missing");
    const bool typed = !m_pin->text().isEmpty() || !m_again->text().isEmpty();
    if (m_fresh && !typed) return tr("the PIN is missing");
    if (typed && m_pin->text() != m_again->text()) return tr("the two PINs differ");
    if (typed)
        if (const auto fit = domain::checkPin(Secret{m_pin->text()}); !fit) return Wording::failure(fit.error());
    if (!m_fresh && !typed && wanted() == m_user) return tr("nothing is changed");
    return {};
}

void PersonSheet::showState()
{
    m_roleHelp->setText(PeopleWords::roleHelp(wanted().role));
    m_offOn->setText(m_off ? tr("Works here again") : tr("Works here no more"));
    m_offOn->setChosen(m_off != m_user.off);
    m_body->setEnabled(!m_busy);
    const auto why = whyNot();
    m_save->setAvailable(why.isEmpty(), why);
    // Once a PIN stands there, what is still wrong is said in words, too.
    m_message->setInk(&Theme::text2);
    m_message->setText(m_again->text().isEmpty() || m_busy ? QString{} : why);
}

void PersonSheet::save()
{
    if (!whyNot().isEmpty() || resting()) return;
    m_busy = true;
    m_message->clear();
    setDismissible(false);
    showState();
    // As it was when this sheet was opened: what somebody else has changed meanwhile, a person who was switched off above all, is not undone here.
    m_people.save(wanted(), Secret{m_pin->text()}, [self = QPointer{this}](const Result<domain::UserId>& id) {
        if (self) self->answered(id);
    }, m_fresh ? std::nullopt : std::optional{m_user});
}

void PersonSheet::answered(const Result<domain::UserId>& id)
{
    m_busy = false;
    setDismissible(true);
    showState();
    if (!id) {
        m_message->setInk(themeOf(this).red.word);
        m_message->setText(Wording::failure(id.error()));
        return;
    }
    const auto name = wanted().name;
    m_pin->clear();
    m_again->clear();
    close();
    Q_EMIT saved(name);
}

void PersonSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    m_body->layout()->setSpacing(theme.px(6));
    for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_role), static_cast<QWidget*>(m_pin), static_cast<QWidget*>(m_again)}) {
        field->setFixedHeight(theme.px(44));
        field->setFont(theme.font(type::field));
    }
    m_message->setMinimumHeight(theme.px(20));
}

void PersonSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_again) takeMeasures();
}

} // namespace tresen::ui
