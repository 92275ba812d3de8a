// FaultVfs: an SQLite VFS named "fault" that ends the process, loses power or fails at the N-th operation. For tests in forked children only:
// its state belongs to the process.
#pragma once
#include <cstdint>

namespace tresen::sim::faultvfs {

enum class Fault {
    None,
    Kill,         // the process ends; what was handed to the system stays
    Power,        // the process ends; sectors written since the last flush of their file survive at random
    WriteError,   // every write, flush, truncation and deletion from then on fails
    Full,         // the same with "disk full"
    ReadError     // every read from then on fails
};

void install();
// at: 1 is the next operation. Write faults count writes, flushes, truncations and deletions; ReadError counts reads.
void arm(Fault fault, long at, std::uint32_t seed);
long operations();   // counted since arm()

} // namespace tresen::sim::faultvfs
