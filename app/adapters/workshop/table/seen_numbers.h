// SeenNumbers: one number stands for one invoice of a table; what comes a second time is the same once more, or neither is taken. Called by the
// readers of rows.
#pragma once
#include "app/ports/table_source.h"
#include <QHash>
#include <QList>

namespace tresen::adapters::table {

class SeenNumbers {
public:
    // content: what makes two rows the same; it must outlive this. The row just put at the end of rows may be refused, and the earlier one with it.
    void check(std::vector<ports::TableRow>& rows, QStringView content);

private:
    struct Seen { std::size_t row; int year; QStringView content; };
    QHash<QString, QList<Seen>> m_seen;
};

} // namespace tresen::adapters::table
