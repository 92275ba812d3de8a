// Times as the tables hold them: isoText(), fromIsoText().
#pragma once
#include "app/core/iso_time.h"
