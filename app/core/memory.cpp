#include "app/core/memory.h"
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tresen {

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace tresen
