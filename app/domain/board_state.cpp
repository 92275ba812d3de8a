#include "app/domain/board_state.h"
#include "app/domain/enum_names.h"

namespace tresen::domain {

QString codeOf(BoardState state) { return enumName(state); }
QString codeOf(Light light) { return enumName(light); }
QString codeOf(RequestAxis axis) { return enumName(axis); }
QString codeOf(MoneyAxis axis) { return enumName(axis); }
QString codeOf(MoneyStage stage) { return enumName(stage); }
QString codeOf(KeyState state) { return enumName(state); }
QString codeOf(LinkState state) { return enumName(state); }
QString codeOf(OwnerChoice choice) { return enumName(choice); }
QString codeOf(RequestState state) { return enumName(state); }
QString codeOf(PaymentKind kind) { return enumName(kind); }
QString codeOf(RefundState state) { return enumName(state); }
QString codeOf(MailKind kind) { return enumName(kind); }
QString codeOf(MailState state) { return enumName(state); }
QString codeOf(ArrivalWay way) { return enumName(way); }

} // namespace tresen::domain
