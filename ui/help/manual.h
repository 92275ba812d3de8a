// Manual: the pages of the user's manual in a language of the desk, as they travel inside the program. The same files make the pages of the package.
#pragma once
#include <QString>
#include <vector>

namespace tresen::ui {

struct ManualText {
    QString id;          // "01-day": the same in every language
    QString title;
    QString icon;        // written behind the title, "help" when none is
    QString markdown;    // without its pictures and the name of its icon
};

// In the order of reading; English when there is none in this language.
std::vector<ManualText> manualTexts(const QString& language);
// Whether all words stand in the page, in any case; no words: yes.
bool holdsWords(const ManualText& text, const QString& words);

} // namespace tresen::ui
