#include "app/main/damaged_store.h"
#include "app/core/async.h"
#include "app/core/log.h"
#include "app/services/backups.h"
#include "app/store/salvage.h"
#include "ui/common/file_dialog.h"
#include "ui/common/wording.h"
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using tresen::ui::DamageWindow;

namespace tresen::app {
namespace {

constexpr int kWorkPulseMs = 200;

// Newest first. A chosen folder may be that of several journals.
QStringList backupsOf(const QString& profile, const store::StoreConfig& config)
{
    const auto desk = services::Settings::readDesk(profile + u"/desk.json"_s);
    const auto chosen = domain::settingOf(desk, u"backup.folder"_s);
    const bool server = config.dialect == store::StoreConfig::Dialect::Postgres;
    const auto all = chosen.isEmpty() ? services::Backups::thoseIn(profile + u"/backups"_s, {}) : services::Backups::thoseIn(chosen, server ? QString{} : config.file);
    // A file carries its journal's id somewhere, a server has to be asked for it.
    const auto head = server && !chosen.isEmpty() ? services::Backups::headOf(store::readableSetting(config, u"store.id"_s)) : QString{};
    QStringList out;
    for (const auto& backup : all)
        if (QFileInfo{backup.file}.fileName().startsWith(head)) out << backup.file;
    return out;
}

} // namespace

DamagedStore::DamagedStore(QString profile, store::StoreConfig config, const Error& error, std::function<void()> letGo, QObject* parent)
    : QObject{parent}, m_profile{std::move(profile)}, m_config{std::move(config)}, m_letGo{std::move(letGo)},
      m_window{std::make_unique<DamageWindow>(DamageWindow::foundWords(error.code), wordsOf(error), administratorWords())}
{
    connect(m_window.get(), &DamageWindow::chosen, this, &DamagedStore::act);
    connect(m_window.get(), &DamageWindow::closed, this, &DamagedStore::ended);
    connect(m_window.get(), &DamageWindow::stopRequested, this, [this] {
        if (m_gauge) m_gauge->stop = true;
    });
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        const qint64 total = m_gauge ? m_gauge->total.load() : 0;
        m_window->setPermille(total > 0 ? static_cast<int>(std::clamp<qint64>(m_gauge->done * 1000 / total, 0, 1000)) : -1);
    });
}

DamagedStore::~DamagedStore()
{
    if (m_gauge) m_gauge->stop = true;   // the program ends after what runs, which knows nothing of this object
}

QString DamagedStore::command(const QString& file, bool salvage) const
{
    return u"tresen --profile \"%1\" restore \"%2\"%3"_s.arg(QDir::toNativeSeparators(m_profile), QDir::toNativeSeparators(file), salvage ? u" --salvage"_s : QString{});
}

QString DamagedStore::administratorWords() const
{
    if (m_config.dialect != store::StoreConfig::Dialect::Postgres) return {};
    return DamageWindow::tr("These data lie on a server: close Tresen at every other desk first. The old data stay there as a schema of their own. "
                            "An administrator can do the same at the command line of this computer: %1").arg(command(DamageWindow::tr("FILE"), true));
}

template <class T> void DamagedStore::work(const QString& words, std::function<Result<T>()> job, std::function<void(const Result<T>&)> done)
{
    m_window->showWork(words);
    m_pulse.start(kWorkPulseMs);
    onReady(QtConcurrent::run(std::move(job)), this, [this, done = std::move(done)](const Result<T>& answer) {
        m_pulse.stop();
        done(answer);
    });
}

void DamagedStore::show()
{
    m_window->show();
    m_window->showWork(DamageWindow::tr("Looking at what can be read …"));
    // Whoever shows this may be in the middle of what is let go of.
    QTimer::singleShot(0, this, [this] {
        if (const auto letGo = std::exchange(m_letGo, {})) letGo();
        look();
    });
}

void DamagedStore::look()
{
    m_gauge = std::make_shared<WorkGauge>();
    work<ports::DamageReport>(DamageWindow::tr("Looking at what can be read …"), [config = m_config, profile = m_profile, gauge = m_gauge] { return store::lookAtDamage(config, backupsOf(profile, config), gauge); },
                              [this](const Result<ports::DamageReport>& report) {
                                  if (report) return m_window->showReport(report.value());
                                  if (report.error().code == u"vault.stopped") Q_EMIT ended();
                                  else m_window->showResult(false, DamageWindow::tr("The data could not be looked at."), ui::Wording::failure(report.error()), DamageWindow::After::Close);
                              });
}

void DamagedStore::act(Choice choice)
{
    m_gauge = std::make_shared<WorkGauge>();
    switch (choice) {
    case Choice::Remake: return remake();
    case Choice::Salvage: return restore(true);
    case Choice::BackupAlone: return restore(false);
    case Choice::Export: return chooseFolder();
    case Choice::Close: return Q_EMIT ended();
    }
}

void DamagedStore::tell(const Result<Ok>& done, const QString& good, const QString& goodWords, const QString& bad)
{
    if (done) return m_window->showResult(true, good, goodWords, DamageWindow::After::Close);
    const bool stopped = done.error().code == u"vault.stopped";
    qCWarning(logApp).noquote() << u"of the damaged data:"_s << wordsOf(done.error());
    m_window->showResult(stopped, stopped ? DamageWindow::tr("Cancelled; nothing has been changed.") : bad, stopped ? QString{} : ui::Wording::failure(done.error()), DamageWindow::After::Choices);
}

void DamagedStore::remake()
{
    work<ports::VerifyReport>(DamageWindow::tr("Making anew what is made of the bookings …"), [config = m_config, gauge = m_gauge] { return store::remakeAt(config, gauge); },
                              [this](const Result<ports::VerifyReport>& report) {
                                  const bool good = report && (report.value().remade || report.value().ok());
                                  const auto done = good ? Result<Ok>{Ok{}} : report ? Error{Fault::Corrupt, u"store.damaged"_s, report.value().problems.value(0)} : report.error();
                                  tell(done, DamageWindow::tr("Everything is in order again. Please start Tresen again."), DamageWindow::tr("Nothing was lost."),
                                       DamageWindow::tr("It could not be made anew."));
                              });
}

void DamagedStore::restore(bool salvage)
{
    work<store::Restored>(DamageWindow::tr("Putting the backup in place …"),
                          [config = m_config, salvage, file = m_window->report().backup, gauge = m_gauge, now = m_clock.now()] { return store::restore(file, config, now, {salvage, gauge}); },
                          [this, salvage](const Result<store::Restored>& restored) { tellRestored(restored, salvage); });
}

void DamagedStore::tellRestored(const Result<store::Restored>& restored, bool salvage)
{
    const auto bad = DamageWindow::tr("The backup could not be put in place; the data are as they were.");
    if (!restored) return tell(restored.error(), {}, {}, bad);
    const auto& r = restored.value();
    const QLocale locale;
    QStringList words;
    if (salvage) words << DamageWindow::tr("Later entries brought along: %1. Lost: %2.").arg(locale.toString(r.salvaged.entries), locale.toString(r.salvaged.lost));
    words << DamageWindow::tr("Then check what was booked since: the invoices can be taken over again.");
    if (!r.kept.isEmpty()) words << DamageWindow::tr("The damaged data are kept: %1").arg(QDir::toNativeSeparators(r.kept));
    if (!r.documents.problems.isEmpty()) words << DamageWindow::tr("Documents that are missing in the backup: %1").arg(locale.toString(r.documents.problems.size()));
    tell(Ok{}, DamageWindow::tr("The backup is in place. Please start Tresen again."), words.join(u'\n'), bad);
}

void DamagedStore::chooseFolder()
{
    auto* dialog = new QFileDialog{m_window.get(), DamageWindow::tr("Save what can be read"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DamagedStore::exportTo);
    ui::openFileDialog(*dialog);
}

void DamagedStore::exportTo(const QString& folder)
{
    work<ports::Exported>(DamageWindow::tr("Saving what can be read …"), [config = m_config, folder, gauge = m_gauge, now = m_clock.now()] { return store::exportReadable(config, folder, now, gauge); },
                          [this](const Result<ports::Exported>& saved) {
                              if (!saved) return tell(saved.error(), {}, {}, DamageWindow::tr("It could not be saved."));
                              QStringList words{DamageWindow::tr("Entries: %1").arg(QLocale{}.toString(saved.value().entries + saved.value().beyond))};
                              for (const auto& file : saved.value().files) words << QDir::toNativeSeparators(file);
                              m_window->showResult(true, DamageWindow::tr("What can be read is saved."), words.join(u'\n'), DamageWindow::After::Choices);
                          });
}

} // namespace tresen::app
