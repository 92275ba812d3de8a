#include "ui/shown_invoice.h"
#include "ui/board/board_page.h"
#include "ui/models/board_model.h"
#include "ui/board/story.h"
#include <algorithm>

namespace tresen::ui {

ShownInvoice::ShownInvoice(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, BoardPage& board, const BoardModel& model)
    : m_desk{desk}, m_stand{stand}, m_people{people}, m_board{board}, m_model{model}
{
    connect(&m_board, &BoardPage::selectionChanged, this, &ShownInvoice::show);
    connect(&m_board, &BoardPage::refreshRequested, this, &ShownInvoice::askPortal);
    connect(&m_stand, &SheetStand::touched, this, &ShownInvoice::show);
    connect(&m_people, &PeopleDoor::changed, this, &ShownInvoice::readAgain);   // what may be done with it has changed
}

void ShownInvoice::show(const domain::InvoiceId& invoice)
{
    m_invoice = invoice;
    if (invoice.isNull()) return;
    m_stand.withInvoice(invoice, [this](const services::InvoiceView& view) {
        auto detail = Story::detailOf(view, m_desk.clock.now());
        detail.mail = m_desk.settings.policy().mail;
        noteDenied(detail);
        m_board.setDetail(detail);
    });
}

void ShownInvoice::takeRows(const std::vector<domain::BoardRow>& rows)
{
    const auto* now = m_model.find(m_invoice);
    const bool shown = std::any_of(rows.begin(), rows.end(), [this, now](const domain::BoardRow& r) {
        return r.invoice == m_invoice || (now && !now->key.isNull() && r.key == now->key);   // what is known of its stay is shown with it
    });
    if (shown) readAgain();
}

void ShownInvoice::askPortal(const domain::InvoiceId& invoice)
{
    m_desk.sync.refresh(invoice, [guard = QPointer{this}, this](const Result<Ok>& read) {
        if (guard && !read) m_stand.fail(read.error());
    });
}

void ShownInvoice::noteDenied(BoardDetail& detail) const
{
    detail.noPay = m_people.denied(domain::Right::TakeMoney);
    detail.noRequest = m_people.denied(domain::Right::Request);
    detail.noKey = m_people.denied(domain::Right::HandOver);
    detail.noVehicle = m_people.denied(domain::Right::TakeIn);
}

} // namespace tresen::ui
