// A phrase of Wording: what a code says to people. Shared by the tables of phrases, which together would be longer than a file may be.
#pragma once
#include <span>

namespace tresen::ui {

// A comma, colon or blank before %1 goes with it when there is no detail. Amounts and payment methods come as codes and are worded too.
enum class Detail { Text, Amount, Method };

struct Phrase {
    const char* code;
    const char* text;
    Detail detail = Detail::Text;
};

std::span<const Phrase> arrivalPhrases();   // of tables and orders that are read

} // namespace tresen::ui
