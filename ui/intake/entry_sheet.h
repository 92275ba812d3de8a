// EntrySheet: one row of the inbox, completed or typed in by a person beside its document. What makes an invoice this one (number, date, amount)
// stands fixed where the file has it. Opened by IntakePage; the rules are domain::laidOver()'s.
#pragma once
#include "app/services/intake.h"
#include "ui/common/sheet.h"
#include <array>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class EntrySheet final : public Sheet {
    Q_OBJECT
public:
    EntrySheet(const services::IntakeLook& look, const QString& file, QDate today, QWidget* window);

    QLineEdit* firstField() const;      // the first that is empty and may be typed in, or the plate
    domain::InvoiceEntry entry() const; // as typed; an unreadable date or amount is empty

Q_SIGNALS:
    void entered(const tresen::domain::InvoiceEntry& entry);   // the sheet has closed itself before
    void documentRequested(const QString& file, const QString& sha256);              // to be shown beside it; a foreign file is never given to another program

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        domain::EntryField field;
        FigureLabel* label;
        QLineEdit* edit;
    };
    void build();
    void fill();
    void takeMeasures();
    void check();
    void use();
    QString shown(domain::EntryField field) const;
    QLineEdit* edit(domain::EntryField field) const;

    const services::IntakeLook m_look;
    const QString m_file;
    const QDate m_today;
    QWidget* m_body;
    QGridLayout* m_grid;
    std::vector<Field> m_fields;
    FigureLabel *m_intro, *m_message;
    ActionButton *m_document, *m_cancel, *m_use;
};

} // namespace tresen::ui
