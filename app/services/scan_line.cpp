#include "app/services/scan_line.h"
#include "app/core/async.h"
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// The choices of the settings; what no choice says stays as nearly every scanner comes.
ports::ScannerLine lineOf(const Settings& settings)
{
    using Line = ports::ScannerLine;
    static const QHash<QString, Line::Parity> parities{{u"even"_s, Line::Parity::Even}, {u"odd"_s, Line::Parity::Odd}, {u"mark"_s, Line::Parity::Mark}, {u"space"_s, Line::Parity::Space}};
    static const QHash<QString, Line::Flow> flows{{u"rts_cts"_s, Line::Flow::RtsCts}, {u"xon_xoff"_s, Line::Flow::XonXoff}};
    Line out;
    out.baud = settings.value(u"desk.scanner_baud"_s).toInt();
    out.dataBits = settings.value(u"desk.scanner_data_bits"_s) == u"7" ? 7 : 8;
    out.parity = parities.value(settings.value(u"desk.scanner_parity"_s), Line::Parity::None);
    out.stopBits = settings.value(u"desk.scanner_stop_bits"_s) == u"2" ? 2 : 1;
    out.flow = flows.value(settings.value(u"desk.scanner_flow"_s), Line::Flow::None);
    return out;
}

} // namespace

ScanLine::ScanLine(ports::CodeScanner& scanner, const Settings& settings, HealthWatch& health, QObject* parent)
    : QObject{parent}, m_scanner{scanner}, m_settings{settings}, m_health{health}
{
    // Both come on the scanner's thread, and no more once the scanner has ended.
    m_scanner.onRead([this](const QString& text) {
        QMetaObject::invokeMethod(this, [this, text] { Q_EMIT read(text); }, Qt::QueuedConnection);
    });
    m_scanner.onState([this](const Result<Ok>& state) {
        QMetaObject::invokeMethod(this, [this, state] { take(state); }, Qt::QueuedConnection);
    });
    connect(&m_settings, &Settings::changed, this, [this](const QString& key) {
        if (key.startsWith(u"desk.scanner_")) begin();
    });
}

void ScanLine::begin()
{
    const auto port = m_settings.value(u"desk.scanner_port"_s);
    m_scanner.use(port, lineOf(m_settings));
    if (port.isEmpty()) m_health.note(u"scanner"_s, PeerHealth::State::Off, u"scanner.none"_s);
    else m_health.note(u"scanner"_s, PeerHealth::State::Off);
}

void ScanLine::take(const Result<Ok>& state)
{
    if (m_settings.value(u"desk.scanner_port"_s).isEmpty()) return;   // of one that is no longer wanted
    state ? m_health.good(u"scanner"_s) : m_health.failed(u"scanner"_s, state.error());
    for (const auto& done : std::exchange(m_waiting, {})) done(state);
}

void ScanLine::tryNow(Done<Ok> done)
{
    if (m_settings.value(u"desk.scanner_port"_s).isEmpty()) return done(Error{Fault::Refused, u"scanner.none"_s, {}});
    m_waiting.push_back(std::move(done));
    begin();
}

void ScanLine::present(Done<std::vector<ScannerPlace>> done)
{
    onReady(m_scanner.present(), this, [done](const std::vector<ScannerPlace>& places) { done(places); });
}

} // namespace tresen::services
