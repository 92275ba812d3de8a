#include "ui/keys/hook_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

HookSheet::HookSheet(services::Keys& keys, QWidget* window)
    : Sheet{window}, m_keys{keys}, m_body{new QWidget}, m_hook{new QLineEdit{m_body}}, m_label{new FigureLabel{type::fineStrong, &Theme::text, m_body}},
      m_note{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_tag{new ActionButton{tr("Print key tag")}}, m_cancel{new ActionButton{tr("Cancel")}}, m_store{new ActionButton{{}}}
{
    setObjectName(u"hook"_s);
    setWidthPx(600);
    m_label->setText(tr("Hook"));
    m_label->setBuddy(m_hook);
    m_hook->setObjectName(u"hook.field"_s);
    m_hook->setAccessibleName(m_label->text());
    m_hook->setMaxLength(kMaxHook);
    m_note->setObjectName(u"hook.note"_s);
    m_note->setWrapped();
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_label);
    column->addWidget(m_hook);
    column->addWidget(m_note);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(u"hook.cancel"_s);
    m_cancel->setKeyHint(u"Esc"_s);
    m_store->setObjectName(u"hook.store"_s);
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setIconName(u"key"_s);
    m_store->setKeyHint(tr("Enter"));
    m_store->setCentered(true);
    m_tag->setObjectName(u"hook.tag"_s);
    m_tag->setIconName(u"printer"_s);
    addFootLeft(m_tag);
    addFoot(m_cancel);
    setPrimary(m_store);
    connect(m_hook, &QLineEdit::textChanged, this, &HookSheet::check);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_tag, &ActionButton::clicked, this, [this] { Q_EMIT tagRequested(m_row.invoice); });
    connect(m_store, &ActionButton::clicked, this, &HookSheet::store);
    takeMeasures();
}

void HookSheet::hang(const domain::BoardRow& row, const QHash<QString, QString>& taken)
{
    if (isOpen()) return;
    m_row = row;
    m_taken = taken;
    m_busy = false;
    QStringList who{row.customer, row.vehicle};
    who.removeAll({});
    setHead(row.plate, tr("Hang the key"), who.join(u" · "_s));
    m_hook->setText(row.hook);
    check();
    open(m_hook);
    m_hook->selectAll();
}

QString HookSheet::wanted() const
{
    return m_hook->text().simplified();
}

void HookSheet::check()
{
    const auto hook = wanted();
    const auto other = m_taken.value(hook);
    const bool taken = !hook.isEmpty() && hook != m_row.hook && m_taken.contains(hook);
    m_note->setInk(taken ? themeOf(this).red.word : themeOf(this).text2);
    m_note->setText(taken ? (other.isEmpty() ? Wording::reason(u"key.hook_taken"_s, hook) : tr("Hook %1 is taken by %2").arg(hook, other))
                    : hook.isEmpty() ? tr("Empty: the key hangs on no hook.") : tr("As it is written on the board."));
    m_store->setText(hook.isEmpty() ? tr("Take it off the hook") : tr("Hang it on hook %1").arg(hook));
    m_tag->setAvailable(!m_busy && hook == m_row.hook, tr("Hang it first"));   // it shows the hook
    if (m_busy) m_store->setAvailable(false, tr("Is being written down"));
    else if (hook == m_row.hook) m_store->setAvailable(false, tr("It hangs there already"));
    else m_store->setAvailable(!taken, tr("This hook is taken"));
}

void HookSheet::store()
{
    if (m_busy || resting()) return;
    m_busy = true;
    check();
    setDismissible(false);
    m_keys.hang(m_row.invoice, wanted(), [self = QPointer{this}, hook = wanted()](const Result<Ok>& done) {
        if (!self) return;
        self->m_busy = false;
        self->setDismissible(true);
        if (done) {
            self->close();
            Q_EMIT self->hung(hook);
            return;
        }
        self->check();
        self->m_note->setInk(themeOf(self).red.word);
        self->m_note->setText(Wording::failure(done.error()));
    }, m_row.key);
}

void HookSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_body->layout()->setSpacing(theme.px(6));
    m_body->setMinimumHeight(theme.px(140));
}

void HookSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
