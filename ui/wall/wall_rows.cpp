#include "ui/wall/wall_rows.h"
#include <algorithm>

namespace tresen::ui {
namespace {

bool isHere(const domain::BoardRow& row)
{
    const bool held = row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned;
    return held && !row.key.isNull() && row.state != domain::BoardState::HandedOver && row.state != domain::BoardState::Cancelled;
}

} // namespace

WallRows wallRows(const std::map<domain::InvoiceId, domain::BoardRow>& rows, Instant now)
{
    // The most urgent one speaks for its key, with the oldest knowledge there is of the stay.
    struct Vehicle { const domain::BoardRow* speaks = nullptr; Instant oldest; };
    std::map<domain::KeyId, Vehicle> vehicles;
    for (const auto& [id, row] : rows) {
        if (!isHere(row)) continue;
        auto& vehicle = vehicles[row.key];
        if (vehicle.speaks == nullptr || domain::urgencyOf(row.state) < domain::urgencyOf(vehicle.speaks->state)) vehicle.speaks = &row;
        if (domain::ages(row)) vehicle.oldest = domain::olderOf(vehicle.oldest, row.truthAt);
    }
    std::vector<domain::BoardRow> ordered;
    ordered.reserve(vehicles.size());
    for (const auto& [key, vehicle] : vehicles) {
        ordered.push_back(*vehicle.speaks);
        ordered.back().stayAt = vehicle.oldest;
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        const auto ua = domain::urgencyOf(a.state), ub = domain::urgencyOf(b.state);
        return ua != ub ? ua < ub : a.readyAt < b.readyAt;
    });
    WallRows out;
    for (const auto& row : ordered) {
        auto& side = domain::lightOf(row, now) == domain::Light::Green ? out.goes : out.stays;
        side.push_back({row.hook, row.plate, lookOf(row, now), row.truthAt});
    }
    std::stable_sort(out.goes.begin(), out.goes.end(), [](const WallEntry& a, const WallEntry& b) { return b.at < a.at; });
    return out;
}

} // namespace tresen::ui
