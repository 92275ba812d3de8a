#include "ui/common/wording.h"
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct Phrase {
    const char* code;
    const char* text;   // %1: the detail
};

// A comma, colon or dash before %1 goes with it when there is no detail.
constexpr Phrase kPhrases[] = {
    // why an invoice stands where it stands
    {"open.new", QT_TRANSLATE_NOOP("tresen::ui::Wording", "not requested yet")},
    {"open.requested", QT_TRANSLATE_NOOP("tresen::ui::Wording", "payment requested, %1")},
    {"open.amended", QT_TRANSLATE_NOOP("tresen::ui::Wording", "amount changed, request again")},
    {"running.terminal", QT_TRANSLATE_NOOP("tresen::ui::Wording", "card terminal is waiting, %1")},
    {"running.online", QT_TRANSLATE_NOOP("tresen::ui::Wording", "customer is paying online, %1")},
    {"running.bank", QT_TRANSLATE_NOOP("tresen::ui::Wording", "bank transfer on its way, %1")},
    {"unknown.terminal", QT_TRANSLATE_NOOP("tresen::ui::Wording", "terminal without answer, %1")},
    {"unknown.portal", QT_TRANSLATE_NOOP("tresen::ui::Wording", "portal without answer, %1")},
    {"part.paid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "partly paid, %1")},
    {"paid.online", QT_TRANSLATE_NOOP("tresen::ui::Wording", "online, %1")},
    {"paid.cash", QT_TRANSLATE_NOOP("tresen::ui::Wording", "cash at the counter, %1")},
    {"paid.card", QT_TRANSLATE_NOOP("tresen::ui::Wording", "card at the counter, %1")},
    {"paid.transfer", QT_TRANSLATE_NOOP("tresen::ui::Wording", "bank transfer, %1")},
    {"paid.voucher", QT_TRANSLATE_NOOP("tresen::ui::Wording", "voucher, %1")},
    {"paid.credit", QT_TRANSLATE_NOOP("tresen::ui::Wording", "settled by credit note, %1")},
    {"paid.nothing_due", QT_TRANSLATE_NOOP("tresen::ui::Wording", "nothing to pay")},
    {"account.approved", QT_TRANSLATE_NOOP("tresen::ui::Wording", "approved invoice customer, %1")},
    {"over.twice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "paid twice, %1")},
    {"over.amount", QT_TRANSLATE_NOOP("tresen::ui::Wording", "too much paid, %1")},
    {"reversed.chargeback", QT_TRANSLATE_NOOP("tresen::ui::Wording", "charged back, %1")},
    {"reversed.refund", QT_TRANSLATE_NOOP("tresen::ui::Wording", "paid back, %1")},
    {"reversed.key_gone", QT_TRANSLATE_NOOP("tresen::ui::Wording", "charged back, the key is gone, %1")},
    {"done.handed_over", QT_TRANSLATE_NOOP("tresen::ui::Wording", "key handed over, %1")},
    {"done.override", QT_TRANSLATE_NOOP("tresen::ui::Wording", "key handed over by approval, %1")},
    {"done.cancelled", QT_TRANSLATE_NOOP("tresen::ui::Wording", "invoice cancelled, %1")},
    // why the key goes or stays
    {"go.paid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: finally paid")},
    {"go.account", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: approved invoice customer")},
    {"go.overpaid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Rule: paid, %1 goes back to the customer")},
    {"hold.amount_open", QT_TRANSLATE_NOOP("tresen::ui::Wording", "%1 missing, no approval")},
    {"hold.running", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Wait until the payment is through")},
    {"hold.unknown.terminal", QT_TRANSLATE_NOOP("tresen::ui::Wording", "First ask the terminal")},
    {"hold.unknown.portal", QT_TRANSLATE_NOOP("tresen::ui::Wording", "First ask the portal")},
    {"hold.unknown", QT_TRANSLATE_NOOP("tresen::ui::Wording", "First find out what happened")},
    {"hold.stale", QT_TRANSLATE_NOOP("tresen::ui::Wording", "What we know is too old, ask again")},
    {"hold.not_final", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Money is promised, not final yet")},
    {"hold.reversed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The money was taken back")},
    {"hold.other_invoice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Another invoice of this car is open, %1")},
    {"hold.policy", QT_TRANSLATE_NOOP("tresen::ui::Wording", "No rule lets it go")},
    // what the desk refuses
    {"money.invalid", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This is not an amount: %1")},
    {"money.ambiguous", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Point and comma do not fit together: %1")},
    {"money.no_whole_cents", QT_TRANSLATE_NOOP("tresen::ui::Wording", "At most two digits after the decimal mark: %1")},
    {"money.mixed_currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Different currencies cannot be added: %1")},
    {"money.overflow", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This amount is too large: %1")},
    {"money.currency", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Unknown currency: %1")},
    {"pay.already_settled", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This invoice is already settled: %1")},
    {"pay.unknown_pending", QT_TRANSLATE_NOOP("tresen::ui::Wording", "An earlier payment is still unclear. Ask first, then charge: %1")},
    {"pay.tendered_too_little", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Less given than to be paid: %1")},
    {"key.not_free", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The key stays here: %1")},
    {"key.reason_too_short", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The reason needs at least %1 characters")},
    {"pin.wrong", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PIN is not right")},
    {"pin.locked", QT_TRANSLATE_NOOP("tresen::ui::Wording", "Too many wrong PINs, locked: %1")},
    {"file.too_large", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file is too large: %1")},
    {"file.empty", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The file is empty: %1")},
    {"pdf.damaged", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF is damaged: %1")},
    {"pdf.no_invoice", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF carries no invoice data: %1")},
    {"pdf.encrypted", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The PDF is locked by a password: %1")},
    {"pdf.attachment_too_large", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The data inside the PDF is too large: %1")},
    {"xml.malformed", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file cannot be read: %1")},
    {"xml.dtd", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file contains a forbidden declaration: %1")},
    {"xml.too_deep", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file is nested too deeply: %1")},
    {"xml.too_many_nodes", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice file has too many entries: %1")},
    {"xml.encoding", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The characters of the invoice file cannot be read: %1")},
    {"invoice.unsupported", QT_TRANSLATE_NOOP("tresen::ui::Wording", "This kind of invoice is not known: %1")},
    {"invoice.incomplete", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The invoice lacks a required entry: %1")},
    {"amount.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "An amount cannot be read: %1")},
    {"date.unreadable", QT_TRANSLATE_NOOP("tresen::ui::Wording", "A date cannot be read: %1")},
    {"iban.differs", QT_TRANSLATE_NOOP("tresen::ui::Wording", "The account differs from the settings: %1")},
};

const char* phraseOf(const QString& code)
{
    static const auto table = [] {
        QHash<QString, const char*> out;
        for (const auto& phrase : kPhrases) out.insert(QString::fromLatin1(phrase.code), phrase.text);
        return out;
    }();
    return table.value(code, nullptr);
}

QString filledIn(QString text, const QString& detail)
{
    if (!detail.isEmpty()) return text.replace(u"%1"_s, detail);
    for (const auto& lead : {u", %1"_s, u": %1"_s, u" – %1"_s, u"%1 "_s, u"%1"_s}) text.remove(lead);
    return text;
}

} // namespace

bool Wording::knows(const QString& code)
{
    return phraseOf(code) != nullptr;
}

QString Wording::reason(const QString& code, const QString& detail)
{
    if (code.isEmpty()) return {};
    if (const char* text = phraseOf(code)) return filledIn(tr(text), detail);
    return tr("See the history for the reason (%1)").arg(code);
}

QString Wording::failure(const Error& error)
{
    if (const char* text = phraseOf(error.code)) return filledIn(tr(text), error.detail);
    switch (error.fault) {
    case Fault::Invalid: return tr("This cannot be read (%1).").arg(error.code);
    case Fault::NotFound: return tr("This is no longer there (%1).").arg(error.code);
    case Fault::Conflict: return tr("Somebody else was faster; look again (%1).").arg(error.code);
    case Fault::Refused: return tr("A rule does not allow this (%1).").arg(error.code);
    case Fault::Unreachable: return tr("No connection; nothing has been done (%1).").arg(error.code);
    case Fault::Timeout: return tr("No answer; whether it was done is unclear. Ask again before you repeat it (%1).").arg(error.code);
    case Fault::Corrupt: return tr("Stored data is damaged; call support (%1).").arg(error.code);
    case Fault::Internal: return tr("Our own mistake; call support (%1).").arg(error.code);
    }
    Q_UNREACHABLE();
}

QString Wording::state(Look look)
{
    switch (look) {
    case Look::Open: return tr("Open", "state: nothing paid");
    case Look::Requested: return tr("Requested", "state");
    case Look::Running: return tr("Running", "state: a payment is under way");
    case Look::Unknown: return tr("Unclear", "state: nobody knows whether it was paid");
    case Look::Part: return tr("Part paid", "state");
    case Look::Paid:
    case Look::PaidAged: return tr("Paid", "state");
    case Look::OnAccount: return tr("On account", "state");
    case Look::Overpaid: return tr("Overpaid", "state");
    case Look::Reversed: return tr("Reversed", "state: money taken back");
    case Look::HandedOver: return tr("Handed over", "state: key");
    case Look::Cancelled: return tr("Cancelled", "state");
    case Look::Outdated: return tr("Outdated", "state: the knowledge is too old");
    case Look::Notice: return tr("Notice", "finding");
    case Look::Refused: return tr("Refused", "finding");
    case Look::Accepted: return tr("Accepted", "finding");
    }
    Q_UNREACHABLE();
}

QString Wording::source(domain::TruthSource source)
{
    using domain::TruthSource;
    switch (source) {
    case TruthSource::Workshop: return tr("Workshop", "source of knowledge");
    case TruthSource::Portal: return tr("Portal", "source of knowledge");
    case TruthSource::Desk: return tr("Desk", "source of knowledge");
    case TruthSource::Bank: return tr("Bank", "source of knowledge");
    case TruthSource::Terminal: return tr("Terminal", "source of knowledge");
    case TruthSource::Rule: return tr("Rule", "source of knowledge");
    }
    Q_UNREACHABLE();
}

QString Wording::alarm(const domain::BoardRow& row)
{
    using domain::BoardState, domain::KeyState;
    switch (row.state) {
    case BoardState::Reversed: return row.keyState == KeyState::Released || row.keyState == KeyState::ReleasedByOverride ? tr("key is gone") : tr("money taken back");
    case BoardState::Unknown: return tr("no answer");
    case BoardState::Overpaid: return row.reason == u"over.twice"_s ? tr("paid twice") : tr("too much paid");
    case BoardState::Open:
    case BoardState::Requested:
    case BoardState::Running:
    case BoardState::Part:
    case BoardState::Paid:
    case BoardState::OnAccount:
    case BoardState::HandedOver:
    case BoardState::Cancelled: return {};
    }
    Q_UNREACHABLE();
}

} // namespace tresen::ui
