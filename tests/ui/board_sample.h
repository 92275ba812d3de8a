// The fourteen made-up vehicles every test of the board starts from, and a clock that stands still.
#pragma once
#include "ui/board/board_detail.h"
#include "ui/models/board_model.h"

namespace tresen::test {

inline Instant boardNow()
{
    return Instant{QDateTime{QDate{2026, 11, 23}, QTime{10, 42, 11}}.toMSecsSinceEpoch()};
}

struct SampleRow {
    domain::BoardState state;
    const char16_t* plate;
    const char16_t* customer;
    const char16_t* vehicle;
    const char16_t* work;
    const char16_t* number;
    qint64 gross, open;
    const char16_t* hook;
    domain::TruthSource source;
    qint64 ageSeconds;
    const char16_t* reason;
    const char16_t* detail;
};

inline std::vector<domain::BoardRow> boardRows()
{
    using S = domain::BoardState;
    using T = domain::TruthSource;
    static const SampleRow samples[] = {
        {S::Reversed, u"B-LN 7310", u"Café Morgenrot OHG", u"Ford Transit", u"Bremsen hinten", u"2026-4061", 31800, 31800, u"", T::Bank, 9011, u"reversed.key_gone", u""},
        {S::Unknown, u"HH-TK 482", u"Jonas Petersen", u"Audi A4", u"Inspektion", u"2026-4102", 41260, 41260, u"8", T::Terminal, 360, u"unknown.silent", u""},
        {S::Overpaid, u"S-RW 905", u"Aylin Demir", u"Opel Corsa", u"Zahnriemen", u"2026-4088", 18990, -18990, u"21", T::Bank, 1320, u"over.paid_twice", u"189.90"},
        {S::Paid, u"N-GE 2716", u"Rolf Eichinger", u"BMW 320d", u"Ölwechsel", u"2026-4095", 23810, 0, u"14", T::Portal, 2820, u"paid.online", u"paypal"},
        {S::Paid, u"M-AB 1234", u"Sabine Kellner", u"VW Golf VII", u"Inspektion", u"2026-4117", 52785, 0, u"17", T::Portal, 4, u"paid.online", u"applepay"},
        {S::Paid, u"STA-WN 78", u"Markus Lechner", u"Škoda Octavia", u"Räder", u"2026-4110", 21200, 0, u"2", T::Desk, 840, u"paid.cash", u"cash"},
        {S::OnAccount, u"M-BW 4400", u"Bau Weidinger GmbH", u"MAN TGE", u"HU und Service", u"2026-4099", 291420, 291420, u"9", T::Rule, 2280, u"on_account.granted", u"customer"},
        {S::Running, u"M-ZD 51E", u"Luca Ferrari", u"Fiat 500e", u"Klimaservice", u"2026-4119", 24900, 24900, u"6", T::Terminal, 18, u"running.online", u""},
        {S::Part, u"M-KX 2207", u"Spedition Hauer KG", u"VW Crafter", u"Kupplung", u"2026-4093", 225000, 125000, u"3", T::Desk, 1860, u"part.paid", u"1000.00"},
        {S::Requested, u"M-PF 3391", u"Katrin Öztürk", u"Volvo V60", u"Stoßdämpfer", u"2026-4108", 103875, 103875, u"11", T::Portal, 9, u"requested.sent", u"1"},
        {S::Open, u"FFB-ME 118", u"Dr. Helene Vogt", u"Audi Q3", u"Bremsen vorn", u"2026-4118", 68430, 68430, u"12", T::Workshop, 180, u"open.new", u""},
        {S::Open, u"DAH-S 44", u"Thomas Brandl", u"VW Polo", u"Ölwechsel", u"2026-4120", 9640, 9640, u"5", T::Workshop, 60, u"open.new", u""},
        {S::HandedOver, u"EBE-C 301", u"Petra Huber", u"Seat Leon", u"Batterie", u"2026-4079", 18400, 0, u"", T::Desk, 3011, u"handed_over.to", u"Petra Huber"},
        {S::Cancelled, u"LL-T 92", u"Ines Wagner", u"Kia Ceed", u"Diagnose", u"2026-4071", 8900, 0, u"", T::Workshop, 5831, u"cancelled.by_workshop", u""},
    };
    const auto text = [](const char16_t* t) { return QString::fromUtf16(t); };
    std::vector<domain::BoardRow> out;
    for (const auto& s : samples) {
        domain::BoardRow row;
        row.number = text(s.number);
        row.invoice = domain::InvoiceId{row.number};
        row.key = domain::KeyId{text(s.plate)};
        row.seq = 1;
        row.plate = text(s.plate), row.customer = text(s.customer), row.vehicle = text(s.vehicle), row.work = text(s.work), row.hook = text(s.hook);
        row.gross = domain::Money::cents(s.gross);
        row.open = domain::Money::cents(s.open);
        row.paid = domain::Money::cents(s.gross - s.open);
        row.state = s.state;
        const bool gone = s.state == S::HandedOver || s.state == S::Reversed;
        row.keyState = gone ? domain::KeyState::Released : domain::KeyState::Held;
        row.mayGo = s.state == S::Paid || s.state == S::OnAccount || s.state == S::Overpaid;
        row.truthElsewhere = s.source == T::Portal || s.state == S::Unknown;
        row.reason = text(s.reason), row.reasonDetail = text(s.detail);
        row.source = s.source;
        row.truthAt = boardNow().plusMs(-1000 * s.ageSeconds);
        row.readyAt = boardNow().plusMs(-24LL * 3600 * 1000 + static_cast<qint64>(out.size()) * 1000);   // yesterday: nobody waits for pick-up
        row.searchKey = domain::searchKeyOf({row.plate, row.customer, row.number, row.vehicle, row.hook});
        out.push_back(row);
    }
    return out;
}

} // namespace tresen::test
