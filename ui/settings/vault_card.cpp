#include "ui/settings/vault_card.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/file_dialog.h"
#include "ui/common/paint.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/common/work_bar.h"
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kShownProblems = 5;

} // namespace

VaultCard::VaultCard(services::VaultKeeper& vault, services::Settings& settings, const Clock& clock, QWidget* parent)
    : QWidget{parent}, m_vault{vault}, m_settings{settings}, m_clock{clock}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}},
      m_text{new FigureLabel{type::fine, &Theme::text2, this}}, m_result{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_bar{new WorkBar{this}},
      m_backup{new ActionButton{tr("Make a backup …"), this}}, m_verify{new ActionButton{tr("Check the data"), this}}, m_column{new QVBoxLayout{this}}
{
    setObjectName(u"settings.vault"_s);
    m_title->setText(tr("Backup and check"));
    m_text->setText(tr("A backup is made while everybody goes on working, and is read once more before it counts. Keep it on another disk. Its sheets, receipts, signatures and pages lie beside it in \"tresen-documents\": keep both together."));
    m_text->setWrapped();
    m_result->setWrapped();
    m_result->setObjectName(u"settings.vault.result"_s);
    m_backup->setIconName(u"download"_s);
    m_backup->setObjectName(u"settings.vault.backup"_s);
    m_verify->setIconName(u"shield"_s);
    m_verify->setObjectName(u"settings.vault.verify"_s);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Progress of backup or check"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_backup);
    buttons->addWidget(m_verify);
    buttons->addStretch();
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addLayout(buttons);
    m_column->addWidget(m_bar);
    m_column->addWidget(m_result);
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &VaultCard::showWork);
    connect(&m_vault, &services::VaultKeeper::workChanged, this, &VaultCard::showWork);
    connect(m_backup, &ActionButton::clicked, this, &VaultCard::chooseFile);
    connect(m_verify, &ActionButton::clicked, this, &VaultCard::verify);
    m_result->hide();
    showWork();
    takeMeasures();
}

void VaultCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    m_column->setSpacing(theme.px(10));
    m_result->setInk(m_bad ? theme.red.word : theme.text);
}

void VaultCard::showWork()
{
    using Work = services::VaultKeeper::Work;
    const bool busy = m_vault.work() != Work::None;
    m_bar->setVisible(busy);
    m_backup->setAvailable(!busy, tr("one moment"));
    m_verify->setAvailable(!busy, tr("one moment"));
    if (!busy) {
        m_seconds.stop();
        return;
    }
    if (!m_seconds.isActive()) {
        m_since.start();
        m_seconds.start();
    }
    const int seconds = static_cast<int>(m_since.elapsed() / 1000);
    say(m_vault.work() == Work::Backup ? tr("The backup is being made and read again … %n s", nullptr, seconds)
                                       : tr("Every entry is recomputed … %n s", nullptr, seconds), false);
}

void VaultCard::say(const QString& text, bool bad)
{
    m_bad = bad;
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    takeMeasures();
    speak(m_result);
}

void VaultCard::chooseFile()
{
    const bool server = m_settings.value(u"store.kind"_s) == u"postgres";
    const auto suffix = server ? u"jsonl"_s : u"db"_s;
    const auto name = u"tresen-%1.%2"_s.arg(m_clock.now().local().toString(u"yyyy-MM-dd-HHmm"), suffix);
    auto* dialog = new QFileDialog{this, tr("Make a backup"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Backups (*.%1)").arg(suffix)};
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);   // nothing is ever overwritten, so there is nothing to confirm
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &VaultCard::backupTo);
    openFileDialog(*dialog);
}

void VaultCard::backupTo(const QString& file)
{
    m_vault.backup(QFileInfo{file}.absoluteFilePath(), [guard = QPointer{this}, this](const Result<services::BackupReport>& made) {
        if (!guard) return;
        if (!made) return say(Wording::failure(made.error()), true);
        const auto size = QLocale{}.formattedDataSize(made.value().bytes, 1, QLocale::DataSizeSIFormat);
        say(tr("Backup made and read again: %1 (%2)").arg(QDir::toNativeSeparators(made.value().file), size), false);
    });
}

void VaultCard::verify()
{
    m_vault.verify([guard = QPointer{this}, this](const Result<services::VaultReport>& report) {
        if (!guard) return;
        if (!report) return say(Wording::failure(report.error()), true);
        takeReport(report.value());
    });
}

void VaultCard::takeReport(const services::VaultReport& report)
{
    const auto entries = QLocale{}.toString(report.entries);
    if (report.ok()) return say(tr("In order: %1 entries recomputed, and everything shown follows from them.").arg(entries), false);
    if (report.remade) return say(Wording::failure(Error{Fault::Conflict, u"store.remade"_s, report.problems.value(0)}), false);
    auto text = report.firstBadSeq > 0 ? tr("Not in order, from entry %1 on. Stop working with these data and call support.").arg(report.firstBadSeq)
                                       : tr("Not in order. Stop working with these data and call support.");
    for (const auto& problem : report.problems.mid(0, kShownProblems)) text += u'\n' + problem;
    if (const int more = static_cast<int>(report.problems.size()) - kShownProblems; more > 0) text += u'\n' + tr("and %n more", nullptr, more);
    say(text, true);
}

void VaultCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void VaultCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
