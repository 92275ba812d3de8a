// Collection by somebody else: digits that are all equally likely, a hash as the standard has it, five tries, seven days, once, and an override for the rest.
#include "app/domain/json.h"
#include "app/domain/key_rules.h"
#include "app/domain/mail_rules.h"
#include "app/domain/pickup_rules.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TstPickupRules : public QObject {
    Q_OBJECT

    static constexpr int kFew = 2;   // rounds: what the stretching costs is tried elsewhere
    const Instant m_now{1'764'000'000'000};
    const QString m_salt = u"00112233445566778899aabbccddeeff"_s;

    static Recorded at(Event event, Instant when, qint64 seq) { return {seq, when, {u"Haupthaus"_s, u"Theke 1"_s, u"Frau Roth"_s}, std::move(event)}; }
    OpenItem item(const QString& email = {}) const
    {
        Invoice invoice;
        invoice.number = u"R-1"_s;
        invoice.typeCode = u"380"_s;
        invoice.gross = invoice.amountDue = Money::cents(0);
        invoice.buyer.email = email;
        const InvoiceTaken taken{InvoiceId{u"i1"_s}, u"n"_s, u"WERBAS"_s, invoice, {}, {}, {}, {}, KeyId{u"k1"_s}, {}};
        return apply(OpenItem{}, at(taken, m_now, 1)).value();
    }
    static VehicleKey key()
    {
        VehicleKey k;
        k.id = KeyId{u"k1"_s};
        k.plate = u"M-AB 1234"_s;
        return k;
    }
    OpenItem coded(const QString& digits = u"047113"_s) const
    {
        const PickupIssue order{m_salt, pickupHash(digits, m_salt, kFew), kFew, false, {}, {}};
        const auto events = decidePickupIssue(item(), key(), order, {}, m_now);
        return apply(item(), at(events.value().front(), m_now, 2)).value();
    }
    QString hash(const QString& digits) const { return pickupHash(digits, m_salt, kFew); }
    Result<std::vector<Event>> release(const OpenItem& i, const QString& codeHash, const QString& reason = {}) const
    {
        return decideRelease(key(), {i}, {i.id, u"Herr Kern"_s, true, reason, {}, true, codeHash, {}, {}, {}}, m_now);
    }

private Q_SLOTS:
    void digitsAreSixWhateverComes()
    {
        QCOMPARE(pickupDigits(QByteArray(8, '\0')), u"000000"_s);
        QCOMPARE(pickupDigits(QByteArray{"\0\0\0\0\0\0\xb8\x09", 8}), u"047113"_s);
        for (int i = 0; i < 200; ++i) QCOMPARE(pickupDigits(QByteArray(7, static_cast<char>(i)) + static_cast<char>(i * 3)).size(), kPickupDigits);
    }
    void whatIsTypedIsReadKindly()
    {
        QCOMPARE(typedPickupCode(u" 047 113 "_s), u"047113"_s);
        QCOMPARE(typedPickupCode(u"047-113"_s), u"047113"_s);
        QCOMPARE(typedPickupCode(u"O47113"_s), QString{});
        QCOMPARE(typedPickupCode(u"٠٤٧١١٣"_s), QString{});   // digits of another script are none of ours
    }
    void theHashIsTheStandards()
    {
        // RFC 7914, 11: PBKDF2-HMAC-SHA256 of "passwd", "salt", one round, and "Password", "NaCl", 80000; the first 32 of 64 bytes.
        QCOMPARE(pickupHash(u"passwd"_s, u"73616c74"_s, 1), u"55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"_s);
        QCOMPARE(pickupHash(u"Password"_s, u"4e61436c"_s, 80'000), u"4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"_s);
        QVERIFY(hash(u"047113"_s) != hash(u"047114"_s));
        QVERIFY(pickupHash(u"047113"_s, u"00"_s, kFew) != hash(u"047113"_s));
    }
    void theDigitsStandNowhere()
    {
        const auto i = coded(u"918273"_s);
        QVERIFY(!QString::fromUtf8(compact(toJson(i))).contains(u"918273"_s));
        const auto events = decidePickupIssue(item(u"vogt@example.org"_s), key(), {m_salt, hash(u"918273"_s), kFew, true, {}, {}}, [] {
            Policy p;
            p.mail = true;
            p.mailDomain = u"lindner.example"_s;
            return p;
        }(), m_now);
        QVERIFY(events.ok());
        QCOMPARE(events.value().size(), std::size_t{2});
        QCOMPARE(events.value()[1].as<MailQueued>()->kind, MailKind::PickupCode);
        QCOMPARE(events.value()[1].as<MailQueued>()->to, u"vogt@example.org"_s);
        for (const auto& e : events.value()) QVERIFY(!QString::fromUtf8(compact(toJson(e))).contains(u"918273"_s));
    }
    void theRightCodeOpensAndIsUsed()
    {
        const auto events = release(coded(), hash(u"047113"_s));
        QVERIFY(events.ok());
        QCOMPARE(events.value().size(), std::size_t{2});
        QVERIFY(events.value()[0].as<PickupCodeTried>()->right);
        QCOMPARE(events.value()[1].as<KeyReleased>()->rule, u"code"_s);
        QCOMPARE(events.value()[1].as<KeyReleased>()->to, u"Herr Kern"_s);
        const auto after = apply(coded(), at(events.value()[0], m_now, 3)).value();
        QVERIFY(after.pickup.used);
        QCOMPARE(checkPickup(after.pickup, hash(u"047113"_s), m_now).error().code, u"pickup.used"_s);
    }
    void fiveWrongOnesBlockIt()
    {
        auto i = coded();
        for (int n = 0; n < kPickupTries; ++n) {
            const auto refused = release(i, hash(u"000000"_s));
            QCOMPARE(refused.error().code, u"pickup.wrong"_s);
            QCOMPARE(refused.error().detail, QString::number(kPickupTries - n - 1));
            i = apply(i, at(PickupCodeTried{i.id, false}, m_now, 3 + n)).value();
        }
        QCOMPARE(release(i, hash(u"047113"_s)).error().code, u"pickup.blocked"_s);   // the right one, too
        QCOMPARE(release(i, {}).error().code, u"pickup.blocked"_s);
    }
    void itLivesSevenDays()
    {
        const auto code = coded().pickup;
        QVERIFY(checkPickup(code, code.hash, m_now.plusMs(kPickupValidMs)).ok());
        QCOMPARE(checkPickup(code, code.hash, m_now.plusMs(kPickupValidMs + 1)).error().code, u"pickup.expired"_s);
        QCOMPARE(checkPickup(code, code.hash, m_now.plusMs(-3 * kPickupValidMs)).error().code, u"pickup.expired"_s);   // a clock that was set back
    }
    void aNewOneWithdrawsTheOld()
    {
        auto i = coded();
        i = apply(i, at(PickupCodeTried{i.id, false}, m_now, 3)).value();
        const auto other = u"ffeeddccbbaa99887766554433221100"_s;
        i = apply(i, at(PickupCodeIssued{i.id, other, pickupHash(u"222222"_s, other, kFew), kFew, m_now.plusMs(kPickupValidMs), u"paper"_s}, m_now, 4)).value();
        QCOMPARE(i.pickup.wrong, 0);
        QCOMPARE(checkPickup(i.pickup, hash(u"047113"_s), m_now).error().code, u"pickup.wrong"_s);
        QVERIFY(checkPickup(i.pickup, pickupHash(u"222222"_s, other, kFew), m_now).ok());
    }
    void withoutOneOnlyAnOverrideHelps()
    {
        QCOMPARE(release(item(), {}).error().code, u"pickup.none"_s);
        QCOMPARE(release(item(), {}, u"short"_s).error().code, u"key.override_reason"_s);
        const auto events = release(item(), {}, u"owner has called from his own number"_s);
        QVERIFY(events.ok());
        QCOMPARE(events.value().size(), std::size_t{1});
        QCOMPARE(events.value()[0].as<KeyReleased>()->rule, u"override"_s);
        // The right code makes a reason needless.
        QCOMPARE(release(coded(), hash(u"047113"_s), u"owner has called from his own number"_s).value().back().as<KeyReleased>()->rule, u"code"_s);
    }
    void nobodyGetsACodeForAKeyThatIsGone()
    {
        auto gone = key();
        gone.state = KeyState::Released;
        gone.to = u"Herr Vogt"_s;
        QCOMPARE(decidePickupIssue(item(), gone, {m_salt, {}, kFew, false, {}, {}}, {}, m_now).error().code, u"key.gone"_s);
        QCOMPARE(decidePickupIssue(item(), {}, {m_salt, {}, kFew, false, {}, {}}, {}, m_now).error().code, u"key.none"_s);
        QCOMPARE(decidePickupIssue(item(), key(), {m_salt, {}, kFew, true, {}, {}}, {}, m_now).error().code, u"mail.not_configured"_s);
    }
    void aCodeIsNotSentTwice()
    {
        Policy policy;
        policy.mail = true;
        auto i = item(u"vogt@example.org"_s);
        const auto mail = pickupMail(i, m_salt, {}, {}, policy).value();
        i = apply(i, at(mail, m_now, 2)).value();
        i = apply(i, at(MailMoved{mail.mail, i.id, MailState::Failed, {}, 1}, m_now, 3)).value();
        QCOMPARE(decideMailAgain(i, mail.mail, {}, policy).error().code, u"pickup.again"_s);
    }
    void eventsKeepTheirForm()
    {
        for (const Event& event : {Event{PickupCodeIssued{InvoiceId{u"i1"_s}, m_salt, u"ab"_s, 3, m_now, u"mail"_s}}, Event{PickupCodeTried{InvoiceId{u"i1"_s}, true}},
                                   Event{KeyReleased{KeyId{u"k1"_s}, InvoiceId{u"i1"_s}, u"x"_s, true, u"code"_s, {}, u"5a"_s, u"signature-5a.svg"_s, {}}}}) {
            const auto json = toJson(event);
            const auto back = eventFromJson(kindOf(event), json);
            QVERIFY(back.ok());
            QCOMPARE(toJson(back.value()), json);
        }
        // One of before there were signatures.
        auto old = toJson(Event{KeyReleased{KeyId{u"k1"_s}, InvoiceId{u"i1"_s}, u"x"_s, true, u"paid"_s, {}}});
        for (const auto& name : {u"signature"_s, u"signatureFile"_s, u"unsignedWhy"_s}) old.remove(name);
        QVERIFY(eventFromJson(u"KeyReleased"_s, old).ok());
    }
};

QTEST_GUILESS_MAIN(TstPickupRules)
#include "tst_pickup_rules.moc"
