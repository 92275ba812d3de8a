#include "ui/scanner/scanner.h"
#include "ui/common/money_text.h"
#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr qsizetype kShown = 40;   // characters of an unknown code

QString shortened(const QString& raw)
{
    const auto line = raw.simplified();
    return line.size() > kShown ? line.left(kShown) + u'\u2026' : line;
}

} // namespace

Scanner::Scanner(services::BoardReader& board, services::Settings& settings, QObject* parent) : QObject{parent}, m_board{board}, m_settings{settings}
{
    takeSettings();
    connect(&m_settings, &services::Settings::changed, this, &Scanner::takeSettings);
    connect(&m_filter, &ScanFilter::scanned, this, &Scanner::take);
    QCoreApplication::instance()->installEventFilter(&m_filter);
}

void Scanner::takeSettings()
{
    const auto prefix = m_settings.value(u"scanner.prefix"_s);
    m_filter.setPrefix(prefix == u"f9" ? QKeyCombination{Qt::Key_F9} : prefix == u"stx" ? Qt::CTRL | Qt::Key_B : QKeyCombination{Qt::Key_unknown});
    const auto suffix = m_settings.value(u"scanner.suffix"_s);
    m_filter.setSuffix(suffix == u"tab" ? ScanFilter::Suffix::Tab : suffix == u"none" ? ScanFilter::Suffix::None : ScanFilter::Suffix::Enter);
    m_filter.setSpeedRule(m_settings.value(u"scanner.speed"_s) == u"yes");
}

void Scanner::take(const QString& raw)
{
    m_board.scanned(raw, [guard = QPointer{this}, this](const Result<services::Scanned>& scanned) {
        if (!guard) return;
        if (!scanned) return Q_EMIT failed(scanned.error());
        tell(scanned.value());
    });
}

void Scanner::tell(const services::Scanned& scanned)
{
    // Never a way to the invoice it names: somebody at the desk would take the sheet for ours.
    if (!scanned.foreignIban.isEmpty()) return Q_EMIT said({Look::Refused, tr("This code is not ours"), tr("It pays the account %1, which is none of the house").arg(scanned.foreignIban)});
    if (scanned.invoice.isNull()) return Q_EMIT said({Look::Refused, tr("Nothing here has this code"), tr("The scanner read: %1").arg(shortened(scanned.text))});
    Q_EMIT found(scanned.invoice);
    if (!scanned.superseded()) return;
    if (scanned.live) Q_EMIT said({Look::Notice, tr("This sheet no longer counts"), tr("Sheet %1 does: %2 instead of %3").arg(scanned.live->number).arg(moneyText(scanned.live->amount), moneyText(scanned.asked))});
    else Q_EMIT said({Look::Notice, tr("This sheet no longer counts"), tr("%1 are open, the sheet says %2").arg(moneyText(scanned.open), moneyText(scanned.asked))});
}

} // namespace tresen::ui
