#include "ui/board/note_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/wording.h"
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

NoteSheet::NoteSheet(services::Notes& notes, const domain::BoardRow& row, QWidget* window)
    : Sheet{window}, m_notes{notes}, m_invoice{row.invoice}, m_body{new QWidget}, m_text{new QPlainTextEdit{m_body}}, m_label{new FigureLabel{type::fineStrong, &Theme::text, m_body}},
      m_note{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_cancel{new ActionButton{tr("Cancel")}}, m_store{new ActionButton{tr("Write it down")}}
{
    setObjectName(u"note"_s);
    setWidthPx(600);
    QStringList who{row.customer, tr("invoice %1").arg(row.number)};
    who.removeAll({});
    setHead(row.plate, tr("Note"), who.join(u" · "_s));
    m_label->setText(tr("What should the colleagues know?"));
    m_label->setBuddy(m_text);
    m_text->setObjectName(u"note.text"_s);
    m_text->setAccessibleName(m_label->text());
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_note->setObjectName(u"note.count"_s);
    m_note->setWrapped();
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_label);
    column->addWidget(m_text, 1);
    column->addWidget(m_note);
    setBody(m_body);
    m_cancel->setObjectName(u"note.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_store->setObjectName(u"note.store"_s);
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setIconName(u"edit"_s);
    m_store->setKeyHint(tr("Ctrl+Enter"));
    m_store->setCentered(true);
    addFoot(m_cancel);
    setPrimary(m_store);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteSheet::check);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_store, &ActionButton::clicked, this, &NoteSheet::store);
    takeMeasures();
    check();
}

QWidget* NoteSheet::firstField() const { return m_text; }

void NoteSheet::check()
{
    const auto typed = m_text->toPlainText().trimmed();
    const auto left = domain::kMaxNote - typed.size();
    m_note->setInk(left < 0 ? themeOf(this).red.word : themeOf(this).text2);
    m_note->setText(left < 0 ? Wording::failure({Fault::Refused, u"note.too_long"_s, QString::number(domain::kMaxNote)}) : tr("Stands in the history with your name, and cannot be changed."));
    m_store->setAvailable(!m_busy && !typed.isEmpty() && left >= 0, m_busy ? tr("Is being written down") : tr("nothing typed"));
}

void NoteSheet::store()
{
    if (m_busy || resting()) return;
    m_busy = true;
    check();
    setDismissible(false);
    m_notes.add(m_invoice, m_text->toPlainText(), [self = QPointer{this}](const Result<Ok>& done) {
        if (!self) return;
        self->m_busy = false;
        self->setDismissible(true);
        if (done) {
            self->close();
            Q_EMIT self->written();
            return;
        }
        self->check();
        self->m_note->setInk(themeOf(self).red.word);
        self->m_note->setText(Wording::failure(done.error()));
    });
}

// Enter is a new line here; with Ctrl it writes the note down.
bool NoteSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            m_store->click();
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

void NoteSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_body->layout()->setSpacing(theme.px(8));
    m_body->setMinimumHeight(theme.px(220));
    m_text->setFont(theme.font(type::field));
}

void NoteSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
