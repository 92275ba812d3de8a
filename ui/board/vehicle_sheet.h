// VehicleSheet: vehicles, numbers, keeper and payer of an invoice that stands, to be put right or confirmed in one step. Opened by the main window; works
// through services::Vehicles, the rules are domain::decideVehicle()'s.
#pragma once
#include "app/services/board_reader.h"
#include "app/services/vehicles.h"
#include "ui/common/sheet.h"
#include <vector>

class QGridLayout;
class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class VehicleSheet final : public Sheet {
    Q_OBJECT
public:
    VehicleSheet(services::Vehicles& vehicles, const services::InvoiceView& view, QWidget* window);   // vehicles lives longer than the sheet
    QLineEdit* firstField() const;        // the plate

Q_SIGNALS:
    void stored(const QString& said);     // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QString domain::VehicleEntry::* text;
        FigureLabel* label;
        QLineEdit* edit;
    };
    void build();
    void takeMeasures();
    void check();
    void store();
    domain::VehicleEntry entry() const;

    services::Vehicles& m_vehicles;
    const domain::OpenItem m_item;
    const domain::VehicleEntry m_was;
    bool m_busy = false;
    QWidget* m_body;
    QGridLayout* m_grid;
    std::vector<Field> m_fields;
    FigureLabel *m_found, *m_payerHint, *m_message;
    ActionButton *m_cancel, *m_store;
};

} // namespace tresen::ui
