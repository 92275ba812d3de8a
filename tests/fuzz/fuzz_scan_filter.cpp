// libFuzzer target: keys with their times, of a scanner, a person or both at once. Whatever comes: no key arrives twice or in another order, none is lost
// that was no part of a scan, and a scan is never longer than what is read.
#include "app/domain/scan.h"
#include "tests/fuzz/fuzz_app.h"
#include "ui/scanner/scan_filter.h"
#include <QApplication>
#include <QWindow>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tresen;
using fuzz::need;

namespace {

class Listener final : public QWindow {
public:
    std::vector<quint64> got;
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress) got.push_back(static_cast<QKeyEvent*>(event)->timestamp());
        return event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease || QWindow::event(event);
    }
};

struct Struck { int key = 0; QString text; Qt::KeyboardModifiers modifiers; };

Struck struckFrom(std::uint8_t byte)
{
    switch (byte) {
    case 0x0a: return {Qt::Key_Return, QStringLiteral("\r"), Qt::NoModifier};
    case 0x0b: return {Qt::Key_F9, {}, Qt::NoModifier};
    case 0x0c: return {Qt::Key_Shift, {}, Qt::ShiftModifier};
    case 0x08: return {Qt::Key_Backspace, QStringLiteral("\b"), Qt::NoModifier};
    case 0x09: return {Qt::Key_Tab, QStringLiteral("\t"), Qt::NoModifier};
    case 0x01: return {Qt::Key_A, QStringLiteral("\x01"), Qt::ControlModifier};
    default: break;
    }
    const QChar c{static_cast<char16_t>(byte)};
    return {c.toUpper().unicode(), QString{c}, c.isUpper() ? Qt::ShiftModifier : Qt::NoModifier};
}

} // namespace

// The first byte says which rules hold; then each two are a key and the milliseconds since the one before.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kMostKeys = 4'000;
    if (size == 0) return 0;
    fuzz::ensureApp<QApplication>();
    Listener window;
    ui::ScanFilter filter;
    const bool prefix = (data[0] & 1U) != 0, speed = (data[0] & 2U) == 0;
    if (prefix) filter.setPrefix(QKeyCombination{Qt::Key_F9});
    filter.setSpeedRule(speed);
    qApp->installEventFilter(&filter);
    std::size_t scans = 0;
    bool prefixStruck = false, returnStruck = false;
    QObject::connect(&filter, &ui::ScanFilter::scanned, &filter, [&scans](const QString& text) {
        ++scans;
        need(text.size() <= domain::kMaxScan + 1);
    });
    quint64 at = 1'000, presses = 0;
    for (std::size_t i = 1; i + 1 < size && i < 2 * kMostKeys; i += 2) {
        at += data[i + 1] + 1U;   // no two at the same time: it tells them apart
        const auto struck = struckFrom(data[i]);
        prefixStruck = prefixStruck || (prefix && struck.key == Qt::Key_F9);
        returnStruck = returnStruck || struck.key == Qt::Key_Return;
        ++presses;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event{type, struck.key, struck.modifiers, struck.text};
            event.setTimestamp(at);
            QCoreApplication::sendEvent(&window, &event);
        }
    }
    filter.setPrefix(QKeyCombination{Qt::Key_F9});   // pressed by hand, it gives back whatever is still held
    QKeyEvent last{QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier};
    QCoreApplication::sendEvent(&window, &last);
    for (std::size_t i = 1; i < window.got.size(); ++i) need(window.got[i - 1] < window.got[i]);
    need(window.got.size() <= presses);
    // A code longer than any scan is kept in part only, one of several lines without their ends; everything else that was no scan has arrived.
    if (scans == 0 && !prefixStruck && !returnStruck && presses <= static_cast<quint64>(domain::kMaxScan)) need(window.got.size() == presses);
    if (!speed && !prefixStruck) need(scans == 0);
    return 0;
}
