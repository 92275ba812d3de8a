// What the payment sheet does when no money is to be taken: it says so, and books what has been taken all the same.
#include "ui/counter/payment_sheet.h"
#include "app/domain/mail_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/check_line.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/counter/payment_input.h"
#include "ui/counter/payment_pages.h"
#include "ui/counter/taken_form.h"
#include <QPointer>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {

void PaymentSheet::showSettled(const QString& code)
{
    m_settledCode = code;
    m_taken = false;
    if (m_input->draft().amount.isPositive()) m_asked = m_input->draft().amount;
    const bool online = code == u"pay.paid_online" || m_row.reason == u"paid.online" || m_row.reason.startsWith(u"over."_s);
    if (code == u"pay.booked_already") {
        m_notice->say(Look::Accepted, tr("This payment is booked already"), tr("It was not booked a second time."));
    } else if (code == u"pay.nothing_asked") {
        m_notice->say(Look::Notice, tr("This document asks for no money"), tr("Take no money for this invoice."));
    } else if (code == u"pay.exceeds_open") {
        m_notice->say(Look::Notice, tr("Less is open by now"), Wording::failure(m_error));
    } else if (online) {
        const auto how = m_row.reason == u"paid.online" ? Wording::method(m_row.reasonDetail) : QString{};
        m_notice->say(Look::Paid, tr("Just paid online"), how.isEmpty() ? tr("Take no money for this invoice.") : tr("Paid by %1. Take no money for this invoice.").arg(how));
    } else {
        m_notice->say(Look::Paid, tr("Nothing is open any more"), tr("Take no money for this invoice."));
    }
    const auto given = m_input->draft().tendered;
    if (given && given->isPositive() && m_input->draft().method == CounterMethod::Cash) m_notice->setLive(tr("Give back what has been handed over: %1").arg(moneyText(*given)));
    enter(State::Settled);
}

bool PaymentSheet::offersTaken() const
{
    return m_state == State::Settled && m_settledCode != u"pay.booked_already" && !m_notice->asksTaken();
}

// Cash is handed back; a card that was charged and a transfer on the account have happened.
void PaymentSheet::askTaken()
{
    auto entered = m_input->draft();
    entered.open = entered.amount = m_asked.isPositive() ? m_asked : domain::Money::cents(0, m_item.due.currency());
    m_taken = true;
    m_notice->setLive({});
    m_notice->askTaken(entered);
    m_print->setVisible(true);
    rest();
    showFoot();
}

void PaymentSheet::bookTaken(bool slipShared)
{
    const auto draft = m_notice->taken().draft();
    if (draft.lack() != PaymentDraft::Lack::Nothing) return;
    services::CounterRequest request;
    request.method = draft.method;
    request.amount = draft.amount;
    request.receiptNumber = draft.receipt;
    request.taken = true;
    request.slipShared = slipShared;
    send(request);
}

bool PaymentSheet::asksShared(const PaymentDraft& draft) const
{
    return m_error.code == u"pay.receipt_known" && draft.method == CounterMethod::Card && draft.receipt == m_error.detail && draft.lack() == PaymentDraft::Lack::Nothing;
}

void PaymentSheet::send(services::CounterRequest request)
{
    request.invoice = m_item.id;
    request.payment = m_payment;
    request.language = domain::languageOfOwner(m_item);   // the receipt is his
    m_looking = false;   // whatever is being asked: the booking asks once more
    enter(State::Booking);
    m_counter.pay(request, [self = QPointer{this}, run = ++m_run](const Result<services::CounterReceipt>& answer) {
        if (self && run == self->m_run) self->paid(answer);
    });
}

} // namespace tresen::ui
