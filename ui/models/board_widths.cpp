#include "ui/models/board_widths.h"
#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace tresen::ui {
namespace {

using Column = BoardColumns::Column;

constexpr std::array<Column, 7> kGiving{BoardModel::Site, BoardModel::Age, BoardModel::Number, BoardModel::Hook, BoardModel::Plate, BoardModel::Status, BoardModel::Open};
constexpr int kNearlyUsual = 2;        // percent: so near to the usual width it is meant

std::size_t placeOf(Column column) { return static_cast<std::size_t>(column); }

int sumOf(const BoardWidths& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

int shareOf(int usual, int percent) { return usual * percent / 100; }

// As it is chosen, whatever room there is.
int wishedWidth(const BoardColumns& columns, const BoardMeasures& m, Column column)
{
    const bool stands = column != BoardModel::Customer && columns.isShown(column);
    return stands ? shareOf(m.usual[placeOf(column)], columns.percent(column)) : 0;
}

int spareOf(const BoardColumns& columns, const BoardMeasures& m, const BoardWidths& shown)
{
    if (columns.isShown(BoardModel::Customer)) return std::max(0, shown[placeOf(BoardModel::Customer)] - m.customerWanted);
    return std::max(0, m.room - sumOf(shown));
}

// By how much a column changes that should change by so much.
int bounded(const BoardMeasures& m, Column column, int width, int by)
{
    if (column == BoardModel::Customer) return 0;
    const int usual = m.usual[placeOf(column)];
    const int least = std::min(width, shareOf(usual, BoardColumns::narrowest(column))), most = std::max(width, shareOf(usual, BoardColumns::kWidest));
    return std::clamp(width + by, least, most) - width;
}

void setWidth(BoardColumns& columns, const BoardMeasures& m, Column column, int width)
{
    const int usual = m.usual[placeOf(column)];
    if (column == BoardModel::Customer || usual <= 0) return;
    const int percent = (width * 100 + usual / 2) / usual;
    columns.setPercent(column, std::abs(percent - 100) <= kNearlyUsual ? 100 : std::clamp(percent, BoardColumns::narrowest(column), BoardColumns::kWidest));
}

} // namespace

BoardWidths fitColumns(const BoardColumns& columns, const BoardMeasures& m)
{
    BoardWidths widths{};
    for (const auto column : kGiving) widths[placeOf(column)] = wishedWidth(columns, m, column);
    const auto at = [&widths](Column column) -> int& { return widths[placeOf(column)]; };
    const bool named = columns.isShown(BoardModel::Customer);
    const int wanted = named ? m.customerWanted : 0;
    int rest = m.room - sumOf(widths);
    for (const auto column : kGiving) {
        const int gives = std::clamp(at(column) - m.usual[placeOf(column)], 0, std::max(0, wanted - rest));
        at(column) -= gives;
        rest += gives;
    }
    if (rest < wanted) rest += std::exchange(at(BoardModel::Site), 0);
    if (rest < wanted) {
        rest += std::exchange(at(BoardModel::Age), 0) - m.edge;
        if (at(BoardModel::Hook) > 0) at(BoardModel::Hook) += m.edge;
    }
    if (named && rest < m.customerLeast) at(BoardModel::Plate) += std::max(0, rest);
    else if (named) at(BoardModel::Customer) = rest;
    for (const auto column : {BoardModel::Number, BoardModel::Hook}) {
        const int least = shareOf(m.usual[placeOf(column)], BoardColumns::kNarrowest);
        at(column) -= std::clamp(sumOf(widths) - m.room, 0, std::max(0, at(column) - least));
    }
    return widths;
}

BoardColumns dragBorder(const BoardColumns& columns, const BoardMeasures& m, Column left, Column right, int by)
{
    const auto shown = fitColumns(columns, m);
    auto out = columns;
    const auto widthOf = [&](Column column) { return std::min(shown[placeOf(column)], wishedWidth(columns, m, column)); };
    // What is squeezed is kept as it is seen: else it would grow again as soon as a neighbour gives way.
    for (const auto column : kGiving)
        if (const int width = widthOf(column); width > 0 && width < wishedWidth(columns, m, column)) setWidth(out, m, column, width);
    int atLeft = bounded(m, left, widthOf(left), by), atRight = bounded(m, right, widthOf(right), -by);
    const int tooMuch = std::max(0, atLeft + atRight - spareOf(columns, m, shown));
    (by > 0 ? atLeft : atRight) -= tooMuch;
    if (atLeft == 0 && atRight == 0) return columns;
    if (atLeft != 0) setWidth(out, m, left, widthOf(left) + atLeft);
    if (atRight != 0) setWidth(out, m, right, widthOf(right) + atRight);
    const auto after = fitColumns(out, m);
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i] > 0 && after[i] <= 0) return columns;   // a percent has some pixels, and they were too many
    return out;
}

} // namespace tresen::ui
