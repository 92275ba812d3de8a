// Story: an invoice's journal entries in words, newest first, for the timeline of the board. Called by the main window.
#pragma once
#include "app/services/board_reader.h"
#include "ui/board/board_detail.h"
#include <QCoreApplication>
#include <optional>

namespace tresen::ui {

class Story {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::Story)
public:
    static std::vector<TimelineEntry> tell(const std::vector<domain::Recorded>& entries);   // oldest first in, newest first out
    static BoardDetail detailOf(const services::InvoiceView& view, Instant now);

private:
    static std::optional<TimelineEntry> line(const domain::Recorded& entry);
};

} // namespace tresen::ui
