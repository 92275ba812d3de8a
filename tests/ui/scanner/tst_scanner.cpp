// What the desk hears of a scan: the invoice, a sheet that no longer counts, a code nothing here knows. Over a real store.
#include "tests/ui/desk_fixture.h"
#include "app/domain/pay_codes.h"
#include "ui/common/money_text.h"
#include "ui/scanner/scanner.h"
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstScanner : public QObject {
    Q_OBJECT

    struct Desk : test::DeskFixture {
        Desk()
        {
            QObject::connect(&scanner, &Scanner::said, [this](const ToastText& text) { said.push_back(text); });
        }
        // A sheet with a desk code of its own; the one before it no longer counts.
        QString sheet(const QString& invoice, int number, qint64 cents)
        {
            domain::RequestCreated made;
            made.request = domain::RequestId{u"q%1"_s.arg(number)};
            made.invoice = id(invoice);
            made.number = number;
            made.sheet = number;
            made.portal = u"scripted"_s;
            made.amount = domain::Money::cents(cents);
            made.idempotencyKey = made.request.text();
            made.deskCode = domain::deskCode(1, number);
            made.token = u"K7M2QX4T9BH%1"_s.arg(number);
            append({made, domain::RequestAnswered{made.request, made.invoice, domain::RequestState::Open, u"pl_%1"_s.arg(number), u"https://pay.example/%1"_s.arg(number), {}, {}, {}}});
            return made.deskCode;
        }
        void supersede(const QString& invoice, int number) { append({domain::RequestMoved{domain::RequestId{u"q%1"_s.arg(number)}, id(invoice), domain::RequestState::Cancelled, u"superseded"_s}}); }

        Scanner scanner{*reader, *settings};
        QSignalSpy found{&scanner, &Scanner::found};
        std::vector<ToastText> said;
    };

private Q_SLOTS:
    void aCodeOfASheetLeadsToItsInvoiceWithoutAWord()
    {
        Desk desk;
        desk.take(u"2026-4118"_s, 68'430);
        desk.scanner.take(desk.sheet(u"2026-4118"_s, 1, 68'430));
        QTRY_COMPARE(desk.found.count(), 1);
        QCOMPARE(desk.found.front().front().value<domain::InvoiceId>(), desk.id(u"2026-4118"_s));
        QVERIFY(desk.said.empty());
    }
    void aSupersededSheetIsNamedWithTheOneThatCounts()
    {
        Desk desk;
        desk.take(u"2026-4118"_s, 68'430);
        const auto old = desk.sheet(u"2026-4118"_s, 1, 50'000);
        desk.supersede(u"2026-4118"_s, 1);
        desk.scanner.take(old);
        QTRY_COMPARE(desk.said.size(), std::size_t{1});
        QVERIFY2(desk.said[0].text.contains(moneyText(domain::Money::cents(68'430))) && desk.said[0].text.contains(moneyText(domain::Money::cents(50'000))), qPrintable(desk.said[0].text));
        (void)desk.sheet(u"2026-4118"_s, 2, 68'430);
        desk.scanner.take(old);
        QTRY_COMPARE(desk.said.size(), std::size_t{2});
        QCOMPARE(desk.said[1].look, Look::Notice);
        QCOMPARE(desk.said[1].text, u"Sheet 2 does: %1 instead of %2"_s.arg(moneyText(domain::Money::cents(68'430)), moneyText(domain::Money::cents(50'000))));
        QCOMPARE(desk.found.count(), 2);
    }
    void anUnknownCodeIsShownCutAndFindsNothing()
    {
        Desk desk;
        desk.scanner.take(u"NOBODY KNOWS\nTHIS "_s + QString{100, u'7'});
        QTRY_COMPARE(desk.said.size(), std::size_t{1});
        QCOMPARE(desk.said[0].look, Look::Refused);
        QCOMPARE(desk.said[0].text, (u"The scanner read: NOBODY KNOWS THIS "_s + QString{22, u'7'} + u'\u2026'));
        desk.scanner.take(u"4711-0815"_s);
        QTRY_COMPARE(desk.said.size(), std::size_t{2});
        QCOMPARE(desk.said[1].text, u"The scanner read: 4711-0815"_s);
        QCOMPARE(desk.found.count(), 0);
    }
    void theSettingsReachTheFilter()
    {
        Desk desk;
        desk.take(u"2026-4118"_s, 68'430);
        int kept = 0;
        for (const auto& [key, value] : QList<std::pair<QString, QString>>{{u"scanner.prefix"_s, u"f9"_s}, {u"scanner.suffix"_s, u"none"_s}, {u"scanner.speed"_s, u"no"_s}})
            desk.settings->set(key, value, {}, [&kept](const Result<Ok>& ok) { kept += ok ? 1 : 0; });
        QTRY_COMPARE(kept, 3);
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto strike = [&window](int key, const QString& text = {}) {
            QKeyEvent press{QEvent::KeyPress, key, Qt::NoModifier, text};
            QCoreApplication::sendEvent(window.windowHandle(), &press);
        };
        strike(Qt::Key_F9);
        for (const QChar c : u"2026-4118"_s) strike(c.unicode(), QString{c});
        QTRY_COMPARE(desk.found.count(), 1);                     // no key ended it
    }
};

QTEST_MAIN(TstScanner)
#include "tst_scanner.moc"
