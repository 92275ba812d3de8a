// The same car has one key, whatever it was known by; and what a person puts right about an invoice that stands.
#include "intake_kit.h"
#include "app/domain/vehicle_rules.h"

using namespace kit;

namespace {

const QString kVin = u"WVWZZZ1KZ8W123456"_s, kOtherVin = u"WVWZZZ1KZ8W654321"_s;

Invoice over(const QString& number, const QString& plate, const QString& vin = {}, qint64 cents = 10000)
{
    auto i = invoice(number, cents, plate);
    i.vehicle.vin = vin;
    return i;
}

VehicleHint car(const QString& plate, const QString& vin = {})
{
    VehicleHint v;
    v.plate = plate;
    v.vin = vin;
    return v;
}

class Yard : public Desk {
public:
    StayContext stays() const
    {
        StayContext out;
        for (const auto& [id, key] : keys)
            if (key.exists()) out.keys.push_back(key);
        m_known.clear();
        for (const auto& [id, item] : items) m_known.push_back(item);
        out.items = m_known;
        return out;
    }
    VehicleKey keyAt(const InvoiceId& id, int place = 0) { return keys[items[id].keyAt(place)]; }
    bool correct(const InvoiceId& id, const VehicleEntry& entry) { return append(decideVehicle(items[id], entry, stays(), KeyId::fresh())); }
    QString refusal(const InvoiceId& id, const VehicleEntry& entry)
    {
        const auto events = decideVehicle(items[id], entry, stays(), KeyId::fresh());
        return events ? QString{} : events.error().code;
    }
    VehicleEntry entry(const InvoiceId& id) { return vehicleEntryOf(items[id]); }
    int keysHere() const
    {
        return static_cast<int>(std::count_if(keys.begin(), keys.end(), [](const auto& k) { return k.second.exists() && k.second.here(); }));
    }
    BoardRow row(const InvoiceId& id)
    {
        std::vector<VehicleKey> all;
        for (const auto& [keyId, key] : keys) all.push_back(key);
        const auto shown = shownKey(items[id], all);
        return boardRow(items[id], shown, shown.exists() ? stay(shown.id) : std::vector{items[id]});
    }
    void hang(const InvoiceId& id, const QString& hook) { append(decideHang(keyAt(id), hook, {})); }
};

} // namespace

class TestVehicleRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameCar();
    void vinAloneIsOneStay();
    void accountStaysWhenAnyKeyHasLeft();
    void plateAndVinMeet();
    void otherVinIsAnotherCar();
    void plateWithTheSecondVersion();
    void correctedPlateMovesToItsStay();
    void correctedPlateOfALonelyKey();
    void oneInvoiceOfSeveralMoves();
    void versionWithoutVehicleTakesNoneAway();
    void aPersonStandsOverAVersion();
    void anUnpaidInvoiceLeavesNoKeyInSilence();
    void severalVehiclesHaveAKeyEach();
    void keysOfSeveralGoOneAfterTheOther();
    void whatARuleFoundIsConfirmed();
    void numbersOfARuleDecideNothing();
    void anotherPayer();
    void keeperOfANote();
    void payerAndKeeperOfTheFile();
    void refusals();
    void olderRulesReadTheSameFile();
};

void TestVehicleRules::sameCar()
{
    QVERIFY(sameVehicle(u"M-AB 1234"_s, {}, u"MAB1234"_s, kVin));
    QVERIFY(sameVehicle({}, kVin, u"M-AB 1"_s, kVin));
    QVERIFY(!sameVehicle(u"M-AB 1234"_s, kVin, u"M-AB 1234"_s, kOtherVin));   // a plate moves to another car
    QVERIFY(!sameVehicle({}, {}, {}, {}));
    QVERIFY(!sameVehicle({}, kVin, u"M-AB 1"_s, {}));
}

void TestVehicleRules::vinAloneIsOneStay()
{
    Yard yard;
    const auto a = yard.take(over(u"1"_s, {}, kVin)), b = yard.take(over(u"2"_s, {}, kVin));
    QCOMPARE(yard.items[a].key, yard.items[b].key);
    QCOMPARE(yard.keysHere(), 1);
    yard.append(decideCounterPayment(yard.items[a], cash(10000), u"A"_s, yard.now, yard.policy));
    QVERIFY(!judgeKey(yard.keyAt(a), yard.stay(yard.items[a].key), {}, yard.now).mayGo);   // the second one is open
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::accountStaysWhenAnyKeyHasLeft()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.furtherVehicles.emplace_back();
    record.furtherVehicles.back().plate = u"M-AB 2"_s;
    const auto id = yard.take(record);
    QCOMPARE(yard.items[id].keys().size(), 2u);
    yard.append(decideOnAccount(yard.items[id], yard.policy, {}, QDate{2026, 11, 23}, true));
    QVERIFY(decideOnAccountBack(yard.items[id], goneKey(yard.items[id], yard.stays().keys), yard.now).ok());
    yard.append({KeyReleased{yard.items[id].further[0].key, id, u"Erika"_s, false, u"on_account"_s, {}}});
    QCOMPARE(goneKey(yard.items[id], yard.stays().keys).id, yard.items[id].further[0].key);   // the first one is still here
    QCOMPARE(decideOnAccountBack(yard.items[id], goneKey(yard.items[id], yard.stays().keys), yard.now).error().code, u"undo.too_late"_s);
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::plateAndVinMeet()
{
    Yard yard;
    const auto vin = yard.take(over(u"1"_s, {}, kVin)), plate = yard.take(over(u"2"_s, u"M-AB 1234"_s));
    QVERIFY(!(yard.items[vin].key == yard.items[plate].key));   // nobody can know yet
    yard.hang(vin, u"7"_s);
    const auto both = yard.take(over(u"3"_s, u"M-AB 1234"_s, kVin));
    QCOMPARE(yard.items[vin].key, yard.items[both].key);
    QCOMPARE(yard.items[plate].key, yard.items[both].key);
    QCOMPARE(yard.keysHere(), 1);
    const auto key = yard.keyAt(both);
    QCOMPARE(key.plate, u"M-AB 1234"_s);
    QCOMPARE(key.vin, kVin);
    QCOMPARE(key.hook, u"7"_s);   // one key hangs there
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::otherVinIsAnotherCar()
{
    Yard yard;
    const auto a = yard.take(over(u"1"_s, u"M-AB 1234"_s, kVin)), b = yard.take(over(u"2"_s, u"M-AB 1234"_s, kOtherVin));
    QVERIFY(!(yard.items[a].key == yard.items[b].key));
}

void TestVehicleRules::plateWithTheSecondVersion()
{
    Yard yard;
    const auto id = yard.take(over(u"1"_s, {}));
    QVERIFY(yard.items[id].key.isNull());
    QVERIFY(yard.row(id).key.isNull());
    yard.take(over(u"1"_s, u"M-AB 1234"_s));
    QCOMPARE(yard.items[id].version, 2);
    QCOMPARE(yard.keyAt(id).plate, u"M-AB 1234"_s);
    QCOMPARE(yard.row(id).key, yard.items[id].key);
    QCOMPARE(yard.row(id).plate, u"M-AB 1234"_s);

    const auto other = yard.take(over(u"2"_s, {}));
    yard.take(over(u"2"_s, u"MAB1234"_s));
    QCOMPARE(yard.items[other].key, yard.items[id].key);   // joins the stay that is there
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::correctedPlateMovesToItsStay()
{
    Yard yard;
    const auto right = yard.take(over(u"1"_s, u"M-AB 1"_s)), wrong = yard.take(over(u"2"_s, u"M-AB 2"_s));
    yard.hang(wrong, u"9"_s);
    const auto before = yard.items[wrong].key;
    yard.take(over(u"2"_s, u"M-AB 1"_s));
    QCOMPARE(yard.items[wrong].key, yard.items[right].key);
    QCOMPARE(yard.row(wrong).plate, u"M-AB 1"_s);
    QVERIFY(!yard.keys[before].here());
    QCOMPARE(yard.keyAt(right).hook, u"9"_s);
    const auto later = yard.take(over(u"3"_s, u"M-AB 2"_s));
    QVERIFY(!(yard.items[later].key == before));   // nothing hangs on it any more
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::correctedPlateOfALonelyKey()
{
    Yard yard;
    const auto id = yard.take(over(u"1"_s, u"M-AB 2"_s, kVin));
    yard.hang(id, u"9"_s);
    const auto key = yard.items[id].key;
    yard.take(over(u"1"_s, u"M-AB 3"_s, kVin));
    QCOMPARE(yard.items[id].key, key);
    QCOMPARE(yard.keyAt(id).hook, u"9"_s);
    QCOMPARE(yard.row(id).plate, u"M-AB 3"_s);
}

void TestVehicleRules::oneInvoiceOfSeveralMoves()
{
    Yard yard;
    const auto a = yard.take(over(u"1"_s, u"M-AB 1"_s)), b = yard.take(over(u"2"_s, u"M-AB 1"_s));
    yard.append(decideCounterPayment(yard.items[a], cash(10000), u"A"_s, yard.now, yard.policy));
    QVERIFY(!yard.row(a).mayGo);
    const auto seq = yard.row(a).seq;
    yard.take(over(u"2"_s, u"M-AB 5"_s));
    QVERIFY(!(yard.items[a].key == yard.items[b].key));
    QCOMPARE(yard.keyAt(b).plate, u"M-AB 5"_s);
    QVERIFY(yard.row(a).mayGo);
    QVERIFY(yard.row(a).seq > seq);   // other desks hear of it
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::versionWithoutVehicleTakesNoneAway()
{
    Yard yard;
    const auto id = yard.take(over(u"1"_s, u"M-AB 1"_s, kVin));
    const auto key = yard.items[id].key;
    yard.take(over(u"1"_s, {}, {}, 12000));
    QCOMPARE(yard.items[id].version, 2);
    QCOMPARE(yard.items[id].key, key);
    QCOMPARE(yard.items[id].plate, u"M-AB 1"_s);
}

void TestVehicleRules::aPersonStandsOverAVersion()
{
    Yard yard;
    const auto id = yard.take(over(u"1"_s, u"M-AB 1"_s));
    auto entry = yard.entry(id);
    entry.plate = u"m-ab 7"_s;
    QVERIFY(yard.correct(id, entry));
    QCOMPARE(yard.row(id).plate, u"M-AB 7"_s);
    yard.take(over(u"1"_s, u"M-AB 1"_s, {}, 12000));   // the amount is new, the plate is said as before
    QCOMPARE(yard.items[id].version, 2);
    QCOMPARE(yard.row(id).plate, u"M-AB 7"_s);
    yard.take(over(u"1"_s, u"M-AB 8"_s, {}, 12000));   // the workshop has noticed it, too
    QCOMPARE(yard.row(id).plate, u"M-AB 8"_s);
    QCOMPARE(yard.keysHere(), 1);
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::anUnpaidInvoiceLeavesNoKeyInSilence()
{
    Yard yard;
    const auto a = yard.take(over(u"1"_s, u"M-AB 1"_s)), b = yard.take(over(u"2"_s, u"M-AB 1"_s));
    auto entry = yard.entry(b);
    entry.plate = u"M-AB 9"_s;
    QVERIFY(yard.correct(b, entry));
    QVERIFY(!(yard.items[a].key == yard.items[b].key));
    QCOMPARE(openTasks(yard.items[b]), QStringList{u"vehicle.moved"_s});

    // The key of a lonely invoice stays the same key: nothing gets free.
    auto alone = yard.entry(a);
    alone.plate = u"M-AB 3"_s;
    QVERIFY(yard.correct(a, alone));
    QVERIFY(openTasks(yard.items[a]).isEmpty());

    auto record = over(u"3"_s, u"M-CD 1"_s);
    record.furtherVehicles = {car(u"M-CD 2"_s)};
    const auto both = yard.take(record);
    const auto second = yard.items[both].keyAt(1);
    auto less = yard.entry(both);
    less.further.clear();
    QVERIFY(yard.correct(both, less));
    QVERIFY(!yard.keys[second].here());
    QCOMPARE(openTasks(yard.items[both]), QStringList{u"vehicle.moved"_s});
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::severalVehiclesHaveAKeyEach()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.furtherVehicles = {car(u"M-AB 2"_s), car({}, kVin)};
    const auto id = yard.take(record);
    QCOMPARE(yard.items[id].keys().size(), 3u);
    QCOMPARE(yard.keyAt(id, 1).plate, u"M-AB 2"_s);
    QCOMPARE(yard.keyAt(id, 2).vin, kVin);
    QCOMPARE(yard.row(id).also, u"M-AB 2, "_s + kVin);
    const auto other = yard.take(over(u"2"_s, u"M-AB 2"_s));   // an invoice of its own over the second car
    QCOMPARE(yard.items[other].key, yard.items[id].keyAt(1));
    yard.append(decideCounterPayment(yard.items[other], cash(10000), u"A"_s, yard.now, yard.policy));
    QVERIFY(!judgeKey(yard.keyAt(other), yard.stay(yard.items[other].key), {}, yard.now).mayGo);   // the first one is open, and it is over this car as well
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::keysOfSeveralGoOneAfterTheOther()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.furtherVehicles = {car(u"M-AB 2"_s)};
    const auto id = yard.take(record);
    yard.append(decideCounterPayment(yard.items[id], cash(10000), u"A"_s, yard.now, yard.policy));
    ReleaseCommand c;
    c.invoice = id;
    c.to = u"Erika"_s;
    QVERIFY(yard.append(decideRelease(yard.keyAt(id), yard.stay(yard.items[id].key), c, yard.now)));
    QCOMPARE(yard.row(id).plate, u"M-AB 2"_s);   // this one is still here
    QCOMPARE(yard.row(id).state, BoardState::Paid);
    QVERIFY(yard.row(id).mayGo);
    QVERIFY(yard.append(decideRelease(yard.keyAt(id, 1), yard.stay(yard.items[id].keyAt(1)), c, yard.now)));
    QCOMPARE(yard.row(id).state, BoardState::HandedOver);
}

void TestVehicleRules::whatARuleFoundIsConfirmed()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.found = {{u"plate"_s, u"M-AB 1"_s, u"note"_s}, {u"order_no"_s, u"A-77"_s, u"note"_s}};
    const auto id = yard.take(record);
    QVERIFY(yard.row(id).toConfirm);
    QCOMPARE(yard.items[id].toConfirm.size(), 2u);
    QVERIFY(yard.correct(id, yard.entry(id)));
    QVERIFY(!yard.row(id).toConfirm);
    QCOMPARE(yard.items[id].orderRef, u"A-77"_s);
    QVERIFY(yard.journal.back().event.as<VehicleCorrected>()->confirmed);
    record.gross = record.amountDue = eur(12000);
    yard.take(record);
    QVERIFY(!yard.row(id).toConfirm);   // nobody is asked twice
    QVERIFY(decideVehicle(yard.items[id], yard.entry(id), yard.stays(), KeyId::fresh()).value().empty());
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::numbersOfARuleDecideNothing()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.found = {{u"customer_no"_s, u"K-100"_s, u"note"_s}};   // an approved invoice customer
    const auto id = yard.take(record);
    QVERIFY(yard.items[id].customerId.isEmpty());
    QCOMPARE(yard.entry(id).customerId, u"K-100"_s);
    QVERIFY(yard.row(id).searchKey.contains(u"k100"_s));
    QVERIFY(yard.correct(id, yard.entry(id)));
    QCOMPARE(yard.items[id].customerId, u"K-100"_s);
    QCOMPARE(accountNumberOf(yard.items[id]), QString{});   // typed by hand it lets no key go
}

void TestVehicleRules::anotherPayer()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.buyer.email = u"erika@example.org"_s;
    record.buyer.id = u"K-100"_s;
    const auto id = yard.take(record);
    auto entry = yard.entry(id);
    entry.payer = u"Leasing AG"_s;
    entry.email = u"rechnung@leasing.example"_s;
    entry.street = u"Ring 1"_s;
    entry.postcode = u"80331"_s;
    entry.city = u"München"_s;
    QVERIFY(yard.correct(id, entry));
    const auto& item = yard.items[id];
    QCOMPARE(item.customer, u"Erika Mustermann"_s);
    QCOMPARE(yard.row(id).payer, u"Leasing AG"_s);
    QCOMPARE(item.email, u"rechnung@leasing.example"_s);
    QCOMPARE(asCorrected(record, item).buyer.name, u"Leasing AG"_s);
    QCOMPARE(asCorrected(record, item).buyer.address.city, u"München"_s);
    QCOMPARE(accountNumberOf(item), QString{});   // the buyer's leave to pay later is not the payer's
    QCOMPARE(buyerNameOf(item), u"Erika Mustermann"_s);

    record.gross = record.amountDue = eur(12000);
    yard.take(record);
    QCOMPARE(yard.items[id].payerName, u"Leasing AG"_s);   // no file knows of it
    QCOMPARE(yard.items[id].email, u"rechnung@leasing.example"_s);

    auto back = yard.entry(id);
    QCOMPARE(back.payer, u"Leasing AG"_s);
    back.payer = back.email = back.street = back.postcode = back.city = QString{};
    QVERIFY(yard.correct(id, back));
    QCOMPARE(yard.items[id].email, u"erika@example.org"_s);
    QVERIFY(yard.row(id).payer.isEmpty());
    QCOMPARE(accountNumberOf(yard.items[id]), u"K-100"_s);
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::keeperOfANote()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.buyer.name = u"Leasing AG"_s;
    record.found = {{u"keeper"_s, u"Karl Halter"_s, u"note"_s}};
    const auto id = yard.take(record);
    QCOMPARE(yard.row(id).customer, u"Karl Halter"_s);
    QCOMPARE(yard.row(id).payer, u"Leasing AG"_s);
    QVERIFY(yard.row(id).toConfirm);
    QCOMPARE(payerNameOf(yard.items[id]), u"Leasing AG"_s);
    auto entry = yard.entry(id);
    QCOMPARE(entry.keeper, u"Karl Halter"_s);
    entry.keeper.clear();
    QVERIFY(yard.correct(id, entry));
    QCOMPARE(yard.row(id).customer, u"Leasing AG"_s);
    yard.take([&] { record.gross = record.amountDue = eur(12000); return record; }());
    QCOMPARE(yard.row(id).customer, u"Leasing AG"_s);   // a person has said that it is wrong
    record.found = {{u"keeper"_s, u"leasing ag"_s, u"note"_s}};
    record.number = u"2"_s;
    const auto same = yard.take(record);
    QVERIFY(!yard.row(same).toConfirm);
}

void TestVehicleRules::payerAndKeeperOfTheFile()
{
    Yard yard;
    auto record = over(u"1"_s, u"M-AB 1"_s);
    record.buyer.name = u"Anna Kern"_s;
    record.buyer.id = u"K-1"_s;
    record.payer.emplace();
    record.payer->name = u"Leasing AG"_s;
    record.payer->id = u"D-9"_s;
    record.payer->email = u"post@leasing.example"_s;
    const auto id = yard.take(record);
    QCOMPARE(yard.row(id).customer, u"Anna Kern"_s);
    QCOMPARE(yard.row(id).payer, u"Leasing AG"_s);
    QVERIFY(!yard.row(id).toConfirm);   // a field of its own says so
    QCOMPARE(payerNameOf(yard.items[id]), u"Leasing AG"_s);
    QCOMPARE(yard.items[id].email, u"post@leasing.example"_s);
    QCOMPARE(accountNumberOf(yard.items[id]), u"D-9"_s);   // whoever owes it
    QCOMPARE(asCorrected(record, yard.items[id]).buyer.name, u"Leasing AG"_s);
    auto entry = yard.entry(id);
    entry.payer = u"Versicherung"_s;
    QVERIFY(yard.correct(id, entry));
    QCOMPARE(yard.row(id).payer, u"Versicherung"_s);
    QCOMPARE(asCorrected(record, yard.items[id]).buyer.name, u"Versicherung"_s);

    auto kept = over(u"2"_s, u"M-AB 2"_s);
    kept.buyer.name = u"Leasing AG"_s;
    kept.keeper = u"Otto Kern"_s;
    kept.found = {{u"keeper"_s, u"Otto Kern"_s, u"note"_s}};
    const auto other = yard.take(kept);
    QCOMPARE(yard.row(other).customer, u"Otto Kern"_s);
    QCOMPARE(yard.row(other).payer, u"Leasing AG"_s);
    QVERIFY(!yard.row(other).toConfirm);
    auto cleared = yard.entry(other);
    QCOMPARE(cleared.keeper, u"Otto Kern"_s);
    cleared.keeper.clear();
    QVERIFY(yard.correct(other, cleared));
    kept.gross = kept.amountDue = eur(12000);
    yard.take(kept);
    QCOMPARE(yard.row(other).customer, u"Leasing AG"_s);   // a person has said that it is wrong
    QCOMPARE(yard.fault, QString{});
}

void TestVehicleRules::refusals()
{
    Yard yard;
    const auto id = yard.take(over(u"1"_s, u"M-AB 1"_s));
    const auto with = [&](QString VehicleEntry::* field, const QString& text) {
        auto entry = yard.entry(id);
        entry.*field = text;
        return yard.refusal(id, entry);
    };
    QCOMPARE(with(&VehicleEntry::vin, u"WVW"_s), u"entry.vin"_s);
    QCOMPARE(with(&VehicleEntry::plate, {}), u"vehicle.missing"_s);
    QCOMPARE(with(&VehicleEntry::street, u"Ring 1"_s), u"vehicle.payer"_s);
    QCOMPARE(with(&VehicleEntry::model, QString(kMaxVehicleText + 1, u'x')), u"entry.too_long"_s);
    QStringList many;
    for (int i = 0; i < kMaxVehicles; ++i) many << u"M-X %1"_s.arg(i);
    QCOMPARE(with(&VehicleEntry::further, many.join(u';')), u"vehicle.too_many"_s);
    auto entry = yard.entry(id);
    entry.payer = u"Leasing AG"_s;
    entry.email = u"no address"_s;
    QCOMPARE(yard.refusal(id, entry), u"entry.email"_s);
    const auto listed = furtherVehiclesOf(u"m-ab 2, %1; M-AB 3\n%2"_s.arg(kVin, kOtherVin));
    QCOMPARE(listed.size(), 3u);
    QCOMPARE(listed[0], car(u"M-AB 2"_s, kVin));
    QCOMPARE(listed[2], car({}, kOtherVin));
}

void TestVehicleRules::olderRulesReadTheSameFile()
{
    auto record = over(u"1"_s, u"M-AB 1"_s);
    const auto before = contentHashOf(record);
    record.found = {{u"plate"_s, u"M-AB 1"_s, u"note"_s}};
    record.furtherVehicles = {car(u"M-AB 2"_s)};
    QCOMPARE(contentHashOf(record), before);
}

QTEST_APPLESS_MAIN(TestVehicleRules)
#include "tst_vehicle_rules.moc"
