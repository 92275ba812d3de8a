// Somebody else collects: a code by mail or on paper, asked for at the hand-over; a signature for the key; the labels on keys.
#include "app/services/key_tags.h"
#include "tests/ui/desk_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/theme.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/pickup_sheet.h"
#include "ui/keys/signature_field.h"
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;
using State = HandoverSheet::State;

namespace {

struct PickupDesk : DeskFixture {
    QWidget window;
    HandoverSheet* sheet;

    PickupDesk()
    {
        window.resize(1440, 900);
        sheet = new HandoverSheet{*keys, clock, &window};
        QObject::connect(feed.get(), &services::JournalFeed::rowsChanged, sheet, [this](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) sheet->itemChanged(row);
        });
        window.show();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
    }
    void takePaid(const QString& number, const QString& email = {})
    {
        take(number, 52785, u"FFB-ME 118"_s, u"12"_s, email);
        domain::PaymentBooked e;
        e.payment = domain::PaymentId::fresh();
        e.invoice = id(number);
        e.amount = item(number).open();
        e.sourceKey = u"cash:"_s + e.payment.text();
        e.method = u"cash"_s;
        append({e});
    }
    services::IssuedPickup onPaper(const QString& number)
    {
        std::optional<Result<services::IssuedPickup>> out;
        pickups->issueOnPaper(id(number), [&out](const Result<services::IssuedPickup>& issued) { out = issued; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs) || !out->ok()) qFatal("no code");
        return out->value();
    }
    Result<services::KeyOutlook> release(const services::ReleaseOrder& order)
    {
        std::optional<Result<services::KeyOutlook>> out;
        keys->release(order, [&out](const Result<services::KeyOutlook>& done) { out = done; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs)) qFatal("no answer");
        return *out;
    }
    services::ReleaseOrder byOther(const QString& number, const QString& code) { return {id(number), u"Herr Kern"_s, true, {}, true, code, {}, {}}; }
    bool opened(const QString& number, State wanted)
    {
        sheet->handOver(row(number));
        const bool there = QTest::qWaitFor([&] { return sheet->state() == wanted; }, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        return there;
    }
    void sign()
    {
        auto* field = find<SignatureField>(*sheet, "key.signature");
        QTest::mousePress(field, Qt::LeftButton, {}, {20, 60});
        for (int x = 30; x <= 200; x += 10) QTest::mouseMove(field, {x, 60 + (x / 10 % 2) * 20});
        QTest::mouseRelease(field, Qt::LeftButton, {}, {210, 60});
    }
    // The newest hand-over, as the journal has it.
    domain::KeyReleased released(const QString& number)
    {
        domain::KeyReleased out;
        for (const auto& entry : view(number).timeline)
            if (const auto* e = entry.event.as<domain::KeyReleased>()) out = *e;
        return out;
    }
};

} // namespace

class TstPickup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void aCodeOnPaperOpensOnce()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        const auto issued = d.onPaper(u"2026-4117"_s);
        QCOMPARE(issued.digits.size(), domain::kPickupDigits);
        QVERIFY(issued.sentTo.isEmpty());
        QCOMPARE(issued.expires.ms, d.clock.now().ms + domain::kPickupValidMs);
        const auto gone = d.release(d.byOther(u"2026-4117"_s, issued.digits.left(3) + u' ' + issued.digits.mid(3)));
        QVERIFY2(gone.ok(), gone.ok() ? "" : qPrintable(gone.error().code));
        QCOMPARE(d.released(u"2026-4117"_s).rule, u"code"_s);
        QVERIFY(d.item(u"2026-4117"_s).pickup.used);
        QVERIFY(got(d.journal->verify()).value().ok());
    }
    void wrongOnesAreWrittenDownAndBlockIt()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        const auto issued = d.onPaper(u"2026-4117"_s);
        const auto wrong = issued.digits == u"111111" ? u"222222"_s : u"111111"_s;
        for (int n = 0; n < domain::kPickupTries; ++n) QCOMPARE(d.release(d.byOther(u"2026-4117"_s, wrong)).error().code, u"pickup.wrong"_s);
        QCOMPARE(d.item(u"2026-4117"_s).pickup.wrong, domain::kPickupTries);
        QCOMPARE(d.release(d.byOther(u"2026-4117"_s, issued.digits)).error().code, u"pickup.blocked"_s);
        auto order = d.byOther(u"2026-4117"_s, issued.digits);
        order.overrideReason = u"owner called from his own number"_s;
        QVERIFY(d.release(order).ok());
        QCOMPARE(d.released(u"2026-4117"_s).rule, u"override"_s);
    }
    void byMailTheDigitsStandInTheLetterAlone()
    {
        PickupDesk d;
        d.set({{u"mail.host"_s, u"mail.lindner.example"_s}, {u"mail.from"_s, u"info@lindner.example"_s}, {u"company.name"_s, u"Autohaus Lindner"_s}});
        d.takePaid(u"2026-4117"_s, u"vogt@example.org"_s);
        std::optional<Result<services::IssuedPickup>> out;
        d.pickups->issueByMail(DeskFixture::id(u"2026-4117"_s), {}, [&out](const Result<services::IssuedPickup>& issued) { out = issued; });
        QVERIFY(QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs));
        QVERIFY2(out->ok(), out->ok() ? "" : qPrintable(out->error().code));
        QCOMPARE(out->value().sentTo, u"vogt@example.org"_s);
        QVERIFY(out->value().digits.isEmpty());
        // There is no mailer: the digits wait where secrets do.
        const auto pickup = d.item(u"2026-4117"_s).pickup;
        const auto code = d.secrets.kept.value(u"pickup."_s + pickup.salt);
        QCOMPARE(domain::pickupHash(code, pickup.salt, pickup.rounds), pickup.hash);
        QVERIFY(!code.isEmpty());
        for (const auto& entry : d.view(u"2026-4117"_s).timeline) QVERIFY(!QString::fromUtf8(domain::compact(domain::toJson(entry.event))).contains(code));
        QVERIFY(d.release(d.byOther(u"2026-4117"_s, code)).ok());
    }
    void theSheetAsksForTheCode()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        const auto issued = d.onPaper(u"2026-4117"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QVERIFY(!find<QLineEdit>(*d.sheet, "key.code")->isVisible());
        find<QCheckBox>(*d.sheet, "key.other")->setChecked(true);
        QVERIFY(find<QLineEdit>(*d.sheet, "key.code")->isVisible());
        QVERIFY(find<QLineEdit>(*d.sheet, "key.to")->text().isEmpty());   // it is somebody else
        find<QLineEdit>(*d.sheet, "key.to")->setText(u"Herr Kern"_s);
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        find<QLineEdit>(*d.sheet, "key.code")->setText(issued.digits == u"111111" ? u"222222"_s : u"111111"_s);
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(*d.sheet, "key.error")->text().contains(u"tries left: 4"_s), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(d.sheet->state(), State::Go, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(find<QWidget>(*d.sheet, "reason.text")->isVisible());      // the override, for who knows better
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        QCOMPARE(complaintsAbout(*d.sheet), QString{});
        find<QCheckBox>(*d.sheet, "key.other")->setChecked(false);          // it is the owner after all, who needs no approval
        QVERIFY(!find<QWidget>(*d.sheet, "reason.text")->isVisible());
        QVERIFY(button(*d.sheet, "key.release")->isEnabled());
        find<QCheckBox>(*d.sheet, "key.other")->setChecked(true);
        find<QLineEdit>(*d.sheet, "key.code")->setText(issued.digits);
        QVERIFY(!find<QWidget>(*d.sheet, "reason.text")->isVisible());
        QSignalSpy released{d.sheet, &HandoverSheet::released};
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_COMPARE_WITH_TIMEOUT(released.count(), 1, kPatienceMs);
        QCOMPARE(d.released(u"2026-4117"_s).rule, u"code"_s);
        QCOMPARE(d.released(u"2026-4117"_s).to, u"Herr Kern"_s);
    }
    void thePickupSheetPrintsOrSends()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        auto* sheet = new PickupSheet{*d.pickups, d.view(u"2026-4117"_s), /*mail=*/false, &d.window};
        sheet->open(sheet->firstField());
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(!button(*sheet, "pickup.send")->isEnabled());
        QCOMPARE(complaintsAbout(*sheet), QString{});
        QSignalSpy slip{sheet, &PickupSheet::slipRequested};
        QVERIFY(press(*sheet, "pickup.paper"));
        QTRY_COMPARE_WITH_TIMEOUT(slip.count(), 1, kPatienceMs);
        const auto digits = slip.front().front().toString();
        QVERIFY(d.release(d.byOther(u"2026-4117"_s, digits)).ok());
    }

    void aSignatureIsKeptBesideTheEntry()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        d.sheet->setSigning(u"required"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QVERIFY(press(*d.sheet, "key.release"));
        QTest::qWait(Sheet::kEnterInertMs + 30);
        auto* field = find<SignatureField>(*d.sheet, "key.signature");
        QVERIFY(field->isVisible());
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        d.sign();
        QVERIFY(field->isSigned());
        QVERIFY(press(*d.sheet, "key.sign_back"));
        QVERIFY(field->isEmpty());
        QVERIFY(!button(*d.sheet, "key.release")->isEnabled());
        d.sign();
        const auto drawn = field->svg();
        QVERIFY(QSvgRenderer{drawn}.isValid());
        QCOMPARE(complaintsAbout(*d.sheet), QString{});
        QSignalSpy released{d.sheet, &HandoverSheet::released};
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_COMPARE_WITH_TIMEOUT(released.count(), 1, kPatienceMs);
        const auto event = d.released(u"2026-4117"_s);
        QCOMPARE(event.signature, QString::fromLatin1(QCryptographicHash::hash(drawn, QCryptographicHash::Sha256).toHex()));
        std::optional<Result<QByteArray>> read;
        const auto ask = [&] {
            read.reset();
            d.keys->signature(event.signatureFile, event.signature, [&read](const Result<QByteArray>& svg) { read = svg; });
            return QTest::qWaitFor([&read] { return read.has_value(); }, kPatienceMs);
        };
        QVERIFY(ask());
        QVERIFY(read->ok());
        QCOMPARE(read->value(), drawn);
        // One that was changed is none.
        QFile file{d.documents() + u"/signatures/"_s + event.signatureFile};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<svg />");
        file.close();
        QVERIFY(ask());
        QCOMPARE(read->error().fault, Fault::Corrupt);
    }
    // By command as well, and at a desk that has not heard of it yet.
    void whereASignatureIsWantedNoKeyGoesWithout()
    {
        PickupDesk d;
        d.set({{u"keys.signature"_s, u"required"_s}});
        d.takePaid(u"2026-4117"_s);
        services::ReleaseOrder order{DeskFixture::id(u"2026-4117"_s), u"Frau Vogt"_s, true, {}, false, {}, {}, {}};
        QCOMPARE(d.release(order).error().code, u"key.unsigned"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_VERIFY_WITH_TIMEOUT(!find<QLabel>(*d.sheet, "key.error")->text().isEmpty(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(d.sheet->state(), State::Go, kPatienceMs);
        QTest::qWait(Sheet::kEnterInertMs + 30);
        QVERIFY(press(*d.sheet, "key.release"));                          // on to the signature
        QVERIFY(find<SignatureField>(*d.sheet, "key.signature")->isVisible());
        d.sheet->close();
        order.unsignedWhy = u"arm in plaster"_s;
        QVERIFY(d.release(order).ok());
        QCOMPARE(d.released(u"2026-4117"_s).unsignedWhy, u"arm in plaster"_s);
    }
    void withoutAHandTheReasonIsTyped()
    {
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        d.sheet->setSigning(u"required"_s);
        QVERIFY(d.opened(u"2026-4117"_s, State::Go));
        QVERIFY(press(*d.sheet, "key.release"));
        QTest::qWait(Sheet::kEnterInertMs + 30);
        find<QLineEdit>(*d.sheet, "key.unsigned")->setText(u"arm in plaster"_s);
        QSignalSpy released{d.sheet, &HandoverSheet::released};
        QVERIFY(press(*d.sheet, "key.release"));
        QTRY_COMPARE_WITH_TIMEOUT(released.count(), 1, kPatienceMs);
        QCOMPARE(d.released(u"2026-4117"_s).unsignedWhy, u"arm in plaster"_s);
        QVERIFY(d.released(u"2026-4117"_s).signature.isEmpty());
    }
    void aSignatureIsBounded()
    {
        SignatureField field;
        field.resize(600, 200);
        field.show();
        for (int stroke = 0; stroke < 40; ++stroke) {
            QTest::mousePress(&field, Qt::LeftButton, {}, {5, 5 + stroke});
            for (int i = 0; i < 120; ++i) QTest::mouseMove(&field, {5 + i * 4, (i % 2) * 100 + stroke});
            QTest::mouseRelease(&field, Qt::LeftButton, {}, {590, 5});
        }
        QVERIFY(field.points() <= SignatureField::kMaxPoints);
        QVERIFY(field.svg().size() <= 64 * 1024);
        PickupDesk d;
        d.takePaid(u"2026-4117"_s);
        services::ReleaseOrder order{DeskFixture::id(u"2026-4117"_s), u"Herr Vogt"_s, true, {}, false, {}, QByteArray{"<svg "} + QByteArray(70'000, 'x'), {}};
        QCOMPARE(d.release(order).error().code, u"key.signature"_s);
        order.signature = "<html>";
        QCOMPARE(d.release(order).error().code, u"key.signature"_s);
    }

    void tagsOfTodayAreOnePerKeyThatIsHere()
    {
        PickupDesk d;
        services::KeyTags tags{*d.journal, d.paper, *d.settings, d.clock};
        std::optional<Result<services::PrintedTags>> out;
        const auto make = [&] {
            out.reset();
            d.paper.tags.clear();
            tags.makeToday(u"Hook"_s, [&out](const Result<services::PrintedTags>& made) { out = made; });
            return QTest::qWaitFor([&out] { return out.has_value(); }, kPatienceMs);
        };
        QVERIFY(make());
        QCOMPARE(out->error().code, u"key.none_today"_s);
        d.take(u"2026-1"_s, 100, u"M-AB 1"_s, u"7"_s);
        d.take(u"2026-2"_s, 100, u"M-AB 1"_s, u"7"_s);       // the same stay
        d.take(u"2026-3"_s, 100, u"M-CD 2"_s, u"3"_s);
        QVERIFY(make());
        QVERIFY(out->ok());
        QCOMPARE(out->value().count, 2);
        QCOMPARE(d.paper.tags.size(), std::size_t{2});
        QCOMPARE(d.paper.tags[0].hook, u"3"_s);
        QCOMPARE(d.paper.tags[1].plate, u"M-AB 1"_s);
        QCOMPARE(d.paper.tags[1].code, d.paper.tags[1].number);   // no sheet yet: the number finds it
        QCOMPARE(d.paper.tags[0].width, 62);
        d.clock.advance(24LL * 3600 * 1000);
        QVERIFY(make());
        QCOMPARE(out->error().code, u"key.none_today"_s);
    }
};

QTEST_MAIN(TstPickup)
#include "tst_pickup.moc"
