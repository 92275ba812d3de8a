// What the payment sheet asks before it books cash of which much more is given than the amount takes.
#include "ui/common/action_button.h"
#include "ui/common/money_text.h"
#include "ui/counter/payment_input.h"
#include "ui/counter/payment_sheet.h"
#include "ui/counter/payment_side.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

// Every change of what is entered takes the question back. Enter rests first, so that the one that asked is not the one that answers.
void PaymentSheet::askGiven(bool asks)
{
    const bool begins = asks && !m_asksGiven;
    m_asksGiven = asks;
    m_side->setQuestion(asks ? PaymentWords::tooMuchGiven(m_input->draft()) : QString{});
    if (!begins) return;
    showFoot();
    rest();
}

// The foot while it is asked; false: it is not.
bool PaymentSheet::showAsksGiven()
{
    if (!m_asksGiven) return false;
    const auto& draft = m_input->draft();
    m_other->setText(tr("No, enter it again"));
    m_other->setIconName(u"backspace"_s);
    m_other->setKeyHint({});
    m_other->setAvailable(true);
    m_other->show();
    m_cancel->hide();   // Esc and the cross still do it; with three buttons the sheet would jump wider
    m_primary->setText(tr("Yes, %1 were given").arg(moneyText(draft.tendered.value_or(draft.amount))));
    return true;
}

} // namespace tresen::ui
