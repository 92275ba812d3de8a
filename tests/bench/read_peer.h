// StreamReader: the same invoice fields read with QXmlStreamReader, as one would write it by the book. The peer of bench_read.
#pragma once
#include "tests/bench/read_peer_ubl.h"

namespace tresen::bench {

class StreamReader : StreamUbl {
public:
    explicit StreamReader(const QByteArray& bytes) : StreamUbl{bytes} {}

    std::optional<domain::Invoice> read()
    {
        if (!x.readNextStartElement()) return std::nullopt;
        const bool credit = x.name() == u"CreditNote";
        if (x.name() == u"CrossIndustryInvoice") cii();
        else if (x.name() == u"Invoice" || credit) ubl(credit);
        else return std::nullopt;
        if (x.hasError()) return std::nullopt;
        finish();
        return std::move(i);
    }
};

} // namespace tresen::bench
