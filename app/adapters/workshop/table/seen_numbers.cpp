#include "app/adapters/workshop/table/seen_numbers.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {

void SeenNumbers::check(std::vector<ports::TableRow>& rows, QStringView content)
{
    auto& row = rows.back();
    if (row.number.isEmpty()) return;
    const int year = row.document && row.document.value().invoice.issueDate.isValid() ? row.document.value().invoice.issueDate.year() : 0;
    auto& seen = m_seen[row.number];
    for (const auto& earlier : seen) {
        auto& other = rows[earlier.row];
        if (earlier.content == content) {
            if (row.document) row.document = Error{Fault::Invalid, u"row.repeated"_s, u"line %1"_s.arg(other.line)};
            return;   // what became of the first one stands for both
        }
        // A system may number anew every January. An unknown year may be any.
        if (year != 0 && earlier.year != 0 && year != earlier.year) continue;
        if (row.document) row.document = Error{Fault::Invalid, u"row.number_twice"_s, u"line %1"_s.arg(other.line)};
        if (other.document) other.document = Error{Fault::Invalid, u"row.number_twice"_s, u"line %1"_s.arg(row.line)};
    }
    seen.push_back({rows.size() - 1, year, content});
}

} // namespace tresen::adapters::table
