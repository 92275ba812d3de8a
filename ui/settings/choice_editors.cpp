#include "ui/settings/choice_editors.h"
#include "ui/common/theme.h"
#include "ui/settings/line_editors.h"
#include "ui/settings/logo_editor.h"
#include "ui/settings/setting_words.h"
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QGuiApplication>
#include <QPrinterInfo>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QHBoxLayout* alone(SettingEditor* editor, QWidget* input, int stretch)
{
    auto* row = new QHBoxLayout{editor};
    row->setContentsMargins({});
    row->addWidget(input, stretch);
    return row;
}

} // namespace

ChoiceEditor::ChoiceEditor(const domain::SettingDef& def, QWidget* parent) : SettingEditor{parent}, m_box{new CalmComboBox{this}}
{
    alone(this, m_box, 1);
    for (const auto& choice : def.choices) m_box->addItem(SettingWords::choice(def.key, choice), choice);
    connect(m_box, &QComboBox::activated, this, &SettingEditor::left);
}

QString ChoiceEditor::value() const
{
    return m_box->currentData().toString();
}

void ChoiceEditor::setValue(const QString& value)
{
    m_box->setCurrentIndex(m_box->findData(value));
}

void ChoiceEditor::setLocked(bool locked)
{
    m_box->setEnabled(!locked);
}

QWidget* ChoiceEditor::input() const
{
    return m_box;
}

PrinterEditor::PrinterEditor(const domain::SettingDef& def, QWidget* parent) : ChoiceEditor{def, parent}
{
    m_box->addItem(tr("None: ask every time"), QString{});
}

void PrinterEditor::setValue(const QString& value)
{
    if (m_box->findData(value) < 0) m_box->addItem(m_asked ? tr("%1 (not found now)").arg(value) : value, value);
    ChoiceEditor::setValue(value);
}

void PrinterEditor::showEvent(QShowEvent* event)
{
    ChoiceEditor::showEvent(event);
    if (std::exchange(m_asked, true)) return;
    const auto chosen = value();
    const auto names = QPrinterInfo::availablePrinterNames();
    for (const auto& name : names)
        if (m_box->findData(name) < 0) m_box->addItem(name, name);
    if (!chosen.isEmpty() && !names.contains(chosen)) m_box->setItemText(m_box->findData(chosen), tr("%1 (not found now)").arg(chosen));
}

ScreenEditor::ScreenEditor(const domain::SettingDef& def, QWidget* parent) : ChoiceEditor{def, parent}
{
    m_box->addItem(tr("The second one, where there is one"), QString{});
    for (const auto* screen : QGuiApplication::screens())
        if (m_box->findData(screen->name()) < 0) m_box->addItem(u"%1 · %2 × %3"_s.arg(screen->name()).arg(screen->geometry().width()).arg(screen->geometry().height()), screen->name());
}

void ScreenEditor::setValue(const QString& value)
{
    if (m_box->findData(value) < 0) m_box->addItem(tr("%1 (not found now)").arg(value), value);
    ChoiceEditor::setValue(value);
}

FlagEditor::FlagEditor(const domain::SettingDef&, QWidget* parent) : SettingEditor{parent}, m_box{new QCheckBox{tr("Switched on"), this}}
{
    alone(this, m_box, 1);
    connect(m_box, &QCheckBox::clicked, this, &SettingEditor::left);
}

QString FlagEditor::value() const
{
    return m_box->isChecked() ? u"yes"_s : u"no"_s;
}

void FlagEditor::setValue(const QString& value)
{
    m_box->setChecked(value == u"yes");
}

void FlagEditor::setLocked(bool locked)
{
    m_box->setEnabled(!locked);
}

QWidget* FlagEditor::input() const
{
    return m_box;
}

LinesEditor::LinesEditor(const domain::SettingDef& def, QWidget* parent)
    : SettingEditor{parent}, m_list{def.type == domain::SettingType::List || def.type == domain::SettingType::IbanList}, m_text{new QPlainTextEdit{this}}
{
    alone(this, m_text, 1);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_text->hasFocus()) Q_EMIT edited();
    });
    takeMeasures();
}

void LinesEditor::takeMeasures()
{
    m_text->setFixedHeight(themeOf(this).px(112));
}

QString LinesEditor::value() const
{
    const auto text = m_text->toPlainText();
    if (!m_list) return text;
    QStringList out;
    for (const auto& line : text.split(u'\n'))
        for (const auto& one : line.split(u','))
            if (const auto entry = one.trimmed(); !entry.isEmpty()) out << entry;
    return out.join(u", "_s);
}

void LinesEditor::setValue(const QString& value)
{
    QStringList lines;
    for (const auto& one : value.split(u',', Qt::SkipEmptyParts)) lines << one.trimmed();
    m_text->setPlainText(m_list ? lines.join(u'\n') : value);
    m_text->document()->setModified(false);
}

void LinesEditor::setLocked(bool locked)
{
    m_text->setReadOnly(locked);
}

QWidget* LinesEditor::input() const
{
    return m_text;
}

bool LinesEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) Q_EMIT left();
    const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_text && escape && m_text->document()->isModified()) {
        Q_EMIT takenBack();
        return true;
    }
    return SettingEditor::eventFilter(watched, event);
}

void LinesEditor::changeEvent(QEvent* event)
{
    SettingEditor::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

SettingEditor* makeSettingEditor(const domain::SettingDef& def, QWidget* parent)
{
    using T = domain::SettingType;
    if (def.key == u"printer.name" || def.key == u"printer.label") return new PrinterEditor{def, parent};
    if (def.key == u"desk.wall_screen") return new ScreenEditor{def, parent};
    switch (def.type) {
    case T::Text:
    case T::Bic:
    case T::Email:
    case T::Number: return new LineEditor{def, parent};
    case T::Iban: return new IbanEditor{def, parent};
    case T::Amount: return new AmountEditor{def, parent};
    case T::Color: return new ColorEditor{def, parent};
    case T::Folder: return new FolderEditor{def, parent};
    case T::Choice: return new ChoiceEditor{def, parent};
    case T::Flag: return new FlagEditor{def, parent};
    case T::List:
    case T::IbanList:
    case T::LongText: return new LinesEditor{def, parent};
    case T::Image: return new LogoEditor{def, parent};
    }
    Q_UNREACHABLE();
}

} // namespace tresen::ui
