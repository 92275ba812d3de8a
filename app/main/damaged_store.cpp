#include "app/main/damaged_store.h"
#include "ui/common/wording.h"
#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {

DamagedStore::DamagedStore(QString profile, const Error& error, std::function<void()> letGo, QObject* parent)
    : QObject{parent}, m_profile{std::move(profile)}, m_words{ui::Wording::failure(error)}, m_letGo{std::move(letGo)}
{
    const auto desk = services::Settings::readDesk(m_profile + u"/desk.json"_s);
    const auto chosen = domain::settingOf(desk, u"backup.folder"_s);
    // A chosen folder may be that of several journals.
    m_newest = chosen.isEmpty() ? services::Backups::newestIn(m_profile + u"/backups"_s, {}) : services::Backups::newestIn(chosen, m_profile + u"/tresen.db"_s);
}

QMessageBox* DamagedStore::box(const QString& text, const QString& more)
{
    auto* out = new QMessageBox{QMessageBox::Critical, u"Tresen"_s, text};
    out->setTextFormat(Qt::PlainText);
    out->setInformativeText(more);
    out->setAttribute(Qt::WA_DeleteOnClose);
    m_box = out;
    return out;
}

void DamagedStore::show()
{
    const auto nothing = ui::Wording::tr("Nothing has been changed. Please do not work with these data, and call support.");
    if (!m_newest) {
        auto* only = box(m_words, nothing + u'\n' + ui::Wording::tr("No backup was found on this computer."));
        only->addButton(ui::Wording::tr("Close"), QMessageBox::RejectRole);
        connect(only, &QMessageBox::finished, this, &DamagedStore::ended);
        return only->open();
    }
    const auto at = QLocale{}.toString(m_newest->at.local(), QLocale::ShortFormat);
    auto* offer = box(m_words, nothing + u"\n\n"_s + ui::Wording::tr("The newest backup is of %1: %2").arg(at, QDir::toNativeSeparators(m_newest->file)));
    auto* put = offer->addButton(ui::Wording::tr("Put the backup in place …"), QMessageBox::ActionRole);
    auto* leave = offer->addButton(ui::Wording::tr("Close"), QMessageBox::RejectRole);
    offer->setDefaultButton(qobject_cast<QPushButton*>(leave));
    offer->setEscapeButton(leave);
    connect(offer, &QMessageBox::finished, this, [this, offer, put] { offer->clickedButton() == put ? ask() : Q_EMIT ended(); });
    offer->open();
}

void DamagedStore::ask()
{
    auto* sure = box(ui::Wording::tr("Put the backup in place?"), ui::Wording::tr("What was booked after it is missing then. The damaged data are kept beside it."));
    auto* yes = sure->addButton(ui::Wording::tr("Yes, put it in place"), QMessageBox::DestructiveRole);
    auto* no = sure->addButton(ui::Wording::tr("No, change nothing"), QMessageBox::RejectRole);
    sure->setDefaultButton(qobject_cast<QPushButton*>(no));
    sure->setEscapeButton(no);
    connect(sure, &QMessageBox::finished, this, [this, sure, yes] { sure->clickedButton() == yes ? restore() : Q_EMIT ended(); });
    sure->open();
}

// By the second door, which reads the whole backup first and keeps the old data beside.
void DamagedStore::restore()
{
    m_letGo();
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        told(status == QProcess::NormalExit && code == 0, QString::fromUtf8(m_process.readAllStandardError()).trimmed());
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) told(false, m_process.errorString());
    });
    m_process.start(QCoreApplication::applicationFilePath(), {u"--profile"_s, m_profile, u"restore"_s, m_newest->file});
}

void DamagedStore::told(bool done, const QString& words)
{
    auto* end = done ? box(ui::Wording::tr("The backup is in place. Please start Tresen again."), ui::Wording::tr("Then check what was booked since: the invoices can be taken over again."))
                     : box(ui::Wording::tr("The backup could not be put in place."), words);
    connect(end, &QMessageBox::finished, this, &DamagedStore::ended);
    end->open();
}

} // namespace tresen::app
