// PeopleKit: a desk with three people, whose PINs take no time to look at, for the tests of the lock and of the settings page.
#pragma once
#include "app/services/people.h"
#include "tests/sim/fake_pins.h"
#include "tests/ui/pages_fixture.h"

namespace tresen::test {

struct PeopleKit : PagesFixture {
    sim::FakePins pins;
    services::People people{journal, feed, pins, clock, QStringLiteral("Tresen")};
    QWidget window;
    domain::UserId anna, ben, carla;

    PeopleKit()
    {
        window.resize(1344, 812);
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
    }
    // Anna, a manager, has come in; Ben is an advisor, Carla keeps the books.
    void engage()
    {
        anna = add(QStringLiteral("Anna Keller"), domain::Role::Manager, QStringLiteral("4711"));
        ben = add(QStringLiteral("Ben Roth"), domain::Role::Advisor, QStringLiteral("8150"));
        carla = add(QStringLiteral("Carla Vogt"), domain::Role::Bookkeeper, QStringLiteral("2907"));
    }
    domain::UserId add(const QString& name, domain::Role role, const QString& pin)
    {
        std::optional<domain::UserId> out;
        people.save({{}, name, role, false}, Secret{pin}, [&out](const Result<domain::UserId>& id) { out = id.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); })) qFatal("not added");
        return *out;
    }
    void comeIn(const domain::UserId& user, const QString& pin)
    {
        std::optional<bool> out;
        people.comeIn(user, Secret{pin}, [&out](const Result<Ok>& in) { out = in.ok(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }) || !*out) qFatal("not in");
    }
};

} // namespace tresen::test
