// Remedy: what somebody at the desk can do about a failed connection, by its code. Stands under what Wording says went wrong; used by the health page and
// by the tests on the settings page.
#pragma once
#include "app/core/result.h"
#include <QCoreApplication>

namespace tresen::ui {

class Remedy {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::Remedy)
public:
    static QString of(const Error& error);     // one or two sentences; never empty: a code without a text of its own gets that of its kind of failure
    static bool knows(const QString& code);
};

} // namespace tresen::ui
