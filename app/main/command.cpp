#include "app/main/command.h"
#include "app/core/async.h"
#include "app/core/log.h"
#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

Error usage(const QString& text)
{
    return Error{Fault::Invalid, u"usage"_s, text};
}

void write(std::FILE* to, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
    std::fflush(to);
}

Result<Ok> checkWords(const CommandDef& def, const Arguments& a)
{
    if (a.words.size() < def.minWords) return usage(u"something is missing: tresen "_s + def.usage);
    if (def.maxWords > 0 && a.words.size() > def.maxWords) return usage(u"too many words: tresen "_s + def.usage);
    if (def.maxWords == 0 && def.minWords == 0 && !a.words.isEmpty()) return usage(u"takes no words: tresen "_s + def.usage);
    return Ok{};
}

} // namespace

Exit exitOf(const Error& error)
{
    if (error.code == u"usage") return Exit::Usage;
    switch (error.fault) {
    case Fault::Invalid: return Exit::Unreadable;
    case Fault::NotFound:
    case Fault::Conflict:
    case Fault::Refused: return Exit::Refused;
    case Fault::Unreachable:
    case Fault::Timeout: return Exit::Unreachable;
    case Fault::Corrupt:
    case Fault::Internal: return Exit::Damaged;
    }
    Q_UNREACHABLE();
}

const std::vector<CommandDef>& commandTable()
{
    constexpr int kMany = 1'000'000;
    static const std::vector<CommandDef> table{
        {u"inspect"_s, u"inspect FILE…"_s, {}, {}, 1, kMany, false, &runInspect},
        {u"import"_s, u"import PATH… [--dry-run] [--profile-map NAME] | import --source | import --undo BATCH | import --learn FILE [--name NAME]"_s,
         {u"--undo"_s, u"--profile-map"_s, u"--learn"_s, u"--name"_s}, {u"--dry-run"_s, u"--source"_s}, 0, kMany, true, &runImport},
        {u"board"_s, u"board [--search TEXT] [--site NAME]"_s, {u"--search"_s, u"--site"_s}, {}, 0, 0, true, &runBoard},
        {u"show"_s, u"show INVOICE"_s, {}, {}, 1, 1, true, &runShow},
        {u"request"_s, u"request INVOICE [--pdf FILE] [--language CODE] [--portal NAME] [--amount AMOUNT] [--mail ADDRESS|owner] [--withdraw]"_s,
         {u"--pdf"_s, u"--language"_s, u"--portal"_s, u"--amount"_s, u"--mail"_s}, {u"--withdraw"_s}, 1, 1, true, &runRequest},
        {u"sync"_s, u"sync"_s, {}, {}, 0, 0, true, &runSync},
        {u"pay"_s, u"pay INVOICE --cash AMOUNT [--tendered AMOUNT [--sure-given]] | --card AMOUNT | --transfer AMOUNT [--receipt NUMBER] [--shared-slip] [--taken] [--pdf FILE] [--force REASON]"_s,
         {u"--cash"_s, u"--tendered"_s, u"--card"_s, u"--transfer"_s, u"--receipt"_s, u"--pdf"_s, u"--force"_s}, {u"--taken"_s, u"--shared-slip"_s, u"--sure-given"_s}, 1, 1, true, &runPay},
        {u"refund"_s, u"refund INVOICE [--amount AMOUNT] --reason TEXT [--second NAME [--second-pin-file FILE]] [--payment KEY] [--receipt NUMBER]"_s,
         {u"--amount"_s, u"--reason"_s, u"--second"_s, u"--second-pin-file"_s, u"--payment"_s, u"--receipt"_s}, {}, 1, 1, true, &runRefund},
        {u"receive"_s, u"receive"_s, {}, {}, 0, 0, true, &runReceive},
        {u"orders"_s, u"orders"_s, {}, {}, 0, 0, true, &runOrders},
        {u"portal"_s, u"portal test [NAME]"_s, {}, {}, 1, 2, true, &runPortal},
        {u"release"_s, u"release INVOICE --to NAME [--code CODE] [--override REASON [--second NAME --second-pin-file FILE]] [--unsigned REASON]"_s,
         {u"--to"_s, u"--code"_s, u"--override"_s, u"--unsigned"_s, u"--second"_s, u"--second-pin-file"_s}, {u"--id-checked"_s}, 1, 1, true, &runRelease},
        {u"pickup"_s, u"pickup | pickup INVOICE --check CODE | pickup INVOICE --resend [--mail ADDRESS]"_s, {u"--check"_s, u"--mail"_s}, {u"--resend"_s}, 0, 1, true, &runPickup},
        {u"return"_s, u"return INVOICE [--reason TEXT]"_s, {u"--reason"_s}, {}, 1, 1, true, &runReturn},
        {u"write-back"_s, u"write-back [--out DIR] [--pending] [--resend NUMBER]"_s, {u"--out"_s, u"--resend"_s}, {u"--pending"_s}, 0, 0, true, &runWriteBack},
        {u"note"_s, u"note INVOICE TEXT"_s, {}, {}, 2, 2, true, &runNote},
        {u"remind"_s, u"remind INVOICE TIME TEXT"_s, {}, {}, 3, 3, true, &runRemind},
        {u"report"_s, u"report [--day YYYY-MM-DD]"_s, {u"--day"_s}, {}, 0, 0, true, &runReport},
        {u"export"_s, u"export journal"_s, {}, {}, 1, 1, true, &runExport},
        {u"verify"_s, u"verify [--rebuild]"_s, {}, {u"--rebuild"_s}, 0, 0, true, &runVerify},
        {u"backup"_s, u"backup FILE | backup --drill FILE"_s, {u"--drill"_s}, {}, 0, 1, true, &runBackup},
        {u"diagnose"_s, u"diagnose [--bundle FILE]"_s, {u"--bundle"_s}, {}, 0, 0, true, &runDiagnose},
        {u"restore"_s, u"restore FILE [--salvage] | restore FILE --look | restore --readable DIR"_s, {u"--readable"_s}, {u"--salvage"_s, u"--look"_s}, 0, 1, false, &runRestore},
        {u"config"_s, u"config get [KEY] | config list | config set KEY VALUE [--site|--desk] [--unlock REASON [--second NAME --second-pin-file FILE]] | config follow KEY | config secret NAME"_s,
         {u"--unlock"_s, u"--second"_s, u"--second-pin-file"_s}, {u"--site"_s, u"--desk"_s}, 1, 3, true, &runConfig},
        {u"user"_s, u"user list | user add NAME --role advisor|cashier|manager|bookkeeper | user change NAME [--role ROLE] [--name NEW] [--off|--on] | user pin NAME"_s,
         {u"--role"_s, u"--name"_s}, {u"--off"_s, u"--on"_s}, 1, 2, true, &runUser},
        {u"demo"_s, u"demo"_s, {}, {}, 0, 0, false, &runDemo}};
    return table;
}

const CommandDef* findCommand(const QString& name)
{
    const auto& table = commandTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const CommandDef& d) { return d.name == name; });
    return found == table.end() ? nullptr : &*found;
}

Result<Arguments> parseArguments(const QStringList& words)
{
    Arguments a;
    const CommandDef* def = nullptr;
    bool onlyWords = false;   // after "--"
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (!onlyWords && word == u"--") { onlyWords = true; continue; }
        if (onlyWords || !word.startsWith(u"--") || word.size() < 3) {
            if (def) { a.words << word; continue; }
            def = findCommand(word);
            if (!def) return usage(u"unknown command "_s + word);
            a.command = word;
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const auto name = equals < 0 ? word : word.left(equals);
        if (def && def->flags.contains(name)) {
            if (equals >= 0) return usage(name + u" takes no value"_s);
            a.options.insert(name, {});
            continue;
        }
        if (name == u"--sample" && !def) {
            if (equals >= 0) return usage(name + u" takes no value"_s);
            a.sample = true;
            continue;
        }
        const bool signs = name == u"--as" && def && def->needsStore;
        if (name != u"--profile" && !signs && !(def && def->options.contains(name))) return usage(u"unknown option "_s + name);
        if (equals < 0 && i + 1 >= words.size()) return usage(name + u" needs a value"_s);
        const auto value = equals < 0 ? words[++i] : word.mid(equals + 1);
        if (name == u"--profile") a.profile = value;
        else if (a.options.contains(name)) return usage(name + u" is given twice"_s);
        else a.options.insert(name, value);
    }
    if (!def) return a;   // no command: the desk
    if (a.sample) return usage(u"--sample opens the desk, it takes no command; see: tresen demo"_s);
    if (const auto ok = checkWords(*def, a); !ok) return ok.error();
    return a;
}

QString usageText()
{
    auto text = u"tresen [--profile DIR]            opens the desk\ntresen [--profile DIR] --sample   the desk of the sample workshop\ntresen [--profile DIR] COMMAND    answers in JSON lines\n\n"_s;
    for (const auto& def : commandTable()) text += u"  "_s + def.usage + u'\n';
    return text + u"\n  --as NAME       behind any command: this user does it, once there are users; the PIN stands in the file that TRESEN_PIN_FILE names (mode 0600)\n  --second NAME --second-pin-file FILE   another user agrees to this one action; the file holds that PIN (mode 0600)\n  --site, --desk  behind config set: for the whole workshop, or for this desk only where the key allows both (config list: per_desk);\n                  without one, the place the value comes from now. config follow KEY drops the desk's own value\n  --version   --help\n\nExit: 0 done, 1 refused by a rule, 2 usage, 3 input unreadable, 4 peer unreachable, 5 store damaged\n"_s;
}

void printText(const QString& text)
{
    write(stdout, text.toUtf8());
}

void printLine(const QJsonObject& object)
{
    write(stdout, domain::compact(object) + '\n');
}

void complain(const QString& text)
{
    write(stderr, text.toUtf8() + '\n');
}

void complain(const Error& error)
{
    qCWarning(logApp).noquote() << wordsOf(error);
    complain(error.detail.isEmpty() ? error.code : error.code + u": "_s + error.detail);
}

void finishWith(const Error& error, const Finish& finish)
{
    complain(error);
    finish(exitOf(error));
}

void findInvoice(House& house, const QString& number, services::Done<domain::OpenItem> done)
{
    ports::Subject subject;
    subject.numbers << number;
    onReady(house.journal->load(subject), &house, [number, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        std::vector<domain::OpenItem> found;
        for (const auto& item : s.value().items)
            if (item.number == number) found.push_back(item);
        if (found.empty()) return done(Error{Fault::NotFound, u"invoice.unknown"_s, number});
        if (found.size() > 1) return done(Error{Fault::Refused, u"invoice.ambiguous"_s, number});
        done(found.front());
    });
}

} // namespace tresen::app
