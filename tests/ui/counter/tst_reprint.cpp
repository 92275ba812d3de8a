// A receipt of the counter once more: from the journal alone, word for word as it was, numbered as a copy.
#include "tests/ui/desk_fixture.h"
#include "app/domain/mail_rules.h"
#include "ui/common/wording.h"
#include "ui/board/story.h"
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;
using domain::Money;

class TstReprint : public QObject {
    Q_OBJECT

    struct Desk : DeskFixture {
        Desk()
        {
            becomeTraining();   // without a certified till the receipts are our own
            take(u"2026-4118"_s, 68'430);
        }
        Result<services::CounterReceipt> wait(const std::function<void(services::Done<services::CounterReceipt>)>& ask)
        {
            std::optional<Result<services::CounterReceipt>> out;
            ask([&out](const Result<services::CounterReceipt>& r) { out = r; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs)) qFatal("no answer");
            return *out;
        }
        // As the window asks for it: the receipt is the owner's.
        domain::PaymentId pay(qint64 cents, std::optional<Money> tendered = {})
        {
            services::CounterRequest request;
            request.invoice = id(u"2026-4118"_s);
            request.payment = domain::PaymentId::fresh();
            request.amount = Money::cents(cents);
            request.tendered = tendered;
            request.language = domain::languageOfOwner(item(u"2026-4118"_s));
            if (!wait([&](auto done) { counter->pay(request, done); })) qFatal("not booked");
            return request.payment;
        }
        Result<services::CounterReceipt> again(const domain::PaymentId& payment)
        {
            return wait([&](auto done) { counter->reprint(id(u"2026-4118"_s), payment, done); });
        }
    };

private Q_SLOTS:
    void theCopySaysWhatTheReceiptSaid()
    {
        Desk desk;
        const auto first = desk.pay(20'000, Money::cents(25'000));
        const auto second = desk.pay(48'430);
        QCOMPARE(desk.paper.receipts.size(), std::size_t{2});
        desk.clock.advance(3'600'000);
        const auto copy = desk.again(first);
        QVERIFY2(copy, copy ? "" : qPrintable(copy.error().code));
        QCOMPARE(desk.paper.receipts.size(), std::size_t{3});
        const auto& was = desk.paper.receipts[0];
        const auto& is = desk.paper.receipts[2];
        QCOMPARE(is.copy, 1);
        QCOMPARE(was.copy, 0);
        QCOMPARE(is.receiptNumber, was.receiptNumber);
        QCOMPARE(is.method, u"cash"_s);
        QCOMPARE(is.openBefore, Money::cents(68'430));           // as it was then, not as it is now
        QCOMPARE(is.paid, Money::cents(20'000));
        QCOMPARE(is.tendered, Money::cents(25'000));
        QCOMPARE(is.change, Money::cents(5'000));
        QCOMPARE(is.openAfter, Money::cents(48'430));
        QCOMPARE(is.at, was.at);
        QCOMPARE(is.till, u"Theke 1"_s);
        QVERIFY(is.training);
        QVERIFY(QFileInfo::exists(copy.value().file));
        QCOMPARE(desk.again(second).value().openAfter, Money::cents(0));
    }
    void theCopySpeaksAsTheReceiptDid()
    {
        Desk desk;
        const auto mailIn = [&desk](const QString& language) {
            desk.append({domain::MailQueued{domain::MailId{u"m-"_s + language}, desk.id(u"2026-4118"_s), domain::MailKind::Request, u"owner@post.example"_s, language, u"<m-%1@x>"_s.arg(language), {}}});
        };
        mailIn(u"en"_s);
        const auto english = desk.pay(20'000);
        mailIn(u"pl"_s);   // later he asks for Polish
        const auto polish = desk.pay(48'430);
        QVERIFY(desk.again(english) && desk.again(polish));
        QCOMPARE(desk.paper.receipts[0].language, u"en"_s);
        QCOMPARE(desk.paper.receipts[2].language, u"en"_s);   // the copy of it
        QCOMPARE(desk.paper.receipts[2].copy, 1);
        QCOMPARE(desk.paper.receipts[3].language, u"pl"_s);
    }
    void copiesAreNumberedAndStandInTheStory()
    {
        Desk desk;
        const auto payment = desk.pay(68'430);
        QCOMPARE(desk.again(payment).value().copy, 1);
        const auto second = desk.again(payment).value();
        QCOMPARE(second.copy, 2);
        QCOMPARE(desk.item(u"2026-4118"_s).payments.front().copies, 2);
        QCOMPARE(desk.item(u"2026-4118"_s).open(), Money::cents(0));
        const auto told = ui::Story::tell(desk.view(u"2026-4118"_s).timeline);
        QCOMPARE(told.front().text, u"Copy 2 of the receipt made"_s);
        QVERIFY(got(desk.journal->verify()).value().ok());
    }
    void withoutAReceiptThereIsNoCopy()
    {
        Desk desk;
        QCOMPARE(desk.again(domain::PaymentId::fresh()).error().code, u"receipt.unknown"_s);
        (void)desk.payOnline(u"2026-4118"_s);
        QCOMPARE(desk.again(desk.item(u"2026-4118"_s).payments.front().id).error().code, u"receipt.unknown"_s);
        QVERIFY(desk.paper.receipts.empty());
        QVERIFY(!ui::Wording::failure({Fault::NotFound, u"receipt.unknown"_s, {}}).contains(u"receipt.unknown"_s));
    }
    void paperThatFailsLeavesNoCopyBehind()
    {
        Desk desk;
        const auto payment = desk.pay(68'430);
        desk.paper.failure = Error{Fault::Invalid, u"paper.font"_s, {}};
        QVERIFY(!desk.again(payment));
        QCOMPARE(desk.item(u"2026-4118"_s).payments.front().copies, 0);
        desk.paper.failure = {};
        QCOMPARE(desk.again(payment).value().copy, 1);
    }
};

QTEST_MAIN(TstReprint)
#include "tst_reprint.moc"
