// FakeScanner: a scanner on a line without a line: it keeps how it was asked to open, and reads and tells what the test says.
#pragma once
#include "app/core/async.h"
#include "app/ports/code_scanner.h"
#include <QPromise>
#include <utility>

namespace tresen::sim {

class FakeScanner final : public ports::CodeScanner {
public:
    void use(QString port, ports::ScannerLine line) override
    {
        ++opened;
        usedPort = std::move(port);
        usedLine = line;
    }
    QFuture<std::vector<ports::ScannerPlace>> present() override
    {
        QPromise<std::vector<ports::ScannerPlace>> promise;
        promise.start();
        promise.addResult(places);
        promise.finish();
        return promise.future();
    }
    void onRead(std::function<void(const QString&)> told) override { read = std::move(told); }
    void onState(std::function<void(const Result<Ok>&)> told) override { state = std::move(told); }

    int opened = 0;
    QString usedPort;
    ports::ScannerLine usedLine;
    std::vector<ports::ScannerPlace> places;
    std::function<void(const QString&)> read;
    std::function<void(const Result<Ok>&)> state;
};

} // namespace tresen::sim
