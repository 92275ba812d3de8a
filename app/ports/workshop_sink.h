// Port: WorkshopSink gives settled items back to the workshop system and reads its answers. Called by WriteBack.
#pragma once
#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include <QDate>
#include <QFuture>
#include <vector>

namespace tresen::ports {

struct SettlementPayment { QString kind, method, receiptNumber, sourceKey; domain::Money amount; Instant at; };

struct SettlementRecord {
    domain::SettlementId id;
    int attempt = 1;                  // >1: sent again; the same id means the same record
    QString kind;                     // "settled", "reversed"
    QString invoiceNumber, system, plate, customerId, customer, orderRef;
    QDate invoiceDate;
    domain::Money gross, amount, open;   // amount: what this record adds, signed; open: what is left afterwards
    std::vector<SettlementPayment> payments;
};

struct SettlementFile {
    qint64 run = 0;                   // running number; the file name is derived from it, so writing it twice leaves one file
    Instant createdAt;
    QString site, company;
    std::vector<SettlementRecord> records;
};

struct SettlementAnswer { domain::SettlementId id; bool accepted = false; QString text, file; };

// Failures: Fault::Unreachable "sink.folder" (detail: the folder), Invalid "sink.profile", Corrupt "sink.write".
class WorkshopSink {
public:
    virtual ~WorkshopSink() = default;
    // Whole files or none; answers the names written. The same run writes the same names again.
    virtual QFuture<Result<QStringList>> write(SettlementFile file, QString folder) = 0;
    // Answers found in the folder. They stay there until done() moves them away: reading them twice must be harmless.
    virtual QFuture<Result<std::vector<SettlementAnswer>>> answers(QString folder) = 0;
    virtual QFuture<Result<Ok>> done(QString folder, QStringList answerFiles) = 0;
};

} // namespace tresen::ports
