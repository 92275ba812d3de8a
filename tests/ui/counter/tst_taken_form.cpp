// Money that has been taken although the invoice no longer asks for it.
#include "tests/ui/counter/payment_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;

class TstTakenForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    // The card was charged at the terminal, and the owner was quicker: both are kept.
    void fault_20_aCardChargedAlreadyIsBooked()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        d.keys_(u"T0815"_s);
        d.portal.pay(link);   // nobody has told the desk
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(d.reaches(State::Settled));
        QCOMPARE(d.text("pay.notice_title"), u"Just paid online"_s);
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 1u);
        QVERIFY(!d.sheet->findChild<QWidget*>(u"taken.receipt"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QCOMPARE(find<QLineEdit>(*d.sheet, "taken.amount")->text(), u"100,00"_s);
        QCOMPARE(find<QLineEdit>(*d.sheet, "taken.receipt")->text(), u"T0815"_s);
        QVERIFY(d.mayBook());
        find<QLineEdit>(*d.sheet, "taken.receipt")->clear();
        QVERIFY(!d.mayBook());   // no slip, no charge
        find<QLineEdit>(*d.sheet, "taken.receipt")->setText(u"T0815"_s);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.payments.size(), 2u);
        QCOMPARE(item.payments[1].kind, domain::PaymentKind::CardTerminal);
        QCOMPARE(item.payments[1].receiptNumber, u"T0815"_s);
        QCOMPARE(item.money(), domain::MoneyAxis::Over);
        QCOMPARE(item.tasks.size(), 1u);
        QCOMPARE(item.tasks[0].kind, u"payment.double"_s);
        QCOMPARE(d.paper.receipts.back().openBefore.inCents(), 0);
        QCOMPARE(d.paper.receipts.back().openAfter.inCents(), -10000);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(!d.sheet->isOpen());
        // The same slip once more stays in the form, with its reason.
        d.sheet->pay(d.item(u"2026-4118"_s));
        QVERIFY(d.reaches(State::Settled));
        QVERIFY(press(*d.sheet, "pay.other"));
        find<QLineEdit>(*d.sheet, "taken.amount")->setText(u"100"_s);
        find<QLineEdit>(*d.sheet, "taken.receipt")->setText(u"T0815"_s);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(press(*d.sheet, "pay.book"));
        QTRY_VERIFY_WITH_TIMEOUT(d.text("pay.notice_live").contains(u"T0815"_s), kPatienceMs);
        QCOMPARE(d.sheet->state(), State::Settled);
        QCOMPARE(find<QLineEdit>(*d.sheet, "taken.receipt")->text(), u"T0815"_s);
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 2u);
    }

    // One charge over two invoices is booked in parts, but never unknowingly.
    void aSlipThatIsKnownAsksBeforeItIsBookedAgain()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.take(u"2026-4119"_s, 5000);
        for (const auto& number : {u"2026-4118"_s, u"2026-4119"_s}) {
            QVERIFY(d.opened(number));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
            d.keys_(u"T0815"_s);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            if (number != u"2026-4118") break;
            QVERIFY(d.reaches(State::Done));
            QVERIFY(press(*d.sheet, "pay.book"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(button(*d.sheet, "pay.other")->isVisible(), kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QCOMPARE(d.sheet->state(), State::Input);
        QVERIFY(d.item(u"2026-4119"_s).payments.empty());
        auto* receipt = find<QLineEdit>(*d.sheet, "pay.card_receipt");
        receipt->setText(u"T0816"_s);   // mistyped: nothing to ask any more
        QVERIFY(!button(*d.sheet, "pay.other")->isVisible());
        receipt->setText(u"T0815"_s);
        QCOMPARE(button(*d.sheet, "pay.other")->text(), u"One slip for several invoices"_s);
        QVERIFY(press(*d.sheet, "pay.other"));
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.item(u"2026-4119"_s).payments.at(0).receiptNumber, u"T0815"_s);
    }

    void fault_20_moneyOnACancelledInvoice()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.append({domain::InvoiceCancelled{d.id(u"2026-4118"_s), u"wrong car"_s}});
        QVERIFY(d.opened(u"2026-4118"_s, State::Settled));
        QCOMPARE(d.text("pay.notice_title"), u"This document asks for no money"_s);
        QVERIFY(press(*d.sheet, "pay.other"));
        QVERIFY(press(*d.sheet, "taken.transfer"));
        QVERIFY(!d.mayBook());
        QVERIFY(!d.text("pay.notice_text").contains(u"Take no money"_s));   // this is where it is taken
        QCOMPARE(button(*d.sheet, "pay.book")->text(), u"Book"_s);          // no amount yet
        find<QLineEdit>(*d.sheet, "taken.amount")->setText(u"60"_s);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.payments.at(0).kind, domain::PaymentKind::BankTransfer);
        QCOMPARE(item.paid.inCents(), 6000);
        QCOMPARE(item.tasks.at(0).amount.inCents(), 6000);
    }
};

QTEST_MAIN(TstTakenForm)
#include "tst_taken_form.moc"
