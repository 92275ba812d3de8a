// SerialScanner: a CodeScanner on a serial line or its USB likeness. Reads on a thread of its own, opens again by itself when it was pulled out. Made once
// by the composition root.
#pragma once
#include "app/ports/code_scanner.h"
#include <QThread>
#include <memory>

namespace tresen::adapters::serial {

class SerialScanner final : public ports::CodeScanner {
public:
    static constexpr int kPauseMs = 100;     // a read without an end is whole after this
    static constexpr int kAgainMs = 2'000;   // between two tries to open

    SerialScanner();
    ~SerialScanner() override;               // no callback after it

    void use(QString port, ports::ScannerLine line) override;
    QFuture<std::vector<ports::ScannerPlace>> present() override;
    void onRead(std::function<void(const QString&)> read) override;
    void onState(std::function<void(const Result<Ok>&)> state) override;

private:
    class Line;
    QThread m_thread;
    Line* m_line;                            // lives in m_thread
};

} // namespace tresen::adapters::serial
