// Result<T>: a value or an Error. Expected failures travel as values; exceptions never cross a thread or a port.
#pragma once
#include <QString>
#include <type_traits>
#include <utility>
#include <variant>

namespace tresen {

// What kind of failure it is; the command line maps it to its exit code, the desk to its tone.
enum class Fault {
    Invalid,       // the input cannot be read or makes no sense
    NotFound,      // the thing asked for does not exist
    Conflict,      // somebody else was first, or it has been done already
    Refused,       // a rule says no
    Unreachable,   // a peer could not be reached: for sure nothing was done there
    Timeout,       // a peer did not answer: what was done there is unknown
    Corrupt,       // stored data is damaged
    Internal       // our own mistake
};

struct Error {
    Fault fault = Fault::Internal;
    QString code;     // stable and untranslated, "pay.already_settled"; the desk words it
    QString detail;   // values for the wording or the log: untranslated, redacted by the logger
    int retryAfterMs = 0;   // when the peer said so: not to be asked again before; 0: it said nothing
};

struct Ok {};

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;
    Result(T value) : m_data{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_data{std::in_place_index<1>, std::move(error)} {}

    bool ok() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }
    const T& value() const& { return std::get<0>(m_data); }
    T& value() & { return std::get<0>(m_data); }
    T value() && { return std::get<0>(std::move(m_data)); }   // by value: a loop over it outlives the temporary result
    const Error& error() const { return std::get<1>(m_data); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    template <class F> auto andThen(F&& f) const -> std::invoke_result_t<F, const T&>
    {
        if (ok()) return std::forward<F>(f)(value());
        return error();
    }

private:
    std::variant<T, Error> m_data;
};

} // namespace tresen
