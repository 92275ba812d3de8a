// RowStates: columns like "Status" and "Kz", which may say in a mark only the workshop knows that an invoice is cancelled. Called by InvoiceRows.
#pragma once
#include "app/adapters/workshop/table/table_binding.h"
#include "app/ports/table_source.h"

namespace tresen::adapters::table {

class RowStates {
public:
    explicit RowStates(const Binding& binding);

    // row: the place in TableReading::rows of the invoice the record belongs to; the records of one invoice follow each other.
    void add(const Record& record, std::size_t row);

    // When the whole table is read: what few rows have is refused with "state.unclear" (detail: the title and the cell). What all have, or most, says
    // nothing of the single one.
    void ask(std::vector<ports::TableRow>& rows) const;

private:
    struct Said { std::size_t row; QString cell; StateWord word; };
    struct State { std::size_t cell; QString title; std::vector<Said> said; };

    std::vector<State> m_states;
};

} // namespace tresen::adapters::table
