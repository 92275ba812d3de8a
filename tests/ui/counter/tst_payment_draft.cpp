#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/counter/payment_draft.h"
#include "ui/counter/tendered_field.h"
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using domain::CounterMethod;
using domain::Money;
using Lack = PaymentDraft::Lack;

class TstPaymentDraft : public QObject {
    Q_OBJECT

    static PaymentDraft draft(qint64 open)
    {
        PaymentDraft d;
        d.open = d.amount = Money::cents(open);
        d.receiptNeeded = false;
        return d;
    }
    static QString plain(QString text) { return text.replace(u'\u00A0', u' '); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }

    void saysWhatIsMissing()
    {
        auto d = draft(28430);
        QCOMPARE(d.lack(), Lack::Tendered);
        d.tendered = Money::cents(28429);
        QCOMPARE(d.lack(), Lack::TenderedTooLittle);
        QCOMPARE(d.tooLittle().inCents(), 1);
        QCOMPARE(d.change().inCents(), 0);
        d.tendered = Money::cents(28430);
        QCOMPARE(d.lack(), Lack::Nothing);
        d.receiptNeeded = true;
        QCOMPARE(d.lack(), Lack::Receipt);
        d.receipt = u"  "_s;
        QCOMPARE(d.lack(), Lack::Receipt);
        d.receipt = u"4711"_s;
        QCOMPARE(d.lack(), Lack::Nothing);
        d.amount = Money::cents(28431);
        QCOMPARE(d.lack(), Lack::MoreThanOpen);
        d.amount = Money::cents(0);
        QCOMPARE(d.lack(), Lack::Amount);
    }
    void onlyCashNeedsWhatIsGiven()
    {
        auto d = draft(1000);
        d.receiptNeeded = true;
        d.method = CounterMethod::Card;
        QCOMPARE(d.lack(), Lack::Receipt);
        d.receipt = u"1"_s;
        QCOMPARE(d.lack(), Lack::Nothing);
        d.method = CounterMethod::Transfer;
        d.receipt.clear();
        QCOMPARE(d.lack(), Lack::Nothing);
        d.tendered = Money::cents(5000);   // entered before the method was changed: no change for a transfer
        QCOMPARE(d.change().inCents(), 0);
    }
    void restAndChange()
    {
        auto d = draft(68430);
        d.amount = Money::cents(28430);
        d.tendered = Money::cents(30000);
        QCOMPARE(d.rest().inCents(), 40000);
        QCOMPARE(d.change().inCents(), 1570);
        QCOMPARE(plain(PaymentDraft::handOut(d.change())), u"10 € + 5 € + 50 ct + 20 ct"_s);
        QCOMPARE(plain(PaymentDraft::handOut(Money::cents(444))), u"2 × 2 € + 2 × 20 ct + 2 × 2 ct"_s);
        const QLocale before;
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});   // the sign where the amounts have it
        const auto english = plain(PaymentDraft::handOut(d.change()));
        QLocale::setDefault(before);
        QCOMPARE(english, u"€10 + €5 + 50 ct + 20 ct"_s);
    }
    void handOutAddsUp()
    {
        for (qint64 cents = 1; cents < 40'000; cents += 37) {
            qint64 sum = 0;
            for (const auto& d : domain::changeInCash(Money::cents(cents))) sum += d.cents * d.count;
            QCOMPARE(sum, cents);
        }
    }

    void digitsWriteEuros_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<qint64>("cents");
        QTest::newRow("whole") << u"300"_s << qint64{30000};
        QTest::newRow("comma") << u"284,3"_s << qint64{28430};
        QTest::newRow("point of a keypad") << u"284.35"_s << qint64{28435};
        QTest::newRow("third decimal is not taken") << u"1,239"_s << qint64{123};
        QTest::newRow("comma first") << u",5"_s << qint64{50};
        QTest::newRow("leading zero") << u"007"_s << qint64{700};
        QTest::newRow("backspace over the comma") << u"12,5\b\b\b3"_s << qint64{1300};
        QTest::newRow("letters are nothing") << u"1x2"_s << qint64{1200};
        QTest::newRow("not more than fits") << u"12345678"_s << qint64{12345600};
    }
    void digitsWriteEuros()
    {
        QFETCH(QString, keys);
        QFETCH(qint64, cents);
        TenderedField field;
        for (const QChar c : keys) {
            QKeyEvent key{QEvent::KeyPress, c == u'\b' ? Qt::Key_Backspace : Qt::Key_unknown, Qt::NoModifier, QString{c}};
            field.takeKey(key);
        }
        QVERIFY(field.amount());
        QCOMPARE(field.amount()->inCents(), cents);
        QCOMPARE(field.text(), moneyText(Money::cents(cents)));
    }
    void notesAddUpAndComeBack()
    {
        TenderedField field;
        QSignalSpy changed{&field, &TenderedField::amountChanged};
        for (const qint64 note : {10000, 5000, 10000, 5000}) field.addNote(note);
        QCOMPARE(field.amount()->inCents(), 30000);
        QCOMPARE(plain(field.notesText()), u"2 × 100 €, 2 × 50 €"_s);
        QCOMPARE(changed.count(), 4);
        QKeyEvent back{QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier, u"\b"_s};
        field.takeKey(back);
        QCOMPARE(field.amount()->inCents(), 25000);
        QKeyEvent seven{QEvent::KeyPress, Qt::Key_7, Qt::NoModifier, u"7"_s};
        field.takeKey(seven);   // a figure typed after notes replaces them
        QCOMPARE(field.amount()->inCents(), 700);
        QVERIFY(field.notesText().isEmpty());
        field.addNote(2000);    // a note on top of a typed figure adds
        QCOMPARE(field.amount()->inCents(), 2700);
        field.setExact(Money::cents(28430));
        QCOMPARE(field.amount()->inCents(), 28430);
        field.reset();
        QVERIFY(!field.amount());
    }
    void textFromOutsideIsReadAsAmount()
    {
        TenderedField field;
        field.setText(u"12,50"_s);
        QCOMPARE(field.amount()->inCents(), 1250);
        field.setText(u"twelve"_s);
        QVERIFY(!field.amount());
        field.setText(u"-5"_s);
        QVERIFY(!field.amount());
    }
};

QTEST_MAIN(TstPaymentDraft)
#include "tst_payment_draft.moc"
