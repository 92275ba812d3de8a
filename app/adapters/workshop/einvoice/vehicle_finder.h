// VehicleFinder: reads vehicles and numbers from labelled free text such as "Kennzeichen: M-AB 1234" or "Kd.-Nr. 4711". Suggestions, never facts: no
// invoice standard has a field for the vehicle. The words around count: what is said of a courtesy car is not said of the car. Used while an e-invoice is read.
#pragma once
#include "app/domain/invoice.h"
#include <QStringView>
#include <vector>

namespace tresen::adapters::einvoice {

enum class FoundIn { Note, Line, Reference };

class VehicleFinder {
public:
    // Notes first, then lines: what was found first is the first vehicle; another plate or VIN is a further one. Text without a label yields nothing.
    void scan(QStringView text, FoundIn where = FoundIn::Note);

    // BT-18 or an order reference: the whole text is a plate or a VIN, or a label stands in it. scheme: UNTDID 1153, ABZ = vehicle licence number, AKG = VIN;
    // the field says by itself what it holds, so nothing has to be confirmed.
    void takeReference(const QString& text, QStringView scheme = {});

    const domain::VehicleHint& hint() const { return m_vehicles.front(); }
    const std::vector<domain::Finding>& found() const { return m_found; }
    void give(domain::Invoice& invoice) const;   // vehicle, furtherVehicles, found

private:
    static constexpr std::size_t kMaxFindings = 40;
    static constexpr std::size_t kMaxVehicles = 20;   // of one invoice

    void scanSegment(QStringView segment);
    void take(int kind, QStringView value, bool marked);
    void takePlate(QStringView value, bool marked);
    void takeIdentity(const QString& plate, const QString& vin, bool ownField, FoundIn where);
    void note(const QString& field, const QString& value, FoundIn where);
    void takeOwnField(const QString& text, bool vin);
    void bringForward(const QString& value, bool vin);
    void confirmBy(const QString& text, bool vin);

    std::vector<domain::VehicleHint> m_vehicles = std::vector<domain::VehicleHint>(1);   // never empty
    std::vector<domain::Finding> m_found;
    std::size_t m_current = 0;                        // the one the text speaks of
    QString m_nextModel;
    FoundIn m_where = FoundIn::Note;
    bool m_otherCar = false;                          // a heading said so
};

} // namespace tresen::adapters::einvoice
