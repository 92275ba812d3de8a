#include "app/core/milestone.h"
#include <QByteArray>
#include <chrono>
#include <cstdio>

namespace tresen {

void milestone(const char* name)
{
    static const auto path = qgetenv("TRESEN_MILESTONES");
    if (path.isEmpty()) return;
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    auto* file = std::fopen(path.constData(), "ae");
    if (file == nullptr) return;
    std::fprintf(file, "%lld %s\n", static_cast<long long>(now), name);
    std::fclose(file);
}

} // namespace tresen
