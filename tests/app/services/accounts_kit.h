// AccountsKit: Accounts over a real store, secrets in memory, a scripted portal and no mail server until the test brings one.
#pragma once
#include "app/services/accounts.h"
#include "tests/app/store/store_fixture.h"
#include "tests/sim/kept_secrets.h"
#include "tests/sim/scripted_portal.h"
#include <QSignalSpy>

namespace tresen::test {

struct AccountsKit {
    explicit AccountsKit(store::SqlJournal& journal_, const QString& folder) : journal{journal_}, settings{journal, folder + QStringLiteral("/desk.json")}, mails{journal, feed, outbox, settings, clock, folder}
    {
        portals.add(portal);
        connectResult = Ok{};
    }
    void set(const QString& key, const QString& value)
    {
        bool done = false;
        settings.set(key, value, {}, [&](const Result<Ok>& r) {
            if (!r) qFatal("setting %s: %s", qPrintable(key), qPrintable(r.error().code));
            done = true;
        });
        if (!QTest::qWaitFor([&] { return done; }, 30'000)) qFatal("setting not stored");
    }
    template <class F> Result<Ok> wait(F&& ask)
    {
        std::optional<Result<Ok>> out;
        ask([&out](const Result<Ok>& r) { out = r; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
        return *out;
    }

    store::SqlJournal& journal;
    ManualClock clock{Instant::fromIso(QStringLiteral("2026-11-27T10:00:00.000Z"))};
    services::JournalFeed feed{journal};
    services::Settings settings;
    services::Outbox outbox{journal, clock};
    services::Mails mails;
    services::Portals portals;
    sim::ScriptedPortal portal{clock};
    sim::KeptSecrets secrets;
    int connects = 0;
    Result<Ok> connectResult = Ok{};
    bool holdConnect = false;                             // its answer comes when the test says so
    services::Done<Ok> heldConnect;
    services::Accounts accounts{secrets, settings, portals, mails, clock, {[this](const services::Done<Ok>& done) {
        ++connects;
        if (holdConnect) heldConnect = done;
        else done(connectResult);
    }, [this](const QString&) { return portal.capabilities(); }}};
};

} // namespace tresen::test
