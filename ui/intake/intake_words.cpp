#include "ui/intake/intake_words.h"
#include "ui/common/wording.h"
#include "ui/intake/profile_words.h"
#include <QFileInfo>
#include <QHash>

using namespace Qt::Literals::StringLiterals;
using Status = tresen::services::FileOutcome::Status;

namespace tresen::ui {
namespace {

struct Advice {
    const char* code;
    const char* text;
};

constexpr Advice kAdvice[] = {
    // refused files
    {"pdf.no_invoice", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop for it as XML or ZUGFeRD")},
    {"pdf.encrypted", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it saved without a password")},
    {"pdf.damaged", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it exported once more")},
    {"pdf.attachment_too_large", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it exported without enclosures")},
    {"pdf.too_costly", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Do not open it; have it exported once more")},
    {"totals.pdf_differs", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"totals.not_compared", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"file.too_large", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it exported without enclosures")},
    {"file.empty", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it exported once more")},
    {"file.not_regular", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Choose the file itself, not a link to it")},
    {"file.unreadable", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Check the folder, its rights and the network drive")},
    {"invoice.known", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the number with the paper; search it on the board")},
    {"orders.token", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Give the workshop system the token of the settings")},
    {"order.unreadable", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the maker of the workshop system; enter the invoice by hand meanwhile")},
    {"order.no_number", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the maker of the workshop system; enter the invoice by hand meanwhile")},
    {"order.amount", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the maker of the workshop system; enter the invoice by hand meanwhile")},
    {"invoice.unsupported", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "This is no e-invoice; ask for XRechnung or ZUGFeRD")},
    {"invoice.no_number", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have the invoice corrected in the workshop system")},
    {"invoice.no_amount", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have the invoice corrected in the workshop system")},
    {"invoice.incomplete", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have the invoice corrected in the workshop system")},
    {"invoice.currency_changed", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop: the same number in another currency")},
    {"invoice.mixed_currency", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop: one invoice in two currencies")},
    {"amount.unreadable", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have the invoice corrected in the workshop system")},
    {"xml.dtd", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Do not open it; ask who sent it")},
    {"file.others_refused", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Mend the refused ones and have it exported once more")},
    {"table.no_profile", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Choose how tables are read: settings, workshop system")},
    {"table.profile_unclear", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Name the files each of them reads: settings, own file forms")},
    {"document.too_large", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Save it smaller, then type it in again")},
    {"document.not_kept", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Make room on the disk, then type it in again")},
    {"table.column_missing", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Teach the file form in the inbox")},
    {"datev.xml_online", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Unpack the ZIP file and take the invoice data (XML) out of it")},
    {"datev.not_receivable", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Export the outgoing invoices only")},
    {"datev.paid", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop before anybody pays this invoice")},
    {"file.archive", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Unpack it, or save the table as CSV")},
    {"text.code_page", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Choose the code page in the description of the table")},
    {"row.number_twice", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop which of the two is right")},
    {"amount.ambiguous", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"amount.sums", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"invoice.cancelled", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Nothing to pay; if it should count, have it exported without the mark")},
    {"credit.cancelled", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Nothing is taken off; if it cancels an invoice, cancel that one here")},
    {"state.unclear", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "If it is valid, enter it by hand; a harmless column is set to “not used” in the file form")},
    {"amount.unread", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Say in the description of the table what this column is")},
    {"order.draft", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Send it again when it is no draft any more")},
    {"order.other_year", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Have it sent with the date of the invoice or a key of its own")},
    // taken over, but look at it
    {"order.key_without_payment", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Release it on account, if you want that")},
    {"claim.two_ways", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Nothing to pay twice; compare the amounts")},
    {"claim.asked_twice", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Cancel one of the two before anybody pays")},
    {"claim.same_number", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "See whether one of the two is contained in the other")},
    {"payee.differs", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop before anybody pays this invoice")},
    {"payee.factoring", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop before anybody pays this invoice")},
    {"cancelled.revised", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop whether it is cancelled")},
    {"payee.assigned", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Ask the workshop before anybody pays this invoice")},
    {"plate.missing", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Put it right if a key hangs on it")},
    {"file.changed", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Check it once more")},
    {"entered.by_hand", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Nothing to do")},
    {"iban.check", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "The money goes to the account in the settings anyway")},
    {"sum.due", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"sum.gross", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"sum.vat", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the tax with the printed invoice")},
    {"sum.lines", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the lines with the printed invoice")},
    {"amount.changed", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Make the payment request anew")},
    {"amount.column_unread", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"datev.row_lost", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"type.unread", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"prepaid.above_gross", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"sign.unread", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"amount.empty", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"amount.repeated", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Compare the amount with the printed invoice")},
    {"invoice.corrected", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Only the newer invoice is to be paid")},
    {"credit.waiting", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Its invoice is not here yet; read that in too")},
    {"credit.left_over", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Pay the rest back or set it off by hand")},
    {"credit.unclear", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Say which invoice it belongs to")},
    {"terms.direct_debit", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Nothing to do, the bank collects it")},
    {"currency.missing", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Taken as euro")},
    {"pdf.several_invoices", QT_TRANSLATE_NOOP("tresen::ui::IntakeWords", "Only the first was taken; ask for the others singly")},
};

} // namespace

bool IntakeWords::hasNotice(const services::FileOutcome& outcome)
{
    return !outcome.notices.isEmpty() && (outcome.status == Status::Taken || outcome.status == Status::NewVersion);
}

QString IntakeWords::finding(const services::FileOutcome& outcome, bool dryRun)
{
    if (hasNotice(outcome)) return tr("Notice");
    switch (outcome.status) {
    case Status::Taken: return dryRun ? tr("In order") : tr("Taken over");
    case Status::NewVersion: return tr("New version");
    case Status::SameAgain: return tr("Known already");
    case Status::Refused: return tr("Refused");
    }
    Q_UNREACHABLE();
}

QString IntakeWords::what(const services::FileOutcome& outcome, bool dryRun)
{
    if (outcome.status == Status::Refused) return failure(outcome.error);
    if (hasNotice(outcome)) {
        const auto first = Wording::reason(outcome.notices.front());
        const int more = static_cast<int>(outcome.notices.size()) - 1;
        return more > 0 ? tr("%1 · %n more", nullptr, more).arg(first) : first;
    }
    switch (outcome.status) {
    case Status::Taken: return dryRun ? tr("Would be taken over") : tr("Is on the board");
    case Status::NewVersion: return dryRun ? tr("Would replace the version before") : tr("Replaces the version before");
    case Status::SameAgain: return tr("Same content as before");
    case Status::Refused: break;
    }
    Q_UNREACHABLE();
}

// A table names its columns by their field, the text of the cell behind it; what is no field stays as it stands.
QString IntakeWords::failure(Error error)
{
    const auto end = error.detail.indexOf(u' ');
    const auto column = end < 0 ? error.detail : error.detail.left(end);
    if (!column.isEmpty()) error.detail.replace(0, column.size(), ProfileWords::field(column));
    return Wording::failure(error);
}

QString IntakeWords::todoFor(const QString& code)
{
    static const auto table = [] {
        QHash<QString, const char*> out;
        for (const auto& advice : kAdvice) out.insert(QString::fromLatin1(advice.code), advice.text);
        return out;
    }();
    const auto* text = table.value(code, nullptr);
    return text ? tr(text) : QString{};
}

QString IntakeWords::todo(const services::FileOutcome& outcome, bool dryRun)
{
    if (outcome.status == Status::Refused) {
        if (const auto text = todoFor(outcome.error.code); !text.isEmpty()) return text;
        return outcome.error.fault == Fault::Invalid ? tr("Have it exported once more") : tr("Read it in again");
    }
    if (hasNotice(outcome)) {
        const auto text = todoFor(outcome.notices.front());
        return text.isEmpty() ? tr("Compare it with the printed invoice") : text;
    }
    if (!outcome.found.empty() && (outcome.status == Status::Taken || outcome.status == Status::NewVersion)) {
        const auto first = Wording::finding(outcome.found.front());
        const int more = static_cast<int>(outcome.found.size()) - 1;
        return more > 0 ? tr("To confirm: %1 · %n more", "found by rule", more).arg(first) : tr("To confirm: %1", "found by rule").arg(first);
    }
    if (outcome.status == Status::NewVersion && !dryRun) return tr("A request for the old amount no longer counts");
    return tr("Nothing to do");
}

QString IntakeWords::undone(const services::UndoSummary& s)
{
    QStringList out;
    if (s.undone > s.putBack || s.putBack == 0) out << tr("%n invoice(s) taken back; read the files in again to have them here", nullptr, s.undone - s.putBack);
    if (s.putBack > 0) out << tr("%n put back to the version before", nullptr, s.putBack);
    if (s.kept > 0) {
        QStringList why;
        for (qsizetype i = 0; i < s.numbers.size(); ++i) why << u"%1, %2"_s.arg(s.numbers[i], Wording::reason(s.reasons[i]));
        if (s.kept > s.numbers.size()) why << u"…"_s;
        out << tr("%n stay(s): %1", nullptr, s.kept).arg(why.join(u"; "_s));
    }
    return out.join(u" · "_s);
}

QString IntakeWords::counted(int invoices, int files)
{
    const auto all = tr("%n invoice(s)", nullptr, invoices);
    if (files == 0) return all;
    const auto read = tr("%n file(s)", "that invoices came from", files);
    return invoices == 0 ? read : tr("%1 from %2", "3 invoices · 1 file").arg(all, read);   // of a refused file only the file itself is known
}

QString IntakeWords::way(domain::ArrivalWay way)
{
    switch (way) {
    case domain::ArrivalWay::Desk: return tr("By hand", "how invoices came in");
    case domain::ArrivalWay::Folder: return tr("Folder", "how invoices came in");
    case domain::ArrivalWay::Door: return tr("Door for orders", "how invoices came in");
    case domain::ArrivalWay::Command: return tr("Command", "how invoices came in");
    }
    Q_UNREACHABLE();
}

// A file of XML has no lines anybody would count.
QString IntakeWords::place(const QString& file, int line)
{
    const bool counted = QFileInfo{file}.suffix().compare("xml"_L1, Qt::CaseInsensitive) == 0;
    return counted ? tr("invoice %1 of the file").arg(line) : tr("line %1", "of a table").arg(line);
}

QString IntakeWords::note(const services::FileOutcome& outcome)
{
    const auto name = QFileInfo{outcome.file}.fileName();
    const auto subject = outcome.line > 0 ? tr("%1, %2, number %3", "of a file of several invoices").arg(name, place(outcome.file, outcome.line), outcome.number.isEmpty() ? u"?"_s : outcome.number) : name;
    return tr("%1 was not taken over.").arg(subject) + u'\n' + tr("Reason: %1").arg(what(outcome, false)) + u'\n'
           + tr("What to do: %1").arg(todo(outcome, false)) + u'\n';
}

} // namespace tresen::ui
