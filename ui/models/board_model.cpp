#include "ui/models/board_model.h"
#include "app/core/limits.h"
#include <algorithm>

namespace tresen::ui {
namespace {

constexpr std::size_t kOneByOne = 24;         // up to so many changes are placed singly, more are sorted in together
constexpr int kOutdatedUrgency = 3;           // between overpaid and paid, see domain::urgencyOf()

std::uint8_t bitOf(BoardTab tab)
{
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(tab));
}

// Only what lies between the two places moves.
void moveSlot(std::vector<qint32>& list, std::ptrdiff_t from, std::ptrdiff_t to)
{
    const auto at = list.begin() + from;
    if (to < from) std::rotate(list.begin() + to, at, at + 1);
    else std::rotate(at, at + 1, list.begin() + to + 1);
}

std::uint8_t tabsOf(const domain::BoardRow& row, Instant now)
{
    auto bits = bitOf(BoardTab::All);
    const auto add = [&bits](BoardTab tab) { bits = static_cast<std::uint8_t>(bits | bitOf(tab)); };
    const auto look = lookOf(row, now);
    if (isQuiet(look)) add(BoardTab::Done);
    else if (isSolid(look) || look == Look::Overpaid || look == Look::Outdated || row.openTasks > 0) add(BoardTab::Act);
    if (look == Look::Open || look == Look::Requested || look == Look::Running || look == Look::Part) add(BoardTab::Waits);
    const bool inHouse = row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned;
    if (inHouse && domain::lightOf(row, now) == domain::Light::Green) add(BoardTab::KeyFree);
    return bits;
}

} // namespace

BoardModel::BoardModel(const Clock& clock, QObject* parent) : QAbstractTableModel{parent}, m_clock{clock}, m_now{clock.now()}
{
    setDay(m_now.local().date());
}

int BoardModel::addSlot(const domain::BoardRow& row)
{
    const int slot = static_cast<int>(m_rows.size());
    m_rows.push_back(row);
    m_slotOf.insert(row.invoice, slot);
    m_nextOfStay.push_back(slot);
    joinStay(slot);
    m_keys.emplace_back();
    m_tabs.push_back(0);
    m_fits.push_back(Fit::Yes);
    m_waited.push_back(0);
    m_owed.push_back(0);
    m_due.push_back(0);
    m_index.append(row.searchKey);
    m_hits.push_back(m_index.matches(slot, m_words) ? 1 : 0);
    return slot;
}

void BoardModel::classify(int slot)
{
    const auto at = static_cast<std::size_t>(slot);
    m_rows[at].stayAt = stayAtOf(slot);
    const auto& row = m_rows[at];
    const bool outdated = lookOf(row, m_now) == Look::Outdated;
    const bool done = isQuiet(lookOf(row.state));
    // Who waits longest comes first; of the finished ones the latest.
    m_keys[at] = {done ? -row.truthAt.ms : row.readyAt.ms, outdated ? kOutdatedUrgency : domain::urgencyOf(row.state), slot};
    m_tabs[at] = tabsOf(row, m_now);
    m_owed[at] = row.open.currency().isEuro() && !done ? qMax<qint64>(0, row.open.inCents()) : 0;
    m_waited[at] = waitedOf(row);
    m_fits[at] = fitOf(slot);
    if (!m_sites.contains(row.site)) m_sites.insert(row.site);
    schedule(slot);
}

void BoardModel::schedule(int slot)
{
    const auto at = static_cast<std::size_t>(slot);
    const auto& row = m_rows[at];
    qint64 due = 0;
    const auto consider = [&](Instant since, qint64 limit) {
        const auto then = since.ms + limit + 1;
        if (then > m_now.ms && (due == 0 || then < due)) due = then;
    };
    const bool done = isQuiet(lookOf(row.state));
    if (row.truthElsewhere && !done)
        for (const qint64 limit : {qint64{limits::kFreshMs}, qint64{limits::kStaleMs}}) consider(row.truthAt, limit);
    if (!row.stayAt.isNull() && !done) consider(row.stayAt, limits::kFreshMs);
    if (due == m_due[at]) return;
    m_due[at] = due;
    if (due != 0) m_dues.push({due, slot});
}

void BoardModel::countIn(int slot, int by)
{
    for (int tab = 0; tab < kBoardTabs; ++tab)
        if ((m_tabs[static_cast<std::size_t>(slot)] & bitOf(static_cast<BoardTab>(tab))) != 0) m_counts[static_cast<std::size_t>(tab)] += by;
}

bool BoardModel::passes(int slot) const
{
    const auto at = static_cast<std::size_t>(slot);
    return m_hits[at] != 0 && isLeft(m_fits[at]) && (m_tabs[at] & bitOf(m_tab)) != 0;
}

void BoardModel::sortAll()
{
    std::vector<SortKey> keys = m_keys;
    std::sort(keys.begin(), keys.end());
    m_order.resize(keys.size());
    std::transform(keys.begin(), keys.end(), m_order.begin(), [](const SortKey& key) { return key.slot; });
}

void BoardModel::countMore(int more)
{
    for (const auto tab : {BoardTab::All, BoardTab::Done}) m_counts[static_cast<std::size_t>(tab)] += more - m_more;   // they are finished
    m_more = more;
}

int BoardModel::shownCount() const
{
    const bool narrowed = isSearching() || m_options.olderDays > 0 || m_options.waits;
    const bool shown = !narrowed && (m_tab == BoardTab::Done || (m_tab == BoardTab::All && m_options.handedOver));
    return rowCount() + (shown ? m_more : 0);
}

void BoardModel::complete(const std::vector<domain::BoardRow>& rows)
{
    m_now = m_clock.now();
    takeDay();
    std::vector<domain::BoardRow> newer;
    m_rows.reserve(rows.size());
    m_index.reserve(rows.size());
    m_slotOf.reserve(static_cast<qsizetype>(rows.size()));
    for (const auto& row : rows) {
        if (const auto known = m_slotOf.constFind(row.invoice); known != m_slotOf.cend()) {
            if (row.seq > m_rows[static_cast<std::size_t>(*known)].seq) newer.push_back(row);
            continue;
        }
        const int slot = addSlot(row);
        classify(slot);
        countIn(slot, 1);
    }
    classifyStays();
    countMore(0);
    sortAll();
    showRows(wanted());
    takeSites();
    Q_EMIT countsChanged();
    apply(newer);
}

void BoardModel::setRows(std::vector<domain::BoardRow> rows, int more)
{
    beginResetModel();
    m_now = m_clock.now();
    setDay(m_now.local().date());
    m_rows.clear(), m_slotOf.clear(), m_stays.clear(), m_alsoOn.clear(), m_nextOfStay.clear(), m_keys.clear(), m_tabs.clear(), m_hits.clear(), m_fits.clear(), m_waited.clear(), m_owed.clear(), m_due.clear();
    m_dues = {};
    m_index.clear();
    m_sites.clear();
    m_counts = {};
    m_more = 0;
    m_rows.reserve(rows.size());
    m_index.reserve(rows.size());
    m_slotOf.reserve(static_cast<qsizetype>(rows.size()));
    for (const auto& row : rows) {
        if (const auto known = m_slotOf.constFind(row.invoice); known != m_slotOf.cend()) {
            if (row.seq < m_rows[static_cast<std::size_t>(*known)].seq) continue;
            put(*known, row);
            m_index.replace(*known, row.searchKey);
            continue;
        }
        addSlot(row);
    }
    for (int slot = 0; slot < static_cast<int>(m_rows.size()); ++slot) {
        classify(slot);
        countIn(slot, 1);
    }
    sortAll();
    m_index.find(m_words, m_hits);
    m_shown = wanted();
    countMore(more);
    endResetModel();
    takeSites();
    Q_EMIT countsChanged();
}

void BoardModel::apply(const std::vector<domain::BoardRow>& rows)
{
    if (rows.empty()) return;
    m_now = m_clock.now();
    takeDay();
    if (rows.size() <= kOneByOne) {
        for (const auto& row : rows) {
            const auto known = m_slotOf.constFind(row.invoice);
            if (known == m_slotOf.cend()) {
                const int slot = addSlot(row);
                classify(slot);
                countIn(slot, 1);
                m_order.insert(m_order.begin() + positionIn(m_order, m_keys[static_cast<std::size_t>(slot)]), slot);
                place(slot, m_keys[static_cast<std::size_t>(slot)], false);
                refreshStay(slot);
            } else if (row.seq >= m_rows[static_cast<std::size_t>(*known)].seq) {
                const auto beside = m_nextOfStay[static_cast<std::size_t>(*known)];
                refresh(*known, &row);
                refreshStay(*known);
                refreshStay(beside);   // of the car it belonged to until now
            }
        }
        tick();
        takeSites();
        Q_EMIT countsChanged();
        return;
    }
    Slots happened;
    for (const auto& row : rows) {
        const auto known = m_slotOf.constFind(row.invoice);
        const bool isNew = known == m_slotOf.cend();
        if (!isNew && row.seq < m_rows[static_cast<std::size_t>(*known)].seq) continue;
        const int slot = isNew ? addSlot(row) : *known;
        if (!isNew && row.seq > m_rows[static_cast<std::size_t>(slot)].seq) happened.push_back(slot);
        if (!isNew) {
            countIn(slot, -1);
            put(slot, row);
            m_index.replace(slot, row.searchKey);
            m_hits[static_cast<std::size_t>(slot)] = m_index.matches(slot, m_words) ? 1 : 0;
        }
        classify(slot);
        countIn(slot, 1);
    }
    classifyStays();
    refreshMany(happened);
    tick();
    takeSites();
}

void BoardModel::tick()
{
    m_now = m_clock.now();
    takeDay();
    Slots due;
    while (!m_dues.empty() && m_dues.top().at <= m_now.ms) {
        const auto top = m_dues.top();
        m_dues.pop();
        if (m_due[static_cast<std::size_t>(top.slot)] == top.at) due.push_back(top.slot);
    }
    if (due.empty()) return;
    if (due.size() <= kOneByOne) {
        for (const int slot : due) refresh(slot, nullptr);
        Q_EMIT countsChanged();
        return;
    }
    for (const int slot : due) {
        countIn(slot, -1);
        classify(slot);
        countIn(slot, 1);
    }
    refreshMany({});
}

// One slot got news or grew old: it changes in place, moves, appears or goes.
void BoardModel::refresh(int slot, const domain::BoardRow* news)
{
    const auto at = static_cast<std::size_t>(slot);
    const auto before = m_keys[at];
    const bool wasShown = passes(slot);
    countIn(slot, -1);
    const bool happened = news != nullptr && news->seq > m_rows[at].seq;   // only the age of the knowledge is no event
    if (news != nullptr) {
        const bool sameKey = news->searchKey == m_rows[at].searchKey;
        put(slot, *news);
        if (!sameKey) {
            m_index.replace(slot, news->searchKey);
            m_hits[at] = m_index.matches(slot, m_words) ? 1 : 0;
        }
    }
    const auto from = positionIn(m_order, before);
    classify(slot);
    countIn(slot, 1);
    const auto& after = m_keys[at];
    if (before < after || after < before) moveSlot(m_order, from, placeFor(m_order, from, after));
    place(slot, before, wasShown);
    if (happened) Q_EMIT touched(m_rows[at].invoice);
}

// Where a key stands, or would stand, in a sorted list. The list must not hold slots whose keys are out of order; the slot itself may.
std::ptrdiff_t BoardModel::positionIn(const Slots& list, const SortKey& key) const
{
    const auto at = std::lower_bound(list.begin(), list.end(), key, [this, &key](qint32 slot, const SortKey& wantedKey) {
        return (slot == key.slot ? key : m_keys[static_cast<std::size_t>(slot)]) < wantedKey;
    });
    return at - list.begin();
}

// Where the slot at from belongs once it has this key. The slots left and right of it are in order among themselves: halving one of the two sides finds it.
std::ptrdiff_t BoardModel::placeFor(const Slots& list, std::ptrdiff_t from, const SortKey& key) const
{
    const auto comesBefore = [this](qint32 other, const SortKey& wantedKey) { return m_keys[static_cast<std::size_t>(other)] < wantedKey; };
    const auto begin = list.begin() + from;
    if (from > 0 && !comesBefore(*(begin - 1), key)) return std::lower_bound(list.begin(), begin, key, comesBefore) - list.begin();
    if (begin + 1 != list.end() && comesBefore(*(begin + 1), key)) return std::lower_bound(begin + 1, list.end(), key, comesBefore) - list.begin() - 1;
    return from;
}

void BoardModel::place(int slot, const SortKey& before, bool wasShown)
{
    const auto& after = m_keys[static_cast<std::size_t>(slot)];
    const bool isShown = passes(slot);
    if (!wasShown && !isShown) return;
    if (!wasShown) {
        const auto to = positionIn(m_shown, after);
        beginInsertRows({}, static_cast<int>(to), static_cast<int>(to));
        m_shown.insert(m_shown.begin() + to, slot);
        endInsertRows();
        return;
    }
    const auto from = positionIn(m_shown, before);
    Q_ASSERT(m_shown[static_cast<std::size_t>(from)] == slot);
    if (!isShown) {
        beginRemoveRows({}, static_cast<int>(from), static_cast<int>(from));
        m_shown.erase(m_shown.begin() + from);
        endRemoveRows();
        return;
    }
    const auto to = placeFor(m_shown, from, after);
    if (to != from) {
        beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to < from ? to : to + 1));
        moveSlot(m_shown, from, to);
        endMoveRows();
    }
    Q_EMIT dataChanged(index(static_cast<int>(to), 0), index(static_cast<int>(to), ColumnCount - 1));
}

void BoardModel::refreshMany(const Slots& happened)
{
    sortAll();
    showRows(wanted());
    for (const int slot : happened) Q_EMIT touched(m_rows[static_cast<std::size_t>(slot)].invoice);
    if (!m_shown.empty()) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_shown.size()) - 1, ColumnCount - 1));
    Q_EMIT countsChanged();
}

// The slots of a list that fit, in its order. Which ones do is mostly by chance: written always and counted only then costs less than to guess.
template <class Fits>
std::size_t BoardModel::gather(const Slots& list, Slots& out, std::size_t from, Fits fits)
{
    out.resize(from + list.size());
    auto* to = out.data() + from;
    for (const auto slot : list) {
        *to = slot;
        to += fits(static_cast<std::size_t>(slot)) ? 1 : 0;
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out.size() - from;
}

BoardModel::Slots BoardModel::wanted() const
{
    Slots out;
    const auto tab = static_cast<unsigned>(m_tab);
    const std::array<unsigned, 3> left{0U, 1U, isLeft(Fit::Gone) ? 1U : 0U};   // by Fit
    gather(m_order, out, 0, [&, hits = m_hits.data(), tabs = m_tabs.data(), fits = m_fits.data()](std::size_t at) {   // as passes() says
        return (hits[at] & left.data()[static_cast<std::size_t>(fits[at])] & (unsigned{tabs[at]} >> tab) & 1U) != 0;
    });
    return out;
}

// Rows keep their places in the model while their order changes: selection and current row follow.
void BoardModel::permute(Slots next)
{
    if (next == m_shown) return;
    Q_ASSERT(next.size() == m_shown.size());
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto held = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(held.size());
    QHash<qint32, int> rowOfSlot;   // only for the few rows somebody holds
    for (const auto& one : held) rowOfSlot.insert(m_shown[static_cast<std::size_t>(one.row())], -1);
    if (!rowOfSlot.isEmpty()) {
        qsizetype missing = rowOfSlot.size();
        for (std::size_t row = 0; row < next.size() && missing > 0; ++row) {
            const auto found = rowOfSlot.find(next[row]);
            if (found == rowOfSlot.end()) continue;
            *found = static_cast<int>(row);
            --missing;
        }
    }
    for (const auto& one : held) moved += index(rowOfSlot.value(m_shown[static_cast<std::size_t>(one.row())]), one.column());
    m_shown = std::move(next);
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// From the rows shown now to others, without a reset: what stays is moved to the front, what goes leaves as one range at the end,
// what comes arrives as one range at the end, then everything takes its place.
void BoardModel::showRows(Slots next)
{
    if (next == m_shown) return;
    constexpr std::uint8_t kComes = 1, kStays = 3;
    std::vector<std::uint8_t> marks(m_rows.size(), 0);   // by slot
    auto* const mark = marks.data();
    for (const auto slot : next) mark[slot] = kComes;
    for (const auto slot : m_shown) mark[slot] = static_cast<std::uint8_t>(mark[slot] * kStays);
    Slots arranged;
    const auto kept = gather(next, arranged, 0, [mark](std::size_t slot) { return mark[slot] == kStays; });
    if (kept < m_shown.size()) {
        gather(m_shown, arranged, kept, [mark](std::size_t slot) { return mark[slot] == 0; });
        permute(std::move(arranged));
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_shown.size()) - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    if (kept < next.size()) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(next.size()) - 1);
        gather(next, m_shown, kept, [mark](std::size_t slot) { return mark[slot] == kComes; });
        endInsertRows();
    }
    permute(std::move(next));
}

void BoardModel::setTab(BoardTab tab)
{
    if (tab == m_tab) return;
    m_tab = tab;
    showRows(wanted());
    Q_EMIT countsChanged();
}

void BoardModel::setQuery(const QString& text)
{
    const auto words = domain::foldQuery(text);
    if (words == m_words) return;
    // One word that grew at its end or front can only lose rows: the rows found so far are enough to look at.
    const bool grew = words.size() == 1 && m_words.size() == 1 && words.first().contains(m_words.first());
    m_words = words;
    if (grew && m_shown.size() * 4 < m_rows.size()) m_index.narrow(m_words, m_hits);
    else m_index.find(m_words, m_hits);
    showRows(wanted());
    Q_EMIT countsChanged();
}

BoardSums BoardModel::sums() const
{
    BoardSums out;
    qint64 cents = 0;
    for (const auto slot : m_shown)
        if (__builtin_add_overflow(cents, m_owed[static_cast<std::size_t>(slot)], &cents)) return {domain::Money::cents(domain::kMaxCents), 0};
    out.open = domain::Money::cents(cents);
    return out;
}

const domain::BoardRow* BoardModel::find(const domain::InvoiceId& invoice) const
{
    const auto known = m_slotOf.constFind(invoice);
    return known == m_slotOf.cend() ? nullptr : &m_rows[static_cast<std::size_t>(*known)];
}

int BoardModel::rowOf(const domain::InvoiceId& invoice) const
{
    const auto known = m_slotOf.constFind(invoice);
    if (known == m_slotOf.cend() || !passes(*known)) return -1;
    return static_cast<int>(positionIn(m_shown, m_keys[static_cast<std::size_t>(*known)]));
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

} // namespace tresen::ui
