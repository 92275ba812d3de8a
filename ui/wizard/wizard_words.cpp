#include "ui/wizard/wizard_words.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include "ui/intake/intake_words.h"
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString WizardWords::iban(const domain::IbanFinding& finding)
{
    using domain::IbanFault;
    switch (finding.fault) {
    case IbanFault::None: return {};
    case IbanFault::Empty: return tr("The IBAN is missing. It stands on every bank statement and on the bank card.");
    case IbanFault::Sign: return tr("“%1” stands in no IBAN, only letters and digits do. Copy it once more from the bank statement.").arg(finding.sign);
    case IbanFault::Country: return tr("An IBAN begins with two letters for the country and two digits, as in DE89. Look at its beginning once more.");
    case IbanFault::TooShort:
        if (finding.length == 0) return tr("%n character(s) are missing at least. Compare it with the bank statement.", nullptr, finding.difference);
        return tr("%n character(s) are missing: an IBAN that begins with %1 has %2. Compare it with the bank statement.", nullptr, finding.difference).arg(finding.country).arg(finding.length);
    case IbanFault::TooLong:
        if (finding.length == 0) return tr("%n character(s) are too many. Compare it with the bank statement.", nullptr, finding.difference);
        return tr("%n character(s) are too many: an IBAN that begins with %1 has %2. Compare it with the bank statement.", nullptr, finding.difference).arg(finding.country).arg(finding.length);
    case IbanFault::CheckDigits: return tr("A digit is wrong, or two are swapped: the check digits do not fit. Compare it with the bank statement, group by group.");
    }
    Q_UNREACHABLE();
}

QString WizardWords::folder(const Error& error)
{
    if (error.code == u"folder.no_name") return tr("Name the folder, or choose it.");
    if (error.code == u"folder.not_absolute") return tr("Name the whole path, from the root, or choose the folder.");
    if (error.code == u"folder.gone") return tr("There is no such folder. Look at its name, or connect the drive it lies on.");
    if (error.code == u"folder.no_folder") return tr("This is a file. Choose the folder it lies in.");
    if (error.code == u"folder.no_right") return tr("This user may not read the folder. Ask whoever looks after the computer for the right to read and write there.");
    if (error.code == u"folder.silent") return tr("The drive does not answer. Look whether it is connected, and try again.");
    return Wording::failure(error);
}

FindingList::Finding WizardWords::first(const services::FolderTrialReport& report)
{
    using Status = services::FileOutcome::Status;
    const auto name = QFileInfo{report.found.first}.fileName();
    if (!report.first) return {Look::Notice, tr("The first one, %1, has gone meanwhile").arg(name)};
    const auto& one = *report.first;
    if (one.status == Status::Refused)
        return {Look::Refused, tr("The first one, %1, would be refused: %2. %3.").arg(name, IntakeWords::what(one, true), IntakeWords::todo(one, true))};
    auto text = u"%1 · %2 · %3"_s.arg(one.number, one.customer.isEmpty() ? tr("no name") : one.customer, moneyText(one.amount));
    if (one.status == Status::SameAgain) text += u" · "_s + tr("known already");
    if (report.invoices > 1) text += u" · "_s + tr("and %n more in the same file", nullptr, report.invoices - 1);
    return {Look::Accepted, tr("The first one: %1").arg(text)};
}

std::vector<FindingList::Finding> WizardWords::findings(const services::FolderTrialReport& report, bool moves)
{
    const auto& found = report.found;
    std::vector<FindingList::Finding> out{{Look::Accepted, tr("The folder can be read")}};
    if (found.writable) out.push_back({Look::Accepted, tr("And written: files that were read can be put away")});
    else if (moves) out.push_back({Look::Notice, tr("It cannot be written: files stay where they are. Ask for the right to write there if they shall be put away")});
    else out.push_back({Look::Accepted, tr("It cannot be written, which is not needed: files stay where they are")});
    if (found.files == 0) {
        out.push_back({Look::Notice, tr("No invoice lies there yet. Have one exported and test once more, or go on")});
        return out;
    }
    out.push_back({Look::Accepted, found.more ? tr("More than %n file(s) lie there", nullptr, found.files) : tr("%n file(s) lie there", nullptr, found.files)});
    if (!found.first.isEmpty()) out.push_back(first(report));
    return out;
}

} // namespace tresen::ui
