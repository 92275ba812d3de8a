// BoardState: the one word a hurried advisor reads, derived from the three axes (request, money, key). Never stored as truth.
#pragma once
#include <QString>

namespace tresen::domain {

enum class BoardState { Open, Requested, Running, Unknown, Part, Paid, OnAccount, Overpaid, Reversed, HandedOver, Cancelled };
enum class Light { Red, Amber, Green, Grey };

// The three axes.
enum class RequestAxis { Draft, Sent, Superseded, Withdrawn, Closed };
enum class MoneyAxis { Open, Part, Settled, Over };
enum class MoneyStage { Noted, Confirmed, Received, Reversed };
enum class KeyState { Held, Released, ReleasedByOverride, Returned };

QString codeOf(BoardState state);      // "open", "requested", …: stable, for JSON and the database
QString codeOf(Light light);           // "red", "amber", "green", "grey"
QString codeOf(RequestAxis axis);
QString codeOf(MoneyAxis axis);
QString codeOf(MoneyStage stage);
QString codeOf(KeyState state);        // "held", "released", "override", "returned"

} // namespace tresen::domain
