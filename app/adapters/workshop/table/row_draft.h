// RowDraft: one record of the table becomes a draft of an invoice; every value is checked, nothing is guessed. Called by InvoiceRows.
#pragma once
#include "app/adapters/workshop/table/table_binding.h"
#include "app/domain/entry_rules.h"
#include <QStringList>
#include <memory>

namespace tresen::adapters::table {

class DraftReader {
public:
    DraftReader(const TableProfile& profile, const Binding& binding) : m_profile{profile}, m_binding{binding} {}

    // Into out, whose strings are used again. Errors: those of a row, see ports::TableSource. What stands in an empty cell is not set.
    std::optional<Error> read(const Record& record, Draft& out, QStringList& warnings) const;

    // Of a record that was refused for one of its values: what the others say. Nothing of one whose cells cannot be trusted to stand in their place.
    std::shared_ptr<const domain::InvoiceEntry> legible(const Record& record, const Error& refused) const;

    // The totals of a complete invoice: there is one to ask for, it is not zero, and they do not contradict each other.
    std::optional<Error> checkTotals(const domain::Invoice& invoice, QStringList& warnings) const;

    // Defaults, the name, the discount step and the IBAN in all its places.
    void finish(Draft& draft, QStringList& warnings) const;

private:
    std::optional<Error> checkShape(const Record& record) const;
    std::optional<Error> readCell(const Bound& bound, const QString& cell, Draft& out, QStringList& warnings) const;
    std::optional<Error> readWord(const Bound& bound, const QString& cell, Draft& out, QStringList& warnings) const;
    std::optional<Error> readAmount(const Field& field, const QString& cell, Draft& out) const;
    std::optional<Error> checkUnread(const Record& record, const domain::Invoice& invoice) const;
    void warnUnread(const Record& record, const Draft& draft, QStringList& warnings) const;
    std::optional<Error> checkKind(const Record& record, const Draft& draft, bool sided, QStringList& warnings) const;
    std::optional<Error> takeSide(const Bound& sign, const Record& record, Draft& out) const;
    void readText(const Field& field, const QString& cell, Draft& out, QStringList& warnings) const;

    const TableProfile& m_profile;
    const Binding& m_binding;
};

} // namespace tresen::adapters::table
