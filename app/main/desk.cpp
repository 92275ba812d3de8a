// The first door: the desk's window.
#include "app/main/command.h"

namespace tresen::app {

int runDesk(const Arguments&, int&, char**)
{
    complain(QStringLiteral("no window yet"));
    return 1;
}

} // namespace tresen::app
