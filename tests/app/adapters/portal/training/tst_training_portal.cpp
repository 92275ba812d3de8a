// TrainingPortal: the portal contract and the owner's way through the pay page over real sockets.
#include "tests/app/adapters/portal/training/rig.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

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
    void nudges();
    void formBodies();
    void languageOfThePage();

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
    QVERIFY(paid.shows(u"Der Tresen erfährt es gleich"_s) && paid.shows(u"http-equiv=\"refresh\" content=\"5\""_s)
            && !paid.shows(u"Der Tresen weiß Bescheid"_s));
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
    QVERIFY(rig.owner.post(QUrl{link.url + u"/result"_s}, {{u"form"_s, u"000000000000000000000000"_s}, {u"outcome"_s, u"paid"_s}}).status
            == 200);
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
    QVERIFY(rig.owner.post(QUrl{started.url + u"/result"_s}, {{u"form"_s, token}, {u"outcome"_s, u"paid"_s}})
                .shows(u"Dieser Link ist geschlossen"_s));
    QVERIFY(rig.fetch(started).state == domain::LinkState::Cancelled);
}

void TestTrainingPortal::getChangesNothing()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    rig.owner.get(QUrl{link.url});
    QFile file{stateFile()};
    const qint64 size = file.size();
    for (const auto& below : {u"/pay"_s, u"/counter"_s, u"/account"_s, u"/result?outcome=paid"_s, u"/nothing"_s})
        rig.owner.get(QUrl{link.url + below});
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
    QVERIFY(!normalToken(u"K0M1QX4T9BH"_s) && !normalToken(u"K0M1QX4T9BHYY"_s) && !normalToken(u"K0M1QX4T9BHY"_s)
            && !normalToken(u"K0M1QX4T9BHÄ"_s));
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
    QCOMPARE(code([](auto& o) { o.amount = domain::Money::cents(1, domain::Currency::fromCode(u"CHF").value()); }),
             u"portal.order_invalid currency"_s);
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
    const auto cursor = answerOf(rig.portal.changes({})).value().value().cursor;
    rig.clock.advance(limits::kTrainingTryMs - 1);
    QVERIFY(rig.fetch(link).state == domain::LinkState::InFlight);
    QVERIFY(answerOf(rig.portal.changes(cursor)).value().value().linkIds.isEmpty());
    rig.clock.advance(1);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);
    QCOMPARE(answerOf(rig.portal.changes(cursor)).value().value().linkIds, QStringList{link.linkId});
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open && rig.fetch(link).choice == domain::OwnerChoice::None);
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

// What the owner chose, else what the desk knows, else what his browser asks for, else German; and it stays on the way.
void TestTrainingPortal::languageOfThePage()
{
    Rig rig{configFor(folder())};
    const auto shown = [](const Page& page) { return page.html.mid(page.html.indexOf(u"<html lang=\""_s) + 12, 2); };
    for (const auto& one : domain::ownerLanguages()) {
        auto order = sampleOrder();
        order.language = one.code;
        const auto link = rig.make(order);
        rig.owner.acceptLanguage = "en-GB,en;q=0.9";
        QCOMPARE(shown(rig.owner.get(QUrl{link.url})), one.code);
        QCOMPARE(shown(rig.owner.get(QUrl{link.url + u"?lang=nl"_s})), u"nl"_s);
        QCOMPARE(shown(rig.owner.get(QUrl{link.url + u"?lang=sv"_s})), one.code);
        rig.owner.acceptLanguage = one.locale.toLatin1() + ";q=0.8,xx";
        QCOMPARE(shown(rig.owner.get(QUrl{rig.portal.baseUrl() + u'/'})), one.code);
        QCOMPARE(shown(rig.owner.get(QUrl{rig.portal.baseUrl() + u"/-/privacy"_s})), one.code);
    }
    auto order = sampleOrder();
    order.language.clear();   // nothing is known of its owner
    const auto link = rig.make(order);
    rig.owner.acceptLanguage = "cs-CZ,cs;q=0.9";
    QCOMPARE(shown(rig.owner.get(QUrl{link.url})), u"cs"_s);
    rig.owner.acceptLanguage = "sv;q=1,*;q=0.5";
    QCOMPARE(shown(rig.owner.get(QUrl{link.url})), u"de"_s);
    const auto token = rig.owner.get(QUrl{link.url}).formToken();
    const Page screen = rig.owner.post(QUrl{link.url + u"/pay?lang=tr"_s}, {{u"form"_s, token}});
    QVERIFY(screen.url.path().endsWith(u"/pay"_s) && screen.shows(u"Deneme ödemesi"_s) && screen.shows(u"/result?lang=tr\""_s));
    const auto injected = rig.owner.get(QUrl{link.url + u"/elsewhere?lang=tr%0d%0aSet-Cookie:%20x"_s}, /*follow=*/false);
    QVERIFY2(!injected.location.contains("lang"), injected.location.constData());
}

QTEST_GUILESS_MAIN(TestTrainingPortal)
#include "tst_training_portal.moc"
