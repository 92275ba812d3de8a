// libFuzzer target: a file of settings from somewhere. Whatever comes: known keys with values that are fine by themselves, or a refusal; never a secret.
#include "app/domain/settings_file.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto read = domain::readSettingsFile(bytes);
    if (!read) {
        if (read.error().code.isEmpty()) std::abort();
        return 0;
    }
    for (const auto* part : {&read.value().values, &read.value().own})
        for (auto it = part->cbegin(); it != part->cend(); ++it) {
            const auto* def = domain::findSetting(it.key());
            if (def == nullptr || def->stays || (part == &read.value().own && !def->perDesk)) std::abort();
            const auto fine = domain::normalizeSetting(*def, it.value());
            if (!fine || fine.value() != it.value()) std::abort();
        }
    return 0;
}
