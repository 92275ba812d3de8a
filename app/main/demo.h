// Demo: fills a profile with the sample workshop by living through its last days: every step goes through the same stations as at the desk,
// at the time the sample says it happened. Called by the command `demo` and by the first start.
#pragma once
#include "app/main/house.h"
#include <QJsonObject>

namespace tresen::app {

class Demo final : public QObject {
    Q_OBJECT
public:
    // profile: a folder without a journal of its own, or one that holds the sample already (then nothing is done).
    explicit Demo(QString profile, QObject* parent = nullptr);
    ~Demo() override;

    struct Summary { int invoices = 0, steps = 0; bool wasThere = false; };
    // Refusals: "demo.profile_in_use" (a real workshop lives there), "demo.step" (detail: the step that did not work).
    void run(services::Done<Summary> done);
    static bool isSample(const QString& profile);   // marked so by an earlier demo

Q_SIGNALS:
    void progress(int step, int of);

private:
    struct Step { qint64 agoMs = 0; QString number; QJsonObject what; };
    void opened(const Result<Ok>& ok);
    void furnish();
    void readSteps();
    void next();
    void stepDone(const Step& step, const Result<Ok>& ok);
    void perform(const Step& step);
    void performOn(const Step& step, const domain::OpenItem& item);
    QString ownWords(const QString& german, const QString& english) const;
    void pay(const Step& step, const domain::OpenItem& item, services::Done<Ok> done);
    void atPortal(const domain::OpenItem& item, adapters::training::Rehearsal what, const QString& method, services::Done<Ok> done);
    void finish();

    QString m_profile;
    Instant m_start;
    ManualClock m_clock;
    std::unique_ptr<House> m_house;
    QJsonObject m_sample;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    Summary m_summary;
    services::Done<Summary> m_done;
};

} // namespace tresen::app
