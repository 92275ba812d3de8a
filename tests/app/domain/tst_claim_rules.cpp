// Which known invoice a record is: under a sender's key, under its number, under another name of the shop, and when it comes by two ways.
#include "app/domain/claim_rules.h"
#include "intake_kit.h"

using namespace kit;

namespace {

// Takes in as the station does: everything is known here, the place is found, then it is decided.
class Books : public Desk {
public:
    QDate today{2026, 11, 23};
    QString site = u"Haus 1"_s, system = u"WERBAS"_s;

    IntakeCommand command(const Invoice& record, const QString& claim = {}) const
    {
        auto c = intake(record);
        c.site = site;
        c.system = system;
        c.claim = claim;
        c.arrived = today;
        return c;
    }
    Result<ClaimPlace> placeOf(const IntakeCommand& c) const
    {
        std::vector<OpenItem> known;
        for (const auto& [id, item] : items) known.push_back(item);
        return placeClaim(c, known);
    }
    QString come(const Invoice& record, const QString& claim = {})
    {
        auto c = command(record, claim);
        const auto place = placeOf(c);
        if (!place) return place.error().code;
        c.naturalKey = place.value().naturalKey;
        if (c.isOrder()) c.record.issueDate = place.value().issueDate;
        auto context = contextFor(c);
        context.same = place.value().same;
        context.otherWay = place.value().otherWay;
        context.twin = place.value().twin;
        const auto decision = decideIntake(c, context, policy);
        if (!decision) return decision.error().code;
        append(decision);
        lastId = decision.value().invoice;
        notices = place.value().notices;
        return codeOf(decision.value().outcome);
    }
    QString order(const QString& unique, const QString& number, qint64 cents, QDate day = {})
    {
        auto record = invoice(number, cents);
        record.issueDate = day;
        return come(record, unique);
    }
    QString document(const QString& number, qint64 cents, QDate day = {2026, 11, 20})
    {
        auto record = invoice(number, cents);
        record.issueDate = day;
        return come(record);
    }
    qint64 askedFor() const
    {
        qint64 sum = 0;
        for (const auto& [id, item] : items)
            if (asksForMoney(item)) sum += item.open().inCents();
        return sum;
    }

    InvoiceId lastId;
    QStringList notices;
};

} // namespace

class TestClaimRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKeyThatBeginsLikeAnotherIsAnotherClaim()
    {
        Books b;
        QCOMPARE(b.document(u"4711"_s, 10000), u"taken"_s);
        QCOMPARE(b.order(u"U#2"_s, u"4711"_s, 10000, {2026, 11, 21}), u"same_again"_s);
        QCOMPARE(b.order(u"U"_s, u"4800"_s, 7000, {2026, 11, 21}), u"taken"_s);
        QCOMPARE(b.order(u"U#2"_s, u"4900"_s, 10000, {2026, 11, 22}), u"same_again"_s);
        QCOMPARE(b.askedFor(), 17000);
    }
    void theSendersKeyIsTheClaim();
    void twoKeysAreTwoClaims();
    void aNumberUsedAgainNextYear();
    void theDayOfAnOrderIsThatOfItsArrival();
    void ordersOfOldEntries();
    void anotherNameOfTheShop();
    void twoSystemsThatNumberAlike();
    void byTwoWays();
    void byTwoWaysAndCorrected();
    void otherAmountIsAnotherClaim();
    void aCorrectionMakesThemOne();
    void nothingIsMixedUp();
};

void TestClaimRules::theSendersKeyIsTheClaim()
{
    Books b;
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 10'000), u"taken"_s);
    const auto first = b.lastId;
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 10'000), u"same_again"_s);
    QCOMPARE(b.order(u"A-9"_s, u"R-1a"_s, 10'000), u"new_version"_s);   // another number, the same claim
    QCOMPARE(b.lastId, first);
    QCOMPARE(b.items.size(), std::size_t{1});
    QCOMPARE(b.askedFor(), 10'000);
}

void TestClaimRules::twoKeysAreTwoClaims()
{
    Books b;
    QCOMPARE(b.order(u"R-1/deposit"_s, u"R-1"_s, 10'000), u"taken"_s);
    QCOMPARE(b.order(u"R-1/final"_s, u"R-1"_s, 48'799), u"taken"_s);
    QCOMPARE(b.order(u"R-1/deposit"_s, u"R-1"_s, 10'000), u"same_again"_s);
    QCOMPARE(b.items.size(), std::size_t{2});
    QCOMPARE(b.askedFor(), 58'799);
}

void TestClaimRules::aNumberUsedAgainNextYear()
{
    Books b;
    QCOMPARE(b.order(u"12"_s, u"12"_s, 5'900, {2026, 2, 3}), u"taken"_s);
    b.today = {2027, 3, 1};
    QCOMPARE(b.order(u"12"_s, u"12"_s, 7'700, {2027, 2, 27}), u"taken"_s);
    QCOMPARE(b.order(u"12"_s, u"12"_s, 5'900, {2026, 2, 3}), u"same_again"_s);
    QCOMPARE(b.order(u"12"_s, u"12"_s, 7'700, {2027, 2, 27}), u"same_again"_s);
    QCOMPARE(b.items.size(), std::size_t{2});
    // Without a day of its own nobody knows which year is meant once a year has gone by: it overwrites nothing.
    b.today = {2028, 4, 1};
    QCOMPARE(b.order(u"12"_s, u"12"_s, 8'800), u"order.other_year"_s);
    QCOMPARE(b.order(u"12"_s, u"12"_s, 7'700), u"order.other_year"_s);
    QCOMPARE(b.askedFor(), 13'600);
}

void TestClaimRules::theDayOfAnOrderIsThatOfItsArrival()
{
    Books b;
    b.today = {2026, 12, 30};
    QCOMPARE(b.order(u"A"_s, u"1"_s, 10'000), u"taken"_s);
    QCOMPARE(b.items.at(b.lastId).issueDate, QDate(2026, 12, 30));
    b.today = {2027, 1, 4};   // sent once more: the same claim, and its day stays
    QCOMPARE(b.order(u"A"_s, u"1"_s, 10'000), u"same_again"_s);
    QCOMPARE(b.order(u"A"_s, u"1"_s, 12'000), u"order.other_year"_s);
    b.today = {2026, 12, 31};
    QCOMPARE(b.order(u"A"_s, u"1"_s, 12'000), u"new_version"_s);
    QCOMPARE(b.items.at(b.lastId).issueDate, QDate(2026, 12, 30));
    QCOMPARE(b.items.size(), std::size_t{1});
}

// What was taken before orders had keys of their own stands under its number and no year.
void TestClaimRules::ordersOfOldEntries()
{
    Books b;
    auto record = invoice(u"R-1"_s, 10'000);
    record.issueDate = {};
    auto old = b.command(record);
    QVERIFY(b.take(old).ok());
    QCOMPARE(b.items.begin()->second.naturalKey, u"Haus 1/WERBAS/0/R-1"_s);
    QCOMPARE(b.come(record, u"R-1"_s), u"same_again"_s);
    QCOMPARE(b.document(u"R-1"_s, 10'000), u"same_again"_s);
    QCOMPARE(b.items.size(), std::size_t{1});
}

void TestClaimRules::anotherNameOfTheShop()
{
    Books b;
    QVERIFY(b.take(b.command(invoice(u"R-1"_s, 10'000))).ok());   // an older entry, under the names of its time
    QCOMPARE(b.items.begin()->second.naturalKey, u"Haus 1/WERBAS/2026/R-1"_s);
    QCOMPARE(b.document(u"R-2"_s, 20'000), u"taken"_s);
    b.site = u"Haupthaus"_s;
    QCOMPARE(b.document(u"R-1"_s, 10'000), u"same_again"_s);
    b.system = u"WERBAS 7"_s;
    QCOMPARE(b.document(u"R-1"_s, 10'000), u"same_again"_s);
    QCOMPARE(b.document(u"R-2"_s, 20'000), u"same_again"_s);
    QCOMPARE(b.document(u"R-1"_s, 11'000), u"new_version"_s);
    QCOMPARE(b.come(credit(u"G-1"_s, 20'000, {u"R-2"_s})), u"taken"_s);   // a credit note finds what it names
    QCOMPARE(b.askedFor(), 11'000);
    QCOMPARE(b.items.size(), std::size_t{3});
}

void TestClaimRules::twoSystemsThatNumberAlike()
{
    Books b;
    QCOMPARE(b.document(u"7"_s, 10'000, {2026, 2, 1}), u"taken"_s);
    b.system = u"Reifen"_s;
    auto other = invoice(u"7"_s, 33'300);
    other.issueDate = {2026, 9, 1};
    other.buyer.name = u"Jörg Blüm"_s;
    QCOMPARE(b.come(other), u"taken"_s);
    QCOMPARE(b.come(other), u"same_again"_s);
    b.system = u"WERBAS"_s;
    QCOMPARE(b.document(u"7"_s, 10'000, {2026, 2, 1}), u"same_again"_s);
    QCOMPARE(b.askedFor(), 43'300);
}

void TestClaimRules::byTwoWays()
{
    for (const bool orderFirst : {true, false}) {
        Books b;
        QCOMPARE(orderFirst ? b.order(u"A-9"_s, u"R-1"_s, 10'000) : b.document(u"R-1"_s, 10'000), u"taken"_s);
        const auto first = b.lastId;
        for (int i = 0; i < 2; ++i) {   // and again: it is told once
            QCOMPARE(orderFirst ? b.document(u"R-1"_s, 10'000) : b.order(u"A-9"_s, u"R-1"_s, 10'000), u"same_again"_s);
            QCOMPARE(b.lastId, first);
            QCOMPARE(openTasks(b.items.at(first)), QStringList{u"claim.two_ways"_s});
        }
        QCOMPARE(b.items.size(), std::size_t{1});
        QCOMPARE(b.askedFor(), 10'000);
    }
}

// Once recognised it stays so: a later amount of the second way makes no claim of its own either.
void TestClaimRules::byTwoWaysAndCorrected()
{
    Books b;
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 10'000), u"taken"_s);
    const auto first = b.lastId;
    QCOMPARE(b.document(u"R-1"_s, 10'000), u"same_again"_s);
    QVERIFY(b.append(std::vector<Event>{TaskDone{b.items.at(first).tasks[0].id, first, u"seen"_s}}));
    QCOMPARE(b.document(u"R-1"_s, 10'000), u"same_again"_s);
    QVERIFY(openTasks(b.items.at(first)).isEmpty());
    QCOMPARE(b.document(u"R-1"_s, 12'000), u"same_again"_s);
    QCOMPARE(openTasks(b.items.at(first)), QStringList{u"claim.two_ways"_s});
    QCOMPARE(b.items.at(first).tasks[0].detail, u"100.00 / 120.00"_s);
    QCOMPARE(b.askedFor(), 10'000);
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 12'000), u"new_version"_s);
    QCOMPARE(b.askedFor(), 12'000);
}

void TestClaimRules::otherAmountIsAnotherClaim()
{
    Books b;
    QCOMPARE(b.order(u"A-9/deposit"_s, u"R-1"_s, 10'000), u"taken"_s);
    QCOMPARE(b.document(u"R-1"_s, 48'799), u"taken"_s);
    QCOMPARE(b.notices, QStringList{u"claim.same_number"_s});
    QCOMPARE(b.order(u"A-9/final"_s, u"R-1"_s, 48'799), u"same_again"_s);
    QCOMPARE(b.askedFor(), 58'799);
}

// Two claims that a correction makes one: nobody guesses which goes, somebody is told.
void TestClaimRules::aCorrectionMakesThemOne()
{
    Books b;
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 10'000), u"taken"_s);
    const auto first = b.lastId;
    QCOMPARE(b.document(u"R-1"_s, 48'799), u"taken"_s);
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 48'799), u"new_version"_s);
    QVERIFY(openTasks(b.items.at(first)).contains(u"claim.asked_twice"_s));
    QCOMPARE(b.order(u"A-9"_s, u"R-1"_s, 48'799), u"same_again"_s);
}

void TestClaimRules::nothingIsMixedUp()
{
    Books b;
    QCOMPARE(b.document(u"R-1"_s, 10'000, {2025, 3, 1}), u"taken"_s);
    QCOMPARE(b.order(u"A-1"_s, u"R-1"_s, 10'000, {2026, 11, 1}), u"taken"_s);   // the same number and amount, another year
    QVERIFY(b.notices.isEmpty());
    auto note = credit(u"R-5"_s, 10'000, {});
    QCOMPARE(b.come(note), u"taken"_s);
    QCOMPARE(b.order(u"A-5"_s, u"R-5"_s, 10'000), u"taken"_s);                  // a credit note is no claim
    // What was taken back is not here: it does not swallow what comes instead, and does not come back beside it.
    Books u;
    QCOMPARE(u.order(u"A"_s, u"R-1"_s, 10'000), u"taken"_s);
    const auto undone = u.lastId;
    QVERIFY(u.append(std::vector<Event>{IntakeUndone{undone, {}}}));
    QCOMPARE(u.document(u"R-1"_s, 10'000), u"taken"_s);
    QCOMPARE(u.order(u"A"_s, u"R-1"_s, 10'000), u"same_again"_s);
    QCOMPARE(u.askedFor(), 10'000);
}

QTEST_GUILESS_MAIN(TestClaimRules)
#include "tst_claim_rules.moc"
