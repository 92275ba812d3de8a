// What a question to the journal brings back, on both dialects: how much of a stay, what came another way, what happened at a time.
#include "app/domain/intake_rules.h"
#include "tests/app/store/store_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

namespace {

// An invoice of a car that is here already.
domain::Event takenOnto(const QString& id, const QString& number, const QString& key)
{
    auto taken = *takenIn(id, number).events.back().as<domain::InvoiceTaken>();
    taken.key = domain::KeyId{key};
    return taken;
}

QString ids(const ports::Situation& s)
{
    QStringList out;
    for (const auto& item : s.items) out << item.id.text();
    for (const auto& key : s.keys) out << key.id.text();
    return out.join(u' ');
}

} // namespace

class TstStoreQuestions final : public OpenStoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void howMuchOfAStay()
    {
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
        VERIFY_OK(got(journal->decide({}, always({takenOnto(u"i2"_s, u"R-2"_s, u"k1"_s)}))));
        ports::Subject subject;
        subject.numbers = {u"R-1"_s};
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1"_s);
        subject.stays = ports::Stays::Keys;
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1 k1"_s);
        subject.stays = ports::Stays::Whole;
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1 i2 k1"_s);
        subject.stays = ports::Stays::Moving;
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1 i2 k1"_s);   // nobody says that nothing moves
        subject.moves = [](const ports::Situation& s) { return ids(s) != u"i1 k1"; };
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1 k1"_s);
    }
    void theSameByAnotherWay()
    {
        const domain::InvoiceId id{u"i1"_s};
        const domain::TaskId task{domain::twoWaysTask(id, u"shop/order/1/U#7"_s) + u"12.00"_s};
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
        VERIFY_OK(got(journal->decide({}, always({domain::TaskRaised{task, id, u"claim.two_ways"_s, {}, domain::Money::cents(1'200)}}))));
        ports::Subject subject;
        subject.otherWays = {u"shop/order/1/U"_s};
        QCOMPARE(ids(got(journal->load(subject)).value()), QString{});
        subject.otherWays << u"shop/order/1/U#7"_s;
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1"_s);
        VERIFY_OK(got(journal->decide({}, always({domain::TaskDone{task, id, u"looked at"_s}}))));
        QCOMPARE(ids(got(journal->load(subject)).value()), u"i1"_s);   // it came that way all the same
        QVERIFY(got(journal->verify()).value().ok());
    }
    void entriesOfATimeWhateverTheClockDid()
    {
        const auto start = clock.now();
        for (const int minute : {0, 10, 20, 5, 15, 30}) {   // set back once
            clock.set(start.plusMs(minute * 60'000));
            VERIFY_OK(got(journal->decide({}, always({domain::SettingChanged{u"m"_s, QString::number(minute), {}}}))));
        }
        const auto between = [&](int from, int until, qint64 after, int limit) {
            QStringList out;
            const auto entries = got(journal->entriesBetween(start.plusMs(from * 60'000), start.plusMs(until * 60'000), after, limit));
            for (const auto& entry : entries.value()) out << entry.event.as<domain::SettingChanged>()->value;
            return out.join(u' ');
        };
        QCOMPARE(between(0, 60, 0, 100), u"0 10 20 5 15 30"_s);
        QCOMPARE(between(10, 20, 0, 100), u"10 15"_s);   // until is left out
        QCOMPARE(between(5, 16, 0, 2), u"10 5"_s);
        QCOMPARE(between(5, 16, 4, 2), u"15"_s);
        QCOMPARE(between(31, 60, 0, 100), QString{});
    }
};

QTEST_GUILESS_MAIN(TstStoreQuestions)
#include "tst_store_questions.moc"
