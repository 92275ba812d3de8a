#include "ui/settings/secret_field.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/remedy.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/settings/setting_measures.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxSecretTyped = 4'000;   // characters; the store refuses what is too long for it

} // namespace

SecretField::SecretField(services::Accounts& accounts, const QString& name, Change change, QWidget* parent)
    : QWidget{parent}, m_accounts{accounts}, m_change{change}, m_label{new FigureLabel{type::rowStrong, &Theme::text, this}},
      m_help{new FigureLabel{type::small, &Theme::text2, this}}, m_state{new FigureLabel{type::rowStrong, &Theme::text, this}},
      m_place{new FigureLabel{type::small, &Theme::text2, this}}, m_message{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_line{new QLineEdit{this}},
      m_buttons{makeButtons()}, m_row{new QHBoxLayout{this}}, m_left{new QVBoxLayout}, m_right{new QVBoxLayout}
{
    const auto prefix = u"settings.secret."_s + name;
    setObjectName(prefix);
    for (const auto& [widget, part] : std::initializer_list<std::pair<QWidget*, const char*>>{{m_state, ".state"}, {m_place, ".place"}, {m_message, ".message"},
             {m_line, ".input"}, {m_enter, ".enter"}, {m_keep, ".keep"}, {m_cancel, ".cancel"}, {m_remove, ".remove"}, {m_confirm, ".confirm"}})
        widget->setObjectName(prefix + QLatin1StringView{part});
    for (auto* label : {m_label, m_help, m_state, m_place, m_message}) label->setWrapped();
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setMaxLength(kMaxSecretTyped);
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::returnPressed, this, &SecretField::keep);
    connect(m_line, &QLineEdit::textEdited, this, [this] { say({}, false); });
    for (auto* widget : std::initializer_list<QWidget*>{m_label, m_help}) m_left->addWidget(widget);
    for (auto* widget : std::initializer_list<QWidget*>{m_state, m_line, m_place, m_buttons, m_message}) m_right->addWidget(widget);
    m_left->addStretch();
    m_right->addStretch();
    m_row->addLayout(m_left);
    m_row->addLayout(m_right, 10);
    m_row->addStretch(1);
    connect(&m_accounts, &services::Accounts::secretChanged, this, [this](const QString& changed) {
        if (changed == m_secret && m_mode != Mode::Working) reload();
    });
    become(Mode::Looking);
}

QWidget* SecretField::makeButtons()
{
    auto* box = new QWidget{this};
    m_enter = new ActionButton{tr("Enter …"), box};
    m_keep = new ActionButton{tr("Keep it"), box};
    m_cancel = new ActionButton{tr("Cancel"), box};
    m_remove = new ActionButton{tr("Remove …"), box};
    m_confirm = new ActionButton{tr("Remove it"), box};
    m_enter->setIconName(u"lock"_s);
    m_keep->setIconName(u"check"_s);
    m_confirm->setKind(ActionButton::Kind::Danger);
    connect(m_enter, &ActionButton::clicked, this, [this] { become(Mode::Entering); });
    connect(m_keep, &ActionButton::clicked, this, &SecretField::keep);
    connect(m_cancel, &ActionButton::clicked, this, [this] { become(m_kept ? Mode::Kept : Mode::None); });
    connect(m_remove, &ActionButton::clicked, this, [this] { become(Mode::Asking); });
    connect(m_confirm, &ActionButton::clicked, this, &SecretField::remove);
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins({});
    for (auto* button : {m_enter, m_keep, m_confirm, m_remove, m_cancel}) row->addWidget(button);
    row->addStretch();
    return box;
}

void SecretField::setSecret(const QString& secret, const QString& label, const QString& help)
{
    const bool other = secret != m_secret;
    m_secret = secret;
    m_label->setText(label);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    m_line->setAccessibleName(label);
    m_line->setAccessibleDescription(help);
    m_enter->setAccessibleName(tr("Enter: %1").arg(label));
    m_remove->setAccessibleName(tr("Remove: %1").arg(label));
    m_keep->setAccessibleName(tr("Keep: %1").arg(label));
    m_confirm->setAccessibleName(tr("Really remove: %1").arg(label));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(label));
    if (other) reload();
}

// Only when somebody sees it: a locked keyring asks its user for its password.
void SecretField::reload()
{
    become(Mode::Looking);
    if (!isVisible() || m_secret.isEmpty()) return;
    m_accounts.look(m_secret, [guard = QPointer{this}, this, question = ++m_question](const Result<bool>& kept) {
        if (guard && question == m_question) take(kept);
    });
}

void SecretField::take(const Result<bool>& kept)
{
    m_kept = kept && kept.value();
    become(!kept ? Mode::Silent : m_kept ? Mode::Kept : Mode::None);
    if (!kept) say(Wording::failure(kept.error()) + u". "_s + Remedy::of(kept.error()), true);
}

QString SecretField::placeWords() const
{
    if (m_accounts.place() == services::SecretPlace::Keyring)
        return m_kept ? tr("In the keyring of the user of this computer. It is not shown again; whoever needs it makes a new one.") : tr("It will lie in the keyring of the user of this computer.");
    return m_kept ? tr("In a private file of the profile that only this user can read, because no keyring answers or this desk is set so. Whoever copies the file has it.")
                  : tr("It will lie in a private file of the profile that only this user can read, because no keyring answers or this desk is set so. Whoever copies the file has it.");
}

void SecretField::become(Mode mode)
{
    m_mode = mode;
    const bool entering = mode == Mode::Entering, asking = mode == Mode::Asking, still = mode == Mode::Kept || mode == Mode::None;
    m_line->clear();
    m_line->setVisible(entering);
    m_enter->setText(mode == Mode::Kept ? tr("Replace …") : tr("Enter …"));
    m_enter->setVisible(still);
    m_remove->setVisible(mode == Mode::Kept);
    m_keep->setVisible(entering);
    m_confirm->setVisible(asking);
    m_cancel->setVisible(entering || asking);
    m_buttons->setVisible(still || entering || asking);
    m_place->setText(placeWords());
    m_place->setVisible(still || entering);
    switch (mode) {
    case Mode::Looking: m_state->setText(tr("Looking …")); break;
    case Mode::None: m_state->setText(tr("None is kept")); break;
    case Mode::Kept: m_state->setText(tr("Kept")); break;
    case Mode::Silent: m_state->setText(tr("Unknown whether one is kept")); break;
    case Mode::Entering: m_state->setText(m_kept && m_change == Change::Beside ? tr("Enter the new one; the old one stays valid beside it") : tr("Type it or paste it from the clipboard")); break;
    case Mode::Asking: m_state->setText(tr("Really remove it? Without it there is no connection.")); break;
    case Mode::Working: m_state->setText(tr("One moment …")); break;
    }
    say({}, false);
    if (entering) m_line->setFocus(Qt::OtherFocusReason);
    if (asking) m_cancel->setFocus(Qt::OtherFocusReason);   // the harmless one
}

void SecretField::keep()
{
    if (m_mode != Mode::Entering) return;
    const Secret typed{m_line->text()};
    const auto done = [guard = QPointer{this}, this](const Result<Ok>& kept) {
        if (guard) ended(kept);
    };
    become(Mode::Working);
    m_change == Change::Beside ? m_accounts.keepBeside(m_secret, typed, done) : m_accounts.keep(m_secret, typed, done);
}

void SecretField::remove()
{
    become(Mode::Working);
    m_accounts.remove(m_secret, [guard = QPointer{this}, this](const Result<Ok>& removed) {
        if (guard) ended(removed);
    });
}

void SecretField::ended(const Result<Ok>& done)
{
    if (done) {
        reload();
        m_enter->setFocus(Qt::OtherFocusReason);
        return;
    }
    become(m_kept ? Mode::Kept : Mode::None);
    say(Wording::failure(done.error()), true);
}

void SecretField::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    takeMeasures();
    if (text.isEmpty()) return;
    speak(m_message);
}

void SecretField::takeMeasures()
{
    if (!m_row) return;
    const auto& theme = themeOf(this);
    m_row->setContentsMargins(0, theme.px(12), 0, theme.px(14));
    m_row->setSpacing(theme.px(8));
    m_left->setSpacing(theme.px(4));
    m_right->setSpacing(theme.px(8));
    m_buttons->layout()->setSpacing(theme.px(8));
    for (auto* label : {m_label, m_help}) label->setFixedWidth(theme.px(kSettingLabelWidth));
    for (auto* wide : std::initializer_list<QWidget*>{m_line, m_state, m_place, m_message}) wide->setMaximumWidth(theme.px(kSettingEditorWidth));
    m_state->setInk(m_mode == Mode::Kept ? theme.green.word : theme.text);
    m_place->setInk(m_accounts.place() == services::SecretPlace::Keyring ? theme.text2 : theme.amber.word);
    m_message->setInk(m_bad ? theme.red.word : theme.text2);
}

void SecretField::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(0, 0, width(), 1, themeOf(this).line);
}

bool SecretField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        become(m_kept ? Mode::Kept : Mode::None);
        m_enter->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SecretField::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_mode == Mode::Looking || m_mode == Mode::Silent) reload();
}

void SecretField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
