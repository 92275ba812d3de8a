// InvoiceRows: takes the records of a table one after the other and makes invoices of them, one row each or several rows with one key. Called by
// TableReader.
#pragma once
#include "app/adapters/workshop/table/row_draft.h"
#include "app/adapters/workshop/table/row_states.h"
#include "app/adapters/workshop/table/seen_numbers.h"

namespace tresen::adapters::table {

// The rows of one invoice while they are read.
struct RowGroup {
    int line = 0, lastLine = 0;
    qsizetype from = 0, to = 0;
    QString key, raw;
    Draft head;
    std::vector<domain::InvoiceLine> lines;
    LineAmounts sums;
    QStringList warnings;
    std::optional<Error> error;
};

class InvoiceRows {
public:
    // Everything given must outlive this. reader: for the text of the records.
    InvoiceRows(const TableProfile& profile, const Binding& binding, const RowReader& reader, const QString& text, ports::TableReading& out)
        : m_profile{profile}, m_draftReader{profile, binding}, m_binding{binding}, m_reader{reader}, m_text{text}, m_out{out}, m_states{binding} {}

    void add(const Record& record);
    void finish();

private:
    void addInvoice(const Record& record);
    void addLine(const Record& record);
    void refuseNeighbours();
    void startGroup(const Record& record, QString key, Draft draft, QStringList warnings);
    void addToGroup(const Record& record, Draft draft);
    void closeGroup();
    std::optional<Error> differs(const Draft& draft) const;
    std::optional<Error> sumUp(RowGroup& group) const;
    void put(int line, int lastLine, QString number, QString raw, QStringView content, std::optional<Error> error, Draft* draft, const QStringList& warnings);
    QString cellOf(const Record& record, QStringView field) const;

    const TableProfile& m_profile;
    DraftReader m_draftReader;
    const Binding& m_binding;
    const RowReader& m_reader;
    const QString& m_text;
    ports::TableReading& m_out;
    SeenNumbers m_seen;
    RowStates m_states;
    std::optional<RowGroup> m_group;
};

} // namespace tresen::adapters::table
