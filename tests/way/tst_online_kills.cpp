// kill -9 at every named step between "key stored" and "mail sent": request, payment and refund through a portal, with the mails that go with them. What was
// begun is then carried on by another process; in the end there is one link, one booking, one refund and no mail twice, and the journal verifies.
// On SQLite and, where its server programs are installed, on PostgreSQL. Points of the store are taken at their first turn, with TRESEN_ALL_TURNS set at each until none is left.
#include "tests/sim/portals/mollie_peer.h"
#include "tests/sim/postgres_cluster.h"
#include "tests/sim/smtp_peer.h"
#include "tests/way/online_shop.h"
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

namespace {

const SystemClock kClock;
constexpr int kMostTurns = 60;          // of one point in one command; more than any has: with TRESEN_ALL_TURNS set

const QStringList kStorePoints{u"store.before_commit"_s, u"store.after_journal"_s, u"store.after_projection"_s, u"store.after_commit"_s};

void addPoints(const QStringList& named)
{
    QTest::addColumn<QString>("point");
    for (const auto& point : named + kStorePoints) QTest::newRow(qPrintable(point)) << point;
}

} // namespace

class TstOnlineKills : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanupTestCase();
    void request_data() { addPoints({u"request.created"_s, u"request.before_create"_s, u"request.after_create"_s, u"request.sheet_written"_s, u"mail.queued"_s, u"mail.composed"_s, u"mail.taken"_s, u"mail.sent"_s}); }
    void request();
    void payment_data() { addPoints({u"mail.composed"_s, u"mail.taken"_s, u"mail.sent"_s}); }
    void payment();
    void refund_data() { addPoints({u"refund.wanted"_s, u"refund.before_ask"_s, u"refund.answered"_s, u"mail.composed"_s, u"mail.taken"_s, u"mail.sent"_s}); }
    void refund();

private:
    struct Counted { std::size_t links = 0, refunds = 0; qsizetype mails = 0; };
    Program fresh();
    Counted counted();
    // Runs the command with the point's next turn; false when there is none left.
    bool killed(const Program& p, const QStringList& command, const QString& point, int turn);
    int mostTurns() const { return qEnvironmentVariableIsSet("TRESEN_ALL_TURNS") ? kMostTurns : 1; }
    bool settled(const Program& p) { return p.run({u"sync"_s}).exit == 0 && p.run({u"sync"_s}).exit == 0; }
    bool mailsAreSingle(const Counted& before);
    static bool verifies(const Program& p) { return p.run({u"verify"_s}).exit == 0; }
    bool useDatabase(const QString& profile, const QString& database) const;

    QTemporaryDir m_folder;
    sim::MolliePeer m_portal{kClock};
    sim::SmtpPeer m_mail;
    sim::PostgresCluster m_cluster;
    bool m_withServer = false, m_postgres = false;
    int m_count = 0, m_runs = 0, m_kills = 0;
};

void TstOnlineKills::initTestCase_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgres") << true;
}

void TstOnlineKills::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_portal.with([](sim::MollieWorld& world) { world.goLive(); });
    const PortalAt portal{u"mollie"_s, m_portal.base(), sim::MollieWorld::liveKey()};
    QVERIFY(openShop(m_folder.filePath(u"sqlite"_s), portal, m_mail.port()));
    if (!m_cluster.start()) {
        QVERIFY2(m_cluster.why().startsWith(u"no "), qPrintable(m_cluster.why()));
        return;   // init() says so
    }
    m_withServer = true;
    QVERIFY(m_cluster.makeDatabase(u"shop"_s));
    QVERIFY(useDatabase(m_folder.filePath(u"postgres"_s), u"shop"_s));
    QVERIFY(openShop(m_folder.filePath(u"postgres"_s), portal, m_mail.port()));
}

void TstOnlineKills::init()
{
    QFETCH_GLOBAL(bool, postgres);
    m_postgres = postgres;
    if (postgres && !m_withServer) QSKIP(qPrintable(m_cluster.why()));
}

void TstOnlineKills::cleanupTestCase()
{
    qInfo("%d runs, killed in %d of them", m_runs, m_kills);
}

// As `config set` would store it, but before there is a journal.
bool TstOnlineKills::useDatabase(const QString& profile, const QString& database) const
{
    QJsonObject desk;
    QFile file{profile + u"/desk.json"_s};
    if (file.open(QIODevice::ReadOnly)) desk = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    desk.insert(u"store.kind"_s, u"postgres"_s);
    desk.insert(u"store.url"_s, m_cluster.url(database));
    return QDir{}.mkpath(profile) && file.open(QIODevice::WriteOnly) && file.write(QJsonDocument{desk}.toJson()) > 0;
}

Program TstOnlineKills::fresh()
{
    const auto name = u"p%1"_s.arg(++m_count);
    const auto to = m_folder.filePath(name);
    if (!copyFolder(m_folder.filePath(m_postgres ? u"postgres"_s : u"sqlite"_s), to)) qFatal("copy");
    for (const auto& secret : {u"/secrets.json"_s}) QFile::setPermissions(to + secret, QFile::ReadOwner | QFile::WriteOwner);
    if (m_postgres && !(m_cluster.makeDatabase(name, u"shop"_s) && useDatabase(to, name))) qFatal("%s", qPrintable(m_cluster.why()));
    return Program{to};
}

TstOnlineKills::Counted TstOnlineKills::counted()
{
    Counted out;
    m_portal.with([&](sim::MollieWorld& world) { out.links = world.links(), out.refunds = world.refunds(); });
    out.mails = m_mail.deliveries().size();
    return out;
}

bool TstOnlineKills::killed(const Program& p, const QStringList& command, const QString& point, int turn)
{
    ++m_runs;
    const bool was = p.run(command, turn == 1 ? point : u"%1:%2"_s.arg(point).arg(turn)).killed;
    m_kills += was;
    return was;
}

// Every message that arrived has another Message-ID.
bool TstOnlineKills::mailsAreSingle(const Counted& before)
{
    static const QRegularExpression id{u"^Message-ID:\\s*(<[^>]+>)"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption};
    QSet<QString> ids;
    const auto all = m_mail.deliveries();
    for (const auto& one : all.mid(before.mails)) ids << id.match(QString::fromLatin1(one.bytes)).captured(1);
    return !ids.contains(QString{}) && ids.size() == all.size() - before.mails;
}

void TstOnlineKills::request()
{
    QFETCH(QString, point);
    for (int turn = 1; turn <= mostTurns(); ++turn) {
        const auto p = fresh();
        const auto before = counted();
        if (!killed(p, {u"request"_s, shopNumber(), u"--mail"_s, u"owner@example.org"_s}, point, turn)) {
            QVERIFY2(turn > 1, qPrintable(point + u" was not reached"_s));
            break;
        }
        QVERIFY(settled(p));
        if (shopItem(p)[u"requests"].toArray().isEmpty() || shopLink(p).isEmpty())
            QTRY_COMPARE_WITH_TIMEOUT(p.run({u"request"_s, shopNumber()}).exit, 0, 30'000);
        QVERIFY(m_portal.act(u"pay"_s, shopLink(p), u"card"_s));
        QVERIFY(settled(p));
        const auto item = shopItem(p);
        const auto after = counted();
        QCOMPARE(after.links - before.links, std::size_t{1});
        QCOMPARE(item[u"requests"].toArray().size(), 1);
        QCOMPARE(booked(item, u"online"_s), 1);
        QVERIFY(mailsAreSingle(before));
        // A mail that was wanted went out, or lies where a person sees it.
        for (const auto& mail : item[u"mails"].toArray()) QVERIFY2(mail[u"state"] == u"sent"_s || mail[u"state"] == u"unclear"_s || mail[u"state"] == u"sending"_s, qPrintable(mail[u"state"].toString()));
        QVERIFY(verifies(p));
    }
}

void TstOnlineKills::payment()   // the look that finds the money, and what it tells the owner
{
    QFETCH(QString, point);
    for (int turn = 1; turn <= mostTurns(); ++turn) {
        const auto p = fresh();
        QCOMPARE(p.run({u"request"_s, shopNumber()}).exit, 0);
        QVERIFY(m_portal.act(u"pay"_s, shopLink(p), u"card"_s));
        const auto before = counted();
        if (!killed(p, {u"sync"_s}, point, turn)) {
            QVERIFY2(turn > 1, qPrintable(point + u" was not reached"_s));
            break;
        }
        QVERIFY(settled(p));
        const auto item = shopItem(p);
        QCOMPARE(booked(item, u"online"_s), 1);
        QCOMPARE(item[u"mails"].toArray().size(), 1);   // the confirmation
        QVERIFY(mailsAreSingle(before));
        QVERIFY(counted().mails - before.mails <= 1);
        QVERIFY(verifies(p));
    }
}

void TstOnlineKills::refund()
{
    QFETCH(QString, point);
    for (int turn = 1; turn <= mostTurns(); ++turn) {
        const auto p = fresh();
        QCOMPARE(p.run({u"request"_s, shopNumber()}).exit, 0);
        QVERIFY(m_portal.act(u"pay"_s, shopLink(p), u"paypal"_s));
        QVERIFY(settled(p));
        const auto before = counted();
        const QStringList refund{u"refund"_s, shopNumber(), u"--amount"_s, u"50.00"_s, u"--reason"_s, u"Teile nicht verbaut"_s};
        const bool ofMail = point.startsWith(u"mail."_s);   // the owner is told when the money has moved: by the look after it
        if (ofMail) {
            QCOMPARE(p.run(refund).exit, 0);
            QVERIFY(m_portal.act(u"settle"_s, shopLink(p)));
        }
        if (!killed(p, ofMail ? QStringList{u"sync"_s} : refund, point, turn)) {
            QVERIFY2(turn > 1, qPrintable(point + u" was not reached"_s));
            break;
        }
        QVERIFY(settled(p));
        if (shopItem(p)[u"refunds"].toArray().isEmpty()) QCOMPARE(p.run(refund).exit, 0);   // the wish had not been stored
        if (!ofMail) QVERIFY(m_portal.act(u"settle"_s, shopLink(p)));
        QTest::qWait(50);
        QVERIFY(settled(p));
        const auto item = shopItem(p);
        QCOMPARE(counted().refunds - before.refunds, std::size_t{1});
        QCOMPARE(item[u"refunds"].toArray().size(), 1);
        QCOMPARE(item[u"refunds"].toArray().first()[u"state"].toString(), u"done"_s);
        QCOMPARE(booked(item, u"refund_online"_s), 1);
        QVERIFY(mailsAreSingle(before));
        QVERIFY(counted().mails - before.mails <= 1);
        QVERIFY(verifies(p));
    }
}

QTEST_GUILESS_MAIN(TstOnlineKills)
#include "tst_online_kills.moc"
