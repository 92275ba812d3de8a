// Agreement: a second person has given name and PIN for one action. Made by People alone, used up by the station that acts on it, written down in the
// entry that follows; a copy shares its one use.
#pragma once
#include "app/domain/ids.h"
#include <memory>
#include <utility>

namespace tresen::services {

class Agreement {
public:
    Agreement() = default;                    // nobody has agreed
    bool isGiven() const { return m_state && !m_state->used; }
    QString name() const { return m_state ? m_state->name : QString{}; }
    // Who has agreed: once, null from then on.
    domain::UserId use() const
    {
        if (!m_state || std::exchange(m_state->used, true)) return {};
        return m_state->user;
    }

private:
    friend class People;
    struct State { domain::UserId user; QString name; bool used = false; };
    Agreement(domain::UserId user, QString name) : m_state{std::make_shared<State>(State{std::move(user), std::move(name), false})} {}
    std::shared_ptr<State> m_state;
};

} // namespace tresen::services
