// One car, one key, over the real store: stays are found by plate and by VIN, a version or a person moves the key, and the rows of all who are concerned follow.
#include "app/domain/key_rules.h"
#include "app/services/intake.h"
#include "app/services/vehicles.h"
#include "tests/app/store/store_fixture.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;

namespace {

const QString kVin = u"WVWZZZ1KZ8W123456"_s;

// "number|plate|vin|cents|further plate"
class LineSource final : public ports::WorkshopSource {
public:
    Result<ports::InvoiceDocument> read(const QByteArray& bytes, const QString& name) const override
    {
        Q_UNUSED(name)
        const auto parts = QString::fromUtf8(bytes).split(u'|');
        ports::InvoiceDocument out;
        out.invoice = sampleInvoice(parts.value(0), parts.value(3).toLongLong(), parts.value(1));
        out.invoice.vehicle.vin = parts.value(2);
        if (const auto further = parts.value(4); !further.isEmpty()) {
            out.invoice.furtherVehicles.emplace_back();
            out.invoice.furtherVehicles.back().plate = further;
        }
        return out;
    }
};

} // namespace

class TstVehicles final : public StoreFixture {
    Q_OBJECT

    struct Shop {
        explicit Shop(TstVehicles& test) : journal{test.openJournal()}, feed{*journal}, intake{*journal, feed, source}, vehicles{*journal, feed} { intake.setSite(u"Haupthaus"_s, u"WERBAS"_s); }
        domain::InvoiceId take(const QString& line)
        {
            domain::InvoiceId id;
            bool done = false;
            const auto heard = QObject::connect(&intake, &services::Intake::fileDone, &intake, [&](const services::FileOutcome& o) { id = o.invoice; });
            std::vector<services::IntakeInput> inputs;
            inputs.push_back({u"a.txt"_s, [line]() -> Result<QByteArray> { return line.toUtf8(); }});
            intake.take(std::move(inputs), [&done](const Result<services::IntakeSummary>&) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, 30'000)) qFatal("the intake does not end");
            QObject::disconnect(heard);
            return id;
        }
        domain::BoardRow row(const domain::InvoiceId& id)
        {
            const auto rows = got(journal->board());
            for (const auto& row : rows.value())
                if (row.invoice == id) return row;
            qFatal("no row");
        }
        QString correct(const domain::InvoiceId& id, const std::function<void(domain::VehicleEntry&)>& change)
        {
            auto entry = domain::vehicleEntryOf(got(journal->detail(id)).value().item);
            change(entry);
            std::optional<QString> out;
            vehicles.correct(id, entry, [&out](const Result<Ok>& done) { out = done ? QString{} : done.error().code; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
            return *out;
        }
        LineSource source;
        std::unique_ptr<store::SqlJournal> journal;
        services::JournalFeed feed;
        services::Intake intake;
        services::Vehicles vehicles;
    };

    static QString problems(Shop& shop) { return got(shop.journal->verify()).value().problems.join(u'\n'); }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }

    void twoInvoicesByVinAreOneStay()
    {
        if (!usable()) return;
        Shop shop{*this};
        const auto a = shop.take(u"1||%1|10000"_s.arg(kVin)), b = shop.take(u"2||%1|5000"_s.arg(kVin));
        QVERIFY(!shop.row(a).key.isNull());
        QCOMPARE(shop.row(a).key, shop.row(b).key);
        VERIFY_OK(got(shop.journal->decide({}, always({cash(a.text(), 10000, u"c1"_s)}))));
        QVERIFY(!shop.row(a).mayGo);   // the other one is open
        const auto both = shop.take(u"3|M-AB 1234|%1|100"_s.arg(kVin));
        QCOMPARE(shop.row(both).key, shop.row(a).key);
        QCOMPARE(shop.row(a).plate, u"M-AB 1234"_s);
        const auto plate = shop.take(u"4|mab1234||100"_s);
        QCOMPARE(shop.row(plate).key, shop.row(a).key);
        QCOMPARE(problems(shop), QString{});
    }
    void plateComesWithTheSecondVersion()
    {
        if (!usable()) return;
        Shop shop{*this};
        const auto id = shop.take(u"1|||10000"_s);
        QVERIFY(shop.row(id).key.isNull());
        shop.take(u"1|M-AB 1||10000"_s);
        QVERIFY(!shop.row(id).key.isNull());
        QCOMPARE(shop.row(id).plate, u"M-AB 1"_s);
        const auto wrong = shop.take(u"2|M-AB 2||5000"_s);
        const auto neighbour = shop.take(u"3|M-AB 2||700"_s);
        const auto seq = shop.row(neighbour).seq;
        shop.take(u"2|M-AB 1||5000"_s);
        QCOMPARE(shop.row(wrong).key, shop.row(id).key);
        QCOMPARE(shop.row(neighbour).plate, u"M-AB 2"_s);
        QVERIFY(shop.row(neighbour).seq > seq);
        QCOMPARE(problems(shop), QString{});
    }
    void aPersonPutsItRight()
    {
        if (!usable()) return;
        Shop shop{*this};
        const auto id = shop.take(u"1|||10000"_s), other = shop.take(u"2|M-AB 1|%1|500"_s.arg(kVin));
        QCOMPARE(shop.correct(id, [](domain::VehicleEntry& e) { e.vin = u"wvwzzz1kz8w123456"_s; }), QString{});
        QCOMPARE(shop.row(id).key, shop.row(other).key);
        QCOMPARE(shop.correct(id, [](domain::VehicleEntry& e) { e.vin = u"WVW"_s; }), u"entry.vin"_s);
        QCOMPARE(shop.correct(id, [](domain::VehicleEntry& e) {
            e.payer = u"Leasing AG"_s;
            e.email = u"rechnung@leasing.example"_s;
        }), QString{});
        QCOMPARE(shop.row(id).payer, u"Leasing AG"_s);
        QCOMPARE(shop.row(id).customer, u"Jürgen Öztürk"_s);
        const auto detail = got(shop.journal->detail(id)).value();
        QCOMPARE(detail.record.buyer.name, u"Leasing AG"_s);
        QCOMPARE(detail.item.email, u"rechnung@leasing.example"_s);
        QCOMPARE(problems(shop), QString{});
    }
    void severalVehiclesOnTheBoard()
    {
        if (!usable()) return;
        Shop shop{*this};
        const auto id = shop.take(u"1|M-AB 1||10000|M-AB 2"_s), other = shop.take(u"2|M-AB 2||500"_s);
        auto detail = got(shop.journal->detail(id)).value();
        QCOMPARE(detail.keys.size(), 2U);
        QCOMPARE(shop.row(id).also, u"M-AB 2"_s);
        QCOMPARE(shop.row(other).key, detail.keys[1].id);
        VERIFY_OK(got(shop.journal->decide({}, always({cash(other.text(), 500, u"c2"_s)}))));
        QVERIFY(!shop.row(other).mayGo);   // an open invoice is over this car as well
        VERIFY_OK(got(shop.journal->decide({}, always({cash(id.text(), 10000, u"c1"_s)}))));
        QVERIFY(shop.row(other).mayGo);
        VERIFY_OK(got(shop.journal->decide({}, always({domain::KeyReleased{detail.keys[0].id, id, u"Erika"_s, false, u"paid"_s, {}}}))));
        QCOMPARE(shop.row(id).plate, u"M-AB 2"_s);   // the key that is still here
        QCOMPARE(shop.row(id).key, detail.keys[1].id);
        QCOMPARE(problems(shop), QString{});
    }
    void aFurtherKeyHasItsHook()
    {
        if (!usable()) return;
        Shop shop{*this};
        const auto fleet = shop.take(u"1|M-AB 1||10000|M-AB 2"_s), other = shop.take(u"2|M-AB 9||500"_s);
        const auto keys = got(shop.journal->detail(fleet)).value().keys;
        const auto hang = [&](const domain::KeyId& key, const QString& hook) {
            ports::Subject subject;
            subject.keys.push_back(key);
            subject.hook = hook;
            const auto decided = got(shop.journal->decide(subject, [key, hook](const ports::Situation& s) -> Result<ports::Decision> {
                auto events = domain::decideHang(*s.key(key), hook, s.keys);
                if (!events) return events.error();
                return ports::Decision{std::move(events).value(), {}, {}};
            }));
            return decided ? QString{} : decided.error().code;
        };
        const auto before = shop.row(fleet).seq;
        QCOMPARE(hang(keys[1].id, u"R_7%"_s), QString{});
        QCOMPARE(hang(shop.row(other).key, u"R_7%"_s), u"key.hook_taken"_s);
        QCOMPARE(hang(keys[0].id, u"R_7%"_s), u"key.hook_taken"_s);
        QCOMPARE(hang(keys[0].id, u"Rx7x"_s), QString{});
        const auto row = shop.row(fleet);
        QVERIFY(row.seq > before);   // other desks read it anew
        QVERIFY(row.searchKey.split(u' ').contains(u"r7"_s));
        QCOMPARE(row.further.size(), 1U);
        QCOMPARE(row.further[0].hook, u"R_7%"_s);
        QCOMPARE(row.further[0].plate, u"M-AB 2"_s);
        QVERIFY(!row.further[0].mayGo);
        const auto since = got(shop.journal->boardSince(before)).value();
        const auto again = std::find_if(since.begin(), since.end(), [&fleet](const domain::BoardRow& one) { return one.invoice == fleet; });
        QVERIFY(again != since.end() && again->further == row.further);
        VERIFY_OK(got(shop.journal->decide({}, always({cash(fleet.text(), 10000, u"c1"_s)}))));
        QVERIFY(shop.row(fleet).further[0].mayGo);
        const auto second = shop.take(u"3|M-AB 2||500"_s);   // an open one over the further car alone
        QVERIFY(shop.row(fleet).mayGo);
        QVERIFY(!shop.row(fleet).further[0].mayGo);
        QVERIFY(!shop.row(second).mayGo);
        // The further one goes first: the other stays where it is.
        VERIFY_OK(got(shop.journal->decide({}, always({domain::KeyReleased{keys[1].id, fleet, u"Erika"_s, false, u"override"_s, u"knows the boss"_s}}))));
        QVERIFY(shop.row(fleet).further.empty());
        QCOMPARE(shop.row(fleet).hook, u"Rx7x"_s);
        QCOMPARE(shop.row(fleet).state, domain::BoardState::Paid);
        QVERIFY(shop.row(fleet).mayGo);
        QVERIFY(!shop.row(fleet).searchKey.split(u' ').contains(u"r7"_s));
        QCOMPARE(hang(shop.row(other).key, u"R_7%"_s), QString{});
        QCOMPARE(problems(shop), QString{});
    }
    void anOlderStoreIsMadeAnew()
    {
        if (!usable()) return;
        {
            Shop shop{*this};
            shop.take(u"1||%1|10000|M-AB 2"_s.arg(kVin));
        }
        QVERIFY(raw("DELETE FROM sheet_code"));
        QVERIFY(raw("UPDATE store_info SET value = '6' WHERE name = 'projection'"));
        Shop shop{*this};
        const auto next = shop.take(u"2||%1|10000"_s.arg(kVin)), further = shop.take(u"3|M-AB 2||10000"_s);
        QCOMPARE(got(shop.journal->detail(next)).value().related.size(), 2U);
        QVERIFY(!shop.row(further).key.isNull());
        QCOMPARE(problems(shop), QString{});
    }
};

QTEST_GUILESS_MAIN(TstVehicles)
#include "tst_vehicles.moc"
