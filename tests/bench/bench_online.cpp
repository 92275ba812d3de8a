// How long it takes until a payment is seen: bench_online SCENARIO… prints one line each. A simulated portal on this machine, real time, real stores.
//   hot        sheets just handed out, one desk on SQLite, polling
//   young      sheets handed out more than ten minutes ago
//   receiver   the same, with a receiver of the portal's notices
//   desks      two desks on one PostgreSQL; the second one only listens
//   desks-receiver
//   many       1,000 open links: requests at the portal per minute
//   down       the portal is away for ten minutes (TRESEN_DOWN_S names other seconds)
//   killed     the database server of two desks is killed and starts again
#include "app/main/receiver.h"
#include "tests/sim/online_house.h"
#include "tests/sim/portals/mollie_peer.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using domain::Light;

namespace {

constexpr int kPayments = 24;
constexpr qint64 kPastShown = 11 * 60'000;   // a sheet is no longer one that has just been handed out

// The real time, moved forward: timers stay what they are.
class MovedClock final : public Clock {
public:
    Instant now() const override { return m_real.now().plusMs(m_by.load()); }
    void move(qint64 ms) { m_by += ms; }
private:
    SystemClock m_real;
    std::atomic<qint64> m_by{0};
};

struct Link { domain::InvoiceId invoice; QString id; };

// A desk that notes when a row turns green.
struct Desk {
    explicit Desk(const QString& profile, const Clock& c) : shop{profile, c}, clock{c} {}
    void watch()
    {
        shop.house->journal->followOthers(true);
        shop.house->feed->follow(0);
        QObject::connect(shop.house->feed.get(), &services::JournalFeed::rowsChanged, &context, [this](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) {
                latest[row.invoice.text()] = row;
                if (domain::lightOf(row, clock.now()) == Light::Green && !green.contains(row.invoice.text())) green.insert(row.invoice.text(), since.elapsed());
            }
        });
    }
    Light lightNow(const domain::InvoiceId& invoice) const
    {
        const auto row = latest.find(invoice.text());
        return row == latest.end() ? Light::Grey : domain::lightOf(row->second, clock.now());
    }
    sim::OnlineHouse shop;
    const Clock& clock;
    QObject context;
    QElapsedTimer since;
    QHash<QString, qint64> green;
    std::map<QString, domain::BoardRow> latest;
};

void must(const QString& wrong)
{
    if (!wrong.isEmpty()) qFatal("%s", qPrintable(wrong));
}

void say(const char* name, std::vector<qint64> ms)
{
    std::sort(ms.begin(), ms.end());
    const auto at = [&](std::size_t percent) { return ms.empty() ? 0.0 : static_cast<double>(ms[std::min(ms.size() - 1, ms.size() * percent / 100)]) / 1'000.0; };
    std::printf("%-28s %3zu payments   p50 %7.3f s   p95 %7.3f s   worst %7.3f s\n", name, ms.size(), at(50), at(95), at(100));
    std::fflush(stdout);
}

struct Stage {
    explicit Stage(bool postgres, int desks)
    {
        peer.with([](sim::MollieWorld& world) { world.goLive(); });
        QString url;
        if (postgres) {
            if (!cluster.start(sim::PostgresCluster::Flush::EveryCommit) || !cluster.makeDatabase(u"shop"_s)) qFatal("%s", qPrintable(cluster.why()));
            url = cluster.url(u"shop"_s);
        }
        for (int i = 0; i < desks; ++i) {
            all.push_back(std::make_unique<Desk>(folder.filePath(postgres ? u"desk%1"_s.arg(i) : u"shop"_s), clock));
            must(all[static_cast<std::size_t>(i)]->shop.open(url, u"Theke %1"_s.arg(i + 1)));
            must(i == 0 ? all[0]->shop.connectTo(u"mollie"_s, peer.base(), sim::MollieWorld::liveKey()) : all[static_cast<std::size_t>(i)]->shop.connectAgain(u"mollie"_s, sim::MollieWorld::liveKey()));
        }
    }
    ~Stage()
    {
        receiver.reset();
        all.clear();
    }
    Desk& desk(std::size_t i = 0) { return *all[i]; }
    std::vector<Link> links(int count)
    {
        std::vector<Link> out;
        for (int i = 0; i < count; ++i) {
            const auto invoice = desk().shop.take(u"R-%1"_s.arg(i), 10'000 + i, u"M-AB %1"_s.arg(i));
            const auto issued = desk().shop.request(invoice);
            if (!issued) qFatal("%s", qPrintable(issued.error().code));
            out.push_back({invoice, desk().shop.linkOf(invoice)});
        }
        return out;
    }
    // In a house of its own, as "tresen receive" is a process of its own.
    void receive(const QString& storeUrl)
    {
        auto house = std::make_unique<Desk>(storeUrl.isEmpty() ? folder.filePath(u"shop"_s) : folder.filePath(u"receiver"_s), clock);
        must(house->shop.open(storeUrl, u"Empfang"_s));
        must(house->shop.connectAgain(u"mollie"_s, sim::MollieWorld::liveKey()));
        all.push_back(std::move(house));
        receiver = std::make_unique<app::Receiver>(*all.back()->shop.house, app::ReceiverConfig{QHostAddress{QHostAddress::LocalHost}, 0, sim::OnlineHouse::pathSecret(), {}});
        const auto listening = receiver->listen();
        if (!listening) qFatal("%s", qPrintable(listening.error().code));
        port = listening.value();
    }
    // What the portal does after a payment: it calls, and names what it is about.
    void call()
    {
        auto* socket = new QTcpSocket{receiver.get()};
        const QByteArray path = receiver->pathOf(u"mollie"_s).toLatin1();
        QObject::connect(socket, &QTcpSocket::connected, socket, [socket, path] {
            socket->write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 15\r\n\r\nid=tr_" + QByteArray::number(QDateTime::currentMSecsSinceEpoch() % 1'000'000'000).rightJustified(9, '0'));
        });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    }

    QTemporaryDir folder;
    MovedClock clock;
    sim::MolliePeer peer{clock};
    sim::PostgresCluster cluster;
    std::vector<std::unique_ptr<Desk>> all;
    std::unique_ptr<app::Receiver> receiver;
    quint16 port = 0;
};

// Pays one link after another at odd moments and waits until every desk shows it green.
void payAll(Stage& stage, const std::vector<Link>& links, std::size_t desks, const char* name)
{
    std::vector<std::vector<qint64>> took(desks);
    quint32 chance = 20261127;
    for (const auto& link : links) {
        chance = chance * 1'664'525U + 1'013'904'223U;
        QTest::qWait(200 + static_cast<int>(chance >> 8) % 3'000);
        for (std::size_t d = 0; d < desks; ++d) stage.desk(d).since.start();
        if (!stage.peer.act(u"pay"_s, link.id, u"card"_s)) qFatal("pay");
        if (stage.receiver) stage.call();
        const auto all = [&] {
            for (std::size_t d = 0; d < desks; ++d)
                if (!stage.desk(d).green.contains(link.invoice.text())) return false;
            return true;
        };
        if (!QTest::qWaitFor(all, 60'000)) qFatal("not seen within a minute");
        for (std::size_t d = 0; d < desks; ++d) took[d].push_back(stage.desk(d).green.value(link.invoice.text()));
    }
    for (std::size_t d = 0; d < desks; ++d) say(qPrintable(QString::fromLatin1(name) + (desks > 1 ? u", desk %1"_s.arg(d + 1) : QString{})), took[d]);
}

void oneDesk(const char* name, bool past, bool receive)
{
    Stage stage{false, 1};
    const auto links = stage.links(kPayments);
    if (past) stage.clock.move(kPastShown);
    if (receive) stage.receive({});
    stage.desk().watch();
    stage.desk().shop.house->sync->start();
    QTest::qWait(2'000);
    payAll(stage, links, 1, name);
}

void twoDesks(const char* name, bool receive)
{
    Stage stage{true, 2};
    const auto links = stage.links(kPayments);
    if (receive) stage.clock.move(kPastShown), stage.receive(stage.cluster.url(u"shop"_s));
    for (std::size_t d = 0; d < 2; ++d) stage.desk(d).watch();
    if (!store::test::got(stage.desk(0).shop.house->journal->electedToPoll()).valueOr(false)) qFatal("not elected");
    if (store::test::got(stage.desk(1).shop.house->journal->electedToPoll()).valueOr(true)) qFatal("elected twice");
    stage.desk(0).shop.house->sync->start();
    QTest::qWait(2'000);
    payAll(stage, links, 2, name);
}

void many()
{
    Stage stage{false, 1};
    std::vector<Link> links;
    for (int i = 0; i < 1'000; ++i) {
        const auto invoice = stage.desk().shop.take(u"R-%1"_s.arg(i), 10'000 + i, u"M-AB %1"_s.arg(i));
        links.push_back({invoice, stage.desk().shop.bareLink(u"mollie"_s, invoice, 10'000 + i)});
    }
    const int budget = stage.desk().shop.house->portals.find(u"mollie"_s)->capabilities().requestsPerMinute;
    stage.desk().watch();
    stage.peer.web().forget();
    stage.desk().shop.house->sync->start();
    for (int minute = 1; minute <= 5; ++minute) {
        QTest::qWait(60'000);
        std::printf("many: minute %d, %zu open links: %zu requests (budget %d a minute)\n", minute, links.size(), stage.peer.web().requests().size(), budget);
        std::fflush(stdout);
        stage.peer.web().forget();
    }
    // And what is paid among the newest is seen at once.
    stage.desk().since.start();
    if (!stage.peer.act(u"pay"_s, links.back().id)) qFatal("pay");
    if (!QTest::qWaitFor([&] { return stage.desk().green.contains(links.back().invoice.text()); }, 120'000)) qFatal("not seen");
    say("many: one of the newest", {stage.desk().green.value(links.back().invoice.text())});
}

void down()
{
    const int seconds = qEnvironmentVariableIsSet("TRESEN_DOWN_S") ? qEnvironmentVariableIntValue("TRESEN_DOWN_S") : 600;
    Stage stage{false, 1};
    const auto links = stage.links(10);
    auto& desk = stage.desk();
    desk.watch();
    desk.shop.house->sync->start();
    for (int i = 0; i < 5; ++i) stage.peer.act(u"pay"_s, links[static_cast<std::size_t>(i)].id);
    const auto greens = [&] { return std::count_if(links.begin(), links.end(), [&](const Link& l) { return desk.lightNow(l.invoice) == Light::Green; }); };
    if (!QTest::qWaitFor([&] { return greens() == 5; }, 60'000)) qFatal("not green");
    stage.peer.web().goDown();
    QElapsedTimer since;
    since.start();
    qint64 lastGreen = 0, greenSamples = 0;
    while (since.elapsed() < seconds * 1'000LL) {
        QTest::qWait(500);
        if (greens() > 0) lastGreen = since.elapsed();
        if (greens() > 0 && since.elapsed() > limits::kFreshMs + 1'000) ++greenSamples;
    }
    for (std::size_t i = 5; i < 7; ++i) stage.peer.act(u"pay"_s, links[i].id);   // paid on the last metres, while nobody could hear of it
    const auto pause = desk.shop.house->sync->gate().pausedUntil(u"mollie"_s).ms - stage.clock.now().ms;
    stage.peer.web().comeBack();
    since.start();
    if (!QTest::qWaitFor([&] { return greens() == 7; }, 420'000)) qFatal("not right again");
    std::printf("down: %d s away; the last green row was seen after %.1f s, %lld samples green after that; back: pause left %.1f s, all %zu rows right after %.1f s\n", seconds,
                static_cast<double>(lastGreen) / 1e3, greenSamples, static_cast<double>(pause) / 1e3, links.size(), static_cast<double>(since.elapsed()) / 1e3);
    std::fflush(stdout);
}

void killed()
{
    std::vector<qint64> took[2];
    for (int run = 0; run < 5; ++run) {
        Stage stage{true, 2};
        const auto links = stage.links(3);
        std::vector<std::unique_ptr<QTimer>> timers;
        for (std::size_t d = 0; d < 2; ++d) {
            auto& house = *stage.desk(d).shop.house;
            stage.desk(d).watch();
            // As the window does: a pulse of 5 s, and the election every 10 s.
            const auto elect = [&house] { onReady(house.journal->electedToPoll(), &house, [&house](const Result<bool>& yes) { yes.valueOr(false) ? house.sync->start() : house.sync->stop(); }); };
            for (const auto& [ms, job] : {std::pair<int, std::function<void()>>{5'000, [&house] { house.feed->check(); }}, {10'000, elect}}) {
                timers.push_back(std::make_unique<QTimer>());
                QObject::connect(timers.back().get(), &QTimer::timeout, &house, job);
                timers.back()->start(ms);
            }
            elect();
        }
        QTest::qWait(3'000);
        stage.cluster.kill();
        stage.peer.act(u"pay"_s, links[0].id);
        QTest::qWait(3'000);
        if (!stage.cluster.startAgain()) qFatal("%s", qPrintable(stage.cluster.why()));
        for (std::size_t d = 0; d < 2; ++d) stage.desk(d).since.start(), stage.desk(d).green.clear();
        const auto both = [&] { return stage.desk(0).green.contains(links[0].invoice.text()) && stage.desk(1).green.contains(links[0].invoice.text()); };
        if (!QTest::qWaitFor(both, 90'000)) std::printf("killed: run %d not right within 90 s\n", run + 1);
        for (std::size_t d = 0; d < 2; ++d)
            if (stage.desk(d).green.contains(links[0].invoice.text())) took[d].push_back(stage.desk(d).green.value(links[0].invoice.text()));
        timers.clear();
    }
    say("killed: desk 1", took[0]);
    say("killed: desk 2", took[1]);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    const std::map<QString, std::function<void()>> scenarios{
        {u"hot"_s, [] { oneDesk("polling, sheet just given", false, false); }},
        {u"young"_s, [] { oneDesk("polling, older sheet", true, false); }},
        {u"receiver"_s, [] { oneDesk("receiver, older sheet", true, true); }},
        {u"desks"_s, [] { twoDesks("PostgreSQL, polling", false); }},
        {u"desks-receiver"_s, [] { twoDesks("PostgreSQL, receiver", true); }},
        {u"many"_s, many},
        {u"down"_s, down},
        {u"killed"_s, killed},
    };
    const auto wanted = app.arguments().mid(1);
    if (wanted.isEmpty()) std::fprintf(stderr, "usage: bench_online SCENARIO…\n");
    for (const auto& name : wanted) {
        const auto found = scenarios.find(name);
        if (found == scenarios.end()) return 2;
        found->second();
    }
    return wanted.isEmpty() ? 2 : 0;
}
