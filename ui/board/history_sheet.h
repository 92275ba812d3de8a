// HistorySheet: everything that has happened to one invoice, newest first. Opened by the main window from the timeline's "show all".
#pragma once
#include "ui/board/board_detail.h"
#include "ui/common/sheet.h"

namespace tresen::ui {

class HistorySheet final : public Sheet {
    Q_OBJECT
public:
    HistorySheet(const BoardDetail& detail, QWidget* window);
};

} // namespace tresen::ui
