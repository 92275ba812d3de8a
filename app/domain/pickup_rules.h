// Pickup rules: somebody other than the owner collects the car with a code the owner was given. The digits stand nowhere but on the owner's mail or slip: the
// journal keeps a salted, stretched hash. Pure.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"

namespace tresen::domain {

inline constexpr int kPickupDigits = 6;
inline constexpr int kPickupTries = 5;                                  // wrong ones, then it is blocked
inline constexpr qint64 kPickupValidMs = 7LL * 24 * 3600 * 1000;
inline constexpr int kPickupRounds = 60'000;                            // of the stretching: a tenth of a second or so, off the desk's threads

QString pickupDigits(const QByteArray& random);                         // from at least 8 random bytes: "047113"
QString typedPickupCode(const QString& typed);                          // digits only; empty when anything but digits, blanks and dashes was typed
// PBKDF2 with HMAC-SHA256 (RFC 8018, 5.2), first block, as hex. salt as hex.
QString pickupHash(const QString& digits, const QString& salt, int rounds);

// The newest code among the invoices of a stay; nullptr: none was given.
const OpenItem* itemWithPickupCode(const std::vector<OpenItem>& stay);
// Refused "pickup.none", "pickup.used", "pickup.expired", "pickup.blocked", "pickup.wrong" (detail: tries left).
Result<Ok> checkPickup(const PickupCode& code, const QString& hash, Instant now);

struct PickupIssue {
    QString salt, hash;
    int rounds = kPickupRounds;
    bool byMail = false;
    QString to, language;                                               // of the mail; to empty: the invoice's address
};
// A new code; one given before is withdrawn by it. With byMail also its MailQueued. Refusals: "key.none", "key.gone", and of the mail "mail.not_configured",
// "mail.no_address", "mail.address".
Result<std::vector<Event>> decidePickupIssue(const OpenItem& item, const VehicleKey& key, const PickupIssue& command, const Policy& policy, Instant now);

} // namespace tresen::domain
