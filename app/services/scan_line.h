// ScanLine: the scanner on a line of its own, as the settings of this desk name it: hands on what it reads and tells the health watch how it is doing, as
// peer "scanner". Made by the desk; its reads go the way of those that are typed.
#pragma once
#include "app/ports/code_scanner.h"
#include "app/services/done.h"
#include "app/services/health.h"
#include "app/services/settings.h"

namespace tresen::services {

using ports::ScannerPlace;

class ScanLine final : public QObject {
    Q_OBJECT
public:
    // settings and health live longer. The scanner ends first: it calls from a thread of its own.
    ScanLine(ports::CodeScanner& scanner, const Settings& settings, HealthWatch& health, QObject* parent = nullptr);

    void begin();                                        // opens what the settings name, also after every change of them
    void tryNow(Done<Ok> done);                          // opens it anew; Refused "scanner.none" when there is none
    void present(Done<std::vector<ScannerPlace>> done);

Q_SIGNALS:
    void read(const QString& text);

private:
    void take(const Result<Ok>& state);
    ports::CodeScanner& m_scanner;
    const Settings& m_settings;
    HealthWatch& m_health;
    std::vector<Done<Ok>> m_waiting;
};

} // namespace tresen::services
