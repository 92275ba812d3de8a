#include "ui/health/backup_card.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/look_sign.h"
#include "ui/common/paint.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/common/work_bar.h"
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kBackupTickMs = 250;
constexpr int kNamedProblems = 3;

QString dayAndTime(Instant at)
{
    return QLocale{}.toString(at.local(), QLocale::ShortFormat);
}

// A long name of a file may go on in the next line behind each of its dashes; its folder stands above.
QString breakable(QString name)
{
    return name.replace(u'-', u"-\u200B"_s);
}

QString withProblems(QString text, const QStringList& problems)
{
    for (const auto& problem : problems.mid(0, kNamedProblems)) text += u'\n' + problem;
    return text;
}

} // namespace

BackupCard::BackupCard(services::VaultKeeper& vault, services::Backups& backups, QWidget* parent)
    : QWidget{parent}, m_vault{vault}, m_backups{backups}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}},
      m_newest{new FigureLabel{type::body, &Theme::text, this}}, m_place{new FigureLabel{type::fine, &Theme::text2, this}},
      m_result{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_sign{new LookSign{this}}, m_bar{new WorkBar{this}},
      m_backup{new ActionButton{tr("Back up now"), this}}, m_try{new ActionButton{tr("Try the backup"), this}}, m_verify{new ActionButton{tr("Check the data"), this}},
      m_stop{new ActionButton{tr("Stop"), this}}
{
    setObjectName(u"diagnostics.backup"_s);
    build();
    connectAll();
    showState();
    showWork();
    takeMeasures();
}

void BackupCard::build()
{
    m_title->setText(tr("Backup and check"));
    for (auto* label : {m_newest, m_place, m_result}) label->setWrapped();
    m_newest->setObjectName(u"diagnostics.backup.newest"_s);
    m_place->setObjectName(u"diagnostics.backup.place"_s);
    m_result->setObjectName(u"diagnostics.backup.result"_s);
    m_backup->setObjectName(u"diagnostics.backup.now"_s);
    m_backup->setIconName(u"download"_s);
    m_try->setObjectName(u"diagnostics.backup.try"_s);
    m_try->setIconName(u"undo"_s);
    m_verify->setObjectName(u"diagnostics.backup.verify"_s);
    m_verify->setIconName(u"shield"_s);
    m_stop->setObjectName(u"diagnostics.backup.stop"_s);
    m_stop->setIconName(u"close"_s);
    m_bar->setObjectName(u"diagnostics.backup.bar"_s);
    m_bar->setAccessibleName(tr("Progress of backup or check"));
    auto* result = new QHBoxLayout;
    result->addWidget(m_sign, 0, Qt::AlignTop);
    result->addWidget(m_result, 1);
    auto* work = new QHBoxLayout;
    work->addWidget(m_bar, 1);
    work->addWidget(m_stop);
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_title);
    m_column->addWidget(m_newest);
    m_column->addWidget(m_place);
    for (auto* button : {m_backup, m_try, m_verify}) m_column->addWidget(button);
    m_column->addLayout(work);
    m_column->addLayout(result);
}

void BackupCard::connectAll()
{
    m_tick.setInterval(kBackupTickMs);
    connect(&m_tick, &QTimer::timeout, this, &BackupCard::showWork);
    connect(&m_vault, &services::VaultKeeper::workChanged, this, &BackupCard::showWork);
    connect(&m_backups, &services::Backups::changed, this, &BackupCard::showState);
    connect(m_backup, &ActionButton::clicked, this, &BackupCard::backUp);
    connect(m_try, &ActionButton::clicked, this, &BackupCard::tryNewest);
    connect(m_verify, &ActionButton::clicked, this, &BackupCard::verify);
    connect(m_stop, &ActionButton::clicked, &m_vault, &services::VaultKeeper::stop);
}

void BackupCard::lookAgain()
{
    m_backups.look([guard = QPointer{this}, this](const Result<Ok>& looked) {
        if (!guard) return;
        showState();
        if (!looked) say(Wording::failure(looked.error()), Mood::Bad);
    });
}

void BackupCard::showState()
{
    const auto& known = m_backups.known();
    if (known.empty()) m_newest->setText(tr("There is no backup yet."));
    else
        m_newest->setText(tr("Newest backup: %1 (%2), %n kept", nullptr, static_cast<int>(known.size()))
                              .arg(dayAndTime(known.front().at), QLocale{}.formattedDataSize(known.front().bytes, 1, QLocale::DataSizeSIFormat).replace(u' ', QChar::Nbsp)));
    m_place->setText(tr("In %1, with sheets, receipts, signatures and pages typed in from; those lie once for all backups in “tresen-documents” there.").arg(QDir::toNativeSeparators(m_backups.folder())));
    showWork();
}

void BackupCard::showWork()
{
    using Work = services::VaultKeeper::Work;
    const auto work = m_vault.work();
    const bool busy = work != Work::None;
    m_bar->setVisible(busy);
    m_stop->setVisible(busy && m_vault.canStop());
    for (auto* button : {m_backup, m_verify}) button->setAvailable(!busy, tr("one moment"));
    m_try->setAvailable(!busy && !m_backups.known().empty(), busy ? tr("one moment") : tr("There is no backup yet."));
    if (!busy) {
        m_tick.stop();
        if (!m_asked && m_mood == Mood::Quiet) say({}, Mood::Quiet);   // begun elsewhere, and told there
        return;
    }
    if (!m_tick.isActive()) m_tick.start();
    const int permille = m_vault.permille();
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    if (permille >= 0) m_bar->setValue(permille);
    switch (work) {
    case Work::None: return;
    case Work::Backup: return say(tr("The backup is being made and read again …"), Mood::Quiet);
    case Work::Verify: return say(tr("Every entry is recomputed …"), Mood::Quiet);
    case Work::Drill: return say(tr("The backup is being restored beside the data and recomputed …"), Mood::Quiet);
    }
}

void BackupCard::backUp()
{
    m_asked = true;
    m_backups.backupNow([guard = QPointer{this}, this](const Result<services::BackupReport>& made) {
        if (!guard) return;
        m_asked = false;
        if (!made) return say(Wording::failure(made.error()), Mood::Bad);
        const auto size = QLocale{}.formattedDataSize(made.value().bytes, 1, QLocale::DataSizeSIFormat);
        say(tr("Backup made and read again: %1 (%2)").arg(breakable(QFileInfo{made.value().file}.fileName()), size), Mood::Good);
    });
}

void BackupCard::tryNewest()
{
    m_asked = true;
    m_backups.tryNewest([guard = QPointer{this}, this](const Result<services::DrillOutcome>& tried) {
        if (!guard) return;
        m_asked = false;
        if (!tried) return say(Wording::failure(tried.error()), tried.error().code == u"vault.stopped" ? Mood::Quiet : Mood::Bad);
        takeDrill(tried.value());
    });
}

void BackupCard::takeDrill(const services::DrillOutcome& outcome)
{
    const auto& r = outcome.report;
    if (!r.ok()) return say(withProblems(tr("This backup is not in order. Make a new one at once and call support."), r.problems), Mood::Bad);
    const QLocale locale;
    say(tr("The backup of %1 can be restored: %2 invoices, %3 keys, %4 entries, all recomputed. Nothing of today's data was touched.")
            .arg(dayAndTime(outcome.backup.at), locale.toString(r.facts.invoices), locale.toString(r.facts.keys), locale.toString(r.facts.entries)), Mood::Good);
}

void BackupCard::verify()
{
    m_asked = true;
    m_vault.verify([guard = QPointer{this}, this](const Result<services::VaultReport>& report) {
        if (!guard) return;
        m_asked = false;
        if (!report) return say(Wording::failure(report.error()), report.error().code == u"vault.stopped" ? Mood::Quiet : Mood::Bad);
        takeReport(report.value());
    });
}

void BackupCard::takeReport(const services::VaultReport& report)
{
    if (report.ok()) return say(tr("In order: %1 entries recomputed, and everything shown follows from them.").arg(QLocale{}.toString(report.entries)), Mood::Good);
    if (report.remade) return say(Wording::failure(Error{Fault::Conflict, u"store.remade"_s, report.problems.value(0)}), Mood::Good);
    say(withProblems(tr("Not in order. Stop working with these data and call support."), report.problems), Mood::Bad);
}

void BackupCard::say(const QString& text, Mood mood)
{
    const bool news = m_result->text() != text;
    m_mood = mood;
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    m_sign->setVisible(mood != Mood::Quiet && !text.isEmpty());
    m_sign->setLook(mood == Mood::Bad ? Look::Refused : Look::Accepted);
    if (!news) return;
    takeMeasures();
    speak(m_result);
}

void BackupCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    m_column->setSpacing(theme.px(10));
    m_sign->setFixedSize(theme.px(18), theme.px(18));
    m_result->setInk(m_mood == Mood::Bad ? theme.red.word : theme.text);
}

void BackupCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(10), theme.side, theme.line);
}

void BackupCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
