// Memory: the allocator's own door. Called by app/main after large answers have been taken apart, by app/store after a backup.
#pragma once

namespace tresen {

// Gives memory that has been freed back to the system, where the platform's allocator keeps it. Takes some milliseconds: not in the UI thread.
void giveBackFreedMemory();

} // namespace tresen
