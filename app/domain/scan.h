// What a scanner has read: one of our codes, the address of a pay link, a transfer code, or some other text that may name an invoice.
// Scanners type what they read as keys; one that was set up for an American keyboard types other signs on a German one, and both are understood.
#pragma once
#include "app/domain/money.h"
#include <optional>

namespace tresen::domain {

struct Scan {
    enum class Kind { DeskCode, LinkToken, Link, Transfer, Text };
    Kind kind = Kind::Text;
    QString code;              // DeskCode, LinkToken: as printed; Link: the whole address; Transfer: its remittance text; Text: as read
    Money amount;              // of a transfer code
    QString iban{};            // likewise: the account it pays, compact
    friend bool operator==(const Scan&, const Scan&) = default;
};

inline constexpr qsizetype kMaxScan = 400;   // characters; a transfer code has at most kEpcMaxBytes

// Everything the text may mean, the likeliest first; lines of a transfer code are parted by LF or CR. Empty when it is empty, longer than kMaxScan
// (what ends it does not count: line ends and tabs), or holds control characters. An address is only ever looked up, never opened.
std::vector<Scan> readScan(const QString& raw);

QString fromAmericanKeys(const QString& typed);   // what an American keyboard means by the keys that gave this text on a German one

} // namespace tresen::domain
