// BoardColumns: which columns of the board this desk shows, in what order and how wide; kept in the setting desk.columns. Status, plate and open
// amount always stay: without them a key could go that must not. The site is hidden at first. Changed by the board page's menu and in the table's
// header, laid out by BoardView.
#pragma once
#include "ui/models/board_model.h"
#include <array>

namespace tresen::ui {

class BoardColumns {
public:
    using Column = BoardModel::Column;
    static constexpr int kCount = BoardModel::ColumnCount;
    static constexpr int kNarrowest = 60, kWidest = 220, kStep = 20;   // percent of the usual width

    BoardColumns();                                            // as they are from the start
    static BoardColumns fromText(const QString& stored);       // unknown and doubled columns are dropped, missing ones stand where they usually do
    QString text() const;                                      // for the setting; empty: as usual

    static bool mayHide(Column column);
    static int narrowest(Column column);                       // what always stays is never narrower than it has to be
    using Order = std::array<Column, static_cast<std::size_t>(kCount)>;
    const Order& order() const { return m_order; }
    bool setOrder(const Order& order);                         // false: it does not hold every column once
    bool isShown(Column column) const { return m_shown[static_cast<std::size_t>(column)]; }
    int percent(Column column) const { return m_percent[static_cast<std::size_t>(column)]; }
    bool setShown(Column column, bool shown);                  // false: it has to stay
    bool move(Column column, int by);                          // to the left (negative) or right among those shown; false: there is no further
    bool setPercent(Column column, int percent);               // false: out of bounds
    friend bool operator==(const BoardColumns&, const BoardColumns&) = default;

private:
    Order m_order{};
    std::array<bool, static_cast<std::size_t>(kCount)> m_shown{};
    std::array<int, static_cast<std::size_t>(kCount)> m_percent{};
};

} // namespace tresen::ui
