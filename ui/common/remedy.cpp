#include "ui/common/remedy.h"
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

struct RemedyText {
    const char* code;
    const char* text;
};

constexpr RemedyText kRemedies[] = {
    // mail
    {"mail.not_configured", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the mail server and the sender address in the settings, part Mail.")},
    {"mail.no_sender", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the address customers see as the sender.")},
    {"mail.address", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the address letter by letter: name, @, provider.")},
    {"mail.auth", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter user and password once more. Many providers want a password of its own for programs instead of the one of the mailbox.")},
    {"mail.tls_roots", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Have the system's certificates installed (package ca-certificates). Mails wait until then.")},
    {"mail.tls", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Compare the server's name with what the provider names, and encryption with port: STARTTLS goes with 587, TLS with 465. Nothing is sent over a way that is not safe.")},
    {"mail.unreachable", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at server name and port, then at the network cable and the firewall. Nothing was sent.")},
    {"mail.proxy", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the proxy in the settings, part Mail; without one the field stays empty.")},
    {"mail.greylisted", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait some minutes: many servers let a new sender wait once. Mails to customers are tried again by themselves.")},
    {"mail.rejected", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "The server is there and says no to this mail. Look at recipient and sender: the sender address has to belong to the mailbox.")},
    {"mail.unclear", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look into the mailbox before you send it once more: it may have arrived.")},
    // portals
    {"portal.none", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Choose a portal in the settings when customers shall pay by phone.")},
    {"portal.not_configured", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the portal's key in the settings, part Payment portal.")},
    {"portal.auth", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Make a new key on the portal's own page and enter it here. A key may have run out or lack a right.")},
    {"portal.key_mode", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the key of the right kind, or change the test mode: a test key goes with it, a live key without it.")},
    {"portal.account", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Compare the account's number with the portal's own page, and that the key was made for this account.")},
    {"portal.base_url", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the address as it stands in the portal's contract, beginning with https.")},
    {"portal.no_address", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Enter the address from the portal's contract; only its test system is known here.")},
    {"portal.methods", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Switch on at least one way to pay on the portal's own page.")},
    {"portal.refused", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Read the portal's words; on its own page it says more. The account may not be released yet.")},
    {"portal.busy", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait; it is asked again by itself.")},
    {"portal.pause", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait; it is asked again by itself.")},
    {"portal.budget", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait; it is asked again by itself.")},
    {"portal.server_error", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "The trouble is on the portal's side. Wait; cash and card go on.")},
    {"portal.unknown_link", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Compare address and account with the portal's own page.")},
    // the way there
    {"net.refused", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at address and port, and whether the other side is running.")},
    {"net.host_not_found", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the network cable and the address. Cash and card go on.")},
    {"net.offline", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the network cable and the router. Cash and card go on.")},
    {"net.proxy", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Ask who looks after the network: its proxy has to let this address through.")},
    {"net.tls", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the date and clock of this computer and at the address. Nothing is sent over a way that is not safe.")},
    {"net.deadline", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait a little and try again; a slow network can be the reason.")},
    {"net.dropped", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Try again; when it goes on, look at the network.")},
    {"test.stopped", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Start the test again whenever you like.")},
    // secrets
    {"secret.keyring", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Unlock the keyring: log in to this computer anew. Or choose the private file in the settings, part Data and backup.")},
    {"secret.file", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Call support: the file in the profile must be readable for this user alone.")},
    // the workshop system
    {"source.none", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Choose the folder the workshop system writes to in the settings, part Workshop system.")},
    {"source.held", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Open the inbox and take the tick off. Nothing is lost: files are taken later.")},
    {"source.folder", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look whether the network drive is connected, or choose another folder in the settings. Nothing is lost: files are taken later.")},
    {"arrivals.refused", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Open the inbox, then the runs of the past days: each refused file stands there with its reason and its way out.")},
    {"sink.no_folder", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Choose the folder for giving back in the settings, part Workshop system.")},
    {"sink.folder", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look whether the network drive is connected, or choose another folder in the settings. What waits is written later.")},
    {"sink.write", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look whether there is room on the drive and whether this user may write there.")},
    // this house
    {"printer.none", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Set up a printer on this computer; until then sheets and receipts are kept as PDF.")},
    {"scanner.none", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Nothing to do for a scanner that types. For another one name its line in the settings, part This desk.")},
    {"scanner.port", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look whether it is plugged in and no other program uses it, and whether this user may read it: on Linux the group dialout.")},
    {"scanner.gone", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Plug it in again; it is opened by itself within some seconds.")},
    {"disk.low", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Make room on the disk soon, for example by moving old backups to another one.")},
    {"disk.full", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Make room on the disk at once: soon nothing can be booked.")},
    {"clock.wrong", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Set date and time of this computer, best by the network.")},
    {"clock.behind", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Compare date and time with another clock. Entries keep their order whatever the clock says.")},
    {"fonts.missing", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Install the package fonts-inter or fonts-dejavu-core. Sheets are not concerned, they bring their own.")},
    {"backup.none_yet", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Press Try now to make one. Choose a folder on another disk in the settings, part Data and backup.")},
    {"backup.old", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Press Try now to make one, and look in the settings, part Data and backup, whether one is made every day.")},
    {"backup.folder", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Plug in the disk or connect the network drive, or choose another folder in the settings, part Data and backup.")},
    {"backup.damaged", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Make a new backup on another disk at once: this one may be failing. Then check the data.")},
    {"backup.documents", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look whether there is room on the disk of the backup and whether the named file can be read, then make one more.")},
    {"backup.exists", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait a second and make it once more.")},
    {"vault.busy", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Wait until it is finished; nothing is lost.")},
    {"paper.accent", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Choose a darker colour of the house in the settings, part Workshop.")},
    {"paper.text_too_long", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Shorten this text in the settings, part Workshop: it does not fit on the sheet.")},
    {"paper.code_unreadable", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "No sheet leaves while its codes cannot be read back. Call support with a report.")},
    {"paper.code_differs", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "No sheet leaves while its codes say something else than its text. Call support with a report.")},
    {"store.locked", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "End other programs that use the data, a backup program perhaps.")},
    {"store.unreachable", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Look at the network and whether the server is running. Nothing can be booked until it is back.")},
    {"store.full", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Make room on the disk at once: nothing can be booked.")},
    {"store.stopped", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Note payments on paper, close Tresen at every desk and start it here: it shows what can be read and offers the newest backup.")},
    {"store.derived", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Check the data in the settings, part Data and backup: it is made anew then.")},
    {"store.remade", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Nothing to do now. Open Tresen anew at the other desks; if it comes again, have the disk checked.")},
    {"store.damaged", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Stop working with these data and call support.")},
    {"http.port_taken", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Choose another port in the settings, part Payment portal, and start Tresen anew.")},
    {"receiver.none", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Nothing to do: without a receiver the portal is asked every few seconds.")},
    {"receiver.silent", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Start “tresen receive” on this computer. Until then the portal is asked every few seconds; nothing is lost.")},
    {"receiver.elsewhere", QT_TRANSLATE_NOOP("tresen::ui::Remedy", "Have it listen at 127.0.0.1 behind the proxy; settings, part Payment portal.")},
};

const RemedyText* remedyOf(const QString& code)
{
    static const auto table = [] {
        QHash<QString, const RemedyText*> out;
        for (const auto& remedy : kRemedies) out.insert(QString::fromLatin1(remedy.code), &remedy);
        return out;
    }();
    return table.value(code, nullptr);
}

} // namespace

bool Remedy::knows(const QString& code)
{
    return remedyOf(code) != nullptr;
}

QString Remedy::of(const Error& error)
{
    if (const auto* remedy = remedyOf(error.code)) return tr(remedy->text);
    switch (error.fault) {
    case Fault::Unreachable: return tr("Look at the network and try again.");
    case Fault::Timeout: return tr("Wait a little and try again.");
    case Fault::Invalid:
    case Fault::NotFound:
    case Fault::Conflict:
    case Fault::Refused: return tr("Look at what is entered here, then try again. When it goes on, call support.");
    case Fault::Corrupt:
    case Fault::Internal: return tr("Call support.");
    }
    Q_UNREACHABLE();
}

} // namespace tresen::ui
