// The second door: what a command gets and how it answers. One JSON object per line on stdout, messages on stderr.
#pragma once
#include "app/main/house.h"
#include <QJsonObject>
#include <functional>

namespace tresen::app {

// Exit codes, see README: the same for every command.
enum class Exit { Done = 0, Refused = 1, Usage = 2, Unreadable = 3, Unreachable = 4, Damaged = 5 };
Exit exitOf(const Error& error);

struct Arguments {
    QString profile, command;
    bool sample = false;                     // the desk of the sample workshop; only without a command
    QStringList words;                       // what is no option
    QHash<QString, QString> options;         // "--cash" -> "199.90"; a flag has an empty value
    bool has(const QString& option) const { return options.contains(option); }
    QString option(const QString& name) const { return options.value(name); }
};

using Finish = std::function<void(Exit)>;
using Command = void (*)(House& house, const Arguments& arguments, Finish finish);

struct CommandDef {
    QString name, usage;
    QStringList options, flags;              // options take a value, flags do not
    int minWords = 0, maxWords = 0;
    bool needsStore = true;
    Command run = nullptr;
};

const std::vector<CommandDef>& commandTable();
const CommandDef* findCommand(const QString& name);
// Nothing is left to guess: an unknown option, a missing value or too many words are Exit::Usage with a message.
Result<Arguments> parseArguments(const QStringList& words);
QString usageText();

void printText(const QString& text);
void printLine(const QJsonObject& object);
void complain(const QString& text);
void complain(const Error& error);
void finishWith(const Error& error, const Finish& finish);   // complains and ends with its exit code

// The invoice of this number: exactly one. Refusals: "invoice.unknown", "invoice.ambiguous".
void findInvoice(House& house, const QString& number, services::Done<domain::OpenItem> done);

int runDesk(const Arguments& arguments, int& argc, char** argv);   // the first door

void runInspect(House&, const Arguments&, Finish);
void runImport(House&, const Arguments&, Finish);
void learnProfile(House&, const Arguments&, Finish);    // import --learn
void runBoard(House&, const Arguments&, Finish);
void runShow(House&, const Arguments&, Finish);
void runRequest(House&, const Arguments&, Finish);
void runSync(House&, const Arguments&, Finish);
void runPay(House&, const Arguments&, Finish);
void runRelease(House&, const Arguments&, Finish);
void runPickup(House&, const Arguments&, Finish);
void runReturn(House&, const Arguments&, Finish);
void runWriteBack(House&, const Arguments&, Finish);
void runExport(House&, const Arguments&, Finish);
void runNote(House&, const Arguments&, Finish);
void runRemind(House&, const Arguments&, Finish);
void runReport(House&, const Arguments&, Finish);
void runVerify(House&, const Arguments&, Finish);
void runBackup(House&, const Arguments&, Finish);
void runRestore(House&, const Arguments&, Finish);
void runConfig(House&, const Arguments&, Finish);
void runDemo(House&, const Arguments&, Finish);
void runOrders(House&, const Arguments&, Finish);
void runReceive(House&, const Arguments&, Finish);
void runPortal(House&, const Arguments&, Finish);
void runRefund(House&, const Arguments&, Finish);
void runUser(House&, const Arguments&, Finish);

// The user that --as names comes in; without it the command acts as nobody. Refusals: services::People::comeIn(), "user.unknown", "pin.file".
void comeInAs(House& house, const Arguments& arguments, services::Done<Ok> done);
// The user that --second names agrees to this one action, with the PIN of --second-pin-file; none without these. As long as there are no users a refund
// takes the name alone. Refusals: services::People::agree(), "user.unknown", "pin.file".
void agreeSecond(House& house, const Arguments& arguments, domain::Right right, services::Done<services::Agreement> done);
void runDiagnose(House&, const Arguments&, Finish);

} // namespace tresen::app
