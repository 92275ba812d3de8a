#include "app/ports/paper_printer.h"
#include "app/ports/payment_portal.h"
#include "app/ports/workshop_source.h"
