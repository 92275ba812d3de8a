// KeyTagPage: the small label on a key: plate, hook, invoice and a code to hold under the scanner; no name. Called by drawKeyTags(). Millimetres from the top
// left corner.
#pragma once
#include "app/adapters/paper/letter/canvas.h"
#include "app/adapters/paper/letter/texts.h"

namespace tresen::adapters::letter {

class KeyTagPage {
public:
    KeyTagPage(Canvas& canvas, const Texts& texts, const ports::KeyTagContent& content) : m_canvas{canvas}, m_texts{texts}, m_content{content} {}
    void draw();

private:
    double code();                                   // answers where it begins
    double plate(double room);                       // answers its base line
    void hook(double top, double bottom, double room);
    void numbers(double room);

    Canvas& m_canvas;
    const Texts& m_texts;
    const ports::KeyTagContent& m_content;
};

} // namespace tresen::adapters::letter
