#include "app/adapters/paper/letter/key_tag_page.h"
#include "app/adapters/paper/letter/sheet.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

using namespace colours;

namespace {

constexpr double kTagEdge = 2, kTagGap = 1.5;         // mm
constexpr double kTagPoints = 72 / 25.4;              // points per mm
constexpr double kCapital = 0.76, kWholeLine = 0.98;       // of the size: height of a capital, of a line with its tails
constexpr double kCodeLine = 3.4, kNumberLine = 3.4;  // mm

} // namespace

void KeyTagPage::draw()
{
    m_canvas.startPage(m_content.width, m_content.height);
    const double room = code() - kTagGap - kTagEdge;
    const double base = plate(room);
    numbers(room);
    hook(base + 1.2, m_content.height - kTagEdge - 2 * kNumberLine, room);
}

// As high as the tag leaves room for, with its own text below it for typing.
double KeyTagPage::code()
{
    const double side = std::min(m_content.height - 2 * kTagEdge - kCodeLine, m_content.width * 0.42);
    const double left = m_content.width - kTagEdge - side;
    const auto symbol = linkSymbol(m_content.code.toUtf8());
    if (!symbol) {
        m_canvas.fail("paper.text_too_long", u"code"_s);
        return left;
    }
    m_canvas.qr(u"tag"_s, {left, kTagEdge}, side, symbol.value());
    const Type type{Face::Semibold, 7};
    const double size = m_canvas.fit(m_content.code, type, 4.5, side);
    m_canvas.text(left + side / 2, kTagEdge + side + 2.6, m_canvas.shortened(m_content.code, {type.face, size}, side), {type.face, size}, kInk, Align::Centre);
    return left;
}

double KeyTagPage::plate(double room)
{
    Type type{Face::Bold, 26};
    const auto words = m_content.plate.isEmpty() ? m_content.number : m_content.plate;
    type.size = m_canvas.fit(words, type, 8, room);
    const double base = kTagEdge + kCapital * type.size / kTagPoints;
    m_canvas.text(kTagEdge, base, m_canvas.shortened(words, type, room), type, kInk);
    return base + 0.22 * type.size / kTagPoints;
}

void KeyTagPage::hook(double top, double bottom, double room)
{
    if (m_content.hook.isEmpty() || m_canvas.fault()) return;
    const double em = std::min((bottom - top) / kWholeLine, 8.5);
    if (em < 1.8) return;
    const double base = top + kCapital * em;
    const Type small{Face::Regular, 8};
    m_canvas.text(kTagEdge, base, m_content.hookWord, small, kSecond);
    const double left = kTagEdge + m_canvas.width(m_content.hookWord, small) + 1.2;
    m_canvas.descriptive(left, base, m_content.hook, {Face::Bold, em * kTagPoints}, 8, std::max(room - (left - kTagEdge), 4.0), kInk);
}

void KeyTagPage::numbers(double room)
{
    const auto order = m_content.training ? m_texts("training") : m_content.orderNumber.isEmpty() ? QString{} : m_texts("info_order") + u' ' + m_content.orderNumber;
    const double base = m_content.height - kTagEdge - 0.9;
    m_canvas.descriptive(kTagEdge, order.isEmpty() ? base : base - kNumberLine, m_texts("info_invoice") + u' ' + m_content.number, {Face::Semibold, 8}, 5.5, room, kInk);
    m_canvas.descriptive(kTagEdge, base, order, {Face::Regular, 8}, 5.5, room, kInk);
}

} // namespace tresen::adapters::letter
