#include "app/services/board_reader.h"
#include "app/core/async.h"

namespace tresen::services {

BoardReader::BoardReader(ports::Journal& journal, QObject* parent) : QObject{parent}, m_journal{journal} {}

void BoardReader::start(Done<ports::BoardStart> done)
{
    onReady(m_journal.boardStart(), this, done);
}

void BoardReader::rows(Done<std::vector<domain::BoardRow>> done)
{
    onReady(m_journal.board(), this, done);
}

void BoardReader::invoice(const domain::InvoiceId& id, Done<InvoiceView> done)
{
    ports::Subject subject;
    subject.invoices.push_back(id);
    subject.withStay = true;
    onReady(m_journal.load(subject), this, [this, id, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(id);
        if (!item) return done(Error{Fault::NotFound, QStringLiteral("invoice.unknown"), id.text()});
        const auto stay = item->key.isNull() ? std::vector{*item} : s.value().itemsOf(item->key);
        onReady(m_journal.detail(id), this, [stay, done](const Result<ports::ItemDetail>& detail) {
            if (!detail) return done(detail.error());
            const auto& d = detail.value();
            done(InvoiceView{d.item, d.key, d.record, domain::boardRow(d.item, d.key, stay), d.timeline, d.related});
        });
    });
}

} // namespace tresen::services
