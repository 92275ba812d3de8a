// DamagedStore: what a person sees when the stored data cannot be opened because they are damaged: what happened, the newest backup, and the offer to put it
// in place. The damaged file is kept beside, nothing is done without two yeses. Shown by Desk; ends the program.
#pragma once
#include "app/core/result.h"
#include "app/services/backups.h"
#include <QPointer>
#include <QProcess>
#include <functional>

class QMessageBox;

namespace tresen::app {

class DamagedStore final : public QObject {
    Q_OBJECT
public:
    // letGo: closes whatever holds the data open. Called before anything is put in place.
    DamagedStore(QString profile, const Error& error, std::function<void()> letGo, QObject* parent);
    void show();

Q_SIGNALS:
    void ended();

private:
    QMessageBox* box(const QString& text, const QString& more);
    void ask();
    void restore();
    void told(bool done, const QString& words);

    const QString m_profile, m_words;
    const std::function<void()> m_letGo;
    std::optional<services::BackupFile> m_newest;
    QProcess m_process;
    QPointer<QMessageBox> m_box;
};

} // namespace tresen::app
