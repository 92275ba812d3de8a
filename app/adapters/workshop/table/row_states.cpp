#include "app/adapters/workshop/table/row_states.h"
#include "app/core/limits.h"
#include "app/domain/entry_rules.h"
#include <QHash>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

bool mayCancel(StateWord word) { return word == StateWord::Mark || word == StateWord::Yes || word == StateWord::Code; }

// How often what stands in one column; the words are folded.
struct Counted {
    qsizetype rows = 0, none = 0, marked = 0;
    bool credits = false, onlySides = true;
    QHash<QString, qsizetype> words;

    void count(const QString& cell, StateWord word)
    {
        static const QStringList debits{u"s"_s, u"soll"_s}, others{u"h"_s, u"haben"_s};
        ++rows;
        none += word == StateWord::None ? 1 : 0;
        if (word == StateWord::None) return;
        const auto folded = foldTitle(cell);
        marked += mayCancel(word) ? 1 : 0;
        credits = credits || others.contains(folded);
        onlySides = onlySides && (debits.contains(folded) || others.contains(folded));
        ++words[folded];
    }

    // Where some rows have nothing, whatever few others have. Where all have something, only what looks like a mark, and on one of four at most.
    bool asks(const QString& cell, StateWord word) const
    {
        constexpr qsizetype kHandful = 5, kHalf = 2, kQuarter = 4;   // of a handful of rows any may be cancelled
        if (!mayCancel(word) || (credits && onlySides)) return false;
        if (none > 0) return marked * kHalf <= rows || rows <= kHandful;
        return word == StateWord::Mark && words.value(foldTitle(cell)) * kQuarter <= rows;
    }
};

} // namespace

RowStates::RowStates(const Binding& binding)
{
    for (const auto& stranger : binding.strangers)
        if (stranger.title == KindTitle::State) m_states.push_back({stranger.cell, stranger.name, {}});
}

void RowStates::add(const Record& record, std::size_t row)
{
    for (auto& state : m_states) {
        const auto cell = state.cell < record.cells.size() ? record.cells[state.cell].left(limits::kMaxTableAmount) : QString{};
        const auto word = stateWordOf(cell);
        if (state.said.empty() || state.said.back().row != row) state.said.push_back({row, cell, word});
        else if (!mayCancel(state.said.back().word) && mayCancel(word)) state.said.back() = {row, cell, word};
    }
}

void RowStates::ask(std::vector<ports::TableRow>& rows) const
{
    for (const auto& state : m_states) {
        Counted counted;
        for (const auto& one : state.said) counted.count(one.cell, one.word);
        for (const auto& one : state.said) {
            auto& row = rows[one.row];
            if (!row.document || !counted.asks(one.cell, one.word)) continue;
            auto entry = domain::entryOf(row.document.value().invoice);
            entry.amount.reset();   // a refused row has none that is certain
            row.legible = std::make_shared<const domain::InvoiceEntry>(std::move(entry));
            row.document = Error{Fault::Invalid, u"state.unclear"_s, state.title + u' ' + one.cell};
        }
    }
}

} // namespace tresen::adapters::table
