// Origin: who did it, at which desk of which site. A dimension of every journal entry.
#pragma once
#include <QString>

namespace tresen::domain {

struct Origin {
    QString site, desk, user;
    friend bool operator==(const Origin&, const Origin&) = default;
};

} // namespace tresen::domain
