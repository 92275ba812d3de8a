#include "ui/models/board_columns.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(BoardColumns::kCount)> kColumnCodes{"status", "plate", "customer", "number", "open", "hook", "age", "site"};

QString codeOfColumn(BoardModel::Column column)
{
    return QString::fromLatin1(kColumnCodes[static_cast<std::size_t>(column)]);
}

std::optional<BoardModel::Column> columnOf(const QString& code)
{
    for (std::size_t i = 0; i < kColumnCodes.size(); ++i)
        if (code == QLatin1StringView{kColumnCodes[i]}) return static_cast<BoardModel::Column>(i);
    return std::nullopt;
}

} // namespace

BoardColumns::BoardColumns()
{
    for (std::size_t i = 0; i < m_order.size(); ++i) m_order[i] = static_cast<Column>(i);
    m_shown.fill(true);
    setShown(BoardModel::Site, false);   // for those who want it
    m_percent.fill(100);
}

bool BoardColumns::mayHide(Column column)
{
    return column != BoardModel::Status && column != BoardModel::Plate && column != BoardModel::Open;
}

int BoardColumns::narrowest(Column column)
{
    return mayHide(column) ? kNarrowest : 100;
}

bool BoardColumns::setShown(Column column, bool shown)
{
    if (!shown && !mayHide(column)) return false;
    m_shown[static_cast<std::size_t>(column)] = shown;
    return true;
}

bool BoardColumns::move(Column column, int by)
{
    const auto from = std::find(m_order.begin(), m_order.end(), column);
    auto to = from;
    for (int left = std::abs(by); left > 0;) {
        if (by < 0 ? to == m_order.begin() : to + 1 == m_order.end()) return false;
        by < 0 ? --to : ++to;
        if (isShown(*to)) --left;
    }
    if (to < from) std::rotate(to, from, from + 1);
    else std::rotate(from, from + 1, to + 1);
    return true;
}

bool BoardColumns::setPercent(Column column, int percent)
{
    if (percent < narrowest(column) || percent > kWidest) return false;
    m_percent[static_cast<std::size_t>(column)] = percent;
    return true;
}

bool BoardColumns::setOrder(const Order& order)
{
    const BoardColumns usual;
    if (!std::is_permutation(order.begin(), order.end(), usual.m_order.begin())) return false;
    m_order = order;
    return true;
}

BoardColumns BoardColumns::fromText(const QString& stored)
{
    BoardColumns out;
    if (stored.size() > limits::kMaxDeskText) return out;
    const auto object = QJsonDocument::fromJson(stored.toUtf8()).object();
    std::vector<Column> order;
    for (const auto& code : object[u"order"_s].toArray())
        if (const auto column = columnOf(code.toString()); column && std::find(order.begin(), order.end(), *column) == order.end()) order.push_back(*column);
    for (std::size_t i = 0; i < static_cast<std::size_t>(kCount); ++i) {
        const auto column = static_cast<Column>(i);
        if (std::find(order.begin(), order.end(), column) != order.end()) continue;
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(i, order.size())), column);
    }
    std::copy(order.begin(), order.end(), out.m_order.begin());
    for (const auto& code : object[u"hidden"_s].toArray())
        if (const auto column = columnOf(code.toString())) out.setShown(*column, false);
    for (const auto& code : object[u"shown"_s].toArray())
        if (const auto column = columnOf(code.toString())) out.setShown(*column, true);
    const auto widths = object[u"width"_s].toObject();
    for (const auto& code : widths.keys())
        if (const auto column = columnOf(code)) out.setPercent(*column, widths[code].toInt());
    return out;
}

QString BoardColumns::text() const
{
    const BoardColumns usual;
    if (*this == usual) return {};
    QJsonObject object, widths;
    QJsonArray order, hidden, shown;   // those that differ from the usual
    for (const auto column : m_order) {
        order.append(codeOfColumn(column));
        if (isShown(column) != usual.isShown(column)) (isShown(column) ? shown : hidden).append(codeOfColumn(column));
        if (percent(column) != 100) widths.insert(codeOfColumn(column), percent(column));
    }
    if (m_order != usual.m_order) object.insert(u"order"_s, order);
    if (!hidden.isEmpty()) object.insert(u"hidden"_s, hidden);
    if (!shown.isEmpty()) object.insert(u"shown"_s, shown);
    if (!widths.isEmpty()) object.insert(u"width"_s, widths);
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

} // namespace tresen::ui
