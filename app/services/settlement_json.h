// The stored form of a settlement file: in the outbox until it is written, so that a crash in between writes the same bytes again.
#pragma once
#include "app/domain/settlement_rules.h"
#include "app/ports/workshop_sink.h"
#include <QByteArray>

namespace tresen::services {

struct SettlementTask { QString folder; ports::SettlementFile file; };
QByteArray toPayload(const SettlementTask& task);
Result<SettlementTask> readSettlementTask(const QByteArray& payload);   // Fault::Corrupt "outbox.unreadable"
ports::SettlementRecord recordOf(const domain::OpenItem& item, const domain::SettlementWritten& written);

} // namespace tresen::services
