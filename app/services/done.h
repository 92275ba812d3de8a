// Done<T>: how a station answers, once, in the caller's thread and never after the station is gone.
#pragma once
#include "app/core/result.h"
#include <functional>

namespace tresen::services {

template <class T> using Done = std::function<void(const Result<T>&)>;

} // namespace tresen::services
