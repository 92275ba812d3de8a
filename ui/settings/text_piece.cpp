#include "ui/settings/text_piece.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/speak.h"
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TextPiece::TextPiece(const QString& piece, const QString& label, int lines, QWidget* parent)
    : QWidget{parent}, m_piece{piece}, m_lines{lines}, m_edit{new QPlainTextEdit{this}}, m_label{new FigureLabel{type::fineStrong, &Theme::text, this}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_reset{new ActionButton{tr("Original text"), this}}, m_grid{new QGridLayout{this}}
{
    setObjectName(u"settings.text."_s + piece);
    m_label->setText(label);
    m_edit->setObjectName(u"settings.text.input."_s + piece);
    m_edit->setAccessibleName(label);
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    if (lines == 1) {
        m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    m_message->setWrapped();
    m_message->setObjectName(u"settings.text.message."_s + piece);
    m_message->hide();
    m_reset->setShape(ActionButton::Shape::Link);
    m_reset->setObjectName(u"settings.text.reset."_s + piece);
    m_reset->setAccessibleName(tr("Back to the original text: %1").arg(label));
    m_grid->setContentsMargins({});
    m_grid->addWidget(m_label, 0, 0);
    m_grid->addWidget(m_reset, 0, 1, Qt::AlignRight);
    m_grid->addWidget(m_edit, 1, 0, 1, 2);
    m_grid->addWidget(m_message, 2, 0, 1, 2);
    m_grid->setColumnStretch(0, 1);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TextPiece::edited);
    connect(m_reset, &ActionButton::clicked, this, &TextPiece::resetRequested);
    takeMeasures();
}

void TextPiece::setText(const QString& text, bool shipped)
{
    const QSignalBlocker quiet{m_edit};
    if (text != m_edit->toPlainText()) m_edit->setPlainText(text);
    m_given = m_edit->toPlainText();
    m_reset->setVisible(!shipped);
    say({}, false);
}

void TextPiece::insert(const QString& placeholder)
{
    m_edit->insertPlainText(placeholder);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void TextPiece::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    takeMeasures();
    if (text.isEmpty()) return;
    speak(m_message);
}

void TextPiece::takeMeasures()
{
    if (!m_grid) return;
    const auto& theme = themeOf(this);
    m_grid->setVerticalSpacing(theme.px(6));
    const auto font = theme.font(type::body);
    m_edit->setFont(font);
    m_edit->setFixedHeight(m_lines == 1 ? theme.px(44) : QFontMetrics{font}.lineSpacing() * m_lines + theme.px(24));
    m_edit->document()->setDocumentMargin(theme.px(m_lines == 1 ? 5 : 6));
    m_message->setInk(m_bad ? theme.red.word : theme.text2);
}

bool TextPiece::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) Q_EMIT left();
    if (event->type() == QEvent::FocusIn) Q_EMIT entered();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && m_lines == 1) {
            Q_EMIT left();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT takenBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TextPiece::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
