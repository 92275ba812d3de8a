#include "tests/ui/desk_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/theme.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/hook_sheet.h"
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;
using State = HandoverSheet::State;

namespace {

struct KeyDesk : DeskFixture {
    QWidget window;
    HandoverSheet* sheet;
    HookSheet* hooks;

    KeyDesk()
    {
        window.resize(1440, 900);
        sheet = new HandoverSheet{*keys, clock, &window};
        hooks = new HookSheet{*keys, &window};
        QObject::connect(feed.get(), &services::JournalFeed::rowsChanged, sheet, [this](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) sheet->itemChanged(row);
        });
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
    }
    bool opened(const QString& number, State wanted)
    {
        sheet->handOver(row(number));
        return reaches(wanted);
    }
    bool reaches(State wanted)
    {
        const bool there = QTest::qWaitFor([&] { return sheet->state() == wanted; }, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        return there;
    }
    void payInCash(const QString& number)
    {
        domain::PaymentBooked e;
        e.payment = domain::PaymentId::fresh();
        e.invoice = id(number);
        e.amount = item(number).open();
        e.sourceKey = u"cash:"_s + e.payment.text();
        e.method = u"cash"_s;
        append({e});
    }
    QString text(const char* name) { return find<QLabel>(*sheet, name)->text().replace(u'\u00A0', u' '); }
    int visibleRows(const char* start) const
    {
        int n = 0;
        for (const auto* w : sheet->findChildren<QWidget*>(QRegularExpression{u'^' + QString::fromLatin1(start)})) n += w->isVisible() ? 1 : 0;
        return n;
    }
};

} // namespace

class TstHandoverSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void paidKeyGoes()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        d.payInCash(u"2026-4117"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QCOMPARE(d.text("key.verdict"), u"Key may go"_s);
        QCOMPARE(d.text("key.hook"), u"Hook 12"_s);
        QCOMPARE(find<QLineEdit>(*d.sheet, "key.to")->text(), u"Dr. Helene Vogt"_s);
        QVERIFY(!find<QWidget>(*d.sheet, "reason.text")->isVisible());
        QVERIFY(!button(*d.sheet, "key.pay")->isVisible());
        QCOMPARE(static_cast<ActionButton*>(button(*d.sheet, "key.release"))->kind(), ActionButton::Kind::Primary);
        find<QLineEdit>(*d.sheet, "key.to")->setText(u" "_s);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        find<QLineEdit>(*d.sheet, "key.to")->setText(u"Herr Vogt"_s);
        QVERIFY(press(*d.sheet, "key.id_seen"));
        QSignalSpy released{d.sheet, &HandoverSheet::released}, closed{d.sheet, &Sheet::closed};
        find<QLineEdit>(*d.sheet, "key.to")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(released.count(), 1, kPatienceMs);
        QCOMPARE(closed.count(), 1);
        const auto key = d.key(u"2026-4117"_s);
        QCOMPARE(key.state, domain::KeyState::Released);
        QCOMPARE(key.to, u"Herr Vogt"_s);
        QCOMPARE(key.rule, u"paid"_s);
    }

    void openKeyStaysAndPayingIsTheFilledButton()
    {
        KeyDesk d;
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s, State::Stay));
        QCOMPARE(d.text("key.verdict"), u"Key stays here"_s);
        QVERIFY(d.text("key.reason").contains(u"684,30 €"_s));
        QCOMPARE(d.visibleRows("key.rule"), 5);
        QCOMPARE(static_cast<ActionButton*>(button(*d.sheet, "key.pay"))->kind(), ActionButton::Kind::Primary);
        QCOMPARE(static_cast<ActionButton*>(button(*d.sheet, "key.release"))->kind(), ActionButton::Kind::Danger);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        QSignalSpy pay{d.sheet, &HandoverSheet::payRequested};
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
        QCOMPARE(pay.count(), 1);
        QCOMPARE(qvariant_cast<domain::InvoiceId>(pay[0][0]), d.id(u"2026-4118"_s));
        QVERIFY(!d.sheet->isOpen());
        QCOMPARE(d.key(u"2026-4118"_s).state, domain::KeyState::Held);
    }

    void overrideNeedsReasonWordsAndName()
    {
        KeyDesk d;
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s, State::Stay));
        auto* words = find<QPlainTextEdit>(*d.sheet, "reason.text");
        words->setPlainText(u"Überweist heute Abend, Chef kennt sie."_s);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());   // no reason chosen
        QVERIFY(press(*d.sheet, "reason.option0"));
        QVERIFY(button(*d.sheet, "key.release")->isEnabled());
        words->setPlainText(u"  zu   kurz "_s);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        words->setPlainText(u"Überweist heute Abend, Chef kennt sie."_s);
        find<QLineEdit>(*d.sheet, "key.to")->clear();
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        find<QLineEdit>(*d.sheet, "key.to")->setText(u"Dr. Helene Vogt"_s);
        // Enter in a field of the exception means neither "pay" nor "hand over".
        find<QLineEdit>(*d.sheet, "key.to")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::qWait(50);
        QVERIFY(d.sheet->isOpen());
        QCOMPARE(d.sheet->state(), State::Stay);
        QSignalSpy released{d.sheet, &HandoverSheet::released};
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_COMPARE_WITH_TIMEOUT(released.count(), 1, kPatienceMs);
        const auto key = d.key(u"2026-4118"_s);
        QCOMPARE(key.state, domain::KeyState::ReleasedByOverride);
        QVERIFY(key.overrideReason.contains(u"Chef kennt sie"_s));
        QVERIFY(key.overrideReason.startsWith(u"Regular customer"_s));
    }

    void allInvoicesOfTheStayCount()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        d.take(u"2026-4118"_s, 9900);
        d.payInCash(u"2026-4117"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Stay));   // this one is paid, the other is not
        QVERIFY(d.text("key.reason").contains(u"99,00 €"_s));
        QSignalSpy pay{d.sheet, &HandoverSheet::payRequested};
        QVERIFY(press(*d.sheet, "key.pay"));
        QCOMPARE(qvariant_cast<domain::InvoiceId>(pay[0][0]), d.id(u"2026-4118"_s));   // the open one
        d.payInCash(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s, State::Go));
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_COMPARE_WITH_TIMEOUT(d.key(u"2026-4117"_s).state, domain::KeyState::Released, kPatienceMs);
    }

    void moneyThatComesWhileOpenLetsTheKeyGo()
    {
        KeyDesk d;
        d.take(u"2026-4118"_s, 68430);
        const auto link = d.link(u"2026-4118"_s);
        QVERIFY(d.opened(u"2026-4118"_s, State::Stay));
        d.portal.pay(link);
        d.refresh(u"2026-4118"_s);
        QVERIFY(d.reaches(State::Go));
        const int fetches = d.portal.fetches;
        QTest::qWait(150);
        QCOMPARE(d.portal.fetches, fetches);   // no answer has asked for the next one
    }

    void staleIsNeverGreen()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        const auto link = d.link(u"2026-4117"_s);
        d.portal.pay(link);
        d.refresh(u"2026-4117"_s);
        d.portal.silent = true;
        QVERIFY(d.opened(u"2026-4117"_s, State::Stay));
        QCOMPARE(button(*d.sheet, "key.pay")->text(), u"Ask again"_s);   // paying again is not the way out
        d.portal.silent = false;
        QVERIFY(press(*d.sheet, "key.pay"));
        QVERIFY(d.reaches(State::Go));
    }

    void chargebackBetweenVerdictAndClick()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        d.payInCash(u"2026-4117"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QObject::disconnect(d.feed.get(), nullptr, d.sheet, nullptr);   // the news does not reach the sheet
        domain::PaymentBooked back;
        back.payment = domain::PaymentId{u"p-back"_s};
        back.invoice = d.id(u"2026-4117"_s);
        back.kind = domain::PaymentKind::RefundCash;
        back.amount = domain::Money::cents(-52785);
        back.sourceKey = u"refund_cash:1"_s;
        d.append({back});
        QVERIFY(press(*d.sheet, "key.release"));
        QVERIFY(d.reaches(State::Stay));
        QCOMPARE(d.key(u"2026-4117"_s).state, domain::KeyState::Held);
        QVERIFY(!d.text("key.error").isEmpty());
    }

    void goneKeyComesBackWithAReason()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        d.payInCash(u"2026-4117"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_VERIFY_WITH_TIMEOUT(!d.sheet->isOpen(), kPatienceMs);
        QVERIFY(d.opened(u"2026-4117"_s, State::Gone));
        QCOMPARE(d.text("key.verdict"), u"Key is gone"_s);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        find<QLineEdit>(*d.sheet, "key.why")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"drives tomorrow"_s);
        QSignalSpy back{d.sheet, &HandoverSheet::takenBack};
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, kPatienceMs);
        QCOMPARE(d.key(u"2026-4117"_s).state, domain::KeyState::Returned);
    }

    void hookIsStoredAndNeverTwice()
    {
        KeyDesk d;
        d.take(u"2026-4117"_s, 52785);
        d.hooks->hang(d.row(u"2026-4117"_s), {{u"12"_s, u"FFB-ME 118"_s}, {u"14"_s, u"N-GE 2716"_s}});
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(!button(*d.hooks, "hook.store")->isEnabled());   // it hangs there already
        auto* field = find<QLineEdit>(*d.hooks, "hook.field");
        QTest::keyClicks(field, u"14"_s);
        QVERIFY(!button(*d.hooks, "hook.store")->isEnabled());
        QVERIFY(find<QLabel>(*d.hooks, "hook.note")->text().contains(u"N-GE 2716"_s));
        field->selectAll();
        QTest::keyClicks(field, u"17"_s);
        QSignalSpy hung{d.hooks, &HookSheet::hung};
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(hung.count(), 1, kPatienceMs);
        QCOMPARE(d.key(u"2026-4117"_s).hook, u"17"_s);
        // Another desk has hung one there meanwhile: the sheet does not know, the journal does.
        d.take(u"2026-4118"_s, 100, u"N-GE 2716"_s, u"14"_s);
        d.hooks->hang(d.row(u"2026-4117"_s), {});
        QTest::qWait(Sheet::kEnterInertMs + 30);
        field->selectAll();
        QTest::keyClicks(field, u"14"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(*d.hooks, "hook.note")->text() == u"Hook 14 is taken"_s, kPatienceMs);
        QCOMPARE(d.key(u"2026-4117"_s).hook, u"17"_s);
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
        KeyDesk d;
        d.window.resize(size);
        d.take(u"2026-4118"_s, 68430);
        QVERIFY(d.opened(u"2026-4118"_s, State::Stay));
        const int least = Theme::make(ThemeKind::Light, scale).px(44);
        QVERIFY2(complaintsAbout(*d.sheet, least).isEmpty(), qPrintable(complaintsAbout(*d.sheet, least)));
        d.payInCash(u"2026-4118"_s);
        QVERIFY(d.reaches(State::Go));
        QVERIFY2(complaintsAbout(*d.sheet, least).isEmpty(), qPrintable(complaintsAbout(*d.sheet, least)));
        applyTheme(*qApp, ThemeKind::Light, 1);
    }
};

QTEST_MAIN(TstHandoverSheet)
#include "tst_handover_sheet.moc"
