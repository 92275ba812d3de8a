// Milestones: named moments of the program's start, for whoever measures it or looks into a slow one. Called by app/main.
#pragma once

namespace tresen {

// When TRESEN_MILESTONES names a file, adds the line "<nanoseconds of the steady clock> <name>"; nothing otherwise.
void milestone(const char* name);

} // namespace tresen
