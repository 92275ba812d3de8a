// GroupNews: what many decisions of one commit have brought, as one piece of news for the feed. Used by Intake.
#pragma once
#include "app/ports/journal.h"

namespace tresen::services {

// Of a row that several have changed the newest stands.
class GroupNews {
public:
    void add(const ports::Appended& one)
    {
        m_all.entries.insert(m_all.entries.end(), one.entries.begin(), one.entries.end());
        for (const auto& row : one.rows) {
            const auto known = m_at.constFind(row.invoice);
            if (known != m_at.cend()) {
                m_all.rows[*known] = row;
                continue;
            }
            m_at.insert(row.invoice, m_all.rows.size());
            m_all.rows.push_back(row);
        }
    }
    const ports::Appended& all() const { return m_all; }

private:
    ports::Appended m_all;
    QHash<domain::InvoiceId, std::size_t> m_at;
};

} // namespace tresen::services
