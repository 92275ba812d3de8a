// Drawing: contents in, PDF bytes and the record of where everything went out. No proof yet; LetterPrinter asks for that afterwards.
#pragma once
#include "app/adapters/paper/letter/sheet.h"
#include <bitset>

namespace tresen::adapters::letter {

// Loaded once per process, read only afterwards but for the cache, which locks.
struct Assets {
    std::shared_ptr<const FontSet> fonts;
    std::vector<Texts> tables;           // in the order of domain::ownerLanguages()
    std::shared_ptr<LookCache> looks;
    static Result<std::shared_ptr<const Assets>> load();
    const Texts& texts(const QString& language) const;   // "fr", "fr-CH"; what is none of ours is written in the language of the house
};

struct Drawing {
    QByteArray pdf;                      // as libharu writes it; see repaired()
    std::vector<PageRecord> pages;
    std::bitset<256> usedRows;
    QString locale, title;
};

// One page per letter, the faces shared. The contents must have passed checked(). The first refusal ends it.
Result<Drawing> drawLetters(const std::vector<ports::LetterContent>& contents, const Assets& assets);
Result<Drawing> drawReceipt(const ports::ReceiptContent& content, const Assets& assets);
Result<Drawing> drawKeyTags(const std::vector<ports::KeyTagContent>& tags, const Assets& assets);

// The texts made drawable, and the rules that do not need a page. Fault::Refused "paper.amount" (not positive, not EUR), "paper.link" (no https
// address; http only in training), "paper.code_differs" (a code would say something else than the text beside it).
Result<ports::LetterContent> checked(ports::LetterContent content);
Result<ports::ReceiptContent> checked(ports::ReceiptContent content);
Result<ports::KeyTagContent> checked(ports::KeyTagContent content);   // Refused "paper.tag_size"

// The first text that crosses another text or a quiet zone, or anything within 4 mm of the edge, 1.5 mm on a label: empty when the page is sound.
QString layoutFault(const PageRecord& page);

} // namespace tresen::adapters::letter
