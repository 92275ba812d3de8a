// WizardWords: what is wrong with an IBAN or a folder, and what to do, in plain words. Called by the pages of the first set-up.
#pragma once
#include "app/domain/iban.h"
#include "app/services/folder_trial.h"
#include "ui/wizard/finding_list.h"
#include <QCoreApplication>

namespace tresen::ui {

class WizardWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::WizardWords)
public:
    static QString iban(const domain::IbanFinding& finding);       // empty when nothing is wrong
    static QString folder(const Error& error);                     // why it cannot be used, and what to do
    // moves: files that were read are moved away, so the folder has to be writable.
    static std::vector<FindingList::Finding> findings(const services::FolderTrialReport& report, bool moves);

private:
    static FindingList::Finding first(const services::FolderTrialReport& report);
};

} // namespace tresen::ui
