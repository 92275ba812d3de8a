// Money given back, clicked at, over real stations and a scripted portal.
#include "tests/ui/desk_fixture.h"
#include "ui/common/theme.h"
#include "ui/counter/refund_check_sheet.h"
#include "ui/counter/refund_sheet.h"
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;
using State = RefundSheet::State;

class TstRefundSheet : public QObject {
    Q_OBJECT

    struct Desk : DeskFixture {
        QWidget window;
        QPointer<RefundSheet> sheet;

        explicit Desk(QSize size = {1440, 900})
        {
            window.resize(size);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        void open(const QString& number, const RefundSheet::About& about = {})
        {
            sheet = new RefundSheet{*refunds, *settings, clock, view(number), about, &window};
            QObject::connect(feed.get(), &services::JournalFeed::rowsChanged, sheet, [this, number] {
                reader->invoice(id(number), [this](const Result<services::InvoiceView>& v) { if (sheet && v) sheet->setView(v.value()); });
            });
            sheet->open();
            QTest::qWait(Sheet::kEnterInertMs + 20);
        }
        QString text(const char* name) { return find<QLabel>(*sheet, name)->text(); }
        QLineEdit* line(const char* name) { return find<QLineEdit>(*sheet, name); }
        bool may() { return button(*sheet, "refund.primary")->isEnabled(); }
        void giveReason()
        {
            QVERIFY(press(*sheet, "reason.option0"));
            find<QPlainTextEdit>(*sheet, "reason.text")->setPlainText(u"Zweimal überwiesen"_s);
        }
        bool reaches(State state) { return QTest::qWaitFor([&] { return sheet && sheet->state() == state; }, kPatienceMs); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }

    void theTasksPaymentAndSurplusAreChosenAlready()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        const auto link = d.payTwice(u"2026-4118"_s);
        const auto item = d.item(u"2026-4118"_s);
        QCOMPARE(item.tasks.size(), 1u);
        QCOMPARE(item.tasks[0].kind, u"payment.double"_s);
        d.open(u"2026-4118"_s, {item.tasks[0].id, item.tasks[0].detail});
        QCOMPARE(d.line("refund.amount")->text(), u"100,00"_s);
        QCOMPARE(find<QPlainTextEdit>(*d.sheet, "reason.text")->toPlainText(), u"Paid twice, invoice 2026-4118"_s);
        QVERIFY2(d.may(), qPrintable(button(*d.sheet, "refund.primary")->accessibleDescription()));
        QVERIFY(press(*d.sheet, "refund.primary"));
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.portal.refunds.size(), 1u);
        QCOMPARE(d.portal.refunds[0].amount, domain::Money::cents(10000));
        QCOMPARE(d.text("pay.notice_title"), u"%1 are on their way back"_s.arg(u"100,00\u00a0€"_s));
        QVERIFY(!d.item(u"2026-4118"_s).tasks.empty());   // not before the portal says so
        d.portal.refunded(link);
        d.refresh(u"2026-4118"_s);
        QTRY_COMPARE(d.text("pay.notice_title"), u"%1 given back"_s.arg(u"100,00\u00a0€"_s));
        QVERIFY(d.item(u"2026-4118"_s).tasks.empty());
        QVERIFY(d.item(u"2026-4118"_s).open().isZero());
        QSignalSpy slip{d.sheet, &RefundSheet::slipRequested};
        QVERIFY(press(*d.sheet, "refund.slip"));
        QCOMPARE(slip.count(), 1);
        QVERIFY(slip.at(0).at(0).toByteArray().startsWith("%PDF"));
    }
    // Everything is filled in already, so one Enter too many must not give the money back.
    void aPlainEnterGivesNothingBack()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        d.payTwice(u"2026-4118"_s);
        const auto task = d.item(u"2026-4118"_s).tasks.at(0);
        d.open(u"2026-4118"_s, {task.id, task.detail});
        d.sheet->firstField()->setFocus(Qt::OtherFocusReason);
        QVERIFY(d.may());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(d.sheet->state(), State::Input);
        QVERIFY(d.portal.refunds.empty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.portal.refunds.size(), 1u);
        QCOMPARE(d.portal.refunds[0].amount, domain::Money::cents(10000));
    }
    void aboveTheLimitASecondPersonAgrees()
    {
        Desk d;
        d.take(u"2026-4118"_s, 60000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        d.payOnline(u"2026-4118"_s);
        d.open(u"2026-4118"_s);
        d.giveReason();
        QVERIFY(d.line("refund.second")->isVisible());
        QVERIFY(!d.may());
        d.line("refund.second")->setText(u"frau roth "_s);   // the same one
        QVERIFY(press(*d.sheet, "refund.primary"));
        QVERIFY(QTest::qWaitFor([&] { return !d.text("refund.message").isEmpty(); }, kPatienceMs));
        QCOMPARE(d.sheet->state(), State::Input);
        QVERIFY(d.text("refund.message").contains(u"second person"_s));
        QVERIFY(d.portal.refunds.empty());
        d.line("refund.second")->setText(u"Herr Lindner"_s);
        QVERIFY(press(*d.sheet, "refund.primary"));
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.portal.refunds.size(), 1u);
    }
    void aPartIsTakenAndTooMuchIsNot()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        d.payOnline(u"2026-4118"_s);
        d.open(u"2026-4118"_s);
        d.giveReason();
        for (const auto& wrong : {u"100,01"_s, u"0"_s, u"-5"_s, u"viel"_s, QString{}}) {
            d.line("refund.amount")->setText(wrong);
            QVERIFY2(!d.may(), qPrintable(wrong));
        }
        d.line("refund.amount")->setText(u"40,5"_s);
        QVERIFY(d.may());
        QTest::keyClick(d.line("refund.amount"), Qt::Key_Return);
        QVERIFY(d.reaches(State::Done));
        QCOMPARE(d.portal.refunds.size(), 1u);
        QCOMPARE(d.portal.refunds[0].amount, domain::Money::cents(4050));
    }
    void cashGoesBackAtTheCounterWithItsReceipt()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        const auto link = d.payTwice(u"2026-4118"_s);
        d.open(u"2026-4118"_s);
        QVERIFY(press(*d.sheet, "refund.payment0"));   // the cash
        d.giveReason();
        QVERIFY(!d.may());
        d.line("refund.receipt")->setText(u"K-118"_s);
        QVERIFY(press(*d.sheet, "refund.primary"));
        QVERIFY(d.reaches(State::Done));
        QVERIFY(d.portal.refunds.empty());
        const auto back = d.item(u"2026-4118"_s).payments.back();
        QCOMPARE(back.kind, domain::PaymentKind::RefundCash);
        QCOMPARE(back.amount, domain::Money::cents(-10000));
        QCOMPARE(back.receiptNumber, u"K-118"_s);
    }
    void aPersonSaysWhatBecameOfIt_data()
    {
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("carried out") << true;
        QTest::newRow("not carried out") << false;
    }
    // No answer from the portal: two people look at its page and say what stands there.
    void aPersonSaysWhatBecameOfIt()
    {
        QFETCH(bool, carriedOut);
        Desk d;
        d.take(u"2026-4118"_s, 60000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        d.payOnline(u"2026-4118"_s);
        d.portal.silent = true;
        d.open(u"2026-4118"_s);
        d.giveReason();
        d.line("refund.second")->setText(u"Herr Lindner"_s);
        QVERIFY(press(*d.sheet, "refund.primary"));
        QVERIFY(d.reaches(State::Done));
        QTRY_COMPARE_WITH_TIMEOUT(d.text("pay.notice_title"), u"Unclear whether %1 went back"_s.arg(u"600,00\u00a0€"_s), kPatienceMs);
        delete d.sheet;
        d.open(u"2026-4118"_s);
        QVERIFY(!d.may());
        QSignalSpy asked{d.sheet, &RefundSheet::checkRequested};
        QVERIFY(press(*d.sheet, "refund.check"));
        QCOMPARE(asked.count(), 1);
        delete d.sheet;

        const auto refund = d.item(u"2026-4118"_s).refunds.front().id;
        QPointer check{new RefundCheckSheet{*d.refunds, *d.settings, d.view(u"2026-4118"_s), refund, &d.window}};
        QSignalSpy finished{check, &RefundCheckSheet::finished};
        check->open();
        QTest::qWait(Sheet::kEnterInertMs + 20);
        QVERIFY(press(*check, carriedOut ? "reason.option0" : "reason.option1"));
        find<QPlainTextEdit>(*check, "reason.text")->setPlainText(u"Im Portal nachgesehen"_s);
        QVERIFY(button(*check, "check.primary")->accessibleDescription().endsWith(u"a second person has to agree"_s));
        find<QLineEdit>(*check, "check.second")->setText(u"Frau Roth"_s);   // the one who gave it back
        QVERIFY(press(*check, "check.primary"));
        QVERIFY(QTest::qWaitFor([&] { return find<QLabel>(*check, "check.message")->text().contains(u"second person"_s); }, kPatienceMs));
        find<QLineEdit>(*check, "check.second")->setText(u"Herr Lindner"_s);
        QCOMPARE(complaintsAbout(*check), QString{});
        QVERIFY(press(*check, "check.primary"));
        QVERIFY(QTest::qWaitFor([&] { return finished.count() == 1; }, kPatienceMs));
        const auto item = d.item(u"2026-4118"_s);
        QVERIFY(item.tasks.empty());
        QCOMPARE(item.refunds.front().state, carriedOut ? domain::RefundState::Done : domain::RefundState::Failed);
        QCOMPARE(item.paid, domain::Money::cents(carriedOut ? 0 : 60000));
        QVERIFY(d.portal.refunds.empty());
        const auto due = got(d.journal->outboxDue(d.clock.now().plusMs(24 * 3'600'000), 10));
        QVERIFY(due && due.value().empty());   // nothing is sent a second time
        check->close();
        delete check;
    }
    void withoutAPaymentItSaysSo()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.open(u"2026-4118"_s);
        QVERIFY(find<QLabel>(*d.sheet, "refund.none")->isVisible());
        QVERIFY(!d.may());
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1440, 900}, QSize{1024, 680}}) {
            Desk d{size};
            d.take(u"2026-4118"_s, 60000);
            d.payTwice(u"2026-4118"_s);
            d.open(u"2026-4118"_s);
            QTest::qWait(50);
            QCOMPARE(complaintsAbout(*d.sheet), QString{});
            QVERIFY(press(*d.sheet, "refund.payment0"));
            QTest::qWait(50);
            QCOMPARE(complaintsAbout(*d.sheet), QString{});
        }
    }
};

QTEST_MAIN(TstRefundSheet)
#include "tst_refund_sheet.moc"
