#include "app/adapters/paper/letter/letter_page.h"
#include "app/domain/iban.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

using namespace colours;
using ports::LetterRow;

namespace {

constexpr double kLeft = 25, kRight = 190, kTextWidth = 165;

struct InfoRow { const char* key; QString value; bool strong; };

// Replaces the rows of one kind from index `from` of that kind on by their sum.
Result<std::vector<LetterRow>> folded(const std::vector<LetterRow>& rows, LetterRow::Kind kind, std::size_t keep, const QString& label)
{
    std::vector<LetterRow> out;
    std::size_t seen = 0, at = 0;
    for (const auto& row : rows) {
        if (row.kind != kind || seen++ < keep) { out.push_back(row); continue; }
        if (at == 0) {
            at = out.size() + 1;
            out.push_back({kind, label, row.amount});
            continue;
        }
        const auto sum = add(out[at - 1].amount, row.amount);
        if (!sum) return Error{Fault::Refused, u"paper.text_too_long"_s, u"rows"_s};
        out[at - 1].amount = sum.value();
    }
    return out;
}

} // namespace

Result<std::vector<LetterRow>> shownRows(const std::vector<LetterRow>& rows, const Texts& texts)
{
    using Kind = LetterRow::Kind;
    auto out = rows;
    const auto count = [&](Kind kind) { return static_cast<std::size_t>(std::count_if(out.begin(), out.end(), [&](const LetterRow& r) { return r.kind == kind; })); };
    for (const auto& [kind, label] : {std::pair{Kind::Item, "further_items"}, std::pair{Kind::Prepaid, "all_prepaid"}, std::pair{Kind::Vat, "all_vat"}}) {
        if (out.size() <= kMaxLetterRows) break;
        const auto others = out.size() - count(kind);
        const auto keep = others + 1 < kMaxLetterRows ? kMaxLetterRows - others - 1 : 0;
        if (count(kind) <= keep + 1) continue;
        auto shorter = folded(out, kind, keep, texts(label));
        if (!shorter) return shorter.error();
        out = shorter.value();
    }
    if (out.size() > kMaxLetterRows) return Error{Fault::Refused, u"paper.text_too_long"_s, u"rows"_s};
    return out;
}

void LetterPage::draw()
{
    m_canvas.startPage(210, 297);
    if (m_content.training) watermark(94, {109, 158});
    foldMarks();
    letterhead();
    addressWindow();
    infoBlock();
    vehicleAndGreeting();
    table();
    amountCard();
    steps();
    boxA();
    boxB();
    otherWays();
    deskCode();
    footer();
}

void LetterPage::foldMarks()
{
    m_canvas.line({4, 105}, {8, 105}, kLine, 0.2);
    m_canvas.line({4, 210}, {8, 210}, kLine, 0.2);
    m_canvas.line({4, 148.5}, {10, 148.5}, kLine, 0.2);
}

void LetterPage::letterhead()
{
    if (m_content.training) trainingBand({kLeft, 5.5, kTextWidth, 5.6}, "training_band");
    const auto left = logo(kLeft, 14, 15);
    copyMark(kRight, 14.4, m_content.copy, m_content.reprintedAt);
    if (!left) return;
    const double room = kRight - *left - (m_content.copy > 0 ? 54 : 0);
    Type type{Face::Bold, 17};
    type.size = m_canvas.fit(m_workshop.name, type, 13, room);
    const auto lines = m_canvas.wrap(m_workshop.name, type, room);
    if (lines.size() > 2) return m_canvas.fail("paper.text_too_long", u"name"_s);
    double y = lines.size() > 1 ? 18.8 : 21.6;
    for (const auto& line : lines) {
        m_canvas.text(*left, y, line, type, kInk);
        y += 5.6;
    }
    m_canvas.descriptive(*left, lines.size() > 1 ? 30.0 : 27.4, m_workshop.tagline, {Face::Regular, 8.5}, 7, room, kSecond);
}

void LetterPage::addressWindow()
{
    constexpr double kRoom = 79;
    const auto place = u"%1 %2"_s.arg(m_workshop.postcode, m_workshop.city).trimmed();
    const auto joined = [](QStringList parts) { parts.removeAll(QString{}); return parts.join(u" · "_s); };
    auto sender = joined({m_workshop.legalName, m_workshop.street, place});
    const Type small{Face::Regular, 6.5};
    if (m_canvas.width(sender, {Face::Regular, 5.5}) > kRoom) sender = joined({m_workshop.street, place});
    m_canvas.fitted(kLeft, 60.2, sender, small, 5.5, kRoom, kSecond, "workshop.street");
    m_canvas.line({kLeft, 61.3}, {kLeft + kRoom, 61.3}, kHair, 0.15);

    QStringList lines;
    for (const auto& line : m_content.addressee) lines += m_canvas.wrap(line, {Face::Regular, 8.5}, kRoom);
    constexpr qsizetype kRoomyLines = 6, kMostLines = 8;
    if (lines.size() > kMostLines) return m_canvas.fail("paper.text_too_long", u"addressee"_s);
    double size = lines.size() > kRoomyLines ? 8 : 10.5;
    for (const auto& line : lines) size = m_canvas.fit(line, {Face::Regular, size}, 8, kRoom);   // one size for the whole block
    const double pitch = lines.size() > kRoomyLines ? 22.8 / static_cast<double>(lines.size() - 1) : 4.7;
    double y = 66.6;
    for (const auto& line : lines) {
        text(kLeft, y, line, Face::Regular, size);
        y += pitch;
    }
}

void LetterPage::infoBlock()
{
    const auto& c = m_content;
    const auto due = c.dueDate.isValid() ? m_texts.shortDate(c.dueDate) : m_texts("at_once");
    const std::vector<InfoRow> rows{
        {"info_invoice", c.invoiceNumber, true}, {"info_invoice_date", c.invoiceDate.isValid() ? m_texts.shortDate(c.invoiceDate) : QString{}, false},
        {c.dueDate.isValid() ? "info_due" : "info_due_at_once", due, true}, {"info_order", c.orderNumber, false}, {"info_customer", c.customerNumber, false}, {nullptr, {}, false},
        {"info_advisor", c.advisor, false}, {"info_phone", c.advisorPhone, false}, {"info_date", c.date.isValid() ? m_texts.shortDate(c.date) : QString{}, false}};
    double y = 53.6;
    for (const auto& row : rows) {
        if (row.key == nullptr) { y += 1.9; continue; }
        if (row.value.isEmpty()) continue;
        label(125, y, row.key, {Face::Regular, 8}, 6.5, 26, kSecond);
        const Type type{row.strong ? Face::Bold : Face::Regular, 9};
        if (row.strong) m_canvas.fitted(152, y, row.value, type, 5.5, 38, kInk, "invoiceNumber");
        else m_canvas.descriptive(152, y, row.value, type, 7, 38, kInk);
        y += 4.7;
    }
}

void LetterPage::vehicleAndGreeting()
{
    constexpr double kWidestPlate = 100;
    label(kLeft, 103, "title", {Face::Bold, 16}, 13, kTextWidth);
    double left = kLeft;
    if (!m_content.plate.isEmpty()) left += plate(kLeft, 107, 7.6, m_content.plate) + 4;
    if (left > kLeft + kWidestPlate) return m_canvas.fail("paper.text_too_long", u"plate"_s);
    m_canvas.descriptive(left, 110.4, m_content.vehicle, {Face::Semibold, 10}, 8, kRight - left, kInk);
    m_canvas.descriptive(left, 114.5, m_content.work, {Face::Regular, 8.5}, 7, kRight - left, kSecond);
    m_canvas.fitted(kLeft, 121.8, m_texts.salutation(m_content.salutationName), {Face::Regular, 10}, 8, kTextWidth, kInk, "salutationName");
    const auto intro = m_canvas.wrap(m_texts(m_content.keyWaits ? "intro_key" : "intro_plain"), {Face::Regular, 10}, kTextWidth);
    constexpr qsizetype kMostIntro = 2;
    if (intro.size() > kMostIntro) return m_canvas.fail("paper.text_too_long", u"intro"_s);
    double y = 127.5;
    for (const auto& line : intro) {
        text(kLeft, y, line, Face::Regular, 10);
        y += 4.8;
    }
}

void LetterPage::table()
{
    constexpr double kTop = 140.4, kTableRight = 123, kPitch = 4.65;
    label(kLeft, kTop, "table_head", {Face::Semibold, 8.5}, 7, kTableRight - kLeft - 8, m_look.accent);
    text(kTableRight, kTop, u"EUR"_s, Face::Regular, 8, kSecond, Align::Right);
    m_canvas.line({kLeft, kTop + 1.6}, {kTableRight, kTop + 1.6}, m_look.accent, 0.35);
    const auto rows = shownRows(m_content.rows, m_texts);
    if (!rows) return m_canvas.fail("paper.text_too_long", u"rows"_s);
    double y = kTop + 5.9;
    for (const auto& row : rows.value()) {
        const bool total = row.kind == LetterRow::Kind::Total, open = row.kind == LetterRow::Kind::Open;
        if (total || open) {
            y += 0.9;
            m_canvas.line({kLeft, y - 3.75}, {kTableRight, y - 3.75}, open ? kInk : kLine, open ? 0.35 : 0.2);
        }
        const Type type{total || open ? Face::Semibold : Face::Regular, 9};
        const auto amount = m_texts.number(row.amount);
        const double room = std::min(76.0, kTableRight - kLeft - m_canvas.width(amount, type) - 3);
        m_canvas.descriptive(kLeft, y, m_texts.rowLabel(row), type, 7, room, kInk);
        m_canvas.text(kTableRight, y, amount, type, kInk, Align::Right);
        y += kPitch;
    }
}

void LetterPage::amountCard()
{
    m_canvas.rounded({131, 136.5, 59, 31}, 1.6, kTint, {});
    m_canvas.rectangle({131, 136.5, 1.2, 31}, m_look.accent);
    label(136, 143.6, "card_label", {Face::Semibold, 9}, 7.5, 51);
    m_canvas.fitted(136, 155, m_texts.money(m_content.open), {Face::Bold, 26}, 15, 51, kInk, "open");
    const auto due = m_content.dueDate.isValid() ? m_texts.dated("card_due", m_texts.dayDate(m_content.dueDate)) : m_texts("at_once");
    m_canvas.fitted(136, 162.6, due, {Face::Semibold, 10.5}, 8, 51, kInk, "dueDate");
    const auto note = m_content.invoiceDate.isValid() ? m_texts.dated("no_invoice_dated", m_texts.fullDate(m_content.invoiceDate)) : m_texts("no_invoice");
    const auto lines = m_canvas.wrap(note, {Face::Regular, 7.5}, 59);
    constexpr qsizetype kMostNote = 4;
    if (lines.size() > kMostNote) return m_canvas.fail("paper.text_too_long", u"no_invoice"_s);
    double y = 172.6;
    for (const auto& line : lines) {
        text(131, y, line, Face::Regular, 7.5, kSecond);
        y += 3.5;
    }
}

void LetterPage::footer()
{
    constexpr std::array kColumns{25.0, 70.0, 105.0, 151.0, 192.0};
    constexpr double kTop = 275.6, kPitch = 3.35;
    m_canvas.line({kLeft, 271.8}, {kRight, 271.8}, kLine, 0.2);
    const auto& w = m_workshop;
    const auto place = u"%1 %2"_s.arg(w.postcode, w.city).trimmed();
    auto name = m_canvas.wrap(w.legalName, {Face::Semibold, 6.75}, 43);
    if (name.size() > 2) name = m_canvas.wrap(w.legalName, {Face::Semibold, 5.5}, 43);
    const auto said = [this](const char* key, const QString& n) { return n.isEmpty() ? n : m_texts(key, n); };
    const auto iban = m_content.training && m_content.epcPayload.isEmpty() ? kZeroIban.toString() : domain::groupedIban(w.iban);
    const std::array<QStringList, 4> columns{
        name.size() > 1 ? name + QStringList{u"%1, %2"_s.arg(w.street, place)} : name + QStringList{w.street, place},
        QStringList{said("phone", w.phone), w.email, w.web},
        QStringList{w.bankName, w.iban.isEmpty() ? QString{} : u"IBAN "_s + iban, w.bic.isEmpty() ? QString{} : u"BIC "_s + w.bic},
        QStringList{said("director", w.director), w.register_, said("vat_id", w.vatId)}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double room = kColumns[i + 1] - kColumns[i] - 2;
        double y = kTop, size = 6.75;            // one size for a column
        for (const auto& line : columns[i]) size = m_canvas.fit(line, {Face::Semibold, size}, 5.5, room);
        for (qsizetype k = 0; k < columns[i].size(); ++k) {
            const auto& line = columns[i][k];
            if (line.isEmpty()) continue;
            const bool head = i == 0 && k < std::max<qsizetype>(1, name.size());
            const Type type{head ? Face::Semibold : Face::Regular, size};
            m_canvas.descriptive(kColumns[i], y, line, type, size, room, kSecond);
            y += kPitch;
        }
    }
}

} // namespace tresen::adapters::letter
