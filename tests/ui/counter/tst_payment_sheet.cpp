#include "tests/ui/counter/payment_desk.h"
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;

class TstPaymentSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void exactlyInCash()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 28430);
        QVERIFY(d.opened(u"2026-4118"_s));
        QCOMPARE(d.item(u"2026-4118"_s).lockDesk, u"Theke 1"_s);
        QVERIFY(!d.mayBook());
        QVERIFY(press(*d.sheet, "pay.exact"));
        QCOMPARE(d.text("pay.big"), u"0,00 €"_s);
        QSignalSpy booked{d.sheet, &PaymentSheet::booked}, closed{d.sheet, &Sheet::closed};
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.paid.inCents(), 28430);
        QCOMPARE(item.payments.size(), 1u);
        QCOMPARE(item.payments[0].kind, domain::PaymentKind::Cash);
        QVERIFY(item.lockDesk.isEmpty());
        QCOMPARE(booked.count(), 1);
        QVERIFY(booked[0][1].toBool());   // the receipt is wanted
        QCOMPARE(d.text("pay.receipt_number"), u"B-000001"_s);
        QCOMPARE(closed.count(), 0);      // stays until somebody has seen it
        QSignalSpy show{d.sheet, &PaymentSheet::receiptRequested};
        QVERIFY(press(*d.sheet, "pay.other"));
        QCOMPARE(show.count(), 1);
        button(*d.sheet, "pay.book")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(closed.count(), 1);
    }

    void changeByDigitsAndByNotes()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 28430);
        QVERIFY(d.opened(u"2026-4118"_s));
        d.keys_(u"300"_s);
        QCOMPARE(find<QLineEdit>(*d.sheet, "pay.tendered")->text().replace(u'\u00A0', u' '), u"300,00 €"_s);
        QCOMPARE(d.text("pay.big"), u"15,70 €"_s);
        QCOMPARE(d.text("pay.big_how").replace(u'\u00A0', u' '), u"10 € + 5 € + 50 ct + 20 ct"_s);
        QVERIFY(press(*d.sheet, "pay.clear"));
        QVERIFY(!d.mayBook());
        for (const char* note : {"pay.note100", "pay.note100", "pay.note50", "pay.note50"}) QVERIFY(press(*d.sheet, note));
        QCOMPARE(d.text("pay.notes"), u"2 × 100 €, 2 × 50 €"_s);
        QVERIFY(d.mayBook());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pay.tendered"_s);   // a click on a note leaves the keys there
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.sheet->findChildren<QLabel*>(u"pay.big"_s).size(), 2);   // one for entering, one that stays with the result
        QCOMPARE(d.paper.receipts.size(), 1u);
        QCOMPARE(d.paper.receipts[0].tendered.inCents(), 30000);
        QCOMPARE(d.paper.receipts[0].change.inCents(), 1570);
    }

    void muchMoreGivenIsAskedAboutFirst()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4120"_s, 9640);
        QVERIFY(d.opened(u"2026-4120"_s));
        const auto given = [&d] { return find<QLineEdit>(*d.sheet, "pay.tendered")->text().replace(u'\u00A0', u' '); };
        d.keys_(u"15020"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QCOMPARE(d.sheet->state(), State::Input);
        QCOMPARE(d.text("pay.notice").replace(u'\u00A0', u' '), u"15.020,00 € given and 14.923,60 € to hand out: is that right?"_s);
        QVERIFY(find<QLabel>(*d.sheet, "pay.notice")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);   // the same key once more is no answer yet
        QCOMPARE(d.sheet->state(), State::Input);
        QCOMPARE(d.item(u"2026-4120"_s).payments.size(), 0u);
        QTest::qWait(Sheet::kEnterInertMs + 50);
        QVERIFY(press(*d.sheet, "pay.other"));   // no
        QCOMPARE(d.text("pay.notice"), QString{});
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pay.tendered"_s);
        QVERIFY(!d.mayBook());
        d.keys_(u"1502"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(!d.text("pay.notice").isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);   // put right without an answer
        QCOMPARE(given(), u"150,00 €"_s);
        QCOMPARE(d.text("pay.notice"), QString{});
        QVERIFY(!button(*d.sheet, "pay.other")->isVisible());
        QTest::qWait(Sheet::kEnterInertMs + 50);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.paper.receipts.back().change.inCents(), 5360);
    }

    void muchMoreGivenIsBookedWhenItIsRight()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4120"_s, 9640);
        QVERIFY(d.opened(u"2026-4120"_s));
        d.keys_(u"15020"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QTest::qWait(Sheet::kEnterInertMs + 50);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.paper.receipts.back().change.inCents(), 1492360);
        QTest::qWait(20);
        // The change stands there whole, however much it is.
        for (auto* figure : d.sheet->findChildren<QLabel*>(u"pay.big"_s))
            if (figure->isVisible()) QVERIFY2(figure->sizeHint().width() <= figure->width(), "the change is cut");
    }

    void tooLittleGivenIsNotBooked()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 28430);
        QVERIFY(d.opened(u"2026-4118"_s));
        d.keys_(u"284,29"_s);
        QVERIFY(!d.mayBook());
        QCOMPARE(d.text("pay.big_label"), u"Still missing"_s);
        QCOMPARE(d.text("pay.big"), u"0,01 €"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(d.sheet->state(), State::Input);
        QVERIFY(d.item(u"2026-4118"_s).payments.empty());
    }

    void partInCashAndRestByCard()
    {
        Desk d;
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.other_amount"));
        d.keys_(u"284,30"_s);
        QCOMPARE(d.text("pay.rest"), u"400,00 €"_s);
        QVERIFY(press(*d.sheet, "pay.exact"));
        QVERIFY(!d.mayBook());   // the number of the till's receipt is missing
        find<QLineEdit>(*d.sheet, "pay.till_receipt")->setFocus();
        d.keys_(u"K-77"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.text("pay.result_rest"), u"400,00 €"_s);
        QVERIFY(press(*d.sheet, "pay.book"));   // take the rest
        QVERIFY(d.reaches(State::Input));
        QCOMPARE(d.text("pay.total"), u"684,30 €"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QVERIFY(!d.mayBook());
        QCOMPARE(d.text("pay.big"), u"400,00 €"_s);   // to be entered at the terminal
        d.keys_(u"T0815"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QVERIFY(item.open().isZero());
        QCOMPARE(item.payments.size(), 2u);
        QCOMPARE(item.payments[0].receiptNumber, u"K-77"_s);
        QCOMPARE(item.payments[1].kind, domain::PaymentKind::CardTerminal);
        QCOMPARE(item.payments[1].receiptNumber, u"T0815"_s);
    }

    void enterBehindAPartLeadsToWhatIsMissing()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 10000);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.other_amount"));
        d.keys_(u"30"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pay.tendered"_s);
        QCOMPARE(find<QLineEdit>(*d.sheet, "pay.amount")->text(), u"30,00"_s);
        QCOMPARE(d.sheet->state(), State::Input);
        d.keys_(u"50"_s);
        QCOMPARE(d.text("pay.big"), u"20,00 €"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);   // the next figure is a new amount
        d.keys_(u"40"_s);
        QCOMPARE(d.text("pay.big"), u"10,00 €"_s);
    }

    void morethanOpenCannotBeEntered()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 10000);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.other_amount"));
        d.keys_(u"100,01"_s);
        find<QLineEdit>(*d.sheet, "pay.tendered")->setText(u"200"_s);
        QVERIFY(!d.mayBook());
        QVERIFY(press(*d.sheet, "pay.other_amount"));   // the whole amount again
        QVERIFY(d.mayBook());
    }

    void doubleClickAndHeldEnterBookOnce()
    {
        Desk d;
        d.becomeTraining();
        d.sheet->setTraining(true);
        d.take(u"2026-4118"_s, 10000);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.exact"));
        QSignalSpy booked{d.sheet, &PaymentSheet::booked};
        auto* book = button(*d.sheet, "pay.book");
        QTest::mouseClick(book, Qt::LeftButton);
        QCOMPARE(d.sheet->state(), State::Booking);
        QVERIFY(!book->isEnabled());
        QTest::mouseDClick(book, Qt::LeftButton);
        QTest::keyClick(d.sheet, Qt::Key_Return);
        QTest::keyClick(d.sheet, Qt::Key_Escape);   // not while money is on its way into the book
        QVERIFY(d.sheet->isOpen());
        QVERIFY(QTest::qWaitFor([&] { return d.sheet->state() == State::Done; }, kPatienceMs));
        QTest::mouseClick(book, Qt::LeftButton);    // the second half of a double click must not close the result unseen
        QTest::keyClick(d.sheet, Qt::Key_Return);
        QVERIFY(d.sheet->isOpen() || !d.sheet->resting());   // on a machine that stands still the second click comes too late to be one
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QCOMPARE(booked.count(), 1);
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 1u);
    }

    void escGivesTheLockBack()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        QVERIFY(d.opened(u"2026-4118"_s));
        QCOMPARE(d.item(u"2026-4118"_s).lockDesk, u"Theke 1"_s);
        QSignalSpy closed{d.sheet, &Sheet::closed};
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(d.item(u"2026-4118"_s).lockDesk.isEmpty(), kPatienceMs);
        d.sheet->pay(d.item(u"2026-4118"_s));   // closed before the answer is there: the lock goes as well
        QTest::keyClick(d.sheet, Qt::Key_Escape);
        QTest::qWait(200);
        QTRY_VERIFY_WITH_TIMEOUT(d.item(u"2026-4118"_s).lockDesk.isEmpty(), kPatienceMs);
    }

    void paidOnlineWhileOpen()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        d.keys_(u"100"_s);
        d.portal.pay(link);
        d.refresh(u"2026-4118"_s);
        QVERIFY(d.reaches(State::Settled));
        QCOMPARE(d.text("pay.notice_title"), u"Just paid online"_s);
        QVERIFY(d.text("pay.notice_text").contains(u"Apple Pay"_s));
        QVERIFY(d.text("pay.notice_live").contains(u"100,00 €"_s));   // to be given back
        QVERIFY(press(*d.sheet, "pay.book"));   // understood
        QVERIFY(!d.sheet->isOpen());
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 1u);
        QTRY_VERIFY_WITH_TIMEOUT(d.item(u"2026-4118"_s).lockDesk.isEmpty(), kPatienceMs);
    }

    void paidOnlineInTheLastMoment()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.exact"));
        find<QLineEdit>(*d.sheet, "pay.till_receipt")->setText(u"K-1"_s);
        d.portal.pay(link);   // nobody has told the desk
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Settled));
        QCOMPARE(d.text("pay.notice_title"), u"Just paid online"_s);
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.payments.size(), 1u);
        QCOMPARE(item.payments[0].kind, domain::PaymentKind::Online);
    }

    void takingMoneyClosesTheLink()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        QCOMPARE(d.portal.stateOf(link), domain::LinkState::Open);   // looking alone closes nothing
        QVERIFY(press(*d.sheet, "pay.exact"));
        find<QLineEdit>(*d.sheet, "pay.till_receipt")->setText(u"K-1"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.portal.stateOf(link), domain::LinkState::Cancelled);
        QVERIFY(d.item(u"2026-4118"_s).tasks.empty());
    }

    void onlineUnderWayWaitsAndGoesOn()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        d.portal.startPaying(link);
        QVERIFY(d.opened(u"2026-4118"_s, State::UnderWay));
        QVERIFY(d.text("pay.notice_live").startsWith(u"Waiting for 0 s"_s));
        d.clock.advance(7'000);
        QTRY_VERIFY_WITH_TIMEOUT(d.text("pay.notice_live").startsWith(u"Waiting for 7 s"_s), 3000);
        d.portal.giveUp(link);
        d.refresh(u"2026-4118"_s);
        QVERIFY(d.reaches(State::Input));
    }

    void startsToPayOnlineWhileOpen()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        d.keys_(u"150"_s);
        d.portal.startPaying(link);
        d.refresh(u"2026-4118"_s);
        QVERIFY(d.reaches(State::UnderWay));
        d.portal.pay(link);
        QVERIFY(press(*d.sheet, "pay.book"));   // ask again
        QVERIFY(d.reaches(State::Settled));
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 1u);
    }

    void onlineUnderWayIsOverriddenOnlyWithReason()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.portal.startPaying(d.link(u"2026-4118"_s));
        QVERIFY(d.opened(u"2026-4118"_s, State::UnderWay));
        QVERIFY(press(*d.sheet, "pay.other"));
        QVERIFY(!button(*d.sheet, "pay.other")->isEnabled());
        press(*d.sheet, "reason.option0");
        find<QPlainTextEdit>(*d.sheet, "reason.text")->setPlainText(u"too short"_s);
        QVERIFY(!button(*d.sheet, "pay.other")->isEnabled());
        d.writeReason();
        QVERIFY(press(*d.sheet, "pay.other"));
        QVERIFY(d.reaches(State::Input));
        QVERIFY(!d.text("pay.notice").isEmpty());   // says that an online payment may still come
        QVERIFY(press(*d.sheet, "pay.exact"));
        find<QLineEdit>(*d.sheet, "pay.till_receipt")->setText(u"K-1"_s);
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.paid.inCents(), 10000);
        QCOMPARE(item.tasks.size(), 1u);
        QCOMPARE(item.tasks[0].kind, u"payment.forced"_s);
        QVERIFY(item.tasks[0].detail.contains(u"portal down since nine"_s));
    }

    // A screen reader toggles; no click comes.
    void aToggleChoosesTheMethod()
    {
        Desk d;
        d.take(u"2026-4118"_s, 28430);
        QVERIFY(d.opened(u"2026-4118"_s));
        auto* receipt = find<QLineEdit>(*d.sheet, "pay.card_receipt");
        QVERIFY(!receipt->isVisible());
        button(*d.sheet, "pay.card")->toggle();
        QVERIFY(receipt->isVisible());
        QVERIFY(!button(*d.sheet, "pay.cash")->isChecked());
    }
    void silentPortalBooksNothingUntilSomebodyDecides()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.exact"));
        find<QLineEdit>(*d.sheet, "pay.till_receipt")->setText(u"K-1"_s);
        d.portal.silent = true;
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Silent));
        QVERIFY(d.item(u"2026-4118"_s).payments.empty());
        QVERIFY(press(*d.sheet, "pay.book"));   // once more, in vain
        QVERIFY(d.reaches(State::Silent));
        QVERIFY(press(*d.sheet, "pay.other"));
        d.writeReason();
        QVERIFY(press(*d.sheet, "pay.other"));
        QVERIFY(d.reaches(State::Done));
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.payments.size(), 1u);
        QCOMPARE(item.payments[0].receiptNumber, u"K-1"_s);
        QCOMPARE(item.tasks.size(), 1u);
    }

    void otherDeskHoldsTheCounter()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto other = d.makeCounter(u"Theke 2"_s);
        bool held = false;
        other->open(d.id(u"2026-4118"_s), [&held](const Result<domain::OpenItem>& item) { held = item.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(held, kPatienceMs);
        QVERIFY(d.opened(u"2026-4118"_s, State::Locked));
        QVERIFY(d.text("pay.notice_text").contains(u"Theke 2"_s));
        other->close(d.id(u"2026-4118"_s));
        QVERIFY(d.reaches(State::Input));       // by itself
        QCOMPARE(d.item(u"2026-4118"_s).lockDesk, u"Theke 1"_s);
    }

    void closingALockedSheetLeavesTheOtherDeskAlone()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        const auto other = d.makeCounter(u"Theke 2"_s);
        bool held = false;
        other->open(d.id(u"2026-4118"_s), [&held](const Result<domain::OpenItem>& item) { held = item.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(held, kPatienceMs);
        QVERIFY(d.opened(u"2026-4118"_s, State::Locked));
        QTest::keyClick(d.sheet, Qt::Key_Escape);
        QTest::qWait(50);
        QCOMPARE(d.item(u"2026-4118"_s).lockDesk, u"Theke 2"_s);
    }

    void aReceiptThatFailsTakesNothingBack()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.paper.failure = Error{Fault::Internal, u"paper.library"_s, {}};
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(press(*d.sheet, "pay.transfer"));
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        QVERIFY(find<QLabel>(*d.sheet, "pay.receipt_error")->isVisible());
        QVERIFY(!button(*d.sheet, "pay.other")->isEnabled());   // no receipt to show
        QCOMPARE(d.item(u"2026-4118"_s).payments.size(), 1u);
    }

    void marksTheTraining()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(!find<QWidget>(*d.sheet, "pay.training")->isVisible());
        QVERIFY(find<QWidget>(*d.sheet, "pay.till_receipt")->isVisible());
        d.sheet->close();
        d.sheet->setTraining(true);
        QVERIFY(d.opened(u"2026-4118"_s));
        QVERIFY(find<QWidget>(*d.sheet, "pay.training")->isVisible());
        QVERIFY(!find<QWidget>(*d.sheet, "pay.till_receipt")->isVisible());
    }
    void fitsAndIsNamed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("desk") << QSize{1440, 900} << 1.0;
        QTest::newRow("least window") << QSize{1024, 680} << 1.0;
        QTest::newRow("150 %") << QSize{1920, 1080} << 1.5;
    }
    void fitsAndIsNamed()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        applyTheme(*qApp, ThemeKind::Light, scale);
        Desk d;
        d.window.resize(size);
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s));
        const int least = Theme::make(ThemeKind::Light, scale).px(44);
        for (const char* method : {"pay.cash", "pay.card", "pay.transfer"}) {
            QVERIFY(press(*d.sheet, method));
            QTest::qWait(20);
            QVERIFY2(complaintsAbout(*d.sheet, least).isEmpty(), qPrintable(complaintsAbout(*d.sheet, least)));
        }
        QVERIFY(press(*d.sheet, "pay.book"));
        QVERIFY(d.reaches(State::Done));
        QVERIFY2(complaintsAbout(*d.sheet, least).isEmpty(), qPrintable(complaintsAbout(*d.sheet, least)));
        applyTheme(*qApp, ThemeKind::Light, 1);
    }
    void nothingIsCutAtTheSideWithBigLetters()
    {
        applyTheme(*qApp, ThemeKind::Light, 2);
        Desk d;
        d.window.resize(1440, 900);
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s));
        d.sheet->setPrinter(u"No printer, the receipt is kept as PDF"_s, true);
        QTest::qWait(50);
        const auto* frame = find<QWidget>(*d.sheet, "sheet.title")->parentWidget()->parentWidget();
        for (const auto* button : d.sheet->findChildren<ActionButton*>())
            if (button->isVisible()) QVERIFY2(button->mapTo(frame, QPoint{button->width(), 0}).x() <= frame->width(), qPrintable(button->text()));
        applyTheme(*qApp, ThemeKind::Light, 1);
    }
};

QTEST_MAIN(TstPaymentSheet)
#include "tst_payment_sheet.moc"
