// The kinds of ids. Each is made once by the desk (or read from the journal) and never reused.
#pragma once
#include "app/core/id.h"

namespace tresen::domain {

using InvoiceId = Id<struct InvoiceTag>;        // one invoice number of one source system, over all its versions
using RequestId = Id<struct RequestTag>;        // one payment request: one link, one sheet
using PaymentId = Id<struct PaymentTag>;        // one movement of money
using KeyId = Id<struct KeyTag>;                // one stay of one vehicle: from its arrival to the hand-over of its key
using TaskId = Id<struct TaskTag>;              // something a person has to look at
using SettlementId = Id<struct SettlementTag>;  // one record for the workshop system
using RefundId = Id<struct RefundTag>;          // one wish to give money back through a portal
using MailId = Id<struct MailTag>;              // one message to an owner
using ReminderId = Id<struct ReminderTag>;      // one wish to be reminded, however often it is moved
using BatchId = Id<struct BatchTag>;            // one import run
using ArrivalId = Id<struct ArrivalTag>;        // one file or order that was refused where nobody stood beside it
using UserId = Id<struct UserTag>;              // one person who works here, over all names and roles
using ProposalId = Id<struct ProposalTag>;      // one change that waits for a second person

} // namespace tresen::domain
