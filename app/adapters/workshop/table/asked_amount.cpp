#include "app/adapters/workshop/table/asked_amount.h"
#include "app/adapters/workshop/table/money_titles.h"
#include "app/adapters/workshop/table/table_values.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

constexpr std::size_t kEnoughRows = 3, kMostAmounts = 14;   // every three of them are tried
constexpr qint64 kCents = 3;                                // by which the tax of an invoice may differ when it is rounded line by line

// In tenths of a percent: Germany, Austria, Switzerland and their neighbours.
constexpr std::array<qint64, 19> kRates{25, 26, 30, 37, 38, 50, 60, 70, 77, 80, 81, 90, 100, 130, 160, 190, 200, 210, 170};
constexpr qint64 kMostTax = 21;   // percent of the net amount

using Cents = std::optional<qint64>;

struct MoneyColumn {
    std::size_t cell = 0;
    MoneyWord word = MoneyWord::None;
    std::vector<Cents> values;   // by row
    bool decimals = false;       // written as amounts are; whole numbers alone may be anything
    bool said = false;
    bool left = false;           // its title says that it is what is left
};

// Of rows some may be damaged: nine of ten must fit, and none may contradict while there are fewer than ten.
struct Tally {
    std::size_t fits = 0, against = 0;
    void count(bool fit) { ++(fit ? fits : against); }
    bool holds() const { return fits > 0 && against * 10 <= fits + against && (fits + against >= 10 || against == 0); }
};

bool isOneSide(qint64 a, qint64 b) { return a == 0 || b == 0 || (a < 0) == (b < 0); }

Cents centsOf(const QString& cell)
{
    AmountStyle style;
    style.either = true;
    style.twoDecimals = false;
    auto read = parseAmount(cell, style, {});
    if (!read && read.error().code == u"amount.currency") {
        // In which money does not matter here.
        QString bare;
        std::copy_if(cell.begin(), cell.end(), std::back_inserter(bare), [](QChar c) { return !c.isLetter() && c != QChar{0x20AC}; });
        read = parseAmount(bare, style, {});
    }
    return read ? Cents{read.value().inCents()} : std::nullopt;
}

class Judge {
public:
    Judge(const SampleShape& shape, const std::set<std::size_t>& said, SampleColumns& columns);
    void judge();

private:
    struct Totals { std::size_t net, tax, gross; bool sure; };

    const MoneyColumn* of(QStringView field) const;
    const Field* fieldOf(const MoneyColumn& column) const;
    bool isFree(const MoneyColumn& column) const { return !fieldOf(column) && !column.said; }
    bool mayBe(const MoneyColumn& column, QStringView field, std::initializer_list<MoneyWord> words) const;
    void give(const MoneyColumn& column, QStringView field, Certainty how);
    void byTitles();
    void giveByWord(QStringView field, MoneyWord word);
    std::optional<Totals> totalsOf(std::size_t net, std::size_t tax, std::size_t gross) const;
    void findTotals();
    void takeTotals(const std::vector<Totals>& found);
    void findRest();
    void takeRest(std::size_t gross, std::size_t paid, std::size_t due);
    bool isRest(const MoneyColumn& gross, const MoneyColumn& paid, const MoneyColumn& due) const;
    bool isPaidBefore(const MoneyColumn& gross, const MoneyColumn& paid, const MoneyColumn& due) const;
    void findDeducted();
    bool isBelow(const MoneyColumn& due, const MoneyColumn& gross) const;
    void checkFound();
    void askFor(std::size_t cell);
    void takeBack(QStringView field);
    void askWhatIsLeft();

    const SampleShape& m_shape;
    SampleColumns& m_columns;
    std::vector<MoneyColumn> m_money;
    std::vector<std::size_t> m_statusCells;   // titled like a payment, but no amounts: "bezahlt: ja"
    std::set<std::size_t> m_explained;
    bool m_doubtful = false;
    bool m_lines = false;   // amounts of lines are there: what adds up in a row says nothing of the invoice
};

Judge::Judge(const SampleShape& shape, const std::set<std::size_t>& said, SampleColumns& columns) : m_shape{shape}, m_columns{columns}
{
    m_lines = std::any_of(columns.fields.begin(), columns.fields.end(), [](const auto& known) { return known.second->isOfLine(); });
    for (std::size_t c = 0; c < shape.columns; ++c) {
        const auto known = columns.fields.find(c);
        const bool mapped = known != columns.fields.end();
        if (mapped && known->second->kind != FieldKind::Amount) continue;
        const auto cells = cellsOf(shape, c);
        MoneyColumn money{c, MoneyWord::None, {}, false, said.contains(c), false};
        if (!shape.titles.empty() && c < shape.titles.front().cells.size()) {
            money.word = moneyWordOf(shape.titles.front().cells[c]);
            money.left = namesWhatIsLeft(shape.titles.front().cells[c]);
        }
        const auto written = std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return looksLikeAmount(cell); });
        const auto read = std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return centsOf(cell).has_value(); });
        const auto most = [&](qsizetype good) { return good * 5 >= cells.size() * 4 || (good >= 2 && cells.size() - good == 1); };
        if (cells.isEmpty() || !most(read)) {
            if (!mapped && !money.said && !cells.isEmpty() && money.word == MoneyWord::Prepaid) m_statusCells.push_back(c);
            if (!mapped) continue;
        }
        money.decimals = written > 0;
        for (const auto& row : shape.rows) money.values.push_back(c < row.cells.size() ? centsOf(row.cells[c]) : std::nullopt);
        m_money.push_back(std::move(money));
    }
    if (m_money.size() > kMostAmounts) std::erase_if(m_money, [&](const MoneyColumn& column) { return !column.decimals && isFree(column) && column.word == MoneyWord::None; });
}

const Field* Judge::fieldOf(const MoneyColumn& column) const
{
    const auto known = m_columns.fields.find(column.cell);
    return known == m_columns.fields.end() ? nullptr : known->second;
}

const MoneyColumn* Judge::of(QStringView field) const
{
    const auto cell = m_columns.cellOf(field);
    const auto at = std::find_if(m_money.begin(), m_money.end(), [&](const MoneyColumn& column) { return cell && column.cell == *cell; });
    return at == m_money.end() ? nullptr : &*at;
}

bool Judge::mayBe(const MoneyColumn& column, QStringView field, std::initializer_list<MoneyWord> words) const
{
    if (const auto* known = fieldOf(column)) return field == QLatin1StringView{known->name};
    if (column.said || m_columns.has(field)) return false;
    return column.word == MoneyWord::None || std::find(words.begin(), words.end(), column.word) != words.end();
}

void Judge::give(const MoneyColumn& column, QStringView field, Certainty how)
{
    if (fieldOf(column)) return;
    m_columns.fields[column.cell] = findField(field);
    m_columns.how[column.cell] = how;
    m_columns.doubts << u"column:"_s + field.toString();
    if (!m_shape.titles.empty() && column.cell < m_shape.titles.front().cells.size()) m_columns.doubts.removeAll(u"unused:"_s + m_shape.titles.front().cells[column.cell].left(40));
}

void Judge::giveByWord(QStringView field, MoneyWord word)
{
    if (m_columns.has(field)) return;
    const MoneyColumn* only = nullptr;
    for (const auto& column : m_money) {
        if (!isFree(column) || column.word != word) continue;
        if (only) return;   // which of them will show when they are added up
        only = &column;
    }
    if (only) give(*only, field, {80, "title", false});
}

void Judge::byTitles()
{
    giveByWord(u"prepaid", MoneyWord::Prepaid);
    giveByWord(u"amount_due", MoneyWord::Due);
}

std::optional<Judge::Totals> Judge::totalsOf(std::size_t net, std::size_t tax, std::size_t gross) const
{
    const auto &n = m_money[net], &t = m_money[tax], &g = m_money[gross];
    if (!mayBe(n, u"net", {MoneyWord::Net, MoneyWord::Gross}) || !mayBe(t, u"tax", {MoneyWord::Tax}) || !mayBe(g, u"gross", {MoneyWord::Gross})) return std::nullopt;
    Tally sum, plausible;
    std::array<std::size_t, kRates.size()> byRate{};
    std::size_t taxed = 0;
    for (std::size_t r = 0; r < n.values.size(); ++r) {
        if (!n.values[r] || !t.values[r] || !g.values[r]) continue;
        const auto net_ = *n.values[r], tax_ = *t.values[r];
        sum.count(net_ + tax_ == *g.values[r]);
        plausible.count(isOneSide(net_, tax_) && qAbs(tax_) * 100 <= (qAbs(net_) + kCents) * kMostTax + kCents * 100);
        if (tax_ == 0) continue;
        ++taxed;
        for (std::size_t k = 0; k < kRates.size(); ++k)
            if (qAbs(qAbs(tax_) * 1000 - qAbs(net_) * kRates[k]) <= kCents * 1000) ++byRate[k];
    }
    if (!sum.holds() || !plausible.holds() || sum.fits * 5 < n.values.size() * 3) return std::nullopt;
    const bool titled = t.word == MoneyWord::Tax || (fieldOf(t) && fieldOf(n));
    const auto usual = *std::max_element(byRate.begin(), byRate.end());
    if (!titled && (taxed == 0 || usual * 5 < taxed * 3)) return std::nullopt;
    return Totals{net, tax, gross, titled || taxed >= kEnoughRows};
}

void Judge::findTotals()
{
    if (m_money.size() > kMostAmounts || m_lines || (of(u"net") && of(u"tax") && of(u"gross"))) return;
    std::vector<Totals> found;
    for (std::size_t n = 0; n < m_money.size(); ++n)
        for (std::size_t t = 0; t < m_money.size(); ++t)
            for (std::size_t g = 0; g < m_money.size(); ++g) {
                if (n == t || n == g || t == g) continue;
                if (const auto totals = totalsOf(n, t, g)) found.push_back(*totals);
            }
    if (!found.empty()) takeTotals(found);
}

// The net and tax of a deposit or a rest add up, too: of several the one whose gross is never below another's.
void Judge::takeTotals(const std::vector<Totals>& found)
{
    const auto* best = &found.front();
    const auto above = [&](const Totals& a, const Totals& b) { return isBelow(m_money[b.gross], m_money[a.gross]); };
    for (const auto& other : found)
        if (other.gross != best->gross && above(other, *best)) best = &other;
    for (const auto& other : found) {
        if (other.gross == best->gross) continue;
        if (!above(*best, other) || above(other, *best)) m_doubtful = true;
        m_explained.insert({m_money[other.net].cell, m_money[other.tax].cell});
    }
    const Certainty how{best->sure ? 90 : 50, "sum", !best->sure};
    give(m_money[best->net], u"net", how);
    give(m_money[best->tax], u"tax", how);
    give(m_money[best->gross], u"gross", how);
}

// What was paid before and what is left make gross; an empty cell is nothing paid. Once at least something was paid, or nothing is said.
bool Judge::isRest(const MoneyColumn& gross, const MoneyColumn& paid, const MoneyColumn& due) const
{
    Tally sum;
    bool any = false;
    for (std::size_t r = 0; r < gross.values.size(); ++r) {
        if (!gross.values[r] || !due.values[r]) continue;
        const auto before = paid.values[r].value_or(0);
        const bool fits = before + *due.values[r] == *gross.values[r] && isOneSide(before, *gross.values[r]);
        sum.count(fits);
        any = any || (fits && before != 0);
    }
    return any && sum.holds();
}

// Both make gross: which is which? By a title; or the one on the left is a round sum wherever it is not nothing, and the other hardly ever is. That it is
// nothing in many rows does not say so: of invoices that are settled nothing is left.
bool Judge::isPaidBefore(const MoneyColumn& gross, const MoneyColumn& paid, const MoneyColumn& due) const
{
    const auto* p = fieldOf(paid);
    const auto* d = fieldOf(due);
    if (p || d || paid.word == MoneyWord::Prepaid || due.word == MoneyWord::Due) return true;
    if (paid.cell > due.cell) return false;
    constexpr qint64 kRound = 500;   // five euros
    std::size_t rows = 0, none = 0, noneDue = 0, some = 0, round = 0, roundDue = 0, share = 0;
    qint64 first = 0;
    for (std::size_t r = 0; r < gross.values.size(); ++r) {
        if (!gross.values[r] || !due.values[r] || *gross.values[r] == 0) continue;
        const auto before = paid.values[r].value_or(0);
        ++rows;
        noneDue += *due.values[r] == 0 ? 1U : 0U;
        roundDue += *due.values[r] % kRound == 0 ? 1U : 0U;
        if (before == 0) {
            ++none;
            continue;
        }
        ++some;
        round += before % kRound == 0 ? 1U : 0U;
        const auto perMille = (before * 1000 + *gross.values[r] / 2) / *gross.values[r];
        if (some == 1) first = perMille;
        share += perMille == first ? 1U : 0U;
    }
    const bool discount = some >= 2 && share == some && first <= 50;   // the same few percent each time: what is left when it is paid early
    return !discount && noneDue == 0 && some > 0 && round == some && roundDue * 5 <= rows && (none >= some || some >= kEnoughRows);
}

void Judge::takeRest(std::size_t gross, std::size_t paid, std::size_t due)
{
    const bool known = isPaidBefore(m_money[gross], m_money[paid], m_money[due]);
    if (!known) {
        m_doubtful = true;
        return;
    }
    give(m_money[gross], u"gross", {75, "rest", false});
    give(m_money[paid], u"prepaid", {80, "rest", false});
    give(m_money[due], u"amount_due", {80, "rest", false});
}

void Judge::findRest()
{
    if (m_money.size() > kMostAmounts || (m_lines && !of(u"gross"))) return;
    struct Rest { std::size_t gross, paid, due; };
    std::vector<Rest> found;
    for (std::size_t g = 0; g < m_money.size(); ++g)
        for (std::size_t p = 0; p < m_money.size(); ++p)
            for (std::size_t d = 0; d < m_money.size(); ++d) {
                if (g == p || g == d || p == d || !mayBe(m_money[g], u"gross", {MoneyWord::Gross}) || !mayBe(m_money[p], u"prepaid", {MoneyWord::Prepaid}) ||
                    !mayBe(m_money[d], u"amount_due", {MoneyWord::Due, MoneyWord::Gross}) || !isRest(m_money[g], m_money[p], m_money[d]))
                    continue;
                found.push_back({g, p, d});
            }
    const auto all = found;
    const auto clear = [&](const Rest& one) { return isPaidBefore(m_money[one.gross], m_money[one.paid], m_money[one.due]); };
    std::erase_if(found, [&](const Rest& one) {   // the same two the other way round
        return std::any_of(all.begin(), all.end(), [&](const Rest& other) { return one.gross == other.gross && one.paid == other.due && one.due == other.paid && !clear(one) && clear(other); });
    });
    if (found.size() == 1) takeRest(found[0].gross, found[0].paid, found[0].due);
    else if (!found.empty()) m_doubtful = true;
}

// A payment written as a deduction, "-50,00": what is left is the sum of both.
void Judge::findDeducted()
{
    const auto* gross = of(u"gross");
    if (!gross) return;
    for (const auto& paid : m_money)
        for (const auto& due : m_money) {
            if (&paid == &due || &paid == gross || &due == gross || !mayBe(paid, u"prepaid", {MoneyWord::Prepaid}) || !mayBe(due, u"amount_due", {MoneyWord::Due, MoneyWord::Gross})) continue;
            Tally sum;
            bool any = false;
            for (std::size_t r = 0; r < gross->values.size(); ++r) {
                if (!gross->values[r] || !due.values[r]) continue;
                const auto before = paid.values[r].value_or(0);
                const bool fits = *gross->values[r] + before == *due.values[r] && (before == 0 || (before < 0) != (*gross->values[r] < 0));
                sum.count(fits);
                any = any || (fits && before != 0);
            }
            if (!any || !sum.holds()) continue;
            give(due, u"amount_due", {80, "rest", false});
            if (!paid.said) m_columns.fields.erase(paid.cell);   // it would be taken off once more, with the wrong sign
            m_explained.insert(paid.cell);
            return;
        }
}

// Never more, on the same side.
bool Judge::isBelow(const MoneyColumn& due, const MoneyColumn& gross) const
{
    Tally below;
    for (std::size_t r = 0; r < gross.values.size(); ++r)
        if (gross.values[r] && due.values[r]) below.count(isOneSide(*due.values[r], *gross.values[r]) && qAbs(*due.values[r]) <= qAbs(*gross.values[r]));
    return below.against == 0 || below.holds();
}

void Judge::askFor(std::size_t cell)
{
    const auto known = std::find_if(m_money.begin(), m_money.end(), [&](const MoneyColumn& column) { return column.cell == cell; });
    if (known != m_money.end() && known->said) return;
    m_columns.fields.erase(cell);
    m_columns.how[cell] = {30, "due", true};
}

void Judge::takeBack(QStringView field)
{
    if (const auto cell = m_columns.cellOf(field)) askFor(*cell);
}

// What a title promises must hold in the rows.
void Judge::checkFound()
{
    const auto *gross = of(u"gross"), *due = of(u"amount_due"), *paid = of(u"prepaid");
    if (gross && due && !isBelow(*due, *gross)) {   // the balance of an account, or another column
        takeBack(u"amount_due");
        due = nullptr;
        m_doubtful = true;
    }
    if (gross && paid && !due && !isBelow(*paid, *gross)) {
        takeBack(u"prepaid");
        m_doubtful = true;
    }
}

void Judge::askWhatIsLeft()
{
    const auto* due = of(u"amount_due");
    if (due && (of(u"gross") || due->said || due->left)) return;
    std::vector<std::size_t> open = m_statusCells;
    const bool paid = of(u"prepaid") != nullptr;
    for (const auto& column : m_money) {
        if (!isFree(column) || m_explained.contains(column.cell)) continue;
        const bool harmless = column.word == MoneyWord::Net || column.word == MoneyWord::Tax || column.word == MoneyWord::Other || (paid && column.word == MoneyWord::Part);
        if (!harmless && (column.decimals || isOfPayment(column.word))) open.push_back(column.cell);
    }
    // "Forderung" beside "Anzahlung": before or behind it?
    if (due && paid) open.push_back(due->cell);
    const bool lonely = !due && !of(u"gross") && open.size() == 1 && m_shape.titles.empty() && !m_doubtful;
    if (lonely) {   // it may be net or gross: a person has to say so
        m_columns.fields[open[0]] = findField(u"gross");
        m_columns.how[open[0]] = {40, "several", true};
        return;
    }
    if (open.empty() && !m_doubtful) return;
    for (const auto cell : open) askFor(cell);
    takeBack(u"gross");
    takeBack(u"amount_due");
    if (m_doubtful) takeBack(u"prepaid");
}

void Judge::judge()
{
    byTitles();
    findTotals();
    findDeducted();
    findRest();
    checkFound();
    askWhatIsLeft();
}

} // namespace

void settleAmounts(const SampleShape& shape, const std::set<std::size_t>& said, SampleColumns& columns) { Judge{shape, said, columns}.judge(); }

} // namespace tresen::adapters::table
