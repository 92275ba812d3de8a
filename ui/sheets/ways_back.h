// WaysBack: the way back of what has not left the house yet: ten seconds, by the toast that says it or Ctrl+Z. What was written down stays written down;
// taking it back is an entry of its own. Called by the openers of sheets when something has been done or queued.
#pragma once
#include "ui/sheets/sheet_stand.h"

namespace tresen::ui {

class WaysBack final : public QObject {
    Q_OBJECT
public:
    WaysBack(const DeskContext& desk, SheetStand& stand);   // both live longer
    void mail(const domain::BoardRow& row, const domain::MailId& mail, const QString& to);   // it waits in the queue
    void request(const domain::BoardRow& row);              // withdrawn; without a way back where its link is closed already
    void account(const domain::BoardRow& row);              // released on account

private:
    void offer(const domain::BoardRow& row, const QString& title, const QString& text, std::function<void(services::Done<Ok>)> back);

    const DeskContext& m_desk;
    SheetStand& m_stand;
};

} // namespace tresen::ui
