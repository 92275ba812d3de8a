// Fields: what a column of a settlement table can hold, by the stable name a profile uses. Called by profile and run_csv.
#pragma once
#include "app/ports/workshop_sink.h"
#include <QStringView>

namespace tresen::adapters::settlement {

// Key: an identifier; it is written exactly or the run is refused. Text: for people; may be spelled in the letters a code page has.
enum class FieldKind { Key, Text, Amount, Date, Moment, Number };

struct Row {
    const ports::SettlementFile& file;
    const ports::SettlementRecord& record;
    const ports::SettlementPayment* payment;   // null: the row stands for the whole record
};

struct Cell { QString text; domain::Money amount; QDate date; Instant at; qint64 number = 0; };

struct Field {
    const char* name;
    FieldKind kind;
    bool ofPayment;              // only in a table with one row per payment; empty in the row of a record that has none
    Cell (*read)(const Row& row);
};

const Field* findField(QStringView name);   // null: there is no such field

} // namespace tresen::adapters::settlement
