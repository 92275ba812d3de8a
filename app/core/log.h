// The categories of the log, one per part of the program; any room writes with qCInfo(logStore) << … or qCWarning(…). Nothing is printed
// unless a LogFile has been installed, so that tests and benches stay silent. Say what happened and to which peer; no names, no amounts.
#pragma once
#include "app/core/result.h"
#include <QLoggingCategory>

namespace tresen {

Q_DECLARE_LOGGING_CATEGORY(logApp)       // start, end, commands, settings
Q_DECLARE_LOGGING_CATEGORY(logStore)     // opening, migrations, connections lost and found again
Q_DECLARE_LOGGING_CATEGORY(logIntake)    // refused files
Q_DECLARE_LOGGING_CATEGORY(logPeers)     // portal, printer, folders, outgoing effects

QString wordsOf(const Error& error);     // "pay.already_settled (detail)"; the log hides what must not be kept

} // namespace tresen
