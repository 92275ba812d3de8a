// libFuzzer target: what a desk keeps for its comfort and the forms of files a workshop has made itself, as texts of settings. Whatever stands there: at most
// what the limits allow, no two filters of one name, and what is written of it is read again as it is.
#include "app/core/limits.h"
#include "app/services/own_profiles.h"
#include "tests/fuzz/fuzz_app.h"
#include "ui/common/key_map.h"
#include "ui/models/board_columns.h"
#include "ui/models/board_filter.h"
#include <QGuiApplication>
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

namespace {

// Text that no encoding can carry is mended by writing it once; from then on it has to stay as it is.
template <class T> void staysAsWritten(const QString& text)
{
    const auto mended = T::fromText(T::fromText(text).text());
    if (mended.text().size() <= limits::kMaxDeskText) need(T::fromText(mended.text()) == mended);
}

void filters(const QString& text)
{
    const auto read = ui::SavedFilters::fromText(text);
    need(read.count() <= limits::kMaxFilters);
    for (int i = 0; i < read.count(); ++i) {
        const auto& one = read.all()[static_cast<std::size_t>(i)];
        need(!one.name.isEmpty() && one.name.size() <= limits::kMaxFilterName && !one.filter.isEverything());
        need(one.filter.options.olderDays >= 0 && one.filter.options.olderDays <= limits::kMaxFilterDays);
        for (int k = 0; k < i; ++k) need(read.all()[static_cast<std::size_t>(k)].name.compare(one.name, Qt::CaseInsensitive) != 0);
    }
    staysAsWritten<ui::SavedFilters>(text);
}

void keys(const QString& text)
{
    const auto read = ui::KeyMap::fromText(text);
    for (const auto& action : ui::KeyMap::actions()) need(!read.keys(action.id).isEmpty() && !read.keys(action.id).front().isEmpty());
    staysAsWritten<ui::KeyMap>(text);
}

void profiles(const QString& text)
{
    const auto read = services::readOwnProfiles(text);
    need(read.size() <= static_cast<std::size_t>(limits::kMaxOwnProfiles));
    for (const auto& one : read) {
        need(services::checkProfileName(one.name).ok() && one.json.size() <= limits::kMaxOwnProfile);
        need(services::findOwnProfile(read, one.name) == &one);
        (void)services::isFileOf(one, QStringLiteral("Rechnungen 2026-11.csv"));
    }
    const auto mended = services::readOwnProfiles(services::writeOwnProfiles(read));
    need(services::readOwnProfiles(services::writeOwnProfiles(mended)) == mended);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    fuzz::ensureApp<QGuiApplication>();
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    switch (data[0] % 4) {
    case 0: filters(text); break;
    case 1: keys(text); break;
    case 2: staysAsWritten<ui::BoardColumns>(text); break;
    default: profiles(text); break;
    }
    return 0;
}
