#include "ui/settings/line_editors.h"
#include "app/domain/iban.h"
#include "ui/common/action_button.h"
#include "ui/common/file_dialog.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/settings/setting_words.h"
#include <QColorDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kIbanTyped = 60;   // characters with all blanks a hand may type

// The colour itself, beside its code.
class Swatch final : public QWidget {
public:
    using QWidget::QWidget;
    void setColor(const QColor& color)
    {
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        drawBox(painter, rect(), themeOf(this).px(8), m_color.isValid() ? m_color : QColor{}, themeOf(this).control);
    }

private:
    QColor m_color;
};

} // namespace

LineEditor::LineEditor(const domain::SettingDef& def, QWidget* parent) : SettingEditor{parent}, m_def{def}, m_line{new QLineEdit{this}}, m_row{new QHBoxLayout{this}}
{
    m_row->setContentsMargins({});
    m_row->addWidget(m_line, 1);
    m_line->setMaxLength(def.maxLength);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &SettingEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &SettingEditor::left);
}

QString LineEditor::value() const
{
    return m_line->text().trimmed();
}

void LineEditor::setValue(const QString& value)
{
    m_line->setText(value);
    m_line->setCursorPosition(0);   // the beginning of a long one is what tells it
}

void LineEditor::setLocked(bool locked)
{
    m_line->setReadOnly(locked);
}

QWidget* LineEditor::input() const
{
    return m_line;
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_line->isModified()) {
        m_line->setModified(false);
        Q_EMIT takenBack();
        return true;
    }
    return SettingEditor::eventFilter(watched, event);
}

IbanEditor::IbanEditor(const domain::SettingDef& def, QWidget* parent) : LineEditor{def, parent}
{
    m_line->setMaxLength(kIbanTyped);
    connect(m_line, &QLineEdit::textEdited, this, &IbanEditor::regroup);
}

// The cursor stays behind the same letter or digit, wherever the blanks go.
void IbanEditor::regroup()
{
    const auto before = QStringView{m_line->text()}.left(m_line->cursorPosition());
    const auto signs = domain::compactIban(before).size();
    const auto grouped = domain::groupedIban(domain::compactIban(m_line->text()));
    qsizetype at = 0, seen = 0;
    while (at < grouped.size() && seen < signs) seen += grouped.at(at++) != u' ' ? 1 : 0;
    m_line->setText(grouped);
    m_line->setCursorPosition(static_cast<int>(at));
    m_line->setModified(true);
}

QString IbanEditor::value() const
{
    return domain::compactIban(m_line->text());
}

void IbanEditor::setValue(const QString& value)
{
    LineEditor::setValue(domain::groupedIban(value));
}

QString IbanEditor::advice() const
{
    const auto iban = value();
    if (iban.isEmpty()) return {};
    if (domain::isIban(iban)) return tr("The check digits fit");
    constexpr int kGermanLength = 22;
    const auto missing = kGermanLength - static_cast<int>(iban.size());
    if (iban.startsWith(u"DE") && missing > 0) return tr("%n character(s) to go", nullptr, missing);
    if (iban.startsWith(u"DE") && missing < 0) return tr("%n character(s) too many", nullptr, -missing);
    return tr("The check digits do not fit");
}

QString AmountEditor::value() const
{
    const auto text = m_line->text().trimmed();
    if (text.isEmpty()) return {};
    const auto amount = parseTyped(text);
    return amount ? domain::plainAmount(amount.value()) : text;
}

void AmountEditor::setValue(const QString& value)
{
    const auto amount = domain::parseMoney(value);
    LineEditor::setValue(amount && !value.isEmpty() ? moneyText(amount.value()) : value);
}

ColorEditor::ColorEditor(const domain::SettingDef& def, QWidget* parent) : LineEditor{def, parent}, m_swatch{new Swatch{this}}, m_button{new ActionButton{tr("Choose …"), this}}
{
    m_row->insertWidget(0, m_swatch);
    m_row->addWidget(m_button);
    takeMeasures();
    m_button->setAccessibleName(tr("Choose a colour"));
    connect(m_line, &QLineEdit::textChanged, this, &ColorEditor::showColor);
    connect(m_button, &ActionButton::clicked, this, &ColorEditor::choose);
}

void ColorEditor::takeMeasures()
{
    m_swatch->setFixedSize(themeOf(this).px(44), themeOf(this).px(44));
}

void ColorEditor::changeEvent(QEvent* event)
{
    LineEditor::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

void ColorEditor::setValue(const QString& value)
{
    LineEditor::setValue(value);
    showColor();
}

void ColorEditor::setLocked(bool locked)
{
    LineEditor::setLocked(locked);
    m_button->setAvailable(!locked);
}

void ColorEditor::showColor()
{
    // Only what the station takes: "#0F4C81", no names.
    const auto text = value();
    static_cast<Swatch*>(m_swatch)->setColor(text.size() == 7 && text.startsWith(u'#') ? QColor{text} : QColor{});
}

void ColorEditor::choose()
{
    auto* dialog = new QColorDialog{QColor{value()}, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& color) {
        setValue(color.name().toUpper());
        Q_EMIT left();
    });
    dialog->open();
}

FolderEditor::FolderEditor(const domain::SettingDef& def, QWidget* parent) : LineEditor{def, parent}, m_button{new ActionButton{tr("Choose …"), this}}
{
    m_row->addWidget(m_button);
    m_button->setIconName(u"folder"_s);
    m_button->setAccessibleName(tr("Choose: %1").arg(SettingWords::label(def.key)));
    connect(m_button, &ActionButton::clicked, this, &FolderEditor::choose);
}

void FolderEditor::setLocked(bool locked)
{
    LineEditor::setLocked(locked);
    m_button->setAvailable(!locked);
}

QString FolderEditor::advice() const
{
    const auto folder = value();
    return folder.isEmpty() || QDir::isAbsolutePath(folder) ? QString{} : tr("Name the whole path, from the root");
}

void FolderEditor::choose()
{
    auto* dialog = new QFileDialog{this, SettingWords::label(m_def.key), value()};
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        setValue(folder);
        Q_EMIT left();
    });
    openFileDialog(*dialog);
}

} // namespace tresen::ui
