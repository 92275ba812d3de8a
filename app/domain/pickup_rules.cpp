#include "app/domain/pickup_rules.h"
#include "app/domain/mail_rules.h"
#include <QMessageAuthenticationCode>
#include <QtEndian>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {

QString pickupDigits(const QByteArray& random)
{
    Q_ASSERT(random.size() >= 8);
    // 2^64 is so much larger than a million that no code is likelier than another by more than one in 10^13.
    const auto number = qFromBigEndian<quint64>(random.constData()) % 1'000'000U;
    return QString::number(number).rightJustified(kPickupDigits, u'0');
}

QString typedPickupCode(const QString& typed)
{
    QString out;
    for (const QChar c : typed) {
        if (c.isSpace() || c == u'-') continue;
        if (c < u'0' || c > u'9') return {};
        out += c;
    }
    return out;
}

QString pickupHash(const QString& digits, const QString& salt, int rounds)
{
    QMessageAuthenticationCode mac{QCryptographicHash::Sha256, digits.toUtf8()};
    mac.addData(QByteArray::fromHex(salt.toLatin1()) + QByteArray{"\0\0\0\1", 4});   // the number of the block
    auto u = mac.result(), out = u;
    for (int round = 1; round < rounds; ++round) {
        mac.reset();
        mac.addData(u);
        u = mac.result();
        for (qsizetype i = 0; i < out.size(); ++i) out[i] = static_cast<char>(out[i] ^ u[i]);
    }
    return QString::fromLatin1(out.toHex());
}

const OpenItem* itemWithPickupCode(const std::vector<OpenItem>& stay)
{
    const OpenItem* newest = nullptr;
    for (const auto& item : stay)
        if (item.pickup.exists() && (!newest || item.pickup.expires > newest->pickup.expires)) newest = &item;
    return newest;
}

Result<Ok> checkPickup(const PickupCode& code, const QString& hash, Instant now)
{
    if (!code.exists()) return Error{Fault::Refused, u"pickup.none"_s, {}};
    if (code.used) return Error{Fault::Refused, u"pickup.used"_s, {}};
    if (code.wrong >= kPickupTries) return Error{Fault::Refused, u"pickup.blocked"_s, {}};
    // A clock that was set back by more than a code lives does not make it live again.
    if (now > code.expires || now.ms < code.expires.ms - 2 * kPickupValidMs) return Error{Fault::Refused, u"pickup.expired"_s, {}};
    if (hash != code.hash) return Error{Fault::Refused, u"pickup.wrong"_s, QString::number(kPickupTries - code.wrong - 1)};
    return Ok{};
}

Result<std::vector<Event>> decidePickupIssue(const OpenItem& item, const VehicleKey& key, const PickupIssue& command, const Policy& policy, Instant now)
{
    if (!key.exists()) return Error{Fault::Refused, u"key.none"_s, {}};
    if (!key.here()) return Error{Fault::Conflict, u"key.gone"_s, key.to};
    std::vector<Event> events{PickupCodeIssued{item.id, command.salt, command.hash, command.rounds, now.plusMs(kPickupValidMs), command.byMail ? u"mail"_s : u"paper"_s}};
    if (!command.byMail) return events;
    auto mail = pickupMail(item, command.salt, command.to, command.language, policy);
    if (!mail) return mail.error();
    events.push_back(std::move(mail).value());
    return events;
}

} // namespace tresen::domain
