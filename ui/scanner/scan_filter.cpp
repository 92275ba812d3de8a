#include "ui/scanner/scan_filter.h"
#include "app/domain/scan.h"
#include <QApplication>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr QStringView kTransferCode = u"BCD";   // its first line

bool endsLine(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

bool isTab(const QKeyEvent& key) { return key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier; }

bool isModifier(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Shift || key.key() == Qt::Key_AltGr || key.key() == Qt::Key_CapsLock || key.key() == Qt::Key_Control || key.key() == Qt::Key_Alt;
}

bool isPrinted(const QKeyEvent& key)
{
    return !key.text().isEmpty() && key.text().front().isPrint() && (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
}

} // namespace

ScanFilter::ScanFilter(QObject* parent) : QObject{parent}
{
    m_late.setSingleShot(true);
    m_late.setTimerType(Qt::PreciseTimer);
    connect(&m_late, &QTimer::timeout, this, &ScanFilter::late);
}

// Keys reach the window before the widget, so each is seen once here.
bool ScanFilter::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if (m_replaying || (!press && event->type() != QEvent::KeyRelease) || !watched->isWindowType()) return QObject::eventFilter(watched, event);
    auto* window = static_cast<QWindow*>(watched);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (press) return takePress(window, key);
    if (m_mode == Mode::Person) return false;
    keep(window, key);
    return true;
}

void ScanFilter::keep(QWindow* window, const QKeyEvent& key)
{
    m_window = window;
    if (m_text.size() <= domain::kMaxScan) m_held.emplace_back(key.clone());
}

// On a busy machine keys arrive late and close together, whoever struck them: when they were struck is what counts.
bool ScanFilter::isTooLate(const QKeyEvent& key) const
{
    if (m_stamp == 0 || key.timestamp() < m_stamp) return m_sinceKey.elapsed() > kKeyMs;
    return key.timestamp() - m_stamp > kKeyMs;
}

bool ScanFilter::isPrefix(const QKeyEvent& key) const
{
    return m_prefix.key() != Qt::Key_unknown && key.keyCombination() == m_prefix && !key.isAutoRepeat();
}

bool ScanFilter::takePress(QWindow* window, const QKeyEvent& key)
{
    if (isPrefix(key)) {
        giveBack();
        m_mode = Mode::Scan;
        m_text.clear();
        m_late.start(kIdleMs);
        return true;
    }
    if (m_mode == Mode::Scan) return takeOfScan(window, key);
    if (m_mode == Mode::Person && isTail(key)) return true;
    if (!m_bySpeed || key.isAutoRepeat() || isSecretFocused()) {
        giveBack();
        return false;
    }
    return hold(window, key);
}

bool ScanFilter::takeOfScan(QWindow* window, const QKeyEvent& key)
{
    if (endsLine(key) || isTab(key)) {
        if (m_text.isEmpty()) return giveBack(), false;   // the prefix was pressed by hand, and now this
        isTab(key) ? finish() : lineEnds();
        return true;
    }
    keep(window, key);
    if (!isModifier(key) && m_text.size() <= domain::kMaxScan) m_text += key.text();
    m_late.start(silenceMs());
    return true;
}

// Some send Return and Tab, or Return twice: the second one must not press a button or move the focus.
bool ScanFilter::isTail(const QKeyEvent& key) const
{
    return (endsLine(key) || isTab(key)) && m_sinceScan.isValid() && m_sinceScan.elapsed() <= kTailMs;
}

int ScanFilter::silenceMs() const
{
    return m_suffix == Suffix::None && m_text.size() >= kMinKeys ? kLineMs : kIdleMs;
}

bool ScanFilter::hold(QWindow* window, const QKeyEvent& key)
{
    if (m_mode == Mode::Perhaps && isTooLate(key)) giveBack();
    if (isTab(key) && m_mode == Mode::Perhaps && m_text.size() >= kMinKeys) return finish(), true;
    if (endsLine(key) && m_mode == Mode::Perhaps && (m_text.size() >= kMinKeys || m_text == kTransferCode)) {
        m_mode = Mode::Scan;
        lineEnds();
        return true;
    }
    if (!isPrinted(key) && !(isModifier(key) && m_mode == Mode::Perhaps)) {
        giveBack();
        return false;
    }
    if (m_mode == Mode::Person) m_text.clear();
    m_mode = Mode::Perhaps;
    keep(window, key);
    m_text += isModifier(key) ? QString{} : key.text();
    m_sinceKey.start();
    m_stamp = key.timestamp();
    if (m_text.size() > domain::kMaxScan) m_mode = Mode::Scan;   // no hand strikes so many so fast: the rest of it is dropped until its end
    m_late.start(kHoldMs);
    return true;
}

// A transfer code is eleven lines: its first says so. Everything else ends with the first Return, unless the scanner ends with Tab.
void ScanFilter::lineEnds()
{
    if (!m_text.startsWith(kTransferCode) && m_suffix != Suffix::Tab) return finish();
    if (m_text.size() <= domain::kMaxScan) m_text += u'\n';
    m_late.start(kLineMs);
}

void ScanFilter::finish()
{
    m_mode = Mode::Person;
    m_late.stop();
    m_held.clear();
    m_sinceScan.start();
    Q_EMIT scanned(m_text);
}

void ScanFilter::late()
{
    const bool noMoreLines = m_mode == Mode::Scan && m_text.contains(u'\n');
    const bool bySilence = m_mode == Mode::Scan || m_suffix == Suffix::None;   // a scanner that sends no Return
    if (noMoreLines || (bySilence && m_text.size() >= kMinKeys)) return finish();
    giveBack();   // somebody typed, or pressed the prefix key by hand
}

void ScanFilter::giveBack()
{
    m_mode = Mode::Person;
    m_late.stop();
    m_replaying = true;
    for (const auto& key : std::exchange(m_held, {}))
        if (m_window) QCoreApplication::sendEvent(m_window, key.get());
    m_replaying = false;
}

bool ScanFilter::isSecretFocused() const
{
    const auto* field = qobject_cast<const QLineEdit*>(QApplication::focusWidget());
    return field && field->echoMode() != QLineEdit::Normal;
}

} // namespace tresen::ui
