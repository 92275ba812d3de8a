// TrainingPortal: the portal contract, the owner's way over real sockets, what survives a crash, and two processes on one folder.
#include "app/adapters/portal/training/training_portal.h"
#include "app/core/files.h"
#include "tests/app/adapters/portal/training/page_client.h"
#include "tests/sim/portal_contract.h"
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::training;
using tresen::sim::answerOf;
using tresen::test::Page;
using tresen::test::PageClient;

namespace {

ports::LinkOrder sampleOrder()
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

TrainingConfig configFor(const QString& folder)
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

} // namespace

class TestTrainingPortal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression{u".*"_s});
    }
    void contract();
    void ownerPays();
    void deskKnowsOnlyAfterItsOwnRead();
    void doubleSubmitPaysOnce();
    void givesUpAndHangs();
    void choosesCounterAndAccount();
    void closedLinks();
    void getChangesNothing();
    void typedCodes();
    void guessing();
    void refusesOrders();
    void expiry();
    void abandonedTry();
    void cursor();
    void restartKeepsAll();
    void tornLine();
    void crashBetweenAppendAndAnswer();
    void twoInstancesOneFolder();
    void lockedFolder();
    void portTaken();
    void nudges();
    void futuresOfADeadPortal();
    void formBodies();

private:
    QString folder() const { return m_folder->filePath(u"state"_s); }
    QString stateFile() const { return folder() + u"/training-links.jsonl"_s; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTrainingPortal::contract()
{
    Rig rig{configFor(folder())};
    QVERIFY(rig.started);
    sim::PortalRig contract{rig.portal, sampleOrder, [&](const ports::Link& link) { rig.owner.choose(link.url, change::kPaid); },
                            [&](const ports::Link& link) { rig.owner.choose(link.url, change::kHangs); }};
    sim::checkPortalContract(contract);
    QVERIFY(rig.portal.capabilities().training);
    QVERIFY(rig.portal.capabilities().mode == domain::PortalMode::Test);
}

void TestTrainingPortal::ownerPays()
{
    Rig rig{configFor(folder())};
    const auto order = sampleOrder();
    const auto link = rig.make(order);
    QVERIFY(!rig.fetch(link).opened);
    const Page open = rig.owner.get(QUrl{link.url});
    QCOMPARE(open.status, 200);
    QVERIFY(open.shows(u"Noch zu zahlen"_s) && open.shows(u"ES-MG 417E"_s) && open.shows(u"SCHULUNG / TRAINING"_s));
    QVERIFY(rig.fetch(link).opened);
    const Page screen = rig.owner.press(link.url, u"/pay"_s);
    QVERIFY(screen.url.path().endsWith(u"/pay"_s) && screen.shows(u"Übungszahlung"_s));
    QVERIFY(rig.fetch(link).state == domain::LinkState::InFlight);
    QVERIFY(rig.fetch(link).choice == domain::OwnerChoice::Online);
    const Page paid = rig.owner.press(link.url, u"/result"_s, {{u"outcome"_s, u"paid"_s}}, u"/pay"_s);
    QVERIFY(paid.shows(u"Bezahlt, vielen Dank!"_s));
    const auto snapshot = rig.fetch(link);
    QVERIFY(snapshot.state == domain::LinkState::Paid);
    QVERIFY(snapshot.movements.at(0).at == rig.clock.now());
}

void TestTrainingPortal::deskKnowsOnlyAfterItsOwnRead()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    rig.fetch(link);   // a read before the payment says nothing about it
    const Page paid = rig.owner.choose(link.url, change::kPaid);
    QVERIFY(paid.shows(u"Der Tresen erfährt es gleich"_s) && paid.shows(u"http-equiv=\"refresh\" content=\"5\""_s) && !paid.shows(u"Der Tresen weiß Bescheid"_s));
    answerOf(rig.portal.changes({}));
    QVERIFY(!rig.owner.get(QUrl{link.url}).shows(u"weiß Bescheid"_s));
    rig.clock.advance(limits::kPayPageRefreshMaxMs);
    const Page unseen = rig.owner.get(QUrl{link.url});
    QVERIFY(unseen.shows(u"noch nicht gesehen"_s) && !unseen.shows(u"http-equiv=\"refresh\""_s));
    QVERIFY(rig.fetch(link).state == domain::LinkState::Paid);
    const Page known = rig.owner.get(QUrl{link.url});
    QVERIFY(known.shows(u"Der Tresen weiß Bescheid"_s) && !known.shows(u"http-equiv=\"refresh\""_s));
}

void TestTrainingPortal::doubleSubmitPaysOnce()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    rig.owner.press(link.url, u"/pay"_s);
    const QString token = rig.owner.get(QUrl{link.url + u"/pay"_s}).formToken();
    QVERIFY(!token.isEmpty());
    QVERIFY(rig.owner.post(QUrl{link.url + u"/result"_s}, {{u"form"_s, u"000000000000000000000000"_s}, {u"outcome"_s, u"paid"_s}}).status == 200);
    QVERIFY(rig.fetch(link).movements.empty());
    for (int i = 0; i < 3; ++i) {
        const Page page = rig.owner.post(QUrl{link.url + u"/result"_s}, {{u"form"_s, token}, {u"outcome"_s, u"paid"_s}});
        QVERIFY(page.shows(u"Bezahlt, vielen Dank!"_s));   // whoever clicks twice sees the same truth twice
    }
    QCOMPARE(rig.fetch(link).movements.size(), std::size_t{1});
    QFile file{stateFile()};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\"what\":\"paid\""), 1);
}

void TestTrainingPortal::givesUpAndHangs()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    QVERIFY(rig.owner.choose(link.url, change::kGivenUp).shows(u"Jetzt bezahlen"_s));
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
    const Page checking = rig.owner.choose(link.url, change::kHangs);
    QVERIFY(checking.shows(u"Bitte nicht noch einmal bezahlen"_s) && checking.shows(u"http-equiv=\"refresh\" content=\"5\""_s));
    QVERIFY(!checking.shows(u"Jetzt bezahlen"_s));
    rig.owner.press(link.url, u"/pay"_s);   // no second charge while one is unknown
    QVERIFY(rig.fetch(link).state == domain::LinkState::InFlight);
    rig.clock.advance(limits::kPayPageRefreshMaxMs);
    const Page later = rig.owner.get(QUrl{link.url});
    QVERIFY(!later.shows(u"http-equiv=\"refresh\""_s) && later.shows(u"rufen Sie uns an"_s) && later.shows(u"tel:071155041712"_s));
    rig.clock.advance(qint64{2} * limits::kTrainingTryMs);
    QVERIFY(rig.fetch(link).state == domain::LinkState::InFlight);   // hanging does not end by waiting
    QVERIFY(rig.owner.press(link.url, u"/result"_s, {{u"outcome"_s, u"paid"_s}}).shows(u"Bezahlt"_s));
    QVERIFY(rig.fetch(link).state == domain::LinkState::Paid);
}

void TestTrainingPortal::choosesCounterAndAccount()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    QVERIFY(rig.owner.press(link.url, u"/counter"_s).shows(u"An der Kasse bezahlen"_s));
    QVERIFY(rig.fetch(link).choice == domain::OwnerChoice::Counter);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
    QVERIFY(rig.owner.press(link.url, u"/account"_s).shows(u"Anfrage ist da"_s));
    QVERIFY(rig.fetch(link).choice == domain::OwnerChoice::Account);
    QVERIFY(rig.owner.choose(link.url, change::kPaid).shows(u"Bezahlt"_s));   // and pays after all
    auto order = sampleOrder();
    order.onAccountOffered = false;
    const auto strict = rig.make(order);
    QVERIFY(!rig.owner.get(QUrl{strict.url}).shows(u"Auf Rechnung"_s));
    rig.owner.press(strict.url, u"/account"_s);   // not offered, asked for all the same
    QVERIFY(rig.fetch(strict).choice == domain::OwnerChoice::None);
}

void TestTrainingPortal::closedLinks()
{
    Rig rig{configFor(folder())};
    const auto order = sampleOrder();
    const auto link = rig.make(order);
    QVERIFY(answerOf(rig.portal.cancel(link.linkId)).value().value() == ports::CancelOutcome::Cancelled);
    QVERIFY(rig.owner.get(QUrl{link.url}).shows(u"Dieser Link ist geschlossen"_s));
    auto next = sampleOrder();
    next.invoiceNumber = order.invoiceNumber;
    const auto newer = rig.make(next);
    const Page old = rig.owner.get(QUrl{link.url});
    QVERIFY(old.shows(u"Dieses Blatt ist nicht mehr gültig"_s) && old.shows(next.token) && !old.shows(u"Jetzt bezahlen"_s));
    rig.owner.choose(newer.url, change::kPaid);
    QVERIFY(rig.owner.get(QUrl{link.url}).shows(u"Schon bezahlt"_s));
    const auto atTill = rig.make(sampleOrder());
    QVERIFY(answerOf(rig.portal.noteClosed(atTill.linkId, ClosedReason::PaidElsewhere)).value().ok());
    QVERIFY(rig.owner.get(QUrl{atTill.url}).shows(u"Schon bezahlt"_s));
    rig.owner.press(atTill.url, u"/pay"_s);
    QVERIFY(rig.fetch(atTill).state == domain::LinkState::Open && rig.fetch(atTill).movements.empty());
    // A payment screen left open is no payment: the counter may close the link, and the screen then changes nothing.
    const auto started = rig.make(sampleOrder());
    rig.owner.press(started.url, u"/pay"_s);
    const QString token = rig.owner.get(QUrl{started.url + u"/pay"_s}).formToken();
    QVERIFY(answerOf(rig.portal.cancel(started.linkId)).value().value() == ports::CancelOutcome::Cancelled);
    QVERIFY(rig.owner.post(QUrl{started.url + u"/result"_s}, {{u"form"_s, token}, {u"outcome"_s, u"paid"_s}}).shows(u"Dieser Link ist geschlossen"_s));
    QVERIFY(rig.fetch(started).state == domain::LinkState::Cancelled);
}

void TestTrainingPortal::getChangesNothing()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    rig.owner.get(QUrl{link.url});
    QFile file{stateFile()};
    const qint64 size = file.size();
    for (const auto& below : {u"/pay"_s, u"/counter"_s, u"/account"_s, u"/result?outcome=paid"_s, u"/nothing"_s}) rig.owner.get(QUrl{link.url + below});
    QCOMPARE(file.size(), size);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
}

void TestTrainingPortal::typedCodes()
{
    Rig rig{configFor(folder())};
    auto order = sampleOrder();
    order.token = u"K0M1QX4T9BHR"_s;
    const auto link = rig.make(order);
    const QString base = rig.portal.baseUrl();
    for (const auto& typed : {u"k0m1-qx4t-9bhr"_s, u"KOMIQX4T9BHR"_s, u"komi-QX4T9bhr"_s}) {
        const Page page = rig.owner.get(QUrl{base + u'/' + typed});
        QCOMPARE(page.url, QUrl{link.url});
        QCOMPARE(page.status, 200);
    }
    QCOMPARE(rig.owner.get(QUrl{base + u"/?code=k0m1+qx4t+9bhr&lang=en"_s}).url, QUrl{link.url + u"?lang=en"_s});
    QCOMPARE(rig.owner.get(QUrl{base + u"/k0m1qx4t9bhr"_s}, false).location, QByteArray{"/K0M1QX4T9BHR"});
    QVERIFY(rig.owner.get(QUrl{base + u"/"_s}).shows(u"Code vom Blatt"_s));
    QVERIFY(!normalToken(u"K0M1QX4T9BH"_s) && !normalToken(u"K0M1QX4T9BHYY"_s) && !normalToken(u"K0M1QX4T9BHY"_s) && !normalToken(u"K0M1QX4T9BHÄ"_s));
}

void TestTrainingPortal::guessing()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    const QString base = rig.portal.baseUrl();
    const Page unknown = rig.owner.get(QUrl{base + u"/000000000000"_s});
    QCOMPARE(unknown.status, 404);
    QVERIFY(unknown.shows(u"Diesen Code kennen wir nicht"_s) && unknown.shows(u"Autohaus Sommer &amp; Söhne"_s));
    QCOMPARE(rig.owner.post(QUrl{base + u"/000000000000/pay"_s}, {{u"form"_s, u"x"_s}}).status, 404);
    for (int i = 2; i < limits::kPayPageUnknownPerMinute; ++i) QCOMPARE(rig.owner.get(QUrl{base + u"/no-such"_s}).status, 404);
    QCOMPARE(rig.owner.get(QUrl{base + u"/no-such"_s}).status, 429);
    QCOMPARE(rig.owner.get(QUrl{link.url}).status, 429);   // or a right guess would show among the wrong ones
    QCOMPARE(rig.owner.get(QUrl{base + u"/-/imprint"_s}).status, 200);
    rig.clock.advance(60'000);
    QCOMPARE(rig.owner.get(QUrl{link.url}).status, 200);
    for (int i = 0; i < 30; ++i) QCOMPARE(rig.owner.get(QUrl{base + u"/favicon.ico"_s}).status, 404);
    QCOMPARE(rig.owner.get(QUrl{link.url}).status, 200);   // what a browser asks for by itself is no guess
}

void TestTrainingPortal::refusesOrders()
{
    Rig rig{configFor(folder())};
    const auto code = [&](const std::function<void(ports::LinkOrder&)>& spoil) {
        auto order = sampleOrder();
        spoil(order);
        const auto answer = answerOf(rig.portal.create(order)).value();
        return answer ? QString{} : answer.error().code + u' ' + answer.error().detail;
    };
    QCOMPARE(code([](auto&) {}), QString{});
    QCOMPARE(code([](auto& o) { o.mode = domain::PortalMode::Live; }), u"portal.live_mode "_s);
    QCOMPARE(code([](auto& o) { o.amount = domain::Money::cents(-1); }), u"portal.order_invalid amount"_s);
    QCOMPARE(code([](auto& o) { o.amount = domain::Money::cents(1, domain::Currency::fromCode(u"CHF").value()); }), u"portal.order_invalid currency"_s);
    QCOMPARE(code([](auto& o) { o.idempotencyKey.clear(); }), u"portal.order_invalid key"_s);
    QCOMPARE(code([](auto& o) { o.token = u"../../etc/xx"_s; }), u"portal.order_invalid token"_s);
    QCOMPARE(code([](auto& o) { o.vehicle = QString{5000, u'x'}; }), u"portal.order_invalid text"_s);
    QCOMPARE(code([](auto& o) { o.summary.resize(61); }), u"portal.order_invalid rows"_s);
    auto taken = sampleOrder();
    rig.make(taken);
    QVERIFY(code([&](auto& o) { o.token = taken.token; }).startsWith(u"portal.token_taken"_s));
    const auto own = rig.make([] { auto o = sampleOrder(); o.token.clear(); return o; }());
    QVERIFY(normalToken(own.url.section(u'/', -1)).has_value());
    taken.summary.push_back({u"x"_s, domain::Money::cents(1), false});
    QVERIFY(answerOf(rig.portal.create(taken)).value().error().code == u"portal.key_reused");
}

void TestTrainingPortal::expiry()
{
    Rig rig{configFor(folder())};
    auto order = sampleOrder();
    order.expiresAt = rig.clock.now().plusMs(1000);
    const auto link = rig.make(order);
    QVERIFY(link.expiresAt == order.expiresAt);
    const auto cursor = answerOf(rig.portal.changes({})).value().value().cursor;
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
    rig.clock.advance(1000);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Expired);
    QVERIFY(answerOf(rig.portal.changes(cursor)).value().value().linkIds.contains(link.linkId));
    QVERIFY(rig.owner.get(QUrl{link.url}).shows(u"abgelaufen"_s));
    QVERIFY(!answerOf(rig.portal.changes({})).value().value().linkIds.contains(link.linkId));
}

void TestTrainingPortal::abandonedTry()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    rig.owner.press(link.url, u"/pay"_s);
    rig.clock.advance(limits::kTrainingTryMs - 1);
    QVERIFY(rig.fetch(link).state == domain::LinkState::InFlight);
    rig.clock.advance(1);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
    QVERIFY(rig.owner.choose(link.url, change::kPaid).shows(u"Bezahlt"_s));
}

void TestTrainingPortal::cursor()
{
    Rig rig{configFor(folder())};
    const auto a = rig.make(sampleOrder());
    const auto b = rig.make(sampleOrder());
    const auto all = answerOf(rig.portal.changes({})).value().value();
    QCOMPARE(all.linkIds.size(), 2);
    QVERIFY(answerOf(rig.portal.changes(all.cursor)).value().value().linkIds.isEmpty());
    rig.owner.press(b.url, u"/counter"_s);
    const auto changed = answerOf(rig.portal.changes(all.cursor)).value().value();
    QCOMPARE(changed.linkIds, QStringList{b.linkId});
    for (const auto& strange : {u"x"_s, u"-1"_s, u"999999"_s, u"99999999999999999999999"_s})
        QCOMPARE(answerOf(rig.portal.changes(strange)).value().value().linkIds, (QStringList{a.linkId, b.linkId}));
}

void TestTrainingPortal::restartKeepsAll()
{
    ports::Link link;
    const auto order = sampleOrder();
    QString cursor;
    {
        Rig rig{configFor(folder())};
        link = rig.make(order);
        rig.owner.choose(link.url, change::kPaid);
        cursor = answerOf(rig.portal.changes({})).value().value().cursor;
    }
    Rig rig{configFor(folder())};
    QVERIFY(rig.fetch(link).state == domain::LinkState::Paid);
    QCOMPARE(rig.make(order).linkId, link.linkId);
    QVERIFY(!answerOf(rig.portal.changes(cursor)).value().value().linkIds.contains(link.linkId));
    QCOMPARE(QFile::permissions(stateFile()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions{});
}

// The last line is cut at every byte, as a crash would: everything before it stays, and the next line is whole.
void TestTrainingPortal::tornLine()
{
    auto first = sampleOrder(), second = sampleOrder(), third = sampleOrder();
    {
        Rig rig{configFor(folder())};
        rig.make(first);
        rig.make(second);
    }
    QFile file{stateFile()};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const qsizetype lastStart = whole.lastIndexOf('\n', whole.size() - 2) + 1;
    const SystemClock clock;
    int restored = 0;
    for (qsizetype cut = lastStart; cut <= whole.size(); cut += 7) {
        const QString place = m_folder->filePath(u"torn%1"_s.arg(cut));
        QVERIFY(files::makePrivateFolder(place).ok());
        QVERIFY(files::writeAtomically(place + u"/training-links.jsonl"_s, whole.left(cut)).ok());
        auto config = configFor(place);
        config.port = 9;   // never started, only for the links' address
        TrainingPortal portal{config, clock};
        QVERIFY(answerOf(portal.create(first)).value().ok());
        QVERIFY(answerOf(portal.create(third)).value().ok());
        const auto redone = answerOf(portal.create(second)).value();   // its answer was lost with the crash: asked again
        QVERIFY(redone.ok());
        TrainingPortal reader{config, clock};
        QVERIFY(answerOf(reader.fetch(redone.value().linkId)).value().ok());
        QCOMPARE(answerOf(reader.changes({})).value().value().linkIds.size(), 3);
        QCOMPARE(reader.health().damagedLines, cut > lastStart && cut < whole.size() - 1 ? 1 : 0);
        ++restored;
    }
    QVERIFY(restored > 20);
}

// This test runs itself again as a process that ends at once after the line is on the disk, before anybody is told.
void TestTrainingPortal::crashBetweenAppendAndAnswer()
{
    if (qEnvironmentVariableIsSet("TRESEN_TEST_CRASH_FOLDER")) {
        const SystemClock clock;
        auto config = configFor(qEnvironmentVariable("TRESEN_TEST_CRASH_FOLDER"));
        config.port = 9;
        TrainingPortal portal{config, clock};
        auto order = sampleOrder();
        order.idempotencyKey = u"crash"_s;
        order.token.clear();
        order.invoiceNumber = u"RE-CRASH"_s;
        order.reference = u"r"_s;
        order.amount = domain::Money::cents(500);
        answerOf(portal.create(order));
        QFAIL("survived");
    }
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TRESEN_TEST_CRASH_FOLDER"_s, folder());
    environment.insert(u"TRESEN_CRASH_AT"_s, u"training.appended"_s);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"crashBetweenAppendAndAnswer"_s});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(QFile::exists(folder() + u"/training-links.lock"_s));   // it died with the lock in its hand
    const SystemClock clock;
    auto config = configFor(folder());
    config.port = 9;
    TrainingPortal portal{config, clock};
    QCOMPARE(answerOf(portal.changes({})).value().value().linkIds.size(), 1);
    auto order = sampleOrder();
    order.idempotencyKey = u"crash"_s;
    order.token.clear();
    order.invoiceNumber = u"RE-CRASH"_s;
    order.reference = u"r"_s;
    order.amount = domain::Money::cents(500);
    const auto retried = answerOf(portal.create(order)).value();
    QVERIFY2(retried.ok(), qPrintable(retried.ok() ? QString{} : retried.error().code));
    QCOMPARE(answerOf(portal.changes({})).value().value().linkIds.size(), 1);   // one link, not two
}

void TestTrainingPortal::twoInstancesOneFolder()
{
    Rig desk{configFor(folder())};
    TrainingPortal line{configFor(folder()), desk.clock};   // the command line: never serves, has no port of its own
    const auto order = sampleOrder();
    const auto made = answerOf(line.create(order)).value();
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString{} : made.error().code));
    QVERIFY(made.value().url.startsWith(desk.portal.baseUrl()));
    QCOMPARE(desk.owner.get(QUrl{made.value().url}).status, 200);
    desk.owner.choose(made.value().url, change::kPaid);
    QVERIFY(answerOf(line.fetch(made.value().linkId)).value().value().state == domain::LinkState::Paid);
    QCOMPARE(answerOf(desk.portal.create(order)).value().value().linkId, made.value().linkId);
    // Both write at once: no line is lost, torn or doubled.
    std::vector<QFuture<Result<ports::Link>>> futures;
    const auto shared = sampleOrder();
    for (int i = 0; i < 50; ++i) {
        futures.push_back(desk.portal.create(sampleOrder()));
        futures.push_back(line.create(sampleOrder()));
        futures.push_back((i % 2 ? desk.portal : line).create(shared));
    }
    QStringList ids;
    for (auto& future : futures) {
        const auto answer = answerOf(future, 30'000).value();
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString{} : answer.error().code));
        if (!ids.contains(answer.value().linkId)) ids.append(answer.value().linkId);
    }
    QCOMPARE(ids.size(), 101);
    const auto seenByDesk = answerOf(desk.portal.changes({})).value().value();
    const auto seenByLine = answerOf(line.changes({})).value().value();
    QCOMPARE(seenByDesk.linkIds, seenByLine.linkIds);
    QCOMPARE(seenByDesk.cursor, seenByLine.cursor);
    QCOMPARE(seenByDesk.linkIds.size(), 101);
    QCOMPARE(desk.portal.health().damagedLines, 0);
}

void TestTrainingPortal::lockedFolder()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    QLockFile lock{folder() + u"/training-links.lock"_s};
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock(1000));
    auto future = rig.portal.create(sampleOrder());
    const auto answer = answerOf(future, limits::kTrainingLockMs + 5000);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, u"portal.state_busy"_s);
    QVERIFY(answer->error().fault == Fault::Unreachable);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);   // reading needs no lock
    lock.unlock();
    QVERIFY(answerOf(rig.portal.create(sampleOrder())).value().ok());
}

void TestTrainingPortal::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    auto config = configFor(folder());
    config.port = other.serverPort();
    const SystemClock clock;
    TrainingPortal portal{config, clock};
    QVERIFY(!portal.serving());
    QCOMPARE(portal.health().reason.code, u"portal.not_started"_s);
    const auto started = answerOf(portal.start()).value();
    QVERIFY(!started.ok());
    QCOMPARE(portal.health().reason.code, u"http.port_taken"_s);
    QVERIFY(!portal.serving());
    const auto link = answerOf(portal.create(sampleOrder())).value();
    QVERIFY(link.ok());
    QCOMPARE(answerOf(portal.fetch(link.value().linkId)).value().value().state, domain::LinkState::Open);
    QCOMPARE(answerOf(portal.cancel(link.value().linkId)).value().value(), ports::CancelOutcome::Cancelled);
    other.close();
    QVERIFY(answerOf(portal.start()).value().ok());   // the other program ended
    QVERIFY(portal.serving());
    QVERIFY(answerOf(portal.stop()).value().ok());
    QVERIFY(!portal.serving());
    config.baseUrl = u"https://pay.shop.example/zahlen/"_s;
    config.port = 0;
    TrainingPortal proxied{config, clock};
    QVERIFY(answerOf(proxied.create(sampleOrder())).value().value().url.startsWith(u"https://pay.shop.example/zahlen/K7M2QX4T"_s));
    config.baseUrl = u"javascript:alert(1)"_s;
    config.stateFolder += u'2';
    TrainingPortal wrong{config, clock};
    QCOMPARE(answerOf(wrong.create(sampleOrder())).value().error().code, u"portal.no_address"_s);
}

void TestTrainingPortal::nudges()
{
    Rig rig{configFor(folder())};
    std::mutex mutex;
    QStringList nudged;
    rig.portal.onNudge([&](const QString& id) {
        const std::scoped_lock lock{mutex};
        nudged.append(id);
    });
    const auto link = rig.make(sampleOrder());
    rig.owner.choose(link.url, change::kPaid);
    rig.portal.onNudge(nullptr);
    const std::scoped_lock lock{mutex};
    QCOMPARE(nudged, (QStringList{link.linkId, link.linkId, link.linkId}));   // opened, started, paid
}

void TestTrainingPortal::futuresOfADeadPortal()
{
    std::vector<QFuture<Result<ports::Link>>> futures;
    {
        const SystemClock clock;
        auto config = configFor(folder());
        config.port = 9;
        TrainingPortal portal{config, clock};
        for (int i = 0; i < 500; ++i) futures.push_back(portal.create(sampleOrder()));
    }
    for (auto& future : futures) QVERIFY(future.isFinished());   // answered or cancelled, but nobody waits for ever
}

void TestTrainingPortal::formBodies()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    QNetworkAccessManager network;
    const auto status = [&](const QByteArray& type, const QByteArray& body) {
        QNetworkRequest request{QUrl{link.url + u"/pay"_s}};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setRawHeader("Content-Type", type);
        std::unique_ptr<QNetworkReply> reply{network.post(request, body)};
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 5000)) return -1;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    };
    QCOMPARE(status("text/plain", "form=x"), 415);
    QCOMPARE(status("application/x-www-form-urlencodedx", "form=x"), 415);
    QCOMPARE(status("application/x-www-form-urlencoded", "form=%zz"), 400);
    QCOMPARE(status("application/x-www-form-urlencoded; charset=utf-8", "form=x"), 303);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
}

QTEST_GUILESS_MAIN(TestTrainingPortal)
#include "tst_training_portal.moc"
