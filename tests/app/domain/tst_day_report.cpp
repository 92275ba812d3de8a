// One day of the journal in figures.
#include "app/domain/day_report.h"
#include "rules_kit.h"

using namespace kit;

class TestDayReport : public QObject {
    Q_OBJECT

    static Event paid(PaymentKind kind, const QString& method, qint64 cents, const QString& note = {})
    {
        PaymentBooked p;
        p.payment = PaymentId::fresh();
        p.invoice = InvoiceId::fresh();
        p.kind = kind;
        p.method = method;
        p.amount = eur(cents);
        p.note = note;
        return p;
    }
    static DayReport reportOf(const std::vector<Event>& events)
    {
        DayFold fold;
        qint64 seq = 0;
        for (const auto& event : events)
            if (!fold.add({++seq, kMorning.plusMs(seq), {u"01"_s, u"Theke 1"_s, u"Miriam Roth"_s}, event}).ok()) qFatal("not added");
        return fold.report();
    }

private Q_SLOTS:
    void moneyByKindAndWay()
    {
        const auto r = reportOf({paid(PaymentKind::Cash, u"cash"_s, 1000), paid(PaymentKind::Cash, u"cash"_s, 250), paid(PaymentKind::CardTerminal, u"girocard"_s, 9900),
                                 paid(PaymentKind::RefundCash, u"cash"_s, -500, u"wrong part"_s), paid(PaymentKind::Online, u"applepay"_s, 1)});
        QCOMPARE(r.money.size(), 4U);
        QCOMPARE(r.money[0].count, 2);
        QCOMPARE(r.money[0].sum, eur(1250));
        qint64 whole = 0;
        for (const auto& line : r.money) whole += line.sum.inCents();
        QCOMPARE(whole, 1250 + 9900 - 500 + 1);
        QCOMPARE(r.notes.size(), 1U);
        QCOMPARE(r.notes[0].kind, DayNote::Kind::MoneyBack);
        QCOMPARE(r.notes[0].reason, u"wrong part"_s);
        QCOMPARE(r.notes[0].by.user, u"Miriam Roth"_s);
    }
    void currenciesAreNeverAdded()
    {
        auto francs = paid(PaymentKind::Cash, u"cash"_s, 700);
        PaymentBooked p = *francs.as<PaymentBooked>();
        p.amount = Money::cents(700, Currency::fromCode(u"CHF").value());
        const auto r = reportOf({paid(PaymentKind::Cash, u"cash"_s, 1000), p});
        QCOMPARE(r.money.size(), 2U);
        QCOMPARE(r.money[0].count, 1);
        QCOMPARE(r.money[1].count, 1);
    }
    void exceptionsStandWithNameAndReason()
    {
        const auto id = InvoiceId::fresh();
        const auto r = reportOf({KeyReleased{KeyId::fresh(), id, u"Hr. Vogt"_s, true, u"paid"_s, {}}, KeyReleased{KeyId::fresh(), id, u"Fr. Vogt"_s, true, u"override"_s, u"pays tomorrow"_s},
                                 OnAccountGranted{id, u"customer"_s, {}}, InvoiceCancelled{id, u"wrong car"_s}, IntakeUndone{id, BatchId::fresh()},
                                 InvoiceRestored{id, u"right car"_s}, OnAccountEnded{id, u"pays now"_s},
                                 SettingChanged{u"payee.iban"_s, u"x"_s, u"y"_s, u"new bank"_s}, SettingChanged{u"ui.theme"_s, u"dark"_s, u"light"_s, {}},
                                 TaskRaised{TaskId{u"t"_s}, id, u"payment.forced"_s, u"portal silent"_s, eur(100)}, TaskRaised{TaskId{u"u"_s}, id, u"payment.double"_s, {}, eur(100)}});
        QCOMPARE(r.released, 2);
        QStringList kinds;
        for (const auto& note : r.notes) kinds << codeOf(note.kind);
        QCOMPARE(kinds, (QStringList{u"override"_s, u"on_account"_s, u"cancelled"_s, u"undone"_s, u"restored"_s, u"off_account"_s, u"unlocked"_s, u"forced"_s}));
        QCOMPARE(r.notes[0].to, u"Fr. Vogt"_s);
        QCOMPARE(r.notes[0].reason, u"pays tomorrow"_s);
    }
    void aDayOfExceptionsIsCapped()
    {
        std::vector<Event> events(DayReport::kMaxNotes + 3, IntakeUndone{InvoiceId::fresh(), BatchId::fresh()});
        const auto r = reportOf(events);
        QCOMPARE(r.notes.size(), DayReport::kMaxNotes);
        QCOMPARE(r.moreNotes, 3);
    }
};

QTEST_APPLESS_MAIN(TestDayReport)
#include "tst_day_report.moc"
