// sim_portal NAME [MINUTES]: serves one simulated portal on a free port of 127.0.0.1 and prints its address. Ends after the minutes (10), or by a signal.
// GET /owner/ACTION?link=…&argument=… is what an owner does; see the portals' headers.
#include "tests/sim/portals/adyen_peer.h"
#include "tests/sim/portals/mollie_peer.h"
#include "tests/sim/portals/stripe_peer.h"
#include "tests/sim/portals/sumup_peer.h"
#include <QCoreApplication>
#include <QTimer>
#include <cstdio>
#include <functional>
#include <map>

using namespace tresen;

namespace {

template <class Peer> int serve(QCoreApplication& app, const Clock& clock)
{
    Peer peer{clock};
    std::printf("%s\n", qPrintable(peer.base()));
    std::fflush(stdout);
    return app.exec();
}

// With the key of a real account instead of a test's.
int serveLiveMollie(QCoreApplication& app, const Clock& clock)
{
    sim::MolliePeer peer{clock};
    peer.with([](sim::MollieWorld& world) { world.goLive(); });
    std::printf("%s\n", qPrintable(peer.base()));
    std::fflush(stdout);
    return app.exec();
}

using Serve = int (*)(QCoreApplication&, const Clock&);

// One line per portal.
const std::map<QString, Serve> kPortals{
    {QStringLiteral("mollie"), serve<sim::MolliePeer>},
    {QStringLiteral("mollie-live"), serveLiveMollie},
    {QStringLiteral("sumup"), serve<sim::SumUpPeer>},
    {QStringLiteral("stripe"), serve<sim::StripePeer>},
    {QStringLiteral("adyen"), serve<sim::AdyenPeer>},
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    const auto arguments = app.arguments();
    const auto found = kPortals.find(arguments.value(1));
    if (found == kPortals.end()) {
        std::fprintf(stderr, "usage: sim_portal NAME [MINUTES]\n");
        return 2;
    }
    const SystemClock clock;
    QTimer::singleShot(std::max(arguments.value(2, QStringLiteral("10")).toInt(), 1) * 60'000, &app, &QCoreApplication::quit);
    return found->second(app, clock);
}
