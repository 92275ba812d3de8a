#include "app/ports/workshop_source.h"
