// ensureApp(): the application object some targets need; under the normal tests there is one already.
#pragma once
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace tresen::fuzz {

template <class App> void ensureApp()
{
    if (QCoreApplication::instance() != nullptr) return;
    static int count = 1;
    static char name[] = "fuzz";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static App* app = new App{count, arguments};   // never destroyed: what Qt keeps for it is gone before it where the fuzzer ends the process
    Q_UNUSED(app)
}

inline void need(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (holds) return;
    std::fprintf(stderr, "%s:%d: a promise is broken\n", file, line);
    std::abort();
}

} // namespace tresen::fuzz
