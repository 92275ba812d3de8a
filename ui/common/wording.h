// Wording: the only place where codes become words. Domain and services carry stable codes; every page asks here for the text.
#pragma once
#include "app/core/result.h"
#include "app/domain/board_row.h"
#include "app/domain/event.h"
#include "ui/common/state_look.h"
#include <QCoreApplication>

namespace tresen::ui {

class Wording {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::Wording)
public:
    static QString state(Look look);                                  // "Paid"
    static QString source(domain::TruthSource source);                // "Portal"
    static QString method(const QString& code);                       // "Apple Pay"; an unknown one as it came
    // A line under a state or a verdict. detail goes in for %1, or is left out with its separator when empty.
    // An unknown code gives a plain general sentence with the code, never an empty line; an empty code gives nothing.
    static QString reason(const QString& code, const QString& detail = {});
    // The few words the board shows instead of the source when a row needs somebody: "key is gone". Empty: nothing special.
    static QString alarm(const domain::BoardRow& row);
    static QString mailState(domain::MailState state);                // "sent"
    static QString mailKind(domain::MailKind kind);                   // "Request"
    // What a server or portal said, as "code its own words": the code in words where it is known.
    static QString serverWords(const QString& detail);
    static QString changeOf(const QString& detail);                   // "268.40 -> 241.56" as amounts of the reader's language; anything else as it came
    static QString task(const QString& kind);                         // a few words for a list: "Paid twice"
    static Look lookOfTask(const QString& kind);
    static QString form(const QString& code);                         // ports::formOf(): "XRechnung (UBL)", "table: WERBAS"; empty: none is known
    static QString finding(const domain::Finding& finding);           // "plate M-AB 1234, from a note"
    // What a refusal or failure means and what to do.
    static QString failure(const Error& error);
    static bool knows(const QString& code);
};

} // namespace tresen::ui
