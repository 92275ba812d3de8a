// What a person may type over an invoice that was read, and what never.
#include "app/domain/entry_rules.h"
#include "rules_kit.h"

using namespace kit;

class TestEntryRules : public QObject {
    Q_OBJECT

    inline static const QDate kToday{2026, 11, 27};

    static InvoiceEntry full()
    {
        InvoiceEntry e;
        e.number = u"R-1"_s;
        e.issueDate = {2026, 11, 20};
        e.amount = eur(11900);
        e.customer = u"Erika Muster"_s;
        return e;
    }
    static QString refusal(const Invoice& read, const InvoiceEntry& entry)
    {
        const auto out = laidOver(read, entry, kToday);
        return out ? QString{} : out.error().code + u' ' + out.error().detail;
    }

private Q_SLOTS:
    void byHand()
    {
        auto e = full();
        e.plate = u" m-ab  1234 "_s;
        e.email = u"erika@example.org"_s;
        const auto out = laidOver(Invoice{}, e, kToday);
        QVERIFY(out.ok());
        const auto& record = out.value().record;
        QCOMPARE(out.value().notices, QStringList{u"entered.by_hand"_s});
        QCOMPARE(record.vehicle.plate, u"M-AB 1234"_s);
        QCOMPARE(record.buyer.email, u"erika@example.org"_s);
        QCOMPARE(claimOf(record), eur(11900));
        QCOMPARE(kindOf(record), InvoiceKind::Invoice);
        QVERIFY(!faultOf(record));
        QCOMPARE(entryOf(record).number, u"R-1"_s);
    }
    void nothingChangedChangesNothing()
    {
        const auto read = invoice(u"4711"_s, 10000, u"M-AB 1"_s);
        const auto out = laidOver(read, entryOf(read), kToday);
        QVERIFY(out.value().notices.isEmpty());
        QCOMPARE(out.value().record, read);
    }
    void whatMakesItThisInvoiceStays()
    {
        auto read = invoice(u"4711"_s, 10000, u"M-AB 1"_s);
        read.buyer.name = u"Erika Muster"_s;
        auto e = entryOf(read);
        e.number = u"4712"_s;
        QCOMPARE(refusal(read, e), u"entry.fixed number"_s);
        e = entryOf(read);
        e.amount = eur(1);
        QCOMPARE(refusal(read, e), u"entry.fixed amount"_s);
        e = entryOf(read);
        e.issueDate = {2025, 1, 1};
        QCOMPARE(refusal(read, e), u"entry.fixed date"_s);
        e = entryOf(read);
        e.plate = u"M-CD 2"_s;
        e.dueDate = {2027, 1, 5};
        const auto out = laidOver(read, e, kToday);
        QCOMPARE(out.value().notices, (QStringList{u"entered.plate"_s, u"entered.due"_s}));
        QCOMPARE(out.value().record.vehicle.plate, u"M-CD 2"_s);
        QCOMPARE(claimOf(out.value().record), eur(10000));
    }
    void whatTheFileLacksMayBeTypedIn()
    {
        auto read = invoice(u"4711"_s, 10000);
        read.buyer.name = u"Erika Muster"_s;
        read.gross.reset();
        read.amountDue.reset();
        auto e = entryOf(read);
        QCOMPARE(refusal(read, e), u"entry.amount "_s);
        e.amount = eur(7777);
        QCOMPARE(claimOf(laidOver(read, e, kToday).value().record), eur(7777));
        // A number without a date has its place in the books already: a year typed in would make it a second one.
        read = invoice(u"4711"_s, 10000);
        read.buyer.name = u"Erika Muster"_s;
        read.issueDate = {};
        QVERIFY(!mayEnter(read, EntryField::IssueDate));
        QCOMPARE(refusal(read, entryOf(read)), QString{});
    }
    void refusals_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        const QStringList codes{u"entry.number "_s, u"entry.amount "_s, u"entry.amount "_s, u"entry.amount "_s, u"entry.date "_s, u"entry.date "_s, u"entry.date "_s, u"entry.due "_s,
                                u"entry.customer "_s, u"entry.email "_s, u"entry.vin "_s, u"entry.too_long street"_s};
        for (int i = 0; i < codes.size(); ++i) QTest::addRow("%d %s", i, qPrintable(codes[i])) << i << codes[i];
    }
    void refusals()
    {
        QFETCH(int, what);
        QFETCH(QString, code);
        auto e = full();
        switch (what) {
        case 0: e.number = u"  "_s; break;
        case 1: e.amount.reset(); break;
        case 2: e.amount = eur(0); break;
        case 3: e.amount = eur(kMaxEntryCents + 1); break;
        case 4: e.issueDate = {}; break;
        case 5: e.issueDate = kToday.addDays(kMaxEntryAheadDays + 1); break;
        case 6: e.issueDate = kToday.addYears(-kMaxEntryYears - 1); break;
        case 7: e.dueDate = e.issueDate.addDays(-1); break;
        case 8: e.customer.clear(); break;
        case 9: e.email = u"erika@example.org>\nBcc: x"_s; break;
        case 10: e.vin = u"WVWZZZ1KZ8W12345O"_s; break;
        case 11: e.street = QString{kMaxEntryText + 1, u'x'}; break;
        default: QFAIL("no such row");
        }
        QCOMPARE(refusal(Invoice{}, e), code);
    }
};

QTEST_APPLESS_MAIN(TestEntryRules)
#include "tst_entry_rules.moc"
