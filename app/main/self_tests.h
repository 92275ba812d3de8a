// SelfTests: what a desk can try of itself without a peer: clock, room on the disk, keyring, the proof of a sheet. Each answers why not, with a code the
// health page words. Called by DeskHealth for the window and by `diagnose`.
#pragma once
#include "app/main/house.h"

namespace tresen::app {

class SelfTests final : public QObject {
    Q_OBJECT
public:
    explicit SelfTests(House& house);

    static QStringList names();        // "disk", "clock", "keyring", "paper"
    // Failures: "disk.low", "disk.full", "clock.wrong", "clock.behind" (detail: the newest entry), "secret.…", "paper.…", those of the store.
    void run(const QString& name, const services::Done<Ok>& done);

private:
    void tryDisk(const services::Done<Ok>& done);
    void tryClock(const services::Done<Ok>& done);
    void tryKeyring(const services::Done<Ok>& done);
    void tryPaper(const services::Done<Ok>& done);

    House& m_house;
};

} // namespace tresen::app
