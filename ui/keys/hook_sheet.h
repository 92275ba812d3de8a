// HookSheet: on which hook does this key hang? A small sheet, opened by the main window with hang(); works through services::Keys.
#pragma once
#include "app/services/keys.h"
#include "ui/common/sheet.h"
#include <QHash>

class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class HookSheet final : public Sheet {
    Q_OBJECT
public:
    static constexpr int kMaxHook = 12;

    HookSheet(services::Keys& keys, QWidget* window);   // keys lives longer than the sheet
    // taken: the hooks in use, with the plate that hangs there; the board knows them all.
    void hang(const domain::BoardRow& row, const QHash<QString, QString>& taken);

Q_SIGNALS:
    void hung(const QString& hook);   // empty: on no hook any more; the sheet has closed itself before
    void tagRequested(const tresen::domain::InvoiceId& invoice);   // the label for the key, as it is stored now

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void check();
    void store();
    QString wanted() const;

    services::Keys& m_keys;
    domain::BoardRow m_row;
    QHash<QString, QString> m_taken;
    bool m_busy = false;
    QWidget* m_body;
    QLineEdit* m_hook;
    FigureLabel *m_label, *m_note;
    ActionButton *m_tag, *m_cancel, *m_store;
};

} // namespace tresen::ui
