// DamagedStore: what a person is offered when the stored data cannot be opened because they are damaged, or were found so before: it looks at what can be read
// of them and at the newest good backup, and does what is chosen in the window. Shown by Desk; ends the program.
#pragma once
#include "app/core/clock.h"
#include "app/core/work_gauge.h"
#include "app/store/backup.h"
#include "ui/health/damage_window.h"
#include <QTimer>
#include <functional>
#include <memory>

namespace tresen::app {

class DamagedStore final : public QObject {
    Q_OBJECT
public:
    // letGo: closes whatever holds the data open. Called before they are looked at, out of the event loop.
    DamagedStore(QString profile, store::StoreConfig config, const Error& error, std::function<void()> letGo, QObject* parent);
    ~DamagedStore() override;                     // what runs is asked to end
    void show();

Q_SIGNALS:
    void ended();

private:
    using Choice = ui::DamageWindow::Choice;
    QString administratorWords() const;
    QString command(const QString& file, bool salvage) const;
    void look();
    void act(Choice choice);
    void remake();
    void restore(bool salvage);
    void chooseFolder();
    void exportTo(const QString& folder);
    void tellRestored(const Result<store::Restored>& restored, bool salvage);
    void tell(const Result<Ok>& done, const QString& good, const QString& goodWords, const QString& bad);
    template <class T> void work(const QString& words, std::function<Result<T>()> job, std::function<void(const Result<T>&)> done);

    const QString m_profile;
    const store::StoreConfig m_config;
    const SystemClock m_clock;
    std::function<void()> m_letGo;
    Gauge m_gauge;
    QTimer m_pulse;
    std::unique_ptr<ui::DamageWindow> m_window;
};

} // namespace tresen::app
