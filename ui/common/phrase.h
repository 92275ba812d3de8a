// Phrase: the words for one code. The tables of Wording are made of them; those about the peers of the desk and about what arrives stand in files of their own.
#pragma once
#include <span>

namespace tresen::ui {

// A comma, colon or blank before %1 goes with it when there is no detail. Amounts, payment methods and changes come as codes and are worded too.
enum class PhraseDetail { Text, Amount, Method, Change };

struct Phrase {
    const char* code;
    const char* text;
    PhraseDetail detail = PhraseDetail::Text;
};

std::span<const Phrase> arrivalPhrases();   // tables and orders that are read
std::span<const Phrase> peoplePhrases();    // users, rights and PINs
std::span<const Phrase> peerPhrases();      // refunds, mail, portals, secrets and the way there; texts of the context tresen::ui::Wording

} // namespace tresen::ui
