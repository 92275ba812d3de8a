#include "app/domain/board_state.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {

QString codeOf(BoardState state)
{
    switch (state) {
    case BoardState::Open: return u"open"_s;
    case BoardState::Requested: return u"requested"_s;
    case BoardState::Running: return u"running"_s;
    case BoardState::Unknown: return u"unknown"_s;
    case BoardState::Part: return u"part"_s;
    case BoardState::Paid: return u"paid"_s;
    case BoardState::OnAccount: return u"on_account"_s;
    case BoardState::Overpaid: return u"overpaid"_s;
    case BoardState::Reversed: return u"reversed"_s;
    case BoardState::HandedOver: return u"handed_over"_s;
    case BoardState::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(Light light)
{
    switch (light) {
    case Light::Red: return u"red"_s;
    case Light::Amber: return u"amber"_s;
    case Light::Green: return u"green"_s;
    case Light::Grey: return u"grey"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(RequestAxis axis)
{
    switch (axis) {
    case RequestAxis::Draft: return u"draft"_s;
    case RequestAxis::Sent: return u"sent"_s;
    case RequestAxis::Superseded: return u"superseded"_s;
    case RequestAxis::Withdrawn: return u"withdrawn"_s;
    case RequestAxis::Closed: return u"closed"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(MoneyAxis axis)
{
    switch (axis) {
    case MoneyAxis::Open: return u"open"_s;
    case MoneyAxis::Part: return u"part"_s;
    case MoneyAxis::Settled: return u"settled"_s;
    case MoneyAxis::Over: return u"over"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(MoneyStage stage)
{
    switch (stage) {
    case MoneyStage::Noted: return u"noted"_s;
    case MoneyStage::Confirmed: return u"confirmed"_s;
    case MoneyStage::Received: return u"received"_s;
    case MoneyStage::Reversed: return u"reversed"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(KeyState state)
{
    switch (state) {
    case KeyState::Held: return u"held"_s;
    case KeyState::Released: return u"released"_s;
    case KeyState::ReleasedByOverride: return u"override"_s;
    case KeyState::Returned: return u"returned"_s;
    }
    Q_UNREACHABLE();
}

} // namespace tresen::domain
