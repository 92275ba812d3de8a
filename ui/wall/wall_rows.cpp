#include "ui/wall/wall_rows.h"
#include <algorithm>

namespace tresen::ui {
namespace {

bool isHere(const domain::BoardRow& row)
{
    const bool held = row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned;
    return held && !row.key.isNull() && row.state != domain::BoardState::HandedOver && row.state != domain::BoardState::Cancelled;
}

// The row as it would be if it was about this key of its invoice.
domain::BoardRow rowAbout(domain::BoardRow row, const domain::KeyId& key)
{
    const auto further = std::find_if(row.further.begin(), row.further.end(), [&](const domain::FurtherKey& f) { return f.key == key; });
    if (further == row.further.end()) return row;
    row.key = key;
    row.plate = further->plate;
    row.hook = further->hook;
    row.mayGo = further->mayGo;
    return row;
}

} // namespace

WallRows wallRows(const std::map<domain::InvoiceId, domain::BoardRow>& rows, Instant now)
{
    // The most urgent one speaks for its key, with the oldest knowledge there is of the stay.
    struct Vehicle { const domain::BoardRow* speaks = nullptr; Instant oldest; };
    std::map<domain::KeyId, Vehicle> vehicles;
    const auto hear = [&vehicles](const domain::BoardRow& row, const domain::KeyId& key) {
        auto& vehicle = vehicles[key];
        if (vehicle.speaks == nullptr || domain::urgencyOf(row.state) < domain::urgencyOf(vehicle.speaks->state)) vehicle.speaks = &row;
        if (domain::ages(row)) vehicle.oldest = domain::olderOf(vehicle.oldest, row.truthAt);
    };
    for (const auto& [id, row] : rows) {
        if (!isHere(row)) continue;
        hear(row, row.key);
        for (const auto& further : row.further) hear(row, further.key);
    }
    std::vector<domain::BoardRow> ordered;
    ordered.reserve(vehicles.size());
    for (const auto& [key, vehicle] : vehicles) {
        ordered.push_back(rowAbout(*vehicle.speaks, key));
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
