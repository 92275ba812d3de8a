// Port: CodeScanner is a scanner on a line of its own, not one that types. It hands out whole reads; what they mean is decided elsewhere. Called by ScanLine.
#pragma once
#include "app/core/result.h"
#include <QFuture>
#include <QStringList>
#include <functional>
#include <vector>

namespace tresen::ports {

// How the bits go over the line; the defaults are what nearly every scanner comes with.
struct ScannerLine {
    enum class Parity { None, Even, Odd, Mark, Space };
    enum class Flow { None, RtsCts, XonXoff };
    int baud = 9600;
    int dataBits = 8;              // 7 or 8
    Parity parity = Parity::None;
    int stopBits = 1;              // 1 or 2
    Flow flow = Flow::None;
    friend bool operator==(const ScannerLine&, const ScannerLine&) = default;
};
struct ScannerPlace { QString name, description; };   // "ttyACM0", "Honeywell 1450g"

// Failures told to onState(): Unreachable "scanner.port" (cannot be opened, detail: which), "scanner.gone" (was pulled out). It is opened again by itself.
class CodeScanner {
public:
    virtual ~CodeScanner() = default;
    virtual void use(QString port, ScannerLine line) = 0;                            // another one, or none: empty; whatever was half read is dropped
    virtual QFuture<std::vector<ScannerPlace>> present() = 0;                       // what is plugged in now
    // Called on a thread of its own, until the scanner's end. A read is at most domain::kMaxScan + 1 characters: one more tells that it was longer.
    virtual void onRead(std::function<void(const QString&)> read) = 0;
    virtual void onState(std::function<void(const Result<Ok>&)> state) = 0;         // opened, or why not
};

} // namespace tresen::ports
