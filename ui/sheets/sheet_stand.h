// SheetStand: the one place over the window where a sheet can stand, and what every opener of sheets needs there: the invoice read fresh, a paper shown, a
// word said. The openers beside it (money, keys, records, steps, tasks) open their sheets through it; the main window makes it.
#pragma once
#include "ui/common/key_map.h"
#include "ui/common/sheet.h"
#include "ui/common/toast.h"
#include "ui/sheets/desk_context.h"
#include <QPointer>
#include <algorithm>
#include <functional>

namespace tresen::ui {

class SheetStand final : public QObject {
    Q_OBJECT
public:
    SheetStand(const DeskContext& desk, ToastStack& toasts, QWidget* window);   // all live longer

    QWidget* window() const { return m_window; }
    const KeyMap& keys() const { return m_keys; }
    void setKeys(const KeyMap& keys) { m_keys = keys; }
    bool isTaken() const { return m_sheet; }              // a sheet stands there: nothing else opens over it
    bool isLocked() const { return m_locked; }            // a lock lies over everything: what was on its way opens nothing and says no names
    void setLocked(bool locked) { m_locked = locked; }
    Sheet* sheet() const { return m_sheet; }
    void leave() { m_sheet.clear(); }                     // the sheet that stands there closes itself: the next one may open
    void closeSheet();

    // Takes the place. The sheet is deleted when it is closed.
    template <class S> S* adopt(S* sheet)
    {
        m_sheet = sheet;
        dress(sheet);
        return sheet;
    }
    void dress(Sheet* sheet);                             // of a sheet over another one: it takes no place
    // Tells a sheet of every change of its invoice, with all there is to know of it.
    template <class S> void keepInformed(S* sheet)
    {
        connect(&m_desk.feed, &services::JournalFeed::rowsChanged, sheet, [this, sheet](const std::vector<domain::BoardRow>& rows) {
            const auto id = sheet->invoice();
            if (std::none_of(rows.begin(), rows.end(), [&](const domain::BoardRow& row) { return row.invoice == id; })) return;
            m_desk.board.invoice(id, [guard = QPointer{sheet}](const Result<services::InvoiceView>& view) {
                if (guard && view) guard->setView(view.value());
            });
        });
    }

    // Tells it the changed rows themselves.
    template <class S> void keepFed(S* sheet)
    {
        connect(&m_desk.feed, &services::JournalFeed::rowsChanged, sheet, [sheet](const std::vector<domain::BoardRow>& rows) {
            for (const auto& row : rows) sheet->itemChanged(row);
        });
    }

    using Then = std::function<void(const services::InvoiceView&)>;
    void withInvoice(const domain::InvoiceId& invoice, Then then);   // nothing happens once the desk is locked; what fails is said
    void whenFree(const domain::InvoiceId& invoice, Then then);      // the same, and only while no sheet stands, now and then

    void showPaper(const QByteArray& pdf, const QString& title) { showPaper(pdf, title, {}, {}); }
    void showPaper(const QByteArray& pdf, const QString& title, const QString& heading, const QString& printer);   // over whatever stands there; empty: the title, the usual printer
    void say(const ToastText& text) { m_toasts.show(text); }
    void fail(const Error& error);
    void touch(const domain::InvoiceId& invoice) { Q_EMIT touched(invoice); }

Q_SIGNALS:
    void touched(const tresen::domain::InvoiceId& invoice);   // something was done to it here: what is shown of it is read again

private:
    const DeskContext& m_desk;
    ToastStack& m_toasts;
    QWidget* const m_window;
    QPointer<Sheet> m_sheet;
    KeyMap m_keys;
    bool m_locked = false;
};

// What a message names of an invoice: the plate somebody knows it by, else its number.
inline QString nameOf(const domain::BoardRow& row) { return row.plate.isEmpty() ? row.number : row.plate; }

} // namespace tresen::ui
