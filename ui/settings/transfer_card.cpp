#include "ui/settings/transfer_card.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/board_row.h"
#include "app/domain/settings_file.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/file_dialog.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/common/speak.h"
#include "ui/settings/import_sheet.h"
#include "ui/settings/setting_words.h"
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TransferCard::TransferCard(services::Settings& settings, const Clock& clock, QWidget* parent)
    : QWidget{parent}, m_settings{settings}, m_clock{clock}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}},
      m_result{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_export{new ActionButton{tr("Write into a file …"), this}},
      m_import{new ActionButton{tr("Take over from a file …"), this}}, m_column{new QVBoxLayout{this}}
{
    setObjectName(u"settings.transfer"_s);
    m_title->setText(tr("Settings as a file"));
    m_text->setText(tr("To keep them, or for another desk. Keys and passwords are never in it; before anything is taken over it is shown what would change."));
    m_text->setWrapped();
    m_result->setWrapped();
    m_result->setObjectName(u"settings.transfer.result"_s);
    m_result->hide();
    m_export->setIconName(u"download"_s);
    m_export->setObjectName(u"settings.transfer.export"_s);
    m_export->setAccessibleName(tr("Write the settings into a file"));
    m_import->setIconName(u"inbox"_s);
    m_import->setObjectName(u"settings.transfer.import"_s);
    m_import->setAccessibleName(tr("Take settings over from a file"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addWidget(m_import);
    buttons->addStretch();
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(buttons);
    m_column->addWidget(m_result);
    connect(m_export, &ActionButton::clicked, this, &TransferCard::chooseTarget);
    connect(m_import, &ActionButton::clicked, this, &TransferCard::chooseSource);
    takeMeasures();
}

bool TransferCard::matches(const QStringList& words) const
{
    const auto key = domain::searchKeyOf({m_title->text(), m_text->text(), m_export->text(), m_import->text(), u"export import JSON"_s});
    return std::all_of(words.begin(), words.end(), [&key](const QString& word) { return key.contains(word); });
}

void TransferCard::chooseTarget()
{
    auto* dialog = new QFileDialog{this, tr("Write the settings into a file"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Settings (*.json)")};
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"tresen-settings-%1.json"_s.arg(m_clock.now().local().toString(u"yyyy-MM-dd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &TransferCard::exportTo);
    openFileDialog(*dialog);
}

void TransferCard::chooseSource()
{
    auto* dialog = new QFileDialog{this, tr("Take settings over from a file"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Settings (*.json)")};
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TransferCard::importFrom);
    openFileDialog(*dialog);
}

void TransferCard::exportTo(const QString& file)
{
    const auto parts = m_settings.parts();
    const auto bytes = domain::settingsFileOf(parts, u"tresen " TRESEN_VERSION ""_s, m_clock.now().iso());
    QStringList left;
    for (const auto& key : domain::stayingSettings(parts))
        if (!domain::findSetting(key)->hidden) left << SettingWords::label(key);
    const auto path = QFileInfo{file}.absoluteFilePath();
    onReady(QtConcurrent::run([path, bytes] { return files::writeAtomically(path, bytes); }), this, [this, path, left](const Result<Ok>& written) {
        if (!written) return say(ImportSheet::failure(written.error()), true);
        auto text = tr("Written: %1.").arg(QDir::toNativeSeparators(path));
        if (!left.isEmpty()) text += u' ' + tr("Not in it, because it belongs to this desk or holds a password: %1.").arg(left.join(u", "_s));
        say(text, false);
    });
}

void TransferCard::importFrom(const QString& file)
{
    onReady(QtConcurrent::run([file] { return files::readRegular(file, limits::kMaxSettingsFile); }), this, [this, file](const Result<QByteArray>& bytes) {
        if (!bytes) return say(ImportSheet::failure(bytes.error()), true);
        take(file, bytes.value());
    });
}

void TransferCard::take(const QString& file, const QByteArray& bytes)
{
    if (m_sheet) return;
    const auto read = domain::readSettingsFile(bytes);
    if (!read) return say(ImportSheet::failure(read.error()), true);
    const auto changes = domain::settingChanges(m_settings.parts(), {read.value().values, read.value().own}, true);
    if (!changes) return say(ImportSheet::failure(changes.error()), true);
    if (changes.value().empty()) return say(tr("Nothing would change: all of it is set so already."), false);
    say({}, false);
    m_sheet = new ImportSheet{m_settings, read.value(), QFileInfo{file}.fileName(), window()};
    m_sheet->setSecond(m_second);
    connect(m_sheet, &Sheet::closed, m_sheet, &QObject::deleteLater);
    connect(m_sheet, &ImportSheet::taken, this, [this](int count) { say(tr("%n setting(s) taken over.", nullptr, count), false); });
    m_sheet->open(m_sheet->firstInput());
}

void TransferCard::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    takeMeasures();
    if (text.isEmpty()) return;
    speak(m_result);
}

void TransferCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    keepSpacing(*m_column, theme.px(10));
    m_result->setInk(m_bad ? theme.red.word : theme.text);
}

void TransferCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void TransferCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
