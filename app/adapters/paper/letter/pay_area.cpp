// The lower third of the letter: how to pay, the two boxes with their codes, the other ways and the desk code. All below the second fold.
#include "app/adapters/paper/letter/letter_page.h"
#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

using namespace colours;

namespace {

constexpr double kBoxTop = 212.6, kBoxHeight = 42.6, kCell = 38, kCellTop = kBoxTop + 2.3;
constexpr double kLeastGap = 3.05;               // from a value to the next label
constexpr double kPairPitch = 2.85;              // between the lines of one value

} // namespace

void LetterPage::badge(QPointF centre, double radius, const QString& letter, bool filled)
{
    if (filled) m_canvas.circle(centre, radius, m_look.accent, {});
    else m_canvas.circle(centre, radius, kWhite, m_look.accent, 0.45);
    text(centre.x(), centre.y() + radius * 0.47, letter, Face::Bold, radius * 4.05, filled ? kWhite : m_look.accent, Align::Centre);
}

void LetterPage::steps()
{
    if (!hasLink() && !hasTransfer()) return;
    label(25, 194, "how_to_pay", {Face::Bold, 12}, 10, 100);
    const char* first = hasLink() && hasTransfer() ? "step1_both_1" : hasLink() ? "step1_link_1" : "step1_giro_1";
    const char* second = hasLink() && hasTransfer() ? "step1_both_2" : hasLink() ? "step1_link_2" : "step1_giro_2";
    const std::array<std::pair<const char*, const char*>, 3> lines{
        {{first, second}, {"step2_1", "step2_2"}, {"step3_1", m_content.keyWaits ? "step3_key" : "step3_plain"}}};
    constexpr std::array kColumns{25.0, 84.0, 131.0, 190.6};
    constexpr double kBeforeNext = 1, kBehindBadge = 7.4;
    Type type{Face::Regular, 8.5};               // one size for the three
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const char* key : {lines[i].first, lines[i].second}) type.size = m_canvas.fit(m_texts(key), type, 7.5, kColumns[i + 1] - kColumns[i] - kBehindBadge - kBeforeNext);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double room = kColumns[i + 1] - kColumns[i] - kBehindBadge - kBeforeNext;
        badge({kColumns[i] + 2.8, 200.8}, 2.8, QString::number(i + 1), false);
        label(kColumns[i] + kBehindBadge, 200, lines[i].first, type, type.size, room);
        label(kColumns[i] + kBehindBadge, 203.9, lines[i].second, type, type.size, room);
    }
}

void LetterPage::boxA()
{
    if (!hasLink()) return;
    const QRectF frame{25, kBoxTop, 76, kBoxHeight};
    m_canvas.rounded(frame, 2, {}, m_look.accent, 0.6);
    if (const auto symbol = linkSymbol(m_content.payUrl.toLatin1())) m_canvas.qr(u"link"_s, {25.4, kCellTop}, kCell, symbol.value());
    else m_canvas.fail("paper.text_too_long", symbol.error().detail);
    m_canvas.link(frame, m_content.payUrl);
    boxAText();
}

// "Karte, Apple Pay, …" in at most two lines: a name of two words stays together.
QStringList LetterPage::methodLines(Type type, double room) const
{
    constexpr char16_t kTied = u'\u00a0';
    auto words = m_content.payMethods;
    for (qsizetype i = 1; i < words.size(); ++i)
        if (words[i] == u' ' && words[i - 1] != u',') words[i] = kTied;
    type.size = 7.25;
    auto lines = m_canvas.wrap(words, type, room);
    if (lines.size() > 2) lines = {lines[0], m_canvas.shortened(lines.mid(1).join(u' '), type, room)};
    for (auto& line : lines) line.replace(kTied, u' ');
    return lines;
}

void LetterPage::boxAText()
{
    constexpr double kX = 64, kRoom = 35.6;
    badge({kX + 3, kBoxTop + 7}, 3, u"A"_s, true);
    constexpr double kHeadRoom = 22.4;           // up to the telephone
    Type head{Face::Bold, 10.5};
    for (const char* key : {"box_a_1", "box_a_2"}) head.size = m_canvas.fit(m_texts(key), head, 8.5, kHeadRoom);
    label(kX + 8, kBoxTop + 6.2, "box_a_1", head, head.size, kHeadRoom);
    label(kX + 8, kBoxTop + 10.6, "box_a_2", head, head.size, kHeadRoom);
    const QRectF phone{kX + 31, kBoxTop + 3.9, 3.36, 5.8};
    m_canvas.rounded(phone, 0.7, {}, m_look.accent, 0.35);
    m_canvas.line({phone.left() + 1.16, phone.top() + 5}, {phone.left() + 2.2, phone.top() + 5}, m_look.accent, 0.4);

    Type type{Face::Regular, 8};
    const auto methods = methodLines(type, kRoom);
    double y = kBoxTop + 17.2;
    const auto lines = QStringList{m_texts("box_a_scan")} + methods;
    for (const auto& line : lines) type.size = m_canvas.fit(line, type, 6.5, kRoom);
    for (const auto& line : lines) {
        m_canvas.fitted(kX, y, line, type, type.size, kRoom, kInk, "payMethods");
        y += 3.75;
    }

    // Typed into a browser: host and token; without a token the address as it is.
    const QUrl url{m_content.payUrl};
    const auto& token = m_content.payToken;
    const auto typed = token.isEmpty() ? m_content.payUrl.mid(m_content.payUrl.indexOf(u"//"_s) + 2)
                                       : url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString{}) + url.path().chopped(token.size() + 1);
    const bool one = m_canvas.width(typed, {Face::Semibold, 7.5}) <= kRoom;
    const auto parts = one ? QStringList{typed} : m_canvas.wrapHost(typed, {Face::Semibold, 7.5}, kRoom);
    if (parts.size() > 3 && token.isEmpty()) return;   // nobody types that: the code and the link in the file carry it
    if (parts.size() > 3) return m_canvas.fail("paper.text_too_long", u"payUrl"_s);
    constexpr std::array kHint{31.2, 29.6, 28.4};
    y = kBoxTop + kHint[static_cast<std::size_t>(parts.size() - 1)];
    label(kX, y, "box_a_browser", {Face::Regular, 7.5}, 6.5, kRoom, kSecond);
    y += parts.size() > 2 ? 3.5 : 4;
    for (const auto& part : parts) {
        text(kX, y, part, Face::Semibold, one ? m_canvas.fit(part, {Face::Semibold, 9.5}, 7.5, kRoom) : 7.5);
        y += one ? 4.2 : parts.size() > 2 ? 3.0 : 3.3;
    }
    if (!token.isEmpty()) m_canvas.fitted(kX, y + (one ? 0 : 0.2), domain::groupedToken(token), {Face::Bold, 9.5}, 7.5, kRoom, kInk, "payToken");
}

void LetterPage::boxB()
{
    if (!hasTransfer()) return;
    const double left = hasLink() ? 103.5 : 25;
    m_canvas.rounded({left, kBoxTop, 190 - left, kBoxHeight}, 2, {}, kLine, 0.3);
    const double textLeft = left + 3.5;
    const bool both = hasLink();
    badge({textLeft + 3, kBoxTop + 7}, 3, both ? u"B"_s : u"€"_s, false);
    constexpr double kHeadRoom = 26.4;           // up to the bank
    label(textLeft + 8, kBoxTop + 6.2, "box_b", {Face::Bold, 10.5}, 8.5, kHeadRoom);
    label(textLeft + 8, kBoxTop + 10.4, m_content.epcPayload.isEmpty() ? "box_b_plain" : "box_b_scan", {Face::Regular, 8}, 7, kHeadRoom, kSecond);
    const QPointF bank{textLeft + 36, kBoxTop + 4.2};
    m_canvas.polyline({bank + QPointF{0, 1.8}, bank + QPointF{2.5, 0.2}, bank + QPointF{5, 1.8}}, true, kSecond, 0.35);
    for (const double at : {1.0, 2.5, 4.0}) m_canvas.line(bank + QPointF{at, 2.3}, bank + QPointF{at, 4}, kSecond, 0.4);
    m_canvas.line(bank + QPointF{0, 4.7}, bank + QPointF{5, 4.7}, kSecond, 0.5);
    boxBText(textLeft, 151.4 - textLeft - (both ? 0.4 : 6));
    if (m_content.epcPayload.isEmpty()) return noGiroCode(151.4);
    if (const auto symbol = epcSymbol(m_content.epcPayload)) m_canvas.qr(u"epc"_s, {151.4, kCellTop}, kCell, symbol.value());
    else m_canvas.fail("paper.text_too_long", symbol.error().detail);
}

void LetterPage::noGiroCode(double left)
{
    m_canvas.rounded({left + 3.8, kBoxTop + 6.3, 30, 30}, 1, {}, kLine, 0.3);
    double y = kBoxTop + 17.8;
    for (const char* key : {"no_code_1", "no_code_2", "no_code_3"}) {
        const Type type{Face::Semibold, m_canvas.fit(m_texts(key), {Face::Semibold, 8}, 6.5, 28)};
        m_canvas.text(left + 18.8, y, m_texts(key), type, kSecond, Align::Centre);
        y += 4.2;
    }
}

// Payee, IBAN, amount and reference as plain text: the code's data for people without a scanner, in the same spelling.
void LetterPage::boxBText(double left, double room)
{
    struct Pair { const char* label; QStringList lines; Type type; bool inLine; };
    const auto split = [&](const QString& value, Face face) {
        return m_canvas.width(value, {face, 7.5}) <= room ? QStringList{value} : m_canvas.wrap(value, {face, 7.25}, room);
    };
    const auto iban = m_content.epcPayload.isEmpty() ? kZeroIban.toString() : domain::groupedIban(m_content.payeeIban);
    std::array<Pair, 4> pairs{{{m_content.accountOfPortal ? "payee_portal" : "payee", split(m_content.payeeHolder, Face::Semibold), {Face::Semibold, 8.5}, false},
                               {nullptr, split(iban, Face::Bold), {Face::Bold, 8.75}, false},
                               {"amount", {m_texts.money(m_content.open)}, {Face::Bold, 9}, false},
                               {"reference", split(m_content.transferText, Face::Semibold), {Face::Semibold, 8.5}, false}}};
    const bool tight = pairs[0].lines.size() + pairs[1].lines.size() + pairs[3].lines.size() > 4;
    pairs[2].inLine = tight;
    const double step = tight ? 3.0 : 3.3;       // from a label to its value
    double used = 0;
    for (const auto& pair : pairs) used += (pair.inLine ? 0 : step) + kPairPitch * static_cast<double>(std::max<qsizetype>(0, pair.lines.size() - 1));
    double y = kBoxTop + (tight ? 14.0 : 15.2);
    const double gap = std::min(3.95, (kBoxTop + 41.0 - y - used) / 3);
    if (gap < kLeastGap) return m_canvas.fail("paper.text_too_long", u"transferText"_s);
    for (const auto& pair : pairs) {
        const auto words = pair.label == nullptr ? u"IBAN"_s : m_texts(pair.label);
        m_canvas.fitted(left, y, words, {Face::Regular, 7}, 6, room, kSecond, pair.label);
        const double at = pair.inLine ? left + m_canvas.width(words, {Face::Regular, 7}) + 2 : left;
        if (!pair.inLine) y += step;
        for (qsizetype i = 0; i < pair.lines.size(); ++i) {
            if (i > 0) y += kPairPitch;
            const double size = pair.lines.size() > 1 ? 7.25 : m_canvas.fit(pair.lines[i], pair.type, 7, room - (at - left));
            text(at, y, pair.lines[i], pair.type.face, pair.inLine ? std::min(size, 8.75) : size);
        }
        y += gap;
    }
}

void LetterPage::otherWays()
{
    const auto way = [&](double left, const char* head, const QString& words) {
        label(left, 261, head, {Face::Semibold, 8.5}, 7.5, 54);
        Type type{Face::Regular, 8};
        auto lines = m_canvas.wrap(words, type, 54);
        if (lines.size() > 2) {
            type.size = 7;
            lines = m_canvas.wrap(words, type, 54);
        }
        if (lines.size() > 2) lines = {lines[0], m_canvas.shortened(lines.mid(1).join(u' '), type, 54)};
        double y = 264.9;
        for (const auto& line : lines) {
            m_canvas.text(left, y, line, type, kSecond);
            y += 3.6;
        }
    };
    way(25, "at_counter", (m_texts("at_counter_text") + u' ' + m_workshop.openingHours).trimmed());
    way(83, "on_account", m_texts("on_account_text"));
}

void LetterPage::deskCode()
{
    constexpr double kCodeRight = 186.6, kLeftLimit = 139, kTextBase = 268.3;
    double left = kCodeRight;
    if (!m_content.deskCode.isEmpty()) {
        const auto widths = code128(m_content.deskCode.toLatin1());
        if (!widths) return m_canvas.fail("paper.no_glyph", u"deskCode"_s);
        left -= Canvas::barsWidth(widths.value());
        if (left < kLeftLimit) return m_canvas.fail("paper.text_too_long", u"deskCode"_s);
        m_canvas.bars(u"desk"_s, kCodeRight, 257.8, 7.6, widths.value());
        const Type type{Face::Semibold, 7, 0.3};
        const auto grouped = domain::groupedDeskCode(m_content.deskCode);
        m_canvas.text(left, kTextBase, grouped, type, kInk);
        left += m_canvas.width(grouped, type) + 1;
    } else {
        left = kLeftLimit;
    }
    const auto sheet = m_texts.dated("sheet", m_content.date.isValid() ? m_texts.shortDate(m_content.date) : QString{})
                           .replace(u"{n}"_s, QString::number(m_content.sheetVersion));
    Type small{Face::Regular, 6.5};
    small.size = m_canvas.fit(sheet, small, 5.5, kCodeRight - left);
    m_canvas.text(kCodeRight, kTextBase, m_canvas.shortened(sheet, small, kCodeRight - left), small, kSecond, Align::Right);
}

} // namespace tresen::adapters::letter
