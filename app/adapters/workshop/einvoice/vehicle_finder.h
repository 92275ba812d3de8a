// VehicleFinder: reads plate, VIN, model, work and mileage from labelled free text such as "Kennzeichen: M-AB 1234". A suggestion, never
// a key: no invoice standard has a field for the vehicle. Used while an e-invoice is read.
#pragma once
#include "app/domain/invoice.h"
#include <QStringView>

namespace tresen::adapters::einvoice {

class VehicleFinder {
public:
    // Notes first, then lines: what was found first stands. Text without a label yields nothing.
    void scan(QStringView text);

    // BT-18 or an order reference: the whole text is a plate or a VIN. scheme: UNTDID 1153, ABZ = vehicle licence number, AKG = VIN.
    void takeReference(const QString& text, QStringView scheme = {});

    const domain::VehicleHint& hint() const { return m_hint; }

private:
    void scanSegment(QStringView segment);
    void take(int kind, QStringView value, bool marked);

    domain::VehicleHint m_hint;
};

} // namespace tresen::adapters::einvoice
