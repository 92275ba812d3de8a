// Pick-up rules: which cars wait although nothing is missing any more. Pure; the board marks them and has a filter for them.
#pragma once
#include "app/domain/board_row.h"
#include <QDate>

namespace tresen::domain {

// Monday to Friday, counted from the day after the first date up to the last one, which is included. Holidays differ by state and are not known
// here: they count. 0 when last is not after first or either is invalid.
int workingDaysBetween(QDate first, QDate last);

// Working days since the invoice came, for a vehicle that is paid or on account and whose key is still in the house; 0 for every other one, and
// as long as they are no more than patience. today: by the clock of the desk.
int waitedForPickUp(const BoardRow& row, QDate today, int patience);

} // namespace tresen::domain
