// BoardWidths: how the columns of the board share the room there is, and what becomes of them when a border in the header is dragged. Pure values;
// BoardView measures, asks and lays out. The customer's column has no width of its own: it takes what is left.
#pragma once
#include "ui/models/board_columns.h"

namespace tresen::ui {

using BoardWidths = std::array<int, static_cast<std::size_t>(BoardColumns::kCount)>;   // pixels by column; 0: not shown

struct BoardMeasures {
    BoardWidths usual{};                              // at 100 percent; 0: there is no such column now, whatever is chosen
    int room = 0;                                     // of the whole table
    int customerWanted = 0, customerLeast = 0;        // below the first other columns give way, below the second the customer's does
    int edge = 0;                                     // the last column keeps this from the frame where the age, which has room of its own, is missing
};

// Where there is too little room: first what was made wider than usual gives, then the site goes, then the age, then the customer; at last
// number and hook are as narrow as they can be.
BoardWidths fitColumns(const BoardColumns& columns, const BoardMeasures& measures);

// The border between two columns that stand side by side, by pixels from where it was taken hold of. What one gains the other gives, and the
// customer's column where that one cannot; never so much that a column would vanish.
BoardColumns dragBorder(const BoardColumns& columns, const BoardMeasures& measures, BoardColumns::Column left, BoardColumns::Column right, int by);

} // namespace tresen::ui
