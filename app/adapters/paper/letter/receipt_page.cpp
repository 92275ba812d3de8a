#include "app/adapters/paper/letter/receipt_page.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::letter {

using namespace colours;

namespace {

constexpr double kMargin = 15, kReceiptRight = 133, kReceiptWidth = 118;

} // namespace

void ReceiptPage::draw()
{
    m_canvas.startPage(148, 210);
    if (m_content.training) watermark(62, {74, 108});
    head();
    vehicle();
    amountCard();
    rows();
    foot();
}

QString ReceiptPage::paidLabel() const
{
    const bool cash = m_content.method == u"cash"_s, card = m_content.method == u"card"_s;
    if (!m_content.refund) return m_texts(cash ? "paid_cash" : card ? "paid_card" : "paid_transfer");
    return m_texts(cash ? "refund_cash" : card ? "refund_card" : m_content.pending ? "refund_pending" : "refund_online");
}

void ReceiptPage::head()
{
    if (m_content.training) trainingBand({kMargin, 5, kReceiptWidth, 5.6}, "training_receipt_band");
    const auto left = logo(kMargin, 12, 12);
    copyMark(kReceiptRight, 12.4, m_content.copy, {});
    if (left) {
        const double room = kReceiptRight - *left - (m_content.copy > 0 ? 32 : 0);
        const auto place = u"%1 %2"_s.arg(m_workshop.postcode, m_workshop.city).trimmed();
        QStringList address{m_workshop.street, place, m_workshop.phone};
        address.removeAll(QString{});
        const Type small{Face::Regular, 7};
        if (m_canvas.width(address.join(u" · "_s), small) > room && address.size() > 2) address.removeLast();   // rather no telephone than half of one
        double y = 18.4;
        if (m_canvas.width(m_workshop.name, {Face::Bold, 9}) <= room) {
            m_canvas.fitted(*left, y, m_workshop.name, {Face::Bold, 13.5}, 9, room, kInk, "name");
        } else {
            const auto lines = m_canvas.wrap(m_workshop.name, {Face::Bold, 9}, room);
            if (lines.size() > 3) return m_canvas.fail("paper.text_too_long", u"name"_s);
            y = lines.size() > 2 ? 14.4 : 15.2;
            for (const auto& line : lines) {
                text(*left, y, line, Face::Bold, 9);
                y += 3.8;
            }
            y -= 3.2;
        }
        m_canvas.descriptive(*left, y + 4.6, address.join(u" · "_s), {Face::Regular, 7.5}, 6.5, room, kSecond);
    }
    label(kMargin, 38, m_content.refund ? "refund_title" : "receipt_title", {Face::Bold, 15}, 11, 50.5);
    m_canvas.text(kReceiptRight, 34.4, m_texts("receipt_number", m_content.receiptNumber), {Face::Semibold, 9}, kInk, Align::Right);
    const auto when = m_texts.dated("receipt_time", m_texts.shortDate(m_content.at.local().date())).replace(u"{t}"_s, m_texts.time(m_content.at));
    QStringList parts{when, m_content.till, m_content.cashier};
    parts.removeAll(QString{});
    const Type type{Face::Regular, 8.5};
    m_canvas.text(kReceiptRight, 38.4, m_canvas.shortened(parts.join(u" · "_s), type, 66), type, kSecond, Align::Right);
}

void ReceiptPage::vehicle()
{
    constexpr double kWidestPlate = 70;
    double left = kMargin;
    if (!m_content.plate.isEmpty()) left += plate(kMargin, 43.4, 7.2, m_content.plate) + 3;
    if (left > kMargin + kWidestPlate) return m_canvas.fail("paper.text_too_long", u"plate"_s);
    m_canvas.fitted(left, 46.8, m_texts("receipt_invoice", m_content.invoiceNumber), {Face::Semibold, 9.5}, 6, kReceiptRight - left, kInk, "invoiceNumber");
    m_canvas.descriptive(left, 50.6, m_content.vehicle, {Face::Regular, 8.5}, 7, kReceiptRight - left, kSecond);
}

void ReceiptPage::amountCard()
{
    m_canvas.rounded({kMargin, 57, kReceiptWidth, 21}, 1.6, kTint, {});
    m_canvas.rectangle({kMargin, 57, 1.2, 21}, m_look.accent);
    text(20, 63.2, paidLabel(), Face::Semibold, 9);
    m_canvas.fitted(20, 73.4, m_texts.money(m_content.paid), {Face::Bold, 24}, 14, 108, kInk, "paid");
    if (m_content.method != u"cash"_s || m_content.tendered.isZero()) return;
    const auto given = m_texts("given_change").replace(u"{a}"_s, m_texts.money(m_content.tendered)).replace(u"{b}"_s, m_texts.money(m_content.change));
    m_canvas.text(128, 63.2, given, {Face::Regular, 8.5}, kSecond, Align::Right);
}

// What goes back, why, and who has it: a slip for both sides.
void ReceiptPage::refundRows()
{
    double y = 87;
    m_canvas.line({kMargin, y - 4.6}, {kReceiptRight, y - 4.6}, m_look.accent, 0.35);
    const auto reason = m_texts("refund_reason", m_content.reason);
    for (const auto& line : m_canvas.wrap(reason, {Face::Regular, 9.5}, kReceiptWidth)) {
        text(kMargin, y, line, Face::Regular, 9.5);
        y += 5;
        if (y > 130) break;
    }
    const auto note = m_texts(m_content.pending ? "refund_note_pending" : m_content.method == u"cash"_s ? "refund_note_cash" : "refund_note", m_content.invoiceNumber);
    y += 2;
    for (const auto& line : m_canvas.wrap(note, {Face::Regular, 8}, kReceiptWidth)) {
        text(kMargin, y, line, Face::Regular, 8, kSecond);
        y += 3.8;
    }
    externalReceipt(y);
    if (m_content.method != u"cash"_s) return;
    m_canvas.line({kMargin, 176}, {kMargin + 70, 176}, kInk, 0.25);
    text(kMargin, 180, m_texts("refund_received"), Face::Regular, 8, kSecond);
}

void ReceiptPage::rows()
{
    if (m_content.refund) return refundRows();
    double y = 87;
    const auto row = [&](const QString& label, const QString& amount, Face face) {
        text(kMargin, y, label, face, 9.5);
        text(kReceiptRight, y, amount, face, 9.5, kInk, Align::Right);
        y += 5.4;
    };
    m_canvas.line({kMargin, y - 4.6}, {kReceiptRight, y - 4.6}, m_look.accent, 0.35);
    row(m_texts("open_before"), m_texts.number(m_content.openBefore), Face::Regular);
    row(paidLabel(), m_texts.number(-m_content.paid), Face::Regular);
    m_canvas.line({kMargin, y - 3.4}, {kReceiptRight, y - 3.4}, kInk, 0.35);
    y += 1.3;
    const auto& open = m_content.openAfter;
    if (open.isZero()) row(m_texts("nothing_open"), m_texts.money(open), Face::Semibold);
    else row(m_texts(open.isNegative() ? "overpaid" : "open_after"), m_texts.money(open.isNegative() ? -open : open), Face::Semibold);
    y += 3.4;
    const auto note = m_texts("receipt_no_invoice", m_content.invoiceNumber);
    for (const auto& line : m_canvas.wrap(note, {Face::Regular, 8}, kReceiptWidth)) {
        text(kMargin, y, line, Face::Regular, 8, kSecond);
        y += 3.8;
    }
    externalReceipt(y);
}

void ReceiptPage::externalReceipt(double y)
{
    if (m_content.externalReceipt.isEmpty()) return;
    const char* key = m_content.method == u"cash"_s ? "external_cash" : m_content.method == u"card"_s ? "external_card" : "external_other";
    m_canvas.line({kMargin, y + 1}, {kReceiptRight, y + 1}, kLine, 0.2);
    m_canvas.fitted(kMargin, y + 6.6, m_texts(key, m_content.externalReceipt), {Face::Semibold, 9.5}, 7, kReceiptWidth, kInk, "externalReceipt");
}

void ReceiptPage::foot()
{
    if (!m_content.refund) text(74, 191, m_texts("thanks"), Face::Semibold, 9, kInk, Align::Centre);
    m_canvas.line({kMargin, 195.5}, {kReceiptRight, 195.5}, kLine, 0.2);
    QStringList parts{m_workshop.legalName, m_workshop.register_, m_workshop.vatId.isEmpty() ? QString{} : m_texts("vat_id", m_workshop.vatId)};
    parts.removeAll(QString{});
    const auto words = parts.join(u" · "_s);
    Type type{Face::Regular, 6.75};
    type.size = m_canvas.fit(words, type, 5.5, kReceiptWidth);
    m_canvas.text(74, 199.6, m_canvas.shortened(words, type, kReceiptWidth), type, kSecond, Align::Centre);
}

} // namespace tresen::adapters::letter
