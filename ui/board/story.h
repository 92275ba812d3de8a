// Story: an invoice's journal entries in words, newest first, for the timeline of the board. Called by the main window.
#pragma once
#include "app/services/board_reader.h"
#include "ui/board/board_detail.h"
#include <QCoreApplication>
#include <QHash>
#include <optional>

namespace tresen::ui {

class Story {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::Story)
public:
    static std::vector<TimelineEntry> tell(const std::vector<domain::Recorded>& entries);   // oldest first in, newest first out
    static QStringList noticesOf(const std::vector<domain::Recorded>& entries, const domain::InvoiceId& invoice);   // what reading its newest version found
    static BoardDetail detailOf(const services::InvoiceView& view, Instant now);

private:
    static std::optional<TimelineEntry> line(const domain::Recorded& entry);
    static TimelineEntry toldCorrection(const domain::VehicleCorrected& e, Instant at, const QString& who);
    static std::optional<TimelineEntry> toldChoice(const domain::OwnerChose& e, Instant at);
    using Mails = QHash<QString, domain::MailQueued>;   // by the mail's id
    static std::optional<TimelineEntry> lineOfTheDesk(const domain::Recorded& entry, const Mails& mails);   // refunds, mails, tasks
    static std::optional<TimelineEntry> lineOfMail(const domain::MailMoved& e, Instant at, const Mails& mails);
};

} // namespace tresen::ui
