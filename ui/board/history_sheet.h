// HistorySheet: everything that has happened to one invoice, newest first. Opened by the main window from the timeline's "show all".
#pragma once
#include "ui/board/board_detail.h"
#include "ui/common/sheet.h"

class QLabel;

namespace tresen::ui {

class HistorySheet final : public Sheet {
    Q_OBJECT
public:
    HistorySheet(const BoardDetail& detail, QWidget* window);
    void showSignature(const QString& sha256, const QByteArray& svg);   // one of those the detail names

private:
    std::vector<std::pair<QString, QLabel*>> m_signatures;
};

} // namespace tresen::ui
