// BoardModel: the board's rows, keyed by invoice, filtered by tab and search, most urgent first. Whoever opens the desk calls setRows()
// and complete() once, the feed apply() from then on; BoardPage shows it. Live data and searching never reset it: rows come, go and move in few ranges.
#pragma once
#include "app/core/clock.h"
#include "app/domain/board_row.h"
#include "ui/common/state_look.h"
#include "ui/models/search_index.h"
#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <array>
#include <queue>

namespace tresen::ui {

enum class BoardTab { All, Act, Waits, KeyFree, Done };
inline constexpr int kBoardTabs = 5;

// What is left out beyond tab and search.
struct BoardOptions {
    bool handedOver = true;      // whether those are shown among all; the tab Done and the search always have them
    int olderDays = 0;           // only invoices that came so many days ago or earlier; 0: all
    bool waits = false;          // only cars that wait for pick-up, see domain::waitedForPickUp()
    bool ownSite = false;        // only what was taken over at the site of this desk
    friend bool operator==(const BoardOptions&, const BoardOptions&) = default;
};

struct BoardSums {
    domain::Money open;          // what customers still owe, in euros; money to pay back is not set off
    int otherCurrencies = 0;     // rows that owe in another currency and are not in the sum
};

class BoardModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Status, Plate, Customer, Number, Open, Hook, Age, Site, ColumnCount };
    enum Role { InvoiceRole = Qt::UserRole + 1, StateRole, LightRole };   // id, codeOf(state), codeOf(light)

    explicit BoardModel(const Clock& clock, QObject* parent = nullptr);

    void setRows(std::vector<domain::BoardRow> rows, int more = 0);   // first load: the only reset; more: finished ones that complete() brings
    void complete(const std::vector<domain::BoardRow>& rows);     // all rows: takes in those not known yet, silently
    void apply(const std::vector<domain::BoardRow>& rows);        // inserts or updates; a row older by seq is ignored
    void tick();                                                  // time has passed: rows that became old change their look and place

    void setTab(BoardTab tab);
    BoardTab tab() const { return m_tab; }
    void setOptions(const BoardOptions& options);
    const BoardOptions& options() const { return m_options; }
    void setPatience(int workingDays);                            // after which a car waits for pick-up
    int waited(int row) const { return m_waited[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)])]; }   // working days; 0: it does not
    void setSites(const QString& here, const QString& main);     // names: of this desk's site, and of the one rows name none of
    bool severalSites() const { return m_severalSites; }          // rows of another one than this desk's are here
    const QString& siteOf(const domain::BoardRow& row) const { return row.site.isEmpty() ? m_mainSite : row.site; }
    void setQuery(const QString& text);
    bool isSearching() const { return !m_words.isEmpty(); }
    int count(BoardTab tab) const { return m_counts[static_cast<std::size_t>(tab)]; }   // over all rows, whatever is searched
    int shownCount() const;                                       // rows shown, with those complete() will bring
    BoardSums sums() const;                                       // over the rows shown

    const domain::BoardRow& rowAt(int row) const { return m_rows[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)])]; }
    const domain::BoardRow* find(const domain::InvoiceId& invoice) const;   // shown or not; null when unknown
    int rowOf(const domain::InvoiceId& invoice) const;            // -1 when not shown
    static QString payerText(const domain::BoardRow& row);        // "pays: Leasing AG"; empty: the customer pays
    Instant now() const { return m_now; }                         // what ages are counted against

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();                                         // counts or sums
    void sitesChanged();                                          // severalSites(), or their names
    void touched(const tresen::domain::InvoiceId& invoice);       // a row that was here got news

private:
    struct SortKey {
        qint64 time = 0;
        qint32 urgency = 0;
        qint32 slot = 0;
        friend bool operator<(const SortKey& a, const SortKey& b)
        {
            if (a.urgency != b.urgency) return a.urgency < b.urgency;
            return a.time != b.time ? a.time < b.time : a.slot < b.slot;
        }
    };
    struct Due {
        qint64 at;
        qint32 slot;
        friend bool operator>(const Due& a, const Due& b) { return a.at > b.at; }
    };
    using Slots = std::vector<qint32>;
    struct Stay {                               // of one key
        qint32 slot = -1;                       // one of its slots
        qint32 oldest = -1;                     // the one whose knowledge that ages is the oldest; -1: none
        Instant first{}, second{};              // its age, and the oldest of the others; null: none
        bool turned = false;                    // since its rows were looked at
    };

    int addSlot(const domain::BoardRow& row);
    bool meetsOtherSites() const;
    void takeSites();
    void joinStay(int slot);
    void leaveStay(int slot);
    void noteAge(Stay& stay, int slot);
    void readAges(Stay& stay);
    void put(int slot, const domain::BoardRow& row);   // in the place of the one that stood there
    Instant stayAtOf(int slot) const;
    bool stayHasAged(int slot) const { return stayAtOf(slot) != m_rows[static_cast<std::size_t>(slot)].stayAt; }
    void refreshStay(int slot);                 // all of its key, where the age of another one is news for them
    void refreshStay(const domain::KeyId& key);
    void classifyStays();                       // the same of all, not placed anew yet
    void classify(int slot);                    // key, tabs, sum and due time of a slot, from its row and now
    void schedule(int slot);
    void countIn(int slot, int by);
    void countMore(int more);
    bool passes(int slot) const;
    enum class Fit : std::uint8_t { No, Yes, Gone };   // Gone: handed over, so shown where it is asked for only
    Fit fitOf(int slot) const;
    bool isLeft(Fit fit) const { return fit == Fit::Yes || (fit == Fit::Gone && (m_tab == BoardTab::Done || isSearching())); }
    void setDay(QDate day);
    int waitedOf(const domain::BoardRow& row) const;
    void takeDay(bool anyway = false);          // on another day, or with other options, other rows fit
    void refresh(int slot, const domain::BoardRow* news);
    void refreshMany(const Slots& happened);   // happened: those to be told as touched
    void place(int slot, const SortKey& before, bool wasShown);
    template <class Fits> static std::size_t gather(const Slots& list, Slots& out, std::size_t from, Fits fits);
    Slots wanted() const;
    void showRows(Slots next);
    void permute(Slots next);
    void sortAll();
    std::ptrdiff_t positionIn(const Slots& list, const SortKey& key) const;
    std::ptrdiff_t placeFor(const Slots& list, std::ptrdiff_t from, const SortKey& key) const;
    QString cellText(const domain::BoardRow& row, int column) const;
    static QStringList plateMarks(const domain::BoardRow& row); // other vehicles, and whether something has to be confirmed

    const Clock& m_clock;
    Instant m_now;
    std::vector<domain::BoardRow> m_rows;       // by slot; a slot is never given away again
    QHash<domain::InvoiceId, int> m_slotOf;
    QHash<domain::KeyId, Stay> m_stays;
    QMultiHash<domain::KeyId, int> m_alsoOn;    // slots of the invoices over several vehicles, by their further keys
    Slots m_nextOfStay;                         // by slot: the next one of the same key, round and round
    std::vector<SortKey> m_keys;                // by slot
    std::vector<std::uint8_t> m_tabs;           // by slot: one bit per BoardTab
    std::vector<std::uint8_t> m_hits;           // by slot: does the search find it
    std::vector<Fit> m_fits;                     // by slot: do the options let it through
    std::vector<int> m_waited;                  // by slot: working days it has waited for pick-up
    std::vector<qint64> m_owed;                 // by slot: cents in euros, 0 or more
    std::vector<qint64> m_due;                  // by slot: when age changes its look next; 0: never
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_dues;   // may hold entries that m_due no longer confirms
    SearchIndex m_index;
    Slots m_order;                              // all slots, sorted
    Slots m_shown;                              // the rows of the view
    BoardTab m_tab = BoardTab::All;
    BoardOptions m_options;
    QDate m_day;                                // of m_now, local
    Instant m_mayWaitBefore;
    int m_patience = 3;
    QString m_siteHere, m_mainSite;
    QSet<QString> m_sites;                      // as rows name them
    bool m_severalSites = false;
    QStringList m_words;
    std::array<int, kBoardTabs> m_counts{};
    int m_more = 0;                             // counted in m_counts, not here yet
};

} // namespace tresen::ui
