// Key rules: may this key go, and if not, what is missing? Per vehicle, over all invoices of its stay. Pure.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"

namespace tresen::domain {

struct RuleCheck { QString code; bool ok = false; QString detail; };   // "cancelled" (only where it fails), "money", "account", "under_way", "fresh", "here"

struct KeyVerdict {
    bool mayGo = false;
    QString rule;                    // by which rule: "paid", "on_account", "direct_debit", "nothing_due"
    QString reason;                  // when not: "key.amount_open", "key.under_way", "key.unclear", "key.stale", "key.reversed", "key.undone" (its invoice was taken back with its run),
                                     // "key.cancelled" (by hand, while money was owed), "key.gone"
    QString detail;                  // the open amount, to whom it went
    Money open;                      // sum over the stay
    std::vector<RuleCheck> checks;   // in the order the hand-over page shows them
};

// freshAt: when the truth was last read from where it lives (the oldest over the stay); null when nothing lives elsewhere
// (a portal that was not asked is stale).
KeyVerdict judgeKey(const VehicleKey& key, const std::vector<OpenItem>& stay, Instant freshAt, Instant now);

struct ReleaseCommand {
    InvoiceId invoice;               // the one it is handed over with
    QString to;                      // name of the person, or "Schluesselkasten"
    bool idChecked = false;
    QString overrideReason;          // empty: only by the rules
    Instant freshAt;
    bool byOther = false;            // not the owner: needs his code, or an override
    QString codeHash{};              // of what was typed, see pickupHash()
    QString signature{}, signatureFile{}, unsignedWhy{};
    bool signatureRequired = false;  // then somebody signs, or it is said why not
    int overridesToday = 0;          // of who decides, where several people work; see limits::kOverridesAlone
    bool agreed = false;             // a second person has agreed
};
// Refusals: "key.none", "key.to_missing", "key.gone" (detail: to whom), "key.override_reason" (shorter than limits::kOverrideReasonMin),
// "key.override_limit" (too many today for one person alone), "key.unsigned" (see signatureRequired), and the verdict's reason when it says no and no override is given; with byOther also those of checkPickup().
Result<std::vector<Event>> decideRelease(const VehicleKey& key, const std::vector<OpenItem>& stay, const ReleaseCommand& command, Instant now);
// Whether its hand-over was today: afterwards somebody who may override takes it back, see Keys::takeBack().
bool leftToday(const VehicleKey& key, Instant now);
// Back on the hook. Refusals: "key.here" (it never left).
Result<std::vector<Event>> decideReturn(const VehicleKey& key, const QString& reason);
// others: at least the keys that hang on that hook now. Refusals: "key.none", "key.gone", "key.hook_taken" (detail: the hook).
Result<std::vector<Event>> decideHang(const VehicleKey& key, const QString& hook, const std::vector<VehicleKey>& others);

} // namespace tresen::domain
