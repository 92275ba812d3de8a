// Confinement: what a helper process that opens foreign files may still do. Called by that process before it reads the first byte.
#pragma once
#include <QtGlobal>

namespace tresen {

struct Confinement {
    qint64 moreMemory = 0;   // bytes of address space beyond what is in use now
    int openFiles = 0;       // at once; those already open count
};

// Which of the walls stand. A platform without one of them says so: the caller decides whether that is enough.
struct Confined {
    bool memory = false;     // RLIMIT_AS; not under AddressSanitizer, which reserves terabytes
    bool files = false;      // nothing can be written, no dump left behind, few files open
    bool calls = false;      // seccomp: no socket, no other program, no new process, no name made or removed
};
Confined confineThisProcess(const Confinement& limits);

// From now on the process may use that many more seconds of the processor, then the system ends it.
void allowProcessor(int seconds);

} // namespace tresen
