// DeskComfort: what makes a long day at the window easier and belongs to this desk: the list of messages, the tones, the news of money, saved filters and
// the columns of the board. Made by the main window.
#pragma once
#include "ui/common/chime.h"
#include "ui/sheets/sheet_stand.h"
#include <memory>

namespace tresen::ui {

class BellButton;
class BoardPage;

class DeskComfort final : public QObject {
    Q_OBJECT
public:
    DeskComfort(const DeskContext& desk, SheetStand& stand, ToastStack& toasts, BoardPage& board, BellButton& bell);   // all live longer
    void takeSettings();
    void sound(Sound sound);                              // as far as the setting wants it
    void play(Sound sound) { m_chime->play(sound); }      // in any case: somebody tries it
    void tellTask(const services::TaskRow& task);         // a new one, of any desk
    void openNotices();

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);

private:
    void connectBoard();
    void tellPaid(const domain::Recorded& entry);         // money that came by itself
    void store(const QString& key, const QString& value);   // a setting of this desk; what fails is said

    const DeskContext& m_desk;
    SheetStand& m_stand;
    ToastStack& m_toasts;
    BoardPage& m_board;
    BellButton& m_bell;
    std::unique_ptr<Chime> m_chime;
};

} // namespace tresen::ui
