// IntakeWords: what is wrong with a file that was read in, and what to do about it, in words. Called by IntakeModel.
#pragma once
#include "app/services/intake.h"
#include <QCoreApplication>

namespace tresen::ui {

class IntakeWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::IntakeWords)
public:
    static QString finding(const services::FileOutcome& outcome, bool dryRun); // "Refused", "Notice", "Taken over", …
    static QString what(const services::FileOutcome& outcome, bool dryRun);    // "The PDF carries no invoice data"
    static QString todo(const services::FileOutcome& outcome, bool dryRun);    // "Ask for it as XML or ZUGFeRD"; never empty
    static QString failure(Error error);                                       // as Wording::failure(), a column by its name for people
    static QString undone(const services::UndoSummary& summary);               // what became of a run that was taken back, and why a row stays
    static QString counted(int invoices, int files);   // "3 invoices from 1 file"; files 0: from paper, "1 invoice"; invoices 0: "1 file"
    static QString place(const QString& file, int line);                       // in a file of several invoices: "line 7", of DATEV's invoice data "invoice 3 of the file"
    static QString way(domain::ArrivalWay way);                                // "Folder"
    static QString note(const services::FileOutcome& outcome);                 // of a refused file, to lie beside it: several lines
    static bool hasNotice(const services::FileOutcome& outcome);               // taken over, but somebody should look

private:
    static QString todoFor(const QString& code);
};

} // namespace tresen::ui
