// Rig: a running training portal with a clock under control, and orders that differ. Used by its tests.
#pragma once
#include "app/adapters/portal/training/training_portal.h"
#include "tests/app/adapters/portal/training/page_client.h"
#include "tests/sim/portal_contract.h"

namespace tresen::test {

using namespace Qt::Literals::StringLiterals;
using namespace tresen::adapters::training;
using tresen::sim::answerOf;

inline ports::LinkOrder sampleOrder()
{
    static int number = 0;
    ++number;
    ports::LinkOrder order;
    order.idempotencyKey = u"key-%1"_s.arg(number);
    order.reference = u"request-%1"_s.arg(number);
    order.token = u"K7M2QX4T%1"_s.arg(number, 4, 10, QChar{u'0'});
    order.amount = domain::Money::cents(19990 + number);
    order.mode = domain::PortalMode::Test;
    order.language = u"de"_s;
    order.invoiceNumber = u"RE-%1"_s.arg(number);
    order.plate = u"ES-MG 417E"_s;
    order.vehicle = u"VW Golf"_s;
    order.onAccountOffered = true;
    return order;
}

inline TrainingConfig configFor(const QString& folder)
{
    TrainingConfig config;
    config.stateFolder = folder;
    config.workshop.name = u"Autohaus Sommer & Söhne"_s;
    config.workshop.phone = u"0711 550417-12"_s;
    return config;
}

struct Rig {
    explicit Rig(const TrainingConfig& config) : portal{config, clock} { started = answerOf(portal.start()).value_or(Error{}).ok(); }
    ports::Link make(const ports::LinkOrder& order) { return answerOf(portal.create(order)).value().value(); }
    domain::PortalSnapshot fetch(const ports::Link& link) { return answerOf(portal.fetch(link.linkId)).value().value(); }

    ManualClock clock{Instant::fromIso(u"2026-11-23T13:32:00.000Z"_s)};
    TrainingPortal portal;
    PageClient owner;
    bool started = false;
};

} // namespace tresen::test
