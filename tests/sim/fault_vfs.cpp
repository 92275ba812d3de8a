#include "tests/sim/fault_vfs.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <random>
#include <set>
#include <sqlite3.h>
#include <unistd.h>
#include <vector>

namespace tresen::sim::faultvfs {
namespace {

constexpr int kSector = 512;

struct Write { sqlite3_int64 offset; std::vector<char> before; sqlite3_int64 sizeBefore; };

// SQLite allocates szOsFile bytes and hands them over as the base; what is ours hangs on a pointer.
struct Tracked {
    sqlite3_file* real = nullptr;
    std::vector<Write> unflushed;
};
struct FaultFile { sqlite3_file base; Tracked* tracked; };

struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs shim{};
    Fault fault = Fault::None;
    long at = 0, count = 0;
    std::uint32_t seed = 0;
    std::set<Tracked*> files;
    std::recursive_mutex lock;
};
State& state()
{
    static State s;
    return s;
}

Tracked& trackedOf(sqlite3_file* file) { return *reinterpret_cast<FaultFile*>(file)->tracked; }
sqlite3_file* realOf(sqlite3_file* file) { return trackedOf(file).real; }

// The newest write is undone first, so that every sector ends as some state it really had.
void losePower()
{
    std::mt19937 random{state().seed};
    for (auto* file : state().files) {
        for (auto write = file->unflushed.rbegin(); write != file->unflushed.rend(); ++write) {
            bool anyKept = false;
            for (std::size_t from = 0; from < write->before.size(); from += kSector) {
                if (random() % 2 == 0) { anyKept = true; continue; }
                const auto length = static_cast<int>(std::min<std::size_t>(kSector, write->before.size() - from));
                file->real->pMethods->xWrite(file->real, write->before.data() + from, length, write->offset + static_cast<sqlite3_int64>(from));
            }
            if (!anyKept && write->sizeBefore < write->offset + static_cast<sqlite3_int64>(write->before.size())) file->real->pMethods->xTruncate(file->real, write->sizeBefore);
        }
    }
}

// Answers what the operation has to answer; SQLITE_OK: do it.
int operation(bool reading)
{
    auto& s = state();
    if (s.fault == Fault::None || reading != (s.fault == Fault::ReadError)) return SQLITE_OK;
    if (++s.count < s.at) return SQLITE_OK;
    switch (s.fault) {
    case Fault::Power: losePower(); [[fallthrough]];
    case Fault::Kill: ::_exit(137);
    case Fault::WriteError: return SQLITE_IOERR_WRITE;
    case Fault::Full: return SQLITE_FULL;
    case Fault::ReadError: return SQLITE_IOERR_READ;
    case Fault::None: break;
    }
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file)
{
    const std::lock_guard guard{state().lock};
    auto* tracked = reinterpret_cast<FaultFile*>(file)->tracked;
    const int code = tracked->real->pMethods->xClose(tracked->real);
    state().files.erase(tracked);
    std::free(tracked->real);
    delete tracked;
    return code;
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    const std::lock_guard guard{state().lock};
    if (const int code = operation(/*reading=*/true)) return code;
    return realOf(file)->pMethods->xRead(realOf(file), to, amount, offset);
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    const std::lock_guard guard{state().lock};
    auto& tracked = trackedOf(file);
    Write write{offset, std::vector<char>(static_cast<std::size_t>(amount)), 0};
    tracked.real->pMethods->xFileSize(tracked.real, &write.sizeBefore);
    tracked.real->pMethods->xRead(tracked.real, write.before.data(), amount, offset);   // beyond the end: zeros
    if (const int code = operation(/*reading=*/false)) return code;
    tracked.unflushed.push_back(std::move(write));
    return tracked.real->pMethods->xWrite(tracked.real, from, amount, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const std::lock_guard guard{state().lock};
    if (const int code = operation(/*reading=*/false)) return code;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    const std::lock_guard guard{state().lock};
    if (const int code = operation(/*reading=*/false)) return code;
    const int code = realOf(file)->pMethods->xSync(realOf(file), flags);
    if (code == SQLITE_OK) trackedOf(file).unflushed.clear();
    return code;
}

int fileSize(sqlite3_file* f, sqlite3_int64* size) { return realOf(f)->pMethods->xFileSize(realOf(f), size); }
int lockFile(sqlite3_file* f, int level) { return realOf(f)->pMethods->xLock(realOf(f), level); }
int unlockFile(sqlite3_file* f, int level) { return realOf(f)->pMethods->xUnlock(realOf(f), level); }
int checkReserved(sqlite3_file* f, int* out) { return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out); }
int fileControl(sqlite3_file* f, int op, void* arg) { return realOf(f)->pMethods->xFileControl(realOf(f), op, arg); }
int sectorSize(sqlite3_file* f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); }
// No promise of the real disk is passed on: a sector may be torn.
int deviceCharacteristics(sqlite3_file*) { return 0; }
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out) { return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, out); }
int shmLock(sqlite3_file* f, int offset, int n, int flags) { return realOf(f)->pMethods->xShmLock(realOf(f), offset, n, flags); }
void shmBarrier(sqlite3_file* f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); }
int shmUnmap(sqlite3_file* f, int erase) { return realOf(f)->pMethods->xShmUnmap(realOf(f), erase); }

const sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, checkReserved,
                                  fileControl, sectorSize, deviceCharacteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    const std::lock_guard guard{state().lock};
    auto* ours = reinterpret_cast<FaultFile*>(file);
    ours->base.pMethods = nullptr;
    auto* real = static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(state().real->szOsFile)));
    const int code = state().real->xOpen(state().real, name, real, flags, outFlags);
    if (!real->pMethods) {
        std::free(real);
        return code;
    }
    ours->tracked = new Tracked{real, {}};
    ours->base.pMethods = &kMethods;
    state().files.insert(ours->tracked);
    return code;
}

int deleteFile(sqlite3_vfs*, const char* name, int sync)
{
    const std::lock_guard guard{state().lock};
    if (const int code = operation(/*reading=*/false)) return code;
    return state().real->xDelete(state().real, name, sync);
}

} // namespace

void install()
{
    auto& s = state();
    if (s.real) return;
    s.real = sqlite3_vfs_find(nullptr);
    s.shim = *s.real;
    s.shim.zName = "fault";
    s.shim.szOsFile = sizeof(FaultFile);
    s.shim.pNext = nullptr;
    s.shim.xOpen = openFile;
    s.shim.xDelete = deleteFile;
    sqlite3_vfs_register(&s.shim, 0);
}

void arm(Fault fault, long at, std::uint32_t seed)
{
    const std::lock_guard guard{state().lock};
    state().fault = fault;
    state().at = at;
    state().count = 0;
    state().seed = seed;
}

long operations()
{
    const std::lock_guard guard{state().lock};
    return state().count;
}

} // namespace tresen::sim::faultvfs
